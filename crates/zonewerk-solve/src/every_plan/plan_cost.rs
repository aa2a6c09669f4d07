//! The value of a plan in a step: summed over its zones where the goals allow it, else measured on the plan.

use crate::given_regions;
use crate::objective_steps::Question;
use crate::zones::costs::StepCost;
use crate::zones::{ZonePool, value};
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{Goal, GroupReading, Step};
use zonewerk_core::territory::UnitId;

/// A step, ready to be asked of many plans of the zones of a pool.
pub(super) struct Measure<'a> {
    question: Question<'a>,
    /// What each zone adds.
    of_zone: Vec<u64>,
    is_largest: bool,
    /// Goals that do not add up, each with its weight.
    others: Vec<(Goal, u64)>,
}

/// Whether a goal is what its zones add, or the largest of it.
pub(super) fn adds_up(goal: &Goal) -> bool {
    !matches!(goal, Goal::PeopleMoved | Goal::Straddles { reading: GroupReading::Weak, .. })
}

impl<'a> Measure<'a> {
    pub(super) fn new(question: Question<'a>, step: &Step, zones: &ZonePool) -> Self {
        let Question { territory, graph, problem, .. } = question;
        let others = step.terms.iter().filter(|term| !adds_up(&term.goal));
        Self {
            question,
            of_zone: StepCost::new(territory, graph, problem, step).of_pool(zones),
            is_largest: step.is_bottleneck(),
            others: others.map(|term| (term.goal.clone(), term.weight)).collect(),
        }
    }

    /// The value of a plan: its zones by their places in the pool, and by their units.
    pub(super) fn of(&self, places: &[u32], zones: &[&[UnitId]]) -> u64 {
        let each = places.iter().map(|&place| self.of_zone[place as usize]);
        if self.is_largest {
            return each.max().unwrap_or(0);
        }
        let others = self
            .others
            .iter()
            .map(|(goal, weight)| weight.saturating_mul(of_plan(self.question, goal, zones)));
        each.chain(others).fold(0, u64::saturating_add)
    }
}

/// The value of a plan of these zones in a goal.
pub(super) fn of_plan(question: Question<'_>, goal: &Goal, zones: &[&[UnitId]]) -> u64 {
    let Question { territory, graph, problem, .. } = question;
    value(territory, graph, problem, goal, &unnamed(question, zones)).unwrap_or(u64::MAX)
}

/// Whether a plan of these zones has given regions that are not as they must be.
pub(super) fn breaks_regions(question: Question<'_>, zones: &[&[UnitId]]) -> bool {
    given_regions::not_kept(question, &unnamed(question, zones)).is_some()
}

fn unnamed(question: Question<'_>, zones: &[&[UnitId]]) -> Plan {
    let zones = zones.iter().map(|units| (String::new(), units.to_vec()));
    Plan::from_zones(question.graph.len(), zones).expect("zones of a plan share no unit")
}
