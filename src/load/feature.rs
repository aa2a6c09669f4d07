use geo::{LineString, MultiPolygon, Polygon};
use serde_json::Value;

use super::Place;
use super::faults::Faults;
use super::json::excerpt;
use super::position::RingFault;
use crate::territory::UnitCode;

/// A part of a map that carries a code, its geometry not yet looked at.
pub(super) struct Feature<'a> {
    /// Place in the file, counted from 1.
    pub(super) number: usize,
    pub(super) code: UnitCode,
    /// The object that holds the geometry; null where there is none.
    pub(super) geometry: &'a Value,
}

impl Feature<'_> {
    pub(super) fn place(&self) -> Place {
        Place::Feature(self.number)
    }

    /// The polygons under `field`, each ring read by `ring`; `None` when something was
    /// wrong, the first fault of each ring told.
    pub(super) fn polygons(
        &self,
        field: &str,
        faults: &mut Faults,
        ring: impl Fn(&Value) -> Result<LineString<f64>, RingFault>,
    ) -> Option<MultiPolygon<f64>> {
        let listed = self.geometry.get(field).unwrap_or(&Value::Null);
        let kind = self.geometry.get("type").and_then(Value::as_str);
        let polygons: Vec<&Value> = match kind {
            Some("Polygon") => vec![listed],
            Some("MultiPolygon") => listed.as_array().into_iter().flatten().collect(),
            other => {
                let code = if other.is_some() { "not-a-polygon" } else { "empty-geometry" };
                let found = other.unwrap_or("no geometry");
                faults.add(code, self.place(), Some("geometry"), found, "Polygon or MultiPolygon");
                return None;
            }
        };
        if polygons.is_empty() || polygons.iter().any(|rings| rings.as_array().is_none_or(Vec::is_empty)) {
            let found = format!("a {} without rings", kind.unwrap_or_default());
            faults.add("empty-geometry", self.place(), Some(field), found, "at least one ring");
            return None;
        }
        let mut areas = Vec::new();
        let mut sound = true;
        for rings in polygons {
            let mut lines = Vec::new();
            for read in rings.as_array().into_iter().flatten().map(&ring) {
                match read {
                    Ok(line) => lines.push(line),
                    Err((code, found, expected)) => {
                        faults.add(code, self.place(), Some(field), found, expected);
                        sound = false;
                    }
                }
            }
            let mut lines = lines.into_iter();
            areas.extend(lines.next().map(|exterior| Polygon::new(exterior, lines.collect())));
        }
        sound.then_some(MultiPolygon::new(areas))
    }
}

/// The code of a feature: the property `key`, or the feature's `id` where it has no
/// properties or the key is `id`. An id beside properties is often a mere row number.
pub(super) fn code(feature: &Value, number: usize, key: &str, faults: &mut Faults) -> Option<UnitCode> {
    let property = feature.get("properties").and_then(|properties| properties.get(key));
    let properties = properties(feature);
    let id = if key == "id" || properties.is_empty() { feature.get("id") } else { None };
    let Some(value) = property.or(id) else {
        let found = match properties.as_slice() {
            [] => "no properties".to_owned(),
            names => format!("only {}", names.join(", ")),
        };
        faults.add("missing-key", Place::Feature(number), Some(key), found, "the unit code");
        return None;
    };
    let code = text(value);
    if code.is_none() {
        faults.add(
            "invalid-key",
            Place::Feature(number),
            Some(key),
            excerpt(value),
            "a text or whole number",
        );
    }
    code.map(UnitCode::new)
}

fn properties(feature: &Value) -> Vec<&str> {
    let properties = feature.get("properties").and_then(Value::as_object);
    properties.into_iter().flatten().map(|(name, _)| name.as_str()).collect()
}

/// A code as text; whole numbers as they are written in a table.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.trim().is_empty() => Some(text.clone()),
        Value::Number(number) if number.is_i64() || number.is_u64() => Some(number.to_string()),
        Value::Number(number) => {
            number.as_f64().filter(|number| number.fract() == 0.0).map(|number| format!("{number:.0}"))
        }
        _ => None,
    }
}
