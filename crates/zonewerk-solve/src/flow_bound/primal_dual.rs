//! The linear program of the flows, solved nearly by primal-dual hybrid gradients (Chambolle and Pock
//! 2011, "A first-order primal-dual algorithm for convex problems"; steps per row and column as in Pock
//! and Chambolle 2011; anchored and reflected as in Lu and Yang 2024, "Restarted Halpern PDHG for linear
//! programming", without their weights that adapt).
//!
//! For each root `u`, `f` runs over the edges around it and `y_v >= 0` of it ends in point `v`, at most
//! `p_v` times what a person may keep, `k_u`. The zone of `u` has room for `r_u` inhabitants besides `u`, so
//! at most `r_u k_u` of the flow stays in it, and a point with more inhabitants than that keeps nothing.
//! Wanted is the most of the sum of `y_v` less `r_u k_u` where all flows load no edge `e` beyond `c_e`.
//! The dual gives each edge a price `d_e`, with the least sum of `c_e d_e` for which the inhabitants around
//! each root, those at distance `t` counted `1 - t` times, are no more than `r_u`.
//!
//! By hand and not by the LP library: that one takes a thread, several times the memory, and is not to be
//! asked for flows on the way, while any state of this one proves something. What it proves is counted
//! by [`super::flow_certificate`].

use rayon::prelude::*;

use super::flow_network::FlowNetwork;
use super::shortest_paths::NearPoint;

/// Roots that one task takes: loads are added up task by task, the same on any number of threads.
const TASKS: usize = 16;
/// Restarts: where the residual fell to so much of what it was after the last, or to so much and rises
/// again, or once this share of all iterations is since the last.
const FELL: f64 = 0.2;
const FELL_AND_RISES: f64 = 0.8;
const SHARE_OF_ALL: f64 = 0.36;
/// What weighs the steps of flows against those of prices, as a share of what gains and costs have between
/// them: tried on neighbourhoods and sectors, where no weight that adapts was better.
const WEIGHT: f64 = 0.5;

/// An edge around a root.
#[derive(Clone, Copy)]
struct RootEdge {
    edge: u32,
    /// The places of its ends in the part; the root has the place after all points.
    ends: [u32; 2],
    /// The length of a step of the flow over it.
    step: f64,
}

/// A variable: its value and where the iterations since the last restart began.
#[derive(Clone, Copy, Default)]
struct Iterate {
    now: f64,
    anchor: f64,
}

impl Iterate {
    fn at(value: f64) -> Self {
        Self { now: value, anchor: value }
    }

    fn restart(&mut self) {
        self.anchor = self.now;
    }

    /// Goes on beyond the next value and back to the anchor: of iteration `k` since the restart,
    /// `(k + 1) / (k + 2) (2 next - now) + 1 / (k + 2) anchor`.
    fn go_on(&mut self, next: f64, pull: &Pull) {
        self.now = pull.onward * (2.0 * next - self.now) + (1.0 - pull.onward) * self.anchor;
    }
}

/// How far an iteration goes from the anchor, and what weighs the steps of flows against those of prices.
struct Pull {
    onward: f64,
    weight: f64,
}

/// What an iteration changed: squares of differences over the lengths of steps, of flows and of prices.
#[derive(Clone, Copy, Default)]
struct IterationChange {
    flows: f64,
    prices: f64,
}

impl IterationChange {
    fn plus(self, other: Self) -> Self {
        Self { flows: self.flows + other.flows, prices: self.prices + other.prices }
    }

    fn norm(self, weight: f64) -> f64 {
        self.flows * weight + self.prices / weight
    }
}

/// The program of one root.
struct RootProgram {
    root: usize,
    room: f64,
    points: Vec<u32>,
    /// Inhabitants of the points; infinite where they are more than there is room for.
    people: Vec<f64>,
    ways: Vec<RootEdge>,
    /// Lengths of steps of the prices of points, and that of what a person may keep.
    point_steps: Vec<[f64; 2]>,
    keep_step: f64,
    /// What runs forth and back over each way.
    flows: Vec<[Iterate; 2]>,
    keep: Iterate,
    /// Prices of what ends in a point below 0, and beyond what it may keep.
    prices: Vec<[Iterate; 2]>,
}

impl RootProgram {
    /// Points and edges near a root, with nothing that runs, at prices of points by their distances.
    fn new(
        network: &FlowNetwork,
        around: &[Vec<(usize, usize)>],
        root: usize,
        near: &[NearPoint],
        scale: f64,
    ) -> Self {
        let room_people = network.most[root].unwrap_or(0).saturating_sub(network.people[root]);
        let points: Vec<u32> =
            near.iter().map(|near| near.point as u32).filter(|&point| point as usize != root).collect();
        let people = points.iter().map(|&point| {
            let people = network.people[point as usize];
            if people > room_people { f64::INFINITY } else { people as f64 / scale }
        });
        let mut part = Self {
            root,
            room: room_people as f64 / scale,
            people: people.collect(),
            ways: Vec::new(),
            point_steps: Vec::new(),
            keep_step: 0.0,
            flows: Vec::new(),
            keep: Iterate::default(),
            prices: near
                .iter()
                .filter(|near| near.point != root)
                .map(|near| {
                    [Iterate::at((near.distance - 1.0).max(0.0)), Iterate::at((1.0 - near.distance).max(0.0))]
                })
                .collect(),
            points,
        };
        part.lay(around);
        part
    }

    /// The edges between the points, and the lengths of steps.
    fn lay(&mut self, around: &[Vec<(usize, usize)>]) {
        let root_place = self.points.len() as u32;
        let mut places: Vec<(u32, u32)> =
            self.points.iter().zip(0..).map(|(&point, place)| (point, place)).collect();
        places.push((self.root as u32, root_place));
        places.sort_unstable();
        let place = |point: usize| {
            places.binary_search_by_key(&(point as u32), |&(point, _)| point).ok().map(|at| places[at].1)
        };
        let mut ways = Vec::new();
        let mut degrees = vec![0.0; self.points.len() + 1];
        for &(point, at) in &places {
            for &(edge, other) in around[point as usize].iter().filter(|&&(_, other)| other > point as usize)
            {
                if let Some(end) = place(other) {
                    ways.push(RootEdge { edge: edge as u32, ends: [at, end], step: 0.0 });
                    degrees[at as usize] += 1.0;
                    degrees[end as usize] += 1.0;
                }
            }
        }
        let rows = |place: u32| match self.people.get(place as usize) {
            None => 0.0,
            Some(people) if people.is_finite() => 2.0,
            Some(_) => 1.0,
        };
        ways.iter_mut().for_each(|way| way.step = 1.0 / (1.0 + rows(way.ends[0]) + rows(way.ends[1])));
        ways.sort_unstable_by_key(|way| way.edge);
        let steps = |(people, degree): (&f64, &f64)| {
            let finite = if people.is_finite() { *people } else { 0.0 };
            [1.0 / (2.0 * degree).max(1.0), 1.0 / (2.0 * degree + finite).max(1.0)]
        };
        self.point_steps = self.people.iter().zip(&degrees).map(steps).collect();
        let all: f64 = self.people.iter().filter(|people| people.is_finite()).sum();
        self.keep_step = 1.0 / all.max(1.0);
        self.flows = vec![[Iterate::default(); 2]; ways.len()];
        self.ways = ways;
    }

    /// The same with the flows, prices and points of another of the same root.
    fn with_state_of(mut self, other: &Self, around: &[Vec<(usize, usize)>]) -> Self {
        let mut known: Vec<(u32, usize)> = other.points.iter().copied().zip(0..).collect();
        known.sort_unstable();
        let at =
            |point: u32| known.binary_search_by_key(&point, |&(point, _)| point).ok().map(|at| known[at].1);
        let mut own: Vec<u32> = self.points.clone();
        own.sort_unstable();
        let mut is_used = vec![false; other.points.len() + 1];
        for (way, flows) in other.ways.iter().zip(&other.flows) {
            let runs = flows.iter().any(|flow| flow.now > 0.0);
            way.ends.iter().for_each(|&end| is_used[end as usize] |= runs);
        }
        for (place, &point) in other.points.iter().enumerate() {
            if is_used[place] && own.binary_search(&point).is_err() {
                self.points.push(point);
                self.people.push(other.people[place]);
                self.prices.push(other.prices[place]);
            }
        }
        for (place, point) in self.points.iter().enumerate() {
            if let Some(known) = at(*point) {
                self.prices[place] = other.prices[known];
            }
        }
        self.lay(around);
        for (flow, way) in self.flows.iter_mut().zip(&self.ways) {
            if let Ok(known) = other.ways.binary_search_by_key(&way.edge, |way| way.edge) {
                *flow = other.flows[known];
            }
        }
        self.keep = other.keep;
        self
    }

    /// What a unit of flow that ends in each place costs, and 0 for the root.
    fn ending_costs(&self, costs: &mut Vec<f64>) {
        costs.clear();
        costs.extend(self.prices.iter().map(|[below, beyond]| beyond.now - below.now - 1.0));
        costs.push(0.0);
    }

    /// What runs over a way next, at a price of its edge.
    fn next_flows(&self, at: usize, costs: &[f64], price: f64, weight: f64) -> [f64; 2] {
        let RootEdge { ends: [a, b], step, .. } = self.ways[at];
        let step = step / weight;
        let turn = costs[b as usize] - costs[a as usize];
        let [forth, back] = &self.flows[at];
        [(forth.now - step * (price + turn)).max(0.0), (back.now - step * (price - turn)).max(0.0)]
    }

    fn next_keep(&self, weight: f64) -> f64 {
        let kept = self.people.iter().zip(&self.prices).filter(|(people, _)| people.is_finite());
        let kept: f64 = kept.map(|(people, [_, beyond])| people * beyond.now).sum();
        (self.keep.now - self.keep_step / weight * (self.room - kept)).max(0.0)
    }

    /// One iteration at prices of edges; adds what then runs over each edge to `load`.
    fn iterate(
        &mut self,
        prices: &[Iterate],
        pull: &Pull,
        load: &mut [f64],
        buffer: &mut [Vec<f64>; 2],
    ) -> IterationChange {
        let [costs, ending] = buffer;
        self.ending_costs(costs);
        ending.clear();
        ending.resize(costs.len(), 0.0);
        let mut change = IterationChange::default();
        let keep = self.next_keep(pull.weight);
        let keep_ahead = 2.0 * keep - self.keep.now;
        change.flows += (keep - self.keep.now).powi(2) / self.keep_step;
        self.keep.go_on(keep, pull);
        for at in 0..self.ways.len() {
            let way = self.ways[at];
            let next = self.next_flows(at, costs, prices[way.edge as usize].now, pull.weight);
            let mut ahead = [0.0; 2];
            for side in 0..2 {
                let flow = &mut self.flows[at][side];
                ahead[side] = 2.0 * next[side] - flow.now;
                change.flows += (next[side] - flow.now).powi(2) / way.step;
                flow.go_on(next[side], pull);
            }
            let net = ahead[0] - ahead[1];
            ending[way.ends[1] as usize] += net;
            ending[way.ends[0] as usize] -= net;
            load[way.edge as usize] += ahead[0] + ahead[1];
        }
        for (place, [below, beyond]) in self.prices.iter_mut().enumerate() {
            let [below_step, beyond_step] = self.point_steps[place];
            let mut move_to = |price: &mut Iterate, step: f64, excess: f64| {
                let next = (price.now + step * pull.weight * excess).max(0.0);
                change.prices += (next - price.now).powi(2) / step;
                price.go_on(next, pull);
            };
            move_to(below, below_step, -ending[place]);
            let people = self.people[place];
            if people.is_finite() {
                move_to(beyond, beyond_step, ending[place] - people * keep_ahead);
            }
        }
        change
    }

    /// The anchor comes to where all is.
    fn restart(&mut self) {
        self.keep.restart();
        self.flows.iter_mut().flatten().for_each(Iterate::restart);
        self.prices.iter_mut().flatten().for_each(Iterate::restart);
    }
}

/// Flows and prices under way.
pub(super) struct PrimalDual<'a> {
    network: &'a FlowNetwork,
    around: &'a [Vec<(usize, usize)>],
    /// Inhabitants who count as one: about those of a point.
    scale: f64,
    parts: Vec<RootProgram>,
    prices: Vec<Iterate>,
    price_steps: Vec<f64>,
    weight: f64,
    iterations: usize,
    since_restart: usize,
    first_residual: f64,
    last_residual: f64,
}

impl<'a> PrimalDual<'a> {
    /// Without roots, at prices of edges for which the inhabitants around a root are about as many as there is
    /// room for.
    pub(super) fn new(network: &'a FlowNetwork, around: &'a [Vec<(usize, usize)>], prices: &[f64]) -> Self {
        let people: u64 = network.people.iter().sum();
        Self {
            scale: (people as f64 / network.people.len().max(1) as f64).max(1.0),
            parts: Vec::new(),
            prices: prices.iter().map(|&price| Iterate::at(price)).collect(),
            price_steps: Vec::new(),
            weight: 0.0,
            iterations: 0,
            since_restart: 0,
            first_residual: 0.0,
            last_residual: 0.0,
            network,
            around,
        }
    }

    /// Takes roots with what is near them; those that are there keep what they have.
    pub(super) fn take(&mut self, near: Vec<(usize, Vec<NearPoint>)>) {
        let (network, around, scale) = (self.network, self.around, self.scale);
        let old = std::mem::take(&mut self.parts);
        let mut parts: Vec<RootProgram> = near
            .par_iter()
            .map(|(root, near)| {
                let part = RootProgram::new(network, around, *root, near, scale);
                match old.binary_search_by_key(root, |part| part.root) {
                    Ok(at) => part.with_state_of(&old[at], around),
                    Err(_) => part,
                }
            })
            .collect();
        parts.sort_unstable_by_key(|part| part.root);
        let is_taken_anew = |root: usize| parts.binary_search_by_key(&root, |part| part.root).is_ok();
        let kept: Vec<RootProgram> = old.into_iter().filter(|part| !is_taken_anew(part.root)).collect();
        parts.extend(kept);
        parts.sort_unstable_by_key(|part| part.root);
        self.parts = parts;
        let mut uses = vec![0.0_f64; network.edges.len()];
        self.parts.iter().flat_map(|part| &part.ways).for_each(|way| uses[way.edge as usize] += 1.0);
        self.price_steps = uses.iter().map(|&uses| 1.0 / (2.0 * uses).max(1.0)).collect();
        if self.weight == 0.0 {
            let gains: f64 = self.parts.iter().flat_map(|part| &part.ways).map(|way| way.step).sum();
            let costs = network.edges.iter().zip(&self.price_steps);
            let costs: f64 = costs.map(|(edge, step)| (edge.cost as f64).powi(2) * step).sum();
            self.weight = WEIGHT * (gains / costs.max(1.0)).sqrt();
        }
        self.restart();
    }

    /// Edges in all parts.
    pub(super) fn size(&self) -> usize {
        self.parts.iter().map(|part| part.ways.len()).sum()
    }

    /// Edges around a root; none where it is not taken.
    pub(super) fn size_of(&self, root: usize) -> usize {
        let at = self.parts.binary_search_by_key(&root, |part| part.root);
        at.map_or(0, |at| self.parts[at].ways.len())
    }

    /// One iteration over everything, where there is anything.
    pub(super) fn iterate(&mut self) {
        if self.weight == 0.0 {
            return;
        }
        let pull = Pull {
            onward: (self.since_restart + 1) as f64 / (self.since_restart + 2) as f64,
            weight: self.weight,
        };
        let (edges, prices) = (self.network.edges.len(), &self.prices);
        let share = self.parts.len().div_ceil(TASKS).max(1);
        let done: Vec<(Vec<f64>, IterationChange)> = self
            .parts
            .par_chunks_mut(share)
            .map(|parts| {
                let (mut load, mut buffer) = (vec![0.0; edges], [Vec::new(), Vec::new()]);
                let changes =
                    parts.iter_mut().map(|part| part.iterate(prices, &pull, &mut load, &mut buffer));
                let change = changes.fold(IterationChange::default(), IterationChange::plus);
                (load, change)
            })
            .collect();
        let mut change = done.iter().fold(IterationChange::default(), |sum, (_, change)| sum.plus(*change));
        for (edge, price) in self.prices.iter_mut().enumerate() {
            let load: f64 = done.iter().map(|(load, _)| load[edge]).sum();
            let step = self.price_steps[edge];
            let excess = load - self.network.edges[edge].cost as f64;
            let next = (price.now + step * self.weight * excess).max(0.0);
            change.prices += (next - price.now).powi(2) / step;
            price.go_on(next, &pull);
        }
        let residual = change.norm(self.weight).sqrt();
        self.iterations += 1;
        self.since_restart += 1;
        if self.since_restart == 1 {
            self.first_residual = residual;
        }
        let fell = residual <= FELL * self.first_residual;
        let rises = residual <= FELL_AND_RISES * self.first_residual && residual > self.last_residual;
        let is_long = self.since_restart as f64 >= SHARE_OF_ALL * self.iterations as f64;
        self.last_residual = residual;
        if self.since_restart > 1 && (fell || rises || is_long) {
            self.restart();
        }
    }

    /// Begins anew from here.
    fn restart(&mut self) {
        self.parts.par_iter_mut().for_each(RootProgram::restart);
        self.prices.iter_mut().for_each(Iterate::restart);
        self.since_restart = 0;
        self.last_residual = f64::INFINITY;
    }

    /// Prices of the edges.
    pub(super) fn prices(&self) -> Vec<f64> {
        self.prices.iter().map(|price| price.now.max(0.0)).collect()
    }

    /// The flows of each root: per edge, ascending, how much, from its first end to its second.
    pub(super) fn flows(&self) -> Vec<(usize, Vec<(usize, f64)>)> {
        let flows = |part: &RootProgram| {
            let mut costs = Vec::new();
            part.ending_costs(&mut costs);
            let runs = (0..part.ways.len()).map(|at| {
                let way = part.ways[at];
                let price = self.prices[way.edge as usize].now;
                let [forth, back] = part.next_flows(at, &costs, price, self.weight);
                let first =
                    |place: u32| part.points.get(place as usize).map_or(part.root, |&point| point as usize);
                let net = forth - back;
                let is_forward = self.network.edges[way.edge as usize].ends[0] == first(way.ends[0]);
                (way.edge as usize, if is_forward { net } else { -net })
            });
            (part.root, runs.filter(|&(_, amount)| amount != 0.0).collect())
        };
        self.parts.par_iter().map(flows).collect()
    }
}
