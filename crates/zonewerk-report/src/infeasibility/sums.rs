//! What sums of inhabitants, of zones and of goals rule out, in words.

use super::named;
use crate::goal_words::{goal as goal_in_words, step_bound, value};
use crate::numbers::{bounds, people, regions_of, units as units_in_words, zones, zones_of, zones_within};
use zonewerk_core::graph::Graph;
use zonewerk_core::problem::{CountBounds, Limit, Step};
use zonewerk_core::territory::UnitId;
use zonewerk_core::words::{Language, number as in_digits, say};
use zonewerk_io::Scenario;
use zonewerk_solve::{LevelSums, RegionSums, ZoneSums, zones_may_lie_apart};

/// How many zones sums allow, and how many are asked for.
pub(super) fn number_of_zones(sums: &ZoneSums, language: Language) -> String {
    let ZoneSums { least, most, fewest_fitting, most_fitting, units, population, bounds: limits } = sums;
    say!(
        language,
        "proof-number-of-zones",
        asked = zones_within(language, *least, *most),
        fitting = zones_within(language, Some(*fewest_fitting), Some(*most_fitting)),
        units = units_in_words(language, *units),
        people = people(language, *population),
        bounds = bounds(language, *limits)
    )
}

/// What regions must have, and the zones that there may be.
pub(super) fn levels_contradict(sums: &LevelSums, language: Language) -> String {
    let LevelSums { asked, population, region, each, zone, zones: (fewest, most) } = sums;
    let most = Some(*most).filter(|&most| most < u64::MAX);
    say!(
        language,
        "proof-levels-contradict",
        regions = regions_of(language, *asked),
        region = bounds(language, *region),
        each = zones_of(language, *each),
        people = people(language, *population),
        zones = zones_within(language, Some(*fewest), most),
        zone = bounds(language, *zone)
    )
}

/// What every plan comes to at least, and the limit.
pub(super) fn limit_below_all(
    limit: &Limit,
    least: u64,
    zones: usize,
    graph: &Graph,
    language: Language,
) -> String {
    let Limit { goal, most } = limit;
    let exact = |amount: u64| say!(language, "goal-amount", unit = goal.unit(), amount = amount);
    let rounded = [step_bound(language, &Step::of(goal.clone()), least), value(language, goal, *most)];
    let [least, most] = if rounded[0] == rounded[1] { [exact(least), exact(*most)] } else { rounded };
    say!(
        language,
        "proof-limit-below-all",
        least = least,
        goal = goal_in_words(language, graph, goal),
        most = most,
        zones = zones
    )
}

/// What so many regions hold or need, and the nearest numbers that add up.
pub(super) fn number_of_regions(sums: &RegionSums, language: Language) -> String {
    let RegionSums { asked, bounds: limits, population, fitting, room, need, each } = sums;
    let total = in_digits(language, *population);
    let each = each.map(|each| in_digits(language, each));
    let limits = bounds(language, *limits);
    let (proof, other) = match (*room, *need) {
        (Some((number, room)), _) => (
            say!(
                language,
                "proof-regions-hold",
                number = number,
                room = people(language, room),
                people = total
            ),
            each.map(|each| say!(language, "proof-regions-of-up-to", number = number, each = each)),
        ),
        (None, Some((number, need))) => (
            say!(
                language,
                "proof-regions-need",
                number = number,
                need = people(language, need),
                people = total
            ),
            each.map(|each| say!(language, "proof-regions-of-at-least", number = number, each = each)),
        ),
        (None, None) if asked.is_free() => {
            (say!(language, "proof-no-number-of-regions", bounds = limits.as_str(), people = total), None)
        }
        (None, None) => (
            say!(
                language,
                "proof-no-number-of-regions-asked",
                bounds = limits.as_str(),
                people = total,
                regions = regions_of(language, *asked)
            ),
            None,
        ),
    };
    let fitting = fitting.map(|number| {
        say!(language, "proof-regions-of", regions = regions_of(language, number), bounds = limits.as_str())
    });
    match (fitting, other) {
        (Some(nearest), Some(other)) => {
            say!(language, "proof-nearest-two", proof = proof, nearest = nearest, other = other)
        }
        (Some(nearest), None) | (None, Some(nearest)) => {
            say!(language, "proof-nearest-one", proof = proof, nearest = nearest)
        }
        (None, None) => proof,
    }
}

/// Inhabitants of a part of the territory, and what its zones add up to.
pub(super) fn arithmetic(
    scenario: &Scenario,
    (units, population, asked): (&[UnitId], u64, CountBounds),
    region: Option<&str>,
    language: Language,
) -> String {
    let limits = scenario.problem.bounds();
    let within = bounds(language, limits);
    let most_zones = population.checked_div(limits.minimum()).unwrap_or(0);
    let sums = match (most_zones, limits.maximum()) {
        (0, _) if limits.minimum() == 0 => say!(language, "proof-zone-may-have", bounds = within),
        (0, _) => say!(language, "proof-zone-needs", minimum = limits.minimum()),
        (fewer, Some(maximum)) => {
            let more = fewer + 1;
            say!(
                language,
                "proof-zones-add-up",
                bounds = within,
                most = fewer.saturating_mul(maximum),
                fewer = zones(language, fewer),
                least = more.saturating_mul(limits.minimum()),
                more = zones(language, more)
            )
        }
        (_, None) => say!(language, "proof-zone-must-have", bounds = within),
    };
    let who = who_has(scenario, units, population, region, language);
    match asked.is_free() {
        true => say!(language, "proof-arithmetic", who = who, sums = sums),
        false => {
            let zones = zones_of(language, asked);
            say!(language, "proof-arithmetic-zones", who = who, sums = sums, zones = zones)
        }
    }
}

/// The units that zones are drawn of, and their inhabitants.
fn who_has(
    scenario: &Scenario,
    units: &[UnitId],
    population: u64,
    region: Option<&str>,
    language: Language,
) -> String {
    let people = people(language, population);
    let names = named(scenario, units, language);
    let may_lie_apart = zones_may_lie_apart(&scenario.problem);
    let are_all = units.len() == scenario.territory.units().len();
    match (region, units.len()) {
        (Some(region), _) if may_lie_apart => {
            say!(language, "proof-region-has", region = region, people = people)
        }
        (Some(region), _) => say!(language, "proof-part-of-region-has", region = region, people = people),
        (None, number) if are_all || may_lie_apart && scenario.problem.fixed_zones.is_empty() => {
            say!(language, "proof-units-have", units = number, names = names, people = people)
        }
        (None, number) if may_lie_apart => {
            say!(language, "proof-other-units-have", units = number, names = names, people = people)
        }
        (None, 1) => say!(language, "proof-unit-apart", unit = names, people = people),
        (None, number) => {
            say!(language, "proof-units-apart", units = number, names = names, people = people)
        }
    }
}
