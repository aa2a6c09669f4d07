use super::finding_record::Record;
use super::population_bounds::is_count_within;
use super::{Found, Required, Subject};
use zonewerk_core::problem::CountBounds;

/// Judges the number of zones of each region by these bounds. Zones without a unit do not
/// count; a region that holds an excepted unit is left alone.
pub(super) fn judge(record: &mut Record, bounds: CountBounds) {
    let facts = record.facts;
    let except = facts.territory.find_all(&record.setting.except);
    for (name, region) in &facts.regions {
        let zones = region.zones.iter().filter(|zone| !facts.contents[**zone].is_empty()).count();
        let units = region.contents.units();
        if units.is_disjoint(&except) && !is_count_within(bounds, zones) {
            let subject = Subject::Region((*name).to_owned());
            record.finding(subject, Found::Zones(zones), Required::Zones(bounds), units);
        }
    }
}
