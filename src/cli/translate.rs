use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use super::output::{prepare_file, print, refuse_inputs};
use super::{Format, say};
use zonewerk_core::translate::{translate_groups, translate_plan};
use zonewerk_io::{self as load, OldTable, TableContent};
use zonewerk_report::{groups_csv, plan_csv, translation_json, translation_text, write_whole};

/// Translate a plan or a table of groups into the codes after the scenario's mergers
///
/// Units that merged become one row where they agree. Where they do not, the new unit is
/// written in parts, one for each old unit, and the account lists the conflict.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct TranslateArgs {
    /// Table in codes from before the mergers: a plan (columns unit, zone and, where it has
    /// them, region, part and population) or groups (group, unit and, where it has it, part)
    table: PathBuf,

    /// Scenario with the mergers: a built-in name or a file
    #[arg(short, long, value_name = "SCENARIO")]
    scenario: Option<String>,

    /// File for the translated table; without it, the table is printed and the account
    /// goes to the error output
    #[arg(short, long, value_name = "FILE")]
    out: Option<PathBuf>,

    /// Form of the account
    #[arg(short, long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

const EXAMPLES: &str = "\
Examples:
  zonewerk translate plan-2019.csv --out plan-2025.csv    then: zonewerk audit plan-2025.csv
  zonewerk translate police-zones.csv --scenario mine.toml > new.csv

Exit code:
  0  translated without a conflict
  1  translated, with conflicts: a unit in several zones, or partly in a group
  2  not translated: wrong use, or input that could not be read";

/// Translates a table and gives the account.
///
/// # Errors
/// When the scenario or the table cannot be read, the scenario has no mergers, or the
/// table cannot be written.
pub(super) fn run(args: TranslateArgs) -> Result<ExitCode> {
    refuse_inputs(args.out.clone(), [args.table.clone()])?;
    args.out.as_deref().map_or(Ok(()), prepare_file)?;
    let scenario = load::scenario(args.scenario.as_deref())?;
    let territory = &scenario.territory;
    if territory.mergers.is_empty() {
        bail!("scenario {} has no mergers: there is nothing to translate to", scenario.name);
    }
    let name = args.table.display().to_string();
    let bytes = load::read_file(&args.table).with_context(|| format!("cannot read the table {name}"))?;
    let OldTable { layout, content } = load::read_old_table(&name, &bytes, territory)?;
    let (table, account) = match content {
        TableContent::Plan(plan) => {
            let (plan, account) = translate_plan(territory, &layout, &plan);
            (plan_csv(territory, &plan), account)
        }
        TableContent::Groups(groups) => {
            let (groups, account) = translate_groups(territory, &layout, &groups);
            (groups_csv(territory, &groups), account)
        }
    };
    let told = match args.format {
        Format::Text => translation_text(&account).into_bytes(),
        Format::Json => translation_json(&account),
    };
    match &args.out {
        Some(file) => {
            write_whole(file, &table).with_context(|| format!("cannot write {}", file.display()))?;
            say(told).context("cannot write the account")?;
        }
        None => {
            print(&table).context("cannot write the table")?;
            io::stderr().lock().write_all(&told).context("cannot write the account")?;
        }
    }
    Ok(if account.conflicts.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}
