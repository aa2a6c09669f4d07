//! Which unit a feature of a map is.

use std::collections::{BTreeMap, BTreeSet};

use crate::formats::csv_table::{inhabitants, problem, quoted};
use crate::formats::text_excerpt::{listed, short};
use crate::units::likely_key::meant_key;
use crate::units::unit_rows::INHABITANTS;
use crate::{InputPlace, InputProblem};
use zonewerk_core::layer::{Attribute, Feature, MapLayer};
use zonewerk_core::territory::UnitCode;

/// A problem with a field of a feature.
pub(crate) fn feature_problem(
    layer: &MapLayer,
    feature: &Feature,
    code: &'static str,
    field: &str,
    found: &str,
    expected: &str,
) -> InputProblem {
    let wrong = problem(code, &layer.file, InputPlace::Feature(feature.number), found, expected);
    InputProblem { field: Some(short(field).into_owned()), ..wrong }
}

/// Number of a column that the map must have; the problem names the one that is meant.
pub(crate) fn column(
    layer: &MapLayer,
    name: &str,
    wanted: Option<&BTreeSet<&str>>,
    problems: &mut Vec<InputProblem>,
) -> Option<usize> {
    let found = layer.column(name);
    if found.is_none() {
        let hint =
            meant_key(layer, name, wanted).map(|near| format!(" (is it {near:?}?)")).unwrap_or_default();
        let columns = match layer.columns.as_slice() {
            [] => "no columns".to_owned(),
            columns => format!("the columns {}", listed(columns)),
        };
        let expected = format!("a column {name:?}{hint}");
        problems.push(problem("missing-column", &layer.file, InputPlace::File, &columns, &expected));
    }
    found
}

/// The code of every feature that has one, with its place among the features. The key is a
/// column; or the features' own `id`, where it is named so or they have no attributes: an
/// id beside attributes is often a mere row number.
pub(crate) fn codes(
    layer: &MapLayer,
    key: &str,
    wanted: Option<&BTreeSet<&str>>,
    problems: &mut Vec<InputProblem>,
) -> Option<Vec<(UnitCode, usize)>> {
    let uses_id =
        |feature: &Feature| key == "id" || feature.attributes.iter().all(|value| *value == Attribute::Blank);
    let by_id = |feature: &Feature| feature.id.is_some() && uses_id(feature);
    let known = layer.column(key);
    if known.is_none() && !layer.features.iter().any(by_id) {
        column(layer, key, wanted, problems)?;
    }
    let code = |(place, feature): (usize, &Feature)| {
        let value = known.map(|column| feature.attribute(column)).filter(|value| **value != Attribute::Blank);
        let value = value.or(feature.id.as_ref().filter(|_| uses_id(feature)));
        match code_text(value) {
            Ok(code) => Some((UnitCode::new(code), place)),
            Err((kind, found)) => {
                let (found, expected) = match kind {
                    "missing-key" => (others(layer, feature), "the unit code"),
                    _ => (found, "a text or whole number"),
                };
                problems.push(feature_problem(layer, feature, kind, key, &found, expected));
                None
            }
        }
    };
    Some(layer.features.iter().enumerate().filter_map(code).collect())
}

/// A code as a table would write it.
fn code_text(value: Option<&Attribute>) -> Result<String, (&'static str, String)> {
    match value {
        None | Some(Attribute::Blank) => Err(("missing-key", String::new())),
        Some(Attribute::Text(text)) => Ok(text.clone()),
        Some(Attribute::Whole(number)) => Ok(number.to_string()),
        Some(Attribute::Number(number)) if number.fract() == 0.0 => Ok(format!("{number:.0}")),
        Some(Attribute::Number(number)) => Err(("invalid-key", number.to_string())),
        Some(Attribute::Other(text)) => Err(("invalid-key", text.clone())),
    }
}

/// What a feature says that has no code.
fn others(layer: &MapLayer, feature: &Feature) -> String {
    const SHOWN: usize = 4;
    let said = layer.columns.iter().enumerate();
    let said =
        said.filter_map(|(column, name)| Some(format!("{name} {}", feature.attribute(column).text()?)));
    let said: Vec<String> = said.take(SHOWN).collect();
    if said.is_empty() { "no attributes".to_owned() } else { format!("only {}", said.join(", ")) }
}

/// The features, by code, of which each unit has one; a second one is a problem.
pub(crate) fn each_once(
    layer: &MapLayer,
    key: &str,
    codes: Vec<(UnitCode, usize)>,
    problems: &mut Vec<InputProblem>,
) -> BTreeMap<UnitCode, usize> {
    let mut first: BTreeMap<UnitCode, usize> = BTreeMap::new();
    for (code, place) in codes {
        if let Some(&known) = first.get(&code) {
            let found = format!("{code}, which is also feature {}", layer.features[known].number);
            let feature = &layer.features[place];
            problems.push(feature_problem(layer, feature, "duplicate-unit", key, &found, "each unit once"));
        } else {
            first.insert(code, place);
        }
    }
    first
}

/// The inhabitants that a feature names.
pub(crate) fn population(
    layer: &MapLayer,
    feature: &Feature,
    column: usize,
    problems: &mut Vec<InputProblem>,
) -> Option<u64> {
    let value = feature.attribute(column);
    let text = match value {
        Attribute::Number(number) if number.fract() == 0.0 => format!("{number:.0}"),
        other => other.text().unwrap_or_default().into_owned(),
    };
    let counted = inhabitants(&text);
    if let Err(kind) = counted {
        let field = &layer.columns[column];
        problems.push(feature_problem(layer, feature, kind, field, &quoted(&text), INHABITANTS));
    }
    counted.ok()
}
