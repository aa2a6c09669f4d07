//! `zonewerk alternatives --all FILE` as a user asks for it, on a territory of twelve squares.

use std::collections::BTreeSet;
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

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The plans of a table, each as the zones of its units, and the value of each.
fn table(squares: &Squares, name: &str) -> Vec<(u64, Vec<usize>)> {
    let text = fs::read_to_string(squares.path(name)).unwrap();
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("plan,value,zones,a1,a2,a3,b1,b2,b3,c1,c2,c3,d1,d2,d3"));
    let plan = |(place, line): (usize, &str)| {
        let cells: Vec<usize> = line.split(',').map(|cell| cell.parse().unwrap()).collect();
        assert_eq!(cells[0], place + 1);
        assert_eq!(cells[3..].iter().max(), Some(&cells[2]), "{line}");
        (cells[1] as u64, cells[3..].to_vec())
    };
    lines.enumerate().map(plan).collect()
}

#[test]
fn every_plan_has_a_row_and_the_answer_says_that_they_are_all() {
    let squares = Squares::new();
    let (text, notes) = ask(&squares, &["--all", "plans.csv"], 0);
    assert_eq!(notes, "");
    let plans = table(&squares, "plans.csv");
    assert!(plans.len() > 50, "{}", plans.len());
    let different: BTreeSet<&Vec<usize>> = plans.iter().map(|(_, zones)| zones).collect();
    assert_eq!(different.len(), plans.len());
    assert!(plans.iter().all(|(_, zones)| zones[0] == zones[3]), "the pin is kept");
    let said = format!(
        "There are {} plans that keep the rules and 1 pin: all of them are listed, each once (proved)",
        plans.len()
    );
    assert!(words(&text).starts_with(&said), "{text}");
    let least = plans.iter().map(|(value, _)| value).min().unwrap();
    let times = plans.iter().filter(|(value, _)| value == least).count();
    assert_eq!((*least, times), (3, 1));
    assert!(words(&text).contains("Values of neighbours in different zones: from 3 (1 plan) to"), "{text}");
    assert!(words(&text).contains("Written to plans.csv: a row for each plan"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
}

#[test]
fn every_plan_within_a_margin_is_what_the_list_has() {
    let squares = Squares::new();
    let (text, _) = ask(&squares, &["--within", "67%", "--all", "near.csv", "--format", "json"], 0);
    let report: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&report["plans"], &report["completeness"]), (&11.into(), &"all".into()));
    assert_eq!((&report["best"], &report["ceiling"], &report["audited"]), (&3.into(), &5.into(), &11.into()));
    let mut values: Vec<u64> = table(&squares, "near.csv").into_iter().map(|(value, _)| value).collect();
    values.sort_unstable();
    let (text, _) = ask(&squares, &["--within", "67%", "--count", "100", "--format", "json"], 0);
    let listed: Value = serde_json::from_str(&text).unwrap();
    let listed = listed["plans"].as_array().unwrap().iter().map(|plan| plan["value"].as_u64().unwrap());
    assert_eq!(values, listed.collect::<Vec<u64>>());
}

#[test]
fn lines_of_json_say_the_same_as_the_table() {
    let squares = Squares::new();
    ask(&squares, &["--zones", "3", "--all", "plans.csv"], 0);
    ask(&squares, &["--zones", "3", "--all", "plans.jsonl", "--threads", "1"], 0);
    let plans = table(&squares, "plans.csv");
    let lines = fs::read_to_string(squares.path("plans.jsonl")).unwrap();
    assert_eq!(lines.lines().count(), plans.len());
    let codes: Vec<String> = ["a", "b", "c", "d"]
        .iter()
        .flat_map(|column| (1..=3).map(move |row| format!("{column}{row}")))
        .collect();
    for (line, (value, zone_of)) in lines.lines().zip(plans) {
        let plan: Value = serde_json::from_str(line).unwrap();
        let zones = (1..=3).map(|zone| {
            let units = codes.iter().zip(&zone_of).filter(|&(_, &of)| of == zone);
            units.map(|(code, _)| Value::from(code.as_str())).collect::<Value>()
        });
        assert_eq!((&plan["value"], &plan["zones"]), (&value.into(), &zones.collect()));
    }
}

#[test]
fn what_has_no_plan_writes_no_file() {
    let squares = Squares::new();
    fs::write(squares.path("plans.csv"), "earlier").unwrap();
    let (text, _) = ask(&squares, &["--zones", "9", "--all", "plans.csv"], 1);
    assert!(text.starts_with("Proved impossible: ") && text.contains("What could be relaxed"), "{text}");
    let (text, _) = ask(&squares, &["--at-most", "cut-edges <= 2", "--all", "plans.csv"], 1);
    assert!(text.starts_with("Proved impossible: "), "{text}");
    assert_eq!(fs::read_to_string(squares.path("plans.csv")).unwrap(), "earlier");
}

#[test]
fn what_cannot_be_answered_is_said() {
    let squares = Squares::new();
    for (arguments, said) in [
        (vec!["--all", "plans.txt"], "expected a name that ends in .csv or .jsonl"),
        (vec!["--all", "units.csv"], "units.csv is read as input"),
        (vec!["--all", "plans.csv", "--count", "3"], "cannot be used with"),
        (vec!["--all", "plans.csv", "--backbone"], "cannot be used with"),
        (vec!["--all", "plans.csv", "--out", "result"], "cannot be used with"),
        (vec!["--all", "plans.csv", "--engine", "search"], "not with --engine search"),
        (vec!["--all", "plans.csv", "--goal", "largest-deviation", "--within", "1%"], "largest-deviation"),
        (vec!["--all", "nowhere/plans.csv"], "cannot write"),
    ] {
        let (_, error) = ask(&squares, &arguments, 2);
        assert!(error.contains(said), "{arguments:?}: {error}");
    }
}
