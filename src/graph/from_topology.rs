use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{Contact, Contiguity, Graph, GraphOptions};
use crate::territory::{Id, UnitId};
use crate::topology::{ArcId, Topology};

/// The rook graph of a map: each arc between two units is border, each arc of one
/// unit alone is outer border. Arc lengths are geodesic on WGS 84; the sum per pair
/// is rounded to whole metres.
pub fn from_topology(topology: &Topology) -> Graph {
    build(topology, &GraphOptions::default())
}

/// The graph of a map, lengths as in [`from_topology`]. Borders below the minimum are
/// kept apart as [`Graph::short_borders`]. Two units share a point when both have an arc
/// that ends there, as [`Topology::from_polygons`] cuts them.
pub fn build(topology: &Topology, options: &GraphOptions) -> Graph {
    let lengths_m: Vec<f64> = (0..topology.arc_users().len())
        .into_par_iter()
        .map(|arc| topology.arc_length_m(ArcId::new(arc)))
        .collect();
    let mut outer = vec![0.0; topology.len()];
    let mut shared: BTreeMap<(UnitId, UnitId), f64> = BTreeMap::new();
    // One thread adds up in the order of the arcs: floating-point sums depend on it.
    for (arc, users) in topology.arc_users() {
        let length_m = lengths_m[arc.index()];
        match users {
            [unit] => outer[unit.index()] += length_m,
            [a, b] if a != b => *shared.entry((*a.min(b), *a.max(b))).or_default() += length_m,
            _ => {}
        }
    }
    let mut touching: BTreeMap<(UnitId, UnitId), (u64, Contact)> = BTreeMap::new();
    if options.contiguity == Contiguity::Queen {
        touching.extend(sharing_a_point(topology).into_iter().map(|pair| (pair, (0, Contact::Point))));
    }
    let borders = shared.into_iter().map(|(pair, length_m)| (pair, (whole_metres(length_m), Contact::Border)));
    touching.extend(borders);
    let touching = touching.into_iter().map(|((a, b), (border_m, contact))| (a, b, border_m, contact));
    let (neighbours, short) =
        touching.partition(|&(_, _, border_m, _)| border_m >= options.minimum_border_m);
    Graph::of_contacts(outer.into_iter().map(whole_metres).collect(), neighbours, short)
}

/// Pairs of units with an arc end in common, ascending; as many as there are neighbours,
/// so a point where `n` units meet gives all their pairs.
fn sharing_a_point(topology: &Topology) -> Vec<(UnitId, UnitId)> {
    let mut ends: Vec<([u64; 2], UnitId)> = Vec::new();
    for (arc, users) in topology.arc_users() {
        let points = topology.arc(arc);
        for point in points.first().into_iter().chain(points.last()) {
            // Adding 0 makes -0 and 0 one key.
            let key = [(point.x + 0.0).to_bits(), (point.y + 0.0).to_bits()];
            ends.extend(users.iter().map(|&unit| (key, unit)));
        }
    }
    ends.par_sort_unstable();
    ends.dedup();
    let mut pairs = Vec::new();
    for meeting in ends.chunk_by(|one, next| one.0 == next.0) {
        for (place, (_, a)) in meeting.iter().enumerate() {
            pairs.extend(meeting[place + 1..].iter().map(|(_, b)| (*a, *b)));
        }
    }
    pairs
}

fn whole_metres(length_m: f64) -> u64 {
    length_m.round() as u64
}
