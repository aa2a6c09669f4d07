//! What the report on a proposal holds for programs.

use serde::Serialize;
use serde_json::value::RawValue;
use zonewerk_core::problem::RuleId;

use zonewerk_audit::{Distance, Severity};

#[derive(Serialize)]
pub(super) struct Report<'a> {
    /// Version of the program that wrote it.
    pub(super) version: &'static str,
    /// The faults of the map that can change the answer, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) map_faults: Option<String>,
    pub(super) proposal: TriedReport<'a>,
    /// What was drawn from it, where that was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) drawn: Option<DrawnReport<'a>>,
}

#[derive(Serialize)]
pub(super) struct TriedReport<'a> {
    pub(super) base: &'a str,
    pub(super) scenario: &'a str,
    pub(super) profile: &'a str,
    /// Whether the plan after breaks no rule that was checked.
    pub(super) compliant: bool,
    pub(super) verdict: String,
    pub(super) changes: Vec<ChangeReport<'a>>,
    pub(super) notes: Vec<String>,
    /// Rules with errors or warnings, before and after.
    pub(super) rules: Vec<RuleReport<'a>>,
    pub(super) new: Vec<FindingReport<'a>>,
    pub(super) gone: Vec<FindingReport<'a>>,
    /// Findings after, of what could not be checked before.
    pub(super) not_checked_before: Vec<FindingReport<'a>>,
    /// Findings before, of what cannot be checked after.
    pub(super) not_checked_after: Vec<FindingReport<'a>>,
    /// Checks that cannot be made after, and could before or were not there.
    pub(super) checks_opened: Vec<CheckReport>,
    /// Checks that could not be made before, and can after or are not there.
    pub(super) checks_closed: Vec<CheckReport>,
    pub(super) changed: Vec<ChangedReport<'a>>,
    /// Every finding after, notes aside.
    pub(super) findings: Vec<FindingReport<'a>>,
    pub(super) moves: MovesReport<'a>,
    pub(super) zones: Vec<ZonePair<'a>>,
    pub(super) groups: Vec<GroupReport<'a>>,
    pub(super) partners: Vec<PartnersReport<'a>>,
    pub(super) neighbours: Vec<NeighbourReport<'a>>,
    pub(super) remainder: RemainderReport<'a>,
}

#[derive(Serialize)]
pub(super) struct ChangeReport<'a> {
    pub(super) written: &'a str,
    pub(super) sentence: String,
    pub(super) reason: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct RuleReport<'a> {
    pub(super) rule: RuleId,
    pub(super) article: Option<&'a str>,
    pub(super) errors: [usize; 2],
    pub(super) warnings: [usize; 2],
}

#[derive(Serialize)]
pub(super) struct FindingReport<'a> {
    pub(super) rule: RuleId,
    pub(super) severity: Severity,
    pub(super) article: Option<&'a str>,
    pub(super) distance: Option<Distance>,
    pub(super) sentence: String,
}

#[derive(Serialize)]
pub(super) struct CheckReport {
    pub(super) rule: RuleId,
    pub(super) sentence: String,
}

#[derive(Serialize)]
pub(super) struct ChangedReport<'a> {
    /// `better` or `worse`; none where it cannot be told.
    pub(super) direction: Option<&'static str>,
    pub(super) before: FindingReport<'a>,
    pub(super) after: FindingReport<'a>,
}

#[derive(Serialize)]
pub(super) struct MovesReport<'a> {
    pub(super) people: u64,
    pub(super) units: usize,
    /// Moves of parts of which it is not known how many people live there.
    pub(super) unknown: usize,
    /// People among them of units that were divided and are whole now, and those units.
    pub(super) made_whole: u64,
    pub(super) made_whole_units: usize,
    /// People of such units of whom it is not known in which part they lived.
    pub(super) unplaced: u64,
    pub(super) moves: Vec<MoveReport<'a>>,
}

#[derive(Serialize)]
pub(super) struct MoveReport<'a> {
    pub(super) code: &'a str,
    pub(super) name: &'a str,
    pub(super) whole: bool,
    pub(super) people: u64,
    /// Parts among them of which it is not known how many people live there.
    pub(super) unknown: usize,
    pub(super) from: Option<&'a str>,
    pub(super) to: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct ZonePair<'a> {
    pub(super) before: Option<ZoneReport<'a>>,
    pub(super) after: Option<ZoneReport<'a>>,
}

#[derive(Serialize)]
pub(super) struct ZoneReport<'a> {
    pub(super) name: &'a str,
    pub(super) units: Vec<&'a str>,
    /// Those of them of which it holds part.
    pub(super) divided: Vec<&'a str>,
    pub(super) population: Option<u64>,
    pub(super) population_minimum: u64,
    pub(super) population_maximum: Option<u64>,
    /// People below the minimum (less than 0) or above the maximum.
    pub(super) outside: Option<i64>,
    pub(super) pieces: usize,
    /// Whether there may be more pieces, as it holds part of a unit.
    pub(super) pieces_at_least: bool,
    pub(super) border_m: Option<u64>,
}

#[derive(Serialize)]
pub(super) struct GroupReport<'a> {
    pub(super) family: &'a str,
    pub(super) group: &'a str,
    pub(super) moved: Vec<&'a str>,
    pub(super) before: StandingReport<'a>,
    pub(super) after: StandingReport<'a>,
}

#[derive(Serialize)]
pub(super) struct StandingReport<'a> {
    pub(super) zones: &'a [String],
    pub(super) finding: Option<Severity>,
}

#[derive(Serialize)]
pub(super) struct GroupName<'a> {
    pub(super) family: &'a str,
    pub(super) group: &'a str,
}

#[derive(Serialize)]
pub(super) struct PartnersReport<'a> {
    pub(super) zone: &'a str,
    pub(super) units: Vec<&'a str>,
    pub(super) groups: Vec<GroupName<'a>>,
}

#[derive(Serialize)]
pub(super) struct NeighbourReport<'a> {
    pub(super) zone: Option<&'a str>,
    pub(super) beside: &'a [String],
    pub(super) units: Vec<&'a str>,
    /// Whether a border of whole units says so.
    pub(super) certain: bool,
    pub(super) groups: Vec<GroupName<'a>>,
}

#[derive(Serialize)]
pub(super) struct RemainderReport<'a> {
    pub(super) answer: &'static str,
    pub(super) zones: Option<usize>,
    pub(super) why: Vec<String>,
    pub(super) relax: &'a [String],
    /// Changed zones that could not be given as they are, a sentence each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) not_given: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct DrawnReport<'a> {
    pub(super) drawing: &'static str,
    pub(super) notes: &'a [String],
    /// The plan that was drawn beside the base; none where there is none.
    pub(super) plan: Option<TriedReport<'a>>,
    /// Who moves from the proposal to it.
    pub(super) moves_from_proposal: Option<MovesReport<'a>>,
    /// What solving came to, as `report.json` has it.
    pub(super) result: Option<Box<RawValue>>,
}
