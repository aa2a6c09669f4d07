use geo::Coord;

use crate::GivenGraph;
use zonewerk_core::problem::{Counted, Goal, Problem, Step};
use zonewerk_core::territory::Territory;
use zonewerk_core::topology::Topology;

/// No degree of latitude or longitude is longer, in kilometres.
const DEGREE_KM: f64 = 112.0;
/// Sums of weighed values stay below this, so that two can be added.
const MOST: u128 = i64::MAX as u128;

/// How large the goals of a territory can become: more than any plan has.
pub(crate) struct Sizes<'a> {
    territory: &'a Territory,
    topology: &'a Topology,
    given: Option<&'a GivenGraph>,
    people: u128,
    ideal: u128,
    ideal_region: u128,
}

impl<'a> Sizes<'a> {
    /// Of a territory on a map, or of one whose graph is given.
    pub(crate) fn new(
        territory: &'a Territory,
        (topology, given): (&'a Topology, Option<&'a GivenGraph>),
        problem: &Problem,
    ) -> Self {
        let (ideal, region) = (problem.ideal_population(), problem.ideal_region_population());
        let people = territory.units().values().map(|unit| u128::from(unit.population)).sum();
        Self {
            territory,
            topology,
            given,
            people,
            ideal: u128::from(ideal),
            ideal_region: u128::from(region),
        }
    }

    /// Whether no plan's value in a step, in the step's parts, is too large a number.
    pub(crate) fn allow(&self, step: &Step) -> bool {
        let terms =
            step.terms.iter().map(|term| self.most(&term.goal).saturating_mul(u128::from(term.weight)));
        terms.fold(0, u128::saturating_add) <= MOST
    }

    fn most(&self, goal: &Goal) -> u128 {
        let units = self.territory.units().len() as u128;
        match goal {
            Goal::BorderLength | Goal::RegionBorderLength => self.borders_m(),
            Goal::CutEdges
            | Goal::Zones
            | Goal::Exceptions
            | Goal::Regions
            | Goal::RegionGroups { .. }
            | Goal::ZonesCrossing { by: Counted::Cuts, .. } => units.saturating_mul(units),
            Goal::Inertia | Goal::SquaredDistanceToCentre => {
                self.people.saturating_mul(self.across_km().pow(2))
            }
            Goal::DistanceToCentre => self.people.saturating_mul(self.across_km()),
            // (P - ideal)^2 is at most P^2 + ideal^2.
            Goal::SquaredDeviation => {
                self.people.pow(2).saturating_add(units.saturating_mul(self.ideal.pow(2)))
            }
            Goal::AbsoluteDeviation | Goal::LargestDeviation => {
                self.people.saturating_add(units.saturating_mul(self.ideal))
            }
            Goal::PeopleMoved
            | Goal::RegionMismatch { .. }
            | Goal::ZonesCrossing { by: Counted::People, .. } => self.people,
            Goal::RegionDeviation => self.people.saturating_add(units.saturating_mul(self.ideal_region)),
            Goal::Crossings { family, by } | Goal::Straddles { family, by, .. } => {
                let groups = self.territory.families.iter().filter(|known| known.name == *family);
                let held = groups.flat_map(|family| &family.groups).map(|group| match by {
                    Counted::Cuts => (group.units.len() + group.parts.len()) as u128,
                    Counted::People => {
                        let people = group.units.iter().map(|&unit| self.territory.unit(unit).population);
                        people.map(u128::from).sum()
                    }
                });
                held.sum()
            }
            Goal::MergersCut => {
                self.territory.planned_mergers.iter().map(|merger| merger.units.len() as u128).sum()
            }
        }
    }

    /// Every border, from both sides.
    fn borders_m(&self) -> u128 {
        if let Some(given) = self.given {
            let borders = given.borders.iter().map(|&(_, _, border_m)| 2 * u128::from(border_m));
            return borders.chain(given.outer_m.iter().map(|&outer_m| u128::from(outer_m))).sum();
        }
        let arcs = self.topology.arc_users().map(|(arc, _)| self.topology.arc_length_m(arc).max(0.0));
        (2.0 * arcs.sum::<f64>()).ceil() as u128 + self.territory.units().len() as u128
    }

    /// From one end of the territory to the other, and some more.
    fn across_km(&self) -> u128 {
        let arcs = self.topology.arc_users().map(|(arc, _)| self.topology.arc(arc));
        let corners = |(low, high): (Coord<f64>, Coord<f64>), at: &Coord<f64>| {
            (
                Coord { x: low.x.min(at.x), y: low.y.min(at.y) },
                Coord { x: high.x.max(at.x), y: high.y.max(at.y) },
            )
        };
        let none = (Coord { x: f64::MAX, y: f64::MAX }, Coord { x: f64::MIN, y: f64::MIN });
        let (low, high) = arcs.flatten().fold(none, corners);
        let degrees = (high.x - low.x).max(0.0) + (high.y - low.y).max(0.0);
        (degrees * DEGREE_KM).ceil() as u128 + 1
    }
}
