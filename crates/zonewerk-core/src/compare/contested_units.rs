use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::{LineageId, PlanTransition, ZoneLineages};
use crate::plan::Plan;
use crate::territory::{Territory, UnitId};

/// A unit that does not lie in the same zone in all plans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contested {
    /// The unit.
    pub unit: UnitId,
    /// Where it lies, the place of most plans first.
    pub places: Vec<UnitPlacement>,
}

/// Where some plans have a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitPlacement {
    /// The lines of the zones that hold it or a part of it; none where it is left out.
    pub lines: BTreeSet<LineageId>,
    /// Places of the plans that have it there, ascending.
    pub plans: Vec<usize>,
}

/// The units whose zones differ among the plans, and those that are divided otherwise, the most
/// inhabitants first.
pub(super) fn contested(
    territory: &Territory,
    plans: &[&Plan],
    lines: &ZoneLineages,
    moves: &[PlanTransition],
) -> Vec<Contested> {
    let from_base = moves.iter().filter(|moves| moves.from == 0);
    let moved: BTreeSet<UnitId> =
        from_base.flat_map(|moves| moves.matching.units_moved().into_keys()).collect();
    let mut contested: Vec<Contested> = territory
        .units()
        .ids()
        .map(|unit| Contested { unit, places: places(plans, lines, unit) })
        .filter(|found| found.places.len() > 1 || moved.contains(&found.unit))
        .collect();
    contested.sort_by_key(|found| (Reverse(territory.unit(found.unit).population), found.unit));
    contested
}

fn places(plans: &[&Plan], lines: &ZoneLineages, unit: UnitId) -> Vec<UnitPlacement> {
    let mut places: Vec<UnitPlacement> = Vec::new();
    for (plan, held) in plans.iter().enumerate() {
        let zones = held.holdings[unit].zones();
        let here: BTreeSet<LineageId> = zones.into_iter().map(|zone| lines.of_zone[plan][zone]).collect();
        match places.iter_mut().find(|place| place.lines == here) {
            Some(place) => place.plans.push(plan),
            None => places.push(UnitPlacement { lines: here, plans: vec![plan] }),
        }
    }
    places.sort_by_key(|place| Reverse(place.plans.len()));
    places
}
