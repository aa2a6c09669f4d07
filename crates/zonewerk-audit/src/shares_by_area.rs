use std::collections::BTreeMap;

use super::area_contents::together;
use super::plan_facts::Facts;
use super::{Share, ShareArea};
use zonewerk_core::territory::UnitId;

/// Who holds what of a set of units, area by area in ascending order.
#[derive(Default)]
pub(super) struct SharesByArea {
    shares: BTreeMap<ShareArea, BTreeMap<UnitId, Option<u64>>>,
}

impl SharesByArea {
    pub fn add(&mut self, area: ShareArea, unit: UnitId, people: Option<u64>) {
        let sum = self.shares.entry(area).or_default().entry(unit).or_insert(Some(0));
        *sum = together(*sum, people);
    }

    /// Adds a whole unit, which an area has once however many of its zones share it.
    pub fn add_whole(&mut self, area: ShareArea, unit: UnitId, people: Option<u64>) {
        self.shares.entry(area).or_default().insert(unit, people);
    }

    /// The zones that hold these units.
    pub fn over_zones(facts: &Facts, units: &[UnitId]) -> Self {
        let mut spread = Self::default();
        for &unit in units {
            for piece in facts.pieces(unit) {
                let area =
                    piece.zone.map_or(ShareArea::NoZone, |zone| ShareArea::Zone(facts.zone_label(zone)));
                spread.add(area, unit, piece.people);
            }
        }
        spread
    }

    /// Number of areas.
    pub fn len(&self) -> usize {
        self.shares.len()
    }

    /// What each area has.
    pub fn shares(&self, facts: &Facts) -> Vec<Share> {
        let shares = self.shares.iter().map(|(area, units)| Share {
            area: area.clone(),
            units: facts.units(units.keys()),
            people: units.values().copied().fold(Some(0), together),
        });
        shares.collect()
    }
}
