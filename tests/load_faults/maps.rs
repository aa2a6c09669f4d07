//! Faults of the map.

use crate::check;
use crate::world::World;

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
            &["grid.geojson: found nothing, expected a GeoJSON or TopoJSON map [empty-file]"],
        ),
        (
            "broken off",
            whole(&text[..text.len() / 2]),
            &[
                "grid.geojson, line 6: found text that breaks off or is not JSON (EOF while parsing an object at line 6 column 55), expected a GeoJSON or TopoJSON map [not-json]",
            ],
        ),
        (
            "not JSON",
            whole("PK\u{3}\u{4}"),
            &[
                "grid.geojson, line 1: found text that breaks off or is not JSON (expected value at line 1 column 1), expected a GeoJSON or TopoJSON map [not-json]",
            ],
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
                r#"grid.geojson: found the type "GeometryCollection", expected a GeoJSON FeatureCollection or a TopoJSON Topology [not-a-map]"#,
            ],
        ),
        (
            "no type",
            with("\"type\":\"FeatureCollection\",", ""),
            &[
                "grid.geojson: found no type, expected a GeoJSON FeatureCollection or a TopoJSON Topology [not-a-map]",
            ],
        ),
        (
            "list",
            whole("[]"),
            &[
                "grid.geojson: found no type, expected a GeoJSON FeatureCollection or a TopoJSON Topology [not-a-map]",
            ],
        ),
        (
            "no features",
            whole("{\"type\":\"FeatureCollection\",\"features\":[]}"),
            &["grid.geojson: found no features, expected a feature for each unit [empty-map]"],
        ),
        (
            "features are no list",
            whole("{\"type\":\"FeatureCollection\",\"features\":{}}"),
            &["grid.geojson: found invalid type: map, expected a sequence [not-geojson]"],
        ),
        (
            "another crs",
            with(
                "\"features\"",
                "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:31370\"}},\"features\"",
            ),
            &[
                r#"grid.geojson, crs: found the crs {"type":"name","properties":{"name":"EPSG:31370"}}, expected longitude and latitude on WGS 84 (RFC 7946), without another crs [foreign-crs]"#,
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
                r#"grid.geojson, feature 5: found the properties nis, expected a unit code as property "code" or as id [missing-key]"#,
            ],
        ),
        (
            "no properties",
            with("{\"code\":\"b2\"}", "null"),
            &[
                r#"grid.geojson, feature 5: found no properties, expected a unit code as property "code" or as id [missing-key]"#,
            ],
        ),
        (
            "blank key",
            with("\"code\":\"b2\"", "\"code\":\" \""),
            &[
                r#"grid.geojson, feature 5: found a blank code, expected a unit code as property "code" or as id [missing-key]"#,
            ],
        ),
        (
            "key that is a list",
            with("\"code\":\"b2\"", "\"code\":[1]"),
            &[
                r#"grid.geojson, feature 5: found [1], expected a unit code as property "code" or as id [missing-key]"#,
            ],
        ),
        (
            "key that is a fraction",
            with("\"code\":\"b2\"", "\"code\":1.5"),
            &[
                r#"grid.geojson, feature 5: found 1.5, expected a unit code as property "code" or as id [missing-key]"#,
            ],
        ),
        (
            "duplicate",
            with("\"code\":\"b2\"", "\"code\":\"a1\""),
            &[
                "grid.geojson, feature 5, code: found unit a1, which feature 1 is too, expected each unit once [duplicate-unit]",
            ],
        ),
        (
            "other code",
            with("\"code\":\"b2\"", "\"code\":\"B2\""),
            &["grid.geojson: found no shape for unit b2, expected a shape with code b2 [unit-without-shape]"],
        ),
        (
            "point",
            with(&polygon, "\"Point\",\"coordinates\":[4.0,51.0]"),
            &["grid.geojson, feature 1: found a Point, expected a Polygon or MultiPolygon [not-a-polygon]"],
        ),
        (
            "no geometry",
            with(&format!("{{\"type\":{polygon}}}"), "null"),
            &[
                "grid.geojson, feature 1: found no geometry, expected a Polygon or MultiPolygon [empty-geometry]",
            ],
        ),
        (
            "no rings",
            with(RING, "").with("grid.geojson", "[[]]", "[]"),
            &[
                "grid.geojson, feature 1: found a geometry without rings, expected a Polygon or MultiPolygon [empty-geometry]",
            ],
        ),
        (
            "empty ring",
            with(RING, ""),
            &[
                "grid.geojson, feature 1: found a ring of 0 different points, expected three or more [degenerate-ring]",
            ],
        ),
        (
            "ring of two points",
            with(RING, "[4.0,51.0],[4.1,51.0],[4.0,51.0]"),
            &[
                "grid.geojson, feature 1: found a ring of 2 different points, expected three or more [degenerate-ring]",
            ],
        ),
        (
            "open ring",
            with(RING, RING.rsplit_once(",[").unwrap().0),
            &[
                "grid.geojson, feature 1: found a ring whose last point is not its first, expected a closed ring [open-ring]",
            ],
        ),
        (
            "metres",
            with(RING, &RING.replace("51.", "5100000.")),
            &[
                "grid.geojson, feature 1: found the point (4, 5100000), expected longitude from -180 to 180 and latitude from -90 to 90, in degrees on WGS 84 (a projected map must be converted first) [not-degrees]",
            ],
        ),
        (
            "latitude in place of longitude",
            with(RING, &RING.replace("51.", "151.")),
            &[
                "grid.geojson, feature 1: found the point (4, 151), expected longitude from -180 to 180 and latitude from -90 to 90, in degrees on WGS 84 (a projected map must be converted first) [not-degrees]",
            ],
        ),
        (
            "position of one number",
            with("[4.1,51.1],[4.0,51.1],[4.0,51.0]]", "[4.1],[4.0,51.1],[4.0,51.0]]"),
            &[
                "grid.geojson, feature 1: found a position without two numbers, expected longitude and latitude [wrong-position]",
            ],
        ),
        (
            "words as position",
            with(RING, "\"here\""),
            &[
                r#"grid.geojson: found invalid type: string "here", expected a coordinate element (number or array) [not-geojson]"#,
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
