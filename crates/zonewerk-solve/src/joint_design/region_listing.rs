//! The regions of some of the units, where the other units keep the regions they have.

use rayon::prelude::*;

use super::region_enumeration::TooManySets;
use super::region_needs::UnitSet;
use super::{JointDesign, ZoneSet};
use crate::Stopped;
use crate::cover::{self, CoverColumns, CoverRows, ReducedCosts};
use zonewerk_core::territory::{Id, UnitId};

/// The finest share of that which a region may exceed, as a power of two.
const FINEST_SHARE: u32 = 10;

/// What regions are listed from: zones at their costs, and the rows that zones keep.
pub(super) struct RegionListing<'a> {
    pub(super) design: &'a JointDesign<'a>,
    /// The zones at what they cost.
    pub(super) columns: &'a CoverColumns,
    pub(super) rows: &'a CoverRows,
}

impl RegionListing<'_> {
    /// Regions of zones inside some units, beside the regions that stay: about `most` at most, those whose
    /// zones have the smallest reduced costs. Units may be left out at a penalty that grows with
    /// their weight. `None` where no zones cover those units, or none below the
    /// ceiling, which depends on the bound.
    pub(super) fn inside(
        &self,
        inside: &[bool],
        stay: &[ZoneSet],
        penalty: &[(UnitId, u64)],
        ceiling: impl Fn(u64) -> u64,
        most: usize,
    ) -> Result<Option<Vec<ZoneSet>>, Stopped> {
        let JointDesign { question, level, .. } = self.design;
        let is_inside = |zone: &usize| level.units(*zone).iter().all(|unit| inside[unit.index()]);
        let mut kept: Vec<usize> = (0..level.len()).into_par_iter().filter(is_inside).collect();
        kept.extend(stay.iter().flatten().map(|&zone| zone as usize));
        kept.sort_unstable();
        let mut required = inside.to_vec();
        let staying = stay.iter().flatten().flat_map(|&zone| level.units(zone as usize));
        staying.for_each(|unit| required[unit.index()] = true);
        let is_whole = required.iter().all(|&required| required);
        let mut rows = CoverRows { required: Some(required), ..self.rows.clone() };
        if !is_whole || !penalty.is_empty() {
            rows.zones.0 = None;
        }
        let mut columns = self.columns.select(&kept);
        let price = (0..columns.len()).map(|column| columns.cost(column)).max().unwrap_or(0);
        for &(unit, weight) in penalty {
            let cost = price.saturating_mul(weight);
            columns.append(&[unit], &[], cost, &vec![0; rows.ceilings.len()]);
        }
        let asked = cover::CoverQuestion {
            columns: &columns,
            rows: &rows,
            graph: question.graph,
            start: None,
            step: 0,
            seed: question.seed,
            settled: 0,
            max_cost: None,
            most_branches: usize::MAX,
        };
        let Some(found) = cover::reduced_costs(&asked, ceiling, question.watch)? else { return Ok(None) };
        let zones = found.each.into_iter().filter(|&(place, _)| place < kept.len());
        let each = zones.map(|(place, reduced_cost)| (kept[place], reduced_cost));
        let each = each.filter(|(zone, _)| is_inside(zone)).collect();
        let units = (0..inside.len()).filter(|&unit| inside[unit]).map(UnitId::new);
        let among = UnitSet::of(units, inside.len());
        self.within(&ReducedCosts { each, budget: found.budget }, &among, most)
    }

    /// The regions within the largest part of a budget that does not allow too many.
    fn within(
        &self,
        reduced_costs: &ReducedCosts,
        among: &UnitSet,
        most: usize,
    ) -> Result<Option<Vec<ZoneSet>>, Stopped> {
        let mut listed = None;
        for share in (0..=FINEST_SHARE).rev() {
            let budget = reduced_costs.budget >> share;
            let each =
                reduced_costs.each.iter().filter(|&&(_, reduced_cost)| reduced_cost <= budget).copied();
            match self.design.sets(&ReducedCosts { each: each.collect(), budget }, among, most) {
                Ok(sets) => listed = Some(sets),
                Err(TooManySets) => break,
            }
        }
        self.design.question.watch.stop().map_or(Ok(listed), Err)
    }
}
