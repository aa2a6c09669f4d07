use std::collections::BTreeMap;

use super::Results;
use super::text::{count, date, paragraph};
use crate::audit::{Audit, Finding, NotChecked, Severity, Subject};

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
        scenario.profile,
        date(&scenario.population_date)
    );
    text += &paragraph("  ", &basis);
    for file in &scenario.inputs {
        text += &format!("  {}  sha256 {}\n", file.name, file.sha256.get(..12).unwrap_or(&file.sha256));
    }
    text
}

/// One line: compliant or not, with the numbers.
pub(super) fn verdict(audit: &Audit) -> String {
    let of = |severity: Severity| audit.findings.iter().filter(|found| found.severity == severity).count();
    let errors = of(Severity::Error);
    let mut words = if audit.is_compliant() {
        format!("Compliant: no finding under {}", count(audit.checked.len(), "rule"))
    } else {
        format!("Not compliant: {} under {}", count(errors, "finding"), count(audit.checked.len(), "rule"))
    };
    for (severity, noun) in [(Severity::Warning, "warning"), (Severity::Info, "note")] {
        if of(severity) > 0 {
            words += &format!(", {}", count(of(severity), noun));
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
            let sentence =
                format!("{}: found {}, required {}", name(&finding.subject), finding.found, finding.required);
            text += &paragraph("  - ", &sentence);
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
        let subject = check.subject.as_ref().map_or(String::new(), |subject| format!(", {}", name(subject)));
        text += &paragraph("  - ", &format!("{}{subject}: {}", check.rule, check.why));
    }
    text
}

fn name(subject: &Subject) -> &str {
    match subject {
        Subject::Unit { label, .. } | Subject::Zone { label, .. } => label,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample::Sample;

    #[test]
    fn the_verdict_comes_first_then_findings_by_rule() {
        insta::assert_snapshot!(audit_text(&Sample::official().results()), @r#"
        Not compliant: 2 findings under 2 rules; 1 check could not be made

        unassigned-unit: 1
          - c3 Zuidoost: found 24,000 inhabitants, required 25,000 to 45,000

        zone-below-minimum-population: 1
          - West: found 24,000 inhabitants, required 25,000 to 45,000

        Not checked
          - zone-below-minimum-population, Kern: the population of the old town is not known

        Checked
          unassigned-unit, zone-below-minimum-population

        Against
          scenario grid, profile call-2017, population of 1 January 2022
          units.csv  sha256 0123456789ab
        "#);
    }
}
