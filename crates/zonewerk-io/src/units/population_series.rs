use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::formats::csv_table::{DelimitedRow, DelimitedTable, inhabitants, problem};
use crate::plan::old_table::mixed_up;
use crate::scenario::unit_references::expected_unit;
use crate::units::unit_rows::INHABITANTS;
use crate::{InputPlace, InputProblem, InputProblems};
use zonewerk_core::territory::{
    CodeReading, IdVec, PopulationSeries, SummedMerger, TableLayout, Territory, UnitCode,
};

const DATE: &str = "a day such as 2031-01-01, or a year such as 2031 for its first day";

/// Rows that miss, of all units at all dates, before no further date is looked at: there may be as
/// many dates as rows, and each is a look at all units.
const MOST_MISSING: usize = 100_000;

/// Reads the inhabitants of units at several dates: a CSV table with the columns `unit`,
/// `date` and `population`, a row for each unit at each date, in any order. Other columns
/// are left alone. A year alone stands for its first day.
///
/// At each date the table may be written in the codes before the mergers of the territory:
/// the rows of units that merged are summed, and the series says so.
///
/// # Errors
/// Everything that is wrong with the table, at once: unknown units, units twice or nowhere
/// at a date, wrong dates and populations, codes from before and after one merger together.
pub fn read_population_series(
    file: &str,
    bytes: &[u8],
    territory: &Territory,
) -> Result<PopulationSeries, InputProblems> {
    let table = DelimitedTable::read(file, bytes)?;
    let [unit, date, population] = table.columns(["unit", "date", "population"])?;
    if table.rows().is_empty() {
        return Err(table.problem("empty-table", "no rows", "a row for each unit at each date").into());
    }
    let mut problems = Vec::new();
    let mut rows = SeriesRows { table: &table, unit, by_date: BTreeMap::new(), undated: BTreeSet::new() };
    for row in table.rows() {
        let people = inhabitants(row.get(population));
        if let Err(code) = people {
            problems.push(table.field_problem(code, row, population, INHABITANTS));
        }
        match day(row.get(date)) {
            Some(day) => rows.take(day, row, people.unwrap_or(0), &mut problems),
            None => {
                problems.push(table.field_problem("wrong-date", row, date, DATE));
                rows.undated.insert(row.get(unit));
            }
        }
    }
    let series = rows.series(territory, &mut problems);
    problems.sort_by_key(|problem| match &problem.place {
        InputPlace::Line(line) => *line,
        _ => u64::MAX,
    });
    InputProblems::none_of(problems)?;
    Ok(series)
}

/// The day that is meant by `2031-01-01` or `2031`.
fn day(text: &str) -> Option<Date> {
    let number = |digits: &str, length: usize| -> Option<i16> {
        let is_number = digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| digits.parse().ok()).flatten()
    };
    let parts: Vec<&str> = text.split('-').collect();
    match parts[..] {
        [year] => Date::new(number(year, 4)?, 1, 1).ok(),
        [year, month, day] => {
            let [month, day] = [number(month, 2)?, number(day, 2)?].map(i8::try_from);
            Date::new(number(year, 4)?, month.ok()?, day.ok()?).ok()
        }
        _ => None,
    }
}

/// The rows of a table, by date and code.
struct SeriesRows<'a> {
    table: &'a DelimitedTable,
    unit: usize,
    by_date: BTreeMap<Date, BTreeMap<&'a str, (&'a DelimitedRow, u64)>>,
    /// Codes in rows without a date that can be read: that they are missing is no news.
    undated: BTreeSet<&'a str>,
}

impl<'a> SeriesRows<'a> {
    fn take(&mut self, day: Date, row: &'a DelimitedRow, people: u64, problems: &mut Vec<InputProblem>) {
        match self.by_date.entry(day).or_default().entry(row.get(self.unit)) {
            Entry::Vacant(entry) => {
                entry.insert((row, people));
            }
            Entry::Occupied(entry) => {
                let line = entry.get().0.line;
                let expected = format!("each unit once at {day} (line {line} has it too)");
                problems.push(self.table.field_problem("duplicate-unit", row, self.unit, expected));
            }
        }
    }

    fn series(&self, territory: &Territory, problems: &mut Vec<InputProblem>) -> PopulationSeries {
        let mut series = PopulationSeries::default();
        let mut summed: BTreeMap<usize, Vec<Date>> = BTreeMap::new();
        let mut as_new: BTreeMap<UnitCode, (CodeReading, Vec<Date>)> = BTreeMap::new();
        let mut missing: BTreeMap<UnitCode, (String, Vec<Date>)> = BTreeMap::new();
        let mut expected: BTreeMap<&str, String> = BTreeMap::new();
        let mut lacking = 0;
        for (&day, rows) in &self.by_date {
            if lacking > MOST_MISSING {
                let found = format!("{} dates, most of them without rows for most units", self.by_date.len());
                let expected = "a row for every unit of the territory at each date";
                problems.push(self.table.problem("missing-units", &found, expected));
                break;
            }
            let (layout, mixed) = TableLayout::of(&rows.keys().copied().collect(), territory);
            problems.extend(mixed_up(self.table, rows.values().map(|(row, _)| *row), &mixed));
            let mut counts = IdVec::filled(0_u64, territory.units().len());
            for (&code, &(row, people)) in rows {
                if let Some(unit) = layout.units.find(code) {
                    counts[layout.targets[unit]] += people;
                    continue;
                }
                let before = expected.len();
                let meant = expected.entry(code).or_insert_with(|| expected_unit(territory, code, before));
                problems.push(self.table.field_problem("unknown-unit", row, self.unit, meant.as_str()));
            }
            for unit in layout.units.units().values() {
                let code = unit.code.as_str();
                if !rows.contains_key(code) && !self.undated.contains(code) {
                    let (_, days) =
                        missing.entry(unit.code.clone()).or_insert_with(|| (unit.name.clone(), Vec::new()));
                    days.push(day);
                    lacking += 1;
                }
            }
            layout.pending.iter().for_each(|&merger| summed.entry(merger).or_default().push(day));
            for reading in layout.readings.into_iter().filter(|reading| !reading.is_old) {
                as_new.entry(reading.code.clone()).or_insert((reading, Vec::new())).1.push(day);
            }
            series.counts.insert(day, counts);
        }
        problems.extend(missing.iter().map(|(code, (name, days))| self.missing(code, name, days)));
        if !summed.is_empty() {
            series.read_as_new = as_new.into_values().collect();
        }
        series.summed = summed.into_iter().map(|(merger, dates)| SummedMerger { merger, dates }).collect();
        series
    }

    fn missing(&self, code: &UnitCode, name: &str, days: &[Date]) -> InputProblem {
        let shown: Vec<String> = days.iter().take(3).map(Date::to_string).collect();
        let more = match days.len() - shown.len() {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let found = format!("no row for unit {code} ({name}) at {}{more}", shown.join(", "));
        let expected = "a row for every unit of the territory at each date";
        InputProblem {
            field: Some("unit".to_owned()),
            ..problem("missing-unit", self.table.file(), InputPlace::File, &found, expected)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use zonewerk_core::territory::{Merger, Unit};

    fn unit(code: &str, name: &str, population: u64) -> Unit {
        Unit { code: UnitCode::new(code), name: name.to_owned(), population }
    }

    /// Bergen was made of Berg, whose code it keeps, and Bos; Dorp of Akker and Beek.
    fn territory() -> Territory {
        let units = vec![unit("b1", "Bergen", 100), unit("c1", "Kamp", 5), unit("d1", "Dorp", 70)];
        let mut territory = Territory::new(units).unwrap();
        let merger = |new: [&str; 2], old_units: Vec<Unit>| Merger {
            date: "2025-01-01".to_owned(),
            new_code: UnitCode::new(new[0]),
            new_name: new[1].to_owned(),
            old_units,
        };
        territory.mergers = vec![
            merger(["b1", "Bergen"], vec![unit("b1", "Berg", 60), unit("b2", "Bos", 40)]),
            merger(["d1", "Dorp"], vec![unit("a1", "Akker", 50), unit("a2", "Beek", 20)]),
        ];
        territory
    }

    fn read(rows: &str) -> Result<PopulationSeries, String> {
        let text = format!("unit,date,population\n{rows}");
        read_population_series("p.csv", text.as_bytes(), &territory()).map_err(|wrong| wrong.to_string())
    }

    fn counts(series: &PopulationSeries) -> Vec<(String, Vec<u64>)> {
        series
            .counts
            .iter()
            .map(|(day, counts)| (day.to_string(), counts.values().copied().collect()))
            .collect()
    }

    #[test]
    fn a_year_alone_is_its_first_day_and_the_order_of_rows_is_free() {
        let series = read(
            "d1,2031,7\nb1,2026-07-01,1\nc1,2031-01-01,8\nc1,2026-07-01,2\nd1,2026-07-01,3\nb1,2031,9\n",
        );
        let series = series.unwrap();
        let expected = [("2026-07-01", vec![1, 2, 3]), ("2031-01-01", vec![9, 8, 7])];
        assert_eq!(counts(&series), expected.map(|(day, counts)| (day.to_owned(), counts)));
        assert!(series.summed.is_empty() && series.read_as_new.is_empty());
    }

    #[test]
    fn rows_from_before_a_merger_are_summed_date_by_date() {
        let old = "a1,2020,10\na2,2020,20\nb1,2020,30\nb2,2020,40\nc1,2020,50\n";
        let half = "a1,2023,11\na2,2023,21\nb1,2023,71\nc1,2023,51\n";
        let series = read(&format!("{old}{half}b1,2026,72\nc1,2026,52\nd1,2026,32\n")).unwrap();
        let people: Vec<Vec<u64>> = counts(&series).into_iter().map(|(_, counts)| counts).collect();
        assert_eq!(people, [[70, 50, 30], [71, 51, 32], [72, 52, 32]]);
        let [d2020, d2023, d2026] = [2020, 2023, 2026].map(|year| date(year, 1, 1));
        let summed = |merger, dates| SummedMerger { merger, dates };
        assert_eq!(series.summed, [summed(0, vec![d2020]), summed(1, vec![d2020, d2023])]);
        let [(reading, dates)] = &series.read_as_new[..] else { panic!("{:?}", series.read_as_new) };
        assert_eq!((reading.code.as_str(), &dates[..]), ("b1", &[d2023, d2026][..]));
    }

    #[test]
    fn dates_are_iso_days_or_years() {
        for text in [
            "2031-02-29",
            "31",
            "2031-1-1",
            "01/01/2031",
            "20310101",
            "2031-01",
            "+2031",
            "-2031",
            "2031-01-01T00:00",
            "",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
        assert_eq!(day("2028-02-29"), Some(date(2028, 2, 29)));
        assert_eq!(day("2031"), Some(date(2031, 1, 1)));
    }

    #[test]
    fn what_is_wrong_is_told_at_once() {
        insta::assert_snapshot!(
            read(
                "b1,2031,9\nb1,2031-01-01,9\nc1,2031,many\nd1,2031,-4\nx9,2031,1\nkamp,2032,1\nb1,2032,1\n,2032,1\n\
                 d1,soon,\na1,2033,1\nd1,2033,1\nb2,2034,5\nc1,2034,5\n"
            )
            .unwrap_err(),
            @r#"
        14 problems in the input
          p.csv, line 3, unit: found "b1", expected each unit once at 2031-01-01 (line 2 has it too) [duplicate-unit]
          p.csv, line 4, population: found "many", expected a whole number of inhabitants, 0 to 100,000,000,000 [wrong-population]
          p.csv, line 5, population: found "-4", expected a whole number of inhabitants, 0 to 100,000,000,000 [negative-population]
          p.csv, line 6, unit: found "x9", expected the code of a unit of the territory [unknown-unit]
          p.csv, line 7, unit: found "kamp", expected the code of a unit of the territory (is it "c1"?) [unknown-unit]
          p.csv, line 9, unit: found nothing, expected the code of a unit of the territory [unknown-unit]
          p.csv, line 10, population: found nothing, expected a whole number of inhabitants, 0 to 100,000,000,000 [missing-population]
          p.csv, line 10, date: found "soon", expected a day such as 2031-01-01, or a year such as 2031 for its first day [wrong-date]
          p.csv, line 12, unit: found "d1", expected codes from before the merger or the one after it, not both (line 11 has a1, which merged into d1) [mixed-layouts]
          p.csv, unit: found no row for unit a1 (Akker) at 2034-01-01, expected a row for every unit of the territory at each date [missing-unit]
          p.csv, unit: found no row for unit a2 (Beek) at 2034-01-01, expected a row for every unit of the territory at each date [missing-unit]
          p.csv, unit: found no row for unit b1 (Berg) at 2033-01-01, 2034-01-01, expected a row for every unit of the territory at each date [missing-unit]
          p.csv, unit: found no row for unit b2 (Bos) at 2033-01-01, expected a row for every unit of the territory at each date [missing-unit]
          p.csv, unit: found no row for unit c1 (Kamp) at 2032-01-01, 2033-01-01, expected a row for every unit of the territory at each date [missing-unit]
        "#
        );
        insta::assert_snapshot!(read("").unwrap_err(), @"
        1 problem in the input
          p.csv: found no rows, expected a row for each unit at each date [empty-table]
        ");
        let wide = read_population_series("p.csv", b"unit,year,population_2022\n", &territory());
        insta::assert_snapshot!(wide.unwrap_err(), @r#"
        2 problems in the input
          p.csv, line 1: found the columns unit, year, population_2022, expected a column "date" [missing-column]
          p.csv, line 1: found the columns unit, year, population_2022, expected a column "population" [missing-column]
        "#);
    }
}
