use super::sheet::Sheet;
use crate::document::{Block, Cell, Table, blocks_html};
use crate::layer_facts::changes;
use zonewerk_audit::proposal::Move;
use zonewerk_core::territory::ZoneId;
use zonewerk_core::words::{Message, message, say};

/// What differs from the base plan: zones that go on, are new or gone, and who moves.
pub(super) fn section(sheet: &Sheet) -> Option<String> {
    if !sheet.shown.has_plan() {
        return None;
    }
    let base = sheet.shown.base.as_ref()?;
    let (continues, moves) = changes(sheet.shown)?;
    let name = |zone: ZoneId| sheet.shown.plan.zones[zone].name.clone();
    let fresh: Vec<String> =
        continues.iter().filter(|(_, before)| before.is_none()).map(|(zone, _)| name(zone)).collect();
    let gone =
        base.plan.zones.iter().filter(|(before, _)| !continues.values().any(|of| *of == Some(*before)));
    let gone: Vec<String> = gone.map(|(_, zone)| zone.name.clone()).collect();
    let going_on = continues.values().flatten().count();
    let territory = &sheet.shown.scenario.territory;
    let all = territory.population(territory.units().ids());
    let mut items = vec![say!(sheet.language, "page-zones-continued", zones = going_on)];
    if !fresh.is_empty() {
        items.push(say!(sheet.language, "page-zones-new", zones = fresh.len(), names = fresh.join(", ")));
    }
    if !gone.is_empty() {
        items.push(say!(sheet.language, "page-zones-gone", zones = gone.len(), names = gone.join(", ")));
    }
    let share = if all == 0 { 0.0 } else { moves.people as f64 / all as f64 };
    items.push(match moves.moves.is_empty() {
        true => say!(sheet.language, "page-nobody-moves"),
        false => say!(
            sheet.language,
            "page-people-move",
            people = moves.people,
            units = moves.units,
            share = sheet.percent(share).trim_start_matches('+')
        ),
    });
    if moves.made_whole_units > 0 {
        items.push(say!(
            sheet.language,
            "page-made-whole",
            people = moves.made_whole,
            units = moves.made_whole_units
        ));
    }
    if moves.unplaced > 0 {
        items.push(say!(sheet.language, "page-unplaced", people = moves.unplaced));
    } else if moves.unknown > 0 {
        items.push(say!(sheet.language, "page-moves-unknown", parts = moves.unknown));
    }
    let intro = say!(sheet.language, "page-change-intro", base = base.name.as_str());
    let mut blocks = vec![Block::Paragraph(intro), Block::List(items)];
    if !moves.moves.is_empty() {
        let row = |one: &Move| {
            let label = territory.label(one.unit);
            let unit = match one.is_whole {
                true => label,
                false => say!(sheet.language, "page-part-of", unit = label),
            };
            let people = match (one.people, one.unknown) {
                (people, 0) => sheet.number(people),
                (0, _) => say!(sheet.language, "unknown"),
                (people, _) => say!(sheet.language, "bounds-minimum", minimum = people),
            };
            let named = |name: Option<String>| name.unwrap_or_else(|| say!(sheet.language, "area-no-zone"));
            vec![
                Cell::text(unit),
                Cell::number(people),
                Cell::text(named(one.from.map(|zone| base.plan.zones[zone].name.clone()))),
                Cell::text(named(one.to.map(name))),
            ]
        };
        let text = |message: Message| Cell::text(message.say(sheet.language));
        let header = vec![
            text(message!("page-column-unit")),
            Cell::number(say!(sheet.language, "page-column-inhabitants")),
            text(message!("page-column-from")),
            text(message!("page-column-to")),
        ];
        blocks.push(Block::Table(Table { header, rows: moves.moves.iter().map(row).collect() }));
    }
    Some(blocks_html(&blocks))
}
