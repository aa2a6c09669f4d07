use geo::{Coord, LineString, MultiPolygon, Polygon};

/// Area of a closed ring in m2, positive when it runs counterclockwise.
pub(super) fn signed_area_m2(ring: &LineString) -> f64 {
    let Some(&origin) = ring.0.first() else { return 0.0 };
    let cross =
        |a: Coord, b: Coord| (a.x - origin.x) * (b.y - origin.y) - (a.y - origin.y) * (b.x - origin.x);
    ring.0.windows(2).map(|edge| cross(edge[0], edge[1])).sum::<f64>() / 2.0
}

/// Area of sound polygons in m2, their holes taken off.
pub(super) fn area_m2(shape: &MultiPolygon) -> f64 {
    shape.iter().map(polygon_area_m2).sum()
}

/// Area of a sound polygon in m2, its holes taken off.
pub(super) fn polygon_area_m2(polygon: &Polygon) -> f64 {
    let holes: f64 = polygon.interiors().iter().map(|hole| signed_area_m2(hole).abs()).sum();
    signed_area_m2(polygon.exterior()).abs() - holes
}

/// Length of all rings of a polygon in metres.
pub(super) fn perimeter_m(polygon: &Polygon) -> f64 {
    let length = |ring: &LineString| {
        ring.0.windows(2).map(|edge| (edge[1].x - edge[0].x).hypot(edge[1].y - edge[0].y)).sum::<f64>()
    };
    length(polygon.exterior()) + polygon.interiors().iter().map(length).sum::<f64>()
}

/// Mean width 2A/P in metres: the width of a long strip of this area and perimeter.
pub(super) fn width_m(polygon: &Polygon) -> f64 {
    let perimeter_m = perimeter_m(polygon);
    if perimeter_m > 0.0 { 2.0 * polygon_area_m2(polygon) / perimeter_m } else { 0.0 }
}

/// The same polygons with exteriors counterclockwise and holes clockwise, so that they are
/// what winds around a point at least once, and polygons may lie over each other.
pub(super) fn turned(shape: MultiPolygon) -> MultiPolygon {
    let polygons = shape.into_iter().map(|polygon| {
        let (exterior, holes) = polygon.into_inner();
        Polygon::new(turn(exterior, true), holes.into_iter().map(|hole| turn(hole, false)).collect())
    });
    polygons.collect()
}

fn turn(mut ring: LineString, counterclockwise: bool) -> LineString {
    if (signed_area_m2(&ring) > 0.0) != counterclockwise {
        ring.0.reverse();
    }
    ring
}
