//! The order of the steps of branch, price and cut: relaxation, plan, cutoff, cuts, dive, branching.
//!
//! The pool is listed in full, so reduced costs can drop columns for good, but only against the cost
//! of a plan. Where no plan is known, a cutoff a little above the bound does that work: the search
//! below it is small, and finds a plan or proves that the bound lies higher. The cutoff rises by a
//! constant factor, so that the searches that find nothing cost less than the last one.

use super::ReducedCosts;
use super::branch;
use super::cover_search::CoverSearch;
use super::large_neighbourhood_search;
use super::restricted_master::{Halt, Master, Relaxed};
use super::subset_row_cuts;
use crate::Stage;

/// Cuts added in one round, at most.
const CUTS_A_ROUND: usize = 150;
/// Without a plan, the first cutoff is this fraction of the bound above it.
const FIRST_CEILING: u64 = 400;
/// Without a plan below the cutoff, the next is this many times as far above the bound.
const CEILING_STEP: u64 = 3;
/// So few columns are quickly branched on.
const FEW_COLUMNS: usize = 6_000;

impl<'a> CoverSearch<'a> {
    /// Solves the relaxation over all columns, and takes over its bound and its solution where that is a plan.
    pub(super) fn relax(&mut self) -> Result<(Master<'a>, Relaxed), Halt> {
        self.tell(Stage::Relaxing);
        if let Some(stopped) = self.watch.stop() {
            return Err(Halt::Stopped(stopped));
        }
        let mut master = Master::new(self.all, self.frame);
        master.enter_cheapest();
        let relaxed = master.relax(&vec![true; self.all.len()], u64::MAX, self.watch)?;
        self.effort.lp_bound = Some(relaxed.bound);
        self.prove(relaxed.bound);
        self.left_over = master.left_over(&relaxed.solution);
        let every: Vec<usize> = (0..self.all.len()).collect();
        self.take_if_whole(&master, &every, &relaxed);
        Ok((master, relaxed))
    }

    /// The bound of the relaxation over all columns.
    pub(super) fn relax_alone(&mut self) -> Result<u64, Halt> {
        Ok(self.relax()?.1.bound)
    }

    /// Finds a plan, without a proof.
    pub(super) fn first_plan(&mut self) -> Result<(), Halt> {
        let (_, relaxed) = self.relax()?;
        let near = relaxed.near(|_| true);
        let past_all = self.frame.cutoff;
        large_neighbourhood_search::first_plan(self, &near, |limit| limit < past_all)?;
        Ok(())
    }

    /// Searches until the bound meets the best plan, or reaches the cutoff of all plans. Fills
    /// `bounds_with`: per column, a lower bound on the cost of the plans that hold it.
    pub(super) fn run(&mut self, bounds_with: &mut Vec<u64>) -> Result<(), Halt> {
        let (master, relaxed) = self.relax()?;
        *bounds_with = (0..self.all.len()).map(|column| relaxed.bound_with(column)).collect();
        if self.bound < self.objective() && !self.is_doubted {
            self.tell(Stage::Diving);
            let near = self.at_hand(&relaxed);
            let surviving =
                |limit: u64| near.iter().filter(|&&column| relaxed.bound_with(column) < limit).count();
            large_neighbourhood_search::first_plan(self, &near, |limit| surviving(limit) < FEW_COLUMNS)?;
        }
        let mut above = (relaxed.bound / FIRST_CEILING).max(1);
        while self.bound < self.objective() {
            let no_plan_yet = self.incumbent.is_none();
            self.ceiling = if no_plan_yet { relaxed.bound.saturating_add(above) } else { u64::MAX };
            let limit = self.limit();
            let within = self.all.passing(|column| relaxed.bound_with(column) < limit);
            self.search_within(&master, within)?;
            above = above.saturating_mul(CEILING_STEP);
        }
        Ok(())
    }

    /// The columns to improve a plan with, ascending: those of small reduced cost, or all where every
    /// column has the same.
    fn at_hand(&self, relaxed: &Relaxed) -> Vec<usize> {
        let mut near = relaxed.near(|_| true);
        let Some(incumbent) = &self.incumbent else { return near };
        let tells_apart = near.iter().any(|&column| relaxed.bound_with(column) > relaxed.bound);
        if !tells_apart {
            return (0..self.all.len()).collect();
        }
        near.extend(&incumbent.cover);
        near.sort_unstable();
        near.dedup();
        near
    }

    /// The solution of the relaxation over all columns.
    pub(super) fn solution(&mut self) -> Result<Vec<(usize, f64)>, Halt> {
        Ok(self.relax()?.1.solution)
    }

    /// The columns of plans that cost at most `ceiling`, which depends on the bound of the relaxation,
    /// with their reduced costs after cuts, and the gap that those of a plan may sum to. `None` where
    /// there is no such plan.
    pub(super) fn reduced_costs(
        &mut self,
        ceiling: impl Fn(u64) -> u64,
    ) -> Result<Option<ReducedCosts>, Halt> {
        let (master, relaxed) = self.relax()?;
        let ceiling = ceiling(relaxed.bound);
        self.ceiling = ceiling.saturating_add(1);
        let limit = self.ceiling;
        if relaxed.bound >= limit {
            return Ok(None);
        }
        let within = self.all.passing(|column| relaxed.bound_with(column) < limit);
        let pool = self.all.select(&within);
        let mut master = master.restricted(&pool, &within);
        let relaxed = self.cut(&mut master, &within)?;
        let Some(budget) = relaxed.budget(ceiling).filter(|_| relaxed.bound < limit) else { return Ok(None) };
        let each =
            within.into_iter().enumerate().map(|(place, column)| (column, relaxed.reduced_cost(place)));
        Ok(Some(ReducedCosts {
            each: each.filter(|&(_, reduced_cost)| reduced_cost <= budget).collect(),
            budget,
        }))
    }

    /// Searches a small pool: without neighbourhoods, and with a limited number of branches.
    pub(super) fn run_small(&mut self) -> Result<(), Halt> {
        let mut master = Master::new(self.all, self.frame);
        master.enter_cheapest();
        let relaxed = master.relax(&vec![true; self.all.len()], self.limit(), self.watch)?;
        self.prove(relaxed.bound);
        let every: Vec<usize> = (0..self.all.len()).collect();
        self.take_if_whole(&master, &every, &relaxed);
        if self.bound < self.objective() {
            let limit = self.limit();
            let within = self.all.passing(|column| relaxed.bound_with(column) < limit);
            self.search_within(&master, within)?;
        }
        Ok(())
    }

    /// Finds the best plan below the limit, all of whose zones are `within`, and proves
    /// that no other below the limit is better: cut, dive, drop what cannot help, branch.
    pub(super) fn search_within(&mut self, master: &Master<'_>, within: Vec<usize>) -> Result<(), Halt> {
        let pool = self.all.select(&within);
        let mut master = master.restricted(&pool, &within);
        self.effort.surviving = pool.len();
        let relaxed = self.cut(&mut master, &within)?;
        if self.bound >= self.limit() {
            return Ok(());
        }
        self.tell(Stage::Diving);
        self.dive(&mut master, &within, &vec![true; pool.len()])?;
        self.effort.cut_bound.get_or_insert(relaxed.bound);
        let limit = self.limit();
        let survivors = pool.passing(|column| relaxed.bound_with(column) < limit);
        let surviving = pool.select(&survivors);
        let workers = [0; branch::WORKERS].map(|_| master.restricted(&surviving, &survivors));
        let kept: Vec<usize> = survivors.into_iter().map(|column| within[column]).collect();
        self.effort.surviving = kept.len();
        branch::branch(self, workers, &kept)
    }

    /// Adds cuts until none is violated or the bound reaches the limit.
    pub(super) fn cut(&mut self, master: &mut Master<'_>, kept: &[usize]) -> Result<Relaxed, Halt> {
        let open = vec![true; master.columns().len()];
        let mut rounds = 0;
        loop {
            self.tell(Stage::Cutting);
            let relaxed = master.relax(&open, self.limit(), self.watch)?;
            self.prove(relaxed.bound);
            self.take_if_whole(master, kept, &relaxed);
            if self.bound >= self.limit() || rounds == self.most_cut_rounds {
                return Ok(relaxed);
            }
            let cuts = subset_row_cuts::violated(master.rows_of(&relaxed.solution), CUTS_A_ROUND);
            if cuts.is_empty() {
                return Ok(relaxed);
            }
            master.add_cuts(cuts);
            self.effort.cuts = master.cuts().len();
            rounds += 1;
        }
    }
}
