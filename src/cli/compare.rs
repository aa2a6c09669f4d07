use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::ValueEnum;

use super::audit::profiles;
use super::output::{beside, ink, prepare_file, refuse_inputs};
use super::plan::{GivenPlan, given_plan};
use super::publishing::{Publishing, Showable, plan_name, refuse_without_map};
use super::say;
use zonewerk_audit::audit;
use zonewerk_core::compare::compare;
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{Instance, Profile};
use zonewerk_io::{self as load, PlanMapOptions, Scenario};
use zonewerk_report::{
    CompareForm, Compared, ComparedPlan, Judgement, Shown, ShownBase, ShownChange, compare_report,
    write_whole,
};

/// More plans than letters would be hard to tell apart.
const MOST_PLANS: usize = 26;

/// Put plans side by side: which zone continues which, who moves, what is contested
///
/// The first plan is the base of the others. Zones are matched such that the most people stay
/// with their zone. Plans in codes from before the scenario's mergers are translated.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct CompareArgs {
    /// Plans, two or more: tables (.csv) with the columns unit and zone, maps of units or of
    /// zones, or built-in scenarios, for their official plans
    #[arg(value_name = "PLAN", required = true, num_args = 2..)]
    plans: Vec<String>,

    /// Scenario whose units and exceptions hold: a built-in name or a file
    #[arg(short, long, value_name = "SCENARIO")]
    scenario: Option<String>,

    /// Rules to judge by: a built-in profile (call-2017, decree-2019, decree-2024) or a
    /// .toml file; may be given several times [default: the scenario's]
    #[arg(short, long = "profile", value_name = "PROFILE")]
    profiles: Vec<String>,

    /// Form of the comparison
    #[arg(short, long, value_enum, default_value_t = CompareFormat::Text)]
    format: CompareFormat,

    /// File for the comparison; without it, it is printed
    #[arg(short, long, value_name = "FILE")]
    out: Option<PathBuf>,

    /// List every contested unit, and the units that join and leave each zone
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    publishing: Publishing,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum CompareFormat {
    /// For a terminal.
    Text,
    /// Everything, for programs.
    Json,
    /// Markdown.
    Md,
    /// The units on a map, with their zone in each plan and whether they move.
    Geojson,
}

const EXAMPLES: &str = "\
Examples:
  zonewerk compare flanders-2019 flanders-2025       what the mergers of 2025 changed
  zonewerk compare flanders-2025 result/plan.csv     a plan of yours against the zones in force
  zonewerk compare flanders-2025 one.csv two.csv     two proposals, with what they agree on
  zonewerk compare flanders-2025 plan.csv --format geojson --out moved.geojson

Exit code:
  0  compared, whatever the difference: this is no verdict
  2  not compared: wrong use, or input that could not be read";

/// Compares plans and prints the comparison, or writes it to a file.
///
/// # Errors
/// When the scenario, a profile or a plan cannot be read, or the file cannot be written.
pub(super) fn run(args: CompareArgs) -> Result<ExitCode> {
    if args.plans.len() > MOST_PLANS {
        bail!("{} plans: at most {MOST_PLANS} can be compared at once", args.plans.len());
    }
    let language = args.publishing.lang.into();
    let mut scenario = load::scenario(args.scenario.as_deref())?;
    let (profiles, mut inputs) = profiles(&args.profiles, &scenario)?;
    let options = PlanMapOptions::default();
    let read = |name: &String| given_plan(Some(name), &scenario, &options, language);
    let given: Vec<GivenPlan> = args.plans.iter().map(read).collect::<Result<_>>()?;
    if args.publishing.is_asked() && args.plans.len() != 2 {
        bail!("--map, --report and --gis show one plan against another: give two plans");
    }
    let of_scenario = scenario.inputs.iter().map(|file| file.name.as_str());
    let mut files = beside(Path::new(args.scenario.as_deref().unwrap_or_default()), of_scenario);
    let read = inputs.iter().chain(given.iter().flat_map(|plan| &plan.inputs));
    files.extend(read.map(|file| PathBuf::from(&file.name)));
    files.extend(args.plans.iter().chain(&args.profiles).map(PathBuf::from));
    refuse_inputs(args.out.clone(), files.clone())?;
    args.out.as_deref().map_or(Ok(()), prepare_file)?;
    if args.format == CompareFormat::Geojson {
        refuse_without_map(&scenario, "--format geojson")?;
    }
    let showable = Showable { scenario: &scenario, has_base: true, has_backbone: false };
    args.publishing.prepare(files, args.out.clone(), showable)?;
    for plan in &given {
        inputs.extend(plan.inputs.iter().filter(|file| !inputs.contains(file)).cloned().collect::<Vec<_>>());
    }
    scenario.problem.base = given.first().map(|plan| plan.plan.clone());
    let graph = scenario.graph();
    let plans: Vec<&Plan> = given.iter().map(|plan| &plan.plan).collect();
    let comparison = compare(&scenario.territory, &graph, &plans);
    let judge = |profile: &Profile, plan: &Plan| -> Result<Judgement> {
        let problem = scenario.under(profile.clone());
        let audit = audit(&Instance::new(&scenario.territory, &graph, &problem)?, plan);
        Ok(Judgement { profile: problem.profile, audit })
    };
    let compared_plans = given.iter().map(|given| {
        let judgements = profiles.iter().map(|profile| judge(profile, &given.plan)).collect::<Result<_>>()?;
        Ok(ComparedPlan::new(&scenario, &graph, &given.plan, given.source.clone(), judgements))
    });
    let compared = Compared {
        scenario: &scenario,
        graph: &graph,
        comparison: &comparison,
        plans: compared_plans.collect::<Result<_>>()?,
        inputs,
        language,
    };
    let form = match args.format {
        CompareFormat::Text => CompareForm::Text(ink()),
        CompareFormat::Json => CompareForm::Json,
        CompareFormat::Md => CompareForm::Markdown,
        CompareFormat::Geojson => CompareForm::GeoJson,
    };
    let report = compare_report(&compared, form, args.all);
    if let Some(file) = &args.out {
        write_whole(file, &report).with_context(|| format!("cannot write {}", file.display()))?;
    }
    if let ([before, after], true) = (&given[..], args.publishing.is_asked()) {
        let mut problem = scenario.problem.clone();
        problem.profile = profiles[0].clone();
        let judged = Scenario { problem, ..scenario.clone() };
        let mut shown = Shown::new(&judged, &graph, &after.plan, language);
        shown.source = after.source.clone();
        shown.source.name = plan_name(&after.source.name, &scenario, language);
        shown.judgements =
            profiles.iter().map(|profile| judge(profile, &after.plan)).collect::<Result<_>>()?;
        shown.inputs = compared.inputs.clone();
        shown.base =
            Some(ShownBase { plan: &before.plan, name: plan_name(&before.source.name, &scenario, language) });
        shown.change = Some(ShownChange::Compared(&compared));
        args.publishing.write(&shown)?;
    }
    if args.out.is_none() {
        say(report).context("cannot write the comparison")?;
    }
    Ok(ExitCode::SUCCESS)
}
