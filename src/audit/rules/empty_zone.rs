use crate::audit::facts::Facts;
use crate::audit::rule::{Reads, Record, Rule};
use crate::audit::rules::sources::MEANING;
use crate::audit::{Found, Required, Severity};

pub(super) static RULE: Rule = Rule {
    name: "empty-zone",
    summary: "A zone holds at least one unit or part of a unit",
    sources: &[MEANING],
    severity: Severity::Error,
    reads: Reads::Units,
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    for (zone, contents) in facts.contents.iter() {
        if contents.is_empty() {
            record.finding(facts.zone(zone), Found::NoUnit, Required::AnyUnit);
        }
    }
}
