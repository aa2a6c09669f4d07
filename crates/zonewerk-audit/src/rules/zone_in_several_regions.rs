use crate::finding_record::Record;
use crate::plan_facts::Facts;
use crate::rule::Need;
use crate::{Found, Required, Rule};
use zonewerk_core::problem::RuleId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::ZoneInSeveralRegions,
    summary: Words {
        en: "No zone lies in more than one region", nl: "Geen zone ligt in meer dan één regio"
    },
    explanation: Words { en: "A region is made of whole zones.", nl: "Een regio bestaat uit hele zones." },
    needs: &[Need::Units, Need::Regions],
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    for zone in facts.inhabited_zones() {
        let regions = &facts.plan.zones[zone].regions;
        if regions.len() > 1 {
            let found = Found::InRegions(regions.iter().cloned().collect());
            record.finding(facts.zone(zone), found, Required::OneRegion, facts.contents[zone].units());
        }
    }
}
