//! What it costs to mend each straddle of a plan: the question is asked again for each group that
//! is straddled, with that group bound.

use anyhow::{Context, Result, bail};

use super::asking::Asker;
use super::audited::audited;
use zonewerk_core::graph::Graph;
use zonewerk_core::territory::GroupFamily;
use zonewerk_io::Scenario;
use zonewerk_report::Mending;
use zonewerk_solve::Solved;
use zonewerk_solve::zones::{bound_to_group, straddled_groups};

/// The family of a name.
pub(super) fn family<'a>(scenario: &'a Scenario, name: &str) -> Result<&'a GroupFamily> {
    let families = &scenario.territory.families;
    let known = families.iter().find(|family| family.name == name);
    known.with_context(|| {
        let names: Vec<&str> = families.iter().map(|family| family.name.as_str()).collect();
        let has = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
        format!("--mend {name}: no such family of groups in the scenario, which has {has}")
    })
}

/// Solves once for each group of a family that the plan straddles, in the order of their names.
pub(super) fn mendings(
    asker: &Asker,
    scenario: &Scenario,
    graph: &Graph,
    solved: &Solved,
    family: &GroupFamily,
) -> Result<Vec<Mending>> {
    let Some(plan) = solved.outcome.plan() else { return Ok(Vec::new()) };
    let mut mendings = Vec::new();
    for straddled in straddled_groups(&scenario.territory, family, plan) {
        let (territory, problem) =
            bound_to_group(&scenario.territory, &scenario.problem, family, straddled.group);
        let bound = Scenario { territory, problem, ..scenario.clone() };
        let group = family.groups[straddled.group].name.clone();
        let solved = (!asker.is_stopped()).then(|| asker.solve(&bound, graph)).transpose()?;
        if let Some(mended) = &solved {
            audited(&bound, graph, mended)?;
            let left = mended.outcome.plan().map(|plan| straddled_groups(&bound.territory, family, plan));
            if left.is_some_and(|left| left.iter().any(|left| left.group == straddled.group)) {
                bail!("a plan was drawn that straddles {group} and was not to (please report this)");
            }
        }
        let zones = straddled.zones.iter().map(|&zone| plan.zones[zone].name.clone()).collect();
        mendings.push(Mending { group, zones, people: straddled.people, solved });
    }
    Ok(mendings)
}
