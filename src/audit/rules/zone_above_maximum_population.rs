use crate::audit::facts::Facts;
use crate::audit::rule::{Reads, Record, Rule};
use crate::audit::rules::sources::call_2017;
use crate::audit::{Found, Required, Severity, Why};

/// The decree of 2019 knows no maximum.
pub(super) static RULE: Rule = Rule {
    name: "zone-above-maximum-population",
    summary: "A zone has at most the maximum of inhabitants, its own where an exception was made for it",
    sources: &[call_2017("75,000 to 125,000 inhabitants, large cities excepted")],
    severity: Severity::Error,
    reads: Reads::Units,
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    for zone in facts.inhabited_zones() {
        let exception = facts.exception(zone);
        let bounds = exception.as_ref().map_or(facts.problem.bounds, |exception| exception.zone.bounds);
        let Some(maximum) = bounds.maximum() else { continue };
        match facts.population(zone) {
            Err(units) => record.not_checked(facts.zone(zone), Why::PartPopulationUnknown(units)),
            Ok(people) if people > maximum => {
                let exception = exception.map(|exception| exception.note);
                let required = Required::Maximum { inhabitants: maximum, exception };
                record.finding(facts.zone(zone), Found::Inhabitants(people), required);
            }
            Ok(_) => {}
        }
    }
}
