use std::collections::{BTreeMap, BTreeSet};

use geo::MultiPolygon;
use serde_json::Value;

use super::crs::foreign_crs;
use super::faults::Faults;
use super::feature::Feature;
use super::{InputProblems, Place, geojson, json, topojson};
use crate::territory::{Id, UnitCode, UnitId};
use crate::topology::Topology;

/// The map of these units, from GeoJSON or TopoJSON, told apart by their content.
///
/// `key` is the property that holds the unit code; a feature without properties is known
/// by its `id`. `wanted` is ascending, and
/// the shapes come in exactly that order; other units of the map are left out, whatever
/// their shapes are like. Neighbours must share the vertices of their border exactly.
///
/// # Errors
/// With every fault at once: a file that is no map, a feature without a code, a wanted
/// unit that has no shape, two, or one that is no sound polygon, a border of three units.
pub fn read_boundaries(
    file: &str,
    bytes: &[u8],
    key: &str,
    wanted: &[UnitCode],
) -> Result<Topology, InputProblems> {
    let root = json::parse(file, bytes)?;
    let mut faults = Faults::of(file);
    let shapes = shapes(&root, key, wanted, &mut faults).unwrap_or_default();
    faults.or(())?;
    let codes: Vec<UnitCode> = shapes.keys().cloned().collect();
    let map = Topology::from_polygons(shapes.into_values().collect());
    let mut faults = Faults::of(file);
    crowded_borders(&map, &codes, &mut faults);
    faults.or(map)
}

/// A border has two sides: where it is that of three units, shapes lie over each other.
fn crowded_borders(map: &Topology, codes: &[UnitCode], faults: &mut Faults) {
    let crowded: BTreeSet<&[UnitId]> =
        map.arc_users().map(|(_, users)| users).filter(|users| users.len() > 2).collect();
    for users in crowded {
        let names: Vec<&str> = users.iter().map(|unit| codes[unit.index()].as_str()).collect();
        let found = format!("the same border in {}", names.join(", "));
        faults.add("overlapping-shapes", Place::File, None, found, "a border of two units at most");
    }
}

/// The codes of all units in a map, GeoJSON or TopoJSON, in the order of the file.
///
/// # Errors
/// With every fault at once: a file that is no map, a feature without a code.
pub fn read_codes(file: &str, bytes: &[u8], key: &str) -> Result<Vec<UnitCode>, InputProblems> {
    let root = json::parse(file, bytes)?;
    let mut faults = Faults::of(file);
    let features = Format::of(&root, &mut faults).map(|format| format.features(&root, key, &mut faults));
    let codes = features.into_iter().flatten().map(|feature| feature.code).collect();
    faults.or(codes)
}

/// The sound shapes of the wanted units; `None` when there is no list of features.
fn shapes(
    root: &Value,
    key: &str,
    wanted: &[UnitCode],
    faults: &mut Faults,
) -> Option<BTreeMap<UnitCode, MultiPolygon<f64>>> {
    let format = Format::of(root, faults)?;
    let mut seen: BTreeMap<UnitCode, usize> = BTreeMap::new();
    let mut shapes = BTreeMap::new();
    let features = format.features(root, key, faults);
    if features.is_empty() {
        return None;
    }
    for feature in features.into_iter().filter(|feature| wanted.binary_search(&feature.code).is_ok()) {
        if let Some(known) = seen.insert(feature.code.clone(), feature.number) {
            let found = format!("{}, which is also feature {known}", feature.code);
            faults.add("duplicate-unit", feature.place(), Some(key), found, "each unit once");
        }
        if let Some(shape) = format.shape(&feature, faults) {
            shapes.insert(feature.code, shape);
        }
    }
    for code in wanted.iter().filter(|&code| !seen.contains_key(code)) {
        let expected = format!("a feature with {key} {code}");
        faults.add("missing-shape", Place::File, Some(key), format!("no shape for unit {code}"), expected);
    }
    Some(shapes)
}

enum Format {
    GeoJson,
    TopoJson(topojson::Arcs),
}

impl Format {
    fn of(root: &Value, faults: &mut Faults) -> Option<Self> {
        match root.get("type").and_then(Value::as_str) {
            Some("FeatureCollection") => Some(Self::GeoJson),
            Some("Topology") => topojson::arcs(root, faults).map(Self::TopoJson),
            other => {
                let found = other.unwrap_or("no type");
                let expected = "FeatureCollection (GeoJSON) or Topology (TopoJSON)";
                faults.add("unknown-map-format", Place::File, Some("type"), found, expected);
                None
            }
        }
    }

    fn features<'a>(&self, root: &'a Value, key: &str, faults: &mut Faults) -> Vec<Feature<'a>> {
        foreign_crs(root, faults);
        match self {
            Self::GeoJson => geojson::features(root, key, faults),
            Self::TopoJson(_) => topojson::features(root, key, faults),
        }
    }

    fn shape(&self, feature: &Feature, faults: &mut Faults) -> Option<MultiPolygon<f64>> {
        match self {
            Self::GeoJson => geojson::shape(feature, faults),
            Self::TopoJson(arcs) => topojson::shape(feature, arcs, faults),
        }
    }
}

#[cfg(test)]
mod tests {
    use geo::{Area, BoundingRect, MultiPolygon};

    use super::*;
    use crate::graph::from_topology;
    use crate::render;

    const WEST: &str = "[[[4,51],[4.1,51],[4.1,51.1],[4,51.1],[4,51]]]";
    const EAST: &str = "[[[4.1,51],[4.2,51],[4.2,51.1],[4.1,51.1],[4.1,51]]]";

    fn codes(codes: &[&str]) -> Vec<UnitCode> {
        codes.iter().map(|&code| UnitCode::new(code)).collect()
    }

    fn feature(nis: &str, kind: &str, coordinates: &str) -> String {
        format!(
            r#"{{"type":"Feature","properties":{{"nis":{nis}}},"geometry":{{"type":"{kind}","coordinates":{coordinates}}}}}"#
        )
    }

    fn collection(features: &[String]) -> String {
        format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))
    }

    fn read(text: &str, key: &str, wanted: &[&str]) -> Result<Topology, InputProblems> {
        read_boundaries("map.json", text.as_bytes(), key, &codes(wanted))
    }

    fn refusal(text: &str, key: &str, wanted: &[&str]) -> String {
        let problems = read(text, key, wanted).expect_err(text);
        problems.all().iter().map(|problem| format!("{problem}\n")).collect()
    }

    fn areas(map: &Topology) -> Vec<MultiPolygon<f64>> {
        (0..map.len()).map(|unit| map.geometry(UnitId::new(unit))).collect()
    }

    #[test]
    fn shapes_come_in_the_order_wanted_and_others_are_left_out() {
        let text = collection(&[
            feature("3", "Point", "[4,51]"),
            feature("2", "Polygon", EAST),
            feature("\"1\"", "MultiPolygon", &format!("[{WEST}]")),
        ]);
        let map = read(&text, "nis", &["1", "2"]).unwrap();
        let west_edges: Vec<Option<f64>> =
            areas(&map).iter().map(|shape| shape.bounding_rect().map(|bounds| bounds.min().x)).collect();
        assert_eq!(west_edges, [Some(4.0), Some(4.1)]);
        assert_eq!(from_topology(&map).borders().count(), 1);
        assert_eq!(read(&text, "nis", &["2"]).unwrap().len(), 1);
        assert_eq!(read_codes("map.json", text.as_bytes(), "nis").unwrap(), codes(&["3", "2", "1"]));
    }

    #[test]
    fn every_fault_of_geojson_is_told_at_once() {
        let text = collection(&[
            feature("1", "Polygon", WEST),
            feature("1", "Polygon", WEST),
            feature("2", "Point", "[4,51]"),
            feature("3", "Polygon", "[]"),
            feature("4", "Polygon", "[[[4,51],[4.1,51],[4.1,51.1],[4,51.1]]]"),
            feature("5", "Polygon", "[[[4,51],[4.1,51],[4,51]]]"),
            feature("6", "Polygon", "[[[150000,51],[4.1,51],[4.1,51.1],[150000,51]]]"),
            feature("7", "MultiPolygon", r#"[[[[4,"51"],[4.1,51],[4.1,51.1],[4,51]]],[[[4,91],[4,91]]]]"#),
            feature("1.5", "Polygon", WEST),
            r#"{"type":"Feature","properties":{"name":"A"},"geometry":null}"#.to_owned(),
            r#"{"type":"Feature","properties":{"nis":8},"geometry":null}"#.to_owned(),
            feature("null", "Polygon", WEST),
        ]);
        insta::assert_snapshot!(refusal(&text, "nis", &["1", "2", "3", "4", "5", "6", "7", "8", "9"]), @r#"
        map.json, feature 2, nis: found 1, which is also feature 1, expected each unit once [duplicate-unit]
        map.json, feature 3, geometry: found Point, expected Polygon or MultiPolygon [not-a-polygon]
        map.json, feature 4, coordinates: found a Polygon without rings, expected at least one ring [empty-geometry]
        map.json, feature 5, coordinates: found a ring from 4, 51 to 4, 51.1, expected a ring that ends where it starts [open-ring]
        map.json, feature 6, coordinates: found a ring of 2 positions that differ, expected 3 positions that differ, the first repeated at the end [short-ring]
        map.json, feature 7, coordinates: found position 150000, 51, expected longitude from -180 to 180 and latitude from -90 to 90 in degrees (WGS 84) [position-out-of-range]
        map.json, feature 8, coordinates: found position [4,"51"], expected longitude and latitude, two numbers [invalid-position]
        map.json, feature 8, coordinates: found position 4, 91, expected longitude from -180 to 180 and latitude from -90 to 90 in degrees (WGS 84) [position-out-of-range]
        map.json, feature 9, nis: found 1.5, expected a text or whole number [invalid-key]
        map.json, feature 10, nis: found only name, expected the unit code [missing-key]
        map.json, feature 11, geometry: found no geometry, expected Polygon or MultiPolygon [empty-geometry]
        map.json, feature 12, nis: found null, expected a text or whole number [invalid-key]
        map.json, nis: found no shape for unit 9, expected a feature with nis 9 [missing-shape]
        "#);
    }

    #[test]
    fn three_units_on_one_border_are_refused() {
        let text = collection(&["1", "2", "3"].map(|nis| feature(nis, "Polygon", WEST)));
        assert_eq!(
            refusal(&text, "nis", &["1", "2", "3"]),
            "map.json: found the same border in 1, 2, 3, expected a border of two units at most [overlapping-shapes]\n"
        );
        assert!(read(&text, "nis", &["1"]).is_ok(), "unwanted shapes do not matter");
    }

    #[test]
    fn a_file_that_is_no_map_is_refused() {
        let cut_off = &collection(&[feature("1", "Polygon", WEST)])[..60];
        let refusals: Vec<String> = ["", " \n", cut_off, "nis;name", "[]", r#"{"type":"Feature"}"#]
            .into_iter()
            .chain([r#"{"type":"FeatureCollection"}"#, r#"{"type":"FeatureCollection","features":[]}"#])
            .chain([r#"{"type":"Topology"}"#, r#"{"type":"Topology","arcs":[],"objects":{}}"#])
            .chain([r#"{"type":"Topology","arcs":[],"objects":{"a":{"geometries":[]},"b":{}}}"#])
            .chain([r#"{"type":"Topology","arcs":[],"objects":{"a":{"geometries":[]}}}"#])
            .chain([r#"{"type":"Topology","arcs":[],"transform":{"scale":[1]},"objects":{}}"#])
            .map(|text| refusal(text, "nis", &["1"]))
            .collect();
        insta::assert_snapshot!(refusals.concat(), @r#"
        map.json: found nothing, expected a map in GeoJSON or TopoJSON [empty-file]
        map.json: found nothing, expected a map in GeoJSON or TopoJSON [empty-file]
        map.json, line 1: found a file that was cut off (EOF while parsing a string at line 1 column 60), expected JSON [not-json]
        map.json, line 1: found expected ident at line 1 column 2, expected JSON [not-json]
        map.json, type: found no type, expected FeatureCollection (GeoJSON) or Topology (TopoJSON) [unknown-map-format]
        map.json, type: found Feature, expected FeatureCollection (GeoJSON) or Topology (TopoJSON) [unknown-map-format]
        map.json, features: found no list, expected one feature a unit [no-features]
        map.json, features: found an empty list, expected one feature a unit [no-features]
        map.json, arcs: found none, expected a list of arcs [no-arcs]
        map.json, objects: found none, expected one object that holds the units [not-one-object]
        map.json, objects: found a, b, expected one object that holds the units [not-one-object]
        map.json, objects: found no geometries in a, expected one geometry a unit [no-features]
        map.json, transform: found {"scale":[1]}, expected scale and translate, two numbers each [invalid-transform]
        "#);
    }

    #[test]
    fn every_fault_of_topojson_is_told_at_once() {
        let text = r#"{"type":"Topology","arcs":[
            [[4,51],[4.1,51],[4.1,51.1],[4,51.1],[4,51]],
            [[4,51],[4.1,51]],
            [[4.2,51],[4,51]],
            [[4,51]],
            [[4,51],[4,"51"]],
            [[4,51],[400,51]]
        ],"objects":{"units":{"type":"GeometryCollection","geometries":[
            {"type":"Polygon","id":1,"arcs":[[0]]},
            {"type":"Polygon","id":2,"arcs":[[6],[-7],[0.5],["a"]]},
            {"type":"Polygon","id":3,"arcs":[[1,2]]},
            {"type":"Polygon","id":4,"arcs":[[1]]},
            {"type":"MultiPolygon","id":5,"arcs":[[[3]],[[-5]],[[5]]]},
            {"type":"LineString","id":6,"arcs":[1]},
            {"type":null,"id":7},
            {"type":"Polygon","id":8,"arcs":[[]]},
            {"type":"Polygon","arcs":[[0]]},
            {"type":"Polygon","id":1,"arcs":[[0]]},
            {"type":"Polygon","id":"not wanted","arcs":[[99]]}
        ]}}}"#;
        insta::assert_snapshot!(refusal(text, "id", &["1", "2", "3", "4", "5", "6", "7", "8", "9"]), @r#"
        map.json, feature 2, arcs: found arc 6 where there are 6, expected the number of an arc, or its ones' complement [invalid-arc]
        map.json, feature 2, arcs: found arc -7 where there are 6, expected the number of an arc, or its ones' complement [invalid-arc]
        map.json, feature 2, arcs: found arc 0.5 where there are 6, expected the number of an arc, or its ones' complement [invalid-arc]
        map.json, feature 2, arcs: found arc "a" where there are 6, expected the number of an arc, or its ones' complement [invalid-arc]
        map.json, feature 3, arcs: found arc 2 from 4.2, 51 after 4.1, 51, expected arcs that join end to end [open-ring]
        map.json, feature 4, arcs: found a ring from 4, 51 to 4.1, 51, expected a ring that ends where it starts [open-ring]
        map.json, feature 5, arcs: found an arc of 1 positions, expected 2 positions or more [invalid-arc]
        map.json, feature 5, arcs: found position [4,"51"], expected longitude and latitude, two numbers [invalid-position]
        map.json, feature 5, arcs: found position 400, 51, expected longitude from -180 to 180 and latitude from -90 to 90 in degrees (WGS 84) [position-out-of-range]
        map.json, feature 6, geometry: found LineString, expected Polygon or MultiPolygon [not-a-polygon]
        map.json, feature 7, geometry: found no geometry, expected Polygon or MultiPolygon [empty-geometry]
        map.json, feature 8, arcs: found a ring without positions, expected 4 positions or more [short-ring]
        map.json, feature 9, id: found no properties, expected the unit code [missing-key]
        map.json, feature 10, id: found 1, which is also feature 1, expected each unit once [duplicate-unit]
        map.json, id: found no shape for unit 9, expected a feature with id 9 [missing-shape]
        "#);
    }

    #[test]
    fn the_same_map_in_either_format_is_the_same() {
        let text = collection(&[feature("1", "Polygon", WEST), feature("2", "Polygon", EAST)]);
        let from_geojson = read(&text, "nis", &["1", "2"]).unwrap();
        let quantised = r#"{"type":"Topology","transform":{"scale":[0.1,0.1],"translate":[4,51]},"arcs":[
            [[1,0],[0,1]], [[1,1],[-1,0],[0,-1],[1,0]], [[1,0],[1,0],[0,1],[-1,0]]
        ],"objects":{"units":{"type":"GeometryCollection","geometries":[
            {"type":"Polygon","properties":{"nis":"2"},"arcs":[[2,-1]]},
            {"type":"Polygon","properties":{"nis":1},"arcs":[[0,1]]}
        ]}}}"#;
        let from_topojson = read(quantised, "nis", &["1", "2"]).unwrap();
        assert_eq!(from_topology(&from_geojson), from_topology(&from_topojson));
        for (a, b) in areas(&from_geojson).iter().zip(areas(&from_topojson)) {
            assert_eq!(a.unsigned_area(), b.unsigned_area());
        }
    }

    #[test]
    fn a_map_written_as_topojson_is_read_as_it_was() {
        let hole = "[[4.03,51.03],[4.07,51.03],[4.07,51.07],[4.03,51.07],[4.03,51.03]]";
        let ring = WEST.strip_suffix(']').unwrap();
        let text = collection(&[
            feature("1", "Polygon", &format!("{ring},{hole}]")),
            feature("2", "Polygon", EAST),
            feature("3", "MultiPolygon", &format!("[[{hole}],[[[5,51],[5.00001,51],[5,51.00001],[5,51]]]]")),
        ]);
        let map = read(&text, "nis", &["1", "2", "3"]).unwrap();
        let all = codes(&["1", "2", "3"]);
        let written = render::topojson(&map, "units", &all, 100_000);
        let back = read_boundaries("map.json", &written, "id", &all).unwrap();
        assert_eq!(areas(&back), areas(&map));
        let again = render::topojson(&back, "units", &all, 100_000);
        assert_eq!(read_boundaries("map.json", &again, "id", &all).unwrap(), back);
    }
}
