//! The value of a plan in a goal, from the definitions in `docs/goals.md`.

mod distances;
mod groups;
mod people_moved;

use std::collections::{BTreeMap, BTreeSet};

use super::NotCheckedReason;
use super::adjacency::Adjacency;
use super::plan_facts::Facts;
use super::population_bounds::is_within;
use zonewerk_core::problem::{Counted, Goal};
use zonewerk_core::territory::{MergerStatus, UnitId, ZoneId};

/// Where each unit lies: the zones of the plan, each with its units, ascending.
type UnitsByZone = BTreeMap<ZoneId, BTreeSet<UnitId>>;

/// The value of the plan in a goal, in the goal's unit. Saturates rather than panics: no sum of
/// real populations comes near.
///
/// # Errors
/// Why it cannot be told.
pub(super) fn amount(facts: &Facts, goal: &Goal) -> Result<u64, NotCheckedReason> {
    Ok(match goal {
        Goal::Zones => facts.inhabited_zones().count() as u64,
        Goal::Exceptions => {
            let zones = populations(facts)?.into_iter();
            zones.filter(|&(zone, people)| is_by_exception(facts, zone, people)).count() as u64
        }
        Goal::SquaredDeviation => {
            sum(deviations(facts)?.into_iter().map(|people| people.saturating_mul(people)))
        }
        Goal::AbsoluteDeviation => sum(deviations(facts)?),
        Goal::LargestDeviation => deviations(facts)?.into_iter().max().unwrap_or(0),
        Goal::BorderLength => border_length(facts, &placed(facts, goal)?),
        Goal::CutEdges => cut_edges(facts, &placed(facts, goal)?),
        Goal::Inertia => sum(placed(facts, goal)?.values().map(|units| distances::inertia(facts, units))),
        Goal::DistanceToCentre => {
            sum(placed(facts, goal)?.values().map(|units| distances::to_best_placed(facts, units)))
        }
        Goal::SquaredDistanceToCentre => {
            sum(placed(facts, goal)?.values().map(|units| distances::squared_to_best_placed(facts, units)))
        }
        Goal::PeopleMoved => people_moved::people_moved(facts, &placed(facts, goal)?),
        Goal::Crossings { family, by } => {
            let placed = placed(facts, goal)?;
            let groups = groups::of_family(facts, family);
            sum(groups.iter().map(|group| match by {
                Counted::Cuts => groups::cuts(&placed, &group.whole),
                Counted::People => groups::people_cut(facts, &placed, &group.whole),
            }))
        }
        Goal::Straddles { family, by, reading } => {
            groups::straddles(facts, &placed(facts, goal)?, &groups::of_family(facts, family), *by, *reading)
        }
        Goal::ZonesCrossing { family, by } => {
            groups::zones_crossing(facts, &placed(facts, goal)?, &groups::of_family(facts, family), *by)
        }
        Goal::MergersCut => {
            let placed = placed(facts, goal)?;
            let mergers = facts.territory.planned_mergers.iter();
            let expected = mergers.filter(|merger| merger.status == MergerStatus::Expected);
            sum(expected.map(|merger| groups::cuts(&placed, &merger.units.iter().copied().collect())))
        }
        Goal::Regions
        | Goal::RegionBorderLength
        | Goal::RegionDeviation
        | Goal::RegionMismatch { .. }
        | Goal::RegionGroups { .. } => unreachable!("an instance has no limit on regions"),
    })
}

fn sum(amounts: impl IntoIterator<Item = u64>) -> u64 {
    amounts.into_iter().fold(0, u64::saturating_add)
}

/// The zone of each unit, where each lies in exactly one: whole, or with all its parts.
fn placed(facts: &Facts, goal: &Goal) -> Result<UnitsByZone, NotCheckedReason> {
    let mut placed = UnitsByZone::new();
    let mut elsewhere = Vec::new();
    for unit in facts.territory.units().ids() {
        let zones: BTreeSet<Option<ZoneId>> =
            facts.pieces(unit).into_iter().map(|piece| piece.zone).collect();
        match (zones.first(), zones.len()) {
            (Some(Some(zone)), 1) => {
                placed.entry(*zone).or_default().insert(unit);
            }
            _ => elsewhere.push(facts.unit(unit)),
        }
    }
    if elsewhere.is_empty() {
        Ok(placed)
    } else {
        Err(NotCheckedReason::NotInOneZone { goal: goal.to_string(), units: elsewhere })
    }
}

/// Inhabitants of each zone.
fn populations(facts: &Facts) -> Result<Vec<(ZoneId, u64)>, NotCheckedReason> {
    let zones =
        facts.inhabited_zones().map(|zone| Ok((zone, facts.population(&facts.contents[zone]).exact()?)));
    zones.collect::<Result<_, _>>().map_err(NotCheckedReason::PartPopulationUnknown)
}

/// Whether a zone has so many inhabitants as only an exception permits, and one does.
fn is_by_exception(facts: &Facts, zone: ZoneId, people: u64) -> bool {
    !is_within(facts.binding_bounds(), people) && facts.permits(zone, people)
}

/// How far each zone is from the ideal: as the scenario says it, or else half way between the
/// bounds, or the minimum where there is no maximum. A zone outside the bounds by exception is not
/// far from anything.
fn deviations(facts: &Facts) -> Result<Vec<u64>, NotCheckedReason> {
    let bounds = facts.problem.profile.zone.population;
    let half_way =
        bounds.maximum().map_or(bounds.minimum(), |most| bounds.minimum() + (most - bounds.minimum()) / 2);
    let ideal = facts.problem.ideal.unwrap_or(half_way);
    let far = |(zone, people): (ZoneId, u64)| match is_by_exception(facts, zone, people) {
        true => 0,
        false => people.abs_diff(ideal),
    };
    Ok(populations(facts)?.into_iter().map(far).collect())
}

/// The border of the territory once, each border between two zones once for either.
fn border_length(facts: &Facts, placed: &UnitsByZone) -> u64 {
    let zones = placed.values().map(|units| {
        let of_unit = |&unit: &UnitId| {
            let shared = facts.graph.shared_borders(unit);
            let between = shared.filter(|neighbour| !units.contains(&neighbour.unit));
            facts.graph.outer_m(unit).saturating_add(sum(between.map(|neighbour| neighbour.border_m)))
        };
        sum(units.iter().map(of_unit))
    });
    sum(zones)
}

/// Pairs of neighbours, declared links among them, of different zones.
fn cut_edges(facts: &Facts, placed: &UnitsByZone) -> u64 {
    let adjacency = Adjacency::new(facts.territory, facts.graph);
    let mut cut: BTreeSet<(UnitId, UnitId)> = BTreeSet::new();
    for units in placed.values() {
        for &unit in units {
            let apart = adjacency.neighbours(unit).filter(|neighbour| !units.contains(neighbour));
            cut.extend(apart.map(|neighbour| (unit.min(neighbour), unit.max(neighbour))));
        }
    }
    cut.len() as u64
}
