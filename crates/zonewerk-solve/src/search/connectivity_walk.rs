//! Walks over nodes of one zone. Marks carry the number of their walk, so that none has to be wiped.

use super::contiguity_graph::Nodes;
use super::spanning_tree::TreeSide;

/// The arrays of a walk, kept between walks.
pub(super) struct ConnectivityWalk {
    /// Per node: a mark of this walk, or an older one.
    mark: Vec<u32>,
    /// The highest mark so far.
    last: u32,
    /// Neighbours of the node that leaves, in its zone.
    near: Vec<u32>,
    /// Per side: the nodes that it has reached, and how many of them it has gone on from.
    sides: Vec<TreeSide>,
    /// Per side: another of the same class, or itself.
    class: Vec<usize>,
}

impl ConnectivityWalk {
    pub(super) fn new(nodes: &Nodes) -> Self {
        let mark = vec![0; nodes.len()];
        Self { mark, last: 0, near: Vec::new(), sides: Vec::new(), class: Vec::new() }
    }

    /// The first of so many marks that no node has.
    fn fresh(&mut self, marks: u32) -> u32 {
        if self.last >= u32::MAX - marks {
            self.mark.fill(0);
            self.last = 0;
        }
        self.last += marks;
        self.last - marks + 1
    }

    /// The nodes that pass a test and are connected with a node by such, itself first.
    pub(super) fn reach(&mut self, nodes: &Nodes, from: u32, passes: impl Fn(u32) -> bool) -> Vec<u32> {
        let reached = self.fresh(1);
        self.mark[from as usize] = reached;
        let mut found = vec![from];
        let mut next = 0;
        while let Some(&at) = found.get(next) {
            next += 1;
            for slot in nodes.adjacent(at) {
                let to = nodes.to[slot];
                if self.mark[to as usize] != reached && passes(to) {
                    self.mark[to as usize] = reached;
                    found.push(to);
                }
            }
        }
        found
    }

    /// Whether the zone of a node has other nodes, and they are connected without it. Mostly its
    /// neighbours are neighbours of each other, which decides it. Else the zone is searched from all
    /// sides of the node at once: where one is cut off, the work is that of the smaller part.
    pub(super) fn is_connected_without(&mut self, nodes: &Nodes, zone_of: &[u32], node: u32) -> bool {
        let zone = zone_of[node as usize];
        self.near.clear();
        let own = nodes.adjacent(node).map(|slot| nodes.to[slot]);
        self.near.extend(own.filter(|&to| zone_of[to as usize] == zone));
        if self.near.len() < 2 {
            return self.near.len() == 1;
        }
        let wanted = self.fresh(self.near.len() as u32 + 1);
        self.near.iter().for_each(|&to| self.mark[to as usize] = wanted);
        let mut left = self.sides_of(nodes, wanted);
        if left == 1 {
            return true;
        }
        let sides = left;
        self.class.clear();
        self.class.extend(0..sides);
        self.mark[node as usize] = wanted;
        loop {
            for side in 0..sides {
                let (reached, next) = &mut self.sides[side];
                let Some(&at) = reached.get(*next) else { continue };
                *next += 1;
                for slot in nodes.adjacent(at) {
                    let to = nodes.to[slot];
                    if zone_of[to as usize] != zone {
                        continue;
                    }
                    let mark = self.mark[to as usize];
                    if mark < wanted {
                        self.mark[to as usize] = wanted + 1 + side as u32;
                        self.sides[side].0.push(to);
                    } else if mark > wanted && self.join(side, (mark - wanted - 1) as usize) {
                        left -= 1;
                        if left == 1 {
                            return true;
                        }
                    }
                }
                if self.is_at_end(side, sides) {
                    return false;
                }
            }
        }
    }

    /// Parts the neighbours into sides, each connected by neighbours alone; how many there are.
    fn sides_of(&mut self, nodes: &Nodes, wanted: u32) -> usize {
        let mut sides = 0;
        for place in 0..self.near.len() {
            let start = self.near[place];
            if self.mark[start as usize] != wanted {
                continue;
            }
            if self.sides.len() == sides {
                self.sides.push((Vec::new(), 0));
            }
            let (reached, next) = &mut self.sides[sides];
            reached.clear();
            *next = 0;
            sides += 1;
            let mark = wanted + sides as u32;
            self.mark[start as usize] = mark;
            reached.push(start);
            let mut at = 0;
            while let Some(&from) = reached.get(at) {
                at += 1;
                for slot in nodes.adjacent(from) {
                    let to = nodes.to[slot];
                    if self.mark[to as usize] == wanted {
                        self.mark[to as usize] = mark;
                        reached.push(to);
                    }
                }
            }
        }
        sides
    }

    fn class_of(&self, mut side: usize) -> usize {
        while self.class[side] != side {
            side = self.class[side];
        }
        side
    }

    /// Puts the classes of two sides together; whether they were two.
    fn join(&mut self, one: usize, other: usize) -> bool {
        let [one, other] = [one, other].map(|side| self.class_of(side));
        self.class[one] = other;
        one != other
    }

    /// Whether no side of the class of a side can go on.
    fn is_at_end(&self, side: usize, sides: usize) -> bool {
        let (reached, next) = &self.sides[side];
        let class = self.class_of(side);
        let can_go_on = |other: usize| self.sides[other].1 < self.sides[other].0.len();
        *next == reached.len() && (0..sides).all(|other| self.class_of(other) != class || !can_go_on(other))
    }
}
