//! The table of a shapefile: dBASE III, texts in UTF-8. The day of the last change, which the
//! format asks for, is always the first of 1970.

use crate::gis::field::attribute;
use crate::gis::layer::{Field, GisLayer};
use zonewerk_core::layer::Attribute;
use zonewerk_io::ColumnKind;

/// The longest text, in bytes.
const LONGEST: usize = 254;
/// Digits of a whole number that every program reads as one.
const DIGITS: usize = 9;
const MORE_DIGITS: usize = 18;
/// Width and decimals of other numbers.
const REAL: (usize, usize) = (20, 6);
const HEADER: usize = 32;

/// A table, and what did not fit.
pub(super) struct Table {
    pub(super) bytes: Vec<u8>,
    /// Columns with texts that were cut, and how many rows each.
    pub(super) cut: Vec<(String, usize)>,
}

struct Column {
    width: usize,
    decimals: usize,
    cells: Vec<String>,
}

/// The rows of a layer as a table.
pub(super) fn dbf(layer: &GisLayer) -> Table {
    let mut cut = Vec::new();
    let columns: Vec<Column> = layer
        .columns
        .iter()
        .enumerate()
        .map(|(place, field)| {
            let values: Vec<Attribute> =
                layer.rows.iter().map(|(values, _)| attribute(&values[place])).collect();
            let longer = |value: &&Attribute| value.text().is_some_and(|text| text.len() > LONGEST);
            let many = values.iter().filter(longer).count();
            if many > 0 {
                cut.push((field.short.clone(), many));
            }
            column(field, &values)
        })
        .collect();
    let length = 1 + columns.iter().map(|column| column.width).sum::<usize>();
    let mut bytes = vec![3, 70, 1, 1];
    bytes.extend((layer.rows.len() as u32).to_le_bytes());
    bytes.extend(((HEADER * (1 + columns.len()) + 1) as u16).to_le_bytes());
    bytes.extend((length as u16).to_le_bytes());
    bytes.resize(HEADER, 0);
    for (field, column) in layer.columns.iter().zip(&columns) {
        bytes.extend(descriptor(field, column));
    }
    bytes.push(b'\r');
    for row in 0..layer.rows.len() {
        bytes.push(b' ');
        columns.iter().for_each(|column| bytes.extend(column.cells[row].as_bytes()));
    }
    bytes.push(0x1a);
    Table { bytes, cut }
}

fn descriptor(field: &Field, column: &Column) -> Vec<u8> {
    let mut bytes = field.short.as_bytes().to_vec();
    bytes.resize(11, 0);
    bytes.push(if field.kind == ColumnKind::Text { b'C' } else { b'N' });
    bytes.extend([0; 4]);
    bytes.extend([column.width as u8, column.decimals as u8]);
    bytes.resize(HEADER, 0);
    bytes
}

fn column(field: &Field, values: &[Attribute]) -> Column {
    let (texts, decimals): (Vec<String>, usize) = match field.kind {
        ColumnKind::Real => (values.iter().map(real).collect(), REAL.1),
        _ => (values.iter().map(|value| value.text().unwrap_or_default().into_owned()).collect(), 0),
    };
    let longest = texts.iter().map(String::len).max().unwrap_or(0);
    let width = match field.kind {
        ColumnKind::Text => longest.clamp(1, LONGEST),
        ColumnKind::YesNo => 1,
        ColumnKind::Integer if longest <= DIGITS => DIGITS,
        ColumnKind::Integer => longest.max(MORE_DIGITS),
        ColumnKind::Real => longest.max(REAL.0),
    };
    let cell = |text: &String| match field.kind {
        ColumnKind::Text => {
            let text = shortened(text);
            format!("{text}{}", " ".repeat(width - text.len()))
        }
        _ => format!("{text:>width$}"),
    };
    Column { width, decimals, cells: texts.iter().map(cell).collect() }
}

fn real(value: &Attribute) -> String {
    match value {
        Attribute::Number(number) => format!("{number:.0$}", REAL.1),
        Attribute::Whole(number) => format!("{:.1$}", *number as f64, REAL.1),
        _ => String::new(),
    }
}

/// As many whole characters as fit.
fn shortened(text: &str) -> &str {
    &text[..text.floor_char_boundary(LONGEST)]
}
