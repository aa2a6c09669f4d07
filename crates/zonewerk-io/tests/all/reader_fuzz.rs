//! Bytes that nobody meant: every reader answers, with units or with what is wrong, and
//! never panics, and takes no memory out of proportion. Mutations are seeded; `ZONEWERK_FUZZ_SECONDS=300` goes on for so long per
//! reader with other seeds.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use geo::{Coord, LineString, MultiPolygon, Polygon};
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use shapefile::dbase::{FieldName, FieldValue, Record, TableWriterBuilder};
use shapefile::{Point, PolygonRing};
use zonewerk_audit::proposal::Draft;
use zonewerk_core::layer::Attribute;
use zonewerk_io::check::{CheckOptions, checkup};
use zonewerk_io::{ColumnKind, GpkgLayer, Srs, geopackage};
use zonewerk_io::{MapFiles, PlanMapOptions, read_plan_map, scenario, survey_files};
use zonewerk_io::{read_column, read_old_table, read_plan, read_population_series, read_proposal};

use crate::load_faults::world::World;

/// Mutations without the variable.
const FEW: usize = 300;

/// What may hold any text: an encoding that nobody knows is as none.
const ANY_TEXT: &str = "map.cpg";

/// What no file of a few kilobytes may need, nor all tests beside it.
const MOST_MEMORY: u64 = 4 << 30;

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

/// Mutates one file of a folder, over and over, and reads the whole as a map.
fn fuzz(name: &str, write: impl Fn(&Path) -> MapFiles, mutated: &str) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let files = write(folder.path());
    fuzz_file(name, &folder.path().join(mutated), || {
        // What survives goes through the doctor too.
        let survey = survey_files(&files, Some(5.0)).ok()?;
        checkup(&survey, &survey.graph(), &CheckOptions::default());
        Some(())
    });
}

/// Mutates a file, over and over, and reads it; `read` says whether it could be read.
fn fuzz_file(name: &str, path: &Path, read: impl Fn() -> Option<()>) {
    let sound = fs::read(path).expect("just written");
    fuzz_bytes(name, &sound, |bytes| {
        fs::write(path, bytes).expect("the folder is writable");
        read()
    });
}

/// Mutates some bytes, over and over, and reads them.
fn fuzz_bytes(name: &str, sound: &[u8], read: impl Fn(&[u8]) -> Option<()>) {
    assert!(read(sound).is_some(), "{name} is sound");
    let seconds = std::env::var("ZONEWERK_FUZZ_SECONDS").ok().and_then(|text| text.parse().ok());
    let until = seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let (mut round, mut could_be_read) = (0, 0);
    while until.map_or(round < FEW, |until| Instant::now() < until) {
        let mut rng = ChaCha8Rng::seed_from_u64(round as u64);
        could_be_read += usize::from(read(&mutate(sound, &mut rng)).is_some());
        let most = most_memory();
        assert!(most < MOST_MEMORY, "{name}: {most} bytes of memory by round {round}");
        round += 1;
    }
    println!("{name}: {round} mutations, {could_be_read} could be read, {} MB", most_memory() >> 20);
    assert!(could_be_read < round || name == ANY_TEXT, "{name}: every mutation was read");
}

/// The memory of this program when it had most, where the machine tells.
fn most_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.unwrap_or(0) << 10
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
    for part in ["map.shp", "map.dbf", "map.prj", "map.cpg"] {
        fuzz(part, shapefile, part);
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

/// Nine squares with something of everything that a scenario may say.
fn scenario_files() -> World {
    let more = r#"
[[pins]]
together = ["b1", "b2"]
reason = "One valley"

[[pins]]
zone = "South"
holds = ["d1"]
without = ["c3"]
reason = "So it was promised"

[[mergers]]
name = "Town"
units = ["b1", "b3"]
status = "expected"
date = "2031-01-01"

[[accepted]]
fault = "gap"
units = ["b1"]
reason = "A river"

[regions]
given = "circles"

[goals]"#;
    let profile = "name = \"own\"\ntitle = \"Own\"\nsource = \"Nobody\"\nextends = \"call-2017\"\n\n\
                   [rules.zone-crosses-group]\nfamilies = [\"circles\"]\nseverity = \"warning\"\n";
    let circles = "group,unit,part\nmiddle,b1,\nmiddle,b2,west\nother,b2,east\n";
    World::merged()
        .with("scenario.toml", "\n[goals]", more)
        .with("scenario.toml", "profile = \"call-2017\"", "profile = \"own.toml\"")
        .with("scenario.toml", "[\"border-length\"]", "[\"2 * border-length + cut-edges within 1 %\"]")
        .with_file("circles.csv", circles)
        .and_file("own.toml", profile)
}

#[test]
fn files_of_a_scenario_of_any_bytes_are_answered() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    for file in ["scenario.toml", "own.toml", "units.csv", "circles.csv", "plan.csv", "mergers.csv"] {
        scenario_files().write(folder.path());
        let path = folder.path().join("scenario.toml").display().to_string();
        if let Err(problems) = scenario(Some(&path)) {
            panic!("{problems}");
        }
        fuzz_file(file, &folder.path().join(file), || {
            let scenario = scenario(Some(&path)).ok()?;
            drop(scenario.instance(&scenario.graph()));
            Some(())
        });
    }
}

#[test]
fn tables_and_proposals_of_any_bytes_are_answered() {
    let scenario = scenario_files().load().expect("a sound scenario");
    let units = &scenario.territory;
    let plan = "unit,zone,region,part,population\nd1,Rest,,,\na3,Rest,,,\nb1,Rest,,,\nb2,Rest,,old,4\n\
                b2,Top,,new,7\nb3,Rest,,,\nc1,Top,,,\nc2,Top,,,\nc3,,,,\n";
    let all_units = || units.units().values();
    let series: String =
        all_units().map(|unit| format!("{},2031,{}\n", unit.code, unit.population)).collect();
    let series = format!("unit,date,population\n{series}");
    fuzz_bytes("plan", plan.as_bytes(), |bytes| read_plan("p.csv", bytes, units).ok().map(drop));
    fuzz_bytes("old plan", plan.as_bytes(), |bytes| read_old_table("p.csv", bytes, units).ok().map(drop));
    fuzz_bytes("old groups", b"group,unit,part\nx,a1,\nx,a2,\ny,b2,west\n", |bytes| {
        read_old_table("g.csv", bytes, units).ok().map(drop)
    });
    fuzz_bytes("series", series.as_bytes(), |bytes| {
        read_population_series("s.csv", bytes, units).ok().map(drop)
    });
    fuzz_bytes("column", b"code,x\na1,2\n", |bytes| read_column("c.csv", bytes, "x").ok().map(drop));

    let toml = "[[move]]\nunit = \"b1\"\nzone = \"Top\"\nreason = \"x\"\n\n[[new]]\nname = \"New\"\nunits = [\"b2\"]\n\n\
                [[swap]]\nunits = [\"c1\", \"b3\"]\n\n[[merge]]\nzones = [\"Top\", \"New\"]\nname = \"All\"\n\n\
                [[dissolve]]\nzone = \"All\"\n";
    let folder = tempfile::tempdir().expect("a folder for the test");
    for (file, text) in [("p.toml", toml), ("p.csv", "unit,zone,reason\nb1,Top,x\nUnit b2,New,\n")] {
        let path = folder.path().join(file);
        fs::write(&path, text).expect("the folder is writable");
        fuzz_file(file, &path, || {
            let plan = scenario.official_plan.clone().expect("a plan in force");
            let mut draft = Draft::of(units, plan);
            read_proposal(&path, units, &mut draft).ok()?;
            draft.finish();
            Some(())
        });
    }
}

#[test]
fn plan_map_of_any_bytes_is_answered() {
    let scenario = World::plain().load().expect("a sound scenario");
    let zone = |name: &str, south: f64, north: f64| {
        format!(
            r#"{{"type":"Feature","properties":{{"zone":"{name}","region":"N"}},"geometry":{{"type":"Polygon","coordinates":[[[4.0,{south}],[4.3,{south}],[4.3,{north}],[4.0,{north}],[4.0,{south}]]]}}}}"#
        )
    };
    let shapes = format!(
        "{{\"type\":\"FeatureCollection\",\"features\":[{},{}]}}",
        zone("A", 51.0, 51.1),
        zone("B", 51.1, 51.3)
    );
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("plan.geojson");
    fs::write(&path, shapes).expect("the folder is writable");
    fuzz_file("plan map", &path, || {
        read_plan_map(&path, &scenario, &PlanMapOptions::default()).ok().map(drop)
    });
}

#[test]
fn coordinate_systems_of_any_text_are_answered() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let files = one_map(folder.path(), "map.geojson", GEOJSON.as_bytes());
    for text in
        ["EPSG:4326", "+proj=longlat +ellps=GRS80 +towgs84=0,0,0 +no_defs", "urn:ogc:def:crs:OGC:1.3:CRS84"]
    {
        fuzz_bytes(text, text.as_bytes(), |bytes| {
            let crs = Some(String::from_utf8_lossy(bytes).into_owned());
            survey_files(&MapFiles { crs, ..files.clone() }, None).ok().map(drop)
        });
    }
}
