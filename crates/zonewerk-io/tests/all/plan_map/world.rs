//! Grids of units of about 2 by 2 km, and maps of zones over them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use geo::{Coord, LineString, MultiPolygon, Polygon};
use serde_json::{Value, json};
use zonewerk_core::crs::Crs;
use zonewerk_core::plan::Holding;
use zonewerk_core::territory::{Territory, Unit, UnitCode};
use zonewerk_core::topology::Topology;
use zonewerk_io::{InputProblems, PlanMapOptions, PlanNote, ReadPlan, Scenario, read_plan_map, scenario};

static FLANDERS: LazyLock<Scenario> = LazyLock::new(|| scenario(Some("flanders-2025")).unwrap());

/// A ring in units of the grid: columns to the east, rows to the north.
pub type Ring = Vec<(f64, f64)>;

/// Longitude and latitude of a place of the grid.
pub fn degrees((x, y): (f64, f64)) -> Coord<f64> {
    Coord { x: 4.0 + 0.03 * x, y: 51.0 + 0.02 * y }
}

/// A scenario over a grid; unit `r2c3` is in row 2 and column 3, with ten inhabitants.
pub fn grid(columns: usize, rows: usize) -> Scenario {
    let places: Vec<(usize, usize)> =
        (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column))).collect();
    let code = |(row, column): (usize, usize)| format!("r{row}c{column}");
    let shapes: BTreeMap<String, MultiPolygon> = places
        .iter()
        .map(|&(row, column)| {
            let ring = rectangle([column as f64, row as f64], [column as f64 + 1.0, row as f64 + 1.0]);
            let line: LineString = ring.into_iter().map(degrees).collect();
            (code((row, column)), MultiPolygon::new(vec![Polygon::new(line, Vec::new())]))
        })
        .collect();
    let unit = |code: &String| Unit {
        code: UnitCode::new(code.clone()),
        name: format!("square {code}"),
        population: 10,
    };
    Scenario {
        territory: Territory::new(shapes.keys().map(unit).collect()).unwrap(),
        topology: Topology::from_polygons(shapes.into_values().collect::<Vec<_>>().into()),
        crs: Crs::wgs84(),
        official_plan: None,
        ..FLANDERS.clone()
    }
}

pub fn rectangle([west, south]: [f64; 2], [east, north]: [f64; 2]) -> Ring {
    vec![(west, south), (east, south), (east, north), (west, north), (west, south)]
}

/// A feature of a zone: one polygon, its exterior first.
pub fn zone(name: &str, rings: &[Ring]) -> Value {
    feature(json!({"zone": name}), polygon(rings, degrees))
}

pub fn polygon(rings: &[Ring], place: impl Fn((f64, f64)) -> Coord<f64>) -> Value {
    let point = |&at: &(f64, f64)| {
        let Coord { x, y } = place(at);
        json!([x, y])
    };
    let rings: Vec<Vec<Value>> = rings.iter().map(|ring| ring.iter().map(point).collect()).collect();
    json!({"type": "Polygon", "coordinates": rings})
}

pub fn feature(properties: Value, geometry: Value) -> Value {
    json!({"type": "Feature", "properties": properties, "geometry": geometry})
}

pub fn collection(features: Vec<Value>) -> Value {
    json!({"type": "FeatureCollection", "features": features})
}

/// Reads a document as a plan.
pub fn read(scenario: &Scenario, map: &Value, options: &PlanMapOptions) -> Result<ReadPlan, InputProblems> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.geojson");
    std::fs::write(&path, map.to_string()).unwrap();
    read_plan_map(&path, scenario, options)
}

/// The plan of zones over a grid, without options.
pub fn plan_of(scenario: &Scenario, zones: Vec<Value>) -> ReadPlan {
    read(scenario, &collection(zones), &PlanMapOptions::default()).unwrap()
}

/// The problems of a map, each as a line.
pub fn problems(scenario: &Scenario, map: &Value) -> Vec<String> {
    let wrong = read(scenario, map, &PlanMapOptions::default()).expect_err("a map that is wrong");
    wrong.all().iter().map(ToString::to_string).collect()
}

/// Where a unit lies: `A`, `A+B` for both wholly, `63 % of its area: A | ...`, or `-`.
pub fn held(scenario: &Scenario, read: &ReadPlan, unit: &str) -> String {
    let name = |zone| read.plan.zones[zone].name.as_str();
    match &read.plan.holdings[scenario.territory.find(unit).unwrap()] {
        Holding::Unassigned => "-".to_owned(),
        Holding::Whole(zone) => name(*zone).to_owned(),
        Holding::Shared(zones) => zones.iter().map(|&zone| name(zone)).collect::<Vec<_>>().join("+"),
        Holding::Parts(parts) => {
            let mut names: Vec<&str> = parts.iter().map(|part| part.name.as_str()).collect();
            assert!(parts.iter().all(|part| part.population.is_none()));
            names.dedup();
            assert_eq!(names.len(), parts.len(), "names of parts are unique");
            let parts = parts.iter().map(|part| format!("{}: {}", part.name, name(part.zone)));
            parts.collect::<Vec<_>>().join(" | ")
        }
    }
}

/// Where all units lie, in the order of their codes.
pub fn all_held(scenario: &Scenario, read: &ReadPlan) -> Vec<String> {
    let units = scenario.territory.units().values();
    units.map(|unit| held(scenario, read, unit.code.as_str())).collect()
}

/// The notes that say something of the zones, the tolerance left out.
pub fn notes(read: &ReadPlan) -> Vec<&PlanNote> {
    read.notes.iter().filter(|note| !matches!(note, PlanNote::Tolerance { .. })).collect()
}
