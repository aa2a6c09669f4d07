use std::collections::BTreeSet;

use super::{Audited, Judgement};
use crate::document::{Block, Cell, Table, Tone};
use zonewerk_audit::{Audit, RuleId, Severity};
use zonewerk_core::words::{Language, listed, say};

/// Most rules that the verdict names as not checked to the end.
const RULES_SHOWN: usize = 3;

/// One line: compliant or not, with the numbers, and what was not checked.
pub(crate) fn verdict(audit: &Audit, language: Language) -> String {
    let checked = audit.checked.len().into();
    let mut words = if audit.is_compliant() {
        say(language, "audit-compliant", &[("checked", checked)])
    } else {
        let errors = audit.count(Severity::Error).into();
        say(language, "audit-not-compliant", &[("errors", errors), ("checked", checked)])
    };
    for (severity, message, name) in
        [(Severity::Warning, "audit-warnings", "warnings"), (Severity::Info, "audit-notes", "notes")]
    {
        if audit.count(severity) > 0 {
            words += ", ";
            words += &say(language, message, &[(name, audit.count(severity).into())]);
        }
    }
    if !audit.not_checked.is_empty() {
        words += "; ";
        let rules: BTreeSet<RuleId> = audit.not_checked.iter().map(|open| open.rule).collect();
        let rules = listed(language, &rules.into_iter().collect::<Vec<_>>(), RULES_SHOWN);
        let values = [("open", audit.not_checked.len().into()), ("rules", rules.into())];
        words += &say(language, "audit-open", &values);
    }
    words
}

/// The answer, and under several profiles what each of them says.
pub(crate) fn verdicts(audited: &Audited, language: Language) -> Vec<Block> {
    let good = audited.is_compliant();
    if let [only] = audited.judgements.as_slice() {
        let values = [
            ("verdict", verdict(&only.audit, language).into()),
            ("profile", only.profile.name.as_str().into()),
        ];
        return vec![Block::Verdict { good, text: say(language, "audit-under", &values) }];
    }
    let kept = audited.judgements.iter().filter(|judgement| judgement.audit.is_compliant());
    let names: Vec<&str> = kept.map(|judgement| judgement.profile.name.as_str()).collect();
    let profiles = ("profiles", audited.judgements.len().into());
    let open: usize = audited.judgements.iter().map(|judgement| judgement.audit.not_checked.len()).sum();
    let mut text = if names.is_empty() {
        say(language, "audit-side-by-side-none", &[profiles])
    } else {
        let values = [("kept", names.len().into()), profiles, ("names", names.join(", ").into())];
        say(language, "audit-side-by-side", &values)
    };
    if open > 0 {
        text += "; ";
        text += &say(language, "audit-open", &[("open", open.into())]);
    }
    vec![
        Block::Verdict { good, text },
        Block::Heading(2, say(language, "heading-profiles", &[])),
        Block::Table(profiles_table(audited, language)),
    ]
}

fn profiles_table(audited: &Audited, language: Language) -> Table {
    let text = |message| Cell::text(say(language, message, &[]));
    let number = |message| Cell::number(say(language, message, &[]));
    Table {
        header: vec![
            text("column-profile"),
            text("column-verdict"),
            number("column-findings"),
            number("column-warnings"),
            number("column-notes"),
            number("column-not-checked"),
        ],
        rows: audited.judgements.iter().map(|judgement| row(judgement, language)).collect(),
    }
}

fn row(judgement: &Judgement, language: Language) -> Vec<Cell> {
    let audit = &judgement.audit;
    let (message, tone) = if audit.is_compliant() {
        ("verdict-compliant", Tone::Good)
    } else {
        ("verdict-not-compliant", Tone::Error)
    };
    let counts = Severity::ALL.map(|severity| Cell::number(audit.count(severity).to_string()));
    let mut row = vec![Cell::text(&judgement.profile.name), Cell::toned(say(language, message, &[]), tone)];
    row.extend(counts);
    row.push(Cell::number(audit.not_checked.len().to_string()));
    row
}
