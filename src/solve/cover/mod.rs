//! The exact engine for many small zones: a plan is an exact cover of the units by
//! feasible zones, all of which are listed.
//!
//! 1. List the columns; solve the linear relaxation over all of them ([`master`]).
//! 2. Dive for a plan ([`dive`]).
//! 3. Drop every column that no better plan can hold (its reduced cost exceeds the gap).
//! 4. Cut ([`cuts`]), relax, dive and drop again while that helps.
//! 5. Branch on pairs of units ([`node`]) until every branch is closed.
//!
//! All bounds are whole numbers proved by exact sums ([`exact`]); costs are whole
//! numbers too, so a branch is closed as soon as its bound exceeds the best plan less one.

mod columns;
mod cuts;
mod dive;
mod exact;
mod master;
mod node;

use std::collections::BTreeMap;

pub(super) use columns::Columns;
use master::{Halt, Master, Relaxed};
use node::Decision;

use super::{Progress, Stage, Stopped, Watch};
use crate::territory::{Id, UnitId};

/// Cuts added in one round, at most.
const CUTS_A_ROUND: usize = 150;
/// Rounds of cuts, at most.
const CUT_ROUNDS: usize = 40;

/// What the search came to, over column numbers of the pool.
pub(super) struct Search {
    /// Zones of the best plan.
    pub(super) cover: Option<Vec<usize>>,
    /// Its objective.
    pub(super) objective: Option<u64>,
    /// No plan costs less. Above every possible plan when none exists.
    pub(super) bound: u64,
    /// Why the search ended before its proof, if it did.
    pub(super) stopped: Option<Stopped>,
    /// Bound of the linear relaxation over all columns, without cuts.
    pub(super) lp_bound: Option<u64>,
    /// Columns that were left when branching began.
    pub(super) surviving: usize,
    /// Cuts in the last relaxation.
    pub(super) cuts: usize,
    /// Branches that were solved.
    pub(super) branches: usize,
    /// Units that the first relaxation could not cover, ascending.
    pub(super) left_over: Vec<UnitId>,
}

/// Finds the cheapest exact cover of `units` units, or proves that there is none.
pub(super) fn search(all: &Columns, units: usize, most_zones: usize, seed: u64, watch: &dyn Watch) -> Search {
    let worst = dearest_plan(all, units);
    let mut state = State {
        units,
        watch,
        incumbent: None,
        limit: worst + 1,
        bound: 0,
        lp_bound: None,
        surviving: all.len(),
        cuts: 0,
        branches: 0,
        open_branches: 0,
        left_over: Vec::new(),
        worst,
    };
    let halt = state.run(all, most_zones, seed).err();
    let stopped = halt.map(|halt| match halt {
        Halt::Stopped(stopped) => stopped,
        Halt::Failed(failure) => Stopped::SolverFailed { message: failure.to_string() },
    });
    Search {
        objective: state.incumbent.is_some().then_some(state.limit),
        cover: state.incumbent,
        bound: state.bound.min(state.limit),
        stopped,
        lp_bound: state.lp_bound,
        surviving: state.surviving,
        cuts: state.cuts,
        branches: state.branches,
        left_over: state.left_over,
    }
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

struct State<'a> {
    units: usize,
    watch: &'a dyn Watch,
    /// Pool numbers of the best plan's zones.
    incumbent: Option<Vec<usize>>,
    /// Objective of the incumbent, or one more than any plan costs: only plans below count.
    limit: u64,
    bound: u64,
    lp_bound: Option<u64>,
    surviving: usize,
    cuts: usize,
    branches: usize,
    open_branches: usize,
    left_over: Vec<UnitId>,
    worst: u64,
}

impl State<'_> {
    fn tell(&self, stage: Stage) {
        self.watch.progress(Progress {
            stage,
            incumbent: self.incumbent.is_some().then_some(self.limit),
            bound: Some(self.bound),
            zones: self.surviving,
            open_branches: self.open_branches,
        });
    }

    fn run(&mut self, all: &Columns, most_zones: usize, seed: u64) -> Result<(), Halt> {
        self.tell(Stage::Relaxing);
        let mut master = Master::new(all, self.units, most_zones, self.worst, seed);
        master.enter_cheapest();
        let open = vec![true; all.len()];
        let relaxed = master.relax(&open, self.limit, self.watch)?;
        self.lp_bound = Some(relaxed.bound);
        self.bound = relaxed.bound;
        self.left_over = node::left_over(all, self.units, &relaxed.solution);
        if self.settle(all, &(0..all.len()).collect::<Vec<_>>(), &relaxed) {
            return Ok(());
        }
        self.tell(Stage::Diving);
        // A dive needs room, not millions of columns: those within a few percent do.
        let near = near_columns(&relaxed);
        let near_pool = all.select(&near);
        let mut near_master = master.restricted(&near_pool, &near, self.worst);
        self.dive(&mut near_master, &near)?;
        let mut kept = all.passing(|column| relaxed.bound_with[column] < self.limit);
        let mut pool = all.select(&kept);
        let mut master = master.restricted(&pool, &kept, self.worst);
        drop(near_master);

        let mut relaxed = relaxed;
        for _ in 0..CUT_ROUNDS {
            self.surviving = pool.len();
            self.tell(Stage::Cutting);
            let open = vec![true; pool.len()];
            relaxed = master.relax(&open, self.limit, self.watch)?;
            self.bound = self.bound.max(relaxed.bound);
            if self.settle(&pool, &kept, &relaxed) {
                return Ok(());
            }
            let solution: Vec<(&[UnitId], f64)> =
                relaxed.solution.iter().map(|&(column, value)| (pool.units(column), value)).collect();
            let cuts = cuts::violated(&solution, CUTS_A_ROUND);
            if cuts.is_empty() {
                break;
            }
            master.add_cuts(&cuts);
            self.cuts = master.cuts().len();
        }
        self.tell(Stage::Diving);
        self.dive(&mut master, &kept)?;
        let survivors = pool.passing(|column| relaxed.bound_with[column] < self.limit);
        let final_pool = pool.select(&survivors);
        let mut master = master.restricted(&final_pool, &survivors, self.worst);
        kept = survivors.iter().map(|&column| kept[column]).collect();
        pool = final_pool.clone();
        self.surviving = pool.len();
        self.branch(&mut master, &kept)
    }

    /// Whether the relaxation answers the question over its columns.
    fn settle(&mut self, columns: &Columns, kept: &[usize], relaxed: &Relaxed) -> bool {
        if relaxed.bound >= self.limit {
            self.bound = self.limit;
            return true;
        }
        if let Some(cover) = node::whole_cover(columns, self.units, &relaxed.solution) {
            self.improve(columns, kept, &cover);
        }
        self.bound >= self.limit
    }

    /// Takes over a cover if it is better than the best so far.
    fn improve(&mut self, columns: &Columns, kept: &[usize], cover: &[usize]) {
        let objective: u64 = cover.iter().map(|&column| columns.costs[column]).sum();
        if objective < self.limit {
            self.limit = objective;
            self.incumbent = Some(cover.iter().map(|&column| kept[column]).collect());
        }
    }

    fn dive(&mut self, master: &mut Master<'_>, kept: &[usize]) -> Result<(), Halt> {
        let open = vec![true; kept.len()];
        let cover = dive::dive(master, self.units, &open, self.limit, self.watch)?;
        if let Some(cover) = cover {
            self.improve(master.columns(), kept, &cover);
        }
        Ok(())
    }

    /// Best bound first; a branch is closed when no plan below the limit is left in it.
    fn branch(&mut self, master: &mut Master<'_>, kept: &[usize]) -> Result<(), Halt> {
        let mut open_nodes: BTreeMap<(u64, usize), Vec<Decision>> = BTreeMap::new();
        let mut born = 0;
        let mut unproved = u64::MAX;
        open_nodes.insert((self.bound, born), Vec::new());
        while let Some(((bound, _), decisions)) = open_nodes.pop_first() {
            if bound >= self.limit {
                break;
            }
            self.bound = bound;
            self.open_branches = open_nodes.len() + 1;
            self.tell(Stage::Branching);
            self.branches += 1;
            let columns = master.columns();
            let open = node::open_columns(columns, &decisions);
            let relaxed = master.relax(&open, self.limit, self.watch)?;
            if relaxed.bound >= self.limit {
                continue;
            }
            if let Some(cover) = node::whole_cover(columns, self.units, &relaxed.solution) {
                self.improve(columns, kept, &cover);
            }
            if relaxed.bound >= self.limit {
                continue;
            }
            let Some((a, b)) = node::most_undecided_pair(columns, &relaxed.solution) else {
                unproved = unproved.min(relaxed.bound);
                continue;
            };
            for decision in [Decision::Together(a, b), Decision::Apart(a, b)] {
                let mut decisions = decisions.clone();
                decisions.push(decision);
                born += 1;
                open_nodes.insert((relaxed.bound.max(bound), born), decisions);
            }
        }
        self.bound = self.limit.min(unproved);
        if unproved < self.limit { Err(Halt::Stopped(Stopped::Rounding)) } else { Ok(()) }
    }
}

/// The columns nearest to the relaxation: at least all within 1 % of the bound, at most
/// some 100,000.
fn near_columns(relaxed: &Relaxed) -> Vec<usize> {
    let mut order: Vec<usize> = (0..relaxed.bound_with.len()).collect();
    order.sort_unstable_by_key(|&column| (relaxed.bound_with[column], column));
    order.truncate(100_000);
    order.sort_unstable();
    order
}
