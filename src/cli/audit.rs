use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::{Format, say};
use crate::audit::audit;
use crate::load::{self, Scenario};
use crate::plan::Plan;
use crate::render::{Results, audit_json, audit_text};
use anyhow::{Context, Result, anyhow};

/// Judge a plan by every rule, independently of how it was made
///
/// Says of each rule whether the plan keeps it, which zones and units break it and by
/// how much, and what could not be checked and why.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct AuditArgs {
    /// Plan to judge: a CSV file with the columns unit, zone and, where it has them,
    /// region, part and population; without it, the scenario's official plan
    plan: Option<PathBuf>,

    /// Scenario whose units and rules hold: a built-in name or a file
    #[arg(short, long, value_name = "SCENARIO")]
    scenario: Option<String>,

    /// Form of the report
    #[arg(short, long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

const EXAMPLES: &str = "\
Examples:
  zonewerk audit                                    the zones in force in Flanders
  zonewerk audit --scenario flanders-2019           those before the mergers of 2025
  zonewerk audit plan.csv                           a plan of yours
  zonewerk audit plan.csv --format json > audit.json

Exit code:
  0  the plan breaks no rule that was checked
  1  the plan breaks a rule
  2  could not tell: wrong use, or input that could not be read";

/// Audits a plan and prints the report.
///
/// # Errors
/// When the scenario or the plan cannot be read, or there is no plan to judge.
pub(super) fn run(args: AuditArgs) -> Result<ExitCode> {
    let scenario = load::scenario(args.scenario.as_deref())?;
    let plan = match &args.plan {
        Some(file) => read_plan(file, &scenario)?,
        None => official_plan(&scenario)?,
    };
    let graph = scenario.graph();
    let audit = audit(&scenario.territory, &graph, &scenario.problem, &plan);
    let results = Results::of_plan(&scenario, &graph, &plan, Some(&audit));
    let report = match args.format {
        Format::Text => audit_text(&results).into_bytes(),
        Format::Json => audit_json(&results),
    };
    say(report).context("cannot write the report")?;
    Ok(if audit.is_compliant() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn read_plan(file: &Path, scenario: &Scenario) -> Result<Plan> {
    let name = file.display().to_string();
    let bytes = fs::read(file).with_context(|| format!("cannot read the plan {name}"))?;
    Ok(load::read_plan(&name, &bytes, &scenario.territory)?)
}

fn official_plan(scenario: &Scenario) -> Result<Plan> {
    let missing = || anyhow!("scenario {} names no official plan: give a plan to audit", scenario.name);
    scenario.official_plan.clone().ok_or_else(missing)
}
