use anyhow::{Result, bail};

use zonewerk_audit::{Audit, Finding, Severity, audit};
use zonewerk_core::graph::Graph;
use zonewerk_core::plan::Plan;
use zonewerk_io::Scenario;
use zonewerk_solve::{Solved, keeps};

/// The second opinion on the plan. A plan that breaks a rule which the optimiser keeps is
/// never shown as one; what it breaks of other rules is told with the plan.
pub(super) fn audited(scenario: &Scenario, graph: &Graph, solved: &Solved) -> Result<Option<Audit>> {
    solved.outcome.plan().map(|plan| audited_plan(scenario, graph, plan)).transpose()
}

/// The same of a plan.
pub(super) fn audited_plan(scenario: &Scenario, graph: &Graph, plan: &Plan) -> Result<Audit> {
    let audit = audit(&scenario.instance(graph)?, plan);
    let broken =
        |finding: &&Finding| finding.severity == Severity::Error && keeps(finding.rule, &scenario.problem);
    let findings: Vec<String> = audit.findings.iter().filter(broken).map(ToString::to_string).collect();
    if !findings.is_empty() {
        bail!(
            "the plan was drawn but fails its audit, so it is not written (please report this)\n  {}",
            findings.join("\n  ")
        );
    }
    Ok(audit)
}
