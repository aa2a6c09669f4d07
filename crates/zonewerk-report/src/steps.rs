//! What solving came to, step by step through the objective, and which engine did it.

use serde::Serialize;

use super::Results;
use super::goal_words::{step, step_bound, step_value};
use super::text::{gap_in, margin};
use zonewerk_core::graph::Graph;
use zonewerk_core::problem::{Goal, Step};
use zonewerk_core::words::{Language, say};
use zonewerk_solve::{Chosen, Engine, Solved, Statistics, StepSolved};

/// One step of the objective with what is known of it.
pub(super) struct StepResult<'a> {
    /// Number in the objective, counted from 1.
    pub(super) number: usize,
    pub(super) step: &'a Step,
    graph: &'a Graph,
    /// What solving came to; `None` where nothing is proved of it: it was not begun, or searched alone.
    pub(super) solved: Option<&'a StepSolved>,
    /// What the plan comes to, which a tolerance may let be more than the best.
    pub(super) plan: Option<u64>,
}

/// How far a step is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Proven,
    Open,
    NothingProved,
}

/// A step in `report.json`.
#[derive(Serialize)]
pub(super) struct StepReport {
    goal: String,
    unit: &'static str,
    parts: u64,
    status: &'static str,
    objective: Option<u64>,
    bound: Option<u64>,
    gap: Option<f64>,
    plan: Option<u64>,
    statistics: Option<StatisticsReport>,
}

/// How much work a step was.
#[derive(Serialize)]
pub(super) struct StatisticsReport {
    feasible_zones: usize,
    columns: usize,
    lp_bound: Option<u64>,
    cut_bound: Option<u64>,
    surviving_zones: usize,
    cuts: usize,
    branches: usize,
}

/// Why an engine did the work, in `report.json`.
#[derive(Serialize)]
pub(super) struct ChosenReport {
    kind: &'static str,
    zone_limit: Option<usize>,
    sentence: String,
}

/// Every step of the objective, in order.
pub(super) fn step_results<'a>(results: &Results<'a>, solved: &'a Solved) -> Vec<StepResult<'a>> {
    let steps = results.scenario.problem.objective.steps().iter().enumerate();
    let result = |(place, step): (usize, &'a Step)| StepResult {
        number: place + 1,
        step,
        graph: results.graph,
        solved: solved.steps.get(place),
        plan: value_of_plan(results, step),
    };
    steps.map(result).collect()
}

/// What the plan comes to in a step, in the parts of the step.
fn value_of_plan(results: &Results, step: &Step) -> Option<u64> {
    let value =
        |goal: &Goal| results.goals().iter().find(|value| value.goal == *goal).map(|value| value.value);
    let terms = step.terms.iter().map(|term| value(&term.goal)?.checked_mul(term.weight));
    terms.reduce(|sum, term| sum?.checked_add(term?)).flatten()
}

impl StepResult<'_> {
    fn standing(&self) -> Standing {
        match self.solved {
            None => Standing::NothingProved,
            Some(solved) if solved.objective.is_some() && solved.bound >= solved.objective => {
                Standing::Proven
            }
            Some(_) => Standing::Open,
        }
    }

    fn gap(&self) -> Option<f64> {
        let solved = self.solved?;
        let (objective, bound) = (solved.objective?, solved.bound?);
        Some(if bound >= objective { 0.0 } else { (objective - bound) as f64 / objective as f64 })
    }

    /// The step on a line of its own: number, goal, what it came to and what is proved of that.
    pub(super) fn line(&self, language: Language) -> String {
        let goal = step(language, self.graph, self.step);
        let goal = match self.step.tolerance.millionths {
            0 => goal,
            _ => {
                say!(language, "step-within", goal = goal, margin = margin(self.step.tolerance, language))
            }
        };
        say!(language, "step-line", number = self.number, goal = goal, result = self.came_to(language))
    }

    fn came_to(&self, language: Language) -> String {
        let Some(solved) = self.solved else { return say!(language, "page-nothing-proved") };
        let value = |value: u64| step_value(language, self.step, value);
        let bound = solved.bound.map(|bound| step_bound(language, self.step, bound));
        match (solved.objective, bound) {
            (None, None) => say!(language, "step-no-plan"),
            (None, Some(bound)) => say!(language, "step-no-plan-bound", bound = bound),
            (Some(best), _) if self.standing() == Standing::Proven => {
                match self.plan.filter(|&plan| plan > best) {
                    Some(plan) => say!(language, "step-proven-best", value = value(plan), best = value(best)),
                    None => say!(language, "step-proven", value = value(best)),
                }
            }
            (Some(best), None) => say!(language, "step-open", value = value(best)),
            (Some(best), Some(bound)) => {
                let gap = gap_in(language, self.gap().unwrap_or(0.0));
                say!(language, "step-open-bound", value = value(best), bound = bound, gap = gap)
            }
        }
    }
}

/// Every step for machines; none of them where no plan is possible, since then none was begun.
pub(super) fn step_reports(results: &Results, solved: &Solved) -> Vec<StepReport> {
    let report = |result: StepResult| StepReport {
        goal: result.step.to_string(),
        unit: result.step.single().map_or("points", Goal::unit),
        parts: result.step.parts,
        status: match result.standing() {
            Standing::Proven => "proven",
            Standing::Open => "open",
            Standing::NothingProved => "nothing-proved",
        },
        objective: result.solved.and_then(|solved| solved.objective),
        bound: result.solved.and_then(|solved| solved.bound),
        gap: result.gap(),
        plan: result.plan,
        statistics: result.solved.map(|solved| statistics_report(solved.statistics)),
    };
    step_results(results, solved).into_iter().map(report).collect()
}

/// Numbers about work.
pub(super) fn statistics_report(found: Statistics) -> StatisticsReport {
    StatisticsReport {
        feasible_zones: found.feasible_zones,
        columns: found.columns,
        lp_bound: found.lp_bound,
        cut_bound: found.cut_bound,
        surviving_zones: found.surviving_zones,
        cuts: found.cuts,
        branches: found.branches,
    }
}

/// Which engine did the work, and why, in two sentences.
pub(super) fn engine_words(solved: &Solved, language: Language) -> [String; 2] {
    let engine = match solved.engine {
        Engine::Cover => say!(language, "page-engine-cover"),
        Engine::Compact => say!(language, "page-engine-compact"),
        Engine::Search => say!(language, "page-engine-search"),
    };
    [engine, chosen_words(solved.chosen, language)]
}

/// Why the engine did the work, for machines.
pub(super) fn chosen_report(chosen: Chosen, language: Language) -> ChosenReport {
    let (kind, zone_limit) = match chosen {
        Chosen::Asked => ("asked", None),
        Chosen::ZonesCanBeListed => ("zones-can-be-listed", None),
        Chosen::TooManyZones(limit) => ("too-many-zones", Some(limit)),
    };
    ChosenReport { kind, zone_limit, sentence: chosen_words(chosen, language) }
}

fn chosen_words(chosen: Chosen, language: Language) -> String {
    match chosen {
        Chosen::Asked => say!(language, "page-chosen-asked"),
        Chosen::ZonesCanBeListed => say!(language, "page-chosen-listed"),
        Chosen::TooManyZones(limit) => say!(language, "page-chosen-too-many", limit = limit),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;
    use zonewerk_core::problem::{Objective, Term, Tolerance};
    use zonewerk_solve::{Outcome, Stopped};

    /// Three steps: the first proven, with a plan that is worse within its tolerance, the
    /// second open, of the third nothing proved.
    fn sample() -> Sample {
        let mut sample = Sample::solved();
        let exceptions = Step {
            terms: vec![Term { goal: Goal::Exceptions, weight: 4 }, Term { goal: Goal::CutEdges, weight: 1 }],
            parts: 4,
            tolerance: Tolerance::default(),
        };
        let border = Step { tolerance: Tolerance { millionths: 20_000 }, ..Step::of(Goal::BorderLength) };
        let steps = vec![border, exceptions, Step::of(Goal::LargestDeviation)];
        sample.scenario.problem.objective = Objective::new(steps).expect("three right steps");
        let solved = sample.solved.as_mut().expect("the sample is solved");
        let plan = solved.outcome.plan().expect("the sample has a plan").clone();
        solved.outcome = Outcome::Feasible { plan, objective: 18, bound: 13, stopped: Stopped::TimeLimit };
        let statistics = solved.statistics();
        let step = |objective, bound| StepSolved { objective, bound, statistics, proof: None };
        solved.steps = vec![step(Some(26_400), Some(26_400)), step(Some(18), Some(13))];
        solved.chosen = Chosen::TooManyZones(6_000_000);
        solved.engine = Engine::Compact;
        sample
    }

    #[test]
    fn each_step_tells_goal_value_and_proof_in_order() {
        let sample = sample();
        let (results, solved) = (sample.results(), sample.solved.as_ref().expect("it is solved"));
        let steps = step_results(&results, solved);
        let lines: Vec<String> = steps.iter().map(|step| step.line(Language::English)).collect();
        insta::assert_snapshot!(lines.join("\n") + "\n" + &engine_words(solved, Language::English).join("\n"), @"
        goal 1, total border (within 2 % of the best): 26.9 km, the proven best is 26.4 km
        goal 2, weighted sum (exceptions + 0.25 * cut-edges): 4.5 points, none below 3.25 points (gap 27.8 %)
        goal 3, largest deviation from the ideal population: nothing proved
        Engine: compact, which decides for every unit in which zone it lies
        This engine was chosen because possible zones, or sets on the way to them, are too many to list (at most 6,000,000 zones)
        ");
        let reports = step_reports(&results, solved);
        insta::assert_snapshot!(serde_json::to_string_pretty(&reports[1..]).expect("plain values"), @r#"
        [
          {
            "goal": "exceptions + 0.25 * cut-edges",
            "unit": "points",
            "parts": 4,
            "status": "open",
            "objective": 18,
            "bound": 13,
            "gap": 0.2777777777777778,
            "plan": 14,
            "statistics": {
              "feasible_zones": 42,
              "columns": 42,
              "lp_bound": 26000,
              "cut_bound": null,
              "surviving_zones": 3,
              "cuts": 0,
              "branches": 1
            }
          },
          {
            "goal": "largest-deviation",
            "unit": "people",
            "parts": 1,
            "status": "nothing-proved",
            "objective": null,
            "bound": null,
            "gap": null,
            "plan": 20024,
            "statistics": null
          }
        ]
        "#);
    }

    #[test]
    fn every_reason_for_an_engine_has_its_words() {
        let reasons = [Chosen::Asked, Chosen::ZonesCanBeListed, Chosen::TooManyZones(5)];
        let found: Vec<(&str, Option<usize>)> = reasons
            .map(|chosen| {
                let report = chosen_report(chosen, Language::English);
                assert!(!report.sentence.is_empty());
                (report.kind, report.zone_limit)
            })
            .into();
        assert_eq!(found, [("asked", None), ("zones-can-be-listed", None), ("too-many-zones", Some(5))]);
    }
}
