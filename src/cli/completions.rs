use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::CommandFactory;
use clap_complete::{Shell, generate};

use super::Cli;
use super::output::print;

/// Print a script by which a shell completes commands and options
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

const EXAMPLES: &str = "\
Examples:
  bash        zonewerk completions bash > ~/.local/share/bash-completion/completions/zonewerk
  zsh         zonewerk completions zsh > ~/.zfunc/_zonewerk
              with this in ~/.zshrc: fpath+=~/.zfunc; autoload -Uz compinit; compinit
  fish        zonewerk completions fish > ~/.config/fish/completions/zonewerk.fish
  elvish      zonewerk completions elvish > ~/.config/elvish/lib/zonewerk.elv
              with this in ~/.config/elvish/rc.elv: use zonewerk
  powershell  zonewerk completions powershell >> $PROFILE

Each shell looks there from its next start on. Make the folder first where it is not there (mkdir -p).

Exit code: 0 the script was printed";

/// Prints the script.
///
/// # Errors
/// When nothing can be printed.
pub(super) fn run(args: CompletionsArgs) -> Result<ExitCode> {
    let mut script = Vec::new();
    generate(args.shell, &mut Cli::command(), "zonewerk", &mut script);
    print(&script).context("cannot write the script")?;
    Ok(ExitCode::SUCCESS)
}
