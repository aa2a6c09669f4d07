use std::collections::BTreeMap;

use super::columns::Columns;
use crate::territory::{Id, UnitId};

/// A decision on two units (Ryan and Foster 1981, "An integer programming approach to
/// scheduling"): a fractional exact cover always has two units that are together in part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Decision {
    /// In the same zone.
    Together(UnitId, UnitId),
    /// In different zones.
    Apart(UnitId, UnitId),
}

/// Which columns agree with all decisions.
pub(super) fn open_columns(columns: &Columns, decisions: &[Decision]) -> Vec<bool> {
    let agrees = |column: usize| {
        let units = columns.units(column);
        let holds = |unit: UnitId| units.binary_search(&unit).is_ok();
        decisions.iter().all(|&decision| match decision {
            Decision::Together(a, b) => holds(a) == holds(b),
            Decision::Apart(a, b) => !(holds(a) && holds(b)),
        })
    };
    (0..columns.len()).map(agrees).collect()
}

/// The pair of units that is together in nearest to half of the solution; `None` when
/// every pair is wholly together or wholly apart.
pub(super) fn most_undecided_pair(columns: &Columns, solution: &[(usize, f64)]) -> Option<(UnitId, UnitId)> {
    let mut together: BTreeMap<(UnitId, UnitId), f64> = BTreeMap::new();
    for &(column, value) in solution {
        let units = columns.units(column);
        for (place, &a) in units.iter().enumerate() {
            for &b in &units[place + 1..] {
                *together.entry((a, b)).or_default() += value;
            }
        }
    }
    let distance = |value: f64| (value - 0.5).abs();
    let undecided = together.into_iter().filter(|&(_, value)| distance(value) < 0.5 - 1e-6);
    undecided.min_by(|a, b| distance(a.1).total_cmp(&distance(b.1)).then(a.0.cmp(&b.0))).map(|(pair, _)| pair)
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
