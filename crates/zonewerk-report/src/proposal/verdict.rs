use super::Tried;
use crate::document::{Block, Cell, Table, Tone};
use crate::text::{count, list, thousands};
use zonewerk_audit::proposal::{FindingChange, RuleCount, Verdicts};
use zonewerk_audit::{Finding, Severity};
use zonewerk_core::words::Language;

/// Most findings of one kind that a report lists.
const SHOWN: usize = 40;

/// What a proposal is called.
pub(super) const PROPOSAL: &str = "The proposal";

/// The answer in one line. `subject` is what comes after: "The proposal".
pub(super) fn line(tried: &Tried, subject: &str) -> String {
    let verdicts = &tried.verdicts;
    let names = |rules: &[&RuleCount]| {
        let names: Vec<String> = rules.iter().map(|rule| rule.rule.name().to_owned()).collect();
        list(&names, 8)
    };
    let new: Vec<&RuleCount> = verdicts.newly_broken().collect();
    let mended: Vec<&RuleCount> = verdicts.mended().collect();
    let still: Vec<&RuleCount> = verdicts.still_broken().collect();
    let uncovered: Vec<&RuleCount> = verdicts.uncovered().collect();
    let unchecked: Vec<&RuleCount> = verdicts.unchecked().collect();
    if !tried.is_changed() {
        let drawn = format!("{subject} is the base itself, which");
        let subject = if subject == PROPOSAL { "The plan as it is" } else { &drawn };
        return match still.as_slice() {
            [] => format!("{subject} breaks no rule that was checked"),
            still => {
                format!("{subject} breaks {} ({})", count(still.len(), "rule"), names(still))
            }
        };
    }
    let mut said: Vec<String> = Vec::new();
    if !new.is_empty() {
        said.push(format!("breaks {} that the base keeps ({})", count(new.len(), "rule"), names(&new)));
    }
    if !uncovered.is_empty() {
        let base = "of which the base could not be checked to the end";
        said.push(format!("breaks {} {base} ({})", count(uncovered.len(), "rule"), names(&uncovered)));
    }
    if !mended.is_empty() {
        said.push(format!("mends {} that the base breaks ({})", count(mended.len(), "rule"), names(&mended)));
    }
    if !still.is_empty() {
        let also = "that the base breaks too";
        said.push(format!("breaks {} {also} ({})", count(still.len(), "rule"), names(&still)));
        let [before, after] = verdicts.errors();
        said.push(format!("{} in all, {} before", count(after, "error"), thousands(before as u64)));
    }
    if !unchecked.is_empty() {
        let open = "that the base breaks and that cannot be checked to the end any more";
        said.push(format!("leaves open {} {open} ({})", count(unchecked.len(), "rule"), names(&unchecked)));
    }
    match said.as_slice() {
        [] => format!("{subject} breaks no rule that was checked, and neither does the base"),
        _ if new.is_empty() && still.is_empty() && uncovered.is_empty() => {
            format!("{subject} {}, and breaks none that was checked", said.join("; "))
        }
        _ => format!("{subject} {}", said.join("; ")),
    }
}

/// The rules with findings before and after, and what differs, worst first; notes are counted
/// only, where they are not to be listed.
pub(super) fn blocks(tried: &Tried, lists_notes: bool) -> Vec<Block> {
    let verdicts = &tried.verdicts;
    let heading = format!("Rules before and after ({})", tried.scenario.problem.profile.name);
    let mut blocks = vec![Block::Heading(2, heading)];
    if verdicts.rules.is_empty() {
        blocks.push(Block::Paragraph("No rule has an error or a warning, before or after.".to_owned()));
    } else {
        blocks.push(Block::Table(table(verdicts)));
    }
    if !tried.is_changed() {
        let now = tried.audits[1].findings.iter().filter(|finding| finding.severity != Severity::Info);
        let now: Vec<String> = now.map(|finding| said(tried, finding)).collect();
        if !now.is_empty() {
            blocks.push(Block::Heading(3, "Findings".to_owned()));
            blocks.push(Block::List(cut(now)));
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
    for title in ["New", "Not checked before", "Worse", "Other", "Better", "Not checked any more", "Gone"] {
        let items = listed.iter().filter(|one| kind(one) == title).map(|one| item(tried, one));
        list_of(title, items.collect(), &mut blocks);
    }
    for (title, open) in [
        ("Checks that cannot be made any more", &verdicts.opened),
        ("Checks that could not be made before", &verdicts.closed),
    ] {
        list_of(title, open.iter().map(|open| format!("{open} [{}]", open.rule)).collect(), &mut blocks);
    }
    if !notes.is_empty() {
        let differ = if notes.len() == 1 { "note differs" } else { "notes differ" };
        blocks.push(Block::Paragraph(format!("Besides, {} {differ} (--format json has all).", notes.len())));
    }
    if verdicts.differences.is_empty() {
        blocks.push(Block::Paragraph("Every finding is the same before and after.".to_owned()));
    }
    blocks
}

/// What a difference is listed under.
fn kind(difference: &FindingChange) -> &'static str {
    match (difference, difference.is_worse()) {
        (FindingChange::New(_), _) => "New",
        (FindingChange::Gone(_), _) => "Gone",
        (FindingChange::Uncovered(_), _) => "Not checked before",
        (FindingChange::Unchecked(_), _) => "Not checked any more",
        (FindingChange::Changed(_), Some(true)) => "Worse",
        (FindingChange::Changed(_), Some(false)) => "Better",
        (FindingChange::Changed(_), None) => "Other",
    }
}

fn list_of(title: &str, items: Vec<String>, blocks: &mut Vec<Block>) {
    if !items.is_empty() {
        blocks.push(Block::Heading(3, format!("{title}: {}", items.len())));
        blocks.push(Block::List(cut(items)));
    }
}

fn cut(mut items: Vec<String>) -> Vec<String> {
    let more = items.len().saturating_sub(SHOWN);
    items.truncate(SHOWN);
    if more > 0 {
        items.push(format!("and {more} more (--format json has all)"));
    }
    items
}

fn table(verdicts: &Verdicts) -> Table {
    let change = |[before, after]: [usize; 2], worse: Tone| {
        let tone = match after.cmp(&before) {
            std::cmp::Ordering::Greater => worse,
            std::cmp::Ordering::Less => Tone::Good,
            std::cmp::Ordering::Equal => Tone::Plain,
        };
        let text = if before == after { before.to_string() } else { format!("{before} → {after}") };
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
        header: vec![Cell::text("Rule"), Cell::number("Errors"), Cell::number("Warnings")],
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
            let [before, after] = [&pair[0], &pair[1]];
            format!("{} (before: {})", said(tried, after), before.found)
        }
    }
}

/// A finding in words, with its weight and where the rule is written.
fn said(tried: &Tried, finding: &Finding) -> String {
    let article = tried.scenario.problem.profile.article_in(finding.rule, Language::English);
    let article = article.map(|article| format!(", {article}")).unwrap_or_default();
    format!("{finding} [{} {}{article}]", finding.severity, finding.rule)
}
