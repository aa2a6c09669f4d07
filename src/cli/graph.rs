use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};

use super::input::Input;
use super::lang::Lang;
use super::output::{prepare_file, refuse_inputs};
use super::{Format, say};
use zonewerk_core::graph::{self, GraphOptions};
use zonewerk_core::words::say;
use zonewerk_io::{InputProblems, Scenario};
use zonewerk_report::{self as render, GraphFile, GraphReport};

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
  zonewerk graph sectors.shp --key CODE --out graph.json

Exit codes: 0 the graph was made, 2 bad use or bad input.")]
pub(super) struct GraphArgs {
    #[command(flatten)]
    input: Input,
    /// File to write: .csv (unit,neighbour,border_m,kind), .graphml, or .json (node-link)
    #[arg(long, value_name = "FILE", value_parser = graph_file)]
    out: Option<Output>,
    /// How two units must touch to be neighbours [default: the scenario's, or rook]
    #[arg(long, value_enum)]
    contiguity: Option<Contiguity>,
    /// A border shorter than this makes no neighbours; not with queen, where a point is enough [default: the scenario's, or 0]
    #[arg(long, value_name = "METRES")]
    min_border: Option<u64>,
    /// How to print the answer
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Language of the answer
    #[arg(short, long, default_value_t = Lang::default())]
    lang: Lang,
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
    if let Some(output) = &args.out {
        prepare_file(&output.path)?;
    }
    if let Some(scenario) = args.input.scenario_of_graph()? {
        return of_given(&args, &scenario);
    }
    let language = args.lang.into();
    let survey = args.input.survey()?;
    let output = args.out.as_ref().map(|output| output.path.clone());
    refuse_inputs(output, args.input.files_read(&survey))?;
    let problems = survey.problems.iter().chain(&survey.same_side).cloned().collect();
    InputProblems::none_of(problems)?;
    let options = options(&args, survey.options)?;
    let graph = graph::build(&survey.topology, &options).with_links(&survey.territory);
    let suggestions = graph::suggestions(&survey.topology, &graph, &survey.territory);
    let mut report = GraphReport::new(&survey.territory, &graph, options, &suggestions);
    let units = (&survey.territory, &graph);
    report.map_faults = render::faults_line(&survey.map_faults(), units, &survey.inputs(), language);
    if let Some(Output { path, format }) = &args.out {
        render::write_whole(path, &format.bytes(&report)).with_context(|| cannot_write(path))?;
    }
    match args.format {
        Format::Text => {
            let fitted = match survey.fit.units.len() {
                0 => String::new(),
                units => {
                    say!(language, "graph-fitted", metres = survey.snap_m.to_string(), units = units) + "\n"
                }
            };
            say(render::graph_text(&report, language) + &fitted)?;
        }
        Format::Json => say(render::graph_json(&report))?,
    }
    // The process ends here: taking a large map apart would be a tenth of the work.
    std::mem::forget(survey);
    Ok(ExitCode::SUCCESS)
}

/// Tells the graph of a scenario whose units are those of one.
fn of_given(args: &GraphArgs, scenario: &Scenario) -> Result<ExitCode> {
    if args.contiguity.is_some() || args.min_border.is_some() {
        bail!("--contiguity and --min-border are for a map: the scenario names a graph");
    }
    if args.input.snaps() {
        bail!("--snap is for a map: the scenario names a graph, which has no borders to fit to each other");
    }
    let graph = scenario.graph();
    let report = GraphReport::of_given(&scenario.territory, &graph);
    if let Some(Output { path, format }) = &args.out {
        let inputs = scenario.inputs.iter().map(|file| file.name.as_str());
        refuse_inputs([path.clone()], args.input.beside_scenario(inputs))?;
        render::write_whole(path, &format.bytes(&report)).with_context(|| cannot_write(path))?;
    }
    match args.format {
        Format::Text => say(render::graph_text(&report, args.lang.into()))?,
        Format::Json => say(render::graph_json(&report))?,
    }
    Ok(ExitCode::SUCCESS)
}

fn options(args: &GraphArgs, declared: GraphOptions) -> Result<GraphOptions> {
    let contiguity = match args.contiguity {
        None => declared.contiguity,
        Some(Contiguity::Rook) => graph::AdjacencyKind::Rook,
        Some(Contiguity::Queen) => graph::AdjacencyKind::Queen,
    };
    let minimum_border_m = args.min_border.unwrap_or(declared.minimum_border_m);
    if contiguity == graph::AdjacencyKind::Queen && minimum_border_m > 0 {
        bail!(
            "found queen contiguity with a minimum border of {minimum_border_m} m, expected one of them: \
             queen takes units that share a point only, and a point is shorter than any border"
        );
    }
    Ok(GraphOptions { contiguity, minimum_border_m })
}

fn cannot_write(path: &Path) -> String {
    format!("cannot write {}", path.display())
}
