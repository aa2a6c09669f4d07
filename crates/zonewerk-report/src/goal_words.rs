//! Goals and what plans come to in them, in each language.

use crate::amounts::{amount, at_least, has_all_border};
use crate::text::kilometres_in;
use zonewerk_core::graph::Graph;
use zonewerk_core::problem::{Counted, Goal, Step, Tolerance};
use zonewerk_core::words::{Language, number, say};

/// What a goal measures on a graph.
pub(crate) fn goal(language: Language, graph: &Graph, goal: &Goal) -> String {
    or_left_out(language, goal_alone(language, goal), has_all_border(goal, graph))
}

fn goal_alone(language: Language, goal: &Goal) -> String {
    let message = match goal {
        Goal::BorderLength => "page-goal-border-length",
        Goal::CutEdges => "page-goal-cut-edges",
        Goal::Inertia => "page-goal-inertia",
        Goal::DistanceToCentre => "page-goal-distance-to-centre",
        Goal::SquaredDistanceToCentre => "page-goal-squared-distance-to-centre",
        Goal::SquaredDeviation => "page-goal-squared-deviation",
        Goal::AbsoluteDeviation => "page-goal-absolute-deviation",
        Goal::LargestDeviation => "page-goal-largest-deviation",
        Goal::PeopleMoved => "page-goal-people-moved",
        Goal::Crossings { by: Counted::Cuts, .. } => "page-goal-crossings",
        Goal::Crossings { by: Counted::People, .. } => "page-goal-crossings-people",
        Goal::Straddles { by: Counted::Cuts, .. } => "page-goal-straddles",
        Goal::Straddles { by: Counted::People, .. } => "page-goal-straddles-people",
        Goal::ZonesCrossing { by: Counted::Cuts, .. } => "page-goal-zones-crossing",
        Goal::ZonesCrossing { by: Counted::People, .. } => "page-goal-zones-crossing-people",
        Goal::MergersCut => "page-goal-mergers-cut",
        Goal::Zones => "page-goal-zones",
        Goal::Exceptions => "page-goal-exceptions",
        Goal::Regions => "page-goal-regions",
        Goal::RegionBorderLength => "page-goal-region-border-length",
        Goal::RegionDeviation => "page-goal-region-deviation",
        Goal::RegionMismatch { .. } => "page-goal-region-mismatch",
        Goal::RegionGroups { .. } => "page-goal-region-groups",
    };
    let family = goal.family().unwrap_or_default();
    say(language, message, &[("family", family.into())])
}

fn or_left_out(language: Language, goal: String, is_whole: bool) -> String {
    if is_whole { goal } else { say(language, "page-goal-without-outer", &[("goal", goal.into())]) }
}

/// What a step measures on a graph: one goal, or a sum of several.
pub(crate) fn step(language: Language, graph: &Graph, step: &Step) -> String {
    let name = match step.single() {
        Some(only) => goal_alone(language, only),
        None => {
            let sum = Step { tolerance: Tolerance::default(), ..step.clone() }.to_string();
            say(language, "page-goal-sum", &[("sum", sum.into())])
        }
    };
    or_left_out(language, name, step.terms.iter().all(|term| has_all_border(&term.goal, graph)))
}

/// A value of a goal with its unit.
pub(crate) fn value(language: Language, goal: &Goal, value: u64) -> String {
    match goal {
        Goal::BorderLength | Goal::RegionBorderLength => {
            format!("{} km", kilometres_in(language, value, true))
        }
        Goal::Inertia | Goal::SquaredDistanceToCentre => {
            say(language, "page-unit-inertia", &[("value", value.into())])
        }
        Goal::DistanceToCentre => say(language, "page-unit-distance", &[("value", value.into())]),
        Goal::SquaredDeviation => say(language, "page-unit-squared", &[("value", value.into())]),
        _ if goal.unit() == "people" => say(language, "page-unit-people", &[("value", value.into())]),
        _ => number(language, value),
    }
}

/// A value of a step with its unit.
pub(crate) fn step_value(language: Language, step: &Step, of: u64) -> String {
    match step.single() {
        Some(goal) => value(language, goal, of),
        None => amount(step, of),
    }
}

/// A bound of a step with its unit, rounded down where digits are dropped.
pub(crate) fn step_bound(language: Language, step: &Step, bound: u64) -> String {
    match step.single() {
        Some(Goal::BorderLength | Goal::RegionBorderLength) => {
            format!("{} km", kilometres_in(language, bound, false))
        }
        Some(goal) => value(language, goal, bound),
        None => at_least(step, bound),
    }
}
