//! From a problem to an outcome: a proven plan, a proof that none exists, or an
//! honest "not in time". Never judges its own plan: that is the audit's work.

mod outcome;

pub use outcome::{Infeasibility, Outcome, Stopped};

/// What solving came to, by which engine, and how much work it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solved {
    /// What it came to.
    pub outcome: Outcome,
    /// The engine that was used.
    pub engine: Engine,
    /// How much work it was.
    pub statistics: Statistics,
}

/// A way of solving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Exact: every feasible zone is listed and the best exact cover is proved.
    Cover,
}

impl Engine {
    /// Name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Cover => "cover",
        }
    }
}

/// How much work solving was. The same for every number of threads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Statistics {
    /// Number of connected zones within the bounds.
    pub feasible_zones: usize,
    /// Lower bound of the linear relaxation, rounded up, in the goal's unit.
    pub lp_bound: Option<u64>,
    /// Number of zones that a best plan can still hold once costs are reduced.
    pub surviving_zones: usize,
    /// Number of cuts that were added.
    pub cuts: usize,
    /// Number of branches that were opened.
    pub branches: usize,
}
