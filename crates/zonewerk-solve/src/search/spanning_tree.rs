//! Random spanning trees: of each edge of a tree, how many inhabitants lie below it is known at
//! once, so that a cut within bounds is found without trying (DeFord, Duchin and Solomon 2021).

use rand::{Rng, RngExt};

use super::contiguity_graph::Nodes;
use super::zone_bounds::ZoneBounds;

const NOWHERE: u32 = u32::MAX;

/// Nodes on one side of a cut, and how many zones they are to be.
pub(super) type TreeSide = (Vec<u32>, usize);

/// A spanning tree of some nodes. Places count in the order of joining; a parent comes before its
/// children.
#[derive(Default)]
pub(super) struct SpanningTree {
    /// The nodes in the order of joining.
    order: Vec<u32>,
    /// Per place: the place of the parent; its own for the root.
    parent: Vec<u32>,
    /// Per place: inhabitants of its subtree.
    people: Vec<i64>,
    /// Per place: nodes of its subtree.
    size: Vec<u32>,
}

/// Grows trees and cuts them; keeps its arrays between trees.
pub(super) struct Cutter<'a> {
    nodes: &'a Nodes,
    tree: SpanningTree,
    /// Per node: whether the tree is to reach it, or has.
    place: Vec<u32>,
    frontier: Vec<[u32; 2]>,
}

/// Nodes that are to be reached.
const WANTED: u32 = NOWHERE - 1;

impl<'a> Cutter<'a> {
    pub(super) fn new(nodes: &'a Nodes) -> Self {
        let place = vec![NOWHERE; nodes.len()];
        Self { nodes, tree: SpanningTree::default(), place, frontier: Vec::new() }
    }

    /// Grows a random tree over connected nodes: each time a random edge that leaves it joins.
    fn grow(&mut self, members: &[u32], random: &mut impl Rng) {
        let SpanningTree { order, parent, people, size } = &mut self.tree;
        order.clear();
        parent.clear();
        people.clear();
        size.clear();
        self.frontier.clear();
        members.iter().for_each(|&node| self.place[node as usize] = WANTED);
        let root = members[random.random_range(0..members.len())];
        self.frontier.push([0, root]);
        while !self.frontier.is_empty() {
            let choice = random.random_range(0..self.frontier.len() as u32);
            let [from, node] = self.frontier.swap_remove(choice as usize);
            if self.place[node as usize] != WANTED {
                continue;
            }
            let place = order.len() as u32;
            self.place[node as usize] = place;
            order.push(node);
            parent.push(from);
            size.push(1);
            people.push(self.nodes.population[node as usize]);
            for slot in self.nodes.adjacent(node) {
                if self.place[self.nodes.to[slot] as usize] == WANTED {
                    self.frontier.push([place, self.nodes.to[slot]]);
                }
            }
        }
        members.iter().for_each(|&node| self.place[node as usize] = NOWHERE);
        for place in (1..order.len()).rev() {
            let up = parent[place] as usize;
            people[up] += people[place];
            size[up] += size[place];
        }
    }

    /// The nodes below a place, and the others.
    fn parted(&self, place: usize) -> [Vec<u32>; 2] {
        let SpanningTree { order, parent, size, .. } = &self.tree;
        let mut below = vec![false; order.len()];
        let mut parts = [Vec::with_capacity(size[place] as usize), Vec::new()];
        for (at, &node) in order.iter().enumerate() {
            below[at] = at == place || at > place && below[parent[at] as usize];
            parts[usize::from(!below[at])].push(node);
        }
        parts
    }

    /// Cuts connected nodes into so many parts within the bounds, along random edges of random
    /// trees that allow it; `None` where none of a few trees does.
    pub(super) fn within(
        &mut self,
        members: &[u32],
        parts: usize,
        bounds: ZoneBounds,
        random: &mut impl Rng,
    ) -> Option<Vec<Vec<u32>>> {
        let mut rest = members.to_vec();
        let mut found = Vec::with_capacity(parts);
        while found.len() + 1 < parts {
            let left = (parts - found.len() - 1) as i64;
            let [part, others] = (0..2).find_map(|_| self.within_once(&rest, left, bounds, random))?;
            found.push(part);
            rest = others;
        }
        let people: i64 = rest.iter().map(|&node| self.nodes.population[node as usize]).sum();
        found.push(rest);
        bounds.allow(people).then_some(found)
    }

    /// One part within the bounds and a rest that `left` zones can be within.
    fn within_once(
        &mut self,
        members: &[u32],
        left: i64,
        bounds: ZoneBounds,
        random: &mut impl Rng,
    ) -> Option<[Vec<u32>; 2]> {
        self.grow(members, random);
        let all = self.tree.people[0];
        let fits = |part: i64| bounds.allow(part) && bounds.off(all - part, left) == 0;
        let mut chosen = None;
        let mut seen = 0;
        for place in 1..self.tree.order.len() {
            let below = self.tree.people[place];
            for (is_rest_below, part) in [(false, below), (true, all - below)] {
                if fits(part) {
                    seen += 1;
                    if random.random_range(0..seen) == 0 {
                        chosen = Some((place, is_rest_below));
                    }
                }
            }
        }
        let (place, is_rest_below) = chosen?;
        let [below, above] = self.parted(place);
        Some(if is_rest_below { [above, below] } else { [below, above] })
    }

    /// Cuts connected nodes in two, to be so many zones in all, where that is nearest to being
    /// within the bounds, of several trees: each part with how many zones it is to be. `None` where
    /// no edge leaves each part as many nodes as zones.
    pub(super) fn nearest(
        &mut self,
        members: &[u32],
        zones: usize,
        bounds: ZoneBounds,
        trees: usize,
        random: &mut impl Rng,
    ) -> Option<[TreeSide; 2]> {
        let mut best: Option<((i64, i64), usize, [TreeSide; 2])> = None;
        for _ in 0..trees {
            self.grow(members, random);
            let Some((score, place, below)) = self.nearest_edge(zones, bounds) else { continue };
            if best.as_ref().is_none_or(|best| score < best.0) {
                let [under, over] = self.parted(place);
                best = Some((score, place, [(under, below), (over, zones - below)]));
            }
        }
        Some(best?.2)
    }

    /// The edge of the tree that is nearest: how far off, its place, and the zones below it.
    fn nearest_edge(&self, zones: usize, bounds: ZoneBounds) -> Option<((i64, i64), usize, usize)> {
        let SpanningTree { order, people, size, .. } = &self.tree;
        let all = people[0];
        // All inhabitants times all nodes are a number, see [`Nodes::adds_up`].
        let ideal = |part: usize| all * part as i64 / zones as i64;
        // Halves rather than one zone and all others: the tree is cut as often, and each cut is over
        // fewer nodes.
        let [low, high] = [(zones / 3).max(1), (zones - zones / 3).min(zones - 1)];
        let mut best: Option<((i64, i64), usize, usize)> = None;
        for place in 1..order.len() {
            let share = (people[place] * zones as i64 + all / 2).checked_div(all).unwrap_or(0);
            let nearest = usize::try_from(share).unwrap_or(0);
            for part in [nearest.saturating_sub(1), nearest, nearest + 1] {
                let part = part.clamp(low, high);
                let nodes = size[place] as usize;
                if nodes < part || order.len() - nodes < zones - part {
                    continue;
                }
                let off = bounds.off(people[place], part as i64)
                    + bounds.off(all - people[place], (zones - part) as i64);
                let score = (off, (people[place] - ideal(part)).abs());
                if best.is_none_or(|(best, ..)| score < best) {
                    best = Some((score, place, part));
                }
            }
        }
        best
    }
}
