//! The best plans, step by step through an objective.

use zonewerk_core::problem::Objective;

use super::goals::step_value;
use super::lists::Lists;
use super::plans::{NaivePlan, all_plans};

/// What the best comes to.
pub struct Best {
    /// The value of each step.
    pub values: Vec<u64>,
    /// All plans that come to the last of them.
    pub plans: Vec<NaivePlan>,
}

/// The best of all plans; `None` where there is no plan.
pub fn best(lists: &Lists, objective: &Objective) -> Option<Best> {
    let mut plans = all_plans(lists);
    let mut values = Vec::new();
    for (number, step) in objective.steps().iter().enumerate() {
        let of_plans: Vec<u64> = plans.iter().map(|plan| step_value(lists, step, plan)).collect();
        let least = *of_plans.iter().min()?;
        let is_last = number + 1 == objective.steps().len();
        let leave = u128::from(least) * u128::from(step.tolerance.millionths) / 1_000_000;
        let most = if is_last { least } else { least + u64::try_from(leave).unwrap() };
        let mut of_plans = of_plans.into_iter();
        plans.retain(|_| of_plans.next().unwrap() <= most);
        values.push(least);
    }
    Some(Best { values, plans })
}
