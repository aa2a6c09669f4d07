use super::Tried;
use super::document::Extent;
use crate::audit::severity_name;
use crate::document::{Block, Cell, Table, Tone};
use zonewerk_audit::proposal::{FindingChange, RuleCount, Verdicts};
use zonewerk_audit::{Finding, Severity};
use zonewerk_core::words::{Language, Message, message, number, say, sentence_list, strung};

/// What comes after, as a sentence calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// The plan with its changes.
    Proposal,
    /// The plan of which the rest was drawn.
    Completed,
    /// The plan that was drawn nearest to the proposal.
    Repaired,
    /// A plan that was drawn, either way.
    Drawn,
}

impl Subject {
    fn words(self, language: Language) -> String {
        match self {
            Self::Proposal => say!(language, "try-subject-proposal"),
            Self::Completed => say!(language, "try-subject-completed"),
            Self::Repaired => say!(language, "try-subject-repaired"),
            Self::Drawn => say!(language, "try-subject-drawn"),
        }
    }
}

/// The answer in one line.
pub(super) fn line(tried: &Tried, subject: Subject) -> String {
    let (verdicts, language) = (&tried.verdicts, tried.language);
    let still: Vec<&RuleCount> = verdicts.still_broken().collect();
    if !tried.is_changed() {
        return unchanged(language, subject, &still);
    }
    let subject = subject.words(language);
    let new: Vec<&RuleCount> = verdicts.newly_broken().collect();
    let uncovered: Vec<&RuleCount> = verdicts.uncovered().collect();
    let mended: Vec<&RuleCount> = verdicts.mended().collect();
    let unchecked: Vec<&RuleCount> = verdicts.unchecked().collect();
    let mut does: Vec<String> = Vec::new();
    if !new.is_empty() {
        does.push(say!(language, "try-breaks-new", rules = new.len(), names = names(language, &new)));
    }
    if !uncovered.is_empty() {
        let names = names(language, &uncovered);
        does.push(say!(language, "try-breaks-uncovered", rules = uncovered.len(), names = names));
    }
    if !mended.is_empty() {
        does.push(say!(language, "try-mends", rules = mended.len(), names = names(language, &mended)));
    }
    if !still.is_empty() {
        let ([before, after], names) = (verdicts.errors(), names(language, &still));
        let rules = still.len();
        does.push(say!(
            language,
            "try-breaks-still",
            rules = rules,
            names = names,
            after = after,
            before = before
        ));
    }
    if !unchecked.is_empty() {
        let names = names(language, &unchecked);
        does.push(say!(language, "try-leaves-open", rules = unchecked.len(), names = names));
    }
    if does.is_empty() {
        return say!(language, "try-breaks-none", subject = subject);
    }
    let verdict =
        say!(language, "try-verdict", subject = subject, does = strung(language, &does, usize::MAX));
    match new.is_empty() && still.is_empty() && uncovered.is_empty() {
        true => say!(language, "try-and-breaks-none", verdict = verdict),
        false => verdict,
    }
}

/// The answer where nothing differs from the base, of which these rules are broken.
fn unchanged(language: Language, subject: Subject, broken: &[&RuleCount]) -> String {
    let (rules, names) = (broken.len(), names(language, broken));
    match (subject, rules) {
        (Subject::Proposal, 0) => say!(language, "try-as-is-breaks-none"),
        (Subject::Proposal, _) => say!(language, "try-as-is-breaks", rules = rules, names = names),
        (drawn, 0) => say!(language, "try-base-breaks-none", subject = drawn.words(language)),
        (drawn, _) => {
            let subject = drawn.words(language);
            say!(language, "try-base-breaks", subject = subject, rules = rules, names = names)
        }
    }
}

fn names(language: Language, rules: &[&RuleCount]) -> String {
    let names: Vec<&str> = rules.iter().map(|rule| rule.rule.name()).collect();
    sentence_list(language, &names, 8)
}

/// The rules with findings before and after, and what differs, worst first; notes are counted
/// only, where they are not to be listed.
pub(super) fn blocks(tried: &Tried, lists_notes: bool, extent: Extent) -> Vec<Block> {
    let (verdicts, language) = (&tried.verdicts, tried.language);
    let profile = tried.scenario.problem.profile.name.as_str();
    let mut blocks = vec![Block::Heading(2, say!(language, "try-heading-rules", profile = profile))];
    if verdicts.rules.is_empty() {
        blocks.push(Block::Paragraph(say!(language, "try-no-findings")));
    } else {
        blocks.push(Block::Table(table(language, verdicts)));
    }
    if !tried.is_changed() {
        let now = tried.audits[1].findings.iter().filter(|finding| finding.severity != Severity::Info);
        let now: Vec<String> = now.map(|finding| said(tried, finding)).collect();
        if !now.is_empty() {
            blocks.push(Block::Heading(3, say!(language, "heading-findings")));
            blocks.push(Block::List(cut(language, now, extent)));
        }
        return blocks;
    }
    let is_note = |one: &&FindingChange| {
        let severities = match one {
            FindingChange::New(finding)
            | FindingChange::Gone(finding)
            | FindingChange::Uncovered(finding)
            | FindingChange::Unchecked(finding) => [finding.severity; 2],
            FindingChange::Changed(pair) => [pair[0].severity, pair[1].severity],
        };
        severities == [Severity::Info; 2]
    };
    let (notes, listed): (Vec<&FindingChange>, Vec<&FindingChange>) =
        verdicts.differences.iter().partition(|one| !lists_notes && is_note(one));
    for title in [
        message!("try-findings-new"),
        message!("try-findings-uncovered"),
        message!("try-findings-worse"),
        message!("try-findings-other"),
        message!("try-findings-better"),
        message!("try-findings-unchecked"),
        message!("try-findings-gone"),
    ] {
        let items = listed.iter().filter(|one| kind(one) == title).map(|one| item(tried, one));
        blocks.extend(list_of(language, title, items.collect(), extent));
    }
    for (title, open) in
        [(message!("try-checks-opened"), &verdicts.opened), (message!("try-checks-closed"), &verdicts.closed)]
    {
        let items = open.iter().map(|open| format!("{} [{}]", open.words(language), open.rule));
        blocks.extend(list_of(language, title, items.collect(), extent));
    }
    if !notes.is_empty() {
        blocks.push(Block::Paragraph(say!(language, "try-notes-differ", notes = notes.len())));
    }
    if verdicts.differences.is_empty() {
        blocks.push(Block::Paragraph(say!(language, "try-same-findings")));
    }
    blocks
}

/// What a difference is listed under.
fn kind(difference: &FindingChange) -> Message {
    match (difference, difference.is_worse()) {
        (FindingChange::New(_), _) => message!("try-findings-new"),
        (FindingChange::Gone(_), _) => message!("try-findings-gone"),
        (FindingChange::Uncovered(_), _) => message!("try-findings-uncovered"),
        (FindingChange::Unchecked(_), _) => message!("try-findings-unchecked"),
        (FindingChange::Changed(_), Some(true)) => message!("try-findings-worse"),
        (FindingChange::Changed(_), Some(false)) => message!("try-findings-better"),
        (FindingChange::Changed(_), None) => message!("try-findings-other"),
    }
}

fn list_of(language: Language, title: Message, items: Vec<String>, extent: Extent) -> Vec<Block> {
    if items.is_empty() {
        return Vec::new();
    }
    let number = number(language, items.len() as u64);
    let heading = format!("{}: {number}", title.say(language));
    vec![Block::Heading(3, heading), Block::List(cut(language, items, extent))]
}

fn cut(language: Language, mut items: Vec<String>, extent: Extent) -> Vec<String> {
    let more = items.len().saturating_sub(extent.findings);
    items.truncate(extent.findings);
    if more > 0 {
        items.push(say!(language, "try-more", more = more));
    }
    items
}

fn table(language: Language, verdicts: &Verdicts) -> Table {
    let change = |[before, after]: [usize; 2], worse: Tone| {
        let tone = match after.cmp(&before) {
            std::cmp::Ordering::Greater => worse,
            std::cmp::Ordering::Less => Tone::Good,
            std::cmp::Ordering::Equal => Tone::Plain,
        };
        let [from, to] = [before, after].map(|count| number(language, count as u64));
        let text = if before == after { to } else { format!("{from} → {to}") };
        Cell { number: true, ..Cell::toned(text, tone) }
    };
    let row = |rule: &RuleCount| {
        vec![
            Cell::text(rule.rule.name()),
            change(rule.errors, Tone::Error),
            change(rule.warnings, Tone::Warning),
        ]
    };
    Table {
        header: vec![
            Cell::text(say!(language, "column-rule")),
            Cell::number(say!(language, "column-errors")),
            Cell::number(say!(language, "column-warnings")),
        ],
        rows: verdicts.rules.iter().map(row).collect(),
    }
}

fn item(tried: &Tried, difference: &FindingChange) -> String {
    match difference {
        FindingChange::New(finding)
        | FindingChange::Gone(finding)
        | FindingChange::Uncovered(finding)
        | FindingChange::Unchecked(finding) => said(tried, finding),
        FindingChange::Changed(pair) => {
            let found = pair[0].found.words(tried.language);
            say!(tried.language, "try-finding-before", finding = said(tried, &pair[1]), found = found)
        }
    }
}

/// A finding in words, with its weight and where the rule is written.
fn said(tried: &Tried, finding: &Finding) -> String {
    let language = tried.language;
    let article = tried.scenario.problem.profile.article_in(finding.rule, language);
    let article = article.map(|article| format!(", {article}")).unwrap_or_default();
    let severity = severity_name(finding.severity, language);
    format!("{} [{severity} {}{article}]", finding.words(language), finding.rule)
}
