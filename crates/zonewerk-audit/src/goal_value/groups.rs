//! Goals on groups of units.

use std::collections::BTreeSet;

use super::{UnitsByZone, sum};
use crate::plan_facts::Facts;
use zonewerk_core::problem::{Counted, GroupReading};
use zonewerk_core::territory::UnitId;

/// A group as goals see it.
pub(super) struct GoalGroup {
    /// Its whole units.
    pub whole: BTreeSet<UnitId>,
    /// Its units, also those of which it holds a part: that lies where its unit lies.
    pub touched: BTreeSet<UnitId>,
}

/// The groups of the family of this name.
pub(super) fn of_family(facts: &Facts, name: &str) -> Vec<GoalGroup> {
    let families = facts.territory.families.iter().filter(|family| family.name == name);
    let groups = families.flat_map(|family| &family.groups).map(|group| {
        let whole: BTreeSet<UnitId> = group.units.iter().copied().collect();
        let touched = group.parts.iter().map(|(unit, _)| *unit).chain(whole.iter().copied()).collect();
        GoalGroup { whole, touched }
    });
    groups.collect()
}

/// The zones that these units lie in, less one.
pub(super) fn cuts(placed: &UnitsByZone, units: &BTreeSet<UnitId>) -> u64 {
    let zones = placed.values().filter(|zone| !zone.is_disjoint(units)).count() as u64;
    zones.saturating_sub(1)
}

/// For each zone that these units lie in, their inhabitants inside it or outside it, whichever are
/// fewer.
pub(super) fn people_cut(facts: &Facts, placed: &UnitsByZone, units: &BTreeSet<UnitId>) -> u64 {
    sum(placed.values().filter(|zone| !zone.is_disjoint(units)).map(|zone| smaller_side(facts, zone, units)))
}

/// For each group the zones that overlap it, neither of them inside the other; read weakly, all
/// but the one that counts most.
pub(super) fn straddles(
    facts: &Facts,
    placed: &UnitsByZone,
    groups: &[GoalGroup],
    by: Counted,
    reading: GroupReading,
) -> u64 {
    let of_group = |group: &GoalGroup| {
        let overlapping = placed.values().filter(|zone| overlaps(zone, group));
        let counts: Vec<u64> = overlapping
            .map(|zone| match by {
                Counted::Cuts => 1,
                Counted::People => smaller_side(facts, zone, &group.whole),
            })
            .collect();
        let most = counts.iter().copied().max().filter(|_| reading == GroupReading::Weak);
        sum(counts).saturating_sub(most.unwrap_or(0))
    };
    sum(groups.iter().map(of_group))
}

/// The zones that touch groups and lie inside none; by inhabitants, those of each outside the group
/// that most of them live in.
pub(super) fn zones_crossing(facts: &Facts, placed: &UnitsByZone, groups: &[GoalGroup], by: Counted) -> u64 {
    let crossing = placed.values().filter(|zone| {
        groups.iter().any(|group| !group.touched.is_disjoint(zone))
            && !groups.iter().any(|group| zone.is_subset(&group.whole))
    });
    let counts = crossing.map(|zone| match by {
        Counted::Cuts => 1,
        Counted::People => {
            let inside = |group: &GoalGroup| facts.inhabitants(zone.intersection(&group.whole).copied());
            let most = groups.iter().map(inside).max().unwrap_or(0);
            facts.inhabitants(zone.iter().copied()).saturating_sub(most)
        }
    });
    sum(counts)
}

fn overlaps(zone: &BTreeSet<UnitId>, group: &GoalGroup) -> bool {
    !zone.is_disjoint(&group.touched) && !group.touched.is_subset(zone) && !zone.is_subset(&group.whole)
}

fn smaller_side(facts: &Facts, zone: &BTreeSet<UnitId>, units: &BTreeSet<UnitId>) -> u64 {
    let inside = facts.inhabitants(units.intersection(zone).copied());
    inside.min(facts.inhabitants(units.difference(zone).copied()))
}
