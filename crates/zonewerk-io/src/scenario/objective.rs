//! What the best plan has least of: the goals of a scenario, or others in their place.

use crate::formats::toml_file::TomlFile;
use crate::scenario::goals::{self, GoalFault, Sizes};
use crate::scenario::scenario_file::ScenarioFile;
use crate::scenario::unit_references::References;
use crate::{GivenGraph, InputPlace, InputProblem, InputProblems, Scenario};
use zonewerk_core::problem::{Goal, Limit, Objective, Problem, Regions, Step};

/// No zone has more inhabitants.
const MOST_PEOPLE: u64 = 100_000_000_000;

/// Reads goals as they are written in a scenario, most important first, to take the place of
/// its own: `cut-edges within 2 %`, `inertia + 0.5 * crossings(provincie)`. The base plan
/// and the ideal are those of the scenario's problem as it stands.
///
/// # Errors
/// Everything that is wrong with them, at once.
pub fn objective(steps: &[String], scenario: &Scenario) -> Result<Objective, InputProblems> {
    let families: Vec<&str> = scenario.territory.families.iter().map(|family| family.name.as_str()).collect();
    let wrong = on_command_line("--goal");
    let mut problems = Vec::new();
    let no_base = scenario
        .problem
        .base
        .is_none()
        .then_some("--base, or in the scenario ([goals] base, [plans] official)");
    let objective = read(steps, Some(&families), no_base, &wrong, &mut problems);
    if let Some(objective) = &objective {
        let sizes = Sizes::new(
            &scenario.territory,
            (&scenario.topology, scenario.given_graph.as_ref()),
            &scenario.problem,
        );
        problems.extend(too_large(objective, &sizes, &wrong));
        problems.extend(without_regions(objective, &scenario.problem, &wrong));
        let given = scenario.given_graph.iter();
        problems.extend(given.flat_map(|given| unmeasured(objective, given, &wrong)));
    }
    InputProblems::none_of(problems)?;
    Ok(objective.expect("what is missing was a problem"))
}

/// Reads limits as they are written in a scenario, to take the place of its own:
/// `straddles(huisartsenkring) <= 2`.
///
/// # Errors
/// Everything that is wrong with them, at once.
pub fn limits(texts: &[String], scenario: &Scenario) -> Result<Vec<Limit>, InputProblems> {
    let families: Vec<&str> = scenario.territory.families.iter().map(|family| family.name.as_str()).collect();
    let no_base = scenario.problem.base.is_none().then_some("--base");
    let mut problems = Vec::new();
    let wrong = on_command_line("--at-most");
    let limits = read_limits(texts, Some(&families), no_base, &wrong, &mut problems);
    if let Some(given) = &scenario.given_graph {
        let unfit = limits.iter().filter_map(|limit| GoalFault::without_map(&limit.goal, given));
        problems.extend(unfit.map(|fault| wrong(0, fault)));
    }
    InputProblems::none_of(problems)?;
    Ok(limits)
}

fn on_command_line(option: &'static str) -> impl Fn(usize, GoalFault) -> InputProblem {
    move |_, GoalFault { code, found, expected }| InputProblem {
        code,
        file: "command line".to_owned(),
        place: InputPlace::Entry(option.to_owned()),
        field: None,
        found,
        expected,
    }
}

/// The families that a scenario names, where all of them could be read.
pub(crate) fn families(scenario: &TomlFile<ScenarioFile>) -> Option<Vec<&str>> {
    let families: Vec<&str> = scenario.written.groups.iter().map(|table| table.family.trim()).collect();
    // A family that could not be read was a problem, and could be the one that is meant.
    let all_known = !scenario.explains("groups") && families.iter().all(|name| !name.is_empty());
    Some(families).filter(|_| all_known)
}

/// Where a scenario could name a base plan, if it names none.
fn no_base(scenario: &TomlFile<ScenarioFile>) -> Option<&'static str> {
    let written = &scenario.written;
    let has_base = written.goals.base.is_some() || written.plans.official.is_some();
    let has_base = has_base
        || ["goals.base", "plans", "plans.official"].map(|key| scenario.explains(key)).contains(&true);
    (!has_base).then_some("[goals] base or [plans] official")
}

/// The limits of a scenario.
pub(crate) fn limits_of_scenario(
    units: &References<'_>,
    scenario: &TomlFile<ScenarioFile>,
    problems: &mut Vec<InputProblem>,
) -> Vec<Limit> {
    let wrong = |place: usize, GoalFault { code, found, expected }: GoalFault| {
        units.problem(code, "goals", &format!("at_most[{}]", place + 1), &found, &expected)
    };
    let texts = &scenario.written.goals.at_most;
    read_limits(texts, families(scenario).as_deref(), no_base(scenario), &wrong, problems)
}

fn read_limits(
    texts: &[String],
    families: Option<&[&str]>,
    no_base: Option<&str>,
    wrong: &dyn Fn(usize, GoalFault) -> InputProblem,
    problems: &mut Vec<InputProblem>,
) -> Vec<Limit> {
    let mut limits = Vec::new();
    for (place, text) in texts.iter().enumerate() {
        let read = goals::limit(text, families).and_then(|limit| match no_base {
            Some(named) if limit.goal == Goal::PeopleMoved => Err(vec![GoalFault::without_base(named)]),
            _ if limit.goal.is_about_regions() => Err(vec![GoalFault::limit_on_regions(&limit.goal)]),
            _ => Ok(limit),
        });
        match read {
            Ok(limit) => limits.push(limit),
            Err(faults) => problems.extend(faults.into_iter().map(|fault| wrong(place, fault))),
        }
    }
    limits
}

/// The goals of a scenario; shortest total border where it names none.
pub(crate) fn of_scenario(
    units: &References<'_>,
    scenario: &TomlFile<ScenarioFile>,
    problems: &mut Vec<InputProblem>,
) -> Option<Objective> {
    let written = &scenario.written;
    let Some(order) = &written.goals.order else {
        let has_lengths = written.units.graph.is_none() || written.units.border.is_some();
        return Some(Objective::in_order([if has_lengths { Goal::BorderLength } else { Goal::CutEdges }]));
    };
    read(order, families(scenario).as_deref(), no_base(scenario), &in_order(units), problems)
}

/// Weights with which a plan's value could become too large a number, and goals on regions
/// that are not drawn.
pub(crate) fn unfit_in_scenario(
    units: &References<'_>,
    problem: &Problem,
    sizes: &Sizes<'_>,
) -> Vec<InputProblem> {
    let mut found = too_large(&problem.objective, sizes, &in_order(units));
    found.extend(without_regions(&problem.objective, problem, &in_order(units)));
    found
}

/// Goals and limits of a scenario that a graph without a map cannot measure.
pub(crate) fn unfit_for_graph(
    units: &References<'_>,
    given: &GivenGraph,
    problem: &Problem,
) -> Vec<InputProblem> {
    let in_limits = |place: usize, GoalFault { code, found, expected }: GoalFault| {
        units.problem(code, "goals", &format!("at_most[{}]", place + 1), &found, &expected)
    };
    let mut unfit = unmeasured(&problem.objective, given, &in_order(units));
    let limits = problem.limits.iter().enumerate();
    unfit
        .extend(limits.filter_map(|(place, limit)| {
            Some(in_limits(place, GoalFault::without_map(&limit.goal, given)?))
        }));
    unfit
}

fn unmeasured(
    objective: &Objective,
    given: &GivenGraph,
    wrong: &dyn Fn(usize, GoalFault) -> InputProblem,
) -> Vec<InputProblem> {
    let steps = objective.steps().iter().enumerate();
    let of_step = |(place, step): (usize, &Step)| {
        let fault = step.terms.iter().find_map(|term| GoalFault::without_map(&term.goal, given))?;
        Some(wrong(place, fault))
    };
    steps.filter_map(of_step).collect()
}

fn without_regions(
    objective: &Objective,
    problem: &Problem,
    wrong: &dyn Fn(usize, GoalFault) -> InputProblem,
) -> Vec<InputProblem> {
    if problem.regions == Regions::Drawn {
        return Vec::new();
    }
    let steps = objective.steps().iter().enumerate();
    let asked = steps.filter_map(|(place, step)| {
        let goal = step.terms.iter().map(|term| &term.goal).find(|goal| goal.is_about_regions())?;
        Some(wrong(place, GoalFault::without_regions(goal)))
    });
    asked.collect()
}

/// The ideal population that a scenario names.
pub(crate) fn ideal(
    units: &References<'_>,
    (entry, ideal): (&str, Option<u64>),
    problems: &mut Vec<InputProblem>,
) -> Option<u64> {
    if let Some(ideal) = ideal.filter(|ideal| !(1..=MOST_PEOPLE).contains(ideal)) {
        let expected = "a number of inhabitants above 0, such as 100000";
        problems.push(units.problem("wrong-ideal", entry, "ideal", &ideal.to_string(), expected));
    }
    ideal
}

fn in_order<'a>(units: &'a References<'a>) -> impl Fn(usize, GoalFault) -> InputProblem + 'a {
    |step, GoalFault { code, found, expected }| {
        units.problem(code, "goals", &format!("order[{}]", step + 1), &found, &expected)
    }
}

/// Reads steps; `no_base` is where a base plan could be named, if there is none.
fn read(
    texts: &[String],
    families: Option<&[&str]>,
    no_base: Option<&str>,
    wrong: &dyn Fn(usize, GoalFault) -> InputProblem,
    problems: &mut Vec<InputProblem>,
) -> Option<Objective> {
    let mut steps: Vec<Step> = Vec::new();
    for (place, text) in texts.iter().enumerate() {
        match goals::step(text, families) {
            Ok(step) => {
                let moves = step.terms.iter().any(|term| term.goal == Goal::PeopleMoved);
                problems.extend(
                    no_base.filter(|_| moves).map(|named| wrong(place, GoalFault::without_base(named))),
                );
                steps.push(step);
            }
            Err(faults) => problems.extend(faults.into_iter().map(|fault| wrong(place, fault))),
        }
    }
    if texts.is_empty() {
        problems.push(wrong(0, GoalFault::no_step()));
    }
    (steps.len() == texts.len()).then(|| Objective::new(steps).ok()).flatten()
}

fn too_large(
    objective: &Objective,
    sizes: &Sizes<'_>,
    wrong: &dyn Fn(usize, GoalFault) -> InputProblem,
) -> Vec<InputProblem> {
    let steps = objective.steps().iter().enumerate().filter(|(_, step)| !sizes.allow(step));
    steps.map(|(place, step)| wrong(place, GoalFault::too_large(step))).collect()
}
