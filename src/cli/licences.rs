use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Args;

use super::say;

/// Print the licences of all that this program carries
///
/// Zonewerk itself first, then each library, HiGHS, SQLite and the fonts: what must go along with
/// a copy of the program.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  zonewerk licences > NOTICES.txt

Exit code: 0 the licences were printed.")]
pub(super) struct LicencesArgs {}

/// Prints the licences.
///
/// # Errors
/// When nothing can be printed.
pub(super) fn run(_: LicencesArgs) -> Result<ExitCode> {
    const OWN: &str = include_str!("../../LICENSE");
    const OF_OTHERS: &str = include_str!("../../THIRD-PARTY-NOTICES.txt");
    say(format!("{OWN}\n{OF_OTHERS}")).context("cannot write the licences")?;
    Ok(ExitCode::SUCCESS)
}
