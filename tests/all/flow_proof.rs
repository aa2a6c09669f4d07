//! The flows that prove a bound, as a file, and the script that adds them up.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;

use crate::squares::{PROFILE, Squares, says};

const SCENARIO: &str = "name = \"band\"\ntitle = \"A band\"\nprofile = \"ours.toml\"\n\n[units]\ngraph = \"band.csv\"\nattributes = \"units.csv\"\nkey = \"code\"\nname = \"code\"\npopulation = \"people\"\npopulation_date = \"2022-01-01\"\n\n[goals]\norder = [\"cut-edges\"]\n";

/// Eight columns of six squares of ten people each, in zones of 20 to 60, by search. Squares that meet in a
/// corner are neighbours too: a graph that no plane has room for, so that prices prove nothing.
fn band() -> Squares {
    let squares = Squares::with(&[("scenario.toml", SCENARIO), ("ours.toml", PROFILE)]);
    let code = |column: usize, row: usize| format!("{column}{row}");
    let mut units = "code,people\n".to_owned();
    let mut pairs = "unit,neighbour\n".to_owned();
    for column in 0..8 {
        for row in 0..6 {
            units += &format!("{},10\n", code(column, row));
            if column < 7 {
                pairs += &format!("{},{}\n", code(column, row), code(column + 1, row));
            }
            if row < 5 {
                pairs += &format!("{},{}\n", code(column, row), code(column, row + 1));
            }
            if column < 7 && row < 5 {
                pairs += &format!("{},{}\n", code(column, row), code(column + 1, row + 1));
                pairs += &format!("{},{}\n", code(column, row + 1), code(column + 1, row));
            }
        }
    }
    fs::write(squares.path("units.csv"), units).unwrap();
    fs::write(squares.path("band.csv"), pairs).unwrap();
    squares
}

fn checked(file: PathBuf) -> Output {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tools/check-flow-bound");
    Command::new("python3").arg(script).arg(file).output().expect("python3 runs")
}

fn changed(squares: &Squares, change: impl Fn(&mut Value)) -> Output {
    let mut proof: Value = serde_json::from_slice(&fs::read(squares.path("proof.json")).unwrap()).unwrap();
    change(&mut proof);
    fs::write(squares.path("changed.json"), proof.to_string()).unwrap();
    checked(squares.path("changed.json"))
}

#[test]
fn a_script_adds_up_what_flows_prove_and_finds_what_is_false() {
    let squares = band();
    let solve = ["solve", "scenario.toml", "--engine", "search", "--time-limit", "4", "--out", "result"];
    says(&squares, &[&solve[..], &["--proof", "proof.json"]].concat(), 0);
    let report: Value =
        serde_json::from_slice(&fs::read(squares.path("result/report.json")).unwrap()).unwrap();
    let bound = report["outcome"]["bound"].as_u64().or(report["outcome"]["objective"].as_u64()).unwrap();
    let proof: Value = serde_json::from_slice(&fs::read(squares.path("proof.json")).unwrap()).unwrap();
    assert!(proof["bound"].as_u64() >= Some(bound) && bound > 0, "{} {bound}", proof["bound"]);
    let sound = checked(squares.path("proof.json"));
    assert!(sound.status.success(), "{}", String::from_utf8_lossy(&sound.stderr));
    let higher = |proof: &mut Value| proof["bound"] = (proof["bound"].as_u64().unwrap() + 1).into();
    let more_flow = |proof: &mut Value| {
        for flow in proof["roots"][0]["flows"].as_array_mut().unwrap() {
            flow[1] = (flow[1].as_i64().unwrap() * 100).into();
        }
    };
    let larger_zones = |proof: &mut Value| {
        for point in proof["points"].as_array_mut().unwrap() {
            point["most"] = 70.into();
        }
    };
    let twice = |proof: &mut Value| {
        let edges = proof["edges"].as_array_mut().unwrap();
        edges.extend(edges.clone());
    };
    let backwards = |proof: &mut Value| proof["roots"][0]["flows"][0][0] = (-1).into();
    let in_parts = |proof: &mut Value| proof["roots"][0]["flows"][0][1] = 0.5.into();
    let false_ones: [&dyn Fn(&mut Value); 6] =
        [&higher, &more_flow, &larger_zones, &twice, &backwards, &in_parts];
    for (number, change) in false_ones.iter().enumerate() {
        let said = changed(&squares, change);
        assert_eq!(said.status.code(), Some(1), "{number}");
        assert!(String::from_utf8_lossy(&said.stderr).starts_with("proves nothing: "), "{number}");
    }
}

#[test]
fn what_is_no_number_proves_nothing() {
    let squares = band();
    let solve =
        ["solve", "scenario.toml", "--engine", "search", "--time-limit", "2", "--proof", "proof.json"];
    says(&squares, &solve, 0);
    let proof = fs::read_to_string(squares.path("proof.json")).unwrap();
    let at = proof.find("\"flows\":[[").unwrap() + "\"flows\":[[".len();
    let end = at + proof[at..].find(']').unwrap();
    fs::write(squares.path("changed.json"), format!("{}0,NaN{}", &proof[..at], &proof[end..])).unwrap();
    assert_eq!(checked(squares.path("changed.json")).status.code(), Some(1));
}

#[test]
fn where_no_flows_prove_the_bound_no_file_is_written() {
    let squares = Squares::new();
    let said = says(&squares, &["solve", "scenario.toml", "--proof", "proof.json"], 0);
    assert!(said.contains("proof.json is not written: no flows prove the bound"), "{said}");
    assert!(!squares.path("proof.json").exists());
}

#[test]
fn a_file_of_flows_is_no_input_and_is_written_once() {
    let squares = Squares::new();
    for (arguments, wanted) in [
        (vec!["--proof", "proof.csv"], "expected a name that ends in .json"),
        (vec!["--proof", "out/report.json", "--out", "out"], "would be written twice"),
    ] {
        let said = says(&squares, &[&["solve", "scenario.toml"][..], &arguments].concat(), 2);
        assert!(said.contains(wanted), "{said}");
    }
}
