//! What solving came to, step by step through the objective, and which engine did it.

use serde::Serialize;

use super::Results;
use super::amounts::{amount, at_least, left_out, measured};
use super::text::{percent, thousands};
use zonewerk_core::graph::Graph;
use zonewerk_core::problem::{Goal, Step};
use zonewerk_solve::{Chosen, Solved, Statistics, StepSolved};

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

    /// The step in words, without what it measures: `24,000 people, proven`.
    fn came_to(&self) -> String {
        let Some(solved) = self.solved else { return "nothing proved".to_owned() };
        let Some(best) = solved.objective else {
            let bound = solved.bound.map(|bound| format!(", none below {}", at_least(self.step, bound)));
            return format!("no plan found{}", bound.unwrap_or_default());
        };
        if self.standing() == Standing::Open {
            let bound = solved.bound.map_or_else(
                || "no bound known".to_owned(),
                |bound| format!("none below {}", at_least(self.step, bound)),
            );
            let gap = self.gap().map(|gap| format!(" (gap {})", percent(gap))).unwrap_or_default();
            return format!("{}, {bound}{gap}", amount(self.step, best));
        }
        match self.plan.filter(|&plan| plan > best) {
            Some(plan) => {
                format!("{}, the proven best is {}", amount(self.step, plan), amount(self.step, best))
            }
            None => format!("{}, proven", amount(self.step, best)),
        }
    }

    /// The step in a sentence about all of them: `total border 4,912.3 km, proven`.
    pub(super) fn clause(&self) -> String {
        format!("{} {}", measured(self.step, self.graph), self.came_to())
    }

    /// The step on a line of its own.
    pub(super) fn line(&self) -> String {
        let left_out = left_out(self.step, self.graph);
        format!("goal {}, {}{left_out}: {}", self.number, self.step, self.came_to())
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

/// Which engine, and why.
pub(super) fn engine_line(solved: &Solved) -> String {
    format!("Engine: {}, {}", solved.engine.name(), why(solved.chosen))
}

/// Why the engine did the work, for machines.
pub(super) fn chosen_report(chosen: Chosen) -> ChosenReport {
    let (kind, zone_limit) = match chosen {
        Chosen::Asked => ("asked", None),
        Chosen::ZonesCanBeListed => ("zones-can-be-listed", None),
        Chosen::TooManyZones(limit) => ("too-many-zones", Some(limit)),
    };
    ChosenReport { kind, zone_limit, sentence: why(chosen) }
}

fn why(chosen: Chosen) -> String {
    match chosen {
        Chosen::Asked => "as asked".to_owned(),
        Chosen::ZonesCanBeListed => "since all feasible zones can be listed".to_owned(),
        Chosen::TooManyZones(limit) => format!(
            "since zones, or sets on the way to them, are too many to list (at most {} zones)",
            thousands(limit as u64)
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;
    use zonewerk_core::problem::{Objective, Term, Tolerance};
    use zonewerk_solve::{Engine, Outcome, Stopped};

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
        let lines: Vec<String> = steps.iter().flat_map(|step| [step.line(), step.clause()]).collect();
        insta::assert_snapshot!(lines.join("\n") + "\n" + &engine_line(solved), @r#"
        goal 1, border-length within 2 %: 26.9 km, the proven best is 26.4 km
        total border 26.9 km, the proven best is 26.4 km
        goal 2, exceptions + 0.25 * cut-edges: 4.5 points, none below 3.25 points (gap 27.8 %)
        exceptions + 0.25 * cut-edges 4.5 points, none below 3.25 points (gap 27.8 %)
        goal 3, largest-deviation: nothing proved
        largest deviation from the ideal population nothing proved
        Engine: compact, since zones, or sets on the way to them, are too many to list (at most 6,000,000 zones)
        "#);
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
                let report = chosen_report(chosen);
                assert!(!report.sentence.is_empty());
                (report.kind, report.zone_limit)
            })
            .into();
        assert_eq!(found, [("asked", None), ("zones-can-be-listed", None), ("too-many-zones", Some(5))]);
    }
}
