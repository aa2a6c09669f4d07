use std::collections::BTreeSet;

use crate::graph::Graph;
use crate::problem::{
    CountBounds, Excepted, Exception, PopulationBounds, Problem, Regions, Severity, Weight,
};
use crate::territory::{Link, LinkChange, MergerStatus, Territory, UnitId};
use crate::zones::GivenRegions;

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

/// A question with all that belongs to it.
#[derive(Clone, Debug)]
pub struct Case {
    /// Where.
    pub territory: Territory,
    /// Its adjacency, links included.
    pub graph: Graph,
    /// What is asked.
    pub problem: Problem,
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

    /// The same question without these demands.
    #[must_use]
    pub fn without(&self, dropped: &BTreeSet<Demand>) -> Self {
        let Self { mut territory, mut graph, mut problem } = self.clone();
        let is_kept = |demand: Demand| !dropped.contains(&demand);
        let level = problem.profile.zone.population;
        let loosened = |bounds: PopulationBounds| {
            let minimum = if is_kept(Demand::Minimum) { bounds.minimum() } else { 0 };
            let maximum = bounds.maximum().filter(|_| is_kept(Demand::Maximum));
            PopulationBounds::new(minimum, maximum).unwrap_or(bounds)
        };
        problem.profile.zone.population = loosened(level);
        for exception in &mut problem.exceptions {
            exception.bounds = exception.bounds.map(loosened);
        }
        let count = CountBounds::new(
            problem.zone_count.minimum().filter(|_| is_kept(Demand::FewestZones)),
            problem.zone_count.maximum().filter(|_| is_kept(Demand::MostZones)),
        );
        if let Some(count) = count.filter(|count| *count != problem.zone_count) {
            problem = problem.with_zone_count(count);
        }
        problem.pins = keep(problem.pins, |place| is_kept(Demand::Pin(place)));
        problem.fixed_zones = keep(problem.fixed_zones, |place| is_kept(Demand::FixedZone(place)));
        problem.limits = keep(problem.limits, |place| is_kept(Demand::Goal(place)));
        territory.planned_mergers = keep(territory.planned_mergers, |place| is_kept(Demand::Merger(place)));
        let mut joined = Vec::new();
        for demand in dropped {
            match demand {
                Demand::Group(name) => {
                    problem.exceptions.push(waiver(Excepted::Group(name.clone()), "group-straddles-zones"));
                }
                Demand::Limits(family) => {
                    if let Some(setting) = problem.profile.rules.get_mut("zone-crosses-group") {
                        setting.families.retain(|name| name != family);
                    }
                }
                Demand::Region { rule, region: Some(region) } => {
                    problem.exceptions.push(waiver(Excepted::Region(region.clone()), rule));
                }
                Demand::Region { rule, region: None } => {
                    problem.profile.rules.entry((*rule).to_owned()).or_default().weight = Some(Weight::Off);
                }
                Demand::Removed(place) => joined.push(link(self.territory.links[*place].between)),
                Demand::NoLink(a, b) => joined.push(link([*a, *b])),
                _ => {}
            }
        }
        if !joined.is_empty() {
            graph = graph.joined(joined.iter().map(|link| link.between));
            territory.links = keep(territory.links, |place| is_kept(Demand::Removed(place)));
            territory.links.extend(joined);
        }
        Self { territory, graph, problem }
    }

    /// The same question with only these exceptions, by their places.
    #[must_use]
    pub fn with_exceptions(&self, kept: &BTreeSet<usize>) -> Self {
        let mut case = self.clone();
        case.problem.exceptions = keep(case.problem.exceptions, |place| kept.contains(&place));
        case
    }

    /// The same question where given regions are counted as if some zones may cross their limits.
    #[must_use]
    pub(super) fn with_crossings(&self) -> Self {
        let mut case = self.clone();
        if let Regions::Given { .. } = case.problem.regions {
            case.problem.exceptions.push(waiver(Excepted::Group(String::new()), "zone-crosses-group"));
        }
        case
    }

    /// The same question where zones may have bounds that are wider by a share of each bound, in
    /// percent, and cross the limits of groups.
    #[must_use]
    pub fn widened(&self, percent: u64) -> Self {
        let mut wide = self.clone();
        let reach =
            |bound: u64| u64::try_from(u128::from(bound) * u128::from(percent) / 100).unwrap_or(bound);
        let wider = |bounds: PopulationBounds| {
            let minimum = bounds.minimum() - reach(bounds.minimum()).min(bounds.minimum());
            let maximum = bounds.maximum().map(|maximum| maximum.saturating_add(reach(maximum)));
            PopulationBounds::new(minimum, maximum).unwrap_or(bounds)
        };
        wide.problem.profile.zone.population = wider(wide.problem.profile.zone.population);
        for exception in &mut wide.problem.exceptions {
            exception.bounds = exception.bounds.map(wider);
        }
        if let Some(setting) = wide.problem.profile.rules.get_mut("zone-crosses-group") {
            setting.weight = Some(Weight::Finding(Severity::Info));
        }
        wide
    }
}

fn keep<T>(list: Vec<T>, is_kept: impl Fn(usize) -> bool) -> Vec<T> {
    list.into_iter().enumerate().filter(|&(place, _)| is_kept(place)).map(|(_, one)| one).collect()
}

fn is_waived(problem: &Problem, group: &str) -> bool {
    problem.exceptions.iter().any(|exception| {
        exception.subject == Excepted::Group(group.to_owned())
            && exception.waives.iter().any(|rule| rule == "group-straddles-zones")
    })
}

fn waiver(subject: Excepted, rule: &str) -> Exception {
    Exception {
        subject,
        bounds: None,
        waives: vec![rule.to_owned()],
        reason: Some("tried, to see what stands in the way".to_owned()),
        legal_ground: None,
        until: None,
    }
}

fn link(between: [UnitId; 2]) -> Link {
    Link {
        between,
        change: LinkChange::Add,
        reason: "tried, to see what stands in the way".to_owned(),
        author: None,
        date: None,
    }
}
