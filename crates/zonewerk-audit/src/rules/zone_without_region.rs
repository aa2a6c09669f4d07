use crate::finding_record::Record;
use crate::plan_facts::Facts;
use crate::rule::Need;
use crate::{Found, Required, Rule};
use zonewerk_core::problem::RuleId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::ZoneWithoutRegion,
    summary: Words { en: "Every zone lies in a region", nl: "Elke zone ligt in een regio" },
    explanation: Words {
        en: "The regions together cover the territory.",
        nl: "De regio's samen dekken het hele gebied.",
    },
    needs: &[Need::Units, Need::Regions],
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    for zone in facts.inhabited_zones() {
        if facts.plan.zones[zone].regions.is_empty() {
            let units = facts.contents[zone].units();
            record.finding(facts.zone(zone), Found::InRegions(Vec::new()), Required::OneRegion, units);
        }
    }
}
