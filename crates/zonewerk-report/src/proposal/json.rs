//! The report on a proposal for programs.

use serde_json::value::RawValue;
use zonewerk_core::problem::RuleId;

use super::changes::{notes, sentence};
use super::json_fields::{
    ChangeReport, ChangedReport, CheckReport, DrawnReport, FindingReport, GroupName, GroupReport, MoveReport,
    MovesReport, NeighbourReport, PartnersReport, RemainderReport, Report, RuleReport, StandingReport,
    TriedReport, ZonePair, ZoneReport,
};
use super::verdict::{self, Subject};
use super::{Drawn, Remainder, Tried, open_zone_notes};
use crate::json_text::pretty;
use crate::map_faults::map_faults_line;
use crate::{FileFormat, ReportJson};
use zonewerk_audit::proposal::{
    Affected, Contiguous, FindingChange, GroupStatus, Moves, RuleCount, ZoneFigures,
};
use zonewerk_audit::{Audit, Finding, NotChecked, Severity};
use zonewerk_core::territory::{UnitId, ZoneId};

/// Everything there is to know of a proposal.
pub(super) fn json(tried: &Tried, drawn: Option<&Drawn>) -> Vec<u8> {
    pretty(&Report {
        version: env!("CARGO_PKG_VERSION"),
        map_faults: map_faults_line(tried.scenario, tried.graph, tried.language),
        proposal: report(tried, Subject::Proposal),
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
        plan: drawn.plan.as_ref().map(|plan| report(&plan.from_base, Subject::Drawn)),
        moves_from_proposal: from_proposal,
        result,
    }
}

fn report<'a>(tried: &'a Tried, subject: Subject) -> TriedReport<'a> {
    let verdicts = &tried.verdicts;
    let of_kind = |is_kind: fn(&FindingChange) -> bool| {
        let kind = verdicts.differences.iter().filter(|one| is_kind(one));
        kind.map(|one| finding(tried, one.finding())).collect()
    };
    let checks = |open: &[NotChecked]| {
        open.iter()
            .map(|open| CheckReport { rule: open.rule, sentence: open.words(tried.language) })
            .collect()
    };
    let changed = verdicts.differences.iter().filter_map(|one| match one {
        FindingChange::Changed(pair) => Some(ChangedReport {
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
        certain: one.is_certain,
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
        new: of_kind(|one| matches!(one, FindingChange::New(_))),
        gone: of_kind(|one| matches!(one, FindingChange::Gone(_))),
        not_checked_before: of_kind(|one| matches!(one, FindingChange::Uncovered(_))),
        not_checked_after: of_kind(|one| matches!(one, FindingChange::Unchecked(_))),
        checks_opened: checks(&verdicts.opened),
        checks_closed: checks(&verdicts.closed),
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
        remainder: remainder(tried),
    }
}

fn article<'a>(tried: &'a Tried, rule: RuleId) -> Option<&'a str> {
    tried.scenario.problem.profile.article_in(rule, tried.language)
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
        sentence: one.words(tried.language),
    }
}

fn moves_report<'a>(
    tried: &'a Tried,
    moves: &'a Moves,
    before: impl Fn(ZoneId) -> &'a str,
    after: impl Fn(ZoneId) -> &'a str,
) -> MovesReport<'a> {
    let one = |one: &zonewerk_audit::proposal::Move| {
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

fn zone<'a>(tried: &'a Tried, one: &'a ZoneFigures) -> ZoneReport<'a> {
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
    let standing = |side: &'a GroupStatus| StandingReport { zones: &side.zones, finding: side.finding };
    GroupReport {
        family: &one.family,
        group: &one.group,
        moved: codes(tried, &one.moved),
        before: standing(&one.before),
        after: standing(&one.after),
    }
}

fn remainder<'a>(tried: &'a Tried) -> RemainderReport<'a> {
    let remainder = &tried.remainder;
    let zones = match remainder {
        Remainder::Possible { zones, .. } => Some(*zones),
        _ => None,
    };
    let relax = match remainder {
        Remainder::Impossible(why) => why.relax.as_slice(),
        _ => &[],
    };
    let not_given = match remainder {
        Remainder::Possible { open, .. } => open_zone_notes(tried.scenario, open, tried.language),
        _ => Vec::new(),
    };
    RemainderReport { answer: remainder.name(), zones, why: remainder.why(tried.language), relax, not_given }
}

fn codes<'a>(tried: &'a Tried, units: &[UnitId]) -> Vec<&'a str> {
    units.iter().map(|&unit| tried.scenario.territory.unit(unit).code.as_str()).collect()
}

fn groups(groups: &[(String, String)]) -> Vec<GroupName<'_>> {
    groups.iter().map(|(family, group)| GroupName { family, group }).collect()
}
