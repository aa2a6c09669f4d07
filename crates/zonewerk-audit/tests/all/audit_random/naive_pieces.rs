//! The pieces of zones on the map.

use std::collections::BTreeSet;
use zonewerk_core::problem::RuleId;

use super::naive::{Tray, Who};
use super::naive_look::{Look, held, parted};

/// Every part of every unit is a row of a matrix of what is connected (Warshall 1962).
pub fn zone_in_pieces(look: &Look, rule: RuleId, tray: &mut Tray) {
    let parts = look.world.parts.as_ref().unwrap();
    let rows: Vec<(usize, usize)> = (0..look.units())
        .flat_map(|unit| (0..parts.sizes[unit].len()).map(move |part| (unit, part)))
        .collect();
    let main = |unit: usize| {
        let largest = parts.sizes[unit].iter().max().unwrap();
        parts.sizes[unit].iter().position(|size| size == largest).unwrap()
    };
    let touch = |(a, of_a): (usize, usize), (b, of_b): (usize, usize)| {
        parts.touching.contains(&([a, b], [of_a, of_b])) || parts.touching.contains(&([b, a], [of_b, of_a]))
    };
    for zone in 0..look.zones.len() {
        let row = &look.zones[zone];
        let (units, divided) = (held(row), parted(row));
        let open: BTreeSet<usize> =
            divided.iter().copied().filter(|&unit| parts.sizes[unit].len() > 1).collect();
        if !open.is_empty() {
            tray.leave_open(rule, Who::Zone(zone), format!("map parts of {open:?}"));
        }
        let by_itself: BTreeSet<usize> = look.excepted(rule).union(&divided).copied().collect();
        let joined = |one: (usize, usize), other: (usize, usize)| {
            if one.0 == other.0 {
                return one == other || by_itself.contains(&one.0);
            }
            let touches_nowhere = !rows.iter().any(|&own| {
                rows.iter().any(|&theirs| own.0 == one.0 && theirs.0 == other.0 && touch(own, theirs))
            });
            let by_link = touches_nowhere && one.1 == main(one.0) && other.1 == main(other.0);
            look.near[one.0][other.0] && (touch(one, other) || by_link)
        };
        let mine: Vec<(usize, usize)> = rows.iter().copied().filter(|row| units.contains(&row.0)).collect();
        let mut reach: Vec<Vec<bool>> =
            mine.iter().map(|&one| mine.iter().map(|&other| joined(one, other)).collect()).collect();
        for via in 0..mine.len() {
            for from in 0..mine.len() {
                for to in 0..mine.len() {
                    reach[from][to] |= reach[from][via] && reach[via][to];
                }
            }
        }
        let sets: BTreeSet<BTreeSet<(usize, usize)>> = reach
            .iter()
            .map(|row| mine.iter().zip(row).filter(|(_, reached)| **reached).map(|(&part, _)| part).collect())
            .collect();
        let is_main = |part: &&(usize, usize)| part.1 == main(part.0);
        let units_of =
            |set: &BTreeSet<(usize, usize)>| set.iter().map(|part| part.0).collect::<BTreeSet<_>>();
        let (mut said, mut joints) = (BTreeSet::new(), BTreeSet::new());
        for connected in look.pieces(&units, &look.near) {
            let here = || sets.iter().filter(|set| units_of(set).is_subset(&connected));
            let pieces: Vec<_> = here().filter(|set| set.iter().any(|part| is_main(&part))).collect();
            if pieces.len() < 2 {
                continue;
            }
            for piece in &pieces {
                let with_main: BTreeSet<usize> = piece.iter().filter(is_main).map(|part| part.0).collect();
                let others = units_of(piece).difference(&with_main).copied().collect::<BTreeSet<_>>();
                said.insert((with_main, others));
            }
            let telling = || here().filter(|set| pieces.contains(set) || units_of(set).len() > 1);
            let often = |unit: &usize| telling().filter(|set| units_of(set).contains(unit)).count() > 1;
            joints.extend(connected.iter().copied().filter(often));
        }
        if !said.is_empty() {
            let found = format!("pieces {said:?} joined by {joints:?}");
            tray.say(rule, Who::Zone(zone), found, "one piece");
        }
    }
}
