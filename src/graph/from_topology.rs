use std::collections::BTreeMap;

use super::Graph;
use crate::territory::{Id, UnitId};
use crate::topology::Topology;

/// The rook graph of a map: each arc between two units is border, each arc of one
/// unit alone is outer border. Arc lengths are geodesic on WGS 84; the sum per pair
/// is rounded to whole metres.
pub fn from_topology(topology: &Topology) -> Graph {
    let mut outer = vec![0.0; topology.len()];
    let mut shared: BTreeMap<(UnitId, UnitId), f64> = BTreeMap::new();
    for (arc, users) in topology.arc_users() {
        let length_m = topology.arc_length_m(arc);
        match users {
            [unit] => outer[unit.index()] += length_m,
            [a, b] if a != b => *shared.entry((*a.min(b), *a.max(b))).or_default() += length_m,
            _ => {}
        }
    }
    let borders = shared.into_iter().map(|((a, b), length_m)| (a, b, whole_metres(length_m)));
    Graph::new(outer.into_iter().map(whole_metres).collect(), borders)
}

fn whole_metres(length_m: f64) -> u64 {
    length_m.round() as u64
}
