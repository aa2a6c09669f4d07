//! A plan for the exact engine to begin with, found by [search](super::search): where zones that are cheap
//! do not fit beside each other of themselves, the relaxation leads to poor plans, and what cannot be
//! in a better plan is told from how good the best one is.

use rayon::prelude::*;

use super::cover::{self, Columns, Rows};
use super::field::Field;
use super::search;
use super::steps::Question;

/// Columns from which on a search is worth its time.
const MANY: usize = 5_000;

/// The columns of a plan of a step; `None` where none is found, or columns are few.
pub(super) fn plan_by_search(
    question: Question<'_>,
    (field, columns, rows): (&Field, &Columns, &Rows),
    step: usize,
) -> Option<Vec<usize>> {
    if field.len() < MANY {
        return None;
    }
    let mut zones = search::first_zones(question)?;
    zones.sort_unstable();
    let is_in_plan =
        |column: &usize| zones.binary_search_by(|zone| zone.as_slice().cmp(field.units(*column))).is_ok();
    let of_plan: Vec<usize> = (0..field.len()).into_par_iter().filter(is_in_plan).collect();
    let few = columns.select(&of_plan);
    // What each zone claims is chosen among them.
    let asked = field.asked(question, &few, rows, step);
    let plan = cover::quick_plan(&asked, question.watch)?;
    Some(plan.into_iter().map(|column| of_plan[column]).collect())
}
