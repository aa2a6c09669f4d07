//! Words that all of Zonewerk shares: units, borders, plans and questions, and what follows
//! from them without solving or judging.

pub mod compare;
pub mod crs;
pub mod drift;
pub mod graph;
pub mod layer;
pub mod plan;
pub mod problem;
pub mod territory;
pub mod topology;
pub mod translate;
pub mod words;
