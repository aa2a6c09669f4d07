//! Coordinate reference systems: from what a file or a user states to longitude and
//! latitude on WGS 84 and back, with the accuracy of the shift.
//!
//! Definitions come from a table of the EPSG registry, the computation from `proj4rs`; grids
//! of shifts are not used. Heights and order of axes are left out: east comes first.

mod area;
mod definition;
mod error;
mod ground;
mod nearby;
mod plane;
mod proj_text;
mod registry;
mod shift;
mod system;
#[cfg(test)]
mod tests;
mod text;
mod transform;
mod wkt;
mod wkt_methods;
mod wkt_tree;

pub use error::CrsError;
pub(crate) use ground::{AXIS_M, ECCENTRICITY_2};
pub use ground::{Ground, LocalScale};
pub use plane::Plane;
pub use system::Crs;
