//! The definitions of the EPSG registry, as far as there is a table of them here.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crs_definitions::Def;

use super::crs_definition::Definition;
use super::datum_shift::Shift;
use super::wkt_methods::plain;
use super::{CrsError, proj_text};

/// Codes to try first where several fit, and to suggest: the systems that planners meet.
const COMMON: [u32; 16] =
    [4326, 31370, 3812, 4258, 25831, 25832, 3035, 3857, 28992, 2154, 27700, 4269, 4267, 4313, 4289, 2169];

/// Codes outside the registry, and old ones, for the sphere of maps of the web.
const WEB_MERCATOR: [u32; 6] = [3857, 3785, 6871, 900_913, 102_100, 102_113];

/// Codes whose definition in the table is another one than in the registry: it gives places
/// that are forty metres to a thousand kilometres off.
const WRONG: [u32; 13] = [2062, 3167, 3973, 3974, 3975, 4903, 6200, 6996, 6997, 8044, 8045, 26591, 26592];

/// One system of the registry.
#[derive(Clone, Debug)]
pub(super) struct RegisteredSystem {
    pub code: u32,
    pub name: String,
    pub definition: Definition,
    pub wkt: &'static str,
}

/// The system with a code.
pub(super) fn entry(code: u32) -> Result<RegisteredSystem, CrsError> {
    if WEB_MERCATOR.contains(&code) {
        let wkt = crs_definitions::EPSG_3857.wkt;
        let definition = proj_text::web_mercator();
        return Ok(RegisteredSystem { code: 3857, name: name(wkt).to_owned(), definition, wkt });
    }
    if WRONG.contains(&code) {
        return Err(CrsError::Unsupported(format!("EPSG:{code}")));
    }
    let def = u16::try_from(code).ok().and_then(crs_definitions::from_code);
    let def = def.ok_or_else(|| CrsError::UnknownCode { code, advice: advice(code) })?;
    let mut definition = proj_text::read(def.proj4)?;
    if definition.projection == "geocent" {
        return Err(CrsError::Unsupported(format!("EPSG:{code}, a geocentric system,")));
    }
    if let Some(ellipsoid) = ellipsoid(def.wkt) {
        definition.ellipsoid = ellipsoid;
    }
    // The names of datums in PROJ stand for older shifts than the registry has.
    if let Some(shift) = towgs84(def.wkt).filter(|_| def.proj4.contains("+datum=")) {
        definition.shift = shift;
    }
    let datum = datum_name(def.wkt);
    if !datum.is_empty() {
        definition.datum = datum.to_owned();
    }
    if definition.is_geographic() && def.wkt.contains("UNIT[\"grad\"") {
        definition.unit = 0.9;
    }
    let name = Some(name(def.wkt)).filter(|name| !name.is_empty());
    let name = name.map_or_else(|| format!("EPSG:{code}"), str::to_owned);
    Ok(RegisteredSystem { code, name, definition, wkt: def.wkt })
}

fn advice(code: u32) -> String {
    let digits = sorted_digits(code);
    let near = |known: &&u32| {
        sorted_digits(**known) == digits || one_digit_apart(&known.to_string(), &code.to_string())
    };
    match COMMON.iter().find(near) {
        Some(known) => format!("did you mean EPSG:{known}?"),
        None => "give the code of a usual system, a PROJ text or the text of a .prj file".to_owned(),
    }
}

fn sorted_digits(code: u32) -> Vec<char> {
    let mut digits: Vec<char> = code.to_string().chars().collect();
    digits.sort_unstable();
    digits
}

/// Whether one digit changed, or was left out or put in.
fn one_digit_apart(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let same = short.bytes().zip(long.bytes()).take_while(|(a, b)| a == b).count();
    match long.len() - short.len() {
        0 => same < short.len() && short[same + 1..] == long[same + 1..],
        1 => short[same..] == long[same + 1..],
        _ => false,
    }
}

/// The code of a system that has this projection, ellipsoid and datum; a name helps where
/// several fit.
pub(super) fn recognise(definition: &Definition, system: &str) -> Option<u32> {
    let datum = canonical(&definition.datum);
    if datum.is_empty() && definition.ellipsoid != Definition::wgs84().ellipsoid {
        return None;
    }
    let datum = if datum.is_empty() { "wgs1984" } else { &datum };
    let fits = |code: &u32| {
        entry(*code).is_ok_and(|entry| {
            canonical(&entry.definition.datum) == datum && entry.definition.same_projection(definition)
        })
    };
    if let Some(code) = COMMON.into_iter().chain(25828..=25838).find(fits) {
        return Some(code);
    }
    let alike = |def: &Def| {
        let projection = def.proj4.trim_start_matches("+proj=").split(' ').next().unwrap_or_default();
        let projection = if projection == "utm" { "tmerc" } else { projection };
        projection == definition.projection && canonical(datum_name(def.wkt)) == datum
    };
    let wanted = plain(system);
    let rank = |code: &u32| {
        let name = entry(*code).map(|entry| entry.name).unwrap_or_default();
        (plain(&name) != wanted, name.contains("deprecated"), *code)
    };
    all().filter(alike).map(|def| u32::from(def.code)).filter(fits).min_by_key(rank)
}

/// The system with a name, however it is punctuated: `Belge 1972 / Belgian Lambert 72`.
pub(super) fn named(system: &str) -> Option<u32> {
    let wanted = plain(system);
    let found = all().find(|def| plain(name(def.wkt)) == wanted);
    found.filter(|_| !wanted.is_empty()).map(|def| u32::from(def.code))
}

/// The name that the registry has for a datum, and its shift; the name of the geographic
/// system helps where the datum is named in another way.
pub(super) fn datum(datum: &str, system: &str) -> Option<(String, Shift)> {
    let system = plain(system.strip_prefix("GCS_").unwrap_or(system));
    DATUMS_BY_NAME.get(&canonical(datum)).or_else(|| DATUMS_BY_NAME.get(&system)).cloned()
}

static DATUMS_BY_NAME: LazyLock<BTreeMap<String, (String, Shift)>> = LazyLock::new(|| {
    let mut datums: BTreeMap<String, (String, Shift)> = BTreeMap::new();
    for def in all().filter(|def| def.proj4.starts_with("+proj=longlat")) {
        let Ok(entry) = entry(u32::from(def.code)) else { continue };
        let Definition { datum, shift, .. } = entry.definition;
        for key in [canonical(&datum), plain(&entry.name)] {
            if key.is_empty() || says_nothing(&key) {
                continue;
            }
            let found = (datum.clone(), shift);
            let kept = datums.entry(key).or_insert_with(|| found.clone());
            if kept.1 == Shift::Unknown {
                *kept = found;
            }
        }
    }
    datums
});

/// Whether a name of a datum, in small letters and digits, stands for none.
pub(super) fn says_nothing(name: &str) -> bool {
    let empty = ["unknown", "unnamed", "undefined", "notspecified", "unspecified"];
    name.is_empty() || empty.iter().any(|start| name.starts_with(start))
}

fn all() -> impl Iterator<Item = Def> {
    (1024..=u16::MAX).filter_map(crs_definitions::from_code)
}

/// The name of a system is the first quoted text of its definition.
fn name(wkt: &str) -> &str {
    wkt.split('"').nth(1).unwrap_or_default()
}

fn datum_name(wkt: &str) -> &str {
    let start = ["DATUM[\"", "ENSEMBLE[\""].iter().find_map(|open| wkt.split_once(open));
    start.and_then(|(_, rest)| rest.split('"').next()).unwrap_or_default()
}

/// Half axes as the registry has them: some ellipsoids of PROJ differ by decimetres.
fn ellipsoid(wkt: &str) -> Option<(f64, f64)> {
    let start = ["SPHEROID[\"", "ELLIPSOID[\""].iter().find_map(|open| wkt.split_once(open));
    let mut values = start?.1.split([',', ']']).skip(1).map(|value| value.parse::<f64>().ok());
    let (major, flattening) = (values.next()??, values.next()??);
    let minor = if flattening == 0.0 { major } else { major * (1.0 - 1.0 / flattening) };
    Some((major, minor))
}

fn towgs84(wkt: &str) -> Option<Shift> {
    let numbers = wkt.split_once("TOWGS84[")?.1.split_once(']')?.0;
    let numbers: Option<Vec<f64>> = numbers.split(',').map(|number| number.parse().ok()).collect();
    Shift::of_numbers(&numbers?)
}

/// One spelling for the names of a datum: those of ESRI and ISO become those of OGC.
pub(super) fn canonical(datum: &str) -> String {
    let name = plain(datum.strip_prefix("D_").unwrap_or(datum));
    let name = name.strip_suffix("ensemble").unwrap_or(&name);
    let found = OTHER_NAMES.iter().find(|(other, _)| *other == name);
    found.map_or(name, |(_, usual)| usual).to_owned()
}

const OTHER_NAMES: [(&str, &str); 16] = [
    ("wgs84", "wgs1984"),
    ("worldgeodeticsystem1984", "wgs1984"),
    ("wgs1984majorauxiliarysphere", "wgs1984"),
    ("etrs89", "europeanterrestrialreferencesystem1989"),
    ("etrs1989", "europeanterrestrialreferencesystem1989"),
    ("belge1972", "reseaunationalbelge1972"),
    ("bd72", "reseaunationalbelge1972"),
    ("northamerican1927", "northamericandatum1927"),
    ("northamerican1983", "northamericandatum1983"),
    ("rgf1993", "reseaugeodesiquefrancais1993"),
    ("reseaugeodesiquefrancais1993v1", "reseaugeodesiquefrancais1993"),
    ("ordnancesurveyofgreatbritain1936", "osgb1936"),
    ("european1950", "europeandatum1950"),
    ("mgi", "militargeographischeinstitute"),
    ("militargeographischeinstitut", "militargeographischeinstitute"),
    ("sjtsk", "systemjednotnetrigonometrickesitekatastralni"),
];
