//! What a user or a file writes for a coordinate reference system.

use super::{Crs, CrsError, epsg_registry};

const EXPECTED: &str =
    "a coordinate reference system: EPSG:31370, CRS84, a PROJ text or the text of a .prj file";

/// Reads any way of naming a system.
pub(super) fn read(text: &str) -> Result<Crs, CrsError> {
    let text = text.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
    if let Some(code) = text.strip_prefix("+init=epsg:").and_then(code_of) {
        return Crs::from_epsg(code);
    }
    if text.contains("proj=") && !text.contains(['[', '(']) {
        return Crs::from_proj(text);
    }
    if text.contains(['[', '(']) && text.contains([']', ')']) && text.contains('"') {
        return Crs::from_wkt(text);
    }
    if let Some(code) = code_of(text) {
        return Crs::from_epsg(code);
    }
    let lower = text.to_ascii_lowercase();
    let parts: Vec<&str> = parts(&lower).collect();
    let authority = |name: &str| parts.contains(&name);
    if let Some(&last) = parts.last() {
        match last {
            "crs84" | "wgs84" => return Ok(Crs::wgs84()),
            "crs83" => return Crs::from_epsg(4269),
            "crs27" => return Crs::from_epsg(4267),
            _ => {}
        }
        let code = last.strip_prefix("epsg").unwrap_or(last);
        let code = code.split('+').next().and_then(code_of);
        let known =
            authority("epsg") || authority("esri") || authority("epsg.io") || last.starts_with("epsg");
        if let (Some(code), true) = (code, known || authority("epsg.xml")) {
            return Crs::from_epsg(code);
        }
    }
    match epsg_registry::named(text) {
        Some(code) => Crs::from_epsg(code),
        None => Err(unreadable(text)),
    }
}

/// The parts of a URN, a URL or a code with its authority.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split([':', '/', '#', ',', ' ']).filter(|part| !part.is_empty())
}

fn code_of(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.bytes().all(|letter| letter.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}

fn unreadable(text: &str) -> CrsError {
    CrsError::unreadable(text, EXPECTED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_to_write_a_code_are_read() {
        for (text, code) in [
            ("EPSG:31370", 31370),
            ("  epsg:31370\n", 31370),
            ("epsg31370", 31370),
            ("31370", 31370),
            ("EPSG 31370", 31370),
            ("urn:ogc:def:crs:EPSG::31370", 31370),
            ("urn:ogc:def:crs:EPSG:6.9:4258", 4258),
            ("urn:x-ogc:def:crs:EPSG:3812", 3812),
            ("http://www.opengis.net/def/crs/EPSG/0/3035", 3035),
            ("http://www.opengis.net/gml/srs/epsg.xml#25831", 25831),
            ("https://epsg.io/28992", 28992),
            ("https://spatialreference.org/ref/epsg/31370/", 31370),
            ("EPSG:31370+5710", 31370),
            ("ESRI:102100", 3857),
            ("EPSG:900913", 3857),
            ("urn:ogc:def:crs:OGC:1.3:CRS84", 4326),
            ("OGC:CRS84", 4326),
            ("WGS84", 4326),
            ("WGS 84", 4326),
            ("urn:ogc:def:crs:OGC:1.3:CRS83", 4269),
            ("Belge 1972 / Belgian Lambert 72", 31370),
            ("etrs89 / utm zone 31n", 25831),
            ("+init=epsg:31370", 31370),
            ("+proj=utm +zone=31 +datum=WGS84", 32631),
            ("+proj=longlat +datum=WGS84 +no_defs", 4326),
        ] {
            let found = read(text).map(|crs| crs.epsg());
            assert_eq!(found, Ok(Some(code)), "{text}");
        }
    }

    #[test]
    fn text_that_names_nothing_is_an_error() {
        for text in [
            "",
            " ",
            "EPSG:",
            "EPSG:abc",
            "ogc",
            "lambert",
            "-31370",
            "31370.5",
            "\u{0}",
            "[[[",
            "(\"",
            "é",
            "http://example.org/31370",
            "99999999999",
            "+proj=nothing",
            "UNIT[\"Meter\",1]",
        ] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
