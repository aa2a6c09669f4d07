//! The doctor: what a planner must know of a map before trusting it.
//!
//! Faults of files, rows and features come from reading them; texts and attributes are
//! compared; the graph is searched for parts that are not connected. Shapes that bound no area, overlaps,
//! gaps and slivers are found in the map's own coordinates, in which its edges are straight; their
//! sizes are true metres on the ground ([`MapScale`](zonewerk_core::crs::MapScale)).
//! Nothing is repaired here. Neighbours that fit share every vertex exactly.

mod area_measures;
mod closed_gaps;
mod code_contradictions;
mod edge_meeting;
mod edge_tree;
mod file_findings;
mod garbled_text;
mod graph_findings;
mod map_checkup;
mod map_faults;
mod map_finding;
mod open_borders;
mod open_gaps;
mod point_side;
mod ring_contact;
mod ring_faults;
mod ring_pairs;
mod shape_faults;
mod shape_findings;
mod slivers;
#[cfg(test)]
mod tests;
mod unit_coverage;
mod unit_overlaps;
mod unit_ring;

pub use area_measures::median_area_m2;
pub use closed_gaps::{ClosedGap, Gaps, default_gap_width_m, gaps};
pub use code_contradictions::{Contradiction, contradictions};
pub use garbled_text::garbled;
pub use map_checkup::{CheckOptions, CheckPart, Checkup, checkup, checkup_until};
pub use map_faults::{MapFault, MapFaultKind, MapFaults};
pub use map_finding::{FindingPlace, FindingSize, FindingUnit, FindingWeight, MapFinding};
pub use open_borders::OpenBorders;
pub use open_gaps::OpenGap;
pub use shape_faults::{FaultExtent, ShapeFault, ShapeFaultKind, shape_faults};
pub use slivers::{Sliver, slivers};
pub use unit_overlaps::{UnitOverlap, overlaps};
