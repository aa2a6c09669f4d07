use std::collections::{BTreeMap, BTreeSet};

use crate::formats::csv_table::{DelimitedRow, DelimitedTable, problem};
use crate::formats::text_excerpt::listed;
use crate::plan::plan_table::read_plan;
use crate::scenario::groups;
use crate::scenario::unit_references::References;
use crate::{InputPlace, InputProblem, InputProblems, keep};
use zonewerk_core::plan::Plan;
use zonewerk_core::territory::{GroupRow, GroupTable, Mixed, TableLayout, Territory};
use zonewerk_core::words::closest;

/// A plan or a table of groups, in the codes before the mergers of a territory.
#[derive(Clone, Debug)]
pub struct OldTable {
    /// The units that it speaks of.
    pub layout: TableLayout,
    /// What it says of them.
    pub content: TableContent,
}

/// What a table says of units.
#[derive(Clone, Debug)]
pub enum TableContent {
    /// Where they lie.
    Plan(Plan),
    /// In which groups they are.
    Groups(GroupTable),
}

/// Reads a plan (columns `unit` and `zone`) or a table of groups (`group` and `unit`) that
/// may be written in the codes before the mergers of the territory: for each merger the
/// codes before it, or the one after it.
///
/// # Errors
/// Everything that is wrong with the table, at once: what is wrong with any plan or table
/// of groups, and codes from before and after one merger together.
pub fn read_old_table(file: &str, bytes: &[u8], territory: &Territory) -> Result<OldTable, InputProblems> {
    let table = DelimitedTable::read(file, bytes)?;
    let is_plan = match ["zone", "group"].map(|column| table.find(column).is_some()) {
        [true, false] => true,
        [false, true] => false,
        both_or_neither => return Err(unknown_table(&table, both_or_neither[0]).into()),
    };
    let codes: BTreeSet<&str> = table
        .find("unit")
        .map_or_else(BTreeSet::new, |unit| table.rows().iter().map(|row| row.get(unit)).collect());
    let (layout, mixed) = TableLayout::of(&codes, territory);
    let mut problems = mixed_up(&table, table.rows(), &mixed);
    let content = if is_plan {
        keep(&mut problems, read_plan(file, bytes, &layout.units)).map(TableContent::Plan)
    } else {
        group_table(&table, &layout.units, &mut problems).map(TableContent::Groups)
    };
    problems.sort_by_key(|problem| match &problem.place {
        InputPlace::Line(line) => *line,
        _ => u64::MAX,
    });
    InputProblems::none_of(problems)?;
    let Some(content) = content else { unreachable!("what is missing was a problem") };
    Ok(OldTable { layout, content })
}

fn unknown_table(table: &DelimitedTable, both: bool) -> InputProblem {
    let header = || table.header().iter().map(String::as_str);
    let near = |name: &'static str| closest(name, header()).map(|near| format!(" (is it {near:?}?)"));
    let hint = near("zone").or_else(|| near("group")).filter(|_| !both).unwrap_or_default();
    let expected = format!("the columns unit and zone of a plan, or group and unit of groups{hint}");
    let found = format!("the columns {}", listed(table.header()));
    problem("unknown-table", table.file(), InputPlace::Line(1), &found, &expected)
}

/// A problem for each merger of which the table has codes from before and after it, where
/// the new one stands first.
pub(crate) fn mixed_up<'a>(
    table: &DelimitedTable,
    rows: impl IntoIterator<Item = &'a DelimitedRow>,
    mixed: &[Mixed],
) -> Vec<InputProblem> {
    let Some(unit) = table.find("unit") else { return Vec::new() };
    let mut first = BTreeMap::new();
    for row in rows {
        first.entry(row.get(unit)).or_insert(row);
    }
    let problem = |Mixed { new_code, old_code }: &Mixed| {
        let row = first.get(new_code.as_str())?;
        let line = first.get(old_code.as_str())?.line;
        let expected = format!(
            "codes from before the merger or the one after it, not both (line {line} has {old_code}, which merged \
             into {new_code})"
        );
        Some(table.field_problem("mixed-layouts", row, unit, expected))
    };
    mixed.iter().filter_map(problem).collect()
}

fn group_table(
    table: &DelimitedTable,
    units: &Territory,
    problems: &mut Vec<InputProblem>,
) -> Option<GroupTable> {
    let references = References { file: table.file(), territory: Some(units) };
    groups::members(table, &references, problems)?;
    let [group, unit] = keep(problems, table.columns(["group", "unit"]))?;
    let part = table.find("part");
    let other: Vec<usize> = (0..table.header().len())
        .filter(|&column| ![Some(group), Some(unit), part].contains(&Some(column)))
        .collect();
    let row = |row: &DelimitedRow| {
        let part = part.map(|part| row.get(part)).filter(|part| !part.is_empty());
        Some(GroupRow {
            group: row.get(group).to_owned(),
            unit: units.find(row.get(unit))?,
            part: part.map(str::to_owned),
            other: other.iter().map(|&column| row.get(column).to_owned()).collect(),
        })
    };
    Some(GroupTable {
        part_column: part.is_some(),
        other_columns: other.iter().map(|&column| table.header()[column].clone()).collect(),
        rows: table.rows().iter().filter_map(row).collect(),
    })
}
