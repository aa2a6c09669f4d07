use crate::audit::facts::Facts;
use crate::audit::rule::{Reads, Record, Rule};
use crate::audit::rules::sources::MEANING;
use crate::audit::{Found, Required, Severity, Subject};
use crate::plan::Holding;

pub(super) static RULE: Rule = Rule {
    name: "part-populations-differ",
    summary: "The parts of a unit have together the inhabitants of the unit",
    sources: &[MEANING],
    severity: Severity::Warning,
    reads: Reads::Units,
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    for (unit, holding) in facts.plan.holdings.iter() {
        let Holding::Parts(parts) = holding else { continue };
        let known = parts.iter().filter_map(|part| part.population).fold(0, u64::saturating_add);
        let unknown = parts.iter().filter(|part| part.population.is_none()).count();
        let people = facts.territory.unit(unit).population;
        let differ = if unknown == 0 { known != people } else { known > people };
        if differ && !parts.is_empty() {
            let found = Found::InhabitantsOfParts { known, unknown };
            record.finding(Subject::Unit(facts.unit(unit)), found, Required::UnitPopulation(people));
        }
    }
}
