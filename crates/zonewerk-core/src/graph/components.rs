use std::collections::BTreeMap;

use petgraph::unionfind::UnionFind;

use super::Graph;
use crate::territory::{Id, UnitId};

/// The connected parts of a set of units, each in ascending order, ordered by their
/// first unit. Only neighbours that are both in the set connect.
pub fn components(graph: &Graph, units: &[UnitId]) -> Vec<Vec<UnitId>> {
    let mut inside = vec![false; graph.len()];
    for &unit in units {
        inside[unit.index()] = true;
    }
    let mut parts = UnionFind::<usize>::new(graph.len());
    for &unit in units {
        for neighbour in graph.neighbours(unit) {
            if inside[neighbour.unit.index()] {
                parts.union(unit.index(), neighbour.unit.index());
            }
        }
    }
    let mut by_root: BTreeMap<usize, Vec<UnitId>> = BTreeMap::new();
    for unit in graph.units().filter(|unit| inside[unit.index()]) {
        by_root.entry(parts.find(unit.index())).or_default().push(unit);
    }
    let mut found: Vec<Vec<UnitId>> = by_root.into_values().collect();
    found.sort();
    found
}
