use std::fmt;

use super::{Distance, Found, Required, Subject};
use crate::problem::Severity;
use crate::territory::UnitId;
use crate::words::{Language, say};

/// What one rule says of one subject, as data. `Display` is the whole sentence, in English.
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
    /// The units whose shapes show it on a map, ascending.
    pub evidence: Vec<UnitId>,
}

impl Finding {
    /// The finding in words: subject, what was found, what is required.
    pub fn words(&self, language: Language) -> String {
        let values = [
            ("subject", self.subject.words(language).into()),
            ("found", self.found.words(language).into()),
            ("required", self.required.words(language).into()),
        ];
        say(language, "finding", &values)
    }

    /// How far the subject is from keeping the rule, where that is a number.
    pub fn distance(&self) -> Option<Distance> {
        Distance::between(&self.found, &self.required)
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words(Language::English))
    }
}
