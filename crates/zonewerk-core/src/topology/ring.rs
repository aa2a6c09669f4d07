//! Rings of arcs as coordinates.

use geo::{Coord, LineString, MultiPolygon, Polygon};

use super::{ArcId, ArcUse, Area, Ring};
use crate::territory::IdVec;

pub(super) type Arcs = IdVec<ArcId, Vec<Coord<f64>>>;

/// The points of an arc in the direction a ring walks it.
pub(super) fn walk(arcs: &Arcs, arc_use: ArcUse) -> Vec<Coord<f64>> {
    let mut points = arcs[arc_use.arc].clone();
    if arc_use.reversed {
        points.reverse();
    }
    points
}

/// The points of a ring, the first repeated at the end.
pub(super) fn points(arcs: &Arcs, ring: &Ring) -> Vec<Coord<f64>> {
    let mut all: Vec<Coord<f64>> = Vec::new();
    for &arc_use in ring {
        let joint = usize::from(!all.is_empty());
        all.extend(walk(arcs, arc_use).into_iter().skip(joint));
    }
    all
}

/// Twice the area a closed walk surrounds, in square degrees; positive when it runs
/// counterclockwise. A projected map may go over 180 degrees: there longitudes are counted on.
pub(super) fn doubled_area(points: &[Coord<f64>]) -> f64 {
    let Some(&origin) = points.first() else { return 0.0 };
    let mut turned = 0.0;
    let mut from = Coord::default();
    let mut doubled = 0.0;
    for pair in points.windows(2) {
        let way = pair[1].x - pair[0].x;
        if way.abs() > 180.0 && way.abs() < 360.0 {
            turned -= 360.0 * way.signum();
        }
        let to = Coord { x: pair[1].x + turned, ..pair[1] } - origin;
        doubled += from.x * to.y - to.x * from.y;
        from = to;
    }
    doubled
}

/// Pieces of an edge at most.
const MOST_PIECES: f64 = 4_096.0;

/// A line with points between those that are more than so many degrees apart.
pub(super) fn finer(points: &[Coord<f64>], degrees: f64) -> LineString<f64> {
    let mut line: Vec<Coord<f64>> = points.first().copied().into_iter().collect();
    for pair in points.windows(2) {
        let way = pair[1] - pair[0];
        let span = way.x.abs().max(way.y.abs());
        // A projected map may go over 180 degrees; a band around the world begins and ends there.
        let is_straight = way.x.abs() <= 180.0 || way.x.abs() >= 360.0;
        if span > degrees && is_straight {
            let pieces = (span / degrees).ceil().min(MOST_PIECES);
            line.extend((1..pieces as u32).map(|place| pair[0] + way * (f64::from(place) / pieces)));
        }
        line.push(pair[1]);
    }
    LineString::new(line)
}

/// Makes a ring run counterclockwise, or clockwise.
pub(super) fn turn(arcs: &Arcs, ring: &mut Ring, counterclockwise: bool) {
    if (doubled_area(&points(arcs, ring)) > 0.0) != counterclockwise {
        ring.reverse();
        ring.iter_mut().for_each(|arc_use| arc_use.reversed = !arc_use.reversed);
    }
}

pub(super) fn polygons(arcs: &Arcs, areas: &[Area]) -> MultiPolygon<f64> {
    let line = |ring: &Ring| LineString::new(points(arcs, ring));
    let polygon = |area: &Area| Polygon::new(line(&area[0]), area[1..].iter().map(line).collect());
    MultiPolygon::new(areas.iter().map(polygon).collect())
}
