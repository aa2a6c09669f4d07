//! The faults of a map that can change an answer, in one line.

use serde::Serialize;

use super::infeasibility::NAMES_SHOWN;
use super::report_parts::{UnitReport, unit_reports};
use super::text::decimal_point;
use zonewerk_core::graph::Graph;
use zonewerk_core::territory::{Territory, UnitId};
use zonewerk_core::words::{Language, listed, number, say};
use zonewerk_io::check::{MapFault, MapFaultKind, MapFaults};
use zonewerk_io::{InputFile, Scenario, scenario_names};
use zonewerk_solve::Infeasibility;

/// Pairs of units that a line names at most.
const PAIRS_SHOWN: usize = 4;

/// A fault, for programs.
#[derive(Serialize)]
pub(super) struct FaultReport<'a> {
    kind: &'static str,
    units: Vec<UnitReport<'a>>,
    width_m: Option<f64>,
    area_m2: Option<f64>,
}

/// The faults of a scenario's map in one line, with the command that shows them; `None` where it
/// has none.
pub fn map_faults_line(scenario: &Scenario, graph: &Graph, language: Language) -> Option<String> {
    let Scenario { map_faults, territory, inputs, .. } = scenario;
    faults_line(map_faults, (territory, graph), inputs, language)
}

/// The same of a map whose files are these.
pub fn faults_line(
    faults: &MapFaults,
    (territory, graph): (&Territory, &Graph),
    inputs: &[InputFile],
    language: Language,
) -> Option<String> {
    if faults.is_empty() {
        return None;
    }
    let kinds = MapFaultKind::ALL.into_iter().filter_map(|kind| of_kind(faults, kind, territory, language));
    let kinds: Vec<String> = kinds.collect();
    let mut line = say!(language, "map-faults", faults = kinds.join("; "));
    let apart = faults.apart(graph);
    if !apart.is_empty() {
        let names = names(territory, &apart);
        let units = listed(language, &names, NAMES_SHOWN);
        line += &format!(" {}", say!(language, "map-faults-apart", number = apart.len(), units = units));
    }
    let file = checked(inputs);
    line += " ";
    line += &match faults.closing_snap_m {
        Some(metres) => say!(language, "map-faults-snap", file = file, metres = metres.to_string()),
        None => say!(language, "map-faults-check", file = file),
    };
    Some(line)
}

/// What to give to the check.
fn checked(inputs: &[InputFile]) -> &str {
    let file = inputs.first().map_or("", |file| file.name.as_str());
    let built_in = file.strip_suffix(".toml").filter(|name| scenario_names().any(|known| known == *name));
    built_in.unwrap_or(file)
}

/// Number, size and places of the faults of a kind; `None` where there is none.
fn of_kind(
    faults: &MapFaults,
    kind: MapFaultKind,
    territory: &Territory,
    language: Language,
) -> Option<String> {
    let found: Vec<&MapFault> = faults.of_kind(kind).collect();
    let most =
        |size: fn(&MapFault) -> Option<f64>| found.iter().filter_map(|fault| size(fault)).fold(0.0, f64::max);
    let counted = counted(&found, kind, language)?;
    let size = match kind {
        MapFaultKind::Gap => {
            let width = metres(most(|fault| fault.width_m), language);
            say!(language, "map-faults-width", width = width)
        }
        MapFaultKind::Overlap => area(most(|fault| fault.area_m2), language),
        MapFaultKind::CrossingRings => String::new(),
    };
    let places: Vec<String> = found.iter().map(|fault| names(territory, &fault.units).join(" / ")).collect();
    let places = listed(language, &places, PAIRS_SHOWN);
    Some(match size.is_empty() {
        true => format!("{counted} ({places})"),
        false => format!("{counted}, {size} ({places})"),
    })
}

fn counted(found: &[&MapFault], kind: MapFaultKind, language: Language) -> Option<String> {
    let number = found.len();
    (number > 0).then(|| match kind {
        MapFaultKind::Gap => say!(language, "map-faults-gaps", number = number),
        MapFaultKind::Overlap => say!(language, "map-faults-overlaps", number = number),
        MapFaultKind::CrossingRings => say!(language, "map-faults-crossings", number = number),
    })
}

/// Their numbers alone: `2 gaps, 1 overlap`.
pub(super) fn counts(faults: &MapFaults, language: Language) -> String {
    let kinds = MapFaultKind::ALL.into_iter();
    let counted = kinds.filter_map(|kind| counted(&faults.of_kind(kind).collect::<Vec<_>>(), kind, language));
    counted.collect::<Vec<_>>().join(", ")
}

/// Whether a proof that there is no plan rests on which units are neighbours, and the map has faults
/// that may make that wrong.
pub(super) fn is_in_doubt(why: &Infeasibility, scenario: &Scenario) -> bool {
    let rests_on_map = match why {
        Infeasibility::FixedZoneOutOfBounds { .. }
        | Infeasibility::RegionOutOfBounds { .. }
        | Infeasibility::NumberOfRegions(_)
        | Infeasibility::NumberOfGivenRegions { .. } => false,
        Infeasibility::Arithmetic { units, .. } => units.len() < scenario.territory.units().len(),
        _ => true,
    };
    rests_on_map && !scenario.map_faults.is_empty()
}

/// Every fault, for programs.
pub(super) fn fault_reports(scenario: &Scenario) -> Vec<FaultReport<'_>> {
    let report = |fault: &MapFault| FaultReport {
        kind: fault.kind.name(),
        units: unit_reports(&scenario.territory, &fault.units),
        width_m: fault.width_m.map(tenth),
        area_m2: fault.area_m2.map(tenth),
    };
    scenario.map_faults.faults.iter().map(report).collect()
}

fn tenth(size: f64) -> f64 {
    (size * 10.0).round() / 10.0
}

fn names(territory: &Territory, units: &[UnitId]) -> Vec<String> {
    units.iter().map(|&unit| territory.unit(unit).name.clone()).collect()
}

fn metres(width_m: f64, language: Language) -> String {
    match width_m {
        width if width >= 10.0 => number(language, width.ceil() as u64),
        width => {
            let hundredths = (width * 100.0).ceil() as u64;
            format!("{}{}{:02}", hundredths / 100, decimal_point(language), hundredths % 100)
        }
    }
}

fn area(area_m2: f64, language: Language) -> String {
    const KM2: f64 = 1e6;
    match area_m2 >= 0.1 * KM2 {
        true => {
            let tenths = (area_m2 / KM2 * 10.0).round() as u64;
            let size = format!("{}{}{}", number(language, tenths / 10), decimal_point(language), tenths % 10);
            say!(language, "map-faults-area", size = size, unit = "km²")
        }
        false => {
            let size = number(language, area_m2.ceil() as u64);
            say!(language, "map-faults-area", size = size, unit = "m²")
        }
    }
}
