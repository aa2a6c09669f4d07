//! The only file of the compact engine that knows which solver stands behind `good_lp`.

use std::collections::HashMap;

use good_lp::solvers::highs::highs;
use good_lp::{Constraint, Expression, IntoAffineExpression, ProblemVariables, SolverModel, Variable};
use highs::{HighsModelStatus, HighsSolutionStatus, Model};

use crate::Watch;
use crate::linear_program::while_watched;

/// The result of an integer program.
pub(super) enum ProgramResult<V> {
    /// The best values of the variables, and the objective at them.
    Best(V, f64),
    /// The solver finds that there are none. Not a proof.
    NoValues,
    /// The nodes were not enough, or it was asked to stop. Values of a plan, where it found some, and
    /// a lower bound, by its arithmetic.
    OutOfNodes(Option<V>, f64),
    Failed(String),
}

/// Minimises. Ends after so many nodes of the search tree, or when the watch asks to.
///
/// Options, start and solving go past `good_lp`, which has no way to end a solve on request.
pub(super) fn minimise(
    variables: ProblemVariables,
    objective: &Expression,
    rows: Vec<Constraint>,
    start: Vec<(Variable, f64)>,
    (nodes, seed): (i32, u64),
    watch: &dyn Watch,
) -> ProgramResult<impl Fn(Variable) -> f64 + use<>> {
    let places: HashMap<Variable, usize> = variables
        .iter_variables_with_def()
        .enumerate()
        .map(|(place, (variable, _))| (variable, place))
        .collect();
    let mut problem = variables.minimise(objective.clone()).using(highs);
    for row in rows {
        problem.add_constraint(row);
    }
    let mut model = match problem.try_into_inner() {
        Ok(model) => model,
        Err(error) => return ProgramResult::Failed(error.to_string()),
    };
    model.set_option("threads", 1);
    model.set_option("parallel", "off");
    model.set_option("random_seed", (seed % i32::MAX as u64) as i32);
    model.set_option("mip_max_nodes", nodes);
    model.set_option("mip_rel_gap", 0.0);
    // Costs are whole numbers: less than 1 better is not better.
    model.set_option("mip_abs_gap", 0.5);
    if !start.is_empty() {
        let mut values = vec![0.0; places.len()];
        start.into_iter().for_each(|(variable, value)| values[places[&variable]] = value);
        model.set_solution(Some(&values), None, None, None);
    }
    let solved = match while_watched(model, watch, Model::try_solve) {
        Ok(solved) => solved,
        Err(status) => return ProgramResult::Failed(format!("{status:?}")),
    };
    let is_best = match solved.status() {
        HighsModelStatus::Infeasible | HighsModelStatus::UnboundedOrInfeasible => {
            return ProgramResult::NoValues;
        }
        HighsModelStatus::Optimal | HighsModelStatus::ObjectiveBound | HighsModelStatus::ObjectiveTarget => {
            true
        }
        HighsModelStatus::ReachedTimeLimit
        | HighsModelStatus::ReachedSolutionLimit
        | HighsModelStatus::ReachedInterrupt
        | HighsModelStatus::ReachedIterationLimit
        | HighsModelStatus::ReachedMemoryLimit => false,
        status => return ProgramResult::Failed(format!("{status:?}")),
    };
    let has_values = solved.primal_solution_status() == HighsSolutionStatus::Feasible;
    let solution = solved.get_solution();
    let value_of = move |variable: Variable| solution.columns()[places[&variable]];
    if !is_best || !has_values {
        // The constant of an objective is none of the columns that the solver knows.
        let bound = solved.double_info_value(c"mip_dual_bound").unwrap_or(f64::NEG_INFINITY);
        return ProgramResult::OutOfNodes(has_values.then_some(value_of), objective.constant() + bound);
    }
    let terms = objective.linear_coefficients().map(|(variable, factor)| factor * value_of(variable));
    let value = objective.constant() + terms.sum::<f64>();
    ProgramResult::Best(value_of, value)
}
