//! Maps and other files as strangers write them: read right, refused with a reason, and
//! never a panic.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};

use rand::seq::IndexedRandom;
use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use zonewerk_core::territory::{Id, Territory, Unit, UnitCode, UnitId};
use zonewerk_core::topology::Topology;
use zonewerk_io::{read_boundaries, read_codes, read_plan};

/// Two squares beside each other, the border between them an arc that the east one
/// walks backwards.
const TOPOJSON: &str = r#"{"type":"Topology","objects":{"units":{"type":"GeometryCollection","geometries":[
{"type":"Polygon","properties":{"code":"west"},"arcs":[[0,1]]},
{"type":"MultiPolygon","id":"east","arcs":[[[2,-1]]]}]}},
"arcs":[[[4.1,51.0],[4.1,51.1]],
[[4.1,51.1],[4.0,51.1],[4.0,51.0],[4.1,51.0]],
[[4.1,51.0],[4.2,51.0],[4.2,51.1],[4.1,51.1]]]}"#;

/// The same map in whole steps of a tenth of a degree.
const QUANTISED: &str = r#"{"type":"Topology","transform":{"scale":[0.1,0.1],"translate":[4,51]},
"objects":{"units":{"type":"GeometryCollection","geometries":[
{"type":"Polygon","properties":{"code":"west"},"arcs":[[0,1]]},
{"type":"MultiPolygon","id":"east","arcs":[[[2,-1]]]}]}},
"arcs":[[[1,0],[0,1]],[[1,1],[-1,0],[0,-1],[1,0]],[[1,0],[1,0],[0,1],[-1,0]]]}"#;

/// The same map without shared arcs.
const GEOJSON: &str = r#"{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"code":"west"},"geometry":{"type":"Polygon","coordinates":[[[4.0,51.0],[4.1,51.0],[4.1,51.1],[4.0,51.1],[4.0,51.0]]]}},
{"type":"Feature","id":"east","properties":null,"geometry":{"type":"MultiPolygon","coordinates":[[[[4.1,51.0],[4.2,51.0],[4.2,51.1],[4.1,51.1],[4.1,51.0]]]]}}]}"#;

const PLAN: &str =
    "unit,zone,region,part,population\nwest,\"A, or B\",N,old town,12\nwest,C,,new town,\neast,C,,,\n";

fn codes() -> Vec<UnitCode> {
    ["east", "west"].map(UnitCode::new).into()
}

fn read(text: &str) -> Result<Topology, Vec<String>> {
    read_boundaries("map", text.as_bytes(), "code", &codes())
        .map_err(|problems| problems.all().iter().map(ToString::to_string).collect())
}

fn replaced(text: &str, from: &str, to: &str) -> String {
    assert_eq!(text.matches(from).count(), 1, "{from}");
    text.replace(from, to)
}

/// Corners of the outer ring of each unit, sorted.
fn corners(map: &Topology) -> Vec<Vec<[f64; 2]>> {
    let corners_of = |index| {
        let shape = map.geometry(UnitId::new(index));
        let mut corners: Vec<[f64; 2]> =
            shape.0[0].exterior().coords().skip(1).map(|corner| [corner.x, corner.y]).collect();
        corners.sort_by(|a, b| a.partial_cmp(b).unwrap());
        corners
    };
    (0..map.len()).map(corners_of).collect()
}

/// Metres of border between the two units.
fn border_m(map: &Topology) -> f64 {
    let shared = map.arc_users().filter(|(_, users)| users.len() == 2);
    shared.map(|(arc, _)| map.arc_length_m(arc)).sum()
}

#[test]
fn one_map_reads_the_same_in_every_format() {
    let expected = [
        [[4.1, 51.0], [4.1, 51.1], [4.2, 51.0], [4.2, 51.1]],
        [[4.0, 51.0], [4.0, 51.1], [4.1, 51.0], [4.1, 51.1]],
    ];
    let backwards = replaced(TOPOJSON, "[[4.1,51.0],[4.1,51.1]]", "[[4.1,51.1],[4.1,51.0]]");
    let backwards = replaced(&replaced(&backwards, "[[0,1]]", "[[-1,1]]"), "[[[2,-1]]]", "[[[2,0]]]");
    let numbered = |text: &str| text.replace("\"west\"", "31005").replace("\"east\"", "21004");
    for (name, text) in [
        ("GeoJSON", GEOJSON),
        ("TopoJSON", TOPOJSON),
        ("quantised TopoJSON", QUANTISED),
        ("shared arc drawn the other way", &backwards),
        ("byte order mark", &format!("\u{feff}{GEOJSON}")),
    ] {
        let map = read(text).unwrap();
        assert_eq!(corners(&map), expected, "{name}");
        assert!((border_m(&map) - 11_119.5).abs() < 30.0, "{name}: {} m", border_m(&map));
        let names: Vec<String> = ["31005", "21004"].map(str::to_owned).into();
        let read = read_codes("map", numbered(text).as_bytes(), "code").unwrap();
        assert_eq!(read.iter().map(ToString::to_string).collect::<Vec<_>>(), names, "{name}");
    }
}

#[test]
fn units_that_are_not_wanted_are_left_out() {
    let map = read_boundaries("map", TOPOJSON.as_bytes(), "code", &[UnitCode::new("west")]).unwrap();
    assert_eq!(map.len(), 1);
    assert_eq!(border_m(&map), 0.0);
}

#[test]
fn fault_of_a_topojson_map_is_named() {
    let with = |from: &str, to: &str| replaced(TOPOJSON, from, to);
    let quantised = |from: &str, to: &str| replaced(QUANTISED, from, to);
    let cases: Vec<(&str, String, &[&str])> = vec![
        (
            "arc that is not there",
            with("[[0,1]]", "[[0,3]]"),
            &[
                "map, feature 1, geometry: found arc 3 where there are 3, expected the number of an arc, or its ones' complement [invalid-arc]",
            ],
        ),
        (
            "backward arc that is not there",
            with("[[[2,-1]]]", "[[[2,-4]]]"),
            &[
                "map, feature 2, geometry: found arc -4 where there are 3, expected the number of an arc, or its ones' complement [invalid-arc]",
            ],
        ),
        (
            "arc number beyond all",
            with("[[0,1]]", "[[0,9223372036854775808]]"),
            &[
                "map, feature 1, geometry: found arc 9223372036854775808 where there are 3, expected the number of an arc, or its ones' complement [invalid-arc]",
            ],
        ),
        (
            "arc number below all",
            with("[[0,1]]", "[[0,-9223372036854775808]]"),
            &[
                "map, feature 1, geometry: found arc -9223372036854775808 where there are 3, expected the number of an arc, or its ones' complement [invalid-arc]",
            ],
        ),
        (
            "arc number that is a fraction",
            with("[[0,1]]", "[[0,1.5]]"),
            &[
                "map, feature 1, geometry: found arc 1.5 where there are 3, expected the number of an arc, or its ones' complement [invalid-arc]",
            ],
        ),
        (
            "arcs that do not meet",
            with("[[0,1]]", "[[0,2]]"),
            &[
                "map, feature 1, geometry: found arc 2 from 4.1, 51 after 4.1, 51.1, expected arcs that join end to end [open-ring]",
            ],
        ),
        (
            "ring that does not close",
            with("[[0,1]]", "[[1]]"),
            &[
                "map, feature 1, geometry: found a ring from 4.1, 51.1 to 4.1, 51, expected a ring that ends where it starts [open-ring]",
            ],
        ),
        (
            "ring there and back",
            with("[[0,1]]", "[[0,-1]]"),
            &[
                "map, feature 1, geometry: found a ring of 2 positions that differ, expected 3 positions that differ, the first repeated at the end [short-ring]",
            ],
        ),
        (
            "ring without arcs",
            with("[[0,1]]", "[[]]"),
            &[
                "map, feature 1, geometry: found a ring without positions, expected 4 positions or more [short-ring]",
            ],
        ),
        (
            "polygon without rings",
            with("[[0,1]]", "[]"),
            &[
                "map, feature 1, geometry: found no geometry, expected Polygon or MultiPolygon [empty-geometry]",
            ],
        ),
        (
            "arcs of the wrong depth",
            with("[[0,1]]", "[0,1]"),
            &[
                "map, feature 1, geometry: found a ring without positions, expected 4 positions or more [short-ring]",
                "map, feature 1, geometry: found a ring without positions, expected 4 positions or more [short-ring]",
            ],
        ),
        (
            "line",
            with("\"Polygon\"", "\"LineString\""),
            &["map, feature 1, geometry: found LineString, expected Polygon or MultiPolygon [not-a-polygon]"],
        ),
        (
            "null geometry",
            with("\"type\":\"Polygon\"", "\"type\":null"),
            &[
                "map, feature 1, geometry: found no geometry, expected Polygon or MultiPolygon [empty-geometry]",
            ],
        ),
        (
            "two objects",
            with("\"objects\":{", "\"objects\":{\"sea\":{},"),
            &[
                "map, objects: found sea, units, expected one object that holds the units, or its name as the layer [not-one-object]",
            ],
        ),
        (
            "no objects",
            with("\"objects\":{", "\"things\":{"),
            &[
                "map, objects: found none, expected one object that holds the units, or its name as the layer [not-one-object]",
            ],
        ),
        (
            "no arcs",
            with("\"arcs\":[[[4.1,51.0],[4.1", "\"arc\":[[[4.1,51.0],[4.1"),
            &["map, arcs: found none, expected a list of arcs [no-arcs]"],
        ),
        (
            "arc of one point",
            with("[[4.1,51.0],[4.1,51.1]]", "[[4.1,51.0]]"),
            &[
                "map, feature 1, geometry: found an arc of 1 positions, expected 2 positions or more [invalid-arc]",
                "map, feature 2, geometry: found an arc of 1 positions, expected 2 positions or more [invalid-arc]",
            ],
        ),
        (
            "words in an arc",
            with("[[4.1,51.0],[4.1,51.1]]", "[[4.1,51.0],[\"x\",51.1]]"),
            &[
                r#"map, feature 1, geometry: found position ["x",51.1], expected longitude and latitude, two numbers [invalid-position]"#,
                r#"map, feature 2, geometry: found position ["x",51.1], expected longitude and latitude, two numbers [invalid-position]"#,
            ],
        ),
        (
            "metres",
            with("[4.0,51.1]", "[150000,210000]"),
            &[
                "map, feature 1, geometry: found position 150000, 210000 (these look like metres), expected longitude from -180 to 180 and latitude from -90 to 90 in degrees [position-out-of-range]",
            ],
        ),
        (
            "another crs",
            with("\"objects\"", r#""crs":{"type":"name","properties":{"name":"EPSG:99999"}},"objects""#),
            &[
                "map: found one that cannot be used (EPSG:99999 is no known coordinate reference system; give the code of a usual system, a PROJ text or the text of a .prj file), expected a coordinate reference system; name it as crs, such as EPSG:31370 [unknown-crs]",
            ],
        ),
        (
            "ring to and fro",
            with("[[0,1]]", "[[0,-1,0,-1]]"),
            &[
                "map, feature 1, geometry: found a ring of 2 positions that differ, expected 3 positions that differ, the first repeated at the end [short-ring]",
            ],
        ),
        (
            "no scale",
            quantised("\"scale\"", "\"scales\""),
            &[
                r#"map, transform: found {"scales":[0.1,0.1],"translate":[4,51]}, expected scale and translate, two numbers each [invalid-transform]"#,
            ],
        ),
        (
            "translation of one number",
            quantised("[4,51]", "[4]"),
            &[
                r#"map, transform: found {"scale":[0.1,0.1],"translate":[4]}, expected scale and translate, two numbers each [invalid-transform]"#,
            ],
        ),
        (
            "scale 0",
            quantised("[0.1,0.1]", "[0,0]"),
            &[
                "map, feature 1, geometry: found a ring of 1 positions that differ, expected 3 positions that differ, the first repeated at the end [short-ring]",
                "map, feature 2, geometry: found a ring of 1 positions that differ, expected 3 positions that differ, the first repeated at the end [short-ring]",
            ],
        ),
        (
            "scale of metres",
            quantised("[0.1,0.1]", "[100,100]"),
            &[
                "map, feature 1, geometry: found position 104, 151 (this is far outside its area of use), expected longitude from -180 to 180 and latitude from -90 to 90 in degrees [position-out-of-range]",
                "map, feature 2, geometry: found position 204, 51 (this is far outside its area of use), expected longitude from -180 to 180 and latitude from -90 to 90 in degrees [position-out-of-range]",
            ],
        ),
        (
            "no key",
            with("\"code\":\"west\"", "\"nis\":\"west\""),
            &[
                "map, feature 1, code: found only nis west, expected the unit code [missing-key]",
                "map, code: found no shape for unit west, expected a feature with code west [missing-shape]",
            ],
        ),
        (
            "duplicate",
            with("\"east\"", "\"west\""),
            &[
                "map, feature 2, code: found west, which is also feature 1, expected each unit once [duplicate-unit]",
                "map, code: found no shape for unit east, expected a feature with code east [missing-shape]",
            ],
        ),
        (
            "broken off",
            TOPOJSON[..TOPOJSON.len() - 9].to_owned(),
            &[
                "map, line 6: found a file that was cut off (EOF while parsing a list at line 6 column 38), expected JSON [not-json]",
            ],
        ),
    ];
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(name, text, expected)| {
            let found = read(text).err().unwrap_or_default();
            (found != *expected || expected.is_empty()).then(|| format!("{name}:\n{found:#?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn spoilt_maps_and_plans_never_panic() {
    let unit = |code| Unit { code, name: "Unit".to_owned(), population: 10 };
    let territory = Territory::new(codes().into_iter().map(unit).collect()).unwrap();
    let map = |bytes: &[u8]| read_boundaries("map", bytes, "code", &codes()).is_ok();
    let plan = |bytes: &[u8]| read_plan("plan", bytes, &territory).is_ok();
    survives("GeoJSON", GEOJSON, 20_000, &map);
    survives("TopoJSON", TOPOJSON, 20_000, &map);
    survives("quantised TopoJSON", QUANTISED, 20_000, &map);
    survives("plan", PLAN, 20_000, &plan);
}

#[test]
fn spoilt_scenarios_never_panic() {
    let folder = tempfile::tempdir().unwrap();
    let files = [
        ("grid.geojson", GEOJSON),
        ("units.csv", "code,name,people\nwest,West,10\neast,East,20\n"),
        ("mergers.csv", "date,old,new,new_name\n2025-01-01,west,all,All\n2025-01-01,east,all,All\n"),
        ("groups.csv", "group,unit\none,all\n"),
        ("plan.csv", "unit,zone\nall,A\n"),
        (
            "scenario.toml",
            "name = \"two\"\ntitle = \"Two\"\nprofile = \"call-2017\"\n[units]\nboundaries = \"grid.geojson\"\n\
             attributes = \"units.csv\"\nkey = \"code\"\nname = \"name\"\npopulation = \"people\"\n\
             population_date = \"2022-01-01\"\nmergers = \"mergers.csv\"\n[levels.zone]\nminimum = 1\nmaximum = 99\n\
             [[groups]]\nfamily = \"f\"\nfile = \"groups.csv\"\n[[exceptions]]\nunits = [\"all\"]\nminimum = 3\n\
             reason = \"Why\"\n[[fixed_zones]]\nname = \"A\"\nunits = [\"all\"]\nreason = \"Why\"\n\
             [plans]\nofficial = \"plan.csv\"\n",
        ),
    ];
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let scenario = folder.path().join("scenario.toml");
    for (name, text) in files {
        let file = folder.path().join(name);
        survives(name, text, 350, &|bytes| {
            fs::write(&file, bytes).unwrap();
            zonewerk_io::scenario(scenario.to_str()).is_ok()
        });
        fs::write(file, text).unwrap();
    }
}

/// Reads a text that is right, and then spoilt versions of it; some must still be right
/// and some not, or nothing was tried.
fn survives(name: &str, text: &str, tries: usize, read: &dyn Fn(&[u8]) -> bool) {
    assert!(read(text.as_bytes()), "{name} is wrong before it is spoilt");
    let mut random = ChaCha8Rng::seed_from_u64(7);
    let mut right = 0;

    for _ in 0..tries {
        let spoilt = spoil(text.as_bytes(), &mut random);
        match catch_unwind(AssertUnwindSafe(|| read(&spoilt))) {
            Ok(is_right) => right += usize::from(is_right),
            Err(_) => panic!("{name} panics on:\n{}", String::from_utf8_lossy(&spoilt)),
        }
    }
    assert!(right > 0 && right < tries, "{name}: {right} of {tries} read");
}

/// A text with one to three passages cut, doubled, swapped, or replaced by something that
/// means something.
fn spoil(text: &[u8], random: &mut impl Rng) -> Vec<u8> {
    const WORDS: [&str; 24] = [
        "0",
        "-1",
        "9223372036854775808",
        "1e999",
        "-0.0",
        "1e-320",
        "0.5",
        "null",
        "true",
        "\"\"",
        "[]",
        "{}",
        "[",
        "]",
        "{",
        "}",
        ",",
        ";",
        "\"",
        "\n",
        "\r\n",
        "\u{feff}",
        "west",
        "51.1",
    ];
    let mut spoilt = text.to_vec();
    for _ in 0..random.random_range(1..=3) {
        let begin = random.random_range(0..spoilt.len());
        let end = (begin + random.random_range(0..12)).min(spoilt.len());
        let passage = spoilt[begin..end].to_vec();
        let new = match random.random_range(0..6) {
            0 => Vec::new(),
            1 => [passage.clone(), passage].concat(),
            2 => passage.into_iter().rev().collect(),
            3 => passage.into_iter().map(|byte| byte ^ (1 << random.random_range(0..8))).collect(),
            4 => swapped_digits(passage, random),
            _ => WORDS.choose(random).map_or(Vec::new(), |word| word.as_bytes().to_vec()),
        };
        spoilt.splice(begin..end, new);
        if spoilt.is_empty() {
            break;
        }
    }
    spoilt
}

/// Other digits, so that a map stays a map and gets another shape.
fn swapped_digits(passage: Vec<u8>, random: &mut impl Rng) -> Vec<u8> {
    let digit = |byte: u8| if byte.is_ascii_digit() { b'0' + random.random_range(0..10) as u8 } else { byte };
    passage.into_iter().map(digit).collect()
}
