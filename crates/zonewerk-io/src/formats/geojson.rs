//! GeoJSON (RFC 7946): a collection of features with polygons. The file is scanned once,
//! its coordinates feature by feature on all cores.
//!
//! By hand: the library parses the whole document at once and stops at the first fault. Here each geometry is
//! first taken as raw text, so that one broken geometry is a fault of one feature.

use std::borrow::Cow;
use std::fmt;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, SeqAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use crate::formats::attribute_columns::AttributeColumns;
use crate::formats::file_faults::Faults;
use crate::formats::json::excerpt;
use crate::formats::memory_limit::MemoryLimit;
use crate::formats::stated_crs::stated_crs;
use crate::{InputPlace, InputProblems};
use zonewerk_core::layer::{Attribute, Feature, MapLayer, Position, Ring, RingFault, Shape};

#[derive(Deserialize)]
struct GeoJsonRoot<'a> {
    #[serde(borrow, rename = "type")]
    kind: Cow<'a, str>,
    #[serde(default)]
    crs: Value,
    #[serde(borrow)]
    features: Vec<JsonFeature<'a>>,
}

/// The `type` of a feature collection.
pub(crate) const KIND: &str = "FeatureCollection";

/// A feature of which every member may be anything.
#[derive(Deserialize)]
struct JsonFeature<'a> {
    #[serde(default)]
    id: Value,
    #[serde(default)]
    properties: Value,
    #[serde(borrow, default)]
    geometry: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct GeoJsonGeometry<'a> {
    #[serde(borrow, rename = "type")]
    kind: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    coordinates: Option<&'a RawValue>,
    #[serde(borrow, default)]
    geometries: Option<&'a RawValue>,
}

/// Reads a feature collection; `None` when the text is none, or no sound JSON.
///
/// # Errors
/// When it takes too much memory.
pub(crate) fn layer(file: &str, text: &str) -> Result<Option<MapLayer>, InputProblems> {
    let root: Option<GeoJsonRoot> = serde_json::from_str(text).ok();
    let Some(root) = root.filter(|root| root.kind == KIND && !root.features.is_empty()) else {
        return Ok(None);
    };
    let (mut columns, mut room) = (AttributeColumns::default(), MemoryLimit::of(file, text.len()));
    let none = Map::new();
    let row = |(place, feature): (usize, &JsonFeature)| {
        columns.row(feature.properties.as_object().unwrap_or(&none), place + 1, &mut room)
    };
    let attributes: Vec<Vec<Attribute>> =
        root.features.iter().enumerate().map(row).collect::<Result<_, _>>()?;
    let shapes: Vec<Shape> = root.features.par_iter().map(|feature| shape(feature.geometry)).collect();
    let features = root.features.iter().zip(attributes).zip(shapes).enumerate();
    let feature = |(place, ((json, attributes), shape)): (usize, ((&JsonFeature, _), _))| {
        let id = (!json.id.is_null()).then(|| crate::formats::attribute_columns::attribute(&json.id));
        Feature { number: place + 1, id, attributes, shape }
    };
    Ok(Some(MapLayer {
        file: file.to_owned(),
        name: None,
        crs: stated_crs(&root.crs),
        columns: columns.into_names(),
        features: features.map(feature).collect(),
        encoding: None,
    }))
}

/// Says why a document is no collection of features.
pub(crate) fn why_not(root: &Value, faults: &mut Faults) {
    let expected = "one feature a unit";
    let features = root.get("features").and_then(Value::as_array);
    let Some(features) = features.filter(|features| !features.is_empty()) else {
        let found = if features.is_some() { "an empty list" } else { "no list" };
        faults.add("no-features", InputPlace::File, Some("features"), found, expected);
        return;
    };
    for (place, feature) in features.iter().enumerate().filter(|(_, feature)| !feature.is_object()) {
        faults.add("not-a-feature", InputPlace::Feature(place + 1), None, excerpt(feature), "a feature");
    }
    if features.iter().all(Value::is_object) {
        faults.add("no-features", InputPlace::File, Some("features"), "a member that stands twice", expected);
    }
}

fn shape(geometry: Option<&RawValue>) -> Shape {
    let Some(raw) = geometry.filter(|raw| raw.get() != "null") else { return Shape::Empty };
    let Ok(geometry) = serde_json::from_str::<GeoJsonGeometry>(raw.get()) else {
        return Shape::Unreadable(format!("geometry {}", short(raw.get())));
    };
    let coordinates = geometry.coordinates.map_or("[]", RawValue::get);
    match geometry.kind.as_deref() {
        Some("Polygon") => polygons(&format!("[{coordinates}]"), Some(coordinates)),
        Some("MultiPolygon") => polygons(coordinates, None),
        Some("GeometryCollection") => collection(geometry.geometries),
        Some(other) => Shape::NoPolygon(other.to_owned()),
        None => Shape::Empty,
    }
}

/// The polygons of a collection of geometries; anything else in it makes it no polygon.
fn collection(members: Option<&RawValue>) -> Shape {
    let members: Vec<&RawValue> =
        members.and_then(|raw| serde_json::from_str(raw.get()).ok()).unwrap_or_default();
    let mut all = Vec::new();
    for member in members {
        let nested =
            serde_json::from_str::<GeoJsonGeometry>(member.get()).ok().and_then(|member| member.geometries);
        // Before its shape is read: collections may lie in each other deeper than any stack is.
        if nested.is_some() {
            return Shape::NoPolygon("GeometryCollection of collections".to_owned());
        }
        match shape(Some(member)) {
            Shape::Polygons(polygons) => all.extend(polygons),
            Shape::Empty => {}
            other => return other,
        }
    }
    if all.is_empty() { Shape::Empty } else { Shape::Polygons(all) }
}

/// Polygons from the text of a list of them, or of a single one.
fn polygons(several: &str, single: Option<&str>) -> Shape {
    type Polygon = Vec<Vec<PositionPair>>;
    let read: Result<Vec<Polygon>, _> = match single {
        Some(text) => serde_json::from_str(text).map(|polygon| vec![polygon]),
        None => serde_json::from_str(several),
    };
    let rings = |polygon: Polygon| -> Vec<Ring> {
        polygon.into_iter().map(|ring| Ok(ring.into_iter().map(|PositionPair(at)| at).collect())).collect()
    };
    let polygons = match read {
        Ok(polygons) => polygons.into_iter().map(rings).collect(),
        Err(_) => faulty_polygons(several),
    };
    if polygons.iter().all(Vec::is_empty) { Shape::Empty } else { Shape::Polygons(polygons) }
}

/// The same where something is wrong: ring by ring, with the fault of each.
fn faulty_polygons(text: &str) -> Vec<Vec<Ring>> {
    let listed: Value = serde_json::from_str(text).unwrap_or_default();
    let polygons = listed.as_array().into_iter().flatten();
    polygons.map(|rings| rings.as_array().into_iter().flatten().map(ring).collect()).collect()
}

fn ring(value: &Value) -> Ring {
    value.as_array().into_iter().flatten().map(position).collect()
}

fn position(value: &Value) -> Result<Position, RingFault> {
    let axis = |axis: usize| value.get(axis).and_then(Value::as_f64);
    match (axis(0), axis(1)) {
        (Some(x), Some(y)) => Ok(Position { x, y }),
        _ => Err(RingFault {
            code: "invalid-position",
            found: format!("position {}", excerpt(value)),
            expected: "longitude and latitude, two numbers",
        }),
    }
}

fn short(text: &str) -> String {
    text.chars().take(60).collect()
}

/// A position: the first two of its numbers.
struct PositionPair(Position);

impl<'de> Deserialize<'de> for PositionPair {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PairVisitor;

        impl<'de> Visitor<'de> for PairVisitor {
            type Value = PositionPair;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("two numbers")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut numbers: A) -> Result<PositionPair, A::Error> {
                let missing = || serde::de::Error::invalid_length(2, &"two numbers");
                let x = numbers.next_element()?.ok_or_else(missing)?;
                let y = numbers.next_element()?.ok_or_else(missing)?;
                while numbers.next_element::<IgnoredAny>()?.is_some() {}
                Ok(PositionPair(Position { x, y }))
            }
        }

        deserializer.deserialize_seq(PairVisitor)
    }
}
