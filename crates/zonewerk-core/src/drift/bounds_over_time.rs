use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::zone_contents::ZoneContents;
use crate::problem::{
    Applies, Excepted, Exception, PinKind, PopulationBounds, Problem, Profile, RuleId, Severity,
};
use crate::territory::UnitId;

const MINIMUM_RULE: RuleId = RuleId::ZoneBelowMinimumPopulation;
const MAXIMUM_RULE: RuleId = RuleId::ZoneAboveMaximumPopulation;

/// The bounds of a zone over time: they change where an exception ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stages {
    /// Each with the last day it holds, ascending.
    pub ending: Vec<(Date, PopulationBounds)>,
    /// The bounds after all of them.
    pub last: PopulationBounds,
}

impl Stages {
    /// The bounds that hold on a day.
    pub fn on(&self, day: Date) -> PopulationBounds {
        let held = self.ending.iter().find(|(until, _)| day <= *until);
        held.map_or(self.last, |(_, bounds)| *bounds)
    }
}

/// The exceptions of a problem, by what they are made for.
pub(super) struct DatedExceptions<'a> {
    /// The bounds that the profile asks a zone to keep: breaking them is an error.
    pub ordinary: PopulationBounds,
    /// Whether the profile asks that exceptions give a reason, and that they have not ended.
    asks_reason: bool,
    asks_end: bool,
    by_name: BTreeMap<&'a str, Vec<NumberedException<'a>>>,
    by_units: BTreeMap<&'a [UnitId], Vec<NumberedException<'a>>>,
    /// The units that the zone holds, and those that it does not.
    holding: Vec<([&'a [UnitId]; 2], NumberedException<'a>)>,
}

/// An exception, and its place in the problem.
type NumberedException<'a> = (usize, &'a Exception);

impl<'a> DatedExceptions<'a> {
    pub fn of(problem: &'a Problem) -> Self {
        let (mut by_name, mut by_units): (BTreeMap<_, Vec<_>>, BTreeMap<_, Vec<_>>) = Default::default();
        let mut holding = Vec::new();
        let fixed = |name: &String| problem.fixed_zones.iter().find(|fixed| fixed.name == *name);
        let pinned = |wanted: &String| {
            problem.pins.iter().find_map(|pin| match &pin.asks {
                PinKind::Zone { name, holds, without } if name == wanted => {
                    Some([holds.as_slice(), without.as_slice()])
                }
                _ => None,
            })
        };
        for (place, exception) in problem.exceptions.iter().enumerate() {
            match &exception.subject {
                Excepted::Zone(name) => match (fixed(name), pinned(name)) {
                    (Some(fixed), _) => {
                        by_units.entry(fixed.units.as_slice()).or_default().push((place, exception));
                    }
                    (None, Some(pinned)) => holding.push((pinned, (place, exception))),
                    (None, None) => by_name.entry(name.as_str()).or_default().push((place, exception)),
                },
                Excepted::Holding { units, without } => {
                    holding.push(([units, without], (place, exception)));
                }
                Excepted::Units(units) => {
                    by_units.entry(units.as_slice()).or_default().push((place, exception));
                }
                Excepted::Region(_) | Excepted::Group(_) => {}
            }
        }
        let binds = |rule| binds(&problem.profile, rule);
        let numbers = problem.profile.zone.population;
        Self {
            ordinary: limited(numbers, binds(MINIMUM_RULE), binds(MAXIMUM_RULE)),
            asks_reason: binds(RuleId::ExceptionWithoutReason),
            asks_end: binds(RuleId::ExceptionExpired),
            by_name,
            by_units,
            holding,
        }
    }

    /// The bounds of a zone of this name and contents.
    pub fn stages(&self, name: &str, contents: &ZoneContents) -> Stages {
        let units: Vec<UnitId> = contents.whole.iter().copied().collect();
        let by_units = self.by_units.get(&units[..]).filter(|_| contents.parts.is_empty());
        let is_in = |unit: &UnitId| contents.whole.contains(unit) || contents.parts.contains_key(unit);
        let holding = self.holding.iter().filter(|([holds, without], _)| {
            holds.iter().all(|unit| contents.whole.contains(unit)) && !without.iter().any(is_in)
        });
        let holding = holding.map(|(_, made)| *made);
        let named = self.by_name.get(name).into_iter().chain(by_units).flatten().copied();
        let mut made: Vec<NumberedException<'_>> = named.chain(holding).collect();
        made.sort_by_key(|(place, _)| *place);
        let ends: BTreeSet<Date> = made.iter().filter_map(|(_, exception)| self.end(exception)).collect();
        let mut stages = Stages { ending: Vec::new(), last: self.bounds(&made, None) };
        for end in ends {
            stages.ending.push((end, self.bounds(&made, Some(end))));
        }
        stages
    }

    /// The bounds under the exceptions in force on a day, or for ever: those that one sets, or the
    /// ordinary ones, less those that are waived. One with a reason goes before those without,
    /// which let nothing pass; the bounds that one of these sets are to be kept all the same.
    fn bounds(&self, made: &[NumberedException<'_>], day: Option<Date>) -> PopulationBounds {
        let holds = |until: Date| day.is_some_and(|day| day <= until);
        let is_in_force = |made: &&Exception| self.end(made).is_none_or(holds);
        let all = || made.iter().map(|(_, made)| *made);
        let leave = || all().filter(is_in_force).filter(|made| !self.asks_reason || has_reason(made));
        if let Some(bounds) = leave().find_map(|exception| exception.bounds) {
            return bounds;
        }
        let first = all().find(|exception| exception.bounds.is_some()).filter(is_in_force);
        if let Some(without_reason) = first.and_then(|exception| exception.bounds) {
            return both(self.ordinary, without_reason);
        }
        let waived = |rule| leave().any(|exception| exception.waives(rule));
        limited(self.ordinary, !waived(MINIMUM_RULE), !waived(MAXIMUM_RULE))
    }

    /// The last day of an exception, where it matters whether it has ended.
    fn end(&self, exception: &Exception) -> Option<Date> {
        exception.until.filter(|_| self.asks_end)
    }
}

fn has_reason(exception: &Exception) -> bool {
    exception.reason.as_ref().is_some_and(|reason| !reason.trim().is_empty())
}

/// Whether a finding of a rule is an error under a profile.
fn binds(profile: &Profile, rule: RuleId) -> bool {
    if rule.is_unconditional() {
        return true;
    }
    let by_itself = || rule.applies() == Applies::Always && rule.severity() == Severity::Error;
    if profile.rules.contains_key(&rule) { profile.error(rule).is_some() } else { by_itself() }
}

fn limited(bounds: PopulationBounds, minimum: bool, maximum: bool) -> PopulationBounds {
    let least = if minimum { bounds.minimum() } else { 0 };
    let most = bounds.maximum().filter(|_| maximum);
    PopulationBounds::new(least, most).unwrap_or(bounds)
}

/// The bounds within both; the first where no number of inhabitants keeps both.
fn both(one: PopulationBounds, other: PopulationBounds) -> PopulationBounds {
    let most = one.maximum().into_iter().chain(other.maximum()).min();
    PopulationBounds::new(one.minimum().max(other.minimum()), most).unwrap_or(one)
}
