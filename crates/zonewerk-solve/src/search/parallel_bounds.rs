//! The search, and beside it what branches over few zones, prices or flows prove of the first step of the
//! objective.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::ordered_search::{InOrder, step_solved};
use super::search_aims::Aim;
use crate::few_zones::{self, FewZones};
use crate::flow_bound;
use crate::price_bound;
use crate::zone_names::named_plan;
use crate::{Infeasibility, Outcome, Proof, Statistics, StepSolved, Stopped};
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::Step;
use zonewerk_core::territory::UnitId;

/// What is proved of the first step of the objective beside the search.
struct Proved {
    /// The result of branches of few zones.
    few_zones: Option<FewZones>,
    /// A lower bound: no plan has a smaller value.
    bound: u64,
    proof: Option<Proof>,
}

impl InOrder<'_> {
    /// The search, and beside it, once a plan has been cooled, what branches of few zones, prices or flows
    /// prove of the borders that the first step counts.
    pub(super) fn solve_beside_bounds(&self) -> (Outcome, Vec<StepSolved>) {
        let mut reached = self.nothing_reached();
        let first = self.reach_first_step(&mut reached).and_then(|place| {
            let enough = self.aims.enough(&self.aims.each[place]);
            self.bring_down(place, enough, 0..self.effort.cooling, &mut reached).map(|_| place)
        });
        let cooled = first.map(|place| {
            let best = &reached.pool[0];
            (self.value(place, best), self.plan(best, true).0)
        });
        let enough = first.map(|place| self.aims.enough(&self.aims.each[place]));
        let is_enough = enough.zip(cooled.as_ref()).is_some_and(|(enough, (value, _))| *value <= enough);
        let is_proved = AtomicBool::new(false);
        let stop = || is_proved.load(Ordering::Relaxed) || (self.search.stop)();
        let search = || {
            let solved = first.map_or_else(|| self.nothing_found(), |place| self.solve_from(place, reached));
            is_proved.store(matches!(solved.0, Outcome::Optimal { .. }), Ordering::Relaxed);
            solved
        };
        let step = &self.question.problem.objective.steps()[0];
        let known = cooled.as_ref().map(|(value, _)| *value);
        let prove = || {
            let few_zones = if is_enough { None } else { self.few_zones(step, known) };
            match few_zones {
                Some(closed) if closed.open.is_none() => {
                    Proved { few_zones: Some(closed), bound: 0, proof: None }
                }
                open => {
                    let proof = self.bound(step, &stop);
                    let bound = open.as_ref().and_then(|open| open.open).unwrap_or(0);
                    Proved { few_zones: open, bound, proof }
                }
            }
        };
        let (solved, proved) = rayon::join(search, prove);
        match proved.few_zones {
            Some(closed) if closed.open.is_none() => self.closed(solved, closed, cooled),
            open => {
                let solved = self.with_better(solved, open.and_then(|open| open.best));
                self.raised(solved, proved.bound, proved.proof)
            }
        }
    }

    /// What the branches of few zones prove of a step. They go by what was known when they began and end
    /// the search where nothing is left to do for it, so that the answer does not depend on which of the
    /// two is faster.
    fn few_zones(&self, step: &Step, known: Option<u64>) -> Option<FewZones> {
        let ended = few_zones::prove(self.question, step, known, self.search.stop)?;
        let is_only = self.question.problem.objective.steps().len() == 1;
        if ended.open.is_none() && (is_only || known.is_none()) {
            self.is_over.store(true, Ordering::Relaxed);
        }
        Some(ended)
    }

    /// The result of the search, or the better plan that branches met before their work was done, where the
    /// objective is one step.
    fn with_better(
        &self,
        (outcome, steps): (Outcome, Vec<StepSolved>),
        best: Option<(u64, Vec<Vec<UnitId>>)>,
    ) -> (Outcome, Vec<StepSolved>) {
        let is_only = self.question.problem.objective.steps().len() == 1;
        let is_better = |value: u64| outcome.objective().is_none_or(|objective| value < objective);
        match best.filter(|&(value, _)| is_only && is_better(value)) {
            Some((objective, zones)) => {
                let bound = steps.first().and_then(|step| step.bound).unwrap_or(0).min(objective);
                let plan = self.with_given(zones);
                let outcome = Outcome::Feasible { plan, objective, bound, stopped: self.stopped() };
                (outcome, vec![step_solved(objective, bound)])
            }
            None => (outcome, steps),
        }
    }

    /// Where the clock ended the proof after the search had done its work, that is why nothing more is known.
    fn with_reason(&self, mut outcome: Outcome) -> Outcome {
        if let Outcome::Feasible { stopped, .. } | Outcome::Unknown { stopped, .. } = &mut outcome
            && *stopped == Stopped::SearchEnded
        {
            *stopped = self.stopped();
        }
        outcome
    }

    /// The plan of these zones and those that are given.
    fn with_given(&self, mut zones: Vec<Vec<UnitId>>) -> Plan {
        zones.extend(self.given.iter().cloned());
        named_plan(self.question.territory, self.question.problem, zones)
    }

    /// What is proved where all branches of few zones were closed.
    fn closed(
        &self,
        (outcome, steps): (Outcome, Vec<StepSolved>),
        closed: FewZones,
        cooled: Option<(u64, Plan)>,
    ) -> (Outcome, Vec<StepSolved>) {
        let better = closed.best.map(|(value, zones)| (value, self.with_given(zones)));
        let statistics = Statistics { branches: closed.branches, ..Statistics::default() };
        let Some((best, plan)) = better.or(cooled) else {
            let units = self.question.graph.len();
            let why = Infeasibility::EachUnitTried { units, branches: closed.branches };
            return (Outcome::Infeasible { why }, vec![StepSolved { statistics, ..StepSolved::default() }]);
        };
        let proved = StepSolved { statistics, ..step_solved(best, best) };
        match self.question.problem.objective.steps().get(1) {
            None => (Outcome::Optimal { plan, objective: best }, vec![proved]),
            Some(next) if steps.first().and_then(|step| step.objective).is_none_or(|found| found > best) => {
                self.next_is_open(plan, proved, next)
            }
            Some(_) => {
                let (outcome, mut steps) = self.raised((outcome, steps), best, None);
                if let Some(first) = steps.first_mut() {
                    first.statistics = statistics;
                }
                (outcome, steps)
            }
        }
    }

    /// A plan that is best in the first step, where the search did not find it and so went on from another.
    fn next_is_open(&self, plan: Plan, proved: StepSolved, next: &Step) -> (Outcome, Vec<StepSolved>) {
        let drawn = |zone: &&Vec<UnitId>| !self.given.contains(zone);
        let zones: Vec<Vec<UnitId>> = plan.members().values().filter(drawn).cloned().collect();
        let objective = self.aims.value(&Aim::Step(1, next), &plan, &zones).unwrap_or(u64::MAX);
        let outcome = Outcome::Feasible { plan, objective, bound: 0, stopped: self.stopped() };
        (outcome, vec![proved, step_solved(objective, 0)])
    }

    /// What prices or flows prove of a step, whichever proves more. Flows come first, which are the sooner
    /// done: prices prove more on most maps, and less where one part of the territory is far more
    /// densely populated than another.
    fn bound(&self, step: &Step, stop: &(dyn Fn() -> bool + Sync)) -> Option<Proof> {
        let flows = flow_bound::parting_bound(self.question, step, stop);
        let flows = flows.map(|bound| Proof::Flows(Arc::new(bound)));
        let may_price = self.search.nodes.len() <= price_bound::MOST_POINTS && !stop();
        let prices = may_price.then(|| price_bound::by_prices(self.question, step, stop)).flatten();
        let prices = prices.map(|bound| Proof::Prices(Arc::new(bound)));
        // Of equals the last: flows, which are checked sooner.
        [prices, flows].into_iter().flatten().max_by_key(Proof::bound)
    }

    /// The result of the search, with a bound of its first step that may be higher.
    fn raised(
        &self,
        (outcome, mut steps): (Outcome, Vec<StepSolved>),
        bound: u64,
        proof: Option<Proof>,
    ) -> (Outcome, Vec<StepSolved>) {
        let bound = proof.as_ref().map_or(0, Proof::bound).max(bound);
        let is_only = self.question.problem.objective.steps().len() == 1;
        let Some(first) = steps.first_mut() else { return (outcome, steps) };
        let by_sums = first.bound.unwrap_or(0);
        let raised = by_sums.max(bound);
        // Where sums prove as much, flows end whenever that is seen.
        first.proof = proof.filter(|proof| proof.bound() == raised && raised > by_sums);
        first.bound = Some(first.objective.map_or(raised, |objective| raised.min(objective)));
        let outcome = match outcome {
            Outcome::Feasible { plan, objective, .. } if is_only && raised >= objective => {
                Outcome::Optimal { plan, objective }
            }
            Outcome::Feasible { plan, objective, bound: known, stopped } if steps.len() == 1 => {
                Outcome::Feasible { plan, objective, bound: known.max(raised.min(objective)), stopped }
            }
            Outcome::Unknown { bound: known, stopped } if steps.len() == 1 => {
                Outcome::Unknown { bound: Some(known.unwrap_or(0).max(raised)), stopped }
            }
            other => other,
        };
        (self.with_reason(outcome), steps)
    }
}
