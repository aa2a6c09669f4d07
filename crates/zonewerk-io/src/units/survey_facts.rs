//! What the files of a survey say of each unit, and where.

use std::collections::{BTreeMap, BTreeSet};

use crate::formats::csv_table::problem;
use crate::units::unit_layer::{FoundUnit, UnitLayer};
use crate::{Accepted, InputPlace, InputProblem};
use zonewerk_core::layer::Attribute;
use zonewerk_core::territory::{Territory, UnitCode, UnitId};

/// Kind of fault of a feature that no row is about.
pub(crate) const UNMATCHED: &str = "unmatched-feature";

/// A line or a feature of a file, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FilePlace {
    /// A line of a table.
    Line(u64),
    /// A feature of a map.
    Feature(usize),
}

/// A column of a map or table.
#[derive(Clone, Debug, PartialEq)]
pub struct SurveyColumn {
    /// The file.
    pub file: String,
    /// Its name.
    pub name: String,
    /// What it says of each unit; nothing where it is blank.
    pub values: BTreeMap<UnitId, SurveyedValue>,
}

/// What a column says of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurveyedValue {
    /// The text.
    pub text: String,
    /// Where it stands.
    pub place: FilePlace,
}

/// A feature of a map that no row of the table is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnmatchedFeature {
    /// The map.
    pub file: String,
    /// Its number there, counted from 1.
    pub number: usize,
    /// Its code.
    pub code: UnitCode,
    /// The table without a row for it.
    pub table: String,
}

/// The unit of each line and feature, those of a second feature of a unit included.
pub(crate) fn places(layers: &[UnitLayer], units: &Territory) -> BTreeMap<(String, FilePlace), UnitId> {
    let mut places = BTreeMap::new();
    for layer in layers {
        let unit_of = |code: &UnitCode| units.find(code.as_str());
        for (code, feature) in &layer.codes {
            let Some(unit) = unit_of(code) else { continue };
            let number = layer.layer.features[*feature].number;
            places.insert((layer.layer.file.clone(), FilePlace::Feature(number)), unit);
        }
        for (code, found) in &layer.units {
            if let (Some(row), Some(table), Some(unit)) = (found.row, &layer.table, unit_of(code)) {
                places.insert((table.file().to_owned(), FilePlace::Line(table.rows()[row].line)), unit);
            }
        }
    }
    places
}

/// What maps and tables say, column by column; key columns apart.
pub(crate) fn columns(layers: &[UnitLayer], units: &Territory) -> Vec<SurveyColumn> {
    let mut columns = Vec::new();
    for layer in layers {
        let unit_of = |code: &UnitCode| units.find(code.as_str());
        for (place, name) in layer.layer.columns.iter().enumerate().filter(|(_, name)| **name != layer.key) {
            let value = |(code, found): (&UnitCode, &FoundUnit)| {
                let feature = &layer.layer.features[found.feature?];
                let text = match feature.attribute(place) {
                    Attribute::Number(number) if number.fract() == 0.0 => format!("{number:.0}"),
                    other => other.text()?.into_owned(),
                };
                Some((unit_of(code)?, SurveyedValue { text, place: FilePlace::Feature(feature.number) }))
            };
            let values = layer.units.iter().filter_map(value).collect();
            columns.push(SurveyColumn { file: layer.layer.file.clone(), name: name.clone(), values });
        }
        let Some(table) = &layer.table else { continue };
        for (place, name) in table.header().iter().enumerate() {
            let value = |(code, found): (&UnitCode, &FoundUnit)| {
                let row = &table.rows()[found.row?];
                let text = row.get(place);
                let said = SurveyedValue { text: text.to_owned(), place: FilePlace::Line(row.line) };
                (!text.is_empty() && text != code.as_str()).then_some((unit_of(code)?, said))
            };
            let values = layer.units.iter().filter_map(value).collect();
            columns.push(SurveyColumn { file: table.file().to_owned(), name: name.clone(), values });
        }
    }
    columns
}

/// Features that no row of their layer's table is about.
pub(crate) fn unmatched(layers: &[UnitLayer]) -> Vec<UnmatchedFeature> {
    let of_layer = |layer: &UnitLayer| -> Vec<UnmatchedFeature> {
        let table = layer.table.as_ref().map(|table| table.file().to_owned()).unwrap_or_default();
        let feature = |(code, place): &(UnitCode, usize)| UnmatchedFeature {
            file: layer.layer.file.clone(),
            number: layer.layer.features[*place].number,
            code: code.clone(),
            table: table.clone(),
        };
        layer.unmatched.iter().map(feature).collect()
    };
    layers.iter().flat_map(of_layer).collect()
}

/// A problem for each map with features that no row of its table is about, unless the scenario
/// accepts them: their place on the map would be empty, and no answer would say so.
pub(crate) fn left_out(unmatched: &[UnmatchedFeature], accepted: &[Accepted]) -> Vec<InputProblem> {
    const NAMED: usize = 5;
    let accepted = || accepted.iter().filter(|accepted| accepted.fault == UNMATCHED);
    let all_are = accepted().any(|accepted| accepted.units.is_empty());
    let named: BTreeSet<&UnitCode> = accepted().flat_map(|accepted| &accepted.units).collect();
    let is_accepted = |feature: &UnmatchedFeature| all_are || named.contains(&feature.code);
    let mut of_map: BTreeMap<(&str, &str), Vec<&UnmatchedFeature>> = BTreeMap::new();
    for feature in unmatched.iter().filter(|feature| !is_accepted(feature)) {
        of_map.entry((&feature.file, &feature.table)).or_default().push(feature);
    }
    let told = |((file, table), features): ((&str, &str), Vec<&UnmatchedFeature>)| {
        let codes: Vec<&str> = features.iter().take(NAMED).map(|feature| feature.code.as_str()).collect();
        let more = match features.len() - codes.len() {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let plural = if features.len() == 1 { "" } else { "s" };
        let found = format!(
            "{} feature{plural} without a row in {table}: {}{more}",
            features.len(),
            codes.join(", ")
        );
        let expected = format!(
            "a row for each, the key only for those that are meant, or a table [[accepted]] with \
             fault = {UNMATCHED:?} and a reason"
        );
        problem(UNMATCHED, file, InputPlace::File, &found, &expected)
    };
    of_map.into_iter().map(told).collect()
}
