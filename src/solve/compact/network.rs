use crate::graph::Graph;
use crate::problem::{Goal, PopulationBounds, Problem, Step};
use crate::territory::{Id, Territory, UnitId};
use crate::zones::Wishes;

/// A set of units, as bits.
pub(super) type Units = u128;

/// The most units that fit.
pub(super) const MOST_UNITS: usize = 128;

/// Units and what it costs to part two of them, where an objective is the sum of that.
pub(super) struct Network {
    /// Per unit: the neighbours by adjacency, as bits.
    pub(super) beside: Vec<Units>,
    /// Per unit: those from whom parting costs, and how much.
    pub(super) prices: Vec<Vec<(usize, u64)>>,
    pub(super) population: Vec<u64>,
    /// What every plan costs.
    pub(super) constant: u64,
    pub(super) bounds: PopulationBounds,
    pub(super) wishes: Wishes,
}

impl Network {
    /// The network of a step whose goals are all about parting neighbours; `None` for others,
    /// and for more units than bits.
    ///
    /// With `w` the weight, cut edges cost `w` for each pair of neighbours that is parted, and
    /// border length `2 w` a metre of border between them, on top of the outer border.
    pub(super) fn of(territory: &Territory, graph: &Graph, problem: &Problem, step: &Step) -> Option<Self> {
        if graph.len() > MOST_UNITS {
            return None;
        }
        let mut prices = vec![std::collections::BTreeMap::<usize, u64>::new(); graph.len()];
        let mut constant = 0;
        for term in &step.terms {
            match term.goal {
                Goal::CutEdges => {
                    for unit in graph.units() {
                        for neighbour in graph.neighbours(unit) {
                            *prices[unit.index()].entry(neighbour.unit.index()).or_default() += term.weight;
                        }
                    }
                }
                Goal::BorderLength => {
                    for unit in graph.units() {
                        constant += term.weight * graph.outer_m(unit);
                        for neighbour in graph.shared_borders(unit) {
                            *prices[unit.index()].entry(neighbour.unit.index()).or_default() +=
                                2 * term.weight * neighbour.border_m;
                        }
                    }
                }
                _ => return None,
            }
        }
        let bit = |units: &mut dyn Iterator<Item = UnitId>| units.fold(0, |set, unit| set | 1 << unit.index());
        let beside = |unit: UnitId| bit(&mut graph.neighbours(unit).iter().map(|neighbour| neighbour.unit));
        Some(Self {
            beside: graph.units().map(beside).collect(),
            prices: prices.into_iter().map(|of_unit| of_unit.into_iter().collect()).collect(),
            population: territory.units().values().map(|unit| unit.population).collect(),
            constant,
            bounds: problem.bounds(),
            wishes: Wishes::new(territory, problem),
        })
    }

    /// Inhabitants of a set.
    pub(super) fn people(&self, units: Units) -> u64 {
        members(units).map(|unit| self.population[unit]).sum()
    }

    /// What it costs to part a unit from a set.
    pub(super) fn price(&self, unit: usize, units: Units) -> u64 {
        let prices = self.prices[unit].iter().filter(|&&(other, _)| units >> other & 1 == 1);
        prices.map(|&(_, price)| price).sum()
    }

    /// What it costs to part two sets.
    pub(super) fn price_between(&self, a: Units, b: Units) -> u64 {
        members(a).map(|unit| self.price(unit, b)).sum()
    }

    /// The units of `within` that hang together with `from`, itself included.
    pub(super) fn reach(&self, from: Units, within: Units) -> Units {
        let mut reached = from & within;
        let mut new = reached;
        while new != 0 {
            let beside = members(new).fold(0, |set, unit| set | self.beside[unit]);
            new = beside & within & !reached;
            reached |= new;
        }
        reached
    }

    /// The parts of a set that hang together, that with the lowest unit first.
    pub(super) fn parts(&self, mut units: Units) -> impl Iterator<Item = Units> + '_ {
        std::iter::from_fn(move || {
            (units != 0).then(|| {
                let part = self.reach(lowest(units), units);
                units &= !part;
                part
            })
        })
    }

    /// Whether a set may be a zone by the ordinary rules.
    pub(super) fn allows(&self, units: Units) -> bool {
        units != 0
            && self.bounds.allow(self.people(units))
            && self.reach(lowest(units), units) == units
            && (self.wishes.is_empty() || self.wishes.allow(&ids(units)))
    }
}

/// The lowest unit of a set, as a set.
pub(super) fn lowest(units: Units) -> Units {
    units & units.wrapping_neg()
}

/// The units of a set, ascending.
pub(super) fn members(mut units: Units) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        (units != 0).then(|| {
            let unit = units.trailing_zeros() as usize;
            units &= units - 1;
            unit
        })
    })
}

/// The units of a set by number, ascending.
pub(super) fn ids(units: Units) -> Vec<UnitId> {
    members(units).map(UnitId::new).collect()
}
