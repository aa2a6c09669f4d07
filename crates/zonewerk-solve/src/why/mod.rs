//! Why there is no plan: what cannot be together, none of it to be missed, and the cheapest ways
//! out, each with a plan that shows that it is enough.
//!
//! Rests on the solver's answers to many questions ([`crate::feasibility`]): "impossible" is
//! proved each time, and a way out has a plan that the caller can audit.

mod conflict;
mod conflict_sums;
mod demands;
mod exception_edits;
mod least_number;
mod needed_exceptions;
mod quick_explain;
mod truth_query;
mod ways_out;
mod why_question;

pub use conflict::Conflict;
pub use conflict_sums::ConflictSums;
pub use demands::Demand;
pub use exception_edits::ExceptionEdits;
pub use needed_exceptions::{ExceptionNeeds, exception_needs};
pub use ways_out::{RelaxedZone, WayOut, Ways};
pub use why_question::{GoalBasis, WhyQuestion};

use std::collections::BTreeSet;

use crate::{Infeasibility, Options, UntilFound, Watch, plan_of_zones, solve_from};
use truth_query::{Query, Refuted, Truth};
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{Instance, Regions};
use zonewerk_core::territory::UnitId;

/// How to look.
#[derive(Clone, Copy)]
pub struct Looking<'a> {
    /// How to solve.
    pub options: &'a Options,
    /// Ends the work early.
    pub watch: &'a dyn Watch,
    /// Is told what is being done.
    pub tell: &'a dyn WhyWatch,
    /// How far a zone may be outside its bounds in a way out, in percent of each bound.
    pub percent: u64,
    /// Changes of a way out, at most.
    pub most_changes: u64,
}

/// Who is told of the work.
pub trait WhyWatch: Sync {
    /// What is done now.
    fn step(&self, step: WhyStage);
}

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyStage {
    /// Finding what cannot be together.
    Conflict,
    /// Looking for ways out.
    WaysOut {
        /// With so many changes.
        changes: u64,
        /// Ways found so far.
        found: usize,
    },
}

/// The answer.
#[derive(Clone, Debug)]
pub enum Diagnosis {
    /// There is a plan, with zones of these units.
    Possible(Vec<Vec<UnitId>>),
    /// There is none.
    Impossible {
        /// What the proof is about.
        proved: Impossible,
        /// What cannot be together.
        conflict: Conflict,
        /// Sums over its units.
        sums: ConflictSums,
        /// The ways out.
        ways: Box<Ways>,
    },
    /// Neither was found in time.
    Unknown,
}

/// What a proof that there is no plan is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Impossible {
    /// Whether it is about all plans that the rules allow, and not only about those that are drawn
    /// (see [`crate::beyond`]).
    pub is_of_all: bool,
    /// The proof, where it is one of sums or of single units.
    pub why: Option<Box<Infeasibility>>,
}

impl Impossible {
    fn of(refuted: &Refuted, case: &WhyQuestion) -> Self {
        Self { is_of_all: refuted.is_of_all(case), why: refuted.proof.clone() }
    }
}

/// Finds out why there is no plan. `links` are pairs of units that a link could join.
pub fn why(instance: &Instance<'_>, links: &[(UnitId, UnitId)], looking: Looking<'_>) -> Diagnosis {
    let demands = WhyQuestion::of(instance).demands(links);
    why_without(instance, &demands, &BTreeSet::new(), looking)
}

/// The same, where only these demands may be in the way, and none of `fixed` is dropped in a way
/// out.
pub fn why_without(
    instance: &Instance<'_>,
    demands: &BTreeSet<Demand>,
    fixed: &BTreeSet<Demand>,
    looking: Looking<'_>,
) -> Diagnosis {
    let case = &WhyQuestion::of(instance);
    let query = Query { options: looking.options, watch: looking.watch };
    looking.tell.step(WhyStage::Conflict);
    let proved = match query.ask(case, None, None) {
        Truth::Yes(zones) => return Diagnosis::Possible(zones),
        Truth::No(refuted) => Impossible::of(&refuted, case),
        Truth::TooLarge | Truth::Unknown => return Diagnosis::Unknown,
    };
    let Some(found) = conflict::conflict(&query, case, demands, demands, None) else {
        return Diagnosis::Unknown;
    };
    let sums = ConflictSums::of(case, demands, &found, &query);
    let search = WhySearch { query: &query, case, demands, fixed, tell: looking.tell };
    let ways = ways_out::ways_out(&search, &found, looking.percent, looking.most_changes);
    Diagnosis::Impossible { proved, conflict: found, sums, ways: Box::new(ways) }
}

struct WhySearch<'a> {
    query: &'a Query<'a>,
    case: &'a WhyQuestion,
    demands: &'a BTreeSet<Demand>,
    fixed: &'a BTreeSet<Demand>,
    tell: &'a dyn WhyWatch,
}

impl WhySearch<'_> {
    fn tell(&self, step: WhyStage) {
        self.tell.step(step);
    }

    /// Whether ways out may not drop a demand.
    fn is_fixed(&self, demand: &Demand) -> bool {
        self.fixed.contains(demand)
    }

    /// Whether exceptions for zones can be tried.
    fn may_relax(&self) -> bool {
        self.case.problem.regions != Regions::Drawn
    }

    fn named(&self, case: &WhyQuestion, zones: Vec<Vec<UnitId>>) -> Plan {
        let WhyQuestion { territory, graph, problem, .. } = case;
        let drawn = (problem.regions == Regions::Drawn).then(|| {
            let until = UntilFound::new(self.query.watch);
            solve_from((territory, graph, problem), self.query.options, &[], &until).outcome.plan().cloned()
        });
        drawn.flatten().unwrap_or_else(|| plan_of_zones(territory, graph, problem, zones))
    }
}
