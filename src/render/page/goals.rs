//! Goals and what plans come to in them, in the language of the page.

use super::sheet::Sheet;
use crate::problem::{Counted, Goal, Step};
use crate::render::amounts::{amount, at_least};

/// What a goal measures.
pub(super) fn goal(sheet: &Sheet, goal: &Goal) -> String {
    let people = |by: &Counted| if *by == Counted::People { "-people" } else { "" };
    let message = match goal {
        Goal::BorderLength => "border-length".to_owned(),
        Goal::CutEdges => "cut-edges".to_owned(),
        Goal::Inertia => "inertia".to_owned(),
        Goal::DistanceToCentre => "distance-to-centre".to_owned(),
        Goal::SquaredDeviation => "squared-deviation".to_owned(),
        Goal::AbsoluteDeviation => "absolute-deviation".to_owned(),
        Goal::LargestDeviation => "largest-deviation".to_owned(),
        Goal::PeopleMoved => "people-moved".to_owned(),
        Goal::Crossings { by, .. } => format!("crossings{}", people(by)),
        Goal::Straddles { by, .. } => format!("straddles{}", people(by)),
        Goal::ZonesCrossing { by, .. } => format!("zones-crossing{}", people(by)),
        Goal::MergersCut => "mergers-cut".to_owned(),
        Goal::Zones => "zones".to_owned(),
        Goal::Exceptions => "exceptions".to_owned(),
        Goal::Regions => "regions".to_owned(),
        Goal::RegionBorderLength => "region-border-length".to_owned(),
        Goal::RegionDeviation => "region-deviation".to_owned(),
        Goal::RegionMismatch { .. } => "region-mismatch".to_owned(),
        Goal::RegionGroups { .. } => "region-groups".to_owned(),
    };
    let family = goal.family().unwrap_or_default();
    sheet.say(&format!("page-goal-{message}"), &[("family", family.into())])
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
