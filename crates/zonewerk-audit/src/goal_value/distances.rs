//! Goals on distances between the centres of units.

use std::collections::BTreeSet;

use crate::plan_facts::Facts;
use zonewerk_core::territory::UnitId;

/// `sum of p |x - g|^2` over the units of a zone, with `g` the centre of its population, in
/// people km², halves rounded up. With places `y` as seen from the first unit it is
/// `sum of p |y|^2 - |sum of p y|^2 / P`, whatever that unit is (König and Huygens).
pub(super) fn inertia(facts: &Facts, units: &BTreeSet<UnitId>) -> u64 {
    let Some(first) = units.first() else { return 0 };
    let centres = facts.graph.centres();
    let (mut people, mut squares, mut sums) = (0_i128, 0_i128, [0_i128; 3]);
    for &unit in units {
        let here = i128::from(facts.territory.unit(unit).population);
        people = people.saturating_add(here);
        for axis in 0..3 {
            let place = i128::from(centres[unit][axis]) - i128::from(centres[*first][axis]);
            squares = squares.saturating_add(here.saturating_mul(place * place));
            sums[axis] = sums[axis].saturating_add(here.saturating_mul(place));
        }
    }
    if people == 0 {
        return 0;
    }
    let about_first = squares.saturating_mul(people);
    let of_centre = sums.iter().map(|sum| sum.saturating_mul(*sum)).fold(0, i128::saturating_add);
    rounded(about_first.saturating_sub(of_centre), people.saturating_mul(1_000_000))
}

/// People times kilometres to the unit of the zone for which that is least, halves rounded up;
/// each distance in whole metres, rounded down.
pub(super) fn to_best_placed(facts: &Facts, units: &BTreeSet<UnitId>) -> u64 {
    let centres = facts.graph.centres();
    let metres = |a: UnitId, b: UnitId| {
        let sides = (0..3).map(|axis| u128::from(centres[a][axis].abs_diff(centres[b][axis])));
        sides.map(|side| side * side).sum::<u128>().isqrt() as i128
    };
    let people = |unit: UnitId| i128::from(facts.territory.unit(unit).population);
    let to = |centre: &UnitId| {
        let each = units.iter().map(|&unit| people(unit).saturating_mul(metres(unit, *centre)));
        each.fold(0, i128::saturating_add)
    };
    rounded(units.iter().map(to).min().unwrap_or(0), 1_000)
}

/// `sum of p d^2` to the unit of the zone for which that is least, in people km², halves rounded up.
pub(super) fn squared_to_best_placed(facts: &Facts, units: &BTreeSet<UnitId>) -> u64 {
    let centres = facts.graph.centres();
    let to = |centre: &UnitId| {
        let each = units.iter().map(|&unit| {
            let sides = (0..3).map(|axis| centres[unit][axis].abs_diff(centres[*centre][axis]));
            let square: u128 = sides.map(|side| u128::from(side).pow(2)).sum();
            let people = i128::from(facts.territory.unit(unit).population);
            people.saturating_mul(i128::try_from(square).unwrap_or(i128::MAX))
        });
        each.fold(0, i128::saturating_add)
    };
    rounded(units.iter().map(to).min().unwrap_or(0), 1_000_000)
}

/// A fraction of whole numbers that are not negative, halves rounded up.
fn rounded(above: i128, below: i128) -> u64 {
    let (whole, rest) = (above / below, above % below);
    u64::try_from(whole + i128::from(rest >= below - rest)).unwrap_or(u64::MAX)
}
