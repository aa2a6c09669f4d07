//! What is wrong with the shapes of a map: units that bound no area, overlaps, gaps, slivers.
//!
//! All of it in a plane, x and y in metres, in any coordinate system that fits the map.
//! Nothing is repaired here. Neighbours that fit share every vertex exactly.

mod borders;
mod cover;
mod edge_tree;
mod gaps;
mod measure;
mod meeting;
mod open_gaps;
mod overlaps;
mod ring_contact;
mod ring_faults;
mod ring_pairs;
mod shape_faults;
mod sides;
mod slivers;
#[cfg(test)]
mod tests;
mod unit_ring;

pub use borders::Borders;
pub use gaps::{ClosedGap, Gaps, default_gap_width_m, gaps};
pub use measure::median_area_m2;
pub use open_gaps::OpenGap;
pub use overlaps::{Overlap, overlaps};
pub use shape_faults::{Extent, ShapeFault, ShapeFaultKind, shape_faults};
pub use slivers::{Sliver, slivers};
