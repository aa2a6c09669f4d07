//! Every set of zones that may be a region: disjoint, contiguous, within what regions
//! may be, each once.
//!
//! As zones are listed from units (Wernicke 2006), regions are listed from zones: a set grows
//! from its first zone by zones after it that border the set and do not overlap it. Zones stand
//! in the order of their reduced costs, so that a set ends where no further
//! zone fits the budget; but first those with which a region may become larger than others, so
//! that a set without one of them never gets one.

use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::region_needs::{Needs, UnitSet, ZoneFacts};

/// Sets visited between two looks at the limits.
const VISITS_BETWEEN_LOOKS: usize = 1 << 12;
/// Zones looked at between two looks at the clock.
const ZONES_BETWEEN_LOOKS: usize = 1 << 16;
/// Sets that may be visited for one that may be found.
const VISITS_A_SET: usize = 20;
/// Pairs of neighbouring zones for one set that may be found.
const PAIRS_A_SET: usize = 100;
/// Zones whose pairs are counted first, to tell early that there are too many.
const SAMPLE: usize = 128;

/// More sets than may be listed, or no time to list them.
pub(super) struct TooManySets;

/// The sets whose reduced costs sum to no more than `budget`, as places among `zones`, which
/// stand with exempt ones first, then in ascending order of reduced cost. Ascending by first zone. Sets that
/// leave of the units `among` what cannot be regions are left out.
pub(super) fn region_sets(
    zones: &[ZoneFacts],
    needs: &Needs<'_>,
    among: &UnitSet,
    budget: u128,
    most: usize,
    stop: &(dyn Fn() -> bool + Sync),
) -> Result<Vec<Box<[u32]>>, TooManySets> {
    let beside = beside(zones, budget, most, stop)?;
    let among = needs.may_be_regions(among).then_some(among);
    let (found, visits) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let from_first: Vec<Vec<Box<[u32]>>> = (0..zones.len())
        .into_par_iter()
        .map(|first| {
            let mut walk = RegionEnumeration {
                zones,
                needs,
                among,
                beside: &beside,
                budget,
                found: Vec::new(),
                counted: &found,
                visited: &visits,
                visits: 0,
                looked_at: 0,
                stop,
                most,
                set: vec![first as u32],
            };
            if stop() {
                return Err(TooManySets);
            }
            let facts = &zones[first];
            if !needs.may_be_held(&facts.units, facts.people, 1) {
                return Ok(walk.found);
            }
            let next: Vec<u32> =
                beside[first].iter().copied().filter(|&zone| zone as usize > first).collect();
            walk.grow(facts.units.clone(), facts.beside.clone(), facts.people, facts.reduced_cost, &next)?;
            Ok(walk.found)
        })
        .collect::<Result<_, _>>()?;
    Ok(from_first.into_iter().flatten().collect())
}

/// Per zone, those that border it without overlapping it and could be in a set with it,
/// ascending.
fn beside(
    zones: &[ZoneFacts],
    budget: u128,
    most: usize,
    stop: &(dyn Fn() -> bool + Sync),
) -> Result<Vec<Vec<u32>>, TooManySets> {
    let most = most.saturating_mul(PAIRS_A_SET);
    let exempt = zones.partition_point(|other| other.exempt);
    let beside = |place: usize| -> Vec<u32> {
        let zone = &zones[place];
        let fits = |(other, facts): (usize, &ZoneFacts)| {
            let borders =
                other != place && zone.beside.meets(&facts.units) && !zone.units.meets(&facts.units);
            borders.then_some(other as u32)
        };
        let within =
            zones[exempt..].partition_point(|other| zone.reduced_cost + other.reduced_cost <= budget);
        zones[..exempt + within].iter().enumerate().filter_map(fits).collect()
    };
    let step = zones.len().div_ceil(SAMPLE).max(1);
    if step > 1 {
        let sample: Vec<usize> = (0..zones.len()).step_by(step).collect();
        let counted = |place| if stop() { Err(TooManySets) } else { Ok(beside(place).len()) };
        let pairs: usize = sample.into_par_iter().map(counted).sum::<Result<_, _>>()?;
        if pairs.saturating_mul(step) / 2 > most {
            return Err(TooManySets);
        }
    }
    let pairs = AtomicUsize::new(0);
    (0..zones.len())
        .into_par_iter()
        .map(|place| {
            if stop() {
                return Err(TooManySets);
            }
            let beside = beside(place);
            let before = pairs.fetch_add(beside.len(), Ordering::Relaxed);
            if before + beside.len() > most { Err(TooManySets) } else { Ok(beside) }
        })
        .collect()
}

struct RegionEnumeration<'a> {
    zones: &'a [ZoneFacts],
    needs: &'a Needs<'a>,
    /// What is to be regions.
    among: Option<&'a UnitSet>,
    beside: &'a [Vec<u32>],
    budget: u128,
    found: Vec<Box<[u32]>>,
    counted: &'a AtomicUsize,
    visited: &'a AtomicUsize,
    visits: usize,
    looked_at: usize,
    stop: &'a (dyn Fn() -> bool + Sync),
    most: usize,
    set: Vec<u32>,
}

impl RegionEnumeration<'_> {
    /// Takes in the set as it is, and every set that grows from it by zones of `next`, or by
    /// zones that border those and not the set.
    fn grow(
        &mut self,
        units: UnitSet,
        beside: UnitSet,
        people: u64,
        reduced_cost: u128,
        next: &[u32],
    ) -> Result<(), TooManySets> {
        let size = self.set.len() as u64;
        self.visits += 1;
        if self.visits.is_multiple_of(VISITS_BETWEEN_LOOKS) {
            let visits = self.visited.fetch_add(VISITS_BETWEEN_LOOKS, Ordering::Relaxed);
            if visits > self.most.saturating_mul(VISITS_A_SET) {
                return Err(TooManySets);
            }
        }
        let leaves_regions =
            || self.among.is_none_or(|among| self.needs.may_be_regions(&among.without(&units)));
        if self.needs.allow(&units, people, size) && leaves_regions() {
            self.found.push(self.set.as_slice().into());
            if self.counted.fetch_add(1, Ordering::Relaxed) > self.most {
                return Err(TooManySets);
            }
        }
        for (place, &zone) in next.iter().enumerate() {
            let facts = &self.zones[zone as usize];
            let sum = reduced_cost + facts.reduced_cost;
            if sum > self.budget {
                if facts.exempt {
                    continue;
                }
                break;
            }
            let mut with = units.clone();
            with.add(&facts.units);
            if !self.needs.may_be_held(&with, people + facts.people, size + 1) {
                continue;
            }
            self.looked_at += next.len() - place + self.beside[zone as usize].len();
            if self.looked_at > ZONES_BETWEEN_LOOKS {
                self.looked_at = 0;
                if (self.stop)() {
                    return Err(TooManySets);
                }
            }
            let first = self.set[0];
            let new = self.beside[zone as usize].iter().copied().filter(|&other| {
                let facts = &self.zones[other as usize];
                other > first && !beside.meets(&facts.units) && !with.meets(&facts.units)
            });
            let rest = next[place + 1..]
                .iter()
                .copied()
                .filter(|&other| !self.zones[other as usize].units.meets(&with));
            let mut following: Vec<u32> = rest.chain(new).collect();
            following.sort_unstable();
            let mut around = beside.clone();
            around.add(&facts.beside);
            self.set.push(zone);
            self.grow(with, around, people + facts.people, sum, &following)?;
            self.set.pop();
        }
        Ok(())
    }
}
