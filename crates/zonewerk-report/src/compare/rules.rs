use super::measures::MOST_COLUMNS;
use super::{Compared, letter};
use crate::audit::verdict;
use crate::document::{Block, Cell, Table, Tone};
use zonewerk_audit::{Audit, Severity};
use zonewerk_core::problem::RuleId;
use zonewerk_core::words::{Language, say};

/// What each rule says of each plan, where it finds anything in any, by profile.
pub(super) fn rules(compared: &Compared) -> Vec<Block> {
    let profiles = compared.plans.first().map_or(0, |plan| plan.judgements.len());
    (0..profiles).flat_map(|profile| of_profile(compared, profile)).collect()
}

fn of_profile(compared: &Compared, profile: usize) -> Vec<Block> {
    let audits: Vec<&Audit> = compared.plans.iter().map(|plan| &plan.judgements[profile].audit).collect();
    let language = compared.language;
    let name = &compared.plans[0].judgements[profile].profile.name;
    let mut blocks = vec![Block::Heading(2, say!(language, "compare-heading-rules", profile = name))];
    let verdicts = audits.iter().enumerate();
    let verdicts = verdicts.map(|(plan, audit)| format!("{}: {}", letter(plan), verdict(audit, language)));
    blocks.push(Block::List(verdicts.collect()));
    let plans: Vec<usize> = (0..audits.len()).collect();
    for plans in plans.chunks(MOST_COLUMNS) {
        let mut header = vec![Cell::text(say!(language, "column-rule"))];
        header.extend(plans.iter().map(|&plan| Cell::text(letter(plan))));
        let rows = RuleId::ALL.iter().filter_map(|&rule| {
            let cells: Vec<Cell> = plans.iter().map(|&plan| cell(language, audits[plan], rule)).collect();
            let says_more = |cell: &Cell| matches!(cell.tone, Tone::Error | Tone::Warning);
            cells.iter().any(says_more).then(|| [vec![Cell::text(rule.name())], cells].concat())
        });
        let rows: Vec<Vec<Cell>> = rows.collect();
        if !rows.is_empty() {
            blocks.push(Block::Table(Table { header, rows }));
        }
    }
    blocks
}

/// The findings of one rule by severity: errors, warnings, notes.
pub(super) fn counts(audit: &Audit, rule: RuleId) -> [usize; 3] {
    Severity::ALL.map(|severity| {
        let found = audit.findings.iter().filter(|finding| finding.rule == rule);
        found.filter(|finding| finding.severity == severity).count()
    })
}

fn cell(language: Language, audit: &Audit, rule: RuleId) -> Cell {
    let [errors, warnings, _] = counts(audit, rule);
    let said = [
        (errors, say!(language, "compare-errors", errors = errors)),
        (warnings, say!(language, "audit-warnings", warnings = warnings)),
    ];
    let said: Vec<String> =
        said.into_iter().filter(|(number, _)| *number > 0).map(|(_, said)| said).collect();
    let is_open = audit.not_checked.iter().any(|open| open.rule == rule);
    match (errors, warnings) {
        (1.., _) => Cell::toned(said.join(", "), Tone::Error),
        (0, 1..) => Cell::toned(said.join(", "), Tone::Warning),
        _ if audit.not_asked.contains(&rule) => {
            Cell::toned(say!(language, "compare-rule-not-asked"), Tone::Open)
        }
        _ if is_open => Cell::toned(say!(language, "compare-rule-open"), Tone::Open),
        _ => Cell::toned(say!(language, "compare-rule-kept"), Tone::Good),
    }
}
