//! Names of units in other languages, from columns of the map or of the table beside it.

use std::collections::{BTreeMap, BTreeSet};

use crate::formats::csv_table::DelimitedTable;
use crate::units::unit_features::column;
use crate::units::unit_layer::FoundUnit;
use crate::{InputProblem, keep};
use zonewerk_core::layer::MapLayer;
use zonewerk_core::territory::UnitCode;

/// Where the names stand: numbers of columns.
pub(crate) enum NameColumns {
    /// Of the table beside the map.
    Table(Vec<usize>),
    /// Of the map itself.
    Map(Vec<usize>),
}

/// The columns of these names. `table` is that beside the map, where there is one, and `None` in
/// it where it could not be read.
pub(crate) fn name_columns(
    names: &[String],
    table: Option<Option<&DelimitedTable>>,
    layer: Option<&MapLayer>,
    problems: &mut Vec<InputProblem>,
) -> NameColumns {
    match table {
        Some(table) => {
            let names = names.iter().filter(|_| table.is_some());
            let found = names.filter_map(|name| keep(problems, table?.column(name)));
            NameColumns::Table(found.collect())
        }
        None => {
            let found = names.iter().filter_map(|name| column(layer?, name, None, problems));
            NameColumns::Map(found.collect())
        }
    }
}

/// Gives each unit its other names: what stands in those columns, without blanks, repetitions
/// and the name that it has already.
pub(crate) fn give_names(
    columns: &NameColumns,
    table: Option<&DelimitedTable>,
    layer: &MapLayer,
    units: &mut BTreeMap<UnitCode, FoundUnit>,
) {
    for unit in units.values_mut() {
        let written: Vec<String> = match columns {
            NameColumns::Table(columns) => {
                let row = table.zip(unit.row).map(|(table, row)| &table.rows()[row]);
                row.map(|row| columns.iter().map(|&column| row.get(column).to_owned()).collect())
                    .unwrap_or_default()
            }
            NameColumns::Map(columns) => {
                let feature = unit.feature.map(|place| &layer.features[place]);
                let text = |&column: &usize| Some(feature?.attribute(column).text()?.trim().to_owned());
                columns.iter().filter_map(text).collect()
            }
        };
        let mut seen: BTreeSet<String> = unit.other_names.iter().cloned().collect();
        for name in written {
            if !name.is_empty() && name != unit.name && seen.insert(name.clone()) {
                unit.other_names.push(name);
            }
        }
    }
}
