use petgraph::algo::articulation_points::articulation_points;
use petgraph::graph::{NodeIndex, UnGraph};

use super::Graph;
use crate::territory::{Id, UnitId};

/// The units without which their component falls apart, ascending (articulation points,
/// Tarjan 1972; the walk keeps its own stack, so a long path does not overflow it).
pub fn cut_vertices(graph: &Graph) -> Vec<UnitId> {
    let mut walked = UnGraph::<(), ()>::default();
    for _ in graph.units() {
        walked.add_node(());
    }
    for (a, b, _) in graph.borders() {
        walked.add_edge(NodeIndex::new(a.index()), NodeIndex::new(b.index()), ());
    }
    let mut found: Vec<UnitId> =
        articulation_points(&walked).into_iter().map(|node| UnitId::new(node.index())).collect();
    found.sort();
    found
}
