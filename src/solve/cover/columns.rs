use std::sync::Arc;

use rayon::prelude::*;

use crate::territory::{Id, UnitId};
use crate::zones::ZonePool;

/// The zone of the base plan that a zone continues, or none.
pub(in crate::solve) type Heir = Option<u16>;

/// The zones in play with what each adds to the objective. Where people move from a base
/// plan, a zone stands once for each zone of that plan that it may continue, and once for
/// none.
#[derive(Clone, Debug, Default)]
pub(in crate::solve) struct Columns {
    zones: Arc<ZonePool>,
    zone_of: Vec<u32>,
    heirs: Vec<Heir>,
    costs: Vec<u64>,
    sides: Vec<Vec<u64>>,
}

impl Columns {
    /// No column yet, for a pool of zones; `sides` coefficients in side rows each.
    pub(in crate::solve) fn of(zones: Arc<ZonePool>, sides: usize) -> Self {
        Self { zones, sides: vec![Vec::new(); sides], ..Self::default() }
    }

    /// Adds a column: zones must come in ascending order.
    pub(in crate::solve) fn push(&mut self, zone: usize, heir: Heir, cost: u64, sides: &[u64]) {
        self.zone_of.push(u32::try_from(zone).expect("fewer than 2^32 zones"));
        self.heirs.push(heir);
        self.costs.push(cost);
        self.sides.iter_mut().zip(sides).for_each(|(side, &coefficient)| side.push(coefficient));
    }

    /// Adds a column with a zone of its own.
    pub(in crate::solve) fn append(&mut self, units: &[UnitId], heir: Heir, cost: u64, sides: &[u64]) {
        Arc::make_mut(&mut self.zones).push(units);
        self.push(self.zones.len() - 1, heir, cost, sides);
    }

    pub(in crate::solve) fn len(&self) -> usize {
        self.costs.len()
    }

    pub(in crate::solve) fn units(&self, column: usize) -> &[UnitId] {
        self.zones.units(self.zone_of[column] as usize)
    }

    pub(in crate::solve) fn heir(&self, column: usize) -> Heir {
        self.heirs[column]
    }

    pub(in crate::solve) fn cost(&self, column: usize) -> u64 {
        self.costs[column]
    }

    /// Units of the column that has most.
    pub(super) fn most_units(&self) -> usize {
        self.zones.iter().map(<[UnitId]>::len).max().unwrap_or(0)
    }

    pub(super) fn costs(&self) -> &[u64] {
        &self.costs
    }

    pub(super) fn costs_mut(&mut self) -> &mut [u64] {
        &mut self.costs
    }

    /// Coefficients in the side rows.
    pub(in crate::solve) fn sides(&self, column: usize) -> impl ExactSizeIterator<Item = u64> + '_ {
        self.sides.iter().map(move |side| side[column])
    }

    /// The rows that hold a column, ascending: its units, then its heir.
    pub(super) fn rows(&self, column: usize, units: usize) -> impl Iterator<Item = usize> + '_ {
        let heir = self.heirs[column].map(|heir| units + usize::from(heir));
        self.units(column).iter().map(|unit| unit.index()).chain(heir)
    }

    /// The columns with these numbers, ascending.
    pub(in crate::solve) fn select(&self, columns: &[usize]) -> Self {
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
            selected.heirs.push(self.heirs[column]);
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
