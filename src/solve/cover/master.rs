//! The linear relaxation of the exact cover, solved by column generation over a pool
//! that is listed in full:
//!
//! ```text
//! minimise   sum c_z x_z
//! subject to sum over z holding u of x_z  = 1    for each unit u      (dual pi_u)
//!            sum over z counted by T of x_z <= 1  for each cut T       (dual sigma_T <= 0)
//!            x_z >= 0
//! ```
//!
//! Only some columns are in the program; each round prices the whole pool and adds the
//! most negative ones, until none is left.

use rayon::prelude::*;

use super::columns::Columns;
use super::cuts::{self, Triple};
use super::exact::{self, Duals, Fixed};
use crate::solve::lp::{ColumnId, Lp, LpFailure, LpSolution, RowId};
use crate::solve::{Stopped, Watch};
use crate::territory::Id;

/// Columns added in one round, at most.
const COLUMNS_A_ROUND: usize = 3_000;
/// Columns added in one round that hold the same unit, at most.
const COLUMNS_A_UNIT: usize = 25;
/// Reduced costs closer to 0 than this, in units of the scaled program, count as 0.
const PRICE_TOLERANCE: f64 = 1e-7;
/// Cost of the average column in the scaled program.
const SCALED_COST: f64 = 100.0;

/// Why a relaxation was not solved.
#[derive(Debug)]
pub(super) enum Halt {
    Stopped(Stopped),
    Failed(LpFailure),
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
    /// Per column: `bound` plus its reduced cost, rounded up, so that a plan holding the
    /// column costs at least this; exact for open columns.
    pub(super) bound_with: Vec<u64>,
}

pub(super) struct Master<'a> {
    columns: &'a Columns,
    units: usize,
    most_zones: usize,
    past_all: u64,
    seed: u64,
    scale: f64,
    lp: Lp,
    /// Columns in the program, in order of adding, and whether they are open in it.
    inside: Vec<(usize, ColumnId, bool)>,
    is_inside: Vec<bool>,
    cuts: Vec<(Triple, RowId)>,
    /// Per column, the cuts that count it; empty as long as there is no cut.
    counted_by: Vec<Vec<u32>>,
}

impl<'a> Master<'a> {
    /// A program over these columns with none of them in it. `past_all` is more than any
    /// plan can cost.
    pub(super) fn new(
        columns: &'a Columns,
        units: usize,
        most_zones: usize,
        past_all: u64,
        seed: u64,
    ) -> Self {
        let average = columns.costs.iter().sum::<u64>() as f64 / columns.len().max(1) as f64;
        let scale = (average / SCALED_COST).max(1e-3);
        let penalty = 10.0 * past_all as f64 / scale;
        Self {
            columns,
            units,
            most_zones,
            past_all,
            seed,
            scale,
            lp: Lp::covering(units, penalty, seed),
            inside: Vec::new(),
            is_inside: vec![false; columns.len()],
            cuts: Vec::new(),
            counted_by: Vec::new(),
        }
    }

    /// The cuts so far.
    pub(super) fn cuts(&self) -> impl ExactSizeIterator<Item = Triple> + '_ {
        self.cuts.iter().map(|&(cut, _)| cut)
    }

    /// Adds cuts as rows.
    pub(super) fn add_cuts(&mut self, new: &[Triple]) {
        if new.is_empty() {
            return;
        }
        self.counted_by.resize(self.columns.len(), Vec::new());
        for &cut in new {
            let number = u32::try_from(self.cuts.len()).expect("fewer than 2^32 cuts");
            let columns = self.columns;
            let counted = columns.passing(|column| cuts::counts(cut, columns.units(column)));
            for &column in &counted {
                self.counted_by[column].push(number);
            }
            let rows = self.inside.iter().filter(|(column, ..)| counted.binary_search(column).is_ok());
            let row = self.lp.add_cut(rows.map(|&(_, id, _)| id));
            self.cuts.push((cut, row));
        }
    }

    /// Puts these columns into the program.
    pub(super) fn enter(&mut self, columns: impl IntoIterator<Item = usize>) {
        for column in columns {
            if std::mem::replace(&mut self.is_inside[column], true) {
                continue;
            }
            let units = self.columns.units(column).iter().map(|unit| self.lp.covering_row(unit.index()));
            let cuts =
                self.counted_by.get(column).into_iter().flatten().map(|&cut| self.cuts[cut as usize].1);
            let rows: Vec<RowId> = units.chain(cuts).collect();
            let id = self.lp.add_column(self.columns.costs[column] as f64 / self.scale, rows);
            self.inside.push((column, id, true));
        }
    }

    /// Puts the columns that look cheapest by unit into the program: those with the
    /// least reduced cost for `pi_u = min over z holding u of c_z / |z|`.
    pub(super) fn enter_cheapest(&mut self) {
        let mut share = vec![f64::INFINITY; self.units];
        for column in 0..self.columns.len() {
            let units = self.columns.units(column);
            let each = self.columns.costs[column] as f64 / units.len() as f64;
            units.iter().for_each(|unit| share[unit.index()] = share[unit.index()].min(each));
        }
        let duals = Duals { units: share.into_iter().map(exact::fixed_from).collect(), cuts: Vec::new() };
        let reduced = self.reduced_costs(&duals);
        let chosen = self.choose(&reduced, Fixed::MAX);
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
        let tolerance = exact::fixed_from(PRICE_TOLERANCE * self.scale).max(1);
        loop {
            if let Some(stopped) = watch.stop() {
                return Err(Halt::Stopped(stopped));
            }
            let answer = self.lp.solve()?;
            let duals = self.duals(&answer);
            let reduced = self.reduced_costs(&duals);
            let least = (0..reduced.len())
                .into_par_iter()
                .filter(|&z| open[z])
                .map(|z| reduced[z])
                .min()
                .unwrap_or(0);
            let bound = duals.bound(least, self.most_zones);
            let new = if exact::ceil(bound) >= enough || least >= -tolerance {
                Vec::new()
            } else {
                let priced: Vec<Fixed> = reduced
                    .par_iter()
                    .enumerate()
                    .map(|(z, &cost)| if open[z] { cost } else { Fixed::MAX })
                    .collect();
                self.choose(&priced, -tolerance)
            };
            if new.is_empty() {
                let bound_with = |cost: &Fixed| exact::ceil(bound + i128::from((*cost).max(0)));
                return Ok(Relaxed {
                    bound: exact::ceil(bound),
                    solution: self.positive(&answer),
                    bound_with: reduced.par_iter().map(bound_with).collect(),
                });
            }
            self.enter(new);
        }
    }

    fn duals(&self, answer: &LpSolution) -> Duals {
        let units = answer.row_duals.len() - self.cuts.len();
        let fixed = |dual: &f64| exact::fixed_from(dual * self.scale);
        Duals {
            units: answer.row_duals[..units].iter().map(fixed).collect(),
            cuts: answer.row_duals[units..].iter().map(|dual| fixed(dual).min(0)).collect(),
        }
    }

    fn reduced_costs(&self, duals: &Duals) -> Vec<Fixed> {
        let (columns, counted_by) = (self.columns, &self.counted_by);
        let reduced = |column: usize| {
            let units = columns.units(column).iter().map(|unit| duals.units[unit.index()]);
            let cuts = counted_by.get(column).into_iter().flatten().map(|&cut| duals.cuts[cut as usize]);
            exact::fixed(columns.costs[column]) - units.sum::<Fixed>() - cuts.sum::<Fixed>()
        };
        (0..columns.len()).into_par_iter().map(reduced).collect()
    }

    /// Columns below `limit` that are not in the program, cheapest first, with a quota a
    /// unit so that one corner of the map does not take the whole round.
    fn choose(&self, reduced: &[Fixed], limit: Fixed) -> Vec<usize> {
        let is_inside = &self.is_inside;
        let below = |column: usize| reduced[column] < limit && !is_inside[column];
        let mut candidates = self.columns.passing(below);
        candidates.par_sort_unstable_by_key(|&column| (reduced[column], column));
        let mut taken = vec![0; self.units];
        let mut chosen = Vec::new();
        for column in candidates {
            let units = self.columns.units(column);
            if units.iter().any(|unit| taken[unit.index()] < COLUMNS_A_UNIT) {
                units.iter().for_each(|unit| taken[unit.index()] += 1);
                chosen.push(column);
                if chosen.len() == COLUMNS_A_ROUND {
                    break;
                }
            }
        }
        chosen
    }

    fn positive(&self, answer: &LpSolution) -> Vec<(usize, f64)> {
        let slacks = answer.columns.len() - self.inside.len();
        let values = self.inside.iter().zip(&answer.columns[slacks..]);
        let mut positive: Vec<(usize, f64)> = values
            .filter(|(_, value)| **value > 1e-9)
            .map(|(&(column, ..), &value)| (column, value))
            .collect();
        positive.sort_by_key(|&(column, _)| column);
        positive
    }

    /// A smaller program over `columns`, a selection of the present ones (`kept[new]` is
    /// the old number): columns and cuts that matter carry over.
    pub(super) fn restricted<'b>(&self, columns: &'b Columns, kept: &[usize]) -> Master<'b> {
        let mut smaller = Master::new(columns, self.units, self.most_zones, self.past_all, self.seed);
        let cuts: Vec<Triple> = self.cuts().collect();
        smaller.add_cuts(&cuts);
        let inside = (0..kept.len()).filter(|&new| self.is_inside[kept[new]]);
        smaller.enter(inside);
        smaller
    }

    pub(super) fn columns(&self) -> &'a Columns {
        self.columns
    }
}
