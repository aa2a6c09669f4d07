use crate::audit::facts::Facts;
use crate::audit::rule::{Reads, Record, Rule};
use crate::audit::rules::sources::call_2017;
use crate::audit::{Found, Required, Severity};
use crate::problem::PopulationBounds;

/// Only an exception that was needed: without it the zone would break a bound.
pub(super) static RULE: Rule = Rule {
    name: "exception-used",
    summary: "A zone outside the ordinary bounds is allowed by an exception made for it, with its reason",
    sources: &[call_2017("exceptions: large cities, areas between other areas")],
    severity: Severity::Info,
    reads: Reads::Units,
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    for zone in facts.inhabited_zones() {
        let (Some(exception), Ok(people)) = (facts.exception(zone), facts.population(zone)) else { continue };
        let (bounds, allowed) = (facts.problem.bounds, exception.zone.bounds);
        if !within(bounds, people) && within(allowed, people) {
            let required = Required::Bounds { bounds, allowed, exception: exception.note };
            record.finding(facts.zone(zone), Found::Inhabitants(people), required);
        }
    }
}

fn within(bounds: PopulationBounds, people: u64) -> bool {
    people >= bounds.minimum() && bounds.maximum().is_none_or(|maximum| people <= maximum)
}
