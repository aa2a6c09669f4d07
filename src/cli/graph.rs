use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};

use super::{Format, say};
use crate::graph::{self, GraphOptions};
use crate::load;
use crate::render::{self, GraphFile, GraphReport};
use crate::territory::Territory;
use crate::topology::Topology;

/// Show which units are neighbours, and what hangs on nothing or on one unit alone
///
/// Prints counts, components, isolated units with the nearest other unit, cut vertices
/// and declared links and, with --out, writes the graph.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  zonewerk graph                                     the municipalities of Flanders
  zonewerk graph my-scenario.toml --out graph.csv    the table of neighbours with their border
  zonewerk graph --contiguity queen --format json
  zonewerk graph --min-border 100 --out graph.graphml

Exit codes: 0 the graph was made, 2 bad use or bad input.")]
pub(super) struct GraphArgs {
    /// Built-in scenario (flanders-2025, flanders-2019) or a scenario file
    #[arg(default_value = load::DEFAULT_SCENARIO)]
    scenario: String,
    /// File to write: .csv (unit,neighbour,border_m,kind), .graphml, or .json (node-link)
    #[arg(long, value_name = "FILE", value_parser = graph_file)]
    out: Option<Output>,
    /// How two units must touch to be neighbours
    #[arg(long, value_enum, default_value_t = Contiguity::Rook)]
    contiguity: Contiguity,
    /// A border shorter than this makes no neighbours; not with queen, where a point is enough
    #[arg(long, value_name = "METRES", default_value_t = 0)]
    min_border: u64,
    /// How to print the answer
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// How two units must touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Contiguity {
    /// By a border
    Rook,
    /// By a border or a point
    Queen,
}

#[derive(Clone, Debug)]
struct Output {
    path: PathBuf,
    format: GraphFile,
}

fn graph_file(text: &str) -> Result<Output, String> {
    let path = PathBuf::from(text);
    let Some(format) = GraphFile::of(&path) else {
        let known: Vec<String> =
            GraphFile::ALL.iter().map(|(extension, _)| format!(".{extension}")).collect();
        return Err(format!("expected a file name that ends in one of {}", known.join(", ")));
    };
    Ok(Output { path, format })
}

pub(super) fn run(args: GraphArgs) -> Result<ExitCode> {
    let options = options(&args)?;
    if let Some(output) = &args.out {
        try_to_write(&output.path)?;
    }
    let scenario = load::scenario(Some(&args.scenario))?;
    show(&scenario.territory, &scenario.topology, options, &args)?;
    Ok(ExitCode::SUCCESS)
}

fn options(args: &GraphArgs) -> Result<GraphOptions> {
    if args.contiguity == Contiguity::Queen && args.min_border > 0 {
        bail!(
            "found --contiguity queen with --min-border {}, expected one of them: \
             queen takes units that share a point only, and a point is shorter than any border",
            args.min_border
        );
    }
    let contiguity = match args.contiguity {
        Contiguity::Rook => graph::Contiguity::Rook,
        Contiguity::Queen => graph::Contiguity::Queen,
    };
    Ok(GraphOptions { contiguity, minimum_border_m: args.min_border })
}

/// Everything after loading, for units from any source.
fn show(territory: &Territory, topology: &Topology, options: GraphOptions, args: &GraphArgs) -> Result<()> {
    let graph = graph::build(topology, &options).with_links(territory);
    let suggestions = graph::suggestions(topology, &graph, territory);
    let report = GraphReport::new(territory, &graph, options, &suggestions);
    if let Some(Output { path, format }) = &args.out {
        render::write_whole(path, &format.bytes(&report)).with_context(|| cannot_write(path))?;
    }
    match args.format {
        Format::Text => say(render::graph_text(&report))?,
        Format::Json => say(render::graph_json(&report))?,
    }
    Ok(())
}

/// Tries before the work rather than after.
fn try_to_write(path: &Path) -> Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    tempfile::tempfile_in(folder).map(drop).with_context(|| cannot_write(path))
}

fn cannot_write(path: &Path) -> String {
    format!("cannot write {}", path.display())
}
