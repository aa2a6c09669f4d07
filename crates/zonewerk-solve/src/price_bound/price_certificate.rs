//! Prices that prove a bound, and their check: all of it in whole numbers, and none of the linear
//! programs that found the prices.

use super::ZoneNetwork;
use super::border_graph::BorderGraph;
use super::pricing::{price, price_around_others};

/// Prices that prove what every plan costs at least.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceCertificate {
    /// The price of each point, in the unit of the step times two to the power of `digits`, with
    /// what is charged in corners of large faces.
    pub prices: Vec<i64>,
    /// The price of each zone: no zone costs less beyond the prices of its points.
    pub each: i64,
    /// Inhabitants are counted in steps of so many, rounded down.
    pub grain: u64,
}

/// The bound that a certificate proves: no plan costs less. `None` where it proves nothing.
///
/// It looks at every walk that may be the border of a zone, and so takes as long as one round of
/// the search for prices.
pub fn verify(network: &ZoneNetwork, certificate: &PriceCertificate) -> Option<u64> {
    let ground = BorderGraph::new(network)?;
    let PriceCertificate { prices, each, grain } = certificate;
    if prices.len() != network.people.len() || *grain == 0 {
        return None;
    }
    let of = (network, &ground);
    let holds = price(of, (prices, *grain), *each, &|| false)?.least >= *each
        && price_around_others(of, prices, *each, &|| false)? >= *each;
    holds.then(|| proven(network, &ground, prices, *each)).flatten()
}

/// What prices prove where no zone costs less than `each` beyond the prices of its points.
///
/// Each zone costs the edges that leave it and what it is charged in corners; all zones pay every
/// edge that a plan parts twice, and the corners once at most.
pub(super) fn proven(network: &ZoneNetwork, ground: &BorderGraph, prices: &[i64], each: i64) -> Option<u64> {
    let zones = if each > 0 { network.zones[0] } else { network.zones[1] };
    let all: i128 = prices.iter().map(|&price| i128::from(price)).sum();
    let charged: i128 = ground.corners.iter().map(|&charge| i128::from(charge)).sum();
    let twice = all - charged + i128::from(zones) * i128::from(each);
    let parted = u64::try_from(twice.max(0)).ok()?.div_ceil(2 << ground.digits);
    network.constant.checked_add(parted)
}
