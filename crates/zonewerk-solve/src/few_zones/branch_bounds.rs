//! A branch: which zones each point may still lie in, and what that costs at least.

use super::maximum_flow::{CutSide, MaximumFlow, Workspace};
use super::point_graph::PointGraph;
use super::zone_bound::{ZoneInhabitants, zone_bound};

/// Zones as bits.
pub(super) type ZoneBits = u8;

/// What all branches share.
pub(super) struct BranchFrame<'a> {
    pub(super) ground: &'a PointGraph,
    /// How many zones are drawn; below the number of bits.
    pub(super) zones: usize,
    pub(super) people: ZoneInhabitants,
    /// Whether points may be a zone by all rules.
    pub(super) may_be: &'a (dyn Fn(&[usize]) -> bool + Sync),
}

/// A branch that is open.
pub(super) struct OpenBranch {
    /// Per point: the zones that it may lie in.
    allowed: Vec<ZoneBits>,
    /// Zones that hold a point; the others are alike.
    begun: usize,
    /// Per zone: what it is parted for at least, in parts of a cost.
    bounds: Vec<i64>,
    /// Per zone: the price of an inhabitant that proved it.
    prices: Vec<i64>,
    /// Per zone: the flow that proved it; none while the branch waits for its turn.
    flows: Vec<MaximumFlow>,
}

impl<'a> BranchFrame<'a> {
    /// The frame for so many zones; `None` where inhabitants do not allow that number.
    pub(super) fn new(
        ground: &'a PointGraph,
        zones: usize,
        bounds: ZoneInhabitants,
        may_be: &'a (dyn Fn(&[usize]) -> bool + Sync),
    ) -> Option<Self> {
        let everyone = i128::from(ground.everyone);
        let others = zones as i128 - 1;
        let least = i128::from(bounds.least).max(everyone - others * i128::from(bounds.most));
        let most = i128::from(bounds.most).min(everyone - others * i128::from(bounds.least));
        if least > most || zones > ground.len() {
            return None;
        }
        let people = ZoneInhabitants { least: least as i64, most: most as i64 };
        Some(Self { ground, zones, people, may_be })
    }

    /// No plan of a branch costs less.
    pub(super) fn least(&self, branch: &OpenBranch) -> i64 {
        let twice = 2 * self.ground.scale;
        let all = self.twice_the_cost(&branch.bounds);
        all.div_euclid(twice) + i64::from(all.rem_euclid(twice) > 0)
    }

    /// Twice the cost: each pair that is parted counts for two zones. Of two zones, each is parted for
    /// what the other is.
    fn twice_the_cost(&self, bounds: &[i64]) -> i64 {
        if self.zones == 2 { 2 * bounds[0] } else { bounds.iter().sum() }
    }

    /// The point to branch on: one that costs much to part, far from those that are settled.
    pub(super) fn choose(&self, branch: &OpenBranch) -> Option<usize> {
        let ground = self.ground;
        let distance = ground.distances(|point| branch.allowed[point].is_power_of_two());
        let far = |point: usize| i128::from(distance[point].min(ground.len() as u32));
        let around = |point: usize| ground.arcs(point).map(|arc| ground.cost[arc]).sum::<i64>();
        let open = (0..ground.len()).filter(|&point| !branch.allowed[point].is_power_of_two());
        open.max_by_key(|&point| (far(point) * i128::from(around(point)), ground.people[point], point))
    }

    /// The zones that a point may be put into: of those that hold nothing, one stands for all.
    pub(super) fn zones_for(&self, branch: &OpenBranch, point: usize) -> impl Iterator<Item = usize> + use<> {
        let (allowed, begun) = (branch.allowed[point], branch.begun);
        (0..self.zones.min(begun + 1)).filter(move |&zone| allowed >> zone & 1 == 1)
    }

    /// What the only plan of a branch costs and the zone of each point, where it is a plan.
    pub(super) fn plan(&self, branch: &OpenBranch) -> Option<(i64, Vec<usize>)> {
        let zone_of: Vec<usize> =
            branch.allowed.iter().map(|allowed| allowed.trailing_zeros() as usize).collect();
        let points = |zone: usize| -> Vec<usize> {
            (0..zone_of.len()).filter(|&point| zone_of[point] == zone).collect()
        };
        let is_plan = (0..self.zones).all(|zone| (self.may_be)(&points(zone)));
        let parted = |zone: usize| self.ground.cut(|point| zone_of[point] == zone).cost;
        let twice: i64 = (0..self.zones).map(parted).sum();
        is_plan.then_some((twice / 2, zone_of))
    }
}

impl OpenBranch {
    /// All plans: zones are alike, so that one point may be put into the first.
    pub(super) fn root(frame: &BranchFrame<'_>) -> Self {
        let all = (1 << frame.zones) - 1;
        let mut allowed = vec![all; frame.ground.len()];
        let around = |point: &usize| frame.ground.arcs(*point).map(|arc| frame.ground.cost[arc]).sum::<i64>();
        let first = (0..frame.ground.len()).max_by_key(around).expect("there are points");
        allowed[first] = 1;
        let none = vec![0; frame.zones];
        Self { allowed, begun: 1, bounds: none.clone(), prices: none, flows: Vec::new() }
    }

    /// Lets go of the flows until the branch is taken up.
    pub(super) fn rest(&mut self) {
        self.flows = Vec::new();
    }

    /// The branch with its flows; `None` where no plan of it costs less than `cutoff`.
    pub(super) fn awake(
        mut self,
        frame: &BranchFrame<'_>,
        cutoff: i64,
        space: &mut Workspace,
    ) -> Option<Self> {
        if frame.least(&self) >= cutoff {
            return None;
        }
        if self.flows.is_empty() {
            self.settle(frame).then_some(())?;
            let flow = |zone: usize| MaximumFlow::new(frame.ground, &self.sides(zone), self.prices[zone]);
            let flows = (0..frame.zones).map(flow).collect();
            self.bound(frame, flows, cutoff, space).then_some(())?;
        }
        Some(self)
    }

    /// The branch with a point in a zone; `None` where no plan of it costs less than `cutoff`.
    pub(super) fn with(
        &self,
        frame: &BranchFrame<'_>,
        (point, zone): (usize, usize),
        cutoff: i64,
        space: &mut Workspace,
    ) -> Option<Self> {
        let mut child = Self {
            allowed: self.allowed.clone(),
            begun: self.begun.max(zone + 1),
            bounds: self.bounds.clone(),
            prices: self.prices.clone(),
            flows: Vec::new(),
        };
        child.allowed[point] = 1 << zone;
        child.settle(frame).then_some(())?;
        let mut flows = self.flows.clone();
        for (zone, flow) in flows.iter_mut().enumerate() {
            let (before, now) = (self.sides(zone), child.sides(zone));
            let settled = (0..before.len()).filter(|&point| before[point] != now[point]);
            settled.for_each(|point| flow.join(point, now[point]));
        }
        child.bound(frame, flows, cutoff, space).then_some(())?;
        Some(child)
    }

    fn sides(&self, zone: usize) -> Vec<CutSide> {
        let side = |&allowed: &ZoneBits| match allowed >> zone & 1 {
            0 => CutSide::Out,
            _ if allowed.is_power_of_two() => CutSide::In,
            _ => CutSide::Open,
        };
        self.allowed.iter().map(side).collect()
    }

    /// Proves what each zone costs, from flows for its sides; `false` where no plan costs less than
    /// `cutoff`.
    fn bound(
        &mut self,
        frame: &BranchFrame<'_>,
        flows: Vec<MaximumFlow>,
        cutoff: i64,
        space: &mut Workspace,
    ) -> bool {
        let most = 2 * (cutoff - 1) * frame.ground.scale;
        for (zone, flow) in flows.into_iter().enumerate() {
            if frame.zones == 2 && zone == 1 {
                break;
            }
            let enough = if frame.zones == 2 {
                most / 2 + 1
            } else {
                most - (self.bounds.iter().sum::<i64>() - self.bounds[zone]) + 1
            };
            let sides = self.sides(zone);
            let Some(found) = zone_bound(frame.ground, frame.people, (&sides, flow), enough, space) else {
                return false;
            };
            self.bounds[zone] = self.bounds[zone].max(found.bound);
            self.prices[zone] = found.flow.price;
            self.flows.push(found.flow);
        }
        true
    }

    /// Takes away what contiguity, inhabitants and pins leave no zone for; `false` where a point or a
    /// zone is left with nothing.
    fn settle(&mut self, frame: &BranchFrame<'_>) -> bool {
        let mut is_changed = true;
        while is_changed {
            is_changed = false;
            for zone in 0..frame.zones {
                match self.settle_zone(frame, zone) {
                    Some(changed) => is_changed |= changed,
                    None => return false,
                }
            }
        }
        true
    }

    /// The same for one zone: whether anything was taken away.
    fn settle_zone(&mut self, frame: &BranchFrame<'_>, zone: usize) -> Option<bool> {
        let (ground, bit) = (frame.ground, 1 << zone);
        let people = |is_in: &dyn Fn(ZoneBits) -> bool| -> i64 {
            (0..ground.len())
                .filter(|&point| is_in(self.allowed[point]))
                .map(|point| ground.people[point])
                .sum()
        };
        let room = frame.people.most - people(&|allowed| allowed == bit);
        if room < 0 || people(&|allowed| allowed & bit != 0) < frame.people.least {
            return None;
        }
        let held: Vec<usize> = (0..ground.len()).filter(|&point| self.allowed[point] == bit).collect();
        let mut may: Vec<bool> = vec![held.is_empty(); ground.len()];
        if let Some(&first) = held.first() {
            may[first] = true;
            ground.reach(&mut may, |point| self.allowed[point] & bit != 0);
        }
        for &point in &held {
            ground.apart[point].iter().for_each(|&other| may[other] = false);
        }
        let mut is_changed = false;
        for (point, allowed) in self.allowed.iter_mut().enumerate() {
            let is_too_large = *allowed != bit && ground.people[point] > room;
            if *allowed & bit != 0 && (!may[point] || is_too_large) {
                *allowed &= !bit;
                is_changed = true;
            }
            if *allowed == 0 {
                return None;
            }
        }
        Some(is_changed)
    }
}
