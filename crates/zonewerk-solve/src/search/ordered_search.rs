//! From aim to aim ([`super::search_aims`]): rounds of search for each, under the ceilings of those before.

use std::ops::Range;
use std::sync::atomic::AtomicBool;

use super::annealing::BestPartition;
use super::annealing_rounds::{ROUNDS, RoundSetting, STARTS, WINDOW_ROUNDS, best_first};
use super::search_aims::{Aim, Aims};
use super::step_costs::StepCosts;
use crate::given_regions;
use crate::objective_steps::Question;
use crate::zone_names::named_plan;
use crate::{Outcome, Progress, Stage, StepSolved, Stopped};
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::Tolerance;
use zonewerk_core::territory::UnitId;

/// How many rounds an aim has.
#[derive(Clone, Copy)]
pub(super) struct RoundCounts {
    /// Of cooling.
    pub(super) cooling: usize,
    /// Over windows, after that.
    windows: usize,
    /// Of narrower bounds for the largest deviation, after that.
    narrowings: usize,
}

impl RoundCounts {
    /// For a plan that is as good as the search can make it.
    pub(super) const FULL: Self = Self { cooling: ROUNDS.len(), windows: WINDOW_ROUNDS, narrowings: 40 };
    /// For a plan that an exact engine begins with.
    pub(super) const BRIEF: Self = Self { cooling: 2, windows: 6, narrowings: 20 };
}

/// What is searched, and for what.
pub(super) struct InOrder<'a> {
    pub(super) question: Question<'a>,
    pub(super) search: RoundSetting<'a>,
    pub(super) given: &'a [Vec<UnitId>],
    pub(super) aims: &'a Aims<'a>,
    /// Of each aim.
    pub(super) costs: Vec<StepCosts>,
    pub(super) effort: RoundCounts,
    /// Ends the search when it is set.
    pub(super) is_over: &'a AtomicBool,
}

/// What has been reached.
pub(super) struct OrderedSearch<'a> {
    pub(super) pool: Vec<BestPartition>,
    /// Per aim, the largest value that its sums may have.
    ceilings: Vec<i64>,
    /// Per aim, the largest value that a plan may have.
    most: Vec<u64>,
    search: RoundSetting<'a>,
}

impl<'a> InOrder<'a> {
    /// The zones of a plan that is good in the first step, where one is found.
    pub(super) fn first_zones(&self) -> Option<Vec<Vec<UnitId>>> {
        let mut reached = self.nothing_reached();
        let place = self.reach_first_step(&mut reached)?;
        let enough = self.aims.enough(&self.aims.each[place]);
        self.bring_down(place, enough, 0..self.rounds(place), &mut reached)?;
        let (_, mut zones) = self.plan(reached.pool.first()?, false);
        zones.extend(self.given.iter().cloned());
        Some(zones)
    }

    pub(super) fn nothing_reached(&self) -> OrderedSearch<'a> {
        OrderedSearch { pool: Vec::new(), ceilings: Vec::new(), most: Vec::new(), search: self.search }
    }

    /// Keeps rules and limits; the place of the first step, which comes next. `None` where that is not
    /// found.
    pub(super) fn reach_first_step(&self, reached: &mut OrderedSearch<'a>) -> Option<usize> {
        for (place, aim) in self.aims.each.iter().enumerate() {
            if let Aim::Step(..) = aim {
                return Some(place);
            }
            let enough = self.aims.enough(aim);
            if self.bring_down(place, enough, 0..self.rounds(place), reached)? > enough {
                return None;
            }
            self.keep(place, enough, Tolerance::default(), reached);
        }
        None
    }

    /// Goes on with the first step, whose cooling is behind and has found plans, and those after it. A
    /// plan that is found stays: where nothing more comes of a step, it is what there was before.
    pub(super) fn solve_from(
        &self,
        first: usize,
        mut reached: OrderedSearch<'a>,
    ) -> (Outcome, Vec<StepSolved>) {
        let mut solved: Vec<StepSolved> = Vec::new();
        let mut open: Option<(usize, u64)> = None;
        for (place, aim) in self.aims.each.iter().enumerate().skip(first) {
            let enough = self.aims.enough(aim);
            let begun = if place == first { self.effort.cooling } else { 0 };
            let before = reached.pool.clone();
            let found = self.bring_down(place, enough, begun..self.rounds(place), &mut reached);
            let found = found.unwrap_or_else(|| {
                reached.pool = before;
                self.value(place, &reached.pool[0])
            });
            let Aim::Step(number, step) = aim else { continue };
            let least = enough.min(found);
            if open.is_none() {
                solved.push(step_solved(found, least));
                let is_last = place + 1 == self.aims.each.len();
                match least == found {
                    true if is_last => {
                        let (plan, _) = self.plan(&reached.pool[0], true);
                        return (Outcome::Optimal { plan, objective: found }, solved);
                    }
                    true => {}
                    false => open = Some((*number, least)),
                }
            }
            self.keep(place, found, step.tolerance, &mut reached);
        }
        // What later steps made of the plan within the tolerances is its value.
        let (number, bound) = open.expect("the last step is proved or open");
        let (plan, zones) = self.plan(&reached.pool[0], true);
        let step = &self.question.problem.objective.steps()[number];
        let objective = self.aims.value(&Aim::Step(number, step), &plan, &zones).unwrap_or(u64::MAX);
        solved[number] = step_solved(objective, bound);
        (Outcome::Feasible { plan, objective, bound, stopped: self.stopped() }, solved)
    }

    /// What is proved of the first step where no plan is known.
    pub(super) fn nothing_found(&self) -> (Outcome, Vec<StepSolved>) {
        let first = self.aims.each.iter().find(|aim| matches!(aim, Aim::Step(0, _)));
        let bound = first.map(|first| self.aims.enough(first));
        let outcome = Outcome::Unknown { bound, stopped: self.stopped() };
        (outcome, vec![StepSolved { bound, ..StepSolved::default() }])
    }

    /// Makes what was reached, with a tolerance, a ceiling for what follows.
    fn keep(&self, place: usize, value: u64, tolerance: Tolerance, reached: &mut OrderedSearch<'a>) {
        let most = tolerance.above(value);
        let pool = self.search.renewed(std::mem::take(&mut reached.pool), &self.costs[..=place], &[]);
        reached.pool = self.by_value(place, pool);
        let Some(best) = reached.pool.first() else { return };
        let aim = &self.aims.each[place];
        reached.ceilings.push(if aim.is_bottleneck() {
            let ideal = i64::try_from(self.question.problem.ideal_population()).unwrap_or(i64::MAX);
            reached.search.bounds = reached.search.bounds.around(ideal, most);
            i64::MAX
        } else if self.costs[place].are_exact {
            let room = i64::try_from(most.saturating_sub(self.value(place, best))).unwrap_or(i64::MAX);
            best.costs[place].saturating_add(room)
        } else {
            best.costs[place]
        });
        reached.most.push(most);
    }

    /// The value of a partition for an aim.
    pub(super) fn value(&self, place: usize, best: &BestPartition) -> u64 {
        let (plan, zones) = self.plan(best, false);
        self.aims.value(&self.aims.each[place], &plan, &zones).unwrap_or(u64::MAX)
    }

    /// All rounds of an aim.
    fn rounds(&self, place: usize) -> usize {
        let RoundCounts { cooling, windows, narrowings } = self.effort;
        cooling + windows + if self.aims.each[place].is_bottleneck() { narrowings } else { 0 }
    }

    /// Rounds for one aim, until their work is done, enough is reached or the clock ends them: what the
    /// best plan comes to.
    pub(super) fn bring_down(
        &self,
        place: usize,
        enough: u64,
        rounds: Range<usize>,
        reached: &mut OrderedSearch<'a>,
    ) -> Option<u64> {
        let costs = &self.costs[..=place];
        let search = reached.search;
        let RoundCounts { cooling, windows, .. } = self.effort;
        let mut pool = std::mem::take(&mut reached.pool);
        if place > 0 && rounds.start == 0 {
            pool = search.renewed(pool, costs, &reached.ceilings);
        }
        let mut round = rounds.start;
        loop {
            let value = pool.first().filter(|_| round > 0).map(|best| self.value(place, best));
            if let Some(value) = value
                && (value <= enough || round >= rounds.end || (search.stop)())
            {
                reached.pool = pool;
                return Some(value);
            }
            let ceilings = reached.ceilings.as_slice();
            pool = if place == 0 && round == 0 {
                search.first(costs)
            } else if round < cooling {
                search.go_on(pool, (costs, ceilings), round)
            } else if round < cooling + windows {
                search.go_on_in_windows(pool, (costs, ceilings), round - cooling)
            } else {
                self.narrowed(place, search, pool, round - cooling - windows)
            };
            pool = self.kept(place, pool, &reached.most);
            self.tell(place, self.value(place, pool.first()?), enough);
            round += 1;
        }
    }

    /// Of these partitions those that keep what was reached before, the best first.
    fn kept(&self, place: usize, pool: Vec<BestPartition>, most: &[u64]) -> Vec<BestPartition> {
        let keeps = |best: &BestPartition| {
            let (plan, zones) = self.plan(best, false);
            let mut earlier = self.aims.each.iter().zip(most);
            self.aims.are_allowed(&zones)
                && earlier.all(|(aim, &most)| {
                    self.aims.value(aim, &plan, &zones).is_some_and(|value| value <= most)
                })
        };
        self.by_value(place, best_first(pool.into_iter().filter(keeps).collect()))
    }

    /// As many as go on, the best first: by the values of plans where sums are not that.
    fn by_value(&self, place: usize, mut pool: Vec<BestPartition>) -> Vec<BestPartition> {
        if !self.costs[place].are_exact {
            pool.sort_by_cached_key(|best| self.value(place, best));
        }
        pool.truncate(STARTS);
        pool
    }

    /// The same partitions, and what they become where no zone may be as far off as in the best.
    fn narrowed(
        &self,
        place: usize,
        search: RoundSetting<'a>,
        mut pool: Vec<BestPartition>,
        number: usize,
    ) -> Vec<BestPartition> {
        let ideal = i64::try_from(self.question.problem.ideal_population()).unwrap_or(i64::MAX);
        let Some(best) = pool.first() else { return pool };
        let off = self.value(place, best);
        // Great steps first, and smaller ones where they fail.
        let share = [4, 2, 10, 50][number % 4];
        let bounds = search.bounds.around(ideal, off - (off / share).max(1).min(off));
        let search = RoundSetting { bounds, ..search };
        pool.splice(0..0, search.narrowed(&pool[..pool.len().min(2)], &self.costs[..=place], number));
        pool
    }

    fn tell(&self, place: usize, objective: u64, enough: u64) {
        let Aim::Step(step, _) = self.aims.each[place] else { return };
        self.question.watch.progress(Progress {
            step,
            stage: Stage::Searching,
            incumbent: Some(objective),
            bound: Some(enough.min(objective)),
            zones: 0,
            open_branches: 0,
        });
    }

    /// The plan of a partition, with names or without, and its zones that are drawn, each ascending.
    pub(super) fn plan(&self, best: &BestPartition, is_named: bool) -> (Plan, Vec<Vec<UnitId>>) {
        let mut drawn: Vec<Vec<UnitId>> = vec![Vec::new(); best.zones];
        for (node, units) in self.search.nodes.units.iter().enumerate() {
            drawn[best.zone_of[node] as usize].extend(units);
        }
        drawn.iter_mut().for_each(|units| units.sort_unstable());
        let all: Vec<Vec<UnitId>> = drawn.iter().chain(self.given).cloned().collect();
        let Question { territory, problem, .. } = self.question;
        let plan = if is_named {
            let mut plan = named_plan(territory, problem, all);
            given_regions::name(self.question, &mut plan);
            plan
        } else {
            let unnamed = all.into_iter().map(|units| (String::new(), units));
            Plan::from_zones(territory.units().len(), unnamed).expect("zones of a plan share no unit")
        };
        (plan, drawn)
    }

    pub(super) fn stopped(&self) -> Stopped {
        self.question.watch.stop().unwrap_or(Stopped::SearchEnded)
    }
}

pub(super) fn step_solved(objective: u64, bound: u64) -> StepSolved {
    StepSolved { objective: Some(objective), bound: Some(bound), ..StepSolved::default() }
}
