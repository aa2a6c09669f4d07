use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

/// How many of a thing there may be, both ends included; no end where it is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CountBounds {
    minimum: Option<u64>,
    maximum: Option<u64>,
}

impl CountBounds {
    /// Bounds with both ends included; `None` when the minimum is above the maximum.
    pub fn new(minimum: Option<u64>, maximum: Option<u64>) -> Option<Self> {
        match (minimum, maximum) {
            (Some(minimum), Some(maximum)) if minimum > maximum => None,
            _ => Some(Self { minimum, maximum }),
        }
    }

    /// Fewest.
    pub fn minimum(self) -> Option<u64> {
        self.minimum
    }

    /// Most.
    pub fn maximum(self) -> Option<u64> {
        self.maximum
    }

    /// With the noun that is counted: `1 zone`, `at most 2 zones`, `any number of zones`.
    ///
    /// ```
    /// use zonewerk_core::problem::CountBounds;
    ///
    /// assert_eq!(CountBounds::new(None, Some(1)).unwrap().of("zone"), "at most 1 zone");
    /// assert_eq!(CountBounds::default().of("zone"), "any number of zones");
    /// ```
    pub fn of(self, noun: &str) -> String {
        match (self.minimum, self.maximum) {
            (None, None) => format!("any number of {noun}s"),
            (_, Some(1)) | (Some(1), None) => format!("{self} {noun}"),
            _ => format!("{self} {noun}s"),
        }
    }

    /// Whether any number will do.
    pub fn is_free(self) -> bool {
        self.minimum.is_none() && self.maximum.is_none()
    }
}

impl fmt::Display for CountBounds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.minimum, self.maximum) {
            (Some(minimum), Some(maximum)) if minimum == maximum => write!(f, "{minimum}"),
            (Some(minimum), Some(maximum)) => write!(f, "{minimum} to {maximum}"),
            (Some(minimum), None) => write!(f, "at least {minimum}"),
            (None, Some(maximum)) => write!(f, "at most {maximum}"),
            (None, None) => write!(f, "any number"),
        }
    }
}
