//! What the border of a zone runs over: a drawing of the network without crossings.
//!
//! A set of points in one piece has a border that is one closed walk from face to face, with the
//! set on its left, unless others lie within it. The walk crosses the edges that the set parts. In
//! a large face it follows the points on its left from corner to corner.

use super::planar_embedding::embedding;

/// A step of a border.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arc {
    pub(super) from: usize,
    pub(super) to: usize,
    /// The crossed edge and which of its ends lies left, as twice the edge plus the end.
    pub(super) crossed: Option<usize>,
    /// The corner that it comes by, of those of large faces.
    pub(super) corner: Option<usize>,
}

/// Places where borders run and the steps between them.
#[derive(Clone, Debug)]
pub(super) struct DualGraph {
    pub(super) nodes: usize,
    pub(super) arcs: Vec<Arc>,
    /// Per corner of large faces: its point.
    pub(super) corners: Vec<usize>,
    /// Per connected part of more than one point: the corner by which it is open to the outside.
    gates: Vec<usize>,
    /// Points from far to near, each with the edge towards the gate, as twice the edge plus the end
    /// at which the point is.
    inwards: Vec<(usize, Option<usize>)>,
    pub(super) ends: Vec<[usize; 2]>,
    /// Per point, its edges, clockwise.
    pub(super) around: Vec<Vec<usize>>,
    /// Per connected part, a half edge of the face that is open to the outside.
    pub(super) outer: Vec<usize>,
    /// Per half edge, the node that a border is at which comes to it.
    pub(super) node_of: Vec<usize>,
}

/// A face of so many corners, or fewer, is one place.
pub(super) const SMALL: usize = 10;

/// Per face, the half edges around it: each twice its edge plus the end at which it starts.
pub(super) fn faces(ends: &[[usize; 2]], around: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut next = vec![0; ends.len() * 2];
    for (point, edges) in around.iter().enumerate() {
        for (at, &edge) in edges.iter().enumerate() {
            let after = edges[(at + 1) % edges.len()];
            let half = |edge: usize| 2 * edge + usize::from(ends[edge][1] == point);
            next[half(edge) ^ 1] = half(after);
        }
    }
    let mut seen = vec![false; next.len()];
    let mut faces = Vec::new();
    for start in 0..next.len() {
        let (mut face, mut half) = (Vec::new(), start);
        while !seen[half] {
            seen[half] = true;
            face.push(half);
            half = next[half];
        }
        if !face.is_empty() {
            faces.push(face);
        }
    }
    faces
}

impl DualGraph {
    /// Of points and edges that can be drawn without crossings.
    pub(super) fn new(points: usize, ends: &[[usize; 2]]) -> Option<Self> {
        let around = embedding(points, ends)?;
        let faces = faces(ends, &around);
        let start = |half: usize| ends[half / 2][half % 2];
        let mut classes = petgraph::unionfind::UnionFind::<usize>::new(points);
        ends.iter().for_each(|&[a, b]| {
            classes.union(a, b);
        });
        // The largest face of each part is open to the outside.
        let mut open: Vec<Option<usize>> = vec![None; points];
        for (place, face) in faces.iter().enumerate() {
            let best = &mut open[classes.find(start(face[0]))];
            if best.is_none_or(|best| faces[best].len() < face.len()) {
                *best = Some(place);
            }
        }
        let (mut nodes, mut corners, mut gates, mut outer) = (0, Vec::new(), Vec::new(), Vec::new());
        let mut entry: Vec<(usize, Option<usize>)> = vec![(0, None); ends.len() * 2];
        let mut sweeps = Vec::new();
        for (place, face) in faces.iter().enumerate() {
            let is_open = open[classes.find(start(face[0]))] == Some(place);
            if face.len() <= SMALL && !is_open {
                face.iter().for_each(|&half| entry[half] = (nodes, None));
                nodes += 1;
                continue;
            }
            let first = nodes;
            if is_open {
                gates.push(corners.len());
                outer.push(face[0]);
            }
            for &half in face {
                entry[half] = (nodes, Some(corners.len()));
                corners.push(start(half));
                nodes += 1;
            }
            for at in 0..face.len() {
                let before = entry[face[(at + face.len() - 1) % face.len()]];
                sweeps.push(Arc { from: first + at, to: before.0, crossed: None, corner: before.1 });
            }
        }
        let mut arcs = sweeps;
        for face in &faces {
            for at in 0..face.len() {
                let before = face[(at + face.len() - 1) % face.len()];
                let (to, corner) = entry[before ^ 1];
                let from = entry[face[at]].0;
                arcs.push(Arc { from, to, crossed: Some(before ^ 1), corner });
            }
        }
        arcs.sort_by_key(|arc| arc.from);
        let roots: Vec<usize> = gates.iter().map(|&gate: &usize| corners[gate]).collect();
        let inwards = inwards(points, ends, &around, &roots);
        let node_of = entry.iter().map(|&(node, _)| node).collect();
        Some(Self { nodes, arcs, corners, gates, inwards, ends: ends.to_vec(), around, outer, node_of })
    }

    /// Per arc, what it adds to a sum over the points on the left of a closed walk.
    pub(super) fn flux(&self, of_point: &[i64]) -> Vec<i64> {
        let mut beyond = of_point.to_vec();
        let mut of_edge = vec![0; self.ends.len() * 2];
        let mut total = vec![0; self.corners.len()];
        let gates: std::collections::BTreeMap<usize, usize> =
            self.gates.iter().map(|&gate| (self.corners[gate], gate)).collect();
        for &(point, edge) in &self.inwards {
            match edge {
                Some(half) => {
                    of_edge[half] = beyond[point];
                    of_edge[half ^ 1] = -beyond[point];
                    beyond[self.ends[half / 2][1 - half % 2]] += beyond[point];
                }
                None => {
                    if let Some(&gate) = gates.get(&point) {
                        total[gate] = beyond[point];
                    }
                }
            }
        }
        let add = |arc: &Arc| {
            arc.crossed.map_or(0, |half| of_edge[half]) + arc.corner.map_or(0, |corner| total[corner])
        };
        self.arcs.iter().map(add).collect()
    }
}

/// Points from far to near of the roots, each with its half edge towards them.
fn inwards(
    points: usize,
    ends: &[[usize; 2]],
    around: &[Vec<usize>],
    roots: &[usize],
) -> Vec<(usize, Option<usize>)> {
    let mut order: Vec<(usize, Option<usize>)> = Vec::with_capacity(points);
    let mut seen = vec![false; points];
    for &root in roots {
        seen[root] = true;
        order.push((root, None));
    }
    let mut at = 0;
    while let Some(&(point, _)) = order.get(at) {
        at += 1;
        for &edge in &around[point] {
            let end = usize::from(ends[edge][1] == point);
            let other = ends[edge][1 - end];
            if !std::mem::replace(&mut seen[other], true) {
                order.push((other, Some(2 * edge + 1 - end)));
            }
        }
    }
    order.reverse();
    order
}

impl DualGraph {
    /// How often a closed walk, told by its arcs, goes around each of `points`.
    pub(super) fn windings(&self, points: usize, walk: &[usize]) -> Vec<i32> {
        let mut crossed = vec![0; self.ends.len() * 2];
        let mut corners = vec![0; self.corners.len()];
        for arc in walk.iter().map(|&arc| self.arcs[arc]) {
            arc.crossed.iter().for_each(|&half| crossed[half] += 1);
            arc.corner.iter().for_each(|&corner| corners[corner] += 1);
        }
        let mut around = vec![0; points];
        self.gates.iter().for_each(|&gate| around[self.corners[gate]] = corners[gate]);
        for &(point, half) in self.inwards.iter().rev() {
            let Some(half) = half else { continue };
            around[point] = around[self.ends[half / 2][1 - half % 2]] + crossed[half] - crossed[half ^ 1];
        }
        around
    }
}
