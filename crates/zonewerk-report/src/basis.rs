//! What a plan rests on: bounds, what is given, asked or excepted, and what makes neighbours.

use super::audit::basis as basis_of_audit;
use super::reading;
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{Excepted, Exception, Goal, Pin, PinKind, PopulationBounds, RuleId, Severity};
use zonewerk_core::territory::{MergerStatus, UnitId};
use zonewerk_core::words::{self, Language, date, listed, say};
use zonewerk_io::Scenario;

/// Most names that a sentence lists.
const NAMES: usize = 12;

/// What the plan rests on, a sentence each. Of the exceptions those that `uses` holds for.
pub(super) fn basis(
    scenario: &Scenario,
    plan: &Plan,
    uses: impl Fn(&Exception) -> bool,
    language: Language,
) -> Vec<String> {
    let problem = &scenario.problem;
    let mut lines = vec![bounds(scenario, language)];
    lines.extend(questions(scenario, language));
    lines.extend(basis_of_audit(scenario, plan, language));
    lines.extend(problem.pins.iter().map(|pin| asked(scenario, pin, language)));
    lines.extend(mergers(scenario, language));
    let used = problem.exceptions.iter().filter(|exception| uses(exception));
    lines.extend(used.map(|exception| excepted(scenario, exception, language)));
    lines.extend(reading::lines(scenario, language));
    lines
}

fn bounds(scenario: &Scenario, language: Language) -> String {
    say!(
        language,
        "rests-bounds",
        bounds = inhabitants(scenario.problem.bounds(), language),
        date = counted_on(scenario, language),
        scenario = &scenario.name,
        profile = &scenario.problem.profile.name,
    )
}

/// The day of the population, in words where it is a day.
pub(super) fn counted_on(scenario: &Scenario, language: Language) -> String {
    let text = &scenario.population_date;
    scenario
        .territory
        .population_date
        .or_else(|| text.parse().ok())
        .map_or_else(|| text.clone(), |day| date(language, day))
}

fn inhabitants(bounds: PopulationBounds, language: Language) -> String {
    let minimum = Some(bounds.minimum()).filter(|&minimum| minimum > 0);
    match words::bounds(language, minimum, bounds.maximum()) {
        Some(bounds) => say!(language, "page-exception-bounds", bounds = bounds),
        None => say!(language, "page-exception-any"),
    }
}

/// The number of zones, and what the goals measure from.
fn questions(scenario: &Scenario, language: Language) -> Vec<String> {
    let problem = &scenario.problem;
    let mut lines = Vec::new();
    if !problem.zone_count.is_free() {
        let count = problem.zone_count;
        let count = words::bounds(language, count.minimum(), count.maximum()).unwrap_or_default();
        lines.push(say!(language, "rests-number-of-zones", count = count));
    }
    let is_from_ideal = |goal: &Goal| {
        matches!(goal, Goal::SquaredDeviation | Goal::AbsoluteDeviation | Goal::LargestDeviation)
    };
    if problem.objective.goals().any(is_from_ideal) {
        lines.push(say!(language, "rests-ideal", people = problem.ideal_population()));
    }
    let base =
        problem.base.as_ref().filter(|_| problem.objective.goals().any(|goal| *goal == Goal::PeopleMoved));
    lines.extend(base.map(|base| say!(language, "rests-base", zones = base.zones.len())));
    lines
}

fn mergers(scenario: &Scenario, language: Language) -> Vec<String> {
    let profile = &scenario.problem.profile;
    let binds = zonewerk_audit::severity(RuleId::DecidedMergerSplit, profile) == Some(Severity::Error);
    let mergers = scenario.territory.planned_mergers.iter();
    mergers
        .filter(|merger| binds && merger.status == MergerStatus::Decided)
        .map(|merger| {
            let units = names(scenario, &merger.units, language);
            say!(language, "rests-merger", merger = &merger.name, units = units)
        })
        .collect()
}

fn asked(scenario: &Scenario, pin: &Pin, language: Language) -> String {
    let reason = &pin.reason;
    let names = |units: &[UnitId]| names(scenario, units, language);
    match &pin.asks {
        PinKind::Together(units) => {
            say!(language, "page-pin-together", units = names(units), reason = reason)
        }
        PinKind::Apart(units) => say!(language, "page-pin-apart", units = names(units), reason = reason),
        PinKind::Zone { name, holds, without } if without.is_empty() => {
            say!(language, "page-pin-zone", zone = name, units = names(holds), reason = reason)
        }
        PinKind::Zone { name, holds, without } => say!(
            language,
            "page-pin-zone-without",
            zone = name,
            units = names(holds),
            without = names(without),
            reason = reason,
        ),
    }
}

fn excepted(scenario: &Scenario, exception: &Exception, language: Language) -> String {
    let subject = match &exception.subject {
        Excepted::Units(units) | Excepted::Holding { units, .. } => names(scenario, units, language),
        Excepted::Zone(name) | Excepted::Region(name) | Excepted::Group(name) => name.clone(),
    };
    let reason = exception.reason.clone().unwrap_or_else(|| say!(language, "page-no-reason"));
    let mut text = say!(language, "page-exception", subject = subject, reason = reason);
    if let Some(bounds) = exception.bounds {
        text = format!("{text}; {}", inhabitants(bounds, language));
    }
    if !exception.waives.is_empty() {
        let rules: Vec<&str> = exception.waives.iter().map(|rule| rule.name()).collect();
        text = format!("{text}; {}", say!(language, "rests-waives", rules = listed(language, &rules, NAMES)));
    }
    match &exception.legal_ground {
        Some(ground) => format!("{text}; {ground}"),
        None => text,
    }
}

fn names(scenario: &Scenario, units: &[UnitId], language: Language) -> String {
    let names: Vec<&str> = units.iter().map(|&unit| scenario.territory.unit(unit).name.as_str()).collect();
    listed(language, &names, NAMES)
}
