use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::ValueEnum;

use super::say;
use zonewerk_io::{profile_schema, proposal_schema, scenario_schema};
use zonewerk_report::{audit_schema, file_reference, rules_schema, schema_file};

/// Tell which keys files have, as a JSON Schema for editors and programs
///
/// Without a name: every key of scenarios, profiles and proposals with its meaning, in Markdown.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct SchemaArgs {
    /// Whose schema to print
    #[arg(value_enum)]
    of: Option<SchemaOf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum SchemaOf {
    /// A scenario file (.toml).
    Scenario,
    /// A rule profile (.toml).
    Profile,
    /// Changes to a plan (.toml), for `try`.
    Proposal,
    /// The answer of `audit --format json`.
    Audit,
    /// The answer of `rules --format json`.
    Rules,
}

const EXAMPLES: &str = "\
Examples:
  zonewerk schema > keys.md                           every key, to read
  zonewerk schema scenario > scenario.schema.json     for an editor: put the line
                                                      #:schema ./scenario.schema.json
                                                      at the top of your scenario
  zonewerk schema audit > audit.schema.json           for a program that reads audits

Exit code: 0 the schema was printed";

/// Prints a schema, or the reference of all keys.
///
/// # Errors
/// When nothing can be printed.
pub(super) fn run(args: SchemaArgs) -> Result<ExitCode> {
    let answer = match args.of {
        None => file_reference(),
        Some(SchemaOf::Scenario) => schema_file(&scenario_schema()),
        Some(SchemaOf::Profile) => schema_file(&profile_schema()),
        Some(SchemaOf::Proposal) => schema_file(&proposal_schema()),
        Some(SchemaOf::Audit) => audit_schema(),
        Some(SchemaOf::Rules) => rules_schema(),
    };
    say(answer).context("cannot write the schema")?;
    Ok(ExitCode::SUCCESS)
}
