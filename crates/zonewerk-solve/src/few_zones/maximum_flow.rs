//! The largest flow between two sets of points, in whole numbers (Dinic 1970, "Algorithm for solution
//! of a problem of maximum flow in networks with power estimation").
//!
//! A flow goes on from where it stopped: points that join the source or the sink, and larger capacities,
//! leave it a flow.

use super::point_graph::PointGraph;

/// More than any flow, and less than what sums of such could not hold.
const ENDLESS: i64 = 1 << 60;

/// Where a point lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CutSide {
    /// With the source.
    In,
    /// With the sink.
    Out,
    /// On either side.
    Open,
}

/// A flow, by what it leaves of each capacity.
#[derive(Clone, Debug)]
pub(super) struct MaximumFlow {
    /// Per arc.
    arcs: Vec<i64>,
    /// Per point, from the source to it.
    source: Vec<i64>,
    /// Per point, from it to the sink.
    sink: Vec<i64>,
    /// From the source to the sink.
    pub(super) amount: i64,
    /// What each inhabitant on the side of the source costs; below 0, on the other side.
    pub(super) price: i64,
}

/// Room for the search for paths.
pub(super) struct Workspace {
    level: Vec<u32>,
    next: Vec<usize>,
    queue: Vec<usize>,
    /// Arcs that were looked at, about.
    pub(super) work: u64,
}

const NOT_REACHED: u32 = u32::MAX;

impl Workspace {
    pub(super) fn new(points: usize) -> Self {
        Self {
            level: vec![NOT_REACHED; points],
            next: vec![0; points],
            queue: Vec::with_capacity(points),
            work: 0,
        }
    }
}

impl MaximumFlow {
    /// No flow but what goes through single points.
    pub(super) fn new(ground: &PointGraph, sides: &[CutSide], price: i64) -> Self {
        let of_people =
            |price: i64| -> Vec<i64> { ground.people.iter().map(|people| price * people).collect() };
        let mut flow = Self {
            arcs: ground.scaled.clone(),
            source: of_people((-price).max(0)),
            sink: of_people(price.max(0)),
            amount: 0,
            price,
        };
        sides.iter().enumerate().for_each(|(point, &side)| flow.join(point, side));
        flow
    }

    /// Puts a point on a side.
    pub(super) fn join(&mut self, point: usize, side: CutSide) {
        let (own, other) = match side {
            CutSide::In => (&mut self.source[point], &mut self.sink[point]),
            CutSide::Out => (&mut self.sink[point], &mut self.source[point]),
            CutSide::Open => return,
        };
        *own = ENDLESS;
        self.amount += std::mem::take(other);
    }

    /// Makes the flow the largest; `false` as soon as it comes to `enough`.
    pub(super) fn grow(&mut self, ground: &PointGraph, space: &mut Workspace, enough: i64) -> bool {
        while self.amount < enough {
            if !self.find_levels(ground, space) {
                return true;
            }
            for point in 0..ground.len() {
                space.next[point] = ground.first[point];
            }
            for place in 0..space.queue.len() {
                let point = space.queue[place];
                if space.level[point] > 0 {
                    break;
                }
                let sent = self.send(ground, space, point, self.source[point].min(ENDLESS / 4));
                if self.source[point] < ENDLESS {
                    self.source[point] -= sent;
                }
                self.amount += sent;
            }
        }
        false
    }

    /// How far each point is from the source; whether the sink is reached.
    fn find_levels(&self, ground: &PointGraph, space: &mut Workspace) -> bool {
        space.work += ground.to.len() as u64;
        space.level.fill(NOT_REACHED);
        space.queue.clear();
        for point in 0..ground.len() {
            if self.source[point] > 0 {
                space.level[point] = 0;
                space.queue.push(point);
            }
        }
        let (mut next, mut is_reached) = (0, false);
        while let Some(&point) = space.queue.get(next) {
            next += 1;
            is_reached |= self.sink[point] > 0;
            for arc in ground.arcs(point) {
                let to = ground.to[arc];
                if self.arcs[arc] > 0 && space.level[to] == NOT_REACHED {
                    space.level[to] = space.level[point] + 1;
                    space.queue.push(to);
                }
            }
        }
        is_reached
    }

    /// Sends so much from a point to the sink, or as much as there is room for.
    fn send(&mut self, ground: &PointGraph, space: &mut Workspace, point: usize, most: i64) -> i64 {
        let mut sent = most.min(self.sink[point]);
        if self.sink[point] < ENDLESS {
            self.sink[point] -= sent;
        }
        while sent < most && space.next[point] < ground.first[point + 1] {
            let arc = space.next[point];
            let to = ground.to[arc];
            if self.arcs[arc] > 0 && space.level[to] == space.level[point] + 1 {
                let further = self.send(ground, space, to, (most - sent).min(self.arcs[arc]));
                self.arcs[arc] -= further;
                self.arcs[ground.back[arc]] += further;
                sent += further;
                if sent == most {
                    break;
                }
            }
            space.next[point] += 1;
        }
        sent
    }

    /// The points that the largest flow leaves within reach of the source: the fewest of a cheapest cut.
    pub(super) fn fewest(space: &Workspace) -> Vec<bool> {
        space.level.iter().map(|&level| level != NOT_REACHED).collect()
    }

    /// The points from which the sink is out of reach: the most of a cheapest cut.
    pub(super) fn most(&self, ground: &PointGraph) -> Vec<bool> {
        let mut is_in: Vec<bool> = self.sink.iter().map(|&left| left == 0).collect();
        let mut to_do: Vec<usize> = (0..ground.len()).filter(|&point| !is_in[point]).collect();
        while let Some(point) = to_do.pop() {
            for arc in ground.arcs(point) {
                let from = ground.to[arc];
                if is_in[from] && self.arcs[ground.back[arc]] > 0 {
                    is_in[from] = false;
                    to_do.push(from);
                }
            }
        }
        is_in
    }
}
