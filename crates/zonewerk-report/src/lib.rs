//! Writing: functions from results to bytes, one file a format. The same results are
//! the same bytes: no clock, no path, no machine in any of them.
//!
//! ```
//! use zonewerk_audit::audit;
//! use zonewerk_core::words::Language;
//! use zonewerk_report::{Judgement, Layer, MapForm, Shown, map};
//!
//! // The zones in force, with what they break, in Dutch.
//! let scenario = zonewerk_io::scenario(None)?;
//! let graph = scenario.graph();
//! let plan = scenario.official_plan.as_ref().expect("the built-in scenario has zones in force");
//! let audit = audit(&scenario.instance(&graph)?, plan);
//! let mut shown = Shown::new(&scenario, &graph, plan, Language::Dutch);
//! shown.judgements = vec![Judgement { profile: scenario.problem.profile.clone(), audit }];
//! let picture = String::from_utf8(map(&shown, MapForm::Svg, Some(&[Layer::Verdicts]))?)?;
//! assert!(picture.starts_with("<svg") && picture.contains("inwoners"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::path::Path;

mod alternatives;
mod audit;
mod basis;
mod bound_proof;
mod check_json;
mod check_text;
mod claim;
#[cfg(test)]
mod colour_blind;
mod colours;
mod compare;
mod csv_table;
mod document;
mod drift;
mod file_reference;
mod fitted_map;
mod font;
mod geojson;
mod gis;
mod goal_words;
mod goals;
mod graph_csv;
mod graph_file;
mod graph_graphml;
mod graph_json;
mod graph_node_link;
mod graph_report;
#[cfg(test)]
mod graph_sample;
mod graph_text;
mod groups_csv;
mod infeasibility;
mod ink;
mod json_text;
mod label_fit;
mod labels;
mod layer_facts;
mod map;
mod map_faults;
mod mendings;
mod numbers;
mod orders;
mod page;
mod period;
mod pins;
mod plain_table;
mod plan_csv;
mod plan_notes;
mod projection;
mod proposal;
mod reading;
mod regions;
mod report_json;
mod report_outcome;
mod report_parts;
mod results;
mod rules;
#[cfg(test)]
mod sample;
mod shown;
mod sign;
mod steps;
mod stopped_words;
mod summary;
mod svg_map;
mod svg_text;
mod text;
mod topojson;
#[cfg(test)]
mod translated;
mod translation_json;
mod translation_notes;
mod translation_text;
mod valid_shapes;
mod who_moves;
mod why;
mod write;
mod zone_table;

pub use alternatives::{
    EveryPlan, LIST_FILE, Nearby, RowForm, Spread, alternatives_files, alternatives_json, alternatives_text,
    backbone_geojson, every_plan_json, every_plan_text, plan_row, plan_rows_head,
};
pub use audit::{AuditForm, Audited, Judgement, Limits, PlanSource, audit_report, audit_schema};
pub use bound_proof::bound_proof;
pub use check_json::check_json;
pub use check_text::check_text;
pub use compare::{CompareForm, Compared, ComparedPlan, compare_report};
pub use drift::{DriftForm, Drifted, drift_report};
pub use file_reference::{file_reference, schema_file};
pub use fitted_map::{MapFileError, fitted_map};
pub use geojson::{UnitsGeoJson, ZonesGeoJson};
pub use gis::{GisError, GisFiles, GisFormat, gis_files};
pub use goal_words::step_value;
pub use goals::GoalValue;
pub use graph_file::GraphFile;
pub use graph_json::graph_json;
pub use graph_report::GraphReport;
pub use graph_text::graph_text;
pub use groups_csv::groups_csv;
pub use infeasibility::{Explanation, explain};
pub use ink::Ink;
use map::map_svg;
pub use map::{Layer, MapError, MapForm, PngError, UnknownFamily, map};
pub use map_faults::{faults_line, map_faults_line};
pub use mendings::Mending;
pub use page::page;
pub use pins::asked_words;
pub use plan_csv::{PlanCsv, plan_csv};
pub use plan_notes::plan_notes;
pub use proposal::{Drawing, Drawn, DrawnPlan, Remainder, Tried, TriedForm, open_zone_notes, tried_report};
pub use report_json::ReportJson;
pub use results::{Results, ZoneResult};
pub use rules::{RuleBook, RulesForm, rule_book, rules_schema};
pub use shown::{Shown, ShownBackbone, ShownBase, ShownChange, ShownSolve};
pub use summary::summary;
pub use text::gap_in;
pub use topojson::topojson;
pub use translation_json::translation_json;
pub use translation_notes::translation_notes;
pub use translation_text::translation_text;
pub use why::{WhyAnswer, WhyForm, WhyReport, Wish, why_report};

pub use write::{
    WholeFile, check_file, check_folder, folder_of, tidy, write_all, write_folder, write_set, write_whole,
};

/// A format of an output file.
pub trait FileFormat {
    /// The whole file; `None` where it would show a plan and there is none.
    fn bytes(&self, results: &Results) -> Option<Vec<u8>>;
}

/// Names of the files of a result.
pub const FILE_NAMES: [&str; 7] =
    ["plan.csv", "zones.geojson", "units.geojson", "zones.gpkg", "map.svg", "report.html", "report.json"];

/// Every file of a result with its name, in that order; no map and no shapes where the units have
/// none, and the reports alone where there is no plan.
/// Both are of the same plan.
///
/// # Errors
/// When the plan or the coordinates do not fit a format.
///
/// # Panics
/// When the plan was drawn and the graph has no [centres](zonewerk_core::graph::Graph::centres).
pub fn files(shown: &Shown, results: &Results) -> Result<Vec<(&'static str, Vec<u8>)>, GisError> {
    let [plan, zones, units, package, map, page_name, report] = FILE_NAMES;
    let of = |name, format: &dyn FileFormat| Some((name, format.bytes(results)?));
    let mut files: Vec<(&'static str, Vec<u8>)> = Vec::new();
    files.extend(of(plan, &PlanCsv));
    let has_map = shown.scenario.has_map();
    if has_map {
        files.extend([of(zones, &ZonesGeoJson), of(units, &UnitsGeoJson)].into_iter().flatten());
    }
    if has_map && shown.has_plan() {
        let made = gis_files(shown, GisFormat::GeoPackage, Path::new(package))?;
        files.extend(made.files.into_iter().map(|(_, bytes)| (package, bytes)));
        files.push((map, map_svg(shown)));
    }
    files.push((page_name, page(shown)));
    files.extend(of(report, &ReportJson));
    Ok(files)
}
