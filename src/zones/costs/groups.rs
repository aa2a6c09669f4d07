//! Groups that borders of zones cut. Only the whole units of a group count: a part of a
//! unit lies where its unit lies.

use super::{Sight, ZoneCost};
use crate::problem::Counted;
use crate::territory::{Id, Territory, UnitId};

struct Groups {
    /// The groups of each unit, ascending.
    of_unit: Vec<Vec<u32>>,
    /// Lowest unit of each group.
    first: Vec<UnitId>,
    /// Units of each group.
    size: Vec<usize>,
    /// Inhabitants of each group.
    people: Vec<u64>,
    /// Inhabitants of each unit.
    unit_people: Vec<u64>,
}

/// What a zone has of one group.
#[derive(Clone, Copy)]
struct Share {
    group: usize,
    units: usize,
    people: u64,
    first: bool,
}

impl Groups {
    fn new<'g>(territory: &Territory, groups: impl IntoIterator<Item = &'g [UnitId]>) -> Self {
        let unit_people: Vec<u64> = territory.units().values().map(|unit| unit.population).collect();
        let mut all = Self {
            of_unit: vec![Vec::new(); unit_people.len()],
            first: Vec::new(),
            size: Vec::new(),
            people: Vec::new(),
            unit_people,
        };
        for units in groups {
            let Some(&first) = units.first() else { continue };
            let number = u32::try_from(all.first.len()).expect("fewer than 2^32 groups");
            units.iter().for_each(|unit| all.of_unit[unit.index()].push(number));
            all.first.push(first);
            all.size.push(units.len());
            all.people.push(territory.population(units.iter().copied()));
        }
        all
    }

    /// The groups that a zone touches.
    fn shares(&self, zone: &Sight<'_>) -> Vec<Share> {
        let mut shares: Vec<Share> = Vec::new();
        for &unit in zone.units {
            for &group in &self.of_unit[unit.index()] {
                let group = group as usize;
                let place = shares.iter().position(|share| share.group == group).unwrap_or_else(|| {
                    shares.push(Share { group, units: 0, people: 0, first: false });
                    shares.len() - 1
                });
                let share = &mut shares[place];
                share.units += 1;
                share.people += self.unit_people[unit.index()];
                share.first |= self.first[group] == unit;
            }
        }
        shares
    }

    /// People of the smaller side of a cut.
    fn smaller_side(&self, share: &Share) -> u64 {
        share.people.min(self.people[share.group] - share.people)
    }
}

/// Groups that a zone touches without holding their lowest unit. Added up: for each group,
/// the number of zones it lies in, less one.
pub(super) struct Crossings(Groups);

impl Crossings {
    pub(super) fn new<'g>(territory: &Territory, groups: impl IntoIterator<Item = &'g [UnitId]>) -> Self {
        Self(Groups::new(territory, groups))
    }
}

impl ZoneCost for Crossings {
    fn of(&self, zone: &Sight<'_>) -> u64 {
        self.0.shares(zone).iter().filter(|share| !share.first).count() as u64
    }
}

/// For each group that a zone touches, the people of the group inside it or outside it,
/// whichever are fewer. Added up, a group cut in two counts its smaller side twice, once
/// from each zone.
pub(super) struct PeopleCut(Groups);

impl PeopleCut {
    pub(super) fn new<'g>(territory: &Territory, groups: impl IntoIterator<Item = &'g [UnitId]>) -> Self {
        Self(Groups::new(territory, groups))
    }
}

impl ZoneCost for PeopleCut {
    fn of(&self, zone: &Sight<'_>) -> u64 {
        self.0.shares(zone).iter().map(|share| self.0.smaller_side(share)).sum()
    }
}

/// Groups that overlap a zone, neither of them inside the other; or the people of such a
/// group inside or outside the zone, whichever are fewer.
pub(super) struct Straddles {
    groups: Groups,
    by: Counted,
}

impl Straddles {
    pub(super) fn new<'g>(
        territory: &Territory,
        groups: impl IntoIterator<Item = &'g [UnitId]>,
        by: Counted,
    ) -> Self {
        Self { groups: Groups::new(territory, groups), by }
    }
}

impl ZoneCost for Straddles {
    fn of(&self, zone: &Sight<'_>) -> u64 {
        let overlaps =
            |share: &&Share| share.units < self.groups.size[share.group] && share.units < zone.units.len();
        let shares = self.groups.shares(zone);
        let straddles = shares.iter().filter(overlaps);
        match self.by {
            Counted::Cuts => straddles.count() as u64,
            Counted::People => straddles.map(|share| self.groups.smaller_side(share)).sum(),
        }
    }
}
