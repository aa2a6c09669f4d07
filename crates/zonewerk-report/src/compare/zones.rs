use super::{Compared, letter};
use crate::document::{Block, Cell, Table};
use crate::text::{count, list, shortened, thousands};
use zonewerk_core::compare::{ZoneChange, zone_changes};
use zonewerk_core::territory::{UnitId, ZoneId};

const NAME_WIDTH: usize = 22;

/// What becomes of the zones of the first plan in another one.
pub(super) fn zones(compared: &Compared, plan: usize, all: bool) -> Vec<Block> {
    let Some(moves) = compared.comparison.between(0, plan) else { return Vec::new() };
    let changes = zone_changes(&moves.matching);
    let title = format!("Zones of {} in {}", letter(0), letter(plan));
    let mut blocks = vec![Block::Heading(2, title), Block::Paragraph(overview(compared, plan, &changes))];
    let changed: Vec<&ZoneChange> = changes.iter().filter(|change| !change.is_unchanged()).collect();
    if changed.is_empty() {
        return blocks;
    }
    let mut header = vec![
        Cell::text(format!("In {}", letter(0))),
        Cell::text(format!("In {}", letter(plan))),
        Cell::number("People before"),
        Cell::number("After"),
        Cell::number("Stay"),
    ];
    header.extend(["Joined", "Left"].map(if all { Cell::text } else { Cell::number }));
    let rows = changed.into_iter().map(|change| row(compared, plan, change, all)).collect();
    blocks.push(Block::Table(Table { header, rows }));
    blocks
}

fn overview(compared: &Compared, plan: usize, changes: &[ZoneChange]) -> String {
    let names = |zones: &[(usize, ZoneId)]| {
        let names: Vec<String> =
            zones.iter().map(|&(plan, zone)| compared.plans[plan].zone_name(zone).to_owned()).collect();
        list(&names, usize::MAX)
    };
    let vanished = changes.iter().filter(|change| change.after.is_none());
    let vanished: Vec<(usize, ZoneId)> = vanished.filter_map(|change| Some((0, change.before?))).collect();
    let new = changes.iter().filter(|change| change.before.is_none());
    let new: Vec<(usize, ZoneId)> = new.filter_map(|change| Some((plan, change.after?))).collect();
    let unchanged = changes.iter().filter(|change| change.is_unchanged()).count();
    let continued = changes.len() - vanished.len() - new.len();
    let mut words = format!("{} continued, {unchanged} of them unchanged", count(continued, "zone"));
    for (zones, what) in [(&vanished, "vanished"), (&new, "new")] {
        words += &match zones.len() {
            0 => format!("; none {what}"),
            number => format!("; {number} {what} ({})", names(zones)),
        };
    }
    words + "."
}

fn row(compared: &Compared, plan: usize, change: &ZoneChange, all: bool) -> Vec<Cell> {
    let name = |plan: usize, zone: Option<ZoneId>| {
        Cell::text(
            zone.map_or("-".into(), |zone| shortened(compared.plans[plan].zone_name(zone), NAME_WIDTH)),
        )
    };
    let people = |plan: usize, zone: Option<ZoneId>| {
        let known =
            |zone: ZoneId| compared.plans[plan].measures[zone].population.map_or("?".into(), thousands);
        Cell::number(zone.map_or("-".to_owned(), known))
    };
    let units = |units: &[UnitId]| match (all, units.len()) {
        (false, number) => Cell::number(number.to_string()),
        (true, 0) => Cell::text("-"),
        (true, _) => {
            let names: Vec<&str> = units.iter().map(|&unit| compared.unit_name(unit)).collect();
            Cell::text(names.join(", "))
        }
    };
    vec![
        name(0, change.before),
        name(plan, change.after),
        people(0, change.before),
        people(plan, change.after),
        Cell::number(thousands(change.staying)),
        units(&change.joined),
        units(&change.left),
    ]
}
