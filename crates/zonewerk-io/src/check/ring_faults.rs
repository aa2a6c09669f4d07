//! Faults of one ring by itself: crossings, touches and spikes.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use geo::Coord;

use super::area_measures::cross;
use super::edge_meeting::{EdgeMeeting, meeting, passages_cross};
use super::shape_faults::{FaultExtent, MeetingLimit, ShapeFaultKind, Tangle, UnplacedFault};
use super::unit_ring::{Pass, PointKey, UnitRing};
use zonewerk_core::crs::MapScale;

/// A stretch the ring runs along twice.
struct Doubled {
    low: Coord,
    high: Coord,
    /// The ring turns back here.
    tip: Option<Coord>,
}

/// The faults of one ring, in no particular order, unless it is a tangle.
pub(super) fn ring_faults(ring: &UnitRing, ground: &MapScale) -> Result<Vec<UnplacedFault>, Tangle> {
    let (mut crossings, mut doubled) = (Vec::new(), Vec::new());
    let mut touches: BTreeMap<PointKey, (Coord, BTreeSet<Pass>)> = BTreeMap::new();
    let (edges, last) = (ring.tree.edges(), ring.edges() - 1);
    let mut meetings = MeetingLimit::of_edges(ring.edges());
    let searched = ring.tree.pairs_within(&mut |i, j| {
        let adjacent = j == i + 1 || (i == 0 && j == last);
        let (at, is_crossing) = match meeting(&edges[i], &edges[j]) {
            EdgeMeeting::Apart => return ControlFlow::Continue(()),
            EdgeMeeting::Touch(_) if adjacent => return ControlFlow::Continue(()),
            EdgeMeeting::Touch(at) => {
                let (_, passes) = touches.entry(at.into()).or_insert((at, BTreeSet::new()));
                passes.extend([ring.pass(i, at), ring.pass(j, at)]);
                (at, false)
            }
            EdgeMeeting::Cross(at) => {
                crossings.push((i, j, at));
                (at, true)
            }
            EdgeMeeting::Overlap(low, high) => {
                let tip = adjacent.then_some(if j == i + 1 { edges[i].end } else { edges[i].start });
                doubled.push(Doubled { low, high, tip });
                (low, false)
            }
        };
        meetings.count(at, is_crossing)
    });
    if let ControlFlow::Break(tangle) = searched {
        return Err(tangle);
    }
    if crossings.is_empty() && doubled.is_empty() && touches.is_empty() {
        return Ok(Vec::new());
    }

    let loops = Loops::new(ring, ground);
    let ends: BTreeSet<PointKey> = doubled.iter().flat_map(|one| [one.low.into(), one.high.into()]).collect();
    touches.retain(|key, _| !ends.contains(key));
    let mut faults = doubled_faults(&doubled, ground);
    faults.extend(crossings.into_iter().map(|(i, j, at)| {
        let area = loops.smaller_area(at, Pass::Edge(i), Pass::Edge(j));
        (ShapeFaultKind::SelfIntersection, at, FaultExtent::AreaM2(area))
    }));
    faults.extend(touches.into_values().filter_map(|(at, passes)| touch_fault(ring, &loops, at, &passes)));
    Ok(faults)
}

fn touch_fault(ring: &UnitRing, loops: &Loops, at: Coord, passes: &BTreeSet<Pass>) -> Option<UnplacedFault> {
    let passes: Vec<Pass> = passes.iter().copied().collect();
    let (first, others) = passes.split_first()?;
    let crossed = others.iter().find(|&&other| passages_cross(at, ring.passage(*first), ring.passage(other)));
    let area = loops.smaller_area(at, *first, *crossed.or(others.first())?);
    let kind = if crossed.is_some() { ShapeFaultKind::SelfIntersection } else { ShapeFaultKind::SelfTouch };
    Some((kind, at, FaultExtent::AreaM2(area)))
}

/// Stretches that follow on each other are one fault, and a spike when the ring turns back in it.
fn doubled_faults(doubled: &[Doubled], ground: &MapScale) -> Vec<UnplacedFault> {
    let mut at_point: BTreeMap<PointKey, Vec<usize>> = BTreeMap::new();
    for (index, one) in doubled.iter().enumerate() {
        for end in [one.low, one.high] {
            at_point.entry(end.into()).or_default().push(index);
        }
    }
    let mut seen = vec![false; doubled.len()];
    let mut faults = Vec::new();
    for start in 0..doubled.len() {
        let (mut queue, mut length, mut tip) = (vec![start], 0.0, None);
        while let Some(index) = queue.pop() {
            if std::mem::replace(&mut seen[index], true) {
                continue;
            }
            let one = &doubled[index];
            length += ground.length_m(one.low, one.high);
            tip = tip.or(one.tip);
            for end in [one.low, one.high] {
                queue.extend(at_point.remove(&end.into()).unwrap_or_default());
            }
        }
        if length > 0.0 {
            let kind = if tip.is_some() { ShapeFaultKind::Spike } else { ShapeFaultKind::SelfIntersection };
            faults.push((kind, tip.unwrap_or(doubled[start].low), FaultExtent::LengthM(length)));
        }
    }
    faults
}

/// Areas of the loops of a ring, by sums of triangles up to each vertex.
struct Loops<'a> {
    ring: &'a UnitRing,
    ground: &'a MapScale,
    sums: Vec<f64>,
}

impl<'a> Loops<'a> {
    fn new(ring: &'a UnitRing, ground: &'a MapScale) -> Self {
        let origin = ring.points[0];
        let mut sum = 0.0;
        let steps = ring.tree.edges().iter().map(|edge| {
            sum += cross(origin, edge.start, edge.end);
            sum
        });
        let sums = std::iter::once(0.0).chain(steps.collect::<Vec<_>>()).collect();
        Self { ring, ground, sums }
    }

    /// The area of the smaller of the two loops into which two passages through `at` cut the
    /// ring, in m2.
    fn smaller_area(&self, at: Coord, a: Pass, b: Pass) -> f64 {
        let last_before = |pass| match pass {
            Pass::Vertex(vertex) | Pass::Edge(vertex) => vertex,
        };
        let (first, last) = (last_before(a).min(last_before(b)), last_before(a).max(last_before(b)));
        let (points, origin) = (&self.ring.points, self.ring.points[0]);
        let inner = self.sums[last] - self.sums[first + 1]
            + cross(origin, at, points[first + 1])
            + cross(origin, points[last], at);
        let all = self.sums[self.sums.len() - 1];
        inner.abs().min((all - inner).abs()) / 2.0 * self.ground.scale(at).area_m2()
    }
}
