use super::super::{Outcome, StepSolved, Stopped};
use crate::objective_steps::Question;
use crate::zones::value;
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::Step;

/// Whether the first step is proved by a plan of no more than the ceiling.
pub(super) fn is_within(solved: &[StepSolved], ceiling: u64) -> bool {
    solved.first().is_some_and(|step| {
        step.objective.is_some_and(|objective| objective <= ceiling) && step.bound >= step.objective
    })
}

/// The bounds of the first step: its best plan and the lower bound.
pub(super) struct DesignBounds {
    /// The best plan, and its cost.
    pub(super) best: Option<(Plan, StepSolved)>,
    /// Lower bound on the cost of every plan.
    pub(super) bound: u64,
}

impl DesignBounds {
    pub(super) fn objective(&self) -> u64 {
        self.value().unwrap_or(u64::MAX)
    }

    /// The value of the best plan, where there is one.
    pub(super) fn value(&self) -> Option<u64> {
        self.best.as_ref().and_then(|(_, step)| step.objective)
    }

    /// Takes over a plan that is better in the first step.
    pub(super) fn take(&mut self, outcome: Outcome, solved: Vec<StepSolved>) {
        let Some(step) = solved.into_iter().next() else { return };
        let is_better = step.objective.is_some_and(|objective| objective < self.objective());
        if let Some(plan) = outcome.plan().filter(|_| is_better) {
            self.best = Some((plan.clone(), step));
        }
    }

    pub(super) fn stopped(self, stopped: Stopped) -> (Outcome, Vec<StepSolved>) {
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
    pub(super) fn proved(self) -> (Outcome, Vec<StepSolved>) {
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

pub(super) fn unknown(bound: Option<u64>, stopped: Stopped) -> (Outcome, Vec<StepSolved>) {
    let step = StepSolved { bound, ..StepSolved::default() };
    (Outcome::Unknown { bound, stopped }, vec![step])
}

/// A plan of which no more is known than what no plan goes below in the first step.
pub(super) fn no_more_known(
    question: Question<'_>,
    plan: Plan,
    bound: u64,
    stopped: Stopped,
) -> (Outcome, Vec<StepSolved>) {
    let objective = first_value(question, &plan).unwrap_or(u64::MAX);
    let bound = bound.min(objective);
    let step = StepSolved { objective: Some(objective), bound: Some(bound), ..StepSolved::default() };
    let is_all = question.problem.objective.steps().len() == 1;
    let outcome = if bound == objective && is_all {
        Outcome::Optimal { plan, objective }
    } else {
        Outcome::Feasible { plan, objective, bound, stopped }
    };
    (outcome, vec![step])
}

/// The value of a plan in the first step.
pub(super) fn first_value(question: Question<'_>, plan: &Plan) -> Option<u64> {
    step_value(question, &question.problem.objective.steps()[0], plan)
}

/// The value of a plan in a step.
pub(crate) fn step_value(question: Question<'_>, step: &Step, plan: &Plan) -> Option<u64> {
    let Question { territory, graph, problem, .. } = question;
    let values = step.terms.iter().map(|term| {
        value(territory, graph, problem, &term.goal, plan).map(|value| value.saturating_mul(term.weight))
    });
    if step.is_bottleneck() { values.max().flatten() } else { values.sum() }
}
