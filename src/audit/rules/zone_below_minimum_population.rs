use crate::audit::facts::Facts;
use crate::audit::rule::{Reads, Record, Rule};
use crate::audit::rules::sources::{call_2017, decree_2019};
use crate::audit::{Found, Required, Severity, Why};

pub(super) static RULE: Rule = Rule {
    name: "zone-below-minimum-population",
    summary: "A zone has at least the minimum of inhabitants, its own where an exception was made for it",
    sources: &[
        call_2017("75,000 to 125,000 inhabitants, smaller ones open to discussion"),
        decree_2019("art. 13, 4° (70,000)", "2019 to 14 April 2024"),
        decree_2019("art. 13, 4° (60,000)", "since 15 April 2024"),
    ],
    severity: Severity::Error,
    reads: Reads::Units,
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    for zone in facts.inhabited_zones() {
        let exception = facts.exception(zone);
        let bounds = exception.as_ref().map_or(facts.problem.bounds, |exception| exception.zone.bounds);
        match facts.population(zone) {
            Err(units) => record.not_checked(facts.zone(zone), Why::PartPopulationUnknown(units)),
            Ok(people) if people < bounds.minimum() => {
                let exception = exception.map(|exception| exception.note);
                let required = Required::Minimum { inhabitants: bounds.minimum(), exception };
                record.finding(facts.zone(zone), Found::Inhabitants(people), required);
            }
            Ok(_) => {}
        }
    }
}
