use super::group_shares::Groups;
use zonewerk_core::problem::{Counted, Goal, GroupReading, Problem, Step};
use zonewerk_core::territory::{Territory, UnitId};

/// Straddles read weakly: each group may straddle one zone for nothing, and every other at a
/// price. Which zone that is, is for the plan to choose.
pub struct WeakStraddles {
    families: Vec<(String, Groups)>,
}

/// A group that a zone straddles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Straddled {
    family: usize,
    /// Number of the group among those of all families that are priced so.
    pub group: usize,
    /// Its inhabitants inside the zone or outside it, whichever are fewer.
    people: u64,
}

impl WeakStraddles {
    /// The families whose straddles a problem counts weakly, as a goal or up to a limit.
    pub fn new(territory: &Territory, problem: &Problem) -> Self {
        let limited = problem.limits.iter().map(|limit| &limit.goal);
        Self::of(territory, problem.objective.goals().chain(limited))
    }

    fn of<'g>(territory: &Territory, goals: impl Iterator<Item = &'g Goal>) -> Self {
        let mut families: Vec<(String, Groups)> = Vec::new();
        for goal in goals {
            let Goal::Straddles { family, reading: GroupReading::Weak, .. } = goal else { continue };
            let known = territory.families.iter().find(|known| known.name == *family);
            if let Some(known) = known.filter(|_| families.iter().all(|(name, _)| name != family)) {
                families.push((family.clone(), Groups::all(territory, &known.groups)));
            }
        }
        Self { families }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.families.is_empty()
    }

    /// Number of groups.
    pub fn groups(&self) -> usize {
        self.families.iter().map(|(_, groups)| groups.len()).sum()
    }

    /// The groups that a zone of these units (ascending) straddles, ascending.
    pub fn of_zone(&self, zone: &[UnitId]) -> Vec<Straddled> {
        let mut straddled = Vec::new();
        let mut before = 0;
        for (family, (_, groups)) in self.families.iter().enumerate() {
            straddled.extend(groups.straddles(zone).map(|share| Straddled {
                family,
                group: before + share.group,
                people: groups.smaller_side(&share),
            }));
            before += groups.len();
        }
        straddled.sort_unstable_by_key(|straddled| straddled.group);
        straddled
    }

    /// What straddling a group not for nothing adds to a step; `u64::MAX` for more than that.
    pub fn price(&self, step: &Step, straddled: Straddled) -> u64 {
        let prices = step.terms.iter().filter_map(|term| match &term.goal {
            Goal::Straddles { family, by, reading: GroupReading::Weak }
                if *family == self.families[straddled.family].0 =>
            {
                Some(term.weight.saturating_mul(straddled.counted(*by)))
            }
            _ => None,
        });
        prices.fold(0, u64::saturating_add)
    }

    /// The value of the zones of a plan in one such goal: for each group all that it
    /// straddles, but for the worst.
    pub(super) fn value(territory: &Territory, goal: &Goal, zones: &[&[UnitId]]) -> u64 {
        let Goal::Straddles { by, .. } = goal else { return 0 };
        let weak = Self::of(territory, std::iter::once(goal));
        let mut sums = vec![(0, 0); weak.groups()];
        for straddled in zones.iter().flat_map(|zone| weak.of_zone(zone)) {
            let (sum, worst): &mut (u64, u64) = &mut sums[straddled.group];
            *sum += straddled.counted(*by);
            *worst = (*worst).max(straddled.counted(*by));
        }
        sums.into_iter().map(|(sum, worst)| sum - worst).sum()
    }
}

impl Straddled {
    fn counted(self, by: Counted) -> u64 {
        match by {
            Counted::Cuts => 1,
            Counted::People => self.people,
        }
    }
}
