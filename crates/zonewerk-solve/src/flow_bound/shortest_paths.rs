//! The ways from one root by which a flow shows most: shortest paths (Dijkstra 1959) that end where
//! more of them would show less for their price.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::flow_network::FlowNetwork;

/// Shortest paths from a root to the points around it, one unit of flow to each of their inhabitants.
#[derive(Clone, Debug, Default)]
pub(super) struct PathTree {
    /// Inhabitants to whom flow leaves every zone that holds the root, at least, for each unit of price.
    pub(super) ratio: f64,
    /// The edges of the tree, each with the point at its far end and the inhabitants beyond it.
    pub(super) branches: Vec<TreeEdge>,
}

/// An edge of a tree.
#[derive(Clone, Copy, Debug)]
pub(super) struct TreeEdge {
    pub(super) edge: usize,
    /// The end that is farther from the root.
    pub(super) far: usize,
    /// Inhabitants at that end and beyond.
    pub(super) beyond: u64,
}

/// What a walk writes on, to be used again.
pub(super) struct PathScratch {
    distance: Vec<f64>,
    /// The edge and the point by which a point is reached.
    from: Vec<(usize, usize)>,
    state: Vec<State>,
    touched: Vec<usize>,
    settled: Vec<usize>,
    place: Vec<usize>,
    heap: BinaryHeap<QueueEntry>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Reached,
    Settled,
}

/// A point in the queue: the nearest comes out first, of equals the lowest. Distances that are not
/// below 0 are in the order of their bits.
type QueueEntry = Reverse<(u64, usize)>;

impl PathScratch {
    pub(super) fn new(points: usize) -> Self {
        Self {
            distance: vec![0.0; points],
            from: vec![(0, 0); points],
            state: vec![State::New; points],
            touched: Vec::new(),
            settled: Vec::new(),
            place: vec![0; points],
            heap: BinaryHeap::new(),
        }
    }

    fn reach(&mut self, point: usize, distance: f64, from: (usize, usize)) {
        match self.state[point] {
            State::Settled => return,
            State::Reached if self.distance[point] <= distance => return,
            State::Reached => {}
            State::New => self.touched.push(point),
        }
        self.state[point] = State::Reached;
        self.distance[point] = distance;
        self.from[point] = from;
        self.heap.push(Reverse((distance.to_bits(), point)));
    }

    fn clear(&mut self) {
        self.touched.drain(..).for_each(|point| self.state[point] = State::New);
        self.settled.clear();
        self.heap.clear();
    }
}

/// A point near a root.
#[derive(Clone, Copy, Debug)]
pub(super) struct NearPoint {
    pub(super) point: usize,
    /// What a unit of flow from the root to there costs.
    pub(super) distance: f64,
}

/// The points within a distance of a root and until they have so many inhabitants, the nearest first, by the
/// price of a unit of flow on each edge.
pub(super) fn near(
    network: &FlowNetwork,
    around: &[Vec<(usize, usize)>],
    price: &[f64],
    root: usize,
    (within, most_people): (f64, u64),
    scratch: &mut PathScratch,
) -> Vec<NearPoint> {
    scratch.clear();
    scratch.reach(root, 0.0, (usize::MAX, root));
    let (mut near, mut people) = (Vec::new(), 0_u64);
    while let Some(Reverse((distance, point))) = scratch.heap.pop() {
        let distance = f64::from_bits(distance);
        if distance > within || people > most_people {
            break;
        }
        if scratch.state[point] == State::Settled {
            continue;
        }
        scratch.state[point] = State::Settled;
        near.push(NearPoint { point, distance });
        people = people.saturating_add(network.people[point]);
        for &(edge, other) in &around[point] {
            scratch.reach(other, distance + price[edge], (edge, point));
        }
    }
    near
}

/// The tree from a root that shows most for its price, by the price of a unit of flow on each edge;
/// `None` where no flow from there shows anything.
///
/// Of the inhabitants within reach, those who fit into a zone beside the root may all lie in it: the
/// others are where flow leaves. Further paths cost at least the distance of the last for each
/// person, so once what is shown for a price is no less than that, none of them helps.
pub(super) fn best_tree(
    network: &FlowNetwork,
    around: &[Vec<(usize, usize)>],
    price: &[f64],
    root: usize,
    scratch: &mut PathScratch,
) -> Option<PathTree> {
    let room = network.most[root]?.saturating_sub(network.people[root]);
    scratch.clear();
    scratch.reach(root, 0.0, (usize::MAX, root));
    let (mut fitting, mut too_large, mut paid) = (0_u64, 0_u64, 0.0);
    let (mut best, mut best_length) = (0.0, 0);
    while let Some(Reverse((distance, point))) = scratch.heap.pop() {
        let distance = f64::from_bits(distance);
        if scratch.state[point] == State::Settled {
            continue;
        }
        if best * distance >= 1.0 {
            break;
        }
        scratch.state[point] = State::Settled;
        scratch.settled.push(point);
        if point != root {
            let people = network.people[point];
            if people > room {
                too_large += people
            } else {
                fitting += people
            }
            paid += people as f64 * distance;
            let leaving = too_large + fitting.saturating_sub(room);
            let ratio = if paid > 0.0 { leaving as f64 / paid } else { 0.0 };
            if ratio > best {
                (best, best_length) = (ratio, scratch.settled.len());
            }
        }
        for &(edge, other) in &around[point] {
            scratch.reach(other, distance + price[edge], (edge, point));
        }
    }
    (best > 0.0).then(|| tree(network, scratch, best, best_length))
}

/// The paths to the first so many points that were settled.
fn tree(network: &FlowNetwork, scratch: &mut PathScratch, ratio: f64, length: usize) -> PathTree {
    let PathScratch { from, settled, place, .. } = scratch;
    let points = &settled[1..length];
    let mut branches = Vec::with_capacity(points.len());
    for (at, &point) in points.iter().enumerate() {
        place[point] = at;
        branches.push(TreeEdge { edge: from[point].0, far: point, beyond: network.people[point] });
    }
    for at in (0..branches.len()).rev() {
        let before = from[points[at]].1;
        let beyond = branches[at].beyond;
        if before != settled[0] {
            branches[place[before]].beyond += beyond;
        }
    }
    branches.retain(|branch| branch.beyond > 0);
    PathTree { ratio, branches }
}
