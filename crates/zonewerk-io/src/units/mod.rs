//! The units of a scenario: their rows and shapes, mergers and populations of other years.

pub mod around_the_world;
pub mod graph_units;
pub mod likely_key;
pub mod map_survey;
pub mod mergers;
pub mod other_names;
pub mod overlapping_shapes;
pub mod population_series;
pub mod survey_facts;
pub mod unit_boundaries;
pub mod unit_features;
pub mod unit_layer;
pub mod unit_layers;
pub mod unit_rows;
pub mod unit_shapes;
pub mod units_table;
