//! Flows in floating-point numbers as whole numbers that load no edge beyond its cost.

use super::flow_certificate::{EdgeFlow, FlowCertificate, RootFlow};
use super::flow_network::FlowNetwork;

/// Binary digits behind the point of flows, at most, and those of the largest load.
const DIGITS: u32 = 40;
const LOAD_DIGITS: u32 = 56;

/// What runs for one root: per edge, ascending, how much, from its first end to its second.
pub(super) type FloatFlow = Vec<(usize, f64)>;

/// The flows of roots. On an edge that is too full, each of them is cut by the same share: what then ends
/// before the edge, and begins after it, is counted by the certificate as it is.
pub(super) fn in_whole_numbers(network: &FlowNetwork, runs: Vec<(usize, FloatFlow)>) -> FlowCertificate {
    let mut load = vec![0.0; network.edges.len()];
    runs.iter().flat_map(|(_, run)| run).for_each(|&(edge, amount)| load[edge] += amount.abs());
    let largest = network.edges.iter().map(|edge| edge.cost).max().unwrap_or(0);
    let digits = DIGITS.min(LOAD_DIGITS.saturating_sub(u64::BITS - largest.leading_zeros()));
    // A little less than what fits, for what sums of floating-point numbers leave.
    let unit = (1_u64 << digits) as f64 * (1.0 - 1e-9);
    let units: Vec<f64> = network
        .edges
        .iter()
        .zip(&load)
        .map(|(edge, load)| unit * (edge.cost as f64 / load).min(1.0))
        .collect();
    let whole = |(root, run): (usize, FloatFlow)| {
        let flows =
            run.into_iter().map(|(edge, amount)| EdgeFlow { edge, amount: (amount * units[edge]) as i64 });
        RootFlow { root, flows: flows.filter(|flow| flow.amount != 0).collect() }
    };
    let roots = runs.into_iter().map(whole).filter(|root| !root.flows.is_empty());
    FlowCertificate { digits, roots: roots.collect() }
}
