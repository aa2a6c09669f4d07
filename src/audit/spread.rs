use std::collections::BTreeMap;

use super::contents::together;
use super::facts::Facts;
use super::{Area, Share};
use crate::plan::Holding;
use crate::territory::UnitId;

/// Who holds what of a set of units, area by area in ascending order.
#[derive(Default)]
pub(super) struct Spread {
    shares: BTreeMap<Area, BTreeMap<UnitId, Option<u64>>>,
}

impl Spread {
    pub fn add(&mut self, area: Area, unit: UnitId, people: Option<u64>) {
        let sum = self.shares.entry(area).or_default().entry(unit).or_insert(Some(0));
        *sum = together(*sum, people);
    }

    /// The zones that hold these units.
    pub fn over_zones(facts: &Facts, units: &[UnitId]) -> Self {
        let mut spread = Self::default();
        for &unit in units {
            let people = Some(facts.territory.unit(unit).population);
            let zone = |zone| Area::Zone(facts.zone_label(zone));
            match &facts.plan.holdings[unit] {
                Holding::Unassigned => spread.add(Area::NoZone, unit, people),
                Holding::Whole(in_zone) => spread.add(zone(*in_zone), unit, people),
                Holding::Shared(zones) => zones.iter().for_each(|&of| spread.add(zone(of), unit, people)),
                Holding::Parts(parts) => {
                    parts.iter().for_each(|part| spread.add(zone(part.zone), unit, part.population));
                }
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
