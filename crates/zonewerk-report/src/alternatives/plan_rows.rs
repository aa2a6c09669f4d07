//! A file with a row for each of very many plans.

use std::fmt::Write;

use crate::csv_table::csv_table;
use zonewerk_core::territory::{Id, Territory};
use zonewerk_solve::ListedPlan;

/// What a row looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowForm {
    /// `plan,value,zones` and the number of the zone of each unit, counted from 1 in the order of the
    /// first units of the zones; a row of unit codes above.
    Csv,
    /// A JSON object a line: `plan`, `value`, and `zones` as lists of unit codes.
    JsonLines,
}

impl RowForm {
    /// The form that the ending of a file name asks for.
    pub fn by_name(name: &str) -> Option<Self> {
        match name.rsplit_once('.')?.1.to_ascii_lowercase().as_str() {
            "csv" => Some(Self::Csv),
            "jsonl" => Some(Self::JsonLines),
            _ => None,
        }
    }
}

/// What stands above the rows.
pub fn plan_rows_head(form: RowForm, territory: &Territory) -> Vec<u8> {
    match form {
        RowForm::Csv => {
            let codes = territory.units().values().map(|unit| unit.code.as_str());
            csv_table(|table| table.row(["plan", "value", "zones"].into_iter().chain(codes)))
        }
        RowForm::JsonLines => Vec::new(),
    }
}

/// The row of a plan, counted from 1, into an empty text.
pub fn plan_row(form: RowForm, territory: &Territory, number: u64, plan: &ListedPlan<'_>, row: &mut String) {
    // Writing to a text succeeds.
    let _ = match form {
        RowForm::Csv => write!(row, "{number},{},{}", plan.value, plan.zones.len()),
        RowForm::JsonLines => write!(row, "{{\"plan\":{number},\"value\":{},\"zones\":", plan.value),
    };
    match form {
        RowForm::Csv => {
            let mut zone_of = vec![0; territory.units().len()];
            for (zone, units) in plan.zones.iter().enumerate() {
                units.iter().for_each(|unit| zone_of[unit.index()] = zone + 1);
            }
            for zone in zone_of {
                let _ = write!(row, ",{zone}");
            }
        }
        RowForm::JsonLines => {
            let code = |unit: &_| territory.unit(*unit).code.as_str();
            let zones: Vec<Vec<&str>> =
                plan.zones.iter().map(|units| units.iter().map(code).collect()).collect();
            row.push_str(&serde_json::to_string(&zones).expect("lists of texts become JSON"));
            row.push('}');
        }
    }
    row.push('\n');
}
