//! What sums of inhabitants, of zones and of goals rule out, in words.

use super::{NAMES_SHOWN, bounds, unit_names};
use crate::amounts::{LEFT_OUT, goal_amount, has_all_border};
use crate::text::{count, list, thousands};
use zonewerk_core::graph::Graph;
use zonewerk_core::problem::{CountBounds, Limit};
use zonewerk_core::territory::UnitId;
use zonewerk_io::Scenario;
use zonewerk_solve::{LevelSums, RegionSums, ZoneSums, zones_may_lie_apart};

/// How many zones sums allow, and how many are asked for.
pub(super) fn number_of_zones(sums: &ZoneSums) -> String {
    let ZoneSums { fewest_fitting, most_fitting, units, population, bounds: limits, .. } = sums;
    let number = thousands;
    let asked = asked_for(sums.least, sums.most);
    let fitting = match (fewest_fitting, most_fitting) {
        (fewest, most) if fewest == most => count_of(*fewest, "zone"),
        (fewest, most) if fewest > most => {
            format!("at least {} and at most {}", number(*fewest), count_of(*most, "zone"))
        }
        (fewest, most) => format!("{} to {}", number(*fewest), count_of(*most, "zone")),
    };
    format!(
        "{asked} asked for, and sums allow {fitting}: {} with {} inhabitants, zones of {} inhabitants, and \
         what is given, pinned and excepted, each taken at its best",
        count(*units, "unit"),
        thousands(*population),
        bounds(*limits)
    )
}

/// How many are asked for: `at least 3 are`, `1 is`.
pub(super) fn asked_for(least: Option<u64>, most: Option<u64>) -> String {
    let number = thousands;
    match (least, most) {
        (Some(1), Some(1)) => "1 is".to_owned(),
        (Some(least), Some(most)) if least == most => format!("{} are", number(least)),
        (Some(least), Some(most)) if least > most => {
            format!("at least {} and at most {} are", number(least), number(most))
        }
        (Some(least), Some(most)) => format!("{} to {} are", number(least), number(most)),
        (Some(least), None) => format!("at least {} are", number(least)),
        (None, most) => format!("at most {} are", number(most.unwrap_or(0))),
    }
}

/// What regions must have, and the zones that there may be.
pub(super) fn levels_contradict(sums: &LevelSums) -> String {
    let LevelSums { asked, population, region, each, zone, zones: (fewest, most) } = sums;
    let made = match *most {
        u64::MAX => format!("at least {}", count_of(*fewest, "zone")),
        most => format!("{} to {}", thousands(*fewest), count_of(most, "zone")),
    };
    format!(
        "no number of regions adds up: there may be {}, a region has {} inhabitants and {}, and {} \
         inhabitants make {made} of {} inhabitants, exceptions included",
        asked.of("region"),
        bounds(*region),
        each.of("zone"),
        thousands(*population),
        bounds(*zone)
    )
}

/// A number with thousands separators and what it counts.
fn count_of(number: u64, what: &str) -> String {
    format!("{} {what}{}", thousands(number), if number == 1 { "" } else { "s" })
}

/// What could be changed where sums allow no number of zones.
pub(super) fn number_of_zones_ways(sums: &ZoneSums) -> Vec<&'static str> {
    let contradict = sums.least.zip(sums.most).is_some_and(|(least, most)| least > most);
    let first = if contradict { "raise the limit on zones" } else { "allow another number of zones" };
    vec![first, "widen the bounds", "leave out a pin or a fixed zone"]
}

/// What every plan comes to at least, and the limit.
pub(super) fn limit_below_all(limit: &Limit, least: u64, zones: usize, graph: &Graph) -> String {
    let Limit { goal, most } = limit;
    let exact = |value: u64| format!("{} {}", thousands(value), goal.unit());
    let is_told_apart = goal_amount(goal, least) != goal_amount(goal, *most);
    let amount = |value| if is_told_apart { goal_amount(goal, value) } else { exact(value) };
    format!(
        "every plan comes to {} or more in {}{}, and the limit is {}: each unit taken at the least that \
         one of the {} that the rules allow adds for it",
        amount(least),
        goal,
        if has_all_border(goal, graph) { "" } else { LEFT_OUT },
        amount(*most),
        count(zones, "zone"),
    )
}

/// What so many regions hold or need, and the nearest numbers that add up.
pub(super) fn number_of_regions(sums: &RegionSums) -> String {
    let RegionSums { asked, bounds: limits, population, fitting, room, need, each } = sums;
    let each = each.map(thousands);
    let people = thousands(*population);
    let (found, other) = match (room, need) {
        (Some((number, room)), _) => (
            format!(
                "{} can hold at most {} inhabitants, exceptions included, and there are {people}",
                count(*number as usize, "region"),
                thousands(*room)
            ),
            each.map(|each| format!("{} of up to {each}", count(*number as usize, "region"))),
        ),
        (None, Some((number, need))) => (
            format!(
                "{} must have at least {} inhabitants, exceptions included, and there are {people}",
                count(*number as usize, "region"),
                thousands(*need)
            ),
            each.map(|each| format!("{} of at least {each}", count(*number as usize, "region"))),
        ),
        (None, None) => {
            let number = if asked.is_free() {
                String::new()
            } else {
                format!("; there may be {}", asked.of("region"))
            };
            (
                format!(
                    "no number of regions of {} inhabitants adds up to {people}{number}",
                    bounds(*limits)
                ),
                None,
            )
        }
    };
    let fitting = fitting.map(|number| format!("{} of {} inhabitants", number.of("region"), bounds(*limits)));
    let nearest: Vec<String> = fitting.into_iter().chain(other).collect();
    if nearest.is_empty() {
        return found;
    }
    format!("{found}; the nearest that the sums allow: {}", nearest.join(", or "))
}

/// The units that zones are drawn of, where any of them may lie in one zone.
fn whole(scenario: &Scenario, names: &[String], region: Option<&str>) -> String {
    let units = format!("{} ({})", count(names.len(), "unit"), list(names, NAMES_SHOWN));
    let have = if names.len() == 1 { "has" } else { "have together" };
    match region {
        Some(region) => format!("{region}, which no zone may leave, has"),
        None if scenario.problem.fixed_zones.is_empty() => format!("{units} {have}"),
        None => format!("{units} outside the given zones {have}"),
    }
}

/// Inhabitants of a part of the territory, and what its zones add up to.
pub(super) fn arithmetic(
    scenario: &Scenario,
    (units, population, zones): (&[UnitId], u64, CountBounds),
    region: Option<&str>,
) -> String {
    let limits = scenario.problem.bounds();
    let names = unit_names(scenario, units);
    let who = match (names.len(), region) {
        _ if zones_may_lie_apart(&scenario.problem) => whole(scenario, &names, region),
        (_, Some(region)) => format!("{region}, which no zone may leave, has a part of"),
        (1, None) => format!("{} stands apart with", names[0]),
        _ => format!(
            "{} hang together apart from the rest ({}) with",
            count(names.len(), "unit"),
            list(&names, NAMES_SHOWN)
        ),
    };
    let most_zones = population.checked_div(limits.minimum()).unwrap_or(0);
    let sums = match (most_zones, limits.maximum()) {
        (0, _) if limits.minimum() == 0 => format!("a zone may have {}", bounds(limits)),
        (0, _) => format!("one zone needs at least {}", thousands(limits.minimum())),
        (zones, Some(maximum)) => format!(
            "zones of {} add up to at most {} ({}) or at least {} ({})",
            bounds(limits),
            thousands(zones.saturating_mul(maximum)),
            count(zones as usize, "zone"),
            thousands((zones + 1).saturating_mul(limits.minimum())),
            count(zones as usize + 1, "zone"),
        ),
        (_, None) => format!("a zone must have {}", bounds(limits)),
    };
    let number =
        if zones.is_free() { String::new() } else { format!(" (a region has {})", zones.of("zone")) };
    format!("{who} {} inhabitants, and {sums}{number}", thousands(population))
}
