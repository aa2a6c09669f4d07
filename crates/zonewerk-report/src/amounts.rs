//! Values of goals in words: `4,912.3 km`, `357 cut edges`.

use super::text::{kilometres, kilometres_at_least, thousands};
use zonewerk_core::graph::Graph;
use zonewerk_core::problem::{Counted, Goal, GroupReading, Step};

/// What totals of borders leave out on a graph that does not know it.
pub(super) const LEFT_OUT: &str = " without the outer border";

/// A value of a step with its unit.
pub fn amount(step: &Step, value: u64) -> String {
    match step.single() {
        Some(goal) => goal_amount(goal, value),
        None => points(step, value, u64::div_ceil),
    }
}

/// A value of a goal with its unit.
pub(super) fn goal_amount(goal: &Goal, value: u64) -> String {
    match goal {
        Goal::BorderLength | Goal::RegionBorderLength => format!("{} km", kilometres(value)),
        _ if value == 1 => format!("1 {}", goal.unit().trim_end_matches('s')),
        _ => format!("{} {}", thousands(value), goal.unit()),
    }
}

/// A weighed sum, given in the parts of its step: with three decimals where it is small.
fn points(step: &Step, value: u64, divide: impl Fn(u64, u64) -> u64) -> String {
    const SMALL: u64 = 1_000;
    let whole = divide(value, step.parts);
    if step.parts == 1 || whole >= SMALL {
        return format!("{} points", thousands(whole));
    }
    let thousandths = match value.checked_mul(1_000) {
        Some(thousandths) => divide(thousandths, step.parts),
        None => whole * 1_000,
    };
    let decimals = format!("{:03}", thousandths % 1_000);
    let decimals = decimals.trim_end_matches('0');
    let point = if decimals.is_empty() { "" } else { "." };
    format!("{}{point}{decimals} points", thousandths / 1_000)
}

/// A bound of a step with its unit, rounded down where digits are dropped.
pub(super) fn at_least(step: &Step, bound: u64) -> String {
    match step.single() {
        Some(Goal::BorderLength | Goal::RegionBorderLength) => format!("{} km", kilometres_at_least(bound)),
        Some(goal) => goal_amount(goal, bound),
        None => points(step, bound, |thousandths, parts| thousandths / parts),
    }
}

/// What a step measures on a graph.
pub(super) fn measured(step: &Step, graph: &Graph) -> String {
    step.single().map_or_else(|| step.to_string(), goal_in_words) + left_out(step, graph)
}

/// What values of a step leave out, in words after its name; nothing where they are whole.
pub(super) fn left_out(step: &Step, graph: &Graph) -> &'static str {
    let is_whole = step.terms.iter().all(|term| has_all_border(&term.goal, graph));
    if is_whole { "" } else { LEFT_OUT }
}

/// Whether a value of a goal has the outer border in it, where it measures borders at all.
pub(super) fn has_all_border(goal: &Goal, graph: &Graph) -> bool {
    graph.has_outer_border() || !goal.measures_borders()
}

/// What a goal measures.
pub(super) fn goal_in_words(goal: &Goal) -> String {
    match goal {
        Goal::BorderLength => "total border".to_owned(),
        Goal::CutEdges => "neighbours in different zones".to_owned(),
        Goal::Inertia => "inertia".to_owned(),
        Goal::DistanceToCentre => "distance to the centre unit".to_owned(),
        Goal::SquaredDistanceToCentre => "squared distance to the centre unit".to_owned(),
        Goal::SquaredDeviation => "squared deviation from the ideal population".to_owned(),
        Goal::AbsoluteDeviation => "deviation from the ideal population".to_owned(),
        Goal::LargestDeviation => "largest deviation from the ideal population".to_owned(),
        Goal::PeopleMoved => "people moved".to_owned(),
        Goal::Crossings { family, by: Counted::Cuts } => format!("cuts of {family}"),
        Goal::Crossings { family, by: Counted::People } => format!("people cut from their {family}"),
        Goal::Straddles { family, by, reading } => {
            let counted = match by {
                Counted::Cuts => "zones straddling",
                Counted::People => "people straddled of",
            };
            let weakly = if *reading == GroupReading::Weak { ", but for one each" } else { "" };
            format!("{counted} {family}{weakly}")
        }
        Goal::ZonesCrossing { family, by: Counted::Cuts } => format!("zones crossing {family}"),
        Goal::ZonesCrossing { family, by: Counted::People } => format!("people of zones across {family}"),
        Goal::MergersCut => "expected mergers cut".to_owned(),
        Goal::Zones => "number of zones".to_owned(),
        Goal::Exceptions => "zones outside the bounds by exception".to_owned(),
        Goal::Regions => "number of regions".to_owned(),
        Goal::RegionBorderLength => "total border of the regions".to_owned(),
        Goal::RegionDeviation => "deviation from the ideal population of a region".to_owned(),
        Goal::RegionMismatch { family } => format!("people outside their region's {family}"),
        Goal::RegionGroups { family } => format!("{family} beyond one a region"),
    }
}

/// What no plan is or has, where one is proved best in a step.
pub(super) fn is_better(step: &Step) -> &'static str {
    match step.single() {
        Some(Goal::BorderLength) => "is shorter",
        _ => "has less",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use zonewerk_core::problem::{Term, Tolerance};

    #[test]
    fn weighed_sums_round_up_and_their_bounds_down() {
        let term = |goal, weight| Term { goal, weight };
        let step = |parts| Step {
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
            let step = step(parts);
            assert_eq!((amount(&step, value).as_str(), at_least(&step, value).as_str()), (shown, bound));
        }
    }

    #[test]
    fn one_of_a_thing_is_in_the_singular() {
        assert_eq!(goal_amount(&Goal::CutEdges, 1), "1 edge");
        assert_eq!(goal_amount(&Goal::PeopleMoved, 1), "1 people");
        assert_eq!(goal_amount(&Goal::Zones, 0), "0 zones");
    }
}
