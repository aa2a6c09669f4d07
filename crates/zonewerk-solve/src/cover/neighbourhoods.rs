//! A first plan, and a better one part by part: neighbouring zones are taken out of the
//! plan and the best cover of their units is sought among the columns at hand (large
//! neighbourhood search, Shaw 1998, "Using constraint programming and local search methods
//! to solve vehicle routing problems"), until no part can be bettered. What the plan leaves
//! out is a dear zone of one unit, so that mending a plan is bettering it too.
//!
//! Parts are tried a few at a time, whatever the number of threads, and taken over in order.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::columns::{Claim, Columns};
use super::dive::dive;
use super::master::{Frame, Halt, Master};
use super::rows::Rows;
use super::search::Search;
use crate::watch::Quiet;
use crate::{Stage, Watch};
use zonewerk_core::territory::{Id, UnitId};

/// Units of a part, one size after the other.
const PART_UNITS: [usize; 4] = [18, 36, 60, 84];
/// Parts that are tried at a time.
const PARTS_AT_A_TIME: usize = 4;
/// Branches of a part, at most.
const PART_BRANCHES: usize = 40;
/// Rounds of cuts in a part, at most.
const PART_CUT_ROUNDS: usize = 6;
/// How often parts are tried, at most, in all.
const TRIES: usize = 1_000;

/// Takes over the best plan that is found among the columns `near` (ascending numbers).
///
/// Ends as soon as `is_good` says that the plan is good enough. Returns the units that the
/// last plan leaves out.
pub(super) fn first_plan(
    search: &mut Search<'_>,
    near: &[usize],
    is_good: impl Fn(u64) -> bool,
) -> Result<Vec<UnitId>, Halt> {
    let patched = Patched::new(search.all, near, search.frame);
    let mut plan = match &search.incumbent {
        Some(incumbent) if incumbent.cover.iter().all(|column| near.binary_search(column).is_ok()) => {
            let numbers = incumbent.cover.iter().filter_map(|column| near.binary_search(column).ok());
            numbers.collect()
        }
        _ => match patched.dive(search)? {
            Some(plan) => plan,
            None => return Ok(Vec::new()),
        },
    };
    patched.take_over(search, near, &plan);
    for units in PART_UNITS {
        plan = patched.better(search, near, plan, units, &is_good)?;
    }
    let dear = plan.iter().filter(|&&column| column >= patched.real);
    Ok(dear.flat_map(|&column| patched.columns.units(column).iter().copied()).collect())
}

/// A cover that costs less than the frame's most, as good as is quickly found.
pub(super) fn quick_best(
    columns: &Columns,
    frame: Frame<'_>,
    watch: &dyn Watch,
) -> Result<Option<Vec<usize>>, Halt> {
    let quiet = Quiet(watch);
    let mut search = Search::new(columns, frame, 0, &quiet);
    search.most_branches = PART_BRANCHES;
    search.most_cut_rounds = PART_CUT_ROUNDS;
    match search.run_small() {
        Ok(()) => {}
        Err(Halt::Failed(_)) => return Ok(None),
        Err(halt) if watch.stop().is_some() => return Err(halt),
        Err(Halt::Stopped(_)) => {}
    }
    Ok(search.incumbent.map(|found| found.cover))
}

/// The columns at hand, and a dear one for each unit, numbered after them.
struct Patched<'a> {
    columns: Columns,
    real: usize,
    frame: Frame<'a>,
    marks: Marks,
}

impl<'a> Patched<'a> {
    fn new(all: &Columns, near: &[usize], frame: Frame<'a>) -> Self {
        let selected = all.select(near);
        let dear = (0..selected.len())
            .map(|column| selected.cost(column))
            .max()
            .unwrap_or(0)
            .saturating_mul(2)
            .saturating_add(1);
        let sides = frame.rows.ceilings.len();
        let mut columns = selected;
        for unit in 0..frame.rows.units {
            columns.append(&[UnitId::new(unit)], &[], dear, &vec![0; sides]);
        }
        let marks = Marks::of(&columns, frame.rows);
        Self { real: near.len(), columns, frame, marks }
    }

    fn past_all(&self) -> u64 {
        let dear = self.columns.cost(self.columns.len() - 1);
        dear.saturating_mul(self.frame.rows.units as u64).saturating_add(1)
    }

    fn dive(&self, search: &Search<'_>) -> Result<Option<Vec<usize>>, Halt> {
        let frame = Frame { past_all: self.past_all(), ..self.frame };
        let mut master = Master::new(&self.columns, frame);
        master.enter_cheapest();
        dive(&mut master, &vec![true; self.columns.len()], frame.past_all, search.watch)
    }

    fn take_over(&self, search: &mut Search<'_>, near: &[usize], plan: &[usize]) {
        if plan.iter().all(|&column| column < self.real) {
            search.improve(plan.iter().map(|&column| near[column]).collect());
        }
    }

    /// Betters parts of about so many units until none can be.
    fn better(
        &self,
        search: &mut Search<'_>,
        near: &[usize],
        mut plan: Vec<usize>,
        units: usize,
        is_good: &impl Fn(u64) -> bool,
    ) -> Result<Vec<usize>, Halt> {
        let mut tried: BTreeSet<Vec<usize>> = BTreeSet::new();
        loop {
            let parts = self.untried(&plan, units, &tried);
            if parts.is_empty() || tried.len() >= TRIES || is_good(search.limit()) {
                return Ok(plan);
            }
            let watch = search.watch;
            let better: Vec<Option<Vec<usize>>> =
                parts.par_iter().map(|part| self.best_of(&plan, part, watch)).collect::<Result<_, Halt>>()?;
            let mut changed: BTreeSet<usize> = BTreeSet::new();
            for (part, better) in parts.into_iter().zip(better) {
                if let Some(better) = better.filter(|_| part.iter().all(|column| !changed.contains(column))) {
                    let mut with = plan.clone();
                    with.retain(|column| !part.contains(column));
                    with.extend(&better);
                    // Each part alone left the rows kept; two may use up the same room.
                    if !self.frame.rows.are_kept(&self.columns, &with) {
                        continue;
                    }
                    plan = with;
                    changed.extend(&part);
                }
                tried.insert(part);
            }
            plan.sort_unstable();
            self.take_over(search, near, &plan);
            search.tell(Stage::Diving);
        }
    }

    /// The next parts to try: those around dear zones first, then in the order of the plan.
    fn untried(&self, plan: &[usize], units: usize, tried: &BTreeSet<Vec<usize>>) -> Vec<Vec<usize>> {
        let mut zone_of = vec![usize::MAX; self.frame.rows.units];
        for &column in plan {
            self.columns.units(column).iter().for_each(|unit| zone_of[unit.index()] = column);
        }
        let mut seeds: Vec<usize> = plan.to_vec();
        seeds.sort_by_key(|&column| (column < self.real, column));
        let mut parts: Vec<Vec<usize>> = Vec::new();
        for seed in seeds {
            let part = self.around(seed, &zone_of, units);
            if !tried.contains(&part) && !parts.contains(&part) {
                parts.push(part);
                if parts.len() == PARTS_AT_A_TIME {
                    break;
                }
            }
        }
        parts
    }

    /// A zone and those around it, nearest first, until they have so many units; ascending.
    fn around(&self, seed: usize, zone_of: &[usize], units: usize) -> Vec<usize> {
        let mut part = vec![seed];
        let mut next = 0;
        let mut size = self.columns.units(seed).len();
        while next < part.len() && size < units {
            for &unit in self.columns.units(part[next]) {
                for neighbour in self.frame.graph.neighbours(unit) {
                    let zone = zone_of[neighbour.unit.index()];
                    if size < units && zone != usize::MAX && !part.contains(&zone) {
                        part.push(zone);
                        size += self.columns.units(zone).len();
                    }
                }
            }
            next += 1;
        }
        part.sort_unstable();
        part
    }

    /// The best cover of a part's units, where it is better than the present one.
    fn best_of(&self, plan: &[usize], part: &[usize], watch: &dyn Watch) -> Result<Option<Vec<usize>>, Halt> {
        let rest: Vec<usize> = plan.iter().copied().filter(|column| !part.contains(column)).collect();
        let Some(rows) = self.frame.rows.without(&self.columns, &rest, part) else { return Ok(None) };
        let room = self.marks.room(part, &rest, self.frame.rows);
        let inside: Vec<usize> = self.marks.inside(&room);
        let number = room.numbers(self.frame.rows);
        let mut columns = Columns::of(Arc::default(), rows.ceilings.len());
        for &column in &inside {
            let members: Vec<UnitId> =
                self.columns.units(column).iter().map(|unit| UnitId::new(number[unit.index()])).collect();
            let claims = self.columns.claims(column).iter();
            let claims: Vec<Claim> =
                claims.map(|&claim| number[self.frame.rows.units + claim as usize] as Claim).collect();
            let sides: Vec<u64> = self.columns.sides(column).collect();
            columns.append(&members, &claims, self.columns.cost(column), &sides);
        }
        let limit: u64 = part.iter().map(|&column| self.columns.cost(column)).sum();
        let frame = Frame { rows: &rows, past_all: limit, ..self.frame };
        let found = quick_best(&columns, frame, watch)?;
        Ok(found.map(|cover| cover.into_iter().map(|column| inside[column]).collect()))
    }
}

/// The rows of each column as bits, to find the columns inside a part quickly.
struct Marks {
    words: usize,
    bits: Vec<u64>,
}

/// A set of rows.
struct Room(Vec<u64>);

impl Room {
    fn holds(&self, row: usize) -> bool {
        self.0[row / 64] >> (row % 64) & 1 == 1
    }

    /// The rows that it holds, units and claims each counted from 0.
    fn numbers(&self, rows: &Rows) -> Vec<usize> {
        let mut numbers = vec![usize::MAX; rows.sets()];
        for range in [0..rows.units, rows.units..rows.sets()] {
            range.filter(|&row| self.holds(row)).enumerate().for_each(|(number, row)| numbers[row] = number);
        }
        numbers
    }
}

impl Marks {
    fn of(columns: &Columns, rows: &Rows) -> Self {
        let words = rows.sets().div_ceil(64);
        let mut bits = vec![0; words * columns.len()];
        for (column, bits) in bits.chunks_exact_mut(words).enumerate() {
            columns.rows(column, rows.units).for_each(|row| bits[row / 64] |= 1 << (row % 64));
        }
        Self { words, bits }
    }

    fn bits(&self, column: usize) -> &[u64] {
        &self.bits[column * self.words..(column + 1) * self.words]
    }

    /// The units of a part, and the claims that the rest of the plan leaves free.
    fn room(&self, part: &[usize], rest: &[usize], rows: &Rows) -> Room {
        let mut room = vec![0; self.words];
        part.iter().for_each(|&column| room.iter_mut().zip(self.bits(column)).for_each(|(a, b)| *a |= b));
        let mut taken = vec![0; self.words];
        rest.iter().for_each(|&column| taken.iter_mut().zip(self.bits(column)).for_each(|(a, b)| *a |= b));
        for row in rows.units..rows.sets() {
            if taken[row / 64] >> (row % 64) & 1 == 0 {
                room[row / 64] |= 1 << (row % 64);
            }
        }
        Room(room)
    }

    fn inside(&self, room: &Room) -> Vec<usize> {
        let fits = |bits: &[u64]| bits.iter().zip(&room.0).all(|(bits, room)| bits & !room == 0);
        let columns = self.bits.chunks_exact(self.words).enumerate();
        columns.filter(|(_, bits)| fits(bits)).map(|(column, _)| column).collect()
    }
}
