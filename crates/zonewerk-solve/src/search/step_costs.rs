//! The value of a plan in a step of the objective, as sums that change little when a node moves:
//! prices of the edges that are cut, a price of each zone by its inhabitants, and by what else is
//! counted of it.
//!
//! Some goals are no such sums. The largest deviation is brought down by squared deviations, distances
//! to a centre, squared or not, by what inertia makes of them, straddles that are read weakly as if they
//! were read strictly; the true value of a plan is counted when a round is over.

use super::contiguity_graph::Nodes;
use super::zone_tallies::{Asks, Tallies, ZoneTally};
use crate::objective_steps::Question;
use crate::zones::group_shares::Groups;
use zonewerk_core::problem::{Counted, Goal, GroupReading, Step};
use zonewerk_core::territory::{Id, UnitId};

/// One step, made ready.
pub(super) struct StepCosts {
    /// Per slot: what it costs when its ends lie in different zones.
    pub(super) prices: Vec<i64>,
    /// What every zone costs.
    each: i64,
    /// What a squared inhabitant off the ideal costs.
    squared: i64,
    /// What an inhabitant off the ideal costs.
    absolute: i64,
    ideal: i64,
    /// What is counted of zones beside that, and its weight.
    summed: Vec<(Summed, i64)>,
    /// Whether these sums are the value of a plan, but for what is the same in every plan.
    pub(super) are_exact: bool,
}

/// What is counted of a zone beside borders and inhabitants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Summed {
    /// Groups that it straddles.
    Straddles(usize, Counted),
    /// Groups that it has something of and not their first unit, or inhabitants on smaller sides.
    Crossings(usize, Counted),
    /// That it crosses the limits of groups, or with how many inhabitants.
    Crosses(usize, Counted),
    /// People who do not stay.
    Moved,
    /// Moment of inertia, also in place of squared distances to a centre.
    Inertia,
    /// Inhabitants times their distance to the centre, by the mean of its square.
    Distance,
}

/// Whether the search can sum up a goal.
pub(super) fn is_kept(goal: &Goal) -> bool {
    match goal {
        Goal::BorderLength
        | Goal::CutEdges
        | Goal::SquaredDeviation
        | Goal::AbsoluteDeviation
        | Goal::Zones
        | Goal::Exceptions
        | Goal::LargestDeviation
        | Goal::Inertia
        | Goal::DistanceToCentre
        | Goal::SquaredDistanceToCentre
        | Goal::PeopleMoved
        | Goal::Crossings { .. }
        | Goal::Straddles { .. }
        | Goal::ZonesCrossing { .. }
        | Goal::MergersCut => true,
        Goal::Regions
        | Goal::RegionBorderLength
        | Goal::RegionDeviation
        | Goal::RegionMismatch { .. }
        | Goal::RegionGroups { .. } => false,
    }
}

impl StepCosts {
    /// A step over these nodes; `None` where sums could leave 62 bits.
    ///
    /// With `w` the weight, cut edges cost `w` for each pair of neighbours that is parted, border
    /// length `2 w` for each metre between them. What lies between nodes and given zones, and the
    /// outer border, is the same in every plan and left out.
    pub(super) fn new(question: Question<'_>, nodes: &Nodes, step: &Step) -> Option<Self> {
        let mut costs = Self {
            prices: vec![0; nodes.to.len()],
            each: 0,
            squared: 0,
            absolute: 0,
            ideal: i64::try_from(question.problem.ideal_population()).ok()?,
            summed: Vec::new(),
            are_exact: true,
        };
        for term in &step.terms {
            let weight = i64::try_from(term.weight).ok()?;
            let sum = |to: &mut i64| -> Option<()> {
                *to = to.checked_add(weight)?;
                Some(())
            };
            match &term.goal {
                Goal::CutEdges => costs.charge(question, nodes, weight, true)?,
                Goal::BorderLength => costs.charge(question, nodes, weight, false)?,
                Goal::SquaredDeviation | Goal::LargestDeviation => sum(&mut costs.squared)?,
                Goal::AbsoluteDeviation => sum(&mut costs.absolute)?,
                Goal::Zones => sum(&mut costs.each)?,
                // A zone that is drawn needs no exception, and goals on regions are refused.
                goal => {
                    costs.summed.extend(Summed::asked(&nodes.tallies, goal).map(|summed| (summed, weight)))
                }
            }
            costs.are_exact &= !matches!(
                term.goal,
                Goal::LargestDeviation
                    | Goal::DistanceToCentre
                    | Goal::SquaredDistanceToCentre
                    | Goal::PeopleMoved
                    | Goal::Straddles { reading: GroupReading::Weak, .. }
            );
        }
        costs.adds_up(nodes).then_some(costs)
    }

    /// By how much a plan breaks the rules on groups that zones may not straddle: inhabitants on the smaller
    /// sides of straddled groups, and one for each.
    pub(super) fn of_rules(nodes: &Nodes) -> Option<Self> {
        let family = nodes.tallies.family(&Asks::Laminar);
        let each = [Counted::Cuts, Counted::People];
        let summed = family.into_iter().flat_map(|at| each.map(|by| (Summed::Straddles(at, by), 1)));
        let costs = Self {
            prices: vec![0; nodes.to.len()],
            each: 0,
            squared: 0,
            absolute: 0,
            ideal: 0,
            summed: summed.collect(),
            are_exact: false,
        };
        costs.adds_up(nodes).then_some(costs)
    }

    /// The same over these slots alone.
    pub(super) fn within(&self, slots: &[usize]) -> Self {
        let prices = slots.iter().map(|&slot| self.prices[slot]).collect();
        Self { prices, summed: self.summed.clone(), ..*self }
    }

    fn charge(
        &mut self,
        question: Question<'_>,
        nodes: &Nodes,
        weight: i64,
        counts_edges: bool,
    ) -> Option<()> {
        let graph = question.graph;
        for node in 0..nodes.len() as u32 {
            let mut charge = |other: UnitId, price: i64| -> Option<()> {
                let Some(other) = nodes.of_unit[other.index()].filter(|&other| other != node) else {
                    return Some(());
                };
                let slot = nodes.slot_to(node, other).expect("nodes that share border have a slot");
                self.prices[slot] = self.prices[slot].checked_add(weight.checked_mul(price)?)?;
                Some(())
            };
            for &unit in &nodes.units[node as usize] {
                if counts_edges {
                    graph.neighbours(unit).iter().try_for_each(|neighbour| charge(neighbour.unit, 1))?;
                } else {
                    for border in graph.shared_borders(unit) {
                        charge(border.unit, i64::try_from(border.border_m.checked_mul(2)?).ok()?)?;
                    }
                }
            }
        }
        Some(())
    }

    fn adds_up(&self, nodes: &Nodes) -> bool {
        let people = nodes.population.iter().fold(0_i128, |sum, &people| sum + i128::from(people));
        let off = people.max(i128::from(self.ideal));
        let zone = i128::from(self.squared)
            .checked_mul(off)
            .and_then(|sum| sum.checked_add(i128::from(self.absolute)))
            .and_then(|sum| sum.checked_mul(off))
            .and_then(|sum| sum.checked_add(i128::from(self.each)))
            .and_then(|sum| sum.checked_mul(nodes.len() as i128));
        let edges = self.prices.iter().fold(0_i128, |sum, &price| sum + i128::from(price));
        let summed = self.summed.iter().try_fold(0_i128, |sum, (summed, weight)| {
            sum.checked_add(summed.most(nodes, people)?.checked_mul(i128::from(*weight))?)
        });
        let all = zone.and_then(|zone| zone.checked_add(edges)?.checked_add(summed?));
        all.is_some_and(|sum| sum < 1 << 62)
    }

    /// What a zone of so many inhabitants costs.
    pub(super) fn zone(&self, people: i64) -> i64 {
        let off = (people - self.ideal).abs();
        self.each + off * (self.absolute + off * self.squared)
    }

    /// What a zone costs by what else is counted of it.
    pub(super) fn summed(&self, tallies: &Tallies, sums: &ZoneTally, people: i64) -> i64 {
        self.summed.iter().map(|(summed, weight)| weight * summed.of(tallies, sums, people)).sum()
    }

    /// Whether something else is counted.
    pub(super) fn have_sums(&self) -> bool {
        !self.summed.is_empty()
    }

    /// Whether people who move are counted.
    pub(super) fn count_moves(&self) -> bool {
        self.summed.iter().any(|(summed, _)| *summed == Summed::Moved)
    }

    /// Whether zones cost something by their inhabitants.
    fn weighs_people(&self) -> bool {
        self.squared != 0 || self.absolute != 0
    }

    /// What moving `people` from one zone to another changes, beside edges.
    pub(super) fn shift(&self, [from, to]: [i64; 2], people: i64) -> i64 {
        if !self.weighs_people() {
            return 0;
        }
        self.zone(from - people) + self.zone(to + people) - self.zone(from) - self.zone(to)
    }

    /// Whether it may well be best to have many zones: nothing is paid for borders or for each zone.
    pub(super) fn may_want_many_zones(&self) -> bool {
        self.have_sums() && self.each == 0 && self.prices.iter().all(|&price| price == 0)
    }

    /// Number of inhabitants that is best for a zone, where one is.
    pub(super) fn best_population(&self) -> Option<i64> {
        self.weighs_people().then_some(self.ideal)
    }
}

impl Summed {
    /// What a goal counts.
    fn asked(tallies: &Tallies, goal: &Goal) -> Option<Self> {
        let family = || tallies.family(&Asks::of(goal)?);
        match goal {
            Goal::Straddles { by, .. } => Some(Self::Straddles(family()?, *by)),
            Goal::Crossings { by, .. } => Some(Self::Crossings(family()?, *by)),
            Goal::MergersCut => Some(Self::Crossings(family()?, Counted::Cuts)),
            Goal::ZonesCrossing { by, .. } => Some(Self::Crosses(family()?, *by)),
            Goal::PeopleMoved => Some(Self::Moved),
            Goal::Inertia | Goal::SquaredDistanceToCentre => Some(Self::Inertia),
            Goal::DistanceToCentre => Some(Self::Distance),
            _ => None,
        }
    }

    /// Its value for a zone.
    fn of_zone(self, tallies: &Tallies, sums: &ZoneTally, people: i64) -> u64 {
        let all = people.unsigned_abs();
        match self {
            Self::Straddles(family, by) => {
                let groups = tallies.groups(family);
                let straddled =
                    sums.shares[family].iter().filter(|share| groups.is_straddled(share, sums.units));
                match by {
                    Counted::Cuts => straddled.count() as u64,
                    Counted::People => straddled.map(|share| groups.smaller_side(share)).sum(),
                }
            }
            Self::Crossings(family, Counted::Cuts) => {
                sums.shares[family].iter().filter(|share| !share.first).count() as u64
            }
            Self::Crossings(family, Counted::People) => {
                let groups = tallies.groups(family);
                sums.shares[family].iter().map(|share| groups.smaller_side(share)).sum()
            }
            Self::Crosses(family, by) => {
                let shares = &sums.shares[family];
                match by {
                    _ if !Groups::are_crossed(shares, sums.units) => 0,
                    Counted::Cuts => 1,
                    Counted::People => all - Groups::main_of(shares).map_or(0, |share| share.people),
                }
            }
            // Parts of a unit in the base plan may have more inhabitants than the unit.
            Self::Moved => all.saturating_sub(sums.people_staying()),
            Self::Inertia => sums.moments.rounded(),
            Self::Distance => u64::try_from((u128::from(sums.moments.rounded()) * u128::from(all)).isqrt())
                .unwrap_or(u64::MAX),
        }
    }

    /// The same as the search adds it up.
    fn of(self, tallies: &Tallies, sums: &ZoneTally, people: i64) -> i64 {
        i64::try_from(self.of_zone(tallies, sums, people)).unwrap_or(i64::MAX)
    }

    /// No plan comes to more, of so many inhabitants; `None` where that is too large for a number.
    fn most(self, nodes: &Nodes, people: i128) -> Option<i128> {
        let of_groups =
            |family: usize| (nodes.tallies.groups(family).len() as i128).checked_mul(people.max(1));
        match self {
            Self::Straddles(family, _) | Self::Crossings(family, _) => {
                of_groups(family)?.checked_mul(nodes.len() as i128)
            }
            Self::Crosses(..) => Some(people.max(nodes.len() as i128)),
            Self::Moved => Some(people),
            // Nobody lives farther from a centre than the diameter of the Earth.
            Self::Inertia | Self::Distance => people.checked_mul(EARTH_KM * EARTH_KM),
        }
    }
}

/// The diameter of the Earth in kilometres, rounded up.
const EARTH_KM: i128 = 12_800;
