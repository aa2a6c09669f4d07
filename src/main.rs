//! The program `zonewerk`.

use std::process::ExitCode;

#[cfg(any(target_os = "linux", target_os = "android"))]
mod closed_output;

fn main() -> ExitCode {
    #[cfg(any(target_os = "linux", target_os = "android"))]
    if closed_output::was_closed() {
        return zonewerk::cli::refuse_closed_output();
    }
    zonewerk::cli::main()
}
