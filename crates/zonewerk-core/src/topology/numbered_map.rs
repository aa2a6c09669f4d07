//! A map with numbered vertices: every point that units share stands once, so that rings
//! are compared by number. What moves a vertex moves it for all its units.

use geo::{BoundingRect, Coord, LineString, MultiPoint, MultiPolygon, Polygon, Rect};
use hashbrown::HashMap;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::antimeridian_seam::TURN_DEGREES;
use super::arc_cutting::cut;
use super::border_fit::{Fit, fit};
use super::{ArcId, Topology, arc_rings};
use crate::crs::{Crs, MapScale};
use crate::territory::{IdVec, UnitId};

/// The rings of every unit as vertex numbers, in the coordinates the map came in.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberedMap {
    pub(super) points: Vec<Coord<f64>>,
    pub(super) shapes: IdVec<UnitId, Vec<NumberedArea>>,
}

/// A polygon: its exterior ring, then its holes; the first vertex is not repeated.
pub(super) type NumberedArea = Vec<Vec<u32>>;

impl NumberedMap {
    /// Numbers the vertices of all shapes. Points are one vertex when their coordinates are
    /// equal; rings of fewer than three vertices are dropped.
    pub fn new(shapes: &IdVec<UnitId, MultiPolygon<f64>>) -> Self {
        let mut vertices = Vertices::default();
        let numbered = |shape: &MultiPolygon<f64>| -> Vec<NumberedArea> {
            let areas = shape.iter().map(|polygon| vertices.number_polygon(polygon));
            areas.filter(|rings| !rings.is_empty()).collect()
        };
        let shapes = shapes.values().map(numbered).collect();
        Self { points: vertices.points, shapes }
    }

    /// Makes borders that lie within `tolerance_m` metres of each other one: see [`Fit`].
    /// `ground` says what distances on the map are in metres.
    pub fn fit(&mut self, tolerance_m: f64, ground: &MapScale) -> Fit {
        fit(self, tolerance_m, ground)
    }

    /// Number of different vertices.
    pub fn vertices(&self) -> usize {
        self.points.len()
    }

    /// The smallest rectangle around the map, in its own coordinates.
    pub fn bounds(&self) -> Option<Rect<f64>> {
        MultiPoint::from(self.points.clone()).bounding_rect()
    }

    /// The shapes in the coordinates the map came in.
    pub fn shapes(&self) -> IdVec<UnitId, MultiPolygon<f64>> {
        let line = |ring: &Vec<u32>| -> LineString<f64> {
            let closed = ring.iter().chain(ring.first());
            LineString::new(closed.map(|&vertex| self.points[vertex as usize]).collect())
        };
        let polygon =
            |rings: &NumberedArea| Polygon::new(line(&rings[0]), rings[1..].iter().map(line).collect());
        self.shapes.values().map(|areas| MultiPolygon::new(areas.iter().map(polygon).collect())).collect()
    }

    /// The map as shared arcs, for coordinates that are longitude and latitude on WGS 84.
    pub fn topology(&self) -> Topology {
        let (arcs, shapes) = cut(self, |at| at.x.abs() == TURN_DEGREES);
        Topology::new(self.walks(&self.points, &arcs), shapes)
    }

    /// The map as shared arcs. The coordinates it came in are kept beside longitude and
    /// latitude.
    ///
    /// # Panics
    /// When a point is none of this coordinate reference system.
    pub fn topology_on(&self, crs: &Crs) -> Topology {
        if crs.is_wgs84() {
            return self.topology();
        }
        let (arcs, shapes) = cut(self, |at| crs.is_geographic() && at.x.abs() == TURN_DEGREES);
        let degrees = |&point: &Coord<f64>| crs.to_wgs84(point).expect("a point of the system");
        let degrees: Vec<Coord<f64>> = self.points.par_iter().map(degrees).collect();
        Topology::with_source(self.walks(&degrees, &arcs), self.walks(&self.points, &arcs), shapes)
    }

    fn walks(&self, points: &[Coord<f64>], arcs: &IdVec<ArcId, Vec<u32>>) -> arc_rings::ArcPoints {
        let walk = |arc: &Vec<u32>| arc.iter().map(|&vertex| points[vertex as usize]).collect();
        arcs.values().map(walk).collect()
    }
}

#[derive(Default)]
struct Vertices {
    points: Vec<Coord<f64>>,
    numbers: HashMap<[u64; 2], u32>,
}

impl Vertices {
    fn number_polygon(&mut self, polygon: &Polygon<f64>) -> NumberedArea {
        let exterior = self.number_ring(polygon.exterior());
        if exterior.len() < 3 {
            return Vec::new();
        }
        let holes = polygon.interiors().iter().map(|line| self.number_ring(line));
        std::iter::once(exterior).chain(holes.filter(|ring| ring.len() >= 3)).collect()
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
