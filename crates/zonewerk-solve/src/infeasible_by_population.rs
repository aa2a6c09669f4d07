//! Proofs of impossibility that need no list of zones.

use std::ops::RangeInclusive;

use super::Infeasibility;
use crate::requirements::Requirements;
use zonewerk_core::graph::{Graph, components};
use zonewerk_core::problem::{CountBounds, PopulationBounds, Problem};
use zonewerk_core::territory::{Id, Territory, UnitId};

/// A fixed zone that breaks a rule, or a part of the territory whose population no
/// number of zones can take.
pub(super) fn before_listing(
    territory: &Territory,
    graph: &Graph,
    asked: (&Problem, &Requirements),
) -> Option<Infeasibility> {
    broken_fixed_zone(territory, graph, asked).or_else(|| indivisible_part(territory, graph, asked, None))
}

fn broken_fixed_zone(
    territory: &Territory,
    graph: &Graph,
    (problem, requirements): (&Problem, &Requirements),
) -> Option<Infeasibility> {
    let rules = &requirements.zones;
    problem.fixed_zones.iter().find_map(|fixed| {
        let zone = fixed.name.clone();
        let population = territory.population(fixed.units.iter().copied());
        if !rules.needs(&fixed.units).population.allow(population) {
            return Some(Infeasibility::FixedZoneOutOfBounds { zone, population });
        }
        let parts = || components(graph, &fixed.units).len();
        (!rules.is_contiguous(graph, &fixed.units))
            .then(|| Infeasibility::FixedZoneNotContiguous { zone, parts: parts() })
    })
}

/// Units between which zones may reach, and out of which none does, whose population no number of
/// zones can take; only those without a unit that an exception names, for an exception changes the sum.
/// Where zones must hold `asked` alone, others lie in one of them or in none.
pub(super) fn indivisible_part(
    territory: &Territory,
    graph: &Graph,
    (problem, requirements): (&Problem, &Requirements),
    asked: Option<&[bool]>,
) -> Option<Infeasibility> {
    let fixed: Vec<UnitId> = problem.fixed_zones.iter().flat_map(|zone| zone.units.iter().copied()).collect();
    let zones = CountBounds::default();
    let free: Vec<UnitId> = graph.units().filter(|unit| !fixed.contains(unit)).collect();
    requirements.zones.graph(graph).components(&free).into_iter().find_map(|units| {
        let excepted = requirements.zones.may_except(&units);
        let most = territory.population(units.iter().copied());
        let is_asked = |unit: &UnitId| asked.is_none_or(|asked| asked[unit.index()]);
        let units: Vec<UnitId> = units.into_iter().filter(is_asked).collect();
        let population = territory.population(units.iter().copied());
        let bounds = requirements.zones.bounds();
        let indivisible = !excepted && !units.is_empty() && !divisible(population..=most, bounds, zones);
        indivisible.then_some(Infeasibility::Arithmetic { units, population, zones, region: None })
    })
}

/// Whether some number of zones, each within the bounds, can add up to one of the populations:
/// `k * minimum <= most` and `least <= k * maximum` for a whole `k >= 1` that `zones` allow.
pub(super) fn divisible(
    populations: RangeInclusive<u64>,
    bounds: PopulationBounds,
    zones: CountBounds,
) -> bool {
    let (population, most) = populations.into_inner();
    let by_maximum = match bounds.maximum() {
        None => 1,
        Some(0) if population > 0 => return false,
        Some(0) => 1,
        Some(maximum) => population.div_ceil(maximum),
    };
    let fewest = by_maximum.max(zones.minimum().unwrap_or(0)).max(1);
    let by_minimum = most.checked_div(bounds.minimum()).unwrap_or(u64::MAX);
    fewest <= by_minimum.min(zones.maximum().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn population_is_divisible_when_a_whole_number_of_zones_fits() {
        let bounds = |minimum, maximum| PopulationBounds::new(minimum, maximum).unwrap();
        for (population, bounds, expected) in [
            (10, bounds(4, Some(5)), true),
            (11, bounds(4, Some(5)), false),
            (12, bounds(4, Some(5)), true),
            (3, bounds(4, Some(5)), false),
            (4, bounds(4, None), true),
            (0, bounds(0, Some(0)), true),
            (1, bounds(0, Some(0)), false),
            (0, bounds(1, Some(9)), false),
        ] {
            let any = CountBounds::default();
            assert_eq!(
                divisible(population..=population, bounds, any),
                expected,
                "{population} within {bounds}"
            );
        }
    }

    #[test]
    fn some_of_a_population_is_divisible_when_some_sum_on_the_way_is() {
        let bounds = PopulationBounds::new(4, Some(5)).unwrap();
        for (populations, expected) in [(6..=7, false), (6..=8, true), (5..=7, true), (11..=11, false)] {
            let found = divisible(populations.clone(), bounds, CountBounds::default());
            assert_eq!(found, expected, "{populations:?}");
        }
    }
}
