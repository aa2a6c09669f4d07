//! From well-known text to a definition: of ESRI and OGC (WKT1), of ISO (WKT2) as far as one
//! horizontal system goes.

use super::crs_definition::Definition;
use super::datum_shift::Shift;
use super::wkt_methods::{parameter, plain, projection};
use super::wkt_tree::{WktNode, WktValue};
use super::{CrsError, epsg_registry, proj_text};

const PROJECTED: [&str; 3] = ["PROJCS", "PROJCRS", "PROJECTEDCRS"];
const GEOGRAPHIC: [&str; 8] =
    ["GEOGCS", "GEOGCRS", "GEOGRAPHICCRS", "GEODCRS", "GEODETICCRS", "BASEGEOGCRS", "BASEGEODCRS", "GEOCCS"];
const COMPOUND: [&str; 4] = ["COMPD_CS", "COMPOUNDCRS", "BOUNDCRS", "SOURCECRS"];

/// What a well-known text says.
#[derive(Debug)]
pub(super) struct ParsedWkt {
    /// Name of the system.
    pub name: String,
    /// Code of the EPSG registry, where one is stated for the whole system.
    pub code: Option<u32>,
    /// The system by its parameters; the datum with the name that the registry has for it,
    /// none where the text says that it is unknown.
    pub definition: Definition,
    /// Whether the shift of the datum was stated in the text.
    pub own_shift: bool,
}

/// Reads a well-known text.
pub(super) fn read(text: &str) -> Result<ParsedWkt, CrsError> {
    let root = WktNode::read(text)?;
    let mut node = &root;
    // Each step goes one level down, and the depth is limited.
    while COMPOUND.contains(&node.keyword.as_str()) {
        let inner = node.values.iter().find_map(|value| match value {
            WktValue::Node(node) => Some(node),
            _ => None,
        });
        node = inner.ok_or_else(|| CrsError::fault("an empty compound system", "its parts"))?;
    }
    let mut stated = match node.keyword.as_str() {
        keyword if PROJECTED.contains(&keyword) => projected(node)?,
        "GEOCCS" => return Err(CrsError::Unsupported("a geocentric system".to_owned())),
        keyword if GEOGRAPHIC.contains(&keyword) => geographic(node)?,
        keyword => return Err(CrsError::Unsupported(format!("a system of kind {keyword}"))),
    };
    stated.code = code(node);
    Ok(stated)
}

fn code(node: &WktNode) -> Option<u32> {
    let authority = node.child(&["AUTHORITY", "ID"])?;
    if !["EPSG", "ESRI"].iter().any(|name| authority.name().eq_ignore_ascii_case(name)) {
        return None;
    }
    match authority.values.get(1)? {
        WktValue::Text(code) => code.trim().parse().ok(),
        WktValue::Number(code) if code.fract() == 0.0 && (1.0..1e9).contains(code) => Some(*code as u32),
        _ => None,
    }
}

fn geographic(node: &WktNode) -> Result<ParsedWkt, CrsError> {
    let cartesian = node.child(&["CS"]).and_then(|cs| cs.values.first());
    if matches!(cartesian, Some(WktValue::Word(kind)) if kind.eq_ignore_ascii_case("cartesian")) {
        return Err(CrsError::Unsupported("a geocentric system".to_owned()));
    }
    let expected = "a datum with an ellipsoid in well-known text";
    let missing = || CrsError::fault(format!("{:?}", node.name()), expected);
    let datum = node.child(&["DATUM", "ENSEMBLE", "TRF", "GEODETICDATUM"]).ok_or_else(missing)?;
    let ellipsoid = datum.child(&["SPHEROID", "ELLIPSOID"]).ok_or_else(missing)?;
    let mut numbers = ellipsoid.numbers();
    let (Some(major), Some(flattening)) = (numbers.next(), numbers.next()) else {
        return Err(missing());
    };
    let major = major * unit_of(ellipsoid, &["LENGTHUNIT", "UNIT"]).unwrap_or(1.0);
    let minor = if flattening == 0.0 { major } else { major * (1.0 - 1.0 / flattening) };

    let known = epsg_registry::datum(datum.name(), node.name());
    let numbers: Vec<f64> =
        datum.child(&["TOWGS84"]).map(|node| node.numbers().collect()).unwrap_or_default();
    let own = Shift::of_numbers(&numbers).filter(Shift::moves_positions);
    let shift = own.or(known.as_ref().map(|known| known.1)).unwrap_or(Shift::Unknown);
    let name = match known {
        Some((name, _)) => name,
        None if epsg_registry::says_nothing(&epsg_registry::canonical(datum.name())) => String::new(),
        None => datum.name().to_owned(),
    };
    let definition = Definition {
        ellipsoid: (major, minor),
        meridian: meridian(node)?,
        unit: degrees_per_unit(node),
        datum: name,
        shift,
        ..Definition::wgs84()
    };
    let name = node.name().to_owned();
    Ok(ParsedWkt { name, code: None, definition: definition.tidy()?, own_shift: own.is_some() })
}

fn meridian(node: &WktNode) -> Result<f64, CrsError> {
    let Some(meridian) = node.child(&["PRIMEM", "PRIMEMERIDIAN"]) else { return Ok(0.0) };
    let value = meridian.numbers().next().unwrap_or(0.0);
    if value == 0.0 {
        return Ok(0.0);
    }
    // Texts disagree on the unit, but not on the names.
    match proj_text::named_meridian(meridian.name()) {
        Some(degrees) => Ok(degrees),
        None => {
            let unit = unit_of(meridian, &["ANGLEUNIT", "UNIT"]).map_or(1.0, f64::to_degrees);
            Ok(value * unit)
        }
    }
}

fn unit_of(node: &WktNode, keywords: &[&str]) -> Option<f64> {
    node.child(keywords).and_then(|unit| unit.numbers().next())
}

/// The unit of a system, or of its axes.
fn unit_of_system(node: &WktNode, keywords: &[&str]) -> Option<f64> {
    let axes = || node.children(&["AXIS"]).find_map(|axis| unit_of(axis, keywords));
    unit_of(node, keywords).or_else(axes)
}

fn degrees_per_unit(node: &WktNode) -> f64 {
    unit_of_system(node, &["UNIT", "ANGLEUNIT"]).map_or(1.0, exact_degrees)
}

fn projected(node: &WktNode) -> Result<ParsedWkt, CrsError> {
    let missing = |what: &str| CrsError::fault(format!("{:?}", node.name()), what);
    let base = node.child(&GEOGRAPHIC).ok_or_else(|| missing("a geographic system inside"))?;
    let ParsedWkt { definition: base, own_shift, .. } = geographic(base)?;
    let conversion = node.child(&["CONVERSION"]).unwrap_or(node);
    let method = conversion
        .child(&["PROJECTION", "METHOD"])
        .ok_or_else(|| missing("a projection in well-known text"))?
        .name();
    let unit = unit_of_system(node, &["UNIT", "LENGTHUNIT"]).unwrap_or(1.0);
    let mut definition = Definition { unit, ..base.clone() };
    definition.projection = projection(&plain(method))
        .ok_or_else(|| CrsError::Unsupported(format!("projection {method}")))?
        .to_owned();
    for term in conversion.children(&["PARAMETER"]) {
        let (Some(key), Some(value)) = (parameter(&plain(term.name())), term.numbers().next()) else {
            let expected = "a parameter of a projection, with a number";
            return Err(CrsError::fault(format!("{:?}", term.name()), expected));
        };
        let stated = unit_of(term, &["ANGLEUNIT", "LENGTHUNIT", "SCALEUNIT", "UNIT"]);
        let value = match key {
            "ignored" | "pseudo" => continue,
            "k" => value * stated.unwrap_or(1.0),
            "x_0" | "y_0" => value * stated.unwrap_or(unit),
            _ => value * stated.map_or(base.unit, exact_degrees),
        };
        definition.numbers.insert(key.to_owned(), value);
    }
    let pseudo = node.children(&["EXTENSION"]).any(|extension| {
        matches!(extension.values.get(1), Some(WktValue::Text(text))
            if proj_text::read(text).is_ok_and(|read| read.projection == "webmerc"))
    });
    if pseudo || definition.projection == "webmerc" {
        definition = Definition { unit, shift: base.shift, datum: base.datum, ..proj_text::web_mercator() };
    }
    settle_variant(&mut definition);
    let name = node.name().to_owned();
    Ok(ParsedWkt { name, code: None, definition: definition.tidy()?, own_shift })
}

/// Degrees, where a factor that was cut off after some decimals means one degree.
fn exact_degrees(radians: f64) -> f64 {
    let degrees = radians.to_degrees();
    if (degrees - 1.0).abs() < 1e-9 { 1.0 } else { degrees }
}

/// Turns the variants of a method into the parameters by which PROJ tells them apart.
fn settle_variant(definition: &mut Definition) {
    let projection = definition.projection.clone();
    let (projection, pole) = match projection.as_str() {
        "stere-north" => ("stere", Some(90.0)),
        "stere-south" => ("stere", Some(-90.0)),
        "stere" => {
            let origin = definition.numbers.get("lat_0").copied();
            if let Some(origin) = origin.filter(|origin| origin.abs() < 90.0) {
                definition.numbers.entry("lat_ts".to_owned()).or_insert(origin);
            }
            let side = definition.numbers.get("lat_ts").copied().or(origin).unwrap_or(90.0);
            ("stere", Some(90.0_f64.copysign(side)))
        }
        "stere-free" => ("stere", None),
        "tmerc-south" => {
            definition.axis = Some("wsu".to_owned());
            ("tmerc", None)
        }
        "omerc" if is_swiss(definition) => {
            definition.numbers.retain(|key, _| !matches!(key.as_str(), "alpha" | "gamma"));
            ("somerc", None)
        }
        "omerc-natural" => {
            definition.flags = proj_text::flags(&["no_uoff"]);
            ("omerc", None)
        }
        other => (other, None),
    };
    definition.projection = projection.to_owned();
    for (from, to) in match definition.projection.as_str() {
        "merc" | "eqc" | "cea" | "stere" => [("lat_1", "lat_ts")].as_slice(),
        "omerc" => &[("lon_0", "lonc")],
        _ => &[],
    } {
        if let Some(value) = definition.numbers.remove(*from) {
            definition.numbers.insert((*to).to_owned(), value);
        }
    }
    if let Some(pole) = pole {
        definition.numbers.insert("lat_0".to_owned(), pole);
    }
}

/// The oblique Mercator projection straight east has a method of its own.
fn is_swiss(definition: &Definition) -> bool {
    let right = |key: &str| (definition.number(key) - 90.0).abs() < 1e-9;
    right("alpha") && (right("gamma") || !definition.numbers.contains_key("gamma"))
}
