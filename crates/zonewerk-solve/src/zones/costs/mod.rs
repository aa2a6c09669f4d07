//! What a zone adds to each goal, one file a goal: whole numbers, so that sums are exact
//! and a bound can be rounded up.

mod border_length;
mod cut_edges;
mod deviation;
mod distance;
mod groups;
mod inertia;
mod regions;
mod squared_distance;

pub(crate) use inertia::{Moments, moments};
pub use regions::RegionCost;

use rayon::prelude::*;

use super::ZonePool;
use super::group_shares::Groups;
use crate::zone_rules::ZoneRules;
use zonewerk_core::graph::Graph;
use zonewerk_core::problem::{Counted, Goal, GroupReading, Problem, Step};
use zonewerk_core::territory::{Id, MergerStatus, Territory, UnitId};

/// A zone as a goal looks at it.
struct ZoneView<'a> {
    /// Its units, ascending.
    units: &'a [UnitId],
    /// Whether each unit of the territory is one of them.
    inside: &'a [bool],
    /// Its inhabitants.
    population: u64,
    /// Whether only an exception allows its population.
    excepted: bool,
}

impl ZoneView<'_> {
    fn holds(&self, unit: UnitId) -> bool {
        self.inside[unit.index()]
    }
}

/// A goal made ready to be asked of many zones.
trait ZoneCost: Sync {
    fn of(&self, zone: &ZoneView<'_>) -> u64;
}

impl<F: Fn(&ZoneView<'_>) -> u64 + Sync> ZoneCost for F {
    fn of(&self, zone: &ZoneView<'_>) -> u64 {
        self(zone)
    }
}

/// What zones add to a step of an objective: the weighted sum of its goals. Not in it are
/// people moved, since they depend on which zone of the base plan a zone continues (see
/// [`crate::zones::Heirs`]), straddles read weakly, since they depend on which zone each group
/// may straddle (see [`crate::zones::WeakStraddles`]), and goals on regions.
pub struct StepCost<'a> {
    territory: &'a Territory,
    rules: ZoneRules,
    is_of_any_plan: bool,
    terms: Vec<(Box<dyn ZoneCost + 'a>, u64)>,
}

impl<'a> StepCost<'a> {
    /// Makes a step ready.
    ///
    /// # Panics
    /// When a goal measures distances and the graph has no [centres](Graph::centres).
    pub fn new(territory: &'a Territory, graph: &'a Graph, problem: &'a Problem, step: &Step) -> Self {
        let terms = step.terms.iter().filter(|term| term.goal != Goal::PeopleMoved);
        let terms = terms.map(|term| (ready(territory, graph, problem, &term.goal), term.weight)).collect();
        Self { territory, rules: ZoneRules::new(territory, problem), is_of_any_plan: false, terms }
    }

    /// The same for zones that need not keep their bounds: one outside them counts as an exception
    /// only where one permits it. Of the zones that are drawn each has that leave.
    #[must_use]
    pub fn of_any_plan(self) -> Self {
        Self { is_of_any_plan: true, ..self }
    }

    /// What each zone of a pool adds, in the order of the pool; `u64::MAX` for more than that.
    pub fn of_pool(&self, zones: &ZonePool) -> Vec<u64> {
        (0..zones.len())
            .into_par_iter()
            .map_init(
                || vec![false; self.territory.units().len()],
                |inside, zone| self.of(zones.units(zone), inside),
            )
            .collect()
    }

    /// What a zone of these units (ascending) adds.
    pub fn of_zone(&self, units: &[UnitId]) -> u64 {
        self.of(units, &mut vec![false; self.territory.units().len()])
    }

    fn of(&self, units: &[UnitId], inside: &mut [bool]) -> u64 {
        units.iter().for_each(|unit| inside[unit.index()] = true);
        let population = self.territory.population(units.iter().copied());
        let excepted = self.rules.is_outside_bounds(population)
            && (!self.is_of_any_plan || self.rules.is_excepted(units, population));
        let zone = ZoneView { units, inside, population, excepted };
        let add = |sum: u64, (cost, weight): &(Box<dyn ZoneCost + 'a>, u64)| {
            sum.saturating_add(weight.saturating_mul(cost.of(&zone)))
        };
        let cost = self.terms.iter().fold(0, add);
        units.iter().for_each(|unit| inside[unit.index()] = false);
        cost
    }
}

fn ready<'a>(
    territory: &'a Territory,
    graph: &'a Graph,
    problem: &'a Problem,
    goal: &Goal,
) -> Box<dyn ZoneCost + 'a> {
    let ideal = problem.ideal_population();
    let family = |name: &str| territory.families.iter().find(|family| family.name == name);
    let groups = |name: &str| family(name).into_iter().flat_map(|family| &family.groups).collect::<Vec<_>>();
    let whole =
        |name: &str| Groups::whole(territory, groups(name).into_iter().map(|group| group.units.as_slice()));
    let all = |name: &str| Groups::all(territory, groups(name));
    match goal {
        Goal::BorderLength => {
            Box::new(move |zone: &ZoneView<'_>| border_length::of(graph, zone.units, |unit| zone.holds(unit)))
        }
        Goal::CutEdges => Box::new(move |zone: &ZoneView<'_>| cut_edges::of(graph, zone)),
        Goal::Inertia => Box::new(inertia::Inertia::new(territory, graph)),
        Goal::DistanceToCentre => Box::new(distance::DistanceCost::new(territory, graph)),
        Goal::SquaredDistanceToCentre => {
            Box::new(squared_distance::SquaredDistanceCost::new(territory, graph))
        }
        Goal::SquaredDeviation => Box::new(move |zone: &ZoneView<'_>| deviation::squared(ideal, zone)),
        Goal::AbsoluteDeviation | Goal::LargestDeviation => {
            Box::new(move |zone: &ZoneView<'_>| deviation::absolute(ideal, zone))
        }
        Goal::Crossings { family, by: Counted::Cuts } => Box::new(groups::Crossings(whole(family))),
        Goal::Crossings { family, by: Counted::People } => Box::new(groups::PeopleCut(whole(family))),
        Goal::Straddles { family, by, reading: GroupReading::Strict } => {
            Box::new(groups::Straddles { groups: all(family), by: *by })
        }
        Goal::ZonesCrossing { family, by } => {
            Box::new(groups::ZonesCrossing { groups: all(family), by: *by })
        }
        Goal::MergersCut => {
            let expected =
                territory.planned_mergers.iter().filter(|merger| merger.status == MergerStatus::Expected);
            let units = expected.map(|merger| merger.units.as_slice());
            Box::new(groups::Crossings(Groups::whole(territory, units)))
        }
        Goal::Zones => Box::new(|_: &ZoneView<'_>| 1),
        Goal::Exceptions => Box::new(|zone: &ZoneView<'_>| u64::from(zone.excepted)),
        Goal::PeopleMoved
        | Goal::Straddles { reading: GroupReading::Weak, .. }
        | Goal::Regions
        | Goal::RegionBorderLength
        | Goal::RegionDeviation
        | Goal::RegionMismatch { .. }
        | Goal::RegionGroups { .. } => Box::new(|_: &ZoneView<'_>| 0),
    }
}
