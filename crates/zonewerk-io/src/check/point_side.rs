//! On which side of its edges a unit with faulty rings lies: a point belongs to a part when a
//! ray from it crosses the rings of the part an odd number of times.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use geo::algorithm::kernels::Orientation::{Clockwise, CounterClockwise};
use geo::{Coord, Line, MultiPolygon};

use super::area_measures::distance;
use super::edge_meeting::{EdgeMeeting, meeting, orientation};
use super::edge_tree::{EdgeBox, EdgeTree};
use super::unit_ring::{PointKey, UnitRing};

/// The edges of a unit part by part, cut where they meet, each with the unit on its left.
/// Stretches that are run along twice drop out.
pub(super) fn edges_by_parity(shape: &MultiPolygon) -> Vec<Vec<Line>> {
    let rings = UnitRing::all(shape);
    rings.chunk_by(|a, b| a.part == b.part).map(part_edges).collect()
}

fn part_edges(rings: &[UnitRing]) -> Vec<Line> {
    let all =
        EdgeTree::new(by_strips(rings).into_iter().flat_map(|ring| ring.tree.edges()).copied().collect());
    let (cuts, nodes) = meetings(&all);
    let mut pieces = Vec::new();
    for (edge, line) in all.edges().iter().enumerate() {
        let mut points = cuts.get(&edge).cloned().unwrap_or_default();
        points.sort_by(|a, b| distance(line.start, *a).total_cmp(&distance(line.start, *b)));
        points.insert(0, line.start);
        points.push(line.end);
        points.dedup();
        pieces.extend(points.windows(2).map(|piece| Line::new(piece[0], piece[1])));
    }

    let key = |line: &Line| {
        let (start, end) = (PointKey::from(line.start), PointKey::from(line.end));
        (start.min(end), start.max(end))
    };
    let mut order: Vec<usize> = (0..pieces.len()).collect();
    order.sort_by_key(|&piece| (key(&pieces[piece]), piece));
    let mut kept: Vec<usize> = order
        .chunk_by(|&a, &b| key(&pieces[a]) == key(&pieces[b]))
        .filter(|same| same.len() % 2 == 1)
        .map(|same| same[0])
        .collect();
    kept.sort_unstable();
    let kept = EdgeTree::new(kept.into_iter().map(|piece| pieces[piece]).collect());

    let mut lines: Vec<Line> = Vec::new();
    let mut turned = false;
    let mut before: Option<Line> = None;
    for (index, &line) in kept.edges().iter().enumerate() {
        let same_side = before.is_some_and(|b| b.end == line.start && !nodes.contains(&b.end.into()));
        if !same_side {
            turned = !inside_on_left(&kept, index);
        }
        lines.push(if turned { Line::new(line.end, line.start) } else { line });
        before = Some(line);
    }
    lines
}

/// The rings in strips from left to right, so that what is near is near in the tree as well.
fn by_strips(rings: &[UnitRing]) -> Vec<&UnitRing> {
    let middle = |ring: &UnitRing| (ring.bounds().min + ring.bounds().max) / 2.0;
    let mut ordered: Vec<&UnitRing> = rings.iter().collect();
    ordered.sort_by(|a, b| middle(a).x.total_cmp(&middle(b).x));
    let strip = ordered.len().isqrt().max(1);
    for strip in ordered.chunks_mut(strip) {
        strip.sort_by(|a, b| middle(a).y.total_cmp(&middle(b).y));
    }
    ordered
}

type Cuts = BTreeMap<usize, Vec<Coord>>;

/// Where edges meet otherwise than in the course of a ring: by edge, and all such points.
fn meetings(all: &EdgeTree) -> (Cuts, BTreeSet<PointKey>) {
    let (mut cuts, mut nodes) = (Cuts::new(), BTreeSet::new());
    let edges = all.edges();
    let _ = all.pairs_within(&mut |i, j| {
        let points = match meeting(&edges[i], &edges[j]) {
            EdgeMeeting::Apart => return ControlFlow::Continue(()),
            EdgeMeeting::Touch(at) if edges[i].end == at && edges[j].start == at && j == i + 1 => {
                return ControlFlow::Continue(());
            }
            EdgeMeeting::Touch(at) | EdgeMeeting::Cross(at) => vec![at],
            EdgeMeeting::Overlap(low, high) => vec![low, high],
        };
        for at in points {
            nodes.insert(at.into());
            for edge in [i, j] {
                if edges[edge].start != at && edges[edge].end != at {
                    cuts.entry(edge).or_default().push(at);
                }
            }
        }
        ControlFlow::<()>::Continue(())
    });
    (cuts, nodes)
}

/// Sends a ray from the middle of an edge, along the axis it is steeper to.
fn inside_on_left(all: &EdgeTree, index: usize) -> bool {
    let line = all.edges()[index];
    let upright = line.dy().abs() >= line.dx().abs();
    let turn = |point: Coord| if upright { point } else { Coord { x: point.y, y: point.x } };
    let middle = (line.start + line.end) / 2.0;
    let far =
        if upright { Coord { x: f64::INFINITY, ..middle } } else { Coord { y: f64::INFINITY, ..middle } };
    let mut odd = false;
    all.near(&EdgeBox { min: middle, max: far }, &mut |other| {
        let (start, end) = (turn(all.edges()[other].start), turn(all.edges()[other].end));
        let from = turn(middle);
        if other != index && (start.y > from.y) != (end.y > from.y) {
            let facing = if end.y > start.y { CounterClockwise } else { Clockwise };
            odd ^= orientation(start, end, from) == facing;
        }
    });
    // The ray leaves to the right of an edge that runs up, and to the left of one that runs right.
    let ray_on_left = if upright { line.dy() < 0.0 } else { line.dx() > 0.0 };
    odd == ray_on_left
}
