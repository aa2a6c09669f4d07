//! Waivers: which exceptions are in force on the day of the plan, which zone each is made for, and which
//! cannot be read before a plan is drawn. All of the solver reads exceptions here.

use std::fmt;

use zonewerk_core::problem::{
    Applies, Excepted, Exception, PinKind, Problem, Profile, Regions, RuleId, RuleWeight, Severity,
};
use zonewerk_core::territory::UnitId;

use crate::requirements::ON_REGIONS;

/// The rules on a zone by itself that drawn plans keep and an exception may waive.
const ON_ZONES: [RuleId; 6] = [
    RuleId::ZoneBelowMinimumPopulation,
    RuleId::ZoneAboveMaximumPopulation,
    RuleId::ZoneNotContiguous,
    RuleId::ZoneCrossesGroup,
    RuleId::ExceptionExceeded,
    RuleId::ZoneInPieces,
];

/// Whether a rule binds plans: it applies, and a finding is an error.
pub(crate) fn binds(profile: &Profile, rule: RuleId) -> bool {
    let is_error = |severity: Severity| severity == Severity::Error;
    match profile.rules.get(&rule) {
        None => rule.applies() == Applies::Always && is_error(rule.severity()),
        Some(setting) => match setting.weight {
            None => is_error(rule.severity()),
            Some(weight) => weight == RuleWeight::Finding(Severity::Error),
        },
    }
}

/// The zone that an exception is made for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ExceptedZone {
    /// The zone of exactly these units, ascending.
    Exactly(Vec<UnitId>),
    /// The zone that holds these units, and none of those; both ascending.
    Holding {
        /// The units it holds.
        units: Vec<UnitId>,
        /// The units that stay out of it.
        without: Vec<UnitId>,
    },
}

impl ExceptedZone {
    /// The zone of a subject: a name is that of a fixed or pinned zone. `None` where the
    /// exception is not about a zone, or its name is that of neither.
    pub(crate) fn of(subject: &Excepted, problem: &Problem) -> Option<Self> {
        match subject {
            Excepted::Units(units) => Some(Self::Exactly(units.clone())),
            Excepted::Holding { units, without } => {
                Some(Self::Holding { units: units.clone(), without: without.clone() })
            }
            Excepted::Zone(wanted) => {
                let fixed = problem.fixed_zones.iter().find(|fixed| fixed.name == *wanted);
                let pinned = || {
                    problem.pins.iter().find_map(|pin| match &pin.asks {
                        PinKind::Zone { name, holds, without } if name == wanted => {
                            Some(Self::Holding { units: holds.clone(), without: without.clone() })
                        }
                        _ => None,
                    })
                };
                fixed.map(|fixed| Self::Exactly(fixed.units.clone())).or_else(pinned)
            }
            Excepted::Region(_) | Excepted::Group(_) => None,
        }
    }

    /// Whether a zone of these units (ascending) is meant.
    pub(crate) fn is(&self, zone: &[UnitId]) -> bool {
        let holds = |unit: &UnitId| zone.binary_search(unit).is_ok();
        match self {
            Self::Exactly(units) => units == zone,
            Self::Holding { units, without } => units.iter().all(holds) && !without.iter().any(holds),
        }
    }

    /// Whether one zone may be both this and that.
    pub(crate) fn may_be(&self, other: &Self) -> bool {
        let inside = |zone: &Self, unit: &UnitId| zone.units().binary_search(unit).is_ok();
        match (self, other) {
            (Self::Exactly(units), zone) | (zone, Self::Exactly(units)) => zone.is(units),
            (Self::Holding { without, .. }, Self::Holding { without: others, .. }) => {
                !without.iter().any(|unit| inside(other, unit))
                    && !others.iter().any(|unit| inside(self, unit))
            }
        }
    }

    /// The units that it holds in any case, ascending.
    pub(crate) fn units(&self) -> &[UnitId] {
        match self {
            Self::Exactly(units) | Self::Holding { units, .. } => units,
        }
    }
}

impl From<ExceptedZone> for Excepted {
    fn from(zone: ExceptedZone) -> Self {
        match zone {
            ExceptedZone::Exactly(units) => Self::Units(units),
            ExceptedZone::Holding { units, without } => Self::Holding { units, without },
        }
    }
}

/// The exceptions that are in force, each with its place: those that have not ended on the day of
/// the plan. Those without a reason are refused before anything is drawn.
pub(crate) fn waivers_in_force(problem: &Problem) -> impl Iterator<Item = (usize, &Exception)> {
    let all = problem.exceptions.iter().enumerate();
    all.filter(|(_, exception)| !has_ended(exception, problem))
}

fn has_ended(exception: &Exception, problem: &Problem) -> bool {
    let ends_before = |day| exception.until.is_some_and(|until| until < day);
    problem.day.is_some_and(ends_before) && binds(&problem.profile, RuleId::ExceptionExpired)
}

/// The exceptions that have ended by the day of the plan, by their places: plans are drawn as if
/// they were not there.
pub fn ended_exceptions(problem: &Problem) -> Vec<usize> {
    let all = problem.exceptions.iter().enumerate();
    all.filter(|(_, exception)| has_ended(exception, problem)).map(|(place, _)| place).collect()
}

/// The exceptions that end, where the day of the plan is not known, by their places: plans are
/// drawn as if they had not ended.
pub fn undated_exceptions(problem: &Problem) -> Vec<usize> {
    let is_asked = problem.day.is_none() && binds(&problem.profile, RuleId::ExceptionExpired);
    let all = problem.exceptions.iter().enumerate().filter(|_| is_asked);
    all.filter(|(_, exception)| exception.until.is_some()).map(|(place, _)| place).collect()
}

/// An exception with which no plan can be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnclearException {
    /// Its place in the problem.
    pub place: usize,
    /// Why.
    pub why: Unclear,
}

/// Why no plan can be drawn with an exception.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unclear {
    /// It gives no reason, and waives nothing without one.
    NoReason,
    /// It is for a zone by a name that no fixed or pinned zone has: which of the zones that are
    /// drawn would be called so, nobody can know.
    UnknownZone(String),
    /// It is for a region by its name, and regions are drawn.
    DrawnRegion(String),
}

/// The exceptions with which no plan can be drawn, in order: what they let pass cannot be known
/// before there is a plan, and a plan without them may be wrongly refused.
///
/// ```
/// use zonewerk_core::problem::{Excepted, Exception, PopulationBounds, Problem};
/// use zonewerk_solve::{Unclear, unclear_exceptions};
///
/// let mut problem = Problem::within(PopulationBounds::any());
/// let small = Exception::bounds_for(Vec::new(), PopulationBounds::any(), "small");
/// problem.exceptions.push(Exception { subject: Excepted::Zone("Harbour".to_owned()), ..small });
/// assert_eq!(unclear_exceptions(&problem)[0].why, Unclear::UnknownZone("Harbour".to_owned()));
/// ```
pub fn unclear_exceptions(problem: &Problem) -> Vec<UnclearException> {
    let binds = |rule: RuleId| binds(&problem.profile, rule);
    let has_reason = |exception: &Exception| {
        exception.reason.as_ref().is_some_and(|reason| !reason.trim().is_empty())
            || !binds(RuleId::ExceptionWithoutReason)
    };
    let bounds = [ON_ZONES[0], ON_ZONES[1], RuleId::ExceptionExceeded];
    let unclear = |exception: &Exception| {
        if !has_reason(exception) {
            return Some(Unclear::NoReason);
        }
        if has_ended(exception, problem) {
            return None;
        }
        let waives = |rules: &[RuleId]| rules.iter().any(|&rule| exception.waives(rule) && binds(rule));
        match &exception.subject {
            Excepted::Zone(name) if ExceptedZone::of(&exception.subject, problem).is_none() => {
                let is_given = matches!(problem.regions, Regions::Given { .. });
                let of_region = is_given && waives(&[RuleId::ZoneWithoutRegion]);
                let sets = exception.bounds.is_some() && bounds.into_iter().any(binds);
                (sets || of_region || waives(&ON_ZONES)).then(|| Unclear::UnknownZone(name.clone()))
            }
            Excepted::Region(name) if problem.regions == Regions::Drawn => {
                waives(&ON_REGIONS).then(|| Unclear::DrawnRegion(name.clone()))
            }
            _ => None,
        }
    };
    let all = problem.exceptions.iter().enumerate();
    all.filter_map(|(place, exception)| Some(UnclearException { place, why: unclear(exception)? })).collect()
}

/// What is unclear, with what would make it clear.
impl fmt::Display for Unclear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoReason => f.write_str("gives no reason, and waives nothing without one"),
            Self::UnknownZone(name) => write!(
                f,
                "is for a zone called {name:?}, which is neither fixed nor pinned: give its units, or fix or \
                 pin a zone of that name"
            ),
            Self::DrawnRegion(name) => write!(
                f,
                "is for a region called {name:?}, and regions are drawn: give the units of the region"
            ),
        }
    }
}

impl fmt::Display for UnclearException {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "exception {} {}", self.place + 1, self.why)
    }
}
