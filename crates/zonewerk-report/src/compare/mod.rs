//! Plans side by side, as text, Markdown, JSON or GeoJSON.

mod contested;
mod geojson;
mod json;
mod measures;
mod moves;
mod report;
mod rules;
#[cfg(test)]
mod tests;
mod zones;

use super::audit::{Judgement, PlanSource};
use crate::GoalValue;
use crate::document::Block;
use crate::ink::Ink;
use zonewerk_core::compare::Comparison;
use zonewerk_core::graph::Graph;
use zonewerk_core::plan::{Plan, ZoneMeasures};
use zonewerk_core::territory::{IdVec, UnitId, ZoneId};
use zonewerk_core::words::Language;
use zonewerk_io::{InputFile, Scenario};

/// All that a comparison of plans shows.
#[derive(Clone, Debug)]
pub struct Compared<'a> {
    /// The scenario that gave units and exceptions; its base is the first plan.
    pub scenario: &'a Scenario,
    /// The territory's adjacency, links included.
    pub graph: &'a Graph,
    /// What differs.
    pub comparison: &'a Comparison,
    /// The plans, two at least, in the order of the comparison.
    pub plans: Vec<ComparedPlan<'a>>,
    /// Files that were read besides those of the scenario.
    pub inputs: Vec<InputFile>,
    /// The language that it is told in.
    pub language: Language,
}

/// One of the plans that are compared.
#[derive(Clone, Debug)]
pub struct ComparedPlan<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What it is called, and how it was read.
    pub source: PlanSource,
    /// What was found under each profile, the same profiles for every plan.
    pub judgements: Vec<Judgement>,
    measures: IdVec<ZoneId, ZoneMeasures>,
    goals: Vec<GoalValue>,
}

/// How a comparison is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompareForm {
    /// For a terminal, 100 columns wide.
    Text(Ink),
    /// Markdown.
    Markdown,
    /// Everything, for programs.
    Json,
    /// The units on a map, with their zone in each plan.
    GeoJson,
}

/// A comparison in pieces, for a page: everything that text and Markdown may list.
pub(super) fn compared_blocks(compared: &Compared) -> Vec<Block> {
    report::blocks(compared, true)
}

/// A comparison in one form; `all` lists every unit and every zone in text and Markdown.
pub fn compare_report(compared: &Compared, form: CompareForm, all: bool) -> Vec<u8> {
    match form {
        CompareForm::Text(ink) => report::report(compared, all).to_text(ink).into_bytes(),
        CompareForm::Markdown => report::report(compared, all).to_markdown().into_bytes(),
        CompareForm::Json => json::json(compared),
        CompareForm::GeoJson => geojson::geojson(compared),
    }
}

impl<'a> ComparedPlan<'a> {
    /// Measures a plan. `graph` has the links in it.
    ///
    /// # Panics
    /// When the graph has no [centres](Graph::centres).
    pub fn new(
        scenario: &Scenario,
        graph: &Graph,
        plan: &'a Plan,
        source: PlanSource,
        judgements: Vec<Judgement>,
    ) -> Self {
        let measures = zonewerk_core::plan::measure(&scenario.territory, graph, plan);
        let goals = super::goals::goal_values(&scenario.territory, graph, &scenario.problem, plan);
        Self { plan, source, judgements, measures, goals }
    }

    fn zone_name(&self, zone: ZoneId) -> &'a str {
        &self.plan.zones[zone].name
    }

    /// The names of the zones that hold a unit or a part of it.
    fn zone_names(&self, unit: UnitId) -> Vec<&'a str> {
        self.plan.zone_names(unit)
    }
}

impl<'a> Compared<'a> {
    fn unit_name(&self, unit: UnitId) -> &'a str {
        &self.scenario.territory.unit(unit).name
    }
}

/// What a plan is called in tables: `A` for the first.
fn letter(plan: usize) -> String {
    let letter =
        u8::try_from(plan).ok().and_then(|plan| b'A'.checked_add(plan)).filter(u8::is_ascii_uppercase);
    letter.map_or_else(|| format!("plan {}", plan + 1), |letter| char::from(letter).to_string())
}
