//! Plans that differ most from those before, each by an exact solve: for given plans, the number
//! of pairs of neighbours in which another plan agrees with them is a sum over its zones.

use super::super::cover::{self, Incumbent};
use super::super::watch::Quiet;
use super::super::{Progress, Stage, Stopped};
use super::{Completeness, MarginPool, NextPlan};
use zonewerk_core::territory::{Id, UnitId};

impl MarginPool<'_> {
    /// The best plan, and then each time the one within the margin that agrees least with those
    /// before, in all; `count` plans at most.
    pub(super) fn most_different(&self, count: usize, best: u64) -> (Vec<NextPlan>, Completeness) {
        let cover = self.candidates.plan.clone().unwrap_or_default();
        let mut plans = vec![(Incumbent { cover, objective: best }, true)];
        let mut candidates = self.candidates.clone();
        candidates.add_side_row(self.ceiling, self.costs.clone());
        while plans.len() < count {
            let (last, _) = &plans[plans.len() - 1];
            let zones: Vec<&[UnitId]> =
                last.cover.iter().map(|&column| self.candidates.units(column)).collect();
            let stands = |column: usize| u64::from(zones.contains(&self.candidates.units(column)));
            // No plan but this has all of its zones.
            candidates.add_side_row(zones.len() as u64 - 1, (0..self.costs.len()).map(stands).collect());
            candidates.plan = None;
            self.tell(plans.len(), best);
            let columns = candidates.priced(self.question, &self.agreement(&plans));
            let rows = candidates.rows(self.question);
            let asked = candidates.cover_question(self.question, &columns, &rows, 0);
            let found = cover::search(&asked, &Quiet(self.question.watch));
            match found.incumbent {
                Some(plan) => {
                    let is_proved = found.bound >= plan.objective;
                    plans.push((self.at_its_cheapest(&plan.cover), is_proved));
                    if !is_proved {
                        let stopped = found.stopped.unwrap_or(Stopped::Rounding);
                        return (plans, Completeness::Unknown(stopped));
                    }
                }
                None if found.bound >= found.cutoff => return (plans, Completeness::All),
                None => {
                    return (plans, Completeness::Unknown(found.stopped.unwrap_or(Stopped::Rounding)));
                }
            }
        }
        (plans, Completeness::Enough)
    }

    /// Per column, in how many pairs of neighbours it agrees with plans: together with those that
    /// have both units in one zone, apart, where it holds the first of a pair only, with those
    /// that do not.
    fn agreement(&self, plans: &[NextPlan]) -> Vec<u64> {
        let graph = self.question.graph;
        let zone_of = |plan: &Incumbent| {
            let mut zone_of = vec![usize::MAX; graph.len()];
            for &column in &plan.cover {
                self.candidates.units(column).iter().for_each(|unit| zone_of[unit.index()] = column);
            }
            zone_of
        };
        let plans: Vec<Vec<usize>> = plans.iter().map(|(plan, _)| zone_of(plan)).collect();
        let together = |a: UnitId, b: UnitId| {
            plans.iter().filter(|zone_of| zone_of[a.index()] == zone_of[b.index()]).count() as u64
        };
        let mut pairs: Vec<Vec<(UnitId, u64)>> = vec![Vec::new(); graph.len()];
        graph.pairs().for_each(|(a, b)| pairs[a.index()].push((b.unit, together(a, b.unit))));
        let of_column = |column: usize| -> u64 {
            let units = self.candidates.units(column);
            let of_pair = |&(other, together): &(UnitId, u64)| match units.binary_search(&other) {
                Ok(_) => together,
                Err(_) => plans.len() as u64 - together,
            };
            units.iter().flat_map(|unit| &pairs[unit.index()]).map(of_pair).sum()
        };
        (0..self.costs.len()).map(of_column).collect()
    }

    fn tell(&self, found: usize, best: u64) {
        self.question.watch.progress(Progress {
            step: 0,
            stage: Stage::ListingPlans { found },
            incumbent: Some(best),
            bound: Some(best),
            zones: self.costs.len(),
            open_branches: 0,
        });
    }
}
