use super::csv_table::csv_table;
use zonewerk_core::territory::{GroupTable, Territory};

/// A table of groups as CSV: `group,unit`, then `part` where it has that column, then the
/// columns the program does not know; the rows as they stand.
pub fn groups_csv(territory: &Territory, groups: &GroupTable) -> Vec<u8> {
    csv_table(|table| {
        let columns = ["group", "unit", "part"].into_iter().take(if groups.part_column { 3 } else { 2 });
        table.row(columns.chain(groups.other_columns.iter().map(String::as_str)));
        for row in &groups.rows {
            let part = groups.part_column.then(|| row.part.as_deref().unwrap_or(""));
            let known = [row.group.as_str(), territory.unit(row.unit).code.as_str()].into_iter().chain(part);
            table.row(known.chain(row.other.iter().map(String::as_str)));
        }
    })
}
