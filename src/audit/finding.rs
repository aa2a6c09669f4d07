use std::fmt;

use super::{Found, Required, Subject};

/// What one rule says of one subject, as data. `Display` is the whole sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Name of the rule.
    pub rule: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// What it is about.
    pub subject: Subject,
    /// What was found.
    pub found: Found,
    /// What the rule requires.
    pub required: Required,
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The plan breaks the rule.
    Error,
    /// The plan deserves a second look.
    Warning,
    /// Good to know: an exception that was used.
    Info,
}

impl Finding {
    /// The finding in words: subject, what was found, what is required.
    pub fn sentence(&self) -> String {
        self.to_string()
    }

    /// How many inhabitants the subject has too few or too many, where the rule is
    /// about inhabitants.
    pub fn distance(&self) -> Option<u64> {
        let found = match self.found {
            Found::Inhabitants(found) | Found::InhabitantsOfParts { known: found, .. } => found,
            _ => return None,
        };
        match self.required {
            Required::Minimum { inhabitants, .. }
            | Required::Maximum { inhabitants, .. }
            | Required::UnitPopulation(inhabitants) => Some(found.abs_diff(inhabitants)),
            Required::Bounds { bounds, .. } => {
                let over = bounds.maximum().map_or(0, |maximum| found.saturating_sub(maximum));
                Some(bounds.minimum().saturating_sub(found).max(over))
            }
            _ => None,
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}; required: {}", self.subject, self.found, self.required)
    }
}

impl Severity {
    /// `error`, `warning` or `info`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
