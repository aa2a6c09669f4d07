use std::collections::BTreeMap;

use super::WeakStraddles;
use super::costs::{RegionCost, StepCost};
use zonewerk_core::graph::Graph;
use zonewerk_core::plan::{Holding, Plan, match_zones};
use zonewerk_core::problem::{Goal, GroupReading, Problem, Step};
use zonewerk_core::territory::{Territory, UnitId};

/// The value of a plan in a goal, in the goal's unit; `None` for a plan that divides a
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
        let matching = match_zones(territory, problem.base.as_ref()?, plan);
        let everyone = territory.population(territory.units().ids());
        return Some(everyone.saturating_sub(matching.people_staying()));
    }
    if matches!(goal, Goal::Straddles { reading: GroupReading::Weak, .. }) {
        return Some(WeakStraddles::value(territory, goal, &zones));
    }
    let step = Step::of(goal.clone());
    if goal.is_about_regions() {
        let cost = RegionCost::new(territory, graph, problem, &step);
        return Some(regions(plan)?.iter().map(|units| cost.of(units)).fold(0, u64::saturating_add));
    }
    let cost = StepCost::new(territory, graph, problem, &step).of_any_plan();
    let costs = zones.iter().map(|units| cost.of_zone(units));
    Some(if goal.is_bottleneck() { costs.max().unwrap_or(0) } else { costs.fold(0, u64::saturating_add) })
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
