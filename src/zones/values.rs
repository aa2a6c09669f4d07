use std::collections::BTreeMap;

use pathfinding::prelude::{Matrix, kuhn_munkres};

use super::costs::{RegionCost, StepCost};
use super::{Heirs, WeakStraddles};
use crate::graph::Graph;
use crate::plan::{Holding, Plan};
use crate::problem::{Goal, Problem, Reading, Step};
use crate::territory::{Territory, UnitId};

/// What a plan comes to in a goal, in the goal's unit; `None` for a plan that divides a
/// unit, leaves one out or has one twice, and for people moved from no plan.
///
/// # Panics
/// When the goal measures distances and the graph has no [centres](Graph::centres).
pub fn value(
    territory: &Territory,
    graph: &Graph,
    problem: &Problem,
    goal: &Goal,
    plan: &Plan,
) -> Option<u64> {
    if !plan.holdings.values().all(|holding| matches!(holding, Holding::Whole(_))) {
        return None;
    }
    let members = plan.members();
    let zones: Vec<&[UnitId]> =
        members.values().map(Vec::as_slice).filter(|units| !units.is_empty()).collect();
    if *goal == Goal::PeopleMoved {
        return people_moved(territory, problem, &zones);
    }
    if matches!(goal, Goal::Straddles { reading: Reading::Weak, .. }) {
        return Some(WeakStraddles::value(territory, goal, &zones));
    }
    let step = Step::of(goal.clone());
    if goal.is_about_regions() {
        let cost = RegionCost::new(territory, graph, problem, &step);
        return Some(regions(plan)?.iter().map(|units| cost.of(units)).sum());
    }
    let cost = StepCost::new(territory, graph, problem, &step);
    let costs = zones.iter().map(|units| cost.of_zone(units));
    Some(if goal.is_bottleneck() { costs.max().unwrap_or(0) } else { costs.sum() })
}

/// The units of each region, ascending; `None` where a zone is in none or in several.
fn regions(plan: &Plan) -> Option<Vec<Vec<UnitId>>> {
    let mut regions: BTreeMap<&str, Vec<UnitId>> = BTreeMap::new();
    for (zone, units) in plan.members().iter().filter(|(_, units)| !units.is_empty()) {
        regions.entry(plan.zones[zone].region()?).or_default().extend(units);
    }
    regions.values_mut().for_each(|units| units.sort_unstable());
    Some(regions.into_values().collect())
}

/// Everyone less those who stay, where each zone continues at most one zone of the base
/// plan, and each of those is continued by at most one: the matching with the most people
/// (Kuhn 1955, "The Hungarian method for the assignment problem").
fn people_moved(territory: &Territory, problem: &Problem, zones: &[&[UnitId]]) -> Option<u64> {
    let heirs = Heirs::new(territory, problem.base.as_ref()?);
    let size = zones.len().max(heirs.len());
    if size == 0 {
        return Some(0);
    }
    let mut staying = Matrix::new(size, size, 0_i64);
    for (row, units) in zones.iter().enumerate() {
        for (base, people) in heirs.of_zone(units) {
            staying[(row, base)] = i64::try_from(people).ok()?;
        }
    }
    let (stay, _) = kuhn_munkres(&staying);
    Some(territory.population(territory.units().ids()).saturating_sub(u64::try_from(stay).unwrap_or(0)))
}
