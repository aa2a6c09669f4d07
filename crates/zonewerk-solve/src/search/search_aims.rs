//! What the search brings down, one after the other: first by how much the rules on groups and regions
//! are broken, then what limits are put on, until all is kept, then each step of the objective. What
//! was reached stays a ceiling for what follows.

use super::contiguity_graph::Nodes;
use super::population_bound::{AnyPlan, bound};
use super::step_costs::StepCosts;
use crate::joint_design::step_value;
use crate::objective_steps::Question;
use crate::zones::{GivenRegions, Nesting, OnePiece};
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{Goal, Limit, Step};
use zonewerk_core::territory::UnitId;

/// One thing to bring down.
#[derive(Clone)]
pub(super) enum Aim<'a> {
    /// Zones and groups that break the rules on groups and regions.
    Rules,
    /// The largest value that a plan may have.
    Limit(&'a Limit, Step),
    /// A step of the objective, by its place.
    Step(usize, &'a Step),
}

/// All of them, and the values of plans.
pub(super) struct Aims<'a> {
    question: Question<'a>,
    given: &'a [Vec<UnitId>],
    nesting: Nesting<'a>,
    one_piece: Option<OnePiece<'a>>,
    regions: Option<GivenRegions<'a>>,
    any_plan: AnyPlan,
    pub(super) each: Vec<Aim<'a>>,
}

impl<'a> Aims<'a> {
    /// Of a question, where some zones are given.
    pub(super) fn new(question: Question<'a>, given: &'a [Vec<UnitId>], any_plan: AnyPlan) -> Self {
        let Question { territory, graph, problem, requirements, .. } = question;
        let mut aims = Self {
            question,
            given,
            nesting: Nesting::new(territory, requirements),
            one_piece: OnePiece::new(graph, requirements.pieces.as_ref()),
            regions: GivenRegions::new(territory, problem, requirements),
            any_plan,
            each: Vec::new(),
        };
        if !aims.nesting.is_empty() || aims.one_piece.is_some() || aims.regions.is_some() {
            aims.each.push(Aim::Rules);
        }
        let limits = problem.limits.iter().filter(|limit| limit.goal != Goal::Zones);
        aims.each.extend(limits.map(|limit| Aim::Limit(limit, Step::of(limit.goal.clone()))));
        let steps = problem.objective.steps().iter().enumerate();
        aims.each.extend(steps.map(|(place, step)| Aim::Step(place, step)));
        aims
    }

    /// The place of the first step of the objective.
    pub(super) fn first_step(&self) -> Option<usize> {
        self.each.iter().position(|aim| matches!(aim, Aim::Step(..)))
    }

    /// All goals that are looked at.
    pub(super) fn goals(&self) -> impl Iterator<Item = &'a Goal> {
        let problem = self.question.problem;
        problem.objective.goals().chain(problem.limits.iter().map(|limit| &limit.goal))
    }

    /// The sums that bring it down; `None` where they could leave 62 bits.
    pub(super) fn costs(&self, aim: &Aim<'_>, nodes: &Nodes) -> Option<StepCosts> {
        match aim.step() {
            None => StepCosts::of_rules(nodes),
            Some(step) => StepCosts::new(self.question, nodes, step),
        }
    }

    /// What is low enough: a limit, or what no plan is below.
    pub(super) fn enough(&self, aim: &Aim<'_>) -> u64 {
        match aim {
            Aim::Rules => 0,
            Aim::Limit(limit, _) => limit.most,
            Aim::Step(_, step) => bound(self.question, self.given, &self.any_plan, step),
        }
    }

    /// The value of a plan, of which these are the zones that are drawn.
    pub(super) fn value(&self, aim: &Aim<'_>, plan: &Plan, zones: &[Vec<UnitId>]) -> Option<u64> {
        match aim.step() {
            None => Some(self.broken(zones)),
            Some(step) => step_value(self.question, step, plan),
        }
    }

    /// Whether zones keep their own bounds and pins. An exception may narrow the bounds of the zone
    /// that it names, and a pin ask for what cannot be.
    pub(super) fn are_allowed(&self, zones: &[Vec<UnitId>]) -> bool {
        let Question { territory, graph, requirements, .. } = self.question;
        let rules = &requirements.zones;
        zones.iter().all(|units| {
            requirements.wishes.allow(units)
                && (rules.have_no_exception() || rules.allow(territory, graph, units))
        })
    }

    /// How many zones, groups and regions break the rules on them.
    fn broken(&self, zones: &[Vec<UnitId>]) -> u64 {
        let units = self.question.graph.len();
        let inside = self.regions.as_ref().and_then(|regions| regions.zones_inside(units));
        let allows = |units: &&Vec<UnitId>| {
            self.nesting.allows(units)
                && self.one_piece.as_ref().is_none_or(|rule| rule.allows(units))
                && inside.as_ref().is_none_or(|is_inside| is_inside(units))
        };
        let all = || zones.iter().chain(self.given);
        let of_zones = all().filter(|units| !allows(units)).count() as u64;
        let mut straddled = vec![0_u64; self.nesting.weak_groups()];
        for group in all().flat_map(|units| self.nesting.weakly_straddled(units)) {
            straddled[group] += 1;
        }
        let of_groups: u64 = straddled.iter().map(|zones| zones.saturating_sub(1)).sum();
        of_zones + of_groups + self.broken_regions(&all().collect::<Vec<_>>())
    }

    fn broken_regions(&self, zones: &[&Vec<UnitId>]) -> u64 {
        let Some(regions) = &self.regions else { return 0 };
        let territory = self.question.territory;
        let mut counted = vec![(0_u64, 0_u64); regions.names().len()];
        for units in zones {
            let Some(region) = regions.of_zone(units) else { continue };
            counted[region].0 += 1;
            counted[region].1 += territory.population(units.iter().copied());
        }
        let is_broken = |(region, (zones, people)): &(usize, (u64, u64))| {
            let needs = regions.needs(*region);
            !regions.units(*region).is_empty()
                && (needs.zones.maximum().is_some_and(|most| *zones > most)
                    || needs.zones.minimum().is_some_and(|least| *zones < least)
                    || !needs.population.allow(*people))
        };
        counted.into_iter().enumerate().filter(is_broken).count() as u64
    }

    /// How many zones a component of these units may have by the region that it is, where it is one.
    pub(super) fn zones_of_component(&self, units: &[UnitId]) -> Option<[usize; 2]> {
        let regions = self.regions.as_ref()?;
        let region = regions.of_zone(units)?;
        let is_given = |unit: &UnitId| self.given.iter().flatten().any(|given| given == unit);
        let own = regions.units(region).iter().filter(|unit| !is_given(unit)).count();
        let is_whole =
            own == units.len() && units.iter().all(|unit| regions.units(region).binary_search(unit).is_ok());
        if !is_whole {
            return None;
        }
        let inside = self.given.iter().filter(|zone| regions.of_zone(zone) == Some(region)).count();
        let needs = regions.needs(region).zones;
        let less = |number: u64| usize::try_from(number).unwrap_or(usize::MAX).saturating_sub(inside);
        Some([needs.minimum().map_or(0, less), needs.maximum().map_or(usize::MAX, less)])
    }

    /// Whether a given region asks for a number of zones.
    pub(super) fn count_zones_of_regions(&self) -> bool {
        let Some(regions) = &self.regions else { return false };
        (0..regions.names().len()).any(|region| {
            let needs = regions.needs(region).zones;
            needs.minimum().is_some() || needs.maximum().is_some()
        })
    }
}

impl Aim<'_> {
    /// What is measured; `None` for rules.
    fn step(&self) -> Option<&Step> {
        match self {
            Aim::Rules => None,
            Aim::Limit(_, step) => Some(step),
            Aim::Step(_, step) => Some(step),
        }
    }

    /// Whether it is a step that is the largest over the zones.
    pub(super) fn is_bottleneck(&self) -> bool {
        self.step().is_some_and(Step::is_bottleneck)
    }
}
