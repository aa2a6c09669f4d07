use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail, ensure};
use clap::Args;

use super::say;
use crate::graph;
use crate::load;
use crate::render;
use crate::territory::{UnitCode, UnitId};
use crate::topology::{Generalisation, Topology, generalise};

/// Simplify a map of units so that neighbours still fit
///
/// Reads GeoJSON or TopoJSON and writes TopoJSON. Every shared border is simplified once,
/// and the units that share a border are the same before and after.
#[derive(Args, Debug)]
#[command(after_help = "\
Example:
  zonewerk generalise municipalities.geojson --key nis --only municipalities.csv \\
      --tolerance 200 --out municipalities.topojson")]
pub(super) struct GeneraliseArgs {
    /// Map of the units: GeoJSON or TopoJSON, longitude and latitude in degrees
    map: PathBuf,
    /// Property (or id) that holds the unit code
    #[arg(long)]
    key: String,
    /// Only the units in this table, which has a column of the same name as the key
    #[arg(long, value_name = "CSV")]
    only: Option<PathBuf>,
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
    let bytes = read(&args.map)?;
    let file = args.map.display().to_string();
    let mut codes = match &args.only {
        Some(table) => {
            let name = table.display().to_string();
            load::read_column(&name, &read(table)?, &args.key)?.into_iter().map(UnitCode::new).collect()
        }
        None => load::read_codes(&file, &bytes, &args.key)?,
    };
    codes.sort();
    if let Some(twice) = codes.windows(2).find(|pair| pair[0] == pair[1]) {
        bail!("unit code {} stands twice", twice[0]);
    }
    let map = load::read_boundaries(&file, &bytes, &args.key, &codes)?;
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

fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))
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
