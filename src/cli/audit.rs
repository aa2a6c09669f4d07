use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use jiff::civil::Date;

use super::drift::drift_report;
use super::input::metres;
use super::output::{beside, ink};
use super::plan::{given_plan, official_name};
use super::publishing::{Publishing, Showable, plan_name, refuse_without_map};
use super::say;
use zonewerk_audit::audit;
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{Instance, Profile};
use zonewerk_io::{self as load, PlanMapOptions, Scenario};
use zonewerk_report::{
    AuditForm, Audited, DriftForm, Judgement, Limits, Shown, ShownBase, audit_report, audit_schema,
};

/// Judge a plan by every rule, independently of how it was made
///
/// Says of each rule whether the plan keeps it, which zones and units break it and by
/// how much, where the rule is written, and what could not be checked and why. Several
/// profiles stand side by side: the same plan can keep one and break another.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct AuditArgs {
    /// Plan to judge: a table (.csv) with the columns unit, zone and, where it has them,
    /// region, part and population; or a map (GeoJSON, TopoJSON, .shp, GeoPackage) of units with their zones, or
    /// of zones alone; or a built-in scenario, for its official plan; without it, the
    /// scenario's official plan
    plan: Option<String>,

    /// Scenario whose units and exceptions hold: a built-in name or a file
    #[arg(short, long, value_name = "SCENARIO")]
    scenario: Option<String>,

    /// Rules to judge by: a built-in profile (call-2017, decree-2019, decree-2024) or a
    /// .toml file; may be given several times [default: the scenario's]
    #[arg(short, long = "profile", value_name = "PROFILE")]
    profiles: Vec<String>,

    /// Form of the report
    #[arg(short, long, value_enum, default_value_t = AuditFormat::Text)]
    format: AuditFormat,

    /// Layer of the map of a plan, where it has several
    #[arg(long, help_heading = "Plan as a map")]
    layer: Option<String>,

    /// Coordinate reference system of the map, such as EPSG:31370, whatever it says itself
    #[arg(long, help_heading = "Plan as a map")]
    crs: Option<String>,

    /// Encoding of its texts, such as windows-1252, where it does not say
    #[arg(long, help_heading = "Plan as a map")]
    encoding: Option<String>,

    /// Column with the unit code: each feature is a unit [default: unit, code, or one of codes]
    #[arg(long, value_name = "COLUMN", help_heading = "Plan as a map")]
    unit_column: Option<String>,

    /// Column with the zone [default: zone or name]
    #[arg(long, value_name = "COLUMN", help_heading = "Plan as a map")]
    zone_column: Option<String>,

    /// How wide differences between the borders of zones and units may be before they count
    /// [default: from the map itself]
    #[arg(long, value_name = "METRES", value_parser = metres, help_heading = "Plan as a map")]
    tolerance: Option<f64>,

    /// First day that the plan holds, such as 2025-01-01, for rules that ask for it
    #[arg(long, value_name = "DATE", value_parser = day)]
    date: Option<Date>,

    /// Say instead what becomes of the zones at other dates, and when each would cross a
    /// bound: a table (.csv) with the columns unit, date and population, a row for each unit
    /// at each date; a year alone is its first day
    #[arg(long, value_name = "FILE")]
    population: Option<PathBuf>,

    /// List every finding, however many a rule has
    #[arg(long)]
    all: bool,

    /// Print the JSON Schema of the JSON report instead, and judge nothing
    #[arg(long, exclusive = true)]
    schema: bool,

    #[command(flatten)]
    publishing: Publishing,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum AuditFormat {
    /// For a terminal.
    Text,
    /// Everything, for programs.
    Json,
    /// Markdown.
    Md,
    /// One web page.
    Html,
    /// The zones on a map, with their verdicts.
    Geojson,
}

const EXAMPLES: &str = "\
Examples:
  zonewerk audit                                     the zones in force in Flanders
  zonewerk audit --scenario flanders-2019            those before the mergers of 2025
  zonewerk audit flanders-2019                       those, laid over the municipalities of 2025
  zonewerk audit plan.csv                            a plan of yours
  zonewerk audit zones.geojson                       a map of zones: the units each of them covers
  zonewerk audit -p call-2017 -p decree-2019 -p decree-2024
                                                     three sets of rules side by side
  zonewerk audit plan.csv --format html --lang nl > beoordeling.html
  zonewerk audit plan.csv --format geojson > zones.geojson
  zonewerk audit --population projections.csv        which zones leave their bounds, and when

Exit code:
  0  the plan breaks no rule that was checked, under any of the profiles; with
     --population always, as that is no verdict
  1  the plan breaks a rule
  2  could not tell: wrong use, or input that could not be read";

pub(super) fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "expected a day such as 2025-01-01".to_owned())
}

/// Audits a plan and prints the report.
///
/// # Errors
/// When the scenario, a profile or the plan cannot be read, or there is no plan to judge.
pub(super) fn run(args: AuditArgs) -> Result<ExitCode> {
    if args.schema {
        say(audit_schema()).context("cannot write the schema")?;
        return Ok(ExitCode::SUCCESS);
    }
    let scenario = load::scenario(args.scenario.as_deref())?;
    let language = args.publishing.lang.into();
    let (profiles, mut inputs) = profiles(&args.profiles, &scenario)?;
    let map = PlanMapOptions {
        layer: args.layer,
        encoding: args.encoding,
        crs: args.crs,
        unit: args.unit_column,
        zone: args.zone_column,
        tolerance_m: args.tolerance,
    };
    let given = given_plan(args.plan.as_deref(), &scenario, &map, language)?;
    if args.format == AuditFormat::Geojson {
        refuse_without_map(&scenario, "--format geojson")?;
    }
    let plan = Plan { date: args.date.or(given.plan.date), ..given.plan };
    // The drift through other years, a projection and no verdict, in place of the audit.
    if let Some(file) = &args.population {
        let form = match args.format {
            AuditFormat::Text => DriftForm::Text(ink()),
            AuditFormat::Json => DriftForm::Json,
            AuditFormat::Md => DriftForm::Markdown,
            AuditFormat::Html => DriftForm::Html,
            AuditFormat::Geojson => bail!("--population has no map: give another --format"),
        };
        if args.publishing.is_asked() {
            bail!("--population has no --map, --report or --gis: give a --format");
        }
        let named = (&plan, given.source.name.as_str());
        say(drift_report(&scenario, profiles, named, file, (form, language))?)
            .context("cannot write the report")?;
        return Ok(ExitCode::SUCCESS);
    }
    let named = args.plan.iter().chain(&args.profiles).map(PathBuf::from);
    let files = scenario.inputs.iter().map(|file| file.name.as_str());
    let files = beside(Path::new(args.scenario.as_deref().unwrap_or_default()), files);
    let official = scenario.official_plan.as_ref();
    let other = official.filter(|official| official.holdings != plan.holdings);
    let showable = Showable { scenario: &scenario, has_base: other.is_some(), has_backbone: false };
    args.publishing.prepare(files.into_iter().chain(named), [], showable)?;
    let graph = scenario.graph();
    let judge = |profile: Profile| -> Result<Judgement> {
        let problem = scenario.under(profile);
        let audit = audit(&Instance::new(&scenario.territory, &graph, &problem)?, &plan);
        Ok(Judgement { profile: problem.profile, audit })
    };
    inputs.extend(given.inputs);
    let audited = Audited {
        scenario: &scenario,
        graph: &graph,
        plan: &plan,
        source: given.source,
        judgements: profiles.into_iter().map(judge).collect::<Result<_>>()?,
        inputs,
    };
    let (form, usual) = match args.format {
        AuditFormat::Text => (AuditForm::Text(ink()), Limits::SHORT),
        AuditFormat::Json => (AuditForm::Json, Limits::NONE),
        AuditFormat::Md => (AuditForm::Markdown, Limits::LONG),
        AuditFormat::Html => (AuditForm::Html, Limits::LONG),
        AuditFormat::Geojson => (AuditForm::GeoJson, Limits::NONE),
    };
    let limits = if args.all { Limits::NONE } else { usual };
    let report = audit_report(&audited, form, language, limits);
    if args.publishing.is_asked() {
        let profile = audited.judgements.first().map(|judgement| judgement.profile.clone());
        let problem = profile.map_or_else(|| scenario.problem.clone(), |own| scenario.problem.under(own));
        let judged = Scenario { problem, ..scenario.clone() };
        let mut shown = Shown::new(&judged, &graph, &plan, language);
        shown.source = audited.source.clone();
        shown.source.name = plan_name(&audited.source.name, &scenario, language);
        shown.judgements = audited.judgements.clone();
        shown.inputs = audited.inputs.clone();
        shown.base = other.map(|plan| ShownBase { plan, name: official_name(&scenario.name, language) });
        args.publishing.write(&shown)?;
    }
    say(report).context("cannot write the report")?;
    Ok(if audited.is_compliant() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// The profiles to judge by, with the files they came from. That of the scenario keeps the
/// numbers that the scenario changes.
pub(super) fn profiles(
    names: &[String],
    scenario: &Scenario,
) -> Result<(Vec<Profile>, Vec<load::InputFile>)> {
    let own = &scenario.problem.profile;
    if names.is_empty() {
        return Ok((vec![own.clone()], Vec::new()));
    }
    let (mut profiles, mut inputs): (Vec<Profile>, Vec<load::InputFile>) = (Vec::new(), Vec::new());
    for name in names {
        if *name == own.name {
            profiles.push(own.clone());
            continue;
        }
        let (profile, files) = load::profile(name)?;
        // The scenario's own by its file is what it is by its name: with the scenario's numbers.
        let is_read = |file: &load::InputFile| scenario.inputs.iter().any(|read| read.sha256 == file.sha256);
        let is_own = profile.name == own.name && files.iter().all(is_read);
        if is_own {
            profiles.push(own.clone());
            continue;
        }
        profiles.push(profile);
        inputs.extend(files);
    }
    for (place, profile) in profiles.iter().enumerate() {
        // Columns of GIS files carry the name, without case and with one kind of dash.
        let column = |profile: &Profile| profile.name.to_lowercase().replace('-', "_");
        let alike = profiles[..place].iter().find(|before| column(before) == column(profile));
        match alike {
            Some(before) if before.name == profile.name => {
                bail!("two profiles are called {}: give each once", profile.name)
            }
            Some(before) => bail!(
                "profiles {} and {} have names that files cannot tell apart: give one another name",
                before.name,
                profile.name
            ),
            None => {}
        }
    }
    let mut seen = BTreeSet::new();
    inputs.retain(|file| seen.insert(file.sha256.clone()));
    Ok((profiles, inputs))
}
