//! TopoJSON: polygons as numbers of shared arcs, whole steps on a grid (with
//! `transform`) or degrees.

use geo::{Coord, LineString, MultiPolygon};
use serde_json::Value;

use super::Place;
use super::faults::Faults;
use super::feature::{self, Feature};
use super::json::excerpt;
use super::position::{self, RingFault};

/// The points of each arc in degrees, or what is wrong with it.
pub(super) type Arcs = Vec<Result<Vec<Coord<f64>>, RingFault>>;

/// The geometries that have a code, in the order of the file.
pub(super) fn features<'a>(root: &'a Value, key: &str, faults: &mut Faults) -> Vec<Feature<'a>> {
    let objects: Vec<(&String, &Value)> =
        root.get("objects").and_then(Value::as_object).into_iter().flatten().collect();
    let [(name, object)] = objects[..] else {
        let names: Vec<&str> = objects.iter().map(|(name, _)| name.as_str()).collect();
        let found = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
        faults.add("not-one-object", Place::File, Some("objects"), found, "one object that holds the units");
        return Vec::new();
    };
    let listed = object.get("geometries").and_then(Value::as_array).filter(|listed| !listed.is_empty());
    let Some(listed) = listed else {
        let found = format!("no geometries in {name}");
        faults.add("no-features", Place::File, Some("objects"), found, "one geometry a unit");
        return Vec::new();
    };
    let read = |(place, geometry): (usize, &'a Value)| {
        let number = place + 1;
        let code = feature::code(geometry, number, key, faults)?;
        Some(Feature { number, code, geometry })
    };
    listed.iter().enumerate().filter_map(read).collect()
}

/// All arcs of the file. A broken one is told only where a ring walks it.
pub(super) fn arcs(root: &Value, faults: &mut Faults) -> Option<Arcs> {
    let Some(arcs) = root.get("arcs").and_then(Value::as_array) else {
        faults.add("no-arcs", Place::File, Some("arcs"), "none", "a list of arcs");
        return None;
    };
    let transform = match root.get("transform") {
        None => None,
        Some(value) => match Transform::read(value) {
            Some(transform) => Some(transform),
            None => {
                let expected = "scale and translate, two numbers each";
                faults.add("invalid-transform", Place::File, Some("transform"), excerpt(value), expected);
                return None;
            }
        },
    };
    Some(arcs.iter().map(|arc| points(arc, transform.as_ref())).collect())
}

struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

impl Transform {
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

fn points(arc: &Value, transform: Option<&Transform>) -> Result<Vec<Coord<f64>>, RingFault> {
    let listed: Vec<&Value> = arc.as_array().into_iter().flatten().collect();
    if listed.len() < 2 {
        return Err(("invalid-arc", format!("an arc of {} positions", listed.len()), "2 positions or more"));
    }
    let mut at = [0_i64; 2];
    let invalid =
        |point: &Value, expected| ("invalid-position", format!("position {}", excerpt(point)), expected);
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
        position::position(x, y)
    };
    listed.iter().map(point).collect()
}

/// The polygons of a geometry; the first fault of each of its rings is told.
pub(super) fn shape(feature: &Feature, arcs: &Arcs, faults: &mut Faults) -> Option<MultiPolygon<f64>> {
    feature.polygons("arcs", faults, |value| ring(value, arcs))
}

fn ring(value: &Value, arcs: &Arcs) -> Result<LineString<f64>, RingFault> {
    let mut ring: Vec<Coord<f64>> = Vec::new();
    for number in value.as_array().into_iter().flatten() {
        let walked = walk(number, arcs)?;
        match (ring.last(), walked.first()) {
            (Some(at), Some(next)) if at != next => {
                let found = format!("arc {number} from {}, {} after {}, {}", next.x, next.y, at.x, at.y);
                return Err(("open-ring", found, "arcs that join end to end"));
            }
            (at, _) => {
                let joint = usize::from(at.is_some());
                ring.extend(walked.into_iter().skip(joint));
            }
        }
    }
    position::ring(ring)
}

/// The points of an arc as a ring names it: its number, or the ones' complement of it
/// for the way back.
fn walk(number: &Value, arcs: &Arcs) -> Result<Vec<Coord<f64>>, RingFault> {
    let named = number.as_i64().map(|signed| if signed < 0 { (!signed, true) } else { (signed, false) });
    let arc = named.and_then(|(arc, reversed)| Some((arcs.get(usize::try_from(arc).ok()?)?, reversed)));
    let Some((points, reversed)) = arc else {
        let found = format!("arc {} where there are {}", excerpt(number), arcs.len());
        return Err(("invalid-arc", found, "the number of an arc, or its ones' complement"));
    };
    let mut points = points.clone()?;
    if reversed {
        points.reverse();
    }
    Ok(points)
}
