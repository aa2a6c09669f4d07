use super::Tried;
use crate::document::{Block, Cell, Table};
use crate::text::kilometres_in;
use zonewerk_audit::proposal::{Contiguous, Touched, ZoneFigures};
use zonewerk_core::words::{Language, number, say};

/// The zones that are touched, a row each, before and after.
pub(super) fn blocks(tried: &Tried) -> Vec<Block> {
    let language = tried.language;
    let heading = say!(language, "try-heading-zones", zones = tried.touched.len());
    let mut blocks = vec![Block::Heading(2, heading)];
    if tried.touched.is_empty() {
        blocks.push(Block::Paragraph(say!(language, "try-no-zones")));
        return blocks;
    }
    blocks.push(Block::Table(Table {
        header: vec![
            Cell::text(say!(language, "column-zone")),
            Cell::number(say!(language, "column-units")),
            Cell::number(say!(language, "column-inhabitants")),
            Cell::text(say!(language, "try-column-bounds")),
            Cell::text(say!(language, "try-column-contiguous")),
            Cell::number(say!(language, "column-border")),
        ],
        rows: tried.touched.iter().map(|zone| row(language, zone)).collect(),
    }));
    blocks
}

fn row(language: Language, zone: &Touched) -> Vec<Cell> {
    let known = |words: Option<String>| words.unwrap_or_else(|| say!(language, "unknown"));
    let people = |zone: &ZoneFigures| known(zone.population.map(|people| number(language, people)));
    let border =
        |zone: &ZoneFigures| known(zone.border_m.map(|metres| kilometres_in(language, metres, true)));
    vec![
        Cell::text(name(language, zone)),
        Cell::number(change(zone, |zone| number(language, zone.units.len() as u64))),
        Cell::number(change(zone, people)),
        Cell::text(change(zone, |zone| bounds(language, zone))),
        Cell::text(change(zone, |zone| pieces(language, zone))),
        Cell::number(change(zone, border)),
    ]
}

/// Its name, and what becomes of it.
fn name(language: Language, zone: &Touched) -> String {
    match [&zone.before, &zone.after].map(|side| side.as_ref().map(|side| side.name.as_str())) {
        [Some(before), Some(after)] if before == after => after.to_owned(),
        [Some(before), Some(after)] => say!(language, "try-zone-renamed", zone = after, before = before),
        [None, Some(after)] => say!(language, "try-zone-new", zone = after),
        [Some(before), None] => say!(language, "try-zone-gone", zone = before),
        [None, None] => String::new(),
    }
}

/// What is so before and after; once where it is the same, or there is but one side.
fn change(zone: &Touched, words: impl Fn(&ZoneFigures) -> String) -> String {
    match [&zone.before, &zone.after].map(|side| side.as_ref().map(&words)) {
        [Some(before), Some(after)] if before != after => format!("{before} → {after}"),
        [Some(text), _] | [None, Some(text)] => text,
        [None, None] => String::new(),
    }
}

fn bounds(language: Language, zone: &ZoneFigures) -> String {
    match zone.outside() {
        None => say!(language, "unknown"),
        Some(0) => say!(language, "try-within"),
        Some(outside) if outside < 0 => say!(language, "try-too-few", people = outside.unsigned_abs()),
        Some(outside) => say!(language, "try-too-many", people = outside.unsigned_abs()),
    }
}

fn pieces(language: Language, zone: &ZoneFigures) -> String {
    match zone.contiguous {
        Contiguous::Pieces(0) => say!(language, "try-empty"),
        Contiguous::Pieces(1) => say!(language, "try-contiguous"),
        Contiguous::Pieces(pieces) => say!(language, "try-pieces", pieces = pieces),
        Contiguous::AtLeast(0 | 1) => say!(language, "try-holds-part"),
        Contiguous::AtLeast(pieces) => say!(language, "try-pieces-or-more", pieces = pieces),
    }
}
