use std::collections::{BTreeMap, BTreeSet};

use crate::formats::csv_table::{DelimitedRow, DelimitedTable};
use crate::scenario::unit_references::expected_unit;
use crate::scenario_source::Source;
use crate::{InputProblem, keep};
use zonewerk_core::territory::{IdVec, Merger, Territory, Unit, UnitCode, UnitId};

/// The columns of a table of mergers.
pub(crate) const MERGER_COLUMNS: [&str; 4] = ["date", "old", "new", "new_name"];

/// A layout of units with where each comes from.
pub(crate) struct Layout {
    pub(crate) territory: Territory,
    /// Per unit, the units of the old layout that form it.
    pub(crate) sources: IdVec<UnitId, Vec<UnitId>>,
}

impl Layout {
    /// The same units.
    pub(crate) fn unchanged(territory: Territory) -> Self {
        let sources = territory.units().ids().map(|unit| vec![unit]).collect();
        Self { territory, sources }
    }

    /// Whether every unit is an old one.
    pub(crate) fn is_unchanged(&self) -> bool {
        self.territory.mergers.is_empty()
    }

    /// The units after the mergers of a table with the columns date, old, new, new_name;
    /// `None` when the table cannot be used, or there are no units.
    pub(crate) fn after_mergers(
        source: &Source,
        file: &str,
        old: Option<Territory>,
        problems: &mut Vec<InputProblem>,
    ) -> Option<Self> {
        let table = source.bytes(file);
        let table = keep(problems, table.and_then(|bytes| DelimitedTable::read(file, &bytes)))?;
        let columns = keep(problems, table.columns(MERGER_COLUMNS))?;
        let old = old?;
        let before = problems.len();
        let mergers = mergers(&table, columns, &old, problems);
        (problems.len() == before).then(|| Self::merge(old, mergers))
    }

    fn merge(old: Territory, mergers: Vec<Merger>) -> Self {
        let mut units: BTreeMap<UnitCode, (Unit, Vec<UnitId>)> =
            old.units().iter().map(|(id, unit)| (unit.code.clone(), (unit.clone(), vec![id]))).collect();
        for merger in &mergers {
            let parts: Vec<(Unit, Vec<UnitId>)> =
                merger.old_units.iter().filter_map(|old| units.remove(&old.code)).collect();
            let population = parts.iter().map(|(unit, _)| unit.population).sum();
            let mut sources: Vec<UnitId> = parts.into_iter().flat_map(|(_, sources)| sources).collect();
            sources.sort_unstable();
            let code = merger.new_code.clone();
            let unit = Unit { code: code.clone(), name: merger.new_name.clone(), population };
            units.insert(code, (unit, sources));
        }
        let (units, sources): (Vec<Unit>, Vec<Vec<UnitId>>) = units.into_values().unzip();
        let mut territory = Territory::new(units).expect("codes are keys of a map");
        territory.other_names = other_names(&old, &territory, &sources);
        territory.mergers = mergers;
        Self { territory, sources: sources.into() }
    }
}

/// The other names of the units after mergers: those of the units they were made of that carry
/// the same code or the same name.
fn other_names(old: &Territory, new: &Territory, sources: &[Vec<UnitId>]) -> BTreeMap<UnitId, Vec<String>> {
    let of_unit = |(id, sources): (UnitId, &Vec<UnitId>)| {
        let unit = new.unit(id);
        let is_same = |old: &Unit| old.code == unit.code || old.name == unit.name;
        let names = sources.iter().filter(|&&source| is_same(old.unit(source)));
        let names = names.filter_map(|source| old.other_names.get(source)).flatten();
        let names: BTreeSet<&String> = names.filter(|&name| *name != unit.name).collect();
        (!names.is_empty()).then(|| (id, names.into_iter().cloned().collect()))
    };
    new.units().ids().zip(sources).filter_map(of_unit).collect()
}

/// The mergers of a table, by new code.
pub(crate) fn mergers(
    table: &DelimitedTable,
    columns: [usize; 4],
    old: &Territory,
    problems: &mut Vec<InputProblem>,
) -> Vec<Merger> {
    let [date, old_column, new, name] = columns;
    let mut by_new: BTreeMap<&str, Vec<&DelimitedRow>> = BTreeMap::new();
    let mut taken: BTreeMap<&str, u64> = BTreeMap::new();
    for row in table.rows() {
        let code = row.get(old_column);
        if old.find(code).is_none() {
            let expected = expected_unit(old, code, problems.len());
            problems.push(table.field_problem("unknown-unit", row, old_column, expected));
        } else if let Some(line) = taken.insert(code, row.line) {
            let expected = format!("each unit in one merger (line {line} has it too)");
            problems.push(table.field_problem("unit-merged-twice", row, old_column, expected));
        }
        for (column, expected) in
            [(new, "the code of the resulting unit"), (name, "its name"), (date, "a date")]
        {
            if row.get(column).is_empty() {
                problems.push(table.field_problem("blank-field", row, column, expected));
            }
        }
        if !row.get(new).is_empty() {
            by_new.entry(row.get(new)).or_default().push(row);
        }
    }
    // A unit that takes in others need not be listed as merging into itself.
    let absorbing = |code: &str, rows: &[&DelimitedRow]| {
        old.find(code).is_some() && !rows.iter().any(|row| row.get(old_column) == code)
    };
    for (code, rows) in &by_new {
        let first = rows[0];
        for row in &rows[1..] {
            for column in [name, date] {
                if row.get(column) != first.get(column) && !row.get(column).is_empty() {
                    let expected = format!("{:?} as in line {}", first.get(column), first.line);
                    problems.push(table.field_problem("merger-differs", row, column, expected));
                }
            }
        }
        let absorbs = absorbing(code, rows);
        if let (true, Some(line)) = (absorbs, taken.get(code)) {
            let expected =
                format!("a unit that stays, or a new code (line {line} merges {code} into another)");
            problems.push(table.field_problem("code-in-use", first, new, expected));
        }
        if rows.len() < 2 && !absorbs {
            problems.push(table.field_problem(
                "merger-of-one",
                first,
                new,
                "two units or more with this new code",
            ));
        }
    }
    let merger = |(code, rows): (&str, Vec<&DelimitedRow>)| {
        let mut merged: BTreeSet<UnitId> =
            rows.iter().filter_map(|row| old.find(row.get(old_column))).collect();
        if absorbing(code, &rows) {
            merged.extend(old.find(code));
        }
        Merger {
            date: rows[0].get(date).to_owned(),
            new_code: UnitCode::new(code),
            new_name: rows[0].get(name).to_owned(),
            old_units: merged.into_iter().map(|unit| old.unit(unit).clone()).collect(),
        }
    };
    by_new.into_iter().map(merger).collect()
}
