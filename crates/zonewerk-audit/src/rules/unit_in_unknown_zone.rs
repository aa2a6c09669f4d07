use crate::finding_record::Record;
use crate::plan_facts::Facts;
use crate::rule::Need;
use crate::{Found, Required, Rule, Subject};
use zonewerk_core::problem::RuleId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::UnitInUnknownZone,
    summary: Words {
        en: "A unit, or a part of one, lies in a zone that the plan has",
        nl: "Een eenheid, of een deel ervan, ligt in een zone van het plan",
    },
    explanation: Words {
        en: "A unit that is assigned to a zone which the plan does not list belongs nowhere.",
        nl: "Een eenheid die is toegewezen aan een zone die niet in het plan staat, hoort nergens \
             bij.",
    },
    needs: &[Need::Units],
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    for (unit, holding) in facts.plan.holdings.iter() {
        let (_, unknown) = facts.zones_of(holding);
        if !unknown.is_empty() {
            let required = Required::KnownZone { zones: facts.plan.zones.len() };
            record.finding(Subject::Unit(facts.unit(unit)), Found::UnknownZones(unknown), required, [unit]);
        }
    }
}
