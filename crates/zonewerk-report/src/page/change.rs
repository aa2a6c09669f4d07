use super::sheet::Sheet;
use crate::document::{Block, Cell, Table, blocks_html};
use crate::layer_facts::changes;
use zonewerk_audit::proposal::Move;
use zonewerk_core::territory::ZoneId;

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
    let mut items = vec![sheet.say("page-zones-continued", &[("zones", going_on.into())])];
    for (message, names) in [("page-zones-new", &fresh), ("page-zones-gone", &gone)] {
        if !names.is_empty() {
            let values = [("zones", names.len().into()), ("names", names.join(", ").into())];
            items.push(sheet.say(message, &values));
        }
    }
    let share = if all == 0 { 0.0 } else { moves.people as f64 / all as f64 };
    items.push(match moves.moves.is_empty() {
        true => sheet.say("page-nobody-moves", &[]),
        false => sheet.say(
            "page-people-move",
            &[
                ("people", moves.people.into()),
                ("units", moves.units.into()),
                ("share", sheet.percent(share).trim_start_matches('+').into()),
            ],
        ),
    });
    if moves.made_whole_units > 0 {
        let values = [("people", moves.made_whole.into()), ("units", moves.made_whole_units.into())];
        items.push(sheet.say("page-made-whole", &values));
    }
    if moves.unplaced > 0 {
        items.push(sheet.say("page-unplaced", &[("people", moves.unplaced.into())]));
    } else if moves.unknown > 0 {
        items.push(sheet.say("page-moves-unknown", &[("parts", moves.unknown.into())]));
    }
    let intro = sheet.say("page-change-intro", &[("base", base.name.as_str().into())]);
    let mut blocks = vec![Block::Paragraph(intro), Block::List(items)];
    if !moves.moves.is_empty() {
        let row = |one: &Move| {
            let label = territory.label(one.unit);
            let unit = match one.is_whole {
                true => label,
                false => sheet.say("page-part-of", &[("unit", label.into())]),
            };
            let people = match (one.people, one.unknown) {
                (people, 0) => sheet.number(people),
                (0, _) => sheet.say("unknown", &[]),
                (people, _) => sheet.say("bounds-minimum", &[("minimum", people.into())]),
            };
            let named = |name: Option<String>| name.unwrap_or_else(|| sheet.say("area-no-zone", &[]));
            vec![
                Cell::text(unit),
                Cell::number(people),
                Cell::text(named(one.from.map(|zone| base.plan.zones[zone].name.clone()))),
                Cell::text(named(one.to.map(name))),
            ]
        };
        let text = |message| Cell::text(sheet.say(message, &[]));
        let header = vec![
            text("page-column-unit"),
            Cell::number(sheet.say("page-column-inhabitants", &[])),
            text("page-column-from"),
            text("page-column-to"),
        ];
        blocks.push(Block::Table(Table { header, rows: moves.moves.iter().map(row).collect() }));
    }
    Some(blocks_html(&blocks))
}
