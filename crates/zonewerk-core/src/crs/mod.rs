//! Coordinate reference systems: from what a file or a user states to longitude and
//! latitude on WGS 84 and back, with the accuracy of the shift.
//!
//! Definitions come from a table of the EPSG registry, the computation from `proj4rs`; grids
//! of shifts are not used. Heights and order of axes are left out: east comes first.

mod area_of_use;
mod crs_definition;
mod datum_shift;
mod epsg_registry;
mod error;
mod likely_systems;
mod map_scale;
mod measuring_plane;
mod proj_text;
mod reference_system;
#[cfg(test)]
mod tests;
mod text;
mod transform;
mod wkt;
mod wkt_methods;
mod wkt_tree;

pub use error::CrsError;
pub(crate) use map_scale::{AXIS_M, ECCENTRICITY_2};
pub use map_scale::{LocalScale, MapScale};
pub use measuring_plane::Plane;
pub use reference_system::Crs;
