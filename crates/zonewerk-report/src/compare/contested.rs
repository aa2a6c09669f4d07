use std::collections::BTreeSet;

use super::{Compared, letter};
use crate::document::{Block, Cell, Table};
use crate::text::shortened;
use zonewerk_core::compare::{Contested, UnitPlacement};
use zonewerk_core::plan::Moved;
use zonewerk_core::territory::UnitId;
use zonewerk_core::words::{listed, number, say, sentence_list};

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
    let language = compared.language;
    let mut blocks = vec![
        Block::Heading(2, say!(language, "compare-heading-contested")),
        Block::Paragraph(overview(compared)),
    ];
    if contested.is_empty() {
        return blocks;
    }
    let in_columns = compared.plans.len() <= MOST_COLUMNS;
    let mut header =
        vec![Cell::text(say!(language, "column-unit")), Cell::number(say!(language, "column-inhabitants"))];
    match in_columns {
        true => header.extend((0..compared.plans.len()).map(|plan| Cell::text(letter(plan)))),
        false => header.push(Cell::text(say!(language, "compare-column-zones"))),
    }
    let shown = if all { contested.len() } else { SHORT.min(contested.len()) };
    let rows = contested[..shown].iter().map(|found| row(compared, found, in_columns, all)).collect();
    blocks.push(Block::Table(Table { header, rows }));
    if shown < contested.len() {
        blocks.push(Block::Paragraph(say!(language, "more-with-all", more = contested.len() - shown)));
    }
    blocks
}

fn overview(compared: &Compared) -> String {
    let (contested, language) = (&compared.comparison.contested, compared.language);
    let territory = &compared.scenario.territory;
    let people = territory.population(contested.iter().map(|found| found.unit));
    let units = match contested.len() {
        0 => say!(language, "compare-none-contested"),
        units => {
            let all = territory.units().len();
            say!(language, "compare-contested", units = units, all = all, people = people)
        }
    };
    let counts = compared.comparison.neighbours.counts;
    let pairs = say!(
        language,
        "compare-pairs",
        together = counts.together,
        apart = counts.apart,
        contested = counts.contested
    );
    format!("{units} {pairs}")
}

fn row(compared: &Compared, found: &Contested, in_columns: bool, all: bool) -> Vec<Cell> {
    let unit = compared.scenario.territory.unit(found.unit);
    let language = compared.language;
    let mut row =
        vec![Cell::text(shortened(&unit.name, NAME_WIDTH)), Cell::number(number(language, unit.population))];
    if in_columns {
        let is_divided = compared.plans.iter().any(|plan| plan.zone_names(found.unit).len() > 1);
        let cell = |plan: usize| {
            let parts = is_divided.then(|| zones_of_moved_parts(compared, found.unit, plan));
            Cell::text(parts.flatten().map_or_else(
                || zones(compared, found.unit, plan, all),
                |names| {
                    let zones = sentence_list(language, &names, usize::MAX);
                    short(&say!(language, "compare-place-in-part", zones = zones), all)
                },
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
    let places: Vec<String> = found.places.iter().map(place).collect();
    row.push(Cell::text(listed(language, &places, usize::MAX)));
    row
}

fn zones(compared: &Compared, unit: UnitId, plan: usize, all: bool) -> String {
    let (names, language) = (compared.plans[plan].zone_names(unit), compared.language);
    match names.is_empty() {
        true => say!(language, "found-in-no-zone"),
        false => short(&sentence_list(language, &names, usize::MAX), all),
    }
}

/// Where a plan has the parts of a unit that move from the first plan, where not all of it does.
fn zones_of_moved_parts<'a>(compared: &Compared<'a>, unit: UnitId, plan: usize) -> Option<Vec<&'a str>> {
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
    (!names.is_empty()).then(|| names.into_iter().collect())
}

fn short(text: &str, all: bool) -> String {
    if all { text.to_owned() } else { shortened(text, PLACE_WIDTH) }
}
