use std::fmt;

use super::wording::{Count, Thousands};
use crate::problem::PopulationBounds;

/// What a rule requires.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Required {
    /// As many units as the territory has.
    Units(usize),
    /// To lie in exactly one zone.
    OneZone,
    /// A zone of the plan, which has this many.
    KnownZone {
        /// Number of zones of the plan.
        zones: usize,
    },
    /// At least this many inhabitants.
    Minimum {
        /// Fewest inhabitants.
        inhabitants: u64,
        /// The exception that says so; `None` for the ordinary bounds.
        exception: Option<ExceptionNote>,
    },
    /// At most this many inhabitants.
    Maximum {
        /// Most inhabitants.
        inhabitants: u64,
        /// The exception that says so; `None` for the ordinary bounds.
        exception: Option<ExceptionNote>,
    },
    /// The ordinary bounds, from which an exception gives leave.
    Bounds {
        /// The ordinary bounds.
        bounds: PopulationBounds,
        /// The bounds of the exception.
        allowed: PopulationBounds,
        /// The exception.
        exception: ExceptionNote,
    },
    /// As many inhabitants as the unit has.
    UnitPopulation(u64),
    /// One connected part.
    OnePart,
    /// At least one unit.
    AnyUnit,
    /// A name of its own.
    OwnName,
    /// Exactly the units of a fixed zone.
    FixedUnits {
        /// Number of its units.
        units: usize,
        /// Why it is given.
        reason: String,
    },
}

/// An exception, as a finding refers to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExceptionNote {
    /// Number in the problem, counted from 1.
    pub number: usize,
    /// Why it was made.
    pub reason: String,
    /// Legal ground, where the scenario names one.
    pub legal_ground: Option<String>,
}

impl fmt::Display for Required {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Units(units) => write!(f, "the {} of the territory", Count(*units, "unit")),
            Self::OneZone => write!(f, "exactly one zone"),
            Self::KnownZone { zones } => write!(f, "one of the plan's {}", Count(*zones, "zone")),
            Self::Minimum { inhabitants, exception } => {
                write!(f, "at least {} inhabitants", Thousands(*inhabitants))?;
                by_exception(f, exception.as_ref())
            }
            Self::Maximum { inhabitants, exception } => {
                write!(f, "at most {} inhabitants", Thousands(*inhabitants))?;
                by_exception(f, exception.as_ref())
            }
            Self::Bounds { bounds, allowed, exception } => {
                write_bounds(f, *bounds)?;
                write!(f, " inhabitants, or ")?;
                write_bounds(f, *allowed)?;
                by_exception(f, Some(exception))
            }
            Self::UnitPopulation(people) => write!(f, "the unit's {} inhabitants", Thousands(*people)),
            Self::OnePart => write!(f, "one connected part"),
            Self::AnyUnit => write!(f, "at least one unit"),
            Self::OwnName => write!(f, "a name of its own"),
            Self::FixedUnits { units, reason } => {
                write!(f, "a zone of exactly its {} ({reason})", Count(*units, "unit"))
            }
        }
    }
}

impl fmt::Display for ExceptionNote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "exception {}: {}", self.number, self.reason)?;
        self.legal_ground.iter().try_for_each(|ground| write!(f, "; {ground}"))
    }
}

fn by_exception(f: &mut fmt::Formatter<'_>, exception: Option<&ExceptionNote>) -> fmt::Result {
    exception.map_or(Ok(()), |exception| write!(f, " ({exception})"))
}

fn write_bounds(f: &mut fmt::Formatter<'_>, bounds: PopulationBounds) -> fmt::Result {
    match bounds.maximum() {
        Some(maximum) => write!(f, "{} to {}", Thousands(bounds.minimum()), Thousands(maximum)),
        None => write!(f, "at least {}", Thousands(bounds.minimum())),
    }
}
