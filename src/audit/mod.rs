//! The second opinion: reads territory, graph, problem and plan, computes everything
//! itself, and knows nothing of how a plan came to be.

use crate::territory::{UnitId, ZoneId};

/// What an audit found, and what it could not check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audit {
    /// The rules that were checked, in the order of checking.
    pub checked: Vec<&'static str>,
    /// Every breach, by rule, then by subject.
    pub findings: Vec<Finding>,
    /// What could not be checked, and why.
    pub not_checked: Vec<NotChecked>,
}

/// One breach of one rule, as data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Name of the rule.
    pub rule: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// What breaks the rule.
    pub subject: Subject,
    /// What was found, in words and numbers.
    pub found: String,
    /// What the rule requires.
    pub required: String,
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

/// What a finding is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A unit, with its code and name.
    Unit {
        /// The unit.
        unit: UnitId,
        /// Its code and name.
        label: String,
    },
    /// A zone, with its name.
    Zone {
        /// The zone.
        zone: ZoneId,
        /// Its name.
        label: String,
    },
}

/// A check that was not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotChecked {
    /// Name of the rule.
    pub rule: &'static str,
    /// What it would have been about, where not the whole plan.
    pub subject: Option<Subject>,
    /// Why not.
    pub why: String,
}

impl Audit {
    /// Whether the plan breaks no rule that was checked.
    pub fn is_compliant(&self) -> bool {
        self.findings.iter().all(|finding| finding.severity != Severity::Error)
    }
}
