use std::panic::resume_unwind;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use clap::Args;

use super::asking::seconds;
use super::input::{Input, metres};
use super::output::{prepare_file, refuse_inputs};
use super::reading::unclear;
use super::{COULD_NOT_TELL, Format, say};
use zonewerk_io::Survey;
use zonewerk_io::check::{CheckOptions, checkup, checkup_until};
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

Exit codes: 0 clean, 1 problems, 2 the files could not be read, or no problem was found before
the time limit ended.")]
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
    /// Stop after this many seconds and say what was not looked at
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    time_limit: Option<f64>,
    /// How to print the report
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

pub(super) fn run(args: CheckArgs) -> Result<ExitCode> {
    let options = CheckOptions { gap_width_m: args.gap, accepted: args.accept };
    let end = args.time_limit.and_then(ends_after);
    let mut survey = match end {
        None => args.input.survey()?,
        Some(end) => survey_until(&args.input, end)?,
    };
    if let Some((shown, problem)) = &survey.asked {
        let unclear = unclear(shown, problem);
        survey.problems.extend(unclear);
    }
    let survey = Arc::new(survey);
    refuse_inputs(args.out.clone(), args.input.files_read(&survey))?;
    args.out.as_deref().map_or(Ok(()), prepare_file)?;
    let found = match end {
        None => checkup(&survey, &survey.graph(), &options),
        Some(end) => checkup_until(&survey, &options, end),
    };
    let report = match args.format {
        Format::Text => render::check_text(&survey, &found, args.all).into_bytes(),
        Format::Json => render::check_json(&survey, &found),
    };
    if let Some(file) = &args.out {
        let written = render::fitted_map(&survey, file)?;
        render::write_whole(file, &written).with_context(|| format!("cannot write {}", file.display()))?;
    }
    say(report).context("cannot write the report")?;
    Ok(match (found.problems.is_empty(), found.not_looked_at.is_empty()) {
        (true, true) => ExitCode::SUCCESS,
        (true, false) => ExitCode::from(COULD_NOT_TELL),
        (false, _) => ExitCode::from(1),
    })
}

/// The moment so many seconds from now; none where no clock goes so far.
fn ends_after(seconds: f64) -> Option<Instant> {
    Instant::now().checked_add(Duration::try_from_secs_f64(seconds).ok()?)
}

/// Reads the map until a moment. What is at work then ends with the program.
fn survey_until(input: &Input, end: Instant) -> Result<Survey> {
    let (sender, receiver) = mpsc::channel();
    let at_work = input.clone();
    let work = thread::Builder::new().spawn(move || sender.send(at_work.survey()).is_ok());
    let work = work.context("cannot read the files beside the clock")?;
    match receiver.recv_timeout(end.saturating_duration_since(Instant::now())) {
        Ok(survey) => survey,
        Err(RecvTimeoutError::Timeout) => {
            bail!("the time limit ended while the files were read: nothing was looked at")
        }
        Err(RecvTimeoutError::Disconnected) => match work.join() {
            Err(panic) => resume_unwind(panic),
            Ok(_) => unreachable!("what was read was sent"),
        },
    }
}
