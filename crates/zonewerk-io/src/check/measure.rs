//! Sizes of areas in the plane.

use geo::{Coord, InteriorPoint, Line, LineString, MultiPolygon, Polygon};

use zonewerk_core::territory::{IdVec, UnitId};

/// Twice the signed area of the triangle from `origin` over `a` to `b`: positive when that is a left turn.
pub(super) fn cross(origin: Coord, a: Coord, b: Coord) -> f64 {
    (a.x - origin.x) * (b.y - origin.y) - (a.y - origin.y) * (b.x - origin.x)
}

/// Distance of two points in metres.
pub(super) fn distance(a: Coord, b: Coord) -> f64 {
    (b.x - a.x).hypot(b.y - a.y)
}

/// Signed area of a closed ring in m2, positive when it runs counterclockwise.
pub(super) fn signed_area(ring: &[Coord]) -> f64 {
    let Some(&origin) = ring.first() else { return 0.0 };
    ring.windows(2).map(|edge| cross(origin, edge[0], edge[1])).sum::<f64>() / 2.0
}

fn length(ring: &LineString) -> f64 {
    ring.0.windows(2).map(|edge| distance(edge[0], edge[1])).sum()
}

/// Area and perimeter, holes included in both.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Size {
    pub area_m2: f64,
    pub perimeter_m: f64,
}

impl Size {
    pub fn of(polygon: &Polygon) -> Self {
        let holes = polygon.interiors();
        let hole_area: f64 = holes.iter().map(|hole| signed_area(&hole.0).abs()).sum();
        Self {
            area_m2: (signed_area(&polygon.exterior().0).abs() - hole_area).max(0.0),
            perimeter_m: length(polygon.exterior()) + holes.iter().map(length).sum::<f64>(),
        }
    }

    /// The size of what lies to the left of closed walks.
    pub fn left_of(edges: &[Line]) -> Self {
        let origin = edges.first().map(|edge| edge.start).unwrap_or_default();
        Self {
            area_m2: edges.iter().map(|edge| cross(origin, edge.start, edge.end)).sum::<f64>() / 2.0,
            perimeter_m: edges.iter().map(|edge| distance(edge.start, edge.end)).sum(),
        }
    }

    pub fn of_all(polygons: &MultiPolygon) -> Self {
        polygons.iter().map(Self::of).fold(Self::default(), Self::plus)
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

/// Median of the areas of the units that have one, in m2, the lower one of two; 0 where none has.
pub fn median_area_m2(shapes: &IdVec<UnitId, MultiPolygon>) -> f64 {
    let areas = shapes.values().map(|shape| Size::of_all(shape).area_m2);
    let mut areas: Vec<f64> = areas.filter(|&area| area > 0.0).collect();
    if areas.is_empty() {
        return 0.0;
    }
    let middle = (areas.len() - 1) / 2;
    *areas.select_nth_unstable_by(middle, f64::total_cmp).1
}
