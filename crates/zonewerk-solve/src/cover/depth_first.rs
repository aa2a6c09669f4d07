//! Every plan of a few columns that costs no more than asked: the unit that the fewest columns
//! hold gets each of them in turn (Knuth 2000, "Dancing links"), and what columns add above the
//! bound of a relaxation must fit its budget.

use super::cover_columns::CoverColumns;
use super::cover_rows::CoverRows;
use super::restricted_master::Relaxed;
use crate::{Stopped, Watch};
use zonewerk_core::territory::Id;

/// Steps between two looks at the clock.
const STEPS_A_LOOK: usize = 1 << 10;

/// Where plans go, and what they may cost.
pub(super) trait Collect {
    /// Plans that cost as much or more are not wanted; never grows.
    fn limit(&self) -> u64;

    /// Takes in a plan that costs less.
    fn take(&mut self, cover: &[usize], cost: u64);
}

/// Why a walk ended before all plans were met.
pub(super) enum Unfinished {
    /// There was more work than allowed.
    TooLong,
    /// The caller asks to stop.
    Stopped(Stopped),
}

/// Meets every plan of open columns that costs less than the limit, with no more than so many
/// looks at a column.
pub(super) fn walk(
    columns: &CoverColumns,
    rows: &CoverRows,
    relaxed: &Relaxed,
    open: &[bool],
    most_looks: usize,
    plans: &mut dyn Collect,
    watch: &dyn Watch,
) -> Result<(), Unfinished> {
    let Some(budget) = budget(relaxed, plans) else { return Ok(()) };
    let mut usable: Vec<(u128, usize)> = (0..columns.len())
        .filter(|&column| open[column])
        .map(|column| (relaxed.reduced_cost(column), column))
        .filter(|&(reduced_cost, _)| reduced_cost <= budget)
        .collect();
    usable.sort_unstable();
    let words = rows.sets().div_ceil(64);
    let mut masks = vec![0_u64; usable.len() * words];
    for (place, &(_, column)) in usable.iter().enumerate() {
        let mask = &mut masks[place * words..][..words];
        columns.rows(column, rows.units).for_each(|row| mask[row / 64] |= 1 << (row % 64));
    }
    let places: Vec<u32> = (0..usable.len() as u32).collect();
    let mut walk = DepthFirst {
        columns,
        rows,
        relaxed,
        usable,
        masks,
        words,
        budget,
        plans,
        watch,
        looks: 0,
        steps: 0,
        most_looks,
        counts: vec![0; rows.units],
        shares: vec![0; rows.units],
    };
    let sides = vec![0; rows.ceilings.len()];
    walk.step(&places, &vec![0; words], 0, &mut Vec::new(), &sides)
}

/// What reduced costs may sum to.
fn budget(relaxed: &Relaxed, plans: &dyn Collect) -> Option<u128> {
    relaxed.budget(plans.limit().checked_sub(1)?)
}

struct DepthFirst<'a> {
    columns: &'a CoverColumns,
    rows: &'a CoverRows,
    relaxed: &'a Relaxed,
    /// Columns with their reduced costs, least first.
    usable: Vec<(u128, usize)>,
    /// Per usable column, the rows that hold it.
    masks: Vec<u64>,
    words: usize,
    budget: u128,
    plans: &'a mut dyn Collect,
    watch: &'a dyn Watch,
    looks: usize,
    steps: usize,
    most_looks: usize,
    /// Per unit, how many columns may still hold it, in the present step.
    counts: Vec<u32>,
    /// Per unit, the least share of the reduced cost of a column that may still hold it.
    shares: Vec<u128>,
}

impl DepthFirst<'_> {
    fn step(
        &mut self,
        places: &[u32],
        taken: &[u64],
        reduced_cost: u128,
        cover: &mut Vec<usize>,
        sides: &[u64],
    ) -> Result<(), Unfinished> {
        self.steps += 1;
        self.looks += places.len() + 1;
        if self.steps.is_multiple_of(STEPS_A_LOOK)
            && let Some(stopped) = self.watch.stop()
        {
            return Err(Unfinished::Stopped(stopped));
        }
        if self.looks > self.most_looks {
            return Err(Unfinished::TooLong);
        }
        let Some(next) = self.next_unit(places, taken, reduced_cost) else { return Ok(()) };
        let Some(unit) = next else {
            self.meet(cover);
            return Ok(());
        };
        for (at, &place) in places.iter().enumerate() {
            let (more, column) = self.usable[place as usize];
            let with = reduced_cost + more;
            if with > self.budget {
                break;
            }
            if self.mask(place)[unit / 64] >> (unit % 64) & 1 == 0 {
                continue;
            }
            let adds = sides.iter().zip(self.columns.sides(column));
            let sides: Vec<u64> = adds.map(|(sum, more)| sum.saturating_add(more)).collect();
            if sides.iter().zip(&self.rows.ceilings).any(|(sum, most)| sum > most) {
                continue;
            }
            let left = self.budget - with;
            let mask = self.mask(place);
            let fits = |&&other: &&u32| {
                self.usable[other as usize].0 <= left
                    && self.mask(other).iter().zip(mask).all(|(a, b)| a & b == 0)
            };
            let rest: Vec<u32> = places.iter().filter(fits).copied().collect();
            let taken: Vec<u64> = taken.iter().zip(mask).map(|(a, b)| a | b).collect();
            self.looks += places.len() - at;
            cover.push(column);
            let walked = self.step(&rest, &taken, with, cover, &sides);
            cover.pop();
            walked?;
        }
        Ok(())
    }

    fn mask(&self, place: u32) -> &[u64] {
        &self.masks[place as usize * self.words..][..self.words]
    }

    /// The free unit that the fewest columns may hold, `Some(None)` where no unit is free, `None`
    /// where the free units cannot be held within the budget.
    fn next_unit(&mut self, places: &[u32], taken: &[u64], reduced_cost: u128) -> Option<Option<usize>> {
        self.counts.fill(0);
        for &place in places {
            let (more, column) = self.usable[place as usize];
            let units = self.columns.units(column);
            let share = more / units.len() as u128;
            for unit in units {
                let unit = unit.index();
                // Columns are in the order of reduced costs, not of shares.
                self.shares[unit] = if self.counts[unit] == 0 { share } else { self.shares[unit].min(share) };
                self.counts[unit] += 1;
            }
        }
        let is_free = |unit: usize| taken[unit / 64] >> (unit % 64) & 1 == 0;
        let mut fewest: Option<(u32, usize)> = None;
        let mut sum = reduced_cost;
        for unit in (0..self.rows.units).filter(|&unit| self.rows.is_required(unit) && is_free(unit)) {
            let count = self.counts[unit];
            sum += self.shares[unit];
            if count == 0 || sum > self.budget {
                return None;
            }
            if fewest.is_none_or(|(least, _)| count < least) {
                fewest = Some((count, unit));
            }
        }
        Some(fewest.map(|(_, unit)| unit))
    }

    /// Takes in a cover that is a plan and cheap enough; the budget shrinks with the limit.
    fn meet(&mut self, cover: &[usize]) {
        let cost = cover.iter().map(|&column| self.columns.cost(column)).sum();
        if cost < self.plans.limit() && self.rows.are_kept(self.columns, cover) {
            self.plans.take(cover, cost);
            self.budget = budget(self.relaxed, self.plans).map_or(0, |budget| budget.min(self.budget));
        }
    }
}
