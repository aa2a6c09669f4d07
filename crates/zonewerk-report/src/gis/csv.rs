use super::GisError;
use super::field::attribute;
use super::layer::GisLayer;
use zonewerk_io::ColumnKind;

/// A layer as a table (RFC 4180, UTF-8), without its shapes; lists are one text, yes and no are
/// `true` and `false`.
///
/// # Errors
/// Never: a table in memory can always be written.
pub(super) fn csv(layer: &GisLayer) -> Result<Vec<u8>, GisError> {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    writer.write_record(layer.columns.iter().map(|column| &column.name))?;
    for (values, _) in &layer.rows {
        let cells = layer.columns.iter().zip(values).map(|(column, value)| match column.kind {
            ColumnKind::YesNo => value.to_string(),
            _ => attribute(value).text().unwrap_or_default().into_owned(),
        });
        writer.write_record(cells)?;
    }
    writer.into_inner().map_err(|error| ::csv::Error::from(error.into_error()).into())
}
