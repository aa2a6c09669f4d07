//! What is done in which order.

use super::branch;
use super::columns::{left_over, whole_cover};
use super::cuts;
use super::master::{Halt, Master, Relaxed};
use super::search::Search;
use crate::solve::Stage;
use crate::territory::UnitId;

/// Cuts added in one round, at most.
const CUTS_A_ROUND: usize = 150;
/// Rounds of cuts, at most.
const CUT_ROUNDS: usize = 40;
/// Without a plan, the first ceiling is this fraction of the bound above it.
const FIRST_CEILING: u64 = 400;
/// Without a plan below the ceiling, the next is this many times as far above the bound.
const CEILING_STEP: u64 = 3;
/// The columns a first dive has to choose from.
const NEAR_COLUMNS: usize = 100_000;

impl Search<'_> {
    /// Searches until the bound meets the best plan, or passes what any plan can cost.
    pub(super) fn run(&mut self, most_zones: usize, seed: u64) -> Result<(), Halt> {
        self.tell(Stage::Relaxing);
        let mut master = Master::new(self.all, self.units, most_zones, self.past_all, seed);
        master.enter_cheapest();
        let relaxed = master.relax(&vec![true; self.all.len()], self.limit(), self.watch)?;
        self.effort.lp_bound = Some(relaxed.bound);
        self.prove(relaxed.bound);
        self.left_over = left_over(self.all, self.units, &relaxed.solution);
        if let Some(cover) = whole_cover(self.all, self.units, &relaxed.solution) {
            self.improve(cover);
        }
        if self.bound < self.objective() {
            self.first_dive(&master, &relaxed)?;
        }
        let mut above = (relaxed.bound / FIRST_CEILING).max(1);
        while self.bound < self.objective() {
            let no_plan_yet = self.incumbent.is_none();
            self.ceiling = if no_plan_yet { relaxed.bound.saturating_add(above) } else { u64::MAX };
            let limit = self.limit();
            let within = self.all.passing(|column| relaxed.bound_with[column] < limit);
            self.search_within(&master, within)?;
            above = above.saturating_mul(CEILING_STEP);
        }
        Ok(())
    }

    /// A dive needs room, not millions of columns: those nearest to the relaxation do.
    fn first_dive(&mut self, master: &Master<'_>, relaxed: &Relaxed) -> Result<(), Halt> {
        self.tell(Stage::Diving);
        let mut near: Vec<usize> = (0..self.all.len()).collect();
        if near.len() > NEAR_COLUMNS {
            near.select_nth_unstable_by_key(NEAR_COLUMNS, |&column| (relaxed.bound_with[column], column));
            near.truncate(NEAR_COLUMNS);
            near.sort_unstable();
        }
        let pool = self.all.select(&near);
        let mut master = master.restricted(&pool, &near);
        self.dive(&mut master, &near, &vec![true; near.len()])
    }

    /// Finds the best plan below the limit, all of whose zones are `within`, and proves
    /// that no other below the limit is better: cut, dive, drop what cannot help, branch.
    fn search_within(&mut self, master: &Master<'_>, within: Vec<usize>) -> Result<(), Halt> {
        let pool = self.all.select(&within);
        let mut master = master.restricted(&pool, &within);
        self.effort.surviving = pool.len();
        let relaxed = self.cut(&mut master, &within)?;
        if self.bound >= self.limit() {
            return Ok(());
        }
        self.tell(Stage::Diving);
        self.dive(&mut master, &within, &vec![true; pool.len()])?;
        let limit = self.limit();
        let survivors = pool.passing(|column| relaxed.bound_with[column] < limit);
        let surviving_pool = pool.select(&survivors);
        let mut master = master.restricted(&surviving_pool, &survivors);
        let kept: Vec<usize> = survivors.into_iter().map(|column| within[column]).collect();
        self.effort.surviving = kept.len();
        branch::branch(self, &mut master, &kept)
    }

    /// Adds cuts until none is violated or the bound reaches the limit.
    fn cut(&mut self, master: &mut Master<'_>, kept: &[usize]) -> Result<Relaxed, Halt> {
        let columns = master.columns();
        let open = vec![true; columns.len()];
        let mut rounds = 0;
        loop {
            self.tell(Stage::Cutting);
            let relaxed = master.relax(&open, self.limit(), self.watch)?;
            self.prove(relaxed.bound);
            self.take_if_whole(columns, kept, &relaxed);
            if self.bound >= self.limit() || rounds == CUT_ROUNDS {
                return Ok(relaxed);
            }
            let values = relaxed.solution.iter();
            let solution: Vec<(&[UnitId], f64)> =
                values.map(|&(column, value)| (columns.units(column), value)).collect();
            let cuts = cuts::violated(&solution, CUTS_A_ROUND);
            if cuts.is_empty() {
                return Ok(relaxed);
            }
            master.add_cuts(&cuts);
            self.effort.cuts = master.cuts().len();
            rounds += 1;
        }
    }
}
