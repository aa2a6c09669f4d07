//! Large neighbourhood search over regions (Shaw 1998, "Using constraint programming and local search
//! methods to solve vehicle routing problems"): a few neighbouring regions, with the units left out
//! beside them, are drawn again among all regions that those units allow. A unit that is left out
//! carries a penalty.
//!
//! A fixed number of neighbourhoods is tried at a time, whatever the number of threads, and the results are
//! taken over in order.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use rayon::prelude::*;

use super::region_listing::RegionListing;
use super::{JointDesign, ZoneSet};
use crate::Stopped;
use crate::candidate_pool::CandidatePool;
use crate::cover::{self, CoverColumns, CoverRows};
use crate::objective_steps::Question;
use zonewerk_core::territory::{Id, UnitId};

/// Regions of a neighbourhood, one number after the other.
const PART_REGIONS: [usize; 6] = [1, 2, 3, 4, 5, 6];
/// Regions of a neighbourhood, at most, where zones are listed by another cost than their own: no bound
/// tells which zones an improvement may have.
const MOST_REGIONS_GUIDED: usize = 2;
/// Regions of a neighbourhood, at most, as long as the packing leaves units out.
const MOST_REGIONS_SOFT: usize = 4;
/// Regions to choose from in a neighbourhood, at most.
const MOST_LISTED: usize = 12_000;
/// Neighbourhoods that are tried at a time.
const PARTS_AT_A_TIME: usize = 4;
/// Inhabitants for whom the penalty of a unit that is left out rises by one weight.
const PEOPLE_A_WEIGHT: u64 = 200;
/// Where nothing better is known, zones are sought up to this fraction of the bound above it.
const NEAR: u64 = 25;

/// A packing of regions: they do not overlap; a plan where they leave nothing out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct RegionPacking {
    pub(super) regions: Vec<ZoneSet>,
}

/// The search for packings, and how it penalises what breaks the rules.
pub(super) struct RegionSearch<'a> {
    pub(super) listing: RegionListing<'a>,
    /// The first step alone.
    pub(super) alone: Question<'a>,
    /// Whether zones cost in the listing what they cost in the step.
    pub(super) is_true_cost: bool,
    /// Whether regions may have too many or too few inhabitants, at a penalty.
    pub(super) is_soft: bool,
    /// A factor on all penalties.
    pub(super) penalty_factor: u64,
    /// The penalty of one weight of what is left out, too many or too few: set by the first regions that
    /// are listed.
    pub(super) penalty: OnceLock<u64>,
}

/// The weight of inhabitants too many or too few: their square, so that two regions that are a little
/// outside their bounds are better than one that is far outside.
fn people_weight(people: u64) -> u64 {
    let thousands = people.div_ceil(1_000);
    thousands.saturating_mul(thousands).div_ceil(10)
}

/// The subproblem of a neighbourhood: regions that stay, regions to choose from, and a penalty column for
/// each unit that is left out.
pub(super) struct Subproblem {
    pub(super) candidates: CandidatePool,
    columns: CoverColumns,
    rows: CoverRows,
    staying: usize,
    penalty: u64,
}

impl Subproblem {
    pub(super) fn asked<'a>(
        &'a self,
        region_search: &RegionSearch<'a>,
        start: Option<Vec<usize>>,
    ) -> cover::CoverQuestion<'a> {
        let Question { graph, seed, .. } = region_search.alone;
        cover::CoverQuestion {
            columns: &self.columns,
            rows: &self.rows,
            graph,
            start,
            step: 0,
            seed,
            settled: 0,
            max_cost: None,
            most_branches: usize::MAX,
        }
    }

    /// Those that do not stay and are regions, by how much they are wanted.
    pub(super) fn new_regions(&self, wanted: Vec<(usize, f64)>) -> Vec<(usize, f64)> {
        let is_new = |&(column, value): &(usize, f64)| {
            (self.staying..self.candidates.len()).contains(&column) && value > 1e-6
        };
        let mut wanted: Vec<(usize, f64)> = wanted.into_iter().filter(is_new).collect();
        wanted.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        wanted
    }
}

impl RegionSearch<'_> {
    /// Zones are sought up to this where nothing better is known.
    pub(super) fn near(&self, bound: u64) -> u64 {
        bound.saturating_add(bound / NEAR)
    }

    /// The units that a packing leaves out, ascending.
    pub(super) fn left_out(&self, packing: &RegionPacking) -> Vec<UnitId> {
        let level = &self.listing.design.level;
        let mut held = vec![false; self.alone.territory.units().len()];
        let zones = packing.regions.iter().flatten();
        zones.flat_map(|&zone| level.units(zone as usize)).for_each(|unit| held[unit.index()] = true);
        (0..held.len()).filter(|&unit| !held[unit]).map(UnitId::new).collect()
    }

    /// The weight of a unit that is left out: it grows with its inhabitants, so that the units that stay out
    /// are ever smaller, until a region has room for them.
    fn weight(&self, unit: UnitId) -> u64 {
        1 + self.alone.territory.units()[unit].population / PEOPLE_A_WEIGHT
    }

    pub(super) fn weighed(&self, units: &[UnitId]) -> Vec<(UnitId, u64)> {
        units.iter().map(|&unit| (unit, self.weight(unit))).collect()
    }

    /// Whether a packing is a plan.
    pub(super) fn is_whole(&self, packing: &RegionPacking) -> bool {
        self.left_out(packing).is_empty()
            && packing.regions.iter().all(|region| self.people_outside(region) == 0)
    }

    fn people_outside(&self, region: &ZoneSet) -> u64 {
        let JointDesign { needs, level, .. } = self.listing.design;
        let units = region.iter().flat_map(|&zone| level.units(zone as usize)).copied();
        needs.people_outside(&units.collect::<Vec<_>>())
    }

    pub(super) fn subproblem(&self, stay: &[ZoneSet], listed: Vec<ZoneSet>, left: &[UnitId]) -> Subproblem {
        let sets: Vec<ZoneSet> = stay.iter().cloned().chain(listed).collect();
        let candidates = self.listing.design.candidates_of(self.alone, sets);
        let mut costs = candidates.costs(self.alone, &self.alone.problem.objective.steps()[0]);
        let dearest =
            || (costs.iter().copied().max().unwrap_or(0) / 8 + 1).saturating_mul(self.penalty_factor);
        let penalty = *self.penalty.get_or_init(dearest);
        if self.is_soft {
            let needs = &self.listing.design.needs;
            let outside = |column: usize| people_weight(needs.people_outside(candidates.units(column)));
            let add = |(column, cost): (usize, &mut u64)| {
                *cost = cost.saturating_add(penalty.saturating_mul(outside(column)))
            };
            costs.par_iter_mut().enumerate().for_each(add);
        }
        let mut columns = candidates.priced(self.alone, &costs);
        let rows = candidates.rows(self.alone);
        for &unit in left {
            let cost = penalty.saturating_mul(self.weight(unit));
            columns.append(&[unit], &[], cost, &vec![0; rows.ceilings.len()]);
        }
        Subproblem { staying: stay.len(), candidates, columns, rows, penalty }
    }

    /// The cost of the regions of a packing.
    pub(super) fn cost(&self, packing: &RegionPacking) -> u64 {
        let subproblem = self.subproblem(&packing.regions, Vec::new(), &[]);
        (0..subproblem.columns.len())
            .map(|column| subproblem.columns.cost(column))
            .fold(0, u64::saturating_add)
    }

    /// Improves a packing until no neighbourhood can be improved.
    pub(super) fn improve(
        &self,
        packing: &mut RegionPacking,
        mut tell: impl FnMut(&RegionPacking),
    ) -> Result<(), Stopped> {
        self.cost(packing);
        let most = match (self.is_true_cost, self.is_soft) {
            (false, _) => MOST_REGIONS_GUIDED,
            (true, true) => MOST_REGIONS_SOFT,
            (true, false) => usize::MAX,
        };
        for regions in PART_REGIONS.into_iter().filter(|&regions| regions <= most) {
            let mut tried: BTreeSet<Vec<ZoneSet>> = BTreeSet::new();
            loop {
                if self.is_soft && self.is_whole(packing) {
                    return Ok(());
                }
                let parts = self.untried(packing, regions, &tried);
                if parts.is_empty() {
                    break;
                }
                let redrawn: Vec<Option<Vec<ZoneSet>>> =
                    parts.par_iter().map(|part| self.redrawn(packing, part)).collect::<Result<_, _>>()?;
                let mut changed: BTreeSet<ZoneSet> = BTreeSet::new();
                for (part, better) in parts.into_iter().zip(redrawn) {
                    if let Some(better) = better.filter(|_| part.iter().all(|set| !changed.contains(set))) {
                        packing.regions.retain(|region| !part.contains(region));
                        packing.regions.extend(better);
                        packing.regions.sort();
                        changed.extend(part.iter().cloned());
                        tell(packing);
                    }
                    tried.insert(part);
                }
            }
        }
        Ok(())
    }

    /// A cheaper way to draw the units of a part.
    fn redrawn(&self, packing: &RegionPacking, part: &[ZoneSet]) -> Result<Option<Vec<ZoneSet>>, Stopped> {
        let stay: Vec<ZoneSet> =
            packing.regions.iter().filter(|region| !part.contains(region)).cloned().collect();
        let left = self.left_out(packing);
        let units = self.left_out(&RegionPacking { regions: stay.clone() });
        let mut inside = vec![false; self.alone.territory.units().len()];
        units.iter().for_each(|unit| inside[unit.index()] = true);
        let cost = self.cost(packing);
        let is_bounded = left.is_empty() && self.is_true_cost;
        let ceiling = |bound| if is_bounded { cost.saturating_sub(1) } else { self.near(bound) };
        let penalty = if left.is_empty() { Vec::new() } else { self.weighed(&units) };
        let Some(listed) = self.listing.inside(&inside, &stay, &penalty, ceiling, MOST_LISTED)? else {
            return Ok(None);
        };
        let may_leave_out = self.is_soft || !left.is_empty();
        let subproblem = self.subproblem(&stay, listed, if may_leave_out { &units } else { &[] });
        let limit = cost.saturating_add(
            subproblem.penalty.saturating_mul(self.weighed(&left).iter().map(|(_, weight)| weight).sum()),
        );
        let found = cover::quick_best(&subproblem.asked(self, None), limit, self.alone.watch)?;
        let is_new = |column: &usize| (subproblem.staying..subproblem.candidates.len()).contains(column);
        Ok(found.map(|cover| {
            cover.into_iter().filter(is_new).map(|column| subproblem.candidates.zones_of(column)).collect()
        }))
    }

    /// Parts of so many regions that were not tried yet: those that may take in units left out,
    /// or, where none are, all.
    fn untried(
        &self,
        packing: &RegionPacking,
        regions: usize,
        tried: &BTreeSet<Vec<ZoneSet>>,
    ) -> Vec<Vec<ZoneSet>> {
        let beside = self.beside(packing);
        let left = self.left_out(packing);
        let graph = self.alone.graph;
        let around: BTreeSet<UnitId> =
            left.iter().flat_map(|&unit| graph.neighbours(unit)).map(|beside| beside.unit).collect();
        let level = &self.listing.design.level;
        let may_take_in = |region: &ZoneSet| {
            !self.is_soft
                || self.people_outside(region) > 0
                || region
                    .iter()
                    .any(|&zone| level.units(zone as usize).iter().any(|unit| around.contains(unit)))
        };
        let mut parts: Vec<Vec<ZoneSet>> = Vec::new();
        let seeds = (0..packing.regions.len()).filter(|&seed| may_take_in(&packing.regions[seed]));
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
                let part: Vec<ZoneSet> =
                    part.into_iter().map(|region| packing.regions[region].clone()).collect();
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
    fn beside(&self, packing: &RegionPacking) -> Vec<BTreeSet<usize>> {
        let level = &self.listing.design.level;
        let mut region_of = vec![None; self.alone.territory.units().len()];
        for (number, region) in packing.regions.iter().enumerate() {
            let units = region.iter().flat_map(|&zone| level.units(zone as usize));
            units.for_each(|unit| region_of[unit.index()] = Some(number));
        }
        let mut beside = vec![BTreeSet::new(); packing.regions.len()];
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
