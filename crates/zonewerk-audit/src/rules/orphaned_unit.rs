use crate::finding_record::Record;
use crate::plan_facts::Facts;
use crate::rule::Need;
use crate::{Found, Required, Rule, Subject};
use zonewerk_core::problem::RuleId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::OrphanedUnit,
    summary: Words { en: "Every unit lies in a zone", nl: "Elke eenheid ligt in een zone" },
    explanation: Words {
        en: "A unit that the plan leaves out is orphaned. One that is assigned and cut off from \
             the rest of its zone is not: that is `zone-not-contiguous`.",
        nl: "Een eenheid die het plan vergeet, is verweesd. Een eenheid die wel is toegewezen \
             maar van de rest van haar zone is afgesneden, is dat niet: dat is \
             `zone-not-contiguous`.",
    },
    needs: &[Need::Units],
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    for (unit, holding) in facts.plan.holdings.iter() {
        let (known, unknown) = facts.zones_of(holding);
        if known.is_empty() && unknown.is_empty() {
            record.finding(Subject::Unit(facts.unit(unit)), Found::InZones(known), Required::OneZone, [unit]);
        }
    }
}
