use zonewerk_core::territory::{Group, Id, Territory, UnitId};

/// Groups made ready to be met by many zones.
pub(crate) struct Groups {
    /// The groups of each unit, ascending, and whether they hold it whole.
    of_unit: Vec<Vec<(u32, bool)>>,
    /// Lowest whole unit of each group.
    first: Vec<Option<UnitId>>,
    /// Units of each group, whole or in part.
    size: Vec<usize>,
    /// Inhabitants of each group's whole units.
    people: Vec<u64>,
    /// Inhabitants of each unit.
    unit_people: Vec<u64>,
}

/// What a zone has of one group.
#[derive(Clone, Copy, Debug)]
pub(crate) struct GroupShare {
    pub(crate) group: usize,
    /// Units of both that the group holds whole.
    pub(crate) whole: usize,
    /// Units of both.
    pub(crate) units: usize,
    /// Inhabitants of the whole ones.
    pub(crate) people: u64,
    /// Whether the group's lowest whole unit is among them.
    pub(crate) first: bool,
}

impl Groups {
    /// Of each group its whole units, and the units that it holds only part of.
    pub(super) fn new<'g>(
        territory: &Territory,
        groups: impl IntoIterator<Item = (&'g [UnitId], Vec<UnitId>)>,
    ) -> Self {
        let unit_people: Vec<u64> = territory.units().values().map(|unit| unit.population).collect();
        let mut all = Self {
            of_unit: vec![Vec::new(); unit_people.len()],
            first: Vec::new(),
            size: Vec::new(),
            people: Vec::new(),
            unit_people,
        };
        for (units, mut partly) in groups {
            let number = u32::try_from(all.first.len()).expect("fewer than 2^32 groups");
            partly.dedup();
            units.iter().for_each(|unit| all.of_unit[unit.index()].push((number, true)));
            partly.iter().for_each(|unit| all.of_unit[unit.index()].push((number, false)));
            all.first.push(units.first().copied());
            all.size.push(units.len() + partly.len());
            all.people.push(territory.population(units.iter().copied()));
        }
        all
    }

    /// The whole units of groups, and nothing of the others.
    pub(crate) fn whole<'g>(territory: &Territory, groups: impl IntoIterator<Item = &'g [UnitId]>) -> Self {
        Self::new(territory, groups.into_iter().map(|units| (units, Vec::new())))
    }

    /// All that groups hold.
    pub(crate) fn all<'g>(territory: &Territory, groups: impl IntoIterator<Item = &'g Group>) -> Self {
        let parts = |group: &Group| group.parts.iter().map(|(unit, _)| *unit).collect();
        Self::new(territory, groups.into_iter().map(|group| (group.units.as_slice(), parts(group))))
    }

    /// Number of groups.
    pub(crate) fn len(&self) -> usize {
        self.first.len()
    }

    /// Whether no two groups hold something of the same unit.
    pub(super) fn are_apart(&self) -> bool {
        self.of_unit.iter().all(|groups| groups.len() <= 1)
    }

    /// The groups that a zone touches.
    pub(crate) fn shares(&self, zone: &[UnitId]) -> Vec<GroupShare> {
        let mut shares: Vec<GroupShare> = Vec::new();
        for &unit in zone {
            for &(group, whole) in &self.of_unit[unit.index()] {
                let group = group as usize;
                let place = shares.iter().position(|share| share.group == group).unwrap_or_else(|| {
                    shares.push(GroupShare { group, whole: 0, units: 0, people: 0, first: false });
                    shares.len() - 1
                });
                let share = &mut shares[place];
                share.units += 1;
                if whole {
                    share.whole += 1;
                    share.people += self.unit_people[unit.index()];
                    share.first |= self.first[group] == Some(unit);
                }
            }
        }
        shares
    }

    /// The groups that overlap a zone, neither of them inside the other: straddles, read
    /// strictly.
    pub(super) fn straddles(&self, zone: &[UnitId]) -> impl Iterator<Item = GroupShare> {
        let size = zone.len();
        self.shares(zone).into_iter().filter(move |share| self.is_straddled(share, size))
    }

    /// Whether a zone of so many units straddles the group that it has this share of.
    pub(crate) fn is_straddled(&self, share: &GroupShare, size: usize) -> bool {
        share.units < self.size[share.group] && share.whole < size
    }

    /// Whether a zone touches groups and lies inside none.
    pub(super) fn is_crossed_by(&self, zone: &[UnitId]) -> bool {
        Self::are_crossed(&self.shares(zone), zone.len())
    }

    /// Whether a zone of `size` units with these shares touches groups and lies inside none.
    pub(crate) fn are_crossed(shares: &[GroupShare], size: usize) -> bool {
        !shares.is_empty() && shares.iter().all(|share| share.whole < size)
    }

    /// The group that most inhabitants of a zone lie in, the first of equals; that with most units
    /// where nobody does.
    pub(super) fn main(&self, zone: &[UnitId]) -> Option<GroupShare> {
        Self::main_of(&self.shares(zone)).copied()
    }

    /// The group that most inhabitants of a zone with these shares lie in, as [`Self::main`].
    pub(crate) fn main_of(shares: &[GroupShare]) -> Option<&GroupShare> {
        let shares = shares.iter().filter(|share| share.whole > 0);
        shares.max_by_key(|share| (share.people, share.whole, std::cmp::Reverse(share.group)))
    }

    /// Inhabitants of the smaller side of a cut.
    pub(crate) fn smaller_side(&self, share: &GroupShare) -> u64 {
        share.people.min(self.people[share.group] - share.people)
    }
}
