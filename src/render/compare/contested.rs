use super::{Compared, letter};
use crate::compare::{Contested, Place};
use crate::render::document::{Block, Cell, Table};
use crate::render::text::{count, list, shortened, thousands};

/// As many units are listed unless all are asked for.
const SHORT: usize = 20;
/// Of more plans than this, places stand in one column.
const MOST_COLUMNS: usize = 3;
const NAME_WIDTH: usize = 22;

/// The units that do not lie in the same zone everywhere, and the neighbours that are parted
/// in some plans only.
pub(super) fn contested(compared: &Compared, all: bool) -> Vec<Block> {
    let contested = &compared.comparison.contested;
    let mut blocks =
        vec![Block::Heading(2, "Contested units".to_owned()), Block::Paragraph(overview(compared))];
    if contested.is_empty() {
        return blocks;
    }
    let in_columns = compared.plans.len() <= MOST_COLUMNS;
    let mut header = vec![Cell::text("Unit"), Cell::number("Inhabitants")];
    match in_columns {
        true => header.extend((0..compared.plans.len()).map(|plan| Cell::text(letter(plan)))),
        false => header.push(Cell::text("Zone, with its plans")),
    }
    let shown = if all { contested.len() } else { SHORT.min(contested.len()) };
    let rows = contested[..shown].iter().map(|found| row(compared, found, in_columns, all)).collect();
    blocks.push(Block::Table(Table { header, rows }));
    if shown < contested.len() {
        blocks.push(Block::Paragraph(format!("and {} more (--all lists them)", contested.len() - shown)));
    }
    blocks
}

fn overview(compared: &Compared) -> String {
    let contested = &compared.comparison.contested;
    let territory = &compared.scenario.territory;
    let people = territory.population(contested.iter().map(|found| found.unit));
    let counts = compared.comparison.neighbours.counts;
    format!(
        "{} with {} inhabitants, of {}, not in the same zone in all plans. Of the pairs of neighbours, {} share a zone in all plans, {} in none, and {} in some only.",
        count(contested.len(), "unit"),
        thousands(people),
        territory.units().len(),
        thousands(counts.together as u64),
        thousands(counts.apart as u64),
        thousands(counts.contested as u64),
    )
}

fn row(compared: &Compared, found: &Contested, in_columns: bool, all: bool) -> Vec<Cell> {
    let unit = compared.scenario.territory.unit(found.unit);
    let mut row =
        vec![Cell::text(shortened(&unit.name, NAME_WIDTH)), Cell::number(thousands(unit.population))];
    let zones = |plan: usize| {
        let names: Vec<String> =
            compared.plans[plan].zone_names(found.unit).into_iter().map(str::to_owned).collect();
        match (names.is_empty(), all) {
            (true, _) => "in no zone".to_owned(),
            (false, true) => list(&names, usize::MAX),
            (false, false) => shortened(&list(&names, 2), NAME_WIDTH),
        }
    };
    if in_columns {
        row.extend((0..compared.plans.len()).map(|plan| Cell::text(zones(plan))));
        return row;
    }
    let place = |place: &Place| {
        let letters: Vec<String> = place.plans.iter().map(|&plan| letter(plan)).collect();
        let first = place.plans.first().map(|&plan| zones(plan)).unwrap_or_default();
        format!("{first} ({})", letters.join(" "))
    };
    row.push(Cell::text(found.places.iter().map(place).collect::<Vec<_>>().join(", ")));
    row
}
