//! Reading: scenarios, maps, tables and plans, from disk or from the program itself.
//! Every fault of an input is listed at once; nothing is repaired.
//!
//! ```
//! use zonewerk_io::{read_plan, scenario};
//!
//! let scenario = scenario(Some("flanders-2025"))?;
//! assert_eq!(scenario.territory.units().len(), 304);
//! let graph = scenario.graph();
//! assert!(scenario.instance(&graph).is_ok());
//!
//! // A plan with two mistakes: both are told, and each unit that is missing, with
//! // line, field, found and expected.
//! let table = "unit,zone\n11002,Antwerpen\n11002,Noord\nAalst,Dender\n";
//! let problems = read_plan("plan.csv", table.as_bytes(), &scenario.territory).unwrap_err();
//! let codes: Vec<&str> = problems.all().iter().map(|problem| problem.code).take(3).collect();
//! assert_eq!(codes, ["duplicate-unit", "unknown-unit", "missing-unit"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`check`] looks a map over before anybody trusts it.

pub mod check;
mod embedded_files;
mod formats;
mod input_problem;
mod plan;
mod profile;
mod proposal;
mod read_file;
mod scenario;
mod scenario_source;
mod units;

pub use embedded_files::{files as embedded_files, profile_names, scenario_names};
pub use formats::csv_cell::neutral_cell;
pub use formats::csv_table::read_column;
pub use formats::geopackage_writer::{
    ColumnKind, GeoPackageError, GpkgLayer, LayerStyle, RowShape, ShapeKind, Srs, geopackage,
};
pub use input_problem::{InputPlace, InputProblem, InputProblems};
pub use plan::old_table::{OldTable, TableContent, read_old_table};
pub use plan::plan_map::{PlanMapOptions, ReadPlan, read_plan_layer, read_plan_map};
pub use plan::plan_note::{AreaShare, NotedUnit, PlanNote};
pub use plan::plan_table::read_plan;
pub use profile::read_profile::profile;
pub use proposal::{ChangeKind, read_change, read_proposal};
pub use read_file::read_file;
pub use scenario::goals::margin;
pub use scenario::objective::{limits, objective};
pub use scenario::read_scenario::{DEFAULT_SCENARIO, is_of_graph, scenario};
pub use scenario::schemas::{profile_schema, proposal_schema, scenario_schema};
pub use units::map_survey::{Accepted, MapFiles, Survey, survey_files, survey_scenario};
pub use units::population_series::read_population_series;
pub use units::survey_facts::{FilePlace, SurveyColumn, SurveyedValue, UnmatchedFeature};
pub use units::unit_boundaries::{read_boundaries, read_codes};

use check::MapFaults;
use std::collections::BTreeMap;

use zonewerk_core::crs::Crs;
use zonewerk_core::graph::{Graph, GraphOptions, build};
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{Instance, InstanceErrors, Problem, Profile, RuleId};
use zonewerk_core::territory::{Territory, UnitId};
use zonewerk_core::topology::{Fit, Topology};

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
    /// The faults of the map that can change an answer.
    pub map_faults: MapFaults,
    /// What makes two units neighbours.
    pub graph: GraphOptions,
    /// Who is whose neighbour, where the units are those of a graph and have no shapes.
    pub given_graph: Option<GivenGraph>,
    /// What is asked.
    pub problem: Problem,
    /// The plan in force, where the scenario names one.
    pub official_plan: Option<Plan>,
    /// Every file that was read, in the order of reading.
    pub inputs: Vec<InputFile>,
}

impl Scenario {
    /// What solving and auditing begin with, over a graph of its units.
    ///
    /// # Errors
    /// When they do not fit each other: a graph of other units, or a problem that was changed after
    /// the scenario was read.
    pub fn instance<'a>(&'a self, graph: &'a Graph) -> Result<Instance<'a>, InstanceErrors> {
        Instance::new(&self.territory, graph, &self.problem)
    }

    /// What is asked under the rules of another profile. What the scenario itself asks is asked
    /// of it too: what families of groups bind by their role or only report, and given regions.
    pub fn under(&self, profile: Profile) -> Problem {
        let families = &self.territory.families;
        let straddles = RuleId::GroupStraddlesZones;
        let own = self.problem.profile.rules.get(&straddles).map(|setting| &setting.readings);
        let profile = scenario::groups::ask(families, own.unwrap_or(&BTreeMap::new()), profile);
        let profile = scenario::regions::ask_each(profile, &self.problem.regions, families);
        self.problem.under(profile)
    }

    /// Its units and who is whose neighbour, declared links included.
    pub fn graph(&self) -> Graph {
        match &self.given_graph {
            Some(given) => given.graph().with_links(&self.territory),
            None => build(&self.topology, &self.graph).with_links(&self.territory),
        }
    }

    /// Whether its units have shapes.
    pub fn has_map(&self) -> bool {
        self.given_graph.is_none()
    }
}

/// Who is whose neighbour, as a file says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenGraph {
    /// Per unit, the metres of border that it shares with no other; 0 where that is not known.
    pub outer_m: Vec<u64>,
    /// Each pair of neighbours once, with metres of border.
    pub borders: Vec<(UnitId, UnitId, u64)>,
    /// Whether the lengths are known.
    pub has_lengths: bool,
    /// Whether it is known which units have border that they share with no other.
    pub has_outer_border: bool,
}

impl GivenGraph {
    /// The graph, without declared links.
    pub fn graph(&self) -> Graph {
        let graph = Graph::new(self.outer_m.clone(), self.borders.iter().copied());
        match (self.has_lengths, self.has_outer_border) {
            (false, _) => graph.without_lengths(),
            (true, false) => graph.without_outer_border(),
            (true, true) => graph,
        }
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

impl InputFile {
    /// The name for a report: where a file stands on somebody's disk is nobody else's business, so
    /// of an absolute path only the last part.
    pub fn shown_name(&self) -> &str {
        shown_name(&self.name)
    }

    /// The file of this name, with the hash of its bytes.
    pub fn of_bytes(name: impl Into<String>, bytes: &[u8]) -> Self {
        Self { name: name.into(), sha256: scenario_source::sha256(bytes) }
    }
}

/// The name of a file for a report: as it was given, and of an absolute path the last part.
pub fn shown_name(name: &str) -> &str {
    let path = std::path::Path::new(name);
    let last = path.file_name().and_then(std::ffi::OsStr::to_str).filter(|_| path.is_absolute());
    last.unwrap_or(name)
}

/// What was read, or `None` with its problems added to the others.
fn keep<T>(problems: &mut Vec<InputProblem>, read: Result<T, InputProblems>) -> Option<T> {
    read.map_err(|wrong| problems.extend(wrong.into_vec())).ok()
}
