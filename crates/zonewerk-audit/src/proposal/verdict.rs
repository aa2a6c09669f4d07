//! The verdict before and after, rule by rule.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{Audit, Finding, Found, RuleId, Severity, Subject};
use zonewerk_core::words::Language;

/// What a proposal does to the findings of an audit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdicts {
    /// Every rule of which either audit found anything, in the order of checking.
    pub rules: Vec<RuleCount>,
    /// The findings that differ: by rule, then by subject.
    pub differences: Vec<Difference>,
}

/// How often a rule was found broken, before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleCount {
    /// The rule.
    pub rule: RuleId,
    /// Errors before and after.
    pub errors: [usize; 2],
    /// Warnings before and after.
    pub warnings: [usize; 2],
}

/// A finding that a proposal brings, takes away or changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// It was not there before.
    New(Finding),
    /// It is not there after.
    Gone(Finding),
    /// The rule says something else of the same subject.
    Changed(Box<[Finding; 2]>),
}

impl Verdicts {
    /// Errors before and after.
    pub fn errors(&self) -> [usize; 2] {
        [0, 1].map(|side| self.rules.iter().map(|rule| rule.errors[side]).sum())
    }

    /// The rules that are broken after and not before.
    pub fn newly_broken(&self) -> impl Iterator<Item = &RuleCount> {
        self.rules.iter().filter(|rule| rule.errors[0] == 0 && rule.errors[1] > 0)
    }

    /// The rules that are broken before and not after.
    pub fn mended(&self) -> impl Iterator<Item = &RuleCount> {
        self.rules.iter().filter(|rule| rule.errors[0] > 0 && rule.errors[1] == 0)
    }

    /// The rules that are broken before and after.
    pub fn still_broken(&self) -> impl Iterator<Item = &RuleCount> {
        self.rules.iter().filter(|rule| rule.errors[0] > 0 && rule.errors[1] > 0)
    }
}

impl Difference {
    /// The finding after, or before where it is gone.
    pub fn finding(&self) -> &Finding {
        match self {
            Self::New(finding) | Self::Gone(finding) => finding,
            Self::Changed(pair) => &pair[1],
        }
    }

    /// Whether it weighs more after: more severe, or farther from what the rule requires. `None`
    /// where it cannot be told.
    pub fn is_worse(&self) -> Option<bool> {
        match self {
            Self::New(_) => Some(true),
            Self::Gone(_) => Some(false),
            Self::Changed(pair) => {
                let [before, after] = [&pair[0], &pair[1]];
                if before.severity != after.severity {
                    return Some(after.severity < before.severity);
                }
                let [before, after] = [before.distance()?, after.distance()?];
                (before.unit == after.unit && before.amount != after.amount)
                    .then_some(after.amount > before.amount)
            }
        }
    }
}

/// Compares two audits of the same territory by the same rules. A zone of the plan after that has
/// another name is given with the name that it had, where it had one.
pub fn verdicts(before: &Audit, after: &Audit, renamed: &BTreeMap<String, String>) -> Verdicts {
    let count = |audit: &Audit, rule: RuleId, severity: Severity| {
        audit.findings.iter().filter(|finding| finding.rule == rule && finding.severity == severity).count()
    };
    let both = |rule: RuleId, severity| [before, after].map(|audit| count(audit, rule, severity));
    let counted = RuleId::ALL.iter().map(|&rule| RuleCount {
        rule,
        errors: both(rule, Severity::Error),
        warnings: both(rule, Severity::Warning),
    });
    let none = [0, 0];
    let rules = counted.filter(|rule| rule.errors != none || rule.warnings != none).collect();
    Verdicts { rules, differences: differences(before, after, renamed) }
}

/// What was found, whatever the order of its zones and units: zones have other numbers in
/// another plan.
fn in_any_order(found: &Found) -> Value {
    fn sorted(value: Value) -> Value {
        match value {
            Value::Array(values) => {
                let mut values: Vec<Value> = values.into_iter().map(sorted).collect();
                values.sort_by_key(Value::to_string);
                Value::Array(values)
            }
            Value::Object(fields) => {
                Value::Object(fields.into_iter().map(|(name, value)| (name, sorted(value))).collect())
            }
            plain => plain,
        }
    }
    serde_json::to_value(found).map(sorted).unwrap_or_default()
}

fn differences(before: &Audit, after: &Audit, renamed: &BTreeMap<String, String>) -> Vec<Difference> {
    let subject = |finding: &Finding, is_after: bool| match &finding.subject {
        Subject::Zone(zone) if is_after => {
            let name = renamed.get(&zone.name).unwrap_or(&zone.name);
            format!("zone {name}")
        }
        Subject::Zone(zone) => format!("zone {}", zone.name),
        other => other.words(Language::English),
    };
    let mut pairs: BTreeMap<(RuleId, String), [Vec<&Finding>; 2]> = BTreeMap::new();
    for (side, audit) in [before, after].into_iter().enumerate() {
        for finding in &audit.findings {
            pairs.entry((finding.rule, subject(finding, side == 1))).or_default()[side].push(finding);
        }
    }
    let mut all = Vec::new();
    for [mut old, mut new] in pairs.into_values() {
        let is_same = |a: &Finding, b: &Finding| {
            a.severity == b.severity
                && in_any_order(&a.found) == in_any_order(&b.found)
                && a.required == b.required
        };
        old.retain(|one| match new.iter().position(|other| is_same(one, other)) {
            Some(place) => {
                new.remove(place);
                false
            }
            None => true,
        });
        let (mut old, mut new) = (old.into_iter(), new.into_iter());
        loop {
            match (old.next(), new.next()) {
                (Some(old), Some(new)) => {
                    all.push(Difference::Changed(Box::new([old.clone(), new.clone()])));
                }
                (Some(old), None) => all.push(Difference::Gone(old.clone())),
                (None, Some(new)) => all.push(Difference::New(new.clone())),
                (None, None) => break,
            }
        }
    }
    all
}
