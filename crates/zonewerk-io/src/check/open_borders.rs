//! The edges at which a map does not fit: used by one unit only, or by two on the same side.
//!
//! Every edge runs with its unit on the left. Where two units fit, one runs it forth and one
//! back, and both drop out. What stays are closed walks, around which the number of units
//! that lie over a point is its winding number: all overlaps and gaps can be read from it.

use std::collections::BTreeSet;

use geo::{Coord, Line, MultiPolygon};
use rayon::prelude::*;
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

use super::area_measures::signed_area;
use super::edge_tree::EdgeBox;
use super::point_side::edges_by_parity;
use super::shape_faults::{ShapeFault, ShapeFaultKind};
use super::unit_ring::PointKey;
use zonewerk_core::territory::{IdVec, UnitId};

/// An edge at which no other unit fits, with its unit on the left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct OpenEdge {
    pub unit: UnitId,
    pub line: Line,
}

/// The loose edges of a map.
#[derive(Clone, Debug)]
pub struct OpenBorders {
    /// By unit, in the order of its rings.
    pub(super) loose: Vec<OpenEdge>,
    /// The units that are no shape.
    pub(super) tangles: BTreeSet<UnitId>,
}

/// Loose edges by place, as units stand in any order.
pub(super) struct LooseIndex<'a> {
    loose: &'a [OpenEdge],
    tree: RTree<GeomWithData<Rectangle<[f64; 2]>, usize>>,
}

impl<'a> LooseIndex<'a> {
    pub fn new(borders: &'a OpenBorders) -> Self {
        let boxed = |(number, edge): (usize, &OpenEdge)| {
            GeomWithData::new(Rectangle::from_corners(edge.line.start.into(), edge.line.end.into()), number)
        };
        let tree = RTree::bulk_load(borders.loose.iter().enumerate().map(boxed).collect());
        Self { loose: &borders.loose, tree }
    }

    /// The edges whose boxes meet a rectangle, with their numbers.
    pub fn near(&self, bounds: EdgeBox) -> impl Iterator<Item = (usize, &'a OpenEdge)> {
        let envelope = AABB::from_corners(bounds.min.into(), bounds.max.into());
        let found = self.tree.locate_in_envelope_intersecting(&envelope);
        found.map(|one| (one.data, &self.loose[one.data]))
    }
}

/// An edge of a unit, from its lower end to its higher one, and whether the unit runs it so.
struct Use {
    line: Line,
    unit: UnitId,
    /// Its place among the edges of its unit.
    place: u32,
    forth: bool,
}

impl Use {
    fn new(unit: UnitId, place: u32, line: Line) -> Self {
        let forth = PointKey::from(line.start) < PointKey::from(line.end);
        Self { line: if forth { line } else { turned(line) }, unit, place, forth }
    }

    fn ends(&self) -> (PointKey, PointKey) {
        (self.line.start.into(), self.line.end.into())
    }
}

fn turned(line: Line) -> Line {
    Line::new(line.end, line.start)
}

impl OpenBorders {
    /// Compares all edges. Shapes that have faults are read part by part by the even-odd rule,
    /// so that a ring with a fault is no fault of its neighbours; tangles are left out.
    pub fn new(shapes: &IdVec<UnitId, MultiPolygon>, faults: &[ShapeFault]) -> Self {
        let faulty: BTreeSet<UnitId> = faults.iter().map(|fault| fault.unit).collect();
        let is_tangle = |fault: &&ShapeFault| fault.kind == ShapeFaultKind::Tangle;
        let tangles: BTreeSet<UnitId> = faults.iter().filter(is_tangle).map(|fault| fault.unit).collect();
        let numbered: Vec<(UnitId, &MultiPolygon)> =
            shapes.iter().filter(|(unit, _)| !tangles.contains(unit)).collect();
        let of_unit = |&(unit, shape): &(UnitId, &MultiPolygon)| {
            let lines = if faulty.contains(&unit) { edges_by_parity(shape).concat() } else { edges(shape) };
            (0..).zip(lines).map(move |(place, line)| Use::new(unit, place, line))
        };
        let mut uses: Vec<Use> = numbered.par_iter().flat_map_iter(of_unit).collect();
        uses.par_sort_unstable_by_key(|one| (one.ends(), one.unit, one.forth, one.place));

        let mut loose: Vec<&Use> = Vec::new();
        for same in uses.chunk_by(|a, b| a.ends() == b.ends()) {
            let start = loose.len();
            for of_unit in same.chunk_by(|a, b| a.unit == b.unit) {
                // A unit on both sides of an edge has no border there.
                let (back, forth) = of_unit.split_at(of_unit.partition_point(|one| !one.forth));
                let both = back.len().min(forth.len());
                loose.extend(back[both..].iter().chain(&forth[both..]));
            }
            if let [a, b] = loose[start..]
                && a.forth != b.forth
            {
                loose.truncate(start);
            }
        }
        loose.sort_unstable_by_key(|one| (one.unit, one.place));
        let edge = |one: &Use| {
            let line = if one.forth { one.line } else { turned(one.line) };
            OpenEdge { unit: one.unit, line }
        };
        let loose = loose.into_iter().map(edge).collect();
        Self { loose, tangles }
    }

    /// Number of edges at which no other unit fits.
    pub fn loose_edges(&self) -> usize {
        self.loose.len()
    }
}

fn edges(shape: &MultiPolygon) -> Vec<Line> {
    let mut lines = Vec::new();
    for polygon in shape {
        for (place, ring) in std::iter::once(polygon.exterior()).chain(polygon.interiors()).enumerate() {
            let unit_on_left = (signed_area(&ring.0) > 0.0) == (place == 0);
            let forth = |edge: &[Coord]| Line::new(edge[0], edge[1]);
            let back = |edge: &[Coord]| Line::new(edge[1], edge[0]);
            let moves = |line: &Line| line.start != line.end;
            if unit_on_left {
                lines.extend(ring.0.windows(2).map(forth).filter(moves));
            } else {
                lines.extend(ring.0.windows(2).rev().map(back).filter(moves));
            }
        }
    }
    lines
}
