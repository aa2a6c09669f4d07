use serde::Serialize;

use super::json_text::compact;
use zonewerk_core::territory::{Id, UnitCode, UnitId};
use zonewerk_core::topology::{ArcPolygon, Topology};

/// A map as TopoJSON, quantised on a grid of this many steps a degree: shared borders
/// are written once, points as whole steps from the one before.
///
/// A map whose points lie on the grid comes back from reading exactly as it was.
/// `codes` become the ids of the geometries, in the order of the map's units.
pub fn topojson(map: &Topology, object: &str, codes: &[UnitCode], steps_a_degree: u32) -> Vec<u8> {
    let step = |degrees: f64| (degrees * f64::from(steps_a_degree)).round() as i64;
    let steps: Vec<Vec<[i64; 2]>> = map
        .arc_users()
        .map(|(arc, _)| map.arc(arc).iter().map(|p| [step(p.x), step(p.y)]).collect())
        .collect();
    let arcs = steps.iter().map(|points| deltas(points)).collect();
    let geometries =
        codes.iter().enumerate().map(|(place, code)| geometry(code, map.shape(UnitId::new(place)))).collect();
    let scale = 1.0 / f64::from(steps_a_degree);
    let topology = TopoJson {
        kind: "Topology",
        transform: Transform { scale: [scale; 2], translate: [0.0; 2] },
        objects: [(object, Object { kind: "GeometryCollection", geometries })].into_iter().collect(),
        arcs,
    };
    compact(&topology)
}

#[derive(Serialize)]
struct TopoJson<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    transform: Transform,
    objects: std::collections::BTreeMap<&'a str, Object<'a>>,
    arcs: Vec<Vec<[i64; 2]>>,
}

#[derive(Serialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Serialize)]
struct Object<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    geometries: Vec<Geometry<'a>>,
}

#[derive(Serialize)]
struct Geometry<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    id: &'a str,
    arcs: Vec<Vec<Vec<i64>>>,
}

fn geometry<'a>(code: &'a UnitCode, areas: &[ArcPolygon]) -> Geometry<'a> {
    let arcs = areas
        .iter()
        .map(|area| area.iter().map(|ring| ring.iter().map(|arc| arc.signed()).collect()).collect());
    Geometry { kind: "MultiPolygon", id: code.as_str(), arcs: arcs.collect() }
}

fn deltas(points: &[[i64; 2]]) -> Vec<[i64; 2]> {
    let mut at = [0, 0];
    let delta = |point: &[i64; 2]| {
        let moved = [point[0] - at[0], point[1] - at[1]];
        at = *point;
        moved
    };
    points.iter().map(delta).collect()
}
