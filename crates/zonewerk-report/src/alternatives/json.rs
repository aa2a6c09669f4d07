use serde::Serialize;

use super::Nearby;
use super::facts::{Counts, difference, pairs_apart};
use super::text::zone_name;
use crate::json_text::pretty;
use crate::report_outcome::{OutcomeReport, outcome_report};
use crate::report_parts::{Manifest, manifest};
use zonewerk_core::plan::Plan;
use zonewerk_core::territory::UnitId;
use zonewerk_solve::{Alternative, Backbone, Completeness, PairStatus, UnitStatus, Which};

/// Everything there is to know of plans within a margin, for programs: two runs give the same
/// bytes.
#[derive(Serialize)]
struct Report<'a> {
    /// What solving came to in the first goal.
    outcome: OutcomeReport<'a>,
    margin_millionths: u64,
    /// The most that a plan within the margin comes to.
    ceiling: Option<u64>,
    which: &'static str,
    completeness: CompletenessReport,
    plans: Vec<PlanReport<'a>>,
    backbone: Option<BackboneReport<'a>>,
    manifest: Manifest<'a>,
}

#[derive(Serialize)]
struct CompletenessReport {
    kind: &'static str,
    stopped: Option<String>,
}

#[derive(Serialize)]
struct PlanReport<'a> {
    number: usize,
    value: u64,
    above_best: f64,
    proved: bool,
    pairs_changed: usize,
    new_zones: usize,
    people_elsewhere: u64,
    /// Where plans differ most: the differing pairs to all plans before, added up.
    pairs_from_those_before: Option<usize>,
    zones: Vec<ZoneReport<'a>>,
}

#[derive(Serialize)]
struct ZoneReport<'a> {
    name: String,
    units: Vec<&'a str>,
}

#[derive(Serialize)]
struct BackboneReport<'a> {
    counts: CountsReport,
    units: Vec<UnitReport<'a>>,
    pairs: Vec<PairReport<'a>>,
    /// The zones that are in all plans, by their names in the best.
    zones: Vec<ZoneReport<'a>>,
    /// Plans that contested pairs refer to, counted from 0.
    witnesses: Vec<WitnessReport<'a>>,
    stopped: Option<String>,
}

#[derive(Serialize)]
struct CountsReport {
    together: usize,
    apart: usize,
    contested: usize,
    unknown: usize,
    settled_units: usize,
    settled_people: u64,
    contested_units: usize,
    contested_people: u64,
    unknown_units: usize,
    unknown_people: u64,
}

#[derive(Serialize)]
struct UnitReport<'a> {
    code: &'a str,
    name: &'a str,
    population: u64,
    standing: &'static str,
}

#[derive(Serialize)]
struct PairReport<'a> {
    units: [&'a str; 2],
    status: &'static str,
    together_in: Option<usize>,
    apart_in: Option<usize>,
}

#[derive(Serialize)]
struct WitnessReport<'a> {
    value: u64,
    zones: Vec<ZoneReport<'a>>,
}

/// Everything, for programs.
pub fn alternatives_json(nearby: &Nearby<'_>) -> Vec<u8> {
    let found = nearby.found;
    let results = nearby.results();
    let report = Report {
        outcome: outcome_report(&results, &found.best),
        margin_millionths: nearby.wanted.margin.millionths,
        ceiling: found.ceiling,
        which: match nearby.wanted.which {
            Which::Best => "best",
            Which::MostDifferent => "most-different",
        },
        completeness: completeness(nearby),
        plans: plans(nearby),
        backbone: found.backbone.as_ref().map(|backbone| backbone_report(nearby, backbone)),
        manifest: manifest(&results),
    };
    pretty(&report)
}

fn completeness(nearby: &Nearby<'_>) -> CompletenessReport {
    let (kind, stopped) = match &nearby.found.completeness {
        Completeness::All => ("all", None),
        Completeness::More => ("more", None),
        Completeness::Enough => ("enough", None),
        Completeness::Unknown(stopped) => ("unknown", Some(nearby.stopped(stopped))),
    };
    CompletenessReport { kind, stopped }
}

fn plans<'a>(nearby: &Nearby<'a>) -> Vec<PlanReport<'a>> {
    let plans = &nearby.found.plans;
    let report = |(place, one): (usize, &'a Alternative)| {
        let best = &plans[0];
        let difference = difference(nearby, &best.plan, &one.plan);
        let before = || plans[..place].iter().map(|other| pairs_apart(nearby, &other.plan, &one.plan)).sum();
        PlanReport {
            number: place + 1,
            value: one.value,
            above_best: (one.value - best.value) as f64 / best.value.max(1) as f64,
            proved: one.is_proved,
            pairs_changed: difference.pairs,
            new_zones: difference.zones,
            people_elsewhere: difference.people,
            pairs_from_those_before: (nearby.wanted.which == Which::MostDifferent).then(before),
            zones: zones(nearby, &one.plan),
        }
    };
    plans.iter().enumerate().map(report).collect()
}

fn zones<'a>(nearby: &Nearby<'a>, plan: &Plan) -> Vec<ZoneReport<'a>> {
    let members = plan.members();
    let report = |(zone, units): (_, &Vec<UnitId>)| ZoneReport {
        name: plan.zones[zone].name.clone(),
        units: codes(nearby, units),
    };
    members.iter().map(report).collect()
}

fn codes<'a>(nearby: &Nearby<'a>, units: &[UnitId]) -> Vec<&'a str> {
    units.iter().map(|&unit| nearby.scenario.territory.unit(unit).code.as_str()).collect()
}

fn backbone_report<'a>(nearby: &Nearby<'a>, backbone: &'a Backbone) -> BackboneReport<'a> {
    let territory = &nearby.scenario.territory;
    let counts = Counts::of(nearby, backbone);
    let [settled, unknown, contested] = counts.units;
    let standings = backbone.units(nearby.graph.len());
    let unit = |(unit, &standing): (UnitId, &UnitStatus)| {
        let facts = territory.unit(unit);
        UnitReport {
            code: facts.code.as_str(),
            name: &facts.name,
            population: facts.population,
            standing: standing_word(standing),
        }
    };
    let pair = |pair: &'a zonewerk_solve::PairOfUnits| {
        let (together_in, apart_in) = match pair.status {
            PairStatus::Contested { together, apart } => (Some(together), Some(apart)),
            _ => (None, None),
        };
        let units = pair.units.map(|unit| territory.unit(unit).code.as_str());
        PairReport { units, status: status_word(pair.status), together_in, apart_in }
    };
    let zone =
        |units: &Vec<UnitId>| ZoneReport { name: zone_name(nearby, units), units: codes(nearby, units) };
    let witness = |one: &Alternative| WitnessReport { value: one.value, zones: zones(nearby, &one.plan) };
    BackboneReport {
        counts: CountsReport {
            together: counts.together,
            apart: counts.apart,
            contested: counts.contested,
            unknown: counts.unknown,
            settled_units: settled.0,
            settled_people: settled.1,
            contested_units: contested.0,
            contested_people: contested.1,
            unknown_units: unknown.0,
            unknown_people: unknown.1,
        },
        units: standings.iter().map(unit).collect(),
        pairs: backbone.pairs.iter().map(pair).collect(),
        zones: backbone.zones.iter().map(zone).collect(),
        witnesses: backbone.witnesses.iter().map(witness).collect(),
        stopped: backbone.stopped.as_ref().map(|stopped| nearby.stopped(stopped)),
    }
}

/// What is known of a unit, in a word.
pub(super) fn standing_word(standing: UnitStatus) -> &'static str {
    match standing {
        UnitStatus::Settled => "settled",
        UnitStatus::Unknown => "unknown",
        UnitStatus::Contested => "contested",
    }
}

/// What is known of a pair, in a word.
pub(crate) fn status_word(status: PairStatus) -> &'static str {
    match status {
        PairStatus::Together => "together",
        PairStatus::Apart => "apart",
        PairStatus::Contested { .. } => "contested",
        PairStatus::Unknown => "unknown",
    }
}
