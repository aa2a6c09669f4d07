use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

/// Inhabitants a zone may have, both ends included; no maximum where `maximum` is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PopulationBounds {
    minimum: u64,
    maximum: Option<u64>,
}

/// A minimum above the maximum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("minimum {minimum} is above maximum {maximum}")]
pub struct BoundsError {
    /// The minimum that was asked.
    pub minimum: u64,
    /// The maximum that was asked.
    pub maximum: u64,
}

impl PopulationBounds {
    /// Bounds with both ends included.
    ///
    /// # Errors
    /// When the minimum is above the maximum.
    pub fn new(minimum: u64, maximum: Option<u64>) -> Result<Self, BoundsError> {
        match maximum {
            Some(maximum) if maximum < minimum => Err(BoundsError { minimum, maximum }),
            _ => Ok(Self { minimum, maximum }),
        }
    }

    /// No bound at all.
    pub fn any() -> Self {
        Self { minimum: 0, maximum: None }
    }

    /// Half way between minimum and maximum; the minimum where there is no maximum.
    pub fn middle(self) -> u64 {
        self.maximum.map_or(self.minimum, |maximum| self.minimum.midpoint(maximum))
    }

    /// Fewest inhabitants.
    pub fn minimum(self) -> u64 {
        self.minimum
    }

    /// Most inhabitants.
    pub fn maximum(self) -> Option<u64> {
        self.maximum
    }

    /// Whether a zone of that many inhabitants is allowed.
    pub fn allow(self, population: u64) -> bool {
        population >= self.minimum && !self.exceeded_by(population)
    }

    /// Whether that many inhabitants are too many.
    pub fn exceeded_by(self, population: u64) -> bool {
        self.maximum.is_some_and(|maximum| population > maximum)
    }
}

impl fmt::Display for PopulationBounds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.maximum {
            Some(maximum) => write!(f, "{} to {maximum}", self.minimum),
            None => write!(f, "at least {}", self.minimum),
        }
    }
}
