//! A bottleneck objective (the largest over the zones), where the regions are too many to list: zones above a
//! ceiling are left out, and the ceiling rises until a plan of the others is found. The best plan of
//! zones without regions is the lower bound.

use std::sync::Arc;

use super::JointDesign;
use super::bounds::{first_value, no_more_known, unknown};
use super::region_needs::Needs;
use crate::candidate_pool::CandidatePool;
use crate::objective_steps::Question;
use crate::watch::{Later, Quiet};
use crate::{Outcome, StepSolved, Stopped, Watch};
use zonewerk_core::problem::{Goal, Objective, Problem, Step};

/// The ceilings, in eighths of the way from the bound to the highest zone.
const CEILINGS: [u64; 5] = [0, 1, 2, 4, 8];

pub(super) fn solve(design: &JointDesign<'_>) -> (Outcome, Vec<StepSolved>) {
    let JointDesign { question, level, .. } = design;
    let (first, rest) = question.problem.objective.steps().split_first().expect("an objective has a step");
    let least = BottleneckSearch { design, heights: level.costs(*question, first) };
    let alone = with_steps(question.problem, vec![first.clone()]);
    let mut zones = CandidatePool::clone(level);
    _ = zones.limit(*question);
    let (of_zones, solved) = zones.solve(Question { problem: &alone, ..*question });
    if let Outcome::Infeasible { .. } = of_zones {
        return (of_zones, solved);
    }
    let mut bound = solved.first().and_then(|step| step.bound).unwrap_or(0);
    let highest = least.heights.iter().copied().max().unwrap_or(0).max(bound);
    let later = if rest.is_empty() { vec![Step::of(Goal::BorderLength)] } else { rest.to_vec() };
    let later = with_steps(question.problem, later);
    let mut stopped = Stopped::TooManyRegions { limit: question.most_regions };
    for eighths in CEILINGS {
        let ceiling = bound.max(highest - (highest - bound) / 8 * (8 - eighths));
        let (outcome, solved) = least.below(ceiling, &later);
        if let Outcome::Infeasible { .. } = outcome {
            let next = least.heights.iter().copied().filter(|&height| height > ceiling).min();
            let Some(next) = next else { return (outcome, Vec::new()) };
            bound = next;
        }
        if let Some(plan) = outcome.plan() {
            let objective = first_value(*question, plan).unwrap_or(u64::MAX);
            if objective > bound || rest.is_empty() {
                return no_more_known(*question, plan.clone(), bound, stopped);
            }
            let step = StepSolved { objective: Some(bound), bound: Some(bound), ..StepSolved::default() };
            let room = first.tolerance.above(bound);
            let (outcome, solved) = if room > ceiling {
                let (wider, with_room) = least.below(room, &later);
                let is_better = wider.plan().is_some()
                    && with_room.len() >= solved.len()
                    && with_room
                        .iter()
                        .map(|step| step.objective)
                        .le(solved.iter().map(|step| step.objective));
                if is_better { (wider, with_room) } else { (outcome, solved) }
            } else {
                (outcome, solved)
            };
            return (outcome, std::iter::once(step).chain(solved).collect());
        }
        if let Some(early) = question.watch.stop() {
            stopped = early;
            break;
        }
    }
    unknown(Some(bound), stopped)
}

fn with_steps(problem: &Problem, steps: Vec<Step>) -> Problem {
    Problem { objective: Objective::new(steps).expect("steps of an objective, or one"), ..problem.clone() }
}

struct BottleneckSearch<'a> {
    design: &'a JointDesign<'a>,
    /// Of each zone.
    heights: Vec<u64>,
}

impl BottleneckSearch<'_> {
    /// The best plan by these steps of zones no higher than a ceiling.
    fn below(&self, ceiling: u64, problem: &Problem) -> (Outcome, Vec<StepSolved>) {
        let watch = self.design.question.watch;
        let (quiet, later) = (Quiet(watch), Later { watch, behind: 1 });
        let is_last = self.design.question.problem.objective.steps().len() == 1;
        let watch: &dyn Watch = if is_last { &quiet } else { &later };
        // A plan to start from may have higher zones.
        let question = Question { problem, watch, starts: &[], ..self.design.question };
        let kept = (0..self.heights.len()).filter(|&zone| self.heights[zone] <= ceiling);
        let kept: Vec<u32> = kept.map(|zone| zone as u32).collect();
        let level = Arc::new(self.design.level.restricted_to(&kept));
        JointDesign { question, needs: Needs::new(question, 0), level }.jointly()
    }
}
