//! What a zone must keep by itself - bounds and contiguity - with what exceptions change of that.

use std::collections::BTreeSet;

use crate::waivers::{ExceptedZone, binds, waivers_in_force};
use crate::zones::ZoneGraph;
use zonewerk_core::graph::{Graph, components};
use zonewerk_core::problem::{PopulationBounds, Problem, RuleId, RuleWeight};
use zonewerk_core::territory::{Territory, UnitId};

/// The rules on single zones that bind, and the exceptions that are in force.
#[derive(Clone, Debug)]
pub(crate) struct ZoneRules {
    /// The bounds that hold for a zone without an exception.
    bounds: PopulationBounds,
    /// The units that contiguity leaves alone; `None` where zones need not be contiguous.
    apart: Option<BTreeSet<UnitId>>,
    /// Whether zones are drawn that lie apart.
    may_lie_apart: bool,
    /// Whether a zone with bounds of its own must keep those.
    keeps_own: bool,
    exceptions: Vec<ZoneException>,
}

/// An exception for a zone.
#[derive(Clone, Debug)]
struct ZoneException {
    /// Its place in the problem.
    place: usize,
    zone: ExceptedZone,
    bounds: Option<PopulationBounds>,
    waives: Vec<RuleId>,
}

/// What a plan must keep of one zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ZoneNeeds {
    /// Inhabitants.
    pub population: PopulationBounds,
    /// Whether it must be contiguous.
    pub contiguous: bool,
    /// The exception that sets those bounds or waives a bound, by its place in the problem.
    pub exception: Option<usize>,
}

/// Whether zones may be drawn in several parts: the profile says of the rule `zone-not-contiguous` that
/// it is off. Where it says nothing of the rule, or that a finding is less than an error, zones that are
/// drawn are contiguous, though the rules allow others ([`crate::beyond`]).
pub fn zones_may_lie_apart(problem: &Problem) -> bool {
    let setting = problem.profile.rules.get(&RuleId::ZoneNotContiguous);
    setting.is_some_and(|setting| setting.weight == Some(RuleWeight::Off))
}

const MINIMUM: RuleId = RuleId::ZoneBelowMinimumPopulation;
const MAXIMUM: RuleId = RuleId::ZoneAboveMaximumPopulation;

impl ZoneRules {
    pub(crate) fn new(territory: &Territory, problem: &Problem) -> Self {
        let profile = &problem.profile;
        let numbers = profile.zone.population;
        let bounds = less(numbers, !binds(profile, MINIMUM), !binds(profile, MAXIMUM));
        let contiguity = RuleId::ZoneNotContiguous;
        let except = || profile.rules.get(&contiguity).map(|setting| territory.find_all(&setting.except));
        let apart = binds(profile, contiguity).then(|| except().unwrap_or_default());
        let exceptions = waivers_in_force(problem).filter_map(|(place, exception)| {
            Some(ZoneException {
                place,
                zone: ExceptedZone::of(&exception.subject, problem)?,
                bounds: exception.bounds,
                waives: exception.waives.clone(),
            })
        });
        let keeps_own = binds(profile, RuleId::ExceptionExceeded);
        let may_lie_apart = zones_may_lie_apart(problem);
        Self { bounds, apart, may_lie_apart, keeps_own, exceptions: exceptions.collect() }
    }

    /// The bounds that hold for a zone without an exception.
    pub(crate) fn bounds(&self) -> PopulationBounds {
        self.bounds
    }

    /// What holds for a zone of these units (ascending). Bounds of its own replace the ordinary
    /// ones; the first exception that sets them decides.
    pub(crate) fn needs(&self, units: &[UnitId]) -> ZoneNeeds {
        let made = || self.exceptions.iter().filter(|exception| exception.zone.is(units));
        let waiver = |rule| made().find(|exception| exception.waives.contains(&rule));
        let contiguous = self.apart.is_some() && waiver(RuleId::ZoneNotContiguous).is_none();
        if let Some((place, own)) = made().find_map(|made| Some((made.place, made.bounds?))) {
            let keeps = self.keeps_own && waiver(RuleId::ExceptionExceeded).is_none();
            let population = if keeps { own } else { PopulationBounds::any() };
            return ZoneNeeds { population, contiguous, exception: Some(place) };
        }
        let [minimum, maximum] = [MINIMUM, MAXIMUM].map(waiver);
        let population = less(self.bounds, minimum.is_some(), maximum.is_some());
        ZoneNeeds { population, contiguous, exception: minimum.or(maximum).map(|made| made.place) }
    }

    /// Whether a zone of these units (ascending) keeps its bounds, and is contiguous where it must
    /// be.
    pub(crate) fn allow(&self, territory: &Territory, graph: &Graph, units: &[UnitId]) -> bool {
        let population = territory.population(units.iter().copied());
        self.needs(units).population.allow(population) && self.is_contiguous(graph, units)
    }

    /// Whether a zone of these units (ascending) is as contiguous as it must be: parts of units
    /// that the rule leaves alone do not count.
    pub(crate) fn is_contiguous(&self, graph: &Graph, units: &[UnitId]) -> bool {
        let Some(apart) = self.apart.as_ref().filter(|_| self.needs(units).contiguous) else { return true };
        let is_apart = |part: &Vec<UnitId>| part.iter().all(|unit| apart.contains(unit));
        components(graph, units).iter().filter(|part| !is_apart(part)).count() <= 1
    }

    /// Whether so many inhabitants are outside the bounds of a zone without an exception.
    pub(crate) fn is_outside_bounds(&self, population: u64) -> bool {
        !self.bounds.allow(population)
    }

    /// Whether a zone of these units (ascending) has so many inhabitants as only an exception
    /// permits, and one does.
    pub(crate) fn is_excepted(&self, units: &[UnitId], population: u64) -> bool {
        self.is_outside_bounds(population) && self.needs(units).population.allow(population)
    }

    /// Whether an exception may concern a zone that holds one of these units (ascending).
    pub(crate) fn may_except(&self, units: &[UnitId]) -> bool {
        let concerns = |exception: &ZoneException| {
            exception.zone.units().iter().any(|unit| units.binary_search(unit).is_ok())
        };
        self.exceptions.iter().any(concerns)
    }

    /// Whether zones are drawn that lie apart.
    pub(crate) fn may_lie_apart(&self) -> bool {
        self.may_lie_apart
    }

    /// The graph in which every zone that is drawn is connected.
    pub(crate) fn graph<'a>(&self, graph: &'a Graph) -> ZoneGraph<'a> {
        if self.may_lie_apart {
            ZoneGraph::Complete { units: graph.len() }
        } else {
            ZoneGraph::Neighbours(graph)
        }
    }

    /// Whether every zone must be contiguous, whatever units it has.
    pub(crate) fn keep_all_contiguous(&self) -> bool {
        self.exceptions.is_empty() && self.apart.as_ref().is_some_and(BTreeSet::is_empty)
    }

    /// Whether there is no exception for a zone.
    pub(crate) fn have_no_exception(&self) -> bool {
        self.exceptions.is_empty()
    }

    /// How many zones of a plan may be made by exception, at most.
    pub(crate) fn most_excepted(&self) -> usize {
        self.exceptions.len()
    }

    /// The units of each zone that an exception names one by one, each set once.
    pub(crate) fn exact_zones(&self) -> Vec<&[UnitId]> {
        let mut zones: Vec<&[UnitId]> = Vec::new();
        for exception in &self.exceptions {
            if let ExceptedZone::Exactly(units) = &exception.zone
                && !units.is_empty()
                && !zones.contains(&units.as_slice())
            {
                zones.push(units);
            }
        }
        zones
    }

    /// The zones with bounds of their own that exceptions know by some of their units: the units
    /// that each holds, and those that it does not.
    pub(crate) fn zones_around(&self) -> Vec<[&[UnitId]; 2]> {
        let around = self.exceptions.iter().filter_map(|exception| {
            let changes = [MINIMUM, MAXIMUM].iter().any(|rule| exception.waives.contains(rule));
            match &exception.zone {
                ExceptedZone::Holding { units, without } if exception.bounds.is_some() || changes => {
                    Some([units.as_slice(), without.as_slice()])
                }
                _ => None,
            }
        });
        around.collect()
    }

    /// Whether a zone is one of [`Self::zones_around`], by its place there.
    pub(crate) fn around(zones: &[[&[UnitId]; 2]], units: &[UnitId]) -> Option<usize> {
        let holds = |unit: &UnitId| units.binary_search(unit).is_ok();
        zones.iter().position(|[inside, without]| inside.iter().all(holds) && !without.iter().any(holds))
    }

    /// The widest bounds that any zone may have.
    pub(crate) fn widest(&self) -> PopulationBounds {
        let waived = |rule| self.exceptions.iter().any(|exception| exception.waives.contains(&rule));
        let mut widest = less(self.bounds, waived(MINIMUM), waived(MAXIMUM));
        if !self.keeps_own || waived(RuleId::ExceptionExceeded) {
            return PopulationBounds::any();
        }
        for own in self.exceptions.iter().filter_map(|exception| exception.bounds) {
            let minimum = widest.minimum().min(own.minimum());
            let maximum = widest.maximum().zip(own.maximum()).map(|(one, other)| one.max(other));
            widest = PopulationBounds::new(minimum, maximum).unwrap_or_else(|_| PopulationBounds::any());
        }
        widest
    }
}

/// Bounds without those ends.
fn less(bounds: PopulationBounds, minimum: bool, maximum: bool) -> PopulationBounds {
    let least = if minimum { 0 } else { bounds.minimum() };
    let most = bounds.maximum().filter(|_| !maximum);
    PopulationBounds::new(least, most).unwrap_or(bounds)
}
