use std::collections::{BTreeMap, BTreeSet};

use super::references::expected_unit;
use super::suggest::closest;
use super::table::{Row, Table, inhabitants, problem};
use super::{InputProblem, InputProblems, Place, keep};
use crate::plan::{Holding, Plan, UnitPart, Zone};
use crate::territory::{Id, IdVec, Territory, UnitId, ZoneId};

/// The columns of a plan; only the first two must be there.
const COLUMNS: [&str; 5] = ["unit", "zone", "region", "part", "population"];

/// Reads a plan: a CSV table with the columns `unit` and `zone`, and optionally `region`,
/// `part` and `population`.
///
/// Every unit of the territory has a row; a blank zone says that it lies in none. A unit
/// that is divided has a row for each part, named in `part`, with its inhabitants in
/// `population` where known. Zones are numbered by name, so the order of rows is free.
///
/// # Errors
/// Everything that is wrong with the table, at once: unknown, duplicate and missing
/// units, wrong columns, wrong populations, a zone in two regions.
pub fn read_plan(file: &str, bytes: &[u8], territory: &Territory) -> Result<Plan, InputProblems> {
    let table = Table::read(file, bytes)?;
    let mut problems = unknown_columns(&table);
    let columns = keep(&mut problems, table.columns(["unit", "zone"]));
    let Some([unit, zone]) = columns else {
        return Err(InputProblems::none_of(problems).expect_err("a column is missing"));
    };
    let [region, part, population] = ["region", "part", "population"].map(|name| table.find(name));
    let mut reader = PlanReader {
        table: &table,
        territory,
        columns: [unit, zone],
        zones: BTreeMap::new(),
        rows: BTreeMap::new(),
    };
    for row in table.rows() {
        let optional = [region, part, population];
        reader.row(row, optional, &mut problems);
    }
    problems.extend(reader.missing_units());
    InputProblems::none_of(problems)?;
    Ok(reader.plan())
}

/// What is wrong with a plan whatever the units are.
///
/// # Errors
/// When it is no table or has other columns than a plan.
pub(super) fn check_columns(file: &str, bytes: &[u8]) -> Result<(), InputProblems> {
    let table = Table::read(file, bytes)?;
    let mut problems = unknown_columns(&table);
    keep(&mut problems, table.columns(["unit", "zone"]));
    InputProblems::none_of(problems)
}

/// Columns that a plan does not have, apart from one that is meant for one that misses.
fn unknown_columns(table: &Table) -> Vec<InputProblem> {
    let header = || table.header().iter().map(String::as_str);
    let missing = ["unit", "zone"].into_iter().filter(|name| table.find(name).is_none());
    let meant: Vec<&str> = missing.filter_map(|name| closest(name, header())).collect();
    let unknown = header().filter(|name| !COLUMNS.contains(name) && !meant.contains(name));
    let problem = |name| {
        let hint = closest(name, COLUMNS).map(|near| format!(" (is it {near:?}?)")).unwrap_or_default();
        let expected = format!("only the columns {}{hint}", COLUMNS.join(", "));
        problem("unknown-column", table.file(), Place::Line(1), &format!("the column {name:?}"), &expected)
    };
    unknown.map(problem).collect()
}

struct PlanReader<'a> {
    table: &'a Table,
    territory: &'a Territory,
    columns: [usize; 2],
    /// Regions of each zone, or none, each with the line that named it first.
    zones: BTreeMap<String, BTreeMap<Option<String>, u64>>,
    rows: BTreeMap<UnitId, Vec<Assignment>>,
}

struct Assignment {
    line: u64,
    zone: Option<String>,
    part: Option<String>,
    population: Option<u64>,
}

impl PlanReader<'_> {
    fn row(&mut self, row: &Row, optional: [Option<usize>; 3], problems: &mut Vec<InputProblem>) {
        let [unit_column, zone_column] = self.columns;
        let [region, part, population] = optional;
        let table = self.table;
        let text =
            |column: Option<usize>| column.map(|column| row.get(column)).filter(|text| !text.is_empty());
        let zone = text(Some(zone_column)).map(str::to_owned);
        if let Some(name) = &zone {
            let region_of_row = text(region).map(str::to_owned);
            let regions = self.zones.entry(name.clone()).or_default();
            let line = *regions.entry(region_of_row.clone()).or_insert(row.line);
            let blank = regions.get(&None).copied();
            let other = regions.iter().find_map(|(region, line)| Some((region.as_ref()?, *line)));
            if let (Some(_), Some((other, other_line))) = (blank, other)
                && line == row.line
            {
                let expected = match region_of_row {
                    None => format!("a region, such as {other:?} in line {other_line}, for zone {name:?}"),
                    Some(_) => format!("no region as in line {}, for zone {name:?}", blank.unwrap_or(line)),
                };
                let column = region.unwrap_or(zone_column);
                problems.push(table.field_problem("zone-partly-in-region", row, column, expected));
            }
        }
        let people = text(population).map(inhabitants);
        if let (Some(Err(code)), Some(column)) = (people, population) {
            problems.push(table.field_problem(code, row, column, "a whole number of inhabitants, 0 or more"));
        }
        let Some(unit) = self.territory.find(row.get(unit_column)) else {
            let expected = expected_unit(self.territory, row.get(unit_column));
            problems.push(table.field_problem("unknown-unit", row, unit_column, expected));
            return;
        };
        let part = text(part).map(str::to_owned);
        if part.is_some() && zone.is_none() {
            problems.push(table.field_problem("part-without-zone", row, zone_column, "the zone of the part"));
        }
        if let (None, Some(_), Some(column)) = (&part, people, population) {
            let expected = "nothing: only parts of units have inhabitants of their own here";
            problems.push(table.field_problem("population-without-part", row, column, expected));
        }
        let others = self.rows.entry(unit).or_default();
        if let Some(other) =
            others.iter().find(|other| other.part == part || part.is_none() || other.part.is_none())
        {
            let expected = format!(
                "one row for each unit (line {} has it too), or parts with different names",
                other.line
            );
            problems.push(table.field_problem("duplicate-unit", row, unit_column, expected));
        }
        others.push(Assignment { line: row.line, zone, part, population: people.and_then(Result::ok) });
    }

    fn missing_units(&self) -> Vec<InputProblem> {
        let missing = self.territory.units().iter().filter(|(id, _)| !self.rows.contains_key(id));
        let missing = missing.map(|(_, unit)| {
            let found = format!("no row for unit {} ({})", unit.code, unit.name);
            let expected = "a row for every unit of the territory; a blank zone where it lies in none";
            InputProblem {
                field: Some("unit".to_owned()),
                ..problem("missing-unit", self.table.file(), Place::File, &found, expected)
            }
        });
        missing.collect()
    }

    fn plan(self) -> Plan {
        let names: BTreeSet<&String> = self.zones.keys().collect();
        let number: BTreeMap<&String, ZoneId> =
            names.into_iter().enumerate().map(|(index, name)| (name, Id::new(index))).collect();
        let mut holdings = IdVec::filled(Holding::Unassigned, self.territory.units().len());
        for (unit, assignments) in &self.rows {
            let mut parts = Vec::new();
            for assignment in assignments {
                let Some(zone) = assignment.zone.as_ref().map(|name| number[name]) else { continue };
                match &assignment.part {
                    None => holdings[*unit] = Holding::Whole(zone),
                    Some(name) => {
                        parts.push(UnitPart { name: name.clone(), population: assignment.population, zone })
                    }
                }
            }
            if !parts.is_empty() {
                parts.sort_by(|a, b| a.name.cmp(&b.name));
                holdings[*unit] = Holding::Parts(parts);
            }
        }
        let zones = self.zones.iter().map(|(name, regions)| Zone {
            name: name.clone(),
            regions: regions.keys().flatten().cloned().collect(),
        });
        Plan { zones: zones.collect(), holdings, date: None }
    }
}
