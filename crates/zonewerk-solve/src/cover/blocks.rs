//! Independent blocks of the exact cover: where no zone reaches from one part of the territory into
//! another and no side row or conflict row counts zones of both, each part is solved by itself.
//!
//! Branch and bound over the whole would try every combination of branches of the parts; apart, their
//! costs and bounds are only added. The largest block comes last: the cost of the others is known by
//! then, so that its progress can be told as that of the whole, and a block without a plan ends the
//! search before it.

use petgraph::unionfind::UnionFind;
use rayon::prelude::*;

use super::cover_rows::CoverRows;
use super::{CoverEffort, CoverQuestion, CoverResult, Incumbent, search_block};
use crate::Watch;
use crate::watch::Quiet;
use zonewerk_core::territory::Id;

/// Finds the cheapest plan, block by block, or proves that there is none.
pub(crate) fn search(question: &CoverQuestion<'_>, watch: &dyn Watch) -> CoverResult {
    let blocks = blocks(question);
    if blocks.len() == 1 {
        return search_block(question, watch);
    }
    let mut whole = CoverResult::nothing(question.columns.len());
    let mut bounds = Vec::new();
    let columns_of = |required: &Vec<bool>| {
        let touches = |column: usize| required[question.columns.units(column)[0].index()];
        question.columns.passing(touches)
    };
    let mut parts: Vec<(Vec<usize>, Vec<bool>)> =
        blocks.into_iter().map(|required| (columns_of(&required), required)).collect();
    parts.sort_by_key(|(kept, _)| kept.len());
    // The largest comes last and alone, and tells its progress; the others run in parallel.
    let largest = parts.pop();
    let quiet = Quiet(watch);
    let ask = |(kept, required): (Vec<usize>, Vec<bool>), settled: u64, watch: &dyn Watch| {
        let columns = question.columns.select(&kept);
        let rows = CoverRows { required: Some(required), ..question.rows.clone() };
        let start = question.start.as_ref().map(|start| {
            let inside = start.iter().filter_map(|column| kept.binary_search(column).ok());
            inside.collect()
        });
        let most = question.max_cost.map(|most| most.saturating_sub(settled - question.settled));
        let block =
            CoverQuestion { columns: &columns, rows: &rows, start, settled, max_cost: most, ..*question };
        (kept, search_block(&block, watch))
    };
    let mut take = |whole: &mut CoverResult, (kept, found): (Vec<usize>, CoverResult)| {
        bounds.push(found.bound);
        for (&column, bound) in kept.iter().zip(&found.bounds_with) {
            whole.bounds_with[column] = bound.saturating_sub(found.bound);
        }
        let impossible = found.incumbent.is_none() && found.bound >= found.cutoff;
        whole.join(found, &kept);
        !impossible && whole.stopped.is_none()
    };
    let before = |part| ask(part, question.settled, &quiet);
    let smaller: Vec<(Vec<usize>, CoverResult)> = parts.into_par_iter().map(before).collect();
    let goes_on = smaller.into_iter().all(|found| take(&mut whole, found));
    if let Some(part) = largest.filter(|_| goes_on) {
        let settled = question.settled + whole.bound;
        take(&mut whole, ask(part, settled, watch));
    }
    if whole.stopped.is_some() {
        // Blocks that were not searched have no plan of their own.
        let is_whole = |whole: &Incumbent| question.rows.are_kept(question.columns, &whole.cover);
        whole.incumbent = whole.incumbent.filter(is_whole).or_else(|| {
            let cover = question.start.clone()?;
            let objective = cover.iter().map(|&column| question.columns.cost(column)).sum();
            Some(Incumbent { cover, objective })
        });
    }
    let total: u64 = bounds.iter().sum();
    whole.bounds_with.iter_mut().for_each(|bound| *bound += total);
    whole
}

impl CoverResult {
    fn nothing(columns: usize) -> Self {
        Self {
            incumbent: Some(Incumbent { cover: Vec::new(), objective: 0 }),
            bound: 0,
            cutoff: 0,
            stopped: None,
            left_over: Vec::new(),
            effort: CoverEffort { lp_bound: Some(0), cut_bound: None, ..CoverEffort::default() },
            bounds_with: vec![0; columns],
        }
    }

    /// Adds the result of a block, whose column `i` is `kept[i]` of the whole.
    fn join(&mut self, part: Self, kept: &[usize]) {
        let impossible = part.incumbent.is_none() && part.bound >= part.cutoff;
        self.incumbent = self.incumbent.take().zip(part.incumbent).map(|(mut whole, part)| {
            whole.cover.extend(part.cover.into_iter().map(|column| kept[column]));
            whole.objective += part.objective;
            whole
        });
        self.bound += part.bound;
        // A block without a plan leaves the whole without one.
        self.cutoff =
            if impossible { self.bound } else { self.cutoff.max(self.bound).saturating_add(part.cutoff) };
        self.stopped = self.stopped.take().or(part.stopped);
        self.left_over.extend(part.left_over);
        let add = |whole: Option<u64>, part: Option<u64>| Some(whole.unwrap_or(0) + part.unwrap_or(0));
        self.effort = CoverEffort {
            lp_bound: add(self.effort.lp_bound, part.effort.lp_bound),
            cut_bound: add(self.effort.cut_bound, part.effort.cut_bound.or(Some(part.bound))),
            surviving: self.effort.surviving + part.effort.surviving,
            cuts: self.effort.cuts + part.effort.cuts,
            branches: self.effort.branches + part.effort.branches,
        };
    }
}

/// The units of each block, the block with the lowest unit first; one block where a row spans
/// several.
fn blocks(question: &CoverQuestion<'_>) -> Vec<Vec<bool>> {
    let (columns, rows) = (question.columns, question.rows);
    let units = rows.units;
    if rows.counts_zones() || rows.required.is_some() {
        return vec![vec![true; units]];
    }
    let ceilings = rows.sets();
    let mut sets: UnionFind<usize> = UnionFind::new(ceilings + rows.ceilings.len());
    for column in 0..columns.len() {
        let first = columns.units(column)[0].index();
        columns.rows(column, units).for_each(|row| _ = sets.union(first, row));
        for (side, _) in columns.sides(column).enumerate().filter(|&(_, factor)| factor > 0) {
            sets.union(first, ceilings + side);
        }
    }
    let labels = sets.into_labeling();
    let labels = &labels[..units];
    let mut firsts: Vec<usize> = Vec::new();
    for label in labels {
        if !firsts.contains(label) {
            firsts.push(*label);
        }
    }
    firsts.into_iter().map(|first| labels.iter().map(|&label| label == first).collect()).collect()
}
