use std::fmt;

use super::facts::Facts;
use super::{Audit, Finding, Found, NotChecked, Required, Severity, Subject, Why};

/// One rule: what it is called, where it comes from, how it is checked.
pub struct Rule {
    /// Kebab-case name that states the fault; it is the rule's identity.
    pub name: &'static str,
    /// The rule in one sentence.
    pub summary: &'static str,
    /// Where it is written.
    pub sources: &'static [Source],
    /// How much a finding weighs.
    pub severity: Severity,
    /// What must fit the territory before the rule can be checked.
    pub(super) reads: Reads,
    pub(super) check: fn(&Facts, &mut Record),
}

/// A place where a rule is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// The decree, call or document.
    pub work: &'static str,
    /// Article, criterion or heading.
    pub place: &'static str,
    /// When it holds; empty for what follows from the meaning of the words.
    pub period: &'static str,
}

/// What of the input a rule reads, beyond the plan's own shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reads {
    /// Nothing: it asks whether plan and territory fit.
    Shape,
    /// The units.
    Units,
    /// The units and the graph.
    Graph,
}

/// Where a rule writes what it finds.
pub(super) struct Record<'a> {
    pub rule: &'static Rule,
    pub audit: &'a mut Audit,
}

impl Rule {
    /// Why the rule cannot be checked at all, where it cannot.
    pub(super) fn obstacle(&self, facts: &Facts) -> Option<Why> {
        let (plan, territory) = (facts.plan.holdings.len(), facts.territory.units().len());
        let graph = facts.graph.len();
        if self.reads != Reads::Shape && plan != territory {
            Some(Why::PlanOverOtherUnits { plan, territory })
        } else if self.reads == Reads::Graph && graph != territory {
            Some(Why::GraphOverOtherUnits { graph, territory })
        } else {
            None
        }
    }
}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Rule({})", self.name)
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", self.work, self.place)
    }
}

impl Record<'_> {
    pub fn finding(&mut self, subject: Subject, found: Found, required: Required) {
        let Rule { name: rule, severity, .. } = *self.rule;
        self.audit.findings.push(Finding { rule, severity, subject, found, required });
    }

    pub fn not_checked(&mut self, subject: Subject, why: Why) {
        self.audit.not_checked.push(NotChecked { rule: self.rule.name, subject, why });
    }
}
