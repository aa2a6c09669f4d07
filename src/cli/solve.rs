use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};

use super::asking::{Asker, Asking};
use super::audited::audited;
use super::folder::{prepare, write_results};
use super::mend;
use super::output::{beside, ink, refuse_inputs, tell};
use super::publishing::{Publishing, Showable, base_of, judgements, prepare_beside, refuse_twice};
use super::reading::refuse_unclear;
use super::wishes::Wishes;
use super::{COULD_NOT_TELL, Format, say};
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::Regions;
use zonewerk_io::{self as load, Scenario};
use zonewerk_report::{self as render, FileFormat, ReportJson, Results, Shown, ShownSolve};
use zonewerk_solve::{DesignOrder, Engine, Outcome};

/// Draw the best zones of a scenario, and prove that they are best
///
/// Prints a summary and, with --out, writes report.html, map.svg, plan.csv, zones.gpkg,
/// zones.geojson, units.geojson and report.json. Ctrl-C keeps the best plan so far.
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

Goals: border-length, cut-edges, inertia, distance-to-centre,
squared-distance-to-centre, squared-deviation, absolute-deviation, largest-deviation,
people-moved, crossings(FAMILY), crossings(FAMILY, people), straddles(FAMILY[, people][, weak]), zones-crossing(FAMILY),
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
    #[command(flatten)]
    wishes: Wishes,
    /// Plan that people move from: a table or map of a plan, or a built-in scenario
    /// [default: the scenario's]
    #[arg(long, value_name = "PLAN")]
    base: Option<String>,
    /// In which order to draw zones and regions, where the scenario has them drawn
    #[arg(long, value_enum, default_value_t = OrderName::Jointly)]
    order: OrderName,
    /// Tell of each group of this family that the plan straddles what it costs to mend that
    #[arg(long, value_name = "FAMILY")]
    mend: Option<String>,
    /// Write the flows or prices that prove the bound (.json), where they do: whole numbers that
    /// anybody can check, as docs/proof.md says
    #[arg(long, value_name = "FILE", value_parser = proof_file)]
    proof: Option<PathBuf>,
    #[command(flatten)]
    asking: Asking,
    /// How to print the answer
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    publishing: Publishing,
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

/// Why there is no file.
const NO_FILE: &str = "neither flows nor prices prove the bound of this answer; they can where the engine is search, the \
                       first goal is border-length or cut-edges, and sums or branches do not prove as much";

fn proof_file(file: &str) -> Result<PathBuf, String> {
    match Path::new(file).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json")) {
        true => Ok(PathBuf::from(file)),
        false => Err("expected a name that ends in .json".to_owned()),
    }
}

pub(super) fn run(args: SolveArgs) -> Result<ExitCode> {
    let mut scenario = load::scenario(Some(&args.scenario))?;
    let names = scenario.inputs.iter().map(|file| file.name.as_str());
    let mut inputs = beside(Path::new(&args.scenario), names);
    inputs.extend(args.base.iter().map(PathBuf::from));
    if let Some(folder) = &args.out {
        refuse_inputs(render::FILE_NAMES.map(|name| folder.join(name)), inputs.clone())?;
    }
    args.wishes.put(args.base.as_deref(), &mut scenario)?;
    refuse_unclear(&args.scenario, &scenario)?;
    let order = order(&args, &scenario)?;
    let family = args.mend.as_ref().map(|name| mend::family(&scenario, name)).transpose()?;
    if let Some(folder) = &args.out {
        prepare(folder, render::FILE_NAMES)?;
    }
    let has_base = scenario.problem.base.is_some();
    let showable = Showable { scenario: &scenario, has_base, has_backbone: false };
    let others = args.out.iter().flat_map(|folder| render::FILE_NAMES.map(|name| folder.join(name)));
    let others: Vec<PathBuf> = others.collect();
    args.publishing.prepare(inputs.clone(), others.iter().chain(&args.proof).cloned(), showable)?;
    if let Some(file) = &args.proof {
        refuse_inputs([file.clone()], inputs)?;
        refuse_twice(file, &others)?;
        prepare_beside(file, &others)?;
    }
    let graph = scenario.graph();
    let asker =
        Asker::start(&args.asking, &scenario.problem.objective, args.publishing.lang.into())?.in_order(order);
    let is_compared = args.order == OrderName::Compare;
    let orders = is_compared.then(|| asker.in_orders(&scenario, &graph)).transpose()?;
    let solved = orders
        .as_ref()
        .map_or_else(|| asker.solve(&scenario, &graph), |orders| Ok(orders.jointly.clone()))?;
    for solved in orders.iter().flat_map(|orders| [&orders.zones_first, &orders.regions_first]) {
        audited(&scenario, &graph, solved)?;
    }
    let audit = audited(&scenario, &graph, &solved)?;
    let mendings =
        family.map(|family| mend::mendings(&asker, &scenario, &graph, &solved, family)).transpose()?;
    asker.watch.finish();
    let mut results = Results::of_solve(&scenario, &graph, &solved, audit.as_ref(), args.asking.seed);
    let language = args.publishing.lang.into();
    results.language = language;
    results.orders = orders.as_ref();
    results.mendings = mendings.as_deref();
    let empty = Plan::empty(graph.len());
    let plan = solved.outcome.plan().unwrap_or(&empty);
    let mut shown = Shown::new(&scenario, &graph, plan, language);
    shown.solved = Some(ShownSolve { solved: &solved, seed: args.asking.seed });
    shown.judgements = judgements(&scenario, audit.as_ref());
    shown.base = base_of(&scenario, args.base.as_deref(), language);
    let mut made = args.publishing.make(&shown)?;
    if let Some(file) = &args.proof {
        match render::bound_proof(&scenario, &solved) {
            Some(proof) => made.files.push((file.clone(), proof)),
            None => {
                tell(&format!("{} is not written: {NO_FILE}", file.display()));
                made.stale.extend(file.symlink_metadata().is_ok().then(|| file.clone()));
            }
        }
    }
    match &args.out {
        Some(folder) => write_results(folder, render::files(&shown, &results)?, made)?,
        None => made.write()?,
    }
    match args.format {
        Format::Text => say(render::summary(&results, ink()))?,
        Format::Json => say(ReportJson.bytes(&results).unwrap_or_default())?,
    }
    Ok(match solved.outcome {
        Outcome::Optimal { .. } | Outcome::Feasible { .. } => ExitCode::SUCCESS,
        Outcome::Infeasible { .. } => ExitCode::FAILURE,
        Outcome::Unknown { .. } => ExitCode::from(COULD_NOT_TELL),
    })
}

/// In which order to draw zones and regions.
fn order(args: &SolveArgs, scenario: &Scenario) -> Result<DesignOrder> {
    if args.order != OrderName::Jointly && scenario.problem.regions != Regions::Drawn {
        bail!(
            "--order asks in which order to draw zones and regions; the scenario has no regions drawn ([regions] drawn = true)"
        );
    }
    let others = args.asking.engine.map(Engine::from).filter(|&engine| engine != Engine::Cover);
    if let Some(engine) = others.filter(|_| args.order != OrderName::Jointly) {
        bail!("--order: the {} engine does not draw regions", engine.name());
    }
    Ok(match args.order {
        OrderName::Jointly | OrderName::Compare => DesignOrder::Jointly,
        OrderName::ZonesFirst => DesignOrder::ZonesFirst,
        OrderName::RegionsFirst => DesignOrder::RegionsFirst,
    })
}
