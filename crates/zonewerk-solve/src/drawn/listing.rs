//! The regions that some of the units allow, where the other units keep the regions they have.

use rayon::prelude::*;

use super::sets::TooManySets;
use super::zones::Marks;
use super::{Drawing, Set};
use crate::Stopped;
use crate::cover::{self, Columns, Excesses, Rows};
use zonewerk_core::territory::{Id, UnitId};

/// The finest share of that which a region may exceed, as a power of two.
const FINEST_SHARE: u32 = 10;

/// What regions are listed by: costs of zones, and the rows that zones keep.
pub(super) struct Listing<'a> {
    pub(super) drawing: &'a Drawing<'a>,
    /// The zones at what they cost.
    pub(super) columns: &'a Columns,
    pub(super) rows: &'a Rows,
}

impl Listing<'_> {
    /// Regions of zones inside some units, beside the regions that stay: the more the less each
    /// of their zones makes a plan dearer, up to about `most`. Units may be left out at a price
    /// that grows with their weight. `None` where no zones cover those units, or none below the
    /// ceiling, which depends on the bound.
    pub(super) fn inside(
        &self,
        inside: &[bool],
        stay: &[Set],
        dear: &[(UnitId, u64)],
        ceiling: impl Fn(u64) -> u64,
        most: usize,
    ) -> Result<Option<Vec<Set>>, Stopped> {
        let Drawing { question, level, .. } = self.drawing;
        let is_inside = |zone: &usize| level.units(*zone).iter().all(|unit| inside[unit.index()]);
        let mut kept: Vec<usize> = (0..level.len()).into_par_iter().filter(is_inside).collect();
        kept.extend(stay.iter().flatten().map(|&zone| zone as usize));
        kept.sort_unstable();
        let mut required = inside.to_vec();
        let staying = stay.iter().flatten().flat_map(|&zone| level.units(zone as usize));
        staying.for_each(|unit| required[unit.index()] = true);
        let is_whole = required.iter().all(|&required| required);
        let mut rows = Rows { required: Some(required), ..self.rows.clone() };
        if !is_whole || !dear.is_empty() {
            rows.zones.0 = None;
        }
        let mut columns = self.columns.select(&kept);
        let price = (0..columns.len()).map(|column| columns.cost(column)).max().unwrap_or(0);
        for &(unit, weight) in dear {
            let cost = price.saturating_mul(weight);
            columns.append(&[unit], &[], cost, &vec![0; rows.ceilings.len()]);
        }
        let asked = cover::Question {
            columns: &columns,
            rows: &rows,
            graph: question.graph,
            start: None,
            step: 0,
            seed: question.seed,
            settled: 0,
            most: None,
            most_branches: usize::MAX,
        };
        let Some(found) = cover::excesses(&asked, ceiling, question.watch)? else { return Ok(None) };
        let zones = found.each.into_iter().filter(|&(place, _)| place < kept.len());
        let each = zones.map(|(place, excess)| (kept[place], excess));
        let each = each.filter(|(zone, _)| is_inside(zone)).collect();
        let units = (0..inside.len()).filter(|&unit| inside[unit]).map(UnitId::new);
        let among = Marks::of(units, inside.len());
        self.within(&Excesses { each, budget: found.budget }, &among, most)
    }

    /// The regions within the largest part of a budget that does not allow too many.
    fn within(&self, excesses: &Excesses, among: &Marks, most: usize) -> Result<Option<Vec<Set>>, Stopped> {
        let mut listed = None;
        for share in (0..=FINEST_SHARE).rev() {
            let budget = excesses.budget >> share;
            let each = excesses.each.iter().filter(|&&(_, excess)| excess <= budget).copied();
            match self.drawing.sets(&Excesses { each: each.collect(), budget }, among, most) {
                Ok(sets) => listed = Some(sets),
                Err(TooManySets) => break,
            }
        }
        self.drawing.question.watch.stop().map_or(Ok(listed), Err)
    }
}
