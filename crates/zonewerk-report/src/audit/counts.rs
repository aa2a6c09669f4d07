use std::collections::BTreeMap;

use super::Judgement;
use zonewerk_audit::{RuleId, Severity, Subject};
use zonewerk_core::territory::ZoneId;

/// How much a profile says of one zone.
#[derive(Clone, Debug, Default)]
pub(crate) struct Counts {
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    pub(crate) notes: usize,
    pub(crate) not_checked: usize,
    /// The rules that found something, in the order of checking, each once.
    pub(crate) rules: Vec<RuleId>,
}

/// How much a profile says of each zone that it says anything of.
pub(crate) fn per_zone(judgement: &Judgement) -> BTreeMap<ZoneId, Counts> {
    let mut zones: BTreeMap<ZoneId, Counts> = BTreeMap::new();
    for finding in &judgement.audit.findings {
        for zone in finding.zones() {
            let counts = zones.entry(zone).or_default();
            match finding.severity {
                Severity::Error => counts.errors += 1,
                Severity::Warning => counts.warnings += 1,
                Severity::Info => counts.notes += 1,
            }
            if counts.rules.last() != Some(&finding.rule) {
                counts.rules.push(finding.rule);
            }
        }
    }
    for open in &judgement.audit.not_checked {
        if let Subject::Zone(zone) = &open.subject {
            zones.entry(zone.zone).or_default().not_checked += 1;
        }
    }
    zones
}

impl Counts {
    /// The heaviest of it: `error`, `warning`, `not-checked` or `compliant`.
    pub(crate) fn verdict(&self) -> &'static str {
        match (self.errors, self.warnings, self.not_checked) {
            (1.., _, _) => "error",
            (0, 1.., _) => "warning",
            (0, 0, 1..) => "not-checked",
            (0, 0, 0) => "compliant",
        }
    }
}
