//! The communes of the province of Luxembourg: another territory than the built-in one, in a
//! folder of its own, with another norm.

use std::fs;
use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use tempfile::TempDir;

/// A copy of the example, far from the project.
fn copy() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/luxembourg");
    for entry in fs::read_dir(example).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
    }
    folder
}

fn run(folder: &TempDir, args: &[&str]) -> Output {
    Command::cargo_bin("zonewerk").unwrap().current_dir(folder.path()).args(args).output().unwrap()
}

/// What is printed, with the exit code that is expected; none of it is about the built-in territory.
fn printed(folder: &TempDir, code: i32, args: &[&str]) -> String {
    let ran = run(folder, args);
    let complaint = String::from_utf8_lossy(&ran.stderr);
    assert_eq!(ran.status.code(), Some(code), "{args:?}\n{complaint}");
    let text = String::from_utf8(ran.stdout).unwrap();
    assert_foreign(&text);
    text
}

/// Words of the built-in territory and of its rules.
const FLEMISH: [&str; 14] = [
    "flanders",
    "flemish",
    "vlaams",
    "vlaanderen",
    "huisarts",
    "eerstelijn",
    "elz",
    "zorgzone",
    "gemeente",
    "referentieregio",
    "politiezone",
    "brussel",
    "call-2017",
    "decree-20",
];

fn assert_foreign(text: &str) {
    let lower = text.to_lowercase();
    for word in FLEMISH {
        let found =
            lower.split(|sign: char| !sign.is_alphanumeric() && sign != '-').find(|w| w.starts_with(word));
        assert_eq!(found, None, "{word} in\n{text}");
    }
}

#[test]
fn check_finds_no_fault() {
    assert!(printed(&copy(), 0, &["check", "luxembourg.toml"]).ends_with("no problems, 0 notes\n"));
}

#[test]
fn solve_proves_an_optimum_that_passes_the_audit() {
    let folder = copy();
    let solved = printed(&folder, 0, &["solve", "luxembourg.toml", "--out", "result", "--quiet"]);
    assert!(solved.starts_with("Proven best: 6 zones; total border 959.3 km."), "{solved}");
    let audited = printed(&folder, 0, &["audit", "result/plan.csv", "-s", "luxembourg.toml"]);
    assert!(audited.starts_with("Compliant"), "{audited}");
    for file in ["report.json", "zones.geojson", "map.svg"] {
        assert_foreign(&fs::read_to_string(folder.path().join("result").join(file)).unwrap());
    }
}

#[test]
fn the_base_plan_is_judged_by_the_norm_of_the_example() {
    let audited = printed(&copy(), 1, &["audit", "-s", "luxembourg.toml"]);
    assert!(audited.starts_with("Not compliant: 3 findings"), "{audited}");
    assert!(audited.contains("zone Bastogne: 31,407 inhabitants; required: at least 35,000"), "{audited}");
    assert!(audited.contains("exception-used"), "{audited}");
}

#[test]
fn a_move_is_judged_commune_by_commune() {
    let moved = ["try", "-s", "luxembourg.toml", "--move", "Attert,Martelange=Bastogne"];
    let text = printed(&copy(), 1, &moved);
    assert!(text.contains("zone-below-minimum-population    1 → 0"), "{text}");
    assert!(text.contains("7,555 inhabitants of 2 units move"), "{text}");
}

#[test]
fn the_nearest_plan_that_keeps_the_norm_is_proved() {
    let text = printed(&copy(), 0, &["try", "-s", "luxembourg.toml", "--repair", "--quiet"]);
    assert!(text.contains("goal 1, people moved: 13,218 people, proven"), "{text}");
}

#[test]
fn a_wish_has_its_price() {
    let text = printed(&copy(), 0, &["why", "luxembourg.toml", "--together", "Arlon,Aubange"]);
    assert!(text.starts_with("Arlon and Aubange in one zone: costs +21.6 km ("), "{text}");
}
