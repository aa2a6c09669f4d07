//! What it costs to part units: the goals of a step that are sums over pairs that lie apart.

use std::collections::BTreeMap;

use zonewerk_core::graph::Graph;
use zonewerk_core::problem::{Goal, Step};
use zonewerk_core::territory::{Id, UnitId};

/// What parting costs in a step: its goals about parting neighbours; the others do not show in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PartingCosts {
    /// Per unit: those from whom parting costs, ascending, and how much.
    pub(crate) prices: Vec<Vec<(usize, u64)>>,
    /// What every plan costs.
    pub(crate) constant: u64,
}

impl PartingCosts {
    /// With `w` the weight, cut edges cost `w` for each pair of neighbours that is parted, and
    /// border length `2 w` a metre of border between them, on top of the outer border. What is too
    /// large for a number is the largest: see [`add_up`].
    pub(crate) fn of(graph: &Graph, step: &Step) -> Self {
        let mut prices = vec![BTreeMap::<usize, u64>::new(); graph.len()];
        let mut constant = 0;
        for term in &step.terms {
            for unit in graph.units() {
                let prices = &mut prices[unit.index()];
                let mut charge = |other: UnitId, price: u64| {
                    let sum: &mut u64 = prices.entry(other.index()).or_default();
                    *sum = sum.saturating_add(term.weight.saturating_mul(price));
                };
                match term.goal {
                    Goal::CutEdges => {
                        graph.neighbours(unit).iter().for_each(|neighbour| charge(neighbour.unit, 1));
                    }
                    Goal::BorderLength => {
                        let outer = term.weight.saturating_mul(graph.outer_m(unit));
                        constant = u64::saturating_add(constant, outer);
                        let shared = graph.shared_borders(unit);
                        shared.for_each(|neighbour| {
                            charge(neighbour.unit, neighbour.border_m.saturating_mul(2))
                        });
                    }
                    _ => {}
                }
            }
        }
        let prices = prices.into_iter().map(|of_unit| of_unit.into_iter().collect()).collect();
        Self { prices, constant }
    }
}

/// Whether sums of what parting costs leave room to be added up.
pub(crate) fn add_up(prices: &[Vec<(usize, u64)>], constant: u64) -> bool {
    let all = prices.iter().flatten().map(|&(_, price)| u128::from(price)).sum::<u128>();
    all + u128::from(constant) < 1 << 62
}
