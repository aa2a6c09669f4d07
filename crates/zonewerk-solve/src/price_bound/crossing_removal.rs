//! Graphs that cannot be drawn in a plane: the fewest edges that seem possible are drawn over others,
//! and where two edges cross a point is put (the planarization of Batini, Talamo and Tamassia 1984,
//! "Computer aided layout of entity relationship diagrams", Journal of Systems and Software 4).
//!
//! Nobody lives at a crossing, it has no price, and it lies in any number of zones; the pieces of
//! edges that cross cost nothing. Why what is proved on that drawing holds of every zone `S` that is
//! contiguous in the graph: take the crossings that `S` needs to be in one piece with its own edges,
//! and no more. The curve close around these points and edges costs the uncrossed edges that leave
//! `S`, so at most the border of `S`. An edge of another zone that passes through such a crossing does
//! not leave the face that it is in: both sides of an edge without which a drawing falls apart are
//! one face. So what lies within `S` are whole zones, as in a graph without crossings.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::dual_graph::faces;
use super::planar_embedding::embedding;

/// A graph that can be drawn without crossings, the points of the original first.
pub(super) struct Drawable {
    pub(super) points: usize,
    /// Edges with their costs.
    pub(super) edges: Vec<([usize; 2], u64)>,
    /// Per edge, the edge of the original that it is, or is a piece of.
    pub(super) pieces_of: Vec<usize>,
}

/// Edges that are drawn over others, at most.
const MOST_DRAWN_OVER: usize = 400;

impl Drawable {
    /// `None` where too many edges cross.
    pub(super) fn new(points: usize, edges: Vec<([usize; 2], u64)>) -> Option<Self> {
        if edges.len() > most_edges(points) + MOST_DRAWN_OVER {
            return None;
        }
        if is_drawable(points, &edges) {
            let pieces_of = (0..edges.len()).collect();
            return Some(Self { points, edges, pieces_of });
        }
        // What costs most is drawn first: edges that cross others cost nothing.
        let mut places: Vec<usize> = (0..edges.len()).collect();
        places.sort_by_key(|&place| (Reverse(edges[place].1), edges[place].0));
        let by_cost: Vec<([usize; 2], u64)> = places.iter().map(|&place| edges[place]).collect();
        let (mut drawn, mut pieces_of) = (Vec::with_capacity(edges.len()), Vec::new());
        let (mut over, mut done) = (Vec::new(), 0);
        while done < by_cost.len() {
            let fits = done + longest_that_fits(points, &drawn, &by_cost[done..]);
            drawn.extend_from_slice(&by_cost[done..fits]);
            pieces_of.extend_from_slice(&places[done..fits]);
            over.extend(places.get(fits));
            done = fits + 1;
            if over.len() > MOST_DRAWN_OVER {
                return None;
            }
        }
        let mut graph = Self { points, edges: drawn, pieces_of };
        over.into_iter().try_for_each(|place| graph.draw_over(place, edges[place].0))?;
        Some(graph)
    }

    /// Draws an edge so that what it crosses costs least.
    fn draw_over(&mut self, place: usize, [from, to]: [usize; 2]) -> Option<()> {
        let mut before = to;
        for edge in self.cheapest_crossings([from, to])? {
            let crossing = self.points;
            self.points += 1;
            let [a, b] = self.edges[edge].0;
            self.edges[edge] = ([a, crossing], 0);
            self.edges.extend([([crossing, b], 0), ([before, crossing], 0)]);
            self.pieces_of.extend([self.pieces_of[edge], place]);
            before = crossing;
        }
        self.edges.push(([before, from], 0));
        self.pieces_of.push(place);
        Some(())
    }

    /// The edges that a line between two points crosses on its way from the second to the first,
    /// each once: a shortest path from face to face (Dijkstra 1959).
    fn cheapest_crossings(&self, line: [usize; 2]) -> Option<Vec<usize>> {
        let ends: Vec<[usize; 2]> = self.edges.iter().map(|&(ends, _)| ends).collect();
        let around = embedding(self.points, &ends)?;
        let faces = faces(&ends, &around);
        let mut face_of = vec![0; ends.len() * 2];
        for (place, face) in faces.iter().enumerate() {
            face.iter().for_each(|&half| face_of[half] = place);
        }
        let [from, to] = line.map(|point| {
            let halves = around[point].iter().map(|&edge| 2 * edge + usize::from(ends[edge][1] == point));
            halves.map(|half| face_of[half]).collect::<Vec<_>>()
        });
        let mut reached: Vec<Option<(u64, Option<usize>)>> = vec![None; faces.len()];
        let mut heap = BinaryHeap::new();
        for &face in &from {
            reached[face] = Some((0, None));
            heap.push(Reverse((0, face)));
        }
        while let Some(Reverse((cost, face))) = heap.pop() {
            if reached[face].is_none_or(|(least, _)| cost > least) {
                continue;
            }
            if to.contains(&face) {
                let mut crossed = Vec::new();
                let mut face = face;
                while let Some((_, Some(half))) = reached[face] {
                    crossed.push(half / 2);
                    face = face_of[half];
                }
                return Some(crossed);
            }
            for &half in &faces[face] {
                if ends[half / 2].iter().any(|end| line.contains(end)) {
                    continue;
                }
                let (next, beyond) = (cost + self.edges[half / 2].1 + 1, face_of[half ^ 1]);
                if reached[beyond].is_none_or(|(least, _)| next < least) {
                    reached[beyond] = Some((next, Some(half)));
                    heap.push(Reverse((next, beyond)));
                }
            }
        }
        None
    }
}

/// A drawing without crossings has no more (Euler 1758).
fn most_edges(points: usize) -> usize {
    (3 * points).saturating_sub(6).max(1)
}

fn is_drawable(points: usize, edges: &[([usize; 2], u64)]) -> bool {
    if edges.len() > most_edges(points) {
        return false;
    }
    let ends: Vec<[usize; 2]> = edges.iter().map(|&(ends, _)| ends).collect();
    embedding(points, &ends).is_some()
}

/// How many of the first of `more` edges can be drawn together with those before.
fn longest_that_fits(points: usize, drawn: &[([usize; 2], u64)], more: &[([usize; 2], u64)]) -> usize {
    let fits = |count: usize| is_drawable(points, &[drawn, &more[..count]].concat());
    if fits(more.len()) {
        return more.len();
    }
    let (mut least, mut most) = (0, more.len());
    while least + 1 < most {
        let middle = least.midpoint(most);
        if fits(middle) {
            least = middle;
        } else {
            most = middle;
        }
    }
    least
}
