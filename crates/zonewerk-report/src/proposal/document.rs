use super::{Drawing, Drawn, Tried, changes, concerned, moves, remainder, verdict, zones};
use crate::document::{Block, Document};
use crate::ink::Ink;
use crate::map_faults::map_faults_line;
use crate::summary;
use zonewerk_core::words::Language;

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

fn document(tried: &Tried, drawn: Option<&Drawn>) -> Document {
    let blocks = match drawn {
        None => whole(tried),
        Some(drawn) => of_drawn(tried, drawn),
    };
    let mut blocks = blocks;
    // What was drawn is told with its own line.
    if drawn.is_none() {
        let faults = map_faults_line(tried.scenario, tried.graph, Language::English);
        blocks.splice(blocks.len().min(1)..blocks.len().min(1), faults.map(Block::Paragraph));
    }
    let title = format!("Changes to {}", tried.source.name);
    Document { title, language: Language::English, blocks }
}

/// All there is to say of a proposal.
fn whole(tried: &Tried) -> Vec<Block> {
    let good = tried.audits[1].is_compliant();
    let mut blocks = vec![Block::Verdict { good, text: verdict::line(tried, verdict::PROPOSAL) }];
    blocks.extend(changes::changes(tried));
    blocks.extend(verdict::blocks(tried, true));
    if tried.is_changed() {
        blocks.extend(moves::blocks(tried, "Who moves"));
        blocks.extend(zones::blocks(tried));
        blocks.extend(concerned::groups(tried));
        blocks.extend(concerned::partners(tried));
        blocks.extend(concerned::neighbours(tried));
        blocks.extend(remainder::remainder(tried));
    }
    blocks
}

/// What was drawn: the verdicts, who moves, and the zones that it touches.
fn of_drawn(tried: &Tried, drawn: &Drawn) -> Vec<Block> {
    let subject = match drawn.drawing {
        Drawing::Completed => "The completed plan",
        Drawing::Repaired => "The repaired plan",
    };
    let Some(plan) = &drawn.plan else {
        let text = verdict::line(tried, verdict::PROPOSAL);
        let mut blocks = vec![Block::Verdict { good: false, text }];
        blocks.extend(changes::changes(tried));
        blocks.extend(notes(drawn));
        return blocks;
    };
    let good = plan.from_base.audits[1].is_compliant();
    let mut blocks = vec![Block::Verdict { good, text: verdict::line(&plan.from_base, subject) }];
    if tried.is_changed() {
        blocks.push(Block::Paragraph(format!("{}.", verdict::line(tried, verdict::PROPOSAL))));
    }
    blocks.extend(changes::changes(tried));
    blocks.extend(notes(drawn));
    blocks.extend(verdict::blocks(&plan.from_base, false));
    blocks.extend(moves::blocks(&plan.from_base, "Who moves from the base"));
    if let Some(moved) = &plan.from_proposal {
        let plans = [&tried.proposal.after, &plan.from_base.proposal.after];
        blocks.extend(moves::moved(tried.scenario, moved, plans, "Who moves from the proposal"));
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
