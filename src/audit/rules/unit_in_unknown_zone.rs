use crate::audit::facts::Facts;
use crate::audit::rule::{Reads, Record, Rule};
use crate::audit::rules::sources::MEANING;
use crate::audit::{Found, Required, Severity, Subject};

pub(super) static RULE: Rule = Rule {
    name: "unit-in-unknown-zone",
    summary: "A unit, or a part of one, lies in a zone that the plan has",
    sources: &[MEANING],
    severity: Severity::Error,
    reads: Reads::Units,
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    for (unit, holding) in facts.plan.holdings.iter() {
        let (_, unknown) = facts.zones_of(holding);
        if !unknown.is_empty() {
            let required = Required::KnownZone { zones: facts.plan.zones.len() };
            record.finding(Subject::Unit(facts.unit(unit)), Found::UnknownZones(unknown), required);
        }
    }
}
