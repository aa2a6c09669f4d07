//! Branch and bound over the zone of each point, in rounds of fixed work: the same on any number of
//! threads.

use std::sync::atomic::{AtomicU64, Ordering};

use rayon::prelude::*;

use super::branch_bounds::{BranchFrame, OpenBranch};
use super::maximum_flow::Workspace;

/// Branches that are taken up at once.
const TASKS: usize = 16;
/// Branches that a task looks at before its open ones are put together with those of others.
const BRANCHES_OF_TASK: usize = 64;
/// Arcs that are looked at for all bounds, at most: some ten times what three zones of 532 tracts take.
const MOST_WORK: u64 = 10_000_000_000;

/// The result of branch and bound.
pub(super) struct BranchResult {
    /// The best plan that costs less than was known: its cost, and the zone of each point.
    pub(super) best: Option<(i64, Vec<usize>)>,
    /// No plan costs less: what is open may come to this. `None` where nothing is open.
    pub(super) open: Option<i64>,
    /// Branches that were looked at.
    pub(super) branches: usize,
}

/// Looks for the best plan that costs less than `cutoff`, and for the proof that none costs less.
/// `work` is what was done before, for other numbers of zones.
pub(super) fn grow(
    frame: &BranchFrame<'_>,
    cutoff: i64,
    work: &AtomicU64,
    stop: &(dyn Fn() -> bool + Sync),
) -> BranchResult {
    let mut ended = BranchResult { best: None, open: None, branches: 0 };
    let mut cutoff = cutoff;
    let mut open: Vec<OpenBranch> = vec![OpenBranch::root(frame)];
    while !open.is_empty() {
        if stop() || work.load(Ordering::Relaxed) > MOST_WORK {
            ended.open = open.iter().map(|branch| frame.least(branch)).min();
            break;
        }
        // Few branches are told apart first, so that there is work for all.
        let most = if open.len() < TASKS { 1 } else { BRANCHES_OF_TASK };
        open.sort_by_key(|branch| frame.least(branch));
        let rest = open.split_off(open.len().min(TASKS));
        let tasks: Vec<BranchTask> = open
            .into_par_iter()
            .map(|branch| {
                let mut task = BranchTask { frame, cutoff, best: None, open: vec![branch], branches: 0 };
                task.run(most, work, stop);
                task
            })
            .collect();
        open = Vec::new();
        for task in tasks {
            ended.branches += task.branches;
            open.extend(task.open);
            if let Some(best) = task.best.filter(|best| best.0 < cutoff) {
                cutoff = best.0;
                ended.best = Some(best);
            }
        }
        open.extend(rest);
        open.retain(|branch| frame.least(branch) < cutoff);
    }
    ended
}

/// A part of the tree, depth first.
struct BranchTask<'a> {
    frame: &'a BranchFrame<'a>,
    cutoff: i64,
    best: Option<(i64, Vec<usize>)>,
    open: Vec<OpenBranch>,
    branches: usize,
}

impl BranchTask<'_> {
    fn run(&mut self, most: usize, work: &AtomicU64, stop: &(dyn Fn() -> bool + Sync)) {
        let mut space = Workspace::new(self.frame.ground.len());
        while self.branches < most && !stop() {
            let Some(branch) = self.open.pop() else { break };
            self.branches += 1;
            self.look_at(branch, &mut space);
        }
        self.open.iter_mut().for_each(OpenBranch::rest);
        work.fetch_add(space.work, Ordering::Relaxed);
    }

    fn look_at(&mut self, branch: OpenBranch, space: &mut Workspace) {
        let frame = self.frame;
        let Some(branch) = branch.awake(frame, self.cutoff, space) else { return };
        let Some(point) = frame.choose(&branch) else {
            if let Some(found) = frame.plan(&branch).filter(|found| found.0 < self.cutoff) {
                self.cutoff = found.0;
                self.best = Some(found);
            }
            return;
        };
        let into = |zone: usize| branch.with(frame, (point, zone), self.cutoff, space);
        let mut children: Vec<OpenBranch> = frame.zones_for(&branch, point).filter_map(into).collect();
        // The most promising is taken first, from the end.
        children.sort_by_key(|child| std::cmp::Reverse(frame.least(child)));
        self.open.extend(children);
    }
}
