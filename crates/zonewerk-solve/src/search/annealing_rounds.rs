//! Several starts in rounds of fixed work, each start with a random generator of its own and all put
//! together in their order: the same on any number of threads. The clock is looked at within rounds
//! and ends them early.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rayon::prelude::*;

use super::annealing::{BestPartition, Cooling, Descent};
use super::bounds_repair::repair;
use super::contiguity_graph::Nodes;
use super::first_partition::first_partition;
use super::partition::Partition;
use super::step_costs::StepCosts;
use super::zone_bounds::ZoneBounds;
use super::zone_counts::ZoneCounts;

/// What is the same in all rounds.
#[derive(Clone, Copy)]
pub(super) struct RoundSetting<'a> {
    pub(super) nodes: &'a Nodes,
    pub(super) numbers: &'a ZoneCounts,
    pub(super) bounds: ZoneBounds,
    pub(super) seed: u64,
    /// Partitions to start from, beside those that are constructed.
    pub(super) known: &'a [(Vec<u32>, usize)],
    /// Whether starts have few zones and many alike: the first step asks for neither.
    pub(super) spreads_numbers: bool,
    /// Whether each component keeps the number of zones that it has.
    pub(super) keeps_numbers: bool,
    pub(super) stop: &'a (dyn Fn() -> bool + Sync),
}

/// A round: how many starts go on, and how each cools.
#[derive(Clone, Copy, Debug)]
pub(super) struct CoolingRound {
    starts: usize,
    /// Moves for each node.
    moves: u64,
    heat: [f64; 2],
}

/// Starts of the first round.
pub(super) const STARTS: usize = 8;
/// Nodes of all starts, at most, where there are more than two.
const NODES_OF_STARTS: usize = 400_000;
/// First partitions that a start tries.
const FIRST_PARTITIONS: u64 = 12;
/// Few nodes are cooled as if they were their square, but for at most so many.
const FEW_NODES: usize = 500;
/// Moves between two recombinations, for each node of a mean zone.
const MOVES_BETWEEN: u64 = 8;
/// Moves of all starts of a round, at most: of very many nodes, windows make more.
const MOST_MOVES: u64 = 20_000_000;
/// How much colder a step on deviations begins and ends: hotter, starts forget what made them even.
const COLDER: [f64; 2] = [0.025, 0.01];
/// How many more moves such a step has.
const MORE_MOVES: u64 = 4;
/// A zone holds so many hundredths of the maximum, per start, where nothing asks for fewer: fewer
/// zones have less border, and are harder to find.
const FILLED: [i64; STARTS] = [97, 95, 98, 92, 99, 94, 90, 85];

/// The rounds of a step: a first plan soon, then which number of zones is best, then a longer cooling of
/// the best two.
pub(super) const ROUNDS: [CoolingRound; 3] = [
    CoolingRound { starts: STARTS, moves: 40, heat: [1.0, 0.05] },
    CoolingRound { starts: STARTS, moves: 500, heat: [2.0, 0.05] },
    CoolingRound { starts: 2, moves: 4_000, heat: [2.0, 0.04] },
];
/// Rounds over windows, which follow.
pub(super) const WINDOW_ROUNDS: usize = 24;

impl RoundSetting<'_> {
    fn random(&self, step: usize, round: usize, start: usize) -> ChaCha8Rng {
        let mut random = ChaCha8Rng::seed_from_u64(self.seed);
        random.set_stream((step as u64) << 32 | (round as u64) << 16 | start as u64);
        random
    }

    /// How many starts there are, of so many at most: fewer where a partition is a lot of work.
    fn starts(&self, most: usize) -> usize {
        (NODES_OF_STARTS / self.nodes.len().max(1)).clamp(2, STARTS).min(most)
    }

    /// First partitions within the bounds, each cooled for the first step.
    pub(super) fn first(&self, costs: &[StepCosts]) -> Vec<BestPartition> {
        let found = (0..self.starts(STARTS)).into_par_iter().map(|start| {
            let mut random = self.random(0, 0, start);
            let mut partition = self.first_partition(start, &costs[0], &mut random)?;
            Some(self.cool(&mut partition, (&costs[..1], &[]), ROUNDS[0], &mut random))
        });
        found.collect::<Vec<_>>().into_iter().flatten().collect()
    }

    fn first_partition<'n>(
        &'n self,
        start: usize,
        costs: &StepCosts,
        random: &mut ChaCha8Rng,
    ) -> Option<Partition<'n>> {
        if let Some((zone_of, zones)) = self.start_from(start, costs) {
            let mut partition = Partition::new(self.nodes, zone_of.clone(), *zones);
            if repair(&mut partition, self.bounds, random, self.stop) {
                return Some(partition);
            }
        }
        let filled = if self.spreads_numbers {
            let wide = i128::from(self.bounds.most - self.bounds.least);
            self.bounds.most - (wide * start as i128 / (STARTS as i128 - 1)) as i64
        } else {
            (i128::from(self.bounds.most) * i128::from(FILLED[start]) / 100) as i64
        };
        let ideal = costs.best_population().unwrap_or(filled);
        // Where all is given there is nobody left, and the minimum is above everyone.
        let ideal = ideal.max(self.bounds.least).min(self.bounds.most);
        (0..FIRST_PARTITIONS).find_map(|attempt| {
            let zones = match attempt % 3 {
                0 => self.numbers.near(ideal),
                1 => self.numbers.near(self.bounds.least.midpoint(self.bounds.most)),
                _ => self.numbers.any(random),
            };
            let all = zones.iter().sum();
            let components = self.numbers.components.iter().map(Vec::as_slice).zip(zones);
            let zone_of = first_partition(self.nodes, &components.collect::<Vec<_>>(), self.bounds, random)?;
            let mut partition = Partition::new(self.nodes, zone_of, all);
            repair(&mut partition, self.bounds, random, self.stop).then_some(partition)
        })
    }

    /// The partition to start from, where there is one. Where people who move are counted, all begin
    /// with one: nothing that is constructed is as near to the base plan.
    fn start_from(&self, start: usize, costs: &StepCosts) -> Option<&(Vec<u32>, usize)> {
        if costs.count_moves() {
            return self.known.get(start % self.known.len().max(1));
        }
        self.known.get(STARTS - 1 - start)
    }

    /// What was found in the steps before and keeps their ceilings, with what it costs in one more; all
    /// of it where none does: sums of a step that is no sum may come out higher than they were on the
    /// way.
    pub(super) fn renewed(
        &self,
        pool: Vec<BestPartition>,
        costs: &[StepCosts],
        ceilings: &[i64],
    ) -> Vec<BestPartition> {
        let renewed = |best: BestPartition| {
            let partition = Partition::new(self.nodes, best.zone_of, best.zones);
            let costs = costs.iter().map(|costs| partition.cost(costs)).collect();
            BestPartition { zone_of: partition.zone_of, zones: best.zones, costs }
        };
        let keeps = |best: &BestPartition| best.costs.iter().zip(ceilings).all(|(cost, most)| cost <= most);
        let pool: Vec<BestPartition> = pool.into_iter().map(renewed).collect();
        let (kept, others): (Vec<BestPartition>, Vec<BestPartition>) = pool.into_iter().partition(keeps);
        best_first(if kept.is_empty() { others } else { kept })
    }

    /// One more round: the best go on. What they become, and then what they were.
    pub(super) fn go_on(
        &self,
        pool: Vec<BestPartition>,
        (costs, ceilings): (&[StepCosts], &[i64]),
        number: usize,
    ) -> Vec<BestPartition> {
        let round = ROUNDS[number];
        let found = (0..self.starts(round.starts)).into_par_iter().map(|start| {
            let from = &pool[start % pool.len()];
            let mut random = self.random(costs.len(), number, start);
            let mut partition = Partition::new(self.nodes, from.zone_of.clone(), from.zones);
            self.cool(&mut partition, (costs, ceilings), round, &mut random)
        });
        let found: Vec<BestPartition> = found.collect();
        found.into_iter().chain(pool).collect()
    }

    /// One more round over windows of the best plan. What it becomes, and then what there was.
    pub(super) fn go_on_in_windows(
        &self,
        mut pool: Vec<BestPartition>,
        (costs, ceilings): (&[StepCosts], &[i64]),
        number: usize,
    ) -> Vec<BestPartition> {
        let mut random = self.random(costs.len(), ROUNDS.len() + number, 0);
        if let Some(best) = pool.first() {
            let better = self.improve_windows(best, (costs, ceilings), &mut random);
            pool.insert(0, better);
        }
        pool
    }

    /// Partitions within narrower bounds, as near to these as repairing them comes.
    pub(super) fn narrowed(
        &self,
        pool: &[BestPartition],
        costs: &[StepCosts],
        number: usize,
    ) -> Vec<BestPartition> {
        let found = pool.par_iter().enumerate().filter_map(|(start, best)| {
            let mut random = self.random(costs.len(), ROUNDS.len() + WINDOW_ROUNDS + number, start);
            let mut partition = Partition::new(self.nodes, best.zone_of.clone(), best.zones);
            repair(&mut partition, self.bounds, &mut random, self.stop).then(|| {
                let costs = costs.iter().map(|costs| partition.cost(costs)).collect();
                BestPartition { zones: partition.zones(), zone_of: partition.zone_of, costs }
            })
        });
        found.collect()
    }

    fn cool(
        &self,
        partition: &mut Partition<'_>,
        (costs, ceilings): (&[StepCosts], &[i64]),
        round: CoolingRound,
        random: &mut ChaCha8Rng,
    ) -> BestPartition {
        let more = if last_counts_evenness(costs) { MORE_MOVES } else { 1 };
        let moves = (more * round.moves * counted_nodes(self.nodes.len()))
            .min(MOST_MOVES / self.starts(round.starts) as u64);
        let cooling = Cooling { heat: for_costs(round.heat, costs), moves, moves_between: MOVES_BETWEEN };
        // Where borders are rough from heat, more zones cost little more, and they would stay.
        let numbers = self.numbers.zones();
        let any_counts_evenness = costs.iter().any(|costs| costs.best_population().is_some());
        let zones = partition.zones();
        let may_have_more = any_counts_evenness || costs.last().is_some_and(StepCosts::may_want_many_zones);
        let numbers = match (self.keeps_numbers, may_have_more) {
            (true, _) => zones..=zones,
            (false, true) => numbers,
            (false, false) => *numbers.start()..=zones,
        };
        Descent::new(partition, self.bounds, numbers, costs, ceilings).cool(cooling, random, self.stop)
    }
}

/// Whether the step that is made small counts how even zones are.
fn last_counts_evenness(costs: &[StepCosts]) -> bool {
    costs.last().is_some_and(|costs| costs.best_population().is_some())
}

/// The heat of a round for a step. What a usual move changes of deviations is far from the little that
/// is left of them in a good plan.
pub(super) fn for_costs([hot, cold]: [f64; 2], costs: &[StepCosts]) -> [f64; 2] {
    if last_counts_evenness(costs) { [hot * COLDER[0], cold * COLDER[1]] } else { [hot, cold] }
}

/// For how many nodes moves are counted.
pub(super) fn counted_nodes(nodes: usize) -> u64 {
    nodes.max((nodes * nodes / 4).min(FEW_NODES)) as u64
}

/// The best first, and in the order of starts among equals.
pub(super) fn best_first(mut pool: Vec<BestPartition>) -> Vec<BestPartition> {
    pool.sort_by(|a, b| a.costs.iter().rev().cmp(b.costs.iter().rev()));
    pool
}
