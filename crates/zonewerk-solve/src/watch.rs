use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::Stopped;

/// How a caller follows a solve and ends it early.
pub trait Watch: Sync {
    /// Asked often; an answer ends the search with what is known.
    fn stop(&self) -> Option<Stopped>;

    /// Told whenever something is known that was not before.
    fn progress(&self, progress: Progress);

    /// Told before each of several solves of which all answers are wanted: how many are behind,
    /// of how many. A clock may be shared out among those that are to come.
    fn begins(&self, _behind: u32, _of: u32) {}
}

/// How far a solve is. Objectives are in the unit of the step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Which step of the objective, counted from 0.
    pub step: usize,
    /// What is being done.
    pub stage: Stage,
    /// Objective of the best plan so far.
    pub incumbent: Option<u64>,
    /// No plan has a smaller objective than this.
    pub bound: Option<u64>,
    /// Zones that a better plan may still hold.
    pub zones: usize,
    /// Branches still open.
    pub open_branches: usize,
}

/// What a solve is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Listing the feasible zones.
    Listing,
    /// Listing the sets of zones that may be a region of a better plan.
    ListingRegions,
    /// Solving the linear relaxation over all of them.
    Relaxing,
    /// Looking for a good plan.
    Diving,
    /// Making plans better by search, without a list of zones.
    Searching,
    /// Tightening the relaxation with cuts.
    Cutting,
    /// Branching.
    Branching,
    /// Listing plans within a margin of the best.
    ListingPlans {
        /// Plans so far.
        found: usize,
    },
    /// Proving of pairs of neighbours whether they are alike in all plans within a margin.
    SettlingPairs {
        /// Pairs that are settled or contested.
        known: usize,
        /// All pairs.
        of: usize,
    },
}

/// Never stops, tells nobody.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unwatched;

impl Watch for Unwatched {
    fn stop(&self) -> Option<Stopped> {
        None
    }

    fn progress(&self, _: Progress) {}
}

/// Stops when some time has passed, and tells nobody.
///
/// ```
/// use std::time::Duration;
/// use zonewerk_solve::{Deadline, Watch};
///
/// assert_eq!(Deadline::after(Duration::from_secs(60)).stop(), None);
/// assert!(Deadline::after(Duration::ZERO).stop().is_some());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Deadline {
    /// `None` is never: the clock does not reach so far.
    at: Option<Instant>,
}

impl Deadline {
    /// So long from now.
    pub fn after(time: Duration) -> Self {
        Self { at: Instant::now().checked_add(time) }
    }
}

impl Watch for Deadline {
    fn stop(&self) -> Option<Stopped> {
        self.at.is_some_and(|at| Instant::now() >= at).then_some(Stopped::TimeLimit)
    }

    fn progress(&self, _: Progress) {}
}

/// Stops at the first plan: where any will do.
pub struct UntilFound<'a> {
    watch: &'a dyn Watch,
    found: AtomicBool,
}

impl<'a> UntilFound<'a> {
    /// Passes on what `watch` asks, and the news.
    pub fn new(watch: &'a dyn Watch) -> Self {
        Self { watch, found: AtomicBool::new(false) }
    }
}

impl Watch for UntilFound<'_> {
    fn stop(&self) -> Option<Stopped> {
        let found = self.found.load(Ordering::SeqCst).then_some(Stopped::Interrupted);
        found.or_else(|| self.watch.stop())
    }

    fn progress(&self, progress: Progress) {
        if progress.incumbent.is_some() {
            self.found.store(true, Ordering::SeqCst);
        }
        self.watch.progress(progress);
    }
}

/// Passes on the request to stop, and no progress.
pub(super) struct Quiet<'a>(pub(super) &'a dyn Watch);

impl Watch for Quiet<'_> {
    fn stop(&self) -> Option<Stopped> {
        self.0.stop()
    }

    fn progress(&self, _: Progress) {}
}

/// Passes on the news of later steps.
pub(super) struct Later<'a> {
    pub(super) watch: &'a dyn Watch,
    /// Steps before those that are told of.
    pub(super) behind: usize,
}

impl Watch for Later<'_> {
    fn stop(&self) -> Option<Stopped> {
        self.watch.stop()
    }

    fn progress(&self, progress: Progress) {
        self.watch.progress(Progress { step: progress.step + self.behind, ..progress });
    }
}
