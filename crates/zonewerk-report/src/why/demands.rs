//! What is asked, in the planner's words.

use super::edits::exception_name;
use super::exceptions::excepted_words;
use crate::infeasibility::named;
use crate::numbers::{bounds as bounds_words, people, regions_of, zones_within};
use crate::pins::pin_line;
use zonewerk_core::problem::{PinKind, RuleId};
use zonewerk_core::territory::{Link, UnitId};
use zonewerk_core::words::{Language, say};
use zonewerk_io::Scenario;
use zonewerk_solve::why::Demand;

/// What a demand says.
pub(super) fn demand_words(scenario: &Scenario, demand: &Demand, language: Language) -> String {
    let problem = &scenario.problem;
    let territory = &scenario.territory;
    let bounds = problem.bounds();
    let names = |units: &[UnitId]| named(scenario, units, language);
    let with_people = |demand: String, units: &[UnitId]| {
        let people = people(language, territory.population(units.iter().copied()));
        say!(language, "demand-people", demand = demand, people = people)
    };
    match demand {
        Demand::Minimum => {
            let people = people(language, bounds.minimum());
            unless_excepted(scenario, say!(language, "demand-minimum", people = people), language)
        }
        Demand::Maximum => match bounds.maximum() {
            Some(most) => {
                let people = people(language, most);
                unless_excepted(scenario, say!(language, "demand-maximum", people = people), language)
            }
            None => say!(language, "demand-maximum-of-exception"),
        },
        Demand::FewestZones => {
            let number = zones_within(language, problem.zone_count.minimum(), None);
            say!(language, "demand-number", number = number)
        }
        Demand::MostZones => {
            let number = zones_within(language, None, problem.zone_count.maximum());
            say!(language, "demand-number", number = number)
        }
        Demand::Pin(place) => {
            let pin = &problem.pins[*place];
            let line = pin_line(scenario, pin, language);
            match &pin.asks {
                PinKind::Together(units) | PinKind::Zone { holds: units, .. } => with_people(line, units),
                PinKind::Apart(_) => line,
            }
        }
        Demand::FixedZone(place) => {
            let fixed = &problem.fixed_zones[*place];
            let (zone, units) = (&fixed.name, names(&fixed.units));
            with_people(say!(language, "demand-fixed-zone", zone = zone, units = units), &fixed.units)
        }
        Demand::Merger(place) => {
            let merger = &territory.planned_mergers[*place];
            let (name, units) = (&merger.name, names(&merger.units));
            with_people(say!(language, "demand-merger", units = units, name = name), &merger.units)
        }
        Demand::Group(name) => {
            let families = territory.families.iter();
            let found = families
                .flat_map(|family| family.groups.iter().map(move |group| (family, group)))
                .find(|(_, group)| group.name == *name);
            let Some((family, group)) = found else {
                return say!(language, "demand-group", group = name);
            };
            let (family, units) = (&family.name, names(&group.units));
            let said = match group.parts.is_empty() {
                true => say!(language, "demand-group-units", group = name, family = family, units = units),
                false => say!(language, "demand-group-parts", group = name, family = family, units = units),
            };
            with_people(said, &group.units)
        }
        Demand::Exception(place) => {
            let exception = &problem.exceptions[*place];
            say!(
                language,
                "demand-exception",
                subject = excepted_words(scenario, exception, language),
                bounds = exception.bounds.map_or_else(String::new, |own| bounds_words(language, own)),
                exception = exception_name(*place)
            )
        }
        Demand::Limits(family) => say!(language, "demand-limits", family = family),
        Demand::OnePiece => say!(language, "demand-one-piece"),
        Demand::Goal(place) => {
            say!(language, "demand-goal", limit = problem.limits[*place].to_string())
        }
        Demand::Region { rule, region } => {
            let region = match region {
                Some(name) => say!(language, "subject-region", name = name),
                None => say!(language, "demand-a-region"),
            };
            region_words(scenario, *rule, region, language)
        }
        Demand::Removed(place) => {
            let Link { between, reason, .. } = &territory.links[*place];
            say!(language, "demand-removed", units = names(between), reason = reason)
        }
        Demand::NoLink(a, b) => say!(language, "demand-no-link", units = names(&[*a, *b])),
    }
}

/// A bound of zones, which an exception may set aside.
fn unless_excepted(scenario: &Scenario, demand: String, language: Language) -> String {
    match scenario.problem.exceptions.iter().any(|exception| exception.bounds.is_some()) {
        true => say!(language, "demand-unless-excepted", demand = demand),
        false => demand,
    }
}

/// What a rule asks of a region.
fn region_words(scenario: &Scenario, rule: RuleId, region: String, language: Language) -> String {
    let level = scenario.problem.profile.region;
    match rule {
        RuleId::RegionBelowMinimumPopulation => {
            let people = people(language, level.population.minimum());
            say!(language, "demand-region-at-least", region = region, people = people)
        }
        RuleId::RegionAboveMaximumPopulation => {
            let people = people(language, level.population.maximum().unwrap_or(0));
            say!(language, "demand-region-at-most", region = region, people = people)
        }
        RuleId::RegionWithTooFewZones => {
            let zones = zones_within(language, level.zones.minimum(), None);
            say!(language, "demand-region-zones", region = region, zones = zones)
        }
        RuleId::RegionWithTooManyZones => {
            let zones = zones_within(language, None, level.zones.maximum());
            say!(language, "demand-region-zones", region = region, zones = zones)
        }
        RuleId::RegionNotContiguous => say!(language, "demand-region-contiguous", region = region),
        RuleId::WrongNumberOfRegions => {
            say!(language, "demand-number", number = regions_of(language, level.count))
        }
        other => say!(language, "demand-region-rule", region = region, rule = other.name()),
    }
}
