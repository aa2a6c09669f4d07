use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Args;

use super::input::{Input, metres};
use super::output::{prepare_file, refuse_inputs};
use super::reading::unclear;
use super::{Format, say};
use zonewerk_io::check::{CheckOptions, checkup};
use zonewerk_report as render;

/// Look a map over before trusting it: every fault, where it is, what it does to the graph
///
/// Reads a scenario, or map files and a table without one, and lists rings that bound no
/// area, overlaps, gaps, slivers, codes that stand twice or are missing, rows and shapes
/// without their counterpart, wrong inhabitants, units without a neighbour, parts that hang
/// apart, garbled names and attributes that contradict each other. Nothing is changed:
/// --snap says what it would change, unit by unit, and --out writes the result.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  zonewerk check                                             the built-in scenario
  zonewerk check my-scenario.toml
  zonewerk check municipalities.shp population.csv --key NISCODE --table-key nis --population 2022
  zonewerk check old.geojson --crs EPSG:31370 --format json
  zonewerk check parcels.gpkg --snap 0.5 --out fitted.gpkg   let borders within 50 cm be one

Exit codes: 0 clean, 1 problems, 2 the files could not be read.")]
pub(super) struct CheckArgs {
    #[command(flatten)]
    input: Input,
    /// Tell gaps and slits up to so many metres wide [default: a twentieth of the side of a middling unit]
    #[arg(long, value_name = "METRES", value_parser = metres)]
    gap: Option<f64>,
    /// Kinds of fault that are accepted: listed as notes
    #[arg(long, value_name = "KIND", value_delimiter = ',')]
    accept: Vec<String>,
    /// Write the map with fitted borders: .geojson (WGS 84), or .gpkg (the map's own coordinates)
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// List every finding, however many of a kind there are
    #[arg(long)]
    all: bool,
    /// How to print the report
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

pub(super) fn run(args: CheckArgs) -> Result<ExitCode> {
    let mut survey = args.input.survey()?;
    if let Some((shown, problem)) = &survey.asked {
        let unclear = unclear(shown, problem);
        survey.problems.extend(unclear);
    }
    refuse_inputs(args.out.clone(), args.input.files_read(&survey))?;
    args.out.as_deref().map_or(Ok(()), prepare_file)?;
    let graph = survey.graph();
    let options = CheckOptions { gap_width_m: args.gap, accepted: args.accept };
    let found = checkup(&survey, &graph, &options);
    let report = match args.format {
        Format::Text => render::check_text(&survey, &found, args.all).into_bytes(),
        Format::Json => render::check_json(&survey, &found),
    };
    if let Some(file) = &args.out {
        let written = render::fitted_map(&survey, file)?;
        render::write_whole(file, &written).with_context(|| format!("cannot write {}", file.display()))?;
    }
    say(report).context("cannot write the report")?;
    Ok(if found.problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}
