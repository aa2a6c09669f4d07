//! Values of goals in words: `4,912.3 km`, `357 cut edges`.

use super::text::{kilometres, kilometres_at_least, thousands};
use crate::problem::{Counted, Goal, Step};

/// A value of a step with its unit.
pub fn amount(step: &Step, value: u64) -> String {
    match step.single() {
        Some(goal) => goal_amount(goal, value),
        None => format!("{} points", thousands(value.div_ceil(step.parts))),
    }
}

/// A value of a goal with its unit.
pub(super) fn goal_amount(goal: &Goal, value: u64) -> String {
    match goal {
        Goal::BorderLength => format!("{} km", kilometres(value)),
        _ => format!("{} {}", thousands(value), goal.unit()),
    }
}

/// A bound of a step with its unit, rounded down where digits are dropped.
pub(super) fn at_least(step: &Step, bound: u64) -> String {
    match step.single() {
        Some(Goal::BorderLength) => format!("{} km", kilometres_at_least(bound)),
        Some(goal) => goal_amount(goal, bound),
        None => format!("{} points", thousands(bound / step.parts)),
    }
}

/// What a step measures.
pub(super) fn measured(step: &Step) -> String {
    step.single().map_or_else(|| step.to_string(), goal_in_words)
}

/// What a goal measures.
pub(super) fn goal_in_words(goal: &Goal) -> String {
    match goal {
        Goal::BorderLength => "total border".to_owned(),
        Goal::CutEdges => "neighbours in different zones".to_owned(),
        Goal::Inertia => "inertia".to_owned(),
        Goal::DistanceToCentre => "distance to the centre unit".to_owned(),
        Goal::SquaredDeviation => "squared deviation from the ideal population".to_owned(),
        Goal::AbsoluteDeviation => "deviation from the ideal population".to_owned(),
        Goal::LargestDeviation => "largest deviation from the ideal population".to_owned(),
        Goal::PeopleMoved => "people moved".to_owned(),
        Goal::Crossings { family, by: Counted::Cuts } => format!("cuts of {family}"),
        Goal::Crossings { family, by: Counted::People } => format!("people cut from their {family}"),
        Goal::Straddles { family, by: Counted::Cuts } => format!("zones straddling {family}"),
        Goal::Straddles { family, by: Counted::People } => format!("people straddled of {family}"),
        Goal::MergersCut => "expected mergers cut".to_owned(),
        Goal::Zones => "number of zones".to_owned(),
        Goal::Exceptions => "zones that need an exception".to_owned(),
    }
}

/// That a plan is proved best in a step.
pub(super) fn nothing_better(step: &Step) -> &'static str {
    match step.single() {
        Some(Goal::BorderLength) => "no plan is shorter",
        _ => "no plan has less",
    }
}
