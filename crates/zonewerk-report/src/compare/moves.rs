use super::{Compared, letter};
use crate::document::{Block, Cell, Table};
use crate::text;
use zonewerk_core::compare::PlanTransition;
use zonewerk_core::words::{number, say};

/// `From A to B, 231,000 inhabitants of 14 units change zone, 3.5 % of all`.
pub(super) fn moved(compared: &Compared, moves: &PlanTransition) -> String {
    let language = compared.language;
    let (from, to) = (letter(moves.from), letter(moves.to));
    if moves.units() == 0 {
        return say!(language, "compare-nobody-moves", from = from, to = to);
    }
    let (people, units) = (moves.matching.people_moved(), moves.units());
    let share = share(compared, people);
    let mut said = say!(
        language,
        "compare-people-move",
        from = from,
        to = to,
        people = people,
        units = units,
        share = share
    );
    if moves.units_in_part() > 0 {
        said = say!(language, "compare-in-part", moved = said, units = moves.units_in_part());
    }
    if moves.uncounted() > 0 {
        said = say!(language, "compare-uncounted", moved = said, parts = moves.uncounted());
    }
    said
}

fn share(compared: &Compared, people: u64) -> String {
    let territory = &compared.scenario.territory;
    text::share(compared.language, people, territory.population(territory.units().ids()))
}

/// Each pair of plans, where there are more than two plans.
pub(super) fn moves(compared: &Compared) -> Vec<Block> {
    if compared.plans.len() < 3 {
        return Vec::new();
    }
    let language = compared.language;
    let rows = compared.comparison.moves.iter().map(|moves| {
        let people = moves.matching.people_moved();
        vec![
            Cell::text(letter(moves.from)),
            Cell::text(letter(moves.to)),
            Cell::number(number(language, people)),
            Cell::number(share(compared, people)),
            Cell::number(number(language, moves.units() as u64)),
            Cell::number(number(language, moves.units_in_part() as u64)),
        ]
    });
    let header = vec![
        Cell::text(say!(language, "column-from")),
        Cell::text(say!(language, "column-to")),
        Cell::number(say!(language, "compare-column-people")),
        Cell::number(say!(language, "compare-column-share")),
        Cell::number(say!(language, "compare-column-units")),
        Cell::number(say!(language, "compare-column-in-part")),
    ];
    vec![
        Block::Heading(2, say!(language, "heading-moves")),
        Block::Table(Table { header, rows: rows.collect() }),
    ]
}
