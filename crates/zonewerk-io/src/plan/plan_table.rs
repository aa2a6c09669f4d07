use crate::formats::csv_table::{DelimitedTable, problem};
use crate::formats::text_excerpt::short;
use crate::plan::plan_rows::{PlanRow, PlanRows, RowField};
use crate::{InputPlace, InputProblem, InputProblems, keep};
use zonewerk_core::plan::Plan;
use zonewerk_core::territory::Territory;
use zonewerk_core::words::closest;

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
    let table = DelimitedTable::read(file, bytes)?;
    let mut problems = unknown_columns(&table);
    let columns = keep(&mut problems, table.columns(["unit", "zone"]));
    let Some([unit, zone]) = columns else {
        return Err(InputProblems::none_of(problems).expect_err("a column is missing"));
    };
    let optional = ["region", "part", "population"].map(|name| table.find(name));
    let mut rows = PlanRows::of(file, territory);
    for row in table.rows() {
        let field = |column: usize| RowField { name: &table.header()[column], text: row.get(column) };
        let [region, part, population] = optional.map(|column| column.map(field));
        let [unit, zone] = [unit, zone].map(field);
        let row = PlanRow { place: InputPlace::Line(row.line), unit, zone, region, part, population };
        rows.row(&row, &mut problems);
    }
    match rows.of_other_units(table.rows().iter().map(|row| row.get(unit))) {
        Some(whole) => {
            problems.retain(|problem| problem.code != whole.code);
            problems.push(whole);
        }
        None => problems.extend(rows.missing_units("unit", "row")),
    }
    InputProblems::none_of(problems)?;
    Ok(rows.plan())
}

/// What is wrong with a plan whatever the units are.
///
/// # Errors
/// When it is no table or has other columns than a plan.
pub(crate) fn check_columns(file: &str, bytes: &[u8]) -> Result<(), InputProblems> {
    let table = DelimitedTable::read(file, bytes)?;
    let mut problems = unknown_columns(&table);
    keep(&mut problems, table.columns(["unit", "zone"]));
    InputProblems::none_of(problems)
}

/// Columns that a plan does not have, apart from one that is meant for one that misses.
fn unknown_columns(table: &DelimitedTable) -> Vec<InputProblem> {
    let header = || table.header().iter().map(String::as_str);
    let missing = ["unit", "zone"].into_iter().filter(|name| table.find(name).is_none());
    let meant: Vec<&str> = missing.filter_map(|name| closest(name, header())).collect();
    let unknown = header().filter(|name| !COLUMNS.contains(name) && !meant.contains(name));
    let problem = |name| {
        let hint = closest(name, COLUMNS).map(|near| format!(" (is it {near:?}?)")).unwrap_or_default();
        let expected = format!("only the columns {}{hint}", COLUMNS.join(", "));
        problem(
            "unknown-column",
            table.file(),
            InputPlace::Line(1),
            &format!("the column {:?}", short(name)),
            &expected,
        )
    };
    unknown.map(problem).collect()
}
