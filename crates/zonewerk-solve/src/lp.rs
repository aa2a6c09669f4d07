//! The only file of the cover engine that knows the LP library: a live linear program over
//! a fixed set of rows, to which columns and cut rows are added between solves.

use highs::{Col, ColProblem, HighsModelStatus, HighsSolutionStatus, HighsStatus, Model, Row, Sense};

/// A row of the program.
#[derive(Clone, Copy, Debug)]
pub(super) struct RowId(Row);

/// A column of the program.
#[derive(Clone, Copy, Debug)]
pub(super) struct ColumnId(Col);

/// Ends of a row's activity.
pub(super) type Ends = (Option<f64>, Option<f64>);

/// Minimise `cost x` subject to the given rows and cut rows, `x >= 0`. Each row with a
/// minimum has a slack of its own with cost `penalty`, so that every program has a solution.
pub(super) struct Lp {
    model: Option<Model>,
    rows: Vec<Row>,
    slacks: usize,
}

/// What the library answered: values by column and duals by row, in order of adding, and
/// slacks left out.
pub(super) struct LpSolution {
    pub(super) columns: Vec<f64>,
    pub(super) row_duals: Vec<f64>,
}

/// The library ended without an optimal basic solution.
#[derive(Debug, thiserror::Error)]
pub(super) enum LpFailure {
    #[error("the LP solver ended with model status {model:?} and primal status {primal:?}")]
    Ended { model: HighsModelStatus, primal: HighsSolutionStatus },
    #[error("the LP solver refused the program: {0:?}")]
    Refused(HighsStatus),
}

fn range((least, most): Ends) -> std::ops::RangeInclusive<f64> {
    least.unwrap_or(f64::NEG_INFINITY)..=most.unwrap_or(f64::INFINITY)
}

// The solver's state is reached through one pointer, which nothing else holds and which no
// thread owns: it may move to another thread, and is used by one at a time.
#[allow(unsafe_code, reason = "the library does not say that a model may move between threads")]
unsafe impl Send for Lp {}

impl Lp {
    pub(super) fn new(ends: impl IntoIterator<Item = Ends>, penalty: f64, seed: u64) -> Self {
        let mut problem = ColProblem::default();
        let mut rows = Vec::new();
        let mut slacks = 0;
        for ends in ends {
            let row = problem.add_row(range(ends));
            rows.push(row);
            if let Some(least) = ends.0 {
                problem.add_column(penalty, 0.0..=least.max(0.0), [(row, 1.0)]);
                slacks += 1;
            }
        }
        let mut model = problem.optimise(Sense::Minimise);
        model.set_option("threads", 1);
        model.set_option("parallel", "off");
        model.set_option("solver", "simplex");
        model.set_option("random_seed", (seed % i32::MAX as u64) as i32);
        Self { model: Some(model), rows, slacks }
    }

    fn live(&mut self) -> &mut Model {
        self.model.as_mut().expect("the model is back after each solve")
    }

    /// The row with this number, of those given at the start.
    pub(super) fn row(&self, index: usize) -> RowId {
        RowId(self.rows[index])
    }

    pub(super) fn add_column(
        &mut self,
        cost: f64,
        factors: impl IntoIterator<Item = (RowId, f64)>,
    ) -> ColumnId {
        let factors: Vec<_> = factors.into_iter().map(|(row, factor)| (row.0, factor)).collect();
        ColumnId(self.live().add_col(cost, 0.0.., factors))
    }

    /// Adds a row of at most `most`.
    pub(super) fn add_cut(&mut self, most: f64, factors: impl IntoIterator<Item = (ColumnId, f64)>) -> RowId {
        let factors: Vec<_> = factors.into_iter().map(|(column, factor)| (column.0, factor)).collect();
        RowId(self.live().add_row(..=most, factors))
    }

    pub(super) fn set_open(&mut self, column: ColumnId, open: bool) {
        let upper = if open { f64::INFINITY } else { 0.0 };
        self.live().change_column_bounds(column.0, 0.0..=upper);
    }

    /// Solves from the last basis.
    pub(super) fn solve(&mut self) -> Result<LpSolution, LpFailure> {
        let model = self.model.take().expect("the model is back after each solve");
        let solved = model.try_solve().map_err(LpFailure::Refused)?;
        let status = (solved.status(), solved.primal_solution_status());
        let answer = match status {
            (HighsModelStatus::Optimal, HighsSolutionStatus::Feasible) => {
                let solution = solved.get_solution();
                Ok(LpSolution {
                    columns: solution.columns()[self.slacks..].to_vec(),
                    row_duals: solution.dual_rows().to_vec(),
                })
            }
            (model, primal) => Err(LpFailure::Ended { model, primal }),
        };
        self.model = Some(solved.into());
        answer
    }
}
