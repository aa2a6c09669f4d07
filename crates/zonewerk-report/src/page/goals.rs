//! Goals and what plans come to in them, in the language of the page.

use super::sheet::Sheet;
use crate::amounts::{amount, at_least};
use zonewerk_core::problem::{Counted, Goal, Step};

/// What a goal measures.
pub(super) fn goal(sheet: &Sheet, goal: &Goal) -> String {
    let message = match goal {
        Goal::BorderLength => "page-goal-border-length",
        Goal::CutEdges => "page-goal-cut-edges",
        Goal::Inertia => "page-goal-inertia",
        Goal::DistanceToCentre => "page-goal-distance-to-centre",
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
    sheet.say(message, &[("family", family.into())])
}

/// What a step measures: one goal, or a sum of several.
pub(super) fn step(sheet: &Sheet, step: &Step) -> String {
    match step.single() {
        Some(only) => goal(sheet, only),
        None => sheet.say("page-goal-sum", &[("sum", step.to_string().into())]),
    }
}

/// A value of a goal with its unit.
pub(super) fn value(sheet: &Sheet, goal: &Goal, value: u64) -> String {
    match goal {
        Goal::BorderLength | Goal::RegionBorderLength => format!("{} km", sheet.kilometres(value, true)),
        Goal::Inertia => sheet.say("page-unit-inertia", &[("value", value.into())]),
        Goal::DistanceToCentre => sheet.say("page-unit-distance", &[("value", value.into())]),
        Goal::SquaredDeviation => sheet.say("page-unit-squared", &[("value", value.into())]),
        _ if goal.unit() == "people" => sheet.say("page-unit-people", &[("value", value.into())]),
        _ => sheet.number(value),
    }
}

/// A value of a step with its unit.
pub(super) fn step_value(sheet: &Sheet, step: &Step, of: u64) -> String {
    match step.single() {
        Some(goal) => value(sheet, goal, of),
        None => amount(step, of),
    }
}

/// A bound of a step with its unit, rounded down where digits are dropped.
pub(super) fn step_bound(sheet: &Sheet, step: &Step, bound: u64) -> String {
    match step.single() {
        Some(Goal::BorderLength | Goal::RegionBorderLength) => {
            format!("{} km", sheet.kilometres(bound, false))
        }
        Some(goal) => value(sheet, goal, bound),
        None => at_least(step, bound),
    }
}
