use jiff::civil::Date;

use super::area_contents::Contents;
use super::finding_record::Record;
use super::plan_facts::Facts;
use super::population_bounds::is_within;
use super::{ExceptionNote, Finding, Severity, Subject, severity};
use zonewerk_core::problem::{Excepted, Exception, PinKind, PopulationBounds, RuleId};
use zonewerk_core::territory::{UnitId, ZoneId};

const ON_EXCEPTIONS: [RuleId; 3] =
    [RuleId::ExceptionWithoutReason, RuleId::ExceptionExpired, RuleId::ExceptionUsed];

/// An exception that was needed, with what it lets pass.
pub(super) struct Used {
    /// Its place in the problem.
    pub place: usize,
    pub note: ExceptionNote,
    /// The last day it holds.
    pub until: Option<Date>,
    pub finding: Finding,
}

/// Every use of an exception so far, in the order of checking.
pub(super) fn used(record: &Record) -> Vec<Used> {
    let facts = record.facts;
    let used = record.waived.iter().map(|waived| Used {
        place: waived.exception,
        note: facts.note(waived.exception),
        until: facts.problem.exceptions[waived.exception].until,
        finding: waived.finding.clone(),
    });
    used.collect()
}

impl Facts<'_> {
    /// The exception that gives this zone bounds of its own, by its place: the first that
    /// is in force, or else the first.
    pub fn bounds_exception(&self, zone: ZoneId) -> Option<(usize, PopulationBounds)> {
        let sets =
            |exception: &Exception| exception.bounds.is_some() && self.is_zone(&exception.subject, zone);
        let place = self.best(sets)?;
        Some((place, self.problem.exceptions[place].bounds?))
    }

    /// The bounds that hold for a zone: its own, or the ordinary ones without those that do not bind
    /// or are waived for it.
    pub fn bounds_of(&self, zone: ZoneId) -> PopulationBounds {
        if let Some((_, own)) = self.bounds_exception(zone).filter(|&(place, _)| !self.is_over(place)) {
            return own;
        }
        let ordinary = self.binding_bounds();
        let subject = self.zone(zone);
        let is_waived = |rule: RuleId| self.waiver(rule, &subject).is_some_and(|place| self.is_leave(place));
        without(
            ordinary,
            is_waived(RuleId::ZoneBelowMinimumPopulation),
            is_waived(RuleId::ZoneAboveMaximumPopulation),
        )
    }

    /// Whether the bounds that hold for a zone allow so many inhabitants, or an exception waives them.
    pub fn permits(&self, zone: ZoneId, people: u64) -> bool {
        let exceeded = RuleId::ExceptionExceeded;
        let has_own = self.bounds_exception(zone).is_some_and(|(place, _)| !self.is_over(place));
        let is_waived = || self.waiver(exceeded, &self.zone(zone)).is_some_and(|place| self.is_leave(place));
        is_within(self.bounds_of(zone), people) || has_own && (!self.demands(exceeded) || is_waived())
    }

    /// The bounds of a zone without an exception, as far as breaking them is an error.
    pub fn binding_bounds(&self) -> PopulationBounds {
        let numbers = self.problem.profile.zone.population;
        let is_free = |rule: RuleId| !self.demands(rule);
        without(
            numbers,
            is_free(RuleId::ZoneBelowMinimumPopulation),
            is_free(RuleId::ZoneAboveMaximumPopulation),
        )
    }

    /// The exception that waives a rule for a subject, by its place: the first that is
    /// in force, or else the first. What rules say of exceptions themselves cannot be waived, nor
    /// what holds unconditionally.
    pub fn waiver(&self, rule: RuleId, subject: &Subject) -> Option<usize> {
        if ON_EXCEPTIONS.contains(&rule) || rule.is_unconditional() {
            return None;
        }
        let is_subject = |excepted: &Excepted| match (excepted, subject) {
            (Excepted::Units(units), Subject::Unit(unit)) => units.binary_search(&unit.unit).is_ok(),
            (excepted, Subject::Zone(zone)) => self.is_zone(excepted, zone.zone),
            (Excepted::Region(excepted), Subject::Region(region)) => excepted == region,
            (Excepted::Units(units), Subject::Region(region)) => {
                let contents = self.regions.get(region.as_str()).map(|region| &region.contents);
                contents.is_some_and(|held| held.partly.is_empty() && units.iter().eq(&held.whole))
            }
            (Excepted::Group(excepted), Subject::Group { name, .. }) => excepted == name,
            _ => false,
        };
        self.best(|exception| exception.waives.contains(&rule) && is_subject(&exception.subject))
    }

    fn best(&self, suits: impl Fn(&Exception) -> bool) -> Option<usize> {
        let exceptions = &self.problem.exceptions;
        let places = || (0..exceptions.len()).filter(|&place| suits(&exceptions[place]));
        places().find(|&place| self.is_leave(place)).or_else(|| places().next())
    }

    /// Whether an exception has all that the rules on exceptions ask of it, as errors.
    pub fn is_leave(&self, place: usize) -> bool {
        let reasoned = self.note(place).reason.is_some() || !self.demands(RuleId::ExceptionWithoutReason);
        reasoned && !self.is_over(place)
    }

    /// Whether an exception has ended by the day of the plan, where that matters.
    pub fn is_over(&self, place: usize) -> bool {
        let until = self.problem.exceptions[place].until;
        self.demands(RuleId::ExceptionExpired)
            && until.is_some_and(|until| self.plan.date.is_some_and(|day| until < day))
    }

    fn demands(&self, rule: RuleId) -> bool {
        severity(rule, &self.problem.profile) == Some(Severity::Error)
    }

    /// Whether an exception is made for a zone: for exactly its units, all of them whole; for some
    /// that it holds and others that it does not; or by its name. The name is that of a zone which
    /// the problem fixes or pins, known by its units whatever the plan calls it; else that in the
    /// plan.
    fn is_zone(&self, excepted: &Excepted, zone: ZoneId) -> bool {
        let Some(contents) = self.contents.get(zone) else { return false };
        match excepted {
            Excepted::Zone(wanted) => {
                let fixed = self.problem.fixed_zones.iter().find(|fixed| fixed.name == *wanted);
                let pinned = self.problem.pins.iter().find_map(|pin| match &pin.asks {
                    PinKind::Zone { name, holds, without } if name == wanted => Some((holds, without)),
                    PinKind::Zone { .. } | PinKind::Together(_) | PinKind::Apart(_) => None,
                });
                match (fixed, pinned) {
                    (Some(fixed), _) => is_exactly(contents, &fixed.units),
                    (None, Some((holds, without))) => is_around(contents, holds, without),
                    (None, None) => self.plan.zones[zone].name == *wanted,
                }
            }
            Excepted::Units(units) => is_exactly(contents, units),
            Excepted::Holding { units, without } => is_around(contents, units, without),
            Excepted::Region(_) | Excepted::Group(_) => false,
        }
    }

    /// How a finding refers to an exception.
    pub fn note(&self, place: usize) -> ExceptionNote {
        let exception = &self.problem.exceptions[place];
        let reason = exception.reason.clone().filter(|reason| !reason.trim().is_empty());
        ExceptionNote { number: place + 1, reason, legal_ground: exception.legal_ground.clone() }
    }
}

/// Whether a zone has exactly these units, all of them whole.
fn is_exactly(contents: &Contents, units: &[UnitId]) -> bool {
    contents.partly.is_empty() && units.iter().eq(&contents.whole)
}

/// Whether a zone has all of these units whole, and nothing of those.
fn is_around(contents: &Contents, units: &[UnitId], without: &[UnitId]) -> bool {
    let has_some = |unit: &UnitId| contents.whole.contains(unit) || contents.partly.contains_key(unit);
    units.iter().all(|unit| contents.whole.contains(unit)) && !without.iter().any(has_some)
}

/// Bounds without one end or both.
fn without(bounds: PopulationBounds, minimum: bool, maximum: bool) -> PopulationBounds {
    let least = if minimum { 0 } else { bounds.minimum() };
    let most = bounds.maximum().filter(|_| !maximum);
    PopulationBounds::new(least, most).unwrap_or(bounds)
}
