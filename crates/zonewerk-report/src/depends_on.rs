//! What a plan depends on, in words.

use super::infeasibility::{NAMES_SHOWN, bounds, unit_names};
use super::pins::pin_line;
use super::text::{NO_REASON, count, date, list, thousands};
use super::{Results, ZoneResult};
use zonewerk_core::graph::Contiguity;
use zonewerk_core::problem::{Excepted, Exception, Goal, RuleId, Severity};
use zonewerk_core::territory::MergerStatus;
use zonewerk_core::words::Language;
use zonewerk_io::Scenario;

/// What the plan rests on: bounds, what is given, asked or excepted, and what makes neighbours.
pub(super) fn dependencies(results: &Results, zones: &[ZoneResult]) -> Vec<String> {
    let scenario = results.scenario;
    let mut lines = vec![format!(
        "bounds: {} inhabitants a zone, population of {} (scenario {}, profile {})",
        bounds(scenario.problem.bounds()),
        date(&scenario.population_date),
        scenario.name,
        scenario.problem.profile.name
    )];
    lines.extend(questions(scenario));
    for fixed in &scenario.problem.fixed_zones {
        lines.push(format!("fixed zone {}: {}", fixed.name, fixed.reason));
    }
    lines.extend(scenario.problem.pins.iter().map(|pin| pin_line(scenario, pin)));
    let mergers = &scenario.territory.planned_mergers;
    let profile = &scenario.problem.profile;
    let binds = zonewerk_audit::severity(RuleId::DecidedMergerSplit, profile) == Some(Severity::Error);
    for merger in mergers.iter().filter(|merger| binds && merger.status == MergerStatus::Decided) {
        let units = list(&unit_names(scenario, &merger.units), NAMES_SHOWN);
        lines.push(format!("decided merger {}: {units} in one zone", merger.name));
    }
    for exception in &scenario.problem.exceptions {
        let used = zones.iter().any(|zone| zone.exception == Some(exception));
        if used || zones.is_empty() && exception.zone().is_some() {
            lines.push(exception_line(scenario, exception));
        }
    }
    lines.extend(crate::reading::lines(scenario, Language::English));
    lines.extend(crate::reading::graph(scenario, Language::English));
    if scenario.graph.contiguity == Contiguity::Queen {
        lines.push("queen contiguity: units that share a point are neighbours".to_owned());
    }
    if scenario.graph.minimum_border_m > 0 {
        let metres = scenario.graph.minimum_border_m;
        lines.push(format!("borders below {metres} m make no neighbours"));
    }
    let fitted = &scenario.fit.units;
    if !fitted.is_empty() {
        let farthest_m = fitted.values().map(|unit| unit.farthest_m).fold(0.0, f64::max);
        lines.push(format!(
            "borders of {} that were fitted to those of their neighbours, by {farthest_m:.3} m at most",
            count(fitted.len(), "unit")
        ));
    }
    for link in results.links_used() {
        let between = list(&unit_names(scenario, &link.between), 2);
        lines.push(format!("link between {between}: {}", link.reason));
    }
    lines
}

/// The number of zones, and what the goals measure from.
fn questions(scenario: &Scenario) -> Vec<String> {
    let problem = &scenario.problem;
    let mut lines = Vec::new();
    if !problem.zone_count.is_free() {
        lines.push(format!("number of zones: {}", problem.zone_count));
    }
    let ideal = |goal: &Goal| {
        matches!(goal, Goal::SquaredDeviation | Goal::AbsoluteDeviation | Goal::LargestDeviation)
    };
    if problem.objective.goals().any(ideal) {
        lines.push(format!("ideal population of a zone: {}", thousands(problem.ideal_population())));
    }
    let base =
        problem.base.as_ref().filter(|_| problem.objective.goals().any(|goal| *goal == Goal::PeopleMoved));
    lines.extend(base.map(|base| format!("people move from a plan of {}", count(base.zones.len(), "zone"))));
    lines
}

fn exception_line(scenario: &Scenario, exception: &Exception) -> String {
    let ground = exception.legal_ground.as_ref().map_or(String::new(), |ground| format!(" ({ground})"));
    let zone = match &exception.subject {
        Excepted::Units(units) | Excepted::Holding { units, .. } => {
            list(&unit_names(scenario, units), NAMES_SHOWN)
        }
        Excepted::Zone(name) => format!("zone {name}"),
        Excepted::Region(name) | Excepted::Group(name) => name.clone(),
    };
    let waived = || exception.waives.iter().map(|rule| rule.name()).collect::<Vec<_>>().join(", ");
    let allowed = exception.bounds.map(|own| format!("{} inhabitants", bounds(own))).unwrap_or_else(waived);
    let reason = exception.reason.as_deref().unwrap_or(NO_REASON);
    format!("exception for {zone}, {allowed}: {reason}{ground}")
}
