//! The map as shared arcs: a border between two units is stored once, so that
//! neighbours fit exactly, merging and dissolving move no vertex, and simplifying an
//! arc keeps both sides together.

use geo::{Coord, MultiPolygon};

use crate::territory::{Id, IdVec, UnitId};

/// Number of an arc in its topology.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArcId(u32);

impl Id for ArcId {
    fn new(index: usize) -> Self {
        Self(u32::try_from(index).expect("fewer than 2^32 arcs"))
    }

    fn index(self) -> usize {
        self.0 as usize
    }
}

/// An arc as a ring walks it: from its first point to its last, or backwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArcUse {
    /// The arc.
    pub arc: ArcId,
    /// Whether the ring walks it from its last point to its first.
    pub reversed: bool,
}

/// A closed walk along arcs.
pub type Ring = Vec<ArcUse>;

/// A polygon: its exterior ring, then its holes.
pub type Area = Vec<Ring>;

/// One shape per unit, made of shared arcs. Coordinates are longitude and latitude in
/// degrees, WGS 84.
#[derive(Clone, Debug, PartialEq)]
pub struct Topology {
    arcs: IdVec<ArcId, Vec<Coord<f64>>>,
    shapes: IdVec<UnitId, Vec<Area>>,
    users: IdVec<ArcId, Vec<UnitId>>,
}

impl Topology {
    /// Puts arcs and shapes together.
    pub fn new(arcs: IdVec<ArcId, Vec<Coord<f64>>>, shapes: IdVec<UnitId, Vec<Area>>) -> Self {
        let mut users = IdVec::filled(Vec::new(), arcs.len());
        for (unit, areas) in shapes.iter() {
            for arc_use in areas.iter().flatten().flatten() {
                let list: &mut Vec<UnitId> = &mut users[arc_use.arc];
                if list.last() != Some(&unit) {
                    list.push(unit);
                }
            }
        }
        Self { arcs, shapes, users }
    }

    /// Cuts polygons that share vertices exactly into shared arcs, one shape per unit.
    pub fn from_polygons(_shapes: IdVec<UnitId, MultiPolygon<f64>>) -> Self {
        todo!()
    }

    /// Number of units.
    pub fn len(&self) -> usize {
        self.shapes.len()
    }

    /// Whether there is no unit.
    pub fn is_empty(&self) -> bool {
        self.shapes.is_empty()
    }

    /// Every arc with the units whose border it is part of, ascending.
    pub fn arc_users(&self) -> impl Iterator<Item = (ArcId, &[UnitId])> {
        self.users.iter().map(|(arc, users)| (arc, users.as_slice()))
    }

    /// The points of an arc.
    pub fn arc(&self, arc: ArcId) -> &[Coord<f64>] {
        &self.arcs[arc]
    }

    /// Geodesic length of an arc on WGS 84 in metres.
    pub fn arc_length_m(&self, _arc: ArcId) -> f64 {
        todo!()
    }

    /// The shape of one unit, exterior rings counterclockwise (RFC 7946).
    pub fn geometry(&self, unit: UnitId) -> MultiPolygon<f64> {
        self.dissolve(&[unit])
    }

    /// The outline of a set of units, borders inside it gone; no vertex moves.
    /// Exterior rings counterclockwise, holes clockwise (RFC 7946).
    pub fn dissolve(&self, _units: &[UnitId]) -> MultiPolygon<f64> {
        todo!()
    }

    /// The map of a coarser layout: `sources[new]` are the units that form the new
    /// unit. Units that stand in no list are left out.
    pub fn merged(&self, _sources: &IdVec<UnitId, Vec<UnitId>>) -> Self {
        todo!()
    }
}
