//! Demands and ways out in the planner's words.

use super::exceptions::excepted_words;
use crate::amounts::goal_amount;
use crate::infeasibility::bounds as bounds_words;
use crate::infeasibility::{NAMES_SHOWN, unit_names};
use crate::pins::pin_line;
use crate::text::{count, list, thousands};
use zonewerk_core::problem::{CountBounds, PinKind, RuleId};
use zonewerk_core::territory::{Link, UnitId};
use zonewerk_io::Scenario;
use zonewerk_solve::why::{Demand, RelaxedZone, WayOut, Ways};

/// What a demand says.
pub(super) fn demand_words(scenario: &Scenario, demand: &Demand) -> String {
    let problem = &scenario.problem;
    let territory = &scenario.territory;
    let bounds = problem.bounds();
    let names = |units: &[UnitId]| list(&unit_names(scenario, units), NAMES_SHOWN);
    let people = |units: &[UnitId]| {
        let sum = territory.population(units.iter().copied());
        format!(" ({} inhabitants together)", thousands(sum))
    };
    let own = problem.exceptions.iter().any(|exception| exception.bounds.is_some());
    let unless = if own { ", unless an exception says otherwise" } else { "" };
    match demand {
        Demand::Minimum => format!("a zone has at least {} inhabitants{unless}", thousands(bounds.minimum())),
        Demand::Maximum => match bounds.maximum() {
            Some(most) => format!("a zone has at most {} inhabitants{unless}", thousands(most)),
            None => "a zone has at most the inhabitants that its exception allows".to_owned(),
        },
        Demand::FewestZones => {
            format!("a plan has {}", at_least(problem.zone_count.minimum()).of("zone"))
        }
        Demand::MostZones => {
            format!("a plan has {}", at_most(problem.zone_count.maximum()).of("zone"))
        }
        Demand::Pin(place) => {
            let pin = &problem.pins[*place];
            let people = match &pin.asks {
                PinKind::Together(units) | PinKind::Zone { holds: units, .. } => people(units),
                PinKind::Apart(_) => String::new(),
            };
            pin_line(scenario, pin) + &people
        }
        Demand::FixedZone(place) => {
            let fixed = &problem.fixed_zones[*place];
            format!("zone {} is given: {}{}", fixed.name, names(&fixed.units), people(&fixed.units))
        }
        Demand::Merger(place) => {
            let merger = &territory.planned_mergers[*place];
            format!(
                "{} become one, {}: that is decided{}",
                names(&merger.units),
                merger.name,
                people(&merger.units)
            )
        }
        Demand::Group(name) => {
            let families = territory.families.iter();
            let found = families
                .flat_map(|family| family.groups.iter().map(move |group| (family, group)))
                .find(|(_, group)| group.name == *name);
            let units = found.map_or_else(String::new, |(family, group)| {
                let parts = if group.parts.is_empty() { "" } else { ", and parts of units" };
                format!(" ({}): {}{parts}{}", family.name, names(&group.units), people(&group.units))
            });
            format!("no zone straddles {name}{units}")
        }
        Demand::Exception(place) => {
            let exception = &problem.exceptions[*place];
            let own = exception.bounds.map_or_else(String::new, bounds_words);
            format!(
                "{}: {own} inhabitants, by {}",
                excepted_words(scenario, exception),
                exception_name(*place)
            )
        }
        Demand::Limits(family) => format!("each zone lies inside one {family}"),
        Demand::OnePiece => "each zone lies in one piece on the map".to_owned(),
        Demand::Goal(place) => format!("limit: {}", problem.limits[*place]),
        Demand::Region { rule, region } => {
            let whose =
                region.as_ref().map_or_else(|| "a region".to_owned(), |name| format!("region {name}"));
            format!("{whose} {}", region_words(scenario, *rule))
        }
        Demand::Removed(place) => {
            let Link { between, reason, .. } = &territory.links[*place];
            format!("{} are no neighbours: {reason}", names(between))
        }
        Demand::NoLink(a, b) => format!("{} do not touch, and no link joins them", names(&[*a, *b])),
    }
}

/// An exception as faults of scenarios name it.
pub(super) fn exception_name(place: usize) -> String {
    format!("exceptions[{}]", place + 1)
}

/// What a way out changes, one thing each.
pub(super) fn way_words(scenario: &Scenario, way: &WayOut) -> Vec<String> {
    let drops = way.drops.iter().map(|demand| drop_words(scenario, demand, way));
    let zones = way.zones.iter().map(|zone| zone_words(scenario, zone));
    drops.chain(zones).collect()
}

fn drop_words(scenario: &Scenario, demand: &Demand, way: &WayOut) -> String {
    let problem = &scenario.problem;
    let names = |units: &[UnitId]| list(&unit_names(scenario, units), NAMES_SHOWN);
    match demand {
        Demand::Minimum | Demand::Maximum => {
            format!("drop the bound that {}", demand_words(scenario, demand))
        }
        Demand::FewestZones | Demand::MostZones => {
            let number = way.allowed.get(demand).copied();
            format!("allow {}", count(number.map_or(way.plan.zones.len(), |number| number as usize), "zone"))
        }
        Demand::Pin(place) => format!("leave out the {}", pin_line(scenario, &problem.pins[*place])),
        Demand::FixedZone(place) => format!("let zone {} be drawn anew", problem.fixed_zones[*place].name),
        Demand::Merger(place) => {
            format!("let zones part the merger {}", scenario.territory.planned_mergers[*place].name)
        }
        Demand::Group(name) => format!("let zones straddle {name}"),
        Demand::Limits(family) => format!("let zones cross the limits of every {family}"),
        Demand::OnePiece => format!("let zones lie in pieces on the map: drop {}", RuleId::ZoneInPieces),
        Demand::Exception(place) => {
            let exception = &problem.exceptions[*place];
            let [own, wider] =
                [exception.bounds, way.exceptions.instead.get(place).and_then(|new| new.as_ref()?.bounds)]
                    .map(|bounds| bounds.map_or_else(String::new, bounds_words));
            let subject = excepted_words(scenario, exception);
            format!("widen {} for {subject} from {own} to {wider} inhabitants", exception_name(*place))
        }
        Demand::Goal(place) => match way.allowed.get(demand) {
            Some(number) => {
                let limit = &problem.limits[*place];
                format!("raise the limit {limit} to {}", goal_amount(&limit.goal, *number))
            }
            None => format!("leave out the limit {}", problem.limits[*place]),
        },
        Demand::Region { rule, region } => match region {
            Some(region) => format!("waive {rule} for region {region}"),
            None => format!("waive {rule}"),
        },
        Demand::Removed(place) => {
            format!("let {} be neighbours", names(&scenario.territory.links[*place].between))
        }
        Demand::NoLink(a, b) => format!("declare a link between {}", names(&[*a, *b])),
    }
}

fn zone_words(scenario: &Scenario, zone: &RelaxedZone) -> String {
    let RelaxedZone { units, population, outside, crosses, .. } = zone;
    let people = thousands(*population);
    let how = outside.map(|bounds| match bounds.maximum() {
        Some(most) if *population > most => {
            format!("{people} inhabitants, {} above the maximum", thousands(population - most))
        }
        _ => format!("{people} inhabitants, {} below the minimum", thousands(bounds.minimum() - population)),
    });
    let how = how.unwrap_or_else(|| format!("{people} inhabitants"));
    let crossing = if *crosses { " that crosses the limits of groups" } else { "" };
    let names = list(&unit_names(scenario, units), 2 * NAMES_SHOWN);
    format!("make an exception for one zone{crossing}, of {how}: {names}")
}

/// The changes that were tried, a kind each.
pub(super) fn tried_words(ways: &Ways) -> Vec<String> {
    let may_cross = ways.candidates.iter().any(|demand| matches!(demand, Demand::Limits(_)));
    let crosses = if may_cross { " or across limits of groups" } else { "" };
    let zones = format!("exceptions for zones up to {} % outside their bounds{crosses}", ways.percent);
    let mut tried: Vec<String> = ways.may_relax.then_some(zones).into_iter().collect();
    for words in ways.candidates.iter().filter_map(dropping) {
        if !tried.iter().any(|known| known == words) {
            tried.push(words.to_owned());
        }
    }
    tried
}

/// What dropping a demand is called; bounds are widened and not dropped.
fn dropping(demand: &Demand) -> Option<&'static str> {
    match demand {
        Demand::Minimum | Demand::Maximum => None,
        Demand::Exception(_) => Some("widening an exception that is narrower than the ordinary bounds"),
        Demand::FewestZones | Demand::MostZones => Some("another number of zones"),
        Demand::Pin(_) => Some("leaving out a pin"),
        Demand::FixedZone(_) => Some("drawing a given zone anew"),
        Demand::Merger(_) => Some("parting a decided merger"),
        Demand::Group(_) => Some("letting zones straddle a group"),
        Demand::Limits(_) => Some("letting zones cross the limits of a family of groups"),
        Demand::OnePiece => Some("letting zones lie in several pieces"),
        Demand::Goal(_) => Some("raising a limit"),
        Demand::Region { .. } => Some("waiving a rule on regions"),
        Demand::Removed(_) => Some("joining units that a declared link parts"),
        Demand::NoLink(..) => Some("a link between parts of the map that stand apart"),
    }
}

/// What was not tried, in a sentence.
pub(super) fn not_tried(ways: &Ways) -> &'static str {
    match ways.candidates.iter().any(|demand| matches!(demand, Demand::NoLink(..))) {
        true => "Links between other units were not tried.",
        false => "Links between units were not tried.",
    }
}

fn at_least(number: Option<u64>) -> CountBounds {
    CountBounds::new(number, None).unwrap_or_default()
}

fn at_most(number: Option<u64>) -> CountBounds {
    CountBounds::new(None, number).unwrap_or_default()
}

/// What a rule asks of a region.
fn region_words(scenario: &Scenario, rule: RuleId) -> String {
    let level = scenario.problem.profile.region;
    let people = level.population;
    match rule {
        RuleId::RegionBelowMinimumPopulation => {
            format!("has at least {} inhabitants", thousands(people.minimum()))
        }
        RuleId::RegionAboveMaximumPopulation => {
            format!("has at most {} inhabitants", thousands(people.maximum().unwrap_or(0)))
        }
        RuleId::RegionWithTooFewZones => format!("has {}", at_least(level.zones.minimum()).of("zone")),
        RuleId::RegionWithTooManyZones => format!("has {}", at_most(level.zones.maximum()).of("zone")),
        RuleId::RegionNotContiguous => "hangs together".to_owned(),
        RuleId::WrongNumberOfRegions => format!("is one of {} in a plan", level.count),
        other => format!("keeps the rule {other}"),
    }
}
