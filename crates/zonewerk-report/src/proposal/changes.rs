use super::Tried;
use crate::document::Block;
use zonewerk_audit::proposal::{Change, ChangeNote, StatedChange};
use zonewerk_core::words::{Language, say, sentence_list};

/// What is proposed, in the order in which it was done, and what there is to know of it.
pub(super) fn changes(tried: &Tried) -> Vec<Block> {
    let (stated, language) = (&tried.proposal.stated, tried.language);
    let mut blocks = vec![Block::Heading(2, say!(language, "try-heading-proposed"))];
    let placed = |stated: &&StatedChange| matches!(stated.change, Change::Place { .. });
    let is_silent = |stated: &&StatedChange| placed(stated) && stated.reason.is_none();
    let mut items: Vec<String> =
        stated.iter().filter(|stated| !is_silent(stated)).map(|stated| item(tried, stated)).collect();
    let rows = stated.iter().filter(is_silent).count();
    if rows > 0 {
        items.push(say!(language, "try-placed", units = rows));
    }
    if items.is_empty() {
        items.push(say!(language, "try-nothing"));
    }
    blocks.push(Block::List(items));
    let notes = notes(tried);
    if !notes.is_empty() {
        blocks.push(Block::Heading(3, say!(language, "try-heading-notes")));
        blocks.push(Block::List(notes));
    }
    blocks
}

fn item(tried: &Tried, stated: &StatedChange) -> String {
    let change = sentence(tried, &stated.change);
    match &stated.reason {
        Some(reason) => say!(tried.language, "try-change-reason", change = change, reason = reason),
        None => change,
    }
}

/// A change in words.
pub(super) fn sentence(tried: &Tried, change: &Change) -> String {
    let language = tried.language;
    let label = |unit| tried.scenario.territory.label(unit);
    match change {
        Change::Move { unit, zone } | Change::Place { unit, zone: Some(zone) } => {
            say!(language, "try-move", unit = label(*unit), zone = zone)
        }
        Change::Place { unit, zone: None } => say!(language, "try-nowhere", unit = label(*unit)),
        Change::Merge { zones, name: Some(name) } => {
            say!(language, "try-merge-named", zones = names(language, zones), name = name)
        }
        Change::Merge { zones, name: None } => {
            say!(language, "try-merge", zones = names(language, zones))
        }
        Change::New { name, units } => {
            let labels: Vec<String> = units.iter().map(|&unit| label(unit)).collect();
            let labels = names(language, &labels);
            say!(language, "try-new", number = units.len(), units = labels, name = name)
        }
        Change::Dissolve { zone } => say!(language, "try-dissolve", zone = zone),
        Change::Swap { units: [a, b] } => say!(language, "try-swap", a = label(*a), b = label(*b)),
    }
}

/// How the plan was read and the changes were made, a sentence each.
pub(super) fn notes(tried: &Tried) -> Vec<String> {
    let made = tried.proposal.notes.iter().map(|one| note(tried.language, one));
    tried.source.notes.iter().cloned().chain(made).collect()
}

fn note(language: Language, note: &ChangeNote) -> String {
    match note {
        ChangeNote::MadeWhole { unit, zones } => {
            say!(language, "try-note-made-whole", unit = unit, zones = names(language, zones))
        }
        ChangeNote::AlreadyThere { unit, zone: Some(zone) } => {
            say!(language, "try-note-already-there", unit = unit, zone = zone)
        }
        ChangeNote::AlreadyThere { unit, zone: None } => {
            say!(language, "try-note-already-nowhere", unit = unit)
        }
        ChangeNote::NewZone { zone, near } if near.is_empty() => {
            say!(language, "try-note-new-zone", zone = zone)
        }
        ChangeNote::NewZone { zone, near } => {
            say!(language, "try-note-new-zone-near", zone = zone, near = names(language, near))
        }
        ChangeNote::Emptied { zone } => say!(language, "try-note-emptied", zone = zone),
        ChangeNote::RegionChosen { zone, regions } => {
            say!(language, "try-note-region-chosen", zone = zone, regions = names(language, regions))
        }
        ChangeNote::BeforeMerger { old, unit } => {
            say!(language, "try-note-before-merger", old = old, unit = unit)
        }
    }
}

fn names(language: Language, names: &[String]) -> String {
    sentence_list(language, names, usize::MAX)
}
