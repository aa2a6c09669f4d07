use super::Layer;
use crate::claim::goals_with_values;
use crate::text::{capital, margin};
use crate::{Results, Shown, audit};
use zonewerk_core::plan::Holding;
use zonewerk_core::words::{bounds, date, number, say};
use zonewerk_solve::Outcome;

/// How good the plan is, with its name where it has one.
pub(super) fn verdict(shown: &Shown, results: &Results, layers: &[Layer]) -> String {
    let language = shown.language;
    if let Some(known) = shown.backbone.filter(|_| layers.contains(&Layer::Backbone)) {
        let goal = shown.scenario.problem.objective.steps()[0].to_string();
        return say!(language, "map-backbone", margin = margin(known.within, language), goal = goal);
    }
    let zones = || say!(language, "found-zones", zones = shown.plan.zones.len());
    let judged = match (shown.solved, shown.audit()) {
        (Some(solve), _) => {
            let said = match solve.solved.outcome {
                Outcome::Optimal { .. } => say!(language, "map-optimal", zones = zones()),
                Outcome::Feasible { .. } => say!(language, "map-feasible", zones = zones()),
                Outcome::Infeasible { .. } => say!(language, "map-infeasible"),
                Outcome::Unknown { .. } => say!(language, "map-nothing-found"),
            };
            match solve.solved.outcome {
                Outcome::Optimal { .. } | Outcome::Feasible { .. } => {
                    format!("{said}; {}", goals_with_values(results, solve.solved, language))
                }
                Outcome::Infeasible { .. } | Outcome::Unknown { .. } => said,
            }
        }
        (None, Some(audit)) => format!("{}. {}", zones(), audit::verdict(audit, language)),
        (None, None) => zones(),
    };
    match shown.source.name.as_str() {
        "" => judged,
        name => {
            say!(language, "map-verdict", plan = capital(name), verdict = judged)
        }
    }
}

/// The people, the bounds, and where the numbers come from.
pub(super) fn basis(shown: &Shown) -> Vec<String> {
    let scenario = shown.scenario;
    let language = shown.language;
    let held = shown.plan.holdings.iter().filter(|(_, holding)| **holding != Holding::Unassigned);
    let held: Vec<_> = held.map(|(unit, _)| unit).collect();
    let units = if held.is_empty() { shown.graph.units().collect() } else { held };
    let people = number(language, scenario.territory.population(units));
    let day = scenario
        .population_date
        .parse()
        .map_or_else(|_| scenario.population_date.clone(), |day| date(language, day));
    let mut parts = vec![say!(language, "map-people", people = people, date = day)];
    let zone = scenario.problem.bounds();
    if let Some(bounds) = bounds(language, (zone.minimum() > 0).then_some(zone.minimum()), zone.maximum()) {
        parts.push(say!(language, "map-bounds", bounds = bounds));
    }
    vec![format!(
        "{}. {}",
        parts.join("; "),
        say!(
            language,
            "map-from",
            scenario = scenario.name.as_str(),
            profile = shown.profile().name.as_str()
        )
    )]
}
