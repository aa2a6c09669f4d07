//! Reading: scenarios, maps, tables and plans, from disk or from the program itself.
//! Every fault of an input is listed at once; nothing is repaired.

mod boundaries;
mod columns;
mod embedded;
mod exceptions;
mod faults;
mod geojson;
mod geopackage;
mod geopackage_crs;
mod goals;
mod groups;
mod input_problem;
mod json;
mod likely_key;
mod links;
mod map_file;
mod mergers;
mod objective;
mod old_table;
mod other_names;
mod pins;
mod plan;
mod plan_map;
mod plan_note;
mod plan_rows;
mod plan_shapes;
mod planned_mergers;
mod population_series;
mod profile;
mod profile_file;
mod proposal;
mod references;
mod regions;
mod rules;
mod same_side;
mod scenario;
mod scenario_file;
mod schemas;
mod shapefile;
mod source;
mod sqlite;
mod stated_crs;
mod survey;
mod survey_facts;
mod table;
mod toml_file;
mod topojson;
mod unit_features;
mod unit_layer;
mod unit_rows;
mod unit_shapes;
mod units;
mod units_table;
mod wkb;

pub use boundaries::{read_boundaries, read_codes};
pub use embedded::{files as embedded_files, profile_names, scenario_names};
pub use goals::margin;
pub use input_problem::{InputProblem, InputProblems, Place};
pub use objective::{limits, objective};
pub use old_table::{OldTable, TableContent, read_old_table};
pub use plan::read_plan;
pub use plan_map::{PlanMapOptions, ReadPlan, read_plan_layer, read_plan_map};
pub use plan_note::{NotedUnit, PlanNote, Share};
pub use population_series::read_population_series;
pub use profile::profile;
pub use proposal::{ChangeKind, read_change, read_proposal};
pub use scenario::{DEFAULT_SCENARIO, scenario};
pub use schemas::{profile_schema, proposal_schema, scenario_schema};
pub use survey::{Accepted, MapFiles, Survey, survey_files, survey_scenario};
pub use survey_facts::{FilePlace, Said, SurveyColumn, UnmatchedFeature};
pub use table::read_column;

use crate::crs::Crs;
use crate::graph::{Graph, GraphOptions, build};
use crate::plan::Plan;
use crate::problem::Problem;
use crate::territory::Territory;
use crate::topology::{Fit, Topology};

/// A scenario, read and resolved: all that solving, auditing and drawing need.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// Name: `flanders-2025`, or the file's own.
    pub name: String,
    /// Title for maps and reports.
    pub title: String,
    /// The day the populations hold for, `2022-01-01`.
    pub population_date: String,
    /// Credit lines that maps and reports must show.
    pub credits: Vec<String>,
    /// The units.
    pub territory: Territory,
    /// Their borders.
    pub topology: Topology,
    /// The coordinate reference system that the map came in.
    pub crs: Crs,
    /// What fitting the borders changed.
    pub fit: Fit,
    /// What makes two units neighbours.
    pub graph: GraphOptions,
    /// What is asked.
    pub problem: Problem,
    /// The plan in force, where the scenario names one.
    pub official_plan: Option<Plan>,
    /// Every file that was read, in the order of reading.
    pub inputs: Vec<InputFile>,
}

impl Scenario {
    /// Its units and who is whose neighbour, declared links included.
    pub fn graph(&self) -> Graph {
        build(&self.topology, &self.graph).with_links(&self.territory)
    }
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputFile {
    /// Name as in the scenario.
    pub name: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

/// What was read, or `None` with its problems added to the others.
fn keep<T>(problems: &mut Vec<InputProblem>, read: Result<T, InputProblems>) -> Option<T> {
    read.map_err(|wrong| problems.extend(wrong.into_vec())).ok()
}
