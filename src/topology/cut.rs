//! From polygons to shared arcs. A vertex is a junction when the rings that pass it see
//! more than two neighbouring vertices there, or one ring passes it twice; rings are cut
//! at junctions, and pieces that are equal in either direction are one arc.

use std::collections::HashMap;

use geo::{Coord, LineString, MultiPolygon};

use super::{ArcId, ArcUse, Area, Ring, Topology};
use crate::territory::{IdVec, UnitId};

pub(super) fn cut(shapes: &IdVec<UnitId, MultiPolygon<f64>>) -> Topology {
    let mut vertices = Vertices::default();
    let rings: Vec<Vec<Vec<Vec<u32>>>> = shapes
        .values()
        .map(|shape| shape.iter().map(|polygon| vertices.number_polygon(polygon)).collect())
        .collect();
    let junctions = junctions(vertices.points.len(), rings.iter().flatten().flatten());
    let mut arcs = Arcs { vertices: &vertices, numbers: HashMap::new(), arcs: IdVec::default() };
    let shapes = rings
        .iter()
        .map(|areas| {
            let area = |rings: &Vec<Vec<u32>>| -> Area {
                rings.iter().map(|ring| arcs.of_ring(ring, &junctions)).collect()
            };
            areas.iter().map(area).collect()
        })
        .collect();
    Topology::new(arcs.arcs, shapes)
}

#[derive(Default)]
struct Vertices {
    points: Vec<Coord<f64>>,
    numbers: HashMap<[u64; 2], u32>,
}

impl Vertices {
    fn number_polygon(&mut self, polygon: &geo::Polygon<f64>) -> Vec<Vec<u32>> {
        let lines = std::iter::once(polygon.exterior()).chain(polygon.interiors());
        lines.map(|line| self.number_ring(line)).filter(|ring| ring.len() >= 3).collect()
    }

    /// The vertices of a ring, each once, the first not repeated at the end.
    fn number_ring(&mut self, line: &LineString<f64>) -> Vec<u32> {
        let mut ring: Vec<u32> = line.coords().map(|&point| self.number(point)).collect();
        ring.dedup();
        while ring.len() > 1 && ring.first() == ring.last() {
            ring.pop();
        }
        ring
    }

    fn number(&mut self, point: Coord<f64>) -> u32 {
        // Adding 0 makes -0 and 0 one key.
        let key = [(point.x + 0.0).to_bits(), (point.y + 0.0).to_bits()];
        *self.numbers.entry(key).or_insert_with(|| {
            self.points.push(point);
            u32::try_from(self.points.len() - 1).expect("fewer than 2^32 vertices")
        })
    }
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

struct Arcs<'a> {
    vertices: &'a Vertices,
    numbers: HashMap<Vec<u32>, ArcId>,
    arcs: IdVec<ArcId, Vec<Coord<f64>>>,
}

impl Arcs<'_> {
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
        let points = key.iter().map(|&vertex| self.vertices.points[vertex as usize]).collect();
        let arc = self.arcs.push(points);
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
