//! The country in every format and several coordinate reference systems, attributes in the
//! map or in a table beside it.

use std::fs;
use std::path::Path;

use geo::{Coord, LineString, MultiPolygon, Polygon};
use serde_json::{Value, json};
use shapefile::dbase::{FieldName, FieldValue, Record, TableWriterBuilder};
use shapefile::{Point, PolygonRing};
use zonewerk_core::crs::Crs;
use zonewerk_core::layer::Attribute;
use zonewerk_io::MapFiles;
use zonewerk_io::{ColumnKind, GpkgLayer, Srs, geopackage};

use super::model::{Model, ModelUnit, Ring};

/// How a country is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    GeoJson,
    GeoJsonInLambert,
    TopoJson,
    Shapefile,
    GeoPackage,
}

pub const FORMATS: [Format; 5] =
    [Format::GeoJson, Format::GeoJsonInLambert, Format::TopoJson, Format::Shapefile, Format::GeoPackage];

/// Lambert 72 as geographic software writes it beside a shapefile.
const PRJ: &str = r#"PROJCS["Belge_Lambert_1972",GEOGCS["GCS_Belge_1972",DATUM["D_Belge_1972",SPHEROID["International_1924",6378388.0,297.0]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Lambert_Conformal_Conic"],PARAMETER["False_Easting",150000.013],PARAMETER["False_Northing",5400088.438],PARAMETER["Central_Meridian",4.367486666666666],PARAMETER["Standard_Parallel_1",49.8333339],PARAMETER["Standard_Parallel_2",51.16666723333333],PARAMETER["Latitude_Of_Origin",90.0],UNIT["Meter",1.0]]"#;

impl Format {
    fn epsg(self) -> u32 {
        match self {
            Self::GeoJson | Self::TopoJson => 4326,
            Self::GeoJsonInLambert | Self::Shapefile => 31370,
            Self::GeoPackage => 3812,
        }
    }

    fn file(self) -> &'static str {
        match self {
            Self::GeoJson | Self::GeoJsonInLambert => "map.geojson",
            Self::TopoJson => "map.topojson",
            Self::Shapefile => "map.shp",
            Self::GeoPackage => "map.gpkg",
        }
    }

    /// A point of the model in the coordinates of the file.
    fn place(self, [x, y]: [f64; 2]) -> [f64; 2] {
        match self.epsg() {
            4326 => [4.2 + x / 70_000.0, 50.9 + y / 111_000.0].map(|degrees| (degrees * 1e7).round() / 1e7),
            3812 => [640_000.0 + x, 680_000.0 + y],
            _ => [140_000.0 + x, 180_000.0 + y],
        }
    }

    fn closed(self, ring: &Ring) -> Vec<[f64; 2]> {
        ring.iter().chain(ring.first()).map(|&point| self.place(point)).collect()
    }
}

/// Writes the country and says how to read it.
pub fn write(model: &Model, format: Format, with_table: bool, folder: &Path) -> MapFiles {
    let path = folder.join(format.file());
    let units: Vec<&ModelUnit> =
        model.units.iter().filter(|unit| !model.table_only.contains(&unit.code)).collect();
    match format {
        Format::GeoJson | Format::GeoJsonInLambert => fs::write(&path, geojson(&units, format, with_table)),
        Format::TopoJson => fs::write(&path, topojson(&units, format, with_table)),
        Format::Shapefile => {
            shapefile(&units, format, with_table, &path);
            fs::write(path.with_extension("prj"), PRJ)
        }
        Format::GeoPackage => fs::write(&path, package(&units, format, with_table)),
    }
    .expect("the folder is writable");
    let mut files = MapFiles {
        maps: vec![path.display().to_string()],
        key: Some("code".to_owned()),
        name: Some("name".to_owned()),
        population: Some("people".to_owned()),
        ..MapFiles::default()
    };
    if with_table {
        let table = folder.join("table.csv");
        let mut text = "code;name;people;region\n".to_owned();
        for unit in model.units.iter().filter(|unit| !model.map_only.contains(&unit.code)) {
            text += &format!("{};\"{}\";{};{}\n", unit.code, unit.name, unit.population, unit.region);
        }
        fs::write(&table, text).expect("the folder is writable");
        files.table = Some(table.display().to_string());
    }
    files
}

/// The attributes that stand in the map.
fn attributes(unit: &ModelUnit, with_table: bool) -> Vec<(&'static str, &str)> {
    let all =
        [("code", &unit.code), ("name", &unit.name), ("people", &unit.population), ("region", &unit.region)];
    let kept = if with_table { &all[..1] } else { &all };
    kept.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

fn properties(unit: &ModelUnit, with_table: bool) -> Value {
    let value = |text: &str| {
        text.parse::<f64>().map_or_else(|_| json!(text), |_| serde_json::from_str(text).unwrap())
    };
    let all = attributes(unit, with_table).into_iter().map(|(name, text)| {
        let value = if text.is_empty() {
            Value::Null
        } else if name == "people" {
            value(text)
        } else {
            json!(text)
        };
        (name.to_owned(), value)
    });
    Value::Object(all.collect())
}

fn geojson(units: &[&ModelUnit], format: Format, with_table: bool) -> String {
    let feature = |unit: &&ModelUnit| {
        let coordinates: Vec<Vec<Vec<[f64; 2]>>> = unit
            .polygons
            .iter()
            .map(|rings| rings.iter().map(|ring| format.closed(ring)).collect())
            .collect();
        let geometry = match coordinates.as_slice() {
            [] => Value::Null,
            [polygon] => json!({"type": "Polygon", "coordinates": polygon}),
            several => json!({"type": "MultiPolygon", "coordinates": several}),
        };
        json!({"type": "Feature", "properties": properties(unit, with_table), "geometry": geometry})
    };
    let mut root = json!({"type": "FeatureCollection"});
    if format.epsg() != 4326 {
        let name = format!("urn:ogc:def:crs:EPSG::{}", format.epsg());
        root["crs"] = json!({"type": "name", "properties": {"name": name}});
    }
    root["features"] = units.iter().map(feature).collect();
    root.to_string()
}

/// Each ring an arc of its own.
fn topojson(units: &[&ModelUnit], format: Format, with_table: bool) -> String {
    let mut arcs: Vec<Vec<[f64; 2]>> = Vec::new();
    let mut geometries: Vec<Value> = Vec::new();
    for unit in units {
        let mut polygons: Vec<Vec<Vec<usize>>> = Vec::new();
        for rings in &unit.polygons {
            polygons.push(Vec::new());
            for ring in rings {
                polygons.last_mut().unwrap().push(vec![arcs.len()]);
                arcs.push(format.closed(ring));
            }
        }
        let properties = properties(unit, with_table);
        geometries.push(match polygons.is_empty() {
            true => json!({"type": null, "properties": properties}),
            false => json!({"type": "MultiPolygon", "arcs": polygons, "properties": properties}),
        });
    }
    let units = json!({"type": "GeometryCollection", "geometries": geometries});
    json!({"type": "Topology", "objects": {"units": units}, "arcs": arcs}).to_string()
}

fn shapefile(units: &[&ModelUnit], format: Format, with_table: bool, path: &Path) {
    let mut table = TableWriterBuilder::new();
    for name in ["code", "name", "people", "region"].iter().take(if with_table { 1 } else { 4 }) {
        table = table.add_character_field(FieldName::try_from(*name).unwrap(), 40);
    }
    let mut writer = shapefile::Writer::from_path(path, table).expect("the folder is writable");
    for unit in units {
        let mut record = Record::default();
        for (name, text) in attributes(unit, with_table) {
            record.insert(name.to_owned(), FieldValue::Character(Some(text.to_owned())));
        }
        let mut rings: Vec<PolygonRing<Point>> = Vec::new();
        for polygon in &unit.polygons {
            for (place, ring) in polygon.iter().enumerate() {
                let points = format.closed(ring).into_iter().map(|[x, y]| Point::new(x, y)).collect();
                rings.push(if place == 0 { PolygonRing::Outer(points) } else { PolygonRing::Inner(points) });
            }
        }
        if rings.is_empty() {
            // Made a null shape below: the writer has none.
            let corners = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 0.0]];
            rings.push(PolygonRing::Outer(corners.map(|[x, y]| Point::new(x, y)).into()));
        }
        let shape = shapefile::Polygon::with_rings(rings);
        writer.write_shape_and_record(&shape, &record).expect("the folder is writable");
    }
    drop(writer);
    let is_null: Vec<bool> = units.iter().map(|unit| unit.polygons.is_empty()).collect();
    let bytes = with_null_shapes(&fs::read(path).expect("just written"), &is_null);
    fs::write(path, bytes).expect("the folder is writable");
    fs::write(path.with_extension("cpg"), "UTF-8").expect("the folder is writable");
}

/// The same file of shapes with null shapes in these places.
fn with_null_shapes(bytes: &[u8], is_null: &[bool]) -> Vec<u8> {
    let (header, mut records) = bytes.split_at(100);
    let mut out = header.to_vec();
    for &is_null in is_null {
        let words = u32::from_be_bytes(records[4..8].try_into().unwrap()) as usize;
        let (record, rest) = records.split_at(8 + 2 * words);
        records = rest;
        match is_null {
            true => out.extend([&record[..4], &2_u32.to_be_bytes(), &0_u32.to_le_bytes()].concat()),
            false => out.extend(record),
        }
    }
    let words = u32::try_from(out.len() / 2).unwrap();
    out[24..28].copy_from_slice(&words.to_be_bytes());
    out
}

fn package(units: &[&ModelUnit], format: Format, with_table: bool) -> Vec<u8> {
    let line = |ring: &Ring| -> LineString<f64> {
        format.closed(ring).into_iter().map(|[x, y]| Coord { x, y }).collect()
    };
    let row = |unit: &&ModelUnit| {
        let polygon =
            |rings: &Vec<Ring>| Polygon::new(line(&rings[0]), rings[1..].iter().map(line).collect());
        let shape = MultiPolygon::new(unit.polygons.iter().map(polygon).collect());
        let values = attributes(unit, with_table).into_iter().map(|(_, text)| Attribute::of_text(text));
        (values.collect(), shape)
    };
    let crs = Crs::from_epsg(format.epsg()).unwrap();
    let names = ["code", "name", "people", "region"].into_iter().take(if with_table { 1 } else { 4 });
    let srs = Srs {
        epsg: format.epsg(),
        name: crs.name().to_owned(),
        definition_wkt: crs.wkt().unwrap_or("undefined").to_owned(),
    };
    let columns = names.map(|name| (name.to_owned(), ColumnKind::Text)).collect();
    let layer = GpkgLayer::of_polygons("units", srs, columns, units.iter().map(row).collect());
    geopackage(&[layer]).expect("a layer that can be written")
}
