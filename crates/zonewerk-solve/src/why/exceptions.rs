//! Which exceptions any plan needs.

use std::collections::BTreeSet;

use super::case::Case;
use super::query::{Query, Truth};
use super::quick_explain::needed_of;
use super::{Impossible, Looking, Step};
use crate::beyond;
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
    /// That there is no plan with all of them.
    pub impossible: Option<Impossible>,
    /// Whether this is about all plans that the rules allow, and not only about those that are drawn.
    pub is_of_all: bool,
    /// Whether all of this was found out in time.
    pub is_sure: bool,
}

/// Finds out which exceptions any plan needs, by the number of those that are used: sets are
/// followed that hit a conflict of those that are not (hitting set tree, Reiter 1987).
pub fn exception_needs(instance: &Instance<'_>, looking: Looking<'_>) -> ExceptionNeeds {
    let case = Case::of(instance);
    let query = Query { options: looking.options, watch: looking.watch };
    let all: Vec<usize> = (0..case.problem.exceptions.len()).collect();
    // Each exception that is left out allows less.
    let is_of_all = beyond::of(&case.territory, &case.problem).is_empty();
    let mut needs = ExceptionNeeds { is_sure: true, is_of_all, ..ExceptionNeeds::default() };
    looking.tell.step(Step::Conflict);
    let truth = |kept: &BTreeSet<usize>| query.ask(&case.with_exceptions(kept), None, None);
    match truth(&all.iter().copied().collect()) {
        Truth::Yes(_) => {}
        Truth::No(refuted) => {
            return ExceptionNeeds { impossible: Some(Impossible::of(&refuted, &case)), ..needs };
        }
        Truth::TooLarge | Truth::Unknown => return ExceptionNeeds { is_sure: false, ..needs },
    }
    for &one in &all {
        match truth(&all.iter().copied().filter(|&other| other != one).collect()) {
            Truth::Yes(_) => {}
            Truth::No(_) => _ = needs.forced.insert(one),
            Truth::TooLarge | Truth::Unknown => needs.is_sure = false,
        }
    }
    let mut level: BTreeSet<BTreeSet<usize>> = BTreeSet::from([needs.forced.clone()]);
    while needs.smallest.is_empty() && !level.is_empty() && needs.is_sure {
        needs.fewest = level.first().map_or(0, BTreeSet::len);
        let mut next = BTreeSet::new();
        for kept in &level {
            looking.tell.step(Step::WaysOut { changes: kept.len() as u64, found: needs.smallest.len() });
            match truth(kept) {
                Truth::Yes(zones) => {
                    if needs.smallest.is_empty() {
                        needs.zones = zones;
                    }
                    needs.smallest.push(kept.clone());
                }
                Truth::TooLarge | Truth::Unknown => needs.is_sure = false,
                Truth::No(_) => {
                    let left: Vec<usize> = all.iter().copied().filter(|one| !kept.contains(one)).collect();
                    let conflict = needed_of(&left, &mut |dropped| {
                        let kept = all.iter().copied().filter(|one| !dropped.contains(one)).collect();
                        matches!(truth(&kept), Truth::No(_))
                    });
                    next.extend(conflict.into_iter().map(|one| {
                        let mut more = kept.clone();
                        more.insert(one);
                        more
                    }));
                }
            }
        }
        level = next;
    }
    if query.is_stopped() {
        needs.is_sure = false;
    }
    needs
}
