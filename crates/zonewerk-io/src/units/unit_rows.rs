//! The table beside a map: a row for each unit.

use std::collections::{BTreeMap, BTreeSet};

use crate::formats::csv_table::{DelimitedRow, DelimitedTable, inhabitants};
use crate::{InputProblem, InputProblems, keep};
use zonewerk_core::territory::UnitCode;

/// A row of the table.
pub(crate) struct UnitRow {
    /// Place among the rows of the table.
    pub(crate) row: usize,
    pub(crate) name: String,
    /// `None` where it is not asked for, or wrong and told.
    pub(crate) population: Option<u64>,
}

pub(crate) const INHABITANTS: &str = "a whole number of inhabitants, 0 to 100,000,000,000";

/// The units of a table.
pub(crate) struct UnitRows {
    /// Those that are meant.
    pub(crate) units: BTreeMap<UnitCode, UnitRow>,
    /// Those with nothing but rows that are not meant.
    pub(crate) left_out: BTreeSet<UnitCode>,
}

/// The units of a table of which the rows are meant that `is_meant` says, each once. A row
/// that is wrong is a problem and stays a unit, so that what refers to it is not a problem
/// too.
pub(crate) fn unit_rows(
    table: &DelimitedTable,
    [key, name, population]: [Option<&str>; 3],
    is_meant: impl Fn(&DelimitedRow) -> bool,
    problems: &mut Vec<InputProblem>,
) -> Option<UnitRows> {
    let mut column = |name: Option<&str>| -> Option<Option<usize>> {
        name.map(|name| keep(problems, table.column(name))).map_or(Some(None), |found| found.map(Some))
    };
    let columns = [column(key), column(name), column(population)];
    let [Some(Some(key)), Some(name), Some(population)] = columns else { return None };
    let mut units: BTreeMap<UnitCode, UnitRow> = BTreeMap::new();
    let mut left_out: BTreeSet<UnitCode> = BTreeSet::new();
    for (place, row) in table.rows().iter().enumerate() {
        let code = UnitCode::new(row.get(key));
        if !is_meant(row) {
            left_out.insert(code);
            continue;
        }
        if code.as_str().is_empty() {
            problems.push(table.field_problem("blank-code", row, key, "a unit code"));
            continue;
        }
        if let Some(name) = name.filter(|&name| row.get(name).is_empty()) {
            problems.push(table.field_problem("blank-name", row, name, "the name of the unit"));
        }
        let people = population.and_then(|population| {
            let wrong = |code| table.field_problem(code, row, population, INHABITANTS);
            let counted = inhabitants(row.get(population)).map_err(|code| InputProblems::from(wrong(code)));
            keep(problems, counted)
        });
        if let Some(other) = units.get(&code) {
            let line = table.rows()[other.row].line;
            let expected = format!("each unit once (line {line} has it too)");
            problems.push(table.field_problem("duplicate-unit", row, key, expected));
            continue;
        }
        let name = name.map_or(code.as_str(), |name| row.get(name)).to_owned();
        units.insert(code, UnitRow { row: place, name, population: people });
    }
    if units.is_empty() {
        problems.push(table.problem("empty-table", "no rows", "a row for each unit"));
        return None;
    }
    left_out.retain(|code| !units.contains_key(code));
    Some(UnitRows { units, left_out })
}
