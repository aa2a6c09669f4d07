//! Texts of PROJ as a definition, which can be compared with those of the registry and of well-known text.
//! `proj4rs` takes such a text too, but passes over terms that move positions and that it does not support;
//! here these are errors.

use std::collections::{BTreeMap, BTreeSet};

use proj4rs::Proj;

use super::CrsError;
use super::crs_definition::{ANGLES, Definition};
use super::datum_shift::{DATUMS, NZGD49, Shift};

/// Texts of PROJ have a dozen terms.
const MAX_BYTES: usize = 2000;
/// Terms about heights, and others without bearing on positions.
const IGNORED: [&str; 11] = [
    "no_defs",
    "wktext",
    "type",
    "vunits",
    "vto_meter",
    "geoidgrids",
    "approx",
    "over",
    "lon_wrap",
    "geoid_crs",
    "title",
];
/// Terms that together give the ellipsoid.
const ELLIPSOID: [&str; 13] =
    ["ellps", "R", "a", "b", "rf", "f", "es", "e", "R_A", "R_V", "R_a", "R_g", "R_h"];
/// Terms that turn the computation into another one.
const UNSUPPORTED: [&str; 4] = ["geoc", "init", "step", "inv"];

/// Reads a text of PROJ: `+proj=utm +zone=31 +ellps=GRS80`.
pub(super) fn read(text: &str) -> Result<Definition, CrsError> {
    let terms = terms(text)?;
    let mut definition = Definition::wgs84();
    definition.projection = terms
        .get("proj")
        .filter(|name| !name.is_empty())
        .cloned()
        .ok_or_else(|| CrsError::unreadable(text, "a PROJ text with +proj="))?;
    if definition.projection == "pipeline" || terms.contains_key("step") {
        return Err(CrsError::Unsupported("a pipeline of PROJ".to_owned()));
    }
    (definition.ellipsoid, definition.datum, definition.shift) = datum(&terms)?;
    for (key, value) in &terms {
        match key.as_str() {
            "proj" | "datum" | "towgs84" | "nadgrids" => {}
            key if IGNORED.contains(&key) || ELLIPSOID.contains(&key) => {}
            key if UNSUPPORTED.contains(&key) => {
                return Err(CrsError::Unsupported(format!("+{key} of PROJ")));
            }
            "pm" => definition.meridian = meridian(value)?,
            "units" | "to_meter" => definition.unit = unit(key, value)?,
            "axis" if value == "enu" => {}
            "axis" => definition.axis = Some(value.clone()),
            "no_off" => drop(definition.flags.insert("no_uoff".to_owned())),
            key if value.is_empty() => drop(definition.flags.insert(key.to_owned())),
            "k_0" | "k0" => drop(definition.numbers.insert("k".to_owned(), number(key, value)?)),
            key if ANGLES.contains(&key) => {
                definition.numbers.insert(key.to_owned(), degrees(key, value)?);
            }
            key => drop(definition.numbers.insert(key.to_owned(), number(key, value)?)),
        }
    }
    if definition.is_geographic() {
        definition.unit = 1.0;
    }
    if terms.get("nadgrids").is_some_and(|grids| grids == "@null") && spherical_mercator(&definition) {
        definition = web_mercator();
    }
    definition.tidy()
}

/// The sphere on which maps of the web are drawn, with longitude and latitude of WGS 84.
pub(super) fn web_mercator() -> Definition {
    Definition { projection: "webmerc".to_owned(), ..Definition::wgs84() }
}

fn spherical_mercator(definition: &Definition) -> bool {
    definition.projection == "merc"
        && definition.ellipsoid == (6_378_137.0, 6_378_137.0)
        && definition.numbers.iter().all(|(key, &value)| value == if key == "k" { 1.0 } else { 0.0 })
}

fn terms(text: &str) -> Result<BTreeMap<String, String>, CrsError> {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || " \t\r\n+=_.,-@'\"/:|".contains(letter);
    if text.len() > MAX_BYTES || !text.chars().all(plain) {
        return Err(CrsError::unreadable(text, "a PROJ text of at most 2000 plain letters"));
    }
    let mut terms = BTreeMap::new();
    for term in text.split_whitespace() {
        let term = term.strip_prefix('+').unwrap_or(term);
        let (key, value) = term.split_once('=').unwrap_or((term, ""));
        let known = key.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
        if key.is_empty() || !known || key.len() > 20 {
            return Err(CrsError::unreadable(term, "a term of a PROJ text, as +lat_0=52"));
        }
        let value = if value == "true" { "" } else { value };
        terms.entry(key.to_owned()).or_insert_with(|| value.to_owned());
    }
    Ok(terms)
}

type Datum = ((f64, f64), String, Shift);

fn datum(terms: &BTreeMap<String, String>) -> Result<Datum, CrsError> {
    let name = terms.get("datum");
    let named = name.and_then(|name| DATUMS.iter().find(|row| row.0.eq_ignore_ascii_case(name)));
    if let (Some(name), None) = (name, named) {
        return Err(CrsError::unreadable(name, "a datum that PROJ knows"));
    }
    let mut parts: Vec<String> = ELLIPSOID
        .iter()
        .filter_map(|&key| terms.get_key_value(key))
        .map(|(key, value)| format!("+{key}{}{value}", if value.is_empty() { "" } else { "=" }))
        .collect();
    if let (Some((_, ellipsoid, ..)), true) = (named, parts.is_empty()) {
        parts.push(format!("+ellps={ellipsoid}"));
    }
    let probe = probe(&format!("+proj=longlat {}", parts.join(" ")), "an ellipsoid")?;
    let mut shift = named.map_or(Shift::Unknown, |row| row.3);
    if let Some(numbers) = terms.get("towgs84") {
        let numbers: Option<Vec<f64>> = numbers.split(',').map(|number| number.trim().parse().ok()).collect();
        shift = numbers
            .and_then(|numbers| Shift::of_numbers(&numbers))
            .ok_or_else(|| CrsError::fault("towgs84 of other numbers", "towgs84 of 3 or 7 numbers"))?;
    } else if terms.get("nadgrids").is_some_and(|grids| grids.starts_with("nzgd2k")) {
        shift = NZGD49;
    }
    let datum = named.map_or("", |row| row.2).to_owned();
    Ok((probe.ellipse_parameters(), datum, shift))
}

fn probe(text: &str, expected: &str) -> Result<Proj, CrsError> {
    Proj::from_proj_string(text).map_err(|_| CrsError::unreadable(text, expected))
}

fn meridian(value: &str) -> Result<f64, CrsError> {
    match degrees("pm", value) {
        Ok(degrees) => Ok(degrees),
        Err(_) => probe(&format!("+proj=longlat +pm={value}"), "a prime meridian")
            .map(|proj| proj.from_greenwich().to_degrees()),
    }
}

/// A meridian by the name that PROJ has for it, degrees east of Greenwich.
pub(super) fn named_meridian(name: &str) -> Option<f64> {
    let name = name.split_whitespace().next().filter(|name| name.chars().all(char::is_alphabetic))?;
    let proj = Proj::from_proj_string(&format!("+proj=longlat +pm={name}")).ok()?;
    Some(proj.from_greenwich().to_degrees())
}

fn unit(key: &str, value: &str) -> Result<f64, CrsError> {
    if key == "to_meter" {
        return match value.split_once('/') {
            Some((above, below)) => Ok(number(key, above)? / number(key, below)?),
            None => number(key, value),
        };
    }
    probe(&format!("+proj=merc +units={value}"), "a unit of length").map(|proj| proj.to_meter())
}

fn number(key: &str, value: &str) -> Result<f64, CrsError> {
    let number = value.parse::<f64>().ok().filter(|number| number.is_finite());
    number.ok_or_else(|| CrsError::fault(format!("{key} = {value:?}"), "a number"))
}

/// Degrees, with decimals or with minutes and seconds: `4d22'4.71"E`.
fn degrees(key: &str, value: &str) -> Result<f64, CrsError> {
    let (value, sign) = match value.char_indices().last() {
        Some((at, 'e' | 'E' | 'n' | 'N')) => (&value[..at], 1.0),
        Some((at, 'w' | 'W' | 's' | 'S')) => (&value[..at], -1.0),
        _ => (value, 1.0),
    };
    let (value, sign) = value.strip_prefix('-').map_or((value, sign), |rest| (rest, -sign));
    let mut parts = value.split(['d', 'D', '\'', '"']);
    let mut sum = number(key, parts.next().unwrap_or_default())?;
    let mut scale = 60.0;
    for part in parts.filter(|part| !part.is_empty()) {
        sum += number(key, part)? / scale;
        scale *= 60.0;
    }
    Ok(sign * sum)
}

/// Flags in the order of the alphabet, for definitions made elsewhere.
pub(super) fn flags(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_system_are_one_definition() {
        for (one, other) in [
            (
                "+proj=utm +zone=31 +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs",
                "proj=tmerc lat_0=0 lon_0=3 k_0=0.9996 x_0=500000 rf=298.257222101 a=6378137 towgs84=0,0,0,0,0,0,0",
            ),
            (
                "+proj=lcc +lat_1=51 +lat_2=49 +lat_0=90 +lon_0=4d30'E +ellps=intl",
                "+proj=lcc +lat_2=51 +lat_1=49 +lat_0=90 +lon_0=4.5 +ellps=intl +type=crs",
            ),
            ("+proj=longlat +pm=bern +ellps=bessel", "+proj=latlong +pm=7d26'22.5\" +ellps=bessel"),
            (
                "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +k=1 +nadgrids=@null +wktext",
                "+proj=webmerc +datum=WGS84",
            ),
            ("+proj=merc +units=us-ft +ellps=airy", "+proj=merc +to_meter=1200/3937 +ellps=airy"),
        ] {
            let (one, other) = (read(one).unwrap(), read(other).unwrap());
            assert!(one.same_projection(&other), "{one:?}\n{other:?}");
        }
    }

    #[test]
    fn a_tenth_of_a_second_is_another_system() {
        let one = read("+proj=tmerc +lon_0=3 +datum=WGS84").unwrap();
        for other in ["+lon_0=3.00003", "+lon_0=3 +x_0=0.01", "+lon_0=3 +k=0.9999", "+lon_0=3 +pm=1"] {
            let other = read(&format!("+proj=tmerc +datum=WGS84 {other}")).unwrap();
            assert!(!one.same_projection(&other), "{other:?}");
        }
    }

    #[test]
    fn hostile_text_is_an_error() {
        for text in [
            "",
            "+",
            "+proj",
            "+proj=",
            "+proj=pipeline +step +proj=merc",
            "+proj=merc +lat_ts=NaN",
            "+proj=merc +lon_0=inf",
            "+proj=utm",
            "+proj=utm +zone=61",
            "+proj=utm +zone=1.5",
            "+proj=merc +a=-1",
            "+proj=merc +a=1e400",
            "+proj=merc +ellps=flat",
            "+proj=merc +R=0",
            "+proj=merc +towgs84=1,2",
            "+proj=merc +datum=mars",
            "+proj=merc +units=parsec",
            "+proj=merc +to_meter=1/0",
            "+proj=merc +pm=moon",
            "+proj=merc +k=0",
            "+proj=longlat +geoc",
            "+proj=merc +é=1",
            "+proj=lcc +lat_1=91",
            "+init=epsg:4326",
        ] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
