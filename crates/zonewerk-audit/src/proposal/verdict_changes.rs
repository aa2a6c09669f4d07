//! The verdict before and after, rule by rule.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{Audit, Finding, Found, NotChecked, NotCheckedReason, RuleId, Severity, Subject};
use zonewerk_core::words::Language;

/// What a proposal does to the findings of an audit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdicts {
    /// Every rule of which either audit found anything, in the order of checking.
    pub rules: Vec<RuleCount>,
    /// The findings that differ: by rule, then by subject.
    pub differences: Vec<FindingChange>,
    /// What is not checked after and was before, or was not there.
    pub opened: Vec<NotChecked>,
    /// What was not checked before and is after, or is not there.
    pub closed: Vec<NotChecked>,
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
    /// Checks that were not made on this side and were on the other, before and after.
    pub open: [usize; 2],
}

/// A finding that a proposal brings, takes away or changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindingChange {
    /// It was not there before.
    New(Finding),
    /// It is not there after.
    Gone(Finding),
    /// It is there after; before, that was not checked.
    Uncovered(Finding),
    /// It was there before; after, that is not checked.
    Unchecked(Finding),
    /// The rule says something else of the same subject.
    Changed(Box<[Finding; 2]>),
}

impl Verdicts {
    /// Errors before and after.
    pub fn errors(&self) -> [usize; 2] {
        [0, 1].map(|side| self.rules.iter().map(|rule| rule.errors[side]).sum())
    }

    /// The rules that are broken after and kept before.
    pub fn newly_broken(&self) -> impl Iterator<Item = &RuleCount> {
        self.rules.iter().filter(|rule| rule.errors[0] == 0 && rule.errors[1] > 0 && rule.open[0] == 0)
    }

    /// The rules that are broken after, and of which before not all was checked that is after.
    pub fn uncovered(&self) -> impl Iterator<Item = &RuleCount> {
        self.rules.iter().filter(|rule| rule.errors[0] == 0 && rule.errors[1] > 0 && rule.open[0] > 0)
    }

    /// The rules that are broken before and kept after.
    pub fn mended(&self) -> impl Iterator<Item = &RuleCount> {
        self.rules.iter().filter(|rule| rule.errors[0] > 0 && rule.errors[1] == 0 && rule.open[1] == 0)
    }

    /// The rules that are broken before, without an error after, and of which after not all is
    /// checked that was before.
    pub fn unchecked(&self) -> impl Iterator<Item = &RuleCount> {
        self.rules.iter().filter(|rule| rule.errors[0] > 0 && rule.errors[1] == 0 && rule.open[1] > 0)
    }

    /// The rules that are broken before and after.
    pub fn still_broken(&self) -> impl Iterator<Item = &RuleCount> {
        self.rules.iter().filter(|rule| rule.errors[0] > 0 && rule.errors[1] > 0)
    }
}

impl FindingChange {
    /// The finding after, or before where it is gone.
    pub fn finding(&self) -> &Finding {
        match self {
            Self::New(finding)
            | Self::Gone(finding)
            | Self::Uncovered(finding)
            | Self::Unchecked(finding) => finding,
            Self::Changed(pair) => &pair[1],
        }
    }

    /// Whether it weighs more after: more severe, or farther from what the rule requires. `None`
    /// where it cannot be told.
    pub fn is_worse(&self) -> Option<bool> {
        match self {
            Self::New(_) => Some(true),
            Self::Gone(_) => Some(false),
            Self::Uncovered(_) | Self::Unchecked(_) => None,
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
    let sides = [ComparedAudit::of(before, None), ComparedAudit::of(after, Some(renamed))];
    let [closed, opened] = [0, 1].map(|side| sides[side].only_here(&sides[1 - side]));
    let counted = RuleId::ALL.iter().map(|&rule| RuleCount {
        rule,
        errors: both(rule, Severity::Error),
        warnings: both(rule, Severity::Warning),
        open: [&closed, &opened].map(|open| open.iter().filter(|open| open.rule == rule).count()),
    });
    let none = [0, 0];
    let rules = counted.filter(|rule| rule.errors != none || rule.warnings != none).collect();
    Verdicts { rules, differences: differences(&sides), opened, closed }
}

/// One of two audits that are compared.
struct ComparedAudit<'a> {
    audit: &'a Audit,
    /// The names that zones had, where they have others now.
    renamed: Option<&'a BTreeMap<String, String>>,
}

impl<'a> ComparedAudit<'a> {
    fn of(audit: &'a Audit, renamed: Option<&'a BTreeMap<String, String>>) -> Self {
        Self { audit, renamed }
    }

    /// What a finding is about, or a check would be, in words that both sides have.
    fn subject(&self, subject: &Subject) -> String {
        match subject {
            Subject::Zone(zone) => {
                let before = self.renamed.and_then(|renamed| renamed.get(&zone.name));
                format!("zone {}", before.unwrap_or(&zone.name))
            }
            other => other.words(Language::English),
        }
    }

    /// What is not checked on this side and is not left open on the other too.
    fn only_here(&self, other: &Self) -> Vec<NotChecked> {
        let key = |side: &Self, open: &NotChecked| {
            (open.rule, side.subject(&open.subject), goal(&open.why).cloned())
        };
        let open = self
            .audit
            .not_checked
            .iter()
            .filter(|open| !other.audit.not_checked.iter().any(|one| key(other, one) == key(self, open)));
        open.cloned().collect()
    }

    /// Whether what a finding of the other side says was not checked on this one.
    fn leaves_open(&self, other: &Self, finding: &Finding) -> bool {
        if !self.audit.checked.contains(&finding.rule) {
            return true;
        }
        let subject = other.subject(&finding.subject);
        self.audit.not_checked.iter().any(|open| {
            let is_of_goal = match (&finding.found, goal(&open.why)) {
                (Found::Amount { goal, .. }, Some(open)) => goal == open,
                _ => true,
            };
            open.rule == finding.rule && self.subject(&open.subject) == subject && is_of_goal
        })
    }
}

/// The goal that could not be measured.
fn goal(why: &NotCheckedReason) -> Option<&String> {
    match why {
        NotCheckedReason::NotInOneZone { goal, .. } => Some(goal),
        _ => None,
    }
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

fn differences(sides: &[ComparedAudit<'_>; 2]) -> Vec<FindingChange> {
    let mut pairs: BTreeMap<(RuleId, String), [Vec<&Finding>; 2]> = BTreeMap::new();
    for (place, side) in sides.iter().enumerate() {
        for finding in &side.audit.findings {
            pairs.entry((finding.rule, side.subject(&finding.subject))).or_default()[place].push(finding);
        }
    }
    let [before, after] = sides;
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
                    all.push(FindingChange::Changed(Box::new([old.clone(), new.clone()])));
                }
                (Some(old), None) if after.leaves_open(before, old) => {
                    all.push(FindingChange::Unchecked(old.clone()));
                }
                (Some(old), None) => all.push(FindingChange::Gone(old.clone())),
                (None, Some(new)) if before.leaves_open(after, new) => {
                    all.push(FindingChange::Uncovered(new.clone()));
                }
                (None, Some(new)) => all.push(FindingChange::New(new.clone())),
                (None, None) => break,
            }
        }
    }
    all
}
