//! Rings of arcs as coordinates.

use geo::{Coord, LineString, MultiPolygon, Polygon};

use super::{ArcId, ArcPolygon, ArcRing, ArcUse};
use crate::territory::IdVec;

pub(super) type ArcPoints = IdVec<ArcId, Vec<Coord<f64>>>;

/// The points of an arc in the direction a ring walks it.
pub(super) fn walk(arcs: &ArcPoints, arc_use: ArcUse) -> Vec<Coord<f64>> {
    let mut points = arcs[arc_use.arc].clone();
    if arc_use.reversed {
        points.reverse();
    }
    points
}

/// The points of a ring, the first repeated at the end.
pub(super) fn points(arcs: &ArcPoints, ring: &ArcRing) -> Vec<Coord<f64>> {
    let mut all: Vec<Coord<f64>> = Vec::new();
    for &arc_use in ring {
        let joint = usize::from(!all.is_empty());
        all.extend(walk(arcs, arc_use).into_iter().skip(joint));
    }
    all
}

/// Twice the area a closed walk surrounds, in square degrees; positive when it runs
/// counterclockwise. A projected map may go over 180 degrees: there longitudes are counted on. A
/// walk that would not close so has an edge that is long indeed, as along a pole: it is taken as it
/// is written.
pub(super) fn doubled_area(points: &[Coord<f64>]) -> f64 {
    let turns = points.windows(2).map(|pair| counted_on(pair[0].x, pair[1].x));
    let closes = turns.sum::<f64>() == 0.0;
    let Some(&origin) = points.first() else { return 0.0 };
    let mut turned = 0.0;
    let mut from = Coord::default();
    let mut doubled = 0.0;
    for pair in points.windows(2) {
        if closes {
            turned += counted_on(pair[0].x, pair[1].x);
        }
        let to = Coord { x: pair[1].x + turned, ..pair[1] } - origin;
        doubled += from.x * to.y - to.x * from.y;
        from = to;
    }
    doubled
}

/// Degrees to add from here on where an edge goes over 180 degrees.
pub(crate) fn counted_on(from: f64, to: f64) -> f64 {
    let way = to - from;
    if way.abs() > 180.0 && way.abs() < 360.0 { -360.0 * way.signum() } else { 0.0 }
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
pub(super) fn turn(arcs: &ArcPoints, ring: &mut ArcRing, counterclockwise: bool) {
    if (doubled_area(&points(arcs, ring)) > 0.0) != counterclockwise {
        ring.reverse();
        ring.iter_mut().for_each(|arc_use| arc_use.reversed = !arc_use.reversed);
    }
}

pub(super) fn polygons(arcs: &ArcPoints, areas: &[ArcPolygon]) -> MultiPolygon<f64> {
    let line = |ring: &ArcRing| LineString::new(points(arcs, ring));
    let polygon = |area: &ArcPolygon| Polygon::new(line(&area[0]), area[1..].iter().map(line).collect());
    MultiPolygon::new(areas.iter().map(polygon).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The walk along these corners, from each of them on.
    fn walks(corners: &[(f64, f64)]) -> Vec<Vec<Coord<f64>>> {
        let walk = |start: usize| {
            let places = (0..=corners.len()).map(|step| corners[(start + step) % corners.len()]);
            places.map(Coord::from).collect()
        };
        (0..corners.len()).map(walk).collect()
    }

    #[test]
    fn walk_along_a_pole_runs_the_same_way_from_wherever_it_starts() {
        let cap =
            [(-179.0, -90.0), (179.0, -90.0), (179.0, -70.0), (60.0, -65.0), (-60.0, -65.0), (-179.0, -70.0)];
        for walk in walks(&cap) {
            // 119 degrees of 22.5, 120 of 25 and 119 of 22.5.
            assert_eq!(doubled_area(&walk), 2.0 * 8_355.0, "{walk:?}");
            let back: Vec<Coord<f64>> = walk.into_iter().rev().collect();
            assert_eq!(doubled_area(&back), -2.0 * 8_355.0, "{back:?}");
        }
    }

    #[test]
    fn walk_over_180_degrees_is_counted_on() {
        for south in [10.0, -90.0] {
            let north = south + 10.0;
            for walk in walks(&[(179.0, south), (-179.0, south), (-179.0, north), (179.0, north)]) {
                assert_eq!(doubled_area(&walk), 40.0, "{walk:?}");
            }
        }
    }
}
