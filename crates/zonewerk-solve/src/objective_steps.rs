//! Step by step through an objective: the best of the first, then the best of the second
//! among the plans that are good enough in the first, and so on (lexicographic order, each
//! step proven before the next begins).

use super::candidate_pool::{CandidatePool, MOST_COLUMNS};
use super::cover;
use super::given_regions;
use super::joint_design::{self, step_value};
use super::start_plan::plan_by_search;
use super::{ContiguityFormulation, DesignOrder, Infeasibility, Outcome, StepSolved, Stopped, Watch};
use crate::requirements::Requirements;
use crate::zones::ZonePool;
use zonewerk_core::graph::{Graph, components};
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{Goal, Problem, Regions, Step};
use zonewerk_core::territory::Territory;

/// What is asked, and where it is asked.
#[derive(Clone, Copy)]
pub(super) struct Question<'a> {
    pub(super) territory: &'a Territory,
    pub(super) graph: &'a Graph,
    pub(super) problem: &'a Problem,
    /// What the rules ask of plans, compiled from the problem.
    pub(super) requirements: &'a Requirements,
    pub(super) seed: u64,
    pub(super) contiguity: ContiguityFormulation,
    /// Sets of zones to list as regions, at most.
    pub(super) most_regions: usize,
    /// In which order zones and regions are drawn.
    pub(super) order: DesignOrder,
    /// Plans to start from, where zones and regions are drawn.
    pub(super) starts: &'a [&'a Plan],
    pub(super) watch: &'a dyn Watch,
}

impl Question<'_> {
    /// Whether a zone may be in several parts: any, or one that is given or made by exception.
    pub(super) fn has_zones_in_parts(self) -> bool {
        let Self { graph, problem, requirements, .. } = self;
        let fixed = problem.fixed_zones.iter().map(|fixed| fixed.units.as_slice());
        let mut given = fixed.chain(requirements.zones.exact_zones());
        requirements.zones.may_lie_apart() || given.any(|units| components(graph, units).len() > 1)
    }
}

/// Solves the steps over a pool of all feasible zones.
pub(super) fn solve(question: Question<'_>, zones: ZonePool) -> (Outcome, Vec<StepSolved>) {
    // Each of the next steps takes seconds over millions of zones.
    if let Some(stopped) = question.watch.stop() {
        return (Outcome::Unknown { bound: None, stopped }, Vec::new());
    }
    let Some(mut candidates) = CandidatePool::of_zones(question, zones) else {
        let stopped = Stopped::TooManyZones { limit: MOST_COLUMNS };
        return (Outcome::Unknown { bound: None, stopped }, Vec::new());
    };
    if question.problem.regions == Regions::Drawn {
        return joint_design::solve(question, candidates);
    }
    if let Some(why) = candidates.limit(question) {
        return (Outcome::Infeasible { why }, Vec::new());
    }
    candidates.solve(question)
}

impl CandidatePool {
    /// Solves step by step.
    pub(super) fn solve(mut self, question: Question<'_>) -> (Outcome, Vec<StepSolved>) {
        self.solve_in_place(question)
    }

    /// The same; what is left has the plan, and of each step that is proved only columns of plans
    /// that are good enough in it.
    pub(super) fn solve_in_place(&mut self, question: Question<'_>) -> (Outcome, Vec<StepSolved>) {
        let candidates = self;
        let mut solved: Vec<StepSolved> = Vec::new();
        let steps = question.problem.objective.steps();
        for (number, step) in steps.iter().enumerate() {
            let stopped = question.watch.stop();
            let answer = if let Some(stopped) = stopped {
                candidates.stopped(question, step, stopped)
            } else if step.is_bottleneck() {
                candidates.largest(question, number, step)
            } else {
                candidates.sum(question, number, step)
            };
            let proved = answer.proved();
            solved.push(answer.step.clone());
            if let Some(why) = answer.why {
                return (Outcome::Infeasible { why }, solved);
            }
            let plan = candidates.plan.as_ref().map(|plan| candidates.named(question, plan));
            let (objective, bound) = (answer.step.objective, answer.step.bound);
            match (plan, objective, bound) {
                (Some(plan), Some(objective), _) if proved && number + 1 == steps.len() => {
                    return (Outcome::Optimal { plan, objective }, solved);
                }
                (Some(_), Some(_), _) if proved => {}
                (Some(plan), Some(objective), bound) => {
                    let stopped = answer.stopped.unwrap_or(Stopped::Rounding);
                    return (
                        Outcome::Feasible { plan, objective, bound: bound.unwrap_or(0), stopped },
                        solved,
                    );
                }
                (_, _, bound) => {
                    return (
                        Outcome::Unknown { bound, stopped: answer.stopped.unwrap_or(Stopped::Rounding) },
                        solved,
                    );
                }
            }
        }
        unreachable!("an objective has a step")
    }
}

/// The result of one step.
struct StepAnswer {
    step: StepSolved,
    stopped: Option<Stopped>,
    why: Option<Infeasibility>,
}

impl StepAnswer {
    fn proved(&self) -> bool {
        self.step.objective.is_some() && self.step.bound >= self.step.objective
    }
}

impl CandidatePool {
    /// A step that is not begun, with what the plan of the steps before comes to in it.
    fn stopped(&self, question: Question<'_>, step: &Step, stopped: Stopped) -> StepAnswer {
        let plan = self.plan.as_ref().map(|plan| self.named(question, plan));
        let objective = plan.and_then(|plan| step_value(question, step, &plan));
        let step = StepSolved { objective, ..StepSolved::default() };
        StepAnswer { step, stopped: Some(stopped), why: None }
    }

    /// A step that is added up over the zones.
    fn sum(&mut self, question: Question<'_>, number: usize, step: &Step) -> StepAnswer {
        let moves = step.terms.iter().any(|term| term.goal == Goal::PeopleMoved);
        if moves {
            self.add_heirs(question);
        }
        let costs = self.costs(question, step);
        let columns = self.priced(question, &costs);
        let rows = self.rows(question);
        if self.plan.is_none() && !step.terms.iter().any(|term| shapes(&term.goal)) {
            self.plan = plan_by_search(question, (&*self, &columns, &rows), number);
        }
        if self.plan.is_none() && !step.terms.iter().any(|term| shapes(&term.goal)) {
            let guide = self.priced(question, &self.costs(question, &Step::of(Goal::BorderLength)));
            let asked = self.cover_question(question, &guide, &rows, number);
            self.plan = cover::quick_plan(&asked, question.watch);
        }
        let asked = self.cover_question(question, &columns, &rows, number);
        if cover::are_too_large(&asked) {
            let sum = |plan: &Vec<usize>| {
                plan.iter().fold(0, |sum: u64, &column| sum.saturating_add(costs[column]))
            };
            let objective = self.plan.as_ref().map(sum);
            let step = StepSolved { objective, ..StepSolved::default() };
            return StepAnswer { step, stopped: Some(Stopped::CostsTooLarge), why: None };
        }
        let found = cover::search(&asked, question.watch);
        let (effort, statistics) = (found.effort, self.statistics(found.effort));
        let objective = found.incumbent.as_ref().map(|incumbent| incumbent.objective);
        let bound = Some(objective.map_or(found.bound, |objective| found.bound.min(objective)));
        let mut answer = StepAnswer {
            step: StepSolved { objective, bound, statistics, proof: None },
            stopped: found.stopped,
            why: None,
        };
        match found.incumbent {
            Some(incumbent) => {
                let mut plan = incumbent.cover;
                plan.sort_unstable();
                self.plan = Some(plan);
                if answer.proved() {
                    let ceiling = step.tolerance.above(incumbent.objective);
                    self.add_step(ceiling, costs, |column| {
                        found.bounds_with.get(column).is_none_or(|&bound| bound <= ceiling)
                    });
                }
            }
            None if found.bound >= found.cutoff => {
                let branches = effort.branches.max(1);
                let zones = columns.len();
                answer.step.bound = None;
                let left_over = found.left_over;
                let all = Infeasibility::Exhausted { zones, branches, left_over, region: None };
                let regions = given_regions::without_plan(question, &columns, &rows);
                answer.why = Some(given_regions::or_all(regions, all));
            }
            None => {}
        }
        answer
    }

    /// A step that is the largest over the zones.
    fn largest(&mut self, question: Question<'_>, number: usize, step: &Step) -> StepAnswer {
        let costs = self.costs(question, step);
        let guide = self.costs(question, &Step::of(Goal::BorderLength));
        let columns = self.priced(question, &guide);
        let rows = self.rows(question);
        let asked = self.cover_question(question, &columns, &rows, number);
        let found = cover::least_largest(&asked, &costs, question.watch);
        let statistics = self.statistics(found.effort);
        let mut answer = StepAnswer {
            step: StepSolved {
                objective: found.objective,
                bound: Some(found.bound),
                statistics,
                proof: None,
            },
            stopped: found.stopped,
            why: None,
        };
        match found.plan {
            Some(mut plan) => {
                plan.sort_unstable();
                self.plan = Some(plan);
                if answer.proved() {
                    let ceiling = step.tolerance.above(found.bound);
                    let kept: Vec<usize> =
                        (0..costs.len()).filter(|&column| costs[column] <= ceiling).collect();
                    self.keep(&kept);
                }
            }
            None if found.impossible => {
                answer.step.bound = None;
                answer.why = Some(Infeasibility::Exhausted {
                    zones: costs.len(),
                    branches: statistics.branches.max(1),
                    left_over: found.left_over,
                    region: None,
                });
            }
            None => {}
        }
        answer
    }
}

/// Whether zones that are cheap by this goal tend to fit beside each other. By the others one
/// zone is as good as another of quite another shape, and a plan by border length is quicker
/// bettered than a plan found.
pub(super) fn shapes(goal: &Goal) -> bool {
    matches!(goal, Goal::BorderLength | Goal::CutEdges | Goal::PeopleMoved) || goal.measures_distances()
}
