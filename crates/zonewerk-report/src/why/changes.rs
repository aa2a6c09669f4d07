//! Ways out in the planner's words: what one changes, and what was tried.

use super::demands::demand_words;
use super::edits::exception_name;
use super::exceptions::excepted_words;
use crate::infeasibility::{NAMES_SHOWN, named, unit_names};
use crate::numbers::{bounds as bounds_words, people, zones};
use crate::pins::asked_words;
use zonewerk_core::problem::RuleId;
use zonewerk_core::territory::UnitId;
use zonewerk_core::words::{Language, Message, message, say, sentence_list};
use zonewerk_io::Scenario;
use zonewerk_solve::why::{Demand, RelaxedZone, WayOut, Ways};

/// What a way out changes, one thing each.
pub(super) fn way_words(scenario: &Scenario, way: &WayOut, language: Language) -> Vec<String> {
    let drops = way.drops.iter().map(|demand| drop_words(scenario, demand, way, language));
    let zones = way.zones.iter().map(|zone| zone_words(scenario, zone, language));
    drops.chain(zones).collect()
}

fn drop_words(scenario: &Scenario, demand: &Demand, way: &WayOut, language: Language) -> String {
    let problem = &scenario.problem;
    let territory = &scenario.territory;
    let names = |units: &[UnitId]| named(scenario, units, language);
    match demand {
        Demand::Minimum | Demand::Maximum => {
            say!(language, "drop-bound", demand = demand_words(scenario, demand, language))
        }
        Demand::FewestZones | Demand::MostZones => {
            let number = way.allowed.get(demand).copied().unwrap_or(way.plan.zones.len() as u64);
            say!(language, "drop-number", zones = zones(language, number))
        }
        Demand::Pin(place) => {
            let pin = &problem.pins[*place];
            let asked = asked_words(scenario, &pin.asks, NAMES_SHOWN, language);
            say!(language, "drop-pin", asked = asked, reason = &pin.reason)
        }
        Demand::FixedZone(place) => {
            say!(language, "drop-fixed-zone", zone = &problem.fixed_zones[*place].name)
        }
        Demand::Merger(place) => {
            say!(language, "drop-merger", merger = &territory.planned_mergers[*place].name)
        }
        Demand::Group(name) => say!(language, "drop-group", group = name),
        Demand::Limits(family) => say!(language, "drop-limits", family = family),
        Demand::OnePiece => say!(language, "drop-one-piece", rule = RuleId::ZoneInPieces.name()),
        Demand::Exception(place) => {
            let exception = &problem.exceptions[*place];
            let wider = way.exceptions.instead.get(place).and_then(|new| new.as_ref()?.bounds);
            let own = exception.bounds.map_or_else(String::new, |own| bounds_words(language, own));
            let (name, subject) = (exception_name(*place), excepted_words(scenario, exception, language));
            match wider {
                Some(wider) => say!(
                    language,
                    "drop-exception",
                    exception = name,
                    subject = subject,
                    own = own,
                    wider = bounds_words(language, wider)
                ),
                None => {
                    say!(language, "drop-exception-bounds", exception = name, subject = subject, own = own)
                }
            }
        }
        Demand::Goal(place) => {
            let limit = &problem.limits[*place];
            match way.allowed.get(demand) {
                Some(&number) => {
                    let amount = say!(language, "goal-amount", unit = limit.goal.unit(), amount = number);
                    say!(language, "drop-goal-to", limit = limit.to_string(), amount = amount)
                }
                None => say!(language, "drop-goal", limit = limit.to_string()),
            }
        }
        Demand::Region { rule, region: Some(region) } => {
            say!(language, "drop-region-rule", rule = rule.name(), region = region)
        }
        Demand::Region { rule, region: None } => say!(language, "drop-regions-rule", rule = rule.name()),
        Demand::Removed(place) => {
            say!(language, "drop-removed", units = names(&territory.links[*place].between))
        }
        Demand::NoLink(a, b) => say!(language, "drop-no-link", units = names(&[*a, *b])),
    }
}

fn zone_words(scenario: &Scenario, zone: &RelaxedZone, language: Language) -> String {
    let RelaxedZone { units, population, outside, crosses, .. } = zone;
    let people = people(language, *population);
    let people = match outside {
        Some(bounds) => match bounds.maximum() {
            Some(most) if *population > most => {
                say!(language, "loose-above", people = people, by = population - most)
            }
            _ => {
                let by = bounds.minimum().saturating_sub(*population);
                say!(language, "loose-below", people = people, by = by)
            }
        },
        None => people,
    };
    let units = sentence_list(language, &unit_names(scenario, units), 2 * NAMES_SHOWN);
    match crosses {
        true => say!(language, "loose-zone-crossing", people = people, units = units),
        false => say!(language, "loose-zone", people = people, units = units),
    }
}

/// The changes that were tried, a kind each.
pub(super) fn tried_words(ways: &Ways, language: Language) -> Vec<String> {
    let may_cross = ways.candidates.iter().any(|demand| matches!(demand, Demand::Limits(_)));
    let zones = match may_cross {
        true => say!(language, "tried-exceptions-crossing", percent = ways.percent),
        false => say!(language, "tried-exceptions", percent = ways.percent),
    };
    let mut dropped: Vec<Message> = Vec::new();
    for message in ways.candidates.iter().filter_map(dropping) {
        if !dropped.contains(&message) {
            dropped.push(message);
        }
    }
    let dropped = dropped.into_iter().map(|message| message.say(language));
    ways.may_relax.then_some(zones).into_iter().chain(dropped).collect()
}

/// What dropping a demand is called; bounds are widened and not dropped.
fn dropping(demand: &Demand) -> Option<Message> {
    match demand {
        Demand::Minimum | Demand::Maximum => None,
        Demand::Exception(_) => Some(message!("tried-exception")),
        Demand::FewestZones | Demand::MostZones => Some(message!("tried-number")),
        Demand::Pin(_) => Some(message!("tried-pin")),
        Demand::FixedZone(_) => Some(message!("tried-fixed-zone")),
        Demand::Merger(_) => Some(message!("tried-merger")),
        Demand::Group(_) => Some(message!("tried-group")),
        Demand::Limits(_) => Some(message!("tried-limits")),
        Demand::OnePiece => Some(message!("tried-one-piece")),
        Demand::Goal(_) => Some(message!("tried-goal")),
        Demand::Region { .. } => Some(message!("tried-region")),
        Demand::Removed(_) => Some(message!("tried-removed")),
        Demand::NoLink(..) => Some(message!("tried-no-link")),
    }
}

/// What was not tried, in a sentence.
pub(super) fn untried(ways: &Ways, language: Language) -> String {
    match ways.candidates.iter().any(|demand| matches!(demand, Demand::NoLink(..))) {
        true => say!(language, "untried-other-links"),
        false => say!(language, "untried-links"),
    }
}
