use super::Tried;
use crate::document::Block;
use zonewerk_audit::proposal::{Change, ChangeNote, StatedChange};

/// What is proposed, in the order in which it was done, and what there is to know of it.
pub(super) fn changes(tried: &Tried) -> Vec<Block> {
    let stated = &tried.proposal.stated;
    let mut blocks = vec![Block::Heading(2, "Proposed".to_owned())];
    let placed = |stated: &&StatedChange| matches!(stated.change, Change::Place { .. });
    let mut items: Vec<String> = stated
        .iter()
        .filter(|stated| !placed(stated) || stated.reason.is_some())
        .map(|stated| item(tried, stated))
        .collect();
    let rows = stated.iter().filter(placed).count();
    if rows > 0 {
        items.push(format!("{rows} units placed as a table of a plan says"));
    }
    if items.is_empty() {
        items.push("nothing: the plan is judged as it is".to_owned());
    }
    blocks.push(Block::List(items));
    let notes = notes(tried);
    if !notes.is_empty() {
        blocks.push(Block::Heading(3, "Notes".to_owned()));
        blocks.push(Block::List(notes));
    }
    blocks
}

fn item(tried: &Tried, stated: &StatedChange) -> String {
    let text = sentence(tried, &stated.change);
    match &stated.reason {
        Some(reason) => format!("{text} ({reason})"),
        None => text,
    }
}

/// A change in words.
pub(super) fn sentence(tried: &Tried, change: &Change) -> String {
    let label = |unit| tried.scenario.territory.label(unit);
    match change {
        Change::Move { unit, zone } | Change::Place { unit, zone: Some(zone) } => {
            format!("{} moves to {zone}", label(*unit))
        }
        Change::Place { unit, zone: None } => format!("{} lies in no zone", label(*unit)),
        Change::Merge { zones, name: Some(name) } => {
            format!("{} become one, called {name}", zones.join(" and "))
        }
        Change::Merge { zones, name: None } => format!("{} become one", zones.join(" and ")),
        Change::New { name, units } => {
            let units: Vec<String> = units.iter().map(|&unit| label(unit)).collect();
            format!("{} become a zone, called {name}", units.join(", "))
        }
        Change::Dissolve { zone } => format!("{zone} is given up"),
        Change::Swap { units: [a, b] } => format!("{} and {} change places", label(*a), label(*b)),
    }
}

/// How the plan was read and the changes were made, a sentence each.
pub(super) fn notes(tried: &Tried) -> Vec<String> {
    tried.source.notes.iter().cloned().chain(tried.proposal.notes.iter().map(note)).collect()
}

fn note(note: &ChangeNote) -> String {
    match note {
        ChangeNote::MadeWhole { unit, zones } => {
            format!("{unit} was divided over {}: it is whole now", zones.join(", "))
        }
        ChangeNote::AlreadyThere { unit, zone: Some(zone) } => format!("{unit} lies in {zone} already"),
        ChangeNote::AlreadyThere { unit, zone: None } => format!("{unit} lies in no zone already"),
        ChangeNote::NewZone { zone, near } if near.is_empty() => format!("{zone} is a new zone"),
        ChangeNote::NewZone { zone, near } => {
            format!("{zone} is a new zone: the plan has none of that name (is {} meant?)", near.join(" or "))
        }
        ChangeNote::Emptied { zone } => format!("{zone} holds nothing any more, and is gone"),
        ChangeNote::RegionChosen { zone, regions } => {
            format!("{zone} is made of zones of {}: it lies in that of the largest", regions.join(" and "))
        }
        ChangeNote::BeforeMerger { old, unit } => format!("{old} has merged: {unit} is meant"),
    }
}
