use zonewerk_core::graph::Graph;
use zonewerk_core::territory::UnitId;

/// Length of the border in metres of a set of units, of which `holds` tells the members:
/// `sum of perimeters - 2 * borders inside`. Added up over zones, a border between two counts
/// for both, the border of the territory once.
pub(super) fn of(graph: &Graph, units: &[UnitId], holds: impl Fn(UnitId) -> bool) -> u64 {
    let outside = |&unit| {
        let shared = graph.shared_borders(unit).filter(|neighbour| !holds(neighbour.unit));
        graph.outer_m(unit) + shared.map(|neighbour| neighbour.border_m).sum::<u64>()
    };
    units.iter().map(outside).sum()
}
