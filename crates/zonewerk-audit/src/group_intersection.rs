use std::collections::{BTreeMap, BTreeSet};

use super::area_contents::together;
use super::plan_facts::Facts;
use super::unit_pieces::UnitPiece;
use super::{Share, ShareArea};
use zonewerk_core::territory::{Group, UnitId, ZoneId};

/// How the zones of a plan lie to one group.
///
/// A group and a zone that both hold only parts of a unit share those parts that carry the
/// same name in both; where a part of the group carries a name that no part of the plan
/// has, it is not known what else they share.
pub(super) struct GroupIntersections {
    /// The zones that hold something of the group, ascending.
    pub zones: BTreeMap<ZoneId, GroupIntersection>,
    /// Units of the group, or parts of them, that lie in no zone, with their inhabitants.
    pub unplaced: BTreeMap<UnitId, Option<u64>>,
    /// Units of which it is not known all that group and zones share.
    pub unmatched: BTreeSet<UnitId>,
}

/// What a group and a zone have in common.
pub(super) struct GroupIntersection {
    /// Units, whole or in part, with the inhabitants in common; `None` where not known.
    pub common: BTreeMap<UnitId, Option<u64>>,
    /// Whether all of the zone lies in the group; `None` where that is not known.
    pub inside: Option<bool>,
}

impl GroupIntersections {
    pub fn of(facts: &Facts, group: &Group) -> Self {
        let mut found =
            Self { zones: BTreeMap::new(), unplaced: BTreeMap::new(), unmatched: BTreeSet::new() };
        for &unit in &group.units {
            for piece in facts.pieces(unit) {
                found.meet(piece.zone, unit, piece.people);
            }
        }
        for (unit, names) in named_parts(group) {
            let pieces = facts.pieces(unit);
            for piece in &pieces {
                match piece.part {
                    None => found.meet(piece.zone, unit, None),
                    Some(part) if names.contains(part) => found.meet(piece.zone, unit, piece.people),
                    Some(_) => {}
                }
            }
            if !all_known(&names, &pieces) {
                found.unmatched.insert(unit);
            }
        }
        found.see_what_is_inside(facts, group);
        found
    }

    fn meet(&mut self, zone: Option<ZoneId>, unit: UnitId, people: Option<u64>) {
        let common = match zone {
            None => &mut self.unplaced,
            Some(zone) => {
                let meeting = GroupIntersection { common: BTreeMap::new(), inside: None };
                &mut self.zones.entry(zone).or_insert(meeting).common
            }
        };
        let sum = common.entry(unit).or_insert(Some(0));
        *sum = together(*sum, people);
    }

    fn see_what_is_inside(&mut self, facts: &Facts, group: &Group) {
        let parts = named_parts(group);
        let holds = |unit: &UnitId| group.units.binary_search(unit).is_ok();
        for (zone, meeting) in &mut self.zones {
            let contents = &facts.contents[*zone];
            let of_part = |unit: &UnitId| {
                let Some(names) = parts.get(unit) else { return Some(false) };
                let pieces = facts.pieces(*unit).into_iter();
                let mut here =
                    pieces.filter(|piece| piece.zone == Some(*zone)).filter_map(|piece| piece.part);
                let inside = here.all(|part| names.contains(part));
                (inside || !self.unmatched.contains(unit)).then_some(inside)
            };
            let whole = contents.whole.iter().map(|unit| Some(holds(unit)));
            let partly =
                contents.partly.keys().map(|unit| if holds(unit) { Some(true) } else { of_part(unit) });
            meeting.inside = all(whole.chain(partly));
        }
    }

    /// The zones that reach beyond the group for certain.
    pub fn partial(&self) -> impl Iterator<Item = ZoneId> {
        self.zones.iter().filter(|(_, meeting)| meeting.inside == Some(false)).map(|(zone, _)| *zone)
    }

    /// What each zone has of the group, and what lies in none.
    pub fn shares(&self, facts: &Facts) -> Vec<Share> {
        let share = |area, common: &BTreeMap<UnitId, Option<u64>>| Share {
            area,
            units: facts.units(common.keys()),
            people: common.values().copied().fold(Some(0), together),
        };
        let zones = self.zones.iter();
        let mut shares: Vec<Share> = zones
            .map(|(zone, meeting)| share(ShareArea::Zone(facts.zone_label(*zone)), &meeting.common))
            .collect();
        if !self.unplaced.is_empty() {
            shares.push(share(ShareArea::NoZone, &self.unplaced));
        }
        shares
    }

    /// Every unit that a zone has in common with the group.
    pub fn units(&self) -> impl Iterator<Item = UnitId> {
        self.zones.values().flat_map(|meeting| meeting.common.keys().copied())
    }
}

/// Whether all are so; not known where none is not so and one is not known.
fn all(mut answers: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    answers
        .try_fold(Some(true), |so_far, answer| match answer {
            Some(false) => Err(Some(false)),
            Some(true) => Ok(so_far),
            None => Ok(None),
        })
        .unwrap_or_else(|no| no)
}

/// The parts of units that a group holds, by unit.
pub(super) fn named_parts(group: &Group) -> BTreeMap<UnitId, BTreeSet<&str>> {
    let mut parts: BTreeMap<UnitId, BTreeSet<&str>> = BTreeMap::new();
    for (unit, name) in &group.parts {
        parts.entry(*unit).or_default().insert(name);
    }
    parts
}

/// Whether the plan has each of these parts, or does not divide the unit.
pub(super) fn all_known(names: &BTreeSet<&str>, pieces: &[UnitPiece]) -> bool {
    names.iter().all(|name| pieces.iter().any(|piece| piece.part.is_none_or(|part| part == *name)))
}
