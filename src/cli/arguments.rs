//! The command line as it was typed.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser};

use super::{COULD_NOT_TELL, Cli, tell};
use zonewerk_core::words::{visible, visible_lines};

/// Reads the arguments. Help is printed, and so is what is wrong with them.
///
/// # Errors
/// With the exit code where there is nothing left to do.
pub(super) fn read() -> Result<Cli, ExitCode> {
    let typed: Vec<OsString> = std::env::args_os().collect();
    let error = match Cli::try_parse_from(&typed) {
        Ok(cli) => return Ok(cli),
        Err(error) => error,
    };
    // Errors repeat what was typed, among colours of their own: they are asked for once more, of
    // arguments that are safe to show.
    let shown: Vec<String> = typed.iter().map(|one| visible(&one.to_string_lossy()).into_owned()).collect();
    let is_safe = typed.iter().zip(&shown).all(|(typed, shown)| typed.as_os_str() == shown.as_str());
    let error = if is_safe {
        error
    } else {
        let mut command = Cli::command();
        let parsed = command.try_get_matches_from_mut(&shown);
        match parsed.and_then(|matches| Cli::from_arg_matches(&matches)) {
            Err(error) => error,
            Ok(_) => {
                tell(&visible_lines(&error.to_string()));
                return Err(ExitCode::from(COULD_NOT_TELL));
            }
        }
    };
    let code = match error.print() {
        Ok(()) => u8::try_from(error.exit_code()).unwrap_or(COULD_NOT_TELL),
        Err(_) => COULD_NOT_TELL,
    };
    Err(ExitCode::from(code))
}
