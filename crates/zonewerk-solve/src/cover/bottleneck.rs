//! The least possible largest height of a zone: the smallest `t` such that there is a plan of
//! zones of height at most `t`. Costs only guide the search for a plan.
//!
//! 1. The relaxation over the zones of at most `t` rules out small `t`, by halving.
//! 2. A plan is sought at the smallest `t` that is left. What it leaves out shows where the
//!    trouble is.
//! 3. There, and in rings around it, the same question is asked of a few units alone: zones
//!    that hold each of them once, and any other unit at most once. No plan does with less
//!    than those need, so `t` rises to that, and the plan is sought again. When the rings
//!    have grown over the whole territory, the answer for them is a plan.

use super::cover_rows::CoverRows;
use super::cover_search::CoverSearch;
use super::large_neighbourhood_search;
use super::restricted_master::{Halt, Master, RelaxationFrame, Relaxed};
use super::{CoverEffort, CoverQuestion};
use crate::watch::Quiet;
use crate::{Stage, Stopped, Watch};
use zonewerk_core::territory::{Id, UnitId};

/// The result of the search.
pub(crate) struct BottleneckResult {
    /// Columns of the best plan.
    pub(crate) plan: Option<Vec<usize>>,
    /// The largest height in it.
    pub(crate) objective: Option<u64>,
    /// In no plan is the largest height less.
    pub(crate) bound: u64,
    /// Proved: there is no plan at all.
    pub(crate) impossible: bool,
    pub(crate) stopped: Option<Stopped>,
    /// Units that the last attempt left out, ascending.
    pub(crate) left_over: Vec<UnitId>,
    pub(crate) effort: CoverEffort,
}

/// Finds the least largest height, or proves that there is no plan.
pub(crate) fn least_largest(
    question: &CoverQuestion<'_>,
    heights: &[u64],
    watch: &dyn Watch,
) -> BottleneckResult {
    let frame = question.frame();
    let mut values = heights.to_vec();
    values.sort_unstable();
    values.dedup();
    let mut search = CoverSearch::new(question.columns, frame, question.step, watch);
    if let Some(start) = &question.start {
        search.improve(start.clone());
    }
    let mut climb = BottleneckRise { search, heights, values, low: 0, impossible: false };
    let stopped = match climb.run() {
        Ok(()) => None,
        Err(halt) => Some(halt.into_stopped()),
    };
    let BottleneckRise { search, values, low, impossible, .. } = climb;
    let plan = search.incumbent.map(|incumbent| incumbent.cover);
    let largest = |plan: &Vec<usize>| plan.iter().map(|&column| heights[column]).max().unwrap_or(0);
    BottleneckResult {
        objective: plan.as_ref().map(largest),
        plan,
        bound: values.get(low).copied().unwrap_or(0),
        impossible,
        stopped,
        left_over: search.left_over,
        effort: search.effort,
    }
}

struct BottleneckRise<'a> {
    search: CoverSearch<'a>,
    heights: &'a [u64],
    /// Every height there is, ascending.
    values: Vec<u64>,
    /// Below `values[low]` there is no plan.
    low: usize,
    impossible: bool,
}

impl BottleneckRise<'_> {
    fn run(&mut self) -> Result<(), Halt> {
        let all = self.search.all;
        let mut master = Master::new(all, self.search.frame);
        master.enter_cheapest();
        if !self.relax(&mut master)? {
            return Ok(());
        }
        let mut core: Vec<bool> = vec![false; self.search.frame.rows.units];
        loop {
            let most = self.values[self.low];
            let relaxed = self.relaxed(&mut master, most)?;
            let left = self.plan_within(&relaxed, most)?;
            let Some(left) = left else { return Ok(()) };
            self.search.left_over = left;
            self.search.left_over.iter().for_each(|unit| core[unit.index()] = true);
            loop {
                grow(&mut core, &self.search);
                let before = self.low;
                if let Some(plan) = self.raise(&core)? {
                    self.search.take(plan);
                    return Ok(());
                }
                if self.impossible {
                    return Ok(());
                }
                if self.low > before {
                    break;
                }
            }
        }
    }

    /// Raises `low` to what the relaxation leaves; `false` when that is nothing.
    fn relax(&mut self, master: &mut Master<'_>) -> Result<bool, Halt> {
        let past_all = self.search.frame.cutoff;
        let Some(&dearest) = self.values.last() else { return Ok(false) };
        let relaxed = self.relaxed(master, dearest)?;
        if relaxed.bound >= past_all {
            self.search.left_over = master.left_over(&relaxed.solution);
            self.impossible = true;
            return Ok(false);
        }
        if self.search.incumbent.is_none() {
            self.plan_within(&relaxed, dearest)?;
        }
        let mut high = self.values.len() - 1;
        while self.low < high {
            let middle = self.low.midpoint(high);
            if self.relaxed(master, self.values[middle])?.bound >= past_all {
                self.low = middle + 1;
            } else {
                high = middle;
            }
        }
        self.search.effort.lp_bound = Some(self.values[self.low]);
        Ok(true)
    }

    fn relaxed(&mut self, master: &mut Master<'_>, most: u64) -> Result<Relaxed, Halt> {
        self.search.bound = self.values[self.low];
        self.search.tell(Stage::Relaxing);
        let open: Vec<bool> = self.heights.iter().map(|&height| height <= most).collect();
        master.relax(&open, self.search.frame.cutoff, self.search.watch)
    }

    /// Looks for a plan of zones of height at most `most`, and takes it over; otherwise tells
    /// which units were left out.
    fn plan_within(&mut self, relaxed: &Relaxed, most: u64) -> Result<Option<Vec<UnitId>>, Halt> {
        let near = relaxed.near(|column| self.heights[column] <= most);
        let quiet = Quiet(self.search.watch);
        let mut within = CoverSearch::new(self.search.all, self.search.frame, self.search.step, &quiet);
        let past_all = within.frame.cutoff;
        let left = large_neighbourhood_search::first_plan(&mut within, &near, |limit| limit < past_all)?;
        match within.incumbent {
            Some(incumbent) => {
                self.search.take(incumbent.cover);
                Ok(None)
            }
            None => Ok(Some(left)),
        }
    }

    /// Raises `low` to what the core needs. Returns a plan where the core is everything.
    fn raise(&mut self, core: &[bool]) -> Result<Option<Vec<usize>>, Halt> {
        let is_whole = core.iter().all(|&inside| inside);
        let mut found = self.cover_core(core, self.low)?;
        if found.is_some() {
            return Ok(found.filter(|_| is_whole));
        }
        // Everything below `low` is too little, `high` is enough.
        let mut low = self.low + 1;
        let mut stride = 1;
        let high = loop {
            if low >= self.values.len() {
                self.impossible = true;
                return Ok(None);
            }
            let next = (low + stride - 1).min(self.values.len() - 1);
            found = self.cover_core(core, next)?;
            if found.is_some() {
                break next;
            }
            low = next + 1;
            self.low = low.min(self.values.len() - 1);
            stride *= 2;
        };
        let mut high = high;
        while low < high {
            let middle = low.midpoint(high);
            match self.cover_core(core, middle)? {
                Some(cover) => {
                    found = Some(cover);
                    high = middle;
                }
                None => low = middle + 1,
            }
        }
        self.low = low;
        Ok(found.filter(|_| is_whole))
    }

    /// Zones of height at most `values[place]` that hold each unit of the core once, and any
    /// other at most once; `None` when it is proved that there are none.
    fn cover_core(&mut self, core: &[bool], place: usize) -> Result<Option<Vec<usize>>, Halt> {
        let most = self.values[place];
        let all = self.search.all;
        let touches = |column: usize| all.units(column).iter().any(|unit| core[unit.index()]);
        let kept = all.passing(|column| self.heights[column] <= most && touches(column));
        let columns = all.select(&kept).free_of_cost();
        let rows = CoverRows {
            required: Some(core.to_vec()),
            zones: (None, None),
            ..self.search.frame.rows.clone()
        };
        let rows = if core.iter().all(|&inside| inside) { self.search.frame.rows.clone() } else { rows };
        let frame = RelaxationFrame { rows: &rows, cutoff: 1, ..self.search.frame };
        let quiet = Quiet(self.search.watch);
        let mut search = CoverSearch::new(&columns, frame, self.search.step, &quiet);
        search.run_small()?;
        self.search.effort.branches += search.effort.branches;
        self.search.effort.cuts = self.search.effort.cuts.max(search.effort.cuts);
        let cover =
            search.incumbent.map(|found| found.cover.into_iter().map(|column| kept[column]).collect());
        if cover.is_none() && search.bound < 1 {
            return Err(Halt::Stopped(Stopped::Rounding));
        }
        Ok(cover)
    }
}

/// Adds the neighbours of a core; everything where it has none.
fn grow(core: &mut [bool], search: &CoverSearch<'_>) {
    let graph = search.frame.graph;
    let inside: Vec<UnitId> = graph.units().filter(|unit| core[unit.index()]).collect();
    let beside =
        inside.iter().flat_map(|&unit| graph.neighbours(unit).iter().map(|neighbour| neighbour.unit));
    let new: Vec<UnitId> = beside.filter(|unit| !core[unit.index()]).collect();
    if new.is_empty() {
        core.fill(true);
    }
    new.into_iter().for_each(|unit| core[unit.index()] = true);
}
