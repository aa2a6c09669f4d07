//! The program `zonewerk`.

use std::process::ExitCode;

fn main() -> ExitCode {
    zonewerk::cli::main()
}
