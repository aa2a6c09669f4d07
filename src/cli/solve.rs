use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};

use super::mend;
use super::output::{beside, refuse_inputs, tell};
use super::plan::given_plan;
use super::watch::TerminalWatch;
use super::{COULD_NOT_TELL, Format, say};
use crate::audit::{Audit, Finding, Severity, Standing, audit, rule};
use crate::graph::Graph;
use crate::load::{self, PlanMapOptions, Scenario};
use crate::problem::{self, CountBounds, Regions};
use crate::render::{self, FileFormat, ReportJson, Results};
use crate::solve::{Engine, InOrders, Options, Order, Outcome, Solved, Watch, solve, solve_in_orders};
use crate::words::Language;

/// Draw the best zones of a scenario, and prove that they are best
///
/// Prints a summary and, with --out, writes plan.csv, zones.geojson, units.geojson,
/// map.svg and report.json. Ctrl-C keeps the best plan so far.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  zonewerk solve --out result
  zonewerk solve flanders-2019 --time-limit 60 --format json
  zonewerk solve my-scenario.toml --out result --threads 2
  zonewerk solve --goal cut-edges
  zonewerk solve --goal \"inertia + 0.00008 * squared-deviation\"
  zonewerk solve --goal \"largest-deviation within 2 %\" --goal border-length
  zonewerk solve --goal \"crossings(politiezone)\" --goal border-length
  zonewerk solve --at-most \"straddles(politiezone) <= 60\"
  zonewerk solve --goal people-moved --base my-plan.csv
  zonewerk solve --zones 54
  zonewerk solve my-regions.toml --order compare
  zonewerk solve my-circles.toml --goal \"border-length + 20000 * straddles(kring)\" --mend kring
  zonewerk solve --zones 50-56 --engine compact --time-limit 600

Goals: border-length, cut-edges, inertia, distance-to-centre, squared-deviation,
absolute-deviation, largest-deviation, people-moved, crossings(FAMILY),
crossings(FAMILY, people), straddles(FAMILY[, people][, weak]), zones-crossing(FAMILY),
zones-crossing(FAMILY, people), mergers-cut, zones, exceptions; where regions are drawn
regions, region-border-length, region-deviation, region-mismatch(FAMILY),
region-groups(FAMILY).

Exit codes: 0 plan found, 1 proved impossible, 2 bad input or not found in time.")]
pub(super) struct SolveArgs {
    /// Built-in scenario (flanders-2025, flanders-2019) or a scenario file
    #[arg(default_value = load::DEFAULT_SCENARIO)]
    scenario: String,
    /// Folder for plan, maps and report; made when absent, files of an earlier run are replaced
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// What to have least of, in place of the scenario's goals: `[WEIGHT *] GOAL [+ ...] [within T %]`;
    /// given several times, the first is most important
    #[arg(long = "goal", value_name = "STEP")]
    goals: Vec<String>,
    /// What a plan may come to in a goal, in place of the scenario's limits: `GOAL <= N`
    #[arg(long = "at-most", value_name = "LIMIT")]
    limits: Vec<String>,
    /// How many zones, in place of the scenario's number: `54`, or from `50-56`
    #[arg(long, value_name = "N|MIN-MAX", value_parser = zone_count)]
    zones: Option<CountBounds>,
    /// Plan that people move from: a table or map of a plan, or a built-in scenario
    /// [default: the scenario's]
    #[arg(long, value_name = "PLAN")]
    base: Option<String>,
    /// How to search: over all feasible zones, or unit by unit [default: the one that fits]
    #[arg(long, value_enum)]
    engine: Option<EngineName>,
    /// In which order to draw zones and regions, where the scenario has them drawn
    #[arg(long, value_enum, default_value_t = OrderName::Jointly)]
    order: OrderName,
    /// Tell of each group of this family that the plan straddles what it costs to mend that
    #[arg(long, value_name = "FAMILY")]
    mend: Option<String>,
    /// Stop after this many seconds with the best plan and its bound
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    time_limit: Option<f64>,
    /// Threads to use; the answer does not depend on it [default: all cores]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Seed of everything that chooses among equals
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// How to print the answer
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// No progress on the terminal
    #[arg(long, short)]
    quiet: bool,
}

/// An engine, as it is named on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum EngineName {
    /// Exact cover over all feasible zones.
    Cover,
    /// Which unit lies in which zone, for few large zones.
    Compact,
}

impl From<EngineName> for Engine {
    fn from(name: EngineName) -> Self {
        match name {
            EngineName::Cover => Self::Cover,
            EngineName::Compact => Self::Compact,
        }
    }
}

/// An order of drawing zones and regions, as it is named on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum OrderName {
    /// Both together.
    Jointly,
    /// The best zones, and then regions of them: bottom up.
    ZonesFirst,
    /// The best regions, and then the zones inside each: top down.
    RegionsFirst,
    /// Each order, and what it costs not to draw both together.
    Compare,
}

fn zone_count(text: &str) -> Result<CountBounds, String> {
    let (fewest, most) = text.split_once('-').unwrap_or((text, text));
    let [fewest, most] =
        [fewest, most].map(|number| number.trim().parse::<u64>().ok().filter(|&count| count > 0));
    let bounds = match (fewest, most) {
        (Some(fewest), Some(most)) => CountBounds::new(Some(fewest), Some(most)),
        _ => None,
    };
    bounds.ok_or_else(|| "expected a number of zones above 0, such as 54, or two such as 50-56".to_owned())
}

fn seconds(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(seconds) if seconds.is_finite() && seconds > 0.0 => Ok(seconds),
        _ => Err("expected a number of seconds above 0".to_owned()),
    }
}

pub(super) fn run(args: SolveArgs) -> Result<ExitCode> {
    let mut scenario = load::scenario(Some(&args.scenario))?;
    if let Some(folder) = &args.out {
        let inputs = scenario.inputs.iter().map(|file| file.name.as_str());
        let inputs = beside(Path::new(&args.scenario), inputs).into_iter();
        let outputs = render::FILE_NAMES.map(|name| folder.join(name));
        refuse_inputs(outputs, inputs.chain(args.base.iter().map(PathBuf::from)))?;
    }
    ask(&args, &mut scenario)?;
    let family = args.mend.as_ref().map(|name| mend::family(&scenario, name)).transpose()?;
    if let Some(folder) = &args.out {
        prepare(folder)?;
    }
    let graph = scenario.graph();
    let asker = Asker::start(&args, &scenario)?;
    let orders = asker.in_orders(&scenario, &graph);
    let solved =
        orders.as_ref().map_or_else(|| asker.solve(&scenario, &graph), |orders| orders.jointly.clone());
    for solved in orders.iter().flat_map(|orders| [&orders.zones_first, &orders.regions_first]) {
        audited(&scenario, &graph, solved)?;
    }
    let audit = audited(&scenario, &graph, &solved)?;
    let mendings =
        family.map(|family| mend::mendings(&asker, &scenario, &graph, &solved, family)).transpose()?;
    asker.watch.finish();
    let mut results = Results::of_solve(&scenario, &graph, &solved, audit.as_ref(), args.seed);
    results.orders = orders.as_ref();
    results.mendings = mendings.as_deref();
    let files = render::files(&results);
    if let Some(folder) = &args.out {
        write(folder, &files)?;
    }
    match args.format {
        Format::Text => say(render::summary(&results))?,
        Format::Json => say(ReportJson.bytes(&results).unwrap_or_default())?,
    }
    Ok(match solved.outcome {
        Outcome::Optimal { .. } | Outcome::Feasible { .. } => ExitCode::SUCCESS,
        Outcome::Infeasible { .. } => ExitCode::FAILURE,
        Outcome::Unknown { .. } => ExitCode::from(COULD_NOT_TELL),
    })
}

/// Puts what the arguments ask in place of what the scenario asks.
fn ask(args: &SolveArgs, scenario: &mut Scenario) -> Result<()> {
    if let Some(count) = args.zones {
        scenario.problem = scenario.problem.clone().with_zone_count(count);
    }
    if let Some(name) = &args.base {
        let base = given_plan(Some(name), scenario, &PlanMapOptions::default(), Language::English)?;
        for note in &base.source.notes {
            tell(&format!("note: {}: {note}", base.source.name));
        }
        scenario.problem.base = Some(base.plan);
        scenario.inputs.extend(base.inputs);
    }
    if !args.goals.is_empty() {
        scenario.problem.objective = load::objective(&args.goals, scenario)?;
    }
    if args.order != OrderName::Jointly && scenario.problem.regions != Regions::Drawn {
        bail!(
            "--order asks in which order to draw zones and regions; the scenario has no regions drawn ([regions] drawn = true)"
        );
    }
    if args.order != OrderName::Jointly && matches!(args.engine, Some(EngineName::Compact)) {
        bail!("--order: the compact engine does not draw regions");
    }
    if !args.limits.is_empty() {
        scenario.problem.limits = load::limits(&args.limits, scenario)?;
    }
    Ok(())
}

/// Asks the solver: with the options of the command line, on its threads, under one clock.
pub(super) struct Asker<'a> {
    args: &'a SolveArgs,
    watch: TerminalWatch,
    threads: rayon::ThreadPool,
    options: Options,
}

impl<'a> Asker<'a> {
    fn start(args: &'a SolveArgs, scenario: &Scenario) -> Result<Self> {
        let watch = TerminalWatch::start(args.time_limit, args.quiet, scenario.problem.objective.clone())?;
        let order = match args.order {
            OrderName::Jointly | OrderName::Compare => Order::Jointly,
            OrderName::ZonesFirst => Order::ZonesFirst,
            OrderName::RegionsFirst => Order::RegionsFirst,
        };
        let engine = args.engine.map(Engine::from);
        let options = Options { seed: args.seed, engine, order, ..Options::default() };
        let threads = rayon::ThreadPoolBuilder::new()
            .num_threads(args.threads.map_or(0, usize::from))
            .build()
            .context("could not start the threads")?;
        Ok(Self { args, watch, threads, options })
    }

    pub(super) fn solve(&self, scenario: &Scenario, graph: &Graph) -> Solved {
        let Scenario { territory, problem, .. } = scenario;
        self.threads.install(|| solve(territory, graph, problem, &self.options, &self.watch))
    }

    /// Whether time is up, or somebody asked to stop.
    pub(super) fn is_stopped(&self) -> bool {
        self.watch.stop().is_some()
    }

    fn in_orders(&self, scenario: &Scenario, graph: &Graph) -> Option<InOrders> {
        let Scenario { territory, problem, .. } = scenario;
        let in_orders = || solve_in_orders(territory, graph, problem, &self.options, &self.watch);
        (self.args.order == OrderName::Compare).then(|| self.threads.install(in_orders))
    }
}

/// The second opinion on the plan. A plan that breaks a rule which the optimiser keeps is
/// never shown as one; what it breaks of other rules is told with the plan.
pub(super) fn audited(scenario: &Scenario, graph: &Graph, solved: &Solved) -> Result<Option<Audit>> {
    let Some(plan) = solved.outcome.plan() else { return Ok(None) };
    let audit = audit(&scenario.territory, graph, &scenario.problem, plan);
    let is_counted = !scenario.problem.zone_count.is_free();
    let nesting = ["group-straddles-zones", "zone-crosses-group"];
    // Given regions need not cover the territory: a zone outside all of them is told with the plan.
    let is_kept = |name: &str| match scenario.problem.regions {
        Regions::None => nesting.contains(&name),
        Regions::Given { .. } => problem::KEPT.contains(&name) && name != "zone-without-region",
        Regions::Drawn => problem::KEPT.contains(&name),
    };
    let is_drawn = |finding: &Finding| {
        rule(finding.rule).is_some_and(|rule| rule.standing == Standing::Always)
            || problem::DRAWN.contains(&finding.rule)
            || is_kept(finding.rule)
            || (is_counted && finding.rule == "wrong-number-of-zones")
    };
    let broken = |finding: &&Finding| finding.severity == Severity::Error && is_drawn(finding);
    let findings: Vec<String> = audit.findings.iter().filter(broken).map(ToString::to_string).collect();
    if !findings.is_empty() {
        bail!(
            "the plan was drawn but fails its audit, so it is not written (please report this)\n  {}",
            findings.join("\n  ")
        );
    }
    Ok(Some(audit))
}

/// Makes the folder and tries to write there, before the long work rather than after.
fn prepare(folder: &Path) -> Result<()> {
    let cannot = || format!("cannot write in {}", folder.display());
    std::fs::create_dir_all(folder).with_context(cannot)?;
    tempfile::tempfile_in(folder).map(drop).with_context(cannot)
}

fn write(folder: &Path, files: &[(&'static str, Vec<u8>)]) -> Result<()> {
    render::write_all(folder, files).with_context(|| format!("cannot write in {}", folder.display()))?;
    for name in render::FILE_NAMES {
        let stale = files.iter().all(|(written, _)| *written != name) && folder.join(name).exists();
        if stale {
            let path = folder.join(name);
            tell(&format!("note: {} is of an earlier run and was left alone", path.display()));
        }
    }
    Ok(())
}
