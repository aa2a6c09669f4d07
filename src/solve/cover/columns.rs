use rayon::prelude::*;

use crate::territory::{Id, UnitId};
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

/// The units that a solution covers less than once, ascending.
pub(super) fn left_over(columns: &Columns, units: usize, solution: &[(usize, f64)]) -> Vec<UnitId> {
    let mut covered = vec![0.0; units];
    for &(column, value) in solution {
        columns.units(column).iter().for_each(|unit| covered[unit.index()] += value);
    }
    (0..units).filter(|&unit| covered[unit] < 1.0 - 1e-6).map(UnitId::new).collect()
}

/// The columns of a solution that is whole; `None` when it is fractional or does not
/// hold each unit exactly once.
pub(super) fn whole_cover(columns: &Columns, units: usize, solution: &[(usize, f64)]) -> Option<Vec<usize>> {
    let mut times = vec![0_u32; units];
    let mut cover = Vec::new();
    for &(column, value) in solution.iter().filter(|&&(_, value)| value > 1e-6) {
        if value < 1.0 - 1e-6 {
            return None;
        }
        columns.units(column).iter().for_each(|unit| times[unit.index()] += 1);
        cover.push(column);
    }
    times.iter().all(|&times| times == 1).then_some(cover)
}
