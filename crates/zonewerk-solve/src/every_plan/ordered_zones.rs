//! The zones that every plan is made of, ready for a walk: each as bits, in the order of these bits, so
//! that zones which begin alike stand together and are passed over together.

use std::collections::VecDeque;

use rayon::prelude::*;

use crate::objective_steps::Question;
use crate::zones::{Nesting, ZonePool};
use zonewerk_core::graph::{Graph, components};
use zonewerk_core::territory::{Id, UnitId};

/// A side row: the largest value that a plan may have, and what each zone adds to it.
pub(super) struct SideRow {
    pub(super) most: u128,
    pub(super) adds: Vec<u128>,
}

/// Zones in the order in which a walk tries them, with all that a walk asks of them. Units are known by
/// their rank: neighbours have ranks that are near each other, so that what is left free stays in one
/// piece for long.
pub(super) struct OrderedZones {
    /// Number of units.
    units: usize,
    /// Words of 64 bits in a set of units and of groups that only one zone may straddle, behind them.
    pub(super) words: usize,
    /// Per rank, where the zones begin whose first unit it is.
    starts: Vec<usize>,
    /// The place of each zone in the pool.
    pub(super) zones: Vec<u32>,
    masks: Vec<u64>,
    pub(super) sides: Vec<SideRow>,
    /// Fewest and most zones of a plan.
    pub(super) count: [u64; 2],
    /// Inhabitants by rank.
    people: Vec<u64>,
    /// The neighbours of each rank; empty where a zone is not contiguous, so that parts say nothing.
    near: Vec<u64>,
    /// Inhabitants of the smallest and of the largest zone.
    range: [u64; 2],
}

impl OrderedZones {
    /// `sides` has what each zone of the pool adds, in the order of the pool.
    pub(super) fn new(question: Question<'_>, pool: &ZonePool, sides: Vec<SideRow>) -> Self {
        let Question { territory, graph, problem, requirements, .. } = question;
        let (units, count) = (graph.len(), problem.zone_count);
        let nesting = Nesting::new(territory, requirements);
        let words = (units + nesting.weak_groups()).div_ceil(64).max(1);
        let rank = ranks(graph);
        let mut of_pool = vec![0; pool.len() * words];
        for (zone, mask) in of_pool.chunks_exact_mut(words).enumerate() {
            let straddled = match nesting.weak_groups() {
                0 => Vec::new(),
                _ => nesting.weakly_straddled(pool.units(zone)),
            };
            let conflict_rows = straddled.into_iter().map(|group| units + group);
            let ranks = pool.units(zone).iter().map(|unit| rank[unit.index()]);
            ranks.chain(conflict_rows).for_each(|rank| mask[rank / 64] |= bit(rank));
        }
        let mask = |zone: usize| &of_pool[zone * words..][..words];
        let mut order: Vec<usize> = (0..pool.len()).collect();
        order.par_sort_unstable_by(|&a, &b| mask(b).cmp(mask(a)));
        let first = |zone: usize| first_one(mask(zone));
        let starts =
            (0..=units).map(|rank| order.partition_point(|&zone| first(zone) < rank)).collect::<Vec<_>>();
        let masks = order.iter().flat_map(|&zone| mask(zone)).copied().collect();
        let in_order = |side: SideRow| SideRow {
            most: side.most,
            adds: order.iter().map(|&zone| side.adds[zone]).collect(),
        };
        let mut people = vec![0; units];
        graph.units().for_each(|unit| people[rank[unit.index()]] = territory.unit(unit).population);
        let are_contiguous = pool.iter().all(|zone| components(graph, zone).len() == 1);
        let sizes = pool.iter().map(|zone| territory.population(zone.iter().copied()));
        let range = sizes.fold([u64::MAX, 0], |[least, most], people| [least.min(people), most.max(people)]);
        Self {
            units,
            words,
            starts,
            zones: order.iter().map(|&zone| zone as u32).collect(),
            masks,
            sides: sides.into_iter().map(in_order).collect(),
            count: [count.minimum().unwrap_or(0), count.maximum().unwrap_or(u64::MAX)],
            people,
            near: if are_contiguous { near(graph, &rank, words) } else { Vec::new() },
            range,
        }
    }

    /// The zones whose first unit has this rank.
    pub(super) fn of_first(&self, rank: usize) -> [usize; 2] {
        [self.starts[rank], self.starts[rank + 1]]
    }

    /// The units of a zone, by its place here, and what it alone may straddle.
    pub(super) fn mask(&self, place: usize) -> &[u64] {
        &self.masks[place * self.words..][..self.words]
    }

    /// The zone of exactly the units that are free; none where there is no such zone.
    pub(super) fn of_all_free(&self, taken: &[u64], first: usize) -> [usize; 2] {
        let [start, end] = self.of_first(first);
        let free = |word: usize| !taken[word] & self.within(word);
        let is_before = |place: usize| {
            let mask = self.mask(place).iter().enumerate();
            mask.map(|(word, mask)| mask & self.within(word)).gt((0..self.words).map(free))
        };
        let at = partition_point([start, end], is_before);
        let is_all =
            at < end && (0..self.words).all(|word| self.mask(at)[word] & self.within(word) == free(word));
        [at, at + usize::from(is_all)]
    }

    /// The first rank at which a zone has what is taken.
    pub(super) fn conflict(&self, place: usize, taken: &[u64]) -> Option<usize> {
        let both = self.mask(place).iter().zip(taken).map(|(mask, taken)| mask & taken);
        let (word, both) = both.enumerate().find(|&(_, both)| both != 0)?;
        Some(word * 64 + both.leading_zeros() as usize)
    }

    /// The first zone behind this one, and before the end, that differs from it up to a rank.
    pub(super) fn past(&self, place: usize, rank: usize, end: usize) -> usize {
        let (word, bits) = (rank / 64, u64::MAX << (63 - rank % 64));
        let own = self.mask(place);
        let is_alike = |other: usize| {
            let mask = self.mask(other);
            mask[..word] == own[..word] && (mask[word] ^ own[word]) & bits == 0
        };
        let mut step = 1;
        while place + step < end && is_alike(place + step) {
            step *= 2;
        }
        partition_point([place + step / 2, end.min(place + step)], is_alike)
    }

    /// The first rank that is not taken.
    pub(super) fn first_free(&self, taken: &[u64]) -> Option<usize> {
        let word = taken.iter().position(|&word| word != u64::MAX)?;
        let rank = word * 64 + taken[word].leading_ones() as usize;
        (rank < self.units).then_some(rank)
    }

    /// How many more zones can be, at most, where so many as are allowed can add up to the inhabitants of
    /// each part of what is free: no zone has fewer than the smallest or more than the largest.
    pub(super) fn more_zones(&self, taken: &[u64], zones: u64) -> Option<u64> {
        let mut left = taken.to_vec();
        let (mut fewest, mut greatest) = (zones, zones);
        while let Some(first) = self.first_free(&left) {
            let (people, units) = self.take_part(&mut left, first);
            let [least, most] = self.range;
            let needed = if people <= most { 1 } else { people.checked_div(most).unwrap_or(u64::MAX) };
            let needed = if needed.saturating_mul(most) < people { needed.saturating_add(1) } else { needed };
            if needed.saturating_mul(least) > people {
                return None;
            }
            fewest = fewest.saturating_add(needed);
            greatest = greatest.saturating_add(people.checked_div(least).unwrap_or(units));
        }
        let [least, most] = self.count;
        (fewest <= most && greatest >= least).then(|| greatest.min(most) - zones)
    }

    /// Takes the free part of a rank, or all that is free where parts say nothing: its inhabitants and units.
    fn take_part(&self, left: &mut [u64], first: usize) -> (u64, u64) {
        let (mut people, mut units) = (0_u64, 0);
        let mut waiting = vec![first];
        left[first / 64] |= bit(first);
        while let Some(rank) = waiting.pop() {
            people = people.saturating_add(self.people[rank]);
            units += 1;
            for (word, left) in left.iter_mut().enumerate() {
                let near = self.near.get(rank * self.words + word).copied().unwrap_or(u64::MAX);
                let mut new = near & !*left & self.within(word);
                *left |= new;
                while new != 0 {
                    let next = word * 64 + new.leading_zeros() as usize;
                    waiting.push(next);
                    new ^= bit(next);
                }
            }
        }
        (people, units)
    }

    /// The units of a word.
    fn within(&self, word: usize) -> u64 {
        match self.units.saturating_sub(word * 64) {
            left if left >= 64 => u64::MAX,
            left => !(u64::MAX >> left),
        }
    }
}

/// The bit of a rank in its word: the first ranks are the highest bits, so that sets compare as numbers do.
fn bit(rank: usize) -> u64 {
    1 << (63 - rank % 64)
}

fn first_one(mask: &[u64]) -> usize {
    let word = mask.iter().position(|&word| word != 0).unwrap_or(mask.len());
    word * 64 + mask.get(word).map_or(0, |word| word.leading_zeros() as usize)
}

/// The first place of a range that does not pass a test, which those before it pass.
fn partition_point([mut low, mut high]: [usize; 2], test: impl Fn(usize) -> bool) -> usize {
    while low < high {
        let middle = low + (high - low) / 2;
        if test(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

fn near(graph: &Graph, rank: &[usize], words: usize) -> Vec<u64> {
    let mut near = vec![0; graph.len() * words];
    for unit in graph.units() {
        for other in graph.neighbours(unit) {
            let (from, to) = (rank[unit.index()], rank[other.unit.index()]);
            near[from * words + to / 64] |= bit(to);
        }
    }
    near
}

/// The rank of each unit: breadth first, in each part from a unit at its end.
fn ranks(graph: &Graph) -> Vec<usize> {
    let mut rank = vec![usize::MAX; graph.len()];
    let mut next = 0;
    for start in graph.units() {
        if rank[start.index()] != usize::MAX {
            continue;
        }
        let end = breadth_first(graph, start).pop().unwrap_or(start);
        for unit in breadth_first(graph, end) {
            rank[unit.index()] = next;
            next += 1;
        }
    }
    rank
}

fn breadth_first(graph: &Graph, start: UnitId) -> Vec<UnitId> {
    let mut is_met = vec![false; graph.len()];
    is_met[start.index()] = true;
    let (mut met, mut waiting) = (Vec::new(), VecDeque::from([start]));
    while let Some(unit) = waiting.pop_front() {
        met.push(unit);
        for other in graph.neighbours(unit) {
            if !std::mem::replace(&mut is_met[other.unit.index()], true) {
                waiting.push_back(other.unit);
            }
        }
    }
    met
}
