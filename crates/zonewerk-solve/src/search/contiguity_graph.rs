//! The contiguity graph in flat arrays, with the units that must lie in one zone as one node.

use std::collections::VecDeque;

use petgraph::unionfind::UnionFind;

use super::family_edges::FamilyEdges;
use super::zone_bounds::ZoneBounds;
use super::zone_tallies::Tallies;
use crate::objective_steps::Question;
use zonewerk_core::graph::{Graph, components};
use zonewerk_core::problem::{Goal, PinKind};
use zonewerk_core::territory::{Id, UnitId};

/// The nodes that are to be drawn, and what lies between them: adjacency in compressed sparse rows.
/// A *slot* is an entry of these rows: one end of an edge, seen from its other end.
pub(super) struct Nodes {
    /// Per node: its units, ascending.
    pub(super) units: Vec<Vec<UnitId>>,
    /// Per unit: its node; `None` for a unit of a zone that is given.
    pub(super) of_unit: Vec<Option<u32>>,
    /// Per node: its inhabitants.
    pub(super) population: Vec<i64>,
    /// Per node: its first slot; one more at the end.
    first: Vec<u32>,
    /// Per node: the end of its slots that are adjacency. The slots behind share border on the map
    /// and are no neighbours.
    last_adjacent: Vec<u32>,
    /// Per slot: the node at the other end.
    pub(super) to: Vec<u32>,
    /// Per slot of adjacency: the number of its edge.
    pub(super) edge: Vec<u32>,
    /// Per edge: its two nodes.
    pub(super) ends: Vec<[u32; 2]>,
    /// Per node: those that may not lie in its zone, ascending.
    pub(super) apart: Vec<Vec<u32>>,
    /// Whether there are any of those.
    pub(super) has_apart: bool,
    /// What is counted of zones.
    pub(super) tallies: Tallies,
}

impl Nodes {
    /// The units outside the given zones, with what `goals` count of them; `None` where units that
    /// must lie in one zone are not connected by units that may.
    pub(super) fn new<'g>(
        question: Question<'_>,
        given: &[Vec<UnitId>],
        bounds: ZoneBounds,
        goals: impl Iterator<Item = &'g Goal>,
    ) -> Option<Self> {
        let Question { graph, territory, .. } = question;
        let mut is_free = vec![true; graph.len()];
        given.iter().flatten().for_each(|unit| is_free[unit.index()] = false);
        let apart = apart_units(question, &is_free);
        let mut joined: UnionFind<usize> = UnionFind::new(graph.len());
        for units in together(question, &is_free) {
            let units = connected(graph, &units, &is_free, &apart)?;
            units.windows(2).for_each(|pair| _ = joined.union(pair[0].index(), pair[1].index()));
        }
        let families = FamilyEdges::new(question, &is_free, bounds, &mut joined);
        let mut of_unit: Vec<Option<u32>> = vec![None; graph.len()];
        let mut units: Vec<Vec<UnitId>> = Vec::new();
        for unit in graph.units().filter(|unit| is_free[unit.index()]) {
            let root = joined.find(unit.index());
            let node = *of_unit[root].get_or_insert_with(|| {
                units.push(Vec::new());
                units.len() as u32 - 1
            });
            of_unit[unit.index()] = Some(node);
            units[node as usize].push(unit);
        }
        let population = units.iter().map(|units| territory.population(units.iter().copied()) as i64);
        let population = population.collect();
        let mut nodes = Self {
            population,
            of_unit,
            first: vec![0],
            last_adjacent: Vec::new(),
            to: Vec::new(),
            edge: Vec::new(),
            ends: Vec::new(),
            apart: vec![Vec::new(); units.len()],
            has_apart: apart.iter().any(|others| !others.is_empty()),
            tallies: Tallies::new(question, &units, goals),
            units,
        };
        nodes.connect(graph, &families);
        nodes.part(&apart).then_some(nodes)
    }

    fn connect(&mut self, graph: &Graph, families: &FamilyEdges<'_>) {
        for node in 0..self.units.len() {
            let others = |adjacent: bool| {
                let units = self.units[node].iter();
                let borders = units.flat_map(|&unit| {
                    let count = graph.neighbours(unit).len();
                    let borders = graph.shared_borders(unit).enumerate();
                    let may_join = move |place, other| place < count && !families.part(unit, other);
                    borders.filter(move |(place, border)| may_join(*place, border.unit) == adjacent)
                });
                let mut nodes: Vec<u32> =
                    borders.filter_map(|(_, border)| self.of_unit[border.unit.index()]).collect();
                nodes.sort_unstable();
                nodes.dedup();
                nodes.retain(|&other| other as usize != node);
                nodes
            };
            let adjacent = others(true);
            let mut only_beside = others(false);
            only_beside.retain(|other| adjacent.binary_search(other).is_err());
            self.to.extend(&adjacent);
            self.last_adjacent.push(self.to.len() as u32);
            self.to.extend(&only_beside);
            self.first.push(self.to.len() as u32);
        }
        self.number_edges();
    }

    fn number_edges(&mut self) {
        self.edge = vec![u32::MAX; self.to.len()];
        for node in 0..self.len() as u32 {
            for slot in self.adjacent(node) {
                let other = self.to[slot];
                if other > node {
                    self.edge[slot] = self.ends.len() as u32;
                    self.ends.push([node, other]);
                } else {
                    let twin = self.slot_to(other, node).expect("adjacency is symmetric");
                    self.edge[slot] = self.edge[twin];
                }
            }
        }
    }

    /// Carries over which units lie apart; `false` where two of one node should.
    fn part(&mut self, apart: &[Vec<UnitId>]) -> bool {
        for (unit, others) in apart.iter().enumerate() {
            let Some(node) = self.of_unit[unit] else { continue };
            let others = others.iter().filter_map(|other| self.of_unit[other.index()]);
            self.apart[node as usize].extend(others);
        }
        for others in &mut self.apart {
            others.sort_unstable();
            others.dedup();
        }
        let mut each = self.apart.iter().enumerate();
        each.all(|(node, others)| others.binary_search(&(node as u32)).is_err())
    }

    /// Some nodes (ascending) alone, without their units, and what lies between them; with the slot
    /// here of each slot there.
    pub(super) fn within(&self, members: &[u32]) -> (Self, Vec<usize>) {
        let place = |node: &u32| members.binary_search(node).ok().map(|place| place as u32);
        let apart = |&node: &u32| self.apart[node as usize].iter().filter_map(place).collect();
        let mut slots = Vec::new();
        let mut nodes = Self {
            units: Vec::new(),
            of_unit: Vec::new(),
            population: members.iter().map(|&node| self.population[node as usize]).collect(),
            first: vec![0],
            last_adjacent: Vec::new(),
            to: Vec::new(),
            edge: Vec::new(),
            ends: Vec::new(),
            apart: members.iter().map(apart).collect(),
            has_apart: self.has_apart,
            tallies: self.tallies.within(members),
        };
        for &node in members {
            let last_adjacent = self.last_adjacent[node as usize] as usize;
            let mut adjacent = nodes.to.len() as u32;
            for slot in self.slots(node) {
                let Some(to) = place(&self.to[slot]) else { continue };
                slots.push(slot);
                nodes.to.push(to);
                adjacent += u32::from(slot < last_adjacent);
            }
            nodes.last_adjacent.push(adjacent);
            nodes.first.push(nodes.to.len() as u32);
        }
        nodes.number_edges();
        (nodes, slots)
    }

    /// Number of nodes.
    pub(super) fn len(&self) -> usize {
        self.population.len()
    }

    /// Whether inhabitants leave room to be added up as often as there are zones.
    pub(super) fn adds_up(&self) -> bool {
        let people: u128 = self.population.iter().map(|&people| u128::from(people.unsigned_abs())).sum();
        people * (self.len() as u128 + 1) < 1 << 62
    }

    /// The slots of a node that are adjacency.
    pub(super) fn adjacent(&self, node: u32) -> std::ops::Range<usize> {
        self.first[node as usize] as usize..self.last_adjacent[node as usize] as usize
    }

    /// All slots of a node.
    pub(super) fn slots(&self, node: u32) -> std::ops::Range<usize> {
        self.first[node as usize] as usize..self.first[node as usize + 1] as usize
    }

    /// The slot from one node to another, where there is one.
    pub(super) fn slot_to(&self, from: u32, to: u32) -> Option<usize> {
        let slots = self.slots(from);
        let middle = self.last_adjacent[from as usize] as usize;
        let find = |slots: std::ops::Range<usize>| {
            Some(slots.start + self.to[slots.clone()].binary_search(&to).ok()?)
        };
        find(slots.start..middle).or_else(|| find(middle..slots.end))
    }

    /// The connected components of the adjacency, each ascending.
    pub(super) fn components(&self) -> Vec<Vec<u32>> {
        let mut seen = vec![false; self.len()];
        let mut found = Vec::new();
        for root in 0..self.len() as u32 {
            if std::mem::replace(&mut seen[root as usize], true) {
                continue;
            }
            let mut component = vec![root];
            let mut next = 0;
            while let Some(&node) = component.get(next) {
                next += 1;
                for slot in self.adjacent(node) {
                    if !std::mem::replace(&mut seen[self.to[slot] as usize], true) {
                        component.push(self.to[slot]);
                    }
                }
            }
            component.sort_unstable();
            found.push(component);
        }
        found
    }
}

/// The sets of free units that must lie in one zone.
fn together(question: Question<'_>, is_free: &[bool]) -> Vec<Vec<UnitId>> {
    let asked = question.requirements.wishes.asked().filter_map(|asked| match asked {
        PinKind::Together(units) | PinKind::Zone { holds: units, .. } => Some(units),
        PinKind::Apart(_) => None,
    });
    let free = asked.map(|units| units.iter().copied().filter(|unit| is_free[unit.index()]).collect());
    free.filter(|units: &Vec<UnitId>| units.len() > 1).collect()
}

/// Per unit: the free units that may not lie in its zone.
fn apart_units(question: Question<'_>, is_free: &[bool]) -> Vec<Vec<UnitId>> {
    let mut apart = vec![Vec::new(); is_free.len()];
    let mut part = |a: UnitId, b: UnitId| {
        if a != b && is_free[a.index()] && is_free[b.index()] {
            apart[a.index()].push(b);
            apart[b.index()].push(a);
        }
    };
    for asked in question.requirements.wishes.asked() {
        match asked {
            PinKind::Together(_) => {}
            PinKind::Apart(units) => {
                for (place, &a) in units.iter().enumerate() {
                    units[place + 1..].iter().for_each(|&b| part(a, b));
                }
            }
            PinKind::Zone { holds, without, .. } => {
                holds.iter().for_each(|&a| without.iter().for_each(|&b| part(a, b)));
            }
        }
    }
    apart
}

/// A connected set that holds these units: each further part is reached along a shortest path. Other
/// paths may do as well, so this may miss plans, and never makes one that is not allowed.
fn connected(
    graph: &Graph,
    units: &[UnitId],
    is_free: &[bool],
    apart: &[Vec<UnitId>],
) -> Option<Vec<UnitId>> {
    let mut set = units.to_vec();
    loop {
        let parts = components(graph, &set);
        let [first, _, ..] = parts.as_slice() else { return Some(set) };
        let mut is_open = is_free.to_vec();
        set.iter().flat_map(|unit| &apart[unit.index()]).for_each(|unit| is_open[unit.index()] = false);
        let mut before: Vec<Option<UnitId>> = vec![None; graph.len()];
        let mut queue: VecDeque<UnitId> = first.iter().copied().collect();
        first.iter().for_each(|unit| is_open[unit.index()] = false);
        let mut reached = None;
        while let Some(unit) = queue.pop_front() {
            if set.contains(&unit) && !first.contains(&unit) {
                reached = Some(unit);
                break;
            }
            for neighbour in graph.neighbours(unit) {
                if std::mem::replace(&mut is_open[neighbour.unit.index()], false) {
                    before[neighbour.unit.index()] = Some(unit);
                    queue.push_back(neighbour.unit);
                }
            }
        }
        let mut on_path = before[reached?.index()];
        while let Some(unit) = on_path {
            if !set.contains(&unit) {
                set.push(unit);
            }
            on_path = before[unit.index()];
        }
        set.sort_unstable();
    }
}
