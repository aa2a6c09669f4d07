//! Who moves between two plans, in words: the same in every report.

use super::document::{Block, Cell, Table};
use super::text::share;
use zonewerk_audit::proposal::{Move, Moves};
use zonewerk_core::plan::Plan;
use zonewerk_core::territory::{Territory, ZoneId};
use zonewerk_core::words::{Language, number, say};

/// How many move, a sentence each, without full stops.
pub(super) fn sentences(language: Language, territory: &Territory, moves: &Moves) -> Vec<String> {
    if moves.moves.is_empty() {
        return vec![say!(language, "moves-nobody")];
    }
    let all = territory.population(territory.units().ids());
    let share = share(language, moves.people, all);
    let mut said =
        vec![say!(language, "moves-people", people = moves.people, units = moves.units, share = share)];
    if moves.made_whole_units > 0 {
        let units = moves.made_whole_units;
        said.push(say!(language, "moves-made-whole", people = moves.made_whole, units = units));
    }
    if moves.unplaced > 0 {
        said.push(say!(language, "moves-unplaced", people = moves.unplaced));
    } else if moves.unknown > 0 {
        said.push(say!(language, "moves-unknown", parts = moves.unknown));
    }
    said
}

/// Each unit that moves, from where to where: so many at most.
pub(super) fn table(
    language: Language,
    territory: &Territory,
    moves: &Moves,
    plans: [&Plan; 2],
    most: usize,
) -> Block {
    let zone = |plan: &Plan, zone: Option<ZoneId>| {
        zone.map_or_else(|| say!(language, "area-no-zone"), |zone| plan.zones[zone].name.clone())
    };
    let row = |one: &Move| {
        let label = territory.label(one.unit);
        let unit = match one.is_whole {
            true => label,
            false => say!(language, "moves-part-of", unit = label),
        };
        let people = match (one.people, one.unknown) {
            (people, 0) => number(language, people),
            (0, _) => say!(language, "unknown"),
            (people, _) => say!(language, "bounds-minimum", minimum = people),
        };
        vec![
            Cell::text(unit),
            Cell::number(people),
            Cell::text(zone(plans[0], one.from)),
            Cell::text(zone(plans[1], one.to)),
        ]
    };
    let header = vec![
        Cell::text(say!(language, "column-unit")),
        Cell::number(say!(language, "column-inhabitants")),
        Cell::text(say!(language, "column-from")),
        Cell::text(say!(language, "column-to")),
    ];
    Block::Table(Table { header, rows: moves.moves.iter().take(most).map(row).collect() })
}
