use std::collections::{BTreeMap, BTreeSet};

use super::area_contents::together;
use super::group_intersection::{all_known, named_parts};
use super::plan_facts::Facts;
use super::{Share, ShareArea};
use zonewerk_core::territory::{GroupFamily, UnitId, ZoneId};

/// Which groups of one family hold a unit.
pub(super) struct FamilyIndex<'a> {
    family: &'a GroupFamily,
    /// Per unit, the groups that hold it whole, by their places in the family.
    whole: BTreeMap<UnitId, BTreeSet<usize>>,
    /// Per unit, the groups that hold parts of it, and the names of those.
    parts: BTreeMap<UnitId, BTreeMap<usize, BTreeSet<&'a str>>>,
}

/// How a zone lies to the groups of a family.
pub(super) enum GroupCrossing {
    /// Inside one of them.
    Inside,
    /// No unit of it lies in any.
    Outside,
    /// Over the limits of groups: what lies where.
    Over(Vec<Share>),
    /// Not known: of these units zone and groups hold parts of other names.
    Unknown(Vec<UnitId>),
}

/// How what a zone has of a unit lies to a group.
struct Lie {
    /// Whether all of it lies in the group; `None` where that is not known.
    inside: Option<bool>,
    /// Inhabitants in common; `None` where there is nothing in common for certain.
    common: Option<Option<u64>>,
}

impl<'a> FamilyIndex<'a> {
    pub fn of(family: &'a GroupFamily) -> Self {
        let mut families = Self { family, whole: BTreeMap::new(), parts: BTreeMap::new() };
        for (place, group) in family.groups.iter().enumerate() {
            for &unit in &group.units {
                families.whole.entry(unit).or_default().insert(place);
            }
            for (unit, names) in named_parts(group) {
                families.parts.entry(unit).or_default().insert(place, names);
            }
        }
        families
    }

    pub fn crossing(&self, facts: &Facts, zone: ZoneId) -> GroupCrossing {
        let lies: BTreeMap<UnitId, BTreeMap<usize, Lie>> = facts.contents[zone]
            .units()
            .into_iter()
            .map(|unit| (unit, self.lies(facts, zone, unit)))
            .collect();
        let meets = |lie: &Lie| lie.common.is_some() || lie.inside.is_none();
        if !lies.values().flat_map(BTreeMap::values).any(meets) {
            return GroupCrossing::Outside;
        }
        let certain = around(&lies, |lie| lie.inside == Some(true));
        let possible = around(&lies, |lie| lie.inside != Some(false));
        if !certain.is_empty() {
            GroupCrossing::Inside
        } else if possible.is_empty() {
            GroupCrossing::Over(self.shares(facts, zone, &lies))
        } else {
            let is_open = |lies: &BTreeMap<usize, Lie>| {
                lies.iter().any(|(place, lie)| possible.contains(place) && lie.inside.is_none())
            };
            GroupCrossing::Unknown(
                lies.iter().filter(|(_, lies)| is_open(lies)).map(|(unit, _)| *unit).collect(),
            )
        }
    }

    /// How what a zone has of a unit lies to each group that has something of the unit.
    fn lies(&self, facts: &Facts, zone: ZoneId, unit: UnitId) -> BTreeMap<usize, Lie> {
        let pieces = facts.pieces(unit);
        let here = || pieces.iter().filter(|piece| piece.zone == Some(zone));
        let sum = |people: Vec<Option<u64>>| people.into_iter().fold(Some(0), together);
        let mut lies = BTreeMap::new();
        for (&place, names) in self.parts.get(&unit).into_iter().flatten() {
            let is_named = |part: Option<&str>| part.is_some_and(|part| names.contains(part));
            let common: Vec<Option<u64>> =
                here().filter(|piece| is_named(piece.part)).map(|piece| piece.people).collect();
            let divided = here().all(|piece| piece.part.is_some());
            let inside = here().all(|piece| is_named(piece.part));
            let lie = Lie {
                inside: (inside || all_known(names, &pieces)).then_some(inside),
                common: if divided { (!common.is_empty()).then(|| sum(common)) } else { Some(None) },
            };
            lies.insert(place, lie);
        }
        for &place in self.whole.get(&unit).into_iter().flatten() {
            let people = here().map(|piece| piece.people).collect();
            lies.insert(place, Lie { inside: Some(true), common: Some(sum(people)) });
        }
        lies
    }

    fn shares(
        &self,
        facts: &Facts,
        zone: ZoneId,
        lies: &BTreeMap<UnitId, BTreeMap<usize, Lie>>,
    ) -> Vec<Share> {
        let mut shares: BTreeMap<ShareArea, BTreeMap<UnitId, Option<u64>>> = BTreeMap::new();
        for (&unit, lies) in lies {
            for (place, lie) in lies {
                if let Some(people) = lie.common {
                    let area = ShareArea::Group(self.family.groups[*place].name.clone());
                    shares.entry(area).or_default().insert(unit, people);
                }
            }
            if lies.values().all(|lie| lie.inside.is_some() && lie.common.is_none()) {
                let pieces = facts.pieces(unit).into_iter().filter(|piece| piece.zone == Some(zone));
                let people = pieces.map(|piece| piece.people).fold(Some(0), together);
                shares.entry(ShareArea::NoGroup).or_default().insert(unit, people);
            }
        }
        let shares = shares.into_iter().map(|(area, units)| Share {
            area,
            units: facts.units(units.keys()),
            people: units.values().copied().fold(Some(0), together),
        });
        shares.collect()
    }
}

/// The groups to which every unit lies so.
fn around(lies: &BTreeMap<UnitId, BTreeMap<usize, Lie>>, so: impl Fn(&Lie) -> bool) -> BTreeSet<usize> {
    let mut units = lies.values().map(|lies| -> BTreeSet<usize> {
        lies.iter().filter(|(_, lie)| so(lie)).map(|(place, _)| *place).collect()
    });
    let first = units.next().unwrap_or_default();
    units.fold(first, |so_far, groups| so_far.intersection(&groups).copied().collect())
}
