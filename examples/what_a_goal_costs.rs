//! Draws the same territory for one goal after the other, and shows what each plan comes to in
//! all of them, and how many people live in another zone than in the first.
//!
//! Run with `cargo run --release --example what_a_goal_costs [SCENARIO]`.

use std::error::Error;

use zonewerk::compare::compare;
use zonewerk::io;
use zonewerk::plan::Plan;
use zonewerk::problem::Step;
use zonewerk::report::{GoalValue, Results, step_value};
use zonewerk::solve::{Options, Unwatched, solve};
use zonewerk::words::Language;

const GOALS: [&str; 3] = ["border-length", "cut-edges", "inertia"];

fn main() -> Result<(), Box<dyn Error>> {
    let scenario = std::env::args().nth(1).unwrap_or_else(|| "examples/limburg/limburg.toml".to_owned());
    what_a_goal_costs(&scenario).map(drop)
}

/// Prints the plans and gives them back, one for each goal.
pub fn what_a_goal_costs(scenario: &str) -> Result<Vec<Plan>, Box<dyn Error>> {
    let scenario = io::scenario(Some(scenario))?;
    let graph = scenario.graph();
    let mut plans: Vec<Plan> = Vec::new();
    for goal in GOALS {
        let mut asked = scenario.clone();
        asked.problem.objective = io::objective(&[goal.to_owned()], &scenario)?;
        let solved = solve(&asked.instance(&graph)?, &Options::default(), &Unwatched);
        println!("least {goal}: {}", solved.outcome.status());
        let Some(plan) = solved.outcome.plan() else { continue };
        for GoalValue { goal, value, .. } in Results::of_solve(&asked, &graph, &solved, None, 1).goals() {
            if GOALS.contains(&goal.to_string().as_str()) {
                println!("  {goal}: {}", step_value(Language::English, &Step::of(goal.clone()), *value));
            }
        }
        plans.push(plan.clone());
    }
    let compared = compare(&scenario.territory, &graph, &plans.iter().collect::<Vec<_>>());
    for moves in compared.moves.iter().filter(|moves| moves.from == 0) {
        println!("{} units lie elsewhere than in the first plan", moves.units());
    }
    Ok(plans)
}
