//! A proposal: a plan, and changes to it. What comes of them, who moves, which zones they touch,
//! whom they concern, and the question in which the changed zones are given.

mod change;
mod concerned;
mod draft;
mod fault;
mod given;
mod moves;
mod touched;
mod verdict;

pub use change::{Change, Stated};
pub use concerned::{Affected, Neighbour, Partners, Standing, affected, neighbours, partners};
pub use draft::{Draft, Note, Proposal};
pub use fault::Fault;
pub use given::{Conflict, Given, given};
pub use moves::{Move, Moves, moves};
pub use touched::{Contiguous, Measured, Touched, touched};
pub use verdict::{Difference, RuleCount, Verdicts, verdicts};
