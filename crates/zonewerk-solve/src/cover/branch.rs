//! Branching on pairs of rows (Ryan and Foster 1981, "An integer programming approach
//! to scheduling"): in a fractional exact cover some two units are together in part, so
//! one branch keeps them together and the other apart; likewise for a unit and the zone of
//! the base plan that its zone continues.
//!
//! Branches are solved two at a time, whatever the number of threads, so that the order of
//! the search does not depend on it.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::cover_columns::CoverColumns;
use super::cover_search::CoverSearch;
use super::restricted_master::{Halt, Master, Relaxed};
use crate::{Stage, Stopped};

/// Branches that are solved at a time.
pub(super) const WORKERS: usize = 2;
/// A dive is made at every so many branches.
const BRANCHES_A_DIVE: usize = 20;

/// A decision on two rows, or on one column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Decision {
    /// In the same zone.
    Together(usize, usize),
    /// In different zones.
    Apart(usize, usize),
    /// This column.
    Zone(usize),
    /// Not this column.
    NotZone(usize),
}

impl Decision {
    pub(super) fn agrees(self, columns: &CoverColumns, column: usize, units: usize) -> bool {
        let holds = |row: usize| columns.rows(column, units).any(|other| other == row);
        match self {
            Self::Together(a, b) => holds(a) == holds(b),
            Self::Apart(a, b) => !(holds(a) && holds(b)),
            Self::Zone(zone) => zone == column || !columns.rows(zone, units).any(holds),
            Self::NotZone(zone) => zone != column,
        }
    }

    pub(super) fn opposite(self) -> Self {
        match self {
            Self::Together(a, b) => Self::Apart(a, b),
            Self::Apart(a, b) => Self::Together(a, b),
            Self::Zone(zone) => Self::NotZone(zone),
            Self::NotZone(zone) => Self::Zone(zone),
        }
    }
}

/// Columns that a branch may still use.
type BranchColumns = Vec<bool>;

/// Solves branches, those with the least bound first, until none can hold a plan below
/// the limit. Column `i` of the masters is number `kept[i]` of the whole pool.
pub(super) fn branch(
    search: &mut CoverSearch<'_>,
    mut workers: [Master<'_>; WORKERS],
    kept: &[usize],
) -> Result<(), Halt> {
    let columns = workers[0].columns();
    let units = search.frame.rows.units;
    let mut waiting: BTreeMap<(u64, usize), BranchColumns> =
        BTreeMap::from([((0, 0), vec![true; columns.len()])]);
    let mut born = 0;
    while let Some((&(bound, _), _)) = waiting.first_key_value() {
        if search.any_plan_will_do && search.incumbent.is_some() {
            return Ok(());
        }
        search.prove(bound);
        if bound >= search.limit() {
            break;
        }
        if search.effort.branches >= search.most_branches {
            return Err(Halt::Stopped(Stopped::Interrupted));
        }
        search.open_branches = waiting.len();
        search.tell(Stage::Branching);
        let batch: Vec<((u64, usize), BranchColumns)> =
            (0..WORKERS).map_while(|_| waiting.pop_first()).collect();
        let (limit, watch) = (search.limit(), search.watch);
        let solved: Vec<Result<Relaxed, Halt>> = workers
            .par_iter_mut()
            .zip(&batch)
            .map(|(worker, (_, open))| worker.relax(open, limit, watch))
            .collect();
        for (place, (((bound, _), mut open), relaxed)) in batch.into_iter().zip(solved).enumerate() {
            let relaxed = relaxed?;
            search.effort.branches += 1;
            search.take_if_whole(&workers[place], kept, &relaxed);
            let limit = search.limit();
            if relaxed.bound >= limit {
                continue;
            }
            let Some(decision) = next_decision(&workers[place], &relaxed, &open) else {
                let cover = only_cover(&workers[place], &open);
                if search.frame.rows.are_kept(columns, &cover) {
                    search.improve(cover.into_iter().map(|column| kept[column]).collect());
                }
                continue;
            };
            if search.effort.branches.is_multiple_of(BRANCHES_A_DIVE) {
                search.dive(&mut workers[place], kept, &open)?;
            }
            open.iter_mut()
                .enumerate()
                .for_each(|(column, open)| *open &= relaxed.bound_with(column) < limit);
            for decision in [decision, decision.opposite()] {
                let agrees =
                    |(column, &open): (usize, &bool)| open && decision.agrees(columns, column, units);
                born += 1;
                waiting
                    .insert((relaxed.bound.max(bound), born), open.iter().enumerate().map(agrees).collect());
            }
        }
    }
    search.open_branches = 0;
    search.prove(u64::MAX);
    Ok(())
}

/// What to decide next; `None` where no two open columns share a row.
pub(super) fn next_decision(master: &Master<'_>, relaxed: &Relaxed, open: &[bool]) -> Option<Decision> {
    let (columns, units) = (master.columns(), master.frame().rows.units);
    let pair = most_undecided_pair(&master.rows_of(&relaxed.solution));
    let decision = pair.map(|(a, b)| Decision::Together(a, b));
    decision.or_else(|| contested(columns, units, &relaxed.solution, open).map(Decision::Zone))
}

/// The only cover that there can be where no two open columns share a row.
pub(super) fn only_cover(master: &Master<'_>, open: &[bool]) -> Vec<usize> {
    let (columns, rows) = (master.columns(), master.frame().rows);
    let needed = |&column: &usize| {
        let mut held = columns.rows(column, rows.units);
        open[column] && held.any(|row| row < rows.units && rows.is_required(row))
    };
    (0..open.len()).filter(needed).collect()
}

/// A column whose rows another open column shares, the most wanted: where no pair is undecided,
/// a ceiling may keep a solution from taking its columns in full.
fn contested(
    columns: &CoverColumns,
    units: usize,
    solution: &[(usize, f64)],
    open: &[bool],
) -> Option<usize> {
    let mut wanted = solution.to_vec();
    wanted.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let has_rivals = |zone: usize| {
        let agrees = |rival: usize| Decision::Zone(zone).agrees(columns, rival, units);
        (0..open.len()).any(|rival| open[rival] && !agrees(rival))
    };
    let all = wanted.into_iter().map(|(zone, _)| zone).chain((0..open.len()).filter(|&zone| open[zone]));
    all.into_iter().find(|&zone| has_rivals(zone))
}

/// The pair of rows that is together in nearest to half of the solution, of those that one
/// column of it holds both and another only one of; `None` when there is none.
fn most_undecided_pair(solution: &[(Vec<usize>, f64)]) -> Option<(usize, usize)> {
    let mut held: BTreeMap<usize, f64> = BTreeMap::new();
    let mut together: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for (rows, value) in solution {
        for (place, &a) in rows.iter().enumerate() {
            *held.entry(a).or_default() += value;
            for &b in &rows[place + 1..] {
                *together.entry((a, b)).or_default() += value;
            }
        }
    }
    let distance = |value: f64| (value - 0.5).abs();
    let is_undecided = |&((a, b), both): &((usize, usize), f64)| {
        distance(both) < 0.5 - 1e-6 && held[&a].max(held[&b]) - both > 1e-6
    };
    let undecided = together.into_iter().filter(is_undecided);
    undecided.min_by(|a, b| distance(a.1).total_cmp(&distance(b.1)).then(a.0.cmp(&b.0))).map(|(pair, _)| pair)
}
