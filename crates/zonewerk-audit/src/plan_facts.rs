use std::collections::{BTreeMap, BTreeSet};

use super::area_contents::Contents;
use super::counted_population::Population;
use super::{Parameter, Subject, UnitLabel, ZoneLabel};
use zonewerk_core::graph::Graph;
use zonewerk_core::plan::{Holding, Plan};
use zonewerk_core::problem::Problem;
use zonewerk_core::territory::{IdVec, Territory, UnitId, ZoneId};

/// What the rules read: the input, and what each zone and region holds, counted anew.
pub(super) struct Facts<'a> {
    pub territory: &'a Territory,
    pub graph: &'a Graph,
    pub problem: &'a Problem,
    pub plan: &'a Plan,
    /// What each zone of the plan holds.
    pub contents: IdVec<ZoneId, Contents>,
    /// The regions of the plan by name; none where no zone names one.
    pub regions: BTreeMap<&'a str, RegionFacts>,
}

/// One region of the plan.
#[derive(Default)]
pub(super) struct RegionFacts {
    /// Its zones, ascending.
    pub zones: Vec<ZoneId>,
    /// What they hold together.
    pub contents: Contents,
}

impl<'a> Facts<'a> {
    pub fn gather(territory: &'a Territory, graph: &'a Graph, problem: &'a Problem, plan: &'a Plan) -> Self {
        let contents = Contents::of_zones(plan);
        let mut regions: BTreeMap<&str, RegionFacts> = BTreeMap::new();
        for (zone, described) in plan.zones.iter() {
            for name in &described.regions {
                let region = regions.entry(name).or_default();
                region.zones.push(zone);
                region.contents.extend(&contents[zone]);
            }
        }
        Self { territory, graph, problem, plan, contents, regions }
    }

    /// Inhabitants of a zone or region, as far as they are known.
    pub fn population(&self, contents: &Contents) -> Population {
        let least = contents.counted(self.territory);
        let left = contents.uncounted().map(|unit| self.left_of(unit));
        Population {
            least,
            most: left.fold(least, u64::saturating_add),
            uncounted: contents.uncounted().map(|unit| self.unit(unit)).collect(),
        }
    }

    /// Inhabitants of a unit that the plan gives in parts, besides those of its counted parts.
    fn left_of(&self, unit: UnitId) -> u64 {
        let Some(Holding::Parts(parts)) = self.plan.holdings.get(unit) else { return 0 };
        let counted = parts.iter().filter_map(|part| part.population);
        counted.fold(self.territory.unit(unit).population, u64::saturating_sub)
    }

    /// The zones that hold at least a part of a unit, ascending.
    pub fn inhabited_zones(&self) -> impl Iterator<Item = ZoneId> {
        self.contents.iter().filter(|(_, contents)| !contents.is_empty()).map(|(zone, _)| zone)
    }

    /// The zones of the plan that hold a unit or a part of it, ascending, each once;
    /// and the zones it is assigned to that the plan does not have.
    pub fn zones_of(&self, holding: &Holding) -> (Vec<ZoneLabel>, Vec<ZoneLabel>) {
        let zones: BTreeSet<ZoneId> = match holding {
            Holding::Unassigned => BTreeSet::new(),
            Holding::Whole(zone) => BTreeSet::from([*zone]),
            Holding::Shared(zones) => zones.iter().copied().collect(),
            Holding::Parts(parts) => parts.iter().map(|part| part.zone).collect(),
        };
        zones
            .into_iter()
            .map(|zone| ZoneLabel::new(self.plan, zone))
            .partition(|label| self.plan.zones.get(label.zone).is_some())
    }

    /// Inhabitants of whole units. Saturates rather than panics.
    pub fn inhabitants(&self, units: impl IntoIterator<Item = UnitId>) -> u64 {
        let people = units.into_iter().map(|unit| self.territory.unit(unit).population);
        people.fold(0, u64::saturating_add)
    }

    /// Whether the profile sets a number.
    pub fn has_number(&self, parameter: Parameter) -> bool {
        let (zone, region) = (self.problem.profile.zone, self.problem.profile.region);
        match parameter {
            Parameter::ZoneMinimum => zone.population.minimum() > 0,
            Parameter::ZoneMaximum => zone.population.maximum().is_some(),
            Parameter::ZoneCount => !zone.count.is_free() || !self.problem.zone_count.is_free(),
            Parameter::RegionMinimum => region.population.minimum() > 0,
            Parameter::RegionMaximum => region.population.maximum().is_some(),
            Parameter::RegionCount => !region.count.is_free(),
            Parameter::RegionZonesMinimum => region.zones.minimum().is_some(),
            Parameter::RegionZonesMaximum => region.zones.maximum().is_some(),
            Parameter::Families | Parameter::Except | Parameter::Reading | Parameter::Months => true,
        }
    }

    pub fn unit(&self, unit: UnitId) -> UnitLabel {
        UnitLabel::new(self.territory, unit)
    }

    pub fn units<'u>(&self, units: impl IntoIterator<Item = &'u UnitId>) -> Vec<UnitLabel> {
        units.into_iter().map(|&unit| self.unit(unit)).collect()
    }

    pub fn zone(&self, zone: ZoneId) -> Subject {
        Subject::Zone(self.zone_label(zone))
    }

    pub fn zone_label(&self, zone: ZoneId) -> ZoneLabel {
        ZoneLabel::new(self.plan, zone)
    }
}
