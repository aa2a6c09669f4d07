//! A territory of twelve squares, and the program asked about it.

use std::fs;
use std::path::PathBuf;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// Four columns, three rows from south to north: `a1` to `d3`, of ten people each.
const COLUMNS: [char; 4] = ['a', 'b', 'c', 'd'];

pub const SCENARIO: &str = r#"name = "squares"
title = "Twelve squares"
profile = "ours.toml"

[units]
boundaries = "squares.geojson"
attributes = "units.csv"
key = "code"
name = "name"
population = "people"
population_date = "2022-01-01"

[[groups]]
family = "row"
file = "rows.csv"

[[pins]]
together = ["a1", "b1"]
reason = "One school"

[goals]
order = ["cut-edges"]
"#;

pub const PROFILE: &str = "name = \"ours\"\ntitle = \"Ours\"\nsource = \"Us\"\n\n[levels.zone]\nminimum = 20\nmaximum = 60\n\n[rules.orphaned-unit]\n[rules.zone-not-contiguous]\n[rules.zone-below-minimum-population]\n[rules.zone-above-maximum-population]\n";

pub struct Squares {
    folder: TempDir,
}

impl Squares {
    pub fn new() -> Self {
        let squares = Self { folder: tempfile::tempdir().unwrap() };
        let codes = || (1..=3).flat_map(|row| COLUMNS.map(|column| (column, row)));
        let table = |header: &str, row: &dyn Fn(char, u32) -> String| {
            codes().fold(format!("{header}\n"), |text, (column, number)| text + &row(column, number) + "\n")
        };
        let feature = |(column, row): (char, u32)| {
            let place = COLUMNS.iter().position(|known| *known == column).unwrap() as f64;
            let (west, south) = (4.0 + place / 100.0, 51.0 + f64::from(row) / 100.0);
            let corners = [(0.0, 0.0), (0.01, 0.0), (0.01, 0.01), (0.0, 0.01), (0.0, 0.0)];
            let ring = corners.map(|(x, y)| format!("[{:.2},{:.2}]", west + x, south + y)).join(",");
            format!(
                r#"{{"type":"Feature","properties":{{"code":"{column}{row}"}},"geometry":{{"type":"Polygon","coordinates":[[{ring}]]}}}}"#
            )
        };
        let features: Vec<String> = codes().map(feature).collect();
        let map = format!("{{\"type\":\"FeatureCollection\",\"features\":[{}]}}", features.join(","));
        for (name, text) in [
            ("scenario.toml", SCENARIO.to_owned()),
            ("ours.toml", PROFILE.to_owned()),
            ("squares.geojson", map),
            (
                "units.csv",
                table("code,name,people", &|column, row| format!("{column}{row},{column}{row},10")),
            ),
            ("rows.csv", table("group,unit", &|column, row| format!("row {row},{column}{row}"))),
            ("columns.csv", table("unit,zone", &|column, row| format!("{column}{row},{column}"))),
        ] {
            fs::write(squares.path(name), text).unwrap();
        }
        squares
    }

    /// The squares of a scenario that asks for no squares together: their columns keep all rules.
    pub fn without_pins() -> Self {
        Self::with(&[("scenario.toml", &without_pins())])
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// What `solve` prints, and what it says on standard error, with this exit code.
    pub fn solve(&self, arguments: &[&str], code: i32) -> (String, String) {
        let answer = Command::cargo_bin("zonewerk")
            .unwrap()
            .current_dir(self.folder.path())
            .args(["solve", "scenario.toml"])
            .args(arguments)
            .assert()
            .code(code);
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        (text(&answer.get_output().stdout), text(&answer.get_output().stderr))
    }

    pub fn report(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.solve(&[arguments, &["--format", "json"]].concat(), 0).0).unwrap()
    }

    /// The same squares with another scenario, another profile and more tables.
    pub fn with(files: &[(&str, &str)]) -> Self {
        let squares = Self::new();
        files.iter().for_each(|(name, text)| fs::write(squares.path(name), text).unwrap());
        squares
    }
}

/// The scenario without its pin.
pub fn without_pins() -> String {
    SCENARIO.replace("[[pins]]\ntogether = [\"a1\", \"b1\"]\nreason = \"One school\"\n", "")
}

/// What a command says on standard output and standard error, with this exit code.
pub fn says(squares: &Squares, arguments: &[&str], code: i32) -> String {
    let answer = Command::cargo_bin("zonewerk")
        .unwrap()
        .current_dir(squares.path("."))
        .args(arguments)
        .assert()
        .code(code);
    let output = answer.get_output();
    [&output.stdout, &output.stderr].map(|bytes| String::from_utf8(bytes.clone()).unwrap()).concat()
}
