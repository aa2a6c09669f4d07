use jiff::civil::Date;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

use super::counts::{Counts, per_zone};
use super::report::links;
use super::{Audited, Judgement};
use crate::json_text::pretty;
use crate::map_faults::map_faults_line;
use zonewerk_audit::{Distance, Finding, Found, NotChecked, NotCheckedReason, Required, Severity, Subject};
use zonewerk_core::plan::{Holding, Zone, measure};
use zonewerk_core::problem::{Period, RuleId};
use zonewerk_core::territory::{Link, UnitId, ZoneId};
use zonewerk_core::words::Language;

/// The audit of a plan under one or more profiles.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Audit")]
struct AuditFile<'a> {
    /// Version of the program that wrote it.
    version: &'static str,
    /// Whether the plan breaks no rule of any profile.
    compliant: bool,
    plan: PlanReport<'a>,
    /// What was found under each profile.
    judgements: Vec<JudgementReport<'a>>,
    /// Every zone of the plan, in its order.
    zones: Vec<ZoneReport<'a>>,
    /// Declared links that the audit rests on.
    links: Vec<LinkReport<'a>>,
    scenario: ScenarioReport<'a>,
    /// Every file that was read.
    inputs: Vec<InputReport<'a>>,
    /// Credit lines that maps must show.
    credits: &'a [String],
}

#[derive(Serialize, JsonSchema)]
struct PlanReport<'a> {
    /// Its file, or what it is.
    name: &'a str,
    /// The first day it holds.
    date: Option<Date>,
    /// What was done to read it.
    notes: &'a [String],
}

#[derive(Serialize, JsonSchema)]
struct JudgementReport<'a> {
    profile: ProfileReport<'a>,
    /// Whether no finding is an error.
    compliant: bool,
    errors: usize,
    warnings: usize,
    notes: usize,
    /// The rules that were checked, in the order of checking.
    checked: &'a [RuleId],
    findings: Vec<FindingReport<'a>>,
    not_checked: Vec<NotCheckedReport<'a>>,
    /// The rules that the profile does not ask for.
    not_asked: &'a [RuleId],
}

#[derive(Serialize, JsonSchema)]
struct ProfileReport<'a> {
    name: &'a str,
    title: &'a str,
    source: &'a str,
    /// First and last day that it holds.
    period: Period,
}

#[derive(Serialize, JsonSchema)]
struct FindingReport<'a> {
    rule: RuleId,
    severity: Severity,
    /// Where the profile says that the rule is written.
    article: Option<&'a str>,
    subject: &'a Subject,
    found: &'a Found,
    required: &'a Required,
    /// How far the subject is from keeping the rule, where that is a number.
    distance: Option<Distance>,
    /// The zones that it is about, or that have a share in it.
    zones: Vec<&'a str>,
    /// Codes of the units whose shapes show it on a map.
    evidence: Vec<&'a str>,
    /// The finding in words.
    sentence: String,
}

#[derive(Serialize, JsonSchema)]
struct NotCheckedReport<'a> {
    rule: RuleId,
    subject: &'a Subject,
    why: &'a NotCheckedReason,
    /// The reason in words.
    sentence: String,
}

#[derive(Serialize, JsonSchema)]
struct ZoneReport<'a> {
    name: &'a str,
    /// The regions it lies in, one in a plan that is in order.
    regions: Vec<&'a str>,
    /// Inhabitants; none where those of a part are not known.
    population: Option<u64>,
    /// Units that lie wholly in it.
    units: Vec<UnitReport<'a>>,
    /// Parts of units that lie in it.
    parts: Vec<PartReport<'a>>,
    /// What each profile says of it, in the order of the judgements.
    verdicts: Vec<Verdict>,
}

#[derive(Serialize, JsonSchema)]
struct UnitReport<'a> {
    code: &'a str,
    name: &'a str,
}

#[derive(Serialize, JsonSchema)]
struct PartReport<'a> {
    code: &'a str,
    part: &'a str,
    population: Option<u64>,
}

#[derive(Serialize, JsonSchema)]
struct Verdict {
    errors: usize,
    warnings: usize,
    notes: usize,
    not_checked: usize,
}

#[derive(Serialize, JsonSchema)]
struct LinkReport<'a> {
    between: [UnitReport<'a>; 2],
    reason: &'a str,
    author: Option<&'a str>,
    date: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct ScenarioReport<'a> {
    name: &'a str,
    title: &'a str,
    /// The day the inhabitants were counted.
    population_date: &'a str,
    /// `rook` or `queen`.
    contiguity: &'static str,
    /// Borders below so many metres make no neighbours.
    minimum_border_m: u64,
    /// The faults of its map that can change the answer, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    map_faults: Option<String>,
}

#[derive(Serialize, JsonSchema)]
struct InputReport<'a> {
    name: &'a str,
    sha256: &'a str,
}

/// The schema of what [`json`] writes.
pub(super) fn schema() -> Vec<u8> {
    pretty(&schema_for!(AuditFile))
}

/// Everything there is to know of an audit, for programs.
pub(super) fn json(audited: &Audited, language: Language) -> Vec<u8> {
    let scenario = audited.scenario;
    let inputs = scenario.inputs.iter().chain(&audited.inputs);
    pretty(&AuditFile {
        version: env!("CARGO_PKG_VERSION"),
        compliant: audited.is_compliant(),
        plan: PlanReport {
            name: &audited.source.name,
            date: audited.plan.date,
            notes: &audited.source.notes,
        },
        judgements: audited.judgements.iter().map(|one| judgement(audited, one, language)).collect(),
        zones: zones(audited),
        links: link_reports(audited),
        scenario: ScenarioReport {
            name: &scenario.name,
            title: &scenario.title,
            population_date: &scenario.population_date,
            contiguity: scenario.graph.contiguity.word(),
            minimum_border_m: scenario.graph.minimum_border_m,
            map_faults: map_faults_line(scenario, audited.graph, language),
        },
        inputs: inputs.map(|file| InputReport { name: file.shown_name(), sha256: &file.sha256 }).collect(),
        credits: &scenario.credits,
    })
}

fn judgement<'a>(audited: &'a Audited, one: &'a Judgement, language: Language) -> JudgementReport<'a> {
    let Judgement { profile, audit } = one;
    let finding = |finding: &'a Finding| FindingReport {
        rule: finding.rule,
        severity: finding.severity,
        article: profile.article_in(finding.rule, language),
        subject: &finding.subject,
        found: &finding.found,
        required: &finding.required,
        distance: finding.distance(),
        zones: finding.zones().into_iter().filter_map(|zone| zone_name(audited, zone)).collect(),
        evidence: finding.evidence.iter().filter_map(|unit| code(audited, *unit)).collect(),
        sentence: finding.words(language),
    };
    let open = |open: &'a NotChecked| NotCheckedReport {
        rule: open.rule,
        subject: &open.subject,
        why: &open.why,
        sentence: open.words(language),
    };
    JudgementReport {
        profile: ProfileReport {
            name: &profile.name,
            title: profile.title_in(language),
            source: profile.source_in(language),
            period: profile.period,
        },
        compliant: audit.is_compliant(),
        errors: audit.count(Severity::Error),
        warnings: audit.count(Severity::Warning),
        notes: audit.count(Severity::Info),
        checked: &audit.checked,
        findings: audit.findings.iter().map(finding).collect(),
        not_checked: audit.not_checked.iter().map(open).collect(),
        not_asked: &audit.not_asked,
    }
}

fn zone_name<'a>(audited: &'a Audited, zone: ZoneId) -> Option<&'a str> {
    audited.plan.zones.get(zone).map(|zone| zone.name.as_str())
}

fn code<'a>(audited: &'a Audited, unit: UnitId) -> Option<&'a str> {
    audited.scenario.territory.units().get(unit).map(|unit| unit.code.as_str())
}

fn zones<'a>(audited: &'a Audited) -> Vec<ZoneReport<'a>> {
    let territory = &audited.scenario.territory;
    let measures = measure(territory, audited.graph, audited.plan);
    let counts: Vec<_> = audited.judgements.iter().map(per_zone).collect();
    let zone = |(id, zone): (ZoneId, &'a Zone)| {
        let (mut units, mut parts) = (Vec::new(), Vec::new());
        for &unit in &measures[id].units {
            let known = territory.unit(unit);
            match &audited.plan.holdings[unit] {
                Holding::Parts(of_unit) => {
                    parts.extend(of_unit.iter().filter(|part| part.zone == id).map(|part| PartReport {
                        code: known.code.as_str(),
                        part: &part.name,
                        population: part.population,
                    }))
                }
                _ => units.push(UnitReport { code: known.code.as_str(), name: &known.name }),
            }
        }
        ZoneReport {
            name: &zone.name,
            regions: zone.regions.iter().map(String::as_str).collect(),
            population: measures[id].population,
            units,
            parts,
            verdicts: counts.iter().map(|counts| verdict(counts.get(&id))).collect(),
        }
    };
    audited.plan.zones.iter().map(zone).collect()
}

fn verdict(counts: Option<&Counts>) -> Verdict {
    let counts = counts.cloned().unwrap_or_default();
    Verdict {
        errors: counts.errors,
        warnings: counts.warnings,
        notes: counts.notes,
        not_checked: counts.not_checked,
    }
}

fn link_reports<'a>(audited: &'a Audited) -> Vec<LinkReport<'a>> {
    let unit = |unit: UnitId| {
        let unit = audited.scenario.territory.unit(unit);
        UnitReport { code: unit.code.as_str(), name: &unit.name }
    };
    let report = |link: &'a Link| LinkReport {
        between: link.between.map(unit),
        reason: &link.reason,
        author: link.author.as_deref(),
        date: link.date.as_deref(),
    };
    links(audited.scenario, audited.plan).into_iter().map(report).collect()
}
