//! The least possible largest cost of a zone: is there a plan of the zones that cost at most
//! `t`? Halving the interval of `t`, first with the relaxation alone, whose "no" is a proof
//! too, then in full.

use super::cover::{self, Columns, Rows};
use super::steps::Question;
use super::{Statistics, Stopped};
use crate::territory::UnitId;

/// What the search came to.
pub(super) struct Found {
    /// Columns of the best plan, ascending.
    pub(super) plan: Option<Vec<usize>>,
    /// The largest cost in it.
    pub(super) objective: Option<u64>,
    /// In no plan is the largest cost less.
    pub(super) bound: u64,
    /// Proved: there is no plan at all.
    pub(super) impossible: bool,
    pub(super) stopped: Option<Stopped>,
    pub(super) left_over: Vec<UnitId>,
    pub(super) statistics: Statistics,
}

/// Finds the least largest cost. `columns_of` makes columns without cost of some columns
/// (ascending numbers).
pub(super) fn search(
    question: Question<'_>,
    rows: &Rows,
    step: usize,
    costs: &[u64],
    columns_of: impl Fn(&[usize]) -> Columns,
    start: Option<Vec<usize>>,
) -> Found {
    let mut values = costs.to_vec();
    values.sort_unstable();
    values.dedup();
    let largest = |plan: &[usize]| plan.iter().map(|&column| costs[column]).max().unwrap_or(0);
    let mut found = Found {
        objective: start.as_deref().map(largest),
        plan: start,
        bound: 0,
        impossible: false,
        stopped: None,
        left_over: Vec::new(),
        statistics: Statistics::default(),
    };
    // Values below `low` are proved too small; the plan needs `values[high]`.
    let mut low = 0;
    let mut high =
        found.objective.map_or(values.len(), |objective| values.partition_point(|&value| value < objective));
    let ask = |place: usize, relaxed_only: bool, found: &mut Found| -> Option<bool> {
        let most = values[place];
        let kept: Vec<usize> = (0..costs.len()).filter(|&column| costs[column] <= most).collect();
        let columns = columns_of(&kept);
        let asked = cover::Question {
            columns: &columns,
            rows,
            graph: question.graph,
            start: None,
            step,
            seed: question.seed,
        };
        let answer = if relaxed_only {
            cover::relax_only(&asked, question.watch)
        } else {
            cover::search(&asked, question.watch)
        };
        found.statistics.branches += answer.effort.branches;
        found.statistics.cuts = found.statistics.cuts.max(answer.effort.cuts);
        found.statistics.surviving_zones = columns.len();
        match answer.incumbent {
            Some(incumbent) => {
                let mut plan: Vec<usize> = incumbent.cover.iter().map(|&column| kept[column]).collect();
                plan.sort_unstable();
                found.objective = Some(largest(&plan));
                found.plan = Some(plan);
                Some(true)
            }
            None if answer.bound >= answer.past_all => {
                found.left_over = answer.left_over;
                Some(false)
            }
            None => {
                found.stopped = answer.stopped;
                None
            }
        }
    };
    let place_of = |found: &Found| values.partition_point(|&value| Some(value) < found.objective);
    // What the relaxation alone rules out.
    let mut relaxed_high = high.min(values.len().saturating_sub(1));
    while low < relaxed_high && found.stopped.is_none() {
        let middle = low.midpoint(relaxed_high);
        match ask(middle, true, &mut found) {
            Some(false) => low = middle + 1,
            Some(true) => {
                high = high.min(place_of(&found));
                relaxed_high = middle.min(high);
            }
            None if found.stopped.is_some() => {}
            None => relaxed_high = middle,
        }
    }
    found.bound = values.get(low).copied().unwrap_or(0);
    found.statistics.lp_bound = Some(found.bound);
    // The rest in full: near the bound first, for most proofs of "no" are cheap there.
    let mut stride = (values.len() / 512).max(1);
    while low < high && found.stopped.is_none() {
        let middle = (low + stride).min(low.midpoint(high)).min(values.len() - 1);
        match ask(middle, false, &mut found) {
            Some(false) => {
                low = middle + 1;
                stride *= 2;
                if low == values.len() {
                    found.impossible = true;
                    break;
                }
            }
            Some(true) => high = place_of(&found),
            None => break,
        }
        found.bound = values[low.min(values.len() - 1)];
    }
    if found.objective.is_some() {
        found.bound = values[low.min(high)];
    }
    found
}
