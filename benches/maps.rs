//! From a map file to its graph, and the doctor's look at it: honeycombs of fixed size, each
//! border of five points, written once as GeoJSON.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use zonewerk::check::{CheckOptions, checkup};
use zonewerk::io::{MapFiles, Survey, survey_files};

fn main() {
    divan::main();
}

/// Units along a side: 9,216 and 200,704 units.
const SIDES: [usize; 2] = [96, 448];

/// The map of a honeycomb of `side` by `side` units, made where it is not there yet.
fn map(side: usize) -> PathBuf {
    let path = std::env::temp_dir().join(format!("zonewerk-bench-{side}.geojson"));
    if !path.exists() {
        fs::write(&path, honeycomb(side)).expect("the temporary folder is writable");
    }
    path
}

fn honeycomb(side: usize) -> String {
    let mut text = r#"{"type":"FeatureCollection","features":["#.to_owned();
    for unit in 0..side * side {
        let (row, column) = (unit / side, unit % side);
        let comma = if unit == 0 { "" } else { "," };
        let _ = write!(
            text,
            r#"{comma}{{"type":"Feature","properties":{{"code":"{unit:06}","people":{}}},"geometry":{{"type":"Polygon","coordinates":[["#,
            500 + unit % 100
        );
        let corners: Vec<[i64; 2]> = hexagon(row as i64, column as i64);
        for (place, corner) in corners.iter().enumerate() {
            let next = corners[(place + 1) % corners.len()];
            for step in 0..4 {
                let [x, y] = [0, 1].map(|axis| corner[axis] * (4 - step) + next[axis] * step);
                let _ = write!(text, "[{:.7},{:.7}],", 3.0 + x as f64 * 2e-4, 50.0 + y as f64 * 1e-4);
            }
        }
        let [x, y] = corners[0].map(|at| at * 4);
        let _ = write!(text, "[{:.7},{:.7}]]]}}}}", 3.0 + x as f64 * 2e-4, 50.0 + y as f64 * 1e-4);
    }
    text + "]}"
}

/// The corners of a cell on a grid of whole steps, counterclockwise.
fn hexagon(row: i64, column: i64) -> Vec<[i64; 2]> {
    let (x, y) = (2 * column + row % 2, 3 * row);
    [[0, 1], [1, 0], [2, 1], [2, 3], [1, 4], [0, 3]].map(|[dx, dy]| [x + dx, y + dy]).into()
}

fn survey(side: usize) -> Survey {
    let files = MapFiles {
        maps: vec![map(side).display().to_string()],
        key: Some("code".to_owned()),
        population: Some("people".to_owned()),
        ..MapFiles::default()
    };
    survey_files(&files, None).expect("a map that can be read")
}

#[divan::bench(args = SIDES, sample_count = 5)]
fn read_map_and_build_graph(bencher: divan::Bencher, side: usize) {
    map(side);
    bencher.bench(|| {
        let graph = survey(side).graph();
        assert!(graph.borders().count() > 2 * side * side);
        graph
    });
}

#[divan::bench(args = SIDES, sample_count = 5)]
fn examine_a_clean_map(bencher: divan::Bencher, side: usize) {
    let survey = survey(side);
    let graph = survey.graph();
    bencher.bench(|| {
        let found = checkup(&survey, &graph, &CheckOptions::default());
        assert_eq!(found.problems.len(), 0);
        found
    });
}
