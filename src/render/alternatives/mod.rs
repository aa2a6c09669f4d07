//! Plans within a margin of the best, and what they have in common.

mod facts;
mod json;
mod text;

pub use json::alternatives_json;
pub use text::alternatives_text;

use super::plan_csv::plan_csv;
use crate::graph::Graph;
use crate::load::Scenario;
use crate::solve::{Alternatives, Wanted};

/// The question, and the plans that were found.
#[derive(Clone, Copy, Debug)]
pub struct Nearby<'a> {
    /// The question.
    pub scenario: &'a Scenario,
    /// The territory's adjacency, links included.
    pub graph: &'a Graph,
    /// What was found.
    pub found: &'a Alternatives,
    /// What was wanted.
    pub wanted: Wanted,
    /// The seed of the search.
    pub seed: u64,
}

impl Nearby<'_> {
    /// Names of the files that may be written for so many plans.
    pub fn file_names(plans: usize) -> impl Iterator<Item = String> {
        let others = ["backbone.svg", "backbone.geojson", "backbone-borders.geojson", "alternatives.json"];
        (1..=plans).map(move |number| plan_file(number, plans)).chain(others.map(str::to_owned))
    }
}

/// The name of the file of a plan, counted from 1.
fn plan_file(number: usize, plans: usize) -> String {
    let digits = plans.to_string().len().max(2);
    format!("plan-{number:0digits$}.csv")
}

/// The backbone on a map of units.
pub fn backbone_geojson(_nearby: &Nearby<'_>) -> Option<Vec<u8>> {
    None
}

/// Every file with its name.
pub fn alternatives_files(nearby: &Nearby<'_>) -> Vec<(String, Vec<u8>)> {
    let plans = &nearby.found.plans;
    let mut files: Vec<(String, Vec<u8>)> = plans
        .iter()
        .enumerate()
        .map(|(place, one)| {
            let name = plan_file(place + 1, nearby.wanted.count);
            (name, plan_csv(&nearby.scenario.territory, &one.plan))
        })
        .collect();
    files.push(("alternatives.json".to_owned(), alternatives_json(nearby)));
    files
}
