//! Why there is no plan, what a wish costs, and which exceptions are needed: as text, Markdown or
//! JSON.

mod changes;
mod conflict;
mod demands;
mod edits;
mod exceptions;
mod json;
mod prices;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use super::document::{Block, Document};
use super::ink::Ink;
use super::map_faults::map_faults_line;
use zonewerk_core::graph::Graph;
use zonewerk_core::territory::UnitId;
use zonewerk_core::words::{Language, say};
use zonewerk_io::Scenario;
use zonewerk_solve::Solved;
use zonewerk_solve::why::{Diagnosis, ExceptionNeeds};

/// What was asked, and the answer.
pub struct WhyReport<'a> {
    /// Where it was asked.
    pub scenario: &'a Scenario,
    /// Its adjacency, links included.
    pub graph: &'a Graph,
    /// The answer.
    pub answer: WhyAnswer,
    /// Whether time ran out, or somebody stopped it.
    pub is_stopped: bool,
    /// Seed of the solves.
    pub seed: u64,
    /// The language of its sentences.
    pub language: Language,
}

/// An answer.
pub enum WhyAnswer {
    /// Why there is no plan.
    Plan(Diagnosis),
    /// Which exceptions any plan needs.
    Exceptions {
        /// Those.
        needs: ExceptionNeeds,
        /// Of those that are not forced, which the best plan uses, by their places; `None` where
        /// there is no best plan.
        used: Option<BTreeSet<usize>>,
    },
    /// What wishes cost.
    Wishes {
        /// The best plan without any of them.
        best: Box<Solved>,
        /// Each of them.
        wishes: Vec<Wish>,
    },
}

/// A wish about units, and what it comes to.
pub struct Wish {
    /// `together`, `apart` or `unit`.
    pub kind: &'static str,
    /// What is wished, in words.
    pub words: String,
    /// The units it is about, as they were named.
    pub units: Vec<UnitId>,
    /// The best plan that has it, or the proof that there is none; `None` where there was no time.
    pub solved: Option<Solved>,
    /// The question with the wish as a pin, the last one.
    pub scenario: Scenario,
    /// Why it is impossible, where it is and that was found out.
    pub why: Option<Diagnosis>,
    /// Units and people that lie in another zone than in the best plan.
    pub moved: Option<(usize, u64)>,
}

/// How an answer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyForm {
    /// For a terminal, 100 columns wide.
    Text(Ink),
    /// Markdown.
    Markdown,
    /// Everything, for programs.
    Json,
}

/// The answer in one form.
pub fn why_report(report: &WhyReport<'_>, form: WhyForm) -> Vec<u8> {
    match form {
        WhyForm::Text(ink) => document(report).to_text(ink).into_bytes(),
        WhyForm::Markdown => document(report).to_markdown().into_bytes(),
        WhyForm::Json => json::json(report),
    }
}

fn document(report: &WhyReport<'_>) -> Document {
    let WhyReport { scenario, graph, language, .. } = *report;
    let mut blocks: Vec<Block> = match &report.answer {
        WhyAnswer::Plan(why) => conflict::blocks(scenario, graph, why, language),
        WhyAnswer::Exceptions { needs, used } => {
            exceptions::blocks(scenario, graph, needs, used.as_ref(), language)
        }
        WhyAnswer::Wishes { best, wishes } => prices::blocks(report, best, wishes),
    };
    let mut reading = crate::reading::lines(scenario, language);
    if let WhyAnswer::Wishes { .. } = report.answer {
        reading.extend(crate::reading::condition(scenario, graph, language));
    }
    if !reading.is_empty() {
        blocks.push(Block::List(reading));
    }
    if let Some(faults) = map_faults_line(scenario, graph, language) {
        blocks.insert(blocks.len().min(1), Block::Paragraph(faults));
    }
    if report.is_stopped {
        blocks.push(Block::Paragraph(say!(language, "answer-stopped")));
    }
    Document { title: say!(language, "answer-title", scenario = &scenario.title), language, blocks }
}
