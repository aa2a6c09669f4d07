//! One ring of a unit, ready to be compared with others.

use geo::{Coord, LineString, MultiPolygon, Polygon};

use super::area_measures::signed_area;
use super::edge_meeting::{Passage, orientation};
use super::edge_tree::{EdgeBox, EdgeTree};

/// A ring without repeated points, with its place in the unit.
pub(super) struct UnitRing {
    /// Which polygon of the unit, from 0.
    pub part: usize,
    /// 0 for the exterior, then the holes.
    pub place: usize,
    /// Closed; no point equals the one before.
    pub points: Vec<Coord>,
    pub tree: EdgeTree,
    /// In coordinates of the map.
    pub signed_area: f64,
}

/// A point as a key that compares exactly and orders by place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct PointKey(u64, u64);

impl From<Coord> for PointKey {
    fn from(point: Coord) -> Self {
        // Adding 0 makes -0 equal to 0; the rest turns the order of the bits into that of the numbers.
        let key = |value: f64| {
            let bits = (value + 0.0).to_bits();
            if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
        };
        Self(key(point.x), key(point.y))
    }
}

/// Where a ring passes a point: at its vertex `n`, or inside its edge `n`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Pass {
    Vertex(usize),
    Edge(usize),
}

impl UnitRing {
    /// All rings of a unit that have an edge.
    pub fn all(shape: &MultiPolygon) -> Vec<Self> {
        let rings = shape.iter().enumerate().flat_map(|(part, polygon)| {
            let rings = std::iter::once(polygon.exterior()).chain(polygon.interiors());
            rings.enumerate().map(move |(place, ring)| Self::new(part, place, ring))
        });
        rings.filter(|ring| ring.edges() > 1).collect()
    }

    fn new(part: usize, place: usize, ring: &LineString) -> Self {
        let mut points = ring.0.clone();
        points.dedup();
        let (tree, signed_area) = (EdgeTree::of_ring(&points), signed_area(&points));
        Self { part, place, points, tree, signed_area }
    }

    pub fn edges(&self) -> usize {
        self.tree.edges().len()
    }

    pub fn bounds(&self) -> EdgeBox {
        self.tree.bounds()
    }

    /// Whether the unit lies to the left of this ring as it runs.
    pub fn has_unit_on_left(&self) -> bool {
        (self.signed_area > 0.0) == (self.place == 0)
    }

    pub fn polygon(&self) -> Polygon {
        Polygon::new(LineString::new(self.points.clone()), Vec::new())
    }

    /// Where edge `edge` passes a point on it.
    pub fn pass(&self, edge: usize, at: Coord) -> Pass {
        let line = self.tree.edges()[edge];
        if line.start == at {
            Pass::Vertex(edge)
        } else if line.end == at {
            Pass::Vertex((edge + 1) % self.edges())
        } else {
            Pass::Edge(edge)
        }
    }

    /// Where the ring comes from and goes to in a passage.
    pub fn passage(&self, pass: Pass) -> Passage {
        let n = self.edges();
        let (before, after) = match pass {
            Pass::Vertex(vertex) => ((vertex + n - 1) % n, vertex + 1),
            Pass::Edge(edge) => (edge, edge + 1),
        };
        Passage { from: self.points[before], to: self.points[after] }
    }

    /// Whether this ring lies inside another that it does not cross.
    pub fn lies_inside(&self, other: &Self) -> bool {
        let middle = |edge: &geo::Line| (edge.start + edge.end) / 2.0;
        let vertices = self.points.iter().copied();
        let candidates = vertices.chain(self.tree.edges().iter().map(middle));
        other.bounds().holds(&self.bounds())
            && candidates.into_iter().find_map(|point| other.encloses(point)).unwrap_or(true)
    }

    /// Whether a point lies inside; `None` on the ring itself.
    fn encloses(&self, point: Coord) -> Option<bool> {
        use geo::algorithm::kernels::Orientation::{Clockwise, Collinear, CounterClockwise};
        let to_the_right = EdgeBox { min: point, max: Coord { x: f64::INFINITY, y: point.y } };
        let (mut inside, mut on_ring) = (false, false);
        self.tree.near(&to_the_right, &mut |edge| {
            let edge = self.tree.edges()[edge];
            let side = orientation(edge.start, edge.end, point);
            let lowest_x = edge.start.x.min(edge.end.x);
            on_ring |= side == Collinear && lowest_x <= point.x;
            if (edge.start.y > point.y) != (edge.end.y > point.y) {
                let facing = if edge.end.y > edge.start.y { CounterClockwise } else { Clockwise };
                inside ^= side == facing;
            }
        });
        (!on_ring).then_some(inside)
    }
}
