//! A proposal: a plan, and changes to it. What comes of them, who moves, which zones they touch,
//! whom they concern, and the question in which the changed zones are given.

mod change;
mod concerned;
mod draft;
mod fault;
mod given;
mod holdings;
mod moves;
mod note;
mod touched;
mod verdict;

pub use change::{Change, Stated};
pub use concerned::{Affected, Neighbour, Partners, Standing, affected, neighbours, partners};
pub use draft::{Draft, Proposal};
pub use fault::Fault;
pub use given::{Conflict, Given, OpenZone, given};
pub use moves::{Move, Moves, moves};
pub use note::Note;
pub use touched::{Contiguous, Measured, Touched, touched};
pub use verdict::{Difference, RuleCount, Verdicts, verdicts};
