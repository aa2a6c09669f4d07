use std::collections::BTreeSet;

use super::why_question::WhyQuestion;
use crate::requirements::{ON_REGIONS, Requirements};
use crate::waivers::{ExceptedZone, binds, waivers_in_force};
use crate::zones::GivenRegions;
use zonewerk_core::problem::{GroupReading, PopulationBounds, Regions, RuleId};
use zonewerk_core::territory::{LinkChange, MergerStatus, UnitId};

/// One thing that is asked of plans and could be dropped; its place is that in the problem or
/// the territory.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Demand {
    /// Fewest inhabitants of a zone without bounds of its own.
    Minimum,
    /// Most inhabitants of a zone without bounds of its own.
    Maximum,
    /// The bounds of an exception, where they are narrower than the ordinary ones. Without it the
    /// zone may have what either bounds allow, and what lies between.
    Exception(usize),
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
    /// Each zone lies in one piece on the map.
    OnePiece,
    /// The largest value that a plan may have in a goal.
    Goal(usize),
    /// A rule on regions, of one that is given or of all that are drawn.
    Region {
        /// The rule.
        rule: RuleId,
        /// Name of the region.
        region: Option<String>,
    },
    /// A link says that two units are no neighbours.
    Removed(usize),
    /// Two units do not touch, and no link joins them.
    NoLink(UnitId, UnitId),
}

impl WhyQuestion {
    /// Everything that is asked and could be dropped, ascending. `links` are pairs of units that
    /// a link could join.
    pub fn demands(&self, links: &[(UnitId, UnitId)]) -> BTreeSet<Demand> {
        let Self { territory, problem, .. } = self;
        let mut demands = BTreeSet::new();
        let requirements = Requirements::new(territory, problem);
        let bounds = requirements.zones.bounds();
        demands.extend((bounds.minimum() > 0).then_some(Demand::Minimum));
        demands.extend(bounds.maximum().map(|_| Demand::Maximum));
        // Where the ordinary bounds are dropped, any bounds of an exception are the narrower.
        let is_own = |own: PopulationBounds| own != PopulationBounds::any();
        let excepted = waivers_in_force(problem).filter(|(_, exception)| {
            exception.bounds.is_some_and(is_own) && ExceptedZone::of(&exception.subject, problem).is_some()
        });
        demands.extend(excepted.map(|(place, _)| Demand::Exception(place)));
        demands.extend(problem.zone_count.minimum().map(|_| Demand::FewestZones));
        demands.extend(problem.zone_count.maximum().map(|_| Demand::MostZones));
        demands.extend((0..problem.pins.len()).map(Demand::Pin));
        demands.extend((0..problem.fixed_zones.len()).map(Demand::FixedZone));
        let mergers = territory.planned_mergers.iter().enumerate();
        let are_kept = binds(&problem.profile, RuleId::DecidedMergerSplit);
        let decided = mergers.filter(|(_, merger)| are_kept && merger.status == MergerStatus::Decided);
        demands.extend(decided.map(|(place, _)| Demand::Merger(place)));
        let read = |reading| requirements.groups.laminar_groups(territory, reading);
        let groups = [GroupReading::Strict, GroupReading::Weak].into_iter().flat_map(read);
        demands.extend(groups.map(|group| Demand::Group(group.name.clone())));
        let inside = requirements.groups.inside.iter().map(|&id| territory.family(id));
        demands.extend(inside.map(|family| Demand::Limits(family.name.clone())));
        // A link that another demand lets in may join units by other parts than those that touch now.
        let in_several = self.graph.map_parts().is_some_and(|parts| parts.in_several().next().is_some());
        demands.extend((in_several && requirements.pieces.is_some()).then_some(Demand::OnePiece));
        demands.extend((0..problem.limits.len()).map(Demand::Goal));
        demands.extend(self.region_demands(&requirements));
        let links_there = territory.links.iter().enumerate();
        let removed = links_there.filter(|(_, link)| link.change == LinkChange::Remove);
        demands.extend(removed.map(|(place, _)| Demand::Removed(place)));
        demands.extend(links.iter().map(|&(a, b)| Demand::NoLink(a.min(b), a.max(b))));
        demands
    }

    fn region_demands(&self, requirements: &Requirements) -> Vec<Demand> {
        match &self.problem.regions {
            Regions::None => Vec::new(),
            Regions::Drawn => {
                let each = ON_REGIONS.into_iter().filter(|&rule| requirements.regions.keeps(rule));
                let number = requirements.regions.is_counted.then_some(RuleId::WrongNumberOfRegions);
                let kept = each.chain(number);
                kept.map(|rule| Demand::Region { rule, region: None }).collect()
            }
            Regions::Given { .. } => {
                let Some(regions) = GivenRegions::new(&self.territory, &self.problem, requirements) else {
                    return Vec::new();
                };
                let number = requirements.regions.is_counted.then_some(RuleId::WrongNumberOfRegions);
                let counted = number.map(|rule| Demand::Region { rule, region: None });
                let mut demands: Vec<Demand> = counted.into_iter().collect();
                for (number, name) in regions.names().enumerate() {
                    let needs = regions.needs(number);
                    let asked = [
                        needs.population.minimum() > 0,
                        needs.population.maximum().is_some(),
                        needs.zones.minimum().is_some(),
                        needs.zones.maximum().is_some(),
                        needs.contiguous,
                    ];
                    let rules = ON_REGIONS.into_iter().zip(asked).filter(|(_, asked)| *asked);
                    demands.extend(
                        rules.map(|(rule, _)| Demand::Region { rule, region: Some(name.to_owned()) }),
                    );
                }
                demands
            }
        }
    }
}

impl Demand {
    /// Whether it is about the inhabitants of zones.
    pub(super) fn is_of_bounds(&self) -> bool {
        matches!(self, Self::Minimum | Self::Maximum | Self::Exception(_))
    }
}
