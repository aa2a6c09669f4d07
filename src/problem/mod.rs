//! What is asked of a plan: bounds, exceptions, fixed zones and the goal, with every
//! name resolved to a unit. Built by `load` from a scenario, or in code.

mod bounds;
mod exception;
mod goal;

pub use bounds::{BoundsError, PopulationBounds};
pub use exception::ExceptionZone;
pub use goal::Goal;

use crate::territory::UnitId;

/// A validated question: draw zones under these rules, best by this goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Inhabitants of a zone without an exception.
    pub bounds: PopulationBounds,
    /// Zones that may have other bounds, each with its reason.
    pub exceptions: Vec<ExceptionZone>,
    /// Zones that are given and stay as they are.
    pub fixed_zones: Vec<FixedZone>,
    /// What the best plan has least of.
    pub goal: Goal,
}

/// A zone that is given: the optimiser draws around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FixedZone {
    /// Name of the zone.
    pub name: String,
    /// Its units, ascending, each once; no unit lies in two fixed zones.
    pub units: Vec<UnitId>,
    /// Why it is given.
    pub reason: String,
}

impl Problem {
    /// A question with bounds only: shortest total border, no exception, nothing fixed.
    pub fn within(bounds: PopulationBounds) -> Self {
        Self { bounds, exceptions: Vec::new(), fixed_zones: Vec::new(), goal: Goal::BorderLength }
    }

    /// The exception made for exactly this set of units (ascending), if there is one.
    pub fn exception_for(&self, units: &[UnitId]) -> Option<&ExceptionZone> {
        self.exceptions.iter().find(|exception| exception.units == units)
    }

    /// The bounds that hold for a zone of exactly these units (ascending).
    pub fn bounds_for(&self, units: &[UnitId]) -> PopulationBounds {
        self.exception_for(units).map_or(self.bounds, |exception| exception.bounds)
    }
}
