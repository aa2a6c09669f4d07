use rayon::slice::ParallelSliceMut;

use super::numbered_map::NumberedMap;
use crate::territory::{Id, UnitId};

/// An edge of a ring that no other ring shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct UnsharedEdge {
    /// Unit, area, ring and place in the ring of its first vertex.
    pub(super) at: RingPlace,
    pub(super) from: u32,
    pub(super) to: u32,
}

/// A place in a ring of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct RingPlace {
    pub(super) unit: UnitId,
    pub(super) area: u32,
    pub(super) ring: u32,
    pub(super) place: u32,
}

/// The edges that stand once, in the order of units and rings: the outer border of the map,
/// and borders that do not match.
pub(super) fn loose_edges(sheet: &NumberedMap) -> Vec<UnsharedEdge> {
    let number = |index: usize| u32::try_from(index).expect("fewer than 2^32 places");
    let mut edges: Vec<(u32, u32, UnsharedEdge)> = Vec::new();
    for (unit, areas) in sheet.shapes.iter() {
        for (area, rings) in areas.iter().enumerate() {
            for (ring, vertices) in rings.iter().enumerate() {
                for (place, &from) in vertices.iter().enumerate() {
                    let to = vertices[(place + 1) % vertices.len()];
                    let at = RingPlace { unit, area: number(area), ring: number(ring), place: number(place) };
                    edges.push((from.min(to), from.max(to), UnsharedEdge { at, from, to }));
                }
            }
        }
    }
    edges.par_sort_unstable();
    let mut loose: Vec<UnsharedEdge> = edges
        .chunk_by(|a, b| (a.0, a.1) == (b.0, b.1))
        .filter(|same| same.len() == 1)
        .map(|same| same[0].2)
        .collect();
    loose.sort_unstable_by_key(|edge| edge.at);
    debug_assert!(loose.iter().all(|edge| edge.at.unit.index() < sheet.shapes.len()));
    loose
}
