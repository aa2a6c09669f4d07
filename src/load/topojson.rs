use geo::Coord;
use serde_json::Value;

use super::boundaries::{DEGREES_EXPECTED, NamedMap, code_of, degrees};
use super::geojson::check_ring;
use super::table::problem;
use super::{InputProblem, InputProblems, Place};
use crate::territory::{Id, IdVec, UnitId};
use crate::topology::{ArcId, ArcUse, Area, Ring, Topology};

type At<'a> = dyn Fn(&'static str, &str, &str) -> InputProblem + 'a;

type Arcs = IdVec<ArcId, Vec<Coord<f64>>>;

/// A TopoJSON topology with one object of polygons, quantised or not.
pub(super) fn read(file: &str, value: &Value, key: &str) -> Result<NamedMap, InputProblems> {
    let mut problems = Vec::new();
    let whole = |code, found: &str, expected: &str| problem(code, file, Place::File, found, expected);
    let arcs = arcs(value, &whole)?;
    let geometries = geometries(value, &whole)?;
    let mut codes = Vec::new();
    let mut shapes: IdVec<UnitId, Vec<Area>> = IdVec::default();
    for (index, geometry) in geometries.iter().enumerate() {
        let number = index + 1;
        let at =
            |code, found: &str, expected: &str| problem(code, file, Place::Feature(number), found, expected);
        let code = code_of(geometry.get("properties"), geometry.get("id"), key, &at);
        match (code, shape(geometry, &arcs, &at)) {
            (Ok(code), Ok(areas)) => {
                codes.push((code, number));
                shapes.push(areas);
            }
            (code, shape) => {
                problems.extend(code.err());
                problems.extend(shape.err());
            }
        }
    }
    InputProblems::none_of(problems)?;
    Ok(NamedMap { file: file.to_owned(), codes, topology: Topology::new(arcs, shapes) })
}

fn geometries<'a>(value: &'a Value, at: &At) -> Result<Vec<&'a Value>, InputProblem> {
    let objects = value["objects"].as_object();
    let names: Vec<&String> = objects.into_iter().flatten().map(|(name, _)| name).collect();
    let [name] = names.as_slice() else {
        let found = if names.is_empty() { "no object".to_owned() } else { format!("the objects {names:?}") };
        return Err(at("wrong-objects", &found, "one object, a GeometryCollection of polygons"));
    };
    match value["objects"][name.as_str()]["geometries"].as_array() {
        Some(geometries) if !geometries.is_empty() => Ok(geometries.iter().collect()),
        _ => Err(at("empty-map", "no geometries", "a GeometryCollection with a geometry for each unit")),
    }
}

fn arcs(value: &Value, at: &At) -> Result<Arcs, InputProblem> {
    let transform = transform(value, at)?;
    let Some(arcs) = value["arcs"].as_array() else {
        return Err(at("missing-arcs", "no list of arcs", "a member \"arcs\""));
    };
    arcs.iter().enumerate().map(|(number, arc)| points(number, arc, transform, at)).collect()
}

#[derive(Clone, Copy)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

fn transform(value: &Value, at: &At) -> Result<Option<Transform>, InputProblem> {
    let Some(transform) = value.get("transform").filter(|transform| !transform.is_null()) else {
        return Ok(None);
    };
    let pair = |name: &str| {
        let numbers = pair(&transform[name]).filter(|pair| pair.iter().all(|number| number.is_finite()));
        numbers.ok_or_else(|| {
            at("wrong-transform", &transform[name].to_string(), &format!("two numbers as {name:?}"))
        })
    };
    Ok(Some(Transform { scale: pair("scale")?, translate: pair("translate")? }))
}

fn pair(value: &Value) -> Option<[f64; 2]> {
    match value.as_array()?.as_slice() {
        [x, y, ..] => Some([x.as_f64()?, y.as_f64()?]),
        _ => None,
    }
}

fn points(
    number: usize,
    arc: &Value,
    transform: Option<Transform>,
    at: &At,
) -> Result<Vec<Coord<f64>>, InputProblem> {
    let named = |found: &str| format!("{found} in arc {number}");
    let positions = arc.as_array().map(Vec::as_slice).unwrap_or_default();
    if positions.len() < 2 {
        return Err(at("short-arc", &named("fewer than two points"), "two points or more"));
    }
    let mut sum = [0.0, 0.0];
    let point = |position: &Value| {
        let Some([x, y]) = pair(position) else {
            return Err(at("wrong-position", &named(&position.to_string()), "two numbers"));
        };
        let [x, y] = match transform {
            None => [x, y],
            Some(Transform { scale, translate }) => {
                sum = [sum[0] + x, sum[1] + y];
                let degrees = |axis: usize| stepped(sum[axis], scale[axis]) + translate[axis];
                [degrees(0), degrees(1)]
            }
        };
        degrees(x, y).map_err(|(code, found)| at(code, &named(&found), DEGREES_EXPECTED))
    };
    positions.iter().map(point).collect()
}

/// `steps * scale`, as the decimal number it stands for where a degree is a whole number
/// of steps: 435567 steps of 1e-5 are 4.35567 and nothing besides.
fn stepped(steps: f64, scale: f64) -> f64 {
    let steps_a_degree = (1.0 / scale).round();
    if steps_a_degree >= 1.0 && 1.0 / steps_a_degree == scale {
        steps / steps_a_degree
    } else {
        steps * scale
    }
}

fn shape(geometry: &Value, arcs: &Arcs, at: &At) -> Result<Vec<Area>, InputProblem> {
    let area = |rings: &Value| -> Result<Area, InputProblem> {
        let rings = rings.as_array().map(Vec::as_slice).unwrap_or_default();
        if rings.is_empty() {
            return Err(at("empty-geometry", "a polygon without rings", "a Polygon or MultiPolygon"));
        }
        rings.iter().map(|ring| self::ring(ring, arcs, at)).collect()
    };
    match geometry["type"].as_str() {
        Some("Polygon") => Ok(vec![area(&geometry["arcs"])?]),
        Some("MultiPolygon") => {
            let polygons = geometry["arcs"].as_array().map(Vec::as_slice).unwrap_or_default();
            if polygons.is_empty() {
                return Err(at("empty-geometry", "a geometry without polygons", "a Polygon or MultiPolygon"));
            }
            polygons.iter().map(area).collect()
        }
        other => {
            let found = other.map_or("no geometry".to_owned(), |kind| format!("a {kind}"));
            Err(at("not-a-polygon", &found, "a Polygon or MultiPolygon"))
        }
    }
}

fn ring(value: &Value, arcs: &Arcs, at: &At) -> Result<Ring, InputProblem> {
    let mut uses = Vec::new();
    let mut points: Vec<Coord<f64>> = Vec::new();
    for number in value.as_array().map(Vec::as_slice).unwrap_or_default() {
        let signed = number.as_i64();
        let index = signed.map(|signed| if signed < 0 { !signed } else { signed } as usize);
        let Some((signed, index)) = signed.zip(index.filter(|&index| index < arcs.len())) else {
            let expected = format!("the number of one of {} arcs", arcs.len());
            return Err(at("unknown-arc", &format!("arc {number}"), &expected));
        };
        let arc_use = ArcUse { arc: ArcId::new(index), reversed: signed < 0 };
        let mut walked = arcs[arc_use.arc].clone();
        if arc_use.reversed {
            walked.reverse();
        }
        if points.last().is_some_and(|&last| last != walked[0]) {
            return Err(at(
                "open-ring",
                &format!("arc {number}, which does not begin where the one before ends"),
                "a closed ring",
            ));
        }
        points.extend(walked);
        uses.push(arc_use);
    }
    check_ring(&points, at)?;
    Ok(uses)
}
