use rayon::prelude::*;

use zonewerk_core::territory::UnitId;

/// Many zones in two flat vectors: millions of small sets without a heap cell each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZonePool {
    ends: Vec<usize>,
    members: Vec<UnitId>,
}

impl Default for ZonePool {
    fn default() -> Self {
        Self { ends: vec![0], members: Vec::new() }
    }
}

impl ZonePool {
    /// Number of zones.
    pub fn len(&self) -> usize {
        self.ends.len() - 1
    }

    /// Units of all zones together, each as often as zones hold it.
    pub fn members(&self) -> usize {
        self.members.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The units of a zone, ascending.
    pub fn units(&self, zone: usize) -> &[UnitId] {
        &self.members[self.ends[zone]..self.ends[zone + 1]]
    }

    /// All zones in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &[UnitId]> {
        (0..self.len()).map(|zone| self.units(zone))
    }

    /// Appends a zone; its units must stand in ascending order.
    pub fn push(&mut self, units: &[UnitId]) {
        debug_assert!(units.is_sorted());
        self.members.extend_from_slice(units);
        self.ends.push(self.members.len());
    }

    /// The zones that pass a test, in order; the pool itself where all do.
    #[must_use]
    pub fn passing(self, test: impl Fn(&[UnitId]) -> bool + Sync) -> Self {
        let kept: Vec<usize> =
            (0..self.len()).into_par_iter().filter(|&zone| test(self.units(zone))).collect();
        if kept.len() == self.len() { self } else { self.select(&kept) }
    }

    /// Appends all zones of another pool.
    pub fn append(&mut self, other: &Self) {
        let shift = self.members.len();
        self.members.extend_from_slice(&other.members);
        self.ends.extend(other.ends[1..].iter().map(|end| end + shift));
    }

    /// The pool of the zones with these numbers, in the order given.
    #[must_use]
    pub fn select(&self, zones: &[usize]) -> Self {
        let mut selected = Self::default();
        for &zone in zones {
            selected.push(self.units(zone));
        }
        selected
    }
}
