use anyhow::{Result, bail};

use zonewerk_audit::{Audit, Finding, Severity, Standing, audit, rule};
use zonewerk_core::graph::Graph;
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{self, Regions};
use zonewerk_io::Scenario;
use zonewerk_solve::Solved;

/// The second opinion on the plan. A plan that breaks a rule which the optimiser keeps is
/// never shown as one; what it breaks of other rules is told with the plan.
pub(super) fn audited(scenario: &Scenario, graph: &Graph, solved: &Solved) -> Result<Option<Audit>> {
    solved.outcome.plan().map(|plan| audited_plan(scenario, graph, plan)).transpose()
}

/// The same of a plan.
pub(super) fn audited_plan(scenario: &Scenario, graph: &Graph, plan: &Plan) -> Result<Audit> {
    let audit = audit(&scenario.territory, graph, &scenario.problem, plan);
    let is_counted = !scenario.problem.zone_count.is_free();
    let nesting = ["group-straddles-zones", "zone-crosses-group"];
    // Given regions need not cover the territory: a zone outside all of them is told with the plan.
    let is_kept = |name: &str| match scenario.problem.regions {
        Regions::None => nesting.contains(&name),
        Regions::Given { .. } => problem::KEPT.contains(&name) && name != "zone-without-region",
        Regions::Drawn => problem::KEPT.contains(&name),
    };
    let is_drawn = |finding: &Finding| {
        rule(finding.rule).is_some_and(|rule| rule.standing == Standing::Always)
            || problem::DRAWN.contains(&finding.rule)
            || is_kept(finding.rule)
            || (is_counted && finding.rule == "wrong-number-of-zones")
    };
    let broken = |finding: &&Finding| finding.severity == Severity::Error && is_drawn(finding);
    let findings: Vec<String> = audit.findings.iter().filter(broken).map(ToString::to_string).collect();
    if !findings.is_empty() {
        bail!(
            "the plan was drawn but fails its audit, so it is not written (please report this)\n  {}",
            findings.join("\n  ")
        );
    }
    Ok(audit)
}
