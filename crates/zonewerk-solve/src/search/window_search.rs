//! Windows of a few neighbouring zones are cooled each by itself, and what is better is kept: in one
//! long run good and bad places of a plan come together, here each place is taken at its best (after
//! Taillard and Voss 2002, "POPMUSIC: partial optimization metaheuristic under special intensification
//! conditions"). Windows of one round share no zone, so threads work on them side by side.

use rand::RngExt;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rayon::prelude::*;

use super::annealing::{BestPartition, Cooling, Descent};
use super::annealing_rounds::{RoundSetting, counted_nodes, for_costs};
use super::partition::Partition;
use super::step_costs::StepCosts;

/// Zones of a window, at most.
const ZONES: usize = 7;
/// Moves for each node.
const MOVES: u64 = 1_500;
const HEAT: [f64; 2] = [0.5, 0.04];
/// Moves between two recombinations, for each node of a mean zone.
const MOVES_BETWEEN: u64 = 8;

impl RoundSetting<'_> {
    /// The same plan, or a better one: one round over windows that hold all zones.
    pub(super) fn improve_windows(
        &self,
        best: &BestPartition,
        (costs, ceilings): (&[StepCosts], &[i64]),
        random: &mut ChaCha8Rng,
    ) -> BestPartition {
        let (zones, now) = (best.zones, &best.costs);
        let mut partition = Partition::new(self.nodes, best.zone_of.clone(), zones);
        let windows = windows(&partition, random);
        if windows.is_empty() {
            return BestPartition { zone_of: Vec::new(), zones, costs: now.clone() };
        }
        let mut window_of = vec![0; zones];
        for (place, window) in windows.iter().enumerate() {
            window.iter().for_each(|&zone| window_of[zone as usize] = place);
        }
        let mut members: Vec<Vec<u32>> = vec![Vec::new(); windows.len()];
        for node in 0..self.nodes.len() as u32 {
            members[window_of[partition.zone(node) as usize]].push(node);
        }
        // Each window may use up its share of what is left below a ceiling, and lose a zone where
        // all may.
        let share = |most: &i64, now: &i64| (most - now) / windows.len() as i64;
        let shares: Vec<i64> = ceilings.iter().zip(now).map(|(most, now)| share(most, now)).collect();
        let may_lose =
            usize::from(!self.keeps_numbers && zones >= *self.numbers.zones().start() + windows.len());
        let seeds: Vec<u64> = windows.iter().map(|_| random.random()).collect();
        let found: Vec<Vec<u32>> = (0..windows.len())
            .into_par_iter()
            .map(|place| {
                let window = Window { search: self, partition: &partition, zones: &windows[place] };
                window.cooled(&members[place], (costs, &shares), may_lose, seeds[place])
            })
            .collect();
        for (zone_of, members) in found.iter().zip(&members) {
            for (&node, &zone) in members.iter().zip(zone_of) {
                if partition.zone(node) != zone {
                    partition.move_to(node, zone);
                }
            }
        }
        for zone in (0..zones as u32).rev() {
            if partition.size[zone as usize] == 0 {
                partition.remove_zone(zone);
            }
        }
        let now = costs.iter().map(|costs| partition.cost(costs)).collect();
        BestPartition { zones: partition.zones(), zone_of: partition.zone_of, costs: now }
    }
}

struct Window<'w, 'a> {
    search: &'w RoundSetting<'a>,
    partition: &'w Partition<'a>,
    zones: &'w [u32],
}

impl Window<'_, '_> {
    /// Per member, its zone after cooling.
    fn cooled(
        &self,
        members: &[u32],
        (costs, shares): (&[StepCosts], &[i64]),
        may_lose: usize,
        seed: u64,
    ) -> Vec<u32> {
        let local = |node: u32| {
            let place = self.zones.iter().position(|&zone| zone == self.partition.zone(node));
            place.expect("a member lies in a zone of its window") as u32
        };
        let (nodes, slots) = self.search.nodes.within(members);
        let costs: Vec<StepCosts> = costs.iter().map(|costs| costs.within(&slots)).collect();
        let count = self.zones.len();
        let mut partition = Partition::new(&nodes, members.iter().map(|&node| local(node)).collect(), count);
        for (sums, &zone) in partition.sums.iter_mut().zip(self.zones) {
            sums.continues = self.partition.sums[zone as usize].continues;
        }
        let ceilings: Vec<i64> =
            costs.iter().zip(shares).map(|(costs, share)| partition.cost(costs) + share).collect();
        let numbers = (count - may_lose).max(1)..=count;
        let moves = MOVES * counted_nodes(nodes.len());
        let cooling = Cooling { heat: for_costs(HEAT, &costs), moves, moves_between: MOVES_BETWEEN };
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        let mut descent = Descent::new(&mut partition, self.search.bounds, numbers, &costs, &ceilings);
        let best = descent.cool(cooling, &mut random, self.search.stop);
        best.zone_of.iter().map(|&zone| self.zones[zone as usize]).collect()
    }
}

/// All zones in windows of neighbours, each grown from a random zone.
fn windows(partition: &Partition<'_>, random: &mut ChaCha8Rng) -> Vec<Vec<u32>> {
    let zones = partition.zones();
    let mut beside: Vec<Vec<u32>> = vec![Vec::new(); zones];
    for &[a, b] in &partition.nodes.ends {
        let [a, b] = [a, b].map(|node| partition.zone(node));
        if a != b {
            beside[a as usize].push(b);
            beside[b as usize].push(a);
        }
    }
    beside.iter_mut().for_each(|others| {
        others.sort_unstable();
        others.dedup();
    });
    let mut order: Vec<u32> = (0..zones as u32).collect();
    order.shuffle(random);
    let mut is_taken = vec![false; zones];
    let mut windows = Vec::new();
    for seed in order {
        if std::mem::replace(&mut is_taken[seed as usize], true) {
            continue;
        }
        let mut window = vec![seed];
        while window.len() < ZONES {
            let open = window.iter().flat_map(|&zone| &beside[zone as usize]);
            let mut open: Vec<u32> = open.copied().filter(|&zone| !is_taken[zone as usize]).collect();
            open.sort_unstable();
            // A zone beside several of the window makes it round.
            let Some(&next) = open.get(random.random_range(0..open.len().max(1))) else { break };
            is_taken[next as usize] = true;
            window.push(next);
        }
        windows.push(window);
    }
    windows
}
