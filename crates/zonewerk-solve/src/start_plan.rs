//! A plan for the exact engine to begin with, found by [search](super::search): where zones that are cheap
//! do not fit beside each other of themselves, the relaxation leads to poor plans, and what cannot be
//! in a better plan is told from how good the best one is.

use rayon::prelude::*;

use super::candidate_pool::CandidatePool;
use super::cover::{self, CoverColumns, CoverRows};
use super::objective_steps::Question;
use super::search;

/// Columns from which on a search is worth its time.
const MANY: usize = 5_000;

/// The columns of a plan of a step; `None` where none is found, or columns are few.
pub(super) fn plan_by_search(
    question: Question<'_>,
    (candidates, columns, rows): (&CandidatePool, &CoverColumns, &CoverRows),
    step: usize,
) -> Option<Vec<usize>> {
    if candidates.len() < MANY {
        return None;
    }
    let mut zones = search::first_zones(question)?;
    zones.sort_unstable();
    let is_in_plan = |column: &usize| {
        zones.binary_search_by(|zone| zone.as_slice().cmp(candidates.units(*column))).is_ok()
    };
    let of_plan: Vec<usize> = (0..candidates.len()).into_par_iter().filter(is_in_plan).collect();
    let few = columns.select(&of_plan);
    // The conflict rows of each zone are chosen among them.
    let asked = candidates.cover_question(question, &few, rows, step);
    let plan = cover::quick_plan(&asked, question.watch)?;
    Some(plan.into_iter().map(|column| of_plan[column]).collect())
}
