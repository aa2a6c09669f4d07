use thiserror::Error;

use super::ColumnKind;
use zonewerk_core::layer::Attribute;

/// Why layers cannot be written.
#[derive(Debug, Error)]
pub enum GeoPackageError {
    /// A name that is empty or belongs to the format.
    #[error("layer \"{0}\": the name is empty or reserved")]
    ReservedName(String),
    /// Two layers, or two columns of a layer, with one name; case does not tell them apart.
    #[error("layer \"{layer}\": \"{name}\" is there twice")]
    Duplicate {
        /// The layer.
        layer: String,
        /// The name.
        name: String,
    },
    /// A code beyond what the format can number.
    #[error("layer \"{layer}\": found EPSG code {epsg}, expected 1 to {}", i32::MAX)]
    UnknownCrs {
        /// The layer.
        layer: String,
        /// The code.
        epsg: u32,
    },
    /// A row with another number of values than there are columns.
    #[error("layer \"{layer}\", row {row}: found {found} values, expected {expected}")]
    ValueCount {
        /// The layer.
        layer: String,
        /// The row, counted from 1.
        row: usize,
        /// Values of the row.
        found: usize,
        /// Columns of the layer.
        expected: usize,
    },
    /// A value that is not of its column's kind.
    #[error("layer \"{layer}\", row {row}, {column}: found {found:?}, expected {expected:?}")]
    WrongKind {
        /// The layer.
        layer: String,
        /// The row, counted from 1.
        row: usize,
        /// The column.
        column: String,
        /// The value.
        found: Attribute,
        /// Kind of the column.
        expected: ColumnKind,
    },
    /// A geometry with a coordinate that is no number, or of 2^32 positions and more.
    #[error("layer \"{layer}\", row {row}: the geometry has coordinates that are no numbers, or too many")]
    Geometry {
        /// The layer.
        layer: String,
        /// The row, counted from 1.
        row: usize,
    },
    /// SQLite could not go on.
    #[error("SQLite: {0}")]
    Sqlite(#[from] rusqlite::Error),
}
