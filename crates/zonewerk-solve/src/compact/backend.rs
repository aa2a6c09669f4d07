//! The only file of the compact engine that knows which solver stands behind `good_lp`.

use good_lp::solvers::highs::highs;
use good_lp::{
    Constraint, Expression, ProblemVariables, ResolutionError, Solution, SolutionStatus, SolverModel,
    Variable, WithInitialSolution,
};

/// What a program came to.
pub(super) enum Answer<V> {
    /// The best values, and what they come to.
    Best(V, f64),
    /// The solver finds that there are none. Not a proof.
    NoValues,
    /// The nodes were not enough.
    OutOfNodes,
    Failed(String),
}

/// Minimises. Ends after so many nodes of the search tree.
pub(super) fn minimise(
    variables: ProblemVariables,
    objective: &Expression,
    rows: Vec<Constraint>,
    start: Vec<(Variable, f64)>,
    nodes: i32,
    seed: u64,
) -> Answer<impl Fn(Variable) -> f64> {
    let mut model = variables
        .minimise(objective.clone())
        .using(highs)
        .set_threads(1)
        .set_parallel(good_lp::solvers::highs::HighsParallelType::Off)
        .set_option("random_seed", (seed % i32::MAX as u64) as i32)
        .set_option("mip_max_nodes", nodes)
        .set_option("mip_rel_gap", 0.0)
        // Costs are whole numbers: less than 1 better is not better.
        .set_option("mip_abs_gap", 0.5);
    for row in rows {
        model.add_constraint(row);
    }
    if !start.is_empty() {
        model = model.with_initial_solution(start);
    }
    match model.solve() {
        Ok(solution) if matches!(solution.status(), SolutionStatus::TimeLimit) => Answer::OutOfNodes,
        Ok(solution) => {
            let value = objective.eval_with(&solution);
            Answer::Best(move |variable| solution.value(variable), value)
        }
        Err(ResolutionError::Infeasible) => Answer::NoValues,
        // Said when the nodes end before there is a solution.
        Err(ResolutionError::Other("NoSolutionFound")) => Answer::OutOfNodes,
        Err(error) => Answer::Failed(error.to_string()),
    }
}
