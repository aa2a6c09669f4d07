use super::Tried;
use crate::document::{Block, Cell, Table};
use crate::text::{kilometres, thousands};
use zonewerk_audit::proposal::{Contiguous, Touched, ZoneFigures};

/// The zones that are touched, a row each, before and after.
pub(super) fn blocks(tried: &Tried) -> Vec<Block> {
    let heading = format!("Zones touched: {}", tried.touched.len());
    let mut blocks = vec![Block::Heading(2, heading)];
    if tried.touched.is_empty() {
        blocks.push(Block::Paragraph("None.".to_owned()));
        return blocks;
    }
    blocks.push(Block::Table(Table {
        header: vec![
            Cell::text("Zone"),
            Cell::number("Units"),
            Cell::number("Inhabitants"),
            Cell::text("Bounds"),
            Cell::text("Hangs together"),
            Cell::number("Border (km)"),
        ],
        rows: tried.touched.iter().map(row).collect(),
    }));
    blocks
}

fn row(zone: &Touched) -> Vec<Cell> {
    let people = |zone: &ZoneFigures| zone.population.map_or("not known".to_owned(), thousands);
    let border = |zone: &ZoneFigures| zone.border_m.map_or("not known".to_owned(), kilometres);
    vec![
        Cell::text(name(zone)),
        Cell::number(change(zone, |zone| zone.units.len().to_string())),
        Cell::number(change(zone, people)),
        Cell::text(change(zone, bounds)),
        Cell::text(change(zone, pieces)),
        Cell::number(change(zone, border)),
    ]
}

/// Its name, and what becomes of it.
fn name(zone: &Touched) -> String {
    match (&zone.before, &zone.after) {
        (Some(before), Some(after)) if before.name == after.name => after.name.clone(),
        (Some(before), Some(after)) => format!("{} (was {})", after.name, before.name),
        (None, Some(after)) => format!("{} (new)", after.name),
        (Some(before), None) => format!("{} (gone)", before.name),
        (None, None) => String::new(),
    }
}

/// What is so before and after; once where it is the same, or there is but one side.
fn change(zone: &Touched, say: impl Fn(&ZoneFigures) -> String) -> String {
    match [&zone.before, &zone.after].map(|side| side.as_ref().map(&say)) {
        [Some(before), Some(after)] if before != after => format!("{before} → {after}"),
        [Some(text), _] | [None, Some(text)] => text,
        [None, None] => String::new(),
    }
}

fn bounds(zone: &ZoneFigures) -> String {
    match zone.outside() {
        None => "not known".to_owned(),
        Some(0) => "within".to_owned(),
        Some(outside) if outside < 0 => format!("{} too few", thousands(outside.unsigned_abs())),
        Some(outside) => format!("{} too many", thousands(outside.unsigned_abs())),
    }
}

fn pieces(zone: &ZoneFigures) -> String {
    match zone.contiguous {
        Contiguous::Pieces(0) => "empty".to_owned(),
        Contiguous::Pieces(1) => "yes".to_owned(),
        Contiguous::Pieces(pieces) => format!("in {pieces} pieces"),
        Contiguous::AtLeast(0 | 1) => "holds a part".to_owned(),
        Contiguous::AtLeast(pieces) => format!("in {pieces} pieces or more"),
    }
}
