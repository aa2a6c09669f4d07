use std::sync::Arc;

use rayon::prelude::*;

use crate::zones::ZonePool;
use zonewerk_core::territory::{Id, UnitId};

/// What only one zone of a plan may have: to continue a certain zone of the base plan, or to
/// straddle a certain group.
pub(crate) type Claim = u32;

/// The zones in play with what each adds to the objective. A zone stands once for each choice
/// of what it claims.
#[derive(Clone, Debug, Default)]
pub(crate) struct Columns {
    zones: Arc<ZonePool>,
    zone_of: Vec<u32>,
    claims: Vec<Claim>,
    /// Where each column's claims end.
    claim_ends: Vec<u32>,
    costs: Vec<u64>,
    sides: Vec<Vec<u64>>,
}

impl Columns {
    /// No column yet, for a pool of zones; `sides` coefficients in side rows each.
    pub(crate) fn of(zones: Arc<ZonePool>, sides: usize) -> Self {
        Self { zones, sides: vec![Vec::new(); sides], ..Self::default() }
    }

    /// Adds a column: zones must come in ascending order.
    pub(crate) fn push(&mut self, zone: usize, claims: &[Claim], cost: u64, sides: &[u64]) {
        self.zone_of.push(u32::try_from(zone).expect("fewer than 2^32 zones"));
        self.claims.extend_from_slice(claims);
        self.claim_ends.push(u32::try_from(self.claims.len()).expect("fewer than 2^32 claims"));
        self.costs.push(cost);
        self.sides.iter_mut().zip(sides).for_each(|(side, &coefficient)| side.push(coefficient));
    }

    /// Adds a column with a zone of its own.
    pub(crate) fn append(&mut self, units: &[UnitId], claims: &[Claim], cost: u64, sides: &[u64]) {
        Arc::make_mut(&mut self.zones).push(units);
        self.push(self.zones.len() - 1, claims, cost, sides);
    }

    pub(crate) fn len(&self) -> usize {
        self.costs.len()
    }

    pub(crate) fn units(&self, column: usize) -> &[UnitId] {
        self.zones.units(self.zone_of[column] as usize)
    }

    /// What a column claims, ascending.
    pub(crate) fn claims(&self, column: usize) -> &[Claim] {
        let start = column.checked_sub(1).map_or(0, |before| self.claim_ends[before]);
        &self.claims[start as usize..self.claim_ends[column] as usize]
    }

    pub(crate) fn cost(&self, column: usize) -> u64 {
        self.costs[column]
    }

    /// Units and claims of the columns that have most of each.
    pub(super) fn most_sets(&self) -> usize {
        let claims = (0..self.len()).map(|column| self.claims(column).len()).max().unwrap_or(0);
        self.zones.iter().map(<[UnitId]>::len).max().unwrap_or(0) + claims
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

    /// The rows that hold a column, ascending: its units, then its claims.
    pub(super) fn rows(&self, column: usize, units: usize) -> impl Iterator<Item = usize> + '_ {
        let claims = self.claims(column).iter().map(move |&claim| units + claim as usize);
        self.units(column).iter().map(|unit| unit.index()).chain(claims)
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
            selected.claims.extend_from_slice(self.claims(column));
            selected.claim_ends.push(selected.claims.len() as u32);
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
