//! Plans that are nearly as good as the best: the cheapest of them, or those that differ most;
//! and what all of them have in common ([`Backbone`]).
//!
//! All are plans within a margin of the best in the first step of the objective; later steps are
//! not looked at. Two plans are the same when their zones are the same sets of units.

mod backbone;
mod most_different;

pub use backbone::{Backbone, PairOfUnits, PairStatus, UnitStatus};

use super::candidate_pool::{CandidatePool, MOST_COLUMNS};
use super::cover::{self, Incumbent};
use super::given_regions;
use super::objective_steps::Question;
use super::{
    Chosen, Engine, Options, Outcome, Solved, StepSolved, Stopped, Unwatched, Watch, impossible, listed,
    of_drawn, unclear,
};
use crate::requirements::Requirements;
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{Goal, Instance, Objective, Problem, Regions, Step, Tolerance};
use zonewerk_core::territory::UnitId;

/// Which plans are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// How much worse than the best in the first step of the objective a plan may be.
    pub margin: Tolerance,
    /// How many plans, at most.
    pub count: usize,
    /// Which of those within the margin.
    pub which: Which,
    /// Whether to find out what all plans within the margin have in common. Where all of them
    /// are listed, that is known anyway.
    pub backbone: bool,
}

/// Which of the plans within a margin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The best, in ascending order of value; of equal value the first by their zones.
    Best,
    /// The best, and then each time the one that differs most from those before: whose numbers of
    /// neighbours that are together in one plan and apart in the other add up to most.
    MostDifferent,
}

/// Plans within a margin.
#[derive(Clone, Debug)]
pub struct Alternatives {
    /// The result of solving in the first step of the objective, as if it were the only one.
    pub best: Solved,
    /// The largest value of a plan within the margin, where the best is proved.
    pub ceiling: Option<u64>,
    /// The plans, the best first.
    pub plans: Vec<Alternative>,
    /// Whether these are all.
    pub completeness: Completeness,
    /// What all plans within the margin have in common, where it was asked or is known.
    pub backbone: Option<Backbone>,
}

/// A plan within the margin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The plan.
    pub plan: Plan,
    /// Its value in the first step.
    pub value: u64,
    /// Whether it is proved to be the next: no plan that is not before it is better, or differs
    /// more from those before.
    pub is_proved: bool,
}

/// Whether plans are all there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Completeness {
    /// Proved: no other plan is within the margin.
    All,
    /// Proved: there are others within the margin, and none is better.
    More,
    /// As many were found as were wanted; whether there are others was not looked into.
    Enough,
    /// The search ended early: there may be others, better ones too.
    Unknown(Stopped),
}

/// Why plans within a margin cannot be listed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotListed {
    /// The first step is the largest over the zones.
    #[error(
        "a margin over {0} is not for this verb: it is the largest over the zones, and plans are listed by a sum"
    )]
    LargestOverZones(Goal),
    /// Regions are drawn.
    #[error(
        "plans are not listed where regions are drawn with the zones: give the regions, or leave them out"
    )]
    RegionsDrawn,
}

/// Finds plans within a margin of the best.
///
/// # Errors
/// When the first step of the objective is the largest over the zones, or regions are drawn.
pub fn alternatives(
    instance: &Instance<'_>,
    options: &Options,
    wanted: Wanted,
    watch: &dyn Watch,
) -> Result<Alternatives, NotListed> {
    let (territory, graph, problem) = (instance.territory(), instance.graph(), instance.problem());
    let first = &problem.objective.steps()[0];
    if let Some(term) = first.terms.iter().find(|term| term.goal.is_bottleneck()) {
        return Err(NotListed::LargestOverZones(term.goal.clone()));
    }
    if problem.regions == Regions::Drawn {
        return Err(NotListed::RegionsDrawn);
    }
    if let Some(stopped) = unclear(problem) {
        return Ok(without_plans(Outcome::Unknown { bound: None, stopped }, Vec::new()));
    }
    let step = Step { tolerance: wanted.margin, ..first.clone() };
    let objective = Objective::new(vec![step]).expect("a step of an objective is one by itself");
    let problem = Problem { objective, ..problem.clone() };
    let requirements = Requirements::new(territory, &problem);
    let question = super::question(territory, graph, (&problem, &requirements), options, watch);
    let mut found = of_question(question, options, wanted);
    found.best.outcome = of_drawn(territory, &problem, found.best.outcome);
    if let Outcome::Unknown { stopped, .. } = &found.best.outcome {
        found.completeness = Completeness::Unknown(stopped.clone());
    }
    Ok(found)
}

fn of_question(question: Question<'_>, options: &Options, wanted: Wanted) -> Alternatives {
    if let Some(why) = impossible(question) {
        return without_plans(Outcome::Infeasible { why }, Vec::new());
    }
    let zones = match listed(question, options.limits) {
        Ok(zones) => zones,
        Err(outcome) => return without_plans(*outcome, Vec::new()),
    };
    let Some(mut candidates) = CandidatePool::of_zones(question, zones) else {
        let stopped = Stopped::TooManyZones { limit: MOST_COLUMNS };
        return without_plans(Outcome::Unknown { bound: None, stopped }, Vec::new());
    };
    if let Some(why) = candidates.limit(question) {
        return without_plans(Outcome::Infeasible { why }, Vec::new());
    }
    let (outcome, steps) = candidates.solve_in_place(question);
    let Outcome::Optimal { objective, .. } = outcome else { return without_plans(outcome, steps) };
    let best = solved(outcome, steps);
    if best.outcome.plan().is_some_and(|plan| given_regions::not_kept(question, plan).is_some()) {
        let outcome = given_regions::with_kept(question, best.outcome);
        return without_plans(outcome, best.steps);
    }
    let Some((ceiling, costs)) = candidates.pop_side_row() else {
        return without_plans(best.outcome, best.steps);
    };
    let within = MarginPool { question, candidates, ceiling, costs };
    let (plans, completeness) = match wanted.which {
        Which::Best => within.cheapest(wanted.count),
        Which::MostDifferent => within.most_different(wanted.count, objective),
    };
    let backbone = (wanted.backbone || completeness == Completeness::All)
        .then(|| within.backbone(&plans, completeness == Completeness::All));
    let plans = plans.into_iter().map(|(plan, is_proved)| Alternative {
        plan: within.candidates.named(question, &plan.cover),
        value: plan.objective,
        is_proved,
    });
    let not_kept = |one: &Alternative| given_regions::not_kept(question, &one.plan);
    let (plans, broken): (Vec<Alternative>, Vec<Alternative>) =
        plans.partition(|one| not_kept(one).is_none());
    let stopped = broken.first().and_then(not_kept);
    let backbone = backbone.filter(|_| stopped.is_none());
    let completeness = stopped.map_or(completeness, Completeness::Unknown);
    Alternatives { best, ceiling: Some(ceiling), plans, completeness, backbone }
}

/// A plan by its columns, and whether it is proved to be the next.
type NextPlan = (Incumbent, bool);

/// The columns of plans within the margin.
struct MarginPool<'a> {
    question: Question<'a>,
    /// Its plan is the best.
    candidates: CandidatePool,
    ceiling: u64,
    /// What each column adds to the first step.
    costs: Vec<u64>,
}

impl MarginPool<'_> {
    fn cheapest(&self, count: usize) -> (Vec<NextPlan>, Completeness) {
        let columns = self.candidates.priced(self.question, &self.costs);
        let rows = self.candidates.rows(self.question);
        let mut asked = self.candidates.cover_question(self.question, &columns, &rows, 0);
        asked.max_cost = Some(self.ceiling);
        let listed = cover::k_best_plans(&asked, count, self.question.watch);
        let completeness = match listed.stopped {
            _ if listed.are_all => Completeness::All,
            None => Completeness::More,
            Some(stopped) => Completeness::Unknown(stopped),
        };
        let is_sure = !matches!(completeness, Completeness::Unknown(_));
        let proved = |plan: Incumbent| {
            let is_proved = is_sure || plan.objective < listed.all_below;
            (plan, is_proved)
        };
        (listed.plans.into_iter().map(proved).collect(), completeness)
    }

    /// The same zones at their cheapest: which zone of the base plan each continues, and what each
    /// straddles for nothing, may have been chosen otherwise.
    fn at_its_cheapest(&self, plan: &[usize]) -> Incumbent {
        let zones: Vec<&[UnitId]> = plan.iter().map(|&column| self.candidates.units(column)).collect();
        let stands = |&column: &usize| zones.contains(&self.candidates.units(column));
        let kept: Vec<usize> = (0..self.costs.len()).filter(stands).collect();
        let costs: Vec<u64> = kept.iter().map(|&column| self.costs[column]).collect();
        let as_it_is = || Incumbent {
            cover: plan.to_vec(),
            objective: plan.iter().map(|&column| self.costs[column]).sum(),
        };
        if kept.len() == plan.len() {
            return as_it_is();
        }
        let mut candidates = self.candidates.clone();
        candidates.plan = None;
        candidates.keep(&kept);
        let columns = candidates.priced(self.question, &costs);
        let rows = candidates.rows(self.question);
        let found = cover::search(&candidates.cover_question(self.question, &columns, &rows, 0), &Unwatched);
        found.incumbent.map_or_else(as_it_is, |best| Incumbent {
            cover: best.cover.into_iter().map(|column| kept[column]).collect(),
            ..best
        })
    }
}

fn without_plans(outcome: Outcome, steps: Vec<StepSolved>) -> Alternatives {
    let plans = match &outcome {
        // Not proved best, but a plan.
        Outcome::Feasible { plan, objective, .. } => {
            vec![Alternative { plan: plan.clone(), value: *objective, is_proved: false }]
        }
        _ => Vec::new(),
    };
    let completeness = match &outcome {
        Outcome::Feasible { stopped, .. } | Outcome::Unknown { stopped, .. } => {
            Completeness::Unknown(stopped.clone())
        }
        Outcome::Optimal { .. } | Outcome::Infeasible { .. } => Completeness::All,
    };
    Alternatives { best: solved(outcome, steps), ceiling: None, plans, completeness, backbone: None }
}

fn solved(outcome: Outcome, steps: Vec<StepSolved>) -> Solved {
    Solved { outcome, engine: Engine::Cover, chosen: Chosen::ZonesCanBeListed, steps }
}
