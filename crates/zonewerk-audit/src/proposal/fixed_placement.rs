use std::fmt;

use super::{Proposal, Touched};
use zonewerk_core::problem::{FixedZone, Pin, PinKind, Problem};
use zonewerk_core::territory::{Territory, UnitId};
use zonewerk_core::words::{Language, listed, say};

/// The question in which the zones that a proposal changes are given and all else is free.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FixedPlacement {
    /// The question.
    pub problem: Problem,
    /// Names of the zones that are given as they are.
    pub zones: Vec<String>,
    /// The zones that hold part of a unit, and so cannot be given.
    pub open: Vec<OpenZone>,
}

/// A zone that holds part of a unit: the units that it holds whole stay together, others may join.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenZone {
    /// Its name.
    pub name: String,
    /// The units that it holds whole, ascending.
    pub whole: Vec<UnitId>,
    /// The units that it holds part of, ascending.
    pub divided: Vec<UnitId>,
}

/// A zone that a proposal changes, and what is given otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FixedZoneConflict {
    /// The zone of the proposal.
    pub zone: String,
    /// The zone that is fixed.
    pub fixed: String,
    /// Why it is.
    pub reason: String,
    /// Units of the fixed zone that lie in the other, as name and code.
    pub units: Vec<String>,
}

impl FixedZoneConflict {
    /// The conflict in words.
    pub fn words(&self, language: Language) -> String {
        say!(
            language,
            "try-conflict",
            zone = &self.zone,
            units = listed(language, &self.units, usize::MAX),
            fixed = &self.fixed,
            reason = &self.reason
        )
    }
}

impl fmt::Display for FixedZoneConflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words(Language::English))
    }
}

/// Gives the zones of the plan after that a proposal changes, with a reason in a language.
///
/// # Errors
/// For every such zone that differs from a fixed zone of the problem with which it shares units.
pub fn given(
    territory: &Territory,
    problem: &Problem,
    proposal: &Proposal,
    touched: &[Touched],
    language: Language,
) -> Result<FixedPlacement, Vec<FixedZoneConflict>> {
    let reason = say!(language, "try-given-reason");
    let mut given = FixedPlacement {
        problem: Problem { base: Some(proposal.before.clone()), ..problem.clone() },
        zones: Vec::new(),
        open: Vec::new(),
    };
    let mut conflicts = Vec::new();
    for zone in touched.iter().filter_map(|zone| zone.after.as_ref()).filter(|zone| !zone.units.is_empty()) {
        let whole: Vec<UnitId> =
            zone.units.iter().copied().filter(|unit| !zone.divided.contains(unit)).collect();
        let mut is_fixed = false;
        for fixed in &problem.fixed_zones {
            let shared: Vec<UnitId> =
                fixed.units.iter().copied().filter(|unit| zone.units.contains(unit)).collect();
            if fixed.units == zone.units && zone.divided.is_empty() {
                is_fixed = true;
            } else if !shared.is_empty() {
                conflicts.push(FixedZoneConflict {
                    zone: zone.name.clone(),
                    fixed: fixed.name.clone(),
                    reason: fixed.reason.clone(),
                    units: shared.into_iter().map(|unit| territory.label(unit)).collect(),
                });
            }
        }
        if is_fixed {
            continue;
        }
        if zone.divided.is_empty() {
            given.zones.push(zone.name.clone());
            let (name, reason) = (zone.name.clone(), reason.clone());
            given.problem.fixed_zones.push(FixedZone { name, units: zone.units.clone(), reason });
            continue;
        }
        if !whole.is_empty() {
            let asks = PinKind::Zone { name: zone.name.clone(), holds: whole.clone(), without: Vec::new() };
            given.problem.pins.push(Pin { asks, reason: reason.clone() });
        }
        given.open.push(OpenZone { name: zone.name.clone(), whole, divided: zone.divided.clone() });
    }
    if conflicts.is_empty() { Ok(given) } else { Err(conflicts) }
}
