use jiff::civil::Date;

use crate::formats::csv_table::{DelimitedTable, quoted};
use crate::profile::read_profile::date;
use crate::scenario::scenario_file::MergerTable;
use crate::scenario::unit_references::References;
use crate::scenario_source::Source;
use crate::units::mergers::{MERGER_COLUMNS, mergers};
use crate::{InputProblem, keep};
use zonewerk_core::territory::{MergerStatus, PlannedMerger};

/// The mergers that are still to come: each listed by itself, or a table of them with the
/// columns date, old, new, new_name.
pub(crate) fn planned_mergers(
    source: &Source,
    tables: &[MergerTable],
    units: &References<'_>,
    problems: &mut Vec<InputProblem>,
) -> Vec<PlannedMerger> {
    let mut planned = Vec::new();
    for (index, table) in tables.iter().enumerate() {
        let entry = format!("mergers[{}]", index + 1);
        let status = status(units, table.status.as_deref(), &entry, problems);
        match &table.file {
            Some(file) => {
                let beside = [("name", !table.name.is_empty()), ("units", !table.units.is_empty())];
                let beside = beside.into_iter().chain([("date", table.date.is_some())]);
                for (key, _) in beside.filter(|(_, is_there)| *is_there) {
                    let found = "a key beside a file";
                    let expected = "either a file, or a name with units and a date";
                    problems.push(units.problem("merger-and-file", &entry, key, found, expected));
                }
                planned.extend(of_table(source, file, status, units, problems));
            }
            None => {
                let name = units.text(&entry, "name", &table.name, problems);
                let members = units.units(&entry, &table.units, problems);
                if table.units.len() == 1 {
                    problems.push(units.problem(
                        "no-merger",
                        &entry,
                        "units",
                        "one unit",
                        "two units or more",
                    ));
                }
                let day = table.date.as_deref().and_then(|text| date(units, &entry, "date", text, problems));
                planned.push(PlannedMerger { name, units: members, status, date: day });
            }
        }
    }
    planned
}

fn status(
    units: &References<'_>,
    word: Option<&str>,
    entry: &str,
    problems: &mut Vec<InputProblem>,
) -> MergerStatus {
    match word {
        Some("decided") | None => MergerStatus::Decided,
        Some("expected") => MergerStatus::Expected,
        Some(other) => {
            let expected = "decided or expected";
            problems.push(units.problem("unknown-word", entry, "status", &quoted(other), expected));
            MergerStatus::Expected
        }
    }
}

fn of_table(
    source: &Source,
    file: &str,
    status: MergerStatus,
    units: &References<'_>,
    problems: &mut Vec<InputProblem>,
) -> Vec<PlannedMerger> {
    let table = keep(problems, source.bytes(file).and_then(|bytes| DelimitedTable::read(file, &bytes)));
    let Some(table) = table else { return Vec::new() };
    let (Some(columns), Some(territory)) = (keep(problems, table.columns(MERGER_COLUMNS)), units.territory)
    else {
        return Vec::new();
    };
    let [date, ..] = columns;
    for row in table.rows() {
        let text = row.get(date);
        if !text.is_empty() && text.parse::<Date>().is_err() {
            problems.push(table.field_problem("wrong-date", row, date, "a day such as 2025-01-01"));
        }
    }
    let known = mergers(&table, columns, territory, problems).into_iter().map(|merger| PlannedMerger {
        name: merger.new_name,
        units: merger.old_units.iter().filter_map(|unit| territory.find(unit.code.as_str())).collect(),
        status,
        date: merger.date.parse().ok(),
    });
    known.collect()
}
