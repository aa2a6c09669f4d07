use super::Tried;
use crate::document::{Block, Cell, Table};
use crate::text::{count, thousands};
use zonewerk_audit::proposal::{Move, Moves};
use zonewerk_core::plan::Plan;
use zonewerk_core::territory::ZoneId;
use zonewerk_io::Scenario;

/// Most rows that a report lists.
const SHOWN: usize = 60;

/// Who moves between the plan before and after, under a heading.
pub(super) fn blocks(tried: &Tried, heading: &str) -> Vec<Block> {
    moved(tried.scenario, &tried.moves, [&tried.proposal.before, &tried.proposal.after], heading)
}

/// Who moves between two plans.
pub(super) fn moved(scenario: &Scenario, moves: &Moves, plans: [&Plan; 2], heading: &str) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(2, heading.to_owned()), Block::Paragraph(sum(scenario, moves))];
    if moves.moves.is_empty() {
        return blocks;
    }
    let name = |side: usize, zone: Option<ZoneId>| {
        zone.map_or("no zone", |zone| plans[side].zones[zone].name.as_str())
    };
    let row = |one: &Move| {
        let unit = scenario.territory.label(one.unit);
        let unit = if one.is_whole { unit } else { format!("part of {unit}") };
        let people = match (one.people, one.unknown) {
            (people, 0) => thousands(people),
            (0, _) => "not known".to_owned(),
            (people, _) => format!("{} or more", thousands(people)),
        };
        vec![
            Cell::text(unit),
            Cell::number(people),
            Cell::text(name(0, one.from)),
            Cell::text(name(1, one.to)),
        ]
    };
    let header = vec![Cell::text("Unit"), Cell::number("Inhabitants"), Cell::text("From"), Cell::text("To")];
    blocks.push(Block::Table(Table { header, rows: moves.moves.iter().take(SHOWN).map(row).collect() }));
    if moves.moves.len() > SHOWN {
        let more = moves.moves.len() - SHOWN;
        blocks.push(Block::Paragraph(format!("And {more} more (--format json has all).")));
    }
    blocks
}

/// How many move, in a sentence or more.
pub(super) fn sum(scenario: &Scenario, moves: &Moves) -> String {
    if moves.moves.is_empty() {
        return "Nobody moves.".to_owned();
    }
    let all = scenario.territory.population(scenario.territory.units().ids());
    let share = if all == 0 { 0.0 } else { 100.0 * moves.people as f64 / all as f64 };
    let mut text = format!(
        "{} inhabitants of {} move: {share:.1} % of all.",
        thousands(moves.people),
        count(moves.units, "unit")
    );
    if moves.made_whole_units > 0 {
        text += &format!(
            " Of them, {} lived in {} that {} divided and {} whole now.",
            thousands(moves.made_whole),
            count(moves.made_whole_units, "unit"),
            if moves.made_whole_units == 1 { "was" } else { "were" },
            if moves.made_whole_units == 1 { "is" } else { "are" },
        );
    }
    if moves.unplaced > 0 {
        text += &format!(
            " Of {} more the plan before does not say in which part of a divided unit they lived; a goal \
             of fewest people moved counts them as moved.",
            thousands(moves.unplaced)
        );
    } else if moves.unknown > 0 {
        text += &format!(" Not counted: {} whose inhabitants are not known.", count(moves.unknown, "part"));
    }
    text
}
