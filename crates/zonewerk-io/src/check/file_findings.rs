//! Findings in the files themselves: rows, features, rings and joins.

use super::code_contradictions::contradictions;
use super::garbled_text::garbled;
use super::map_checkup::named;
use super::map_finding::{FindingPlace, FindingUnit, FindingWeight, MapFinding};
use std::collections::BTreeMap;

use crate::units::survey_facts::UNMATCHED;
use crate::{FilePlace, InputPlace, InputProblem, Survey, SurveyColumn, SurveyedValue, UnmatchedFeature};
use zonewerk_core::territory::UnitId;
use zonewerk_core::topology::UnitFit;

type Places = BTreeMap<(String, FilePlace), UnitId>;

/// Everything that reading the files told.
pub(super) fn problems(survey: &Survey) -> Vec<MapFinding> {
    let places = survey.places();
    survey.problems.iter().map(|problem| of_problem(survey, &places, problem)).collect()
}

fn of_problem(survey: &Survey, places: &Places, problem: &InputProblem) -> MapFinding {
    let (line, feature) = match problem.place {
        InputPlace::Line(line) => (Some(line), None),
        InputPlace::Feature(number) => (None, Some(number)),
        InputPlace::File | InputPlace::Entry(_) => (None, None),
    };
    let place = line.map(FilePlace::Line).or(feature.map(FilePlace::Feature));
    let unit = place.and_then(|place| places.get(&(problem.file.clone(), place)));
    let field = match (&problem.place, &problem.field) {
        (InputPlace::Entry(entry), Some(field)) => Some(format!("{entry}.{field}")),
        (InputPlace::Entry(entry), None) => Some(entry.clone()),
        (_, field) => field.clone(),
    };
    let found = format!("found {}, expected {}", problem.found, problem.expected);
    let units: Vec<FindingUnit> = match unit {
        Some(&unit) => vec![named(&survey.units, unit)],
        None => unit_in(survey, &problem.found).into_iter().collect(),
    };
    let place = FindingPlace { file: problem.file.clone(), line, feature, field };
    let finding = MapFinding::problem(problem.code, found, effect(problem.code)).about(units);
    MapFinding { place: Some(place), ..finding }
}

/// The unit that a problem of a whole file is about: `no shape for unit 11002`.
fn unit_in(survey: &Survey, found: &str) -> Option<FindingUnit> {
    let (_, code) = found.rsplit_once("unit ")?;
    survey.units.find(code).map(|unit| named(&survey.units, unit))
}

/// What a fault of a file does to the graph.
fn effect(code: &str) -> &'static str {
    match code {
        "open-ring"
        | "short-ring"
        | "invalid-position"
        | "position-out-of-range"
        | "around-the-world"
        | "empty-geometry"
        | "not-a-polygon"
        | "unreadable-geometry"
        | "invalid-arc"
        | "missing-shape" => "the unit has no shape: no neighbours in the graph",
        "duplicate-unit" => "only the first counts; the place of the other is empty",
        "missing-key" | "invalid-key" | "blank-code" => "the unit is not in the graph: its place is empty",
        "missing-population" | "wrong-population" | "negative-population" => {
            "none; but no plan can be drawn without the inhabitants"
        }
        "blank-name" => "none; reports show the code",
        _ => "none known: nothing of it was used",
    }
}

/// Features of a map that no row of its table is about.
pub(super) fn unmatched(survey: &Survey) -> Vec<MapFinding> {
    let told = |feature: &UnmatchedFeature| {
        let found =
            format!("unit {} is on the map, and no row of {} is about it", feature.code, feature.table);
        let place = FindingPlace {
            file: feature.file.clone(),
            line: None,
            feature: Some(feature.number),
            field: None,
        };
        let unit = FindingUnit { code: feature.code.to_string(), name: String::new() };
        let effect = "the unit is not in the graph: its place is empty";
        MapFinding { place: Some(place), ..MapFinding::problem(UNMATCHED, found, effect).about(vec![unit]) }
    };
    survey.unmatched().iter().map(told).collect()
}

/// What maps and tables say: texts that were decoded wrongly, and units whose code says one
/// thing and whose column another.
pub(super) fn attributes(survey: &Survey) -> Vec<MapFinding> {
    let told = |column: &SurveyColumn| {
        let mut found = texts(survey, column);
        let values = column.values.iter().map(|(&unit, said)| (unit, said.text.as_str())).collect();
        for odd in contradictions(&survey.units, &values) {
            let words = format!(
                "{} is {:?}, where {} others with a code {}... have {:?}",
                column.name, odd.value, odd.others, odd.prefix, odd.usual
            );
            let effect = "none on borders; a rule on this column would put the unit in the wrong place";
            let finding = MapFinding::problem("contradicting-attributes", words, effect);
            found.push(in_column(survey, column, odd.unit, finding));
        }
        found
    };
    survey.columns().iter().flat_map(told).collect()
}

fn texts(survey: &Survey, column: &SurveyColumn) -> Vec<MapFinding> {
    let told = |(&unit, said): (&UnitId, &SurveyedValue)| {
        let words = format!("{:?} has {}", said.text, garbled(&said.text)?);
        let effect = "none; the text is wrong wherever it is shown. An encoding option may mend it";
        Some(in_column(survey, column, unit, MapFinding::problem("garbled-name", words, effect)))
    };
    column.values.iter().filter_map(told).collect()
}

fn in_column(survey: &Survey, column: &SurveyColumn, unit: UnitId, finding: MapFinding) -> MapFinding {
    let (line, feature) = match column.values[&unit].place {
        FilePlace::Line(line) => (Some(line), None),
        FilePlace::Feature(number) => (None, Some(number)),
    };
    let place = FindingPlace { file: column.file.clone(), line, feature, field: Some(column.name.clone()) };
    MapFinding { place: Some(place), ..finding.about(vec![named(&survey.units, unit)]) }
}

/// Borders that fitting made one.
pub(super) fn fitted(survey: &Survey) -> Vec<MapFinding> {
    let told = |(&unit, change): (&UnitId, &UnitFit)| {
        let found = format!(
            "{} vertices moved and {} taken in from neighbours, at most {:.3} m away",
            change.moved, change.inserted, change.farthest_m
        );
        let effect = format!("its borders within {} m of a neighbour's are shared", survey.snap_m);
        let mut finding =
            MapFinding::problem("border-fitted", found, effect).about(vec![named(&survey.units, unit)]);
        finding.weight = FindingWeight::Note;
        finding.size.distance_m = Some(change.farthest_m);
        finding.size.count = Some(change.moved + change.inserted);
        finding
    };
    survey.fit.units.iter().map(told).collect()
}
