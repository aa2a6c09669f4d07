//! What a region adds to the goals on regions.

use super::border_length;
use crate::zones::group_shares::Groups;
use zonewerk_core::graph::Graph;
use zonewerk_core::problem::{Goal, Problem, Step};
use zonewerk_core::territory::{Territory, UnitId};

/// What regions add to a step of an objective, beside what their zones add.
pub struct RegionCost<'a> {
    territory: &'a Territory,
    graph: &'a Graph,
    ideal: u64,
    terms: Vec<(&'a Goal, Option<Groups>, u64)>,
}

impl<'a> RegionCost<'a> {
    /// Makes a step ready.
    pub fn new(territory: &'a Territory, graph: &'a Graph, problem: &'a Problem, step: &'a Step) -> Self {
        let groups = |goal: &Goal| {
            let family = territory.families.iter().find(|family| goal.family() == Some(&family.name))?;
            Some(Groups::all(territory, &family.groups))
        };
        let terms = step.terms.iter().filter(|term| term.goal.is_about_regions());
        let terms = terms.map(|term| (&term.goal, groups(&term.goal), term.weight)).collect();
        Self { territory, graph, ideal: problem.ideal_region_population(), terms }
    }

    /// What a region of these units (ascending) adds; `u64::MAX` for more than that.
    pub fn of(&self, units: &[UnitId]) -> u64 {
        let population = self.territory.population(units.iter().copied());
        let cost = |(goal, groups, weight): &(&Goal, Option<Groups>, u64)| {
            let value = match (goal, groups) {
                (Goal::Regions, _) => 1,
                (Goal::RegionBorderLength, _) => {
                    border_length::of(self.graph, units, |unit| units.binary_search(&unit).is_ok())
                }
                (Goal::RegionDeviation, _) => population.abs_diff(self.ideal),
                (Goal::RegionMismatch { .. }, Some(groups)) => {
                    population - groups.main(units).map_or(0, |share| share.people)
                }
                (Goal::RegionGroups { .. }, Some(groups)) => {
                    (groups.shares(units).len() as u64).saturating_sub(1)
                }
                _ => 0,
            };
            weight.saturating_mul(value)
        };
        self.terms.iter().map(cost).fold(0, u64::saturating_add)
    }
}
