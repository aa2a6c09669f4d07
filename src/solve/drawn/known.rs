use super::super::{Outcome, StepSolved, Stopped};
use crate::plan::Plan;

/// Whether the first step is proved by a plan of no more than the ceiling.
pub(super) fn is_within(solved: &[StepSolved], ceiling: u64) -> bool {
    solved.first().is_some_and(|step| {
        step.objective.is_some_and(|objective| objective <= ceiling) && step.bound >= step.objective
    })
}

/// What is known of the first step.
pub(super) struct Known {
    /// The best plan, and what it comes to.
    pub(super) best: Option<(Plan, StepSolved)>,
    /// No plan comes to less.
    pub(super) bound: u64,
}

impl Known {
    pub(super) fn objective(&self) -> u64 {
        self.best.as_ref().and_then(|(_, step)| step.objective).unwrap_or(u64::MAX)
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
