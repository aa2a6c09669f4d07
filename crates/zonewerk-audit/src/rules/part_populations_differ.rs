use crate::finding_record::Record;
use crate::plan_facts::Facts;
use crate::rule::Need;
use crate::{Found, Required, Rule, Subject};
use zonewerk_core::plan::Holding;
use zonewerk_core::problem::RuleId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::PartPopulationsDiffer,
    summary: Words {
        en: "The parts of a unit have together the inhabitants of the unit",
        nl: "De delen van een eenheid hebben samen de inwoners van de eenheid",
    },
    explanation: Words {
        en: "Parts are often counted in another way or at another time than the unit, so a small \
             difference is no surprise. Where the inhabitants of some parts are not known, those \
             of the others may not exceed the unit's.",
        nl: "Delen worden vaak anders of op een ander moment geteld dan de eenheid: een klein \
             verschil verbaast niet. Zijn de inwoners van sommige delen niet bekend, dan mogen de \
             andere er samen niet meer hebben dan de eenheid.",
    },
    needs: &[Need::Units],
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
            let required = Required::UnitPopulation(people);
            record.finding(Subject::Unit(facts.unit(unit)), found, required, [unit]);
        }
    }
}
