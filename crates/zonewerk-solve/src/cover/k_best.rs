//! The k best plans within a cost limit: branches are solved as for the best plan
//! ([`super::branch`]), those with the least bound first, but a plan that is found closes
//! nothing. What a branch may still hold is walked through ([`super::depth_first`]) as soon as
//! it is little enough.

use std::collections::{BTreeMap, BTreeSet};

use super::branch;
use super::cover_columns::CoverColumns;
use super::cover_search::CoverSearch;
use super::depth_first::{Collect, Unfinished, walk};
use super::restricted_master::{Halt, Master, Relaxed};
use super::{CoverQuestion, Incumbent};
use crate::watch::Quiet;
use crate::{Progress, Stage, Stopped, Watch};
use zonewerk_core::territory::UnitId;

/// Looks at a column that a branch is walked through with, at most, before it is branched on.
const LOOKS_A_BRANCH: usize = 4_000_000;
/// The first plans are sought within this part of what the ceiling lies above the best.
const FIRST_PART: u64 = 256;
/// Where too few are found, the next part is this many times as large.
const PART_STEP: u64 = 4;

/// The k best plans, and how far that is proved.
pub(crate) struct KBest {
    /// Plans with different zones, at what their cheapest columns cost: the cheapest first, of
    /// equal cost the first by their zones.
    pub(crate) plans: Vec<Incumbent>,
    /// Whether these are all plans up to the ceiling.
    pub(crate) are_all: bool,
    /// Every plan that costs less stands among them, or among those that were one too many.
    pub(crate) all_below: u64,
    /// Why listing ended early, if it did.
    pub(crate) stopped: Option<Stopped>,
}

/// Lists the cheapest plans that cost no more than the question asks for, `count` of them at
/// most. The question's start is the cheapest plan.
pub(crate) fn k_best_plans(question: &CoverQuestion<'_>, count: usize, watch: &dyn Watch) -> KBest {
    let mut list = Shortlist {
        columns: question.columns,
        // One more tells whether there are more.
        most: count.saturating_add(1),
        past: question.max_cost.map_or(u64::MAX, |most| most.saturating_add(1)),
        known: BTreeMap::new(),
        order: BTreeSet::new(),
    };
    if let Some(start) = &question.start {
        let cost = start.iter().map(|&column| question.columns.cost(column)).sum();
        list.take(start, cost);
    }
    let mut all_below = 0;
    let stopped = match list_all(question, &mut list, &mut all_below, watch) {
        Ok(()) => None,
        Err(halt) => Some(halt.into_stopped()),
    };
    let are_all = stopped.is_none() && list.order.len() <= count;
    let plans = list.into_plans(count);
    KBest { plans, are_all, all_below, stopped }
}

/// Lists plans below one cutoff after the other, until there are enough.
fn list_all(
    question: &CoverQuestion<'_>,
    list: &mut Shortlist<'_>,
    all_below: &mut u64,
    watch: &dyn Watch,
) -> Result<(), Halt> {
    let quiet = Quiet(watch);
    let frame = question.frame();
    let mut search = CoverSearch::new(question.columns, frame, question.step, &quiet);
    let (master, relaxed) = search.relax()?;
    let least = list.least().unwrap_or(relaxed.bound);
    let mut part = ((list.past - 1).saturating_sub(least) / FIRST_PART).max(1);
    loop {
        let limit = list.past.min(least.saturating_add(part));
        let within = question.columns.passing(|column| relaxed.bound_with(column) < limit);
        let pool = question.columns.select(&within);
        let mut search = CoverSearch::new(question.columns, frame, question.step, &quiet);
        search.ceiling = limit;
        let mut master = master.restricted(&pool, &within);
        search.cut(&mut master, &within)?;
        let mut phase = CutoffRound { list: &mut *list, kept: &within, limit };
        phase.branch(&mut master, all_below, question.step, watch)?;
        *all_below = limit;
        if limit == list.past || list.order.len() == list.most {
            return Ok(());
        }
        part = part.saturating_mul(PART_STEP);
    }
}

/// Listing below one cutoff. Column `i` of the master is number `kept[i]` of the whole pool.
struct CutoffRound<'p, 'a> {
    list: &'p mut Shortlist<'a>,
    kept: &'p [usize],
    limit: u64,
}

impl CutoffRound<'_, '_> {
    fn branch(
        &mut self,
        master: &mut Master<'_>,
        all_below: &mut u64,
        step: usize,
        watch: &dyn Watch,
    ) -> Result<(), Halt> {
        let (columns, rows) = (master.columns(), master.frame().rows);
        let mut waiting: BTreeMap<(u64, usize), Vec<bool>> =
            BTreeMap::from([((0, 0), vec![true; columns.len()])]);
        let mut born = 0;
        while let Some(((bound, _), mut open)) = waiting.pop_first() {
            if bound >= self.limit() {
                break;
            }
            *all_below = bound.max(*all_below);
            watch.progress(Progress {
                step,
                stage: Stage::ListingPlans { found: self.list.order.len() },
                incumbent: self.list.least(),
                bound: self.list.least(),
                zones: columns.len(),
                open_branches: waiting.len() + 1,
            });
            let relaxed = master.relax(&open, self.limit(), watch)?;
            if relaxed.bound >= self.limit() {
                continue;
            }
            match walk(columns, rows, &relaxed, &open, LOOKS_A_BRANCH, self, watch) {
                Ok(()) => continue,
                Err(Unfinished::Stopped(stopped)) => return Err(Halt::Stopped(stopped)),
                Err(Unfinished::TooLong) => {}
            }
            let limit = self.limit();
            let bound = bound.max(relaxed.bound);
            let is_left = |(column, open): (usize, &mut bool)| *open &= relaxed.bound_with(column) < limit;
            open.iter_mut().enumerate().for_each(is_left);
            for open in self.split(master, &relaxed, &open) {
                born += 1;
                waiting.insert((bound, born), open);
            }
        }
        Ok(())
    }

    /// The two halves of a branch; none where it holds one plan at most, which is taken in.
    fn split(&mut self, master: &Master<'_>, relaxed: &Relaxed, open: &[bool]) -> Vec<Vec<bool>> {
        let (columns, rows) = (master.columns(), master.frame().rows);
        let Some(decision) = branch::next_decision(master, relaxed, open) else {
            let cover = branch::only_cover(master, open);
            let cost = cover.iter().map(|&column| columns.cost(column)).sum();
            if rows.are_kept(columns, &cover) {
                self.take(&cover, cost);
            }
            return Vec::new();
        };
        let half = |decision: branch::Decision| {
            let agrees =
                |(column, &open): (usize, &bool)| open && decision.agrees(columns, column, rows.units);
            open.iter().enumerate().map(agrees).collect()
        };
        [decision, decision.opposite()].map(half).into()
    }
}

impl Collect for CutoffRound<'_, '_> {
    fn limit(&self) -> u64 {
        self.limit.min(self.list.limit())
    }

    fn take(&mut self, cover: &[usize], cost: u64) {
        let cover: Vec<usize> = cover.iter().map(|&column| self.kept[column]).collect();
        self.list.take(&cover, cost);
    }
}

/// The cheapest plans so far, each at its cheapest columns.
struct Shortlist<'a> {
    columns: &'a CoverColumns,
    most: usize,
    /// Plans that cost as much or more are not sought.
    past: u64,
    known: BTreeMap<ZoneSets<'a>, Incumbent>,
    order: BTreeSet<(u64, ZoneSets<'a>)>,
}

/// The zones of a plan, ascending.
type ZoneSets<'a> = Vec<&'a [UnitId]>;

impl Shortlist<'_> {
    fn least(&self) -> Option<u64> {
        self.order.first().map(|&(cost, _)| cost)
    }

    /// Plans that cost as much or more make the list no better.
    fn limit(&self) -> u64 {
        match self.order.last() {
            Some(&(last, _)) if self.order.len() == self.most => self.past.min(last),
            _ => self.past,
        }
    }

    /// Takes in a plan that costs less than the limit.
    fn take(&mut self, cover: &[usize], cost: u64) {
        let columns = self.columns;
        let mut zones: ZoneSets<'_> = cover.iter().map(|&column| columns.units(column)).collect();
        zones.sort_unstable();
        if let Some(old) = self.known.get(&zones) {
            if old.objective <= cost {
                return;
            }
            self.order.remove(&(old.objective, zones.clone()));
        }
        if cost >= self.limit() {
            return;
        }
        self.order.insert((cost, zones.clone()));
        self.known.insert(zones, Incumbent { cover: cover.to_vec(), objective: cost });
        if self.order.len() > self.most
            && let Some((_, zones)) = self.order.pop_last()
        {
            self.known.remove(&zones);
        }
    }

    /// The cheapest, `count` at most, in their order.
    fn into_plans(mut self, count: usize) -> Vec<Incumbent> {
        let first = self.order.into_iter().take(count);
        first.filter_map(|(_, zones)| self.known.remove(&zones)).collect()
    }
}
