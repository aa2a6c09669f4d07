//! A lower bound on what parting neighbours costs (`border-length`, `cut-edges`) by prices, where
//! zones must be contiguous. Edges that cross others, however the graph is drawn, count nothing
//! (`crossing_removal.rs`).
//!
//! Let every point have a price and `b` be such that no zone costs less than `b` beyond the prices of
//! its points, where a zone costs the edges that leave it. All zones of a plan pay each edge that is
//! parted twice, and together all prices: twice what the plan costs is at least all prices and `b`
//! for each zone. That is the dual of choosing zones from a list of all of them (Garfinkel and
//! Nemhauser 1970, "Optimal political districting by implicit enumeration techniques", Management
//! Science 16), with no list.
//!
//! That no zone costs less than `b` is proved by its border. In a drawing without crossings the border
//! of a zone is a closed walk from face to face, with the zone on its left, unless other zones lie
//! within it. The price and the inhabitants on the left of a closed walk are sums along it (as by Green's
//! theorem): the cheapest walks for each number of inhabitants are a matter of shortest paths with a
//! resource. Walks may cross themselves; they are more than there are zones, which makes the bound
//! lower and never wrong. A zone with others within has two such walks, and is bounded by both.
//!
//! [`ZoneNetwork`] is the question, [`PriceCertificate`] the prices, and [`verify`] proves them
//! again, in whole numbers.

mod border_graph;
mod cheapest_walks;
mod column_generation;
mod crossing_removal;
mod dual_graph;
mod planar_embedding;
mod planarization;
mod price_certificate;
mod pricing;
#[cfg(test)]
mod tests;

pub use planarization::{Planarization, drawing};
pub use price_certificate::{PriceCertificate, verify};

use crate::flow_bound::{FlowNetwork, NetworkEdge};
use crate::objective_steps::Question;
use crate::requirements::Requirements;
use crate::{Options, Watch, question};
use border_graph::BorderGraph;
use column_generation::ColumnGeneration;
use zonewerk_core::problem::{Instance, Step};
use zonewerk_core::territory::UnitId;

/// Points of a network, at most.
pub(crate) const MOST_POINTS: usize = 600;

/// Points that are to be parted into contiguous zones, with what it costs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ZoneNetwork {
    /// The units of each point, ascending.
    pub units: Vec<Vec<UnitId>>,
    /// Inhabitants of each point.
    pub people: Vec<u64>,
    /// Pairs of points that a plan parts or does not, each pair once.
    pub edges: Vec<NetworkEdge>,
    /// Pairs that are neighbours and cost nothing to part.
    pub touching: Vec<[usize; 2]>,
    /// Fewest inhabitants of a zone.
    pub least: u64,
    /// Most inhabitants of a zone.
    pub most: u64,
    /// Fewest and most zones.
    pub zones: [u64; 2],
    /// What every plan costs besides.
    pub constant: u64,
}

/// A bound with its proof.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceBound {
    /// No plan costs less, in the unit of the step.
    pub bound: u64,
    /// The network of the step.
    pub network: ZoneNetwork,
    /// The prices that prove it.
    pub certificate: PriceCertificate,
}

/// The bound by prices on a step of an objective, the best that is proved when it is no longer raised
/// or `watch` says stop. `None` where the step has no goal about parting neighbours or is the
/// largest over the zones, where zones need not be contiguous, have exceptions or no maximum, where
/// there are more than 600 points, where very many edges cross, and where nothing
/// is proved.
pub fn price_bound(instance: &Instance<'_>, step: &Step, watch: &dyn Watch) -> Option<PriceBound> {
    let (territory, graph, problem) = (instance.territory(), instance.graph(), instance.problem());
    let requirements = Requirements::new(territory, problem);
    let question = question(territory, graph, (problem, &requirements), &Options::default(), watch);
    by_prices(question, step, &|| watch.stop().is_some())
}

/// The same for an engine.
pub(crate) fn by_prices(
    question: Question<'_>,
    step: &Step,
    stop: &(dyn Fn() -> bool + Sync),
) -> Option<PriceBound> {
    let network = ZoneNetwork::of(question, step).filter(|network| network.people.len() <= MOST_POINTS)?;
    let ground = BorderGraph::new(&network)?;
    let (bound, certificate) = ColumnGeneration::new((&network, &ground), question.seed, stop).best()?;
    Some(PriceBound { bound, network, certificate })
}

impl ZoneNetwork {
    /// The network of a step. Zones of one point that has no neighbours are left out.
    fn of(question: Question<'_>, step: &Step) -> Option<Self> {
        let rules = &question.requirements.zones;
        if !rules.keep_all_contiguous() {
            return None;
        }
        let flow = FlowNetwork::of(question, step)?;
        let bounds = rules.bounds();
        // No zone has fewer inhabitants than the point that has fewest.
        let fewest = flow.people.iter().copied().min().unwrap_or(0);
        let (least, most) = (bounds.minimum().max(fewest), bounds.maximum().filter(|&most| most > 0)?);
        let points = flow.people.len();
        let everyone: u64 = flow.people.iter().sum();
        let most = most.min(everyone.max(1));
        let mut parts = petgraph::unionfind::UnionFind::<usize>::new(points);
        let pairs = flow.edges.iter().map(|edge| edge.ends).chain(flow.touching.iter().copied());
        pairs.for_each(|[a, b]| {
            parts.union(a, b);
        });
        let mut of_part = vec![(0_u64, 0_u64); points];
        for (point, people) in flow.people.iter().enumerate() {
            let part = &mut of_part[parts.find(point)];
            (part.0, part.1) = (part.0 + people, part.1 + 1);
        }
        let (mut zones, mut alone) = ([0; 2], 0);
        for &(people, points) in of_part.iter().filter(|(_, points)| *points > 0) {
            if points == 1 {
                alone += 1;
                continue;
            }
            zones[0] += people.div_ceil(most).max(1);
            zones[1] += people.checked_div(least).unwrap_or(points).min(points);
        }
        let asked = question.problem.zone_count;
        let besides = alone + question.problem.fixed_zones.len() as u64;
        let less = |zones: u64| zones.saturating_sub(besides);
        zones[0] = zones[0].max(asked.minimum().map_or(0, less));
        zones[1] = zones[1].min(asked.maximum().map_or(u64::MAX, less));
        let is_possible = zones[0] <= zones[1] && !flow.edges.is_empty();
        is_possible.then_some(())?;
        let kept: Vec<usize> = (0..points).filter(|&point| of_part[parts.find(point)].1 > 1).collect();
        let mut place = vec![0; points];
        kept.iter().enumerate().for_each(|(at, &point)| place[point] = at);
        let at = |ends: [usize; 2]| ends.map(|end| place[end]);
        Some(Self {
            units: kept.iter().map(|&point| flow.units[point].clone()).collect(),
            people: kept.iter().map(|&point| flow.people[point]).collect(),
            edges: flow
                .edges
                .iter()
                .map(|edge| NetworkEdge { ends: at(edge.ends), cost: edge.cost })
                .collect(),
            touching: flow.touching.iter().map(|&ends| at(ends)).collect(),
            constant: flow.constant,
            least,
            most,
            zones,
        })
    }
}
