//! Reads a scenario and the table of a plan, audits the plan and lists what was found. Ends with
//! 1 where the plan breaks a rule, so that a script can act on it.
//!
//! Run with `cargo run --release --example audit_a_plan [SCENARIO PLAN]`.

use std::error::Error;
use std::process::ExitCode;

use zonewerk::audit::{Audit, Severity, audit};
use zonewerk::io::{self, read_plan};

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let audit = match arguments.as_slice() {
        [] => audit_a_plan("examples/limburg/limburg.toml", "examples/limburg/zones_2019.csv")?,
        [scenario, plan] => audit_a_plan(scenario, plan)?,
        _ => return Err("expected a scenario and a plan, or nothing".into()),
    };
    Ok(if audit.is_compliant() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Prints what the audit of a plan found.
pub fn audit_a_plan(scenario: &str, plan: &str) -> Result<Audit, Box<dyn Error>> {
    // Every fault of the input is told at once, with file, line and field.
    let scenario = io::scenario(Some(scenario))?;
    let plan = read_plan(plan, &std::fs::read(plan)?, &scenario.territory)?;
    let graph = scenario.graph();
    let audit = audit(&scenario.instance(&graph)?, &plan);

    println!("{} rules checked", audit.checked.len());
    for severity in [Severity::Error, Severity::Warning, Severity::Info] {
        for finding in audit.findings.iter().filter(|finding| finding.severity == severity) {
            // A finding is data: rule, subject, found and required. Printed, it is a sentence.
            println!("{}: {}: {finding}", severity.name(), finding.rule);
        }
    }
    println!("{} rules could not be checked", audit.not_checked.len());
    Ok(audit)
}
