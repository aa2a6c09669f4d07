//! The exact engine for few large zones, of which there are too many to list, and a second
//! opinion on small territories.
//!
//! A zone by exception is there or not: each choice is a case ([`given_zones`]). Where the objective
//! is what it costs to part neighbours and zones are few, a good plan comes from recombination
//! ([`recombine`]) and its proof from peeling ([`peeling`]), in whole numbers. Other objectives go
//! to a mixed-integer program over which unit lies in which zone ([`assignment_model`]), round by round
//! ([`separation_rounds`]); that such a plan is best rests on the solver's arithmetic. That there is no
//! plan is never taken from the solver: it is proved by peeling, or not said.
//!
//! Where zones may lie apart, all units are beside each other, and peeling sees too much: any objective
//! goes to the program, which has nothing to keep zones together. What it costs to part neighbours is
//! bounded by flows too ([`flow_bound`](crate::flow_bound)).

mod assignment_model;
mod given_zones;
mod linear_goals;
mod mip_solver;
mod parting_objective;
mod peeling;
mod recombine;
mod separation_rounds;
mod separators;
mod unit_network;

use std::sync::Arc;

use given_zones::{GivenZones, cases};
use peeling::{Peeler, Work};
use separation_rounds::{StepBounds, best, value};
use unit_network::{MOST_UNITS, UnitBits, UnitNetwork, ids, is_about_parting};

use super::objective_steps::Question;
use super::zone_names::named_plan;
use super::{Infeasibility, NotTaken, Outcome, Proof, Statistics, StepSolved, Stopped};
use crate::flow_bound::parting_bound;
use crate::requirements::Requirements;
use crate::zones::OnePiece;
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{Regions, Step};

/// Zones that are peeled one by one, at most.
const MOST_PEELED: u64 = 12;
/// Units times labels of a program, at most.
const MOST_LABELLINGS: u64 = 3_000;
/// Sets that are looked at for a proof that there is no plan, at most, where zones may lie apart.
const MOST_WORK_APART: u64 = 20_000_000;

/// What is known before, and how much may be done.
#[derive(Clone, Copy, Debug)]
pub(super) struct CompactLimits {
    /// Sets that peeling looks at, at most.
    pub(super) most_work: u64,
    /// A lower bound: no plan has a smaller value.
    pub(super) bound: u64,
}

impl CompactLimits {
    /// For a question of which nothing is known, without a limit.
    pub(super) const FULL: Self = Self { most_work: u64::MAX, bound: 0 };
}

/// Solves a problem.
pub(super) fn solve(question: Question<'_>, effort: CompactLimits) -> (Outcome, Vec<StepSolved>) {
    let Question { graph, problem, requirements, .. } = question;
    // Each kind of requirement is kept here or refused: pins and ordinary bounds are part of the
    // network, zones by exception make cases.
    let Requirements { zones, wishes: _, groups: _, pieces, regions: _ } = requirements;
    let refused = [
        (!requirements.is_free_of_groups(), NotTaken::GroupRules),
        (OnePiece::new(graph, pieces.as_ref()).is_some(), NotTaken::ZoneInPieces),
        (problem.regions != Regions::None, NotTaken::Regions),
        (!problem.limits.is_empty(), NotTaken::Limits),
        (!zones.zones_around().is_empty(), NotTaken::BoundsOfPinnedZone),
    ];
    if let Some((_, what)) = refused.into_iter().find(|(is_asked, _)| *is_asked) {
        return unknown(what);
    }
    let steps = question.problem.objective.steps();
    let Some(network) = UnitNetwork::of(question, &steps[0]) else {
        return unknown(NotTaken::MoreUnits { most: MOST_UNITS });
    };
    if !network.adds_up() {
        let outcome = Outcome::Unknown { bound: None, stopped: Stopped::CostsTooLarge };
        return (outcome, vec![StepSolved::default()]);
    }
    let Some(cases) = cases(question, &network) else {
        return unknown(NotTaken::ChoicesOfExceptions);
    };
    let most = cases.iter().map(|case| case.most).max().unwrap_or(0);
    let is_peeled = steps.len() == 1 && is_about_parting(&steps[0]) && most <= MOST_PEELED;
    if is_peeled && !network.may_lie_apart {
        return parting_objective::solve(question, (&network, &cases), effort);
    }
    let goals = question.problem.objective.goals();
    if let Some(goal) = goals.into_iter().find(|goal| !linear_goals::is_linear(goal)) {
        return unknown(NotTaken::Goal(goal.to_string()));
    }
    let units = network.population.len() as u64;
    if units * most > MOST_LABELLINGS {
        return unknown(NotTaken::UnitsInZones { units, zones: most });
    }
    let start = match is_peeled {
        true => parting_objective::good_plan(question, (&network, &cases)),
        false => cases.iter().find_map(|case| first_plan(question, &network, case)),
    };
    let stop = || question.watch.stop().is_some();
    let by_flows = network.may_lie_apart.then(|| parting_bound(question, &steps[0], &stop)).flatten();
    let least = by_flows.as_ref().map_or(0, |flows| flows.bound);
    let (outcome, mut solved) = by_program(question, (&network, &cases), start, least);
    if let (Some(first), Some(flows)) = (solved.first_mut(), by_flows)
        && first.bound == Some(flows.bound)
    {
        first.proof = Some(Proof::Flows(Arc::new(flows)));
    }
    (outcome, solved)
}

/// The plan of these zones.
fn plan_of(question: Question<'_>, zones: &[UnitBits]) -> Plan {
    named_plan(question.territory, question.problem, zones.iter().map(|&zone| ids(zone)).collect())
}

fn unknown(what: NotTaken) -> (Outcome, Vec<StepSolved>) {
    let outcome = Outcome::Unknown { bound: None, stopped: Stopped::NotInThisEngine { what } };
    (outcome, vec![StepSolved::default()])
}

/// Step by step, each a program that keeps the steps before it. `least` is a lower bound in the
/// first.
fn by_program(
    question: Question<'_>,
    (network, cases): (&UnitNetwork, &[GivenZones]),
    start: Option<Vec<UnitBits>>,
    least: u64,
) -> (Outcome, Vec<StepSolved>) {
    let steps = question.problem.objective.steps();
    let mut solved: Vec<StepSolved> = Vec::new();
    let mut behind: Vec<(&Step, u64)> = Vec::new();
    let mut plan = start;
    for (number, step) in steps.iter().enumerate() {
        let least = if number == 0 { least } else { 0 };
        let found = best(question, (network, cases), number, &behind, plan.as_deref(), least);
        let (known, stopped) = match found {
            Ok(known) => (known, None),
            Err((known, stopped)) => (known, Some(stopped)),
        };
        let StepBounds { best, bound } = known;
        // The plan of the step before keeps all ceilings.
        let before = plan.take().map(|plan| (value(question, step, &plan), plan));
        let found = best.into_iter().chain(before).min_by_key(|found| found.0);
        let Some((objective, zones)) = found else {
            let outcome = match stopped {
                Some(stopped) => Outcome::Unknown { bound, stopped },
                None => no_plan(question, network, cases),
            };
            solved.push(StepSolved { bound, ..StepSolved::default() });
            return (outcome, solved);
        };
        let bound = bound.unwrap_or(0).min(objective);
        let statistics = Statistics::default();
        solved.push(StepSolved { objective: Some(objective), bound: Some(bound), statistics, proof: None });
        if bound < objective {
            let stopped = stopped.unwrap_or(Stopped::Rounding);
            let plan = plan_of(question, &zones);
            return (Outcome::Feasible { plan, objective, bound, stopped }, solved);
        }
        if number + 1 == steps.len() {
            return (Outcome::Optimal { plan: plan_of(question, &zones), objective }, solved);
        }
        behind.push((step, step.tolerance.above(objective)));
        plan = Some(zones);
    }
    unreachable!("an objective has a step")
}

/// A plan to start from, where recombination finds one.
fn first_plan(question: Question<'_>, network: &UnitNetwork, case: &GivenZones) -> Option<Vec<UnitBits>> {
    let stop = || question.watch.stop().is_some();
    (case.least.max(2)..=case.most.min(MOST_PEELED)).find_map(|zones| {
        let (_, zones) = recombine::plan(network, case.rest, zones, question.seed, &stop)?;
        Some(case.given.iter().copied().chain(zones).collect())
    })
}

/// The solver finds no plan: that is proved by peeling, or not said.
fn no_plan(question: Question<'_>, network: &UnitNetwork, cases: &[GivenZones]) -> Outcome {
    let free = network.without_prices();
    let stop = || question.watch.stop().is_some();
    let work = Work::of(if network.may_lie_apart { MOST_WORK_APART } else { u64::MAX });
    let peeler = Peeler { network: &free, work: &work, stop: &stop };
    let message = "it finds no plan, which is no proof that there is none".to_owned();
    let doubt = Outcome::Unknown { bound: None, stopped: Stopped::SolverFailed { message } };
    for case in cases {
        if case.most > MOST_PEELED {
            return doubt;
        }
        for zones in case.least..=case.most {
            if !matches!(peeler.split(case.rest, zones, 0), Ok(None)) {
                return doubt;
            }
        }
    }
    Outcome::Infeasible { why: Infeasibility::Peeled { units: network.population.len() } }
}
