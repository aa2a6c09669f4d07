use serde_json::Value;

use super::Place;
use super::faults::Faults;
use super::json::excerpt;

/// Maps are on WGS 84 and need not say so; older files may name it, or something else.
pub(super) fn foreign_crs(root: &Value, faults: &mut Faults) {
    let Some(crs) = root.get("crs").filter(|crs| !crs.is_null()) else { return };
    let name = crs.pointer("/properties/name").and_then(Value::as_str);
    if !name.is_some_and(is_wgs_84) {
        let expected = "longitude and latitude on WGS 84 (RFC 7946)";
        faults.add("foreign-crs", Place::File, Some("crs"), excerpt(crs), expected);
    }
}

/// Whether a name as `EPSG:4326`, a URN or a URL, with or without a version, means WGS 84.
fn is_wgs_84(name: &str) -> bool {
    let parts: Vec<&str> = name.split([':', '/']).collect();
    match parts.last() {
        Some(&"CRS84") => true,
        Some(&"4326") => parts.contains(&"EPSG"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_wgs_84_are_known() {
        for (name, known) in [
            ("EPSG:4326", true),
            ("urn:ogc:def:crs:EPSG::4326", true),
            ("urn:ogc:def:crs:EPSG:6.9:4326", true),
            ("http://www.opengis.net/def/crs/EPSG/0/4326", true),
            ("urn:ogc:def:crs:OGC:1.3:CRS84", true),
            ("http://www.opengis.net/def/crs/OGC/1.3/CRS84", true),
            ("EPSG:43260", false),
            ("EPSG:4258", false),
            ("EPSG:31370", false),
            ("", false),
        ] {
            assert_eq!(is_wgs_84(name), known, "{name}");
        }
    }
}
