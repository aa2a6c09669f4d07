//! Columns, and their values in formats that are tables.

use serde_json::Value;

use super::layer::Field;
use zonewerk_core::layer::Attribute;
use zonewerk_io::ColumnKind;

/// What stands between the parts of a list in a table.
const BETWEEN: &str = "; ";

/// A column with a shorter name for shapefiles.
pub(super) fn field(name: &str, short: &str, kind: ColumnKind) -> Field {
    Field { name: name.to_owned(), short: short.to_owned(), kind }
}

/// A column of text whose name is short.
pub(super) fn text(name: &str) -> Field {
    field(name, name, ColumnKind::Text)
}

/// A column of whole numbers whose name is short.
pub(super) fn whole(name: &str) -> Field {
    field(name, name, ColumnKind::Integer)
}

/// A value as a table keeps it: a list is one text.
pub(super) fn attribute(value: &Value) -> Attribute {
    match value {
        Value::Null => Attribute::Blank,
        Value::Bool(answer) => Attribute::Whole((*answer).into()),
        Value::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(whole), _) => Attribute::Whole(whole),
            (None, Some(number)) => Attribute::Number(number),
            (None, None) => Attribute::Blank,
        },
        Value::String(text) => Attribute::of_text(text),
        Value::Array(parts) => {
            let parts = parts.iter().filter_map(|part| Some(attribute(part).text()?.into_owned()));
            Attribute::of_text(&parts.collect::<Vec<_>>().join(BETWEEN))
        }
        Value::Object(_) => Attribute::Other(value.to_string()),
    }
}
