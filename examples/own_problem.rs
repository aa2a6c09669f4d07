//! A question built in code: twelve areas on two sides of a river, a ferry, and a town that may
//! be a zone of its own. Solves it, audits the plan, draws it and writes it for GIS programs.
//!
//! Run with `cargo run --release --example own_problem [FOLDER]`.

use std::error::Error;
use std::fs;
use std::path::Path;

use geo::{LineString, MultiPolygon, Polygon};
use zonewerk::audit::audit;
use zonewerk::crs::Crs;
use zonewerk::graph::GraphOptions;
use zonewerk::io::Scenario;
use zonewerk::io::check::MapFaults;
use zonewerk::problem::{Exception, PopulationBounds, Problem};
use zonewerk::report::{GisFormat, Judgement, MapForm, Shown, ShownSolve, gis_files, map, write_whole};
use zonewerk::solve::{Options, Unwatched, solve};
use zonewerk::territory::{Link, LinkChange, Territory, Unit, UnitCode};
use zonewerk::topology::{Fit, Topology};
use zonewerk::words::Language;

const POPULATIONS: [u64; 12] = [9, 4, 5, 3, 6, 4, 5, 5, 30, 6, 4, 3];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "own-problem".to_owned());
    fs::create_dir_all(&folder)?;
    own_problem(Path::new(&folder))
}

/// Solves the question and writes `map.svg`, `plan.gpkg` and `plan.geojson` in a folder.
pub fn own_problem(folder: &Path) -> Result<(), Box<dyn Error>> {
    let scenario = scenario()?;
    let graph = scenario.graph();
    let instance = scenario.instance(&graph)?;
    let options = Options { seed: 1, ..Options::default() };
    let solved = solve(&instance, &options, &Unwatched);
    println!("{}: {} {:?}", solved.outcome.status(), scenario.problem.objective, solved.outcome.objective());
    // No plan: the outcome says whether that is proved.
    let Some(plan) = solved.outcome.plan() else { return Ok(()) };

    // The second opinion, which knows nothing of how the plan was made.
    let audit = audit(&instance, plan);
    println!("compliant: {}", audit.is_compliant());

    let mut shown = Shown::new(&scenario, &graph, plan, Language::English);
    shown.solved = Some(ShownSolve { solved: &solved, seed: options.seed });
    shown.judgements = vec![Judgement { profile: scenario.problem.profile.clone(), audit }];
    for zone in shown.results().zones() {
        let units = zone.measures.units.iter().map(|&unit| scenario.territory.unit(unit).name.as_str());
        let units: Vec<&str> = units.collect();
        println!("{}: {:?} inhabitants, {}", zone.name, zone.measures.population, units.join(", "));
    }
    write_whole(&folder.join("map.svg"), &map(&shown, MapForm::Svg, None)?)?;
    for format in [GisFormat::GeoPackage, GisFormat::GeoJson] {
        let name = if format == GisFormat::GeoPackage { "plan.gpkg" } else { "plan.geojson" };
        for (file, bytes) in gis_files(&shown, format, &folder.join(name))?.files {
            write_whole(&file, &bytes)?;
        }
    }
    Ok(())
}

/// Everything that solving, auditing and drawing need, without a file.
fn scenario() -> Result<Scenario, Box<dyn Error>> {
    let unit = |(place, thousands): (usize, u64)| Unit {
        code: UnitCode::new(format!("{:02}", place + 1)),
        name: format!("Area {}", place + 1),
        population: 1_000 * thousands,
    };
    let mut territory = Territory::new(POPULATIONS.into_iter().enumerate().map(unit).collect())?;
    let find = |code: &str| territory.find(code).ok_or(format!("no area {code}"));
    let (north, south, town) = (find("03")?, find("08")?, find("09")?);
    territory.links.push(Link {
        between: [north, south],
        change: LinkChange::Add,
        reason: "the ferry".to_owned(),
        author: None,
        date: None,
    });
    let mut problem = Problem::within(PopulationBounds::new(12_000, Some(20_000))?);
    let any = PopulationBounds::new(0, Some(40_000))?;
    problem.exceptions.push(Exception::bounds_for(vec![town], any, "a town is not divided"));
    Ok(Scenario {
        name: "own-problem".to_owned(),
        title: "Twelve areas and a river".to_owned(),
        population_date: "2025-01-01".to_owned(),
        credits: vec!["Drawn by hand".to_owned()],
        topology: Topology::from_polygons((0..12).map(area).collect()),
        crs: Crs::wgs84(),
        fit: Fit::default(),
        map_faults: MapFaults::default(),
        graph: GraphOptions::default(),
        given_graph: None,
        territory,
        problem,
        official_plan: None,
        inputs: Vec::new(),
    })
}

/// The shape of one of six areas north of the river, or of six south of it, in degrees.
/// Neighbours share their corners exactly: that is how a border is known.
fn area(place: usize) -> MultiPolygon<f64> {
    let (column, bank) = (place % 6, place / 6);
    let corner = |column: usize, line: usize| {
        let bend = [0.0, 0.006, 0.009, 0.004, -0.003, -0.006, 0.0][column];
        let latitude = [51.06, 51.03, 51.026, 51.0][line] + bend;
        (4.0 + 0.04 * column as f64 + 0.004 * line as f64, latitude)
    };
    let (top, bottom) = (2 * bank, 2 * bank + 1);
    let corners =
        [(column, bottom), (column + 1, bottom), (column + 1, top), (column, top), (column, bottom)];
    let ring: Vec<(f64, f64)> = corners.into_iter().map(|(column, line)| corner(column, line)).collect();
    Polygon::new(LineString::from(ring), Vec::new()).into()
}
