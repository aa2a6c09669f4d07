//! What one zone is parted from the rest for, at least.
//!
//! Of the sets `S` that hold all points of `A` and none of `B`, and have at least `L` and at most `U`
//! inhabitants `w(S)`, none is parted for less than
//!
//! ```text
//! max over p >= 0 of  min over S of  cut(S) + p w(S) - p U
//! max over p >= 0 of  min over S of  cut(S) + p (w(V) - w(S)) - p (w(V) - L)
//! ```
//!
//! where the inner minimum, without bounds on inhabitants, is a cheapest cut: a largest flow. The bound is
//! concave in the price, with that of the other line below 0; any price proves something, and the best is
//! sought where the lines of the sets cross that were found on both sides of it.

use super::maximum_flow::{CutSide, MaximumFlow, Workspace};
use super::point_graph::{GraphCut, PointGraph};

/// Flows for one bound.
const MOST_PRICES: usize = 6;

/// Inhabitants of a zone.
#[derive(Clone, Copy, Debug)]
pub(super) struct ZoneInhabitants {
    pub(super) least: i64,
    pub(super) most: i64,
}

/// A bound in parts of a cost, and the flow that proves it.
pub(super) struct ZoneBound {
    pub(super) bound: i64,
    pub(super) flow: MaximumFlow,
}

/// The bound on a zone, starting with a flow for these sides; `None` where it comes to `enough`, or no set
/// has so many inhabitants.
pub(super) fn zone_bound(
    ground: &PointGraph,
    people: ZoneInhabitants,
    (sides, begun): (&[CutSide], MaximumFlow),
    enough: i64,
    space: &mut Workspace,
) -> Option<ZoneBound> {
    // On either side of the best price: the set with more inhabitants, and that with fewer.
    let mut more = ground.cut(|point| sides[point] != CutSide::Out);
    let mut fewer = ground.cut(|point| sides[point] == CutSide::In);
    if fewer.people > people.most || more.people < people.least {
        return None;
    }
    let mut best: Option<ZoneBound> = None;
    let mut tried = Vec::with_capacity(MOST_PRICES);
    let mut flow = begun;
    loop {
        let price = flow.price;
        tried.push(price);
        let besides = if price > 0 { price * people.most } else { -price * (ground.everyone - people.least) };
        if !flow.grow(ground, space, enough.saturating_add(besides)) {
            return None;
        }
        let fewest = MaximumFlow::fewest(space);
        let fewest = ground.cut(|point| fewest[point]);
        let most = flow.most(ground);
        let most = ground.cut(|point| most[point]);
        let bound = flow.amount - besides;
        if best.as_ref().is_none_or(|best| bound > best.bound) {
            best = Some(ZoneBound { bound, flow });
        }
        // Where the price should be higher, every cheapest set has too many inhabitants for it.
        let [too_many, too_few] = match price {
            1.. => [people.most, people.most],
            0 => [people.most, people.least],
            _ => [people.least, people.least],
        };
        if fewest.people > too_many {
            more = fewest;
        } else if most.people < too_few {
            fewer = most;
        } else {
            return best;
        }
        let Some(next) = crossing(ground, people, more, fewer).filter(|next| !tried.contains(next)) else {
            return best;
        };
        if tried.len() == MOST_PRICES {
            return best;
        }
        flow = MaximumFlow::new(ground, sides, next);
    }
}

/// The price at which two sets cost the same; 0 where it would be on the side of the bound that neither
/// breaks.
fn crossing(ground: &PointGraph, people: ZoneInhabitants, more: GraphCut, fewer: GraphCut) -> Option<i64> {
    let between = i128::from(more.people - fewer.people);
    if between <= 0 {
        return None;
    }
    let dearer = i128::from(fewer.cost - more.cost) * i128::from(ground.scale);
    let most = i128::from(ground.most_price);
    let price = dearer.div_euclid(between).clamp(-most, most) as i64;
    let is_needless = price > 0 && more.people <= people.most || price < 0 && fewer.people >= people.least;
    Some(if is_needless { 0 } else { price })
}
