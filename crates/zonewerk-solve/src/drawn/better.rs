//! A draft is bettered part by part: a few neighbouring regions, with the units left out beside
//! them, are drawn anew among all regions that those units allow (large neighbourhood search,
//! Shaw 1998, "Using constraint programming and local search methods to solve vehicle routing
//! problems"). A unit that is left out is dear.
//!
//! Parts are tried a few at a time, whatever the number of threads, and taken over in order.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use rayon::prelude::*;

use super::listing::Listing;
use super::{Drawing, Set};
use crate::Stopped;
use crate::cover::{self, Columns, Rows};
use crate::field::Field;
use crate::steps::Question;
use zonewerk_core::territory::{Id, UnitId};

/// Regions of a part, one number after the other.
const PART_REGIONS: [usize; 6] = [1, 2, 3, 4, 5, 6];
/// Regions of a part, at most, where what zones are listed by is not what they cost: no bound
/// tells which zones a better part may have.
const MOST_REGIONS_GUIDED: usize = 2;
/// Regions of a part, at most, as long as the draft is no plan.
const MOST_REGIONS_SOFT: usize = 4;
/// Regions to choose from in a part, at most.
const MOST_LISTED: usize = 12_000;
/// Parts that are tried at a time.
const PARTS_AT_A_TIME: usize = 4;
/// People who make a unit that is left out dearer by one.
const PEOPLE_A_WEIGHT: u64 = 200;
/// Where nothing better is known, zones are sought up to this fraction of the bound above it.
const NEAR: u64 = 25;

/// Regions that do not overlap; a plan where they leave nothing out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Draft {
    pub(super) regions: Vec<Set>,
}

/// Where drafts are made.
pub(super) struct Drafts<'a> {
    pub(super) listing: Listing<'a>,
    /// The first step alone.
    pub(super) alone: Question<'a>,
    /// Whether zones cost in the listing what they cost in the step.
    pub(super) is_true_cost: bool,
    /// Whether regions may have too many or too few people, at a price.
    pub(super) is_soft: bool,
    /// What is left out, too many or too few is so many times as dear as usual.
    pub(super) dearness: u64,
    /// What a plan is dearer by for each weight that is left out, too many or too few: set by
    /// the first regions that are listed.
    pub(super) dear: OnceLock<u64>,
}

/// What people too many or too few weigh: the square, so that two neighbours with few of them
/// are better than one with many.
fn people_weight(people: u64) -> u64 {
    let thousands = people.div_ceil(1_000);
    thousands.saturating_mul(thousands).div_ceil(10)
}

/// Regions that stay, regions to choose from, and a dear column for each unit left out.
pub(super) struct Hand {
    pub(super) field: Field,
    columns: Columns,
    rows: Rows,
    staying: usize,
    dear: u64,
}

impl Hand {
    pub(super) fn asked<'a>(&'a self, drafts: &Drafts<'a>, start: Option<Vec<usize>>) -> cover::Question<'a> {
        let Question { graph, seed, .. } = drafts.alone;
        cover::Question {
            columns: &self.columns,
            rows: &self.rows,
            graph,
            start,
            step: 0,
            seed,
            settled: 0,
            most: None,
            most_branches: usize::MAX,
        }
    }

    /// Those that do not stay and are regions, by how much they are wanted.
    pub(super) fn new_regions(&self, wanted: Vec<(usize, f64)>) -> Vec<(usize, f64)> {
        let is_new = |&(column, value): &(usize, f64)| {
            (self.staying..self.field.len()).contains(&column) && value > 1e-6
        };
        let mut wanted: Vec<(usize, f64)> = wanted.into_iter().filter(is_new).collect();
        wanted.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        wanted
    }
}

impl Drafts<'_> {
    /// Zones are sought up to this where nothing better is known.
    pub(super) fn near(&self, bound: u64) -> u64 {
        bound.saturating_add(bound / NEAR)
    }

    /// The units that a draft leaves out, ascending.
    pub(super) fn left_out(&self, draft: &Draft) -> Vec<UnitId> {
        let level = &self.listing.drawing.level;
        let mut held = vec![false; self.alone.territory.units().len()];
        let zones = draft.regions.iter().flatten();
        zones.flat_map(|&zone| level.units(zone as usize)).for_each(|unit| held[unit.index()] = true);
        (0..held.len()).filter(|&unit| !held[unit]).map(UnitId::new).collect()
    }

    /// How dear a unit is that is left out: by its people, so that what is left out grows smaller
    /// until a region has room for it.
    fn weight(&self, unit: UnitId) -> u64 {
        1 + self.alone.territory.units()[unit].population / PEOPLE_A_WEIGHT
    }

    pub(super) fn weighed(&self, units: &[UnitId]) -> Vec<(UnitId, u64)> {
        units.iter().map(|&unit| (unit, self.weight(unit))).collect()
    }

    /// Whether a draft is a plan.
    pub(super) fn is_whole(&self, draft: &Draft) -> bool {
        self.left_out(draft).is_empty() && draft.regions.iter().all(|region| self.people_outside(region) == 0)
    }

    fn people_outside(&self, region: &Set) -> u64 {
        let Drawing { needs, level, .. } = self.listing.drawing;
        let units = region.iter().flat_map(|&zone| level.units(zone as usize)).copied();
        needs.people_outside(&units.collect::<Vec<_>>())
    }

    pub(super) fn hand(&self, stay: &[Set], listed: Vec<Set>, left: &[UnitId]) -> Hand {
        let sets: Vec<Set> = stay.iter().cloned().chain(listed).collect();
        let field = self.listing.drawing.field_of(self.alone, sets);
        let mut costs = field.costs(self.alone, &self.alone.problem.objective.steps()[0]);
        let dearest = || (costs.iter().copied().max().unwrap_or(0) / 8 + 1).saturating_mul(self.dearness);
        let dear = *self.dear.get_or_init(dearest);
        if self.is_soft {
            let needs = &self.listing.drawing.needs;
            let outside = |column: usize| people_weight(needs.people_outside(field.units(column)));
            let add = |(column, cost): (usize, &mut u64)| {
                *cost = cost.saturating_add(dear.saturating_mul(outside(column)))
            };
            costs.par_iter_mut().enumerate().for_each(add);
        }
        let mut columns = field.priced(self.alone, &costs);
        let rows = field.rows(self.alone);
        for &unit in left {
            let cost = dear.saturating_mul(self.weight(unit));
            columns.append(&[unit], &[], cost, &vec![0; rows.ceilings.len()]);
        }
        Hand { staying: stay.len(), field, columns, rows, dear }
    }

    /// What the regions of a draft cost.
    pub(super) fn cost(&self, draft: &Draft) -> u64 {
        let hand = self.hand(&draft.regions, Vec::new(), &[]);
        (0..hand.columns.len()).map(|column| hand.columns.cost(column)).fold(0, u64::saturating_add)
    }

    /// Betters a draft until no part can be bettered.
    pub(super) fn better(&self, draft: &mut Draft, mut tell: impl FnMut(&Draft)) -> Result<(), Stopped> {
        self.cost(draft);
        let most = match (self.is_true_cost, self.is_soft) {
            (false, _) => MOST_REGIONS_GUIDED,
            (true, true) => MOST_REGIONS_SOFT,
            (true, false) => usize::MAX,
        };
        for regions in PART_REGIONS.into_iter().filter(|&regions| regions <= most) {
            let mut tried: BTreeSet<Vec<Set>> = BTreeSet::new();
            loop {
                if self.is_soft && self.is_whole(draft) {
                    return Ok(());
                }
                let parts = self.untried(draft, regions, &tried);
                if parts.is_empty() {
                    break;
                }
                let redrawn: Vec<Option<Vec<Set>>> =
                    parts.par_iter().map(|part| self.redrawn(draft, part)).collect::<Result<_, _>>()?;
                let mut changed: BTreeSet<Set> = BTreeSet::new();
                for (part, better) in parts.into_iter().zip(redrawn) {
                    if let Some(better) = better.filter(|_| part.iter().all(|set| !changed.contains(set))) {
                        draft.regions.retain(|region| !part.contains(region));
                        draft.regions.extend(better);
                        draft.regions.sort();
                        changed.extend(part.iter().cloned());
                        tell(draft);
                    }
                    tried.insert(part);
                }
            }
        }
        Ok(())
    }

    /// A cheaper way to draw the units of a part.
    fn redrawn(&self, draft: &Draft, part: &[Set]) -> Result<Option<Vec<Set>>, Stopped> {
        let stay: Vec<Set> = draft.regions.iter().filter(|region| !part.contains(region)).cloned().collect();
        let left = self.left_out(draft);
        let units = self.left_out(&Draft { regions: stay.clone() });
        let mut inside = vec![false; self.alone.territory.units().len()];
        units.iter().for_each(|unit| inside[unit.index()] = true);
        let cost = self.cost(draft);
        let is_bounded = left.is_empty() && self.is_true_cost;
        let ceiling = |bound| if is_bounded { cost.saturating_sub(1) } else { self.near(bound) };
        let dear = if left.is_empty() { Vec::new() } else { self.weighed(&units) };
        let Some(listed) = self.listing.inside(&inside, &stay, &dear, ceiling, MOST_LISTED)? else {
            return Ok(None);
        };
        let may_leave_out = self.is_soft || !left.is_empty();
        let hand = self.hand(&stay, listed, if may_leave_out { &units } else { &[] });
        let limit = cost.saturating_add(
            hand.dear.saturating_mul(self.weighed(&left).iter().map(|(_, weight)| weight).sum()),
        );
        let found = cover::quick_best(&hand.asked(self, None), limit, self.alone.watch)?;
        let is_new = |column: &usize| (hand.staying..hand.field.len()).contains(column);
        Ok(found.map(|cover| {
            cover.into_iter().filter(is_new).map(|column| hand.field.zones_of(column)).collect()
        }))
    }

    /// Parts of so many regions that were not tried yet: those that may take in units left out,
    /// or, where none are, all.
    fn untried(&self, draft: &Draft, regions: usize, tried: &BTreeSet<Vec<Set>>) -> Vec<Vec<Set>> {
        let beside = self.beside(draft);
        let left = self.left_out(draft);
        let graph = self.alone.graph;
        let around: BTreeSet<UnitId> =
            left.iter().flat_map(|&unit| graph.neighbours(unit)).map(|beside| beside.unit).collect();
        let level = &self.listing.drawing.level;
        let may_take_in = |region: &Set| {
            !self.is_soft
                || self.people_outside(region) > 0
                || region
                    .iter()
                    .any(|&zone| level.units(zone as usize).iter().any(|unit| around.contains(unit)))
        };
        let mut parts: Vec<Vec<Set>> = Vec::new();
        let seeds = (0..draft.regions.len()).filter(|&seed| may_take_in(&draft.regions[seed]));
        for seed in seeds {
            let seconds = if regions == 1 { vec![seed] } else { beside[seed].iter().copied().collect() };
            for second in seconds {
                let mut part = vec![seed, second];
                part.dedup();
                let mut next = 0;
                while next < part.len() && part.len() < regions {
                    let new = beside[part[next]].iter().copied().find(|region| !part.contains(region));
                    match new {
                        Some(new) => part.push(new),
                        None => next += 1,
                    }
                }
                part.sort_unstable();
                let part: Vec<Set> = part.into_iter().map(|region| draft.regions[region].clone()).collect();
                if !tried.contains(&part) && !parts.contains(&part) {
                    parts.push(part);
                    if parts.len() == PARTS_AT_A_TIME {
                        return parts;
                    }
                }
            }
        }
        parts
    }

    /// Per region, those that border it.
    fn beside(&self, draft: &Draft) -> Vec<BTreeSet<usize>> {
        let level = &self.listing.drawing.level;
        let mut region_of = vec![None; self.alone.territory.units().len()];
        for (number, region) in draft.regions.iter().enumerate() {
            let units = region.iter().flat_map(|&zone| level.units(zone as usize));
            units.for_each(|unit| region_of[unit.index()] = Some(number));
        }
        let mut beside = vec![BTreeSet::new(); draft.regions.len()];
        for unit in self.alone.graph.units() {
            for neighbour in self.alone.graph.neighbours(unit) {
                if let (Some(one), Some(other)) = (region_of[unit.index()], region_of[neighbour.unit.index()])
                    && one != other
                {
                    beside[one].insert(other);
                }
            }
        }
        beside
    }
}
