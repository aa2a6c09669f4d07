//! Plans within a margin of the best, and what they have in common.

mod every;
mod facts;
mod geojson;
mod json;
mod plan_rows;
mod spread;
mod svg;
mod text;

pub use every::{EveryPlan, every_plan_json, every_plan_text};
pub use geojson::backbone_geojson;
pub use json::alternatives_json;
pub use plan_rows::{RowForm, plan_row, plan_rows_head};
pub use spread::Spread;
pub use text::alternatives_text;

use super::Results;
use super::plan_csv::plan_csv;
use super::stopped_words::stopped_words;
use geojson::borders_geojson;
pub(super) use geojson::shared_arcs;
pub(super) use json::status_word;
use svg::backbone_svg;
use zonewerk_core::graph::Graph;
use zonewerk_core::words::Language;
use zonewerk_io::Scenario;
use zonewerk_solve::{Alternatives, Stopped, Wanted};

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
    /// The language of every sentence.
    pub language: Language,
}

impl Nearby<'_> {
    /// What solving came to, in the language of the answer.
    fn results(&self) -> Results<'_> {
        let best = &self.found.best;
        let mut results = Results::of_solve(self.scenario, self.graph, best, None, self.seed);
        results.language = self.language;
        results
    }

    /// Why a search ended, in words.
    fn stopped(&self, stopped: &Stopped) -> String {
        stopped_words(stopped, self.scenario, self.graph, self.language)
    }

    /// Names of the files that may be written for so many plans, and of those that fewer or more
    /// would have.
    pub fn file_names(plans: usize) -> impl Iterator<Item = String> {
        let most = plans.max(99);
        (1..=most).map(move |number| plan_file(number, plans)).chain(OTHERS.map(str::to_owned))
    }

    /// Whether a file has the name of one of some list.
    pub fn is_file(name: &str) -> bool {
        OTHERS.contains(&name) || Self::is_plan_file(name)
    }

    /// Whether a file has the name of a plan of some list: `plan-07.csv`, `plan-0007.csv`.
    pub fn is_plan_file(name: &str) -> bool {
        let number = name.strip_prefix("plan-").and_then(|name| name.strip_suffix(".csv"));
        number.is_some_and(|number| number.len() >= 2 && number.bytes().all(|digit| digit.is_ascii_digit()))
    }
}

/// What a list is known by in a folder.
pub const LIST_FILE: &str = "alternatives.json";

/// The files of a list besides its plans.
const OTHERS: [&str; 4] = ["backbone.svg", "backbone.geojson", "backbone-borders.geojson", LIST_FILE];

/// The name of the file of a plan, counted from 1.
fn plan_file(number: usize, plans: usize) -> String {
    let digits = plans.to_string().len().max(2);
    format!("plan-{number:0digits$}.csv")
}

/// Every file with its name, `alternatives.json` last.
pub fn alternatives_files(nearby: &Nearby<'_>) -> Vec<(String, Vec<u8>)> {
    let plans = nearby.found.plans.iter().enumerate().map(|(place, one)| {
        let name = plan_file(place + 1, nearby.wanted.count);
        (name, plan_csv(&nearby.scenario.territory, &one.plan))
    });
    let maps = [
        ("backbone.svg", backbone_svg(nearby)),
        ("backbone.geojson", backbone_geojson(nearby)),
        ("backbone-borders.geojson", borders_geojson(nearby)),
        ("alternatives.json", Some(alternatives_json(nearby))),
    ];
    let has_map = nearby.scenario.has_map();
    let maps = maps.into_iter().filter(|(name, _)| has_map || name.ends_with(".json"));
    let maps = maps.filter_map(|(name, bytes)| Some((name.to_owned(), bytes?)));
    plans.chain(maps).collect()
}
