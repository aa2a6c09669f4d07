//! A proposal: a plan, and changes to it. What comes of them, who moves, which zones they touch,
//! whom they concern, and the question in which the changed zones are given.

mod affected_groups;
mod change_error;
mod change_note;
mod fixed_placement;
mod merged_holdings;
mod people_moves;
mod plan_change;
mod plan_draft;
mod touched_zones;
mod verdict_changes;

pub use affected_groups::{Affected, GroupStatus, NeighbourZone, Partners, affected, neighbours, partners};
pub use change_error::ChangeError;
pub use change_note::ChangeNote;
pub use fixed_placement::{FixedPlacement, FixedZoneConflict, OpenZone, given};
pub use people_moves::{Move, Moves, moves};
pub use plan_change::{Change, StatedChange};
pub use plan_draft::{Draft, Proposal};
pub use touched_zones::{Contiguous, Touched, ZoneFigures, touched};
pub use verdict_changes::{FindingChange, RuleCount, Verdicts, verdicts};
