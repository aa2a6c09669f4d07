//! The doctor: what a planner must know of a map before trusting it.
//!
//! Faults of files, rows and features come from reading them; texts and attributes are
//! compared; the graph is searched for what hangs apart. Shapes that bound no area, overlaps,
//! gaps and slivers are found in the map's own coordinates, in which its edges are straight; their
//! sizes are true metres on the ground ([`Ground`](zonewerk_core::crs::Ground)).
//! Nothing is repaired here. Neighbours that fit share every vertex exactly.

mod borders;
mod checkup;
mod contradictions;
mod cover;
mod edge_tree;
mod finding;
mod from_files;
mod gaps;
mod garbled;
mod map_faults;
mod measure;
mod meeting;
mod network;
mod open_gaps;
mod overlaps;
mod ring_contact;
mod ring_faults;
mod ring_pairs;
mod shape_faults;
mod shapes;
mod sides;
mod slivers;
#[cfg(test)]
mod tests;
mod unit_ring;

pub use borders::Borders;
pub use checkup::{CheckOptions, CheckPart, Checkup, checkup, checkup_until};
pub use contradictions::{Contradiction, contradictions};
pub use finding::{Finding, FindingPlace, NamedUnit, Size, Weight};
pub use gaps::{ClosedGap, Gaps, default_gap_width_m, gaps};
pub use garbled::garbled;
pub use map_faults::{MapFault, MapFaultKind, MapFaults};
pub use measure::median_area_m2;
pub use open_gaps::OpenGap;
pub use overlaps::{Overlap, overlaps};
pub use shape_faults::{Extent, ShapeFault, ShapeFaultKind, shape_faults};
pub use slivers::{Sliver, slivers};
