use super::Graph;
use crate::territory::UnitId;

/// How many neighbours the units of a graph have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Degrees {
    /// Neighbours a unit on average; 0 without units.
    pub mean: f64,
    /// The most neighbours that a unit has.
    pub max: usize,
    /// The first unit that has so many; `None` without units.
    pub max_unit: Option<UnitId>,
}

/// How many neighbours the units have, links included.
pub fn degrees(graph: &Graph) -> Degrees {
    let degree = |unit: UnitId| graph.neighbours(unit).len();
    let total: usize = graph.units().map(degree).sum();
    // Of equals `max_by_key` takes the last, so the units come in reverse.
    let max_unit = graph.units().rev().max_by_key(|&unit| degree(unit));
    Degrees { mean: total as f64 / graph.len().max(1) as f64, max: max_unit.map_or(0, degree), max_unit }
}

/// The units without a neighbour, ascending.
pub fn isolated(graph: &Graph) -> Vec<UnitId> {
    graph.units().filter(|&unit| graph.neighbours(unit).is_empty()).collect()
}
