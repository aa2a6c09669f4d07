use std::collections::{BTreeMap, BTreeSet};

use super::contents::{Contents, together};
use super::facts::Facts;
use super::{Area, Share};
use crate::plan::Holding;
use crate::territory::{GroupFamily, UnitId};

/// Which groups of one family hold a unit.
pub(super) struct Families<'a> {
    family: &'a GroupFamily,
    /// Per unit, the groups that hold it whole, by their places in the family.
    whole: BTreeMap<UnitId, BTreeSet<usize>>,
    /// Per unit, the groups that hold a part of it.
    partly: BTreeMap<UnitId, BTreeSet<usize>>,
}

/// How an area lies to the groups of a family.
pub(super) enum Crossing {
    /// Inside one of them.
    Inside,
    /// No unit of it lies in any.
    Outside,
    /// Over the limits of groups: what lies where.
    Over(Vec<Share>),
    /// Not known: of these units both area and groups hold parts.
    Unknown(Vec<UnitId>),
}

impl<'a> Families<'a> {
    pub fn of(family: &'a GroupFamily) -> Self {
        let (mut whole, mut partly) = (BTreeMap::new(), BTreeMap::new());
        for (place, group) in family.groups.iter().enumerate() {
            for &unit in &group.units {
                whole.entry(unit).or_insert_with(BTreeSet::new).insert(place);
            }
            for (unit, _) in &group.parts {
                partly.entry(*unit).or_insert_with(BTreeSet::new).insert(place);
            }
        }
        Self { family, whole, partly }
    }

    pub fn crossing(&self, facts: &Facts, contents: &Contents) -> Crossing {
        let units = contents.units();
        let is_in_any = |unit: &UnitId| self.whole.contains_key(unit) || self.partly.contains_key(unit);
        if !units.iter().any(is_in_any) {
            return Crossing::Outside;
        }
        let mut around: Option<BTreeSet<usize>> = None;
        let mut unknown = Vec::new();
        for &unit in &units {
            let groups = self.whole.get(&unit).cloned().unwrap_or_default();
            if groups.is_empty() && self.may_match(facts, contents, unit) {
                unknown.push(unit);
                continue;
            }
            around = Some(match around {
                None => groups,
                Some(so_far) => so_far.intersection(&groups).copied().collect(),
            });
        }
        match around {
            Some(groups) if groups.is_empty() => Crossing::Over(self.shares(facts, contents)),
            _ if !unknown.is_empty() => Crossing::Unknown(unknown),
            _ => Crossing::Inside,
        }
    }

    /// Whether area and groups each hold parts of a unit, which may be the same.
    fn may_match(&self, facts: &Facts, contents: &Contents, unit: UnitId) -> bool {
        let in_parts = matches!(facts.plan.holdings[unit], Holding::Parts(_));
        in_parts && contents.partly.contains_key(&unit) && self.partly.contains_key(&unit)
    }

    fn shares(&self, facts: &Facts, contents: &Contents) -> Vec<Share> {
        let mut shares: BTreeMap<Area, BTreeMap<UnitId, Option<u64>>> = BTreeMap::new();
        for unit in contents.units() {
            let people = match contents.partly.get(&unit) {
                Some(people) => *people,
                None => Some(facts.territory.unit(unit).population),
            };
            let mut add = |area: Area, people: Option<u64>| {
                shares.entry(area).or_default().insert(unit, people);
            };
            let group = |place: &usize| Area::Group(self.family.groups[*place].name.clone());
            let whole = self.whole.get(&unit);
            let partly = self.partly.get(&unit);
            whole.into_iter().flatten().for_each(|place| add(group(place), people));
            partly.into_iter().flatten().for_each(|place| add(group(place), None));
            if whole.is_none() && partly.is_none() {
                add(Area::NoGroup, people);
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
