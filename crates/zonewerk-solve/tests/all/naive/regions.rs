//! Regions that are given: what a plan must keep of each, from the words of the rules.

use zonewerk_core::problem::{
    CountBounds, Excepted, PopulationBounds, Regions, RuleId, RuleWeight, Severity,
};
use zonewerk_core::territory::Group;

use super::families::NaiveGroup;
use super::lists::{Lists, Set, members, naive};
use crate::worlds::World;

/// A given region with what it may be.
#[derive(Debug)]
pub struct NaiveRegion {
    group: NaiveGroup,
    people: PopulationBounds,
    zones: CountBounds,
}

/// The given regions of a world that have a whole unit, each with the bounds that hold for it.
pub fn given_regions(world: &World) -> Vec<NaiveRegion> {
    let World { territory, problem, .. } = world;
    let Regions::Given { family } = &problem.regions else { return Vec::new() };
    let holds = |rule: RuleId, name: &str| {
        let is_waived = problem.exceptions.iter().any(|exception| {
            exception.subject == Excepted::Region(name.to_owned()) && exception.waives.contains(&rule)
        });
        let weight = problem.profile.rules.get(&rule).and_then(|setting| setting.weight);
        weight == Some(RuleWeight::Finding(Severity::Error)) && !is_waived
    };
    let level = problem.profile.region;
    let family = territory.families.iter().find(|known| known.name == *family).unwrap();
    let region = |group: &Group| {
        let name = group.name.as_str();
        let group = naive(group);
        let least = holds(RuleId::RegionBelowMinimumPopulation, name);
        let most = holds(RuleId::RegionAboveMaximumPopulation, name);
        let few = holds(RuleId::RegionWithTooFewZones, name);
        let many = holds(RuleId::RegionWithTooManyZones, name);
        let least = if least { level.population.minimum() } else { 0 };
        NaiveRegion {
            group,
            people: PopulationBounds::new(least, level.population.maximum().filter(|_| most)).unwrap(),
            zones: CountBounds::new(
                level.zones.minimum().filter(|_| few),
                level.zones.maximum().filter(|_| many),
            )
            .unwrap(),
        }
    };
    family.groups.iter().map(region).filter(|region| region.group.whole != 0).collect()
}

/// Whether the zones of each region come to what it may be; a region without a zone has nobody.
pub fn are_kept(lists: &Lists, plan: &[Set]) -> bool {
    let home = |zone: Set| {
        let regions = lists.regions.iter().enumerate().filter(|(_, region)| region.group.whole & zone != 0);
        let weight =
            |units: Set| (members(units).map(|unit| lists.people[unit]).sum::<u64>(), units.count_ones());
        regions.max_by_key(|(number, region)| (weight(region.group.whole & zone), std::cmp::Reverse(*number)))
    };
    lists.regions.iter().enumerate().all(|(number, region)| {
        let zones = plan.iter().filter(|&&zone| home(zone).is_some_and(|(home, _)| home == number));
        let zones: Vec<Set> = zones.copied().collect();
        let people: u64 = zones.iter().map(|&zone| lists.people_of(zone)).sum();
        let count = zones.len() as u64;
        region.people.allow(people)
            && region.zones.minimum().is_none_or(|least| count >= least)
            && region.zones.maximum().is_none_or(|most| count <= most)
    })
}
