//! `zonewerk alternatives` as a user asks for it, on a territory of twelve squares.

use std::fs;

use assert_cmd::Command;
use serde_json::Value;

use crate::squares::Squares;

/// What it prints, and what it says on standard error, with this exit code.
fn ask(squares: &Squares, arguments: &[&str], code: i32) -> (String, String) {
    let answer = Command::cargo_bin("zonewerk")
        .unwrap()
        .current_dir(squares.path(""))
        .args(["alternatives", "scenario.toml"])
        .args(arguments)
        .assert()
        .code(code);
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (text(&answer.get_output().stdout), text(&answer.get_output().stderr))
}

fn report(squares: &Squares, arguments: &[&str]) -> Value {
    serde_json::from_str(&ask(squares, &[arguments, &["--format", "json"]].concat(), 0).0).unwrap()
}

#[test]
fn all_plans_are_listed_and_said_to_be_all() {
    let squares = Squares::new();
    let (text, _) = ask(&squares, &["--within", "34%", "--count", "100"], 0);
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        words(&text).starts_with(
            "Proven best: 2 zones; neighbours in different zones 3. No plan that keeps the rules and 1 pin has \
             less. This is the only plan that keeps the rules and 1 pin and has neighbours in different zones of \
             at most 4, within 34 % of the best (proved)."
        ),
        "{text}"
    );
    let (text, _) = ask(&squares, &["--within", "67 %", "--count", "100"], 0);
    assert!(
        words(&text).contains(
            "These are all 11 plans that keep the rules and 1 pin and have neighbours in different zones of at \
             most 5, within 67 % of the best (proved)."
        ),
        "{text}"
    );
    assert!(text.contains("What all plans within 67 % have in common (proved)"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
    let (text, _) = ask(&squares, &["--within", "67%", "--count", "3"], 0);
    assert!(text.contains("These are the 3 best plans"), "{text}");
    assert!(text.contains("there are more") && text.contains("Ask with --backbone"), "{text}");
}

#[test]
fn the_report_has_plans_and_backbone() {
    let squares = Squares::new();
    let report = report(&squares, &["--within", "67%", "--count", "3", "--backbone"]);
    assert_eq!((&report["completeness"]["kind"], &report["ceiling"]), (&"more".into(), &5.into()));
    let plans = report["plans"].as_array().unwrap();
    let values: Vec<u64> = plans.iter().map(|plan| plan["value"].as_u64().unwrap()).collect();
    assert_eq!(values, [3, 5, 5]);
    let pairs = report["backbone"]["pairs"].as_array().unwrap();
    assert_eq!(pairs.len(), 17);
    let school = pairs.iter().find(|pair| pair["units"] == serde_json::json!(["a1", "b1"])).unwrap();
    assert_eq!(school["status"], "together");
    let witnesses = report["backbone"]["witnesses"].as_array().unwrap().len() as u64;
    for pair in pairs.iter().filter(|pair| pair["status"] == "contested") {
        assert!(pair["together_in"].as_u64().unwrap() < witnesses);
        assert!(pair["apart_in"].as_u64().unwrap() < witnesses);
    }
}

#[test]
fn the_folder_has_a_file_a_plan_and_the_maps() {
    let squares = Squares::new();
    let (_, notes) = ask(&squares, &["--within", "67%", "--count", "4", "--backbone", "--out", "result"], 0);
    assert_eq!(notes, "");
    let read = |name: &str| fs::read_to_string(squares.path("result").join(name)).unwrap();
    assert!(read("plan-04.csv").starts_with("unit,zone,region\na1,"));
    let map: Value = serde_json::from_str(&read("backbone.geojson")).unwrap();
    assert_eq!(map["features"].as_array().unwrap().len(), 12);
    let borders: Value = serde_json::from_str(&read("backbone-borders.geojson")).unwrap();
    let borders = borders["features"].as_array().unwrap();
    assert_eq!(borders.len(), 17);
    assert!(borders.iter().all(|border| border["geometry"]["type"] == "MultiLineString"));
    let picture = read("backbone.svg");
    assert!(roxmltree::Document::parse(&picture).is_ok() && picture.contains("contested with"));
    let (_, notes) = ask(&squares, &["--within", "67%", "--count", "2", "--out", "result"], 0);
    assert!(notes.contains("plan-03.csv was of an earlier run"), "{notes}");
    assert!(!squares.path("result").join("plan-03.csv").exists());
    assert!(!squares.path("result").join("backbone.svg").exists());
    let (shown, _) = ask(&squares, &["--within", "67%", "--backbone", "--format", "geojson"], 0);
    assert_eq!(shown.lines().count(), 1);
}

#[test]
fn different_plans_tell_how_different_they_are() {
    let squares = Squares::new();
    let report = report(&squares, &["--within", "67%", "--count", "3", "--diverse"]);
    assert_eq!(
        (&report["which"], &report["completeness"]["kind"]),
        (&"most-different".into(), &"enough".into())
    );
    let plans = report["plans"].as_array().unwrap();
    assert_eq!(plans[1]["pairs_from_those_before"], plans[1]["pairs_changed"]);
    assert!(plans[2]["pairs_from_those_before"].as_u64() > plans[2]["pairs_changed"].as_u64());
}

#[test]
fn what_cannot_be_answered_is_said() {
    let squares = Squares::new();
    for (arguments, said) in [
        (vec!["--goal", "largest-deviation"], "largest-deviation"),
        (vec!["--engine", "compact"], "not with --engine compact"),
        (vec!["--engine", "search"], "not with --engine search"),
        (vec!["--within", "many"], "expected a percentage"),
        (vec!["--format", "geojson"], "--backbone"),
    ] {
        let (_, error) = ask(&squares, &arguments, 2);
        assert!(error.contains(said), "{error}");
    }
    let (text, _) = ask(&squares, &["--zones", "9"], 1);
    assert!(text.starts_with("Proved impossible: ") && text.contains("What could be relaxed"), "{text}");
}
