//! The engine without a limit of units: a plan by search, where zones are too many to list and units
//! too many for an integer program.
//!
//! A first partition is cut along random spanning trees ([`construct`]) and brought within its bounds
//! ([`repair`]); annealing ([`anneal`]) over single moves, swaps and recombination of two or three
//! zones ([`recombine`]) makes it cheaper. Several starts do so in rounds of fixed work ([`rounds`]);
//! the best is then improved window by window ([`windows`]).
//!
//! Why this way. Annealing over moves at borders is the simplest of the local searches that Ricca and
//! Simeone (2008, "Local search algorithms for political districting", European Journal of Operational
//! Research 189) compare, and does best there but for old bachelor acceptance, which is close. A move
//! costs the neighbours of one unit, and contiguity is mostly settled among them, so some millions fit
//! in a second. It cannot change how zones lie to each other when bounds are narrow; recombination
//! (DeFord, Duchin and Solomon 2021) can, and is dear, so it comes in between. Spanning trees give
//! both bounds from the start: an edge has a known number of inhabitants below it.
//!
//! What is found is never called best unless a sum ([`bound`]) or flows ([`flow_bound`]) show it, and
//! that nothing is found is never a proof.

mod anneal;
mod bound;
mod bounds;
mod construct;
mod costs;
mod nodes;
mod numbers;
mod partition;
mod recombine;
mod repair;
mod rounds;
mod tree;
mod walk;
mod windows;

use std::sync::atomic::{AtomicBool, Ordering};

use anneal::Best;
use bound::bound;
use bounds::Bounds;
use costs::{StepCosts, is_kept};
use nodes::Nodes;
use numbers::Numbers;
use rounds::{ROUNDS, Search, WINDOW_ROUNDS};

use super::drawn::step_value;
use super::flow_bound;
use super::naming::named_plan;
use super::steps::Question;
use super::{Outcome, Progress, Stage, Statistics, StepSolved, Stopped};
use crate::zones::OnePiece;
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{Goal, Regions};
use zonewerk_core::territory::UnitId;

/// Solves a problem.
pub(super) fn solve(question: Question<'_>) -> (Outcome, Vec<StepSolved>) {
    if let Some(what) = refused(question) {
        return unknown(Stopped::NotInThisEngine { what });
    }
    let given: Vec<Vec<UnitId>> =
        question.problem.fixed_zones.iter().map(|fixed| fixed.units.clone()).collect();
    if !may_be_given(question, &given) {
        return unknown(Stopped::SearchEnded);
    }
    let Some(nodes) = Nodes::new(question, &given) else { return unknown(Stopped::SearchEnded) };
    if !nodes.adds_up() {
        return unknown(Stopped::CostsTooLarge);
    }
    let bounds = Bounds::new(question.requirements.zones.bounds(), nodes.everyone());
    let Some(numbers) = Numbers::new(&nodes, bounds, asked_numbers(question, given.len())) else {
        return unknown(Stopped::SearchEnded);
    };
    let steps = question.problem.objective.steps();
    let costs: Option<Vec<StepCosts>> =
        steps.iter().map(|step| StepCosts::new(question, &nodes, step)).collect();
    let Some(costs) = costs else { return unknown(Stopped::CostsTooLarge) };
    let stop = || question.watch.stop().is_some();
    let search = Search { nodes: &nodes, numbers: &numbers, bounds, seed: question.seed, stop: &stop };
    Steps { question, search, given, costs }.solve_beside_flow()
}

/// What is asked that the search does not keep, in words.
fn refused(question: Question<'_>) -> Option<String> {
    let Question { graph, problem, requirements, .. } = question;
    let refused = [
        (!requirements.is_free_of_groups(), "rules on groups and zones"),
        (OnePiece::new(graph, requirements.pieces.as_ref()).is_some(), "the rule zone-in-pieces"),
        (problem.regions != Regions::None, "regions"),
        (problem.limits.iter().any(|limit| limit.goal != Goal::Zones), "limits on goals"),
        (!requirements.zones.zones_around().is_empty(), "bounds of its own for a pinned zone"),
    ];
    if let Some((_, what)) = refused.into_iter().find(|(is_asked, _)| *is_asked) {
        return Some(what.to_owned());
    }
    let goal = problem.objective.goals().find(|goal| !is_kept(goal))?;
    Some(format!("the goal {goal}"))
}

/// Whether zones that are given share no unit and keep the wishes.
fn may_be_given(question: Question<'_>, given: &[Vec<UnitId>]) -> bool {
    let mut units: Vec<UnitId> = given.iter().flatten().copied().collect();
    units.sort_unstable();
    let are_apart = units.windows(2).all(|pair| pair[0] != pair[1]);
    are_apart && given.iter().all(|zone| question.requirements.wishes.allow(zone))
}

/// How many zones are to be drawn besides those that are given.
fn asked_numbers(question: Question<'_>, given: usize) -> std::ops::RangeInclusive<usize> {
    let problem = question.problem;
    let limits = problem.limits.iter().filter(|limit| limit.goal == Goal::Zones).map(|limit| limit.most);
    let most = problem.zone_count.maximum().into_iter().chain(limits).min();
    let less_given = |number: u64| usize::try_from(number).unwrap_or(usize::MAX).saturating_sub(given);
    let least = less_given(problem.zone_count.minimum().unwrap_or(0));
    // None where more zones are given than there may be.
    let is_over = most.is_some_and(|most| most < given as u64);
    let least = if is_over { usize::MAX } else { least };
    least..=most.map_or(usize::MAX, less_given)
}

fn unknown(stopped: Stopped) -> (Outcome, Vec<StepSolved>) {
    (Outcome::Unknown { bound: None, stopped }, vec![StepSolved::default()])
}

/// The steps of an objective, one after the other.
struct Steps<'a> {
    question: Question<'a>,
    search: Search<'a>,
    given: Vec<Vec<UnitId>>,
    costs: Vec<StepCosts>,
}

/// The best plan so far, and what it comes to in a step.
struct Found {
    plan: Plan,
    objective: u64,
}

impl Steps<'_> {
    /// The search, and beside it what flows prove of the borders that the first step counts.
    fn solve_beside_flow(&self) -> (Outcome, Vec<StepSolved>) {
        let is_proved = AtomicBool::new(false);
        let stop = || is_proved.load(Ordering::Relaxed) || (self.search.stop)();
        let first = &self.question.problem.objective.steps()[0];
        let search = || {
            let solved = self.solve();
            is_proved.store(matches!(solved.0, Outcome::Optimal { .. }), Ordering::Relaxed);
            solved
        };
        let flow = || flow_bound::parting_bound(self.question, first, &stop).map(|flow| flow.bound);
        let (solved, flow) = rayon::join(search, flow);
        self.raised(solved, flow.unwrap_or(0))
    }

    /// What the search came to, with a bound of its first step that may be higher.
    fn raised(
        &self,
        (outcome, mut steps): (Outcome, Vec<StepSolved>),
        bound: u64,
    ) -> (Outcome, Vec<StepSolved>) {
        let is_only = self.question.problem.objective.steps().len() == 1;
        let Some(first) = steps.first_mut() else { return (outcome, steps) };
        let raised = first.bound.unwrap_or(0).max(bound);
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
        (outcome, steps)
    }

    fn solve(&self) -> (Outcome, Vec<StepSolved>) {
        let steps = self.question.problem.objective.steps();
        let mut solved: Vec<StepSolved> = Vec::new();
        let mut ceilings: Vec<i64> = Vec::new();
        let mut pool: Vec<Best> = Vec::new();
        let mut open: Option<(usize, u64)> = None;
        for (number, step) in steps.iter().enumerate() {
            let least = bound(self.question, &self.given, self.search.numbers, step);
            let found = self.step(number, least, &ceilings, &mut pool);
            let Some(found) = found else {
                let stopped = self.stopped();
                return (
                    Outcome::Unknown { bound: Some(least), stopped },
                    vec![StepSolved { bound: Some(least), ..StepSolved::default() }],
                );
            };
            let least = least.min(found.objective);
            if open.is_none() {
                solved.push(step_solved(found.objective, least));
                let is_last = number + 1 == steps.len();
                match least == found.objective {
                    true if is_last => {
                        let Found { plan, objective } = found;
                        return (Outcome::Optimal { plan, objective }, solved);
                    }
                    true => {}
                    false => open = Some((number, least)),
                }
            }
            let best = pool[0].costs[number];
            let most = step.tolerance.above(found.objective) - found.objective;
            ceilings.push(best.saturating_add(i64::try_from(most).unwrap_or(i64::MAX)));
        }
        // What later steps made of the plan within the tolerances is what it comes to.
        let (number, bound) = open.expect("the last step is proved or open");
        let plan = self.plan(&pool[0]);
        let objective = step_value(self.question, &steps[number], &plan).unwrap_or(u64::MAX);
        solved[number] = step_solved(objective, bound);
        (Outcome::Feasible { plan, objective, bound, stopped: self.stopped() }, solved)
    }

    /// Rounds of one step, until its work is done, its bound is reached or the clock ends it.
    fn step(&self, number: usize, least: u64, ceilings: &[i64], pool: &mut Vec<Best>) -> Option<Found> {
        let costs = &self.costs[..=number];
        let mut found = None;
        if number > 0 {
            *pool = self.search.renewed(std::mem::take(pool), costs, ceilings);
        }
        for round in 0..ROUNDS.len() + WINDOW_ROUNDS {
            if number == 0 && round == 0 {
                *pool = self.search.first(costs);
            } else if round < ROUNDS.len() {
                *pool = self.search.go_on(std::mem::take(pool), (costs, ceilings), round);
            } else {
                self.search.go_on_in_windows(pool, (costs, ceilings), round - ROUNDS.len());
            }
            // An exception may also narrow the bounds of the zone that it names, and a pin ask for
            // what cannot be.
            pool.retain(|best| self.is_allowed(best));
            let best = pool.first()?;
            let plan = self.plan(best);
            let objective =
                step_value(self.question, &self.question.problem.objective.steps()[number], &plan)?;
            self.question.watch.progress(Progress {
                step: number,
                stage: Stage::Searching,
                incumbent: Some(objective),
                bound: Some(least.min(objective)),
                zones: 0,
                open_branches: 0,
            });
            found = Some(Found { plan, objective });
            if objective <= least || (self.search.stop)() {
                break;
            }
        }
        found
    }

    /// The zones that are drawn, each ascending.
    fn zones(&self, best: &Best) -> Vec<Vec<UnitId>> {
        let mut zones: Vec<Vec<UnitId>> = vec![Vec::new(); best.zones];
        for (node, units) in self.search.nodes.units.iter().enumerate() {
            zones[best.zone_of[node] as usize].extend(units);
        }
        zones.iter_mut().for_each(|units| units.sort_unstable());
        zones
    }

    fn is_allowed(&self, best: &Best) -> bool {
        let Question { territory, graph, requirements, .. } = self.question;
        let rules = &requirements.zones;
        let is_allowed = |units: &Vec<UnitId>| {
            requirements.wishes.allow(units)
                && (rules.have_no_exception() || rules.allow(territory, graph, units))
        };
        self.zones(best).iter().all(is_allowed)
    }

    fn plan(&self, best: &Best) -> Plan {
        let mut zones = self.zones(best);
        zones.extend(self.given.iter().cloned());
        named_plan(self.question.territory, self.question.problem, zones)
    }

    fn stopped(&self) -> Stopped {
        self.question.watch.stop().unwrap_or(Stopped::SearchEnded)
    }
}

fn step_solved(objective: u64, bound: u64) -> StepSolved {
    StepSolved { objective: Some(objective), bound: Some(bound), statistics: Statistics::default() }
}
