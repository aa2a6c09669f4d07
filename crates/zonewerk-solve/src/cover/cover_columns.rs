use std::sync::Arc;

use rayon::prelude::*;

use crate::zones::ZonePool;
use zonewerk_core::territory::{Id, UnitId};

/// The number of a conflict row: of what only one zone of a plan may have, such as to continue a certain
/// zone of the base plan, or to straddle a certain group.
pub(crate) type ConflictRow = u32;

/// The columns of a cover: zones with what each adds to the objective and to the side rows. A zone is a
/// column of its own for each choice of conflict rows.
#[derive(Clone, Debug, Default)]
pub(crate) struct CoverColumns {
    zones: Arc<ZonePool>,
    zone_of: Vec<u32>,
    conflict_rows: Vec<ConflictRow>,
    /// Where each column's conflict rows end.
    conflict_row_ends: Vec<u32>,
    costs: Vec<u64>,
    sides: Vec<Vec<u64>>,
}

impl CoverColumns {
    /// No column yet, for a pool of zones; `sides` coefficients in side rows each.
    pub(crate) fn of(zones: Arc<ZonePool>, sides: usize) -> Self {
        Self { zones, sides: vec![Vec::new(); sides], ..Self::default() }
    }

    /// Adds a column: zones must come in ascending order.
    pub(crate) fn push(&mut self, zone: usize, conflict_rows: &[ConflictRow], cost: u64, sides: &[u64]) {
        self.zone_of.push(u32::try_from(zone).expect("fewer than 2^32 zones"));
        self.conflict_rows.extend_from_slice(conflict_rows);
        self.conflict_row_ends
            .push(u32::try_from(self.conflict_rows.len()).expect("fewer than 2^32 conflict_rows"));
        self.costs.push(cost);
        self.sides.iter_mut().zip(sides).for_each(|(side, &coefficient)| side.push(coefficient));
    }

    /// Adds a column with a zone of its own.
    pub(crate) fn append(
        &mut self,
        units: &[UnitId],
        conflict_rows: &[ConflictRow],
        cost: u64,
        sides: &[u64],
    ) {
        Arc::make_mut(&mut self.zones).push(units);
        self.push(self.zones.len() - 1, conflict_rows, cost, sides);
    }

    pub(crate) fn len(&self) -> usize {
        self.costs.len()
    }

    pub(crate) fn units(&self, column: usize) -> &[UnitId] {
        self.zones.units(self.zone_of[column] as usize)
    }

    /// The conflict rows of a column, ascending.
    pub(crate) fn conflict_rows(&self, column: usize) -> &[ConflictRow] {
        let start = column.checked_sub(1).map_or(0, |before| self.conflict_row_ends[before]);
        &self.conflict_rows[start as usize..self.conflict_row_ends[column] as usize]
    }

    pub(crate) fn cost(&self, column: usize) -> u64 {
        self.costs[column]
    }

    /// Units and conflict rows of the columns that have most of each.
    pub(super) fn most_sets(&self) -> usize {
        let conflict_rows = (0..self.len()).map(|column| self.conflict_rows(column).len()).max().unwrap_or(0);
        self.zones.iter().map(<[UnitId]>::len).max().unwrap_or(0) + conflict_rows
    }

    pub(super) fn costs(&self) -> &[u64] {
        &self.costs
    }

    /// The same columns at no cost.
    pub(super) fn free_of_cost(mut self) -> Self {
        self.costs.fill(0);
        self
    }

    /// Coefficients in the side rows.
    pub(crate) fn sides(&self, column: usize) -> impl ExactSizeIterator<Item = u64> + '_ {
        self.sides.iter().map(move |side| side[column])
    }

    /// The rows that hold a column, ascending: its units, then its conflict rows.
    pub(super) fn rows(&self, column: usize, units: usize) -> impl Iterator<Item = usize> + '_ {
        let conflict_rows =
            self.conflict_rows(column).iter().map(move |&conflict_row| units + conflict_row as usize);
        self.units(column).iter().map(|unit| unit.index()).chain(conflict_rows)
    }

    /// The columns with these numbers, ascending.
    pub(crate) fn select(&self, columns: &[usize]) -> Self {
        let mut selected = Self { sides: vec![Vec::new(); self.sides.len()], ..Self::default() };
        let mut zones = ZonePool::default();
        let mut last = None;
        for &column in columns {
            let zone = self.zone_of[column];
            if last != Some(zone) {
                zones.push(self.zones.units(zone as usize));
                last = Some(zone);
            }
            selected.zone_of.push(zones.len() as u32 - 1);
            selected.conflict_rows.extend_from_slice(self.conflict_rows(column));
            selected.conflict_row_ends.push(selected.conflict_rows.len() as u32);
            selected.costs.push(self.costs[column]);
            for (to, from) in selected.sides.iter_mut().zip(&self.sides) {
                to.push(from[column]);
            }
        }
        selected.zones = Arc::new(zones);
        selected
    }

    /// The columns that pass a test, ascending.
    pub(super) fn passing(&self, test: impl Fn(usize) -> bool + Sync) -> Vec<usize> {
        (0..self.len()).into_par_iter().filter(|&column| test(column)).collect()
    }
}
