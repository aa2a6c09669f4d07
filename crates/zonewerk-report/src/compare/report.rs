use super::contested::contested;
use super::measures::measures;
use super::moves::{moved, moves};
use super::rules::rules;
use super::zones::zones;
use super::{Compared, letter};
use crate::document::{Block, Document};
use crate::map_faults::map_faults_line;
use zonewerk_core::words::{listed, say};

/// Who moves, what becomes of the zones, the measures, what is contested, and the rules.
pub(super) fn report(compared: &Compared, all: bool) -> Document {
    let language = compared.language;
    let names: Vec<&str> = compared.plans.iter().map(|plan| plan.source.name.as_str()).collect();
    let mut blocks = blocks(compared, all);
    let faults = map_faults_line(compared.scenario, compared.graph, language);
    blocks.splice(1..1, faults.map(Block::Paragraph));
    if !compared.scenario.credits.is_empty() {
        blocks.push(Block::Heading(2, say!(language, "compare-heading-sources")));
        blocks.push(Block::List(compared.scenario.credits.clone()));
    }
    let title = say!(language, "compare-title", plans = listed(language, &names, usize::MAX));
    Document { title, language, blocks }
}

/// The comparison in pieces, the verdict first, without what it rests on.
pub(super) fn blocks(compared: &Compared, all: bool) -> Vec<Block> {
    let language = compared.language;
    let answer = compared.comparison.between(0, 1).map(|moves| moved(compared, moves)).unwrap_or_default();
    let good = compared.comparison.contested.is_empty();
    let mut blocks = vec![Block::Verdict { good, text: answer }];
    blocks.push(Block::Heading(2, say!(language, "compare-heading-plans")));
    let mut plans = Vec::new();
    for (place, plan) in compared.plans.iter().enumerate() {
        plans.push(format!("{}: {}", letter(place), plan.source.name));
        plans.extend(plan.source.notes.iter().map(|note| format!("{}: {note}", letter(place))));
    }
    blocks.push(Block::List(plans));
    blocks.extend(moves(compared));
    for plan in 1..compared.plans.len() {
        blocks.extend(zones(compared, plan, all));
    }
    blocks.extend(measures(compared));
    blocks.extend(contested(compared, all));
    blocks.extend(rules(compared));
    blocks
}
