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

#[cfg(test)]
mod tests {
    use rand::{RngExt, SeedableRng};
    use rand_chacha::ChaCha8Rng;

    use super::*;
    use crate::graph::components;

    fn graph(units: usize, pairs: impl IntoIterator<Item = (usize, usize)>) -> Graph {
        let borders = pairs.into_iter().map(|(a, b)| (UnitId::new(a), UnitId::new(b), 1));
        Graph::new(vec![0; units], borders)
    }

    fn numbers(units: Vec<UnitId>) -> Vec<usize> {
        units.into_iter().map(Id::index).collect()
    }

    #[test]
    fn in_a_path_all_but_the_ends_are_cut_vertices_and_in_a_grid_none() {
        assert_eq!(numbers(cut_vertices(&Graph::grid(4, 1))), [1, 2]);
        assert_eq!(cut_vertices(&Graph::grid(3, 3)), []);
        assert_eq!(cut_vertices(&Graph::grid(0, 0)), []);
    }

    #[test]
    fn two_triangles_are_cut_by_the_unit_they_share() {
        let pairs = [(0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (2, 4)];
        assert_eq!(numbers(cut_vertices(&graph(6, pairs))), [2]);
    }

    #[test]
    fn a_path_of_200_000_units_does_not_overflow_the_stack() {
        assert_eq!(cut_vertices(&Graph::grid(200_000, 1)).len(), 199_998);
    }

    #[test]
    fn random_graphs_fall_apart_without_just_their_cut_vertices() {
        let mut random = ChaCha8Rng::seed_from_u64(3);
        let mut seen = 0;
        for _ in 0..300 {
            let units = random.random_range(1..12);
            let every = (0..units).flat_map(|a| (a + 1..units).map(move |b| (a, b)));
            let graph = graph(units, every.filter(|_| random.random_bool(0.2)).collect::<Vec<_>>());
            let all: Vec<UnitId> = graph.units().collect();
            let before = components(&graph, &all).len();
            let cuts = |unit: &UnitId| {
                let rest: Vec<UnitId> = all.iter().copied().filter(|other| other != unit).collect();
                components(&graph, &rest).len() > before
            };
            let expected: Vec<UnitId> = all.iter().copied().filter(cuts).collect();
            assert_eq!(cut_vertices(&graph), expected, "{graph:?}");
            seen += expected.len();
        }
        assert!(seen > 100, "the random graphs have hardly a cut vertex: {seen}");
    }
}
