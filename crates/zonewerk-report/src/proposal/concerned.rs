use super::Tried;
use crate::audit::severity_name;
use crate::document::{Block, Cell, Table};
use zonewerk_audit::proposal::{Affected, GroupStatus, NeighbourZone, Partners};
use zonewerk_core::territory::UnitId;
use zonewerk_core::words::{Language, number, say, sentence_list};

/// Most names that a sentence lists.
const NAMES: usize = 30;

/// The groups that are affected, family by family.
pub(super) fn groups(tried: &Tried) -> Vec<Block> {
    let language = tried.language;
    let heading = say!(language, "try-heading-groups", groups = tried.affected.len());
    let mut blocks = vec![Block::Heading(2, heading)];
    if tried.affected.is_empty() {
        blocks.push(Block::Paragraph(say!(language, "try-no-groups")));
        return blocks;
    }
    let mut families: Vec<&str> = tried.affected.iter().map(|one| one.family.as_str()).collect();
    families.dedup();
    for family in families {
        blocks.push(Block::Heading(3, family.to_owned()));
        let header = vec![
            Cell::text(say!(language, "column-group")),
            Cell::number(say!(language, "try-column-units-moving")),
            Cell::text(say!(language, "heading-zones")),
            Cell::text(say!(language, "column-finding")),
        ];
        let of_family = tried.affected.iter().filter(|one| one.family == family);
        let row = |one: &Affected| {
            let zones = |side: &GroupStatus| sentence_list(language, &side.zones, NAMES);
            vec![
                Cell::text(&one.group),
                Cell::number(number(language, one.moved.len() as u64)),
                Cell::text(change(one, zones)),
                Cell::text(change(one, |side| finding(language, side))),
            ]
        };
        blocks.push(Block::Table(Table { header, rows: of_family.map(row).collect() }));
    }
    blocks
}

fn change(one: &Affected, words: impl Fn(&GroupStatus) -> String) -> String {
    let [before, after] = [&one.before, &one.after].map(words);
    if before == after { after } else { format!("{before} → {after}") }
}

fn finding(language: Language, standing: &GroupStatus) -> String {
    let severity = standing.finding.map(|severity| severity_name(severity, language));
    severity.unwrap_or_else(|| say!(language, "try-no-finding"))
}

/// Whose agreement each touched zone asks.
pub(super) fn partners(tried: &Tried) -> Vec<Block> {
    let language = tried.language;
    let mut blocks = vec![Block::Heading(2, say!(language, "try-heading-partners"))];
    if tried.partners.is_empty() {
        blocks.push(Block::Paragraph(say!(language, "try-no-partners")));
        return blocks;
    }
    let item = |one: &Partners| {
        let names = labels(tried, &one.units);
        let partners =
            say!(language, "try-partners", zone = one.zone.as_str(), units = one.units.len(), names = names);
        if one.groups.is_empty() {
            return partners;
        }
        let (groups, names) = (one.groups.len(), names_of(language, &one.groups));
        say!(language, "try-partners-groups", partners = partners, groups = groups, names = names)
    };
    blocks.push(Block::List(tried.partners.iter().map(item).collect()));
    blocks
}

/// The zones beside those that are touched.
pub(super) fn neighbours(tried: &Tried) -> Vec<Block> {
    let language = tried.language;
    let mut blocks = vec![Block::Heading(2, say!(language, "try-heading-neighbours"))];
    if tried.neighbours.is_empty() {
        blocks.push(Block::Paragraph(say!(language, "try-no-neighbours")));
        return blocks;
    }
    let item = |one: &NeighbourZone| {
        let zone = one.zone.clone().unwrap_or_else(|| say!(language, "area-no-zone"));
        let mut text = say!(
            language,
            "try-neighbour",
            zone = zone,
            units = one.units.len(),
            beside = sentence_list(language, &one.beside, NAMES),
            names = labels(tried, &one.units)
        );
        if !one.groups.is_empty() {
            text = format!("{text}; {}", names_of(language, &one.groups));
        }
        match one.is_certain {
            true => text,
            false => say!(language, "try-neighbour-perhaps", neighbour = text),
        }
    };
    blocks.push(Block::List(tried.neighbours.iter().map(item).collect()));
    blocks
}

fn labels(tried: &Tried, units: &[UnitId]) -> String {
    let names: Vec<&str> =
        units.iter().map(|&unit| tried.scenario.territory.unit(unit).name.as_str()).collect();
    sentence_list(tried.language, &names, NAMES)
}

/// Groups by family: `circle: North and South`.
fn names_of(language: Language, groups: &[(String, String)]) -> String {
    let mut families: Vec<&String> = groups.iter().map(|(family, _)| family).collect();
    families.dedup();
    let of_family = |family: &&String| {
        let names: Vec<&String> =
            groups.iter().filter(|(of, _)| of == *family).map(|(_, name)| name).collect();
        format!("{family}: {}", sentence_list(language, &names, NAMES))
    };
    families.iter().map(of_family).collect::<Vec<String>>().join("; ")
}
