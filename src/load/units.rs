use std::collections::BTreeMap;

use super::boundaries::read_boundaries;
use super::mergers::Layout;
use super::scenario_file::UnitsTable;
use super::source::Source;
use super::table::{Table, inhabitants};
use super::{InputProblem, keep};
use crate::territory::{Territory, Unit, UnitCode};
use crate::topology::Topology;

/// The units of a scenario, mergers carried out.
pub(super) struct Units {
    pub(super) layout: Layout,
    /// `None` when the map cannot be used.
    pub(super) topology: Option<Topology>,
}

/// Reads table, mergers and map of the units. A row that is wrong is a problem and stays
/// in the territory, so that what refers to its unit is not a problem too.
pub(super) fn read(source: &Source, units: &UnitsTable, problems: &mut Vec<InputProblem>) -> Option<Units> {
    let table = source.bytes(&units.attributes);
    let table = keep(problems, table.and_then(|bytes| Table::read(&units.attributes, &bytes)))?;
    let rows = keep(problems, table.columns([&units.key, &units.name, &units.population]));
    let old = territory(&table, rows?, problems)?;
    let codes: Vec<UnitCode> = old.units().values().map(|unit| unit.code.clone()).collect();
    let map = source.bytes(&units.boundaries);
    let map = map.and_then(|bytes| read_boundaries(&units.boundaries, &bytes, &units.key, &codes));
    let map = keep(problems, map);
    let layout = match &units.mergers {
        Some(file) => Layout::after_mergers(source, file, old, problems)?,
        None => Layout::unchanged(old),
    };
    let topology = map.map(|map| if layout.is_unchanged() { map } else { map.merged(&layout.sources) });
    Some(Units { layout, topology })
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
