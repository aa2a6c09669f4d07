use super::Tried;
use crate::document::{Block, Cell, Table};
use crate::text::{count, list};
use zonewerk_audit::Severity;
use zonewerk_audit::proposal::GroupStatus;
use zonewerk_core::territory::UnitId;

/// Most names that a sentence lists.
const NAMES: usize = 30;

/// The groups that are affected, family by family.
pub(super) fn groups(tried: &Tried) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(2, format!("Groups affected: {}", tried.affected.len()))];
    if tried.affected.is_empty() {
        blocks.push(Block::Paragraph(
            "None of the families of groups that the profile names has a unit that moves.".to_owned(),
        ));
        return blocks;
    }
    let mut families: Vec<&str> = tried.affected.iter().map(|one| one.family.as_str()).collect();
    families.dedup();
    for family in families {
        blocks.push(Block::Heading(3, family.to_owned()));
        let header = vec![
            Cell::text("Group"),
            Cell::number("Units that move"),
            Cell::text("Zones"),
            Cell::text("Finding"),
        ];
        let of_family = tried.affected.iter().filter(|one| one.family == family);
        let row = |one: &zonewerk_audit::proposal::Affected| {
            vec![
                Cell::text(&one.group),
                Cell::number(one.moved.len().to_string()),
                Cell::text(change(&one.before, &one.after, |side| list(&side.zones, NAMES))),
                Cell::text(change(&one.before, &one.after, |side| finding(side.finding))),
            ]
        };
        blocks.push(Block::Table(Table { header, rows: of_family.map(row).collect() }));
    }
    blocks
}

fn change(before: &GroupStatus, after: &GroupStatus, say: impl Fn(&GroupStatus) -> String) -> String {
    let [before, after] = [before, after].map(say);
    if before == after { after } else { format!("{before} → {after}") }
}

fn finding(severity: Option<Severity>) -> String {
    severity.map_or("none".to_owned(), |severity| severity.to_string())
}

/// Whose agreement each touched zone asks.
pub(super) fn partners(tried: &Tried) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(2, "Partners: who must agree, zone by zone".to_owned())];
    if tried.partners.is_empty() {
        blocks.push(Block::Paragraph("None: no zone is touched.".to_owned()));
        return blocks;
    }
    let item = |one: &zonewerk_audit::proposal::Partners| {
        let mut text =
            format!("{}: {} ({})", one.zone, count(one.units.len(), "unit"), labels(tried, &one.units));
        if !one.groups.is_empty() {
            text += &format!("; {} ({})", count(one.groups.len(), "group"), names(&one.groups));
        }
        text
    };
    blocks.push(Block::List(tried.partners.iter().map(item).collect()));
    blocks
}

/// The zones beside those that are touched.
pub(super) fn neighbours(tried: &Tried) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(2, "Neighbours to consult".to_owned())];
    if tried.neighbours.is_empty() {
        blocks.push(Block::Paragraph("None: no other zone borders on one that is touched.".to_owned()));
        return blocks;
    }
    let item = |one: &zonewerk_audit::proposal::NeighbourZone| {
        let zone = one.zone.as_deref().unwrap_or("no zone");
        let units = count(one.units.len(), "unit");
        let mut text = format!(
            "{zone}: {units} on the border with {} ({})",
            list(&one.beside, NAMES),
            labels(tried, &one.units)
        );
        if !one.groups.is_empty() {
            text += &format!("; {}", names(&one.groups));
        }
        if !one.is_certain {
            text += "; perhaps: it is not known where the part of a divided unit lies";
        }
        text
    };
    blocks.push(Block::List(tried.neighbours.iter().map(item).collect()));
    blocks
}

fn labels(tried: &Tried, units: &[UnitId]) -> String {
    let names: Vec<String> =
        units.iter().map(|&unit| tried.scenario.territory.unit(unit).name.clone()).collect();
    list(&names, NAMES)
}

/// Groups by family: `circle: North, South`.
fn names(groups: &[(String, String)]) -> String {
    let mut families: Vec<&String> = groups.iter().map(|(family, _)| family).collect();
    families.dedup();
    let of_family = |family: &&String| {
        let names: Vec<String> =
            groups.iter().filter(|(of, _)| of == *family).map(|(_, name)| name.clone()).collect();
        format!("{family}: {}", list(&names, NAMES))
    };
    families.iter().map(of_family).collect::<Vec<String>>().join("; ")
}
