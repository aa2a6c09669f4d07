use std::collections::BTreeSet;

use super::groups::Groups;
use zonewerk_core::problem::{CountBounds, Excepted, PopulationBounds, Problem, Regions};
use zonewerk_core::territory::{GroupFamily, Territory, UnitId};

/// Regions that are given: the groups of a family.
pub struct GivenRegions<'a> {
    territory: &'a Territory,
    problem: &'a Problem,
    family: &'a GroupFamily,
    groups: Groups,
}

/// What a plan must keep of one region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegionNeeds {
    /// Inhabitants.
    pub population: PopulationBounds,
    /// Number of zones.
    pub zones: CountBounds,
    /// Whether it must hang together.
    pub contiguous: bool,
}

impl<'a> GivenRegions<'a> {
    /// The regions of a problem, where they are given.
    pub fn new(territory: &'a Territory, problem: &'a Problem) -> Option<Self> {
        let Regions::Given { family } = &problem.regions else { return None };
        let family = territory.families.iter().find(|known| known.name == *family)?;
        Some(Self { territory, problem, family, groups: Groups::all(territory, &family.groups) })
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
    /// limits, that of most of its people.
    pub fn of_zone(&self, zone: &[UnitId]) -> Option<usize> {
        self.groups.main(zone).map(|share| share.group)
    }

    /// Whether no two regions share a unit, and each zone of every plan lies in one region, or
    /// touches none.
    pub fn are_limits(&self) -> bool {
        let rule = "zone-crosses-group";
        let kept = self.problem.profile.kept(rule);
        let is_waived =
            self.problem.exceptions.iter().any(|exception| exception.waives.iter().any(|name| name == rule));
        kept.is_some_and(|setting| setting.binds(&self.family.name)) && !is_waived && self.groups.are_apart()
    }

    /// What a plan must keep of a region.
    pub fn needs(&self, region: usize) -> RegionNeeds {
        let group = &self.family.groups[region];
        region_needs(self.territory, self.problem, Some(&group.name), &group.units)
    }
}

/// What a plan must keep of a region of these units, with a name where it is given: the rules
/// that weigh as errors, but for those that leave alone one of its units or are waived for it.
pub fn region_needs(
    territory: &Territory,
    problem: &Problem,
    name: Option<&str>,
    units: &[UnitId],
) -> RegionNeeds {
    let holds = |rule: &str| {
        let Some(setting) = problem.profile.kept(rule) else { return false };
        let except: BTreeSet<UnitId> = territory.find_all(&setting.except);
        let is_waived = problem.exceptions.iter().any(|exception| {
            let is_made_for = match &exception.subject {
                Excepted::Region(excepted) => name == Some(excepted),
                Excepted::Units(excepted) => excepted == units,
                Excepted::Zone(_) | Excepted::Group(_) => false,
            };
            is_made_for && exception.waives.iter().any(|waived| waived == rule)
        });
        !is_waived && !units.iter().any(|unit| except.contains(unit))
    };
    let level = problem.profile.region;
    let population = PopulationBounds::new(
        if holds("region-below-minimum-population") { level.population.minimum() } else { 0 },
        level.population.maximum().filter(|_| holds("region-above-maximum-population")),
    );
    let zones = CountBounds::new(
        level.zones.minimum().filter(|_| holds("region-with-too-few-zones")),
        level.zones.maximum().filter(|_| holds("region-with-too-many-zones")),
    );
    RegionNeeds {
        population: population.expect("bounds that are dropped leave bounds"),
        zones: zones.expect("bounds that are dropped leave bounds"),
        contiguous: holds("region-not-contiguous"),
    }
}
