//! A scenario: its file, and what each of its tables asks.

pub mod exceptions;
pub mod fixed_zones;
pub mod goals;
pub mod groups;
pub mod links;
pub mod objective;
pub mod pins;
pub mod planned_mergers;
pub mod read_scenario;
pub mod regions;
pub mod scenario_file;
pub mod scenario_of_files;
pub mod schemas;
pub mod unit_references;
