//! Proofs of impossibility that need no list of zones.

use super::Infeasibility;
use crate::graph::{Graph, components};
use crate::problem::{CountBounds, PopulationBounds, Problem};
use crate::territory::{Territory, UnitId};

/// A fixed zone that breaks a rule, or a part of the territory whose population no
/// number of zones can take.
pub(super) fn before_listing(
    territory: &Territory,
    graph: &Graph,
    problem: &Problem,
) -> Option<Infeasibility> {
    broken_fixed_zone(territory, graph, problem).or_else(|| indivisible_part(territory, graph, problem))
}

fn broken_fixed_zone(territory: &Territory, graph: &Graph, problem: &Problem) -> Option<Infeasibility> {
    problem.fixed_zones.iter().find_map(|fixed| {
        let zone = fixed.name.clone();
        let population = territory.population(fixed.units.iter().copied());
        if !problem.bounds_for(&fixed.units).allow(population) {
            return Some(Infeasibility::FixedZoneOutOfBounds { zone, population });
        }
        let parts = components(graph, &fixed.units).len();
        (parts != 1).then_some(Infeasibility::FixedZoneNotContiguous { zone, parts })
    })
}

/// Only parts without a unit that an exception names: an exception changes the sum.
fn indivisible_part(territory: &Territory, graph: &Graph, problem: &Problem) -> Option<Infeasibility> {
    let fixed: Vec<UnitId> = problem.fixed_zones.iter().flat_map(|zone| zone.units.iter().copied()).collect();
    let zones = CountBounds::default();
    let free: Vec<UnitId> = graph.units().filter(|unit| !fixed.contains(unit)).collect();
    components(graph, &free).into_iter().find_map(|units| {
        let excepted = problem
            .excepted_zones()
            .any(|(zone, _)| zone.iter().any(|unit| units.binary_search(unit).is_ok()));
        let population = territory.population(units.iter().copied());
        let indivisible = !excepted && !divisible(population, problem.bounds(), zones);
        indivisible.then_some(Infeasibility::Arithmetic { units, population, zones, region: None })
    })
}

/// Whether some number of zones, each within the bounds, can add up to the population:
/// `k * minimum <= population <= k * maximum` for a whole `k >= 1` that `zones` allow.
pub(super) fn divisible(population: u64, bounds: PopulationBounds, zones: CountBounds) -> bool {
    let by_maximum = match bounds.maximum() {
        None => 1,
        Some(0) if population > 0 => return false,
        Some(0) => 1,
        Some(maximum) => population.div_ceil(maximum),
    };
    let fewest = by_maximum.max(zones.minimum().unwrap_or(0)).max(1);
    let by_minimum = population.checked_div(bounds.minimum()).unwrap_or(u64::MAX);
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
            assert_eq!(divisible(population, bounds, any), expected, "{population} within {bounds}");
        }
    }
}
