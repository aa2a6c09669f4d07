//! Large neighbourhood search (Shaw 1998, "Using constraint programming and local search methods
//! to solve vehicle routing problems"): a few neighbouring zones are taken out of the plan, and the
//! best cover of their units is sought among the columns of small reduced cost, until no
//! neighbourhood can be improved. A unit that the plan leaves out is held by a penalty column of its
//! own, so that completing a plan and improving one are the same search.
//!
//! A fixed number of neighbourhoods is tried at a time, whatever the number of threads, and the results are
//! taken over in order: the plan does not depend on the number of threads.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::cover_columns::{ConflictRow, CoverColumns};
use super::cover_rows::CoverRows;
use super::cover_search::CoverSearch;
use super::diving::dive;
use super::restricted_master::{Halt, Master, RelaxationFrame};
use crate::watch::Quiet;
use crate::{Stage, Watch};
use zonewerk_core::territory::{Id, UnitId};

/// Units of a neighbourhood, one size after the other.
const PART_UNITS: [usize; 4] = [18, 36, 60, 84];
/// Neighbourhoods that are tried at a time.
const PARTS_AT_A_TIME: usize = 4;
/// Branches of a neighbourhood, at most.
const PART_BRANCHES: usize = 40;
/// Rounds of cuts in a neighbourhood, at most.
const PART_CUT_ROUNDS: usize = 6;
/// Neighbourhoods that are tried, at most, in all.
const TRIES: usize = 1_000;

/// Takes over the best plan that is found among the columns `near` (ascending numbers).
///
/// Ends as soon as `is_good` says that the plan is good enough. Returns the units that the
/// last plan leaves out.
pub(super) fn first_plan(
    search: &mut CoverSearch<'_>,
    near: &[usize],
    is_good: impl Fn(u64) -> bool,
) -> Result<Vec<UnitId>, Halt> {
    let pool = PenalisedPool::new(search.all, near, search.frame);
    let mut plan = match &search.incumbent {
        Some(incumbent) if incumbent.cover.iter().all(|column| near.binary_search(column).is_ok()) => {
            let numbers = incumbent.cover.iter().filter_map(|column| near.binary_search(column).ok());
            numbers.collect()
        }
        _ => match pool.dive(search)? {
            Some(plan) => plan,
            None => return Ok(Vec::new()),
        },
    };
    pool.take_over(search, near, &plan);
    for units in PART_UNITS {
        plan = pool.improve(search, near, plan, units, &is_good)?;
    }
    let penalty = plan.iter().filter(|&&column| column >= pool.real);
    Ok(penalty.flat_map(|&column| pool.columns.units(column).iter().copied()).collect())
}

/// A cover that costs less than the frame's cutoff, as good as is quickly found.
pub(super) fn quick_best(
    columns: &CoverColumns,
    frame: RelaxationFrame<'_>,
    watch: &dyn Watch,
) -> Result<Option<Vec<usize>>, Halt> {
    let quiet = Quiet(watch);
    let mut search = CoverSearch::new(columns, frame, 0, &quiet);
    search.most_branches = PART_BRANCHES;
    search.most_cut_rounds = PART_CUT_ROUNDS;
    match search.run_small() {
        Ok(()) => {}
        Err(Halt::Failed(_)) => return Ok(None),
        Err(halt) if watch.stop().is_some() => return Err(halt),
        Err(Halt::Stopped(_)) => {}
    }
    Ok(search.incumbent.map(|found| found.cover))
}

/// Columns to choose from, and a penalty column for each unit, numbered after them.
struct PenalisedPool<'a> {
    columns: CoverColumns,
    real: usize,
    frame: RelaxationFrame<'a>,
    row_bits: RowBits,
}

impl<'a> PenalisedPool<'a> {
    fn new(all: &CoverColumns, near: &[usize], frame: RelaxationFrame<'a>) -> Self {
        let selected = all.select(near);
        let penalty = (0..selected.len())
            .map(|column| selected.cost(column))
            .max()
            .unwrap_or(0)
            .saturating_mul(2)
            .saturating_add(1);
        let sides = frame.rows.ceilings.len();
        let mut columns = selected;
        for unit in 0..frame.rows.units {
            columns.append(&[UnitId::new(unit)], &[], penalty, &vec![0; sides]);
        }
        let row_bits = RowBits::of(&columns, frame.rows);
        Self { real: near.len(), columns, frame, row_bits }
    }

    fn cutoff(&self) -> u64 {
        let penalty = self.columns.cost(self.columns.len() - 1);
        penalty.saturating_mul(self.frame.rows.units as u64).saturating_add(1)
    }

    fn dive(&self, search: &CoverSearch<'_>) -> Result<Option<Vec<usize>>, Halt> {
        let frame = RelaxationFrame { cutoff: self.cutoff(), ..self.frame };
        let mut master = Master::new(&self.columns, frame);
        master.enter_cheapest();
        dive(&mut master, &vec![true; self.columns.len()], frame.cutoff, search.watch)
    }

    fn take_over(&self, search: &mut CoverSearch<'_>, near: &[usize], plan: &[usize]) {
        if plan.iter().all(|&column| column < self.real) {
            search.improve(plan.iter().map(|&column| near[column]).collect());
        }
    }

    /// Improves neighbourhoods of about so many units until none can be improved.
    fn improve(
        &self,
        search: &mut CoverSearch<'_>,
        near: &[usize],
        mut plan: Vec<usize>,
        units: usize,
        is_good: &impl Fn(u64) -> bool,
    ) -> Result<Vec<usize>, Halt> {
        let mut tried: BTreeSet<Vec<usize>> = BTreeSet::new();
        loop {
            let parts = self.untried(&plan, units, &tried);
            if parts.is_empty() || tried.len() >= TRIES || is_good(search.limit()) {
                return Ok(plan);
            }
            let watch = search.watch;
            let better: Vec<Option<Vec<usize>>> =
                parts.par_iter().map(|part| self.best_of(&plan, part, watch)).collect::<Result<_, Halt>>()?;
            let mut changed: BTreeSet<usize> = BTreeSet::new();
            for (part, better) in parts.into_iter().zip(better) {
                if let Some(better) = better.filter(|_| part.iter().all(|column| !changed.contains(column))) {
                    let mut with = plan.clone();
                    with.retain(|column| !part.contains(column));
                    with.extend(&better);
                    // Each one alone keeps the rows; two together may exceed the same side row.
                    if !self.frame.rows.are_kept(&self.columns, &with) {
                        continue;
                    }
                    plan = with;
                    changed.extend(&part);
                }
                tried.insert(part);
            }
            plan.sort_unstable();
            self.take_over(search, near, &plan);
            search.tell(Stage::Diving);
        }
    }

    /// The next neighbourhoods to try: those around penalty columns first, then in the order of the plan.
    fn untried(&self, plan: &[usize], units: usize, tried: &BTreeSet<Vec<usize>>) -> Vec<Vec<usize>> {
        let mut zone_of = vec![usize::MAX; self.frame.rows.units];
        for &column in plan {
            self.columns.units(column).iter().for_each(|unit| zone_of[unit.index()] = column);
        }
        let mut seeds: Vec<usize> = plan.to_vec();
        seeds.sort_by_key(|&column| (column < self.real, column));
        let mut parts: Vec<Vec<usize>> = Vec::new();
        for seed in seeds {
            let part = self.around(seed, &zone_of, units);
            if !tried.contains(&part) && !parts.contains(&part) {
                parts.push(part);
                if parts.len() == PARTS_AT_A_TIME {
                    break;
                }
            }
        }
        parts
    }

    /// A zone and those around it, nearest first, until they have so many units; ascending.
    fn around(&self, seed: usize, zone_of: &[usize], units: usize) -> Vec<usize> {
        let mut part = vec![seed];
        let mut next = 0;
        let mut size = self.columns.units(seed).len();
        while next < part.len() && size < units {
            for &unit in self.columns.units(part[next]) {
                for neighbour in self.frame.graph.neighbours(unit) {
                    let zone = zone_of[neighbour.unit.index()];
                    if size < units && zone != usize::MAX && !part.contains(&zone) {
                        part.push(zone);
                        size += self.columns.units(zone).len();
                    }
                }
            }
            next += 1;
        }
        part.sort_unstable();
        part
    }

    /// The best cover of a neighbourhood's units, where it is better than the present one.
    fn best_of(&self, plan: &[usize], part: &[usize], watch: &dyn Watch) -> Result<Option<Vec<usize>>, Halt> {
        let rest: Vec<usize> = plan.iter().copied().filter(|column| !part.contains(column)).collect();
        let Some(rows) = self.frame.rows.without(&self.columns, &rest, part) else { return Ok(None) };
        let row_set = self.row_bits.row_set(part, &rest, self.frame.rows);
        let inside: Vec<usize> = self.row_bits.inside(&row_set);
        let number = row_set.numbers(self.frame.rows);
        let mut columns = CoverColumns::of(Arc::default(), rows.ceilings.len());
        for &column in &inside {
            let members: Vec<UnitId> =
                self.columns.units(column).iter().map(|unit| UnitId::new(number[unit.index()])).collect();
            let conflict_rows = self.columns.conflict_rows(column).iter();
            let conflict_rows: Vec<ConflictRow> = conflict_rows
                .map(|&conflict_row| number[self.frame.rows.units + conflict_row as usize] as ConflictRow)
                .collect();
            let sides: Vec<u64> = self.columns.sides(column).collect();
            columns.append(&members, &conflict_rows, self.columns.cost(column), &sides);
        }
        let limit: u64 = part.iter().map(|&column| self.columns.cost(column)).sum();
        let frame = RelaxationFrame { rows: &rows, cutoff: limit, ..self.frame };
        let found = quick_best(&columns, frame, watch)?;
        Ok(found.map(|cover| cover.into_iter().map(|column| inside[column]).collect()))
    }
}

/// The rows of each column as bits, to find the columns inside a neighbourhood quickly.
struct RowBits {
    words: usize,
    bits: Vec<u64>,
}

/// A set of rows.
struct RowSet(Vec<u64>);

impl RowSet {
    fn holds(&self, row: usize) -> bool {
        self.0[row / 64] >> (row % 64) & 1 == 1
    }

    /// The rows that it holds, units and conflict rows each numbered from 0.
    fn numbers(&self, rows: &CoverRows) -> Vec<usize> {
        let mut numbers = vec![usize::MAX; rows.sets()];
        for range in [0..rows.units, rows.units..rows.sets()] {
            range.filter(|&row| self.holds(row)).enumerate().for_each(|(number, row)| numbers[row] = number);
        }
        numbers
    }
}

impl RowBits {
    fn of(columns: &CoverColumns, rows: &CoverRows) -> Self {
        let words = rows.sets().div_ceil(64);
        let mut bits = vec![0; words * columns.len()];
        for (column, bits) in bits.chunks_exact_mut(words).enumerate() {
            columns.rows(column, rows.units).for_each(|row| bits[row / 64] |= 1 << (row % 64));
        }
        Self { words, bits }
    }

    fn bits(&self, column: usize) -> &[u64] {
        &self.bits[column * self.words..(column + 1) * self.words]
    }

    /// The units of a neighbourhood, and the conflict rows that the rest of the plan does not use.
    fn row_set(&self, part: &[usize], rest: &[usize], rows: &CoverRows) -> RowSet {
        let mut row_set = vec![0; self.words];
        part.iter().for_each(|&column| row_set.iter_mut().zip(self.bits(column)).for_each(|(a, b)| *a |= b));
        let mut taken = vec![0; self.words];
        rest.iter().for_each(|&column| taken.iter_mut().zip(self.bits(column)).for_each(|(a, b)| *a |= b));
        for row in rows.units..rows.sets() {
            if taken[row / 64] >> (row % 64) & 1 == 0 {
                row_set[row / 64] |= 1 << (row % 64);
            }
        }
        RowSet(row_set)
    }

    fn inside(&self, row_set: &RowSet) -> Vec<usize> {
        let fits = |bits: &[u64]| bits.iter().zip(&row_set.0).all(|(bits, row_set)| bits & !row_set == 0);
        let columns = self.bits.chunks_exact(self.words).enumerate();
        columns.filter(|(_, bits)| fits(bits)).map(|(column, _)| column).collect()
    }
}
