use geo::Coord;

use super::finding::{Finding, NamedUnit, Weight};
use super::{from_files, network, shapes};
use crate::Survey;
use zonewerk_core::graph::Graph;
use zonewerk_core::territory::{Territory, UnitId};

/// What a map was found to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Checkup {
    /// The faults, by kind, then by unit.
    pub problems: Vec<Finding>,
    /// What is no fault, or is accepted.
    pub notes: Vec<Finding>,
    /// Gaps up to so many metres wide were looked for.
    pub gap_width_m: f64,
}

/// What a user asks of the doctor.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CheckOptions {
    /// How wide a gap may be to be told, in metres; a twentieth of the side of a middling
    /// unit where nothing is said.
    pub gap_width_m: Option<f64>,
    /// Kinds of fault that are accepted wherever they are.
    pub accepted: Vec<String>,
}

/// Looks for every fault of a map. `graph` is that of the survey's territory, with links.
pub fn checkup(survey: &Survey, graph: &Graph, options: &CheckOptions) -> Checkup {
    let place = Placing { survey };
    let shapes = survey.sheet.shapes();
    let gap_width_m =
        options.gap_width_m.unwrap_or_else(|| super::default_gap_width_m(&shapes, &survey.ground));
    let mut findings = from_files::problems(survey);
    findings.extend(from_files::unmatched(survey));
    findings.extend(from_files::attributes(survey));
    findings.extend(from_files::fitted(survey));
    let faults = super::shape_faults(&shapes, &survey.ground);
    findings.extend(shapes::faults(survey, &shapes, &faults, &place));
    findings.extend(shapes::between(survey, &shapes, &faults, &survey.unit_graph(), gap_width_m, &place));
    findings.extend(network::multipart(survey, &shapes, &place));
    findings.extend(network::apart(survey, graph, &place));
    let unused = unused_acceptances(&findings, survey, &options.accepted);
    for finding in &mut findings {
        accept(finding, survey, &options.accepted);
    }
    findings.extend(unused);
    findings.sort_by(|a, b| (a.kind, &a.units, &a.place).cmp(&(b.kind, &b.units, &b.place)));
    let (problems, notes) = findings.into_iter().partition(|finding| finding.weight == Weight::Problem);
    Checkup { problems, notes, gap_width_m }
}

/// Acceptances that meet no fault: a kind that is written wrongly, or a fault that was mended.
fn unused_acceptances(findings: &[Finding], survey: &Survey, accepted: &[String]) -> Vec<Finding> {
    let kinds = accepted.iter().chain(survey.accepted.iter().map(|accepted| &accepted.fault));
    let unused = kinds.filter(|kind| findings.iter().all(|finding| finding.kind != kind.as_str()));
    let told = |kind: &String| {
        let found = format!("{kind} is accepted, and no fault of that kind is there");
        Finding { weight: Weight::Note, ..Finding::problem("unused-acceptance", found, "none") }
    };
    unused.map(told).collect()
}

/// Makes a note of what is accepted, by the user or with a reason in the scenario.
fn accept(finding: &mut Finding, survey: &Survey, accepted: &[String]) {
    if accepted.iter().any(|kind| kind == finding.kind) {
        finding.weight = Weight::Note;
    }
    let declared = survey.accepted.iter().find(|accepted| {
        let all_named = || {
            let is_named = |unit: &NamedUnit| accepted.units.iter().any(|code| code.as_str() == unit.code);
            !finding.units.is_empty() && finding.units.iter().all(is_named)
        };
        accepted.fault == finding.kind && (accepted.units.is_empty() || all_named())
    });
    if let Some(declared) = declared {
        finding.weight = Weight::Note;
        finding.found = format!("{}; accepted: {}", finding.found, declared.reason);
    }
}

/// A unit by code and name.
pub(super) fn named(units: &Territory, unit: UnitId) -> NamedUnit {
    let unit = units.unit(unit);
    NamedUnit { code: unit.code.to_string(), name: unit.name.clone() }
}

/// Puts findings on the map.
pub(super) struct Placing<'a> {
    survey: &'a Survey,
}

impl Placing<'_> {
    /// At a point in the coordinates of the map's file.
    pub(super) fn put(&self, finding: Finding, at: Option<Coord<f64>>) -> Finding {
        let degrees = at.and_then(|at| self.survey.crs.to_wgs84(at).ok());
        Finding { at: degrees, at_source: at, ..finding }
    }
}
