//! The only file of the cover engine and of the bound by prices that knows the LP library: a live
//! linear program over a fixed set of rows, to which columns and cut rows are added between solves.
//!
//! One solve may take many seconds, so the library asks now and then whether to go on.

use std::cell::Cell;
use std::ffi::{c_char, c_int, c_void};

use highs::{Col, ColProblem, HighsModelStatus, HighsSolutionStatus, HighsStatus, Model, Row, Sense};
use highs_sys::{
    CALLBACK_MIP_INTERRUPT, CALLBACK_SIMPLEX_INTERRUPT, Highs_clearSolver, Highs_setCallback,
    Highs_startCallback,
};

use crate::Watch;

/// Questions of the library for one look at the clock.
const QUESTIONS_A_LOOK: u32 = 16;

/// Values of the library's option `simplex_strategy`.
const SIMPLEX_CHOICE: i32 = 0;
const SIMPLEX_DUAL: i32 = 1;
const SIMPLEX_PRIMAL: i32 = 4;
/// The library's answer where all went well.
const STATUS_OK: c_int = 0;

/// A row of the program.
#[derive(Clone, Copy, Debug)]
pub(super) struct RowId(Row);

/// A column of the program.
#[derive(Clone, Copy, Debug)]
pub(super) struct ColumnId(Col);

/// Ends of a row's activity.
pub(super) type RowBounds = (Option<f64>, Option<f64>);

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
    #[error("the LP solver was asked to stop")]
    Stopped,
}

/// What the library is handed with each of its questions.
struct StopCallback<'a> {
    watch: &'a dyn Watch,
    questions: Cell<u32>,
}

/// Answers whether to stop. The library sets the answer to no before each question.
#[allow(unsafe_code, reason = "the library hands over pointers")]
unsafe extern "C" fn answer(
    _: c_int,
    _: *const c_char,
    _: *const c_void,
    data_in: *mut c_void,
    asked: *mut c_void,
) {
    // The second pointer is that of `while_watched`, and lives as long as its work.
    let asked = unsafe { &*asked.cast::<StopCallback<'_>>() };
    let questions = asked.questions.get().wrapping_add(1);
    asked.questions.set(questions);
    if questions.is_multiple_of(QUESTIONS_A_LOOK) && asked.watch.stop().is_some() && !data_in.is_null() {
        // What it hands over begins with the answer, an `int`.
        unsafe { data_in.cast::<c_int>().write(1) };
    }
}

/// Solves a program of the library that ends early when the watch asks to.
#[allow(unsafe_code, reason = "the crate highs has no function for this")]
pub(super) fn while_watched<T>(mut model: Model, watch: &dyn Watch, solve: impl FnOnce(Model) -> T) -> T {
    let asked = StopCallback { watch, questions: Cell::new(0) };
    let highs = model.as_mut_ptr();
    // The program keeps the pointer when it is solved, and asks nothing then; the next call puts
    // another in its place.
    unsafe {
        Highs_setCallback(highs, Some(answer), (&raw const asked).cast_mut().cast());
        Highs_startCallback(highs, CALLBACK_SIMPLEX_INTERRUPT);
        Highs_startCallback(highs, CALLBACK_MIP_INTERRUPT);
    }
    solve(model)
}

fn range((least, most): RowBounds) -> std::ops::RangeInclusive<f64> {
    least.unwrap_or(f64::NEG_INFINITY)..=most.unwrap_or(f64::INFINITY)
}

// The solver's state is reached through one pointer, which nothing else holds and which no
// thread owns: it may move to another thread, and is used by one at a time.
#[allow(unsafe_code, reason = "the library does not say that a model may move between threads")]
unsafe impl Send for Lp {}

impl Lp {
    pub(super) fn new(ends: impl IntoIterator<Item = RowBounds>, penalty: f64, seed: u64) -> Self {
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

    /// Solves from the last basis; where the library is not sure of what it came to, from none, once by
    /// each of its two simplex methods.
    pub(super) fn solve(&mut self, watch: &dyn Watch) -> Result<LpSolution, LpFailure> {
        let mut answer = self.solve_once(watch);
        for method in [SIMPLEX_PRIMAL, SIMPLEX_DUAL] {
            if !matches!(answer, Err(LpFailure::Ended { .. })) {
                break;
            }
            if !self.forget_basis() {
                break;
            }
            self.live().set_option("simplex_strategy", method);
            answer = self.solve_once(watch);
            if let Some(model) = &mut self.model {
                model.set_option("simplex_strategy", SIMPLEX_CHOICE);
            }
        }
        answer
    }

    #[allow(unsafe_code, reason = "the crate highs has no function for this")]
    fn forget_basis(&mut self) -> bool {
        unsafe { Highs_clearSolver(self.live().as_mut_ptr()) == STATUS_OK }
    }

    fn solve_once(&mut self, watch: &dyn Watch) -> Result<LpSolution, LpFailure> {
        let model = self.model.take().expect("the model is back after each solve");
        let solved = while_watched(model, watch, Model::try_solve).map_err(LpFailure::Refused)?;
        let status = (solved.status(), solved.primal_solution_status());
        let answer = match status {
            (HighsModelStatus::Optimal, HighsSolutionStatus::Feasible) => {
                let solution = solved.get_solution();
                Ok(LpSolution {
                    columns: solution.columns()[self.slacks..].to_vec(),
                    row_duals: solution.dual_rows().to_vec(),
                })
            }
            (HighsModelStatus::ReachedInterrupt, _) => Err(LpFailure::Stopped),
            (model, primal) => Err(LpFailure::Ended { model, primal }),
        };
        self.model = Some(solved.into());
        answer
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Progress, Stopped, Unwatched};

    struct ImmediateStop;

    impl Watch for ImmediateStop {
        fn stop(&self) -> Option<Stopped> {
            Some(Stopped::Interrupted)
        }

        fn progress(&self, _: Progress) {}
    }

    /// Each of 80 rows is covered once, by columns that cover up to three at a time.
    fn program() -> Lp {
        let mut lp = Lp::new((0..80).map(|_| (Some(1.0), Some(1.0))), 1e6, 1);
        for column in 0..2_000_usize {
            let rows = [0, 7, 31].map(|step| (column * 13 + step * (1 + column / 80)) % 80);
            let mut rows = rows.to_vec();
            rows.sort_unstable();
            rows.dedup();
            let factors: Vec<(RowId, f64)> = rows.into_iter().map(|row| (lp.row(row), 1.0)).collect();
            lp.add_column(((column * 7_919) % 997) as f64, factors);
        }
        lp
    }

    #[test]
    fn a_solve_ends_early_when_asked_to_and_can_be_solved_later() {
        let mut lp = program();
        assert!(matches!(lp.solve(&ImmediateStop), Err(LpFailure::Stopped)));
        assert!(lp.solve(&Unwatched).is_ok());
    }
}
