use super::{Compared, letter};
use crate::document::{Block, Cell, Table};
use crate::text::{count, percent, thousands};
use zonewerk_core::compare::PlanTransition;

/// `14 units with 231,000 people change zone`.
pub(super) fn moved(compared: &Compared, moves: &PlanTransition) -> String {
    let people = moves.matching.people_moved();
    if moves.units() == 0 {
        return "nobody changes zone".to_owned();
    }
    let in_part = match moves.units_in_part() {
        0 => String::new(),
        part => format!(" ({part} of them in part)"),
    };
    let uncounted = match moves.uncounted() {
        0 => String::new(),
        parts => format!(" and those of {} of unknown population", count(parts, "part")),
    };
    format!(
        "{}{in_part} with {} people{uncounted} change zone, {} of all",
        count(moves.units(), "unit"),
        thousands(people),
        share(compared, people),
    )
}

fn share(compared: &Compared, people: u64) -> String {
    let territory = &compared.scenario.territory;
    let everyone = territory.population(territory.units().ids());
    percent(people as f64 / everyone.max(1) as f64)
}

/// Each pair of plans, where there are more than two plans.
pub(super) fn moves(compared: &Compared) -> Vec<Block> {
    if compared.plans.len() < 3 {
        return Vec::new();
    }
    let rows = compared.comparison.moves.iter().map(|moves| {
        let people = moves.matching.people_moved();
        vec![
            Cell::text(letter(moves.from)),
            Cell::text(letter(moves.to)),
            Cell::number(thousands(people)),
            Cell::number(share(compared, people)),
            Cell::number(moves.units().to_string()),
            Cell::number(moves.units_in_part().to_string()),
        ]
    });
    let header = vec![
        Cell::text("From"),
        Cell::text("To"),
        Cell::number("People moved"),
        Cell::number("Of all"),
        Cell::number("Units moved"),
        Cell::number("Of them in part"),
    ];
    vec![Block::Heading(2, "Moved".to_owned()), Block::Table(Table { header, rows: rows.collect() })]
}
