//! Which node lies in which zone, with everything that the search asks of that kept up to date.

use rand::{Rng, RngExt};

use super::connectivity_walk::ConnectivityWalk;
use super::contiguity_graph::Nodes;
use super::step_costs::StepCosts;
use super::zone_tallies::ZoneTally;

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
    /// Per zone: what else is counted of it; empty where nothing is.
    pub(super) sums: Vec<ZoneTally>,
    /// Room for two zones as they would be.
    changed: [ZoneTally; 2],
    /// The edges between two zones, in no order.
    cut: Vec<u32>,
    /// Per edge: its place in `cut`.
    place: Vec<u32>,
    walk: ConnectivityWalk,
}

impl<'a> Partition<'a> {
    /// The partition in which each node lies in the zone that is said of it.
    pub(super) fn new(nodes: &'a Nodes, zone_of: Vec<u32>, zones: usize) -> Self {
        let mut partition = Self {
            nodes,
            population: vec![0; zones],
            size: vec![0; zones],
            sums: Vec::new(),
            changed: Default::default(),
            cut: Vec::new(),
            place: vec![NOWHERE; nodes.ends.len()],
            walk: ConnectivityWalk::new(nodes),
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
        if !nodes.tallies.is_empty() {
            partition.sums = (0..zones).map(|_| nodes.tallies.none()).collect();
            for (node, &zone) in partition.zone_of.iter().enumerate() {
                nodes.tallies.add(&mut partition.sums[zone as usize], node as u32);
            }
            nodes.tallies.let_continue(&mut partition.sums);
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
        if !self.sums.is_empty() {
            self.nodes.tallies.take(&mut self.sums[from as usize], node);
            self.nodes.tallies.add(&mut self.sums[zone as usize], node);
        }
        for slot in self.nodes.adjacent(node) {
            let other = self.zone_of[self.nodes.to[slot] as usize];
            match (other != from, other != zone) {
                (false, true) => self.add_cut(self.nodes.edge[slot]),
                (true, false) => self.drop_cut(self.nodes.edge[slot]),
                _ => {}
            }
        }
    }

    /// Moves nodes into a zone.
    pub(super) fn put(&mut self, nodes: &[u32], zone: u32) {
        for &node in nodes {
            if self.zone(node) != zone {
                self.move_to(node, zone);
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

    /// Brings the numbers of zones into the order of parts that are to be these zones: each part with
    /// the zone whose zone of the base plan most of its inhabitants come from, as far as that goes.
    pub(super) fn keep_near(&self, parts: &[Vec<u32>], zones: &mut [u32]) {
        let tallies = &self.nodes.tallies;
        if !tallies.have_base() {
            return;
        }
        for (place, part) in parts.iter().enumerate() {
            let staying = |zone: u32| tallies.staying_with(part, self.sums[zone as usize].continues);
            let left = place..zones.len();
            let best = left.max_by_key(|&other| (staying(zones[other]), std::cmp::Reverse(other)));
            zones.swap(place, best.unwrap_or(place));
        }
    }

    /// A zone without nodes, with the number behind the others.
    pub(super) fn add_zone(&mut self) -> u32 {
        self.population.push(0);
        self.size.push(0);
        if !self.nodes.tallies.is_empty() {
            self.sums.push(self.nodes.tallies.none());
        }
        self.population.len() as u32 - 1
    }

    /// Takes away a zone without nodes; the last zone takes its number.
    pub(super) fn remove_zone(&mut self, zone: u32) {
        let last = self.population.len() as u32 - 1;
        self.zone_of.iter_mut().filter(|of| **of == last).for_each(|of| *of = zone);
        self.population.swap_remove(zone as usize);
        self.size.swap_remove(zone as usize);
        if !self.sums.is_empty() {
            self.sums.swap_remove(zone as usize);
        }
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
    pub(super) fn change(&mut self, costs: &StepCosts, node: u32, zone: u32) -> i64 {
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
        change += costs.shift(populations, self.nodes.population[node as usize]);
        if costs.have_sums() {
            change += self.change_of_sums(costs, node, [from, zone]);
        }
        change
    }

    fn change_of_sums(&mut self, costs: &StepCosts, node: u32, zones: [u32; 2]) -> i64 {
        let tallies = &self.nodes.tallies;
        let people = self.nodes.population[node as usize];
        let mut change = 0;
        for (place, zone) in zones.into_iter().enumerate() {
            let (sums, population) = (&self.sums[zone as usize], self.population[zone as usize]);
            let changed = &mut self.changed[place];
            changed.become_like(sums);
            let after = if place == 0 {
                tallies.take(changed, node);
                population - people
            } else {
                tallies.add(changed, node);
                population + people
            };
            change += costs.summed(tallies, changed, after) - costs.summed(tallies, sums, population);
        }
        change
    }

    /// What a zone costs in a step by itself, beside its borders.
    pub(super) fn cost_of_zone(&self, costs: &StepCosts, zone: u32) -> i64 {
        let people = self.population[zone as usize];
        let summed = self.sums.get(zone as usize).filter(|_| costs.have_sums());
        let tallies = &self.nodes.tallies;
        costs.zone(people) + summed.map_or(0, |sums| costs.summed(tallies, sums, people))
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
        twice / 2 + (0..self.zones() as u32).map(|zone| self.cost_of_zone(costs, zone)).sum::<i64>()
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
