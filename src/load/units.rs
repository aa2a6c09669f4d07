use std::collections::BTreeMap;

use super::boundaries::{read_boundaries, read_codes};
use super::mergers::Layout;
use super::references::References;
use super::scenario_file::UnitsTable;
use super::source::Source;
use super::table::{Table, inhabitants};
use super::{InputProblem, keep};
use crate::territory::{Territory, Unit, UnitCode};
use crate::topology::Topology;

/// The units of a scenario, mergers carried out.
pub(super) struct Units {
    /// `None` when it cannot be told what the units are.
    pub(super) layout: Option<Layout>,
    /// `None` when the map cannot be used.
    pub(super) topology: Option<Topology>,
}

/// Reads table, mergers and map of the units. A row that is wrong is a problem and stays
/// in the territory, so that what refers to its unit is not a problem too.
pub(super) fn read(
    source: &Source,
    units: &UnitsTable,
    scenario: &References<'_>,
    problems: &mut Vec<InputProblem>,
) -> Units {
    let mut name = |field, name, what| scenario.name("units", field, name, what, problems);
    let boundaries = name("boundaries", &units.boundaries, "the map of the units");
    let attributes = name("attributes", &units.attributes, "the table of the units");
    let key = name("key", &units.key, "the column with the unit code");
    let title = name("name", &units.name, "the column with the name");
    let population = name("population", &units.population, "the column with the inhabitants");
    let mergers = units.mergers.as_ref().map(|file| name("mergers", file, "the table of mergers"));

    let table = attributes.and_then(|file| {
        let bytes = source.bytes(file);
        keep(problems, bytes.and_then(|bytes| Table::read(file, &bytes)))
    });
    let old = table.and_then(|table| {
        let wanted = [key, title, population];
        let columns = wanted.map(|name| name.and_then(|name| keep(problems, table.column(name))));
        let [Some(key), Some(name), Some(population)] = columns else { return None };
        territory(&table, [key, name, population], problems)
    });
    let map = boundaries.zip(key).and_then(|(file, key)| map(source, file, key, old.as_ref(), problems));
    let layout = match mergers {
        None => old.map(Layout::unchanged),
        Some(file) => file.and_then(|file| Layout::after_mergers(source, file, old, problems)),
    };
    let topology = layout.as_ref().zip(map).map(|(layout, map)| match layout.is_unchanged() {
        true => map,
        false => map.merged(&layout.sources),
    });
    Units { layout, topology }
}

/// The shapes of the units; where these are not known, the map is only checked by itself.
fn map(
    source: &Source,
    file: &str,
    key: &str,
    units: Option<&Territory>,
    problems: &mut Vec<InputProblem>,
) -> Option<Topology> {
    let bytes = keep(problems, source.bytes(file))?;
    let Some(units) = units else {
        keep(problems, read_codes(file, &bytes, key));
        return None;
    };
    let codes: Vec<UnitCode> = units.units().values().map(|unit| unit.code.clone()).collect();
    keep(problems, read_boundaries(file, &bytes, key, &codes))
}

fn territory(table: &Table, columns: [usize; 3], problems: &mut Vec<InputProblem>) -> Option<Territory> {
    let [key, name, population] = columns;
    let mut line_of: BTreeMap<UnitCode, u64> = BTreeMap::new();
    let mut units = Vec::new();
    for row in table.rows() {
        let code = UnitCode::new(row.get(key));
        if code.as_str().is_empty() {
            problems.push(table.field_problem("blank-code", row, key, "a unit code"));
            continue;
        }
        if row.get(name).is_empty() {
            problems.push(table.field_problem("blank-name", row, name, "the name of the unit"));
        }
        let people = inhabitants(row.get(population)).unwrap_or_else(|code| {
            problems.push(table.field_problem(
                code,
                row,
                population,
                "a whole number of inhabitants, 0 or more",
            ));
            0
        });
        if let Some(line) = line_of.get(&code) {
            let expected = format!("each unit once (line {line} has it too)");
            problems.push(table.field_problem("duplicate-unit", row, key, expected));
            continue;
        }
        line_of.insert(code.clone(), row.line);
        units.push(Unit { code, name: row.get(name).to_owned(), population: people });
    }
    if units.is_empty() {
        problems.push(table.problem("empty-table", "no rows", "a row for each unit"));
        return None;
    }
    Some(Territory::new(units).expect("each code was taken once"))
}
