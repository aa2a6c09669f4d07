//! The linear relaxation of the exact cover, solved by column generation over a pool
//! that is listed in full:
//!
//! ```text
//! minimise   sum c_z x_z
//! subject to sum over z holding u of x_z     = 1    for each unit u     (dual pi_u)
//!            sum over z claiming b of x_z   <= 1    for each conflict row b    (dual nu_b <= 0)
//!            least <= sum x_z <= most               number of zones     (dual mu)
//!            sum a_z x_z <= ceiling                 for each earlier step of the objective
//!            sum f_z x_z <= most_T                  for each cut T      (dual sigma_T <= 0)
//!            x_z >= 0
//! ```
//!
//! Only some columns are in the program; each round prices the whole pool and adds the
//! most negative ones, until none is left.

use rayon::prelude::*;

use super::cover_columns::CoverColumns;
use super::cover_rows::CoverRows;
use super::duals::Duals;
use super::exact_bound::{Fixed, Precision};
use super::subset_row_cuts::SubsetRowCut;
use crate::linear_program::{ColumnId, Lp, LpFailure, LpSolution, RowId};
use crate::{Stopped, Watch};
use zonewerk_core::graph::Graph;
use zonewerk_core::territory::{Id, UnitId};

/// Columns added in one round, at most.
const COLUMNS_A_ROUND: usize = 3_000;
/// Columns added in one round that hold the same unit, at most.
const COLUMNS_A_UNIT: usize = 25;
/// Reduced costs closer to 0 than this, in units of the scaled program, count as 0.
const PRICE_TOLERANCE: f64 = 1e-7;
/// Cost of the average column in the scaled program.
const SCALED_COST: f64 = 100.0;
/// Costs larger than this in the scaled program make the simplex method fail.
const MOST_SCALED: f64 = 1e8;
/// What leaving a unit out costs, in the most that any plan can cost, where numbers allow.
const PENALTY: u64 = 10;

/// The columns from which a first plan is made.
const NEAR_COLUMNS: usize = 60_000;

/// Why a relaxation was not solved.
#[derive(Debug)]
pub(super) enum Halt {
    Stopped(Stopped),
    Failed(LpFailure),
}

impl Halt {
    pub(super) fn into_stopped(self) -> Stopped {
        match self {
            Self::Stopped(stopped) => stopped,
            Self::Failed(failure) => Stopped::SolverFailed { message: failure.to_string() },
        }
    }
}

impl From<LpFailure> for Halt {
    fn from(failure: LpFailure) -> Self {
        Self::Failed(failure)
    }
}

/// A solved relaxation over the open columns.
pub(super) struct Relaxed {
    /// No plan of open columns costs less; exact.
    pub(super) bound: u64,
    /// Positive columns with their values, ascending by column.
    pub(super) solution: Vec<(usize, f64)>,
    precision: Precision,
    /// The bound in fixed point.
    exact: i128,
    reduced: Vec<Fixed>,
    /// The least of an open column.
    least: Fixed,
}

impl Relaxed {
    /// A plan holding this column costs at least this; exact for open columns.
    pub(super) fn bound_with(&self, column: usize) -> u64 {
        self.precision.ceil(self.exact + i128::from(self.reduced[column].max(0)))
    }
}

impl Relaxed {
    /// What the reduced costs of a plan's columns may sum to, in fixed point, for the plan to
    /// cost no more than `ceiling`; `None` where nothing may.
    pub(super) fn budget(&self, ceiling: u64) -> Option<u128> {
        u128::try_from(i128::from(self.precision.fixed(ceiling)) - self.exact).ok()
    }

    /// What an open column adds to what a plan costs more than the bound, in fixed point.
    pub(super) fn reduced_cost(&self, column: usize) -> u128 {
        (i128::from(self.reduced[column]) - i128::from(self.least.min(0))).unsigned_abs()
    }

    /// The columns that pass a test and are nearest to the relaxation, ascending: a plan needs
    /// room, not millions of columns.
    pub(super) fn near(&self, test: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut near: Vec<usize> = (0..self.reduced.len()).filter(|&column| test(column)).collect();
        if near.len() > NEAR_COLUMNS {
            near.select_nth_unstable_by_key(NEAR_COLUMNS, |&column| (self.reduced[column], column));
            near.truncate(NEAR_COLUMNS);
            near.sort_unstable();
        }
        near
    }
}

/// Reduced costs for some duals.
struct PricedColumns {
    reduced: Vec<Fixed>,
    /// The least of an open column.
    least: Fixed,
    /// The bound that the duals prove, in fixed point.
    exact: i128,
}

/// What all relaxations of a search have in common.
#[derive(Clone, Copy, Debug)]
pub(super) struct RelaxationFrame<'a> {
    pub(super) graph: &'a Graph,
    pub(super) rows: &'a CoverRows,
    /// All plans that are sought cost less.
    pub(super) cutoff: u64,
    pub(super) seed: u64,
}

pub(super) struct Master<'a> {
    columns: &'a CoverColumns,
    frame: RelaxationFrame<'a>,
    precision: Precision,
    /// Parts of the LP's cost in one of the goal's.
    scale: f64,
    /// Parts of each ceiling's row in one of its coefficients.
    side_scales: Vec<f64>,
    lp: Lp,
    /// Columns in the program, in order of adding, and whether they are open in it.
    inside: Vec<(usize, ColumnId, bool)>,
    is_inside: Vec<bool>,
    cuts: Vec<SubsetRowCut>,
    cut_rows: Vec<RowId>,
    /// Per column, the cuts that count it, and how often; empty as long as there is no cut.
    counted_by: Vec<Vec<(u32, u8)>>,
}

impl<'a> Master<'a> {
    /// A program over these columns with none of them in it.
    pub(super) fn new(columns: &'a CoverColumns, frame: RelaxationFrame<'a>) -> Self {
        let count = columns.len().max(1) as f64;
        let average = columns.costs().iter().map(|&cost| cost as f64).sum::<f64>() / count;
        let rows = columns.most_sets() + 1;
        let largest = frame.cutoff.saturating_mul(PENALTY).min(Precision::largest(rows));
        let scale = (average / SCALED_COST).max(largest as f64 / MOST_SCALED).max(1e-3);
        let side_average = |side: usize| {
            let factors = (0..columns.len()).filter_map(|column| columns.sides(column).nth(side));
            (factors.map(|factor| factor as f64).sum::<f64>() / count).max(1.0)
        };
        let side_scales: Vec<f64> = (0..frame.rows.ceilings.len()).map(side_average).collect();
        Self {
            columns,
            frame,
            precision: Precision::up_to(largest, rows),
            scale,
            lp: Lp::new(frame.rows.ends(&side_scales), largest as f64 / scale, frame.seed),
            side_scales,
            inside: Vec::new(),
            is_inside: vec![false; columns.len()],
            cuts: Vec::new(),
            cut_rows: Vec::new(),
            counted_by: Vec::new(),
        }
    }

    /// The cuts so far.
    pub(super) fn cuts(&self) -> &[SubsetRowCut] {
        &self.cuts
    }

    fn rows(&self, column: usize) -> impl Iterator<Item = usize> + 'a {
        self.columns.rows(column, self.frame.rows.units)
    }

    /// Adds cuts as rows.
    pub(super) fn add_cuts(&mut self, new: Vec<SubsetRowCut>) {
        if new.is_empty() {
            return;
        }
        self.counted_by.resize(self.columns.len(), Vec::new());
        let first = self.cuts.len();
        let (columns, units) = (self.columns, self.frame.rows.units);
        self.counted_by.par_iter_mut().enumerate().for_each(|(column, counted)| {
            for (place, cut) in new.iter().enumerate() {
                let factor = cut.factor(columns.rows(column, units));
                if factor > 0 {
                    counted.push(((first + place) as u32, factor));
                }
            }
        });
        for (place, cut) in new.iter().enumerate() {
            let number = (first + place) as u32;
            let factor = |column: usize| {
                let counted = &self.counted_by[column];
                counted.iter().find(|(cut, _)| *cut == number).map(|&(_, factor)| f64::from(factor))
            };
            let factors = self.inside.iter().filter_map(|&(column, id, _)| Some((id, factor(column)?)));
            let factors: Vec<(ColumnId, f64)> = factors.collect();
            self.cut_rows.push(self.lp.add_cut(f64::from(cut.most), factors));
        }
        self.cuts.extend(new);
    }

    /// Puts these columns into the program.
    pub(super) fn enter(&mut self, columns: impl IntoIterator<Item = usize>) {
        for column in columns {
            if std::mem::replace(&mut self.is_inside[column], true) {
                continue;
            }
            let frame = self.frame.rows;
            let sets = self.rows(column).map(|row| (self.lp.row(row), 1.0));
            let mut next = frame.sets();
            let zones = frame.counts_zones().then(|| (self.lp.row(next), 1.0));
            next += usize::from(frame.counts_zones());
            let sides = self.columns.sides(column).zip(&self.side_scales).enumerate();
            let sides =
                sides.map(|(side, (factor, scale))| (self.lp.row(next + side), factor as f64 / scale));
            let cuts = self.counted_by.get(column).into_iter().flatten();
            let cuts = cuts.map(|&(cut, factor)| (self.cut_rows[cut as usize], f64::from(factor)));
            let factors: Vec<(RowId, f64)> = sets.chain(zones).chain(sides).chain(cuts).collect();
            let id = self.lp.add_column(self.columns.cost(column) as f64 / self.scale, factors);
            self.inside.push((column, id, true));
        }
    }

    /// Puts the columns that look cheapest by unit into the program: those with the
    /// least reduced cost for `pi_u = min over z holding u of c_z / |z|`.
    pub(super) fn enter_cheapest(&mut self) {
        let mut share = vec![f64::INFINITY; self.frame.rows.units];
        for column in 0..self.columns.len() {
            let units = self.columns.units(column).len();
            let each = self.columns.cost(column) as f64 / units as f64;
            let rows = self.rows(column).take(units);
            rows.for_each(|unit| share[unit] = share[unit].min(each));
        }
        share.iter_mut().filter(|share| share.is_infinite()).for_each(|share| *share = 0.0);
        let duals = Duals::of_units(self.frame.rows, self.precision, &share);
        let reduced = self.reduced_costs(&duals);
        let chosen = self.choose(&reduced, &vec![true; self.columns.len()], Fixed::MAX);
        self.enter(chosen);
    }

    /// Solves the relaxation over the open columns. Ends early, with the bound so far,
    /// as soon as the bound reaches `enough`.
    pub(super) fn relax(&mut self, open: &[bool], enough: u64, watch: &dyn Watch) -> Result<Relaxed, Halt> {
        for (column, id, is_open) in &mut self.inside {
            if *is_open != open[*column] {
                *is_open = open[*column];
                self.lp.set_open(*id, *is_open);
            }
        }
        let tolerance = self.precision.nearest(PRICE_TOLERANCE * self.scale).max(1);
        loop {
            if let Some(stopped) = watch.stop() {
                return Err(Halt::Stopped(stopped));
            }
            let answer = match self.lp.solve(watch) {
                Err(LpFailure::Stopped) => {
                    return Err(Halt::Stopped(watch.stop().unwrap_or(Stopped::Interrupted)));
                }
                answer => answer?,
            };
            let values: Vec<f64> = answer.row_duals.iter().map(|dual| dual * self.scale).collect();
            let PricedColumns { reduced, least, exact } = self.price(&values, open);
            let bound = self.precision.ceil(exact);
            let new = if bound >= enough || least >= -tolerance {
                Vec::new()
            } else {
                self.choose(&reduced, open, -tolerance)
            };
            if new.is_empty() {
                return Ok(Relaxed {
                    bound: bound.min(self.frame.cutoff),
                    solution: self.positive(&answer),
                    precision: self.precision,
                    exact,
                    reduced,
                    least,
                });
            }
            self.enter(new);
        }
    }

    /// Reduced costs for these duals in the goal's unit, and the bound that they prove.
    fn price(&self, values: &[f64], open: &[bool]) -> PricedColumns {
        let duals = Duals::of(self.frame.rows, &self.side_scales, self.precision, values);
        let reduced = self.reduced_costs(&duals);
        let of_open = reduced.par_iter().zip(open).filter(|&(_, &open)| open);
        let least = of_open.map(|(&reduced, _)| reduced).min().unwrap_or(0);
        let exact = duals.bound(self.frame.rows, &self.cuts, least);
        PricedColumns { reduced, least, exact }
    }

    fn reduced_costs(&self, duals: &Duals) -> Vec<Fixed> {
        let (columns, units, counted_by) = (self.columns, self.frame.rows.units, &self.counted_by);
        let cuts = |column: usize| counted_by.get(column).map_or(&[][..], Vec::as_slice);
        let reduced = |column: usize| duals.reduced_cost(columns, column, cuts(column), units);
        (0..columns.len()).into_par_iter().map(reduced).collect()
    }

    /// Open columns below `limit` that are not in the program, cheapest first, with a quota
    /// a unit so that one corner of the map does not take the whole round.
    fn choose(&self, reduced: &[Fixed], open: &[bool], limit: Fixed) -> Vec<usize> {
        let is_inside = &self.is_inside;
        let below = |column: usize| reduced[column] < limit && open[column] && !is_inside[column];
        let mut candidates = self.columns.passing(below);
        candidates.par_sort_unstable_by_key(|&column| (reduced[column], column));
        let mut taken = vec![0; self.frame.rows.sets()];
        let mut chosen = Vec::new();
        for column in candidates {
            if self.rows(column).any(|row| taken[row] < COLUMNS_A_UNIT) {
                self.rows(column).for_each(|row| taken[row] += 1);
                chosen.push(column);
                if chosen.len() == COLUMNS_A_ROUND {
                    break;
                }
            }
        }
        chosen
    }

    fn positive(&self, answer: &LpSolution) -> Vec<(usize, f64)> {
        let values = self.inside.iter().zip(&answer.columns);
        let mut positive: Vec<(usize, f64)> = values
            .filter(|(_, value)| **value > 1e-9)
            .map(|(&(column, ..), &value)| (column, value))
            .collect();
        positive.sort_by_key(|&(column, _)| column);
        positive
    }

    /// A smaller program over `columns`, a selection of the present ones (`kept[new]` is
    /// the old number): columns and cuts carry over.
    pub(super) fn restricted<'b>(&self, columns: &'b CoverColumns, kept: &[usize]) -> Master<'b>
    where
        'a: 'b,
    {
        let mut smaller = Master::new(columns, self.frame);
        smaller.add_cuts(self.cuts.clone());
        smaller.enter((0..kept.len()).filter(|&new| self.is_inside[kept[new]]));
        smaller
    }

    /// The rows of a solution's columns, ascending, with the values.
    pub(super) fn rows_of(&self, solution: &[(usize, f64)]) -> Vec<(Vec<usize>, f64)> {
        solution.iter().map(|&(column, value)| (self.rows(column).collect(), value)).collect()
    }

    /// The columns of a solution that is a plan; `None` when it is fractional, does not hold
    /// each unit exactly once, or breaks another row.
    pub(super) fn whole(&self, solution: &[(usize, f64)]) -> Option<Vec<usize>> {
        let mut cover = Vec::new();
        for &(column, value) in solution.iter().filter(|&&(_, value)| value > 1e-6) {
            if value < 1.0 - 1e-6 {
                return None;
            }
            cover.push(column);
        }
        self.frame.rows.are_kept(self.columns, &cover).then_some(cover)
    }

    /// The units that a solution must cover and covers less than once, ascending.
    pub(super) fn left_over(&self, solution: &[(usize, f64)]) -> Vec<UnitId> {
        let rows = self.frame.rows;
        let mut covered = vec![0.0; rows.sets()];
        for &(column, value) in solution {
            self.rows(column).for_each(|row| covered[row] += value);
        }
        let is_left = |&unit: &usize| rows.is_required(unit) && covered[unit] < 1.0 - 1e-6;
        (0..rows.units).filter(is_left).map(UnitId::new).collect()
    }

    pub(super) fn columns(&self) -> &'a CoverColumns {
        self.columns
    }

    pub(super) fn frame(&self) -> RelaxationFrame<'a> {
        self.frame
    }
}
