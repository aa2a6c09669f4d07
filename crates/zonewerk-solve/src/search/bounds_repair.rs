//! Brings zones within their bounds: inhabitants flow from zones with many to zones with few
//! ([`Cycle::Even`]), and where that ends outside, what is outside is brought down by itself
//! ([`Cycle::Off`]), with annealing; two zones of which one is outside are parted anew now and then.
//! Nodes that may not lie together count as a zone that is far outside.

use rand::{Rng, RngExt};

use super::partition::Partition;
use super::spanning_tree::Cutter;
use super::zone_bounds::ZoneBounds;

/// Cycles, each from hot to cold.
const CYCLES: usize = 8;
/// Moves tried in a cycle: for each node, and for each partition.
const MOVES: [usize; 2] = [60, 600];
/// Moves between two cuts along a tree.
const MOVES_BETWEEN_CUTS: usize = 30;
/// Heat at the start and the end of a cycle, in inhabitants of a mean node.
const HEAT: [f64; 2] = [2.0, 0.05];

/// What a cycle brings down.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cycle {
    /// How much the zones differ.
    Even,
    /// By how much they are outside.
    Off,
}

/// Whether all zones are within the bounds in the end.
pub(super) fn repair(
    partition: &mut Partition<'_>,
    bounds: ZoneBounds,
    random: &mut impl Rng,
    stop: &(dyn Fn() -> bool + Sync),
) -> bool {
    let nodes = partition.nodes.len();
    let mut cutter = Cutter::new(partition.nodes);
    let mean = partition.nodes.population.iter().sum::<i64>() as f64 / nodes.max(1) as f64;
    let mut repair = Repair { bounds, apart: bounds.most.max(1), off: 0, partition };
    repair.off = repair.all_off();
    let moves = MOVES[0] * nodes + MOVES[1];
    for number in 0..CYCLES {
        let cycle = if number % 2 == 0 { Cycle::Even } else { Cycle::Off };
        for step in 0..moves {
            if repair.off == 0 {
                return true;
            }
            if step % 4_096 == 0 && stop() {
                return false;
            }
            let done = step as f64 / moves as f64;
            let heat = mean.max(1.0) * HEAT[0] * (HEAT[1] / HEAT[0]).powf(done);
            if step % MOVES_BETWEEN_CUTS == 0 {
                repair.cut_anew(&mut cutter, random);
            } else {
                repair.try_move(cycle, heat, random);
            }
        }
    }
    repair.off == 0
}

struct Repair<'p, 'a> {
    partition: &'p mut Partition<'a>,
    bounds: ZoneBounds,
    /// What a pair of nodes counts that may not lie together.
    apart: i64,
    /// By how many inhabitants zones are outside, with those pairs.
    off: i64,
}

impl Repair<'_, '_> {
    fn all_off(&self) -> i64 {
        let outside = self.partition.population.iter().map(|&people| self.bounds.off(people, 1));
        let nodes = self.partition.nodes;
        let pairs = (0..nodes.len() as u32).map(|node| self.pairs(node, self.partition.zone(node)));
        outside.sum::<i64>() + pairs.sum::<i64>() / 2 * self.apart
    }

    /// Nodes of a zone that may not lie with a node.
    fn pairs(&self, node: u32, zone: u32) -> i64 {
        let others = self.partition.nodes.apart[node as usize].iter();
        others.filter(|&&other| self.partition.zone(other) == zone).count() as i64
    }

    fn try_move(&mut self, cycle: Cycle, heat: f64, random: &mut impl Rng) {
        let Some([node, beside]) = self.partition.random_cut(random) else { return };
        let [from, to] = [node, beside].map(|node| self.partition.zone(node));
        let people = self.partition.nodes.population[node as usize];
        let [had, has] = [from, to].map(|zone| self.partition.population[zone as usize]);
        let off = |people: i64| self.bounds.off(people, 1);
        let pairs = self.pairs(node, to) - self.pairs(node, from);
        let change = off(had - people) + off(has + people) - off(had) - off(has) + pairs * self.apart;
        let worse = match cycle {
            Cycle::Even => has + people - had + pairs * self.apart,
            Cycle::Off => change,
        };
        let is_taken = worse <= 0 || random.random_bool((-(worse as f64) / heat).exp());
        if is_taken && self.partition.can_leave(node) {
            self.partition.move_to(node, to);
            self.off += change;
        }
    }

    /// Puts two zones together and cuts them where they are least outside.
    fn cut_anew(&mut self, cutter: &mut Cutter<'_>, random: &mut impl Rng) {
        let Some(ends) = self.partition.random_cut(random) else { return };
        let [a, b] = ends.map(|node| self.partition.zone(node));
        let outside = |repair: &Self| {
            let people = [a, b].map(|zone| repair.partition.population[zone as usize]);
            people.map(|people| repair.bounds.off(people, 1)).iter().sum::<i64>()
        };
        if outside(self) == 0 && random.random_range(0..8) > 0 {
            return;
        }
        let members = self.partition.members(ends[0], &[a, b]);
        let off = |repair: &Self| {
            let pairs = members.iter().map(|&node| repair.pairs(node, repair.partition.zone(node)));
            outside(repair) + pairs.sum::<i64>() / 2 * repair.apart
        };
        let off_before = off(self);
        let before: Vec<u32> = members.iter().map(|&node| self.partition.zone(node)).collect();
        let parts = cutter.nearest(&members, 2, self.bounds, 1, random);
        let Some([(one, _), (other, _)]) = parts else { return };
        for (part, zone) in [(one, a), (other, b)] {
            self.partition.put(&part, zone);
        }
        let off = off(self);
        if off <= off_before {
            self.off += off - off_before;
        } else {
            for (&node, &zone) in members.iter().zip(&before) {
                self.partition.put(&[node], zone);
            }
        }
    }
}
