use jiff::civil::Date;

use super::{PopulationBounds, RuleId};
use crate::territory::UnitId;

/// A waiver: it permits a zone, region or group to break rules, or gives a zone bounds of its own. For a
/// large city, an area between other zones, a derogation. It permits and does not force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// What it is made for.
    pub subject: Excepted,
    /// The bounds that hold for the zone instead of the ordinary ones, narrower or wider; `None`
    /// where those hold.
    pub bounds: Option<PopulationBounds>,
    /// The rules that need not be kept.
    pub waives: Vec<RuleId>,
    /// Why, in words that are printed with it; one without waives nothing, unless the profile does
    /// not ask for `exception-without-reason`.
    pub reason: Option<String>,
    /// Legal ground, where the scenario names one.
    pub legal_ground: Option<String>,
    /// The last day it holds; `None` for ever.
    pub until: Option<Date>,
}

/// What an exception is made for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Excepted {
    /// The zone of exactly these units, ascending, each once; the region of exactly these where
    /// a rule speaks of regions, and each of them where it speaks of units.
    Units(Vec<UnitId>),
    /// The zone of this name: the one that the problem fixes or pins under it, known by its units;
    /// else the one that a plan calls so.
    Zone(String),
    /// The zone that holds all of these units (ascending, one or more) and none of those
    /// (ascending), whatever it is called.
    Holding {
        /// The units it holds.
        units: Vec<UnitId>,
        /// The units that stay out of it.
        without: Vec<UnitId>,
    },
    /// The region of this name.
    Region(String),
    /// The group of this name, of any family.
    Group(String),
}

impl Exception {
    /// A zone of exactly these units (ascending) that may have other bounds.
    pub fn bounds_for(units: Vec<UnitId>, bounds: PopulationBounds, reason: impl Into<String>) -> Self {
        Self {
            subject: Excepted::Units(units),
            bounds: Some(bounds),
            waives: Vec::new(),
            reason: Some(reason.into()),
            legal_ground: None,
            until: None,
        }
    }

    /// Whether it lets its subject break a rule.
    pub fn waives(&self, rule: RuleId) -> bool {
        self.waives.contains(&rule)
    }

    /// The units of the zone that may have other bounds, and those bounds; `None` where
    /// the exception is about something else.
    pub fn zone(&self) -> Option<(&[UnitId], PopulationBounds)> {
        match &self.subject {
            Excepted::Units(units) => Some((units, self.bounds?)),
            Excepted::Zone(_) | Excepted::Holding { .. } | Excepted::Region(_) | Excepted::Group(_) => None,
        }
    }
}
