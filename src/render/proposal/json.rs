//! The report on a proposal for programs.

use serde::Serialize;
use serde_json::value::RawValue;

use super::changes::{notes, sentence};
use super::{Drawn, Remainder, Tried, verdict};
use crate::audit::{Audit, Distance, Finding, Severity};
use crate::proposal::{Affected, Contiguous, Difference, Measured, Moves, RuleCount, Standing};
use crate::render::report_json::pretty;
use crate::render::{FileFormat, ReportJson};
use crate::territory::{UnitId, ZoneId};
use crate::words::Language;

#[derive(Serialize)]
struct Report<'a> {
    /// Version of the program that wrote it.
    version: &'static str,
    proposal: TriedReport<'a>,
    /// What was drawn from it, where that was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    drawn: Option<DrawnReport<'a>>,
}

#[derive(Serialize)]
struct TriedReport<'a> {
    base: &'a str,
    scenario: &'a str,
    profile: &'a str,
    /// Whether the plan after breaks no rule.
    compliant: bool,
    verdict: String,
    changes: Vec<ChangeReport<'a>>,
    notes: Vec<String>,
    /// Rules with errors or warnings, before and after.
    rules: Vec<RuleReport<'a>>,
    new: Vec<FindingReport<'a>>,
    gone: Vec<FindingReport<'a>>,
    changed: Vec<ChangedReport<'a>>,
    /// Every finding after, notes aside.
    findings: Vec<FindingReport<'a>>,
    moves: MovesReport<'a>,
    zones: Vec<ZonePair<'a>>,
    groups: Vec<GroupReport<'a>>,
    partners: Vec<PartnersReport<'a>>,
    neighbours: Vec<NeighbourReport<'a>>,
    remainder: RemainderReport<'a>,
}

#[derive(Serialize)]
struct ChangeReport<'a> {
    written: &'a str,
    sentence: String,
    reason: Option<&'a str>,
}

#[derive(Serialize)]
struct RuleReport<'a> {
    rule: &'a str,
    article: Option<&'a str>,
    errors: [usize; 2],
    warnings: [usize; 2],
}

#[derive(Serialize)]
struct FindingReport<'a> {
    rule: &'a str,
    severity: Severity,
    article: Option<&'a str>,
    distance: Option<Distance>,
    sentence: String,
}

#[derive(Serialize)]
struct ChangedReport<'a> {
    /// `better` or `worse`; none where it cannot be told.
    direction: Option<&'static str>,
    before: FindingReport<'a>,
    after: FindingReport<'a>,
}

#[derive(Serialize)]
struct MovesReport<'a> {
    people: u64,
    units: usize,
    /// Moves of parts of which it is not known how many people live there.
    unknown: usize,
    /// People among them of units that were divided and are whole now, and those units.
    made_whole: u64,
    made_whole_units: usize,
    /// People of such units of whom it is not known in which part they lived.
    unplaced: u64,
    moves: Vec<MoveReport<'a>>,
}

#[derive(Serialize)]
struct MoveReport<'a> {
    code: &'a str,
    name: &'a str,
    whole: bool,
    people: u64,
    /// Parts among them of which it is not known how many people live there.
    unknown: usize,
    from: Option<&'a str>,
    to: Option<&'a str>,
}

#[derive(Serialize)]
struct ZonePair<'a> {
    before: Option<ZoneReport<'a>>,
    after: Option<ZoneReport<'a>>,
}

#[derive(Serialize)]
struct ZoneReport<'a> {
    name: &'a str,
    units: Vec<&'a str>,
    /// Those of them of which it holds part.
    divided: Vec<&'a str>,
    population: Option<u64>,
    population_minimum: u64,
    population_maximum: Option<u64>,
    /// People below the minimum (less than 0) or above the maximum.
    outside: Option<i64>,
    pieces: usize,
    /// Whether there may be more pieces, as it holds part of a unit.
    pieces_at_least: bool,
    border_m: Option<u64>,
}

#[derive(Serialize)]
struct GroupReport<'a> {
    family: &'a str,
    group: &'a str,
    moved: Vec<&'a str>,
    before: StandingReport<'a>,
    after: StandingReport<'a>,
}

#[derive(Serialize)]
struct StandingReport<'a> {
    zones: &'a [String],
    finding: Option<Severity>,
}

#[derive(Serialize)]
struct GroupName<'a> {
    family: &'a str,
    group: &'a str,
}

#[derive(Serialize)]
struct PartnersReport<'a> {
    zone: &'a str,
    units: Vec<&'a str>,
    groups: Vec<GroupName<'a>>,
}

#[derive(Serialize)]
struct NeighbourReport<'a> {
    zone: Option<&'a str>,
    beside: &'a [String],
    units: Vec<&'a str>,
    groups: Vec<GroupName<'a>>,
}

#[derive(Serialize)]
struct RemainderReport<'a> {
    answer: &'static str,
    zones: Option<usize>,
    why: Vec<String>,
    relax: &'a [&'static str],
}

#[derive(Serialize)]
struct DrawnReport<'a> {
    drawing: &'static str,
    notes: &'a [String],
    /// The plan that was drawn beside the base; none where there is none.
    plan: Option<TriedReport<'a>>,
    /// Who moves from the proposal to it.
    moves_from_proposal: Option<MovesReport<'a>>,
    /// What solving came to, as `report.json` has it.
    result: Option<Box<RawValue>>,
}

/// Everything there is to know of a proposal.
pub(super) fn json(tried: &Tried, drawn: Option<&Drawn>) -> Vec<u8> {
    pretty(&Report {
        version: env!("CARGO_PKG_VERSION"),
        proposal: report(tried, verdict::PROPOSAL),
        drawn: drawn.map(|drawn| drawn_report(tried, drawn)),
    })
}

fn drawn_report<'a>(tried: &'a Tried, drawn: &'a Drawn) -> DrawnReport<'a> {
    let bytes = ReportJson.bytes(drawn.results).unwrap_or_default();
    let result = String::from_utf8(bytes).ok().and_then(|text| RawValue::from_string(text).ok());
    let from_proposal = drawn.plan.as_ref().and_then(|plan| {
        let zones = |zone: ZoneId| plan.from_base.zone_after(zone);
        Some(moves_report(tried, plan.from_proposal.as_ref()?, |zone| tried.zone_after(zone), zones))
    });
    DrawnReport {
        drawing: drawn.drawing.name(),
        notes: &drawn.notes,
        plan: drawn.plan.as_ref().map(|plan| report(&plan.from_base, "The plan")),
        moves_from_proposal: from_proposal,
        result,
    }
}

fn report<'a>(tried: &'a Tried, subject: &str) -> TriedReport<'a> {
    let verdicts = &tried.verdicts;
    let of_kind = |is_new: bool| {
        let kind = verdicts.differences.iter().filter_map(move |one| match one {
            Difference::New(finding) if is_new => Some(finding),
            Difference::Gone(finding) if !is_new => Some(finding),
            _ => None,
        });
        kind.map(|one| finding(tried, one)).collect()
    };
    let changed = verdicts.differences.iter().filter_map(|one| match one {
        Difference::Changed(pair) => Some(ChangedReport {
            direction: one.is_worse().map(|worse| if worse { "worse" } else { "better" }),
            before: finding(tried, &pair[0]),
            after: finding(tried, &pair[1]),
        }),
        _ => None,
    });
    let stated = tried.proposal.stated.iter().map(|stated| ChangeReport {
        written: &stated.written,
        sentence: sentence(tried, &stated.change),
        reason: stated.reason.as_deref(),
    });
    let partners = tried.partners.iter().map(|one| PartnersReport {
        zone: &one.zone,
        units: codes(tried, &one.units),
        groups: groups(&one.groups),
    });
    let neighbours = tried.neighbours.iter().map(|one| NeighbourReport {
        zone: one.zone.as_deref(),
        beside: &one.beside,
        units: codes(tried, &one.units),
        groups: groups(&one.groups),
    });
    let zones = tried.touched.iter().map(|pair| ZonePair {
        before: pair.before.as_ref().map(|one| zone(tried, one)),
        after: pair.after.as_ref().map(|one| zone(tried, one)),
    });
    TriedReport {
        base: &tried.source.name,
        scenario: &tried.scenario.name,
        profile: &tried.scenario.problem.profile.name,
        compliant: tried.audits[1].is_compliant(),
        verdict: verdict::line(tried, subject),
        changes: stated.collect(),
        notes: notes(tried),
        rules: verdicts.rules.iter().map(|one| rule(tried, one)).collect(),
        new: of_kind(true),
        gone: of_kind(false),
        changed: changed.collect(),
        findings: findings(tried, tried.audits[1]),
        moves: moves_report(
            tried,
            &tried.moves,
            |zone| tried.zone_before(zone),
            |zone| tried.zone_after(zone),
        ),
        zones: zones.collect(),
        groups: tried.affected.iter().map(|one| group(tried, one)).collect(),
        partners: partners.collect(),
        neighbours: neighbours.collect(),
        remainder: remainder(&tried.remainder),
    }
}

fn article<'a>(tried: &'a Tried, rule: &str) -> Option<&'a str> {
    tried.scenario.problem.profile.article_in(rule, Language::English)
}

fn rule<'a>(tried: &'a Tried, one: &'a RuleCount) -> RuleReport<'a> {
    RuleReport {
        rule: one.rule,
        article: article(tried, one.rule),
        errors: one.errors,
        warnings: one.warnings,
    }
}

fn findings<'a>(tried: &'a Tried, audit: &'a Audit) -> Vec<FindingReport<'a>> {
    let told = audit.findings.iter().filter(|finding| finding.severity != Severity::Info);
    told.map(|one| finding(tried, one)).collect()
}

fn finding<'a>(tried: &'a Tried, one: &'a Finding) -> FindingReport<'a> {
    FindingReport {
        rule: one.rule,
        severity: one.severity,
        article: article(tried, one.rule),
        distance: one.distance(),
        sentence: one.to_string(),
    }
}

fn moves_report<'a>(
    tried: &'a Tried,
    moves: &'a Moves,
    before: impl Fn(ZoneId) -> &'a str,
    after: impl Fn(ZoneId) -> &'a str,
) -> MovesReport<'a> {
    let one = |one: &crate::proposal::Move| {
        let unit = tried.scenario.territory.unit(one.unit);
        MoveReport {
            code: unit.code.as_str(),
            name: &unit.name,
            whole: one.is_whole,
            people: one.people,
            unknown: one.unknown,
            from: one.from.map(&before),
            to: one.to.map(&after),
        }
    };
    MovesReport {
        people: moves.people,
        units: moves.units,
        unknown: moves.unknown,
        made_whole: moves.made_whole,
        made_whole_units: moves.made_whole_units,
        unplaced: moves.unplaced,
        moves: moves.moves.iter().map(one).collect(),
    }
}

fn zone<'a>(tried: &'a Tried, one: &'a Measured) -> ZoneReport<'a> {
    let (pieces, pieces_at_least) = match one.contiguous {
        Contiguous::Pieces(pieces) => (pieces, false),
        Contiguous::AtLeast(pieces) => (pieces, true),
    };
    ZoneReport {
        name: &one.name,
        units: codes(tried, &one.units),
        divided: codes(tried, &one.divided),
        population: one.population,
        population_minimum: one.bounds.minimum(),
        population_maximum: one.bounds.maximum(),
        outside: one.outside(),
        pieces,
        pieces_at_least,
        border_m: one.border_m,
    }
}

fn group<'a>(tried: &'a Tried, one: &'a Affected) -> GroupReport<'a> {
    let standing = |side: &'a Standing| StandingReport { zones: &side.zones, finding: side.finding };
    GroupReport {
        family: &one.family,
        group: &one.group,
        moved: codes(tried, &one.moved),
        before: standing(&one.before),
        after: standing(&one.after),
    }
}

fn remainder(remainder: &Remainder) -> RemainderReport<'_> {
    let (zones, why, relax): (_, _, &[&'static str]) = match remainder {
        Remainder::NotAsked | Remainder::NotFound(_) => (None, Vec::new(), &[]),
        Remainder::Possible { zones } => (Some(*zones), Vec::new(), &[]),
        Remainder::Impossible(why) => (None, vec![why.sentence.clone()], &why.relax),
        Remainder::Broken(faults) => (None, faults.clone(), &[]),
        Remainder::Conflicts(conflicts) => (None, conflicts.iter().map(ToString::to_string).collect(), &[]),
    };
    RemainderReport { answer: remainder.name(), zones, why, relax }
}

fn codes<'a>(tried: &'a Tried, units: &[UnitId]) -> Vec<&'a str> {
    units.iter().map(|&unit| tried.scenario.territory.unit(unit).code.as_str()).collect()
}

fn groups(groups: &[(String, String)]) -> Vec<GroupName<'_>> {
    groups.iter().map(|(family, group)| GroupName { family, group }).collect()
}
