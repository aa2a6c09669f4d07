//! Goals and what plans come to in them, in each language.

use crate::text::{decimal_point, kilometres_in};
use zonewerk_core::graph::Graph;
use zonewerk_core::problem::{Counted, Goal, Step, Tolerance};
use zonewerk_core::words::{Language, number, say};

/// What a goal measures on a graph.
pub(crate) fn goal(language: Language, graph: &Graph, goal: &Goal) -> String {
    or_left_out(language, goal_alone(language, goal), has_all_border(goal, graph))
}

fn goal_alone(language: Language, goal: &Goal) -> String {
    let family = goal.family().unwrap_or_default();
    match goal {
        Goal::BorderLength => say!(language, "page-goal-border-length"),
        Goal::CutEdges => say!(language, "page-goal-cut-edges"),
        Goal::Inertia => say!(language, "page-goal-inertia"),
        Goal::DistanceToCentre => say!(language, "page-goal-distance-to-centre"),
        Goal::SquaredDistanceToCentre => say!(language, "page-goal-squared-distance-to-centre"),
        Goal::SquaredDeviation => say!(language, "page-goal-squared-deviation"),
        Goal::AbsoluteDeviation => say!(language, "page-goal-absolute-deviation"),
        Goal::LargestDeviation => say!(language, "page-goal-largest-deviation"),
        Goal::PeopleMoved => say!(language, "page-goal-people-moved"),
        Goal::Crossings { by: Counted::Cuts, .. } => say!(language, "page-goal-crossings", family = family),
        Goal::Crossings { by: Counted::People, .. } => {
            say!(language, "page-goal-crossings-people", family = family)
        }
        Goal::Straddles { by: Counted::Cuts, .. } => say!(language, "page-goal-straddles", family = family),
        Goal::Straddles { by: Counted::People, .. } => {
            say!(language, "page-goal-straddles-people", family = family)
        }
        Goal::ZonesCrossing { by: Counted::Cuts, .. } => {
            say!(language, "page-goal-zones-crossing", family = family)
        }
        Goal::ZonesCrossing { by: Counted::People, .. } => {
            say!(language, "page-goal-zones-crossing-people", family = family)
        }
        Goal::MergersCut => say!(language, "page-goal-mergers-cut"),
        Goal::Zones => say!(language, "page-goal-zones"),
        Goal::Exceptions => say!(language, "page-goal-exceptions"),
        Goal::Regions => say!(language, "page-goal-regions"),
        Goal::RegionBorderLength => say!(language, "page-goal-region-border-length"),
        Goal::RegionDeviation => say!(language, "page-goal-region-deviation"),
        Goal::RegionMismatch { .. } => say!(language, "page-goal-region-mismatch", family = family),
        Goal::RegionGroups { .. } => say!(language, "page-goal-region-groups", family = family),
    }
}

fn or_left_out(language: Language, goal: String, is_whole: bool) -> String {
    if is_whole { goal } else { say!(language, "page-goal-without-outer", goal = goal) }
}

/// What a step measures on a graph: one goal, or a sum of several.
pub(crate) fn step(language: Language, graph: &Graph, step: &Step) -> String {
    let name = match step.single() {
        Some(only) => goal_alone(language, only),
        None => {
            let sum = Step { tolerance: Tolerance::default(), ..step.clone() }.to_string();
            say!(language, "page-goal-sum", sum = sum)
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
            say!(language, "page-unit-inertia", value = value)
        }
        Goal::DistanceToCentre => say!(language, "page-unit-distance", value = value),
        Goal::SquaredDeviation => say!(language, "page-unit-squared", value = value),
        _ if goal.unit() == "people" => say!(language, "page-unit-people", value = value),
        _ => number(language, value),
    }
}

/// A value of a step with its unit.
pub fn step_value(language: Language, step: &Step, of: u64) -> String {
    match step.single() {
        Some(goal) => value(language, goal, of),
        None => points(language, step, of, u64::div_ceil),
    }
}

/// A bound of a step with its unit, rounded down where digits are dropped.
pub(crate) fn step_bound(language: Language, step: &Step, bound: u64) -> String {
    match step.single() {
        Some(Goal::BorderLength | Goal::RegionBorderLength) => {
            format!("{} km", kilometres_in(language, bound, false))
        }
        Some(goal) => value(language, goal, bound),
        None => points(language, step, bound, |thousandths, parts| thousandths / parts),
    }
}

/// A weighed sum, given in the parts of its step: with three decimals where it is small.
fn points(language: Language, step: &Step, value: u64, divide: impl Fn(u64, u64) -> u64) -> String {
    const SMALL: u64 = 1_000;
    let whole = divide(value, step.parts);
    if step.parts == 1 || whole >= SMALL {
        return say!(language, "unit-points", points = number(language, whole));
    }
    let thousandths = match value.checked_mul(1_000) {
        Some(thousandths) => divide(thousandths, step.parts),
        None => whole * 1_000,
    };
    let decimals = format!("{:03}", thousandths % 1_000);
    let points = match decimals.trim_end_matches('0') {
        "" => (thousandths / 1_000).to_string(),
        decimals => format!("{}{}{decimals}", thousandths / 1_000, decimal_point(language)),
    };
    say!(language, "unit-points", points = points)
}

/// Whether a value of a goal has the outer border in it, where it measures borders at all.
pub(crate) fn has_all_border(goal: &Goal, graph: &Graph) -> bool {
    graph.has_outer_border() || !goal.measures_borders()
}

#[cfg(test)]
mod tests {
    use super::*;
    use zonewerk_core::problem::Term;

    #[test]
    fn weighed_sums_round_up_and_their_bounds_down() {
        let term = |goal, weight| Term { goal, weight };
        let asked = |parts| Step {
            terms: vec![term(Goal::Zones, parts), term(Goal::CutEdges, 1)],
            parts,
            tolerance: Tolerance::default(),
        };
        for (parts, value, shown, bound) in [
            (1, 1_234, "1,234 points", "1,234 points"),
            (4, 18, "4.5 points", "4.5 points"),
            (4, 16, "4 points", "4 points"),
            (3, 10, "3.334 points", "3.333 points"),
            (12_500, 1, "0.001 points", "0 points"),
            (7, 100_000, "14,286 points", "14,285 points"),
            (u64::MAX, u64::MAX, "1 points", "1 points"),
        ] {
            let (asked, language) = (asked(parts), Language::English);
            let told = (step_value(language, &asked, value), step_bound(language, &asked, value));
            assert_eq!((told.0.as_str(), told.1.as_str()), (shown, bound));
        }
        assert_eq!(step_value(Language::Dutch, &asked(4), 18), "4,5 punten");
    }
}
