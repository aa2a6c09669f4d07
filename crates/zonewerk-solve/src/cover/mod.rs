//! The exact engine for many small zones: a plan is an exact cover of the units by
//! feasible zones, all of which are listed.
//!
//! 0. Independent blocks are solved one by one ([`blocks`]).
//! 1. List the columns; solve the linear relaxation over all of them ([`restricted_master`]).
//! 2. Make a plan from the columns of small reduced cost, and improve it by large neighbourhood search
//!    ([`large_neighbourhood_search`]).
//! 3. Drop every column that no better plan can hold (its reduced cost exceeds the gap).
//!    Where no plan is known yet, search below a cutoff a little above the bound, and
//!    raise the cutoff until a plan lies below it or none can ([`search_strategy`]).
//! 4. Cut ([`subset_row_cuts`]), relax, dive and drop again while that helps.
//! 5. Branch on pairs of units ([`branch`]) until every branch is closed.
//!
//! All bounds are whole numbers proved by exact sums ([`exact_bound`]); costs are whole
//! numbers too, so a branch is closed as soon as its bound exceeds the best plan less one.

mod backbone_query;
mod blocks;
mod bottleneck;
mod branch;
mod cover_columns;
mod cover_rows;
mod cover_search;
mod depth_first;
mod diving;
mod duals;
mod exact_bound;
mod k_best;
mod large_neighbourhood_search;
mod restricted_master;
mod search_strategy;
mod subset_row_cuts;

pub(super) use backbone_query::{PairAnswer, query_backbone};
pub(super) use blocks::search;
pub(super) use bottleneck::least_largest;
pub(super) use cover_columns::{ConflictRow, CoverColumns};
pub(super) use cover_rows::CoverRows;
pub(super) use k_best::k_best_plans;

use cover_search::CoverSearch;
use exact_bound::Precision;
use restricted_master::{Halt, RelaxationFrame};

use super::watch::Quiet;
use super::{Stopped, Watch};
use zonewerk_core::graph::Graph;
use zonewerk_core::territory::{Id, UnitId};

/// The result of a search. What is proved follows from the numbers alone.
pub(super) struct CoverResult {
    /// The best plan.
    pub(super) incumbent: Option<Incumbent>,
    /// Lower bound on the cost of every plan.
    pub(super) bound: u64,
    /// All plans that are sought cost less: a bound of this size proves that there is none.
    pub(super) cutoff: u64,
    /// Why the search ended early, if it did.
    pub(super) stopped: Option<Stopped>,
    /// Units that the first relaxation could not cover, ascending.
    pub(super) left_over: Vec<UnitId>,
    pub(super) effort: CoverEffort,
    /// Per column, a lower bound on the cost of the plans that hold it; empty when nothing is known.
    pub(super) bounds_with: Vec<u64>,
}

/// A plan: the numbers of its columns, and their cost.
#[derive(Clone, Debug)]
pub(super) struct Incumbent {
    pub(super) cover: Vec<usize>,
    pub(super) objective: u64,
}

/// How much work there was.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct CoverEffort {
    /// Bound of the linear relaxation over all columns, without cuts.
    pub(super) lp_bound: Option<u64>,
    /// Bound of the linear relaxation with cuts, when branching first began.
    pub(super) cut_bound: Option<u64>,
    /// Columns that were left when branching last began.
    pub(super) surviving: usize,
    /// Cuts in the last relaxation.
    pub(super) cuts: usize,
    /// Branches that were solved.
    pub(super) branches: usize,
}

/// The input of a search: columns, rows, a plan to start from and limits.
pub(super) struct CoverQuestion<'a> {
    pub(super) columns: &'a CoverColumns,
    pub(super) rows: &'a CoverRows,
    pub(super) graph: &'a Graph,
    /// A plan that is known to keep all rows.
    pub(super) start: Option<Vec<usize>>,
    /// Which step of the objective, counted from 0.
    pub(super) step: usize,
    pub(super) seed: u64,
    /// The cost of the blocks that are solved already, added to the progress that is told.
    pub(super) settled: u64,
    /// Plans that cost more are not sought; where no plan costs at most this, the answer is that there is none.
    pub(super) max_cost: Option<u64>,
    /// Branches to solve, at most.
    pub(super) most_branches: usize,
}

impl<'a> CoverQuestion<'a> {
    fn frame(&self) -> RelaxationFrame<'a> {
        let dearest = dearest_plan(self.columns, self.rows);
        let past_all = self.max_cost.map_or(dearest, |most| most.min(dearest)).saturating_add(1);
        RelaxationFrame { rows: self.rows, graph: self.graph, cutoff: past_all, seed: self.seed }
    }
}

/// Whether sums of these costs are too large for exact bounds.
pub(super) fn are_too_large(question: &CoverQuestion<'_>) -> bool {
    question.frame().cutoff > Precision::largest(question.columns.most_sets() + 1)
}

/// The frame of a question, where its costs can be summed exactly.
fn added_up<'a>(question: &CoverQuestion<'a>) -> Result<RelaxationFrame<'a>, Stopped> {
    if are_too_large(question) { Err(Stopped::CostsTooLarge) } else { Ok(question.frame()) }
}

/// Finds the cheapest plan, or proves that there is none.
fn search_block(question: &CoverQuestion<'_>, watch: &dyn Watch) -> CoverResult {
    let mut search = CoverSearch::new(question.columns, question.frame(), question.step, watch);
    search.settled = question.settled;
    search.is_doubted = question.max_cost.is_some();
    search.most_branches = question.most_branches;
    if let Some(start) = &question.start {
        search.improve(start.clone());
    }
    let mut bounds_with = Vec::new();
    let stopped = match search.run(&mut bounds_with) {
        Ok(()) => None,
        Err(halt) => Some(halt.into_stopped()),
    };
    search.into_found(stopped, bounds_with)
}

/// An infeasibility certificate: the relaxation without costs, branched out, shows that no cover keeps
/// the rows.
pub(super) struct InfeasibilityCertificate {
    pub(super) branches: usize,
    /// Units that the first relaxation could not cover, ascending.
    pub(super) left_over: Vec<UnitId>,
}

/// Proves that no cover of these columns keeps the rows, whatever they cost; `None` where there is one,
/// or the proof was not found.
pub(super) fn prove_infeasible(
    graph: &Graph,
    columns: &CoverColumns,
    rows: &CoverRows,
    watch: &dyn Watch,
) -> Option<InfeasibilityCertificate> {
    if columns.len() == 0 {
        let left_over = (0..rows.units).filter(|&unit| rows.is_required(unit)).map(UnitId::new).collect();
        return Some(InfeasibilityCertificate { branches: 0, left_over });
    }
    let columns = columns.clone().free_of_cost();
    let quiet = Quiet(watch);
    let frame = RelaxationFrame { rows, graph, cutoff: 1, seed: 0 };
    let mut search = CoverSearch::new(&columns, frame, 0, &quiet);
    search.run(&mut Vec::new()).ok()?;
    let CoverSearch { incumbent, bound, left_over, effort, .. } = search;
    (incumbent.is_none() && bound >= 1)
        .then_some(InfeasibilityCertificate { branches: effort.branches, left_over })
}

/// Reduced costs, in fixed point: by how much each column raises the cost of a plan above the bound.
pub(super) struct ReducedCosts {
    /// Columns with their reduced costs, ascending by column.
    pub(super) each: Vec<(usize, u128)>,
    /// The gap: the reduced costs of a plan sum to at most this.
    pub(super) budget: u128,
}

/// The columns of plans that cost at most `ceiling`, which depends on the bound of the linear
/// relaxation, with their reduced costs; `None` where there is no such plan.
pub(super) fn reduced_costs(
    question: &CoverQuestion<'_>,
    ceiling: impl Fn(u64) -> u64,
    watch: &dyn Watch,
) -> Result<Option<ReducedCosts>, Stopped> {
    let quiet = Quiet(watch);
    let mut search = CoverSearch::new(question.columns, added_up(question)?, question.step, &quiet);
    search.reduced_costs(ceiling).map_err(Halt::into_stopped)
}

/// The bound of the linear relaxation.
pub(super) fn relaxation(question: &CoverQuestion<'_>, watch: &dyn Watch) -> Result<u64, Stopped> {
    let quiet = Quiet(watch);
    let mut search = CoverSearch::new(question.columns, added_up(question)?, question.step, &quiet);
    search.relax_alone().map_err(Halt::into_stopped)
}

/// The columns that the linear relaxation takes, with how much of each, ascending.
pub(super) fn wanted(question: &CoverQuestion<'_>, watch: &dyn Watch) -> Result<Vec<(usize, f64)>, Stopped> {
    let quiet = Quiet(watch);
    let mut search = CoverSearch::new(question.columns, added_up(question)?, question.step, &quiet);
    search.solution().map_err(Halt::into_stopped)
}

/// A plan of a few columns that costs less than `limit`, as good as is quickly found.
pub(super) fn quick_best(
    question: &CoverQuestion<'_>,
    limit: u64,
    watch: &dyn Watch,
) -> Result<Option<Vec<usize>>, Stopped> {
    let frame = RelaxationFrame { cutoff: limit, ..added_up(question)? };
    large_neighbourhood_search::quick_best(question.columns, frame, watch).map_err(Halt::into_stopped)
}

/// Some plan, as good as is quickly found.
pub(super) fn quick_plan(question: &CoverQuestion<'_>, watch: &dyn Watch) -> Option<Vec<usize>> {
    let quiet = Quiet(watch);
    let mut search = CoverSearch::new(question.columns, question.frame(), question.step, &quiet);
    // What stops this stops the search that needs the plan too.
    let _ = search.first_plan();
    search.incumbent.map(|incumbent| incumbent.cover)
}

/// An upper bound on the cost of every plan: the sum over the units of the largest share of a zone that a
/// unit can have to pay, or the largest cost of a zone times the number of zones, whichever is less.
fn dearest_plan(columns: &CoverColumns, rows: &CoverRows) -> u64 {
    let mut dearest = vec![0_u64; rows.units];
    for column in 0..columns.len() {
        let members = columns.units(column);
        let share = columns.cost(column).div_ceil(members.len() as u64);
        members.iter().for_each(|unit| dearest[unit.index()] = dearest[unit.index()].max(share));
    }
    let zone = columns.costs().iter().copied().max().unwrap_or(0);
    let by_unit = dearest.iter().fold(0_u64, |sum, &share| sum.saturating_add(share));
    by_unit.min(zone.saturating_mul(rows.most_zones as u64))
}
