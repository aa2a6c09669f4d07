//! Goals on distances, by their definitions: sums over the people of a zone, in fractions.

use super::lists::{Lists, Set, members};

const SQUARE_METRES: i128 = 1_000_000;

/// `sum p |x - g|^2` about the weighted centre `g`, in people km², halves rounded up.
/// With `g = s / P` it is the fraction `sum p |P x - s|^2 / P^2`.
pub fn inertia(lists: &Lists, zone: Set) -> u64 {
    let people = |unit: usize| i128::from(lists.people[unit]);
    let place = |unit: usize, axis: usize| i128::from(lists.centres[unit][axis]);
    let all: i128 = members(zone).map(people).sum();
    if all == 0 {
        return 0;
    }
    let mut above = 0;
    for axis in 0..3 {
        let sum: i128 = members(zone).map(|unit| people(unit) * place(unit, axis)).sum();
        let squares = members(zone).map(|unit| people(unit) * (all * place(unit, axis) - sum).pow(2));
        above += squares.sum::<i128>();
    }
    let below = all * all * SQUARE_METRES;
    u64::try_from((2 * above + below) / (2 * below)).unwrap()
}

/// People times kilometres to the unit of the zone for which that is least, halves rounded
/// up; each distance in whole metres, rounded down.
pub fn people_km(lists: &Lists, zone: Set) -> u64 {
    let metres = |centre: usize| {
        members(zone)
            .map(move |unit| lists.people[unit] * whole_metres(lists.centres[unit], lists.centres[centre]))
    };
    let least = members(zone).map(|centre| metres(centre).sum::<u64>()).min().unwrap();
    (2 * least + 1_000) / 2_000
}

/// People times square kilometres to the unit of the zone for which that is least, halves rounded up.
pub fn people_square_km(lists: &Lists, zone: Set) -> u64 {
    let square = |a: usize, b: usize| {
        (0..3).map(|axis| (lists.centres[a][axis] - lists.centres[b][axis]).pow(2)).sum::<i64>() as u64
    };
    let to = |centre| members(zone).map(|unit| lists.people[unit] * square(unit, centre)).sum::<u64>();
    (2 * members(zone).map(to).min().unwrap() + SQUARE_METRES as u64) / (2 * SQUARE_METRES as u64)
}

/// The largest whole number whose square is not above that of the distance.
fn whole_metres(a: [i64; 3], b: [i64; 3]) -> u64 {
    let square: i64 = (0..3).map(|axis| (a[axis] - b[axis]).pow(2)).sum();
    let mut metres = (square as f64).sqrt() as i64;
    while metres.pow(2) > square {
        metres -= 1;
    }
    while (metres + 1).pow(2) <= square {
        metres += 1;
    }
    metres as u64
}
