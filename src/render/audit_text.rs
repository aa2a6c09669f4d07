use std::collections::BTreeMap;

use super::Results;
use super::text::{count, date, paragraph};
use crate::audit::{Audit, Finding, NotChecked, Severity};

/// The audit of a plan for people, at most 100 columns wide: verdict, findings by rule,
/// what was not checked and why, what it was checked against.
pub fn audit_text(results: &Results) -> String {
    let Some(audit) = results.audit else { return String::from("Not audited\n") };
    let scenario = results.scenario;
    let mut text = paragraph("", &verdict(audit));
    text += &findings(audit);
    text += &not_checked(&audit.not_checked);
    text += "\nChecked\n";
    text += &paragraph("  ", &audit.checked.join(", "));
    text += "\nAgainst\n";
    let basis = format!(
        "scenario {}, profile {}, population of {}",
        scenario.name,
        scenario.problem.profile.name,
        date(&scenario.population_date)
    );
    text += &paragraph("  ", &basis);
    for file in &scenario.inputs {
        let start = file.sha256.get(..12).unwrap_or(&file.sha256);
        text += &paragraph("  ", &format!("{}, sha256 {start}…", file.name));
    }
    text
}

/// One line: compliant or not, with the numbers.
pub(super) fn verdict(audit: &Audit) -> String {
    let mut words = if audit.is_compliant() {
        format!("Compliant: no finding under {}", count(audit.checked.len(), "rule"))
    } else {
        let errors = count(audit.count(Severity::Error), "finding");
        format!("Not compliant: {errors} under {}", count(audit.checked.len(), "rule"))
    };
    for (severity, noun) in [(Severity::Warning, "warning"), (Severity::Info, "note")] {
        if audit.count(severity) > 0 {
            words += &format!(", {}", count(audit.count(severity), noun));
        }
    }
    if !audit.not_checked.is_empty() {
        words += &format!("; {} could not be made", count(audit.not_checked.len(), "check"));
    }
    words
}

fn findings(audit: &Audit) -> String {
    let mut by_rule: BTreeMap<(Severity, usize), Vec<&Finding>> = BTreeMap::new();
    for finding in &audit.findings {
        let place = audit.checked.iter().position(|rule| *rule == finding.rule);
        by_rule.entry((finding.severity, place.unwrap_or(usize::MAX))).or_default().push(finding);
    }
    let mut text = String::new();
    for ((severity, _), findings) in by_rule {
        let label = match severity {
            Severity::Error => "",
            Severity::Warning => " (warning)",
            Severity::Info => " (note)",
        };
        text += &format!("\n{}{label}: {}\n", findings[0].rule, findings.len());
        for finding in findings {
            text += &paragraph("  - ", &finding.to_string());
        }
    }
    text
}

fn not_checked(missing: &[NotChecked]) -> String {
    if missing.is_empty() {
        return String::new();
    }
    let mut text = String::from("\nNot checked\n");
    for check in missing {
        text += &paragraph("  - ", &format!("{}, {check}", check.rule));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample::Sample;

    #[test]
    fn the_verdict_comes_first_then_findings_by_rule() {
        insta::assert_snapshot!(audit_text(&Sample::official().results()), @r#"
        Not compliant: 3 findings under 12 rules; 4 checks could not be made

        orphaned-unit: 1
          - unit Zuidoost (c3): in no zone; required: exactly one zone

        split-unit: 1
          - unit Midden (b2): in 2 zones: Oost, Kern; required: exactly one zone

        fixed-zone-changed: 1
          - fixed zone Hoek: no zone has a whole unit of it; required: a zone of exactly its 1 unit (given
            by law)

        Not checked
          - zone-not-contiguous, zone Oost: the borders of its part of Midden (b2) are not known; the part
            was taken to touch every neighbour of its unit
          - zone-not-contiguous, zone Kern: the borders of its part of Midden (b2) are not known; the part
            was taken to touch every neighbour of its unit
          - zone-below-minimum-population, zone Kern: the population of its part of Midden (b2) is not known
          - zone-above-maximum-population, zone Kern: the population of its part of Midden (b2) is not known

        Checked
          plan-over-other-units, unit-in-unknown-zone, duplicate-zone-name, empty-zone, orphaned-unit,
          split-unit, part-populations-differ, fixed-zone-changed, zone-not-contiguous,
          zone-below-minimum-population, zone-above-maximum-population, exception-used

        Against
          scenario grid, profile call-2017, population of 1 January 2022
          units.csv, sha256 0123456789ab…
        "#);
    }
}
