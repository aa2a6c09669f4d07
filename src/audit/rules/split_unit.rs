use crate::audit::facts::Facts;
use crate::audit::rule::{Reads, Record, Rule};
use crate::audit::rules::sources::{call_2017, decree_2019};
use crate::audit::{Found, Required, Severity, Subject};

pub(super) static RULE: Rule = Rule {
    name: "split-unit",
    summary: "No unit lies in more than one zone",
    sources: &[call_2017("municipal boundaries are respected"), decree_2019("art. 13, 3°", "since 2019")],
    severity: Severity::Error,
    reads: Reads::Units,
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    for (unit, holding) in facts.plan.holdings.iter() {
        let (zones, _) = facts.zones_of(holding);
        if zones.len() > 1 {
            record.finding(Subject::Unit(facts.unit(unit)), Found::InZones(zones), Required::OneZone);
        }
    }
}
