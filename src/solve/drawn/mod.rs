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
mod listing;
mod sets;
mod zones;

use std::sync::Arc;

use rayon::prelude::*;

use ceilings::Ceilings;
use known::unknown;
use sets::{TooManySets, region_sets};
use zones::{Marks, Needs, ZoneFacts};

use super::cover::Excesses;
use super::steps::{Field, Question};
use super::{Infeasibility, Outcome, StepSolved};
use crate::problem::Goal;

/// Places of zones.
type Set = Box<[u32]>;

/// Solves the steps over regions of these zones.
pub(super) fn solve(question: Question<'_>, level: Field) -> (Outcome, Vec<StepSolved>) {
    let mut level = level;
    let problem = question.problem;
    let limited = problem.limits.iter().map(|limit| &limit.goal);
    if problem.objective.goals().chain(limited).any(|goal| *goal == Goal::PeopleMoved) {
        level.label(question);
    }
    let drawing = Drawing { question, needs: Needs::new(question, 0), level: Arc::new(level) };
    let every = (0..drawing.level.len()).map(|zone| (zone, 0)).collect();
    match drawing.field(&Excesses { each: every, budget: 0 }) {
        Ok(field) => {
            let units = field.in_none(question);
            if !units.is_empty() {
                let why = Infeasibility::UnitsInNoRegion { units };
                return (Outcome::Infeasible { why }, Vec::new());
            }
            field.solve(question)
        }
        Err(TooManySets) => match Ceilings::new(&drawing) {
            Ok(ceilings) => ceilings.solve(),
            Err(stopped) => unknown(None, stopped),
        },
    }
}

struct Drawing<'a> {
    question: Question<'a>,
    needs: Needs<'a>,
    level: Arc<Field>,
}

impl Drawing<'_> {
    /// All regions of zones within a budget.
    fn field(&self, excesses: &Excesses) -> Result<Field, TooManySets> {
        let every = Marks::of(self.question.graph.units(), self.question.territory.units().len());
        Ok(self.field_of(self.question, self.sets(excesses, &every, self.question.most_regions)?))
    }

    /// These regions, under the limits of the problem.
    fn field_of(&self, question: Question<'_>, sets: Vec<Set>) -> Field {
        let mut field = Field::of_regions(question, &self.level, sets);
        field.limit(question);
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
