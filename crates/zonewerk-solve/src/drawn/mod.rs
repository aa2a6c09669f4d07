//! Zones and regions drawn together: a region is a column of its own, a set of zones, and a plan
//! is an exact cover of the units by regions.
//!
//! Where all sets of zones that may be a region can be listed, the steps of the objective are
//! solved over all of them. Else a plan is made region by region ([`first`]) and bettered a few
//! regions at a time ([`better`]), each time among the regions that the units in hand allow
//! ([`listing`]); and it is bounded from below by ceilings on the first step ([`ceilings`]).

mod better;
mod ceilings;
mod first;
mod known;
mod largest;
mod level_sums;
mod listing;
mod ordered;
mod sets;
mod sums;
mod zones;

use std::sync::Arc;

use rayon::prelude::*;

use ceilings::Ceilings;
pub(super) use known::step_value;
use known::{first_value, no_more_known, unknown};
pub(super) use sums::before_listing;

use sets::{TooManySets, region_sets};
use zones::{Marks, Needs, ZoneFacts};

use super::cover::Excesses;
use super::field::Field;
use super::steps::Question;
use super::{Infeasibility, Order, Outcome, Progress, Stage, StepSolved};
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::Goal;

/// Places of zones.
type Set = Box<[u32]>;

/// Solves the steps over regions of these zones.
pub(super) fn solve(question: Question<'_>, mut level: Field) -> (Outcome, Vec<StepSolved>) {
    // Limits are on zones: what breaks one by itself is in no region.
    if let Some(why) = level.limit_goals(question, false) {
        return (Outcome::Infeasible { why }, Vec::new());
    }
    let drawing = Drawing::new(question, level);
    match question.order {
        Order::Jointly => drawing.jointly(),
        Order::ZonesFirst => ordered::zones_first(&drawing),
        Order::RegionsFirst => ordered::regions_first(&drawing),
    }
}

struct Drawing<'a> {
    question: Question<'a>,
    needs: Needs<'a>,
    level: Arc<Field>,
}

impl<'a> Drawing<'a> {
    fn new(question: Question<'a>, mut level: Field) -> Self {
        let problem = question.problem;
        let limited = problem.limits.iter().map(|limit| &limit.goal);
        if problem.objective.goals().chain(limited).any(|goal| *goal == Goal::PeopleMoved) {
            level.label(question);
        }
        Self { question, needs: Needs::new(question, 0), level: Arc::new(level) }
    }

    /// Solves the steps, and never comes to more in the first than a plan to start from.
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
        let listed = self.field(&Excesses { each: every, budget: 0 });
        if let Some(stopped) = self.question.watch.stop() {
            return unknown(None, stopped);
        }
        match listed {
            Ok(field) => {
                let units = field.in_none(self.question);
                if !units.is_empty() {
                    let why = Infeasibility::UnitsInNoRegion { units };
                    return (Outcome::Infeasible { why }, Vec::new());
                }
                field.solve(self.question)
            }
            Err(TooManySets) if self.question.problem.objective.steps()[0].is_bottleneck() => {
                largest::solve(self)
            }
            Err(TooManySets) => match Ceilings::new(self) {
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

    /// All regions of zones within a budget.
    fn field(&self, excesses: &Excesses) -> Result<Field, TooManySets> {
        let every = Marks::of(self.question.graph.units(), self.question.territory.units().len());
        let sets = self.sets(excesses, &every, self.question.most_regions)?;
        // Making columns of a million sets takes seconds.
        if self.question.watch.stop().is_some() {
            return Err(TooManySets);
        }
        Ok(self.field_of(self.question, sets))
    }

    /// These regions, under the limits of the problem.
    fn field_of(&self, question: Question<'_>, sets: Vec<Set>) -> Field {
        let mut field = Field::of_regions(question, &self.level, sets);
        _ = field.limit(question);
        field
    }

    /// All sets of zones within a budget that may be a region and leave of the units `among` what
    /// may be regions.
    fn sets(&self, excesses: &Excesses, among: &Marks, most: usize) -> Result<Vec<Set>, TooManySets> {
        let Question { territory, graph, watch, .. } = self.question;
        let facts = |&(zone, excess): &(usize, u128)| {
            let units = self.level.units(zone);
            let mut facts = ZoneFacts::new(territory, graph, zone as u32, units, excess);
            facts.loose = self.needs.is_loose(&facts.units);
            facts
        };
        let mut zones: Vec<ZoneFacts> = excesses.each.par_iter().map(facts).collect();
        zones.sort_by_key(|zone| (!zone.loose, zone.excess, zone.choice));
        let stop = || watch.stop().is_some();
        let sets = region_sets(&zones, &self.needs, among, excesses.budget, most, &stop)?;
        let choices = |set: &Set| set.iter().map(|&place| zones[place as usize].choice).collect();
        Ok(sets.iter().map(choices).collect())
    }
}
