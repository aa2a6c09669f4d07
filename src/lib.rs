//! Zonewerk draws and checks care zones.

pub mod audit;
pub mod cli;
pub mod graph;
pub mod load;
pub mod plan;
pub mod problem;
pub mod render;
pub mod solve;
pub mod territory;
pub mod topology;
pub mod zones;
