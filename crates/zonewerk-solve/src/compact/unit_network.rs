use super::given_zones::bits;
use crate::objective_steps::Question;
use crate::parting_costs::{PartingCosts, add_up};
use crate::zone_rules::ZoneRules;
use crate::zones::PlacementRules;
use zonewerk_core::problem::{Goal, PopulationBounds, Step};
use zonewerk_core::territory::{Id, Territory, UnitId};

/// A set of units, as bits.
pub(super) type UnitBits = u128;

/// The most units that fit.
pub(super) const MOST_UNITS: usize = 128;

/// Units and what it costs to part two of them, where an objective is the sum of that.
pub(super) struct UnitNetwork {
    /// Per unit: the neighbours by adjacency, as bits.
    pub(super) near: Vec<UnitBits>,
    /// Per unit: those beside it in the graph in which zones are connected, as bits: its neighbours, or
    /// all others where zones may lie apart.
    pub(super) beside: Vec<UnitBits>,
    /// Per unit: those from whom parting costs, and how much.
    pub(super) prices: Vec<Vec<(usize, u64)>>,
    pub(super) population: Vec<u64>,
    /// What every plan costs.
    pub(super) constant: u64,
    pub(super) bounds: PopulationBounds,
    pub(super) wishes: PlacementRules,
    /// Whether zones may lie apart.
    pub(super) may_lie_apart: bool,
    /// Sets that are no zone, although the ordinary bounds allow them.
    refused: Vec<UnitBits>,
}

/// Whether a step has goals about parting neighbours only.
pub(super) fn is_about_parting(step: &Step) -> bool {
    step.terms.iter().all(|term| matches!(term.goal, Goal::CutEdges | Goal::BorderLength))
}

/// An exception may narrow the bounds of its zone too.
fn refused(territory: &Territory, rules: &ZoneRules) -> Vec<UnitBits> {
    let refused = rules.exact_zones().into_iter().filter(|units| {
        let people = territory.population(units.iter().copied());
        rules.bounds().allow(people) && !rules.needs(units).population.allow(people)
    });
    refused.map(bits).collect()
}

impl UnitNetwork {
    /// The network of a step: its goals about parting neighbours become prices, the others do
    /// not show in it. `None` for more units than bits.
    pub(super) fn of(question: Question<'_>, step: &Step) -> Option<Self> {
        let Question { territory, graph, requirements, .. } = question;
        if graph.len() > MOST_UNITS {
            return None;
        }
        let PartingCosts { prices, constant } = PartingCosts::of(graph, step);
        let bit =
            |units: &mut dyn Iterator<Item = UnitId>| units.fold(0, |set, unit| set | 1 << unit.index());
        let near = |unit: UnitId| bit(&mut graph.neighbours(unit).iter().map(|neighbour| neighbour.unit));
        let joined = requirements.zones.graph(graph);
        let beside = |unit: UnitId| bit(&mut joined.adjacent(unit));
        Some(Self {
            near: graph.units().map(near).collect(),
            beside: graph.units().map(beside).collect(),
            prices,
            population: territory.units().values().map(|unit| unit.population).collect(),
            constant,
            bounds: requirements.zones.bounds(),
            wishes: requirements.wishes.clone(),
            may_lie_apart: requirements.zones.may_lie_apart(),
            refused: refused(territory, &requirements.zones),
        })
    }

    /// All units.
    pub(super) fn all(&self) -> UnitBits {
        (0..self.population.len()).fold(0, |set, unit| set | 1 << unit)
    }

    /// Whether sums of what parting costs leave room to be added up.
    pub(super) fn adds_up(&self) -> bool {
        add_up(&self.prices, self.constant)
    }

    /// The same, with nothing to pay for parting.
    pub(super) fn without_prices(&self) -> Self {
        Self {
            near: self.near.clone(),
            beside: self.beside.clone(),
            prices: vec![Vec::new(); self.prices.len()],
            population: self.population.clone(),
            constant: 0,
            bounds: self.bounds,
            wishes: self.wishes.clone(),
            may_lie_apart: self.may_lie_apart,
            refused: self.refused.clone(),
        }
    }

    /// Inhabitants of a set.
    pub(super) fn people(&self, units: UnitBits) -> u64 {
        members(units).map(|unit| self.population[unit]).sum()
    }

    /// What it costs to part a unit from a set.
    pub(super) fn price(&self, unit: usize, units: UnitBits) -> u64 {
        let prices = self.prices[unit].iter().filter(|&&(other, _)| units >> other & 1 == 1);
        prices.map(|&(_, price)| price).sum()
    }

    /// What it costs to part two sets.
    pub(super) fn price_between(&self, a: UnitBits, b: UnitBits) -> u64 {
        members(a).map(|unit| self.price(unit, b)).sum()
    }

    /// The units of `within` that are connected with `from`, itself included.
    pub(super) fn reach(&self, from: UnitBits, within: UnitBits) -> UnitBits {
        let mut reached = from & within;
        let mut new = reached;
        while new != 0 {
            let beside = members(new).fold(0, |set, unit| set | self.beside[unit]);
            new = beside & within & !reached;
            reached |= new;
        }
        reached
    }

    /// The connected components of a set, that with the lowest unit first.
    pub(super) fn parts(&self, mut units: UnitBits) -> impl Iterator<Item = UnitBits> + '_ {
        std::iter::from_fn(move || {
            (units != 0).then(|| {
                let part = self.reach(lowest(units), units);
                units &= !part;
                part
            })
        })
    }

    /// Whether a set is contiguous, where it must be, and within the ordinary bounds.
    pub(super) fn is_ordinary(&self, units: UnitBits) -> bool {
        units != 0 && self.bounds.allow(self.people(units)) && self.reach(lowest(units), units) == units
    }

    /// Whether a set may be a zone by the ordinary rules.
    pub(super) fn allows(&self, units: UnitBits) -> bool {
        self.is_ordinary(units)
            && !self.refused.contains(&units)
            && (self.wishes.is_empty() || self.wishes.allow(&ids(units)))
    }
}

/// The lowest unit of a set, as a set.
pub(super) fn lowest(units: UnitBits) -> UnitBits {
    units & units.wrapping_neg()
}

/// The units of a set, ascending.
pub(super) fn members(mut units: UnitBits) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        (units != 0).then(|| {
            let unit = units.trailing_zeros() as usize;
            units &= units - 1;
            unit
        })
    })
}

/// The units of a set by number, ascending.
pub(super) fn ids(units: UnitBits) -> Vec<UnitId> {
    members(units).map(UnitId::new).collect()
}
