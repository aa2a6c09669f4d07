use super::Stopped;

/// How a caller follows a solve and ends it early.
pub trait Watch: Sync {
    /// Asked often; an answer ends the search with what is known.
    fn stop(&self) -> Option<Stopped>;

    /// Told whenever something is known that was not before.
    fn progress(&self, progress: Progress);
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
    /// Zones still in play.
    pub zones: usize,
    /// Branches still open.
    pub open_branches: usize,
}

/// What a solve is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Listing the feasible zones.
    Listing,
    /// Solving the linear relaxation over all of them.
    Relaxing,
    /// Looking for a good plan.
    Diving,
    /// Tightening the relaxation with cuts.
    Cutting,
    /// Branching.
    Branching,
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
