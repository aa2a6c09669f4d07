//! GeoPackage (OGC 12-128): a features table of an SQLite database, its geometries, and
//! the coordinate reference system it names. Views are not read: they are code.

use std::collections::BTreeMap;
use std::fmt::Display;

use rusqlite::types::ValueRef;

use super::sqlite::{Column, Damage, Database, quoted, text};
use super::suggest::closest;
use super::{InputProblem, InputProblems, Place, wkb};
use crate::layer::{Attribute, Feature, Layer, Shape, StatedCrs};

/// Layers named in a message at most.
const NAMED: usize = 20;

/// Tables without which nothing is a GeoPackage.
const REQUIRED: [&str; 3] = ["gpkg_contents", "gpkg_geometry_columns", "gpkg_spatial_ref_sys"];

/// Reads one features table: the only one, or the one of the given name. Its features
/// stand in the order of their row numbers, its columns in the order of the table, without
/// the geometry.
///
/// A write-ahead journal beside the file is not seen.
///
/// # Errors
/// When the bytes are no GeoPackage, damaged, or leave open which table is meant.
pub(super) fn layer(file: &str, bytes: &[u8], name: Option<&str>) -> Result<Layer, InputProblems> {
    read(bytes, name).map(|layer| Layer { file: file.to_owned(), ..layer }).map_err(|fault| {
        let Fault { code, field, found, expected } = fault;
        let field = field.map(str::to_owned);
        InputProblem { code, file: file.to_owned(), place: Place::File, field, found, expected }.into()
    })
}

fn read(bytes: &[u8], name: Option<&str>) -> Result<Layer, Fault> {
    let database = Database::open(bytes)?;
    for table in REQUIRED {
        if !database.has_table(table)? {
            let found = format!("an SQLite database without a table {table}");
            return Err(Fault::new("not-a-geopackage", None, found, "a GeoPackage"));
        }
    }
    let table = chosen(&database, &feature_tables(&database)?, name)?;
    if !database.has_table(&table)? {
        let found = format!("{table}, which is a view, virtual, or missing");
        let expected = "a table of its own; ogr2ogr makes one of a view";
        return Err(Fault::new("no-table", Some("layer"), found, expected));
    }
    let Some(geometry) = geometry_column(&database, &table)? else {
        let found = format!("no geometry column for {table}");
        return Err(Fault::new(
            "no-geometry-column",
            Some(REQUIRED[1]),
            found,
            "one for each features table",
        ));
    };
    let columns = database.columns(&table)?;
    if !columns.iter().any(|column| column.name.eq_ignore_ascii_case(&geometry.column)) {
        let found = format!("{} for {table}, which has no such column", geometry.column);
        return Err(Fault::new("no-geometry-column", Some(REQUIRED[1]), found, "a column of the table"));
    }
    let crs = crs(&database, geometry.srs_id)?;
    let features = features(&database, &table, &columns, &geometry.column)?;
    let columns = columns.into_iter().map(|column| column.name);
    let columns = columns.filter(|column| !column.eq_ignore_ascii_case(&geometry.column)).collect();
    Ok(Layer { file: String::new(), name: Some(table), crs, columns, features, encoding: None })
}

/// Names of the features tables, in the order of `gpkg_contents`.
fn feature_tables(database: &Database) -> Result<Vec<String>, Fault> {
    let mut tables = Vec::new();
    database.each_row("SELECT table_name, data_type FROM gpkg_contents", |row| {
        if text(row.get_ref(1)?).as_deref() == Some("features") {
            tables.extend(text(row.get_ref(0)?));
        }
        Ok(())
    })?;
    Ok(tables)
}

/// The table that is meant.
fn chosen(database: &Database, tables: &[String], name: Option<&str>) -> Result<String, Fault> {
    let found = || listed(database, tables);
    match (tables, name) {
        ([], _) => Err(Fault::new("no-features", Some("layer"), "no layer of features", "one")),
        ([only], None) => Ok(only.clone()),
        (_, None) => Err(Fault::new("several-layers", Some("layer"), found(), "the name of one of them")),
        (_, Some(name)) => {
            let exact = tables.iter().find(|table| *table == name);
            let meant = exact.or_else(|| tables.iter().find(|table| table.eq_ignore_ascii_case(name)));
            meant.cloned().ok_or_else(|| {
                let hint = closest(name, tables.iter().map(String::as_str));
                let hint = hint.map(|table| format!("; did you mean {table}?")).unwrap_or_default();
                Fault::new("unknown-layer", Some("layer"), found(), format!("a layer \"{name}\"{hint}"))
            })
        }
    }
}

/// Layers with their numbers of rows: `wijken (12 rows), gemeenten (3 rows)`.
fn listed(database: &Database, tables: &[String]) -> String {
    let counted = tables.iter().take(NAMED).map(|table| match database.count(table) {
        Ok(1) => format!("{table} (1 row)"),
        Ok(rows) => format!("{table} ({rows} rows)"),
        Err(_) => format!("{table} (unreadable)"),
    });
    let mut layers: Vec<String> = counted.collect();
    if tables.len() > NAMED {
        layers.push(format!("and {} others", tables.len() - NAMED));
    }
    layers.join(", ")
}

struct GeometryColumn {
    column: String,
    srs_id: Option<i64>,
}

fn geometry_column(database: &Database, table: &str) -> Result<Option<GeometryColumn>, Fault> {
    let mut found = None;
    database.each_row("SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns", |row| {
        let named = text(row.get_ref(0)?).is_some_and(|name| name.eq_ignore_ascii_case(table));
        if let (true, None, Some(column)) = (named, &found, text(row.get_ref(1)?)) {
            found = Some(GeometryColumn { column, srs_id: row.get_ref(2)?.as_i64_or_null().ok().flatten() });
        }
        Ok(())
    })?;
    Ok(found)
}

/// What the file says of the reference system with this number; by the standard, -1 and 0
/// stand for an undefined one.
fn crs(database: &Database, srs_id: Option<i64>) -> Result<StatedCrs, Fault> {
    let Some(srs_id) = srs_id.filter(|id| !matches!(id, -1 | 0)) else {
        return Ok(StatedCrs::Nothing);
    };
    let mut stated = BTreeMap::new();
    let sql = "SELECT srs_id, organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys";
    database.each_row(sql, |row| {
        let id = row.get_ref(0)?.as_i64_or_null().ok().flatten();
        let code = row.get_ref(2)?.as_i64_or_null().ok().flatten();
        let code = code.and_then(|code| u32::try_from(code).ok()).filter(|&code| code > 0);
        let epsg = text(row.get_ref(1)?).is_some_and(|name| name.trim().eq_ignore_ascii_case("EPSG"));
        let definition = text(row.get_ref(3)?).unwrap_or_default();
        let definition = definition.trim();
        let crs = match code.filter(|_| epsg) {
            Some(code) => StatedCrs::Epsg(code),
            None if definition.is_empty() || definition.eq_ignore_ascii_case("undefined") => {
                StatedCrs::Nothing
            }
            None => StatedCrs::Wkt(definition.to_owned()),
        };
        if let Some(id) = id {
            stated.entry(id).or_insert(crs);
        }
        Ok(())
    })?;
    Ok(stated.remove(&srs_id).unwrap_or_else(|| StatedCrs::Name(format!("srs_id {srs_id}"))))
}

fn features(
    database: &Database,
    table: &str,
    columns: &[Column],
    geometry: &str,
) -> Result<Vec<Feature>, Fault> {
    let taken = |name: &str| columns.iter().any(|column| column.name.eq_ignore_ascii_case(name));
    let row_number = ["rowid", "_rowid_", "oid"].into_iter().find(|name| !taken(name));
    // An index could lack rows that the table has; so none is used.
    let select = |first: &str, order: &str| {
        let columns = columns.iter().filter(|column| !column.name.eq_ignore_ascii_case(geometry));
        let columns: String = columns.map(|column| format!(", {}", quoted(&column.name))).collect();
        let [geometry, table] = [geometry, table].map(quoted);
        format!("SELECT {first}, {geometry}{columns} FROM {table} NOT INDEXED {order}")
    };
    let numbered = row_number.map(|number| select(number, &format!("ORDER BY {number}")));
    let (sql, numbered) = match numbered.filter(|sql| database.understands(sql)) {
        Some(sql) => (sql, true),
        None => (select("NULL", &in_order_of_key(columns)), false),
    };

    let mut features = Vec::new();
    let mut last = i64::MIN;
    database.each_row(&sql, |row| {
        if numbered {
            let number = row.get(0)?;
            if !features.is_empty() && number <= last {
                return Err(Damage::Disorder(number));
            }
            last = number;
        }
        let shape = shape(row.get_ref(1)?);
        let mut attributes = Vec::with_capacity(columns.len().saturating_sub(1));
        for place in 2..=columns.len() {
            attributes.push(attribute(row.get_ref(place)?));
        }
        features.push(Feature { number: features.len() + 1, id: None, attributes, shape });
        Ok(())
    })?;
    Ok(features)
}

/// Order for a table without row numbers.
fn in_order_of_key(columns: &[Column]) -> String {
    let mut key: Vec<&Column> = columns.iter().filter(|column| column.key > 0).collect();
    key.sort_by_key(|column| column.key);
    let key: Vec<String> = key.into_iter().map(|column| quoted(&column.name)).collect();
    if key.is_empty() { String::new() } else { format!("ORDER BY {}", key.join(", ")) }
}

fn shape(value: ValueRef) -> Shape {
    match value {
        ValueRef::Null => Shape::Empty,
        ValueRef::Blob(blob) => wkb::shape(blob),
        ValueRef::Text(_) => Shape::Unreadable("a text where a geometry should stand".to_owned()),
        ValueRef::Integer(_) | ValueRef::Real(_) => {
            Shape::Unreadable("a number where a geometry should stand".to_owned())
        }
    }
}

fn attribute(value: ValueRef) -> Attribute {
    match value {
        ValueRef::Null => Attribute::Blank,
        ValueRef::Integer(number) => Attribute::Whole(number),
        ValueRef::Real(number) => Attribute::Number(number),
        ValueRef::Text(bytes) => Attribute::of_text(&String::from_utf8_lossy(bytes)),
        ValueRef::Blob(bytes) => Attribute::Other(format!("a blob of {} bytes", bytes.len())),
    }
}

/// What is wrong with the file as a whole.
struct Fault {
    code: &'static str,
    field: Option<&'static str>,
    found: String,
    expected: String,
}

impl Fault {
    fn new(
        code: &'static str,
        field: Option<&'static str>,
        found: impl Display,
        expected: impl Display,
    ) -> Self {
        Self { code, field, found: found.to_string(), expected: expected.to_string() }
    }
}

impl From<Damage> for Fault {
    fn from(damage: Damage) -> Self {
        let code = match damage {
            Damage::NotADatabase => "not-a-geopackage",
            Damage::Sqlite(_) | Damage::Endless(_) | Damage::Disorder(_) => "damaged-geopackage",
        };
        Self::new(code, None, damage, "a GeoPackage")
    }
}
