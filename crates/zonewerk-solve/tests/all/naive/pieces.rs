//! Zones in one piece on the map, from the words of the rule.

use zonewerk_core::problem::{Excepted, PinKind, Problem, RuleId};

use super::lists::{Set, members, set};
use crate::worlds::pieces::Pieces;

/// What the rule asks.
pub struct NaivePieces {
    sizes: Vec<Vec<u64>>,
    touching: Vec<([usize; 2], [usize; 2])>,
    /// Units of several parts that count as connected.
    by_itself: Set,
    /// Zones that may lie in pieces, by exactly their units.
    let_off: Vec<Set>,
    /// Zones that may, by units that they hold.
    let_off_with: Vec<Set>,
}

type Part = (usize, usize);

impl NaivePieces {
    pub fn of(pieces: &Pieces, problem: &Problem) -> Self {
        let mut found = Self {
            sizes: pieces.sizes.clone(),
            touching: pieces.touching.clone(),
            by_itself: pieces.except.iter().fold(0, |set, unit| set | 1 << unit),
            let_off: Vec::new(),
            let_off_with: Vec::new(),
        };
        for exception in &problem.exceptions {
            match &exception.subject {
                _ if !exception.waives.contains(&RuleId::ZoneInPieces) => {}
                Excepted::Units(units) => found.let_off.push(set(units)),
                Excepted::Zone(wanted) => {
                    found.let_off_with.extend(problem.pins.iter().filter_map(|pin| match &pin.asks {
                        PinKind::Zone { name, holds, .. } if name == wanted => Some(set(holds)),
                        _ => None,
                    }));
                }
                _ => {}
            }
        }
        found
    }

    /// Whether a zone may lie as it does: floods over the parts of its units reach all their main parts,
    /// one flood for each connected part of the zone.
    pub fn allow(&self, neighbours: &[(usize, usize)], zone: Set) -> bool {
        let main = |unit: usize| {
            let largest = self.sizes[unit].iter().max().unwrap();
            (unit, self.sizes[unit].iter().position(|size| size == largest).unwrap())
        };
        let touch = |one: Part, other: Part| {
            self.touching.iter().any(|&([a, b], [of_a, of_b])| {
                [(a, of_a), (b, of_b)] == [one, other] || [(b, of_b), (a, of_a)] == [one, other]
            })
        };
        let all = |unit: usize| (0..self.sizes[unit].len()).map(move |part| (unit, part));
        let joined = |one: Part, other: Part| {
            if one.0 == other.0 {
                return self.by_itself >> one.0 & 1 == 1;
            }
            let beside =
                neighbours.iter().any(|&(a, b)| (a, b) == (one.0, other.0) || (b, a) == (one.0, other.0));
            let touching = all(one.0).any(|own| all(other.0).any(|theirs| touch(own, theirs)));
            let by_link = !touching && one == main(one.0) && other == main(other.0);
            beside && (touch(one, other) || by_link)
        };
        let parts: Vec<Part> = members(zone).flat_map(all).collect();
        let mains: Vec<Part> = members(zone).map(main).collect();
        let units: Vec<usize> = members(zone).collect();
        let beside = |a: usize, b: usize| neighbours.contains(&(a, b)) || neighbours.contains(&(b, a));
        floods(&mains, &parts, joined) == floods(&units, &units, beside)
            || self.let_off.contains(&zone)
            || self.let_off_with.iter().any(|units| zone & units == *units)
    }
}

/// How many floods it takes to reach all of these.
fn floods<T: Copy + PartialEq>(wanted: &[T], all: &[T], joined: impl Fn(T, T) -> bool) -> usize {
    let (mut reached, mut floods, mut walked) = (Vec::new(), 0, 0);
    for &first in wanted {
        if reached.contains(&first) {
            continue;
        }
        floods += 1;
        reached.push(first);
        while let Some(&from) = reached.get(walked) {
            let next: Vec<T> =
                all.iter().copied().filter(|&to| !reached.contains(&to) && joined(from, to)).collect();
            reached.extend(next);
            walked += 1;
        }
    }
    floods
}
