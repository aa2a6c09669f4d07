//! Faults of the map.

use super::check;
use super::world::World;

fn with(from: &str, to: &str) -> World {
    World::plain().with("grid.geojson", from, to)
}

fn whole(text: impl Into<Vec<u8>>) -> World {
    World::plain().with_file("grid.geojson", text)
}

/// The ring of the first square.
const RING: &str = "[4.0,51.0],[4.1,51.0],[4.1,51.1],[4.0,51.1],[4.0,51.0]";

#[test]
fn unusable_map_is_named() {
    let text = World::plain().text("grid.geojson");
    check([
        (
            "empty",
            whole(""),
            &[
                "grid.geojson: found nothing, expected a map in GeoJSON, TopoJSON, GeoPackage or shapefile [empty-file]",
            ],
        ),
        (
            "broken off",
            whole(&text[..text.len() / 2]),
            &[
                "grid.geojson, line 6: found a file that was cut off (EOF while parsing an object at line 6 column 55), expected JSON [not-json]",
            ],
        ),
        (
            "not JSON",
            whole("PK\u{3}\u{4}"),
            &["grid.geojson, line 1: found expected value at line 1 column 1, expected JSON [not-json]"],
        ),
        (
            "Latin-1",
            whole(b"{\n\"type\":\"Itali\xeb\"}".as_slice()),
            &["grid.geojson, line 2: found bytes that are not UTF-8, expected UTF-8 text [not-utf-8]"],
        ),
        (
            "another type",
            with("FeatureCollection", "GeometryCollection"),
            &[
                "grid.geojson, type: found GeometryCollection, expected FeatureCollection (GeoJSON) or Topology (TopoJSON) [unknown-map-format]",
            ],
        ),
        (
            "no type",
            with("\"type\":\"FeatureCollection\",", ""),
            &[
                "grid.geojson, type: found no type, expected FeatureCollection (GeoJSON) or Topology (TopoJSON) [unknown-map-format]",
            ],
        ),
        (
            "list",
            whole("[]"),
            &[
                "grid.geojson, type: found no type, expected FeatureCollection (GeoJSON) or Topology (TopoJSON) [unknown-map-format]",
            ],
        ),
        (
            "no features",
            whole("{\"type\":\"FeatureCollection\",\"features\":[]}"),
            &["grid.geojson, features: found an empty list, expected one feature a unit [no-features]"],
        ),
        (
            "features are no list",
            whole("{\"type\":\"FeatureCollection\",\"features\":{}}"),
            &["grid.geojson, features: found no list, expected one feature a unit [no-features]"],
        ),
        (
            "another crs",
            with(
                "\"features\"",
                "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:31370\"}},\"features\"",
            ),
            &[
                "grid.geojson: found 9 of 9 features outside it, position 4, 51 (these look like degrees) in feature 1, expected coordinates in EPSG:31370 Belge 1972 / Belgian Lambert 72, or another crs named [coordinates-outside-crs]",
            ],
        ),
    ]);
}

#[test]
fn wrong_feature_is_named_with_its_number() {
    let polygon = format!("\"Polygon\",\"coordinates\":[[{RING}]]");
    check([
        (
            "no key",
            with("\"code\":\"b2\"", "\"nis\":\"b2\""),
            &[
                "grid.geojson, feature 5, code: found only nis b2, expected the unit code [missing-key]",
                "grid.geojson, code: found no shape for unit b2, expected a feature with code b2 [missing-shape]",
            ],
        ),
        (
            "no properties",
            with("{\"code\":\"b2\"}", "null"),
            &[
                "grid.geojson, feature 5, code: found no attributes, expected the unit code [missing-key]",
                "grid.geojson, code: found no shape for unit b2, expected a feature with code b2 [missing-shape]",
            ],
        ),
        (
            "blank key",
            with("\"code\":\"b2\"", "\"code\":\" \""),
            &[
                "grid.geojson, feature 5, code: found no attributes, expected the unit code [missing-key]",
                "grid.geojson, code: found no shape for unit b2, expected a feature with code b2 [missing-shape]",
            ],
        ),
        (
            "key that is a list",
            with("\"code\":\"b2\"", "\"code\":[1]"),
            &[
                "grid.geojson, feature 5, code: found [1], expected a text or whole number [invalid-key]",
                "grid.geojson, code: found no shape for unit b2, expected a feature with code b2 [missing-shape]",
            ],
        ),
        (
            "key that is a fraction",
            with("\"code\":\"b2\"", "\"code\":1.5"),
            &[
                "grid.geojson, feature 5, code: found 1.5, expected a text or whole number [invalid-key]",
                "grid.geojson, code: found no shape for unit b2, expected a feature with code b2 [missing-shape]",
            ],
        ),
        (
            "duplicate",
            with("\"code\":\"b2\"", "\"code\":\"a1\""),
            &[
                "grid.geojson, feature 5, code: found a1, which is also feature 1, expected each unit once [duplicate-unit]",
                "grid.geojson, code: found no shape for unit b2, expected a feature with code b2 [missing-shape]",
            ],
        ),
        (
            "other code",
            with("\"code\":\"b2\"", "\"code\":\"B2\""),
            &[
                "grid.geojson, code: found no shape for unit b2, expected a feature with code b2 [missing-shape]",
            ],
        ),
        (
            "point",
            with(&polygon, "\"Point\",\"coordinates\":[4.0,51.0]"),
            &[
                "grid.geojson, feature 1, geometry: found Point, expected Polygon or MultiPolygon [not-a-polygon]",
            ],
        ),
        (
            "no geometry",
            with(&format!("{{\"type\":{polygon}}}"), "null"),
            &[
                "grid.geojson, feature 1, geometry: found no geometry, expected Polygon or MultiPolygon [empty-geometry]",
            ],
        ),
        (
            "no rings",
            with(RING, "").with("grid.geojson", "[[]]", "[]"),
            &[
                "grid.geojson, feature 1, geometry: found no geometry, expected Polygon or MultiPolygon [empty-geometry]",
            ],
        ),
        (
            "empty ring",
            with(RING, ""),
            &[
                "grid.geojson, feature 1, geometry: found a ring without positions, expected 4 positions or more [short-ring]",
            ],
        ),
        (
            "ring of two points",
            with(RING, "[4.0,51.0],[4.1,51.0],[4.0,51.0]"),
            &[
                "grid.geojson, feature 1, geometry: found a ring of 2 positions that differ, expected 3 positions that differ, the first repeated at the end [short-ring]",
            ],
        ),
        (
            "open ring",
            with(RING, RING.rsplit_once(",[").unwrap().0),
            &[
                "grid.geojson, feature 1, geometry: found a ring from 4, 51 to 4, 51.1, expected a ring that ends where it starts [open-ring]",
            ],
        ),
        (
            "metres",
            with(RING, &RING.replace("51.", "5100000.")),
            &[
                "grid.geojson, feature 1, geometry: found position 4, 5100000 (these look like metres), expected longitude from -180 to 180 and latitude from -90 to 90 in degrees [position-out-of-range]",
            ],
        ),
        (
            "latitude in place of longitude",
            with(RING, &RING.replace("51.", "151.")),
            &[
                "grid.geojson, feature 1, geometry: found position 4, 151 (these look like latitude before longitude), expected longitude from -180 to 180 and latitude from -90 to 90 in degrees [position-out-of-range]",
            ],
        ),
        (
            "position of one number",
            with("[4.1,51.1],[4.0,51.1],[4.0,51.0]]", "[4.1],[4.0,51.1],[4.0,51.0]]"),
            &[
                "grid.geojson, feature 1, geometry: found position [4.1], expected longitude and latitude, two numbers [invalid-position]",
            ],
        ),
        (
            "words as position",
            with(RING, "\"here\""),
            &[
                r#"grid.geojson, feature 1, geometry: found position "here", expected longitude and latitude, two numbers [invalid-position]"#,
            ],
        ),
    ]);
}

#[test]
fn map_that_names_wgs_84_is_read() {
    for crs in ["urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4326"] {
        let named =
            format!("\"crs\":{{\"type\":\"name\",\"properties\":{{\"name\":\"{crs}\"}}}},\"features\"");
        assert_eq!(with("\"features\"", &named).problems(), Vec::<String>::new(), "{crs}");
    }
}
