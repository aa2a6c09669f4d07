use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::plan_facts::Facts;
use zonewerk_core::plan::Holding;
use zonewerk_core::territory::{UnitId, ZoneId};

/// The zone that has the most of these units whole; among equals the one with the fewest units
/// that it may not have, and of those the first.
pub(super) fn nearest_zone(
    facts: &Facts,
    units: &BTreeSet<UnitId>,
    is_unwanted: impl Fn(&UnitId) -> bool,
) -> Option<ZoneId> {
    let mut shared: BTreeMap<ZoneId, usize> = BTreeMap::new();
    for &unit in units {
        let zones = facts.plan.holdings.get(unit).map(Holding::zones).unwrap_or_default();
        let has_whole =
            |zone: &ZoneId| facts.contents.get(*zone).is_some_and(|contents| contents.whole.contains(&unit));
        for zone in zones.into_iter().filter(has_whole) {
            *shared.entry(zone).or_default() += 1;
        }
    }
    let besides = |zone: ZoneId| facts.contents[zone].units().iter().filter(|unit| is_unwanted(unit)).count();
    let nearest =
        shared.into_iter().max_by_key(|&(zone, held)| (held, Reverse(besides(zone)), Reverse(zone)));
    nearest.map(|(zone, _)| zone)
}
