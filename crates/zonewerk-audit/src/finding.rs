use std::collections::BTreeSet;
use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Distance, Found, Required, Subject};
use zonewerk_core::problem::{RuleId, Severity};
use zonewerk_core::territory::{UnitId, ZoneId};
use zonewerk_core::words::{Language, say};

/// What one rule says of one subject, as data. `Display` is the whole sentence, in English.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Finding {
    /// The rule.
    pub rule: RuleId,
    /// How much it weighs.
    pub severity: Severity,
    /// What it is about.
    pub subject: Subject,
    /// What was found.
    pub found: Found,
    /// What the rule requires.
    pub required: Required,
    /// The units whose shapes show it on a map, ascending.
    #[serde(skip)]
    pub evidence: Vec<UnitId>,
}

impl Finding {
    /// The finding in words: subject, what was found, what is required.
    pub fn words(&self, language: Language) -> String {
        say!(
            language,
            "finding",
            subject = self.subject.words(language),
            found = self.found.words(language),
            required = self.required.words(language)
        )
    }

    /// The zones that it is about, or that have a share in it, ascending.
    pub fn zones(&self) -> BTreeSet<ZoneId> {
        let mut zones = self.found.zones();
        if let Subject::Zone(zone) = &self.subject {
            zones.insert(zone.zone);
        }
        zones
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
