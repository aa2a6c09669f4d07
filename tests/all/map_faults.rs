//! A map with faults is said by every command that answers from it, and a proof that rests on one
//! says so.

use std::fs;
use std::path::PathBuf;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

const SCENARIO: &str = r#"name = "strips"
title = "Strips"
profile = "ours.toml"

[units]
boundaries = "map.geojson"
attributes = "units.csv"
key = "code"
name = "code"
population = "people"
population_date = "2022-01-01"
"#;

const PROFILE: &str = "name = \"ours\"\ntitle = \"Ours\"\nsource = \"Us\"\n\n[levels.zone]\nminimum = 20\nmaximum = 60\n\n[rules.zone-not-contiguous]\n[rules.zone-below-minimum-population]\n[rules.zone-above-maximum-population]\n";

type Ring = Vec<[f64; 2]>;

struct World {
    folder: TempDir,
}

fn rectangle([west, east]: [f64; 2], [south, north]: [f64; 2]) -> Ring {
    vec![[west, south], [east, south], [east, north], [west, north], [west, south]]
}

impl World {
    /// Units of ten people each.
    fn of(units: &[(&str, Ring)], more: &str) -> Self {
        let world = Self { folder: tempfile::tempdir().unwrap() };
        let feature = |(code, ring): &(&str, Ring)| {
            serde_json::json!({
                "type": "Feature",
                "properties": { "code": code },
                "geometry": { "type": "Polygon", "coordinates": [ring] },
            })
        };
        let features: Vec<Value> = units.iter().map(feature).collect();
        let map = serde_json::json!({ "type": "FeatureCollection", "features": features });
        let table = units.iter().fold("code,people\n".to_owned(), |text, (code, _)| text + code + ",10\n");
        let plan = units.iter().fold("unit,zone\n".to_owned(), |text, (code, _)| text + code + ",One\n");
        for (name, text) in [
            ("scenario.toml", format!("{SCENARIO}{more}")),
            ("ours.toml", PROFILE.to_owned()),
            ("map.geojson", map.to_string()),
            ("units.csv", table),
            ("plan.csv", plan),
        ] {
            fs::write(world.path(name), text).unwrap();
        }
        world
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// What a command prints, in one line, whatever its exit code.
    fn run(&self, arguments: &[&str]) -> String {
        let answer = Command::cargo_bin("zonewerk")
            .unwrap()
            .current_dir(self.path(""))
            .args(arguments)
            .output()
            .unwrap();
        let said = String::from_utf8(answer.stdout).unwrap() + &String::from_utf8(answer.stderr).unwrap();
        said.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn written(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }
}

/// Three units beside each other, the last some hundred metres away.
fn strips(gap: f64) -> Vec<(&'static str, Ring)> {
    let tall = [51.0, 51.1];
    vec![
        ("a", rectangle([5.0, 5.1], tall)),
        ("b", rectangle([5.1, 5.2], tall)),
        ("c", rectangle([5.2 + gap, 5.3], tall)),
    ]
}

#[test]
fn every_command_tells_a_gap_and_what_shows_it() {
    let world = World::of(&strips(0.0014), "");
    let told = "1 gap, about 99 m wide (b / c). c stands apart, with such a fault beside it. zonewerk check scenario.toml \
                shows them; with --snap 100 the gaps are closed";
    for arguments in [
        &["solve", "scenario.toml", "--out", "out"][..],
        &["why", "scenario.toml"],
        &["alternatives", "scenario.toml"],
        &["audit", "plan.csv", "-s", "scenario.toml"],
        &["compare", "plan.csv", "plan.csv", "-s", "scenario.toml"],
        &["graph", "scenario.toml"],
        &["try", "plan.csv", "-s", "scenario.toml", "--move", "c=One"],
        &["try", "plan.csv", "-s", "scenario.toml", "--repair"],
        &["solve", "scenario.toml", "--format", "json"],
        &["why", "scenario.toml", "--format", "json"],
        &["alternatives", "scenario.toml", "--format", "json"],
        &["audit", "plan.csv", "-s", "scenario.toml", "--format", "json"],
        &["compare", "plan.csv", "plan.csv", "-s", "scenario.toml", "--format", "json"],
        &["graph", "scenario.toml", "--format", "json"],
    ] {
        let said = world.run(arguments);
        assert!(said.contains(told), "{arguments:?}: {said}");
        assert_eq!(said.matches("the gaps are closed").count(), 1, "{arguments:?}: {said}");
    }
    for file in ["out/report.html", "out/report.json"] {
        assert!(world.written(file).contains("1 gap, about 99 m wide (b / c)"), "{file}");
    }
}

#[test]
fn an_impossibility_beside_a_gap_carries_the_gap() {
    let world = World::of(&strips(0.0014), "");
    let said = world.run(&["solve", "scenario.toml", "--out", "out"]);
    assert!(
        said.starts_with(
            "Proved impossible, if the map is right where it has 1 gap: no plan keeps the rules. Why: c stands apart"
        ),
        "{said}"
    );
    assert!(said.contains("mend the faults of the map"), "{said}");
    let report: Value = serde_json::from_str(&world.written("out/report.json")).unwrap();
    let claim = report["outcome"]["claim"].as_str().unwrap();
    assert_eq!(claim, "Proved impossible, if the map is right where it has 1 gap: no plan keeps the rules.");
    assert_eq!(report["outcome"]["conditions"][0]["kind"], "map-faults");
    assert_eq!(report["manifest"]["map"]["faults"][0]["units"][1]["code"], "c");
    assert!(world.written("out/report.html").contains(claim));
    assert!(
        world.run(&["why", "scenario.toml"]).starts_with("Proved, if the map is right where it has 1 gap")
    );
}

#[test]
fn a_gap_that_is_closed_or_accepted_is_told_no_more() {
    for more in ["\n[graph]\nsnap = 100\n", "\n[[accepted]]\nfault = \"gap\"\nreason = \"A river\"\n"] {
        let said = World::of(&strips(0.0014), more).run(&["solve", "scenario.toml"]);
        assert!(!said.contains("faults"), "{more}: {said}");
    }
    let sound = World::of(&strips(0.0), "");
    assert!(sound.run(&["solve", "scenario.toml"]).starts_with("Proven best: 1 zone;"));
}

#[test]
fn a_unit_inside_another_is_named_as_an_overlap() {
    let mut units = strips(0.0);
    units.push(("d", rectangle([5.13, 5.17], [51.03, 51.07])));
    let said = World::of(&units, "").run(&["solve", "scenario.toml"]);
    assert!(
        said.contains(
            "if the map is right where it has 1 overlap: no plan keeps the rules. Why: d stands apart"
        ),
        "{said}"
    );
    assert!(
        said.contains("1 overlap, of 12.5 km² at most (b / d). d stands apart, with such a fault beside it"),
        "{said}"
    );
}

#[test]
fn a_few_metres_on_the_same_side_are_told_and_refuse_nothing() {
    // The corner of c reaches into b along ten metres of its border.
    let tall = [51.0, 51.1];
    let corner = vec![
        [5.199_9, 51.0],
        [5.2, 51.0],
        [5.3, 51.0],
        [5.3, 51.1],
        [5.2, 51.1],
        [5.2, 51.000_1],
        [5.199_9, 51.000_1],
        [5.199_9, 51.0],
    ];
    let west = vec![
        [5.1, 51.0],
        [5.199_9, 51.0],
        [5.2, 51.0],
        [5.2, 51.000_1],
        [5.2, 51.1],
        [5.1, 51.1],
        [5.1, 51.0],
    ];
    let units = [("a", rectangle([5.0, 5.1], tall)), ("b", west), ("c", corner)];
    let said = World::of(&units, "").run(&["solve", "scenario.toml"]);
    assert!(said.starts_with("Proven best: 1 zone;"), "{said}");
    assert!(said.contains("1 overlap, of 79 m² at most (b / c)"), "{said}");
}

#[test]
fn written_shapes_are_valid_and_tell_what_was_repaired() {
    // The outline of c crosses itself above its northern border.
    let looped = vec![
        [5.2, 51.0],
        [5.3, 51.0],
        [5.3, 51.1],
        [5.26, 51.1],
        [5.24, 51.12],
        [5.26, 51.12],
        [5.24, 51.1],
        [5.2, 51.1],
        [5.2, 51.0],
    ];
    let tall = [51.0, 51.1];
    let units = [("a", rectangle([5.0, 5.1], tall)), ("b", rectangle([5.1, 5.2], tall)), ("c", looped)];
    let world = World::of(&units, "");
    let said = world.run(&["solve", "scenario.toml", "--out", "out"]);
    assert!(said.contains("1 place where rings of a unit cross (c)"), "{said}");
    for file in ["out/units.geojson", "out/zones.geojson"] {
        let map: Value = serde_json::from_str(&world.written(file)).unwrap();
        let features = map["features"].as_array().unwrap();
        let repaired = features.iter().filter(|one| one["properties"]["shape_repaired"][0].is_string());
        assert_eq!(repaired.count(), 1, "{file}");
        for ring in features.iter().flat_map(rings) {
            assert!(ring.len() >= 4 && ring[0] == ring[ring.len() - 1], "{file}: {ring:?}");
            let mut corners = ring[1..].to_vec();
            corners.sort_by(|a, b| a.partial_cmp(b).unwrap());
            corners.dedup();
            assert_eq!(corners.len(), ring.len() - 1, "{file}: a ring passes no point twice: {ring:?}");
        }
    }
}

fn rings(feature: &Value) -> Vec<Vec<[f64; 2]>> {
    let polygons = feature["geometry"]["coordinates"].as_array().unwrap();
    let rings = polygons.iter().flat_map(|polygon| polygon.as_array().unwrap());
    rings.map(|ring| serde_json::from_value(ring.clone()).unwrap()).collect()
}
