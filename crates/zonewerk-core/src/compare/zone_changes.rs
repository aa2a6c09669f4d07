use std::collections::BTreeSet;

use crate::plan::Matching;
use crate::territory::{UnitId, ZoneId};

/// What becomes of one zone from one plan to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneChange {
    /// The zone in the one plan; none for a new zone.
    pub before: Option<ZoneId>,
    /// The zone that continues it; none for one that vanished.
    pub after: Option<ZoneId>,
    /// People who stay, as far as known.
    pub staying: u64,
    /// The units that come to it, wholly or in part, ascending.
    pub joined: Vec<UnitId>,
    /// The units that leave it, wholly or in part, ascending.
    pub left: Vec<UnitId>,
}

impl ZoneChange {
    /// Whether it continues with all its units and no others.
    pub fn is_unchanged(&self) -> bool {
        self.before.is_some() && self.after.is_some() && self.joined.is_empty() && self.left.is_empty()
    }
}

/// What becomes of every zone of the base plan of a matching, in its order, and then the new zones.
pub fn zone_changes(matching: &Matching) -> Vec<ZoneChange> {
    let kept = matching.heir_of.iter().map(|(before, after)| (Some(before), *after));
    let new = matching.base_of.iter().filter(|(_, before)| before.is_none());
    let pairs = kept.chain(new.map(|(after, _)| (None, Some(after))));
    pairs.map(|(before, after)| change(matching, before, after)).collect()
}

fn change(matching: &Matching, before: Option<ZoneId>, after: Option<ZoneId>) -> ZoneChange {
    let moved = || matching.flows.iter().filter(|flow| matching.is_moved(flow));
    let joined = moved().filter(|flow| after.is_some() && flow.to == after);
    let left = moved().filter(|flow| before.is_some() && flow.from == before);
    let joined: BTreeSet<UnitId> = joined.map(|flow| flow.unit).collect();
    let left: BTreeSet<UnitId> = left.map(|flow| flow.unit).collect();
    ZoneChange {
        before,
        after,
        staying: before.map_or(0, |before| matching.staying_with(before)),
        joined: joined.into_iter().collect(),
        left: left.into_iter().collect(),
    }
}
