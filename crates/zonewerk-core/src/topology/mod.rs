//! The map as shared arcs: a border between two units is stored once, so that
//! neighbours fit exactly, merging and dissolving move no vertex, and simplifying an
//! arc keeps both sides together.

mod antimeridian_seam;
mod arc;
mod arc_clearance;
mod arc_cutting;
mod arc_rings;
mod arc_sides;
mod border_fit;
mod coordinate_grid;
mod dissolve;
mod generalise;
mod numbered_map;
mod unshared_edges;
mod vertex_significance;

pub use antimeridian_seam::SeamContact;
pub(crate) use antimeridian_seam::{TURN_DEGREES, point_key};
pub use arc::{ArcId, ArcPolygon, ArcRing, ArcUse};
pub(crate) use arc_rings::counted_on;
pub use arc_sides::Sides;
pub use border_fit::{Fit, UnitFit};
pub use generalise::{Generalisation, GeneraliseError, generalise};
pub use numbered_map::NumberedMap;

use std::sync::Arc;

use geo::{Coord, Geodesic, Length, LineString, MultiPolygon};

use crate::territory::{IdVec, UnitId};

/// Degrees of latitude, or of longitude, from which an edge is long. One that is straight in
/// longitude and latitude over `d` radians of longitude is longer than its geodesic by a part of
/// `(d sin(latitude))^2 / 24` of it: up to here by less than 5 mm.
const LONG_DEGREES: f64 = 0.2;

/// One shape per unit, made of shared arcs. Coordinates are longitude and latitude in
/// degrees, WGS 84. Exterior rings run counterclockwise, holes clockwise. A clone shares all of
/// it, so that a graph can keep its map.
#[derive(Clone, Debug, PartialEq)]
pub struct Topology {
    arcs: Arc<arc_rings::ArcPoints>,
    /// The same points in the coordinates of the map's file, where these are others.
    source: Option<Arc<arc_rings::ArcPoints>>,
    shapes: Arc<IdVec<UnitId, Vec<ArcPolygon>>>,
    users: Arc<IdVec<ArcId, Vec<UnitId>>>,
}

impl Topology {
    /// Puts arcs and shapes together and turns every ring the right way round.
    ///
    /// # Panics
    /// When a ring names an arc that is not there.
    pub fn new(arcs: IdVec<ArcId, Vec<Coord<f64>>>, mut shapes: IdVec<UnitId, Vec<ArcPolygon>>) -> Self {
        for area in shapes.values_mut().flatten() {
            for (place, ring) in area.iter_mut().enumerate() {
                arc_rings::turn(&arcs, ring, place == 0);
            }
        }
        let mut users = IdVec::filled(Vec::new(), arcs.len());
        for (unit, areas) in shapes.iter() {
            for arc_use in areas.iter().flatten().flatten() {
                users[arc_use.arc].push(unit);
            }
        }
        Self { arcs: Arc::new(arcs), source: None, shapes: Arc::new(shapes), users: Arc::new(users) }
    }

    fn with_source(
        arcs: arc_rings::ArcPoints,
        source: arc_rings::ArcPoints,
        shapes: IdVec<UnitId, Vec<ArcPolygon>>,
    ) -> Self {
        Self { source: Some(Arc::new(source)), ..Self::new(arcs, shapes) }
    }

    /// Cuts polygons that share vertices exactly into shared arcs, one shape per unit.
    pub fn from_polygons(shapes: IdVec<UnitId, MultiPolygon<f64>>) -> Self {
        NumberedMap::new(&shapes).topology()
    }

    /// Number of units.
    pub fn len(&self) -> usize {
        self.shapes.len()
    }

    /// Whether there is no unit.
    pub fn is_empty(&self) -> bool {
        self.shapes.is_empty()
    }

    /// All units in ascending order.
    pub fn units(&self) -> impl ExactSizeIterator<Item = UnitId> + DoubleEndedIterator + use<> {
        self.shapes.ids()
    }

    /// Every arc with the units whose border it is part of, ascending. A unit stands
    /// twice where it lies on both sides.
    pub fn arc_users(&self) -> impl ExactSizeIterator<Item = (ArcId, &[UnitId])> {
        self.users.iter().map(|(arc, users)| (arc, users.as_slice()))
    }

    /// The points of an arc, two or more.
    pub fn arc(&self, arc: ArcId) -> &[Coord<f64>] {
        &self.arcs[arc]
    }

    /// Length of an arc on WGS 84 in metres: that of the geodesics between its points (Karney
    /// 2013), and along a long edge between points of it, which is straight in longitude and
    /// latitude and longer than its geodesic.
    pub fn arc_length_m(&self, arc: ArcId) -> f64 {
        Geodesic.length(&self.finer_arc(arc, LONG_DEGREES))
    }

    /// The points of an arc, with others between those that are more than so many degrees apart.
    pub(crate) fn finer_arc(&self, arc: ArcId, degrees: f64) -> LineString<f64> {
        arc_rings::finer(&self.arcs[arc], degrees)
    }

    /// Number of points of all arcs, each border counted once.
    pub fn vertices(&self) -> usize {
        self.arcs.values().map(Vec::len).sum()
    }

    /// The areas of a unit, as rings of arcs.
    pub fn shape(&self, unit: UnitId) -> &[ArcPolygon] {
        &self.shapes[unit]
    }

    /// The shape of one unit, exterior rings counterclockwise (RFC 7946).
    pub fn geometry(&self, unit: UnitId) -> MultiPolygon<f64> {
        arc_rings::polygons(&self.arcs, &self.shapes[unit])
    }

    /// The shape of one unit in the coordinates of the map's file, to the last digit.
    pub fn source_geometry(&self, unit: UnitId) -> MultiPolygon<f64> {
        arc_rings::polygons(self.source.as_deref().unwrap_or(&self.arcs), &self.shapes[unit])
    }

    /// The outline of a set of units, each named once, borders inside it gone; no vertex
    /// moves. Exterior rings counterclockwise, holes clockwise (RFC 7946).
    pub fn dissolve(&self, units: &[UnitId]) -> MultiPolygon<f64> {
        arc_rings::polygons(&self.arcs, &dissolve::dissolve(self, units))
    }

    /// The points of an arc in the coordinates of the map's file, to the last digit.
    pub fn source_arc(&self, arc: ArcId) -> &[Coord<f64>] {
        &self.source.as_deref().unwrap_or(&self.arcs)[arc]
    }

    /// The outline of a set of units, as [`Topology::dissolve`] makes it, in the coordinates of
    /// the map's file: every point is a point of the file, to the last digit.
    pub fn source_dissolve(&self, units: &[UnitId]) -> MultiPolygon<f64> {
        arc_rings::polygons(self.source.as_deref().unwrap_or(&self.arcs), &dissolve::dissolve(self, units))
    }

    /// The map of a coarser layout: `sources[new]` are the units that form the new
    /// unit. Units that stand in no list are left out, and arcs that nothing uses.
    #[must_use]
    pub fn merged(&self, sources: &IdVec<UnitId, Vec<UnitId>>) -> Self {
        let mut shapes: IdVec<UnitId, Vec<ArcPolygon>> = sources
            .values()
            .map(|units| match units.as_slice() {
                [unit] => self.shapes[*unit].clone(),
                units => dissolve::dissolve(self, units),
            })
            .collect();
        let mut number = IdVec::filled(None, self.arcs.len());
        let mut kept: IdVec<ArcId, ArcId> = IdVec::default();
        for arc_use in shapes.values_mut().flatten().flatten().flatten() {
            let old = arc_use.arc;
            arc_use.arc = *number[old].get_or_insert_with(|| kept.push(old));
        }
        let of = |arcs: &arc_rings::ArcPoints| kept.values().map(|&old| arcs[old].clone()).collect();
        Self { source: self.source.as_deref().map(of).map(Arc::new), ..Self::new(of(&self.arcs), shapes) }
    }
}
