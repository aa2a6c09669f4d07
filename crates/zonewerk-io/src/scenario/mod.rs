//! A scenario: its file, and what each of its tables asks.

pub mod exceptions;
pub mod fixed_zones;
pub mod goals;
pub mod groups;
pub mod links;
pub mod objective;
pub mod of_files;
pub mod pins;
pub mod planned_mergers;
pub mod read;
pub mod references;
pub mod regions;
pub mod scenario_file;
pub mod schemas;
