use geo::MultiPolygon;
use rusqlite::types::Value;

use crate::layer::Attribute;

/// Whole numbers up to here, 2^53, are the same as floating-point numbers.
const EXACT: u64 = 1 << f64::MANTISSA_DIGITS;

/// A layer to write.
#[derive(Clone, Debug)]
pub struct GpkgLayer {
    /// Name of the table.
    pub name: String,
    /// Reference system of the coordinates.
    pub srs: Srs,
    /// Names and kinds of the attributes; beside them each row gets a number, `fid`, and
    /// its geometry, `geom`, or `fid_1`, `geom_1` where those names are taken.
    pub columns: Vec<(String, ColumnKind)>,
    /// A value for each column, and the geometry.
    pub rows: Vec<(Vec<Attribute>, MultiPolygon<f64>)>,
}

/// A coordinate reference system of the EPSG registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Srs {
    /// Its code.
    pub epsg: u32,
    /// Its name: `BD72 / Belgian Lambert 72`.
    pub name: String,
    /// Its well-known text.
    pub definition_wkt: String,
}

/// What a column holds, beside blanks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Text; numbers are written out.
    Text,
    /// Whole numbers.
    Integer,
    /// Numbers.
    Real,
}

impl ColumnKind {
    /// The kind as SQL names it.
    pub(super) fn sql(self) -> &'static str {
        match self {
            Self::Text => "TEXT",
            Self::Integer => "INTEGER",
            Self::Real => "REAL",
        }
    }

    /// The value as it is kept; `None` when it is of another kind.
    pub(super) fn value(self, value: &Attribute) -> Option<Value> {
        match (self, value) {
            (_, Attribute::Blank) => Some(Value::Null),
            (Self::Text, value) => Some(Value::Text(value.text()?.into_owned())),
            (Self::Integer, Attribute::Whole(number)) => Some(Value::Integer(*number)),
            // SQLite keeps what is no number as a blank.
            (Self::Real, Attribute::Number(number)) if !number.is_nan() => Some(Value::Real(*number)),
            (Self::Real, Attribute::Whole(number)) if number.unsigned_abs() <= EXACT => {
                Some(Value::Real(*number as f64))
            }
            _ => None,
        }
    }
}
