use crate::finding_record::Record;
use crate::plan_facts::Facts;
use crate::rule::Need;
use crate::{Found, Required, Rule, Subject};
use zonewerk_core::plan::Holding;
use zonewerk_core::problem::RuleId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::SplitUnit,
    summary: Words {
        en: "No unit is divided over several zones",
        nl: "Geen eenheid is over verschillende zones verdeeld",
    },
    explanation: Words {
        en: "A unit is wholly in one zone, unless the profile names it among the units that may \
             be divided, or an exception with a reason waives the rule for it.",
        nl: "Een eenheid ligt geheel in één zone, tenzij het profiel ze noemt bij de eenheden die \
             verdeeld mogen worden, of een uitzondering met een reden er de regel voor opheft.",
    },
    needs: &[Need::Units],
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    let except = facts.territory.find_all(&record.setting.except);
    for (unit, holding) in facts.plan.holdings.iter() {
        if !matches!(holding, Holding::Parts(_)) || except.contains(&unit) {
            continue;
        }
        let (zones, _) = facts.zones_of(holding);
        if zones.len() > 1 {
            record.finding(Subject::Unit(facts.unit(unit)), Found::InZones(zones), Required::OneZone, [unit]);
        }
    }
}
