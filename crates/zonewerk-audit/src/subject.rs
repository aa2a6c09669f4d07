use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use super::{UnitLabel, ZoneLabel};
use zonewerk_core::problem::SubjectKind;
use zonewerk_core::words::{Language, say};

/// What a finding is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(into = "SubjectJson")]
#[schemars(with = "SubjectJson")]
pub enum Subject {
    /// The profile that the plan is judged by.
    RuleSet(String),
    /// The plan as a whole.
    Plan,
    /// A unit.
    Unit(UnitLabel),
    /// A zone of the plan.
    Zone(ZoneLabel),
    /// A region of the plan, by its name.
    Region(String),
    /// A group of a family.
    Group {
        /// Name of the family.
        family: String,
        /// Name of the group.
        name: String,
    },
    /// A merger that is to come, by its name.
    Merger(String),
    /// A zone that the problem gives as fixed, by its name there.
    FixedZone(String),
    /// A pin of the problem, by its reason.
    Pin(String),
}

impl Subject {
    /// What kind of thing it is.
    pub fn kind(&self) -> SubjectKind {
        match self {
            Self::RuleSet(_) => SubjectKind::RuleSet,
            Self::Plan => SubjectKind::Plan,
            Self::Unit(_) => SubjectKind::Unit,
            Self::Zone(_) => SubjectKind::Zone,
            Self::Region(_) => SubjectKind::Region,
            Self::Group { .. } => SubjectKind::Group,
            Self::Merger(_) => SubjectKind::Merger,
            Self::FixedZone(_) => SubjectKind::FixedZone,
            Self::Pin(_) => SubjectKind::Pin,
        }
    }

    /// Name of the subject, or reason of a pin; empty for the plan as a whole.
    pub fn name(&self) -> &str {
        match self {
            Self::Plan => "",
            Self::Unit(unit) => &unit.name,
            Self::Zone(zone) => &zone.name,
            Self::RuleSet(name)
            | Self::Region(name)
            | Self::Group { name, .. }
            | Self::Merger(name)
            | Self::FixedZone(name)
            | Self::Pin(name) => name,
        }
    }

    /// The subject in words: `zone Aalst`.
    pub fn words(&self, language: Language) -> String {
        match self {
            Self::RuleSet(name) => say!(language, "subject-rule-set", name = name),
            Self::Plan => say!(language, "subject-plan"),
            Self::Unit(unit) => say!(language, "subject-unit", name = unit.to_string()),
            Self::Zone(zone) => say!(language, "subject-zone", name = zone.to_string()),
            Self::Region(name) => say!(language, "subject-region", name = name),
            Self::Group { family, name } => format!("{family} {name}"),
            Self::Merger(name) => say!(language, "subject-merger", name = name),
            Self::FixedZone(name) => say!(language, "subject-fixed-zone", name = name),
            Self::Pin(reason) => say!(language, "subject-pin", name = reason),
        }
    }
}

/// A subject as programs read it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Subject")]
struct SubjectJson {
    kind: SubjectKind,
    /// Code of a unit.
    code: Option<String>,
    /// Family of a group.
    family: Option<String>,
    /// Its name; of a pin its reason; empty for the plan.
    name: String,
}

impl From<Subject> for SubjectJson {
    fn from(subject: Subject) -> Self {
        let code = match &subject {
            Subject::Unit(unit) => Some(unit.code.to_string()),
            _ => None,
        };
        let family = match &subject {
            Subject::Group { family, .. } => Some(family.clone()),
            _ => None,
        };
        Self { kind: subject.kind(), code, family, name: subject.name().to_owned() }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words(Language::English))
    }
}
