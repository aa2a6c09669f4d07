//! What the best plan has least of: the goals of a scenario, or others in their place.

use super::goals::{self, Fault, Sizes};
use super::references::References;
use super::scenario_file::ScenarioFile;
use super::toml_file::TomlFile;
use super::{InputProblem, InputProblems, Place, Scenario};
use crate::problem::{Goal, Objective, Step};

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
    let wrong = |_: usize, Fault { code, found, expected }| InputProblem {
        code,
        file: "command line".to_owned(),
        place: Place::Entry("--goal".to_owned()),
        field: None,
        found,
        expected,
    };
    let mut problems = Vec::new();
    let no_base = scenario
        .problem
        .base
        .is_none()
        .then_some("--base, or in the scenario ([goals] base, [plans] official)");
    let objective = read(steps, Some(&families), no_base, &wrong, &mut problems);
    if let Some(objective) = &objective {
        let ideal = scenario.problem.ideal_population();
        let sizes = Sizes::new(&scenario.territory, &scenario.topology, ideal);
        problems.extend(too_large(objective, &sizes, &wrong));
    }
    InputProblems::none_of(problems)?;
    Ok(objective.expect("what is missing was a problem"))
}

/// The goals of a scenario; shortest total border where it names none.
pub(super) fn of_scenario(
    units: &References<'_>,
    scenario: &TomlFile<ScenarioFile>,
    problems: &mut Vec<InputProblem>,
) -> Option<Objective> {
    let written = &scenario.written;
    let Some(order) = &written.goals.order else { return Some(Objective::in_order([Goal::BorderLength])) };
    let families: Vec<&str> = written.groups.iter().map(|table| table.family.trim()).collect();
    // A family that could not be read was a problem, and could be the one that is meant.
    let all_known = !scenario.explains("groups") && families.iter().all(|name| !name.is_empty());
    let families = Some(families).filter(|_| all_known);
    let has_base = written.goals.base.is_some() || written.plans.official.is_some();
    let has_base = has_base
        || ["goals.base", "plans", "plans.official"].map(|key| scenario.explains(key)).contains(&true);
    let no_base = (!has_base).then_some("[goals] base or [plans] official");
    read(order, families.as_deref(), no_base, &in_order(units), problems)
}

/// Weights with which a plan's value could become too large a number.
pub(super) fn too_large_in_scenario(
    units: &References<'_>,
    objective: &Objective,
    sizes: &Sizes<'_>,
) -> Vec<InputProblem> {
    too_large(objective, sizes, &in_order(units))
}

/// The ideal population that a scenario names.
pub(super) fn ideal(
    units: &References<'_>,
    ideal: Option<u64>,
    problems: &mut Vec<InputProblem>,
) -> Option<u64> {
    if let Some(ideal) = ideal.filter(|ideal| !(1..=MOST_PEOPLE).contains(ideal)) {
        let expected = "a number of inhabitants above 0, such as 100000";
        problems.push(units.problem("wrong-ideal", "goals", "ideal", &ideal.to_string(), expected));
    }
    ideal
}

fn in_order(units: &References<'_>) -> impl Fn(usize, Fault) -> InputProblem {
    |step, Fault { code, found, expected }| {
        units.problem(code, "goals", &format!("order[{}]", step + 1), &found, &expected)
    }
}

/// Reads steps; `no_base` is where a base plan could be named, if there is none.
fn read(
    texts: &[String],
    families: Option<&[&str]>,
    no_base: Option<&str>,
    wrong: &dyn Fn(usize, Fault) -> InputProblem,
    problems: &mut Vec<InputProblem>,
) -> Option<Objective> {
    let mut steps: Vec<Step> = Vec::new();
    for (place, text) in texts.iter().enumerate() {
        match goals::step(text, families) {
            Ok(step) => {
                let moves = step.terms.iter().any(|term| term.goal == Goal::PeopleMoved);
                problems
                    .extend(no_base.filter(|_| moves).map(|named| wrong(place, Fault::without_base(named))));
                steps.push(step);
            }
            Err(faults) => problems.extend(faults.into_iter().map(|fault| wrong(place, fault))),
        }
    }
    if texts.is_empty() {
        problems.push(wrong(0, Fault::no_step()));
    }
    (steps.len() == texts.len()).then(|| Objective::new(steps).ok()).flatten()
}

fn too_large(
    objective: &Objective,
    sizes: &Sizes<'_>,
    wrong: &dyn Fn(usize, Fault) -> InputProblem,
) -> Vec<InputProblem> {
    let steps = objective.steps().iter().enumerate().filter(|(_, step)| !sizes.allow(step));
    steps.map(|(place, step)| wrong(place, Fault::too_large(step))).collect()
}
