//! The closest pair of segments of a component and any other one, best first: pairs of
//! boxes wait in the order of the distance between them, the nearest pair is opened, and
//! what is farther apart than the best segments found is never looked at (Hjaltason and
//! Samet 1998, on two trees).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use rstar::{AABB, RTree, RTreeNode, RTreeObject};

use super::border_segment::{BorderSegment, Space};
use crate::territory::UnitId;

/// The outline of one component.
#[derive(Clone, Debug)]
pub(in crate::graph) struct ComponentOutline {
    pub number: usize,
    segments: RTree<BorderSegment>,
}

impl ComponentOutline {
    pub fn new(number: usize, segments: Vec<BorderSegment>) -> Self {
        Self { number, segments: RTree::bulk_load(segments) }
    }
}

impl RTreeObject for ComponentOutline {
    type Envelope = AABB<Space>;

    fn envelope(&self) -> Self::Envelope {
        self.segments.root().envelope()
    }
}

/// Two segments, and how far along each the other one is nearest.
#[derive(Clone, Copy, Debug)]
pub(in crate::graph) struct SegmentPair<'a> {
    pub near: &'a BorderSegment,
    pub far: &'a BorderSegment,
    pub along: [f64; 2],
    millimetres: u64,
}

impl SegmentPair<'_> {
    /// Distances are compared in whole millimetres, so that rounding errors decide
    /// nothing among equals.
    fn rank(&self) -> (u64, UnitId, UnitId) {
        (self.millimetres, self.near.unit, self.far.unit)
    }
}

#[derive(Clone, Copy)]
enum Far<'a> {
    Parts(&'a RTreeNode<ComponentOutline>),
    Segments(&'a RTreeNode<BorderSegment>),
}

/// The closest segments of `part` and of any other of `parts`, units that are `removed`
/// from each other left out. `alone` is the unit that `part` consists of where it is one
/// with removed units: the others are then opened down to their units first, so that the
/// long border with a removed unit is not compared segment by segment.
pub(in crate::graph) fn closest<'a>(
    part: &'a ComponentOutline,
    parts: &'a RTree<ComponentOutline>,
    alone: Option<UnitId>,
    removed: &dyn Fn(UnitId, UnitId) -> bool,
) -> Option<SegmentPair<'a>> {
    let mut best: Option<SegmentPair<'a>> = None;
    let mut waiting = Waiting::default();
    for near in part.segments.root().children() {
        for far in parts.root().children() {
            waiting.push(near, Far::Parts(far));
        }
    }
    while let Some((least, near, far)) = waiting.pop() {
        if best.is_some_and(|best| least > best.millimetres) {
            break;
        }
        match (near, far) {
            (_, Far::Parts(RTreeNode::Leaf(other))) if other.number == part.number => {}
            (_, Far::Parts(RTreeNode::Leaf(other))) => {
                let inside = other.segments.root().children().iter();
                inside.for_each(|inside| waiting.push(near, Far::Segments(inside)));
            }
            (_, Far::Parts(RTreeNode::Parent(parent))) => {
                parent.children().iter().for_each(|inside| waiting.push(near, Far::Parts(inside)));
            }
            (_, Far::Segments(RTreeNode::Leaf(segment)))
                if alone.is_some_and(|unit| removed(unit, segment.unit)) => {}
            (RTreeNode::Leaf(near), Far::Segments(RTreeNode::Leaf(far))) => {
                let (distance_2, along) = near.distance_2(far);
                let pair =
                    SegmentPair { near, far, along, millimetres: millimetres(distance_2).round() as u64 };
                if best.is_none_or(|best| pair.rank() < best.rank()) && !removed(near.unit, far.unit) {
                    best = Some(pair);
                }
            }
            (RTreeNode::Parent(parent), Far::Segments(inside))
                if is_leaf(inside) || alone.is_none() && size(near) > size(inside) =>
            {
                parent.children().iter().for_each(|near| waiting.push(near, far));
            }
            (_, Far::Segments(RTreeNode::Parent(parent))) => {
                parent.children().iter().for_each(|inside| waiting.push(near, Far::Segments(inside)));
            }
            (RTreeNode::Parent(_), Far::Segments(RTreeNode::Leaf(_))) => {}
        }
    }
    best
}

/// Pairs of boxes by the distance between them in whole millimetres, rounded down; of
/// equals the one that came last, so that the search goes down rather than wide.
#[derive(Default)]
struct Waiting<'a> {
    order: BinaryHeap<(Reverse<u64>, usize)>,
    pairs: Vec<(&'a RTreeNode<BorderSegment>, Far<'a>)>,
}

impl<'a> Waiting<'a> {
    fn push(&mut self, near: &'a RTreeNode<BorderSegment>, far: Far<'a>) {
        let far_box = match far {
            Far::Parts(node) => node.envelope(),
            Far::Segments(node) => node.envelope(),
        };
        let least = millimetres(gap_2(&near.envelope(), &far_box)) as u64;
        self.order.push((Reverse(least), self.pairs.len()));
        self.pairs.push((near, far));
    }

    fn pop(&mut self) -> Option<(u64, &'a RTreeNode<BorderSegment>, Far<'a>)> {
        let (Reverse(least), number) = self.order.pop()?;
        let (near, far) = self.pairs[number];
        Some((least, near, far))
    }
}

fn millimetres(metres_2: f64) -> f64 {
    metres_2.sqrt() * 1_000.0
}

/// Square of the distance between two boxes in square metres.
fn gap_2(a: &AABB<Space>, b: &AABB<Space>) -> f64 {
    let gap = |axis: usize| {
        let above = b.lower()[axis] - a.upper()[axis];
        let below = a.lower()[axis] - b.upper()[axis];
        above.max(below).max(0.0)
    };
    (0..3).map(|axis| gap(axis).powi(2)).sum()
}

fn is_leaf(node: &RTreeNode<BorderSegment>) -> bool {
    matches!(node, RTreeNode::Leaf(_))
}

fn size(node: &RTreeNode<BorderSegment>) -> f64 {
    let node = node.envelope();
    (0..3).map(|axis| node.upper()[axis] - node.lower()[axis]).sum()
}
