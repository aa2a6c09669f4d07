use std::collections::BTreeSet;

use super::demands::Demand;
use crate::waivers::{ExceptedZone, waivers_in_force};
use crate::zone_rules::ZoneRules;
use zonewerk_core::graph::Graph;
use zonewerk_core::problem::{
    CountBounds, Excepted, Exception, Instance, InstanceErrors, PopulationBounds, Problem, Regions, RuleId,
    RuleWeight, Severity,
};
use zonewerk_core::territory::{Link, LinkChange, Territory, UnitId};

/// A question with all that belongs to it.
#[derive(Clone, Debug)]
pub struct WhyQuestion {
    /// Where.
    pub territory: Territory,
    /// Its adjacency, links included.
    pub graph: Graph,
    /// What is asked.
    pub problem: Problem,
    /// What goals are measured on where some demands are dropped, so that none of them makes a limit
    /// harder to keep; the question itself where `None`.
    pub measured: Option<Box<GoalBasis>>,
}

/// What goals are measured on, where that is not what plans must keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalBasis {
    /// Neighbours that count where they are parted.
    pub graph: Graph,
    /// Bounds outside which a zone needs an exception.
    pub bounds: PopulationBounds,
}

impl WhyQuestion {
    /// The question of an instance.
    pub fn of(instance: &Instance<'_>) -> Self {
        let mut problem = instance.problem().clone();
        // An exception by name stays one for the same units where the fixed or pinned zone is dropped.
        for exception in &mut problem.exceptions {
            if let Excepted::Zone(_) = exception.subject
                && let Some(zone) = ExceptedZone::of(&exception.subject, instance.problem())
            {
                exception.subject = zone.into();
            }
        }
        // Without a bound the middle of the bounds would be another.
        problem.ideal = Some(problem.ideal_population());
        Self {
            territory: instance.territory().clone(),
            graph: instance.graph().clone(),
            problem,
            measured: None,
        }
    }

    /// The question as an instance.
    ///
    /// # Errors
    /// When it was put together by hand and does not fit.
    pub fn instance(&self) -> Result<Instance<'_>, InstanceErrors> {
        Instance::new(&self.territory, &self.graph, &self.problem)
    }

    /// The question that allows whatever this one allows without any of these demands. Of the links
    /// that they keep out, those of `changed` are declared: they count as neighbours in goals too,
    /// and the others only join.
    #[must_use]
    pub fn relaxed(&self, dropped: &BTreeSet<Demand>, changed: &BTreeSet<Demand>) -> Self {
        let declared = self.without(&dropped.intersection(changed).cloned().collect());
        let measured = GoalBasis { graph: declared.graph, bounds: self.problem.bounds() };
        let relaxed = self.without(dropped);
        let is_other = relaxed.graph != measured.graph || relaxed.problem.bounds() != measured.bounds;
        Self { measured: is_other.then(|| Box::new(measured)), ..relaxed }
    }

    /// The same question without these demands, as if the scenario did not make them.
    #[must_use]
    pub fn without(&self, dropped: &BTreeSet<Demand>) -> Self {
        let Self { mut territory, mut graph, mut problem, measured } = self.clone();
        let is_kept = |demand: Demand| !dropped.contains(&demand);
        let bounds = problem.bounds();
        let minimum = if is_kept(Demand::Minimum) { bounds.minimum() } else { 0 };
        let maximum = bounds.maximum().filter(|_| is_kept(Demand::Maximum));
        problem.profile.zone.population = PopulationBounds::new(minimum, maximum).unwrap_or(bounds);
        let ordinary = ZoneRules::new(&territory, &problem).bounds();
        for (place, exception) in problem.exceptions.iter_mut().enumerate() {
            if !is_kept(Demand::Exception(place)) {
                exception.bounds = exception.bounds.map(|own| hull(own, ordinary));
            }
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
                    problem
                        .exceptions
                        .push(waiver(Excepted::Group(name.clone()), RuleId::GroupStraddlesZones));
                }
                Demand::Limits(family) => {
                    if let Some(setting) = problem.profile.rules.get_mut(&RuleId::ZoneCrossesGroup) {
                        setting.families.retain(|name| name != family);
                    }
                }
                Demand::OnePiece => {
                    let setting = problem.profile.rules.entry(RuleId::ZoneInPieces).or_default();
                    setting.weight = Some(RuleWeight::Off);
                }
                Demand::Region { rule, region: Some(region) } => {
                    problem.exceptions.push(waiver(Excepted::Region(region.clone()), *rule));
                }
                Demand::Region { rule, region: None } => {
                    problem.profile.rules.entry(*rule).or_default().weight = Some(RuleWeight::Off);
                }
                Demand::Removed(place) => joined.push(link(self.territory.links[*place].between)),
                Demand::NoLink(a, b) => joined.push(link([*a, *b])),
                // Dropped above.
                Demand::Minimum
                | Demand::Maximum
                | Demand::FewestZones
                | Demand::MostZones
                | Demand::Exception(_)
                | Demand::Pin(_)
                | Demand::FixedZone(_)
                | Demand::Merger(_)
                | Demand::Goal(_) => {}
            }
        }
        if !joined.is_empty() {
            graph = graph.joined(joined.iter().map(|link| link.between));
            territory.links = keep(territory.links, |place| is_kept(Demand::Removed(place)));
            territory.links.extend(joined);
        }
        Self { territory, graph, problem, measured }
    }

    /// The same question with only these exceptions, by their places.
    #[must_use]
    pub fn with_exceptions(&self, kept: &BTreeSet<usize>) -> Self {
        let mut case = self.clone();
        case.problem.exceptions = keep(case.problem.exceptions, |place| kept.contains(&place));
        case
    }

    /// The question that allows each zone whatever some set of these exceptions, by their places,
    /// allows it: the bounds of those for a zone as wide as all of them, waivers and the ordinary
    /// bounds together.
    pub(super) fn with_any_exceptions(&self, kept: &BTreeSet<usize>) -> Self {
        let mut case = self.with_exceptions(kept);
        let problem = &case.problem;
        let ordinary = ZoneRules::new(&case.territory, problem).bounds();
        let zones: Vec<(ExceptedZone, &Exception)> = waivers_in_force(problem)
            .filter_map(|(_, exception)| Some((ExceptedZone::of(&exception.subject, problem)?, exception)))
            .collect();
        let widest = |exception: &Exception| {
            let zone = ExceptedZone::of(&exception.subject, problem)?;
            let own = exception.bounds?;
            let beside = zones.iter().filter(|(other, _)| zone.may_be(other));
            Some(beside.fold(hull(own, ordinary), |widest, (_, other)| {
                let waives = |rule| other.waives(rule);
                let least = if waives(RuleId::ZoneBelowMinimumPopulation) { 0 } else { widest.minimum() };
                let most = widest.maximum().filter(|_| !waives(RuleId::ZoneAboveMaximumPopulation));
                let widest = PopulationBounds::new(least, most).unwrap_or(widest);
                other.bounds.map_or(widest, |bounds| hull(widest, bounds))
            }))
        };
        let bounds: Vec<Option<PopulationBounds>> = problem.exceptions.iter().map(widest).collect();
        for (exception, bounds) in case.problem.exceptions.iter_mut().zip(bounds) {
            exception.bounds = bounds.or(exception.bounds);
        }
        case
    }

    /// The same question where given regions are counted as if some zones may cross their limits.
    #[must_use]
    pub(super) fn with_crossings(&self) -> Self {
        let mut case = self.clone();
        if let Regions::Given { .. } = case.problem.regions {
            case.problem.exceptions.push(waiver(Excepted::Group(String::new()), RuleId::ZoneCrossesGroup));
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
        change_bounds(&mut wide.problem, |bounds| {
            let minimum = bounds.minimum() - reach(bounds.minimum()).min(bounds.minimum());
            let maximum = bounds.maximum().map(|maximum| maximum.saturating_add(reach(maximum)));
            PopulationBounds::new(minimum, maximum).unwrap_or(bounds)
        });
        if let Some(setting) = wide.problem.profile.rules.get_mut(&RuleId::ZoneCrossesGroup) {
            setting.weight = Some(RuleWeight::Finding(Severity::Info));
        }
        wide
    }
}

/// Changes the bounds of zones, and those of exceptions.
fn change_bounds(problem: &mut Problem, change: impl Fn(PopulationBounds) -> PopulationBounds) {
    let level = &mut problem.profile.zone;
    level.population = change(level.population);
    for exception in &mut problem.exceptions {
        exception.bounds = exception.bounds.map(&change);
    }
}

/// The narrowest bounds that allow what either allows.
pub(super) fn hull(one: PopulationBounds, other: PopulationBounds) -> PopulationBounds {
    let minimum = one.minimum().min(other.minimum());
    let maximum = one.maximum().zip(other.maximum()).map(|(one, other)| one.max(other));
    PopulationBounds::new(minimum, maximum).unwrap_or_else(|_| PopulationBounds::any())
}

fn keep<T>(list: Vec<T>, is_kept: impl Fn(usize) -> bool) -> Vec<T> {
    list.into_iter().enumerate().filter(|&(place, _)| is_kept(place)).map(|(_, one)| one).collect()
}

fn waiver(subject: Excepted, rule: RuleId) -> Exception {
    Exception {
        subject,
        bounds: None,
        waives: vec![rule],
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
