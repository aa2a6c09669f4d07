use serde_json::Value;

use crate::formats::json::excerpt;
use zonewerk_core::layer::StatedCrs;

/// What the member `crs` of an older GeoJSON or a TopoJSON states. Without one it is WGS 84,
/// as RFC 7946 says.
pub(crate) fn stated_crs(crs: &Value) -> StatedCrs {
    if crs.is_null() {
        return StatedCrs::ByFormat;
    }
    let Some(name) = crs.pointer("/properties/name").and_then(Value::as_str) else {
        return StatedCrs::Name(excerpt(crs));
    };
    let parts: Vec<&str> = name.split([':', '/']).collect();
    let code = parts.last().and_then(|code| code.parse().ok()).filter(|_| parts.contains(&"EPSG"));
    match (parts.last(), code) {
        (Some(&"CRS84"), _) => StatedCrs::ByFormat,
        (_, Some(code)) => StatedCrs::Epsg(code),
        _ => StatedCrs::Name(name.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn names_of_the_registry_are_recognised_in_every_spelling() {
        for (name, expected) in [
            ("EPSG:4326", StatedCrs::Epsg(4326)),
            ("urn:ogc:def:crs:EPSG::31370", StatedCrs::Epsg(31370)),
            ("urn:ogc:def:crs:EPSG:6.9:4326", StatedCrs::Epsg(4326)),
            ("http://www.opengis.net/def/crs/EPSG/0/3812", StatedCrs::Epsg(3812)),
            ("urn:ogc:def:crs:OGC:1.3:CRS84", StatedCrs::ByFormat),
            ("http://www.opengis.net/def/crs/OGC/1.3/CRS84", StatedCrs::ByFormat),
            ("urn:ogc:def:crs:OGC:1.3:CRS83", StatedCrs::Name("urn:ogc:def:crs:OGC:1.3:CRS83".into())),
            ("", StatedCrs::Name(String::new())),
        ] {
            assert_eq!(
                stated_crs(&json!({"type": "name", "properties": {"name": name}})),
                expected,
                "{name}"
            );
        }
        assert_eq!(stated_crs(&Value::Null), StatedCrs::ByFormat);
        assert_eq!(stated_crs(&json!({"type": "link"})), StatedCrs::Name(r#"{"type":"link"}"#.into()));
    }
}
