use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use clap::Args;

use super::output::{prepare_file, refuse_inputs};
use super::say;
use zonewerk_core::graph;
use zonewerk_core::territory::{UnitCode, UnitId};
use zonewerk_core::topology::{Generalisation, Topology, generalise};
use zonewerk_io::{self as load, InputProblems, MapFiles};
use zonewerk_report as render;

/// Simplify a map of units so that neighbours still fit
///
/// Reads a map of any format and writes TopoJSON on WGS 84. Every shared border is simplified once,
/// and the units that share a border are the same before and after.
#[derive(Args, Debug)]
#[command(after_help = "\
Example:
  zonewerk generalise municipalities.geojson --key nis --only municipalities.csv \\
      --tolerance 200 --out municipalities.topojson")]
pub(super) struct GeneraliseArgs {
    /// Map of the units: GeoJSON, TopoJSON, shapefile or GeoPackage
    map: PathBuf,
    /// Property (or id) that holds the unit code
    #[arg(long)]
    key: String,
    /// Only the units in this table, which has a column of the same name as the key
    #[arg(long, value_name = "CSV")]
    only: Option<PathBuf>,
    /// Layer, for a map that has several
    #[arg(long)]
    layer: Option<String>,
    /// Coordinate reference system, such as EPSG:31370, for a map that does not say
    #[arg(long)]
    crs: Option<String>,
    /// How far a simplified border may lie from the true one
    #[arg(long, value_name = "METRES", default_value_t = 200.0, value_parser = positive)]
    tolerance: f64,
    /// Grid that all points go to, in steps a degree: 100000 is about a metre
    #[arg(long, value_name = "STEPS", default_value_t = 100_000, value_parser = clap::value_parser!(u32).range(100..=10_000_000))]
    grid: u32,
    /// File to write
    #[arg(long, value_name = "TOPOJSON")]
    out: PathBuf,
}

fn positive(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() && number > 0.0 => Ok(number),
        _ => Err("expected a number above 0".to_owned()),
    }
}

pub(super) fn run(args: GeneraliseArgs) -> Result<ExitCode> {
    refuse_inputs([args.out.clone()], args.only.iter().chain([&args.map]).cloned())?;
    prepare_file(&args.out)?;
    let file = args.map.display().to_string();
    let survey = load::survey_files(
        &MapFiles {
            maps: vec![file.clone()],
            table: args.only.as_ref().map(|table| table.display().to_string()),
            key: Some(args.key.clone()),
            layer: args.layer,
            crs: args.crs,
            ..MapFiles::default()
        },
        None,
    )?;
    InputProblems::none_of(survey.problems.iter().chain(&survey.same_side).cloned().collect())?;
    let codes: Vec<UnitCode> = survey.units.units().values().map(|unit| unit.code.clone()).collect();
    let map = survey.topology;
    let options = Generalisation { tolerance_m: args.tolerance, grid_degrees: 1.0 / f64::from(args.grid) };
    let simplified = generalise(&map, &options).with_context(|| format!("cannot simplify {file}"))?;
    let neighbours = |map: &Topology| -> Vec<(UnitId, UnitId)> {
        graph::from_topology(map).borders().map(|(a, b, _)| (a, b)).collect()
    };
    ensure!(
        neighbours(&map) == neighbours(&simplified),
        "other units share a border after than before; nothing is written"
    );
    let object = args.out.file_stem().map_or("units".into(), |stem| stem.to_string_lossy());
    let written = render::topojson(&simplified, &object, &codes, args.grid);
    render::write_whole(&args.out, &written)
        .with_context(|| format!("cannot write {}", args.out.display()))?;
    say(format!(
        "{} units, {} bytes in {}\nbefore: {}\nafter:  {}\nthe same units share a border before and after\n",
        codes.len(),
        written.len(),
        args.out.display(),
        figures(&map),
        figures(&simplified)
    ))?;
    Ok(ExitCode::SUCCESS)
}

fn figures(map: &Topology) -> String {
    let graph = graph::from_topology(map);
    let (mut shared, mut metres) = (0_usize, 0);
    for (.., border_m) in graph.borders() {
        shared += 1;
        metres += border_m;
    }
    let vertices = map.vertices();
    format!("{vertices} vertices, {shared} shared borders of {:.1} km together", metres as f64 / 1000.0)
}
