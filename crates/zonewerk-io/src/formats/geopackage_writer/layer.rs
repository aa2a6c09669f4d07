use geo::{MultiLineString, MultiPolygon};
use rusqlite::types::Value;

use zonewerk_core::crs::Crs;
use zonewerk_core::layer::Attribute;

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
    /// What its geometries are.
    pub shapes: ShapeKind,
    /// A value for each column, and the geometry.
    pub rows: Vec<(Vec<Attribute>, RowShape)>,
    /// What it is, in words, with whom to credit.
    pub description: String,
    /// How QGIS draws it, where that is said.
    pub style: Option<LayerStyle>,
}

/// What all geometries of a layer are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShapeKind {
    /// Multipolygons.
    Polygons,
    /// Multilines.
    Lines,
}

/// The geometry of one row.
#[derive(Clone, Debug, PartialEq)]
pub enum RowShape {
    /// None.
    Nothing,
    /// Polygons.
    Polygons(MultiPolygon<f64>),
    /// Lines.
    Lines(MultiLineString<f64>),
}

/// A style of QGIS, its default for the layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LayerStyle {
    /// What it is called.
    pub name: String,
    /// The style in QGIS's own format (QML).
    pub qml: String,
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
    /// 1 for yes, 0 for no.
    YesNo,
}

impl GpkgLayer {
    /// A layer of polygons, without a style.
    pub fn of_polygons(
        name: &str,
        srs: Srs,
        columns: Vec<(String, ColumnKind)>,
        rows: Vec<(Vec<Attribute>, MultiPolygon<f64>)>,
    ) -> Self {
        let rows = rows.into_iter().map(|(values, shape)| (values, RowShape::Polygons(shape))).collect();
        let (name, shapes) = (name.to_owned(), ShapeKind::Polygons);
        Self { name, srs, columns, shapes, rows, description: String::new(), style: None }
    }
}

impl Srs {
    /// A reference system, where it has a code and a definition.
    pub fn of(crs: &Crs) -> Option<Self> {
        let (epsg, wkt) = crs.epsg().zip(crs.wkt())?;
        Some(Self { epsg, name: crs.name().to_owned(), definition_wkt: wkt.to_owned() })
    }
}

impl ShapeKind {
    /// The kind as the format names it.
    pub(super) fn geometry_type(self) -> &'static str {
        match self {
            Self::Polygons => "MULTIPOLYGON",
            Self::Lines => "MULTILINESTRING",
        }
    }
}

impl ColumnKind {
    /// The kind as SQL names it.
    pub(super) fn sql(self) -> &'static str {
        match self {
            Self::Text => "TEXT",
            Self::Integer => "INTEGER",
            Self::Real => "REAL",
            Self::YesNo => "BOOLEAN",
        }
    }

    /// The value as it is kept; `None` when it is of another kind.
    pub(super) fn value(self, value: &Attribute) -> Option<Value> {
        match (self, value) {
            (_, Attribute::Blank) => Some(Value::Null),
            (Self::Text, value) => Some(Value::Text(value.text()?.into_owned())),
            (Self::YesNo, Attribute::Whole(answer @ 0..=1)) => Some(Value::Integer(*answer)),
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
