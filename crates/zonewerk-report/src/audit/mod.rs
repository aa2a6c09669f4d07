//! The report of an audit: under one profile or several side by side, as text, Markdown,
//! HTML, JSON or GeoJSON.

mod counts;
mod findings;
mod geojson;
mod json;
mod open;
mod report;
mod verdict;
mod zones;

pub(super) use counts::{Counts, per_zone};
pub(super) use findings::{Section, sections, severity_name};
pub(super) use geojson::verdict_properties;
pub(super) use open::not_checked;
pub(super) use report::{basis, files, inputs};
pub(super) use verdict::{verdict, verdicts};

use crate::ink::Ink;
use zonewerk_audit::{Audit, Severity};
use zonewerk_core::graph::Graph;
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::Profile;
use zonewerk_core::words::Language;
use zonewerk_io::{InputFile, Scenario};

/// All that the report of an audit shows.
#[derive(Clone, Debug)]
pub struct Audited<'a> {
    /// The scenario that gave units and exceptions.
    pub scenario: &'a Scenario,
    /// The territory's adjacency, links included.
    pub graph: &'a Graph,
    /// The plan.
    pub plan: &'a Plan,
    /// What the plan is called, and how it was read.
    pub source: PlanSource,
    /// What was found under each profile; one at least.
    pub judgements: Vec<Judgement>,
    /// Files that were read besides those of the scenario.
    pub inputs: Vec<InputFile>,
}

/// Where a plan came from.
#[derive(Clone, Debug, Default)]
pub struct PlanSource {
    /// Its file, or what it is.
    pub name: String,
    /// What was done to read it, one sentence each.
    pub notes: Vec<String>,
}

/// An audit under one profile.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// The rules.
    pub profile: Profile,
    /// What was found.
    pub audit: Audit,
}

/// How a report of an audit is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuditForm {
    /// For a terminal, 100 columns wide.
    Text(Ink),
    /// Markdown.
    Markdown,
    /// One HTML page.
    Html,
    /// Everything, for programs.
    Json,
    /// The zones on a map, with their verdicts.
    GeoJson,
}

/// How many findings of one rule a report lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Of those that break it.
    pub errors: usize,
    /// Of warnings.
    pub warnings: usize,
    /// Of notes.
    pub notes: usize,
}

impl Limits {
    /// For a terminal.
    pub const SHORT: Self = Self { errors: 50, warnings: 10, notes: 3 };
    /// For a page.
    pub const LONG: Self = Self { errors: 1_000, warnings: 1_000, notes: 1_000 };
    /// Everything.
    pub const NONE: Self = Self { errors: usize::MAX, warnings: usize::MAX, notes: usize::MAX };

    fn of(self, severity: Severity) -> usize {
        match severity {
            Severity::Error => self.errors,
            Severity::Warning => self.warnings,
            Severity::Info => self.notes,
        }
    }
}

/// The report of an audit in one form. JSON and GeoJSON are the same in every language but
/// for their sentences, and always complete.
pub fn audit_report(audited: &Audited, form: AuditForm, language: Language, limits: Limits) -> Vec<u8> {
    let document = || report::report(audited, language, limits);
    match form {
        AuditForm::Text(ink) => document().to_text(ink).into_bytes(),
        AuditForm::Markdown => document().to_markdown().into_bytes(),
        AuditForm::Html => document().to_html().into_bytes(),
        AuditForm::Json => json::json(audited, language),
        AuditForm::GeoJson => geojson::geojson(audited),
    }
}

/// The JSON Schema of [`AuditForm::Json`].
pub fn audit_schema() -> Vec<u8> {
    json::schema()
}

impl Audited<'_> {
    /// Whether the plan breaks no rule of any profile.
    pub fn is_compliant(&self) -> bool {
        self.judgements.iter().all(|judgement| judgement.audit.is_compliant())
    }
}
