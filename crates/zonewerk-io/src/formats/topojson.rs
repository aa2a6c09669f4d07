//! TopoJSON: polygons as numbers of shared arcs, whole steps on a grid (with
//! `transform`) or degrees.
//!
//! By hand: a position on the grid is read as the decimal number that it stands for (4.35567, not
//! 4.355670000000001), so that points that are shared stay equal.

use serde_json::{Map, Value};

use crate::formats::attribute_columns::{AttributeColumns, attribute};
use crate::formats::file_faults::Faults;
use crate::formats::json::excerpt;
use crate::formats::memory_limit::MemoryLimit;
use crate::formats::stated_crs::stated_crs;
use crate::{InputPlace, InputProblems};
use zonewerk_core::layer::{Feature, MapLayer, Position, Ring, RingFault, Shape};

/// The points of each arc, or what is wrong with it.
type TopoJsonArcs = Vec<Ring>;

/// Reads the object of this name; the only one when none is named. The file has `length` bytes.
///
/// # Errors
/// When there are no arcs, or not one object that holds geometries; when geometries walk arcs so
/// often that their positions take too much memory.
pub(crate) fn layer(
    file: &str,
    length: usize,
    root: &Value,
    name: Option<&str>,
) -> Result<MapLayer, InputProblems> {
    let mut faults = Faults::of(file);
    let arcs = arcs(root, &mut faults);
    let object = object(root, name, &mut faults);
    faults.or(())?;
    let (Some(arcs), Some((name, geometries))) = (arcs, object) else {
        unreachable!("what is missing was a fault");
    };
    let (mut columns, mut room) = (AttributeColumns::default(), MemoryLimit::of(file, length));
    let feature = |(place, geometry): (usize, &Value)| {
        let number = place + 1;
        let none = Map::new();
        let properties = geometry.get("properties").and_then(Value::as_object).unwrap_or(&none);
        let attributes = columns.row(properties, number, &mut room)?;
        room.positions(positions(geometry.get("arcs").unwrap_or(&Value::Null), &arcs), number)?;
        Ok(Feature {
            number,
            id: geometry.get("id").filter(|id| !id.is_null()).map(attribute),
            attributes,
            shape: shape(geometry, &arcs),
        })
    };
    let features = geometries.iter().enumerate().map(feature);
    let features = features.collect::<Result<_, InputProblems>>()?;
    Ok(MapLayer {
        file: file.to_owned(),
        name: Some(name.to_owned()),
        crs: stated_crs(root.get("crs").unwrap_or(&Value::Null)),
        columns: columns.into_names(),
        features,
        encoding: None,
    })
}

/// Name and geometries of the object that holds the units.
fn object<'a>(root: &'a Value, name: Option<&str>, faults: &mut Faults) -> Option<(&'a str, &'a Vec<Value>)> {
    let objects: Vec<(&String, &Value)> =
        root.get("objects").and_then(Value::as_object).into_iter().flatten().collect();
    let wanted: Vec<&(&String, &Value)> =
        objects.iter().filter(|(known, _)| name.is_none_or(|name| name == *known)).collect();
    let [(name, object)] = wanted[..] else {
        let names: Vec<&str> = objects.iter().map(|(name, _)| name.as_str()).collect();
        let found = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
        let expected = match name {
            Some(name) => format!("an object {name:?}"),
            None => "one object that holds the units, or its name as the layer".to_owned(),
        };
        faults.add("not-one-object", InputPlace::File, Some("objects"), found, expected);
        return None;
    };
    let listed = object.get("geometries").and_then(Value::as_array).filter(|listed| !listed.is_empty());
    if listed.is_none() {
        let found = format!("no geometries in {name}");
        faults.add("no-features", InputPlace::File, Some("objects"), found, "one geometry a unit");
    }
    Some((name, listed?))
}

/// All arcs of the file. A broken one is told only where a ring walks it.
fn arcs(root: &Value, faults: &mut Faults) -> Option<TopoJsonArcs> {
    let Some(arcs) = root.get("arcs").and_then(Value::as_array) else {
        faults.add("no-arcs", InputPlace::File, Some("arcs"), "none", "a list of arcs");
        return None;
    };
    let transform = match root.get("transform") {
        None => None,
        Some(value) => match GridTransform::read(value) {
            Some(transform) => Some(transform),
            None => {
                let expected = "scale and translate, two numbers each";
                faults.add(
                    "invalid-transform",
                    InputPlace::File,
                    Some("transform"),
                    excerpt(value),
                    expected,
                );
                return None;
            }
        },
    };
    Some(arcs.iter().map(|arc| points(arc, transform.as_ref())).collect())
}

struct GridTransform {
    scale: [f64; 2],
    translate: [f64; 2],
}

impl GridTransform {
    fn read(value: &Value) -> Option<Self> {
        let pair = |name: &str| -> Option<[f64; 2]> {
            let pair = value.get(name)?.as_array()?;
            match pair[..] {
                [ref x, ref y] => Some([x.as_f64()?, y.as_f64()?]),
                _ => None,
            }
        };
        Some(Self { scale: pair("scale")?, translate: pair("translate")? })
    }

    /// The degrees of a grid point. Where a degree is a whole number of steps the result is
    /// the decimal number itself, 4.35567 and not 4.355670000000001.
    fn degrees(&self, at: [i64; 2]) -> [f64; 2] {
        [0, 1].map(|axis| {
            let steps_a_degree = (1.0 / self.scale[axis]).round();
            let steps = at[axis] as f64;
            let moved = if 1.0 / steps_a_degree == self.scale[axis] {
                steps / steps_a_degree
            } else {
                steps * self.scale[axis]
            };
            moved + self.translate[axis]
        })
    }
}

fn points(arc: &Value, transform: Option<&GridTransform>) -> Ring {
    let listed: Vec<&Value> = arc.as_array().into_iter().flatten().collect();
    if listed.len() < 2 {
        return Err(RingFault {
            code: "invalid-arc",
            found: format!("an arc of {} positions", listed.len()),
            expected: "2 positions or more",
        });
    }
    let mut at = [0_i64; 2];
    let invalid = |point: &Value, expected| RingFault {
        code: "invalid-position",
        found: format!("position {}", excerpt(point)),
        expected,
    };
    let point = |point: &&Value| {
        let [x, y] = match transform {
            Some(transform) => {
                let step = |axis: usize| point.get(axis).and_then(Value::as_i64);
                let next = |axis: usize| step(axis).and_then(|step| at[axis].checked_add(step));
                let (Some(x), Some(y)) = (next(0), next(1)) else {
                    return Err(invalid(point, "two whole numbers of steps"));
                };
                at = [x, y];
                transform.degrees(at)
            }
            None => {
                let axis = |axis: usize| point.get(axis).and_then(Value::as_f64);
                let (Some(x), Some(y)) = (axis(0), axis(1)) else {
                    return Err(invalid(point, "longitude and latitude, two numbers"));
                };
                [x, y]
            }
        };
        Ok(Position { x, y })
    };
    listed.iter().map(point).collect()
}

fn shape(geometry: &Value, arcs: &TopoJsonArcs) -> Shape {
    let listed = geometry.get("arcs").unwrap_or(&Value::Null);
    let polygons: Vec<&Value> = match geometry.get("type").and_then(Value::as_str) {
        Some("Polygon") => vec![listed],
        Some("MultiPolygon") => listed.as_array().into_iter().flatten().collect(),
        Some(other) => return Shape::NoPolygon(other.to_owned()),
        None => return Shape::Empty,
    };
    let rings = |polygon: &&Value| -> Vec<Ring> {
        polygon.as_array().into_iter().flatten().map(|walked| ring(walked, arcs)).collect()
    };
    let polygons: Vec<Vec<Ring>> = polygons.iter().map(rings).collect();
    if polygons.iter().all(Vec::is_empty) { Shape::Empty } else { Shape::Polygons(polygons) }
}

/// How many positions the arcs of a geometry have together, each as often as it is walked.
fn positions(listed: &Value, arcs: &TopoJsonArcs) -> usize {
    match listed {
        Value::Array(members) => {
            members.iter().map(|member| positions(member, arcs)).fold(0, usize::saturating_add)
        }
        number => known(number, arcs).map_or(0, |(arc, _)| arc.as_ref().map_or(0, Vec::len)),
    }
}

fn ring(value: &Value, arcs: &TopoJsonArcs) -> Ring {
    let mut ring: Vec<Position> = Vec::new();
    for number in value.as_array().into_iter().flatten() {
        let walked = walk(number, arcs)?;
        match (ring.last(), walked.first()) {
            (Some(at), Some(next)) if at != next => {
                return Err(RingFault {
                    code: "open-ring",
                    found: format!("arc {number} from {}, {} after {}, {}", next.x, next.y, at.x, at.y),
                    expected: "arcs that join end to end",
                });
            }
            (at, _) => {
                let joint = usize::from(at.is_some());
                ring.extend(walked.into_iter().skip(joint));
            }
        }
    }
    Ok(ring)
}

/// The arc of a number, or of the ones' complement of it for the way back.
fn known<'a>(number: &Value, arcs: &'a TopoJsonArcs) -> Option<(&'a Ring, bool)> {
    let signed = number.as_i64()?;
    let (arc, reversed) = if signed < 0 { (!signed, true) } else { (signed, false) };
    Some((arcs.get(usize::try_from(arc).ok()?)?, reversed))
}

/// The points of an arc as a ring names it.
fn walk(number: &Value, arcs: &TopoJsonArcs) -> Ring {
    let Some((points, reversed)) = known(number, arcs) else {
        return Err(RingFault {
            code: "invalid-arc",
            found: format!("arc {} where there are {}", excerpt(number), arcs.len()),
            expected: "the number of an arc, or its ones' complement",
        });
    };
    let mut points = points.clone()?;
    if reversed {
        points.reverse();
    }
    Ok(points)
}
