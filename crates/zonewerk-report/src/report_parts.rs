use serde::Serialize;

use super::map_faults::{FaultReport, fault_reports};
use super::{Results, ZoneResult};
use zonewerk_audit::{Audit, Subject};
use zonewerk_core::problem::{Excepted, PopulationBounds, RuleId};
use zonewerk_core::territory::{Territory, UnitId};

/// A zone with its measures and units.
#[derive(Serialize)]
pub(super) struct ZoneReport<'a> {
    name: &'a str,
    region: Option<&'a str>,
    population: Option<u64>,
    population_minimum: u64,
    population_maximum: Option<u64>,
    border_m: Option<u64>,
    units: Vec<UnitReport<'a>>,
    parts: Vec<PartReport<'a>>,
    exception: Option<&'a str>,
    fixed: Option<&'a str>,
}

/// A unit by code and name.
#[derive(Serialize)]
pub(super) struct UnitReport<'a> {
    code: &'a str,
    name: &'a str,
}

#[derive(Serialize)]
struct PartReport<'a> {
    code: &'a str,
    part: &'a str,
    population: Option<u64>,
}

/// What an audit found and what it did not look at.
#[derive(Serialize)]
pub(super) struct AuditReport<'a> {
    compliant: bool,
    checked: &'a [RuleId],
    findings: Vec<FindingReport<'a>>,
    not_checked: Vec<NotCheckedReport<'a>>,
}

#[derive(Serialize)]
struct FindingReport<'a> {
    rule: RuleId,
    severity: &'static str,
    subject: SubjectReport<'a>,
    found: String,
    required: String,
    /// How far from keeping the rule, where that is a number.
    distance: Option<DistanceReport>,
}

#[derive(Serialize)]
struct DistanceReport {
    amount: u64,
    unit: &'static str,
}

#[derive(Serialize)]
struct NotCheckedReport<'a> {
    rule: RuleId,
    subject: SubjectReport<'a>,
    why: String,
}

#[derive(Serialize)]
struct SubjectReport<'a> {
    kind: &'static str,
    code: Option<&'a str>,
    name: &'a str,
}

/// Adjacency declared by hand that the result rests on.
#[derive(Serialize)]
pub(super) struct LinkReport<'a> {
    between: [UnitReport<'a>; 2],
    reason: &'a str,
    author: Option<&'a str>,
    date: Option<&'a str>,
}

/// An exception, whether used or not.
#[derive(Serialize)]
pub(super) struct ExceptionReport<'a> {
    subject: SubjectReport<'a>,
    units: Vec<UnitReport<'a>>,
    population_minimum: Option<u64>,
    population_maximum: Option<u64>,
    waives: &'a [RuleId],
    reason: Option<&'a str>,
    legal_ground: Option<&'a str>,
    until: Option<String>,
    used: bool,
}

/// A zone that was given.
#[derive(Serialize)]
pub(super) struct FixedZoneReport<'a> {
    name: &'a str,
    units: Vec<UnitReport<'a>>,
    reason: &'a str,
}

/// What the report was made from and with.
#[derive(Serialize)]
pub(super) struct Manifest<'a> {
    tool: &'static str,
    version: &'static str,
    scenario: &'a str,
    profile: &'a str,
    population_date: &'a str,
    seed: Option<u64>,
    map: MapReport<'a>,
    inputs: Vec<InputReport<'a>>,
    credits: &'a [String],
}

/// What the map was and what was made of it.
#[derive(Serialize)]
struct MapReport<'a> {
    crs: &'a str,
    epsg: Option<u32>,
    contiguity: &'static str,
    minimum_border_m: u64,
    fitted_units: usize,
    fitted_at_most_m: f64,
    /// The faults that can change the answer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    faults: Vec<FaultReport<'a>>,
}

#[derive(Serialize)]
struct InputReport<'a> {
    name: &'a str,
    sha256: &'a str,
}

/// Units by code and name, in the order given.
pub(super) fn unit_reports<'a>(territory: &'a Territory, units: &[UnitId]) -> Vec<UnitReport<'a>> {
    units.iter().map(|&unit| unit_report(territory, unit)).collect()
}

/// A unit by code and name.
pub(super) fn unit_report(territory: &Territory, unit: UnitId) -> UnitReport<'_> {
    let unit = territory.unit(unit);
    UnitReport { code: unit.code.as_str(), name: &unit.name }
}

/// Every zone of the plan, in its order.
pub(super) fn zone_reports<'a>(territory: &'a Territory, zones: &[ZoneResult<'a>]) -> Vec<ZoneReport<'a>> {
    zones.iter().map(|zone| zone_report(territory, zone)).collect()
}

fn zone_report<'a>(territory: &'a Territory, zone: &ZoneResult<'a>) -> ZoneReport<'a> {
    let parts = zone.parts.iter().map(|(unit, part)| PartReport {
        code: territory.unit(*unit).code.as_str(),
        part: &part.name,
        population: part.population,
    });
    ZoneReport {
        name: zone.name,
        region: zone.region,
        population: zone.measures.population,
        population_minimum: zone.bounds.minimum(),
        population_maximum: zone.bounds.maximum(),
        border_m: zone.measures.border_m,
        units: unit_reports(territory, &zone.measures.units),
        parts: parts.collect(),
        exception: zone.exception.and_then(|exception| exception.reason.as_deref()),
        fixed: zone.fixed.map(|fixed| fixed.reason.as_str()),
    }
}

/// The audit as data, with each finding in words.
pub(super) fn audit_report(audit: &Audit) -> AuditReport<'_> {
    let findings = audit.findings.iter().map(|finding| FindingReport {
        rule: finding.rule,
        severity: finding.severity.name(),
        subject: subject_report(&finding.subject),
        found: finding.found.to_string(),
        required: finding.required.to_string(),
        distance: finding
            .distance()
            .map(|distance| DistanceReport { amount: distance.amount, unit: distance.unit.name() }),
    });
    let not_checked = audit.not_checked.iter().map(|missing| NotCheckedReport {
        rule: missing.rule,
        subject: subject_report(&missing.subject),
        why: missing.why.to_string(),
    });
    AuditReport {
        compliant: audit.is_compliant(),
        checked: &audit.checked,
        findings: findings.collect(),
        not_checked: not_checked.collect(),
    }
}

fn subject_report(subject: &Subject) -> SubjectReport<'_> {
    let code = match subject {
        Subject::Unit(unit) => Some(unit.code.as_str()),
        _ => None,
    };
    SubjectReport { kind: subject.kind().name(), code, name: subject.name() }
}

fn excepted_report(subject: &Excepted) -> SubjectReport<'_> {
    let (kind, name) = match subject {
        Excepted::Units(_) => ("units", ""),
        Excepted::Holding { .. } => ("zone", ""),
        Excepted::Zone(name) => ("zone", name.as_str()),
        Excepted::Region(name) => ("region", name.as_str()),
        Excepted::Group(name) => ("group", name.as_str()),
    };
    SubjectReport { kind, code: None, name }
}

/// The declared links that the result rests on.
pub(super) fn link_reports<'a>(results: &Results<'a>) -> Vec<LinkReport<'a>> {
    let territory = &results.scenario.territory;
    let links = results.links_used().into_iter().map(|link| LinkReport {
        between: link.between.map(|unit| unit_report(territory, unit)),
        reason: &link.reason,
        author: link.author.as_deref(),
        date: link.date.as_deref(),
    });
    links.collect()
}

/// Every exception the scenario makes; `used` by one of `zones` or not.
pub(super) fn exception_reports<'a>(results: &Results<'a>, zones: &[ZoneResult]) -> Vec<ExceptionReport<'a>> {
    let exceptions = results.scenario.problem.exceptions.iter().map(|exception| ExceptionReport {
        subject: excepted_report(&exception.subject),
        units: match &exception.subject {
            Excepted::Units(units) | Excepted::Holding { units, .. } => {
                unit_reports(&results.scenario.territory, units)
            }
            Excepted::Zone(_) | Excepted::Region(_) | Excepted::Group(_) => Vec::new(),
        },
        population_minimum: exception.bounds.map(PopulationBounds::minimum),
        population_maximum: exception.bounds.and_then(PopulationBounds::maximum),
        waives: &exception.waives,
        reason: exception.reason.as_deref(),
        legal_ground: exception.legal_ground.as_deref(),
        until: exception.until.map(|day| day.to_string()),
        used: zones.iter().any(|zone| zone.exception == Some(exception)),
    });
    exceptions.collect()
}

/// Every zone that the scenario gives.
pub(super) fn fixed_zone_reports<'a>(results: &Results<'a>) -> Vec<FixedZoneReport<'a>> {
    let fixed = results.scenario.problem.fixed_zones.iter().map(|fixed| FixedZoneReport {
        name: &fixed.name,
        units: unit_reports(&results.scenario.territory, &fixed.units),
        reason: &fixed.reason,
    });
    fixed.collect()
}

/// What the result was made from and with.
pub(super) fn manifest<'a>(results: &Results<'a>) -> Manifest<'a> {
    let scenario = results.scenario;
    let inputs = scenario.inputs.iter();
    Manifest {
        tool: "zonewerk",
        version: env!("CARGO_PKG_VERSION"),
        scenario: &scenario.name,
        profile: &scenario.problem.profile.name,
        population_date: &scenario.population_date,
        seed: results.seed,
        map: MapReport {
            crs: scenario.crs.name(),
            epsg: scenario.crs.epsg(),
            contiguity: scenario.graph.contiguity.word(),
            minimum_border_m: scenario.graph.minimum_border_m,
            fitted_units: scenario.fit.units.len(),
            fitted_at_most_m: scenario.fit.units.values().map(|unit| unit.farthest_m).fold(0.0, f64::max),
            faults: fault_reports(scenario),
        },
        inputs: inputs.map(|file| InputReport { name: file.shown_name(), sha256: &file.sha256 }).collect(),
        credits: &scenario.credits,
    }
}
