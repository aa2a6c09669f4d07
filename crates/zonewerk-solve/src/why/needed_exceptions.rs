//! Which exceptions any plan needs.

use std::collections::BTreeSet;

use super::quick_explain::needed_of;
use super::truth_query::{Query, Truth};
use super::why_question::WhyQuestion;
use super::{Impossible, Looking, WhyStage};
use crate::undrawn_plans;
use zonewerk_core::problem::Instance;
use zonewerk_core::territory::UnitId;

/// Which of the exceptions of a problem a plan needs; they are told by their places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExceptionNeeds {
    /// Those without which there is no plan, whatever others are used.
    pub forced: BTreeSet<usize>,
    /// The smallest sets with which there is a plan, all of them; ascending.
    pub smallest: Vec<BTreeSet<usize>>,
    /// The zones of a plan with the first of those.
    pub zones: Vec<Vec<UnitId>>,
    /// Proved: no set of fewer does.
    pub fewest: usize,
    /// Whether there is a plan with all of them; `None` where that was not found out.
    pub with_all: Option<bool>,
    /// That there is no plan, whichever of them are made.
    pub impossible: Option<Impossible>,
    /// Whether this is about all plans that the rules allow, and not only about those that are drawn.
    pub is_of_all: bool,
    /// Whether all of this was found out in time.
    pub is_sure: bool,
}

/// Finds out which exceptions any plan needs, by the number of those that are used: sets are
/// followed that hit a conflict of those that are not (hitting set tree, Reiter 1987). An exception
/// may have narrower bounds than others, so that fewer of them may allow more: a conflict is one of
/// the question where each of them allows what any set of them does, and where that has a plan every
/// larger set is followed.
pub fn exception_needs(instance: &Instance<'_>, looking: Looking<'_>) -> ExceptionNeeds {
    let case = WhyQuestion::of(instance);
    let query = Query { options: looking.options, watch: looking.watch };
    let all: BTreeSet<usize> = (0..case.problem.exceptions.len()).collect();
    let search = ExceptionSearch { case: &case, query: &query, looking };
    let is_of_all = undrawn_plans::of(&case.territory, &case.problem).is_empty();
    let mut needs = ExceptionNeeds { is_sure: true, is_of_all, ..ExceptionNeeds::default() };
    looking.tell.step(WhyStage::Conflict);
    needs.with_all = match search.truth(&all) {
        Truth::Yes(_) => Some(true),
        Truth::No(_) => Some(false),
        Truth::TooLarge | Truth::Unknown => None,
    };
    if needs.with_all.is_none() {
        return ExceptionNeeds { is_sure: false, ..needs };
    }
    if let Truth::No(refuted) = search.any_of(&all) {
        return ExceptionNeeds { impossible: Some(Impossible::of(&refuted, &case)), ..needs };
    }
    for &one in &all {
        let others: BTreeSet<usize> = all.iter().copied().filter(|&other| other != one).collect();
        match search.is_needed(&others) {
            Some(true) => _ = needs.forced.insert(one),
            Some(false) => {}
            None => needs.is_sure = false,
        }
    }
    if needs.is_sure {
        let found = search.smallest(&needs.forced, &all);
        needs.is_sure = found.is_sure;
        needs.fewest = found.fewest;
        (needs.smallest, needs.zones) = (found.smallest, found.zones);
        if needs.smallest.is_empty() && needs.is_sure && !query.is_stopped() {
            needs.forced.clear();
            needs.impossible = Some(Impossible { is_of_all, why: None });
        }
    }
    if query.is_stopped() {
        needs.is_sure = false;
    }
    needs
}

struct ExceptionSearch<'a> {
    case: &'a WhyQuestion,
    query: &'a Query<'a>,
    looking: Looking<'a>,
}

/// The smallest sets with which there is a plan.
struct Smallest {
    smallest: Vec<BTreeSet<usize>>,
    zones: Vec<Vec<UnitId>>,
    fewest: usize,
    is_sure: bool,
}

impl ExceptionSearch<'_> {
    /// Whether there is a plan with exactly these.
    fn truth(&self, kept: &BTreeSet<usize>) -> Truth {
        self.query.ask(&self.case.with_exceptions(kept), None, None)
    }

    /// Whether there are zones of which each may be made with some of these: where there are none, no
    /// set of them has a plan.
    fn any_of(&self, kept: &BTreeSet<usize>) -> Truth {
        self.query.ask(&self.case.with_any_exceptions(kept), None, None)
    }

    /// Whether no set of these has a plan.
    fn is_needed(&self, others: &BTreeSet<usize>) -> Option<bool> {
        if let Truth::Yes(_) = self.truth(others) {
            return Some(false);
        }
        if let Truth::No(_) = self.any_of(others) {
            return Some(true);
        }
        let found = self.smallest(&BTreeSet::new(), others);
        found.is_sure.then_some(found.smallest.is_empty())
    }

    /// The smallest sets of these with a plan that hold all of `forced`.
    fn smallest(&self, forced: &BTreeSet<usize>, all: &BTreeSet<usize>) -> Smallest {
        let mut found = Smallest { smallest: Vec::new(), zones: Vec::new(), fewest: 0, is_sure: true };
        let mut level: BTreeSet<BTreeSet<usize>> = BTreeSet::from([forced.clone()]);
        while found.smallest.is_empty() && !level.is_empty() && found.is_sure && !self.query.is_stopped() {
            found.fewest = level.first().map_or(0, BTreeSet::len);
            let mut next = BTreeSet::new();
            for kept in &level {
                let step = WhyStage::WaysOut { changes: kept.len() as u64, found: found.smallest.len() };
                self.looking.tell.step(step);
                match self.truth(kept) {
                    Truth::Yes(zones) => {
                        if found.smallest.is_empty() {
                            found.zones = zones;
                        }
                        found.smallest.push(kept.clone());
                    }
                    Truth::TooLarge | Truth::Unknown => found.is_sure = false,
                    Truth::No(_) => next.extend(self.in_the_way(kept, all).into_iter().map(|one| {
                        let mut more = kept.clone();
                        more.insert(one);
                        more
                    })),
                }
            }
            level = next;
        }
        found.is_sure &= !self.query.is_stopped();
        found
    }

    /// Of the exceptions that are not kept, some of which every larger set with a plan holds one.
    fn in_the_way(&self, kept: &BTreeSet<usize>, all: &BTreeSet<usize>) -> Vec<usize> {
        let left: Vec<usize> = all.difference(kept).copied().collect();
        let mut is_impossible = |dropped: &[usize]| {
            let kept = all.iter().copied().filter(|one| !dropped.contains(one)).collect();
            matches!(self.any_of(&kept), Truth::No(_))
        };
        if is_impossible(&left) { needed_of(&left, &mut is_impossible) } else { left }
    }
}
