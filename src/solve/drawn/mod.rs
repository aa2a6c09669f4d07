//! Zones and regions drawn together: a region is a column of its own, a set of zones, and a plan
//! is an exact cover of the units by regions.
//!
//! Where all sets of zones that may be a region can be listed, the steps of the objective are
//! solved over all of them. Else only those are listed that a plan below a ceiling may hold:
//! the relaxation over zones alone bounds every plan, and tells of each zone how much dearer a
//! plan with it becomes at least; a region's zones may not exceed together what the ceiling
//! leaves. The ceiling rises until a plan lies below it.

mod sets;
mod zones;

use std::sync::Arc;

use sets::{TooManySets, region_sets};
use zones::{Needs, ZoneFacts};

use super::cover::{self, Excesses};
use super::steps::{Field, Question};
use super::{Infeasibility, Outcome, StepSolved, Stopped};
use crate::plan::Plan;
use crate::problem::{Goal, Objective};
use crate::zones::value;

/// Regions to list, at most.
const MOST_SETS: usize = 1_500_000;
/// Regions that are enough to look for a first plan among.
const ENOUGH_SETS: usize = 300_000;
/// Zones of a first plan are sought up to this fraction of the bound above it.
const NEAR: u64 = 25;
/// The finest share of that which a region may exceed, as a power of two.
const FINEST_SHARE: u32 = 10;
/// The first ceiling is this fraction of the bound above it.
const FIRST_CEILING: u64 = 400;

/// Solves the steps over regions of these zones.
pub(super) fn solve(question: Question<'_>, level: Field) -> (Outcome, Vec<StepSolved>) {
    let mut level = level;
    let problem = question.problem;
    let limited = problem.limits.iter().map(|limit| &limit.goal);
    if problem.objective.goals().chain(limited).any(|goal| *goal == Goal::PeopleMoved) {
        level.label(question);
    }
    let drawing = Drawing { question, needs: Needs::new(question), level: Arc::new(level) };
    let every = (0..drawing.level.len()).map(|zone| (zone, 0)).collect();
    match drawing.field(&Excesses { each: every, budget: 0 }) {
        Ok(field) => {
            let units = field.in_none(question);
            if !units.is_empty() {
                let why = Infeasibility::UnitsInNoRegion { units };
                return (Outcome::Infeasible { why }, Vec::new());
            }
            field.solve(question)
        }
        Err(TooManySets) => drawing.below_ceilings(),
    }
}

struct Drawing<'a> {
    question: Question<'a>,
    needs: Needs<'a>,
    level: Arc<Field>,
}

impl Drawing<'_> {
    /// All regions of zones within a budget.
    fn field(&self, excesses: &Excesses) -> Result<Field, TooManySets> {
        let Question { territory, graph, watch, .. } = self.question;
        let facts = |&(zone, excess): &(usize, u128)| {
            let units = self.level.units(zone);
            let mut facts = ZoneFacts::new(territory, graph, zone as u32, units, excess);
            facts.loose = self.needs.is_loose(&facts.units);
            facts
        };
        let mut zones: Vec<ZoneFacts> = excesses.each.iter().map(facts).collect();
        zones.sort_by_key(|zone| (!zone.loose, zone.excess, zone.choice));
        let stop = || watch.stop().is_some();
        let sets = region_sets(&zones, &self.needs, excesses.budget, MOST_SETS, &stop)?;
        let choices = |set: &[u32]| set.iter().map(|&place| zones[place as usize].choice).collect();
        let sets = sets.iter().map(|set| choices(set)).collect();
        let mut field = Field::of_regions(self.question, &self.level, sets);
        field.limit(self.question);
        Ok(field)
    }

    /// A plan from regions none of whose zones is much dearer than it must be, and then a ceiling
    /// on the first step that rises until it meets the best plan, or too many regions lie below.
    fn below_ceilings(&self) -> (Outcome, Vec<StepSolved>) {
        let Question { problem, watch, .. } = self.question;
        let step = &problem.objective.steps()[0];
        if step.is_bottleneck() {
            let what = format!("{step} as the first goal for so many regions");
            return unknown(None, Stopped::NotInThisEngine { what });
        }
        let costs = self.level.costs(self.question, step);
        let columns = self.level.priced(self.question, &costs);
        let rows = self.level.rows(self.question);
        let asked = self.level.asked(self.question, &columns, &rows, 0);
        let lowest = match cover::relaxation(&asked, watch) {
            Ok(bound) => bound,
            Err(stopped) => return unknown(None, stopped),
        };
        let mut known = Known { best: None, bound: lowest };
        let mut alone = problem.clone();
        alone.objective = Objective::new(vec![step.clone()]).expect("a step of an objective");
        let alone = Question { problem: &alone, ..self.question };
        if let Err(stopped) = self.first_plan(alone, &asked, lowest, &mut known) {
            return known.stopped(stopped);
        }
        let mut above = (lowest / FIRST_CEILING).max(1);
        let mut too_high = u64::MAX;
        while known.bound < known.objective() {
            let ceiling = lowest.saturating_add(above).min(known.objective() - 1).max(known.bound);
            if ceiling >= too_high {
                return known.stopped(Stopped::TooManyRegions { limit: MOST_SETS });
            }
            let found = match cover::excesses(&asked, ceiling, watch) {
                Ok(None) => None,
                Ok(Some(excesses)) => match self.field(&excesses) {
                    Ok(field) if !field.in_none(alone).is_empty() => None,
                    Ok(field) => Some(field.solve(alone)),
                    Err(TooManySets) => {
                        if let Some(stopped) = watch.stop() {
                            return known.stopped(stopped);
                        }
                        too_high = ceiling;
                        above = (known.bound - lowest).midpoint(ceiling - lowest);
                        if above + lowest <= known.bound + (ceiling - known.bound) / 8 {
                            return known.stopped(Stopped::TooManyRegions { limit: MOST_SETS });
                        }
                        continue;
                    }
                },
                Err(stopped) => return known.stopped(stopped),
            };
            match found {
                Some((outcome, solved)) if is_within(&solved, ceiling) => {
                    return self.later_steps(&asked, outcome, solved);
                }
                Some((Outcome::Infeasible { .. }, _)) | None => {}
                Some((outcome, solved)) => match solved.first().and_then(|step| step.bound) {
                    Some(bound) if bound > ceiling => known.take(outcome, solved),
                    bound => {
                        known.take(outcome, solved);
                        known.bound = known.bound.max(bound.unwrap_or(0));
                        return known.stopped(watch.stop().unwrap_or(Stopped::Rounding));
                    }
                },
            }
            known.bound = known.bound.max(ceiling + 1);
            above = above.saturating_mul(2);
            if lowest.saturating_add(above) >= too_high {
                above = (known.bound - lowest).midpoint(too_high - lowest);
            }
        }
        match known.proved() {
            (outcome @ Outcome::Optimal { .. }, solved) => self.later_steps(&asked, outcome, solved),
            stopped => stopped,
        }
    }

    /// Looks for a plan among regions whose own excess is small.
    fn first_plan(
        &self,
        alone: Question<'_>,
        asked: &cover::Question<'_>,
        lowest: u64,
        known: &mut Known,
    ) -> Result<(), Stopped> {
        let watch = self.question.watch;
        let Some(mut excesses) = cover::excesses(asked, lowest + lowest / NEAR, watch)? else {
            return Ok(());
        };
        let whole = excesses.budget;
        let mut pool = None;
        for share in (1..=FINEST_SHARE).rev() {
            excesses.budget = whole >> share;
            let each = excesses.each.iter().filter(|&&(_, excess)| excess <= excesses.budget).copied();
            match self.field(&Excesses { each: each.collect(), budget: excesses.budget }) {
                Ok(field) if field.len() < ENOUGH_SETS => pool = Some(field),
                Ok(field) => {
                    pool = Some(field);
                    break;
                }
                Err(TooManySets) => break,
            }
        }
        if let Some(pool) = pool {
            let (outcome, solved) = pool.solve(alone);
            known.take(outcome, solved);
        }
        watch.stop().map_or(Ok(()), Err)
    }

    /// The first step is proved; those after it need all regions within its tolerance.
    fn later_steps(
        &self,
        asked: &cover::Question<'_>,
        outcome: Outcome,
        solved: Vec<StepSolved>,
    ) -> (Outcome, Vec<StepSolved>) {
        let Question { problem, watch, .. } = self.question;
        let steps = problem.objective.steps();
        let (Outcome::Optimal { plan, objective }, 2..) = (&outcome, steps.len()) else {
            return (outcome, solved);
        };
        let excesses = cover::excesses(asked, steps[0].tolerance.above(*objective), watch);
        if let Ok(Some(Ok(field))) = excesses.map(|excesses| excesses.map(|excesses| self.field(&excesses))) {
            return field.solve(self.question);
        }
        let stopped = watch.stop().unwrap_or(Stopped::TooManyRegions { limit: MOST_SETS });
        let Question { territory, graph, .. } = self.question;
        let step = &steps[1];
        let values = step.terms.iter().map(|term| {
            value(territory, graph, problem, &term.goal, plan).map(|value| value.saturating_mul(term.weight))
        });
        let objective = values.sum::<Option<u64>>().unwrap_or(u64::MAX);
        let next = StepSolved { objective: Some(objective), bound: Some(0), ..StepSolved::default() };
        let plan = plan.clone();
        let outcome = Outcome::Feasible { plan, objective, bound: 0, stopped };
        (outcome, solved.into_iter().chain([next]).collect())
    }
}

/// Whether the first step is proved by a plan of no more than the ceiling.
fn is_within(solved: &[StepSolved], ceiling: u64) -> bool {
    solved.first().is_some_and(|step| {
        step.objective.is_some_and(|objective| objective <= ceiling) && step.bound >= step.objective
    })
}

/// What is known of the first step.
struct Known {
    /// The best plan, and what it comes to.
    best: Option<(Plan, StepSolved)>,
    /// No plan comes to less.
    bound: u64,
}

impl Known {
    fn objective(&self) -> u64 {
        self.best.as_ref().and_then(|(_, step)| step.objective).unwrap_or(u64::MAX)
    }

    /// Takes over a plan that is better in the first step.
    fn take(&mut self, outcome: Outcome, solved: Vec<StepSolved>) {
        let Some(step) = solved.into_iter().next() else { return };
        let is_better = step.objective.is_some_and(|objective| objective < self.objective());
        if let Some(plan) = outcome.plan().filter(|_| is_better) {
            self.best = Some((plan.clone(), step));
        }
    }

    fn stopped(self, stopped: Stopped) -> (Outcome, Vec<StepSolved>) {
        let bound = self.bound;
        match self.best {
            Some((plan, step)) => {
                let objective = step.objective.unwrap_or(u64::MAX);
                let bound = bound.min(objective);
                let step = StepSolved { bound: Some(bound), ..step };
                (Outcome::Feasible { plan, objective, bound, stopped }, vec![step])
            }
            None => unknown(Some(bound), stopped),
        }
    }

    /// The bound has met the plan.
    fn proved(self) -> (Outcome, Vec<StepSolved>) {
        match self.best {
            Some((plan, step)) => {
                let objective = step.objective.unwrap_or(u64::MAX);
                let step = StepSolved { bound: Some(objective), ..step };
                (Outcome::Optimal { plan, objective }, vec![step])
            }
            None => unknown(Some(self.bound), Stopped::Rounding),
        }
    }
}

fn unknown(bound: Option<u64>, stopped: Stopped) -> (Outcome, Vec<StepSolved>) {
    let step = StepSolved { bound, ..StepSolved::default() };
    (Outcome::Unknown { bound, stopped }, vec![step])
}
