//! Proof by peeling, where an objective is what it costs to part neighbours and zones are few.
//!
//! In a plan of `k` zones that costs at most `B`, each parted pair counts for two zones, so
//! some zone is parted from the rest for at most `2 B / k`. All such zones are listed: a set
//! grows from its lowest unit, each unit beside it is taken in or shut out, and what the pairs
//! parted so far cost, and those that must be parted whichever way an undecided unit goes, ends
//! a branch as soon as it is too much. What is left of the territory is peeled likewise into
//! `k - 1` zones for the rest of `B`. When nothing is found, no plan costs `B` or less; all
//! sums are whole numbers.

use std::sync::atomic::{AtomicU64, Ordering};

use rayon::prelude::*;

use super::unit_network::{UnitBits, UnitNetwork, members};

/// Connected sets between two looks at the clock.
const LOOK: u32 = 1 << 12;

/// A plan of some units, and what it costs to part its zones.
pub(super) type PeelSplit = (u64, Vec<UnitBits>);

/// The search was asked to stop, or its work is done.
#[derive(Debug)]
pub(super) struct Halted;

/// How many sets are looked at, and how many may be, in all.
pub(super) struct Work {
    done: AtomicU64,
    most: u64,
}

impl Work {
    pub(super) fn of(most: u64) -> Self {
        Self { done: AtomicU64::new(0), most }
    }

    /// Adds to what was done. What is done for one budget is the same on any number of threads, so
    /// whether it is too much is known to all when the last has added.
    fn add(&self, looks: u32) {
        self.done.fetch_add(looks.into(), Ordering::Relaxed);
    }

    fn is_done(&self) -> bool {
        self.done.load(Ordering::Relaxed) > self.most
    }
}

pub(super) struct Peeler<'a> {
    pub(super) network: &'a UnitNetwork,
    pub(super) work: &'a Work,
    pub(super) stop: &'a (dyn Fn() -> bool + Sync),
}

impl Peeler<'_> {
    /// The cheapest plan of exactly `zones` zones that costs at most `budget`, or the proof
    /// that there is none.
    pub(super) fn split(
        &self,
        units: UnitBits,
        zones: u64,
        budget: u64,
    ) -> Result<Option<PeelSplit>, Halted> {
        if zones <= 2 || !self.can_be(units, zones) {
            return self.split_in_turn(units, zones, budget);
        }
        let roots: Vec<UnitBits> = members(units).map(|unit| 1 << unit).collect();
        let found = roots.into_par_iter().map(|root| self.split_from(root, units, zones, budget));
        let found: Vec<Option<PeelSplit>> = found.collect::<Result<_, Halted>>()?;
        if self.work.is_done() {
            return Err(Halted);
        }
        Ok(found.into_iter().flatten().min())
    }

    /// The same on one thread: what is found first leaves less to look for.
    fn split_in_turn(&self, units: UnitBits, zones: u64, budget: u64) -> Result<Option<PeelSplit>, Halted> {
        if zones <= 1 {
            let whole = self.network.allows(units);
            return Ok((zones == 1 && whole).then(|| (0, vec![units])));
        }
        if !self.can_be(units, zones) {
            return Ok(None);
        }
        let mut best: Option<PeelSplit> = None;
        let roots = members(units).take(if zones == 2 { 1 } else { usize::MAX });
        for root in roots {
            let budget = match &best {
                Some((0, _)) => break,
                Some((cost, _)) => cost - 1,
                None => budget,
            };
            best = self.split_from(1 << root, units, zones, budget)?.or(best);
        }
        Ok(best)
    }

    /// The cheapest plan that has a zone with this lowest unit, parted from the rest for no more
    /// than its share.
    fn split_from(
        &self,
        root: UnitBits,
        units: UnitBits,
        zones: u64,
        budget: u64,
    ) -> Result<Option<PeelSplit>, Halted> {
        let lower = units & (root - 1);
        let mut peel = Peel { peeler: self, units, zones, budget, best: None, looks: 0, is_done: false };
        let grown = peel.grow(root, lower, self.network.price_between(root, lower));
        self.work.add(peel.looks);
        grown.map(|()| peel.best)
    }

    /// Whether sums of inhabitants allow so many zones of these units.
    fn can_be(&self, units: UnitBits, zones: u64) -> bool {
        let bounds = self.network.bounds;
        let people = self.network.people(units);
        let enough =
            u64::from(units.count_ones()) >= zones && people >= zones.saturating_mul(bounds.minimum());
        let parts = self.network.parts(units);
        let small = |part: UnitBits| self.network.people(part) < bounds.minimum();
        let mut count = 0;
        let none_small = !parts.inspect(|_| count += 1).any(small);
        enough
            && bounds.maximum().is_none_or(|most| people <= zones.saturating_mul(most))
            && none_small
            && count <= zones
    }
}

/// The listing of the sets with one lowest unit.
struct Peel<'a> {
    peeler: &'a Peeler<'a>,
    units: UnitBits,
    zones: u64,
    budget: u64,
    best: Option<PeelSplit>,
    looks: u32,
    /// Nothing costs less than the best.
    is_done: bool,
}

impl Peel<'_> {
    /// What one zone may be parted from the rest for.
    fn most(&self) -> u64 {
        if self.zones == 2 { self.budget } else { 2 * self.budget / self.zones }
    }

    /// All zones that hold `inside` and nothing of `outside`, parted for `parted` so far.
    fn grow(&mut self, inside: UnitBits, outside: UnitBits, parted: u64) -> Result<(), Halted> {
        self.looks += 1;
        if self.looks == LOOK {
            self.looks = 0;
            self.peeler.work.add(LOOK);
            if (self.peeler.stop)() || self.peeler.work.is_done() {
                return Err(Halted);
            }
        }
        let network = self.peeler.network;
        let people = network.people(inside);
        let (least, most) = self.people();
        if self.is_done || parted > self.most() || people > most {
            return Ok(());
        }
        let beside = members(inside).fold(0, |set, unit| set | network.beside[unit]) & self.units & !inside;
        let open = beside & !outside;
        if open == 0 {
            return if people >= least { self.leaf(inside) } else { Ok(()) };
        }
        let mut certain = parted;
        let mut choice = (0, 0, 0);
        for unit in members(open) {
            let (in_price, out_price) = (network.price(unit, inside), network.price(unit, outside));
            certain += in_price.min(out_price);
            choice = choice.max((in_price.min(out_price), in_price, unit + 1));
        }
        if certain > self.most() || !self.can_be_completed(inside, outside, least) {
            return Ok(());
        }
        let (_, in_price, unit) = choice;
        let unit = unit - 1;
        let out_price = network.price(unit, outside);
        self.grow(inside | 1 << unit, outside, parted + out_price)?;
        self.grow(inside, outside | 1 << unit, parted + in_price)
    }

    /// Inhabitants that a zone here may have: what is left must do for the others.
    fn people(&self) -> (u64, u64) {
        let network = self.peeler.network;
        let all = network.people(self.units);
        let others = self.zones - 1;
        let most_others = network.bounds.maximum().map(|most| most.saturating_mul(others));
        let least = most_others.map_or(0, |most| all.saturating_sub(most)).max(network.bounds.minimum());
        let most = all.saturating_sub(network.bounds.minimum().saturating_mul(others));
        (least, most.min(network.bounds.maximum().unwrap_or(u64::MAX)))
    }

    fn can_be_completed(&self, inside: UnitBits, outside: UnitBits, least: u64) -> bool {
        let network = self.peeler.network;
        if network.people(network.reach(inside, self.units & !outside)) < least {
            return false;
        }
        let minimum = network.bounds.minimum();
        let mut shut = 0;
        for part in network.parts(self.units & !inside).filter(|part| part & outside != 0) {
            shut += 1;
            if shut >= self.zones || network.people(part) < minimum {
                return false;
            }
        }
        true
    }

    /// A border may be priced where no way leads over it: here all prices are counted.
    fn leaf(&mut self, zone: UnitBits) -> Result<(), Halted> {
        let network = self.peeler.network;
        let parted = network.price_between(zone, self.units & !zone);
        if parted > self.budget || !network.allows(zone) {
            return Ok(());
        }
        let rest = self.peeler.split_in_turn(self.units & !zone, self.zones - 1, self.budget - parted)?;
        if let Some((cost, mut zones)) = rest {
            zones.push(zone);
            zones.sort_unstable();
            let total = cost + parted;
            self.best = Some((total, zones));
            match total.checked_sub(1) {
                Some(less) => self.budget = less,
                None => self.is_done = true,
            }
        }
        Ok(())
    }
}
