//! What is parted: points with inhabitants, what it costs to part them, and which lie side by side.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::flow_bound::FlowNetwork;
use crate::objective_steps::Question;
use zonewerk_core::problem::Step;
use zonewerk_core::territory::{Id, UnitId};

/// Points, at most.
const MOST_POINTS: usize = 2_000;
/// Edges, at most: every open branch holds a flow over them for each zone. A map of so many points has less
/// than half of them.
const MOST_EDGES: usize = 15_000;
/// Costs, inhabitants and their products stay below such powers of two.
const BITS_OF_COSTS: u32 = 52;
const BITS_OF_SUMS: u32 = 56;
const MOST_SCALE: u32 = 30;

/// The points that are to be drawn, and what lies between them: arcs in compressed sparse rows, two for
/// each pair.
pub(super) struct PointGraph {
    /// Per point: its units, ascending.
    pub(super) units: Vec<Vec<UnitId>>,
    /// Per point.
    pub(super) people: Vec<i64>,
    /// All inhabitants.
    pub(super) everyone: i64,
    /// Per point: its first arc; one more at the end.
    pub(super) first: Vec<usize>,
    /// Per arc: the point at its end.
    pub(super) to: Vec<usize>,
    /// Per arc: that of the other direction.
    pub(super) back: Vec<usize>,
    /// Per arc: what it costs to part its ends.
    pub(super) cost: Vec<i64>,
    /// The same in units of `1 / scale`.
    pub(super) scaled: Vec<i64>,
    /// Bounds by prices on inhabitants are counted in such parts of a cost.
    pub(super) scale: i64,
    /// The highest price on an inhabitant.
    pub(super) most_price: i64,
    /// Per point: those that no zone holds with it.
    pub(super) apart: Vec<Vec<usize>>,
    /// What every plan costs besides.
    pub(super) constant: u64,
    /// Costs are multiples of this, and counted in it.
    pub(super) unit: u64,
}

impl PointGraph {
    /// The ground of a step; `None` where it has other goals than about parting neighbours, or is too
    /// large.
    pub(super) fn of(question: Question<'_>, step: &Step) -> Option<Self> {
        let network = FlowNetwork::of(question, step)?;
        let points = network.people.len();
        let everyone = network.people.iter().try_fold(0_u64, |sum, &people| sum.checked_add(people))?;
        let all = network.edges.iter().map(|edge| u128::from(edge.cost)).sum::<u128>();
        let fits = points <= MOST_POINTS
            && network.edges.len() + network.touching.len() <= MOST_EDGES
            && all < 1 << BITS_OF_COSTS
            && everyone < 1 << BITS_OF_COSTS;
        if points == 0 || !fits {
            return None;
        }
        let mut at = vec![None; question.graph.len()];
        for (point, units) in network.units.iter().enumerate() {
            units.iter().for_each(|unit| at[unit.index()] = Some(point));
        }
        let mut apart = vec![BTreeSet::new(); points];
        for (one, other) in question.requirements.wishes.parted() {
            if let (Some(one), Some(other)) = (at[one.index()], at[other.index()]) {
                apart[one].insert(other);
                apart[other].insert(one);
            }
        }
        let unit = network.edges.iter().fold(0, |unit, edge| gcd(unit, edge.cost)).max(1);
        let pairs = network.edges.iter().map(|edge| (edge.ends, (edge.cost / unit) as i64));
        let pairs = pairs.chain(network.touching.iter().map(|&ends| (ends, 0)));
        let mut beside = vec![BTreeMap::new(); points];
        for ([a, b], cost) in pairs {
            beside[a].insert(b, cost);
            beside[b].insert(a, cost);
        }
        let bits = (u128::BITS - (all / u128::from(unit)).leading_zeros()).min(BITS_OF_COSTS);
        let scale = 1 << (BITS_OF_COSTS - bits).min(MOST_SCALE);
        let mut ground = Self {
            units: network.units,
            people: network.people.iter().map(|&people| people as i64).collect(),
            everyone: everyone as i64,
            first: vec![0],
            to: Vec::new(),
            back: Vec::new(),
            cost: Vec::new(),
            scaled: Vec::new(),
            scale,
            most_price: (1 << BITS_OF_SUMS) / (everyone as i64).max(1),
            apart: apart.into_iter().map(|others| others.into_iter().collect()).collect(),
            constant: network.constant,
            unit,
        };
        for of_point in &beside {
            ground.to.extend(of_point.keys());
            ground.cost.extend(of_point.values());
            ground.first.push(ground.to.len());
        }
        ground.scaled = ground.cost.iter().map(|cost| cost * scale).collect();
        for point in 0..points {
            for arc in ground.arcs(point) {
                let to = ground.arcs(ground.to[arc]);
                let place = ground.to[to.clone()].binary_search(&point);
                ground.back.push(to.start + place.expect("each pair has two arcs"));
            }
        }
        Some(ground)
    }

    /// Number of points.
    pub(super) fn len(&self) -> usize {
        self.people.len()
    }

    /// The arcs of a point.
    pub(super) fn arcs(&self, point: usize) -> Range<usize> {
        self.first[point]..self.first[point + 1]
    }

    /// What it costs to part a set from the rest, and its inhabitants.
    pub(super) fn cut(&self, is_in: impl Fn(usize) -> bool) -> GraphCut {
        let (mut cost, mut people) = (0, 0);
        for point in (0..self.len()).filter(|&point| is_in(point)) {
            people += self.people[point];
            let parted = self.arcs(point).filter(|&arc| !is_in(self.to[arc]));
            cost += parted.map(|arc| self.cost[arc]).sum::<i64>();
        }
        GraphCut { cost, people }
    }

    /// Marks the points of `may` that are connected with those that are marked.
    pub(super) fn reach(&self, marked: &mut [bool], may: impl Fn(usize) -> bool) {
        let mut to_do: Vec<usize> = (0..self.len()).filter(|&point| marked[point]).collect();
        while let Some(point) = to_do.pop() {
            for arc in self.arcs(point) {
                let to = self.to[arc];
                if may(to) && !std::mem::replace(&mut marked[to], true) {
                    to_do.push(to);
                }
            }
        }
    }

    /// Per point, how many arcs away the nearest of these is; a number above all others where none is.
    pub(super) fn distances(&self, from: impl Fn(usize) -> bool) -> Vec<u32> {
        let mut distance = vec![u32::MAX; self.len()];
        let mut queue: Vec<usize> = (0..self.len()).filter(|&point| from(point)).collect();
        queue.iter().for_each(|&point| distance[point] = 0);
        let mut next = 0;
        while let Some(&point) = queue.get(next) {
            next += 1;
            for arc in self.arcs(point) {
                let to = self.to[arc];
                if distance[to] == u32::MAX {
                    distance[to] = distance[point] + 1;
                    queue.push(to);
                }
            }
        }
        distance
    }
}

fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// A set of points: what it costs to part it from the rest, and its inhabitants.
#[derive(Clone, Copy, Debug)]
pub(super) struct GraphCut {
    pub(super) cost: i64,
    pub(super) people: i64,
}
