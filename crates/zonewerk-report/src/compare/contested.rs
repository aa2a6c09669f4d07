use std::collections::BTreeSet;

use super::{Compared, letter};
use crate::document::{Block, Cell, Table};
use crate::text::{count, list, shortened, thousands};
use zonewerk_core::compare::{Contested, UnitPlacement};
use zonewerk_core::plan::Moved;
use zonewerk_core::territory::UnitId;

/// As many units are listed unless all are asked for.
const SHORT: usize = 20;
/// Of more plans than this, places stand in one column.
const MOST_COLUMNS: usize = 3;
const NAME_WIDTH: usize = 20;
const PLACE_WIDTH: usize = 18;

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
    if in_columns {
        let is_divided = compared.plans.iter().any(|plan| plan.zone_names(found.unit).len() > 1);
        let cell = |plan: usize| {
            let parts = is_divided.then(|| zones_of_moved_parts(compared, found.unit, plan));
            Cell::text(parts.flatten().map_or_else(
                || zones(compared, found.unit, plan, all),
                |names| short(&format!("in part {}", list(&names, usize::MAX)), all),
            ))
        };
        row.extend((0..compared.plans.len()).map(cell));
        return row;
    }
    let place = |place: &UnitPlacement| {
        let letters: Vec<String> = place.plans.iter().map(|&plan| letter(plan)).collect();
        let first = place.plans.first().map(|&plan| zones(compared, found.unit, plan, all));
        format!("{} ({})", first.unwrap_or_default(), letters.join(" "))
    };
    row.push(Cell::text(found.places.iter().map(place).collect::<Vec<_>>().join(", ")));
    row
}

fn zones(compared: &Compared, unit: UnitId, plan: usize, all: bool) -> String {
    let names: Vec<String> = compared.plans[plan].zone_names(unit).into_iter().map(str::to_owned).collect();
    match names.is_empty() {
        true => "in no zone".to_owned(),
        false => short(&list(&names, usize::MAX), all),
    }
}

/// Where a plan has the parts of a unit that move from the first plan, where not all of it does.
fn zones_of_moved_parts(compared: &Compared, unit: UnitId, plan: usize) -> Option<Vec<String>> {
    let from_base = compared.comparison.moves.iter().filter(|moves| moves.from == 0);
    let mut names: BTreeSet<&str> = BTreeSet::new();
    for moves in from_base.filter(|moves| plan == 0 || moves.to == plan) {
        let matching = &moves.matching;
        if matching.units_moved().get(&unit) == Some(&Moved::Wholly) {
            return None;
        }
        for flow in matching.flows.iter().filter(|flow| flow.unit == unit && matching.is_moved(flow)) {
            let zone = if plan == 0 { flow.from } else { flow.to };
            names.extend(zone.map(|zone| compared.plans[plan].zone_name(zone)));
        }
    }
    (!names.is_empty()).then(|| names.into_iter().map(str::to_owned).collect())
}

fn short(text: &str, all: bool) -> String {
    if all { text.to_owned() } else { shortened(text, PLACE_WIDTH) }
}
