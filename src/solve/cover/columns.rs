use rayon::prelude::*;

use crate::territory::UnitId;
use crate::zones::ZonePool;

/// The zones in play with what each adds to the objective.
#[derive(Clone, Debug, Default)]
pub(in crate::solve) struct Columns {
    pub(in crate::solve) zones: ZonePool,
    pub(in crate::solve) costs: Vec<u64>,
}

impl Columns {
    pub(in crate::solve) fn len(&self) -> usize {
        self.costs.len()
    }

    pub(in crate::solve) fn units(&self, column: usize) -> &[UnitId] {
        self.zones.units(column)
    }

    pub(super) fn select(&self, columns: &[usize]) -> Self {
        Self {
            zones: self.zones.select(columns),
            costs: columns.iter().map(|&column| self.costs[column]).collect(),
        }
    }

    /// The columns that pass a test, ascending.
    pub(super) fn passing(&self, test: impl Fn(usize) -> bool + Sync) -> Vec<usize> {
        (0..self.len()).into_par_iter().filter(|&column| test(column)).collect()
    }
}
