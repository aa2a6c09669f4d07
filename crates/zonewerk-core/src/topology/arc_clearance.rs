//! Where simplified arcs get in each other's way, in whole numbers.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::unionfind::UnionFind;
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

use super::Topology;
use super::coordinate_grid::GridPoint;
use crate::territory::{Id, UnitId};

type GridSegment = [GridPoint; 2];

/// Arcs that touch or cross where the map does not, and arcs near a part of the map that
/// lies in another unit than before. `before` and `after` are the map's arcs on the grid.
pub(super) fn conflicts(
    map: &Topology,
    before: &[Vec<GridPoint>],
    after: &[Vec<GridPoint>],
) -> BTreeSet<usize> {
    let mut arcs = touching(after);
    arcs.extend(degenerate(after));
    if arcs.is_empty() {
        arcs = changed_sides(map, before, after);
    }
    arcs
}

fn degenerate(arcs: &[Vec<GridPoint>]) -> impl Iterator<Item = usize> {
    (0..arcs.len()).filter(|&arc| {
        let points = &arcs[arc];
        points.len() < 2 || points.len() < 4 && points.first() == points.last()
    })
}

/// Where a segment stands: its arc, and its place in it.
type SegmentPlace = (usize, usize);

fn touching(arcs: &[Vec<GridPoint>]) -> BTreeSet<usize> {
    let boxed =
        |(arc, points): (usize, &Vec<GridPoint>)| -> Vec<GeomWithData<Rectangle<GridPoint>, SegmentPlace>> {
            let segments = points.windows(2).enumerate();
            let boxed = segments.map(|(place, ends)| {
                GeomWithData::new(Rectangle::from_corners(ends[0], ends[1]), (arc, place))
            });
            boxed.collect()
        };
    let tree = RTree::bulk_load(arcs.iter().enumerate().flat_map(boxed).collect());
    let mut found = BTreeSet::new();
    for (arc, points) in arcs.iter().enumerate() {
        for (place, ends) in points.windows(2).enumerate() {
            let segment = [ends[0], ends[1]];
            for other in tree.locate_in_envelope_intersecting(&AABB::from_corners(ends[0], ends[1])) {
                let (other_arc, other_place) = other.data;
                if (other_arc, other_place) <= (arc, place) {
                    continue;
                }
                let other_points = &arcs[other_arc];
                let other_segment = [other_points[other_place], other_points[other_place + 1]];
                let joints = joints((arc, place), points, (other_arc, other_place), other_points);
                if in_the_way(segment, other_segment, &joints) {
                    found.extend([arc, other_arc]);
                }
            }
        }
    }
    found
}

/// Points where two segments may meet: the vertex between them in one arc, and ends that
/// their arcs have in common.
fn joints(
    a: SegmentPlace,
    a_points: &[GridPoint],
    b: SegmentPlace,
    b_points: &[GridPoint],
) -> Vec<GridPoint> {
    let mut joints = Vec::new();
    if a.0 == b.0 && a.1 + 1 == b.1 {
        joints.push(a_points[b.1]);
    }
    let ends = |points: &[GridPoint]| [points[0], points[points.len() - 1]];
    let at_end = |place: usize, points: &[GridPoint], end: GridPoint| {
        place == 0 && points[0] == end || place + 2 == points.len() && points[points.len() - 1] == end
    };
    for end in ends(a_points) {
        if ends(b_points).contains(&end) && at_end(a.1, a_points, end) && at_end(b.1, b_points, end) {
            joints.push(end);
        }
    }
    joints
}

/// Whether two segments have a point in common other than one joint.
fn in_the_way([a, b]: GridSegment, [c, d]: GridSegment, joints: &[GridPoint]) -> bool {
    let sides = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
    if sides == [0; 4] {
        // On one line: they overlap unless they only meet end to end at a joint.
        let common: BTreeSet<GridPoint> = [a, b].into_iter().filter(|&end| between(c, d, end)).collect();
        let others: BTreeSet<GridPoint> = [c, d].into_iter().filter(|&end| between(a, b, end)).collect();
        let all: BTreeSet<GridPoint> = common.union(&others).copied().collect();
        return all.len() > 1 || all.iter().any(|point| !joints.contains(point));
    }
    if sides[0] * sides[1] < 0 && sides[2] * sides[3] < 0 {
        return true;
    }
    let touches =
        [(sides[0], c, [a, b]), (sides[1], d, [a, b]), (sides[2], a, [c, d]), (sides[3], b, [c, d])];
    touches
        .iter()
        .any(|&(side, point, [from, to])| side == 0 && between(from, to, point) && !joints.contains(&point))
}

/// Sign of the turn from `a` over `b` to `c`: 1 left, -1 right, 0 straight.
fn turn(a: GridPoint, b: GridPoint, c: GridPoint) -> i64 {
    let cross =
        i128::from(b[0] - a[0]) * i128::from(c[1] - a[1]) - i128::from(b[1] - a[1]) * i128::from(c[0] - a[0]);
    cross.signum() as i64
}

/// Whether a point on the line through `a` and `b` lies between them.
fn between(a: GridPoint, b: GridPoint, point: GridPoint) -> bool {
    (0..2).all(|axis| {
        let (low, high) = (a[axis].min(b[axis]), a[axis].max(b[axis]));
        (low..=high).contains(&point[axis])
    })
}

/// Parts of the map that are connected by their arcs keep their place: each must lie in
/// the same units as before. Of one that does not, all arcs near it.
fn changed_sides(map: &Topology, before: &[Vec<GridPoint>], after: &[Vec<GridPoint>]) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for part in parts(before) {
        // An arc's first point never moves.
        let point = before[part[0]][0];
        let own: BTreeSet<UnitId> =
            part.iter().flat_map(|&arc| map.users[Id::new(arc)].iter().copied()).collect();
        let around = |arcs: &[Vec<GridPoint>]| -> BTreeSet<UnitId> {
            map.shapes.ids().filter(|unit| !own.contains(unit) && inside(map, arcs, *unit, point)).collect()
        };
        if around(before) != around(after) {
            let reach = bounds(part.iter().flat_map(|&arc| &before[arc]));
            found.extend((0..before.len()).filter(|&arc| overlap(bounds(&before[arc]), reach)));
        }
    }
    found
}

/// The connected components of the arcs, joined by their ends; each ascending.
fn parts(arcs: &[Vec<GridPoint>]) -> Vec<Vec<usize>> {
    let mut node: BTreeMap<GridPoint, usize> = BTreeMap::new();
    let mut joined = UnionFind::<usize>::new(arcs.len());
    for (arc, points) in arcs.iter().enumerate() {
        for end in [points[0], points[points.len() - 1]] {
            let first = *node.entry(end).or_insert(arc);
            joined.union(first, arc);
        }
    }
    let mut parts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    (0..arcs.len()).for_each(|arc| parts.entry(joined.find(arc)).or_default().push(arc));
    parts.into_values().collect()
}

/// Whether a unit holds a point that is not on its border: an odd number of its border's
/// segments lies straight to the east.
fn inside(map: &Topology, arcs: &[Vec<GridPoint>], unit: UnitId, point: GridPoint) -> bool {
    let uses = map.shapes[unit].iter().flatten().flatten();
    let crossings = |arc: usize| {
        let segments = arcs[arc].windows(2);
        segments.filter(|ends| {
            let [low, high] = if ends[0][1] <= ends[1][1] { [ends[0], ends[1]] } else { [ends[1], ends[0]] };
            low[1] <= point[1] && point[1] < high[1] && turn(low, high, point) > 0
        })
    };
    uses.map(|arc_use| crossings(arc_use.arc.index()).count()).sum::<usize>() % 2 == 1
}

type GridBox = [GridPoint; 2];

fn bounds<'a>(points: impl IntoIterator<Item = &'a GridPoint>) -> GridBox {
    points.into_iter().fold([[i64::MAX; 2], [i64::MIN; 2]], |[low, high], point| {
        [[low[0].min(point[0]), low[1].min(point[1])], [high[0].max(point[0]), high[1].max(point[1])]]
    })
}

fn overlap(a: GridBox, b: GridBox) -> bool {
    (0..2).all(|axis| a[0][axis] <= b[1][axis] && b[0][axis] <= a[1][axis])
}
