use std::collections::BTreeMap;

use crate::InputProblem;
use crate::formats::csv_table::quoted;
use crate::scenario::scenario_file::LinkTable;
use crate::scenario::unit_references::References;
use zonewerk_core::territory::{Link, LinkChange, UnitId};

/// Declared adjacency.
pub(crate) fn links(
    units: &References<'_>,
    tables: &[LinkTable],
    problems: &mut Vec<InputProblem>,
) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    let mut first: BTreeMap<[UnitId; 2], usize> = BTreeMap::new();
    for (index, table) in tables.iter().enumerate() {
        let number = index + 1;
        let entry = format!("links[{number}]");
        let change = change(units, &entry, table, problems);
        let reason = units.text(&entry, "reason", &table.reason, problems);
        let Some(between) = between(units, &entry, &table.between, problems) else { continue };
        let other = *first.entry(between).or_insert(number);
        if other != number {
            let found = format!("the same two units as links[{other}]");
            problems.push(units.problem(
                "duplicate-link",
                &entry,
                "between",
                &found,
                "one link for two units",
            ));
        }
        let (author, date) = (table.author.clone(), table.date.clone());
        links.push(Link { between, change, reason, author, date });
    }
    links
}

fn change(
    units: &References<'_>,
    entry: &str,
    table: &LinkTable,
    problems: &mut Vec<InputProblem>,
) -> LinkChange {
    match table.change.as_deref() {
        None | Some("add") => LinkChange::Add,
        Some("remove") => LinkChange::Remove,
        Some(other) => {
            let expected = "\"add\" or \"remove\"";
            problems.push(units.problem("unknown-change", entry, "change", &quoted(other), expected));
            LinkChange::Add
        }
    }
}

/// The two units, ascending.
fn between(
    units: &References<'_>,
    entry: &str,
    codes: &[String],
    problems: &mut Vec<InputProblem>,
) -> Option<[UnitId; 2]> {
    let wrong = |code, found: &str, expected: &str| units.problem(code, entry, "between", found, expected);
    let [a, b] = codes else {
        let found = format!("a list of {}", codes.len());
        problems.push(wrong("wrong-link", &found, "two units"));
        return None;
    };
    let [a_unit, b_unit] = [a, b]
        .map(|code| units.find(code, problems, |expected| wrong("unknown-unit", &quoted(code), &expected)));
    let (a_unit, b_unit) = (a_unit?, b_unit?);
    if a_unit == b_unit {
        problems.push(wrong("link-to-itself", &quoted(a), "two different units"));
        return None;
    }
    Some([a_unit.min(b_unit), a_unit.max(b_unit)])
}
