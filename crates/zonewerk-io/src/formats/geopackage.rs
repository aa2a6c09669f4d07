//! GeoPackage (OGC 12-128): a features table of an SQLite database, its geometries, and
//! the coordinate reference system it names. Views, and columns that are computed when they
//! are read, are left alone: they are code.

use std::fmt::Display;

use rusqlite::types::ValueRef;

use crate::formats::geopackage_crs::crs;
use crate::formats::sqlite::{Damage, Database, SqliteColumn, quoted, text};
use crate::formats::wkb;
use crate::{InputPlace, InputProblem, InputProblems};
use zonewerk_core::layer::{Attribute, Feature, MapLayer, Shape};
use zonewerk_core::words::closest;

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
pub(crate) fn layer(file: &str, bytes: &[u8], name: Option<&str>) -> Result<MapLayer, InputProblems> {
    read(bytes, name).map(|layer| MapLayer { file: file.to_owned(), ..layer }).map_err(|fault| {
        let GeoPackageFault { code, field, found, expected } = fault;
        let field = field.map(str::to_owned);
        InputProblem { code, file: file.to_owned(), place: InputPlace::File, field, found, expected }.into()
    })
}

fn read(bytes: &[u8], name: Option<&str>) -> Result<MapLayer, GeoPackageFault> {
    let database = Database::open(bytes)?;
    for table in REQUIRED {
        if !database.has_table(table)? {
            let found = format!("an SQLite database without a table {table}");
            return Err(GeoPackageFault::new("not-a-geopackage", None, found, "a GeoPackage"));
        }
    }
    let table = chosen(&database, &feature_tables(&database)?, name)?;
    if !database.has_table(&table)? {
        let found = format!("{table}, which is a view, virtual, or missing");
        let expected = "a table of its own; ogr2ogr makes one of a view";
        return Err(GeoPackageFault::new("no-table", Some("layer"), found, expected));
    }
    let Some(geometry) = geometry_column(&database, &table)? else {
        let found = format!("no geometry column for {table}");
        return Err(GeoPackageFault::new(
            "no-geometry-column",
            Some(REQUIRED[1]),
            found,
            "one for each features table",
        ));
    };
    let columns = database.columns(&table)?;
    if !columns.iter().any(|column| column.name.eq_ignore_ascii_case(&geometry.column)) {
        let found = format!("{} for {table}, which has no such column", geometry.column);
        return Err(GeoPackageFault::new(
            "no-geometry-column",
            Some(REQUIRED[1]),
            found,
            "a column of the table",
        ));
    }
    let crs = crs(&database, geometry.srs_id)?;
    let features = features(&database, &table, &columns, &geometry.column)?;
    let columns = columns.into_iter().map(|column| column.name);
    let columns = columns.filter(|column| !column.eq_ignore_ascii_case(&geometry.column)).collect();
    Ok(MapLayer { file: String::new(), name: Some(table), crs, columns, features, encoding: None })
}

/// Names of the features tables, in the order of `gpkg_contents`.
fn feature_tables(database: &Database) -> Result<Vec<String>, GeoPackageFault> {
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
fn chosen(database: &Database, tables: &[String], name: Option<&str>) -> Result<String, GeoPackageFault> {
    let found = || listed(database, tables);
    match (tables, name) {
        ([], _) => Err(GeoPackageFault::new("no-features", Some("layer"), "no layer of features", "one")),
        ([only], None) => Ok(only.clone()),
        (_, None) => {
            Err(GeoPackageFault::new("several-layers", Some("layer"), found(), "the name of one of them"))
        }
        (_, Some(name)) => {
            let exact = tables.iter().find(|table| *table == name);
            let meant = exact.or_else(|| tables.iter().find(|table| table.eq_ignore_ascii_case(name)));
            meant.cloned().ok_or_else(|| {
                let hint = closest(name, tables.iter().map(String::as_str));
                let hint = hint.map(|table| format!("; did you mean {table}?")).unwrap_or_default();
                GeoPackageFault::new(
                    "unknown-layer",
                    Some("layer"),
                    found(),
                    format!("a layer \"{name}\"{hint}"),
                )
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

fn geometry_column(database: &Database, table: &str) -> Result<Option<GeometryColumn>, GeoPackageFault> {
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

fn features(
    database: &Database,
    table: &str,
    columns: &[SqliteColumn],
    geometry: &str,
) -> Result<Vec<Feature>, GeoPackageFault> {
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
fn in_order_of_key(columns: &[SqliteColumn]) -> String {
    let mut key: Vec<&SqliteColumn> = columns.iter().filter(|column| column.key > 0).collect();
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
struct GeoPackageFault {
    code: &'static str,
    field: Option<&'static str>,
    found: String,
    expected: String,
}

impl GeoPackageFault {
    fn new(
        code: &'static str,
        field: Option<&'static str>,
        found: impl Display,
        expected: impl Display,
    ) -> Self {
        Self { code, field, found: found.to_string(), expected: expected.to_string() }
    }
}

impl From<Damage> for GeoPackageFault {
    fn from(damage: Damage) -> Self {
        let code = match damage {
            Damage::NotADatabase => "not-a-geopackage",
            Damage::Sqlite(_) | Damage::Endless(_) | Damage::Disorder(_) => "damaged-geopackage",
        };
        Self::new(code, None, damage, "a GeoPackage")
    }
}

#[cfg(test)]
mod tests {
    use geo::{Coord, MultiPolygon, Polygon, polygon};
    use rand::{RngExt, SeedableRng};
    use rand_chacha::ChaCha8Rng;
    use rusqlite::{Connection, MAIN_DB, params_from_iter, types::Value};

    use super::*;
    use crate::{ColumnKind, GpkgLayer, RowShape, Srs, geopackage};
    use zonewerk_core::layer::StatedCrs;

    fn square(x: f64) -> Polygon<f64> {
        polygon![(x: x, y: 0.0), (x: x + 9.0, y: 0.0), (x: x + 9.0, y: 9.0), (x: x, y: 9.0)]
    }

    fn with_hole(x: f64) -> Polygon<f64> {
        let hole = polygon![(x: x + 1.0, y: 1.0), (x: x + 1.0, y: 2.0), (x: x + 2.0, y: 2.0)];
        Polygon::new(square(x).exterior().clone(), vec![hole.exterior().clone()])
    }

    fn rings(polygon: &Polygon<f64>) -> Vec<zonewerk_core::layer::Ring> {
        let rings = std::iter::once(polygon.exterior()).chain(polygon.interiors());
        rings.map(|ring| Ok(ring.coords().copied().collect::<Vec<Coord>>())).collect()
    }

    fn text(text: &str) -> Attribute {
        Attribute::Text(text.to_owned())
    }

    fn districts() -> GpkgLayer {
        let [name, people, area] = ["naam", "inwoners", "opp \"km²\""].map(str::to_owned);
        let srs = Srs {
            epsg: 31370,
            name: "BD72 / Belgian Lambert 72".to_owned(),
            definition_wkt: crs_definitions::EPSG_31370.wkt.to_owned(),
        };
        let columns = vec![(name, ColumnKind::Text), (people, ColumnKind::Integer), (area, ColumnKind::Real)];
        let rows = vec![
            (
                vec![text("Liège-Ouest"), Attribute::Whole(12), Attribute::Number(0.5)],
                MultiPolygon(vec![with_hole(0.0)]),
            ),
            (vec![Attribute::Blank; 3], MultiPolygon(vec![square(20.0), with_hole(40.0)])),
            (vec![text("Ōsaka"), Attribute::Whole(-1), Attribute::Blank], MultiPolygon(vec![])),
        ];
        GpkgLayer::of_polygons("Liège, wijken", srs, columns, rows)
    }

    fn towns() -> GpkgLayer {
        let rows = vec![(vec![text("A")], MultiPolygon(vec![square(0.0)]))];
        let srs = Srs { epsg: 4326, name: "WGS 84".to_owned(), definition_wkt: String::new() };
        GpkgLayer::of_polygons("towns", srs, vec![("fid".to_owned(), ColumnKind::Text)], rows)
    }

    fn told(bytes: &[u8], name: Option<&str>) -> String {
        let problems = layer("a.gpkg", bytes, name).unwrap_err();
        assert_eq!(problems.all().len(), 1);
        problems.all()[0].to_string()
    }

    /// The file after some SQL, in small pages so that little of it is blank.
    fn changed(layers: &[GpkgLayer], sql: &str) -> Vec<u8> {
        let bytes = geopackage(layers).unwrap();
        let mut old = Connection::open_in_memory().unwrap();
        old.deserialize_read_exact(MAIN_DB, &bytes[..], bytes.len(), true).unwrap();
        let mut new = Connection::open_in_memory().unwrap();
        new.execute_batch("PRAGMA page_size = 512; PRAGMA foreign_keys = OFF").unwrap();
        let mut tables =
            old.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY rowid").unwrap();
        let mut tables = tables.query([]).unwrap();
        while let Some(table) = tables.next().unwrap() {
            let (name, create): (String, String) = (table.get(0).unwrap(), table.get(1).unwrap());
            new.execute_batch(&create).unwrap();
            let mut rows = old.prepare(&format!("SELECT * FROM {}", quoted(&name))).unwrap();
            let width = rows.column_count();
            let mut rows = rows.query([]).unwrap();
            while let Some(row) = rows.next().unwrap() {
                let values: Vec<Value> = (0..width).map(|place| row.get(place).unwrap()).collect();
                let places = vec!["?"; width].join(", ");
                let insert = format!("INSERT INTO {} VALUES ({places})", quoted(&name));
                new.execute(&insert, params_from_iter(values)).unwrap();
            }
        }
        new.execute_batch(sql).unwrap();
        new.serialize(MAIN_DB).unwrap().to_vec()
    }

    #[test]
    fn what_was_written_is_read_back() {
        let bytes = geopackage(&[districts()]).unwrap();
        let read = layer("a.gpkg", &bytes, None).unwrap();
        assert_eq!(read.file, "a.gpkg");
        assert_eq!(read.name.as_deref(), Some("Liège, wijken"));
        assert_eq!(read.crs, StatedCrs::Epsg(31370));
        assert_eq!(read.columns, ["fid", "naam", "inwoners", "opp \"km²\""]);
        let expected: Vec<Feature> = (1..)
            .zip(districts().rows)
            .map(|(number, (values, shape))| Feature {
                number,
                id: None,
                attributes: [vec![Attribute::Whole(number as i64)], values].concat(),
                shape: match shape {
                    RowShape::Polygons(shape) if !shape.0.is_empty() => {
                        Shape::Polygons(shape.iter().map(rings).collect())
                    }
                    _ => Shape::Empty,
                },
            })
            .collect();
        assert_eq!(expected.len(), 3);
        assert_eq!(read.features, expected);
    }

    #[test]
    fn one_layer_of_several_is_named() {
        let bytes = geopackage(&[districts(), towns()]).unwrap();
        for (name, table, crs) in [
            ("towns", "towns", StatedCrs::Epsg(4326)),
            ("TOWNS", "towns", StatedCrs::Epsg(4326)),
            ("Liège, wijken", "Liège, wijken", StatedCrs::Epsg(31370)),
        ] {
            let read = layer("a.gpkg", &bytes, Some(name)).unwrap();
            assert_eq!((read.name.as_deref(), read.crs), (Some(table), crs));
        }
        let layers = "a.gpkg, layer: found Liège, wijken (3 rows), towns (1 row), expected";
        assert_eq!(told(&bytes, None), format!("{layers} the name of one of them [several-layers]"));
        let unknown = format!("{layers} a layer \"town\"; did you mean towns? [unknown-layer]");
        assert_eq!(told(&bytes, Some("town")), unknown);
    }

    #[test]
    fn reference_system_is_what_the_file_states() {
        let cases = [
            ("", StatedCrs::Epsg(31370)),
            ("UPDATE gpkg_spatial_ref_sys SET organization = 'epsg'", StatedCrs::Epsg(31370)),
            (
                "UPDATE gpkg_spatial_ref_sys SET organization = 'NONE', definition = ' PROJCS[1] '",
                StatedCrs::Wkt("PROJCS[1]".to_owned()),
            ),
            (
                "UPDATE gpkg_spatial_ref_sys SET organization = '', definition = 'undefined'",
                StatedCrs::Nothing,
            ),
            (
                "UPDATE gpkg_spatial_ref_sys SET organization_coordsys_id = -5, definition = 'PROJCS[2]'",
                StatedCrs::Wkt("PROJCS[2]".to_owned()),
            ),
            (
                "UPDATE gpkg_spatial_ref_sys SET organization = 'GDAL', definition = 'LOCAL_CS[\"Undefined SRS\",U]'",
                StatedCrs::Nothing,
            ),
            (
                "UPDATE gpkg_spatial_ref_sys SET organization = 'NONE', definition = 'undefined';
                 ALTER TABLE gpkg_spatial_ref_sys ADD COLUMN definition_12_063 DEFAULT 'PROJCRS[\"x\"]'",
                StatedCrs::Wkt("PROJCRS[\"x\"]".to_owned()),
            ),
            ("UPDATE gpkg_geometry_columns SET srs_id = 0", StatedCrs::Nothing),
            ("UPDATE gpkg_geometry_columns SET srs_id = -1", StatedCrs::Nothing),
            ("UPDATE gpkg_geometry_columns SET srs_id = 77", StatedCrs::Name("srs_id 77".to_owned())),
        ];
        for (sql, crs) in cases {
            let read = layer("a.gpkg", &changed(&[districts()], sql), None).unwrap();
            assert_eq!(read.crs, crs, "{sql}");
        }
    }

    #[test]
    fn rows_come_in_the_order_of_their_numbers() {
        let table = "CREATE TABLE other (code TEXT PRIMARY KEY, geom BLOB, rowid) WITHOUT ROWID;";
        let rename = "UPDATE gpkg_contents SET table_name = 'other';
                      UPDATE gpkg_geometry_columns SET table_name = 'other';";
        let rows = "INSERT INTO other VALUES ('b', NULL, 1), ('c', 7, 2), ('a', 'x', x'0102');";
        let keyed = changed(&[towns()], &format!("{table}{rename}{rows}"));
        let plain = changed(
            &[towns()],
            &format!(
                "{}{rename}{rows}",
                table.replace(" WITHOUT ROWID", "").replace(" PRIMARY KEY", " UNIQUE")
            ),
        );
        for (bytes, order) in [(keyed, ["a", "b", "c"]), (plain, ["b", "c", "a"])] {
            let read = layer("a.gpkg", &bytes, None).unwrap();
            assert_eq!(read.columns, ["code", "rowid"]);
            let codes: Vec<_> = read.features.iter().map(|feature| feature.attribute(0).clone()).collect();
            assert_eq!(codes, order.map(text));
            let a = read.features.iter().find(|feature| *feature.attribute(0) == text("a")).unwrap();
            assert_eq!(*a.attribute(1), Attribute::Other("a blob of 2 bytes".to_owned()));
            assert_eq!(a.shape, Shape::Unreadable("a text where a geometry should stand".to_owned()));
        }
    }

    #[test]
    fn file_with_a_journal_beside_it_is_read() {
        let mut bytes = geopackage(&[towns()]).unwrap();
        bytes[18..20].copy_from_slice(&[2, 2]);
        assert_eq!(layer("a.gpkg", &bytes, None).unwrap().features.len(), 1);
    }

    #[test]
    fn other_files_are_refused_in_words() {
        let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS fid, NULL AS geom FROM n";
        let cases = [
            ("DROP TABLE gpkg_contents".to_owned(), "without a table gpkg_contents"),
            ("DROP TABLE gpkg_spatial_ref_sys".to_owned(), "without a table gpkg_spatial_ref_sys"),
            ("UPDATE gpkg_contents SET data_type = 'tiles'".to_owned(), "no layer of features"),
            ("DELETE FROM gpkg_geometry_columns".to_owned(), "no geometry column for towns"),
            (
                "UPDATE gpkg_geometry_columns SET column_name = 'x'".to_owned(),
                "found x for towns, which has no",
            ),
            ("DROP TABLE towns".to_owned(), "towns, which is a view, virtual, or missing"),
            (format!("DROP TABLE towns; CREATE VIEW towns AS {endless}"), "towns, which is a view, virtual"),
            (
                format!("DROP TABLE gpkg_contents; CREATE VIEW gpkg_contents AS {endless}"),
                "without a table gpkg_contents",
            ),
            (
                "DROP TABLE towns; CREATE VIRTUAL TABLE towns USING rtree(fid, geom, x)".to_owned(),
                "towns, which is a view, virtual",
            ),
        ];
        for (sql, words) in cases {
            let told = told(&changed(&[towns()], &sql), None);
            assert!(told.contains(words), "{told}\n{words}");
        }
        for bytes in [&b""[..], b"SQLite format 3\0", b"PK\x03\x04", &[0; 4_096]] {
            let words = "a.gpkg: found no SQLite database, expected a GeoPackage [not-a-geopackage]";
            assert_eq!(told(bytes, None), words);
        }
    }

    #[test]
    fn rows_that_swell_end_in_a_problem() {
        let rows = "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n LIMIT 100)
            INSERT INTO towns SELECT i, NULL, i FROM n;";
        let big = "x".repeat(900_000);
        let swelling = format!("{rows} ALTER TABLE towns ADD COLUMN big DEFAULT '{big}'");
        let told = told(&changed(&[towns()], &swelling), None);
        assert!(told.contains("more rows than") && told.ends_with("[damaged-geopackage]"), "{told}");
    }

    #[test]
    fn columns_that_are_code_are_left_out() {
        let code = "ALTER TABLE towns ADD COLUMN big AS (hex(zeroblob(400000)))";
        let read = layer("a.gpkg", &changed(&[towns()], code), None).unwrap();
        assert_eq!(read.columns, ["fid_1", "fid"]);
    }

    #[test]
    fn pages_reached_twice_end_in_a_problem() {
        let many = "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n LIMIT 200)
            INSERT INTO towns SELECT i, geom, i FROM n, towns WHERE towns.fid_1 = 1";
        let bytes = changed(&[towns()], many);
        let read = layer("a.gpkg", &bytes, None).unwrap();
        assert_eq!(read.features.len(), 201);
        // Interior pages of tables start with 5; twelve bytes on, their cells are listed.
        let interior = (512..bytes.len()).step_by(512).filter(|&page| bytes[page] == 5);
        let mut seen = 0;
        for page in interior {
            let mut bytes = bytes.clone();
            let first = [bytes[page + 12], bytes[page + 13]];
            bytes[page + 14..page + 16].copy_from_slice(&first);
            let told = told(&bytes, None);
            assert!(told.ends_with("[damaged-geopackage]"), "{told}");
            seen += 1;
        }
        assert!(seen > 0, "no interior page");
    }

    #[test]
    fn file_cut_anywhere_is_refused_or_read_whole() {
        let bytes = changed(&[districts()], "");
        let whole = layer("a.gpkg", &bytes, None).unwrap();
        let mut refused = 0;
        for length in 0..bytes.len() {
            match layer("a.gpkg", &bytes[..length], None) {
                Ok(read) => assert_eq!(read.features.len(), whole.features.len(), "cut at {length}"),
                Err(_) => refused += 1,
            }
        }
        assert!(refused > bytes.len() / 2, "{refused} of {} refused", bytes.len());
    }

    #[test]
    fn no_flipped_bits_make_the_reader_panic() {
        let bytes = changed(&[districts(), towns()], "");
        let mut random = ChaCha8Rng::seed_from_u64(3);
        let mut refused = 0;
        for _ in 0..5_000 {
            let mut flipped = bytes.clone();
            for _ in 0..random.random_range(1..=8) {
                let at = random.random_range(0..flipped.len());
                flipped[at] ^= 1 << random.random_range(0..8);
            }
            let name = random.random_bool(0.5).then_some("towns");
            refused += usize::from(layer("a.gpkg", &flipped, name.or(Some("Liège, wijken"))).is_err());
        }
        assert!((500..4_900).contains(&refused), "{refused} refused");
    }
}
