use jiff::civil::Date;

use super::contents::Contents;
use super::facts::Facts;
use super::record::Record;
use super::{ExceptionNote, Finding, Subject, severity};
use zonewerk_core::problem::{Excepted, Exception, PopulationBounds, RuleId};
use zonewerk_core::territory::ZoneId;

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
    /// is leave, or else the first.
    pub fn bounds_exception(&self, zone: ZoneId) -> Option<(usize, PopulationBounds)> {
        let sets =
            |exception: &Exception| exception.bounds.is_some() && self.is_zone(&exception.subject, zone);
        let place = self.best(sets)?;
        Some((place, self.problem.exceptions[place].bounds?))
    }

    /// The exception that waives a rule for a subject, by its place: the first that is
    /// leave, or else the first. What rules say of exceptions themselves cannot be waived, nor
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

    /// Whether an exception has all that the rules on exceptions ask of it.
    pub fn is_leave(&self, place: usize) -> bool {
        let reasoned = self.note(place).reason.is_some() || !self.asks(RuleId::ExceptionWithoutReason);
        reasoned && !self.is_over(place)
    }

    /// Whether an exception has ended by the day of the plan, where that matters.
    pub fn is_over(&self, place: usize) -> bool {
        let until = self.problem.exceptions[place].until;
        self.asks(RuleId::ExceptionExpired)
            && until.is_some_and(|until| self.plan.date.is_some_and(|day| until < day))
    }

    fn asks(&self, rule: RuleId) -> bool {
        severity(rule, &self.problem.profile).is_some()
    }

    /// Whether an exception is made for a zone: by its name, or by exactly its units, all of
    /// them whole.
    fn is_zone(&self, excepted: &Excepted, zone: ZoneId) -> bool {
        match excepted {
            Excepted::Zone(name) => self.plan.zones.get(zone).is_some_and(|known| known.name == *name),
            Excepted::Units(units) => {
                let exactly =
                    |contents: &Contents| contents.partly.is_empty() && units.iter().eq(&contents.whole);
                self.contents.get(zone).is_some_and(exactly)
            }
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
