//! Which node lies in which zone, with everything that the search asks of that at hand.

use rand::{Rng, RngExt};

use super::costs::StepCosts;
use super::nodes::Nodes;
use super::walk::Walk;

/// No place in a list.
const NOWHERE: u32 = u32::MAX;

/// A partition of the nodes into contiguous zones. Zones are numbered without gaps.
pub(super) struct Partition<'a> {
    pub(super) nodes: &'a Nodes,
    /// Per node: its zone.
    pub(super) zone_of: Vec<u32>,
    /// Per zone: its inhabitants.
    pub(super) population: Vec<i64>,
    /// Per zone: its nodes.
    pub(super) size: Vec<u32>,
    /// The edges between two zones, in no order.
    cut: Vec<u32>,
    /// Per edge: its place in `cut`.
    place: Vec<u32>,
    walk: Walk,
}

impl<'a> Partition<'a> {
    /// The partition in which each node lies in the zone that is said of it.
    pub(super) fn new(nodes: &'a Nodes, zone_of: Vec<u32>, zones: usize) -> Self {
        let mut partition = Self {
            nodes,
            population: vec![0; zones],
            size: vec![0; zones],
            cut: Vec::new(),
            place: vec![NOWHERE; nodes.ends.len()],
            walk: Walk::new(nodes),
            zone_of,
        };
        for (node, &zone) in partition.zone_of.iter().enumerate() {
            partition.population[zone as usize] += nodes.population[node];
            partition.size[zone as usize] += 1;
        }
        for (edge, &[a, b]) in nodes.ends.iter().enumerate() {
            if partition.zone_of[a as usize] != partition.zone_of[b as usize] {
                partition.place[edge] = partition.cut.len() as u32;
                partition.cut.push(edge as u32);
            }
        }
        partition
    }

    /// Number of zones.
    pub(super) fn zones(&self) -> usize {
        self.population.len()
    }

    /// The zone of a node.
    pub(super) fn zone(&self, node: u32) -> u32 {
        self.zone_of[node as usize]
    }

    /// Moves a node into a zone.
    pub(super) fn move_to(&mut self, node: u32, zone: u32) {
        let from = std::mem::replace(&mut self.zone_of[node as usize], zone);
        let people = self.nodes.population[node as usize];
        self.population[from as usize] -= people;
        self.population[zone as usize] += people;
        self.size[from as usize] -= 1;
        self.size[zone as usize] += 1;
        for slot in self.nodes.adjacent(node) {
            let other = self.zone_of[self.nodes.to[slot] as usize];
            match (other != from, other != zone) {
                (false, true) => self.add_cut(self.nodes.edge[slot]),
                (true, false) => self.drop_cut(self.nodes.edge[slot]),
                _ => {}
            }
        }
    }

    fn add_cut(&mut self, edge: u32) {
        self.place[edge as usize] = self.cut.len() as u32;
        self.cut.push(edge);
    }

    fn drop_cut(&mut self, edge: u32) {
        let place = std::mem::replace(&mut self.place[edge as usize], NOWHERE);
        self.cut.swap_remove(place as usize);
        if let Some(&moved) = self.cut.get(place as usize) {
            self.place[moved as usize] = place;
        }
    }

    /// A zone without nodes, with the number behind the others.
    pub(super) fn add_zone(&mut self) -> u32 {
        self.population.push(0);
        self.size.push(0);
        self.population.len() as u32 - 1
    }

    /// Takes away a zone without nodes; the last zone takes its number.
    pub(super) fn remove_zone(&mut self, zone: u32) {
        let last = self.population.len() as u32 - 1;
        self.zone_of.iter_mut().filter(|of| **of == last).for_each(|of| *of = zone);
        self.population.swap_remove(zone as usize);
        self.size.swap_remove(zone as usize);
    }

    /// Whether no edge lies between two zones.
    pub(super) fn has_no_cut(&self) -> bool {
        self.cut.is_empty()
    }

    /// A random edge between two zones, in a random direction.
    pub(super) fn random_cut(&self, random: &mut impl Rng) -> Option<[u32; 2]> {
        if self.cut.is_empty() {
            return None;
        }
        let choice = random.random_range(0..self.cut.len() as u32 * 2);
        let [a, b] = self.nodes.ends[self.cut[choice as usize / 2] as usize];
        Some(if choice % 2 == 0 { [a, b] } else { [b, a] })
    }

    /// Whether a node may lie in a zone beside those that are there.
    pub(super) fn is_welcome(&self, node: u32, zone: u32) -> bool {
        let nodes = self.nodes;
        !nodes.has_apart || nodes.apart[node as usize].iter().all(|&other| self.zone(other) != zone)
    }

    /// What moving a node into another zone changes in a step.
    pub(super) fn change(&self, costs: &StepCosts, node: u32, zone: u32) -> i64 {
        let from = self.zone(node);
        let mut change = 0;
        for slot in self.nodes.slots(node) {
            let other = self.zone_of[self.nodes.to[slot] as usize];
            if other == from {
                change += costs.prices[slot];
            } else if other == zone {
                change -= costs.prices[slot];
            }
        }
        let populations = [from, zone].map(|zone| self.population[zone as usize]);
        change + costs.shift(populations, self.nodes.population[node as usize])
    }

    /// What the partition costs in a step.
    pub(super) fn cost(&self, costs: &StepCosts) -> i64 {
        let mut twice = 0;
        for node in 0..self.nodes.len() as u32 {
            for slot in self.nodes.slots(node) {
                if self.zone(self.nodes.to[slot]) != self.zone(node) {
                    twice += costs.prices[slot];
                }
            }
        }
        twice / 2 + self.population.iter().map(|&people| costs.zone(people)).sum::<i64>()
    }

    /// Whether its zone stays contiguous, and is still there, without a node.
    pub(super) fn can_leave(&mut self, node: u32) -> bool {
        self.walk.is_connected_without(self.nodes, &self.zone_of, node)
    }

    /// The nodes of some zones that are connected with a node, itself first.
    pub(super) fn members(&mut self, from: u32, zones: &[u32]) -> Vec<u32> {
        self.walk.reach(self.nodes, from, |node| zones.contains(&self.zone_of[node as usize]))
    }
}
