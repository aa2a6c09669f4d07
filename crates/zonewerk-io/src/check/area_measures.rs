//! Sizes of areas: counted in the map's coordinates, and made metres by the scale at their middle.
//!
//! The scale is nearly linear over an area, and what it is off on one side of the centroid it is off
//! the other way on the other side: what is left is 1e-4 for a unit of 200 km.

use geo::{Coord, InteriorPoint, Line, LineString, MultiPolygon, Polygon};

use zonewerk_core::crs::{LocalScale, MapScale};
use zonewerk_core::territory::{IdVec, UnitId};

use super::edge_tree::EdgeBox;

/// Twice the signed area of the triangle from `origin` over `a` to `b`: positive when that is a left turn.
pub(super) fn cross(origin: Coord, a: Coord, b: Coord) -> f64 {
    (a.x - origin.x) * (b.y - origin.y) - (a.y - origin.y) * (b.x - origin.x)
}

/// Distance of two points in coordinates of the map.
pub(super) fn distance(a: Coord, b: Coord) -> f64 {
    (b.x - a.x).hypot(b.y - a.y)
}

/// Signed area of a closed ring in coordinates of the map, positive when it runs counterclockwise.
pub(super) fn signed_area(ring: &[Coord]) -> f64 {
    let Some(&origin) = ring.first() else { return 0.0 };
    ring.windows(2).map(|edge| cross(origin, edge[0], edge[1])).sum::<f64>() / 2.0
}

/// Area and perimeter, holes included in both.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct AreaSize {
    pub area_m2: f64,
    pub perimeter_m: f64,
}

impl AreaSize {
    pub fn of(polygon: &Polygon, ground: &MapScale) -> Self {
        let holes = polygon.interiors();
        let exterior = RingMeasure::of(lines(polygon.exterior()), ground);
        let hole_area: f64 = holes.iter().map(|hole| signed_area(&hole.0).abs()).sum();
        let hole_length: f64 = holes.iter().map(|hole| RingMeasure::of(lines(hole), ground).length_m).sum();
        Self {
            area_m2: (exterior.signed_area.abs() - hole_area).max(0.0) * exterior.scale.area_m2(),
            perimeter_m: exterior.length_m + hole_length,
        }
    }

    /// The size of what lies to the left of closed walks.
    pub fn left_of(edges: &[Line], ground: &MapScale) -> Self {
        let RingMeasure { scale, signed_area, length_m } = RingMeasure::of(edges.iter().copied(), ground);
        Self { area_m2: signed_area * scale.area_m2(), perimeter_m: length_m }
    }

    pub fn of_all(polygons: &MultiPolygon, ground: &MapScale) -> Self {
        polygons.iter().map(|polygon| Self::of(polygon, ground)).fold(Self::default(), Self::plus)
    }

    pub fn plus(self, other: Self) -> Self {
        Self { area_m2: self.area_m2 + other.area_m2, perimeter_m: self.perimeter_m + other.perimeter_m }
    }

    /// Mean width 2A/P in metres: the width of a long strip of this area and perimeter.
    pub fn width_m(self) -> f64 {
        if self.perimeter_m > 0.0 { 2.0 * self.area_m2 / self.perimeter_m } else { 0.0 }
    }

    /// 4 pi A / P^2: 1 for a circle, towards 0 for a thread (Polsby and Popper 1991).
    pub fn roundness(self) -> f64 {
        if self.perimeter_m == 0.0 {
            return 0.0;
        }
        4.0 * std::f64::consts::PI * self.area_m2 / (self.perimeter_m * self.perimeter_m)
    }
}

/// A point inside a polygon; its first point where it has no inside.
pub(super) fn point_inside(polygon: &Polygon) -> Coord {
    let first = polygon.exterior().0.first().copied().unwrap_or_default();
    polygon.interior_point().map_or(first, Coord::from)
}

fn lines(ring: &LineString) -> impl Iterator<Item = Line> + Clone {
    ring.0.windows(2).map(|edge| Line::new(edge[0], edge[1]))
}

/// What closed walks measure.
struct RingMeasure {
    /// The scale in the middle of what they surround.
    scale: LocalScale,
    /// In coordinates of the map.
    signed_area: f64,
    length_m: f64,
}

impl RingMeasure {
    fn of(edges: impl Iterator<Item = Line> + Clone, ground: &MapScale) -> Self {
        let origin = edges.clone().next().map(|edge| edge.start).unwrap_or_default();
        let bounds = EdgeBox::of(edges.clone().flat_map(|edge| [edge.start, edge.end]));
        let (mut doubled, mut moment) = (0.0, Coord::default());
        for edge in edges.clone() {
            let piece = cross(origin, edge.start, edge.end);
            doubled += piece;
            moment = moment + ((edge.start - origin) + (edge.end - origin)) * piece;
        }
        // Walks that cross themselves may have their centroid anywhere.
        let centroid = Some(origin + moment / (3.0 * doubled)).filter(|at| bounds.holds(&EdgeBox::of([*at])));
        let scale = ground.scale(centroid.unwrap_or(origin));
        let length_m = if bounds == EdgeBox::NONE || ground.is_even(bounds.min, bounds.max) {
            edges.map(|edge| scale.length_m(edge.delta())).sum()
        } else {
            edges.map(|edge| ground.length_m(edge.start, edge.end)).sum()
        };
        Self { scale, signed_area: doubled / 2.0, length_m }
    }
}

/// Median of the areas of the units that have one, in m2, the lower one of two; 0 where none has.
pub fn median_area_m2(shapes: &IdVec<UnitId, MultiPolygon>, ground: &MapScale) -> f64 {
    let areas = shapes.values().map(|shape| AreaSize::of_all(shape, ground).area_m2);
    let mut areas: Vec<f64> = areas.filter(|&area| area > 0.0).collect();
    if areas.is_empty() {
        return 0.0;
    }
    let middle = (areas.len() - 1) / 2;
    *areas.select_nth_unstable_by(middle, f64::total_cmp).1
}
