//! The exact engine for many small zones: a plan is an exact cover of the units by
//! feasible zones, all of which are listed.
//!
//! 1. List the columns; solve the linear relaxation over all of them ([`master`]).
//! 2. Dive for a plan ([`dive`]).
//! 3. Drop every column that no better plan can hold (its reduced cost exceeds the gap).
//!    Where no plan is known yet, look below a ceiling a little above the bound, and
//!    raise the ceiling until a plan lies below it or none can.
//! 4. Cut ([`cuts`]), relax, dive and drop again while that helps.
//! 5. Branch on pairs of units ([`branch`]) until every branch is closed.
//!
//! All bounds are whole numbers proved by exact sums ([`exact`]); costs are whole
//! numbers too, so a branch is closed as soon as its bound exceeds the best plan less one.

mod branch;
mod columns;
mod cuts;
mod dive;
mod exact;
mod master;
mod search;
mod strategy;

pub(super) use columns::Columns;

use master::Halt;
use search::Search;

use super::{Stopped, Watch};
use crate::territory::{Id, UnitId};

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
    /// Columns that were left when branching last began.
    pub(super) surviving: usize,
    /// Cuts in the last relaxation.
    pub(super) cuts: usize,
    /// Branches that were solved.
    pub(super) branches: usize,
}

/// Finds the cheapest exact cover of `units` units, or proves that there is none.
pub(super) fn search(all: &Columns, units: usize, most_zones: usize, seed: u64, watch: &dyn Watch) -> Found {
    let past_all = dearest_plan(all, units) + 1;
    let mut search = Search::new(all, units, past_all, watch);
    let stopped = match search.run(most_zones, seed) {
        Ok(()) => None,
        Err(Halt::Stopped(stopped)) => Some(stopped),
        Err(Halt::Failed(failure)) => Some(Stopped::SolverFailed { message: failure.to_string() }),
    };
    search.into_found(stopped)
}

/// More than which no plan costs: each unit at its dearest share of a zone.
fn dearest_plan(columns: &Columns, units: usize) -> u64 {
    let mut dearest = vec![0_u64; units];
    for column in 0..columns.len() {
        let members = columns.units(column);
        let share = columns.costs[column].div_ceil(members.len() as u64);
        members.iter().for_each(|unit| dearest[unit.index()] = dearest[unit.index()].max(share));
    }
    dearest.iter().sum()
}
