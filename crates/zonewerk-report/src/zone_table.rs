use comfy_table::{Cell, CellAlignment, Table};

use super::ZoneResult;
use super::document::Tone;
use super::ink::Ink;
use super::plain_table::plain_table;
use super::text::{WIDTH, columns, kilometres_in, shortened};
use zonewerk_core::words::{Language, Message, message, number, say};

const HEADER: [Message; 5] = [
    message!("column-zone"),
    message!("column-inhabitants"),
    message!("column-units"),
    message!("column-border"),
    message!("column-remark"),
];
const NAME_WIDTH: usize = 32;
const REMARK_WIDTH: usize = 30;
/// Blanks between two columns.
const BETWEEN: usize = 3;

/// The zones of a plan with their measures, at most [`WIDTH`] columns wide.
pub(super) fn zone_table(zones: &[ZoneResult], ink: Ink, language: Language) -> Table {
    let header = HEADER.map(|message| message.say(language));
    let mut table = plain_table(header.clone());
    ink.apply(&mut table);
    let row = |zone: &ZoneResult| {
        [
            shortened(zone.name, NAME_WIDTH),
            zone.measures.population.map_or("?".to_owned(), |people| number(language, people)),
            zone.measures.units.len().to_string(),
            zone.measures.border_m.map_or("?".to_owned(), |metres| kilometres_in(language, metres, true)),
        ]
    };
    let rows: Vec<[String; 4]> = zones.iter().map(row).collect();
    let width = |column: usize| {
        let widths = rows.iter().map(|row| columns(&row[column]));
        widths.chain([columns(&header[column])]).max().unwrap_or(0) + BETWEEN
    };
    // Large numbers leave less room for remarks; a blank stands at either end.
    let left = WIDTH.saturating_sub(2 + (0..4).map(width).sum::<usize>()).min(REMARK_WIDTH);
    for (zone, row) in zones.iter().zip(&rows) {
        let tone = if zone.errors > 0 { Tone::Error } else { Tone::Plain };
        let remark = ink.cell(Cell::new(shortened(&remark(zone, language), left)), tone);
        table.add_row(row.iter().map(Cell::new).chain([remark]));
    }
    for column in 1..=3 {
        if let Some(column) = table.column_mut(column) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table
}

fn remark(zone: &ZoneResult, language: Language) -> String {
    if zone.errors > 0 {
        return say!(language, "remark-breaks", rules = zone.errors);
    }
    match (zone.fixed, zone.exception) {
        (Some(fixed), _) => say!(language, "remark-fixed", reason = &fixed.reason),
        (None, Some(exception)) => {
            let reason = exception.reason.clone().unwrap_or_else(|| say!(language, "page-no-reason"));
            say!(language, "remark-exception", reason = reason)
        }
        (None, None) if !zone.parts.is_empty() => say!(language, "remark-part"),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;
    use crate::summary;
    use zonewerk_core::territory::{Territory, Unit};
    use zonewerk_solve::Outcome;

    #[test]
    fn hostile_names_and_large_numbers_fit_the_width() {
        const NAMES: [&str; 3] = ["東京都特別区", "e\u{301}\u{301}\u{301}cole", "a\nb\tc \u{1b}[31mred"];
        let mut sample = Sample::solved();
        let large = |unit: &Unit| Unit { population: 700_000_000, ..unit.clone() };
        let units = sample.scenario.territory.units().values().map(large).collect();
        sample.scenario.territory = Territory::new(units).expect("codes differ");
        let mut plan =
            sample.solved.as_ref().and_then(|solved| solved.outcome.plan()).expect("solved").clone();
        for (zone, name) in plan.zones.values_mut().zip(NAMES) {
            zone.name = name.repeat(9);
        }
        sample.set_outcome(Outcome::Optimal { plan, objective: 26_900 });
        let summary = summary(&sample.results(), Ink::Plain);
        assert!(summary.lines().all(|line| columns(line) <= WIDTH), "{summary}");
        assert!(summary.contains("4,900,000,000") && summary.contains("東京都特別区東京"), "{summary}");
        assert!(!summary.contains('\u{1b}'), "{summary:?}");
    }
}
