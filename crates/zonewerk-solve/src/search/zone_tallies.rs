//! What is counted of zones beside their inhabitants: what they have of groups and of the zones of a
//! base plan, and how far apart their inhabitants live. All of it is sums, so that a node which comes or
//! leaves changes them by what it has itself.

use std::sync::Arc;

use crate::objective_steps::Question;
use crate::zones::Heirs;
use crate::zones::costs::{Moments, moments};
use crate::zones::group_shares::{GroupShare, Groups};
use zonewerk_core::problem::{Goal, GroupReading};
use zonewerk_core::territory::{MergerStatus, UnitId};

/// What each node has of what is counted.
#[derive(Default)]
pub(super) struct Tallies {
    families: Vec<Family>,
    /// Per node: its moments; empty where they are not asked for.
    moments: Vec<Moments>,
    /// Per node: its inhabitants by zone of the base plan; empty where they are not asked for.
    staying: Vec<Vec<(usize, u64)>>,
    /// Per node: how many units it is.
    units: Vec<usize>,
}

/// Groups of which zones have shares.
struct Family {
    asks: Asks,
    groups: Arc<Groups>,
    /// Per node: its shares.
    shares: Vec<Vec<GroupShare>>,
}

/// Which groups are counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Asks {
    /// Those that no zone may straddle, or one zone each.
    Laminar,
    /// Those of a family, with the units that they hold in part.
    All(String),
    /// Those of a family, whole units alone.
    Whole(String),
    /// Mergers that are expected.
    Mergers,
}

/// What a zone has.
#[derive(Default)]
pub(super) struct ZoneTally {
    /// Number of its units.
    pub(super) units: usize,
    /// Per family, the groups that it has something of.
    pub(super) shares: Vec<Vec<GroupShare>>,
    /// Of its inhabitants.
    pub(super) moments: Moments,
    /// Its inhabitants by zone of the base plan.
    pub(super) staying: Vec<(usize, u64)>,
    /// The zone of the base plan that it continues.
    pub(super) continues: Option<usize>,
}

impl Asks {
    /// What a goal counts of groups.
    pub(super) fn of(goal: &Goal) -> Option<Self> {
        match goal {
            Goal::Straddles { family, .. } | Goal::ZonesCrossing { family, .. } => {
                Some(Self::All(family.clone()))
            }
            Goal::Crossings { family, .. } => Some(Self::Whole(family.clone())),
            Goal::MergersCut => Some(Self::Mergers),
            _ => None,
        }
    }

    fn groups(&self, question: Question<'_>) -> Groups {
        let territory = question.territory;
        let of = |name: &String| {
            let named = territory.families.iter().find(|family| family.name == *name);
            named.into_iter().flat_map(|family| &family.groups)
        };
        match self {
            Self::Laminar => {
                let required = &question.requirements.groups;
                let read = [GroupReading::Strict, GroupReading::Weak];
                let groups = read.iter().flat_map(|&reading| required.laminar_groups(territory, reading));
                Groups::all(territory, groups)
            }
            Self::All(name) => Groups::all(territory, of(name)),
            Self::Whole(name) => Groups::whole(territory, of(name).map(|group| group.units.as_slice())),
            Self::Mergers => {
                let mergers = territory.planned_mergers.iter();
                let expected = mergers.filter(|merger| merger.status == MergerStatus::Expected);
                Groups::whole(territory, expected.map(|merger| merger.units.as_slice()))
            }
        }
    }
}

impl Tallies {
    /// What goals, and the rules on groups, count of nodes of these units.
    pub(super) fn new<'g>(
        question: Question<'_>,
        nodes: &[Vec<UnitId>],
        goals: impl Iterator<Item = &'g Goal>,
    ) -> Self {
        let Question { territory, graph, problem, requirements, .. } = question;
        let mut tallies = Self { units: nodes.iter().map(Vec::len).collect(), ..Self::default() };
        let mut asked = Vec::new();
        if !requirements.groups.laminar.is_empty() {
            asked.push(Asks::Laminar);
        }
        for goal in goals {
            asked.extend(Asks::of(goal));
            if goal.measures_distances() && tallies.moments.is_empty() {
                tallies.moments = nodes.iter().map(|units| moments(territory, graph, units)).collect();
            }
            if let Some(base) = problem.base.as_ref().filter(|_| *goal == Goal::PeopleMoved) {
                let heirs = Heirs::new(territory, base);
                tallies.staying = nodes.iter().map(|units| heirs.of_zone(units)).collect();
            }
        }
        for asks in asked {
            if tallies.family(&asks).is_none() {
                let groups = Arc::new(asks.groups(question));
                let shares = nodes.iter().map(|units| groups.shares(units)).collect();
                tallies.families.push(Family { asks, groups, shares });
            }
        }
        tallies
    }

    /// These tallies for some of the nodes alone.
    pub(super) fn within(&self, members: &[u32]) -> Self {
        fn some<T: Clone>(all: &[T], members: &[u32]) -> Vec<T> {
            if all.is_empty() {
                return Vec::new();
            }
            members.iter().map(|&node| all[node as usize].clone()).collect()
        }
        let family = |family: &Family| Family {
            asks: family.asks.clone(),
            groups: Arc::clone(&family.groups),
            shares: some(&family.shares, members),
        };
        Self {
            families: self.families.iter().map(family).collect(),
            moments: some(&self.moments, members),
            staying: some(&self.staying, members),
            units: some(&self.units, members),
        }
    }

    /// Whether nothing is counted.
    pub(super) fn is_empty(&self) -> bool {
        self.families.is_empty() && self.moments.is_empty() && self.staying.is_empty()
    }

    /// Whether zones continue those of a base plan.
    pub(super) fn have_base(&self) -> bool {
        !self.staying.is_empty()
    }

    /// Place of the groups that are asked for.
    pub(super) fn family(&self, asks: &Asks) -> Option<usize> {
        self.families.iter().position(|family| family.asks == *asks)
    }

    /// The groups of a family.
    pub(super) fn groups(&self, family: usize) -> &Groups {
        &self.families[family].groups
    }

    /// A zone without nodes.
    pub(super) fn none(&self) -> ZoneTally {
        ZoneTally { shares: vec![Vec::new(); self.families.len()], ..ZoneTally::default() }
    }

    /// A node joins a zone.
    pub(super) fn add(&self, sums: &mut ZoneTally, node: u32) {
        let node = node as usize;
        sums.units += self.units[node];
        for (family, shares) in self.families.iter().zip(&mut sums.shares) {
            family.shares[node].iter().for_each(|share| add_share(shares, share));
        }
        if let Some(moments) = self.moments.get(node) {
            sums.moments.add(moments);
        }
        for &(base, people) in self.staying.get(node).into_iter().flatten() {
            match sums.staying.iter_mut().find(|(other, _)| *other == base) {
                Some((_, sum)) => *sum += people,
                None => sums.staying.push((base, people)),
            }
        }
    }

    /// A node leaves a zone.
    pub(super) fn take(&self, sums: &mut ZoneTally, node: u32) {
        let node = node as usize;
        sums.units -= self.units[node];
        for (family, shares) in self.families.iter().zip(&mut sums.shares) {
            family.shares[node].iter().for_each(|share| take_share(shares, share));
        }
        if let Some(moments) = self.moments.get(node) {
            sums.moments.take(moments);
        }
        for &(base, people) in self.staying.get(node).into_iter().flatten() {
            if let Some(place) = sums.staying.iter().position(|(other, _)| *other == base) {
                sums.staying[place].1 -= people;
                if sums.staying[place].1 == 0 {
                    sums.staying.swap_remove(place);
                }
            }
        }
    }

    /// Inhabitants of these nodes who lie in a zone of the base plan.
    pub(super) fn staying_with(&self, nodes: &[u32], base: Option<usize>) -> u64 {
        let Some(base) = base else { return 0 };
        let of_nodes = nodes.iter().flat_map(|&node| &self.staying[node as usize]);
        of_nodes.filter(|(other, _)| *other == base).map(|(_, people)| people).sum()
    }

    /// Lets zones continue those of the base plan, each at most one: where most people stay first.
    pub(super) fn let_continue(&self, zones: &mut [ZoneTally]) {
        if !self.have_base() {
            return;
        }
        let staying = zones.iter().enumerate();
        let mut pairs: Vec<(u64, usize, usize)> = staying
            .flat_map(|(zone, sums)| sums.staying.iter().map(move |&(base, people)| (people, base, zone)))
            .collect();
        pairs.sort_unstable_by_key(|&(people, base, zone)| (std::cmp::Reverse(people), base, zone));
        zones.iter_mut().for_each(|sums| sums.continues = None);
        let mut taken = std::collections::BTreeSet::new();
        for (_, base, zone) in pairs {
            if zones[zone].continues.is_none() && taken.insert(base) {
                zones[zone].continues = Some(base);
            }
        }
    }
}

impl ZoneTally {
    /// Becomes the same as another, without new memory where there is enough.
    pub(super) fn become_like(&mut self, other: &Self) {
        self.units = other.units;
        self.shares.clone_from(&other.shares);
        self.moments = other.moments;
        self.staying.clone_from(&other.staying);
        self.continues = other.continues;
    }

    /// Its people who stay with the zone of the base plan that it continues.
    pub(super) fn people_staying(&self) -> u64 {
        let Some(base) = self.continues else { return 0 };
        self.staying.iter().find(|(other, _)| *other == base).map_or(0, |&(_, people)| people)
    }
}

fn add_share(shares: &mut Vec<GroupShare>, new: &GroupShare) {
    match shares.iter_mut().find(|share| share.group == new.group) {
        Some(share) => {
            share.whole += new.whole;
            share.units += new.units;
            share.people += new.people;
            share.first |= new.first;
        }
        None => shares.push(*new),
    }
}

fn take_share(shares: &mut Vec<GroupShare>, less: &GroupShare) {
    let Some(place) = shares.iter().position(|share| share.group == less.group) else { return };
    let share = &mut shares[place];
    share.whole -= less.whole;
    share.units -= less.units;
    share.people -= less.people;
    share.first &= !less.first;
    if share.units == 0 {
        shares.swap_remove(place);
    }
}
