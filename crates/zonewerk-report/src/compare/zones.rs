use super::{Compared, letter};
use crate::document::{Block, Cell, Table};
use crate::text::shortened;
use zonewerk_core::compare::{ZoneChange, zone_changes};
use zonewerk_core::territory::{UnitId, ZoneId};
use zonewerk_core::words::{listed, number, say};

const NAME_WIDTH: usize = 22;

/// What becomes of the zones of the first plan in another one.
pub(super) fn zones(compared: &Compared, plan: usize, all: bool) -> Vec<Block> {
    let Some(moves) = compared.comparison.between(0, plan) else { return Vec::new() };
    let changes = zone_changes(&moves.matching);
    let language = compared.language;
    let title = say!(language, "compare-heading-zones", from = letter(0), to = letter(plan));
    let mut blocks = vec![Block::Heading(2, title), Block::List(overview(compared, plan, &changes))];
    let changed: Vec<&ZoneChange> = changes.iter().filter(|change| !change.is_unchanged()).collect();
    if changed.is_empty() {
        return blocks;
    }
    let mut header = vec![
        Cell::text(say!(language, "compare-column-zone", plan = letter(0))),
        Cell::text(say!(language, "compare-column-zone", plan = letter(plan))),
        Cell::number(say!(language, "compare-column-before")),
        Cell::number(say!(language, "compare-column-after")),
        Cell::number(say!(language, "compare-column-stay")),
    ];
    let units = [say!(language, "compare-column-joined"), say!(language, "compare-column-left")];
    header.extend(units.map(if all { Cell::text } else { Cell::number }));
    let rows = changed.into_iter().map(|change| row(compared, plan, change, all)).collect();
    blocks.push(Block::Table(Table { header, rows }));
    blocks
}

fn overview(compared: &Compared, plan: usize, changes: &[ZoneChange]) -> Vec<String> {
    let language = compared.language;
    let names = |zones: &[(usize, ZoneId)]| {
        let names: Vec<&str> =
            zones.iter().map(|&(plan, zone)| compared.plans[plan].zone_name(zone)).collect();
        listed(language, &names, usize::MAX)
    };
    let vanished = changes.iter().filter(|change| change.after.is_none());
    let vanished: Vec<(usize, ZoneId)> = vanished.filter_map(|change| Some((0, change.before?))).collect();
    let new = changes.iter().filter(|change| change.before.is_none());
    let new: Vec<(usize, ZoneId)> = new.filter_map(|change| Some((plan, change.after?))).collect();
    let unchanged = changes.iter().filter(|change| change.is_unchanged()).count();
    let continued = changes.len() - vanished.len() - new.len();
    let mut said = vec![say!(language, "compare-zones-continued", zones = continued, unchanged = unchanged)];
    if !vanished.is_empty() {
        said.push(say!(language, "zones-gone", zones = vanished.len(), names = names(&vanished)));
    }
    if !new.is_empty() {
        said.push(say!(language, "zones-new", zones = new.len(), names = names(&new)));
    }
    said
}

fn row(compared: &Compared, plan: usize, change: &ZoneChange, all: bool) -> Vec<Cell> {
    let language = compared.language;
    let name = |plan: usize, zone: Option<ZoneId>| {
        Cell::text(
            zone.map_or("-".into(), |zone| shortened(compared.plans[plan].zone_name(zone), NAME_WIDTH)),
        )
    };
    let people = |plan: usize, zone: Option<ZoneId>| {
        let known = |zone: ZoneId| {
            let people = compared.plans[plan].measures[zone].population;
            people.map_or("?".to_owned(), |people| number(language, people))
        };
        Cell::number(zone.map_or("-".to_owned(), known))
    };
    let units = |units: &[UnitId]| match (all, units.len()) {
        (false, units) => Cell::number(number(language, units as u64)),
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
        Cell::number(number(language, change.staying)),
        units(&change.joined),
        units(&change.left),
    ]
}
