//! Bytes that nobody meant: every reader answers, with units or with what is wrong, and
//! never panics. Mutations are seeded; `ZONEWERK_FUZZ_SECONDS=300` goes on for so long per
//! reader with other seeds.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use geo::{Coord, LineString, MultiPolygon, Polygon};
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use shapefile::dbase::{FieldName, FieldValue, Record, TableWriterBuilder};
use shapefile::{Point, PolygonRing};
use zonewerk_core::layer::Attribute;
use zonewerk_io::check::{CheckOptions, checkup};
use zonewerk_io::{ColumnKind, GpkgLayer, Srs, geopackage};
use zonewerk_io::{MapFiles, survey_files};

/// Mutations without the variable.
const FEW: usize = 300;

const GEOJSON: &str = r#"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4326"}},"features":[
{"type":"Feature","id":1,"properties":{"code":"west","name":"Wést","people":12},"geometry":{"type":"Polygon","coordinates":[[[4.0,51.0],[4.1,51.0],[4.1,51.1],[4.0,51.1],[4.0,51.0]],[[4.02,51.02],[4.02,51.04],[4.04,51.04],[4.02,51.02]]]}},
{"type":"Feature","id":2,"properties":{"code":"east","name":null,"people":3.5},"geometry":{"type":"MultiPolygon","coordinates":[[[[4.1,51.0],[4.2,51.0],[4.2,51.1],[4.1,51.1],[4.1,51.0]]]]}}]}"#;

const TOPOJSON: &str = r#"{"type":"Topology","transform":{"scale":[0.1,0.1],"translate":[4,51]},
"objects":{"units":{"type":"GeometryCollection","geometries":[
{"type":"Polygon","properties":{"code":"west"},"arcs":[[0,1]]},
{"type":"MultiPolygon","properties":{"code":"east"},"arcs":[[[2,-1]]]}]}},
"arcs":[[[1,0],[0,1]],[[1,1],[-1,0],[0,-1],[1,0]],[[1,0],[1,0],[0,1],[-1,0]]]}"#;

const TABLE: &str = "code;name;people;region\n\"west\";\"Wést; or so\";12;A\neast;;3;B\n";

const PRJ: &str = r#"PROJCS["UTM_Zone_31N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",3.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]"#;

/// Mutates one file of a folder, over and over, and reads the whole.
fn fuzz(name: &str, write: impl Fn(&Path) -> MapFiles, mutated: &str) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let files = write(folder.path());
    let path: PathBuf = folder.path().join(mutated);
    let sound = fs::read(&path).expect("just written");
    survey_files(&files, None).unwrap_or_else(|problems| panic!("{name} is sound: {problems}"));
    let seconds = std::env::var("ZONEWERK_FUZZ_SECONDS").ok().and_then(|text| text.parse().ok());
    let until = seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let (mut round, mut read) = (0, 0);
    while until.map_or(round < FEW, |until| Instant::now() < until) {
        let mut rng = ChaCha8Rng::seed_from_u64(round as u64);
        fs::write(&path, mutate(&sound, &mut rng)).expect("the folder is writable");
        // What survives goes through the doctor too.
        if let Ok(survey) = survey_files(&files, Some(5.0)) {
            read += 1;
            checkup(&survey, &survey.graph(), &CheckOptions::default());
        }
        round += 1;
    }
    println!("{name}: {round} mutations of {mutated}, {read} could be read");
    assert!(read < round, "{name}: every mutation was read");
}

fn mutate(sound: &[u8], rng: &mut ChaCha8Rng) -> Vec<u8> {
    const WORDS: [&[u8]; 12] = [
        b"-1",
        b"1e308",
        b"null",
        b"[]",
        b"{}",
        b"\"\"",
        b"99999999999999999999",
        b"NaN",
        b"\xff\xff\xff\xff",
        b"\x00\x00\x00\x00",
        b"\x00\x00\x00\x00\x00\x00\xf0\x7f",
        b"0",
    ];
    let mut bytes = sound.to_vec();
    for _ in 0..rng.random_range(1..5) {
        let at = rng.random_range(0..bytes.len().max(1)).min(bytes.len().saturating_sub(1));
        let end = (at + rng.random_range(0..12)).min(bytes.len());
        match rng.random_range(0..7) {
            0 => bytes.truncate(at.max(1)),
            1 => drop(bytes.drain(at..end)),
            2 => bytes[at] = rng.random(),
            3 => bytes[at] ^= 1 << rng.random_range(0..8),
            4 => drop(bytes.splice(at..end, WORDS.choose(rng).unwrap().iter().copied())),
            5 => {
                let word = WORDS.choose(rng).unwrap();
                let end = (at + word.len()).min(bytes.len());
                bytes[at..end].copy_from_slice(&word[..end - at]);
            }
            _ => {
                let copy = bytes[at..end].to_vec();
                let to = rng.random_range(0..bytes.len().max(1));
                drop(bytes.splice(to..to, copy));
            }
        }
        if bytes.is_empty() {
            bytes.push(b' ');
        }
    }
    bytes
}

fn one_map(folder: &Path, file: &str, bytes: &[u8]) -> MapFiles {
    let path = folder.join(file);
    fs::write(&path, bytes).expect("the folder is writable");
    MapFiles { maps: vec![path.display().to_string()], key: Some("code".to_owned()), ..MapFiles::default() }
}

/// Two squares as shapefile.
fn shapefile(folder: &Path) -> MapFiles {
    let path = folder.join("map.shp");
    let table = TableWriterBuilder::new()
        .add_character_field(FieldName::try_from("code").unwrap(), 10)
        .add_numeric_field(FieldName::try_from("people").unwrap(), 10, 0);
    let mut writer = shapefile::Writer::from_path(&path, table).expect("the folder is writable");
    for (code, west) in [("west", 500_000.0), ("east", 500_100.0)] {
        let corners = [[0.0, 0.0], [0.0, 100.0], [100.0, 100.0], [100.0, 0.0], [0.0, 0.0]];
        let ring = corners.map(|[x, y]| Point::new(west + x, 5_650_000.0 + y)).into();
        let mut record = Record::default();
        record.insert("code".to_owned(), FieldValue::Character(Some(code.to_owned())));
        record.insert("people".to_owned(), FieldValue::Numeric(Some(7.0)));
        let shape = shapefile::Polygon::new(PolygonRing::Outer(ring));
        writer.write_shape_and_record(&shape, &record).expect("the folder is writable");
    }
    drop(writer);
    fs::write(path.with_extension("prj"), PRJ).expect("the folder is writable");
    fs::write(path.with_extension("cpg"), "ISO-8859-1").expect("the folder is writable");
    MapFiles { maps: vec![path.display().to_string()], key: Some("code".to_owned()), ..MapFiles::default() }
}

/// Two squares as GeoPackage.
fn package(folder: &Path) -> MapFiles {
    let row = |(code, west): (&str, f64)| {
        let corners = [[0.0, 0.0], [100.0, 0.0], [100.0, 100.0], [0.0, 100.0], [0.0, 0.0]];
        let line: LineString<f64> =
            corners.map(|[x, y]| Coord { x: west + x, y: 170_000.0 + y }).into_iter().collect();
        (vec![Attribute::of_text(code)], MultiPolygon::new(vec![Polygon::new(line, Vec::new())]))
    };
    let srs = Srs { epsg: 31370, name: "Lambert 72".to_owned(), definition_wkt: "undefined".to_owned() };
    let columns = vec![("code".to_owned(), ColumnKind::Text)];
    let rows = [("west", 150_000.0), ("east", 150_100.0)].map(row).into();
    let layer = GpkgLayer::of_polygons("units", srs, columns, rows);
    one_map(folder, "map.gpkg", &geopackage(&[layer]).expect("a layer that can be written"))
}

#[test]
fn geojson_of_any_bytes_is_answered() {
    fuzz("GeoJSON", |folder| one_map(folder, "map.geojson", GEOJSON.as_bytes()), "map.geojson");
}

#[test]
fn topojson_of_any_bytes_is_answered() {
    fuzz("TopoJSON", |folder| one_map(folder, "map.topojson", TOPOJSON.as_bytes()), "map.topojson");
}

#[test]
fn shapefile_of_any_bytes_is_answered() {
    for part in ["map.shp", "map.dbf", "map.prj"] {
        fuzz("shapefile", shapefile, part);
    }
}

#[test]
fn geopackage_of_any_bytes_is_answered() {
    fuzz("GeoPackage", package, "map.gpkg");
}

#[test]
fn table_of_any_bytes_is_answered() {
    let with_table = |folder: &Path| {
        let files = one_map(folder, "map.geojson", GEOJSON.as_bytes());
        let table = folder.join("table.csv");
        fs::write(&table, TABLE).expect("the folder is writable");
        MapFiles {
            table: Some(table.display().to_string()),
            population: Some("people".to_owned()),
            name: Some("name".to_owned()),
            ..files
        }
    };
    fuzz("table", with_table, "table.csv");
}
