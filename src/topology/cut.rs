//! From polygons to shared arcs. A vertex is a junction when the rings that pass it see
//! more than two neighbouring vertices there, or one ring passes it twice; rings are cut
//! at junctions, and pieces that are equal in either direction are one arc.

use std::collections::HashMap;

use super::sheet::{NumberedArea, Sheet};
use super::{ArcId, ArcUse, Area, Ring};
use crate::territory::{IdVec, UnitId};

/// The arcs as vertex numbers, and the shapes that are made of them.
pub(super) fn cut(sheet: &Sheet) -> (IdVec<ArcId, Vec<u32>>, IdVec<UnitId, Vec<Area>>) {
    let rings = sheet.shapes.values().flatten().flatten();
    let junctions = junctions(sheet.points.len(), rings);
    let mut arcs = Arcs::default();
    let mut area =
        |rings: &NumberedArea| -> Area { rings.iter().map(|ring| arcs.of_ring(ring, &junctions)).collect() };
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

#[derive(Default)]
struct Arcs {
    numbers: HashMap<Vec<u32>, ArcId>,
    arcs: IdVec<ArcId, Vec<u32>>,
}

impl Arcs {
    fn of_ring(&mut self, ring: &[u32], junctions: &[bool]) -> Ring {
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

    fn number(&mut self, forward: Vec<u32>) -> ArcUse {
        let mut backward = forward.clone();
        backward.reverse();
        let reversed = backward < forward;
        let key = if reversed { backward } else { forward };
        if let Some(&arc) = self.numbers.get(&key) {
            return ArcUse { arc, reversed };
        }
        let arc = self.arcs.push(key.clone());
        self.numbers.insert(key, arc);
        ArcUse { arc, reversed }
    }
}

/// A whole ring as one closed walk that starts at its lowest vertex, so that two rings
/// over the same vertices give the same walk or its reverse.
fn closed_from_lowest(ring: &[u32]) -> Vec<u32> {
    let lowest = (0..ring.len()).min_by_key(|&place| ring[place]).unwrap_or(0);
    ring[lowest..].iter().chain(&ring[..=lowest]).copied().collect()
}
