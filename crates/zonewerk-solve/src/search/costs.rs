//! What a plan comes to in a step of the objective, as sums that change in constant time when a node
//! moves: prices of the edges that are cut, and a price of each zone by its inhabitants.

use super::nodes::Nodes;
use crate::steps::Question;
use zonewerk_core::problem::{Counted, Goal, Step};
use zonewerk_core::territory::{Id, UnitId};

/// One step, made ready.
pub(super) struct StepCosts {
    /// Per slot: what it costs when its ends lie in different zones.
    pub(super) prices: Vec<i64>,
    /// What every zone costs.
    each: i64,
    /// What a squared inhabitant off the ideal costs.
    squared: i64,
    /// What an inhabitant off the ideal costs.
    absolute: i64,
    ideal: i64,
}

/// Whether the search can sum up a goal.
pub(super) fn is_kept(goal: &Goal) -> bool {
    match goal {
        Goal::BorderLength
        | Goal::CutEdges
        | Goal::SquaredDeviation
        | Goal::AbsoluteDeviation
        | Goal::Zones
        | Goal::Exceptions => true,
        Goal::LargestDeviation
        | Goal::Inertia
        | Goal::DistanceToCentre
        | Goal::PeopleMoved
        | Goal::Crossings { by: Counted::Cuts | Counted::People, .. }
        | Goal::Straddles { .. }
        | Goal::ZonesCrossing { .. }
        | Goal::MergersCut
        | Goal::Regions
        | Goal::RegionBorderLength
        | Goal::RegionDeviation
        | Goal::RegionMismatch { .. }
        | Goal::RegionGroups { .. } => false,
    }
}

impl StepCosts {
    /// A step over these nodes; `None` where sums could leave 62 bits.
    ///
    /// With `w` the weight, cut edges cost `w` for each pair of neighbours that is parted, border
    /// length `2 w` for each metre between them. What lies between nodes and given zones, and the
    /// outer border, is the same in every plan and left out.
    pub(super) fn new(question: Question<'_>, nodes: &Nodes, step: &Step) -> Option<Self> {
        let mut costs = Self {
            prices: vec![0; nodes.to.len()],
            each: 0,
            squared: 0,
            absolute: 0,
            ideal: i64::try_from(question.problem.ideal_population()).ok()?,
        };
        for term in &step.terms {
            let weight = i64::try_from(term.weight).ok()?;
            let sum = |to: &mut i64| -> Option<()> {
                *to = to.checked_add(weight)?;
                Some(())
            };
            match term.goal {
                Goal::CutEdges => costs.charge(question, nodes, weight, true)?,
                Goal::BorderLength => costs.charge(question, nodes, weight, false)?,
                Goal::SquaredDeviation => sum(&mut costs.squared)?,
                Goal::AbsoluteDeviation => sum(&mut costs.absolute)?,
                Goal::Zones => sum(&mut costs.each)?,
                // A zone that is drawn needs no exception, and the other goals are refused.
                _ => {}
            }
        }
        costs.adds_up(nodes).then_some(costs)
    }

    /// The same over these slots alone.
    pub(super) fn within(&self, slots: &[usize]) -> Self {
        Self { prices: slots.iter().map(|&slot| self.prices[slot]).collect(), ..*self }
    }

    fn charge(
        &mut self,
        question: Question<'_>,
        nodes: &Nodes,
        weight: i64,
        counts_edges: bool,
    ) -> Option<()> {
        let graph = question.graph;
        for node in 0..nodes.len() as u32 {
            let mut charge = |other: UnitId, price: i64| -> Option<()> {
                let Some(other) = nodes.of_unit[other.index()].filter(|&other| other != node) else {
                    return Some(());
                };
                let slot = nodes.slot_to(node, other).expect("nodes that share border have a slot");
                self.prices[slot] = self.prices[slot].checked_add(weight.checked_mul(price)?)?;
                Some(())
            };
            for &unit in &nodes.units[node as usize] {
                if counts_edges {
                    graph.neighbours(unit).iter().try_for_each(|neighbour| charge(neighbour.unit, 1))?;
                } else {
                    for border in graph.shared_borders(unit) {
                        charge(border.unit, i64::try_from(border.border_m.checked_mul(2)?).ok()?)?;
                    }
                }
            }
        }
        Some(())
    }

    fn adds_up(&self, nodes: &Nodes) -> bool {
        let people = nodes.population.iter().fold(0_i128, |sum, &people| sum + i128::from(people));
        let off = people.max(i128::from(self.ideal));
        let zone = i128::from(self.squared)
            .checked_mul(off)
            .and_then(|sum| sum.checked_add(i128::from(self.absolute)))
            .and_then(|sum| sum.checked_mul(off))
            .and_then(|sum| sum.checked_add(i128::from(self.each)))
            .and_then(|sum| sum.checked_mul(nodes.len() as i128));
        let edges = self.prices.iter().fold(0_i128, |sum, &price| sum + i128::from(price));
        zone.and_then(|zone| zone.checked_add(edges)).is_some_and(|sum| sum < 1 << 62)
    }

    /// What a zone of so many inhabitants costs.
    pub(super) fn zone(&self, people: i64) -> i64 {
        let off = (people - self.ideal).abs();
        self.each + off * (self.absolute + off * self.squared)
    }

    /// Whether zones cost something by their inhabitants.
    fn weighs_people(&self) -> bool {
        self.squared != 0 || self.absolute != 0
    }

    /// What moving `people` from one zone to another changes, beside edges.
    pub(super) fn shift(&self, [from, to]: [i64; 2], people: i64) -> i64 {
        if !self.weighs_people() {
            return 0;
        }
        self.zone(from - people) + self.zone(to + people) - self.zone(from) - self.zone(to)
    }

    /// Number of inhabitants that is best for a zone, where one is.
    pub(super) fn best_population(&self) -> Option<i64> {
        self.weighs_people().then_some(self.ideal)
    }
}
