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
/// counterclockwise.
pub(super) fn doubled_area(points: &[Coord<f64>]) -> f64 {
    let Some(&origin) = points.first() else { return 0.0 };
    let cross = |pair: &[Coord<f64>]| {
        let (a, b) = (pair[0] - origin, pair[1] - origin);
        a.x * b.y - b.x * a.y
    };
    points.windows(2).map(cross).sum()
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
