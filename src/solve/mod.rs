//! From a problem to an outcome: a proven plan, a proof that none exists, or an
//! honest "not in time". Never judges its own plan: that is the audit's work.

mod outcome;

pub use outcome::{Infeasibility, Outcome, Stopped};
