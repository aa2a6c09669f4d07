//! The backbone query: for each pair of units, a plan within a cost limit that has them in one zone and
//! one that has them in two, or a proof that there is none.
//!
//! One search for each pair and way would be thousands of searches. Most are answered without one: the
//! bound of the relaxation with cuts tells which columns such plans can hold, and a pair that none of
//! these columns separates, or none joins, is settled. For each other pair the columns that disagree
//! are closed, and either the relaxation reaches the cutoff, or a dive finds a plan, which is a witness
//! for many pairs at once, or branching decides. Each answer closes columns for the questions to come.

use rayon::prelude::*;

use super::branch::{Decision, WORKERS};
use super::cover_columns::CoverColumns;
use super::cover_search::CoverSearch;
use super::diving;
use super::restricted_master::{Halt, Master, RelaxationFrame};
use super::{CoverQuestion, Incumbent};
use crate::watch::Quiet;
use crate::{Progress, Stage, Stopped, Watch};

/// Whether some plan has a pair together (or apart).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PairAnswer {
    /// One has, the plan of this number.
    Witness(usize),
    /// Proved: none has.
    Impossible,
    /// Not found, and not proved.
    Unknown,
}

/// What is known of each pair.
pub(crate) struct PairAnswers {
    /// Per pair, of plans that have it together, and of plans that have it apart.
    pub(crate) of_pairs: Vec<[PairAnswer; 2]>,
    /// The plans that are witnesses: first those that were given.
    pub(crate) plans: Vec<Incumbent>,
    /// Why the query ended early, if it did.
    pub(crate) stopped: Option<Stopped>,
}

/// Asks for each pair whether a plan within the cost limit of the question has it together, and whether
/// one has it apart. `known` are some such plans, at least one; or all of them.
pub(crate) fn query_backbone(
    question: &CoverQuestion<'_>,
    pairs: &[(usize, usize)],
    known: &[Incumbent],
    are_all: bool,
    watch: &dyn Watch,
) -> PairAnswers {
    let mut look = BackboneQuery {
        question,
        pairs,
        found: PairAnswers {
            of_pairs: vec![[PairAnswer::Unknown; 2]; pairs.len()],
            plans: Vec::new(),
            stopped: None,
        },
    };
    for plan in known {
        look.see(plan);
        look.found.plans.push(plan.clone());
    }
    if are_all {
        let answers = look.found.of_pairs.iter_mut().flatten();
        answers
            .filter(|answer| **answer == PairAnswer::Unknown)
            .for_each(|answer| *answer = PairAnswer::Impossible);
    } else if let Err(halt) = look.settle(watch) {
        look.found.stopped = Some(halt.into_stopped());
    }
    look.found
}

struct BackboneQuery<'q, 'a> {
    question: &'q CoverQuestion<'a>,
    pairs: &'q [(usize, usize)],
    found: PairAnswers,
}

/// A question: a pair, and which way (0 together, 1 apart).
type PairQuestion = (usize, usize);

impl BackboneQuery<'_, '_> {
    /// Takes a plan, by numbers of the whole pool, as a witness of what it shows; whether that is new.
    fn see(&mut self, plan: &Incumbent) -> bool {
        let columns = self.question.columns;
        let mut zone_of = vec![usize::MAX; self.question.rows.units];
        for &column in &plan.cover {
            let units = columns.rows(column, zone_of.len()).take(columns.units(column).len());
            units.for_each(|unit| zone_of[unit] = column);
        }
        let number = self.found.plans.len();
        let mut is_new = false;
        for (answer, &(a, b)) in self.found.of_pairs.iter_mut().zip(self.pairs) {
            let way = usize::from(zone_of[a] != zone_of[b]);
            if answer[way] == PairAnswer::Unknown {
                answer[way] = PairAnswer::Witness(number);
                is_new = true;
            }
        }
        is_new
    }

    fn settle(&mut self, watch: &dyn Watch) -> Result<(), Halt> {
        let quiet = Quiet(watch);
        let question = self.question;
        let frame = question.frame();
        let limit = frame.cutoff;
        let mut search = CoverSearch::new(question.columns, frame, question.step, &quiet);
        let (master, relaxed) = search.relax()?;
        let within = question.columns.passing(|column| relaxed.bound_with(column) < limit);
        let pool = question.columns.select(&within);
        let mut master = master.restricted(&pool, &within);
        let mut search = CoverSearch::new(question.columns, frame, question.step, &quiet);
        let relaxed = search.cut(&mut master, &within)?;
        let left = pool.passing(|column| relaxed.bound_with(column) < limit);
        let columns = pool.select(&left);
        let kept: Vec<usize> = left.iter().map(|&column| within[column]).collect();
        let mut workers = [0; WORKERS].map(|_| master.restricted(&columns, &left));
        let bounds: Vec<u64> = left.iter().map(|&column| relaxed.bound_with(column)).collect();
        let mut open = OpenColumns::new(&columns, frame.rows.units, self.pairs);
        let ease = open.ease(&bounds);
        loop {
            open.close(&mut self.found.of_pairs);
            self.tell(watch);
            let batch = self.next(&ease);
            if batch.is_empty() {
                return Ok(());
            }
            let asked: Vec<Vec<bool>> = batch.iter().map(|&(pair, way)| open.with(pair, way)).collect();
            let answers: Vec<Result<Option<Vec<usize>>, Halt>> = workers
                .par_iter_mut()
                .zip(&asked)
                .map(|(worker, open)| some_plan(worker, open, frame, question.step, &quiet))
                .collect();
            for ((pair, way), answer) in batch.into_iter().zip(answers) {
                match answer? {
                    None => self.found.of_pairs[pair][way] = PairAnswer::Impossible,
                    Some(cover) => {
                        let cover: Vec<usize> = cover.into_iter().map(|column| kept[column]).collect();
                        let objective = cover.iter().map(|&column| question.columns.cost(column)).sum();
                        let plan = Incumbent { cover, objective };
                        if self.see(&plan) {
                            self.found.plans.push(plan);
                        }
                    }
                }
            }
        }
    }

    /// The next questions, of different pairs: those first whose columns are cheapest, for a plan
    /// answers many and a proof one.
    fn next(&self, ease: &[[u64; 2]]) -> Vec<PairQuestion> {
        let mut open: Vec<(u64, PairQuestion)> = Vec::new();
        for (pair, answers) in self.found.of_pairs.iter().enumerate() {
            let way = answers.iter().position(|&answer| answer == PairAnswer::Unknown);
            open.extend(way.map(|way| (ease[pair][way], (pair, way))));
        }
        open.sort_unstable();
        open.into_iter().take(WORKERS).map(|(_, way)| way).collect()
    }

    fn tell(&self, watch: &dyn Watch) {
        let is_known =
            |answers: &&[PairAnswer; 2]| answers.iter().all(|&answer| answer != PairAnswer::Unknown);
        let known = self.found.of_pairs.iter().filter(is_known).count();
        let least = self.found.plans.first().map(|plan| plan.objective);
        watch.progress(Progress {
            step: self.question.step,
            stage: Stage::SettlingPairs { known, of: self.pairs.len() },
            incumbent: least,
            bound: least,
            zones: self.question.columns.len(),
            open_branches: 0,
        });
    }
}

/// Some plan of open columns, or a proof that there is none.
fn some_plan(
    master: &mut Master<'_>,
    open: &[bool],
    frame: RelaxationFrame<'_>,
    step: usize,
    watch: &dyn Watch,
) -> Result<Option<Vec<usize>>, Halt> {
    let limit = frame.cutoff;
    let relaxed = master.relax(open, limit, watch)?;
    if relaxed.bound >= limit {
        return Ok(None);
    }
    if let Some(cover) = master.whole(&relaxed.solution) {
        return Ok(Some(cover));
    }
    if let Some(cover) = diving::dive(master, open, limit, watch)? {
        return Ok(Some(cover));
    }
    let within: Vec<usize> =
        (0..open.len()).filter(|&column| open[column] && relaxed.bound_with(column) < limit).collect();
    let mut search = CoverSearch::new(master.columns(), frame, step, watch);
    search.any_plan_will_do = true;
    search.search_within(master, within)?;
    Ok(search.incumbent.map(|incumbent| incumbent.cover))
}

/// The columns that a plan below the cutoff may hold.
struct OpenColumns {
    open: Vec<bool>,
    /// Per pair, the columns that hold both, and those that hold one.
    ways: Vec<[Vec<u32>; 2]>,
}

impl OpenColumns {
    fn new(columns: &CoverColumns, units: usize, pairs: &[(usize, usize)]) -> Self {
        let ways = |&(a, b): &(usize, usize)| {
            let mut ways = [Vec::new(), Vec::new()];
            for column in 0..columns.len() {
                let together = Decision::Together(a, b).agrees(columns, column, units);
                let apart = Decision::Apart(a, b).agrees(columns, column, units);
                match (together, apart) {
                    (true, false) => ways[0].push(column as u32),
                    (false, _) => ways[1].push(column as u32),
                    (true, true) => {}
                }
            }
            ways
        };
        Self { open: vec![true; columns.len()], ways: pairs.par_iter().map(ways).collect() }
    }

    /// Per pair and way, the least bound of a column that has it so.
    fn ease(&self, bounds: &[u64]) -> Vec<[u64; 2]> {
        let least =
            |way: &Vec<u32>| way.iter().map(|&column| bounds[column as usize]).min().unwrap_or(u64::MAX);
        self.ways.iter().map(|[both, one]| [least(both), least(one)]).collect()
    }

    /// Closes the columns that disagree with what is settled, and settles pairs by the columns
    /// that are left, until nothing changes.
    fn close(&mut self, answers: &mut [[PairAnswer; 2]]) {
        loop {
            let mut changes = false;
            for (answers, ways) in answers.iter_mut().zip(&mut self.ways) {
                for (answer, way) in answers.iter_mut().zip(ways) {
                    way.retain(|&column| self.open[column as usize]);
                    if *answer == PairAnswer::Unknown && way.is_empty() {
                        *answer = PairAnswer::Impossible;
                        changes = true;
                    }
                    if *answer == PairAnswer::Impossible && !way.is_empty() {
                        way.drain(..).for_each(|column| self.open[column as usize] = false);
                        changes = true;
                    }
                }
            }
            if !changes {
                return;
            }
        }
    }

    /// The open columns that have a pair so: without those that have it the other way.
    fn with(&self, pair: usize, way: usize) -> Vec<bool> {
        let mut open = self.open.clone();
        self.ways[pair][1 - way].iter().for_each(|&column| open[column as usize] = false);
        open
    }
}
