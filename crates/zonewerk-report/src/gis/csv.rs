use super::field::attribute;
use super::layer::GisLayer;
use crate::csv_table::csv_table;
use zonewerk_io::ColumnKind;

/// A layer as a table (RFC 4180, UTF-8), without its shapes; lists are one text, yes and no are
/// `true` and `false`.
pub(super) fn csv(layer: &GisLayer) -> Vec<u8> {
    csv_table(|table| {
        table.row(layer.columns.iter().map(|column| &column.name));
        for (values, _) in &layer.rows {
            table.row(layer.columns.iter().zip(values).map(|(column, value)| match column.kind {
                ColumnKind::YesNo => value.to_string(),
                _ => attribute(value).text().unwrap_or_default().into_owned(),
            }));
        }
    })
}
