use super::Sight;
use crate::graph::Graph;

/// Length of a zone's border in metres: `sum of perimeters - 2 * borders inside`. Added up,
/// a border between two zones counts for both, the border of the territory once.
pub(super) fn of(graph: &Graph, zone: &Sight<'_>) -> u64 {
    let outside = |&unit| {
        let shared = graph.shared_borders(unit).filter(|neighbour| !zone.holds(neighbour.unit));
        graph.outer_m(unit) + shared.map(|neighbour| neighbour.border_m).sum::<u64>()
    };
    zone.units.iter().map(outside).sum()
}
