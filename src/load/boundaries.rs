use std::collections::BTreeMap;

use geo::Coord;
use serde_json::Value;

use super::table::{problem, utf8};
use super::{InputProblem, InputProblems, Place, geojson, topojson};
use crate::territory::{IdVec, UnitCode, UnitId};
use crate::topology::Topology;

/// A map whose shapes are named by unit codes, in the order of the file.
pub(super) struct NamedMap {
    pub(super) file: String,
    /// Code and number of the feature, counted from 1.
    pub(super) codes: Vec<(UnitCode, usize)>,
    /// The shapes in the order of `codes`.
    pub(super) topology: Topology,
}

/// Reads a map of units, GeoJSON or TopoJSON as its content tells, in longitude and
/// latitude on WGS 84. The shapes come in the order of `wanted`; units of the map that
/// are not wanted are left out.
///
/// # Errors
/// Everything that is wrong with the map, at once, by feature; and every wanted unit
/// without a shape.
pub fn read_boundaries(
    file: &str,
    bytes: &[u8],
    key: &str,
    wanted: &[UnitCode],
) -> Result<Topology, InputProblems> {
    let map = read(file, bytes, key)?;
    let place: BTreeMap<&UnitCode, usize> =
        map.codes.iter().enumerate().map(|(place, (code, _))| (code, place)).collect();
    let missing = wanted.iter().filter(|code| !place.contains_key(code)).map(|code| {
        let found = format!("no shape for unit {code}");
        problem("unit-without-shape", &map.file, Place::File, &found, &format!("a shape with {key} {code}"))
    });
    InputProblems::none_of(missing.collect())?;
    let sources: IdVec<UnitId, Vec<UnitId>> =
        wanted.iter().map(|code| vec![crate::territory::Id::new(place[code])]).collect();
    Ok(map.topology.merged(&sources))
}

/// The unit codes of a map, in the order of the file.
///
/// # Errors
/// Everything that is wrong with the map, at once.
pub fn read_codes(file: &str, bytes: &[u8], key: &str) -> Result<Vec<UnitCode>, InputProblems> {
    Ok(read(file, bytes, key)?.codes.into_iter().map(|(code, _)| code).collect())
}

fn read(file: &str, bytes: &[u8], key: &str) -> Result<NamedMap, InputProblems> {
    let text = utf8(file, bytes)?;
    if text.trim().is_empty() {
        return Err(problem("empty-file", file, Place::File, "nothing", "a GeoJSON or TopoJSON map").into());
    }
    let value: Value = serde_json::from_str(text).map_err(|error| {
        let place = Place::Line(error.line() as u64);
        problem(
            "not-json",
            file,
            place,
            &format!("text that breaks off or is not JSON ({error})"),
            "a GeoJSON or TopoJSON map",
        )
    })?;
    let map = match value["type"].as_str() {
        Some("FeatureCollection") => geojson::read(file, value, key)?,
        Some("Topology") => topojson::read(file, &value, key)?,
        other => {
            let found = other.map_or("no type".to_owned(), |kind| format!("the type {kind:?}"));
            let expected = "a GeoJSON FeatureCollection or a TopoJSON Topology";
            return Err(problem("not-a-map", file, Place::File, &found, expected).into());
        }
    };
    InputProblems::none_of(duplicates(&map, key))?;
    Ok(map)
}

fn duplicates(map: &NamedMap, key: &str) -> Vec<InputProblem> {
    let mut first: BTreeMap<&UnitCode, usize> = BTreeMap::new();
    let mut problems = Vec::new();
    for (code, feature) in &map.codes {
        if let Some(other) = first.insert(code, *feature) {
            let found = format!("unit {code}, which feature {other} is too");
            let duplicate =
                problem("duplicate-unit", &map.file, Place::Feature(*feature), &found, "each unit once");
            problems.push(InputProblem { field: Some(key.to_owned()), ..duplicate });
        }
    }
    problems
}

/// The code of a feature: its property of that name, or else its id.
pub(super) fn code_of(
    properties: Option<&Value>,
    id: Option<&Value>,
    key: &str,
    at: &dyn Fn(&'static str, &str, &str) -> InputProblem,
) -> Result<UnitCode, InputProblem> {
    let text = |value: &Value| match value {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Number(number) if number.is_i64() || number.is_u64() => Some(number.to_string()),
        _ => None,
    };
    let value = properties.and_then(|properties| properties.get(key)).or(id).filter(|value| !value.is_null());
    let expected = format!("a unit code as property {key:?} or as id");
    match value.map(|value| (value, text(value))) {
        Some((_, Some(code))) if !code.is_empty() => Ok(UnitCode::new(code)),
        Some((_, Some(_))) => Err(at("missing-key", "a blank code", &expected)),
        Some((value, None)) => Err(at("missing-key", &value.to_string(), &expected)),
        None => {
            let names = properties.and_then(Value::as_object);
            let names: Vec<&str> = names.into_iter().flatten().map(|(name, _)| name.as_str()).collect();
            let found = if names.is_empty() {
                "no properties".to_owned()
            } else {
                format!("the properties {}", names.join(", "))
            };
            Err(at("missing-key", &found, &expected))
        }
    }
}

/// A point in degrees, or what is wrong with it.
pub(super) fn degrees(x: f64, y: f64) -> Result<Coord<f64>, (&'static str, String)> {
    if x.is_finite() && y.is_finite() && x.abs() <= 180.0 && y.abs() <= 90.0 {
        Ok(Coord { x, y })
    } else {
        Err(("not-degrees", format!("the point ({x}, {y})")))
    }
}

/// What a point must be.
pub(super) const DEGREES_EXPECTED: &str = "longitude from -180 to 180 and latitude from -90 to 90, in degrees on WGS 84 (a projected map must be converted first)";
