use std::collections::BTreeSet;

use super::case::Case;
use crate::zones::GivenRegions;
use zonewerk_core::problem::{Excepted, PopulationBounds, Problem, Regions};
use zonewerk_core::territory::{LinkChange, MergerStatus, UnitId};

/// One thing that is asked of plans and could be dropped; its place is that in the problem or
/// the territory.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Demand {
    /// Fewest inhabitants of a zone, of exceptions too.
    Minimum,
    /// Most inhabitants of a zone, of exceptions too.
    Maximum,
    /// Fewest zones of a plan.
    FewestZones,
    /// Most zones of a plan.
    MostZones,
    /// A pin.
    Pin(usize),
    /// A zone that is given.
    FixedZone(usize),
    /// A merger that is decided.
    Merger(usize),
    /// No zone straddles the groups of this name.
    Group(String),
    /// Each zone lies inside one group of this family.
    Limits(String),
    /// What a plan may come to in a goal.
    Goal(usize),
    /// A rule on regions, of one that is given or of all that are drawn.
    Region {
        /// The rule.
        rule: &'static str,
        /// Name of the region.
        region: Option<String>,
    },
    /// A link says that two units are no neighbours.
    Removed(usize),
    /// Two units do not touch, and no link joins them.
    NoLink(UnitId, UnitId),
}

const REGION_RULES: [&str; 5] = [
    "region-below-minimum-population",
    "region-above-maximum-population",
    "region-with-too-few-zones",
    "region-with-too-many-zones",
    "region-not-contiguous",
];

impl Case {
    /// Everything that is asked and could be dropped, ascending. `links` are pairs of units that
    /// a link could join.
    pub fn demands(&self, links: &[(UnitId, UnitId)]) -> BTreeSet<Demand> {
        let Self { territory, problem, .. } = self;
        let mut demands = BTreeSet::new();
        let own = problem.exceptions.iter().filter_map(|exception| exception.bounds);
        let bounds: Vec<PopulationBounds> = own.chain([problem.bounds()]).collect();
        let has_minimum = bounds.iter().any(|bounds| bounds.minimum() > 0);
        let has_maximum = bounds.iter().any(|bounds| bounds.maximum().is_some());
        demands.extend(has_minimum.then_some(Demand::Minimum));
        demands.extend(has_maximum.then_some(Demand::Maximum));
        demands.extend(problem.zone_count.minimum().map(|_| Demand::FewestZones));
        demands.extend(problem.zone_count.maximum().map(|_| Demand::MostZones));
        demands.extend((0..problem.pins.len()).map(Demand::Pin));
        demands.extend((0..problem.fixed_zones.len()).map(Demand::FixedZone));
        let mergers = territory.planned_mergers.iter().enumerate();
        let decided = mergers.filter(|(_, merger)| merger.status == MergerStatus::Decided);
        demands.extend(decided.map(|(place, _)| Demand::Merger(place)));
        for family in &territory.families {
            let binds = |rule| problem.profile.kept(rule).is_some_and(|setting| setting.binds(&family.name));
            if binds("group-straddles-zones") {
                let groups = family.groups.iter().map(|group| group.name.clone());
                demands.extend(groups.filter(|group| !is_waived(problem, group)).map(Demand::Group));
            }
            demands.extend(binds("zone-crosses-group").then(|| Demand::Limits(family.name.clone())));
        }
        demands.extend((0..problem.limits.len()).map(Demand::Goal));
        demands.extend(self.region_demands());
        let links_there = territory.links.iter().enumerate();
        let removed = links_there.filter(|(_, link)| link.change == LinkChange::Remove);
        demands.extend(removed.map(|(place, _)| Demand::Removed(place)));
        demands.extend(links.iter().map(|&(a, b)| Demand::NoLink(a.min(b), a.max(b))));
        demands
    }

    fn region_demands(&self) -> Vec<Demand> {
        let profile = &self.problem.profile;
        match &self.problem.regions {
            Regions::None => Vec::new(),
            Regions::Drawn => {
                let rules = REGION_RULES.into_iter().chain(["wrong-number-of-regions"]);
                let kept = rules.filter(|rule| profile.kept(rule).is_some());
                kept.map(|rule| Demand::Region { rule, region: None }).collect()
            }
            Regions::Given { .. } => {
                let Some(regions) = GivenRegions::new(&self.territory, &self.problem) else {
                    return Vec::new();
                };
                let mut demands = Vec::new();
                for (number, name) in regions.names().enumerate() {
                    let needs = regions.needs(number);
                    let asked = [
                        needs.population.minimum() > 0,
                        needs.population.maximum().is_some(),
                        needs.zones.minimum().is_some(),
                        needs.zones.maximum().is_some(),
                        needs.contiguous,
                    ];
                    let rules = REGION_RULES.into_iter().zip(asked).filter(|(_, asked)| *asked);
                    demands.extend(
                        rules.map(|(rule, _)| Demand::Region { rule, region: Some(name.to_owned()) }),
                    );
                }
                demands
            }
        }
    }
}

fn is_waived(problem: &Problem, group: &str) -> bool {
    problem.exceptions.iter().any(|exception| {
        exception.subject == Excepted::Group(group.to_owned())
            && exception.waives.iter().any(|rule| rule == "group-straddles-zones")
    })
}
