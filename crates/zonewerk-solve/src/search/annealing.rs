//! Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983, "Optimization by simulated annealing",
//! Science 220): a node at a border moves into the zone beside it, two nodes change places, zones
//! are recombined. What makes a plan cheaper is taken, what makes it dearer with a chance that falls
//! geometrically. Every partition on the way is within the bounds and contiguous.

use std::ops::RangeInclusive;

use rand::{Rng, RngExt};

use super::partition::Partition;
use super::recombine::recombine;
use super::spanning_tree::Cutter;
use super::step_costs::StepCosts;
use super::zone_bounds::ZoneBounds;

/// Moves between two looks at the clock, the heat and the best so far: one for each node, at least and
/// at most so many.
const LOOK: [u64; 2] = [16, 4_096];
/// Moves that are looked at to know what a usual one changes.
const SAMPLE: usize = 2_000;
/// One in so many moves is a change of places: usually, and where inhabitants are to be even.
const SWAP: [u32; 2] = [16, 3];

/// From what heat to what heat, in usual changes of a move, in how many moves.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cooling {
    pub(super) heat: [f64; 2],
    pub(super) moves: u64,
    /// Moves between two recombinations, for each node of a mean zone.
    pub(super) moves_between: u64,
}

/// A partition on its way down, with what must hold of it.
pub(super) struct Descent<'p, 'a> {
    pub(super) partition: &'p mut Partition<'a>,
    pub(super) bounds: ZoneBounds,
    /// How many zones it may have.
    pub(super) numbers: RangeInclusive<usize>,
    /// The steps of the objective up to the one that is made small.
    pub(super) costs: &'p [StepCosts],
    /// What each of the steps before may cost at most.
    pub(super) ceilings: &'p [i64],
    /// The bounds of what recombination draws: near the ideal where that counts.
    pub(super) drawn: ZoneBounds,
    /// What each step costs now.
    now: Vec<i64>,
    changes: Vec<i64>,
}

/// What was best on the way.
#[derive(Clone)]
pub(super) struct BestPartition {
    pub(super) zone_of: Vec<u32>,
    pub(super) zones: usize,
    /// In each step; what counts most is the last.
    pub(super) costs: Vec<i64>,
}

impl<'p, 'a> Descent<'p, 'a> {
    pub(super) fn new(
        partition: &'p mut Partition<'a>,
        bounds: ZoneBounds,
        numbers: RangeInclusive<usize>,
        costs: &'p [StepCosts],
        ceilings: &'p [i64],
    ) -> Self {
        let now: Vec<i64> = costs.iter().map(|costs| partition.cost(costs)).collect();
        let changes = vec![0; costs.len()];
        Self { partition, bounds, drawn: bounds, numbers, costs, ceilings, now, changes }
    }

    /// The partition as it is.
    pub(super) fn best(&self) -> BestPartition {
        let zone_of = self.partition.zone_of.clone();
        BestPartition { zone_of, zones: self.partition.zones(), costs: self.now.clone() }
    }

    /// What some zones cost in each step: their borders with all, between each other once.
    pub(super) fn local_costs(&self, members: &[u32], zones: &[u32]) -> Vec<i64> {
        let of = |costs: &StepCosts| {
            let (mut twice, mut once) = (0, 0);
            for &node in members {
                let zone = self.partition.zone(node);
                for slot in self.partition.nodes.slots(node) {
                    let other = self.partition.zone(self.partition.nodes.to[slot]);
                    if other != zone {
                        let to = if zones.contains(&other) { &mut twice } else { &mut once };
                        *to += costs.prices[slot];
                    }
                }
            }
            let each = zones.iter().map(|&zone| self.partition.cost_of_zone(costs, zone));
            once + twice / 2 + each.sum::<i64>()
        };
        self.costs.iter().map(of).collect()
    }

    /// Whether changes keep the ceilings, and are taken at this heat.
    pub(super) fn takes(&self, changes: &[i64], heat: f64, random: &mut impl Rng) -> bool {
        let keeps =
            self.ceilings.iter().enumerate().all(|(step, &most)| self.now[step] + changes[step] <= most);
        let change = changes[changes.len() - 1];
        keeps && (change <= 0 || is_taken(change, heat, random))
    }

    /// Takes over changes of the costs.
    pub(super) fn add(&mut self, changes: &[i64]) {
        self.now.iter_mut().zip(changes).for_each(|(now, change)| *now += change);
    }

    fn fits(&self, node: u32, to: u32) -> bool {
        let people = self.partition.nodes.population[node as usize];
        let from = self.partition.zone(node);
        self.partition.population[from as usize] - people >= self.bounds.least
            && self.partition.population[to as usize] + people <= self.bounds.most
            && self.partition.is_welcome(node, to)
    }

    fn changes_of(&mut self, node: u32, to: u32) {
        for (step, costs) in self.costs.iter().enumerate() {
            self.changes[step] = self.partition.change(costs, node, to);
        }
    }

    /// Moves a random node at a border.
    fn try_move(&mut self, heat: f64, random: &mut impl Rng) {
        let Some([node, beside]) = self.partition.random_cut(random) else { return };
        let to = self.partition.zone(beside);
        if !self.fits(node, to) {
            return;
        }
        self.changes_of(node, to);
        if self.takes(&self.changes, heat, random) && self.partition.can_leave(node) {
            self.partition.move_to(node, to);
            self.now.iter_mut().zip(&self.changes).for_each(|(now, change)| *now += change);
        }
    }

    /// Two nodes beside each other, or one step further, change zones: this keeps bounds that moves
    /// alone would break.
    fn try_swap(&mut self, heat: f64, random: &mut impl Rng) {
        let Some([node, beside]) = self.partition.random_cut(random) else { return };
        let [from, to] = [node, beside].map(|node| self.partition.zone(node));
        let mut other = beside;
        if random.random_range(0..2) == 0 {
            let slots = self.partition.nodes.adjacent(beside);
            other = self.partition.nodes.to[random.random_range(slots)];
        }
        if self.partition.zone(other) != to {
            return;
        }
        let [given, taken] = [node, other].map(|node| self.partition.nodes.population[node as usize]);
        let is_allowed =
            |zone: u32, people: i64| self.bounds.allow(self.partition.population[zone as usize] + people);
        if !is_allowed(from, taken - given) || !is_allowed(to, given - taken) {
            return;
        }
        if !self.partition.can_leave(node) {
            return;
        }
        self.changes_of(node, to);
        let first = self.changes.clone();
        self.partition.move_to(node, to);
        self.changes_of(other, from);
        self.changes.iter_mut().zip(&first).for_each(|(change, first)| *change += first);
        let is_beside = {
            let nodes = self.partition.nodes;
            nodes.adjacent(other).any(|slot| self.partition.zone(nodes.to[slot]) == from)
        };
        let is_taken = is_beside
            && self.takes(&self.changes, heat, random)
            && self.partition.can_leave(other)
            && self.partition.is_welcome(other, from);
        if !is_taken {
            self.partition.move_to(node, from);
            return;
        }
        self.partition.move_to(other, from);
        if self.partition.is_welcome(node, to) {
            self.now.iter_mut().zip(&self.changes).for_each(|(now, change)| *now += change);
        } else {
            self.partition.move_to(other, to);
            self.partition.move_to(node, from);
        }
    }

    /// Bounds of twice what zones are off the ideal now: zones that are drawn at random within wider
    /// ones are hardly ever better.
    fn near_ideal(&self, ideal: i64) -> ZoneBounds {
        let people = &self.partition.population;
        let off: u64 = people.iter().map(|people| people.abs_diff(ideal)).fold(0, u64::saturating_add);
        self.bounds.around(ideal, off / (people.len() as u64).max(1) * 2 + 1)
    }

    /// What a usual move changes: the mean of what moves at borders change in the last step.
    fn usual_change(&mut self, random: &mut impl Rng) -> f64 {
        let (mut sum, mut seen) = (0.0, 0.0);
        for _ in 0..SAMPLE {
            let Some([node, beside]) = self.partition.random_cut(random) else { break };
            let to = self.partition.zone(beside);
            if let Some(costs) = self.costs.last() {
                sum += self.partition.change(costs, node, to).unsigned_abs() as f64;
                seen += 1.0;
            }
        }
        if seen > 0.0 { sum / seen } else { 1.0 }
    }

    /// Cools down by so many moves, and gives the best that was met at looks between them.
    pub(super) fn cool(
        &mut self,
        cooling: Cooling,
        random: &mut impl Rng,
        stop: &(dyn Fn() -> bool + Sync),
    ) -> BestPartition {
        let nodes = self.partition.nodes.len();
        let mut cutter = Cutter::new(self.partition.nodes);
        let usual = self.usual_change(random).max(1e-9);
        let block = (nodes as u64).clamp(LOOK[0], LOOK[1]);
        let blocks = cooling.moves.div_ceil(block);
        let mut best = self.best();
        if self.partition.has_no_cut() {
            return best;
        }
        let weigh_people = self.costs.last().is_some_and(|costs| costs.best_population().is_some());
        let swap = SWAP[usize::from(weigh_people)];
        let zone_size = (nodes / self.partition.zones().max(1)) as u64;
        let between = (cooling.moves_between * zone_size).max(LOOK[0]);
        let mut since_last = 0;
        for number in 0..blocks {
            if stop() {
                break;
            }
            let done = number as f64 / blocks as f64;
            if let Some(ideal) = self.costs.last().and_then(StepCosts::best_population) {
                self.drawn = self.near_ideal(ideal);
            }
            let heat = usual * cooling.heat[0] * (cooling.heat[1] / cooling.heat[0]).powf(done);
            for _ in 0..block {
                if random.random_range(0..swap) == 0 {
                    self.try_swap(heat, random);
                } else {
                    self.try_move(heat, random);
                }
                since_last += 1;
                if since_last == between {
                    since_last = 0;
                    recombine(self, &mut cutter, heat, random);
                }
            }
            if self.now.iter().rev().lt(best.costs.iter().rev()) {
                best = self.best();
            }
        }
        best
    }
}

/// Whether a change for the worse is taken.
fn is_taken(change: i64, heat: f64, random: &mut impl Rng) -> bool {
    let exponent = change as f64 / heat;
    exponent < 30.0 && random.random::<f64>() < (-exponent).exp()
}
