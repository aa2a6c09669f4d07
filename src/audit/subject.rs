use std::fmt;

use crate::plan::Plan;
use crate::territory::{Id, Territory, UnitCode, UnitId, ZoneId};

/// What a finding is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The plan as a whole.
    Plan,
    /// A unit.
    Unit(UnitLabel),
    /// A zone of the plan.
    Zone(ZoneLabel),
    /// A zone that the problem gives as fixed, by its name there.
    FixedZone(String),
}

/// A unit with its code and name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnitLabel {
    /// The unit.
    pub unit: UnitId,
    /// Its code.
    pub code: UnitCode,
    /// Its name.
    pub name: String,
}

/// A zone with its name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ZoneLabel {
    /// The zone.
    pub zone: ZoneId,
    /// Its name; by its place in the plan, counted from 1, where the plan has no such zone.
    pub name: String,
}

impl Subject {
    /// `plan`, `unit`, `zone` or `fixed-zone`.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Unit(_) => "unit",
            Self::Zone(_) => "zone",
            Self::FixedZone(_) => "fixed-zone",
        }
    }

    /// Name of the subject; empty for the plan as a whole.
    pub fn name(&self) -> &str {
        match self {
            Self::Plan => "",
            Self::Unit(unit) => &unit.name,
            Self::Zone(zone) => &zone.name,
            Self::FixedZone(name) => name,
        }
    }
}

impl UnitLabel {
    pub(super) fn new(territory: &Territory, unit: UnitId) -> Self {
        match territory.units().get(unit) {
            Some(known) => Self { unit, code: known.code.clone(), name: known.name.clone() },
            None => {
                Self { unit, code: UnitCode::new("?"), name: format!("unit number {}", unit.index() + 1) }
            }
        }
    }
}

impl ZoneLabel {
    pub(super) fn new(plan: &Plan, zone: ZoneId) -> Self {
        let known = plan.zones.get(zone).map(|zone| zone.name.clone());
        Self { zone, name: known.unwrap_or_else(|| format!("number {}", zone.index() + 1)) }
    }

    /// Where the zone stands in its plan, for zones that their name does not tell apart.
    pub(super) fn place(&self) -> String {
        format!("number {}", self.zone.index() + 1)
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Plan => write!(f, "plan"),
            Self::Unit(unit) => write!(f, "unit {unit}"),
            Self::Zone(zone) => write!(f, "zone {zone}"),
            Self::FixedZone(name) => write!(f, "fixed zone {name}"),
        }
    }
}

impl fmt::Display for UnitLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.name, self.code)
    }
}

impl fmt::Display for ZoneLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.name)
    }
}
