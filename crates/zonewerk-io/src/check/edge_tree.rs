//! Which edges come near each other: a binary tree of boxes over edges in the order in
//! which a ring runs, so that a branch is a stretch of border.

use std::ops::ControlFlow;

use geo::{Coord, Line};

const LEAF: usize = 8;

/// A rectangle along the axes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct EdgeBox {
    pub min: Coord,
    pub max: Coord,
}

impl EdgeBox {
    pub const NONE: Self = Self {
        min: Coord { x: f64::INFINITY, y: f64::INFINITY },
        max: Coord { x: f64::NEG_INFINITY, y: f64::NEG_INFINITY },
    };

    pub fn of(points: impl IntoIterator<Item = Coord>) -> Self {
        points.into_iter().fold(Self::NONE, |all, point| all.joined(Self { min: point, max: point }))
    }

    fn of_edge(edge: &Line) -> Self {
        Self::of([edge.start, edge.end])
    }

    pub fn joined(self, other: Self) -> Self {
        let low = |a: f64, b: f64| if a < b { a } else { b };
        let high = |a: f64, b: f64| if a > b { a } else { b };
        Self {
            min: Coord { x: low(self.min.x, other.min.x), y: low(self.min.y, other.min.y) },
            max: Coord { x: high(self.max.x, other.max.x), y: high(self.max.y, other.max.y) },
        }
    }

    /// The rectangle with `margin` more on each side, along each axis.
    pub fn grown(self, margin: Coord) -> Self {
        Self { min: self.min - margin, max: self.max + margin }
    }

    pub fn meets(&self, other: &Self) -> bool {
        self.min.x <= other.max.x
            && other.min.x <= self.max.x
            && self.min.y <= other.max.y
            && other.min.y <= self.max.y
    }

    pub fn holds(&self, other: &Self) -> bool {
        self.min.x <= other.min.x
            && self.min.y <= other.min.y
            && self.max.x >= other.max.x
            && self.max.y >= other.max.y
    }
}

/// Edges with their tree: node `i` has the children `2i` and `2i + 1`, the root is 1.
pub(super) struct EdgeTree {
    edges: Vec<Line>,
    boxes: Vec<EdgeBox>,
    leaves: usize,
}

impl EdgeTree {
    pub fn new(edges: Vec<Line>) -> Self {
        let leaves = edges.len().div_ceil(LEAF).next_power_of_two();
        let mut boxes = vec![EdgeBox::NONE; 2 * leaves];
        for (leaf, run) in edges.chunks(LEAF).enumerate() {
            boxes[leaves + leaf] = run.iter().map(EdgeBox::of_edge).fold(EdgeBox::NONE, EdgeBox::joined);
        }
        for node in (1..leaves).rev() {
            boxes[node] = boxes[2 * node].joined(boxes[2 * node + 1]);
        }
        Self { edges, boxes, leaves }
    }

    /// The edges between the points of a closed ring.
    pub fn of_ring(ring: &[Coord]) -> Self {
        Self::new(ring.windows(2).map(|edge| Line::new(edge[0], edge[1])).collect())
    }

    pub fn edges(&self) -> &[Line] {
        &self.edges
    }

    pub fn bounds(&self) -> EdgeBox {
        self.boxes[1]
    }

    fn leaf(&self, node: usize) -> std::ops::Range<usize> {
        let start = ((node - self.leaves) * LEAF).min(self.edges.len());
        start..(start + LEAF).min(self.edges.len())
    }

    /// Every pair of edges `i < j` of this tree whose boxes meet.
    /// Breaking off in `visit` ends the search.
    pub fn pairs_within<B>(&self, visit: &mut impl FnMut(usize, usize) -> ControlFlow<B>) -> ControlFlow<B> {
        self.pairs_below(1, visit)
    }

    fn pairs_below<B>(
        &self,
        node: usize,
        visit: &mut impl FnMut(usize, usize) -> ControlFlow<B>,
    ) -> ControlFlow<B> {
        if node < self.leaves {
            self.pairs_below(2 * node, visit)?;
            self.pairs_below(2 * node + 1, visit)?;
            return self.pairs_between(2 * node, self, 2 * node + 1, visit);
        }
        for i in self.leaf(node) {
            let bounds = EdgeBox::of_edge(&self.edges[i]);
            for j in i + 1..self.leaf(node).end {
                if bounds.meets(&EdgeBox::of_edge(&self.edges[j])) {
                    visit(i, j)?;
                }
            }
        }
        ControlFlow::Continue(())
    }

    /// Every pair of an edge of this tree and an edge of another whose boxes meet.
    pub fn pairs_with<B>(
        &self,
        other: &Self,
        visit: &mut impl FnMut(usize, usize) -> ControlFlow<B>,
    ) -> ControlFlow<B> {
        self.pairs_between(1, other, 1, visit)
    }

    fn pairs_between<B>(
        &self,
        a: usize,
        other: &Self,
        b: usize,
        visit: &mut impl FnMut(usize, usize) -> ControlFlow<B>,
    ) -> ControlFlow<B> {
        if !self.boxes[a].meets(&other.boxes[b]) {
            return ControlFlow::Continue(());
        }
        let (above, other_above) = (self.levels_below(a), other.levels_below(b));
        if above > 0 && above >= other_above {
            self.pairs_between(2 * a, other, b, visit)?;
            return self.pairs_between(2 * a + 1, other, b, visit);
        }
        if other_above > 0 {
            self.pairs_between(a, other, 2 * b, visit)?;
            return self.pairs_between(a, other, 2 * b + 1, visit);
        }
        for i in self.leaf(a) {
            let bounds = EdgeBox::of_edge(&self.edges[i]);
            if !bounds.meets(&other.boxes[b]) {
                continue;
            }
            for j in other.leaf(b) {
                if bounds.meets(&EdgeBox::of_edge(&other.edges[j])) {
                    visit(i, j)?;
                }
            }
        }
        ControlFlow::Continue(())
    }

    fn levels_below(&self, node: usize) -> u32 {
        self.leaves.ilog2() - node.ilog2()
    }

    /// Calls `visit` with every edge whose box meets `bounds`.
    pub fn near(&self, bounds: &EdgeBox, visit: &mut impl FnMut(usize)) {
        self.near_below(1, bounds, visit);
    }

    fn near_below(&self, node: usize, bounds: &EdgeBox, visit: &mut impl FnMut(usize)) {
        if !self.boxes[node].meets(bounds) {
            return;
        }
        if node < self.leaves {
            self.near_below(2 * node, bounds, visit);
            return self.near_below(2 * node + 1, bounds, visit);
        }
        for edge in self.leaf(node) {
            if EdgeBox::of_edge(&self.edges[edge]).meets(bounds) {
                visit(edge);
            }
        }
    }
}
