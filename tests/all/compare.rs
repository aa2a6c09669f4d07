//! The verb compare, on twelve squares and on Flanders; names kept by solve.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;

use crate::squares::{self, Squares};

const UNITS: [&str; 12] = ["a1", "a2", "a3", "b1", "b2", "b3", "c1", "c2", "c3", "d1", "d2", "d3"];

/// A plan of the squares in zones by name; squares that no zone names are left out.
fn table(zones: &[(&str, &str)]) -> String {
    let mut text = "unit,zone\n".to_owned();
    for (zone, units) in zones {
        units.split(' ').for_each(|unit| text += &format!("{unit},{zone}\n"));
    }
    for unit in UNITS.iter().filter(|unit| zones.iter().all(|(_, units)| !units.contains(*unit))) {
        text += &format!("{unit},\n");
    }
    text
}

const COLUMNS: [(&str, &str); 4] =
    [("West", "a1 a2 a3"), ("Inner", "b1 b2 b3"), ("Outer", "c1 c2 c3"), ("East", "d1 d2 d3")];

/// b3 goes to West; c and d become one zone, but for d3 which is one of its own.
const OTHER: [(&str, &str); 4] =
    [("W", "a1 a2 a3 b3"), ("I", "b1 b2"), ("Big", "c1 c2 c3 d1 d2"), ("Corner", "d3")];

/// c3 lies in no zone, and d3 with Inner.
const THIRD: [(&str, &str); 4] =
    [("West", "a1 a2 a3"), ("Inner", "b1 b2 b3 d3"), ("Outer", "c1 c2"), ("East", "d1 d2")];

fn squares() -> Squares {
    Squares::with(&[
        ("columns.csv", &table(&COLUMNS)),
        ("other.csv", &table(&OTHER)),
        ("third.csv", &table(&THIRD)),
    ])
}

fn compare(folder: &Path, arguments: &[&str], code: i32) -> (String, String) {
    let answer = Command::cargo_bin("zonewerk")
        .unwrap()
        .current_dir(folder)
        .arg("compare")
        .args(arguments)
        .assert()
        .code(code);
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (text(&answer.get_output().stdout), text(&answer.get_output().stderr))
}

fn on_squares(squares: &Squares, plans: &[&str], format: &str) -> String {
    let folder = squares.path("");
    let arguments = [plans, &["--scenario", "scenario.toml", "--format", format]].concat();
    compare(&folder, &arguments, 0).0
}

fn json(squares: &Squares, plans: &[&str]) -> Value {
    serde_json::from_str(&on_squares(squares, plans, "json")).unwrap()
}

fn codes(units: &Value) -> Vec<&str> {
    units.as_array().unwrap().iter().map(|unit| unit["code"].as_str().unwrap()).collect()
}

#[test]
fn zones_are_matched_and_moves_counted() {
    let report = json(&squares(), &["columns.csv", "other.csv"]);
    let moves = &report["moves"][0];
    assert_eq!((&moves["people_staying"], &moves["people_moved"]), (&90.into(), &30.into()));
    assert_eq!(codes(&moves["units_moved"]), ["b3", "d1", "d2"]);
    let zone = |before: Value, after: Value| {
        let zones = moves["zones"].as_array().unwrap().iter();
        zones.into_iter().find(|zone| zone["before"] == before && zone["after"] == after).cloned().unwrap()
    };
    let west = zone("West".into(), "W".into());
    assert_eq!((&west["people_before"], &west["people_after"]), (&30.into(), &40.into()));
    assert_eq!((codes(&west["joined"]), codes(&west["left"])), (vec!["b3"], vec![]));
    let big = zone("Outer".into(), "Big".into());
    assert_eq!((codes(&big["joined"]), codes(&big["left"])), (vec!["d1", "d2"], vec![]));
    let corner = zone("East".into(), "Corner".into());
    assert_eq!((&corner["status"], codes(&corner["left"])), (&"changed".into(), vec!["d1", "d2"]));
}

#[test]
fn what_is_contested_is_what_a_recount_says() {
    let squares = squares();
    let plans = [COLUMNS, OTHER, THIRD];
    let report = json(&squares, &["columns.csv", "other.csv", "third.csv"]);
    // Zones that continue each other, as a reader would say.
    let lines = BTreeMap::from([("W", "West"), ("I", "Inner"), ("Big", "Outer"), ("Corner", "East")]);
    let line = |plan: usize, unit: &str| {
        let zone = plans[plan].iter().find(|(_, units)| units.contains(unit)).map(|(zone, _)| *zone);
        zone.map(|zone| *lines.get(zone).unwrap_or(&zone))
    };
    let differs = |unit: &&str| (1..3).any(|plan| line(plan, unit) != line(0, unit));
    let expected: BTreeSet<&str> = UNITS.iter().copied().filter(|unit| differs(unit)).collect();
    let contested = report["contested"].as_array().unwrap();
    assert_eq!(codes(&report["contested"]).into_iter().collect::<BTreeSet<_>>(), expected);
    assert_eq!(expected.len(), 5, "b3, c3, d1, d2 and d3");
    let of = |code: &str| contested.iter().find(|unit| unit["code"] == code).unwrap();
    assert_eq!(of("d3")["agreeing"], serde_json::json!([["A", "B"], ["C"]]));
    assert_eq!(of("c3")["zones"], serde_json::json!([["Outer"], ["Big"], []]));
    // Pairs of neighbours: squares beside and above each other.
    let together = |plan: usize, a: &str, b: &str| {
        plans[plan].iter().any(|(_, units)| units.contains(a) && units.contains(b))
    };
    let place = |unit: &str| (unit.as_bytes()[0], unit.as_bytes()[1]);
    let mut counts = [0; 3];
    for (number, a) in UNITS.iter().enumerate() {
        for b in &UNITS[number + 1..] {
            let ((column, row), (other, above)) = (place(a), place(b));
            if column.abs_diff(other) + row.abs_diff(above) == 1 {
                let in_plans = (0..3).filter(|&plan| together(plan, a, b)).count();
                counts[if in_plans == 3 {
                    0
                } else if in_plans == 0 {
                    1
                } else {
                    2
                }] += 1;
            }
        }
    }
    let neighbours = &report["neighbours"];
    let found = ["together", "apart", "contested"].map(|key| neighbours[key].as_u64().unwrap());
    assert_eq!(found, counts);
    assert_eq!(neighbours["contested_pairs"].as_array().unwrap().len() as u64, counts[2]);
    assert_eq!(report["moves"].as_array().unwrap().len(), 3, "each pair of plans");
}

#[test]
fn the_way_back_moves_as_many() {
    let squares = squares();
    let moved = |plans: &[&str]| json(&squares, plans)["moves"][0]["people_moved"].clone();
    for plans in [["columns.csv", "other.csv"], ["other.csv", "third.csv"], ["columns.csv", "third.csv"]] {
        assert_eq!(moved(&plans), moved(&[plans[1], plans[0]]));
    }
}

#[test]
fn a_plan_with_other_names_is_the_same() {
    let squares = squares();
    let mut renamed = COLUMNS.map(|(zone, units)| (zone.to_uppercase(), units));
    renamed.reverse();
    let renamed: Vec<(&str, &str)> = renamed.iter().map(|(zone, units)| (zone.as_str(), *units)).collect();
    fs::write(squares.path("renamed.csv"), table(&renamed)).unwrap();
    let report = json(&squares, &["columns.csv", "renamed.csv"]);
    assert_eq!(report["moves"][0]["people_moved"], 0);
    assert_eq!(report["contested"].as_array().unwrap().len(), 0);
    let text = on_squares(&squares, &["columns.csv", "renamed.csv"], "text");
    assert!(text.starts_with("From A to B, nobody changes zone\n"), "{text}");
}

#[test]
fn rules_and_measures_stand_side_by_side() {
    let squares = squares();
    fs::write(squares.path("scenario.toml"), squares::without_pins()).unwrap();
    let report = json(&squares, &["columns.csv", "other.csv", "third.csv"]);
    let verdicts = report["plans"].as_array().unwrap().iter();
    let verdicts: Vec<&Value> = verdicts.map(|plan| &plan["judgements"][0]["compliant"]).collect();
    assert_eq!(verdicts, [true, false, false], "Corner is too small; c3 lies in no zone, d3 far off");
    let rules = report["plans"][1]["judgements"][0]["rules"].as_array().unwrap();
    let small = rules.iter().find(|rule| rule["rule"] == "zone-below-minimum-population").unwrap();
    assert_eq!(small["errors"], 1);
    let goals = report["goals"].as_array().unwrap();
    let cut = goals.iter().find(|goal| goal["goal"] == "cut-edges").unwrap();
    assert_eq!(cut["values"], serde_json::json!([9, 8, null]), "a plan that leaves one out has no value");
    assert_eq!(report["plans"][2]["not_measured"], "it leaves out c3");
    assert_eq!(report["plans"][1]["smallest_population"], 10);
}

#[test]
fn the_map_has_every_unit_and_says_which_move() {
    let squares = squares();
    let out = squares.path("moved.geojson");
    let arguments = ["columns.csv", "other.csv", "-s", "scenario.toml", "-f", "geojson", "-o"];
    let printed = compare(&squares.path(""), &[&arguments[..], &[out.to_str().unwrap()]].concat(), 0).0;
    assert_eq!(printed, "");
    let map: Value = serde_json::from_slice(&fs::read(out).unwrap()).unwrap();
    let features = map["features"].as_array().unwrap();
    assert_eq!((features.len(), &map["type"]), (12, &"FeatureCollection".into()));
    let of = |code: &str| {
        let feature = features.iter().find(|feature| feature["properties"]["unit"] == code);
        feature.unwrap()["properties"].clone()
    };
    let (moved, stays) = (of("b3"), of("a1"));
    assert_eq!((&moved["zone_a"], &moved["zone_b"]), (&"Inner".into(), &"W".into()));
    assert_eq!((&moved["moved"], &moved["from"], &moved["to"]), (&true.into(), &"Inner".into(), &"W".into()));
    assert_eq!((&stays["moved"], &stays["from"]), (&false.into(), &Value::Null));
    assert_eq!(moved["fill"], stays["fill"], "b3 has the colour of the zone it comes to");
    assert_ne!(moved["fill-opacity"], stays["fill-opacity"]);
}

#[test]
fn text_is_short_and_fits_and_is_the_same_on_any_number_of_threads() {
    let here = Path::new(".");
    let plans = ["flanders-2019", "flanders-2025", "flanders-2019", "flanders-2025", "flanders-2019"];
    for arguments in [&plans[..2], &plans[..3], &plans[..]] {
        for all in [&[][..], &["--all"]] {
            let text = compare(here, &[arguments, all].concat(), 0).0;
            let wide: Vec<&str> = text.lines().filter(|line| line.chars().count() > 100).collect();
            assert!(wide.is_empty(), "{wide:#?}");
        }
    }
    let on_threads = |threads: &str| {
        let mut command = Command::cargo_bin("zonewerk").unwrap();
        command.env("RAYON_NUM_THREADS", threads).args(["compare", "flanders-2019", "flanders-2025"]);
        command.args(["--format", "json"]).assert().success().get_output().stdout.clone()
    };
    assert_eq!(on_threads("1"), on_threads("4"));
}

#[test]
fn what_the_mergers_of_2025_changed() {
    let text = compare(Path::new("."), &["flanders-2019", "flanders-2025", "-f", "json"], 0).0;
    let report: Value = serde_json::from_str(&text).unwrap();
    let moves = &report["moves"][0];
    assert_eq!(moves["people_moved"], 82_922);
    let whole = moves["units_moved"].as_array().unwrap().iter().filter(|unit| unit["wholly"] == true);
    let whole: Vec<&str> = whole.map(|unit| unit["name"].as_str().unwrap()).collect();
    assert_eq!(whole, ["Ranst", "Middelkerke", "De Haan"]);
    let parts = moves["units_moved"].as_array().unwrap().iter().filter(|unit| unit["wholly"] == false);
    assert_eq!(parts.count(), 3, "Borsbeek, Kortessem and Borgloon went along with those they merged with");
    assert!(report["plans"][0]["notes"].as_array().unwrap().len() > 1, "the plan was translated");
}

#[test]
fn wrong_use_and_bad_plans_exit_2() {
    let squares = squares();
    let folder = squares.path("");
    let refused = |arguments: &[&str]| compare(&folder, arguments, 2).1;
    assert!(refused(&["columns.csv"]).contains("2 values required"), "{}", refused(&["columns.csv"]));
    assert!(refused(&["columns.csv", "gone.csv", "-s", "scenario.toml"]).contains("gone.csv"));
    let over = refused(&["columns.csv", "other.csv", "-s", "scenario.toml", "-o", "other.csv"]);
    assert!(over.contains("read as input"), "{over}");
    let over = refused(&["columns.csv", "other.csv", "-s", "scenario.toml", "-o", "units.csv"]);
    assert!(over.contains("read as input"), "{over}");
    assert_eq!(fs::read_to_string(squares.path("other.csv")).unwrap(), table(&OTHER));
}

/// The names that `solve` gives, by the units of the zone.
fn names(squares: &Squares, arguments: &[&str]) -> BTreeMap<String, BTreeSet<String>> {
    let out = squares.path("drawn");
    squares.solve(&[arguments, &["--out", out.to_str().unwrap()]].concat(), 0);
    let plan = fs::read_to_string(out.join("plan.csv")).unwrap();
    let mut zones: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in plan.lines().skip(1) {
        let mut fields = row.split(',');
        let (unit, zone) = (fields.next().unwrap(), fields.next().unwrap());
        zones.entry(zone.to_owned()).or_default().insert(unit.to_owned());
    }
    zones
}

#[test]
fn zones_keep_the_names_of_the_base_plan() {
    let squares = squares();
    // Two rows more than halves: the pin keeps a1 and b1 together, so columns cannot all stay.
    let zones = names(&squares, &["--goal", "people-moved", "--base", "columns.csv"]);
    let of = |zone: &str| zones.get(zone).map(|units| units.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(of("Outer").unwrap(), ["c1", "c2", "c3"]);
    assert_eq!(of("East").unwrap(), ["d1", "d2", "d3"]);
    // One of the two west columns gave a square to the other, and both keep most of their people.
    assert_eq!(zones.keys().map(String::as_str).collect::<Vec<_>>(), ["East", "Inner", "Outer", "West"]);
    let sizes: BTreeSet<usize> = ["West", "Inner"].map(|zone| of(zone).unwrap().len()).into();
    assert_eq!(sizes, BTreeSet::from([2, 4]));
}

#[test]
fn a_name_is_given_once() {
    let squares = squares();
    // A zone of the base plan is called like a square in another zone, and a pin like a zone.
    let base = [("d1", "a1 a2 a3 b1 b2 b3"), ("Outer", "c1 c2 c3"), ("rest", "d1 d2 d3")];
    fs::write(squares.path("named.csv"), table(&base)).unwrap();
    let pinned = squares::SCENARIO.replace(
        "[goals]",
        "[[pins]]\nzone = \"Outer\"\nholds = [\"d1\"]\nwithout = [\"c3\"]\nreason = \"Ours\"\n\n[goals]",
    );
    fs::write(squares.path("scenario.toml"), pinned).unwrap();
    for zones in ["2", "3", "4", "6"] {
        let zones = names(&squares, &["--base", "named.csv", "--zones", zones]);
        let units: usize = zones.values().map(BTreeSet::len).sum();
        assert_eq!(units, 12);
        assert!(zones["Outer"].contains("d1"), "the pin's name comes first: {zones:?}");
    }
    let six = names(&squares, &["--base", "named.csv", "--zones", "6"]);
    assert_eq!(six.len(), 6, "two zones of one name would be one: {six:?}");
}
