use std::collections::BTreeSet;

use super::{Audited, Judgement};
use crate::document::{Block, Cell, Table, Tone};
use zonewerk_audit::{Audit, NotChecked, RuleId, Severity};
use zonewerk_core::words::{Language, Message, listed, message, say};

/// Most rules that the verdict names as not checked to the end.
const RULES_SHOWN: usize = 3;

/// One line: compliant or not, with the numbers, and what was not checked.
pub(crate) fn verdict(audit: &Audit, language: Language) -> String {
    let checked = audit.checked.len();
    let mut words = if audit.is_compliant() {
        say!(language, "audit-compliant", checked = checked)
    } else {
        let errors = audit.count(Severity::Error);
        say!(language, "audit-not-compliant", errors = errors, checked = checked)
    };
    let [warnings, notes] = [Severity::Warning, Severity::Info].map(|severity| audit.count(severity));
    if warnings > 0 {
        words += ", ";
        words += &say!(language, "audit-warnings", warnings = warnings);
    }
    if notes > 0 {
        words += ", ";
        words += &say!(language, "audit-notes", notes = notes);
    }
    words + &not_checked(audit.not_checked.iter(), language)
}

/// How many checks could not be made, and by which rules; nothing where all were.
fn not_checked<'a>(open: impl Iterator<Item = &'a NotChecked>, language: Language) -> String {
    let rules: Vec<RuleId> = open.map(|open| open.rule).collect();
    if rules.is_empty() {
        return String::new();
    }
    let (open, rules) = (rules.len(), BTreeSet::from_iter(rules));
    let rules = listed(language, &rules.into_iter().collect::<Vec<_>>(), RULES_SHOWN);
    format!("; {}", say!(language, "audit-open", open = open, rules = rules))
}

/// The answer, and under several profiles what each of them says.
pub(crate) fn verdicts(audited: &Audited, language: Language) -> Vec<Block> {
    let good = audited.is_compliant();
    if let [only] = audited.judgements.as_slice() {
        return vec![Block::Verdict {
            good,
            text: say!(
                language,
                "audit-under",
                verdict = verdict(&only.audit, language),
                profile = only.profile.name.as_str()
            ),
        }];
    }
    let kept = audited.judgements.iter().filter(|judgement| judgement.audit.is_compliant());
    let names: Vec<&str> = kept.map(|judgement| judgement.profile.name.as_str()).collect();
    let profiles = audited.judgements.len();
    let mut text = if names.is_empty() {
        say!(language, "audit-side-by-side-none", profiles = profiles)
    } else {
        let (kept, names) = (names.len(), names.join(", "));
        say!(language, "audit-side-by-side", kept = kept, profiles = profiles, names = names)
    };
    let open = audited.judgements.iter().flat_map(|judgement| &judgement.audit.not_checked);
    text += &not_checked(open, language);
    vec![
        Block::Verdict { good, text },
        Block::Heading(2, say!(language, "heading-profiles")),
        Block::Table(profiles_table(audited, language)),
    ]
}

fn profiles_table(audited: &Audited, language: Language) -> Table {
    let text = |message: Message| Cell::text(message.say(language));
    let number = |message: Message| Cell::number(message.say(language));
    Table {
        header: vec![
            text(message!("column-profile")),
            text(message!("column-verdict")),
            number(message!("column-findings")),
            number(message!("column-warnings")),
            number(message!("column-notes")),
            number(message!("column-not-checked")),
        ],
        rows: audited.judgements.iter().map(|judgement| row(judgement, language)).collect(),
    }
}

fn row(judgement: &Judgement, language: Language) -> Vec<Cell> {
    let audit = &judgement.audit;
    let (message, tone) = if audit.is_compliant() {
        (message!("verdict-compliant"), Tone::Good)
    } else {
        (message!("verdict-not-compliant"), Tone::Error)
    };
    let counts = Severity::ALL.map(|severity| Cell::number(audit.count(severity).to_string()));
    let mut row = vec![Cell::text(&judgement.profile.name), Cell::toned(message.say(language), tone)];
    row.extend(counts);
    row.push(Cell::number(audit.not_checked.len().to_string()));
    row
}
