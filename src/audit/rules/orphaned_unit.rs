use crate::audit::facts::Facts;
use crate::audit::rule::{Reads, Record, Rule};
use crate::audit::rules::sources::{call_2017, decree_2019};
use crate::audit::{Found, Required, Severity, Subject};

pub(super) static RULE: Rule = Rule {
    name: "orphaned-unit",
    summary: "Every unit lies in a zone",
    sources: &[call_2017("no municipality left orphaned"), decree_2019("art. 13, 2°", "since 2019")],
    severity: Severity::Error,
    reads: Reads::Units,
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    for (unit, holding) in facts.plan.holdings.iter() {
        let (known, unknown) = facts.zones_of(holding);
        if known.is_empty() && unknown.is_empty() {
            record.finding(Subject::Unit(facts.unit(unit)), Found::InZones(known), Required::OneZone);
        }
    }
}
