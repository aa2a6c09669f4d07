use super::{Holding, Plan};
use crate::graph::Graph;
use crate::territory::{IdVec, Territory, UnitId, ZoneId};

/// Numbers about one zone, without a threshold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneMeasures {
    /// The units wholly or partly in the zone, ascending.
    pub units: Vec<UnitId>,
    /// Inhabitants; `None` where the population of a part is not known.
    pub population: Option<u64>,
    /// Length of the zone's border in metres; `None` where it holds part of a unit, or the graph does
    /// not know how long borders are.
    pub border_m: Option<u64>,
}

/// Measures every zone of a plan.
pub fn measure(territory: &Territory, graph: &Graph, plan: &Plan) -> IdVec<ZoneId, ZoneMeasures> {
    let members = plan.members();
    members
        .iter()
        .map(|(zone, units)| ZoneMeasures {
            units: units.clone(),
            population: population(territory, plan, zone, units),
            border_m: border_m(graph, plan, zone, units),
        })
        .collect()
}

fn population(territory: &Territory, plan: &Plan, zone: ZoneId, units: &[UnitId]) -> Option<u64> {
    units
        .iter()
        .map(|&unit| match &plan.holdings[unit] {
            Holding::Unassigned => Some(0),
            Holding::Whole(_) | Holding::Shared(_) => Some(territory.unit(unit).population),
            Holding::Parts(parts) => {
                parts.iter().filter(|part| part.zone == zone).map(|part| part.population).sum()
            }
        })
        .sum()
}

fn border_m(graph: &Graph, plan: &Plan, zone: ZoneId, units: &[UnitId]) -> Option<u64> {
    let is_whole = |unit: UnitId| match &plan.holdings[unit] {
        Holding::Whole(of) => *of == zone,
        Holding::Shared(zones) => zones.contains(&zone),
        Holding::Unassigned | Holding::Parts(_) => false,
    };
    if !graph.has_lengths() || units.iter().any(|&unit| !is_whole(unit)) {
        return None;
    }
    let outside = |unit: UnitId| {
        let shared = graph.shared_borders(unit).filter(|neighbour| !is_whole(neighbour.unit));
        graph.outer_m(unit) + shared.map(|neighbour| neighbour.border_m).sum::<u64>()
    };
    Some(units.iter().map(|&unit| outside(unit)).sum())
}
