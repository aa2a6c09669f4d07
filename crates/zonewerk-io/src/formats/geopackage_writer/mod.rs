//! GeoPackage 1.3 (OGC 12-128r17): multipolygons or multilines with their attributes, one
//! table a layer, and styles as QGIS keeps them, made in memory. The same layers are the same bytes, so the time of the last
//! change, which the format asks for, is always the start of 1970.

mod error;
mod layer;
mod shape;
mod styles;

use std::collections::{BTreeMap, BTreeSet};

use geo::{Rect, coord};
use rusqlite::types::Value;
use rusqlite::{Connection, MAIN_DB, Transaction, params, params_from_iter};

pub use error::GeoPackageError;
pub use layer::{ColumnKind, GpkgLayer, LayerStyle, RowShape, ShapeKind, Srs};

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
        let lower = layer.name.to_ascii_lowercase();
        if lower.is_empty() || is_reserved(&lower) {
            return Err(GeoPackageError::ReservedName(layer.name.clone()));
        }
        if !names.insert(lower) {
            return Err(GeoPackageError::Duplicate { layer: layer.name.clone(), name: layer.name.clone() });
        }
        write(&transaction, layer)?;
    }
    styles::write(&transaction, layers)?;
    transaction.commit()?;
    Ok(connection.serialize(MAIN_DB)?.to_vec())
}

fn is_reserved(name: &str) -> bool {
    name == styles::TABLE || ["gpkg_", "sqlite_", "rtree_"].iter().any(|start| name.starts_with(start))
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
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for (column, _) in &layer.columns {
        if !taken.insert(column.to_ascii_lowercase()) {
            return Err(GeoPackageError::Duplicate { layer: layer.name.clone(), name: column.clone() });
        }
    }
    let [key, geometry] = own_columns(layer);
    let table = quoted(&layer.name);
    let columns = layer.columns.iter().map(|(name, kind)| format!(", {} {}", quoted(name), kind.sql()));
    let columns: String = columns.collect();
    let kind = layer.shapes.geometry_type();
    transaction.execute_batch(&format!(
        "CREATE TABLE {table} ({key} INTEGER PRIMARY KEY NOT NULL, {geometry} {kind}{columns})"
    ))?;

    let extents = layer.rows.iter().filter_map(|(_, shape)| shape.extent());
    let extent = extents.reduce(both).map(|extent| (extent.min(), extent.max()));
    transaction.execute(
        "INSERT INTO gpkg_contents VALUES (?1, 'features', ?1, ?7, '1970-01-01T00:00:00.000Z', ?2, ?3, ?4, ?5, ?6)",
        params![
            layer.name,
            extent.map(|(min, _)| min.x),
            extent.map(|(min, _)| min.y),
            extent.map(|(_, max)| max.x),
            extent.map(|(_, max)| max.y),
            srs_id,
            layer.description
        ],
    )?;
    transaction.execute(
        "INSERT INTO gpkg_geometry_columns VALUES (?1, ?2, ?4, ?3, 0, 0)",
        params![layer.name, geometry, srs_id, kind],
    )?;

    let places = ", ?".repeat(layer.columns.len());
    let mut insert = transaction.prepare(&format!("INSERT INTO {table} VALUES (NULL, ?{places})"))?;
    for (place, (values, shape)) in layer.rows.iter().enumerate() {
        let row = place + 1;
        if values.len() != layer.columns.len() {
            let (layer, found, expected) = (layer.name.clone(), values.len(), layer.columns.len());
            return Err(GeoPackageError::ValueCount { layer, row, found, expected });
        }
        let blob = Some(shape).filter(|shape| shape.is_finite()).and_then(|shape| shape.blob(srs_id));
        let blob = blob.ok_or_else(|| GeoPackageError::Geometry { layer: layer.name.clone(), row })?;
        let mut fields = vec![if blob.is_empty() { Value::Null } else { Value::Blob(blob) }];
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

/// The columns for the number and the geometry of a row.
fn own_columns(layer: &GpkgLayer) -> [String; 2] {
    let taken = layer.columns.iter().map(|(column, _)| column.to_ascii_lowercase()).collect();
    ["fid", "geom"].map(|name| free_name(name, &taken))
}

/// The smallest rectangle around two.
fn both(one: Rect<f64>, other: Rect<f64>) -> Rect<f64> {
    let (a, b) = (one.min(), other.min());
    let (c, d) = (one.max(), other.max());
    Rect::new(coord! { x: a.x.min(b.x), y: a.y.min(b.y) }, coord! { x: c.x.max(d.x), y: c.y.max(d.y) })
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

#[cfg(test)]
mod tests {
    use geo::{MultiPolygon, Polygon, polygon};

    use super::*;
    use zonewerk_core::layer::Attribute;

    fn square() -> Polygon<f64> {
        polygon![(x: 1.0, y: 2.0), (x: 4.0, y: 2.0), (x: 4.0, y: 7.0), (x: 1.0, y: 7.0)]
    }

    fn layer(name: &str, column: &str, kind: ColumnKind, value: Attribute) -> GpkgLayer {
        let srs = Srs { epsg: 31370, name: "Lambert 72".to_owned(), definition_wkt: "PROJCS[]".to_owned() };
        let rows = vec![(vec![value], MultiPolygon::from(square()))];
        GpkgLayer::of_polygons(name, srs, vec![(column.to_owned(), kind)], rows)
    }

    fn one(name: &str) -> GpkgLayer {
        layer(name, "code", ColumnKind::Text, Attribute::Text("A".to_owned()))
    }

    fn opened(bytes: &[u8]) -> Connection {
        let mut connection = Connection::open_in_memory().unwrap();
        connection.deserialize_read_exact(MAIN_DB, bytes, bytes.len(), true).unwrap();
        connection
    }

    fn lines(connection: &Connection, sql: &str) -> Vec<String> {
        let mut statement = connection.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| row.get(0)).unwrap();
        rows.map(Result::unwrap).collect()
    }

    #[test]
    fn header_and_catalogue_follow_the_standard() {
        let bytes = geopackage(&[one("wijken"), one("gemeenten")]).unwrap();
        assert_eq!(&bytes[68..72], b"GPKG");
        assert_eq!(bytes[60..64], 10_300_u32.to_be_bytes());
        let file = opened(&bytes);
        let systems = "SELECT srs_id || ' ' || organization || ' ' || organization_coordsys_id
                       FROM gpkg_spatial_ref_sys ORDER BY srs_id";
        assert_eq!(lines(&file, systems), ["-1 NONE -1", "0 NONE 0", "4326 EPSG 4326", "31370 EPSG 31370"]);
        let contents =
            "SELECT concat_ws(' ', table_name, data_type, identifier, min_x, min_y, max_x, max_y, srs_id)
                        FROM gpkg_contents ORDER BY rowid";
        let expected = [
            "wijken features wijken 1.0 2.0 4.0 7.0 31370",
            "gemeenten features gemeenten 1.0 2.0 4.0 7.0 31370",
        ];
        assert_eq!(lines(&file, contents), expected);
        let geometries = "SELECT concat_ws(' ', table_name, column_name, geometry_type_name, srs_id, z, m)
                          FROM gpkg_geometry_columns ORDER BY rowid";
        let expected = ["wijken geom MULTIPOLYGON 31370 0 0", "gemeenten geom MULTIPOLYGON 31370 0 0"];
        assert_eq!(lines(&file, geometries), expected);
        assert_eq!(lines(&file, "PRAGMA integrity_check"), ["ok"]);
    }

    #[test]
    fn same_layers_are_the_same_bytes() {
        let layers = [one("wijken"), one("gemeenten")];
        let first = geopackage(&layers).unwrap();
        let litter: Vec<Vec<u8>> = (1..2_000).map(|size| vec![0xa5; size]).collect();
        drop(litter);
        assert_eq!(geopackage(&layers).unwrap(), first);
        assert_ne!(geopackage(&layers[..1]).unwrap(), first);
    }

    #[test]
    fn blob_has_an_envelope_and_an_empty_one_a_flag() {
        let whole = RowShape::Polygons(MultiPolygon::from(square())).blob(31370).unwrap();
        assert_eq!(whole[..4], [b'G', b'P', 0, 0b11]);
        assert_eq!(whole[4..8], 31370_i32.to_le_bytes());
        let envelope: Vec<u8> = [1.0_f64, 4.0, 2.0, 7.0].into_iter().flat_map(f64::to_le_bytes).collect();
        assert_eq!(whole[8..40], envelope);
        assert_eq!(
            RowShape::Polygons(MultiPolygon(vec![])).blob(0).unwrap(),
            b"GP\0\x11\0\0\0\0\x01\x06\0\0\0\0\0\0\0"
        );
    }

    #[test]
    fn lines_are_kept_and_a_row_may_have_no_shape() {
        let line = geo::LineString::from(vec![(1.0, 2.0), (3.0, 5.0)]);
        let mut links = one("links");
        links.shapes = ShapeKind::Lines;
        let values = links.rows[0].0.clone();
        links.rows = vec![
            (values.clone(), RowShape::Lines(geo::MultiLineString::new(vec![line]))),
            (values, RowShape::Nothing),
        ];
        let file = opened(&geopackage(&[links]).unwrap());
        assert_eq!(lines(&file, "SELECT geometry_type_name FROM gpkg_geometry_columns"), ["MULTILINESTRING"]);
        let kept = lines(
            &file,
            "SELECT CASE WHEN geom IS NULL THEN '-' ELSE hex(substr(geom, 41, 9)) END FROM links",
        );
        assert_eq!(kept, ["010500000001000000", "-"]);
    }

    #[test]
    fn number_and_geometry_take_free_names() {
        let bytes = geopackage(&[layer("a \"b\"", "FID", ColumnKind::Integer, Attribute::Whole(7))]).unwrap();
        let file = opened(&bytes);
        let columns = lines(&file, "SELECT name FROM pragma_table_info('a \"b\"')");
        assert_eq!(columns, ["fid_1", "geom", "FID"]);
    }

    #[test]
    fn values_are_kept_in_the_kind_of_their_column() {
        use Attribute::{Blank, Number, Other, Text, Whole};
        use ColumnKind::{Integer, Real};
        let text = |text: &str| Text(text.to_owned());
        let kept = [
            (ColumnKind::Text, text("é"), Value::Text("é".to_owned())),
            (ColumnKind::Text, Whole(3), Value::Text("3".to_owned())),
            (ColumnKind::Text, Other("true".to_owned()), Value::Text("true".to_owned())),
            (ColumnKind::Text, Blank, Value::Null),
            (Integer, Whole(i64::MIN), Value::Integer(i64::MIN)),
            (Integer, Blank, Value::Null),
            (Real, Number(0.1), Value::Real(0.1)),
            (Real, Whole(-3), Value::Real(-3.0)),
            (Real, Whole(1 << 53), Value::Real(9_007_199_254_740_992.0)),
        ];
        for (kind, value, expected) in kept {
            assert_eq!(kind.value(&value), Some(expected), "{kind:?} {value:?}");
        }
        let refused = [
            (Integer, Number(3.0)),
            (Integer, text("3")),
            (Real, text("3")),
            (Real, Whole((1 << 53) + 1)),
            (Real, Number(f64::NAN)),
        ];
        for (kind, value) in refused {
            assert_eq!(kind.value(&value), None, "{kind:?} {value:?}");
        }
    }

    #[test]
    fn what_does_not_fit_is_refused_by_name() {
        let mut twice = one("a");
        twice.columns.push(("CODE".to_owned(), ColumnKind::Text));
        let mut code = one("a");
        code.srs.epsg = u32::MAX;
        let mut short = one("a");
        short.rows[0].0.clear();
        let mut nowhere = one("a");
        let mut hole = square();
        hole.interiors_push(vec![(0.0, 0.0), (f64::NAN, 1.0), (0.0, 0.0)]);
        nowhere.rows[0].1 = RowShape::Polygons(hole.into());
        let cases = [
            (vec![one("")], "layer \"\": the name is empty or reserved"),
            (vec![one("GPKG_x")], "layer \"GPKG_x\": the name is empty or reserved"),
            (vec![one("Layer_Styles")], "layer \"Layer_Styles\": the name is empty or reserved"),
            (vec![one("a"), one("A")], "layer \"A\": \"A\" is there twice"),
            (vec![twice], "layer \"a\": \"CODE\" is there twice"),
            (vec![code], "layer \"a\": found EPSG code 4294967295, expected 1 to 2147483647"),
            (vec![short], "layer \"a\", row 1: found 0 values, expected 1"),
            (
                vec![nowhere],
                "layer \"a\", row 1: the geometry has coordinates that are no numbers, or too many",
            ),
            (
                vec![layer("a", "n", ColumnKind::Integer, Attribute::Number(0.5))],
                "layer \"a\", row 1, n: found Number(0.5), expected Integer",
            ),
        ];
        for (layers, told) in cases {
            assert_eq!(geopackage(&layers).unwrap_err().to_string(), told);
        }
    }
}
