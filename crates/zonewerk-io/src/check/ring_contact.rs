//! How two different rings of one unit meet.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use geo::Coord;
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

use super::edge_meeting::{EdgeMeeting, meeting, passages_cross};
use super::shape_faults::{MeetingLimit, Tangle};
use super::unit_ring::{Pass, PointKey, UnitRing};
use zonewerk_core::crs::MapScale;

/// How two rings meet.
#[derive(Clone, Debug, Default)]
pub(super) struct RingContact {
    /// A point where they cross.
    pub crossing: Option<Coord>,
    /// A point of a stretch they share.
    pub shared: Option<Coord>,
    /// Length of all they share in metres.
    pub shared_m: f64,
    /// Along a stretch they share the unit lies on the same side of both.
    pub same_side: bool,
    /// The points where they touch without crossing.
    pub touches: Vec<Coord>,
}

impl RingContact {
    /// Whether they do more than touch.
    pub fn is_bad(&self) -> bool {
        self.crossing.is_some() || self.shared.is_some()
    }

    fn is_none(&self) -> bool {
        !self.is_bad() && self.touches.is_empty()
    }
}

/// The rings of a unit by place, and the contacts between them.
pub(super) struct RingContacts {
    tree: RTree<GeomWithData<Rectangle<[f64; 2]>, usize>>,
    /// By the numbers of two rings `a < b`, only where they meet.
    pub met: BTreeMap<(usize, usize), RingContact>,
}

impl RingContacts {
    pub fn new(rings: &[UnitRing], ground: &MapScale) -> Result<Self, Tangle> {
        let boxed = |(index, ring): (usize, &UnitRing)| {
            let bounds = ring.bounds();
            GeomWithData::new(Rectangle::from_corners(bounds.min.into(), bounds.max.into()), index)
        };
        let tree = RTree::bulk_load(rings.iter().enumerate().map(boxed).collect());
        let mut contacts = Self { tree, met: BTreeMap::new() };
        for a in 0..rings.len() {
            for b in contacts.near(rings, a).filter(|&b| b > a).collect::<Vec<_>>() {
                let contact = contact(&rings[a], &rings[b], ground)?;
                if !contact.is_none() {
                    contacts.met.insert((a, b), contact);
                }
            }
        }
        Ok(contacts)
    }

    /// The other rings whose boxes meet that of ring `index`.
    pub fn near(&self, rings: &[UnitRing], index: usize) -> impl Iterator<Item = usize> {
        let bounds = rings[index].bounds();
        let envelope = AABB::from_corners(bounds.min.into(), bounds.max.into());
        self.tree.locate_in_envelope_intersecting(&envelope).map(|one| one.data).filter(move |&b| b != index)
    }

    /// Whether two rings cross or share a stretch.
    pub fn bad(&self, a: usize, b: usize) -> bool {
        self.met.get(&(a.min(b), a.max(b))).is_some_and(RingContact::is_bad)
    }
}

fn contact(a: &UnitRing, b: &UnitRing, ground: &MapScale) -> Result<RingContact, Tangle> {
    let mut contact = RingContact::default();
    let mut touches: BTreeMap<PointKey, (Coord, BTreeSet<Pass>, BTreeSet<Pass>)> = BTreeMap::new();
    let mut ends = BTreeSet::new();
    let mut meetings = MeetingLimit::of_edges(a.edges() + b.edges());
    let searched = a.tree.pairs_with(&b.tree, &mut |i, j| {
        let (edge, other) = (a.tree.edges()[i], b.tree.edges()[j]);
        let (at, is_crossing) = match meeting(&edge, &other) {
            EdgeMeeting::Apart => return ControlFlow::Continue(()),
            EdgeMeeting::Touch(at) => {
                let (_, of_a, of_b) =
                    touches.entry(at.into()).or_insert((at, BTreeSet::new(), BTreeSet::new()));
                of_a.insert(a.pass(i, at));
                of_b.insert(b.pass(j, at));
                (at, false)
            }
            EdgeMeeting::Cross(at) => {
                contact.crossing = contact.crossing.or(Some(at));
                (at, true)
            }
            EdgeMeeting::Overlap(low, high) => {
                let (along, other_along) = (edge.delta(), other.delta());
                let same_way = along.x * other_along.x + along.y * other_along.y > 0.0;
                contact.same_side |= same_way == (a.has_unit_on_left() == b.has_unit_on_left());
                contact.shared = contact.shared.or(Some(low));
                contact.shared_m += ground.length_m(low, high);
                ends.extend([PointKey::from(low), high.into()]);
                (low, false)
            }
        };
        meetings.count(at, is_crossing)
    });
    if let ControlFlow::Break(tangle) = searched {
        return Err(tangle);
    }
    for (key, (at, of_a, of_b)) in touches {
        if ends.contains(&key) {
            continue;
        }
        let crosses =
            |&pass: &Pass| of_b.iter().any(|&other| passages_cross(at, a.passage(pass), b.passage(other)));
        if of_a.iter().any(crosses) {
            contact.crossing = contact.crossing.or(Some(at));
        } else {
            contact.touches.push(at);
        }
    }
    Ok(contact)
}
