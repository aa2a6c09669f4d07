//! The flows or prices that prove a bound, as a file, and the scripts that check them.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;

use crate::squares::{PROFILE, Squares, says};

const SCENARIO: &str = "name = \"band\"\ntitle = \"A band\"\nprofile = \"ours.toml\"\n\n[units]\ngraph = \"band.csv\"\nattributes = \"units.csv\"\nkey = \"code\"\nname = \"code\"\npopulation = \"people\"\npopulation_date = \"2022-01-01\"\n\n[goals]\norder = [\"cut-edges\"]\n";

/// Eight columns of six squares of ten people each, in zones of 20 to 60, by search. Where it is said of a
/// square, it meets others in corners, and these are neighbours too, so that edges cross.
fn band(has_corners: fn(usize, usize) -> bool) -> Squares {
    let squares = Squares::with(&[("scenario.toml", SCENARIO), ("ours.toml", PROFILE)]);
    let code = |column: usize, row: usize| format!("{column}{row}");
    let mut units = "code,people\n".to_owned();
    let mut pairs = "unit,neighbour,metres\n".to_owned();
    for column in 0..8 {
        for row in 0..6 {
            units += &format!("{},10\n", code(column, row));
            if column < 7 {
                let metres = 80 + (column * 7 + row * 11) % 40;
                pairs += &format!("{},{},{metres}\n", code(column, row), code(column + 1, row));
            }
            if row < 5 {
                let metres = 80 + (column * 5 + row * 13) % 40;
                pairs += &format!("{},{},{metres}\n", code(column, row), code(column, row + 1));
            }
            if column < 7 && row < 5 && has_corners(column, row) {
                pairs += &format!("{},{},1\n", code(column, row), code(column + 1, row + 1));
                pairs += &format!("{},{},1\n", code(column, row + 1), code(column + 1, row));
            }
        }
    }
    fs::write(squares.path("units.csv"), units).unwrap();
    fs::write(squares.path("band.csv"), pairs).unwrap();
    squares
}

const FLOWS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tools/check-flow-bound");
const PRICES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tools/check-price-bound");

fn checked(script: &str, file: PathBuf) -> Output {
    Command::new("python3").arg(script).arg(file).output().expect("python3 runs")
}

fn changed(script: &str, squares: &Squares, change: impl Fn(&mut Value)) -> Output {
    let mut proof: Value = serde_json::from_slice(&fs::read(squares.path("proof.json")).unwrap()).unwrap();
    change(&mut proof);
    fs::write(squares.path("changed.json"), proof.to_string()).unwrap();
    checked(script, squares.path("changed.json"))
}

/// Solves, and checks that the file proves what the report tells.
fn proved(squares: &Squares, seconds: &str, script: &str) -> Value {
    let solve = ["solve", "scenario.toml", "--engine", "search", "--time-limit", seconds, "--out", "result"];
    says(squares, &[&solve[..], &["--proof", "proof.json"]].concat(), 0);
    let report: Value =
        serde_json::from_slice(&fs::read(squares.path("result/report.json")).unwrap()).unwrap();
    let bound = report["outcome"]["bound"].as_u64().or(report["outcome"]["objective"].as_u64()).unwrap();
    let proof: Value = serde_json::from_slice(&fs::read(squares.path("proof.json")).unwrap()).unwrap();
    assert!(proof["bound"].as_u64() >= Some(bound) && bound > 0, "{} {bound}", proof["bound"]);
    let sound = checked(script, squares.path("proof.json"));
    assert!(sound.status.success(), "{}", String::from_utf8_lossy(&sound.stderr));
    proof
}

fn find_what_is_false(script: &str, squares: &Squares, false_ones: &[&dyn Fn(&mut Value)]) {
    for (number, change) in false_ones.iter().enumerate() {
        let said = changed(script, squares, change);
        assert_eq!(said.status.code(), Some(1), "{number}");
        assert!(String::from_utf8_lossy(&said.stderr).starts_with("proves nothing: "), "{number}");
    }
}

#[test]
fn a_script_adds_up_what_flows_prove_and_finds_what_is_false() {
    let squares = band(|_, _| true);
    proved(&squares, "4", FLOWS);
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
    find_what_is_false(FLOWS, &squares, &false_ones);
}

/// A change of a number of the file.
fn add(proof: &mut Value, place: &str, more: i64) {
    let number = proof.pointer_mut(place).unwrap();
    *number = (number.as_i64().unwrap() + more).into();
}

#[test]
fn a_script_proves_what_prices_prove_and_finds_what_is_false() {
    let squares = band(|_, _| false);
    let proof = proved(&squares, "20", PRICES);
    assert_eq!(
        (&proof["crossings"], proof["around"].as_array().unwrap().len()),
        (&serde_json::json!([]), 48)
    );
    let price = proof["zone_price"].as_i64().unwrap().abs() / 4 + 1;
    find_what_is_false(
        PRICES,
        &squares,
        &[
            &|proof| add(proof, "/bound", 1_000),
            &|proof| add(proof, "/zone_price", price),
            &|proof| (0..48).for_each(|point| add(proof, &format!("/points/{point}/price"), price)),
            &|proof| (0..40).for_each(|edge| proof["edges"][edge][2] = 0.into()),
            &|proof| (0..20).for_each(|point| proof["points"][point]["inhabitants"] = 1.into()),
            &|proof| proof["inhabitants"] = serde_json::json!([1, 60]),
            &|proof| proof["inhabitants"][1] = 120.into(),
            &|proof| proof["zones"] = serde_json::json!([0, 3]),
            &|proof| proof["around"][9].as_array_mut().unwrap().swap(0, 1),
            &|proof| proof["around"][9][0] = (-1).into(),
            &|proof| drop(proof["around"][9].as_array_mut().unwrap().pop()),
            &|proof| drop(proof["edges"].as_array_mut().unwrap().pop()),
            &|proof| proof["edges"][1] = proof["edges"][0].clone(),
            &|proof| proof["edges"][0][0] = (-1).into(),
            &|proof| drop(proof["starts"].as_array_mut().unwrap().pop()),
            &|proof| proof["starts"][1] = proof["starts"][0].clone(),
            &|proof| proof["outer"] = serde_json::json!([]),
            &|proof| proof["outer"][0][1] = 2.into(),
            &|proof| proof["points"][1] = proof["points"][0].clone(),
            &|proof| proof["digits"] = (-1).into(),
            &|proof| proof["charge"] = (-1).into(),
            &|proof| proof["parts"] = 0.into(),
            &|proof| proof["points"][0]["price"] = 0.5.into(),
            &|proof| proof["points"][0]["inhabitants"] = true.into(),
            &|proof| proof["zone_price"] = Value::Null,
            &|proof| proof["version"] = 2.into(),
        ],
    );
    // Other numbers of zones are another question: what is proved of them says so.
    let said = changed(PRICES, &squares, |proof| proof["zones"] = serde_json::json!([9, 12]));
    assert!(String::from_utf8_lossy(&said.stdout).contains("no plan of 9 to 12 contiguous zones"));
    let text = fs::read_to_string(squares.path("proof.json")).unwrap();
    fs::write(squares.path("changed.json"), text.replacen("\"charge\":", "\"charge\":NaN,\"more\":", 1))
        .unwrap();
    assert_eq!(checked(PRICES, squares.path("changed.json")).status.code(), Some(1));
}

#[test]
fn prices_of_a_graph_with_edges_that_cross_are_proved_with_their_crossings() {
    let squares = band(|column, row| (column, row) == (4, 3));
    // In zones of three squares, prices prove more than flows in spite of the crossings.
    fs::write(squares.path("ours.toml"), PROFILE.replace("= 20", "= 30").replace("= 60", "= 30")).unwrap();
    let scenario = SCENARIO.replace("attributes =", "border = \"metres\"\nattributes =");
    fs::write(squares.path("scenario.toml"), scenario.replace("cut-edges", "border-length")).unwrap();
    let proof = proved(&squares, "20", PRICES);
    let crossings = proof["crossings"].as_array().unwrap().len();
    assert!(crossings >= 2, "{crossings}");
    find_what_is_false(
        PRICES,
        &squares,
        &[
            &|proof| drop(proof["crossings"].as_array_mut().unwrap().pop()),
            &|proof| proof["crossings"] = serde_json::json!([]),
            &|proof| proof["crossings"][0][1] = serde_json::json!([0]),
            &|proof| proof["crossings"][0][0] = 1_000.into(),
            &|proof| proof["crossings"][1] = proof["crossings"][0].clone(),
        ],
    );
}

#[test]
fn what_is_no_number_proves_nothing() {
    let squares = band(|_, _| true);
    let solve =
        ["solve", "scenario.toml", "--engine", "search", "--time-limit", "2", "--proof", "proof.json"];
    says(&squares, &solve, 0);
    let proof = fs::read_to_string(squares.path("proof.json")).unwrap();
    let at = proof.find("\"flows\":[[").unwrap() + "\"flows\":[[".len();
    let end = at + proof[at..].find(']').unwrap();
    fs::write(squares.path("changed.json"), format!("{}0,NaN{}", &proof[..at], &proof[end..])).unwrap();
    assert_eq!(checked(FLOWS, squares.path("changed.json")).status.code(), Some(1));
}

#[test]
fn where_neither_flows_nor_prices_prove_the_bound_no_file_is_written() {
    let squares = Squares::new();
    let said = says(&squares, &["solve", "scenario.toml", "--proof", "proof.json"], 0);
    assert!(said.contains("proof.json is not written: neither flows nor prices prove the bound"), "{said}");
    assert!(!squares.path("proof.json").exists());
}

#[test]
fn a_file_of_a_proof_is_no_input_and_is_written_once() {
    let squares = Squares::new();
    for (arguments, wanted) in [
        (vec!["--proof", "proof.csv"], "expected a name that ends in .json"),
        (vec!["--proof", "out/report.json", "--out", "out"], "would be written twice"),
    ] {
        let said = says(&squares, &[&["solve", "scenario.toml"][..], &arguments].concat(), 2);
        assert!(said.contains(wanted), "{said}");
    }
}
