use std::collections::BTreeSet;

use serde::Serialize;

use super::changes::{tried_words, untried, way_words};
use super::demands::demand_words;
use super::edits::{Edit, Place, way_edits, way_toml};
use super::exceptions::words;
use super::prices::price;
use super::{WhyAnswer, WhyReport, Wish};
use crate::json_text::pretty;
use crate::map_faults::map_faults_line;
use crate::reading::not_tried;
use crate::report_parts::{UnitReport, unit_reports};
use zonewerk_core::territory::UnitId;
use zonewerk_core::words::Language;
use zonewerk_io::Scenario;
use zonewerk_solve::Solved;
use zonewerk_solve::why::{
    Conflict, ConflictSums, Demand, Diagnosis, ExceptionNeeds, RelaxedZone, WayOut, Ways,
};

#[derive(Serialize)]
struct WhyFile<'a> {
    tool: &'static str,
    version: &'static str,
    scenario: &'a str,
    profile: &'a str,
    seed: u64,
    stopped: bool,
    /// The faults of the map that can change the answer, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    map_faults: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<PlanReport<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    exceptions: Option<ExceptionsReport<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    wishes: Option<Vec<WishReport<'a>>>,
}

#[derive(Serialize)]
struct PlanReport<'a> {
    /// `possible`, `impossible` or `unknown`; also where none such as are drawn exists, and the rules
    /// allow others.
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    conflict: Option<ConflictReport<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ways_out: Option<WaysReport<'a>>,
}

#[derive(Serialize)]
struct ConflictReport<'a> {
    demands: Vec<DemandReport>,
    units: Vec<UnitReport<'a>>,
    /// Whether each of the units is needed; else they are one part.
    each_unit_is_needed: bool,
    population: u64,
    zones_with: Vec<ZonesWith<'a>>,
    reach: Option<ReachReport<'a>>,
}

#[derive(Serialize)]
struct DemandReport {
    kind: &'static str,
    words: String,
    is_sure: bool,
}

#[derive(Serialize)]
struct ZonesWith<'a> {
    unit: UnitReport<'a>,
    zones: usize,
}

#[derive(Serialize)]
struct ReachReport<'a> {
    units: Vec<UnitReport<'a>>,
    population: u64,
}

#[derive(Serialize)]
struct WaysReport<'a> {
    /// Proved: none has fewer changes, of those that were tried.
    fewest_changes: u64,
    /// The kinds of change that were tried.
    tried: Vec<String>,
    not_tried: String,
    /// How far zones were tried outside their bounds.
    reach_percent: u64,
    ways: Vec<WayReport<'a>>,
}

#[derive(Serialize)]
struct WayReport<'a> {
    changes: u64,
    words: Vec<String>,
    drops: Vec<DemandReport>,
    exceptions: Vec<ZoneReport<'a>>,
    people_outside_bounds: u64,
    fewest_people_is_proved: bool,
    /// What to write into the scenario, where that is all; its comments say where.
    scenario: Option<String>,
    /// The same, one change each.
    edits: Option<Vec<EditReport>>,
    /// A plan that shows that it is enough: zones with the codes of their units.
    plan: Vec<PlanZone<'a>>,
}

#[derive(Serialize)]
struct EditReport {
    /// `instead-of-exception`, `before-exceptions` or `at-the-end`.
    place: &'static str,
    /// The number of that exception.
    exception: Option<usize>,
    /// What is written there; empty where it is taken out.
    toml: String,
}

#[derive(Serialize)]
struct PlanZone<'a> {
    zone: &'a str,
    units: Vec<&'a str>,
}

#[derive(Serialize)]
struct ZoneReport<'a> {
    units: Vec<UnitReport<'a>>,
    population: u64,
    minimum: Option<u64>,
    maximum: Option<u64>,
    crosses_limits: bool,
}

#[derive(Serialize)]
struct ExceptionsReport<'a> {
    status: &'static str,
    /// What the plans have that this is about, where the rules allow others, which were not tried.
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<String>,
    fewest: usize,
    each: Vec<ExceptionReport<'a>>,
    smallest_sets: Vec<Vec<usize>>,
}

#[derive(Serialize)]
struct ExceptionReport<'a> {
    number: usize,
    words: String,
    reason: Option<&'a str>,
    forced: bool,
    used_by_best_plan: Option<bool>,
}

#[derive(Serialize)]
struct WishReport<'a> {
    kind: &'static str,
    words: &'a str,
    units: Vec<UnitReport<'a>>,
    status: &'static str,
    goal: Option<String>,
    without: Option<u64>,
    with: Option<u64>,
    parts: Option<u64>,
    is_proved: Option<bool>,
    units_moved: Option<usize>,
    people_moved: Option<u64>,
    why: Option<PlanReport<'a>>,
}

pub(super) fn json(report: &WhyReport<'_>) -> Vec<u8> {
    let scenario = report.scenario;
    let mut file = WhyFile {
        tool: "zonewerk",
        version: env!("CARGO_PKG_VERSION"),
        scenario: &scenario.name,
        profile: &scenario.problem.profile.name,
        seed: report.seed,
        stopped: report.is_stopped,
        map_faults: map_faults_line(scenario, report.graph, report.language),
        plan: None,
        exceptions: None,
        wishes: None,
    };
    match &report.answer {
        WhyAnswer::Plan(why) => file.plan = Some(plan(scenario, why, report.language)),
        WhyAnswer::Exceptions { needs, used } => {
            file.exceptions = Some(exceptions(report, needs, used.as_ref()));
        }
        WhyAnswer::Wishes { best, wishes } => {
            file.wishes = Some(wishes.iter().map(|one| wish(report, best, one)).collect());
        }
    }
    pretty(&file)
}

fn plan<'a>(scenario: &'a Scenario, why: &'a Diagnosis, language: Language) -> PlanReport<'a> {
    match why {
        Diagnosis::Possible(_) => PlanReport { status: "possible", conflict: None, ways_out: None },
        Diagnosis::Unknown => PlanReport { status: "unknown", conflict: None, ways_out: None },
        Diagnosis::Impossible { proved, conflict, sums, ways } => PlanReport {
            status: if proved.is_of_all { "impossible" } else { "unknown" },
            conflict: Some(of_conflict(scenario, conflict, sums, language)),
            ways_out: Some(of_ways(scenario, ways, language)),
        },
    }
}

fn demand_report(scenario: &Scenario, demand: &Demand, is_sure: bool, language: Language) -> DemandReport {
    let kind = match demand {
        Demand::Minimum => "minimum",
        Demand::Maximum => "maximum",
        Demand::Exception(_) => "exception",
        Demand::FewestZones => "fewest-zones",
        Demand::MostZones => "most-zones",
        Demand::Pin(_) => "pin",
        Demand::FixedZone(_) => "fixed-zone",
        Demand::Merger(_) => "merger",
        Demand::Group(_) => "group",
        Demand::Limits(_) => "limits",
        Demand::OnePiece => "one-piece",
        Demand::Goal(_) => "goal",
        Demand::Region { .. } => "region",
        Demand::Removed(_) => "removed-link",
        Demand::NoLink(..) => "no-link",
    };
    DemandReport { kind, words: demand_words(scenario, demand, language), is_sure }
}

fn of_conflict<'a>(
    scenario: &'a Scenario,
    conflict: &'a Conflict,
    sums: &'a ConflictSums,
    language: Language,
) -> ConflictReport<'a> {
    let Conflict { demands, unsure, units, each_unit } = conflict;
    let territory = &scenario.territory;
    let report = |demand| demand_report(scenario, demand, !unsure.contains(demand), language);
    let one = |unit: UnitId| crate::report_parts::unit_report(territory, unit);
    ConflictReport {
        demands: demands.iter().map(report).collect(),
        units: unit_reports(territory, units),
        each_unit_is_needed: *each_unit,
        population: sums.population,
        zones_with: sums
            .zones_with
            .iter()
            .map(|&(unit, zones)| ZonesWith { unit: one(unit), zones })
            .collect(),
        reach: sums.reach.as_ref().map(|(units, population)| ReachReport {
            units: unit_reports(territory, units),
            population: *population,
        }),
    }
}

fn of_ways<'a>(scenario: &'a Scenario, ways: &'a Ways, language: Language) -> WaysReport<'a> {
    WaysReport {
        fewest_changes: ways.fewest,
        tried: tried_words(ways, language),
        not_tried: untried(ways, language),
        reach_percent: ways.percent,
        ways: ways.ways.iter().map(|way| of_way(scenario, way, language)).collect(),
    }
}

fn of_way<'a>(scenario: &'a Scenario, way: &'a WayOut, language: Language) -> WayReport<'a> {
    let territory = &scenario.territory;
    let zone = |zone: &'a RelaxedZone| {
        let own = zone.outside;
        ZoneReport {
            units: unit_reports(territory, &zone.units),
            population: zone.population,
            minimum: own.map(|bounds| bounds.minimum().min(zone.population)),
            maximum: own.and_then(|bounds| bounds.maximum()).map(|most| most.max(zone.population)),
            crosses_limits: zone.crosses,
        }
    };
    let members = way.plan.members();
    let zones = members.iter().map(|(id, units)| PlanZone {
        zone: &way.plan.zones[id].name,
        units: units.iter().map(|&unit| territory.unit(unit).code.as_str()).collect(),
    });
    WayReport {
        changes: way.changes(),
        words: way_words(scenario, way, language),
        drops: way.drops.iter().map(|demand| demand_report(scenario, demand, true, language)).collect(),
        exceptions: way.zones.iter().map(zone).collect(),
        people_outside_bounds: way.people,
        fewest_people_is_proved: way.is_least,
        scenario: way_toml(scenario, way, language),
        edits: way_edits(scenario, way).map(|edits| edits.into_iter().map(edit_report).collect()),
        plan: zones.collect(),
    }
}

fn edit_report(edit: Edit) -> EditReport {
    let (place, exception) = match edit.place {
        Place::InsteadOf(place) => ("instead-of-exception", Some(place + 1)),
        Place::First => ("before-exceptions", None),
        Place::Last => ("at-the-end", None),
    };
    EditReport { place, exception, toml: edit.toml }
}

fn exceptions<'a>(
    report: &WhyReport<'a>,
    needs: &ExceptionNeeds,
    used: Option<&BTreeSet<usize>>,
) -> ExceptionsReport<'a> {
    let WhyReport { scenario, graph, language, .. } = *report;
    let each = scenario.problem.exceptions.iter().enumerate().map(|(place, exception)| ExceptionReport {
        number: place + 1,
        words: words(scenario, exception, language),
        reason: exception.reason.as_deref(),
        forced: needs.forced.contains(&place),
        used_by_best_plan: used.map(|used| needs.forced.contains(&place) || used.contains(&place)),
    });
    ExceptionsReport {
        status: match (&needs.impossible, needs.smallest.is_empty()) {
            (Some(proved), _) if proved.is_of_all => "impossible",
            (Some(_), _) | (None, true) => "unknown",
            (None, false) => "proved",
        },
        about: not_tried(scenario, graph, language).map(|(_, drawn)| drawn),
        fewest: needs.fewest,
        each: each.collect(),
        smallest_sets: needs.smallest.iter().map(|set| set.iter().map(|place| place + 1).collect()).collect(),
    }
}

fn wish<'a>(report: &WhyReport<'a>, best: &Solved, wish: &'a Wish) -> WishReport<'a> {
    let found = wish.solved.as_ref().and_then(|solved| price(report, best, solved));
    WishReport {
        kind: wish.kind,
        words: &wish.words,
        units: unit_reports(&wish.scenario.territory, &wish.units),
        status: wish.solved.as_ref().map_or("not-asked", |solved| solved.outcome.status()),
        goal: found.as_ref().map(|price| price.step.to_string()),
        without: found.as_ref().map(|price| price.values.0),
        with: found.as_ref().map(|price| price.values.1),
        parts: found.as_ref().map(|price| price.step.parts),
        is_proved: found.as_ref().map(|price| price.is_proved),
        units_moved: wish.moved.map(|(units, _)| units),
        people_moved: wish.moved.map(|(_, people)| people),
        why: wish.why.as_ref().map(|why| plan(&wish.scenario, why, report.language)),
    }
}
