//! What a plan comes to in every goal, whether or not it was drawn for it.

use comfy_table::{CellAlignment, Table};
use serde::Serialize;

use super::Results;
use super::goal_words::{self, has_all_border};
use super::plain_table::plain_table;
use super::text::shortened;
use zonewerk_core::graph::Graph;
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{Counted, Goal, GroupReading, Problem};
use zonewerk_core::territory::Territory;
use zonewerk_core::words::message;
use zonewerk_solve::zones::value;

/// Distances between all pairs of more units than this take too much memory.
const MOST_UNITS_IN_PAIRS: usize = 4_000;
/// Matching more zones than this with those of the base plan takes too long.
const MOST_ZONES_MATCHED: usize = 1_500;
const NAME_WIDTH: usize = 50;

/// A goal with what a plan comes to in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalValue {
    /// The goal.
    pub goal: Goal,
    /// The value, in the goal's unit.
    pub value: u64,
    /// Whether the outer border of the territory, which is not known, is left out of it.
    pub is_without_outer_border: bool,
    /// The steps of the objective that it is part of, counted from 1.
    pub steps: Vec<usize>,
}

/// A value in `report.json`.
#[derive(Serialize)]
pub(super) struct GoalReport {
    goal: String,
    value: u64,
    unit: &'static str,
    optimised: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    without_outer_border: bool,
}

/// Every goal that can be measured of a plan: those about no family, those about each family
/// of the territory by cuts, and those of the objective.
pub(super) fn goal_values(
    territory: &Territory,
    graph: &Graph,
    problem: &Problem,
    plan: &Plan,
) -> Vec<GoalValue> {
    let mut goals = catalogue(territory);
    for goal in problem.objective.goals() {
        if !goals.contains(goal) {
            goals.push(goal.clone());
        }
    }
    let measured = goals.into_iter().filter(|goal| {
        let is_known = (graph.has_centres() || !goal.measures_distances())
            && (graph.has_lengths() || !goal.measures_borders());
        is_known && can_be_measured(goal, territory, problem, plan)
    });
    let valued = measured.filter_map(|goal| {
        let value = value(territory, graph, problem, &goal, plan)?;
        let steps = problem.objective.steps().iter().enumerate();
        let steps = steps.filter(|(_, step)| step.terms.iter().any(|term| term.goal == goal));
        Some(GoalValue {
            steps: steps.map(|(place, _)| place + 1).collect(),
            value,
            is_without_outer_border: !has_all_border(&goal, graph),
            goal,
        })
    });
    valued.collect()
}

fn catalogue(territory: &Territory) -> Vec<Goal> {
    let plain = [
        Goal::BorderLength,
        Goal::CutEdges,
        Goal::Inertia,
        Goal::DistanceToCentre,
        Goal::SquaredDistanceToCentre,
        Goal::SquaredDeviation,
        Goal::AbsoluteDeviation,
        Goal::LargestDeviation,
        Goal::PeopleMoved,
    ];
    let families = || territory.families.iter().map(|family| family.name.clone());
    let by = Counted::Cuts;
    let crossings = families().map(|family| Goal::Crossings { family, by });
    let straddles = families().map(|family| Goal::Straddles { family, by, reading: GroupReading::Strict });
    let last = [
        Goal::MergersCut,
        Goal::Zones,
        Goal::Exceptions,
        Goal::Regions,
        Goal::RegionBorderLength,
        Goal::RegionDeviation,
    ];
    plain.into_iter().chain(crossings).chain(straddles).chain(last).collect()
}

fn can_be_measured(goal: &Goal, territory: &Territory, problem: &Problem, plan: &Plan) -> bool {
    match goal {
        Goal::DistanceToCentre => territory.units().len() <= MOST_UNITS_IN_PAIRS,
        Goal::SquaredDeviation => {
            let people: u128 = territory.units().values().map(|unit| u128::from(unit.population)).sum();
            let ideal = u128::from(problem.ideal_population());
            people.pow(2) + ideal.pow(2).saturating_mul(plan.zones.len() as u128) <= u128::from(u64::MAX)
        }
        Goal::PeopleMoved => {
            let base = problem.base.as_ref().map_or(0, |base| base.zones.len());
            plan.zones.len().max(base) <= MOST_ZONES_MATCHED
        }
        _ => true,
    }
}

/// The values as a table for people.
pub(super) fn goal_table(results: &Results) -> Table {
    let language = results.language;
    let header =
        [message!("column-measure"), message!("page-column-this-plan"), message!("page-column-drawn-for")];
    let mut table = plain_table(header.map(|message| message.say(language)));
    for GoalValue { goal, value, steps, .. } in results.goals() {
        let steps: Vec<String> = steps.iter().map(usize::to_string).collect();
        table.add_row([
            shortened(&goal_words::goal(language, results.graph, goal), NAME_WIDTH),
            goal_words::value(language, goal, *value),
            steps.join(", "),
        ]);
    }
    if let Some(column) = table.column_mut(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}

/// The values for machines.
pub(super) fn goal_reports(values: &[GoalValue]) -> Vec<GoalReport> {
    let report = |one: &GoalValue| GoalReport {
        goal: one.goal.to_string(),
        value: one.value,
        unit: one.goal.unit(),
        optimised: !one.steps.is_empty(),
        without_outer_border: one.is_without_outer_border,
    };
    values.iter().map(report).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;
    use zonewerk_core::problem::{Objective, Step};
    use zonewerk_core::territory::{Group, GroupFamily, GroupRole};

    /// The sample with two families, drawn for cuts of one and people cut from the other.
    fn sample() -> Sample {
        let mut sample = Sample::solved();
        let unit = |code: &str| sample.scenario.territory.find(code).expect("the grid has this unit");
        let group = |name: &str, units: &[&str]| Group {
            name: name.to_owned(),
            units: units.iter().map(|code| unit(code)).collect(),
            parts: Vec::new(),
        };
        let family =
            |name: &str, groups| GroupFamily { name: name.to_owned(), role: GroupRole::Unsaid, groups };
        let families = vec![
            family("kring", vec![group("noord", &["a1", "a2"]), group("zuid", &["c2", "c3"])]),
            family(
                "provincie",
                vec![group("alles", &["a1", "a2", "a3", "b1", "b2", "b3", "c1", "c2", "c3"])],
            ),
        ];
        sample.scenario.territory.families = families;
        let people = Goal::Crossings { family: "provincie".to_owned(), by: Counted::People };
        sample.scenario.problem.objective = Objective::in_order([Goal::BorderLength, people]);
        sample
    }

    #[test]
    fn every_goal_has_a_value_whether_or_not_the_plan_was_drawn_for_it() {
        let sample = sample();
        let results = sample.results();
        let found: Vec<String> = results.goals().iter().map(|value| format!("{value:?}")).collect();
        assert_eq!(found.len(), 8 + 2 * 2 + 3 + 1, "all but people moved from no plan: {found:#?}");
        insta::assert_snapshot!(goal_table(&results).trim_fmt(), @"
         Measure                                                       This plan   As goal
        ───────────────────────────────────────────────────────────────────────────────────
         total border                                                    26.9 km   1
         neighbours in different zones                                         6
         inertia                                       128,132 inhabitants × km²
         distance to the centre unit                     99,414 inhabitants × km
         squared distance to the centre unit           169,485 inhabitants × km²
         squared deviation from the ideal population    400,960,576 inhabitants²
         deviation from the ideal population                       20,024 people
         largest deviation from the ideal population               20,024 people
         cuts of kring                                                         1
         cuts of provincie                                                     2
         zones straddling kring                                                1
         zones straddling provincie                                            0
         expected mergers cut                                                  0
         number of zones                                                       3
         zones outside the bounds by exception                                 2
         people cut from their provincie                           40,024 people   2
        ───────────────────────────────────────────────────────────────────────────────────
        ");
        let report = serde_json::to_value(goal_reports(results.goals())).expect("plain values become JSON");
        assert_eq!(report[0]["goal"], "border-length");
        assert_eq!((&report[0]["unit"], &report[0]["optimised"]), (&"m".into(), &true.into()));
        assert_eq!(report[1]["optimised"], false);
    }

    #[test]
    fn values_agree_with_what_the_zones_show() {
        let sample = sample();
        let results = sample.results();
        let value_of =
            |goal: &Goal| results.goals().iter().find(|value| value.goal == *goal).map(|value| value.value);
        let zones = results.zones();
        assert_eq!(value_of(&Goal::Zones), Some(zones.len() as u64));
        assert_eq!(value_of(&Goal::BorderLength), zones.iter().map(|zone| zone.measures.border_m).sum());
        assert_eq!(value_of(&Goal::PeopleMoved), None, "there is no base plan");
    }

    #[test]
    fn what_would_not_fit_is_left_out() {
        let mut sample = sample();
        sample.scenario.problem.ideal = Some(u64::from(u32::MAX));
        let goals = |sample: &Sample| {
            sample.results().goals().iter().map(|value| value.goal.clone()).collect::<Vec<_>>()
        };
        assert!(!goals(&sample).contains(&Goal::SquaredDeviation));
        sample.scenario.problem.ideal = Some(20_000);
        assert!(goals(&sample).contains(&Goal::SquaredDeviation));
        sample.scenario.problem.objective = Objective::new(vec![Step::of(Goal::Zones)]).expect("one goal");
        assert_eq!(sample.results().goals().iter().filter(|value| !value.steps.is_empty()).count(), 1);
    }
}
