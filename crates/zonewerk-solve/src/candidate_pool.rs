//! The candidate pool: the columns that the steps of an objective choose from.
//!
//! A column is a zone that the rules allow, or a region as a set of zones. One zone is several columns
//! where a plan can use it in several ways: as the heir of one zone of the base plan or another, or
//! with the penalty of a straddled group or without. That keeps the cost of a plan a sum over its
//! columns, which the cover engine needs for exact bounds. The pool outlives a step: what a step
//! proves is kept as a side row (its ceiling) and drops the columns that no later plan can hold.

mod limits;

use std::sync::Arc;

use rayon::prelude::*;

use super::Statistics;
use super::conflict_rows::ConflictRows;
use super::cover::{self, ConflictRow, CoverColumns, CoverRows};
use super::given_regions;
use super::objective_steps::Question;
use super::zone_names::{named_plan, region_names};
use crate::requirements::Requirements;
use crate::zones::costs::{RegionCost, StepCost};
use crate::zones::{Heirs, WeakStraddles, ZonePool, uncovered_units};
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{CountBounds, Goal, Problem, Step};
use zonewerk_core::territory::{Territory, UnitId};

/// Columns, at most.
pub(super) const MOST_COLUMNS: usize = 20_000_000;

/// A candidate column: a zone, and the way in which a plan uses it.
#[derive(Clone, Copy, Debug)]
pub(super) struct CandidateColumn {
    /// Its place in the pool.
    zone: u32,
    /// The zone of the base plan that it continues.
    pub(super) heir: Option<ConflictRow>,
    /// Which of the groups that it straddles carry no penalty in this column, as bits.
    pub(super) free: u32,
}

/// All candidate columns, and the side rows of the steps that are solved.
#[derive(Clone)]
pub(super) struct CandidatePool {
    zones: Arc<ZonePool>,
    columns: Vec<CandidateColumn>,
    /// Per side row: its ceiling, and what each column adds to it.
    side_rows: Vec<(u64, Vec<u64>)>,
    /// A plan of these columns that keeps all ceilings.
    pub(super) plan: Option<Vec<usize>>,
    /// The zones of each column, where columns are regions.
    regions: Option<RegionMembers>,
    /// Plans that cost more in the first step are not sought.
    max_cost: Option<u64>,
}

/// Regions as sets of zones.
#[derive(Clone)]
struct RegionMembers {
    /// The zones.
    level: Arc<CandidatePool>,
    /// Their places where the regions were listed.
    places: Vec<u32>,
    /// Per column, the places of its zones among the level's columns.
    of_column: Vec<Box<[u32]>>,
}

impl CandidatePool {
    /// All zones of a pool; `None` where they are too many columns.
    pub(super) fn of_zones(question: Question<'_>, zones: ZonePool) -> Option<Self> {
        let columns =
            (0..zones.len() as u32).map(|zone| CandidateColumn { zone, heir: None, free: 0 }).collect();
        let mut candidates = Self {
            zones: Arc::new(zones),
            columns,
            side_rows: Vec::new(),
            plan: None,
            regions: None,
            max_cost: None,
        };
        candidates.with_free_straddles(question).then_some(candidates)
    }

    /// Regions of these zones, each as the places of its zones, without the regions two of whose zones lie in
    /// the same conflict row.
    pub(super) fn of_regions(question: Question<'_>, level: &Self, mut sets: Vec<Box<[u32]>>) -> Self {
        let mut places: Vec<u32> = sets.iter().flatten().copied().collect();
        places.sort_unstable();
        places.dedup();
        let level = level.restricted_to(&places);
        let place = |zone: &mut u32| *zone = places.partition_point(|place| place < zone) as u32;
        sets.par_iter_mut().for_each(|set| set.iter_mut().for_each(place));
        let conflict_rows = level.conflict_rows(question);
        if conflict_rows.number() > 0 {
            sets.retain(|set| {
                let mut claimed: Vec<ConflictRow> = set
                    .iter()
                    .flat_map(|&zone| level.conflict_rows_of(&conflict_rows, zone as usize))
                    .collect();
                claimed.sort_unstable();
                claimed.windows(2).all(|pair| pair[0] != pair[1])
            });
        }
        let mut zones = ZonePool::default();
        for set in &sets {
            let mut units: Vec<UnitId> =
                set.iter().flat_map(|&zone| level.units(zone as usize)).copied().collect();
            units.sort_unstable();
            zones.push(&units);
        }
        let columns =
            (0..zones.len() as u32).map(|zone| CandidateColumn { zone, heir: None, free: 0 }).collect();
        let regions = Some(RegionMembers { level: Arc::new(level), places, of_column: sets });
        Self { zones: Arc::new(zones), columns, side_rows: Vec::new(), plan: None, regions, max_cost: None }
    }

    /// Number of columns.
    pub(super) fn len(&self) -> usize {
        self.columns.len()
    }

    /// The units of a column.
    pub(super) fn units(&self, column: usize) -> &[UnitId] {
        self.zones.units(self.columns[column].zone as usize)
    }

    /// The zones of a column, where columns are regions, by their places where it was listed.
    pub(super) fn zones_of(&self, column: usize) -> Box<[u32]> {
        let members = self
            .regions
            .iter()
            .flat_map(|members| members.of_column[column].iter().map(|&zone| members.places[zone as usize]));
        members.collect()
    }

    /// A pool of only these columns (ascending).
    pub(super) fn restricted_to(&self, kept: &[u32]) -> Self {
        let mut part = Self {
            zones: Arc::clone(&self.zones),
            columns: self.columns.clone(),
            side_rows: self.side_rows.clone(),
            plan: None,
            regions: None,
            max_cost: None,
        };
        let kept: Vec<usize> = kept.iter().map(|&column| column as usize).collect();
        part.keep(&kept);
        part
    }

    /// The units that no column holds, ascending.
    pub(super) fn uncovered_units(&self, question: Question<'_>) -> Vec<UnitId> {
        uncovered_units(question.graph, &self.zones)
    }

    /// This pool, with a limit on the cost of plans in the first step.
    pub(super) fn with_cost_limit(self, most: u64) -> Self {
        Self { max_cost: Some(most), ..self }
    }

    /// The columns for the cover engine, at these costs.
    pub(super) fn priced(&self, question: Question<'_>, costs: &[u64]) -> CoverColumns {
        let conflict_rows = self.conflict_rows(question);
        let mut columns = CoverColumns::of(Arc::clone(&self.zones), self.side_rows.len());
        let mut sides = vec![0; self.side_rows.len()];
        for (column, choice) in self.columns.iter().enumerate() {
            sides.iter_mut().zip(&self.side_rows).for_each(|(side, (_, adds))| *side = adds[column]);
            let zone = choice.zone as usize;
            columns.push(zone, &self.conflict_rows_of(&conflict_rows, column), costs[column], &sides);
        }
        columns
    }

    pub(super) fn cover_question<'a>(
        &self,
        question: Question<'a>,
        columns: &'a CoverColumns,
        rows: &'a CoverRows,
        step: usize,
    ) -> cover::CoverQuestion<'a> {
        let start = self.plan.clone();
        let most = self.max_cost.filter(|_| step == 0);
        let Question { graph, seed, .. } = question;
        let most_branches = usize::MAX;
        cover::CoverQuestion {
            columns,
            rows,
            graph,
            start,
            step,
            seed,
            settled: 0,
            max_cost: most,
            most_branches,
        }
    }

    /// The conflict rows of a column, ascending.
    fn conflict_rows_of(&self, conflict_rows: &ConflictRows<'_>, column: usize) -> Vec<ConflictRow> {
        let Some(members) = &self.regions else {
            return conflict_rows.of_choice(self.columns[column], self.units(column));
        };
        let of_zone = |&zone: &u32| members.level.conflict_rows_of(conflict_rows, zone as usize);
        let mut all: Vec<ConflictRow> = members.of_column[column].iter().flat_map(of_zone).collect();
        all.sort_unstable();
        all
    }

    fn conflict_rows<'a>(&self, question: Question<'a>) -> ConflictRows<'a> {
        if let Some(members) = &self.regions {
            return members.level.conflict_rows(question);
        }
        let continues = self.columns.iter().any(|choice| choice.heir.is_some());
        let base = question.problem.base.as_ref().filter(|_| continues);
        ConflictRows::of(question, base.map_or(0, |base| base.zones.len()))
    }

    pub(super) fn statistics(&self, effort: cover::CoverEffort) -> Statistics {
        Statistics {
            feasible_zones: self.zones.len(),
            columns: self.columns.len(),
            lp_bound: effort.lp_bound,
            cut_bound: effort.cut_bound,
            surviving_zones: effort.surviving,
            cuts: effort.cuts,
            branches: effort.branches,
        }
    }

    /// What each column adds to a step.
    pub(super) fn costs(&self, question: Question<'_>, step: &Step) -> Vec<u64> {
        match &self.regions {
            Some(members) => self.region_costs(question, step, members),
            None => self.zone_costs(question, step),
        }
    }

    fn region_costs(&self, question: Question<'_>, step: &Step, members: &RegionMembers) -> Vec<u64> {
        let Question { territory, graph, problem, .. } = question;
        let of_zones = members.level.costs(question, step);
        let of_regions = RegionCost::new(territory, graph, problem, step);
        let cost = |column: usize| {
            let zones = &members.of_column[column];
            let costs = zones.iter().map(|&zone| of_zones[zone as usize]);
            if step.is_bottleneck() {
                costs.max().unwrap_or(0)
            } else {
                costs.fold(of_regions.of(self.units(column)), u64::saturating_add)
            }
        };
        (0..members.of_column.len()).into_par_iter().map(cost).collect()
    }

    fn zone_costs(&self, question: Question<'_>, step: &Step) -> Vec<u64> {
        let Question { territory, graph, problem, .. } = question;
        let by_zone = StepCost::new(territory, graph, problem, step).of_pool(&self.zones);
        let moved = step.terms.iter().filter(|term| term.goal == Goal::PeopleMoved);
        let weight: u64 = moved.map(|term| term.weight).sum();
        let heirs = problem.base.as_ref().filter(|_| weight > 0).map(|base| Heirs::new(territory, base));
        let weak = WeakStraddles::new(territory, problem);
        let cost = |choice: &CandidateColumn| {
            let CandidateColumn { zone, heir, free } = *choice;
            let straddling = if weak.is_empty() {
                0
            } else {
                let straddled = weak.of_zone(self.zones.units(zone as usize)).into_iter().enumerate();
                let paid = straddled.filter(|&(place, _)| free >> place & 1 == 0);
                paid.fold(0, |sum: u64, (_, one)| sum.saturating_add(weak.price(step, one)))
            };
            let moving = heirs.as_ref().map_or(0, |heirs| {
                let units = self.zones.units(zone as usize);
                let people = territory.population(units.iter().copied());
                let staying = heir.map_or(0, |heir| heirs.staying(units, heir as usize));
                // Parts of a unit in the base plan may have more inhabitants than the unit.
                people.saturating_sub(staying)
            });
            by_zone[zone as usize].saturating_add(straddling).saturating_add(weight.saturating_mul(moving))
        };
        self.columns.par_iter().map(cost).collect()
    }

    /// Adds the choice of heirs, where a goal or limit counts who moves from the base plan.
    pub(super) fn add_heirs(&mut self, question: Question<'_>) {
        if let Some(base) = &question.problem.base {
            self.with_heirs(&Heirs::new(question.territory, base));
        }
    }

    /// Each zone once for each choice of straddled groups that carry no penalty; `false` when the columns
    /// are too many.
    fn with_free_straddles(&mut self, question: Question<'_>) -> bool {
        let weak = WeakStraddles::new(question.territory, question.problem);
        if weak.is_empty() {
            return true;
        }
        let straddled = |choice: &CandidateColumn| weak.of_zone(self.zones.units(choice.zone as usize)).len();
        let groups: Vec<usize> = self.columns.par_iter().map(straddled).collect();
        let choices = groups.iter().map(|&groups| 1_usize.checked_shl(groups as u32).unwrap_or(usize::MAX));
        if choices.fold(0, usize::saturating_add) > MOST_COLUMNS {
            return false;
        }
        let each = self.columns.iter().zip(groups);
        let each = each.flat_map(|(&choice, groups)| {
            (0..1 << groups).map(move |free| CandidateColumn { free, ..choice })
        });
        self.columns = each.collect();
        true
    }

    /// Each zone once for each zone of the base plan that it may continue.
    fn with_heirs(&mut self, heirs: &Heirs) {
        if self.regions.is_some() || self.columns.iter().any(|choice| choice.heir.is_some()) {
            return;
        }
        let mut columns = Vec::new();
        let mut from = Vec::new();
        for (old, &choice) in self.columns.iter().enumerate() {
            let bases = heirs.of_zone(self.zones.units(choice.zone as usize));
            let bases = bases
                .into_iter()
                .map(|(base, _)| Some(ConflictRow::try_from(base).expect("fewer than 2^32 zones")));
            for heir in std::iter::once(None).chain(bases) {
                columns.push(CandidateColumn { heir, ..choice });
                from.push(old);
            }
        }
        for (_, adds) in &mut self.side_rows {
            *adds = from.iter().map(|&old| adds[old]).collect();
        }
        if let Some(plan) = &mut self.plan {
            for column in plan {
                *column = from.partition_point(|&old| old < *column);
            }
        }
        self.columns = columns;
    }

    pub(super) fn rows(&self, question: Question<'_>) -> CoverRows {
        let problem = question.problem;
        let count = if self.regions.is_some() { CountBounds::default() } else { problem.zone_count };
        CoverRows {
            units: question.territory.units().len(),
            required: None,
            conflict_rows: self.conflict_rows(question).number(),
            zones: (count.minimum(), count.maximum()),
            most_zones: most_zones(question.territory, question.problem, question.requirements),
            ceilings: self.side_rows.iter().map(|&(ceiling, _)| ceiling).collect(),
        }
    }

    /// Adds a solved step as a side row, with its ceiling and what each column adds to it, and keeps only the
    /// columns that a plan within the ceiling may have.
    pub(super) fn add_step(&mut self, ceiling: u64, adds: Vec<u64>, may: impl Fn(usize) -> bool) {
        let plan = self.plan.clone().unwrap_or_default();
        let kept: Vec<usize> =
            (0..adds.len()).filter(|column| may(*column) || plan.binary_search(column).is_ok()).collect();
        self.side_rows.push((ceiling, adds));
        self.keep(&kept);
    }

    /// Removes the last side row: its ceiling, and what each column adds.
    pub(super) fn pop_side_row(&mut self) -> Option<(u64, Vec<u64>)> {
        self.side_rows.pop()
    }

    /// Adds a side row: its ceiling, and what each column adds to it.
    pub(super) fn add_side_row(&mut self, most: u64, adds: Vec<u64>) {
        self.side_rows.push((most, adds));
    }

    /// Drops all other columns; ascending.
    pub(super) fn keep(&mut self, kept: &[usize]) {
        let mut zones = ZonePool::default();
        let mut last = None;
        let mut columns = Vec::with_capacity(kept.len());
        for &column in kept {
            let choice = self.columns[column];
            if last != Some(choice.zone) {
                zones.push(self.zones.units(choice.zone as usize));
                last = Some(choice.zone);
            }
            columns.push(CandidateColumn { zone: zones.len() as u32 - 1, ..choice });
        }
        for (_, adds) in &mut self.side_rows {
            *adds = kept.iter().map(|&column| adds[column]).collect();
        }
        if let Some(plan) = &mut self.plan {
            let place = |column: &usize| kept.binary_search(column).ok();
            *plan = plan.iter().filter_map(place).collect();
        }
        if let Some(members) = &mut self.regions {
            members.of_column = kept.iter().map(|&column| members.of_column[column].clone()).collect();
        }
        self.zones = Arc::new(zones);
        self.columns = columns;
    }

    /// A plan of these columns, [named](named_plan).
    pub(super) fn named(&self, question: Question<'_>, plan: &[usize]) -> Plan {
        let zones = plan.iter().map(|&column| self.zones.units(self.columns[column].zone as usize).to_vec());
        if let Some(members) = &self.regions {
            return self.named_regions(question, members, plan);
        }
        let mut plan = named_plan(question.territory, question.problem, zones.collect());
        given_regions::name(question, &mut plan);
        plan
    }

    /// A plan of the zones of these regions, each [named](region_names).
    fn named_regions(&self, question: Question<'_>, members: &RegionMembers, plan: &[usize]) -> Plan {
        let mut regions: Vec<Vec<UnitId>> = plan.iter().map(|&region| self.units(region).to_vec()).collect();
        regions.sort();
        let names = region_names(question.territory, question.problem, &regions);
        let zones = plan.iter().flat_map(|&region| &members.of_column[region]);
        let zones = zones.map(|&zone| members.level.units(zone as usize).to_vec()).collect();
        let mut plan = named_plan(question.territory, question.problem, zones);
        let within = plan.members();
        for (zone, units) in within.iter() {
            let region = regions.iter().position(|region| region.binary_search(&units[0]).is_ok());
            plan.zones[zone].regions.extend(region.map(|region| names[region].clone()));
        }
        plan
    }
}

/// An upper bound on the number of zones of every plan.
pub(super) fn most_zones(territory: &Territory, problem: &Problem, requirements: &Requirements) -> usize {
    let (units, rules) = (territory.units().len(), &requirements.zones);
    let given = problem.fixed_zones.len() + rules.most_excepted();
    let population: u64 = territory.units().values().map(|unit| unit.population).sum();
    match population.checked_div(rules.bounds().minimum()) {
        Some(by_rule) => units.min(usize::try_from(by_rule).unwrap_or(units).saturating_add(given)),
        None => units,
    }
}
