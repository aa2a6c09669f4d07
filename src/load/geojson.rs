//! GeoJSON (RFC 7946): a collection of features with polygons.

use geo::{Coord, LineString, MultiPolygon};
use serde_json::Value;

use super::Place;
use super::faults::Faults;
use super::feature::{self, Feature};
use super::json::excerpt;
use super::position::{self, RingFault};

/// The features that have a code, in the order of the file.
pub(super) fn features<'a>(root: &'a Value, key: &str, faults: &mut Faults) -> Vec<Feature<'a>> {
    let listed = root.get("features").and_then(Value::as_array);
    let Some(listed) = listed.filter(|listed| !listed.is_empty()) else {
        let found = if listed.is_some() { "an empty list" } else { "no list" };
        faults.add("no-features", Place::File, Some("features"), found, "one feature a unit");
        return Vec::new();
    };
    let read = |(place, feature): (usize, &'a Value)| {
        let number = place + 1;
        let code = feature::code(feature, number, key, faults)?;
        Some(Feature { number, code, geometry: feature.get("geometry").unwrap_or(&Value::Null) })
    };
    listed.iter().enumerate().filter_map(read).collect()
}

/// The polygons of a feature; the first fault of each of its rings is told.
pub(super) fn shape(feature: &Feature, faults: &mut Faults) -> Option<MultiPolygon<f64>> {
    feature.polygons("coordinates", faults, ring)
}

fn ring(value: &Value) -> Result<LineString<f64>, RingFault> {
    let positions: Vec<&Value> = value.as_array().into_iter().flatten().collect();
    position::ring(positions.into_iter().map(point).collect::<Result<_, _>>()?)
}

fn point(value: &Value) -> Result<Coord<f64>, RingFault> {
    let axis = |axis: usize| value.get(axis).and_then(Value::as_f64);
    match (axis(0), axis(1)) {
        (Some(x), Some(y)) => position::position(x, y),
        _ => Err((
            "invalid-position",
            format!("position {}", excerpt(value)),
            "longitude and latitude, two numbers",
        )),
    }
}
