use super::verdict::Subject;
use super::{Drawing, Drawn, Tried, changes, concerned, moves, remainder, verdict, zones};
use crate::document::{Block, Document};
use crate::ink::Ink;
use crate::map_faults::map_faults_line;
use crate::summary;
use zonewerk_core::words::{message, say};

/// How much is listed of what may be long.
#[derive(Clone, Copy, Debug)]
pub(super) struct Extent {
    /// Findings of one kind, at most.
    pub(super) findings: usize,
    /// Units that move, at most.
    pub(super) moves: usize,
    /// Whether the notes on a plan that was drawn are listed, and not only counted.
    notes_of_drawn: bool,
}

impl Extent {
    /// What is read at once.
    const SHORT: Self = Self { findings: 40, moves: 60, notes_of_drawn: false };
    /// All there is.
    const WHOLE: Self = Self { findings: usize::MAX, moves: usize::MAX, notes_of_drawn: true };
}

pub(super) fn text(tried: &Tried, drawn: Option<&Drawn>, ink: Ink) -> String {
    let mut text = document(tried, drawn).to_text(ink);
    if let Some(drawn) = drawn {
        text += "\n";
        text += &summary(drawn.results, ink);
    }
    text
}

pub(super) fn markdown(tried: &Tried, drawn: Option<&Drawn>) -> String {
    let mut text = document(tried, drawn).to_markdown();
    if let Some(drawn) = drawn {
        text += &format!("\n```text\n{}```\n", summary(drawn.results, Ink::Plain));
    }
    text
}

pub(super) fn document(tried: &Tried, drawn: Option<&Drawn>) -> Document {
    let language = tried.language;
    let mut blocks = blocks(tried, drawn, Extent::SHORT);
    // What was drawn is told with its own line.
    if drawn.is_none() {
        let faults = map_faults_line(tried.scenario, tried.graph, language);
        blocks.splice(blocks.len().min(1)..blocks.len().min(1), faults.map(Block::Paragraph));
    }
    let title = say!(language, "try-title", plan = tried.source.name.as_str());
    Document { title, language, blocks }
}

/// The whole answer in pieces, with everything that it can list.
pub(super) fn whole_blocks(tried: &Tried, drawn: Option<&Drawn>) -> Vec<Block> {
    blocks(tried, drawn, Extent::WHOLE)
}

fn blocks(tried: &Tried, drawn: Option<&Drawn>, extent: Extent) -> Vec<Block> {
    match drawn {
        None => of_proposal(tried, extent),
        Some(drawn) => of_drawn(tried, drawn, extent),
    }
}

/// All there is to say of a proposal.
fn of_proposal(tried: &Tried, extent: Extent) -> Vec<Block> {
    let good = tried.audits[1].is_compliant();
    let mut blocks = vec![Block::Verdict { good, text: verdict::line(tried, Subject::Proposal) }];
    blocks.extend(changes::changes(tried));
    blocks.extend(verdict::blocks(tried, true, extent));
    if tried.is_changed() {
        blocks.extend(moves::blocks(tried, message!("heading-moves"), extent));
        blocks.extend(zones::blocks(tried));
        blocks.extend(concerned::groups(tried));
        blocks.extend(concerned::partners(tried));
        blocks.extend(concerned::neighbours(tried));
        blocks.extend(remainder::remainder(tried));
    }
    blocks
}

/// What was drawn: the verdicts, who moves, and the zones that it touches.
fn of_drawn(tried: &Tried, drawn: &Drawn, extent: Extent) -> Vec<Block> {
    let subject = match drawn.drawing {
        Drawing::Completed => Subject::Completed,
        Drawing::Repaired => Subject::Repaired,
    };
    let Some(plan) = &drawn.plan else {
        let text = verdict::line(tried, Subject::Proposal);
        let mut blocks = vec![Block::Verdict { good: false, text }];
        blocks.extend(changes::changes(tried));
        blocks.extend(notes(drawn));
        return blocks;
    };
    let good = plan.from_base.audits[1].is_compliant();
    let mut blocks = vec![Block::Verdict { good, text: verdict::line(&plan.from_base, subject) }];
    if tried.is_changed() {
        blocks.push(Block::Paragraph(format!("{}.", verdict::line(tried, Subject::Proposal))));
    }
    blocks.extend(changes::changes(tried));
    blocks.extend(notes(drawn));
    blocks.extend(verdict::blocks(&plan.from_base, extent.notes_of_drawn, extent));
    blocks.extend(moves::blocks(&plan.from_base, message!("heading-moves-from-base"), extent));
    if let Some(moved) = &plan.from_proposal {
        let plans = [&tried.proposal.after, &plan.from_base.proposal.after];
        blocks.extend(moves::moved(tried, moved, plans, message!("heading-moves-from-proposal"), extent));
    }
    blocks.extend(zones::blocks(&plan.from_base));
    blocks
}

fn notes(drawn: &Drawn) -> Vec<Block> {
    match drawn.notes.is_empty() {
        true => Vec::new(),
        false => vec![Block::List(drawn.notes.clone())],
    }
}
