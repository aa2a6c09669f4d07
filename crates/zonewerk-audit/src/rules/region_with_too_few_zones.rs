use crate::finding_record::Record;
use crate::plan_facts::Facts;
use crate::region_zones::judge;
use crate::rule::Need;
use crate::{Parameter, Rule};
use zonewerk_core::problem::CountBounds;
use zonewerk_core::problem::RuleId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::RegionWithTooFewZones,
    summary: Words { en: "A region has at least so many zones", nl: "Een regio heeft minstens zoveel zones" },
    explanation: Words {
        en: "Zones without a unit do not count. A region that holds an excepted unit is left \
             alone.",
        nl: "Zones zonder eenheid tellen niet mee. Een regio met een uitgezonderde eenheid valt \
             buiten de regel.",
    },
    needs: &[Need::Units, Need::Regions, Need::Number(Parameter::RegionZonesMinimum)],
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    let zones = facts.problem.profile.region.zones;
    if let Some(bounds) = CountBounds::new(zones.minimum(), None) {
        judge(record, bounds);
    }
}
