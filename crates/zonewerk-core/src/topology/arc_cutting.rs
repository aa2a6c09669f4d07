//! From polygons to shared arcs. A vertex is a junction when the rings that pass it see
//! more than two neighbouring vertices there, one ring passes it twice, or others may pass it where
//! the map is cut at 180 degrees; rings are cut at junctions, and pieces that are equal in either
//! direction are one arc.

use geo::Coord;
use hashbrown::HashMap;

use super::numbered_map::{NumberedArea, NumberedMap};
use super::{ArcId, ArcPolygon, ArcRing, ArcUse};
use crate::territory::{IdVec, UnitId};

/// The arcs as vertex numbers, and the shapes that are made of them. Points `at_seam` have another
/// side.
pub(super) fn cut(
    sheet: &NumberedMap,
    at_seam: impl Fn(Coord<f64>) -> bool,
) -> (IdVec<ArcId, Vec<u32>>, IdVec<UnitId, Vec<ArcPolygon>>) {
    let rings = sheet.shapes.values().flatten().flatten();
    let mut junctions = junctions(sheet.points.len(), rings);
    for (junction, &point) in junctions.iter_mut().zip(&sheet.points) {
        *junction |= at_seam(point);
    }
    let mut arcs = ArcIndex::default();
    let mut area = |rings: &NumberedArea| -> ArcPolygon {
        rings.iter().map(|ring| arcs.of_ring(ring, &junctions)).collect()
    };
    let shapes = sheet.shapes.values().map(|areas| areas.iter().map(&mut area).collect()).collect();
    (arcs.arcs, shapes)
}

fn junctions<'a>(vertices: usize, rings: impl Iterator<Item = &'a Vec<u32>>) -> Vec<bool> {
    let mut seen: Vec<Option<[u32; 2]>> = vec![None; vertices];
    let mut passed_by = vec![usize::MAX; vertices];
    let mut junction = vec![false; vertices];
    for (number, ring) in rings.enumerate() {
        for (place, &vertex) in ring.iter().enumerate() {
            let before = ring[(place + ring.len() - 1) % ring.len()];
            let after = ring[(place + 1) % ring.len()];
            let pair = [before.min(after), before.max(after)];
            let vertex = vertex as usize;
            let known = *seen[vertex].get_or_insert(pair);
            junction[vertex] |= known != pair || passed_by[vertex] == number;
            passed_by[vertex] = number;
        }
    }
    junction
}

/// Arcs by their first edge in either direction: where two walks share it and part later,
/// a junction would have ended them both.
#[derive(Default)]
struct ArcIndex {
    by_first_edge: HashMap<[u32; 2], ArcUse>,
    arcs: IdVec<ArcId, Vec<u32>>,
}

impl ArcIndex {
    fn of_ring(&mut self, ring: &[u32], junctions: &[bool]) -> ArcRing {
        let is_junction = |&vertex: &u32| junctions[vertex as usize];
        let Some(first) = ring.iter().position(is_junction) else {
            return vec![self.number(closed_from_lowest(ring))];
        };
        let closed: Vec<u32> = ring[first..].iter().chain(&ring[..=first]).copied().collect();
        let mut uses = Vec::new();
        let mut begin = 0;
        for end in (1..closed.len()).filter(|&place| is_junction(&closed[place])) {
            uses.push(self.number(closed[begin..=end].to_vec()));
            begin = end;
        }
        uses
    }

    fn number(&mut self, walk: Vec<u32>) -> ArcUse {
        if let Some(&known) = self.by_first_edge.get(&[walk[0], walk[1]]) {
            return known;
        }
        let reversed = walk.iter().rev().lt(walk.iter());
        let ends = [[walk[0], walk[1]], [walk[walk.len() - 1], walk[walk.len() - 2]]];
        let points = if reversed { walk.into_iter().rev().collect() } else { walk };
        let arc = self.arcs.push(points);
        self.by_first_edge.insert(ends[0], ArcUse { arc, reversed });
        self.by_first_edge.entry(ends[1]).or_insert(ArcUse { arc, reversed: !reversed });
        ArcUse { arc, reversed }
    }
}

/// A whole ring as one closed walk that starts at its lowest vertex, so that two rings
/// over the same vertices give the same walk or its reverse.
fn closed_from_lowest(ring: &[u32]) -> Vec<u32> {
    let lowest = (0..ring.len()).min_by_key(|&place| ring[place]).unwrap_or(0);
    ring[lowest..].iter().chain(&ring[..=lowest]).copied().collect()
}
