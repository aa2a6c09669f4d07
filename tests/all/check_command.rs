//! `zonewerk check` under a time limit, and what it says of the rest.

use std::fs;
use std::process::Output;
use std::time::{Duration, Instant};

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

fn check(folder: &TempDir, arguments: &[&str]) -> Output {
    let mut command = Command::cargo_bin("zonewerk").unwrap();
    command.current_dir(folder.path()).args(["check", "map.geojson", "--key", "code"]).args(arguments);
    command.output().unwrap()
}

/// Squares over each other, so many that all their overlaps take long to find.
fn pile(squares: usize) -> TempDir {
    let square = |index: usize| {
        let at = index as f64 / 1000.0;
        let corners = [(0.0, 0.0), (3.0, 0.0), (3.0, 3.0), (0.0, 3.0), (0.0, 0.0)];
        let ring = corners.map(|(x, y)| format!("[{:.4},{:.4}]", 4.0 + at + x, 50.0 + 0.7 * at + y));
        format!(
            r#"{{"type":"Feature","properties":{{"code":"u{index}"}},"geometry":{{"type":"Polygon","coordinates":[[{}]]}}}}"#,
            ring.join(",")
        )
    };
    let features: Vec<String> = (0..squares).map(square).collect();
    let map = format!("{{\"type\":\"FeatureCollection\",\"features\":[{}]}}", features.join(",\n"));
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("map.geojson"), map).unwrap();
    folder
}

#[test]
fn check_ends_in_time_and_says_what_was_not_looked_at() {
    let folder = pile(2_000);
    let start = Instant::now();
    let output = check(&folder, &["--time-limit", "2"]);
    assert!(start.elapsed() < Duration::from_secs(30), "{:?}", start.elapsed());
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(matches!(output.status.code(), Some(1 | 2)), "{said}");
    assert!(said.contains("time limit ended"), "{said}");
}

#[test]
fn check_that_found_nothing_in_too_short_a_time_could_not_tell() {
    let output = check(&pile(1), &["--time-limit", "0.000001"]);
    assert_eq!(output.status.code(), Some(2));
    // Files this small may be read before anybody looks at the clock.
    let said = [&output.stderr, &output.stdout].map(|said| String::from_utf8_lossy(said)).concat();
    let nothing = said.contains("the time limit ended while the files were read: nothing was looked at");
    assert!(nothing || said.contains("time limit"), "{said}");
}

#[test]
fn check_that_ends_in_time_says_so_and_is_as_without_a_limit() {
    let folder = pile(3);
    let [without, within] = [&["--format", "json"][..], &["--format", "json", "--time-limit", "600"][..]]
        .map(|arguments| check(&folder, arguments).stdout);
    assert_eq!(within, without);
    let report: Value = serde_json::from_slice(&within).unwrap();
    assert_eq!(report["not_looked_at"], Value::Array(Vec::new()));
}
