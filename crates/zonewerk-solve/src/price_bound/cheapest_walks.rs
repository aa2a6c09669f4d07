//! The cheapest closed walks from one node, for each number of steps of inhabitants that they go around.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

use super::border_graph::BorderGraph;

/// More than anything costs.
pub(super) const FAR: i64 = 1 << 61;
/// Walks are settled in so many rounds of about equal costs.
const ROUNDS: i64 = 512;

/// Prices at which walks are looked for.
///
/// A walk around `q` steps of inhabitants with arcs of `cost` is worth `cost - step_price * q`. Only walks
/// worth less than `threshold` around `least..=most` steps matter; no walk that goes around no more
/// than `most` steps costs less than 0.
pub(super) struct Prices<'a> {
    pub(super) ground: &'a BorderGraph,
    /// Per arc, at least 0.
    pub(super) cost: &'a [i64],
    /// Per arc: steps of inhabitants.
    pub(super) steps: &'a [i64],
    pub(super) step_price: i64,
    pub(super) threshold: i64,
    pub(super) least: i64,
    pub(super) most: i64,
    /// Numbers of steps that are kept apart while a walk is under way, at most.
    pub(super) kept: std::ops::RangeInclusive<i64>,
    /// Other prices of a step at which unfinished walks are judged too.
    pub(super) others: &'a [i64],
}

/// The cheapest closed walks from a node.
pub(super) struct Walks {
    /// Per number of steps that is kept apart, ascending: least cost, [`FAR`] where none matters.
    pub(super) cost: Vec<i64>,
    /// What walks are worth at least that on their way left the numbers that are kept apart.
    pub(super) beyond: i64,
    nodes: usize,
    /// Whether walks may come by the start and go on.
    come_back: bool,
    arcs: Vec<Local>,
    into: Vec<Vec<usize>>,
    /// Per node, the numbers of steps that are kept apart there, and where they start in the table.
    kept: Vec<Kept>,
    table: Vec<i64>,
}

#[derive(Clone, Copy)]
struct Kept {
    first: i64,
    last: i64,
    start: usize,
}

impl Kept {
    fn slot(self, steps: i64) -> Option<usize> {
        (self.first <= steps && steps <= self.last).then(|| self.start + (steps - self.first) as usize)
    }
}

/// An arc among the nodes around a start.
struct Local {
    from: usize,
    to: usize,
    /// At least 0.
    cost: i64,
    steps: i64,
    arc: usize,
}

/// What searches write on, to be used again.
pub(super) struct WalkScratch {
    ahead: Vec<i64>,
    back: Vec<i64>,
    steps: Vec<i64>,
    place: Vec<usize>,
    table: Vec<i64>,
    settled: Vec<bool>,
}

impl WalkScratch {
    pub(super) fn new(nodes: usize) -> Self {
        Self {
            ahead: vec![FAR; nodes],
            back: vec![FAR; nodes],
            steps: vec![0; nodes],
            place: vec![usize::MAX; nodes],
            table: Vec::new(),
            settled: Vec::new(),
        }
    }

    /// Takes back what walks wrote on: memory that is asked for anew costs more than the walks.
    pub(super) fn reuse(&mut self, walks: Walks) {
        self.table = walks.table;
    }
}

/// The nodes that a walk from a start may visit, from near to far, the start first.
struct Around {
    nodes: Vec<usize>,
    ahead: Vec<i64>,
    back: Vec<i64>,
    steps: Vec<i64>,
}

impl Prices<'_> {
    fn limit(&self) -> i64 {
        self.threshold + self.step_price * self.most
    }

    /// Whether walks may come by their start and go on. In a drawing without crossings no border comes
    /// to a place twice, for a set and its complement that are both in one piece part a cycle of the dual
    /// graph (Whitney 1932, "Non-separable and planar graphs"). Where an edge without which a set falls
    /// apart is crossed, what lies on both sides of its border may be one zone that goes through the
    /// crossing, and the border may come to a place twice.
    fn come_back(&self) -> bool {
        self.ground.crossings > 0
    }

    /// Of the nodes no earlier in the order than `start`.
    fn around(&self, start: usize, scratch: &mut WalkScratch) -> Around {
        let (ground, limit) = (self.ground, self.limit());
        let WalkScratch { ahead, back, steps, .. } = scratch;
        let (mut reached, mut reached_back) = (vec![start], vec![start]);
        let mut heap = BinaryHeap::from([Reverse((0, start))]);
        (ahead[start], back[start], steps[start]) = (0, 0, 0);
        while let Some(Reverse((distance, node))) = heap.pop() {
            if distance > ahead[node] {
                continue;
            }
            for arc in ground.from(node) {
                let to = ground.surface.arcs[arc].to;
                let next = distance + self.cost[arc];
                if ground.rank[to] < ground.rank[start] || next >= limit || next >= ahead[to] {
                    continue;
                }
                if ahead[to] == FAR {
                    reached.push(to);
                }
                (ahead[to], steps[to]) = (next, steps[node] + self.steps[arc]);
                heap.push(Reverse((next, to)));
            }
        }
        heap.push(Reverse((0, start)));
        while let Some(Reverse((distance, node))) = heap.pop() {
            if distance > back[node] {
                continue;
            }
            for &arc in &ground.into[node] {
                let from = ground.surface.arcs[arc].from;
                let next = distance + self.cost[arc];
                if ahead[from] == FAR || next + ahead[from] >= limit || next >= back[from] {
                    continue;
                }
                if back[from] == FAR {
                    reached_back.push(from);
                }
                back[from] = next;
                heap.push(Reverse((next, from)));
            }
        }
        let mut nodes = reached_back.clone();
        nodes.sort_unstable_by_key(|&node| (ground.rank[node] != ground.rank[start], ahead[node], node));
        let of = |values: &[i64]| nodes.iter().map(|&node| values[node]).collect::<Vec<_>>();
        let around = Around { ahead: of(ahead), back: of(back), steps: of(steps), nodes };
        reached.iter().for_each(|&node| ahead[node] = FAR);
        reached_back.iter().for_each(|&node| back[node] = FAR);
        around
    }

    /// The cheapest closed walks that visit `start` and no node before it in the order.
    ///
    /// Steps of inhabitants and costs are counted as if each unfinished walk came back to the start the
    /// cheapest way there (shortest paths, Dijkstra 1959): that shifts costs along a closed walk by
    /// nothing, and keeps both small.
    pub(super) fn from(&self, start: usize, scratch: &mut WalkScratch) -> Walks {
        let around = self.around(start, scratch);
        let nodes = around.nodes.len();
        let place = &mut scratch.place;
        around.nodes.iter().enumerate().for_each(|(at, &node)| place[node] = at);
        let (mut arcs, mut first, mut into) = (Vec::new(), vec![0], vec![Vec::new(); nodes]);
        for (from, &node) in around.nodes.iter().enumerate() {
            for arc in self.ground.from(node) {
                let to = place[self.ground.surface.arcs[arc].to];
                if to == usize::MAX {
                    continue;
                }
                let cost = self.cost[arc] + around.ahead[from] - around.ahead[to];
                let steps = self.steps[arc] + around.steps[from] - around.steps[to];
                into[to].push(arcs.len());
                arcs.push(Local { from, to, cost, steps, arc });
            }
            first.push(arcs.len());
        }
        around.nodes.iter().for_each(|&node| place[node] = usize::MAX);
        let width = usize::try_from(self.kept.end() - self.kept.start() + 1).unwrap_or(1);
        let mut walks = Walks {
            cost: vec![FAR; width],
            beyond: FAR,
            nodes,
            come_back: self.come_back(),
            arcs,
            into,
            kept: Vec::new(),
            table: std::mem::take(&mut scratch.table),
        };
        self.settle((&around, &first), &mut walks, &mut scratch.settled);
        walks
    }

    /// For each other price of a step, by how much less a walk in a node must have cost.
    fn judges(&self, around: &Around, walks: &Walks) -> Vec<(i64, Vec<i64>)> {
        let judge = |&price: &i64| {
            let more = price - self.step_price;
            let back = walks.cheapest_back(more)?;
            let most = self.threshold + price * if price >= 0 { self.most } else { self.least };
            Some((more, (0..around.nodes.len()).map(|at| back[at] - most).collect()))
        };
        self.others.iter().filter_map(judge).collect()
    }

    /// Per node, the numbers of steps that no judge rules out whatever a walk has cost, within those
    /// that may be kept apart.
    fn kept(&self, nodes: usize, judges: &[(i64, Vec<i64>)]) -> (Vec<Kept>, usize) {
        let mut size = 0;
        let kept = (0..nodes).map(|node| {
            let (mut first, mut last) = (*self.kept.start(), *self.kept.end());
            for (more, back) in judges {
                // Ruled out where `more * steps + back` is not below 0.
                let most = -1 - back[node];
                match more.signum() {
                    1 => last = last.min(most.div_euclid(*more)),
                    -1 => first = first.max(-most.div_euclid(-more)),
                    _ => {}
                }
            }
            let kept = Kept { first, last: last.max(first - 1), start: size };
            size += (kept.last - kept.first + 1) as usize;
            kept
        });
        (kept.collect(), size)
    }

    fn settle(&self, (around, first): (&Around, &[usize]), walks: &mut Walks, settled: &mut Vec<bool>) {
        let judges = self.judges(around, walks);
        let (kept, size) = self.kept(around.nodes.len(), &judges);
        let Walks { cost: closed, beyond, arcs, table, .. } = walks;
        let limit = self.limit();
        let done: Vec<i64> =
            around.ahead.iter().zip(&around.back).map(|(ahead, back)| ahead + back).collect();
        let round = (limit / ROUNDS).max(1);
        let mut rounds: Vec<Vec<(usize, i64)>> = vec![Vec::new(); ROUNDS as usize + 2];
        let rounds_of = |cost: i64| usize::try_from(cost / round).unwrap_or(0);
        let last = rounds.len() - 1;
        table.clear();
        table.resize(size, FAR);
        settled.clear();
        settled.resize(size, false);
        if let Some(slot) = kept[0].slot(0) {
            table[slot] = 0;
            rounds[0].push((0, 0));
        }
        for now in 0..rounds.len() {
            let mut at = 0;
            while let Some(&(node, people)) = rounds[now].get(at) {
                at += 1;
                let Some(slot) = kept[node].slot(people) else { continue };
                let cost = table[slot];
                if settled[slot] || rounds_of(cost).min(last) != now {
                    continue;
                }
                settled[slot] = true;
                for arc in &arcs[first[node]..first[node + 1]] {
                    let next = cost + arc.cost;
                    let people = people + arc.steps;
                    if next + done[arc.to] >= limit {
                        continue;
                    }
                    let judged = |(more, back): &(i64, Vec<i64>)| next + more * people + back[arc.to];
                    if judges.iter().any(|judge| judged(judge) >= 0) {
                        continue;
                    }
                    if arc.to == 0 && self.kept.contains(&people) {
                        let closed = &mut closed[(people - self.kept.start()) as usize];
                        *closed = (*closed).min(next);
                        if !self.come_back() {
                            continue;
                        }
                    }
                    if let Some(slot) = kept[arc.to].slot(people) {
                        if next < table[slot] {
                            table[slot] = next;
                            settled[slot] = false;
                            rounds[rounds_of(next).min(last)].push((arc.to, people));
                        }
                    } else {
                        let own = next + done[arc.to] - limit;
                        let worth = judges.iter().map(judged).max().unwrap_or(own).max(own);
                        *beyond = (*beyond).min(self.threshold + worth);
                    }
                }
            }
        }
        walks.kept = kept;
    }
}

impl Walks {
    /// Per node, the least that a way back costs where each step of inhabitants costs so much more;
    /// `None` where going round and round costs less and less (Bellman 1958).
    fn cheapest_back(&self, more: i64) -> Option<Vec<i64>> {
        let mut back = vec![FAR; self.nodes];
        let mut queue = VecDeque::from([0]);
        let mut waits = vec![false; self.nodes];
        back[0] = 0;
        let mut looks = 0;
        while let Some(node) = queue.pop_front() {
            waits[node] = false;
            looks += 1;
            if looks > 40 * self.nodes + 100 || back[0] < 0 {
                return None;
            }
            for arc in self.into[node].iter().map(|&arc| &self.arcs[arc]) {
                let cost = back[node] + arc.cost + more * arc.steps;
                if cost < back[arc.from] {
                    back[arc.from] = cost;
                    if !std::mem::replace(&mut waits[arc.from], true) {
                        queue.push_back(arc.from);
                    }
                }
            }
        }
        Some(back)
    }

    /// The arcs of the cheapest walk around so many steps, of those of `cost` the one in `place`; empty
    /// where it cannot be told.
    pub(super) fn walk(&self, steps: i64, place: usize) -> Vec<usize> {
        let mut walk = Vec::new();
        let (mut node, mut steps, mut cost) = (0, steps, self.cost[place]);
        if cost >= FAR {
            return walk;
        }
        while walk.len() < 4 * self.nodes {
            let comes = |arc: &&Local| {
                let before = steps - arc.steps;
                let may_be_left = arc.from != 0 || before == 0 || self.come_back;
                let known = self.kept[arc.from].slot(before).filter(|_| may_be_left);
                known.is_some_and(|slot| self.table[slot] + arc.cost == cost)
            };
            let Some(arc) = self.into[node].iter().map(|&arc| &self.arcs[arc]).find(comes) else { break };
            walk.push(arc.arc);
            (node, steps, cost) = (arc.from, steps - arc.steps, cost - arc.cost);
            if node == 0 && steps == 0 {
                return walk;
            }
        }
        Vec::new()
    }
}
