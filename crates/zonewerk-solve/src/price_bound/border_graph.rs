//! The walks that borders of zones are, with what they cost.

use super::ZoneNetwork;
use super::crossing_removal::Drawable;
use super::dual_graph::DualGraph;

/// Binary digits of the sum of all costs, at most.
const DIGITS: u32 = 40;

/// Where borders run, and what each step of a border costs in whole numbers.
pub(super) struct BorderGraph {
    pub(super) surface: DualGraph,
    /// Per node: its first arc; arcs are in the order of the nodes where they start.
    pub(super) first: Vec<usize>,
    /// Per node: the arcs that end there.
    pub(super) into: Vec<Vec<usize>>,
    /// The nodes from one side of the territory to the other, and the place of each in that order.
    pub(super) order: Vec<usize>,
    pub(super) rank: Vec<usize>,
    /// Per arc: what it costs, what is charged in corners included.
    pub(super) costs: Vec<i64>,
    /// Per point: what is charged in its corners. A set pays at most so much in them, and every plan
    /// all of it.
    pub(super) corners: Vec<i64>,
    /// What is charged in a corner of a point of the network.
    pub(super) charge: i64,
    /// Crossings of edges, which are points of the drawing after those of the network.
    pub(super) crossings: usize,
    /// Per edge of the drawing, the edge of the network that it is, or is a piece of: those that cost
    /// come first, those of `touching` follow.
    pub(super) pieces_of: Vec<usize>,
    /// Costs are those of the network times two to this power.
    pub(super) digits: u32,
    pub(super) total: i64,
}

impl BorderGraph {
    /// `None` where very many edges of the network cross however it is drawn, a point has no edge, or
    /// costs have too many digits.
    pub(super) fn new(network: &ZoneNetwork) -> Option<Self> {
        let points = network.people.len();
        let mut edges: Vec<([usize; 2], u64)> =
            network.edges.iter().map(|edge| (edge.ends, edge.cost)).collect();
        edges.extend(network.touching.iter().map(|&ends| (ends, 0)));
        let all: u64 = edges.iter().map(|(_, cost)| cost).sum();
        let mut is_linked = vec![false; points];
        edges.iter().for_each(|(ends, _)| ends.iter().for_each(|&end| is_linked[end] = true));
        if edges.is_empty() || is_linked.contains(&false) {
            return None;
        }
        let digits = DIGITS.checked_sub(u64::BITS - all.leading_zeros())?;
        let drawable = Drawable::new(points, edges)?;
        let edges = drawable.edges;
        let ends: Vec<[usize; 2]> = edges.iter().map(|&(ends, _)| ends).collect();
        let surface = DualGraph::new(drawable.points, &ends)?;
        let scaled = |cost: u64| i64::try_from(cost << digits).unwrap_or(i64::MAX);
        // Any charge is valid. The mean cost of an edge keeps borders from running far along the
        // outside for nothing.
        let charge = scaled(all / edges.len() as u64).max(1);
        // A crossing is free: it lies in several zones, or in none.
        let charge_in = |corner: usize| if surface.corners[corner] < points { charge } else { 0 };
        let mut corners = vec![0; points];
        for (corner, &point) in surface.corners.iter().enumerate().filter(|&(_, &point)| point < points) {
            corners[point] += charge_in(corner);
        }
        let cost = |arc: &super::dual_graph::Arc| {
            let crossed = arc.crossed.map_or(0, |half| scaled(edges[half / 2].1));
            crossed + arc.corner.map_or(0, charge_in)
        };
        let costs = surface.arcs.iter().map(cost).collect();
        let mut first = vec![0; surface.nodes + 1];
        let mut into = vec![Vec::new(); surface.nodes];
        for (place, arc) in surface.arcs.iter().enumerate() {
            first[arc.from + 1] += 1;
            into[arc.to].push(place);
        }
        (0..surface.nodes).for_each(|node| first[node + 1] += first[node]);
        let order = from_side_to_side(&surface, &first);
        let mut rank = vec![0; surface.nodes];
        order.iter().enumerate().for_each(|(place, &node)| rank[node] = place);
        let total = scaled(all) + charge.checked_mul(surface.corners.len() as i64)?;
        let crossings = drawable.points - points;
        let pieces_of = drawable.pieces_of;
        Some(Self {
            surface,
            first,
            into,
            order,
            rank,
            costs,
            corners,
            charge,
            crossings,
            pieces_of,
            digits,
            total,
        })
    }

    /// Per arc, what it adds to a sum over the points of the network on the left of a closed walk.
    pub(super) fn flux(&self, of_point: &[i64]) -> Vec<i64> {
        let mut of_drawn = of_point.to_vec();
        of_drawn.resize(of_point.len() + self.crossings, 0);
        self.surface.flux(&of_drawn)
    }

    /// How often a closed walk, told by its arcs, goes around each point of the network.
    pub(super) fn windings(&self, walk: &[usize]) -> Vec<i32> {
        let points = self.corners.len();
        let mut around = self.surface.windings(points + self.crossings, walk);
        around.truncate(points);
        around
    }

    /// The arcs that start in a node.
    pub(super) fn from(&self, node: usize) -> std::ops::Range<usize> {
        self.first[node]..self.first[node + 1]
    }
}

/// The nodes in the order of a search in breadth from one that is far out, part by part.
fn from_side_to_side(surface: &DualGraph, first: &[usize]) -> Vec<usize> {
    let reached = |start: usize, seen: &mut Vec<bool>| {
        let mut order = vec![start];
        seen[start] = true;
        let mut at = 0;
        while let Some(&node) = order.get(at) {
            at += 1;
            for arc in &surface.arcs[first[node]..first[node + 1]] {
                if !std::mem::replace(&mut seen[arc.to], true) {
                    order.push(arc.to);
                }
            }
        }
        order
    };
    let mut seen = vec![false; surface.nodes];
    let mut order = Vec::with_capacity(surface.nodes);
    for node in 0..surface.nodes {
        if !seen[node] {
            let part = reached(node, &mut seen.clone());
            let far = part.last().copied().unwrap_or(node);
            order.extend(reached(far, &mut seen));
        }
    }
    order
}
