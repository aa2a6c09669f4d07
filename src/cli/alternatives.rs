use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};

use super::asking::{Asker, Asking};
use super::audited::audited_plan;
use super::every::{self, Every, file_of_plans};
use super::folder::{prepare, write_named};
use super::output::{beside, refuse_inputs};
use super::publishing::{Made, Publishing, Showable, base_of, judgements, refuse_without_map};
use super::reading::refuse_unclear;
use super::wishes::Wishes;
use super::{COULD_NOT_TELL, say};
use zonewerk_core::graph::Graph;
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::Tolerance;
use zonewerk_io::{self as load, Scenario};
use zonewerk_report::{
    Nearby, Shown, ShownBackbone, ShownSolve, alternatives_files, alternatives_json, alternatives_text,
    backbone_geojson,
};
use zonewerk_solve::{Alternatives, Engine, Outcome, Wanted, Which, alternatives};

/// List the plans that are nearly as good as the best, and what they all have in common
///
/// Plans within the margin are those whose value in the first goal is at most so much above
/// that of the best; further goals are not looked at. Two plans are the same when their zones
/// are the same sets of units. The list says whether it is all of them, the best of them, or
/// what was found in time.
///
/// The backbone tells of each pair of neighbours whether all plans within the margin have it
/// together, or apart, or some this way and some that: proved, so that what is contested is all
/// there is to negotiate. It is told where all plans are listed, and with --backbone otherwise.
///
/// With --all, every plan that keeps the rules is written to a file as it is found, each once, in
/// an order that does not depend on the threads: millions of them in little memory. With --within
/// besides, every plan within the margin.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  zonewerk alternatives                                 the ten best plans within 1 % of the best
  zonewerk alternatives --within 0.5% --count 100 --out result
  zonewerk alternatives --within 1% --diverse --count 4 four plans as different as can be
  zonewerk alternatives --within 0.5% --backbone --out result
                                                        what all of them have in common, on a map
  zonewerk alternatives my-scenario.toml --goal people-moved --base my-plan.csv --within 5%
  zonewerk alternatives flanders-2019 --backbone --format geojson > backbone.geojson
  zonewerk alternatives my-small-scenario.toml --zones 5 --all plans.csv
                                                        every plan there is, one a row

With --out: plan-01.csv and on, alternatives.json and, where it is known, backbone.svg,
backbone.geojson (units) and backbone-borders.geojson (pairs of neighbours).

Exit codes: 0 plans found, 1 proved impossible, 2 bad use, bad input or not found in time; with
--all, 0 only where all plans are listed, and 2 where listing ended early.")]
pub(super) struct AlternativesArgs {
    /// Built-in scenario (flanders-2025, flanders-2019) or a scenario file
    #[arg(default_value = load::DEFAULT_SCENARIO)]
    scenario: String,
    /// How much worse than the best in the first goal a plan may be [default: 1%; with --all, any]
    #[arg(long, value_name = "T%", value_parser = load::margin)]
    within: Option<Tolerance>,
    /// Write every plan to FILE (.csv: a row for each plan, with the number of the zone of each unit;
    /// .jsonl: an object for each plan)
    #[arg(long, value_name = "FILE", value_parser = file_of_plans,
        conflicts_with_all = ["count", "diverse", "backbone", "out", "report", "map", "gis"])]
    all: Option<PathBuf>,
    /// How many plans to list, at most
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100_000), default_value_t = 10)]
    count: u32,
    /// After the best, each time the plan that differs most from those before, in all: by the
    /// neighbours that are together in one and apart in the other
    #[arg(long)]
    diverse: bool,
    /// Find out what all plans within the margin have in common; may take minutes
    #[arg(long)]
    backbone: bool,
    #[command(flatten)]
    wishes: Wishes,
    /// Plan that people move from: a table or map of a plan, or a built-in scenario
    /// [default: the scenario's]
    #[arg(long, value_name = "PLAN")]
    base: Option<String>,
    #[command(flatten)]
    asking: Asking,
    /// Folder for plans, backbone and report; made when absent, files of an earlier run are replaced
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// How to print the answer
    #[arg(short, long, value_enum, default_value_t = ListFormat::Text)]
    format: ListFormat,
    #[command(flatten)]
    publishing: Publishing,
}

/// One percent.
const DEFAULT_MARGIN: Tolerance = Tolerance { millionths: 10_000 };

/// How the answer is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ListFormat {
    /// For people.
    Text,
    /// For programs: everything.
    Json,
    /// The backbone as a map of units.
    Geojson,
}

pub(super) fn run(args: AlternativesArgs) -> Result<ExitCode> {
    if let Some(engine) = args.asking.engine.map(Engine::from).filter(|&engine| engine != Engine::Cover) {
        bail!("alternatives are listed over all feasible zones, so not with --engine {}", engine.name());
    }
    if args.format == ListFormat::Geojson && !args.backbone {
        bail!("--format geojson is the map of the backbone: ask for it with --backbone");
    }
    let mut scenario = load::scenario(Some(&args.scenario))?;
    if args.format == ListFormat::Geojson {
        refuse_without_map(&scenario, "--format geojson")?;
    }
    args.wishes.put(args.base.as_deref(), &mut scenario)?;
    refuse_unclear(&args.scenario, &scenario)?;
    if let Some(file) = &args.all {
        if args.format == ListFormat::Geojson {
            bail!("--format geojson is the map of the backbone, which --all does not tell");
        }
        let as_json = args.format == ListFormat::Json;
        let language = args.publishing.lang.into();
        let every = Every { file, within: args.within, as_json, asking: &args.asking, language };
        return every::run(&every, &scenario, read_files(&args, &scenario));
    }
    let mut names: Vec<String> = Nearby::file_names(args.count as usize).collect();
    let others = args.out.iter().flat_map(|folder| other_plans(folder, &names));
    names.extend(others.collect::<Vec<_>>());
    let inputs = read_files(&args, &scenario);
    if let Some(folder) = &args.out {
        refuse_inputs(names.iter().map(|name| folder.join(name)), inputs.clone())?;
        prepare(folder, names.iter().map(String::as_str))?;
    }
    let has_base = scenario.problem.base.is_some();
    let showable = Showable { scenario: &scenario, has_base, has_backbone: true };
    let others = args.out.iter().flat_map(|folder| names.iter().map(|name| folder.join(name)));
    args.publishing.prepare(inputs, others, showable)?;
    let graph = scenario.graph();
    let asker = Asker::start(&args.asking, &scenario.problem.objective, args.publishing.lang.into())?;
    let wanted = Wanted {
        margin: args.margin(),
        count: args.count as usize,
        which: if args.diverse { Which::MostDifferent } else { Which::Best },
        backbone: args.backbone,
    };
    let instance = scenario.instance(&graph)?;
    let ask = || alternatives(&instance, &asker.options, wanted, &asker.watch);
    let found = asker.on_threads(ask)?;
    all_audited(&scenario, &graph, &found)?;
    asker.watch.finish();
    let nearby = Nearby {
        scenario: &scenario,
        graph: &graph,
        found: &found,
        wanted,
        seed: args.asking.seed,
        language: args.publishing.lang.into(),
    };
    let made = match args.publishing.is_asked() {
        true => publish(&args, &scenario, &graph, &found)?,
        false => Made::nothing(),
    };
    match &args.out {
        Some(folder) => {
            let of_result = zonewerk_report::FILE_NAMES.into_iter().map(str::to_owned);
            let gone: Vec<String> = names.iter().cloned().chain(of_result).collect();
            write_named(folder, alternatives_files(&nearby), &gone, made)?
        }
        None => made.write()?,
    }
    match args.format {
        ListFormat::Text => say(alternatives_text(&nearby))?,
        ListFormat::Json => say(alternatives_json(&nearby))?,
        ListFormat::Geojson => say(backbone_geojson(&nearby).unwrap_or_default())?,
    }
    Ok(match found.best.outcome {
        Outcome::Optimal { .. } | Outcome::Feasible { .. } => ExitCode::SUCCESS,
        Outcome::Infeasible { .. } => ExitCode::FAILURE,
        Outcome::Unknown { .. } => ExitCode::from(COULD_NOT_TELL),
    })
}

/// Shows the best plan, with what all within the margin have in common where that is known.
fn publish(
    args: &AlternativesArgs,
    scenario: &Scenario,
    graph: &Graph,
    found: &Alternatives,
) -> Result<Made> {
    let empty = Plan::empty(graph.len());
    let best = found.best.outcome.plan();
    let audit = best.map(|plan| audited_plan(scenario, graph, plan)).transpose()?;
    let language = args.publishing.lang.into();
    let mut shown = Shown::new(scenario, graph, best.unwrap_or(&empty), language);
    shown.solved = Some(ShownSolve { solved: &found.best, seed: args.asking.seed });
    shown.judgements = judgements(scenario, audit.as_ref());
    shown.base = base_of(scenario, args.base.as_deref(), language);
    let backbone = found.backbone.as_ref();
    shown.backbone =
        backbone.map(|backbone| ShownBackbone { backbone, within: args.margin(), ceiling: found.ceiling });
    args.publishing.make(&shown)
}

/// The files that the answer is made of.
fn read_files(args: &AlternativesArgs, scenario: &Scenario) -> Vec<PathBuf> {
    let inputs = scenario.inputs.iter().map(|file| file.name.as_str());
    let mut inputs = beside(Path::new(&args.scenario), inputs);
    inputs.extend(args.base.iter().map(PathBuf::from));
    inputs
}

impl AlternativesArgs {
    fn margin(&self) -> Tolerance {
        self.within.unwrap_or(DEFAULT_MARGIN)
    }
}

/// Plans of an earlier list in a folder, whose names have other digits.
fn other_plans(folder: &Path, names: &[String]) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let found = entries.filter_map(|entry| entry.file_name().into_string().ok());
    found.filter(|name| Nearby::is_plan_file(name) && !names.contains(name)).collect()
}

/// The second opinion on every plan that is shown or that a pair refers to.
fn all_audited(scenario: &Scenario, graph: &Graph, found: &Alternatives) -> Result<()> {
    let witnesses = found.backbone.iter().flat_map(|backbone| &backbone.witnesses);
    let plans = found.plans.iter().chain(witnesses);
    plans.into_iter().try_for_each(|one| audited_plan(scenario, graph, &one.plan).map(drop))
}
