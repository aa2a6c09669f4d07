use std::collections::BTreeMap;
use zonewerk_core::problem::RuleId;

use super::{Audited, Judgement};
use crate::document::Block;
use zonewerk_audit::{NotChecked, Subject};
use zonewerk_core::words::{Language, say};

/// One line of what was not checked: for one reason, of the same subjects.
struct Line {
    subjects: String,
    why: String,
    rules: Vec<&'static str>,
}

/// What was not checked and why, then what no profile, or only some, asked for.
pub(crate) fn not_checked(audited: &Audited, language: Language) -> Vec<Block> {
    let mut items: Vec<(String, Vec<&str>)> = Vec::new();
    for judgement in &audited.judgements {
        for line in lines(judgement, language) {
            let text = say!(
                language,
                "open-check",
                rule = line.rules.join(", "),
                subjects = line.subjects,
                why = line.why
            );
            let profile = judgement.profile.name.as_str();
            match items.iter_mut().find(|(known, _)| *known == text) {
                Some((_, profiles)) => profiles.push(profile),
                None => items.push((text, vec![profile])),
            }
        }
    }
    let mut blocks = vec![Block::Heading(2, say!(language, "heading-not-checked"))];
    if items.is_empty() {
        blocks.push(Block::Paragraph(say!(language, "everything-checked")));
    }
    let under = |(text, profiles): (String, Vec<&str>)| {
        if profiles.len() == audited.judgements.len() {
            return text;
        }
        say!(language, "finding-under", finding = text, profiles = profiles.join(", "))
    };
    let items: Vec<String> = items.into_iter().map(under).chain(not_asked(audited, language)).collect();
    if !items.is_empty() {
        blocks.push(Block::List(items));
    }
    blocks
}

fn not_asked(audited: &Audited, language: Language) -> impl Iterator<Item = String> {
    let with = audited.judgements.iter().filter(|judgement| !judgement.audit.not_asked.is_empty());
    with.map(move |judgement| {
        let rules = judgement.audit.not_asked.iter().map(|rule| rule.name()).collect::<Vec<_>>().join(", ");
        say!(language, "not-asked", profile = judgement.profile.name.as_str(), rules = rules)
    })
}

/// What could not be checked: one line for all subjects, and all rules, that one reason keeps
/// from being checked.
fn lines(judgement: &Judgement, language: Language) -> Vec<Line> {
    let mut by_reason: BTreeMap<(RuleId, String), Vec<&NotChecked>> = BTreeMap::new();
    for open in &judgement.audit.not_checked {
        let key = (open.rule, open.why.words(language));
        by_reason.entry(key).or_default().push(open);
    }
    let mut lines: Vec<Line> = Vec::new();
    for ((_, why), members) in by_reason {
        let subjects = match members.as_slice() {
            [only] => only.subject.words(language),
            several => names(several),
        };
        match lines.iter_mut().find(|line| line.subjects == subjects && line.why == why) {
            Some(line) => line.rules.push(members[0].rule.name()),
            None => lines.push(Line { subjects, why, rules: vec![members[0].rule.name()] }),
        }
    }
    lines
}

fn names(members: &[&NotChecked]) -> String {
    const SHOWN: usize = 10;
    let name = |member: &&NotChecked| match &member.subject {
        Subject::Group { family, name } => format!("{family} {name}"),
        other => other.name().to_owned(),
    };
    let shown: Vec<String> = members.iter().take(SHOWN).map(name).collect();
    let more = members.len().saturating_sub(SHOWN);
    let rest = if more > 0 { format!(" (+{more})") } else { String::new() };
    shown.join(", ") + &rest
}
