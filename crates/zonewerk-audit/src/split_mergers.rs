use super::finding_record::Record;
use super::shares_by_area::SharesByArea;
use super::{Found, Required, Subject};
use zonewerk_core::territory::MergerStatus;

/// Judges whether the units of each merger of this status lie in one zone.
pub(super) fn split_mergers(record: &mut Record, status: MergerStatus) {
    let facts = record.facts;
    let mergers = facts.territory.planned_mergers.iter();
    for merger in mergers.filter(|merger| merger.status == status) {
        let spread = SharesByArea::over_zones(facts, &merger.units);
        if spread.len() > 1 {
            let found = Found::Spread(spread.shares(facts));
            let evidence = merger.units.iter().copied();
            record.finding(Subject::Merger(merger.name.clone()), found, Required::OneZone, evidence);
        }
    }
}
