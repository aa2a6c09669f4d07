//! Joint region design: zones and regions drawn together. A region, as a set of zones, is a column, and a
//! plan is an exact cover of the units by regions.
//!
//! Where all sets of zones that may be a region can be listed, the steps of the objective are
//! solved over all of them. Else a plan is made region by region ([`first_plan`]) and improved by large
//! neighbourhood search ([`large_neighbourhood_search`]), each time among the regions of a few units
//! ([`region_listing`]); and it is bounded from below by cutoffs on the first step ([`cutoffs`]).

mod bottleneck;
mod bounds;
mod cutoffs;
mod first_plan;
mod large_neighbourhood_search;
mod level_sums;
mod one_level_first;
mod region_count;
mod region_enumeration;
mod region_listing;
mod region_needs;

use std::sync::Arc;

use rayon::prelude::*;

pub(super) use bounds::step_value;
use bounds::{first_value, no_more_known, unknown};
use cutoffs::CutoffSearch;
pub(super) use region_count::before_listing;

use region_enumeration::{TooManySets, region_sets};
use region_needs::{Needs, UnitSet, ZoneFacts};

use super::candidate_pool::CandidatePool;
use super::cover::ReducedCosts;
use super::objective_steps::Question;
use super::{DesignOrder, Infeasibility, Outcome, Progress, Stage, StepSolved};
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::Goal;

/// Places of zones.
type ZoneSet = Box<[u32]>;

/// Solves the steps over regions of these zones.
pub(super) fn solve(question: Question<'_>, mut level: CandidatePool) -> (Outcome, Vec<StepSolved>) {
    // Limits are on zones: what breaks one by itself is in no region.
    if let Some(why) = level.limit_goals(question, false) {
        return (Outcome::Infeasible { why }, Vec::new());
    }
    let design = JointDesign::new(question, level);
    match question.order {
        DesignOrder::Jointly => design.jointly(),
        DesignOrder::ZonesFirst => one_level_first::zones_first(&design),
        DesignOrder::RegionsFirst => one_level_first::regions_first(&design),
    }
}

struct JointDesign<'a> {
    question: Question<'a>,
    needs: Needs<'a>,
    level: Arc<CandidatePool>,
}

impl<'a> JointDesign<'a> {
    fn new(question: Question<'a>, mut level: CandidatePool) -> Self {
        let problem = question.problem;
        let limited = problem.limits.iter().map(|limit| &limit.goal);
        if problem.objective.goals().chain(limited).any(|goal| *goal == Goal::PeopleMoved) {
            level.add_heirs(question);
        }
        Self { question, needs: Needs::new(question, 0), level: Arc::new(level) }
    }

    /// Solves the steps; the plan is never worse in the first step than a plan to start from.
    fn jointly(&self) -> (Outcome, Vec<StepSolved>) {
        let (outcome, solved) = self.anew();
        let stopped = match &outcome {
            Outcome::Feasible { stopped, .. } | Outcome::Unknown { stopped, .. } => stopped.clone(),
            Outcome::Optimal { .. } | Outcome::Infeasible { .. } => return (outcome, solved),
        };
        let value = |plan| first_value(self.question, plan).unwrap_or(u64::MAX);
        let first = solved.first();
        let found = first.and_then(|step| step.objective).or(outcome.plan().map(value)).unwrap_or(u64::MAX);
        match self.best_start() {
            Some(start) if value(start) < found => {
                let bound = first.and_then(|step| step.bound).unwrap_or(0);
                no_more_known(self.question, start.clone(), bound, stopped)
            }
            _ => (outcome, solved),
        }
    }

    fn anew(&self) -> (Outcome, Vec<StepSolved>) {
        let every = (0..self.level.len()).map(|zone| (zone, 0)).collect();
        let listed = self.candidates(&ReducedCosts { each: every, budget: 0 });
        if let Some(stopped) = self.question.watch.stop() {
            return unknown(None, stopped);
        }
        match listed {
            Ok(candidates) => {
                let units = candidates.uncovered_units(self.question);
                if !units.is_empty() {
                    let why = Infeasibility::UnitsInNoRegion { units };
                    return (Outcome::Infeasible { why }, Vec::new());
                }
                candidates.solve(self.question)
            }
            Err(TooManySets) if self.question.problem.objective.steps()[0].is_bottleneck() => {
                bottleneck::solve(self)
            }
            Err(TooManySets) => match CutoffSearch::new(self) {
                Ok(ceilings) => ceilings.solve(),
                Err(stopped) => unknown(None, stopped),
            },
        }
    }

    fn tell(&self, stage: Stage, incumbent: Option<u64>, bound: Option<u64>) {
        let zones = self.level.len();
        self.question.watch.progress(Progress { step: 0, stage, incumbent, bound, zones, open_branches: 0 });
    }

    /// The plan to start from that is best in the first step.
    fn best_start(&self) -> Option<&'a Plan> {
        self.question.starts.iter().copied().min_by_key(|plan| first_value(self.question, plan))
    }

    /// All regions whose zones have reduced costs within the gap.
    fn candidates(&self, reduced_costs: &ReducedCosts) -> Result<CandidatePool, TooManySets> {
        let every = UnitSet::of(self.question.graph.units(), self.question.territory.units().len());
        let sets = self.sets(reduced_costs, &every, self.question.most_regions)?;
        // Making columns of a million sets takes seconds.
        if self.question.watch.stop().is_some() {
            return Err(TooManySets);
        }
        Ok(self.candidates_of(self.question, sets))
    }

    /// These regions, under the limits of the problem.
    fn candidates_of(&self, question: Question<'_>, sets: Vec<ZoneSet>) -> CandidatePool {
        let mut candidates = CandidatePool::of_regions(question, &self.level, sets);
        _ = candidates.limit(question);
        candidates
    }

    /// All sets of zones with reduced costs within the gap that may be a region, and whose rest of the units
    /// `among` can be regions too.
    fn sets(
        &self,
        reduced_costs: &ReducedCosts,
        among: &UnitSet,
        most: usize,
    ) -> Result<Vec<ZoneSet>, TooManySets> {
        let Question { territory, graph, watch, .. } = self.question;
        let facts = |&(zone, reduced_cost): &(usize, u128)| {
            let units = self.level.units(zone);
            let mut facts = ZoneFacts::new(territory, graph, zone as u32, units, reduced_cost);
            facts.exempt = self.needs.is_exempt(&facts.units);
            facts
        };
        let mut zones: Vec<ZoneFacts> = reduced_costs.each.par_iter().map(facts).collect();
        zones.sort_by_key(|zone| (!zone.exempt, zone.reduced_cost, zone.choice));
        let stop = || watch.stop().is_some();
        let sets = region_sets(&zones, &self.needs, among, reduced_costs.budget, most, &stop)?;
        let choices = |set: &ZoneSet| set.iter().map(|&place| zones[place as usize].choice).collect();
        Ok(sets.iter().map(choices).collect())
    }
}
