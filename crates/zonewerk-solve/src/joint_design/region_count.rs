//! What sums of inhabitants say of the number of regions, whatever the zones are.
//!
//! `n` regions, of which `a` are fixed zones that are regions by themselves, hold at most the
//! inhabitants of those and `n - a` times the maximum, or those of a region by exception where they
//! are more; they need at least the inhabitants of those and `n - a` times the minimum, or those of a
//! region by exception where they are fewer. The most favourable exceptions are taken, so what is
//! said to be impossible is so for every choice of them.

use super::level_sums;
use super::region_needs::Needs;
use crate::objective_steps::Question;
use crate::{Infeasibility, RegionSums};
use zonewerk_core::problem::{CountBounds, PopulationBounds};

/// Proved: no number of regions that the rules allow adds up to all inhabitants.
pub(crate) fn before_listing(question: Question<'_>) -> Option<Infeasibility> {
    let needs = Needs::new(question, 0);
    number_of_regions(question, &needs).or_else(|| level_sums::before_listing(question, &needs))
}

fn number_of_regions(question: Question<'_>, needs: &Needs<'_>) -> Option<Infeasibility> {
    let Question { territory, requirements, .. } = question;
    let asked = requirements.regions.count;
    let sums = RegionCountSums {
        people: territory.population(territory.units().ids()),
        bounds: needs.population(),
        alone: needs.people_alone(),
        excepted: needs.people_excepted(),
        without_minimum: needs.without_minimum(),
        is_open: needs.allows_any_people(),
        most: territory.units().len() as u64,
    };
    let fits = |number: u64| sums.room(number, sums.bounds.maximum()) >= sums.people;
    let is_filled = |number: u64| sums.need(number, sums.bounds.minimum()) <= sums.people;
    let fewest = (1..=sums.most).find(|&number| fits(number));
    let most = (1..=sums.most).rev().find(|&number| is_filled(number));
    let fitting = fewest.zip(most).and_then(|(fewest, most)| CountBounds::new(Some(fewest), Some(most)));
    let least_asked = asked.minimum().unwrap_or(0);
    let most_asked = asked.maximum().unwrap_or(u64::MAX);
    let is_asked = |fewest: u64, most: u64| fewest.max(least_asked) <= most.min(most_asked);
    let alone = sums.alone.len() as u64;
    if fewest.zip(most).is_some_and(|(fewest, most)| is_asked(fewest, most)) || sums.people == 0 {
        return None;
    }
    let short = asked.maximum().filter(|&number| number >= alone && !fits(number));
    let empty = asked.minimum().filter(|&number| number >= alone && !is_filled(number));
    Some(Infeasibility::NumberOfRegions(RegionSums {
        asked,
        bounds: sums.bounds,
        population: sums.people,
        fitting,
        room: short.map(|number| (number, sums.room(number, sums.bounds.maximum()))),
        need: empty.map(|number| (number, sums.need(number, sums.bounds.minimum()))),
        each: match (short, empty) {
            (Some(number), _) => sums.maximum_for(number),
            (None, Some(number)) => sums.minimum_for(number),
            (None, None) => None,
        },
    }))
}

struct RegionCountSums {
    people: u64,
    bounds: PopulationBounds,
    /// Inhabitants of each fixed zone that is a region by itself.
    alone: Vec<u64>,
    /// Inhabitants of each region by exception.
    excepted: Vec<u64>,
    /// Regions that may have fewer inhabitants than the minimum for the sake of a unit, at most.
    without_minimum: usize,
    /// Whether a region may have any number of inhabitants for the sake of a unit.
    is_open: bool,
    /// More regions than this there cannot be.
    most: u64,
}

impl RegionCountSums {
    /// What so many regions hold at most.
    fn room(&self, number: u64, maximum: Option<u64>) -> u64 {
        let Some(slots) = number.checked_sub(self.alone.len() as u64) else { return 0 };
        let Some(each) = maximum.filter(|_| !self.is_open) else { return u64::MAX };
        let mut worth: Vec<u64> = self.excepted.iter().copied().filter(|&people| people > each).collect();
        worth.sort_unstable_by(|a, b| b.cmp(a));
        self.sum(slots, each, &worth)
    }

    /// What so many regions need at least.
    fn need(&self, number: u64, each: u64) -> u64 {
        let Some(slots) = number.checked_sub(self.alone.len() as u64) else { return u64::MAX };
        let mut worth: Vec<u64> = self.excepted.iter().copied().filter(|&people| people < each).collect();
        worth.extend(std::iter::repeat_n(0, self.without_minimum));
        worth.sort_unstable();
        self.sum(slots, each, &worth)
    }

    /// The inhabitants of the regions alone, of the first of these, and so many each of the others.
    fn sum(&self, slots: u64, each: u64, worth: &[u64]) -> u64 {
        let used = worth.len().min(usize::try_from(slots).unwrap_or(usize::MAX));
        let others = (slots - used as u64).saturating_mul(each);
        let known = self.alone.iter().chain(&worth[..used]);
        known.fold(others, |sum: u64, &people| sum.saturating_add(people))
    }

    /// The least maximum with which so many regions hold all inhabitants.
    fn maximum_for(&self, number: u64) -> Option<u64> {
        let holds_all = |each: u64| self.room(number, Some(each)) >= self.people;
        holds_all(self.people).then(|| first(self.people, holds_all))
    }

    /// The largest minimum that all inhabitants fill so many regions to.
    fn minimum_for(&self, number: u64) -> Option<u64> {
        let is_filled = self.need(number, 0) <= self.people;
        is_filled.then(|| first(self.people, |each| self.need(number, each + 1) > self.people))
    }
}

/// The first number up to `most` that passes a test which all larger ones pass too, or `most`.
fn first(most: u64, passes: impl Fn(u64) -> bool) -> u64 {
    let (mut low, mut high) = (0, most);
    while low < high {
        let middle = low.midpoint(high);
        if passes(middle) { high = middle } else { low = middle + 1 }
    }
    low
}
