//! What a way out changes in the exceptions of a scenario.

use std::collections::BTreeMap;

use super::ways_out::RelaxedZone;
use crate::waivers::{ExceptedZone, waivers_in_force};
use zonewerk_core::problem::{Excepted, Exception, PopulationBounds, Problem, RuleId};

/// Changes to a list of exceptions, of which the first that sets bounds for a zone decides. None is
/// made twice for the same: a scenario refuses that.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExceptionEdits {
    /// What stands instead of those at these places; `None` where one is taken out.
    pub instead: BTreeMap<usize, Option<Exception>>,
    /// What stands before all others.
    pub first: Vec<Exception>,
    /// What stands behind them.
    pub last: Vec<Exception>,
}

impl ExceptionEdits {
    /// What `changed` has other than `asked`, some of it behind, and exceptions for `zones`.
    pub(super) fn new(asked: &Problem, changed: &Problem, zones: &[RelaxedZone]) -> Self {
        let number = asked.exceptions.len();
        let mut edits = Self::default();
        for (place, (old, new)) in asked.exceptions.iter().zip(&changed.exceptions).enumerate() {
            if old != new {
                edits.instead.insert(place, Some(new.clone()));
            }
        }
        for more in changed.exceptions.iter().skip(number) {
            let of_same = |old: &Exception| {
                old.subject == more.subject && more.waives.iter().any(|&rule| old.waives(rule))
            };
            match asked.exceptions.iter().position(of_same) {
                // One that has ended.
                Some(place) => edits.renew(asked, place, None, &more.waives),
                None => edits.last.push(more.clone()),
            }
        }
        for zone in zones {
            edits.except(asked, zone);
        }
        edits
    }

    fn except(&mut self, asked: &Problem, zone: &RelaxedZone) {
        let subject = Excepted::Units(zone.units.clone());
        let same = |exception: &Exception| exception.subject == subject;
        let rule = RuleId::ZoneCrossesGroup;
        let mut waives = if zone.crosses { vec![rule] } else { Vec::new() };
        let waiving = asked.exceptions.iter().position(|old| zone.crosses && same(old) && old.waives(rule));
        let bounds = zone.outside.and_then(|bounds| {
            let maximum = bounds.maximum().map(|maximum| maximum.max(zone.population));
            PopulationBounds::new(bounds.minimum().min(zone.population), maximum).ok()
        });
        let Some(bounds) = bounds else {
            match waiving {
                Some(place) => self.renew(asked, place, None, &waives),
                None => self.last.push(made(subject, None, waives)),
            }
            return;
        };
        let known = asked.exceptions.iter().position(|old| same(old) && old.bounds.is_some());
        if let Some(place) = waiving.filter(|&place| Some(place) != known) {
            self.renew(asked, place, None, &waives);
            waives.clear();
        }
        let decides = waivers_in_force(asked).find(|(_, exception)| {
            exception.bounds.is_some()
                && ExceptedZone::of(&exception.subject, asked).is_some_and(|one| one.is(&zone.units))
        });
        let decides = decides.map(|(place, _)| place);
        match known {
            Some(place) if decides.is_none_or(|first| first >= place) => {
                self.renew(asked, place, Some(bounds), &waives);
            }
            Some(place) => {
                self.renew(asked, place, Some(bounds), &waives);
                let moved = self.instead.insert(place, None).flatten();
                self.first.extend(moved);
            }
            None if decides.is_some() => self.first.push(made(subject, Some(bounds), waives)),
            None => self.last.push(made(subject, Some(bounds), waives)),
        }
    }

    /// Puts an exception with these bounds and waivers in the place of one: of one that has ended
    /// nothing else is kept.
    fn renew(&mut self, asked: &Problem, place: usize, bounds: Option<PopulationBounds>, waives: &[RuleId]) {
        let old = asked.exceptions[place].clone();
        let is_leave = waivers_in_force(asked).any(|(live, _)| live == place);
        let ended = Exception { bounds: None, waives: Vec::new(), until: None, ..old.clone() };
        let base = if is_leave { old } else { ended };
        let entry = self.instead.entry(place).or_insert(None);
        let new = entry.get_or_insert(base);
        new.bounds = bounds.or(new.bounds);
        new.waives
            .extend(waives.iter().filter(|rule| !new.waives.contains(rule)).copied().collect::<Vec<_>>());
    }

    /// The list with these changes.
    pub fn apply(&self, exceptions: &[Exception]) -> Vec<Exception> {
        let kept = exceptions.iter().enumerate().filter_map(|(place, old)| match self.instead.get(&place) {
            Some(new) => new.clone(),
            None => Some(old.clone()),
        });
        self.first.iter().cloned().chain(kept).chain(self.last.iter().cloned()).collect()
    }
}

fn made(subject: Excepted, bounds: Option<PopulationBounds>, waives: Vec<RuleId>) -> Exception {
    Exception {
        subject,
        bounds,
        waives,
        reason: Some("tried, to see whether it is a way out".to_owned()),
        legal_ground: None,
        until: None,
    }
}
