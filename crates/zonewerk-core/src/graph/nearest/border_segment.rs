use geo::{Coord, Point};
use rstar::{AABB, RTreeObject};

use crate::crs::{AXIS_M, ECCENTRICITY_2};
use crate::territory::UnitId;

/// A place in space: metres from the centre of the Earth, towards 0° E and 90° E on the
/// equator, and towards the north pole. No map projection can tear it apart.
pub(in crate::graph) type Space = [f64; 3];

/// A piece of a unit's border between two points, as a straight line in space.
#[derive(Clone, Debug)]
pub(in crate::graph) struct BorderSegment {
    pub unit: UnitId,
    degrees: [Coord<f64>; 2],
    ends: [Space; 2],
}

impl BorderSegment {
    /// The segment between two points in degrees.
    pub fn new(unit: UnitId, degrees: [Coord<f64>; 2]) -> Self {
        Self { unit, degrees, ends: degrees.map(in_space) }
    }

    /// The point at this share of its length, longitude and latitude in degrees.
    pub fn point(&self, along: f64) -> Point<f64> {
        let [from, to] = self.degrees;
        Point::from(from + (to - from) * along)
    }

    /// Square of the least distance between two segments, and how far along each of them
    /// it is met, from 0 to 1.
    ///
    /// On lines `p + s·u` and `q + t·v` with `w = p - q` the distance is least at
    /// `s = (b·f - c·e) / (a·e - b²)`, `t = (b·s + f) / e` where `a = u·u`, `b = u·v`,
    /// `c = u·w`, `e = v·v`, `f = v·w`; on segments both are held between 0 and 1.
    pub fn distance_2(&self, other: &Self) -> (f64, [f64; 2]) {
        let ([p, p_end], [q, q_end]) = (self.ends, other.ends);
        let (u, v, w) = (minus(p_end, p), minus(q_end, q), minus(p, q));
        let (a, b, c, e, f) = (dot(u, u), dot(u, v), dot(u, w), dot(v, v), dot(v, w));
        let determinant = a * e - b * b;
        let mut s = if determinant > 0.0 { held((b * f - c * e) / determinant) } else { 0.0 };
        let mut t = if e > 0.0 { (b * s + f) / e } else { 0.0 };
        if e <= 0.0 || !(0.0..=1.0).contains(&t) {
            t = held(t);
            s = if a > 0.0 { held((b * t - c) / a) } else { 0.0 };
        }
        let apart: Space = std::array::from_fn(|axis| w[axis] + s * u[axis] - t * v[axis]);
        (dot(apart, apart), [s, t])
    }
}

impl RTreeObject for BorderSegment {
    type Envelope = AABB<Space>;

    fn envelope(&self) -> Self::Envelope {
        AABB::from_corners(self.ends[0], self.ends[1])
    }
}

pub(in crate::graph) fn in_space(degrees: Coord<f64>) -> Space {
    let (longitude, latitude) = (degrees.x.to_radians(), degrees.y.to_radians());
    let normal = AXIS_M / (1.0 - ECCENTRICITY_2 * latitude.sin().powi(2)).sqrt();
    [
        normal * latitude.cos() * longitude.cos(),
        normal * latitude.cos() * longitude.sin(),
        normal * (1.0 - ECCENTRICITY_2) * latitude.sin(),
    ]
}

fn minus(a: Space, b: Space) -> Space {
    std::array::from_fn(|axis| a[axis] - b[axis])
}

fn dot(a: Space, b: Space) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn held(share: f64) -> f64 {
    share.clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::territory::Id;

    fn segment(ends: [Space; 2]) -> BorderSegment {
        BorderSegment { unit: UnitId::new(0), degrees: [Coord::default(); 2], ends }
    }

    #[test]
    fn segments_are_apart_as_far_as_their_nearest_points() {
        let along_x = segment([[0., 0., 0.], [10., 0., 0.]]);
        for (other, distance_2, along) in [
            ([[5., 1., -3.], [5., 1., 3.]], 1.0, [0.5, 0.5]),
            ([[12., 0., 0.], [20., 0., 0.]], 4.0, [1.0, 0.0]),
            ([[0., 2., 0.], [10., 2., 0.]], 4.0, [0.0, 0.0]),
            ([[20., 3., 0.], [-10., 3., 0.]], 9.0, [0.0, 2.0 / 3.0]),
            ([[4., 3., 0.], [4., 3., 0.]], 9.0, [0.4, 0.0]),
            ([[-3., 4., 0.], [-9., 4., 0.]], 25.0, [0.0, 0.0]),
        ] {
            let (found, at) = along_x.distance_2(&segment(other));
            assert!((found - distance_2).abs() < 1e-9, "{other:?}: {found}");
            assert!(at.iter().zip(along).all(|(at, along)| (at - along).abs() < 1e-9), "{other:?}: {at:?}");
            let (back, _) = segment(other).distance_2(&along_x);
            assert!((back - distance_2).abs() < 1e-9, "{other:?} the other way: {back}");
        }
    }

    #[test]
    fn the_pole_and_the_equator_are_where_the_ellipsoid_has_them() {
        for (degrees, expected) in [
            ((0.0, 0.0), [6_378_137.0, 0.0, 0.0]),
            ((90.0, 0.0), [0.0, 6_378_137.0, 0.0]),
            ((0.0, 90.0), [0.0, 0.0, 6_356_752.314]),
        ] {
            let found = in_space(Coord::from(degrees));
            assert!(dot(minus(found, expected), minus(found, expected)) < 1e-6, "{degrees:?}: {found:?}");
        }
    }
}
