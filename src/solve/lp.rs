//! The only file that knows the LP library: a live linear program over a fixed set of
//! covering rows, to which columns and cut rows are added between solves.

use highs::{Col, ColProblem, HighsModelStatus, HighsSolutionStatus, Model, Row, Sense};

/// A row of the program.
#[derive(Clone, Copy, Debug)]
pub(super) struct RowId(Row);

/// A column of the program.
#[derive(Clone, Copy, Debug)]
pub(super) struct ColumnId(Col);

/// Minimise `cost x` subject to rows `= 1` (covering) and rows `<= 1` (cuts), `x >= 0`.
/// Each covering row has a slack of its own with cost `penalty`, so that every program
/// has a solution.
pub(super) struct Lp {
    model: Option<Model>,
    rows: Vec<Row>,
}

/// What the library answered: values by column and duals by row, in order of adding.
pub(super) struct LpSolution {
    pub(super) columns: Vec<f64>,
    pub(super) row_duals: Vec<f64>,
}

/// The library ended without an optimal basic solution.
#[derive(Debug, thiserror::Error)]
#[error("the LP solver ended with model status {model:?} and primal status {primal:?}")]
pub(super) struct LpFailure {
    model: HighsModelStatus,
    primal: HighsSolutionStatus,
}

impl Lp {
    pub(super) fn covering(rows: usize, penalty: f64, seed: u64) -> Self {
        let mut problem = ColProblem::default();
        let rows: Vec<Row> = (0..rows).map(|_| problem.add_row(1.0..=1.0)).collect();
        for &row in &rows {
            problem.add_column(penalty, 0.0..=1.0, [(row, 1.0)]);
        }
        let mut model = problem.optimise(Sense::Minimise);
        model.set_option("threads", 1);
        model.set_option("parallel", "off");
        model.set_option("solver", "simplex");
        model.set_option("random_seed", (seed % i32::MAX as u64) as i32);
        Self { model: Some(model), rows }
    }

    fn live(&mut self) -> &mut Model {
        self.model.as_mut().expect("the model is back after each solve")
    }

    /// The covering row with this number.
    pub(super) fn covering_row(&self, index: usize) -> RowId {
        RowId(self.rows[index])
    }

    pub(super) fn add_column(&mut self, cost: f64, rows: impl IntoIterator<Item = RowId>) -> ColumnId {
        let factors: Vec<_> = rows.into_iter().map(|row| (row.0, 1.0)).collect();
        ColumnId(self.live().add_col(cost, 0.0.., factors))
    }

    pub(super) fn add_cut(&mut self, columns: impl IntoIterator<Item = ColumnId>) -> RowId {
        let factors: Vec<_> = columns.into_iter().map(|column| (column.0, 1.0)).collect();
        RowId(self.live().add_row(..=1.0, factors))
    }

    pub(super) fn set_open(&mut self, column: ColumnId, open: bool) {
        let upper = if open { f64::INFINITY } else { 0.0 };
        self.live().change_column_bounds(column.0, 0.0..=upper);
    }

    /// Solves from the last basis.
    pub(super) fn solve(&mut self) -> Result<LpSolution, LpFailure> {
        let solved = self.model.take().expect("the model is back after each solve").solve();
        let status = (solved.status(), solved.primal_solution_status());
        let answer = match status {
            (HighsModelStatus::Optimal, HighsSolutionStatus::Feasible) => {
                let solution = solved.get_solution();
                Ok(LpSolution {
                    columns: solution.columns().to_vec(),
                    row_duals: solution.dual_rows().to_vec(),
                })
            }
            (model, primal) => Err(LpFailure { model, primal }),
        };
        self.model = Some(solved.into());
        answer
    }
}
