use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use zonewerk_core::plan::Plan;
use zonewerk_core::territory::{Id, Territory, UnitCode, UnitId, ZoneId};
use zonewerk_core::words::visible;

/// A unit with its code and name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct UnitLabel {
    /// The unit.
    #[serde(skip)]
    pub unit: UnitId,
    /// Its code.
    pub code: UnitCode,
    /// Its name.
    pub name: String,
}

/// A zone with its name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct ZoneLabel {
    /// The zone.
    #[serde(skip)]
    pub zone: ZoneId,
    /// Its name; by its place in the plan, counted from 1, where the plan has no such zone.
    pub name: String,
}

impl UnitLabel {
    pub(super) fn new(territory: &Territory, unit: UnitId) -> Self {
        match territory.units().get(unit) {
            Some(known) => Self { unit, code: known.code.clone(), name: known.name.clone() },
            None => Self { unit, code: UnitCode::new("?"), name: format!("#{}", unit.index() + 1) },
        }
    }
}

impl ZoneLabel {
    pub(super) fn new(plan: &Plan, zone: ZoneId) -> Self {
        let known = plan.zones.get(zone).map(|zone| zone.name.clone());
        Self { zone, name: known.unwrap_or_else(|| format!("#{}", zone.index() + 1)) }
    }
}

impl fmt::Display for UnitLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", visible(&self.name), visible(self.code.as_str()))
    }
}

impl fmt::Display for ZoneLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&visible(&self.name))
    }
}
