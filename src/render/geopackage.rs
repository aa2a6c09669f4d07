//! GeoPackage 1.3 (OGC 12-128r17): multipolygons with their attributes, one table a
//! layer, made in memory. The same layers are the same bytes, so the time of the last
//! change, which the format asks for, is always the start of 1970.

use std::collections::{BTreeMap, BTreeSet};

use geo::{BoundingRect, CoordsIter, MultiPolygon};
use rusqlite::types::Value;
use rusqlite::{Connection, MAIN_DB, Transaction, params, params_from_iter};
use thiserror::Error;

use super::geopackage_shape::blob;
use crate::layer::Attribute;

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

/// The tables that every GeoPackage of features has, as the standard defines them
/// (annex C), and the reference systems it must know.
const SCHEMA: &str = "
PRAGMA page_size = 4096;
PRAGMA secure_delete = ON;
PRAGMA application_id = 0x47504B47;
PRAGMA user_version = 10300;
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL,
  definition TEXT NOT NULL,
  description TEXT
);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY,
  data_type TEXT NOT NULL,
  identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE,
  min_y DOUBLE,
  max_x DOUBLE,
  max_y DOUBLE,
  srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL,
  m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined Cartesian', -1, 'NONE', -1, 'undefined', NULL),
  ('Undefined geographic', 0, 'NONE', 0, 'undefined', NULL);
";

/// The file that holds these layers, in their order.
///
/// # Errors
/// When a name, a code, a value or a coordinate does not fit the format.
pub fn geopackage(layers: &[GpkgLayer]) -> Result<Vec<u8>, GeoPackageError> {
    let mut connection = Connection::open_in_memory()?;
    connection.execute_batch(SCHEMA)?;
    let transaction = connection.transaction()?;
    reference_systems(&transaction, layers)?;
    let mut names = BTreeSet::new();
    for layer in layers {
        let lower = layer.name.to_lowercase();
        if lower.is_empty() || ["gpkg_", "sqlite_", "rtree_"].iter().any(|start| lower.starts_with(start)) {
            return Err(GeoPackageError::ReservedName(layer.name.clone()));
        }
        if !names.insert(lower) {
            return Err(GeoPackageError::Duplicate { layer: layer.name.clone(), name: layer.name.clone() });
        }
        write(&transaction, layer)?;
    }
    transaction.commit()?;
    Ok(connection.serialize(MAIN_DB)?.to_vec())
}

/// WGS 84, which must be there, and what the layers name.
fn reference_systems(transaction: &Transaction, layers: &[GpkgLayer]) -> Result<(), GeoPackageError> {
    let wgs84 = crs_definitions::EPSG_4326;
    let mut known = BTreeMap::from([(4326, ("WGS 84", wgs84.wkt))]);
    for layer in layers {
        known.entry(srs_id(layer)?).or_insert((&layer.srs.name, &layer.srs.definition_wkt));
    }
    let sql = "INSERT INTO gpkg_spatial_ref_sys VALUES (?1, ?2, 'EPSG', ?2, ?3, NULL)";
    for (id, (name, definition)) in known {
        transaction.execute(sql, params![name, id, definition])?;
    }
    Ok(())
}

/// Reference systems are numbered by their EPSG code.
fn srs_id(layer: &GpkgLayer) -> Result<i32, GeoPackageError> {
    let code = i32::try_from(layer.srs.epsg).ok().filter(|&code| code > 0);
    code.ok_or_else(|| GeoPackageError::UnknownCrs { layer: layer.name.clone(), epsg: layer.srs.epsg })
}

fn write(transaction: &Transaction, layer: &GpkgLayer) -> Result<(), GeoPackageError> {
    let srs_id = srs_id(layer)?;
    let mut taken = BTreeSet::new();
    for (column, _) in &layer.columns {
        if !taken.insert(column.to_lowercase()) {
            return Err(GeoPackageError::Duplicate { layer: layer.name.clone(), name: column.clone() });
        }
    }
    let [key, geometry] = ["fid", "geom"].map(|name| free_name(name, &taken));
    let table = quoted(&layer.name);
    let columns = layer.columns.iter().map(|(name, kind)| format!(", {} {}", quoted(name), kind.sql()));
    let columns: String = columns.collect();
    transaction.execute_batch(&format!(
        "CREATE TABLE {table} ({key} INTEGER PRIMARY KEY NOT NULL, {geometry} MULTIPOLYGON{columns})"
    ))?;

    let extent =
        MultiPolygon::new(layer.rows.iter().flat_map(|(_, shape)| shape.0.iter().cloned()).collect());
    let extent = extent.bounding_rect().map(|extent| (extent.min(), extent.max()));
    transaction.execute(
        "INSERT INTO gpkg_contents VALUES (?1, 'features', ?1, '', '1970-01-01T00:00:00.000Z', ?2, ?3, ?4, ?5, ?6)",
        params![
            layer.name,
            extent.map(|(min, _)| min.x),
            extent.map(|(min, _)| min.y),
            extent.map(|(_, max)| max.x),
            extent.map(|(_, max)| max.y),
            srs_id
        ],
    )?;
    transaction.execute(
        "INSERT INTO gpkg_geometry_columns VALUES (?1, ?2, 'MULTIPOLYGON', ?3, 0, 0)",
        params![layer.name, geometry, srs_id],
    )?;

    let places = ", ?".repeat(layer.columns.len());
    let mut insert = transaction.prepare(&format!("INSERT INTO {table} VALUES (NULL, ?{places})"))?;
    for (place, (values, shape)) in layer.rows.iter().enumerate() {
        let row = place + 1;
        if values.len() != layer.columns.len() {
            let (layer, found, expected) = (layer.name.clone(), values.len(), layer.columns.len());
            return Err(GeoPackageError::ValueCount { layer, row, found, expected });
        }
        let finite = shape.coords_iter().all(|position| position.x.is_finite() && position.y.is_finite());
        let blob = Some(shape).filter(|_| finite).and_then(|shape| blob(shape, srs_id));
        let blob = blob.ok_or_else(|| GeoPackageError::Geometry { layer: layer.name.clone(), row })?;
        let mut fields = vec![Value::Blob(blob)];
        for ((column, kind), value) in layer.columns.iter().zip(values) {
            fields.push(kind.value(value).ok_or_else(|| GeoPackageError::WrongKind {
                layer: layer.name.clone(),
                row,
                column: column.clone(),
                found: value.clone(),
                expected: *kind,
            })?);
        }
        insert.execute(params_from_iter(fields))?;
    }
    Ok(())
}

impl ColumnKind {
    fn sql(self) -> &'static str {
        match self {
            Self::Text => "TEXT",
            Self::Integer => "INTEGER",
            Self::Real => "REAL",
        }
    }

    /// The value as it is kept; `None` when it is of another kind.
    fn value(self, value: &Attribute) -> Option<Value> {
        match (self, value) {
            (_, Attribute::Blank) => Some(Value::Null),
            (Self::Text, value) => Some(Value::Text(value.text()?.into_owned())),
            (Self::Integer, Attribute::Whole(number)) => Some(Value::Integer(*number)),
            (Self::Real, Attribute::Number(number)) => Some(Value::Real(*number)),
            (Self::Real, Attribute::Whole(number)) => {
                let exact = i32::try_from(*number).ok()?;
                Some(Value::Real(f64::from(exact)))
            }
            _ => None,
        }
    }
}

/// The name, with a number behind it where it is taken.
fn free_name(name: &str, taken: &BTreeSet<String>) -> String {
    let numbered = (1..).map(|number| format!("{name}_{number}"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    names.find(|name| !taken.contains(name)).unwrap_or_else(|| name.to_owned())
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
