//! What the doctor found, for programs.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::json_text::pretty;
use zonewerk_io::Survey;
use zonewerk_io::check::{Checkup, MapFinding};

/// The report of a checkup as a JSON document.
pub fn check_json(survey: &Survey, checkup: &Checkup) -> Vec<u8> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in &checkup.problems {
        *counts.entry(finding.kind).or_default() += 1;
    }
    let inputs: Vec<Value> = survey
        .inputs()
        .iter()
        .map(|input| json!({"name": input.shown_name(), "sha256": input.sha256}))
        .collect();
    let document = json!({
        "program": concat!("zonewerk ", env!("CARGO_PKG_VERSION")),
        "name": survey.name,
        "clean": checkup.problems.is_empty() && checkup.not_looked_at.is_empty(),
        "not_looked_at": checkup.not_looked_at.iter().map(|part| part.name()).collect::<Vec<_>>(),
        "units": survey.units.units().len(),
        "crs": {
            "name": survey.crs.name(),
            "epsg": survey.crs.epsg(),
            "accuracy": survey.crs.accuracy(),
        },
        "lengths": "geodesic on WGS 84",
        "sizes": "true on WGS 84, by the scale at the place",
        "keys": survey.keys,
        "snap_m": survey.snap_m,
        "gap_width_m": checkup.gap_width_m,
        "population_checked": survey.has_population,
        "counts": counts,
        "problems": checkup.problems.iter().map(finding).collect::<Vec<_>>(),
        "notes": checkup.notes.iter().map(finding).collect::<Vec<_>>(),
        "inputs": inputs,
    });
    pretty(&document)
}

fn finding(finding: &MapFinding) -> Value {
    let units: Vec<Value> =
        finding.units.iter().map(|unit| json!({"code": unit.code, "name": unit.name})).collect();
    let mut object = Map::new();
    object.insert("kind".to_owned(), json!(finding.kind));
    object.insert("units".to_owned(), json!(units));
    if let Some(place) = &finding.place {
        let mut named = json!({"file": place.file});
        let parts =
            [("line", json!(place.line)), ("feature", json!(place.feature)), ("field", json!(place.field))];
        for (key, value) in parts.into_iter().filter(|(_, value)| !value.is_null()) {
            named[key] = value;
        }
        object.insert("place".to_owned(), named);
    }
    let degrees = finding.at.map(|at| [at.x, at.y].map(|degrees| (degrees * 1e7).round() / 1e7));
    let source = finding.at_source.map(|at| [at.x, at.y]);
    let size = finding.size;
    let metres = |size: Option<f64>| size.map(|size| (size * 1e4).round() / 1e4);
    for (key, value) in [
        ("at", json!(degrees)),
        ("at_source", json!(source)),
        ("area_m2", json!(metres(size.area_m2))),
        ("width_m", json!(metres(size.width_m))),
        ("length_m", json!(metres(size.length_m))),
        ("distance_m", json!(metres(size.distance_m))),
        ("count", json!(size.count)),
        ("found", json!(finding.found)),
        ("effect", json!(finding.effect)),
    ] {
        if !value.is_null() {
            object.insert(key.to_owned(), value);
        }
    }
    Value::Object(object)
}
