use super::plan_facts::Facts;
use super::{Audit, Finding, Found, NotChecked, NotCheckedReason, Required, Rule, Subject, severity};
use zonewerk_core::problem::{RuleSetting, Severity};
use zonewerk_core::territory::{GroupFamily, UnitId};

/// Where a rule writes what it finds. What an exception lets pass is kept apart, for the
/// rules on exceptions.
pub(super) struct Record<'a> {
    pub rule: &'static Rule,
    pub severity: Severity,
    pub setting: &'a RuleSetting,
    pub facts: &'a Facts<'a>,
    pub audit: &'a mut Audit,
    pub waived: &'a mut Vec<Waived>,
}

/// A finding that an exception lets pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Waived {
    /// Place of the exception in the problem.
    pub exception: usize,
    pub finding: Finding,
}

impl<'a> Record<'a> {
    /// Writes a finding, unless an exception waives the rule for its subject. `evidence`
    /// are the units that show it, in any order.
    pub fn finding(
        &mut self,
        subject: Subject,
        found: Found,
        required: Required,
        evidence: impl IntoIterator<Item = UnitId>,
    ) {
        let exception = self.facts.waiver(self.rule.id, &subject);
        let finding = self.finding_of(subject, found, required, evidence);
        match exception {
            Some(exception) => self.waived.push(Waived { exception, finding }),
            None => self.audit.findings.push(finding),
        }
    }

    /// Keeps what would be a finding if it were not for the bounds of this exception.
    pub fn allowed(
        &mut self,
        exception: usize,
        subject: Subject,
        found: Found,
        required: Required,
        evidence: impl IntoIterator<Item = UnitId>,
    ) {
        let finding = self.finding_of(subject, found, required, evidence);
        self.waived.push(Waived { exception, finding });
    }

    fn finding_of(
        &self,
        subject: Subject,
        found: Found,
        required: Required,
        evidence: impl IntoIterator<Item = UnitId>,
    ) -> Finding {
        let mut evidence: Vec<UnitId> = evidence.into_iter().collect();
        evidence.sort_unstable();
        evidence.dedup();
        Finding { rule: self.rule.id, severity: self.severity, subject, found, required, evidence }
    }

    pub fn not_checked(&mut self, subject: Subject, why: NotCheckedReason) {
        self.audit.not_checked.push(NotChecked { rule: self.rule.id, subject, why });
    }

    /// Lets what is found from here on weigh as this family makes it.
    pub fn weigh(&mut self, family: &GroupFamily) {
        let asked = severity(self.rule.id, &self.facts.problem.profile).unwrap_or(self.rule.id.severity());
        let is_reported = self.setting.reported.contains(&family.name);
        self.severity = if is_reported { asked.max(Severity::Warning) } else { asked };
    }

    /// Lets what is found from here on weigh no more than what an exception lets pass.
    pub fn weigh_at_most(&mut self, passed: &Finding) {
        let asked = severity(self.rule.id, &self.facts.problem.profile).unwrap_or(self.rule.id.severity());
        self.severity = asked.max(passed.severity);
    }

    /// The families that the profile names for this rule; those that the scenario does not
    /// have are not checked.
    pub fn families(&mut self) -> Vec<&'a GroupFamily> {
        let known = &self.facts.territory.families;
        let is_known = |name: &&String| known.iter().any(|family| family.name == **name);
        let (_, missing): (Vec<&String>, Vec<&String>) = self.setting.families.iter().partition(is_known);
        if !missing.is_empty() {
            let missing = missing.into_iter().cloned().collect();
            self.not_checked(Subject::Plan, NotCheckedReason::NoFamily(missing));
        }
        known.iter().filter(|family| self.setting.families.contains(&family.name)).collect()
    }
}
