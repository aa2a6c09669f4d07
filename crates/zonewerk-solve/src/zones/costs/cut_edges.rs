use super::ZoneView;
use zonewerk_core::graph::Graph;

/// Pairs of neighbours of which the lower unit lies in the zone and the higher does not.
/// Each cut pair has one lower unit, so added up each counts once: the number of cut edges
/// of the partition, as in Validi and Buchanan (2022), "Political districting to minimize
/// cut edges", Mathematical Programming Computation 14.
pub(super) fn of(graph: &Graph, zone: &ZoneView<'_>) -> u64 {
    let cut = |&unit| {
        let neighbours = graph.neighbours(unit).iter();
        neighbours.filter(|neighbour| neighbour.unit > unit && !zone.holds(neighbour.unit)).count() as u64
    };
    zone.units.iter().map(cut).sum()
}
