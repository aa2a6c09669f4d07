//! Limits on goals, on given regions and on numbers of zones and regions, as side rows of the pool, and
//! the columns that no plan within the limits can hold.

use super::CandidatePool;
use crate::Infeasibility;
use crate::given_regions;
use crate::objective_steps::Question;
use zonewerk_core::problem::{CountBounds, Goal, Step};
use zonewerk_core::territory::{Id, UnitId};

/// Binary digits behind the point of a unit's share of what a zone adds.
const SHARE_DIGITS: u32 = 32;

impl CandidatePool {
    /// Adds limits on goals and on given regions as side rows. Where sums show that no plan keeps the
    /// limits, says why.
    pub(crate) fn limit(&mut self, question: Question<'_>) -> Option<Infeasibility> {
        self.limit_as_measured(question, question)
    }

    /// Adds the limits of a question as side rows, with goals measured as in another question.
    pub(crate) fn limit_as_measured(
        &mut self,
        question: Question<'_>,
        measured: Question<'_>,
    ) -> Option<Infeasibility> {
        for (most, adds) in self.counts(question) {
            self.side_rows.push((most, adds));
        }
        for cap in given_regions::caps(question, &self.zones) {
            let adds = self.columns.iter().map(|choice| cap.adds[choice.zone as usize]).collect();
            self.side_rows.push((cap.most, adds));
        }
        self.limit_goals(measured, true)
    }

    /// Drops the columns that no plan within the limits on goals has, and, where `has_rows`, adds the limits
    /// that are sums as side rows.
    pub(crate) fn limit_goals(&mut self, question: Question<'_>, has_rows: bool) -> Option<Infeasibility> {
        let limits = &question.problem.limits;
        if limits.iter().any(|limit| limit.goal == Goal::PeopleMoved) {
            self.add_heirs(question);
        }
        let mut why = None;
        let mut is_kept = vec![true; self.len()];
        for limit in limits {
            let step = Step::of(limit.goal.clone());
            let adds = self.costs(question, &step);
            let least = self.least(question, &adds, step.is_bottleneck());
            if least > limit.most && why.is_none() {
                let (limit, zones) = (limit.clone(), self.zones.len());
                why = Some(Infeasibility::LimitBelowAll { limit, least, zones });
            }
            if step.is_bottleneck() || limit.most == 0 {
                is_kept.iter_mut().zip(&adds).for_each(|(kept, &add)| *kept &= add <= limit.most);
            } else if has_rows {
                self.side_rows.push((limit.most, adds));
            }
        }
        if is_kept.iter().all(|&kept| kept) {
            return why;
        }
        let kept: Vec<usize> = (0..is_kept.len()).filter(|&column| is_kept[column]).collect();
        self.keep(&kept);
        why.or_else(|| {
            let units = self.uncovered_units(question);
            (!units.is_empty()).then_some(Infeasibility::UnitsOutsideLimits { units })
        })
    }

    /// A lower bound on what the columns of a plan add: each unit its share of the column that
    /// adds least to each of its units, and one of the columns with a unit the whole of that. A
    /// unit that no column holds is not counted.
    fn least(&self, question: Question<'_>, adds: &[u64], is_bottleneck: bool) -> u64 {
        let units = question.territory.units().len();
        let (mut shares, mut wholes) = (vec![None; units], vec![None; units]);
        for (column, &add) in adds.iter().enumerate() {
            let members = self.units(column);
            let share = (u128::from(add) << SHARE_DIGITS) / members.len() as u128;
            for unit in members {
                let (least, whole) = (&mut shares[unit.index()], &mut wholes[unit.index()]);
                *least = Some(least.map_or(share, |least: u128| least.min(share)));
                *whole = Some(whole.map_or(add, |whole: u64| whole.min(add)));
            }
        }
        let one = wholes.into_iter().flatten().max().unwrap_or(0);
        let all = shares.into_iter().flatten().sum::<u128>().div_ceil(1 << SHARE_DIGITS);
        if is_bottleneck { one } else { one.max(u64::try_from(all).unwrap_or(u64::MAX)) }
    }

    /// Adds a count over the zones as a side row: a plan has at most `most`.
    pub(crate) fn count(&mut self, most: u64, adds: impl Fn(&[UnitId]) -> u64) {
        let adds = (0..self.len()).map(|column| adds(self.units(column))).collect();
        self.side_rows.push((most, adds));
    }

    /// The bounds on the number of zones and of regions, where columns are regions.
    fn counts(&self, question: Question<'_>) -> Vec<(u64, Vec<u64>)> {
        let Some(members) = &self.regions else { return Vec::new() };
        let problem = question.problem;
        let regions = question.requirements.regions.count;
        let zones: Vec<u64> = members.of_column.iter().map(|zones| zones.len() as u64).collect();
        let of_zones = self.counted(question, problem.zone_count, &zones);
        of_zones.chain(self.counted(question, regions, &vec![1; self.len()])).collect()
    }

    /// At most so many, and as many units as there are but for so many, where a column counts
    /// one less for each.
    fn counted<'a>(
        &'a self,
        question: Question<'_>,
        count: CountBounds,
        each: &'a [u64],
    ) -> impl Iterator<Item = (u64, Vec<u64>)> + 'a {
        let units = question.territory.units().len() as u64;
        let most = count.maximum().map(|most| (most, each.to_vec()));
        let least = count.minimum().map(move |least| {
            let less = each.iter().enumerate().map(|(column, each)| self.units(column).len() as u64 - each);
            match units.checked_sub(least) {
                Some(most) => (most, less.collect()),
                None => (0, vec![1; self.len()]),
            }
        });
        most.into_iter().chain(least)
    }
}
