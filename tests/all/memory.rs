//! A machine without enough memory: exit code 2, with a sentence.
#![cfg(target_os = "linux")]

use std::fs;
use std::process::Command;

/// Runs the program with so much memory to address, in megabytes, on so many threads where they are
/// to be had: exit code, and what it said.
fn within((megabytes, threads): (usize, usize), arguments: &[&str]) -> (Option<i32>, String) {
    let limited = format!("ulimit -c 0; ulimit -v {}; exec \"$0\" \"$@\"", megabytes * 1024);
    let program = env!("CARGO_BIN_EXE_zonewerk");
    let mut command = Command::new("sh");
    command.args(["-c", &limited, program]).args(arguments);
    let output = command.env("RAYON_NUM_THREADS", threads.to_string()).output().unwrap();
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn file_that_does_not_fit_in_memory_is_told_with_exit_code_2() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("m.geojson");
    // A file of its size without taking the disk: mostly a hole, which reads as zeros.
    fs::File::create(&file).unwrap().set_len(3 << 30).unwrap();
    let (code, said) = within((1500, 2), &["check", file.to_str().unwrap(), "--key", "code"]);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("m.geojson") && said.contains("memory"), "{said}");
}

#[test]
fn map_that_does_not_fit_in_memory_is_told_with_exit_code_2() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("m.geojson");
    let square = r#"{"type":"Feature","properties":{"code":"#.to_owned();
    let feature = |index: usize| {
        let x = index as f64 / 100.0 % 50.0;
        let ring = format!("[[{x},1],[{x},2],[0,2],[{x},1]]");
        format!("{square}{index}}},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[{ring}]}}}}")
    };
    let features: Vec<String> = (0..400_000).map(feature).collect();
    let map = format!("{{\"type\":\"FeatureCollection\",\"features\":[{}]}}", features.join(","));
    fs::write(&file, map).unwrap();
    for limits in [(150, 1), (450, 2), (300, 16), (600, 256)] {
        let (code, said) = within(limits, &["check", file.to_str().unwrap(), "--key", "code"]);
        assert_eq!(code, Some(2), "{limits:?} {said}");
        assert!(said.contains("memory"), "{limits:?} {said}");
    }
}
