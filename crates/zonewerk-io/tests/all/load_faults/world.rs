//! A scenario of nine squares on disk, right until a test spoils it.

use std::fs;
use std::path::Path;

use tempfile::TempDir;
use zonewerk_io::{InputProblems, Scenario};

/// The squares, three rows of three from south to north.
pub const CODES: [&str; 9] = ["a1", "a2", "a3", "b1", "b2", "b3", "c1", "c2", "c3"];

const SCENARIO: &str = r#"name = "grid"
title = "Nine squares"
profile = "call-2017"
credits = ["Nobody"]

[units]
boundaries = "grid.geojson"
attributes = "units.csv"
key = "code"
name = "name"
population = "people"
population_date = "2022-01-01"

[levels.zone]
minimum = 20
maximum = 60

[[groups]]
family = "circles"
file = "circles.csv"

[[links]]
between = ["a3", "c3"]
reason = "A ferry"

[[exceptions]]
units = ["c3"]
minimum = 5
maximum = 10
reason = "An island"

[[fixed_zones]]
name = "Top"
units = ["c1", "c2"]
reason = "Decided before"

[goals]
order = ["border-length"]

[plans]
official = "plan.csv"
"#;

/// Files of a scenario, by name.
pub struct World {
    files: Vec<(&'static str, Vec<u8>)>,
}

impl World {
    /// Nine units without mergers.
    pub fn plain() -> Self {
        let rows = |header: &str, row: &dyn Fn(usize, &str) -> String| -> String {
            let rows = CODES.iter().enumerate().map(|(index, code)| row(index, code));
            std::iter::once(header.to_owned()).chain(rows).map(|line| line + "\n").collect()
        };
        let units = rows("code,name,people", &|index, code| format!("{code},Unit {code},{}", 10 + index));
        let plan = rows("unit,zone,region", &|_, code| {
            let (zone, region) = if code.starts_with('c') { ("Top", "North") } else { ("Rest", "") };
            format!("{code},{zone},{region}")
        });
        let circles = "group,unit,part\nmiddle,b1,\nmiddle,b2,west\nother,b2,east\n".to_owned();
        let files = [
            ("scenario.toml", SCENARIO.to_owned()),
            ("units.csv", units),
            ("grid.geojson", grid()),
            ("circles.csv", circles),
            ("plan.csv", plan),
        ];
        Self { files: files.map(|(name, text)| (name, text.into_bytes())).into() }
    }

    /// The nine units of which `a1` and `a2` became `d1`.
    pub fn merged() -> Self {
        let mut world = Self::plain()
            .with("scenario.toml", "population_date", "mergers = \"mergers.csv\"\npopulation_date")
            .with("plan.csv", "a1,Rest,\na2,Rest,\n", "d1,Rest,\n");
        let mergers = "date,old,new,new_name\n2025-01-01,a1,d1,Dorp\n2025-01-01,a2,d1,Dorp\n";
        world.files.push(("mergers.csv", mergers.into()));
        world
    }

    /// The same files, but for one passage of one file.
    pub fn with(self, file: &str, from: &str, to: &str) -> Self {
        let old = self.text(file);
        assert_eq!(old.matches(from).count(), 1, "{from:?} in {file}");
        let new = old.replace(from, to);
        self.with_file(file, new.into_bytes())
    }

    /// The same files, but for one.
    pub fn with_file(mut self, file: &str, bytes: impl Into<Vec<u8>>) -> Self {
        let place = self.files.iter().position(|(name, _)| *name == file).expect("a file of the world");
        self.files[place].1 = bytes.into();
        self
    }

    /// The same files and one more.
    pub fn and_file(mut self, file: &'static str, text: &str) -> Self {
        assert!(self.files.iter().all(|(name, _)| *name != file), "{file} is there already");
        self.files.push((file, text.into()));
        self
    }

    /// The text of one file.
    pub fn text(&self, file: &str) -> String {
        let (_, bytes) = self.files.iter().find(|(name, _)| *name == file).expect("a file of the world");
        String::from_utf8(bytes.clone()).expect("the text was not spoilt before")
    }

    /// Reads the scenario from a folder on disk.
    pub fn load(&self) -> Result<Scenario, InputProblems> {
        self.load_with_folder().1
    }

    /// What is wrong with the scenario, a line for each problem, files without folder.
    pub fn problems(&self) -> Vec<String> {
        let (folder, result) = self.load_with_folder();
        let folder = format!("{}/", folder.path().display());
        let problems = result.err().map(InputProblems::into_vec).unwrap_or_default();
        problems.iter().map(|problem| problem.to_string().replace(&folder, "")).collect()
    }

    /// Writes the files into a folder.
    pub fn write(&self, folder: &Path) {
        for (name, bytes) in &self.files {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().expect("a file in a folder")).expect("the folder is writable");
            fs::write(path, bytes).expect("the folder is writable");
        }
    }

    fn load_with_folder(&self) -> (TempDir, Result<Scenario, InputProblems>) {
        let folder = tempfile::tempdir().expect("a folder for the test");
        self.write(folder.path());
        let scenario = zonewerk_io::scenario(Some(path(&folder.path().join("scenario.toml"))));
        (folder, scenario)
    }
}

fn path(path: &Path) -> &str {
    path.to_str().expect("temporary folders have plain names")
}

/// The squares, a tenth of a degree wide, a line of text for each.
fn grid() -> String {
    let square = |(index, code): (usize, &&str)| {
        let (west, south) = ((index % 3) as f64 / 10.0 + 4.0, (index / 3) as f64 / 10.0 + 51.0);
        let corners = [(0.0, 0.0), (0.1, 0.0), (0.1, 0.1), (0.0, 0.1), (0.0, 0.0)];
        let ring = corners.map(|(x, y)| format!("[{:.1},{:.1}]", west + x, south + y)).join(",");
        format!(
            r#"{{"type":"Feature","properties":{{"code":"{code}"}},"geometry":{{"type":"Polygon","coordinates":[[{ring}]]}}}}"#
        )
    };
    let features: Vec<String> = CODES.iter().enumerate().map(square).collect();
    format!("{{\"type\":\"FeatureCollection\",\"features\":[\n{}\n]}}\n", features.join(",\n"))
}
