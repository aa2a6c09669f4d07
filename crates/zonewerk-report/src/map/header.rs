use super::Layer;
use crate::claim::goals_with_values;
use crate::summary::verdict_line;
use crate::text::{capital, margin};
use crate::{Results, Shown, audit};
use zonewerk_core::plan::Holding;
use zonewerk_core::words::{Language, bounds, date, number, say};
use zonewerk_solve::Outcome;

/// How good the plan is, with its name where it has one.
pub(super) fn verdict(shown: &Shown, results: &Results, layers: &[Layer]) -> String {
    let language = shown.language;
    if let Some(known) = shown.backbone.filter(|_| layers.contains(&Layer::Backbone)) {
        let goal = shown.scenario.problem.objective.steps()[0].to_string();
        let values = [("margin", margin(known.within, language).into()), ("goal", goal.into())];
        return say(language, "map-backbone", &values);
    }
    let zones = || say(language, "found-zones", &[("zones", shown.plan.zones.len().into())]);
    let judged = match (shown.solved, shown.audit()) {
        (Some(solve), _) if language == Language::English => verdict_line(results, solve.solved),
        (Some(solve), _) => {
            let message = match solve.solved.outcome {
                Outcome::Optimal { .. } => "map-optimal",
                Outcome::Feasible { .. } => "map-feasible",
                Outcome::Infeasible { .. } => "map-infeasible",
                Outcome::Unknown { .. } => "map-nothing-found",
            };
            let said = say(language, message, &[("zones", zones().into())]);
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
            let values = [("plan", capital(name).into()), ("verdict", judged.into())];
            say(language, "map-verdict", &values)
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
    let mut parts = vec![say(language, "map-people", &[("people", people.into()), ("date", day.into())])];
    let zone = scenario.problem.bounds();
    if let Some(bounds) = bounds(language, (zone.minimum() > 0).then_some(zone.minimum()), zone.maximum()) {
        parts.push(say(language, "map-bounds", &[("bounds", bounds.into())]));
    }
    let names =
        [("scenario", scenario.name.as_str().into()), ("profile", shown.profile().name.as_str().into())];
    vec![format!("{}. {}", parts.join("; "), say(language, "map-from", &names))]
}
