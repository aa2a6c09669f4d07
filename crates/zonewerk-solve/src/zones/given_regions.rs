use super::group_shares::Groups;
use crate::requirements::{RegionNeeds, Requirements};
use zonewerk_core::problem::{Problem, Regions};
use zonewerk_core::territory::{FamilyId, GroupFamily, Id, Territory, UnitId};

/// Regions that are given: the groups of a family.
pub struct GivenRegions<'a> {
    id: FamilyId,
    family: &'a GroupFamily,
    groups: Groups,
    requirements: &'a Requirements,
}

impl<'a> GivenRegions<'a> {
    /// The regions of a problem, where they are given.
    pub fn new(territory: &'a Territory, problem: &Problem, requirements: &'a Requirements) -> Option<Self> {
        let Regions::Given { family } = &problem.regions else { return None };
        let id = territory.find_family(family)?;
        let family = territory.family(id);
        Some(Self { id, family, groups: Groups::all(territory, &family.groups), requirements })
    }

    /// The regions, by number.
    pub fn names(&self) -> impl ExactSizeIterator<Item = &'a str> {
        self.family.groups.iter().map(|group| group.name.as_str())
    }

    /// The whole units of a region, ascending.
    pub fn units(&self, region: usize) -> &'a [UnitId] {
        &self.family.groups[region].units
    }

    /// The region that a zone of these units (ascending) lies in; where it crosses their
    /// limits, that of most of its inhabitants.
    pub fn of_zone(&self, zone: &[UnitId]) -> Option<usize> {
        self.groups.main(zone).map(|share| share.group)
    }

    /// Whether no two regions share a unit, and each zone of every plan lies in one region, or
    /// touches none.
    pub fn are_limits(&self) -> bool {
        let required = &self.requirements.groups;
        required.inside.contains(&self.id) && !required.is_crossing_waived && self.groups.are_apart()
    }

    /// Whether a zone may lie in no region, or lies in one (rule `zone-without-region`); `None` where
    /// every zone does.
    pub fn zones_inside(&self, units: usize) -> Option<impl Fn(&[UnitId]) -> bool + Sync + '_> {
        let let_off = self.requirements.groups.without_region.as_ref()?;
        let has_region: Vec<bool> =
            (0..units).map(|unit| self.of_zone(&[UnitId::new(unit)]).is_some()).collect();
        let is_inside = move |zone: &[UnitId]| {
            zone.iter().any(|unit| has_region[unit.index()]) || let_off.iter().any(|one| one.is(zone))
        };
        (!(0..units).all(|unit| is_inside(&[UnitId::new(unit)]))).then_some(is_inside)
    }

    /// What a plan must keep of a region.
    pub fn needs(&self, region: usize) -> RegionNeeds {
        let group = &self.family.groups[region];
        self.requirements.regions.needs(Some(&group.name), &group.units)
    }
}
