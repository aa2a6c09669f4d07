//! A lower bound on what parting neighbours costs (`border-length`, `cut-edges`) for a territory of
//! any size, proved by multicommodity flow.
//!
//! Let `c_e` be what a plan pays that parts the ends of edge `e`, and `U` the most inhabitants of a
//! zone. From each root `u` some flow runs to points around it, `y_v` ending in point `v`, and all
//! flows together load no edge beyond `c_e`. In any plan the zone of `u` holds at most `U - p_u`
//! inhabitants besides `u`, so no more of the flow ends in it than the best choice of points for so many
//! inhabitants takes. The rest leaves the zone, over edges that the plan parts; and over these runs no
//! more than they cost. So all that leaves, summed over the roots, is a lower bound. It is the dual
//! of the relaxation in which lengths of edges stand for whether they are parted (Leighton and Rao
//! 1999, "Multicommodity max-flow min-cut theorems and their use in designing approximation
//! algorithms", Journal of the ACM 46; with one commodity for each root and a knapsack in place of
//! demands between pairs). Neither contiguity nor the minimum is used.
//!
//! Rough flows come first (`routing`), and better ones from their prices, over more roots (`refine`,
//! `primal_dual`).
//!
//! [`FlowNetwork`] is the question, [`FlowCertificate`] the table of flows in whole numbers, and
//! [`verify`] adds it up: what it returns is proved whatever made the table. On an even plane no such
//! table proves more than some 86 % of the border of honeycombs.

mod flow_certificate;
mod flow_network;
mod flow_refinement;
mod flow_rounding;
mod flow_routing;
mod primal_dual;
mod shortest_paths;

pub use flow_certificate::{EdgeFlow, Flaw, FlowCertificate, RootFlow, verify};
pub use flow_network::{FlowNetwork, NetworkEdge};

use flow_routing::Routing;

use crate::objective_steps::Question;
use crate::requirements::Requirements;
use crate::{Options, Watch, question};
use zonewerk_core::problem::{Instance, Step};

/// A bound with its proof.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlowBound {
    /// No plan costs less, in the unit of the step.
    pub bound: u64,
    /// The network of the step.
    pub network: FlowNetwork,
    /// The flows that prove it.
    pub certificate: FlowCertificate,
}

/// The bound by flow on a step of an objective, the best that is proved when it is no longer raised
/// or `watch` says stop. `None` where the step has no goal about parting neighbours, or is the
/// largest over the zones.
///
/// ```
/// use zonewerk_core::graph::Graph;
/// use zonewerk_core::problem::{Goal, Instance, PopulationBounds, Problem, Step};
/// use zonewerk_core::territory::{Territory, Unit, UnitCode};
/// use zonewerk_solve::Unwatched;
/// use zonewerk_solve::flow_bound::{flow_bound, verify};
///
/// // 36 squares of ten inhabitants in zones of at most 90. The best are four of three by three,
/// // with 12 pairs of squares parted.
/// let unit = |place: u32| Unit { code: UnitCode::new(format!("{place:02}")), name: String::new(), population: 10 };
/// let territory = Territory::new((0..36).map(unit).collect())?;
/// let graph = Graph::grid(6, 6);
/// let problem = Problem::within(PopulationBounds::new(60, Some(90))?);
/// let instance = Instance::new(&territory, &graph, &problem)?;
/// let found = flow_bound(&instance, &Step::of(Goal::CutEdges), &Unwatched).unwrap();
/// assert!((8..=12).contains(&found.bound), "{}", found.bound);
/// assert_eq!(verify(&found.network, &found.certificate), Ok(found.bound));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn flow_bound(instance: &Instance<'_>, step: &Step, watch: &dyn Watch) -> Option<FlowBound> {
    let (territory, graph, problem) = (instance.territory(), instance.graph(), instance.problem());
    let requirements = Requirements::new(territory, problem);
    let question = question(territory, graph, (problem, &requirements), &Options::default(), watch);
    parting_bound(question, step, &|| watch.stop().is_some())
}

/// The same for an engine.
pub(crate) fn parting_bound(
    question: Question<'_>,
    step: &Step,
    stop: &(dyn Fn() -> bool + Sync),
) -> Option<FlowBound> {
    let network = FlowNetwork::of(question, step)?;
    let around = network.incidence();
    let rough = Routing::new(&network, &around, question.seed).best(stop);
    let (bound, certificate) = flow_refinement::refined(&network, &around, rough, stop);
    Some(FlowBound { bound, network, certificate })
}
