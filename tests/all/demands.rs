//! What holds by itself and what a scenario asks, audited from files under profiles of every kind.

use std::fs;

use assert_cmd::Command;

use crate::squares::{PROFILE, Squares, without_pins};

/// What `audit` prints of a plan of the squares, with this exit code.
fn audit(squares: &Squares, arguments: &[&str], code: i32) -> String {
    let answer = Command::cargo_bin("zonewerk")
        .unwrap()
        .current_dir(squares.path("."))
        .args(["audit", "columns.csv", "-s", "scenario.toml"])
        .args(arguments)
        .assert()
        .code(code);
    String::from_utf8(answer.get_output().stdout.clone()).unwrap()
}

const BARE: &str = "name = \"bare\"\ntitle = \"Bare\"\nsource = \"Us\"\n";
const EVERYTHING: &str = "Every rule of the profile was checked to the end.";

#[test]
fn a_pin_is_judged_under_every_profile() {
    let squares = Squares::with(&[("bare.toml", BARE)]);
    let said = "pin “One school”: a 10 (a1 (a1)); b 10 (b1 (b1)); required: a1 (a1), b1 (b1) in one zone";
    for arguments in [&[][..], &["-p", "bare.toml"], &["-p", "decree-2019"]] {
        let text = audit(&squares, arguments, 1);
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(said) && words.contains("pin-not-kept"), "{text}");
    }
}

#[test]
fn a_family_that_stays_together_is_judged_and_one_that_is_reported_is_a_warning() {
    let with_role = |role: &str| {
        let scenario = without_pins().replace("\"rows.csv\"", &format!("\"rows.csv\"\nrole = \"{role}\""));
        Squares::with(&[("scenario.toml", &scenario), ("ours.toml", BARE)])
    };
    let together = audit(&with_role("together"), &[], 1);
    assert!(together.contains("row 1 of row stays together"), "{together}");
    let reported = audit(&with_role("report"), &[], 0);
    assert!(reported.contains("group-straddles-zones"), "{reported}");
    assert!(reported.contains("zone-crosses-group") && reported.starts_with("Compliant"), "{reported}");
    let other = audit(&with_role("report"), &["-p", "decree-2019"], 1);
    assert!(other.contains("group-straddles-zones"), "{other}");
}

#[test]
fn units_in_no_zone_and_limits_that_are_exceeded_are_found_without_a_rule_of_the_profile() {
    let scenario =
        without_pins().replace("[goals]", "[goals]\nat_most = [\"cut-edges <= 8\", \"zones <= 3\"]");
    let squares = Squares::with(&[("scenario.toml", &scenario), ("ours.toml", BARE)]);
    let text = audit(&squares, &[], 1);
    assert!(text.contains("cut-edges comes to 9; required: at most 8"), "{text}");
    assert!(text.contains("zones comes to 4; required: at most 3"), "{text}");
    assert!(text.contains(EVERYTHING), "{text}");
    let plan = fs::read_to_string(squares.path("columns.csv")).unwrap().replace("d3,d", "d3,");
    fs::write(squares.path("columns.csv"), plan).unwrap();
    let text = audit(&squares, &[], 1);
    assert!(text.contains("unit d3 (d3): in no zone"), "{text}");
    assert!(
        !text.contains(EVERYTHING) && text.contains("1 check could not be made: limit-exceeded"),
        "{text}"
    );
}

#[test]
fn a_number_of_a_file_is_judged_though_its_profile_names_no_rule() {
    let numbers = "\n[levels.zone]\nmaximum = 29\ncount_minimum = 5\n";
    let in_profile =
        Squares::with(&[("scenario.toml", &without_pins()), ("ours.toml", &(BARE.to_owned() + numbers))]);
    let text = audit(&in_profile, &[], 1);
    assert!(
        text.contains("zone-above-maximum-population") && text.contains("wrong-number-of-zones"),
        "{text}"
    );
    let scenario =
        without_pins().replace("[[groups]]", "[levels.zone]\nmaximum = 29\ncount_minimum = 5\n\n[[groups]]");
    let in_scenario =
        Squares::with(&[("scenario.toml", &scenario), ("ours.toml", BARE), ("other.toml", PROFILE)]);
    let text = audit(&in_scenario, &[], 1);
    assert!(text.contains("zone a: 30 inhabitants; required: at most 29 inhabitants"), "{text}");
    let other = audit(&in_scenario, &["-p", "other.toml", "--format", "json"], 1);
    let report: serde_json::Value = serde_json::from_str(&other).unwrap();
    assert!(report.to_string().contains("wrong-number-of-zones"), "{report}");
}
