//! Shapes over the meridian at 180 degrees that are not cut there: their edge from 179 to -179
//! runs around the world the other way (RFC 7946, 3.1.9).

use zonewerk_core::crs::Crs;
use zonewerk_core::layer::{Position, RingFault};

/// Code of a shape that runs around the world.
pub(crate) const AROUND_THE_WORLD: &str = "around-the-world";

/// What is expected of positions where some lie beyond 180 degrees.
pub(super) const BEYOND: &str = "longitude from -180 to 180 and latitude from -90 to 90 in degrees; \
     a shape over 180 degrees is cut there into a part on each side (RFC 7946, 3.1.9)";

/// Whether a ring goes over the meridian at 180 degrees and counts its longitudes on.
pub(super) fn goes_beyond(ring: &[Position]) -> bool {
    let latitudes = ring.iter().all(|at| at.y.abs() <= 90.0);
    let (west, east) = ring
        .iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), at| (low.min(at.x), high.max(at.x)));
    let is_over = |meridian: f64| west < meridian && meridian < east;
    latitudes && east - west < WIDEST && (is_over(180.0) || is_over(-180.0))
}

/// Degrees that a ring over 180 degrees spans at most; what spans more is no degrees.
const WIDEST: f64 = 60.0;

/// About the middle of an edge, and not the origin of a projection, where coordinates look like degrees.
const MIDDLE: f64 = 0.45;

/// The first edge of a ring that runs around the world; `longitudes` are those of its points in
/// degrees on WGS 84.
///
/// An edge of more than 180 degrees is one, unless it is meant: along a pole, or along a whole
/// parallel from one side of the meridian to the other in a ring that is cut there. A projected
/// map may go over the meridian itself: its edge is short, and its middle near 180 degrees.
pub(super) fn edge(points: &[Position], longitudes: &[f64], crs: &Crs) -> Option<[Position; 2]> {
    let count = longitudes.len().checked_sub(1).filter(|&count| count + 1 == points.len())?;
    let is_around = |&place: &usize| {
        let [from, to] = [points[place], points[place + 1]];
        if (longitudes[place + 1] - longitudes[place]).abs() <= 180.0 || is_along_a_pole([from, to], crs) {
            return false;
        }
        let before = longitudes[if place == 0 { count - 1 } else { place - 1 }];
        let after = longitudes[if place + 2 > count { 1 } else { place + 2 }];
        let is_cut = longitudes[place].abs() == 180.0
            && longitudes[place + 1].abs() == 180.0
            && before == longitudes[place]
            && after == longitudes[place + 1];
        !is_cut && crs.to_wgs84(from + (to - from) * MIDDLE).is_ok_and(|middle| middle.x.abs() < 90.0)
    };
    (0..count).find(is_around).map(|place| [points[place], points[place + 1]])
}

fn is_along_a_pole(edge: [Position; 2], crs: &Crs) -> bool {
    edge.iter().all(|&end| crs.to_wgs84(end).is_ok_and(|at| at.y.abs() >= 90.0 - 1e-9))
}

/// The fault of such an edge.
pub(super) fn fault([from, to]: [Position; 2]) -> RingFault {
    RingFault {
        code: AROUND_THE_WORLD,
        found: format!("an edge from {}, {} to {}, {}, around the world", from.x, from.y, to.x, to.y),
        expected: "a shape over 180 degrees cut there into a part on each side (RFC 7946, 3.1.9)",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(crs: &Crs, ring: &[[f64; 2]]) -> Option<[[f64; 2]; 2]> {
        let points: Vec<Position> =
            ring.iter().chain(ring.first()).map(|&[x, y]| Position { x, y }).collect();
        let longitudes: Vec<f64> = points.iter().map(|&point| crs.to_wgs84(point).unwrap().x).collect();
        edge(&points, &longitudes, crs).map(|edge| edge.map(|at| [at.x, at.y]))
    }

    #[test]
    fn an_edge_that_runs_around_the_world_is_found_and_one_that_is_meant_is_not() {
        let wgs84 = Crs::wgs84();
        for (ring, expected) in [
            (
                &[[179.9, -17.1], [-179.9, -17.1], [-179.9, -16.9], [179.9, -16.9]][..],
                Some([[179.9, -17.1], [-179.9, -17.1]]),
            ),
            // With a vertex on each side of the meridian.
            (
                &[[179.9, 1.0], [180.0, 1.0], [-180.0, 1.0], [-179.9, 1.0], [-179.9, 2.0], [179.9, 2.0]],
                Some([[180.0, 1.0], [-180.0, 1.0]]),
            ),
            // Around the pole.
            (&[[-170.0, 80.0], [0.0, 80.0], [170.0, 80.0]], Some([[170.0, 80.0], [-170.0, 80.0]])),
            // Cut.
            (&[[179.9, -17.1], [180.0, -17.1], [180.0, -16.9], [179.9, -16.9]], None),
            (&[[-180.0, -17.1], [-179.9, -17.1], [-179.9, -16.9], [-180.0, -16.9]], None),
            // The cap around the pole, and a band along the whole parallel.
            (&[[-180.0, -90.0], [180.0, -90.0], [180.0, -70.0], [0.0, -65.0], [-180.0, -70.0]], None),
            (&[[-180.0, -60.0], [180.0, -60.0], [180.0, -50.0], [-180.0, -50.0]], None),
            (&[[-90.0, 10.0], [90.0, 10.0], [0.0, 50.0]], None),
        ] {
            assert_eq!(found(&wgs84, ring), expected, "{ring:?}");
            // Wherever the ring begins.
            for turn in 1..ring.len() {
                let mut turned = ring.to_vec();
                turned.rotate_left(turn);
                assert_eq!(found(&wgs84, &turned).is_some(), expected.is_some(), "{turned:?}");
            }
        }
    }

    #[test]
    fn a_ring_that_counts_its_longitudes_on_is_told_to_be_cut() {
        let ring = |west: f64, east: f64| [west, east, east].map(|x| Position { x, y: -17.0 });
        for (west, east, expected) in
            [(179.9, 180.1, true), (-180.1, -179.9, true), (104.0, 204.0, false), (200.0, 204.0, false)]
        {
            assert_eq!(goes_beyond(&ring(west, east)), expected, "{west}, {east}");
        }
    }

    #[test]
    fn a_projected_map_goes_over_the_meridian_where_it_is_whole_there() {
        let zone = Crs::from_epsg(32760).unwrap();
        let square = [[500_000.0, 8e6], [900_000.0, 8e6], [900_000.0, 8.1e6], [500_000.0, 8.1e6]];
        assert_eq!(found(&zone, &square), None);
        let mercator = Crs::from_epsg(3857).unwrap();
        let square = [[2.0e7, 0.0], [-2.0e7, 0.0], [-2.0e7, 1e5], [2.0e7, 1e5]];
        assert_eq!(found(&mercator, &square), Some([[2.0e7, 0.0], [-2.0e7, 0.0]]));
    }
}
