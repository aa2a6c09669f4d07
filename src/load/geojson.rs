use geo::{LineString, MultiPolygon, Polygon};
use geojson::{FeatureCollection, GeometryValue, Position};
use serde_json::Value;

use super::boundaries::{DEGREES_EXPECTED, NamedMap, code_of, degrees};
use super::table::problem;
use super::{InputProblem, InputProblems, Place};
use crate::topology::Topology;

type At<'a> = dyn Fn(&'static str, &str, &str) -> InputProblem + 'a;

/// A GeoJSON FeatureCollection (RFC 7946) of polygons.
pub(super) fn read(file: &str, value: Value, key: &str) -> Result<NamedMap, InputProblems> {
    let mut problems: Vec<InputProblem> = foreign_crs(file, &value).into_iter().collect();
    let ids: Vec<Option<Value>> = member_of_features(&value, "id");
    let properties: Vec<Option<Value>> = member_of_features(&value, "properties");
    let collection: FeatureCollection = serde_json::from_value(value).map_err(|error| {
        let message = error.to_string();
        let (found, expected) =
            message.split_once(", expected ").unwrap_or((&message, "a GeoJSON FeatureCollection"));
        problem("not-geojson", file, Place::File, found, expected)
    })?;
    let mut codes = Vec::new();
    let mut shapes = Vec::new();
    for (index, feature) in collection.features.iter().enumerate() {
        let number = index + 1;
        let at =
            |code, found: &str, expected: &str| problem(code, file, Place::Feature(number), found, expected);
        let code = code_of(properties[index].as_ref(), ids[index].as_ref(), key, &at);
        let shape = match feature.geometry.as_ref().map(|geometry| &geometry.value) {
            Some(GeometryValue::Polygon { coordinates }) => {
                multi_polygon(std::slice::from_ref(coordinates), &at)
            }
            Some(GeometryValue::MultiPolygon { coordinates }) => multi_polygon(coordinates, &at),
            Some(other) => Err(vec![at(
                "not-a-polygon",
                &format!("a {}", other.type_name()),
                "a Polygon or MultiPolygon",
            )]),
            None => Err(vec![at("empty-geometry", "no geometry", "a Polygon or MultiPolygon")]),
        };
        match (code, shape) {
            (Ok(code), Ok(shape)) => {
                codes.push((code, number));
                shapes.push(shape);
            }
            (code, shape) => {
                problems.extend(code.err());
                problems.extend(shape.err().into_iter().flatten());
            }
        }
    }
    if collection.features.is_empty() {
        problems.push(problem("empty-map", file, Place::File, "no features", "a feature for each unit"));
    }
    InputProblems::none_of(problems)?;
    Ok(NamedMap { file: file.to_owned(), codes, topology: Topology::from_polygons(shapes.into()) })
}

fn member_of_features(value: &Value, member: &str) -> Vec<Option<Value>> {
    let features = value["features"].as_array().map(Vec::as_slice).unwrap_or_default();
    features.iter().map(|feature| feature.get(member).cloned()).collect()
}

/// RFC 7946 knows only WGS 84; older files may name it, or something else.
fn foreign_crs(file: &str, value: &Value) -> Option<InputProblem> {
    let name = value.get("crs").filter(|crs| !crs.is_null())?;
    let text = name.to_string();
    let is_wgs84 = ["CRS84", "EPSG::4326", "EPSG:4326"].iter().any(|known| text.contains(known));
    (!is_wgs84).then(|| {
        let expected = "longitude and latitude on WGS 84 (RFC 7946), without another crs";
        let found = format!("the crs {text}");
        InputProblem {
            field: Some("crs".to_owned()),
            ..problem("foreign-crs", file, Place::File, &found, expected)
        }
    })
}

fn multi_polygon(polygons: &[Vec<Vec<Position>>], at: &At) -> Result<MultiPolygon<f64>, Vec<InputProblem>> {
    let mut problems = Vec::new();
    let mut shape = Vec::new();
    for rings in polygons {
        let lines: Vec<LineString<f64>> = rings
            .iter()
            .filter_map(|ring| line(ring, at).map_err(|found| problems.push(found)).ok())
            .collect();
        let mut lines = lines.into_iter();
        if let Some(exterior) = lines.next() {
            shape.push(Polygon::new(exterior, lines.collect()));
        }
    }
    if shape.is_empty() && problems.is_empty() {
        problems.push(at("empty-geometry", "a geometry without rings", "a Polygon or MultiPolygon"));
    }
    if problems.is_empty() { Ok(MultiPolygon::new(shape)) } else { Err(problems) }
}

fn line(ring: &[Position], at: &At) -> Result<LineString<f64>, InputProblem> {
    let mut points = Vec::with_capacity(ring.len());
    for position in ring {
        let [x, y, ..] = position.as_slice() else {
            return Err(at("wrong-position", "a position without two numbers", "longitude and latitude"));
        };
        points.push(degrees(*x, *y).map_err(|(code, found)| at(code, &found, DEGREES_EXPECTED))?);
    }
    check_ring(&points, at)?;
    Ok(LineString::new(points))
}

/// A ring closes and surrounds something.
pub(super) fn check_ring(points: &[geo::Coord<f64>], at: &At) -> Result<(), InputProblem> {
    if points.first() != points.last() {
        return Err(at("open-ring", "a ring whose last point is not its first", "a closed ring"));
    }
    let mut different: Vec<[u64; 2]> =
        points.iter().map(|point| [point.x.to_bits(), point.y.to_bits()]).collect();
    different.sort_unstable();
    different.dedup();
    if different.len() < 3 {
        let found = format!("a ring of {} different points", different.len());
        return Err(at("degenerate-ring", &found, "three or more"));
    }
    Ok(())
}
