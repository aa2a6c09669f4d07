//! The exact engine for many small zones: a plan is an exact cover of the units by
//! feasible zones, all of which are listed.
//!
//! 0. What falls apart is solved part by part ([`blocks`]).
//! 1. List the columns; solve the linear relaxation over all of them ([`master`]).
//! 2. Make a plan from the columns nearest to it, and better it part by part
//!    ([`neighbourhoods`]).
//! 3. Drop every column that no better plan can hold (its reduced cost exceeds the gap).
//!    Where no plan is known yet, look below a ceiling a little above the bound, and
//!    raise the ceiling until a plan lies below it or none can.
//! 4. Cut ([`cuts`]), relax, dive and drop again while that helps.
//! 5. Branch on pairs of units ([`branch`]) until every branch is closed.
//!
//! All bounds are whole numbers proved by exact sums ([`exact`]); costs are whole
//! numbers too, so a branch is closed as soon as its bound exceeds the best plan less one.

mod blocks;
mod bottleneck;
mod branch;
mod columns;
mod cuts;
mod depth_first;
mod dive;
mod duals;
mod exact;
mod master;
mod neighbourhoods;
mod rows;
mod search;
mod sights;
mod strategy;
mod within;

pub(super) use blocks::search;
pub(super) use bottleneck::least_largest;
pub(super) use columns::{Claim, Columns};
pub(super) use rows::Rows;
pub(super) use sights::{Sight, sights};
pub(super) use within::cheapest_plans;

use exact::Precision;
use master::{Frame, Halt};
use search::Search;

use super::watch::Quiet;
use super::{Stopped, Watch};
use zonewerk_core::graph::Graph;
use zonewerk_core::territory::{Id, UnitId};

/// What the search came to. What is proved follows from the numbers alone.
pub(super) struct Found {
    /// The best plan.
    pub(super) incumbent: Option<Incumbent>,
    /// No plan costs less.
    pub(super) bound: u64,
    /// More than any plan can cost: a bound of this size says that there is no plan.
    pub(super) past_all: u64,
    /// Why the search ended early, if it did.
    pub(super) stopped: Option<Stopped>,
    /// Units that the first relaxation could not cover, ascending.
    pub(super) left_over: Vec<UnitId>,
    pub(super) effort: Effort,
    /// Per column, what a plan that holds it costs at least; empty when nothing is known.
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
pub(super) struct Effort {
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

/// What is searched, and from where.
pub(super) struct Question<'a> {
    pub(super) columns: &'a Columns,
    pub(super) rows: &'a Rows,
    pub(super) graph: &'a Graph,
    /// A plan that is known to keep all rows.
    pub(super) start: Option<Vec<usize>>,
    /// Which step of the objective, counted from 0.
    pub(super) step: usize,
    pub(super) seed: u64,
    /// What a plan costs elsewhere, to be told with the progress.
    pub(super) settled: u64,
    /// Plans that cost more are not sought: there is no plan where there is none below.
    pub(super) most: Option<u64>,
    /// Branches to solve, at most.
    pub(super) most_branches: usize,
}

impl<'a> Question<'a> {
    fn frame(&self) -> Frame<'a> {
        let dearest = dearest_plan(self.columns, self.rows);
        let past_all = self.most.map_or(dearest, |most| most.min(dearest)).saturating_add(1);
        Frame { rows: self.rows, graph: self.graph, past_all, seed: self.seed }
    }
}

/// Whether sums of these costs are too large for exact bounds.
pub(super) fn are_too_large(question: &Question<'_>) -> bool {
    question.frame().past_all > Precision::largest(question.columns.most_sets() + 1)
}

/// The frame of a question whose costs can be added up exactly.
fn added_up<'a>(question: &Question<'a>) -> Result<Frame<'a>, Stopped> {
    if are_too_large(question) { Err(Stopped::CostsTooLarge) } else { Ok(question.frame()) }
}

/// Finds the cheapest plan, or proves that there is none.
fn search_block(question: &Question<'_>, watch: &dyn Watch) -> Found {
    let mut search = Search::new(question.columns, question.frame(), question.step, watch);
    search.settled = question.settled;
    search.is_doubted = question.most.is_some();
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

/// A proof that no cover keeps the rows.
pub(super) struct Misfit {
    pub(super) branches: usize,
    /// Units that the first relaxation could not cover, ascending.
    pub(super) left_over: Vec<UnitId>,
}

/// Whether columns have a cover, whatever they cost: a proof that they have none, where that
/// was found.
pub(super) fn fits(graph: &Graph, columns: &Columns, rows: &Rows, watch: &dyn Watch) -> Option<Misfit> {
    if columns.len() == 0 {
        let left_over = (0..rows.units).filter(|&unit| rows.is_required(unit)).map(UnitId::new).collect();
        return Some(Misfit { branches: 0, left_over });
    }
    let columns = columns.clone().free_of_cost();
    let quiet = Quiet(watch);
    let frame = Frame { rows, graph, past_all: 1, seed: 0 };
    let mut search = Search::new(&columns, frame, 0, &quiet);
    search.run(&mut Vec::new()).ok()?;
    let Search { incumbent, bound, left_over, effort, .. } = search;
    (incumbent.is_none() && bound >= 1).then_some(Misfit { branches: effort.branches, left_over })
}

/// How much dearer than the bound plans become with each column, in fixed point.
pub(super) struct Excesses {
    /// Columns with their excesses, ascending by column.
    pub(super) each: Vec<(usize, u128)>,
    /// What the excesses of a plan may add up to.
    pub(super) budget: u128,
}

/// The columns of plans that cost at most `ceiling`, which depends on the bound of the linear
/// relaxation, with their excesses; `None` where there is no such plan.
pub(super) fn excesses(
    question: &Question<'_>,
    ceiling: impl Fn(u64) -> u64,
    watch: &dyn Watch,
) -> Result<Option<Excesses>, Stopped> {
    let quiet = Quiet(watch);
    let mut search = Search::new(question.columns, added_up(question)?, question.step, &quiet);
    search.excesses(ceiling).map_err(Halt::into_stopped)
}

/// The bound of the linear relaxation.
pub(super) fn relaxation(question: &Question<'_>, watch: &dyn Watch) -> Result<u64, Stopped> {
    let quiet = Quiet(watch);
    let mut search = Search::new(question.columns, added_up(question)?, question.step, &quiet);
    search.relax_alone().map_err(Halt::into_stopped)
}

/// The columns that the linear relaxation takes, with how much of each, ascending.
pub(super) fn wanted(question: &Question<'_>, watch: &dyn Watch) -> Result<Vec<(usize, f64)>, Stopped> {
    let quiet = Quiet(watch);
    let mut search = Search::new(question.columns, added_up(question)?, question.step, &quiet);
    search.solution().map_err(Halt::into_stopped)
}

/// A plan of a few columns that costs less than `limit`, as good as is quickly found.
pub(super) fn quick_best(
    question: &Question<'_>,
    limit: u64,
    watch: &dyn Watch,
) -> Result<Option<Vec<usize>>, Stopped> {
    let frame = Frame { past_all: limit, ..added_up(question)? };
    neighbourhoods::quick_best(question.columns, frame, watch).map_err(Halt::into_stopped)
}

/// Some plan, as good as is quickly found.
pub(super) fn quick_plan(question: &Question<'_>, watch: &dyn Watch) -> Option<Vec<usize>> {
    let quiet = Quiet(watch);
    let mut search = Search::new(question.columns, question.frame(), question.step, &quiet);
    // What stops this stops the search that needs the plan too.
    let _ = search.first_plan();
    search.incumbent.map(|incumbent| incumbent.cover)
}

/// More than which no plan costs: each unit at its dearest share of a zone, or each zone
/// the dearest.
fn dearest_plan(columns: &Columns, rows: &Rows) -> u64 {
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
