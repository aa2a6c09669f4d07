use crate::finding_record::Record;
use crate::plan_facts::Facts;
use crate::rule::Need;
use crate::{Found, Required, Rule};
use zonewerk_core::problem::RuleId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::EmptyZone,
    summary: Words {
        en: "A zone holds at least one unit or part of a unit",
        nl: "Een zone bevat minstens één eenheid of een deel ervan",
    },
    explanation: Words {
        en: "A zone without a unit is a name without a place.",
        nl: "Een zone zonder eenheid is een naam zonder plaats.",
    },
    needs: &[Need::Units],
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    for (zone, contents) in facts.contents.iter() {
        if contents.is_empty() {
            record.finding(facts.zone(zone), Found::NoUnit, Required::AnyUnit, []);
        }
    }
}
