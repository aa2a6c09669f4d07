use crate::bounds_capacity::Capacity;
use crate::finding_record::Record;
use crate::plan_facts::Facts;
use crate::{Rule, Subject};
use zonewerk_core::problem::RuleId;
use zonewerk_core::problem::{Excepted, Exception};
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::ZoneBoundsContradict,
    summary: Words {
        en: "The population bounds and the number of zones can be kept together",
        nl: "De inwonersgrenzen en het aantal zones kunnen samen nageleefd worden",
    },
    explanation: Words {
        en: "Arithmetic on the rules themselves, whatever the plan: so many zones of at most so \
             many inhabitants must hold everybody, and so many of at least so many may not need \
             more than there are. Fixed zones count as they are; of the exceptions the most \
             favourable are taken, so that a contradiction is one for every choice.",
        nl: "Rekenkunde over de regels zelf, los van het plan: zoveel zones van hoogstens zoveel \
             inwoners moeten iedereen kunnen bevatten, en zoveel van minstens zoveel mogen er \
             niet meer nodig hebben dan er zijn. Vaste zones tellen zoals ze zijn; van de \
             uitzonderingen worden de gunstigste genomen, zodat een tegenspraak er een is voor \
             elke keuze.",
    },
    needs: &[],
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    let profile = &facts.problem.profile;
    let people = facts.inhabitants(facts.territory.units().ids());
    let given = facts.problem.fixed_zones.iter().map(|fixed| facts.inhabitants(fixed.units.iter().copied()));
    let capacity = Capacity {
        bounds: profile.zone.population,
        count: profile.zone.count,
        given: given.collect(),
        permitted: facts
            .problem
            .exceptions
            .iter()
            .filter_map(|other| permitted(facts, other, people))
            .collect(),
        people,
    };
    for (found, required) in capacity.contradictions() {
        record.finding(Subject::RuleSet(profile.name.clone()), found, required, []);
    }
}

/// Fewest and most inhabitants of the zone that an exception permits; `None` where it
/// permits none, or that zone is given already.
fn permitted(facts: &Facts, exception: &Exception, all: u64) -> Option<(u64, u64)> {
    let bounds = exception.bounds?;
    match &exception.subject {
        Excepted::Units(units) => {
            let people = facts.inhabitants(units.iter().copied());
            let is_given = facts.problem.fixed_zones.iter().any(|fixed| fixed.units == *units);
            (!is_given && bounds.minimum() <= people && bounds.maximum().is_none_or(|most| people <= most))
                .then_some((people, people))
        }
        Excepted::Zone(_) | Excepted::Holding { .. } => {
            Some((bounds.minimum(), bounds.maximum().map_or(all, |most| most.min(all))))
        }
        Excepted::Region(_) | Excepted::Group(_) => None,
    }
}
