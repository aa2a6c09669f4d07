//! Proposals in files, right and wrong.

use std::fs;

use super::{try_in, try_json};
use crate::squares::Squares;

const PROPOSAL: &str = r#"
[[new]]
name = "e"
units = ["a3", "B3"]
reason = "One valley"

[[merge]]
zones = ["c", "d"]
name = "east"

[[move]]
unit = "d1"
zone = "e"

[[swap]]
units = ["a1", "b1"]

[[dissolve]]
zone = "b"
"#;

fn squares(proposal: &str) -> Squares {
    let squares = Squares::new();
    fs::write(squares.path("proposal.toml"), proposal).unwrap();
    squares
}

const BASE: [&str; 5] = ["columns.csv", "-s", "scenario.toml", "--proposal", "proposal.toml"];

#[test]
fn a_proposal_in_toml_is_made_in_the_order_of_writing() {
    let squares = squares(PROPOSAL);
    let report = try_json(&squares.path(""), &BASE, 1);
    let changes: Vec<&str> = report["proposal"]["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| change["written"].as_str().unwrap())
        .collect();
    assert_eq!(
        changes,
        ["new[1]", "merge[1]", "move[1]", "swap[1]", "dissolve[1]"]
            .map(|entry| format!("proposal.toml, {entry}"))
    );
    assert_eq!(report["proposal"]["changes"][0]["reason"], "One valley");
    let zones: Vec<String> = report["proposal"]["zones"]
        .as_array()
        .unwrap()
        .iter()
        .map(|zone| {
            let side = |side: &str| match &zone[side] {
                serde_json::Value::Null => "-".to_owned(),
                known => format!("{}: {}", known["name"], known["units"]),
            };
            format!("{} > {}", side("before"), side("after")).replace('"', "")
        })
        .collect();
    assert_eq!(
        zones,
        [
            "a: [a1,a2,a3] > a: [a2,b1]",
            "c: [c1,c2,c3] > east: [c1,c2,c3,d2,d3]",
            "- > e: [a3,b3,d1]",
            "b: [b1,b2,b3] > -",
            "d: [d1,d2,d3] > -",
        ]
    );
}

#[test]
fn a_table_places_some_units() {
    let squares = Squares::new();
    fs::write(squares.path("some.csv"), "unit,zone,reason\nd1,c,School\nb2,b,\na1,west,\na2,,\n").unwrap();
    let arguments = ["columns.csv", "-s", "scenario.toml", "--proposal", "some.csv"];
    let report = try_json(&squares.path(""), &arguments, 1);
    let moves: Vec<String> = report["proposal"]["moves"]["moves"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| format!("{} {} {}", one["code"], one["from"], one["to"]).replace('"', ""))
        .collect();
    assert_eq!(moves, ["a1 a west", "a2 a null", "d1 d c"]);
    assert_eq!(report["proposal"]["moves"]["people"], 30);
    assert_eq!(report["proposal"]["notes"], serde_json::json!(["west is a new zone"]));
}

#[test]
fn everything_wrong_with_proposals_is_told_at_once() {
    let squares = squares(
        r#"
[[new]]
name = "a"
units = ["a3", "q9"]

[[merge]]
zones = ["c", "x"]

[[move]]
unit = "d11"
zoen = "c"

[[swap]]
units = ["a1"]

[[dissolve]]
reason = "Too small"
"#,
    );
    fs::write(squares.path("some.csv"), "unit,zone\nz1,c\nb2,b\nb2,c\n").unwrap();
    let more = ["--proposal", "some.csv", "--proposal", "gone.csv", "--move", "a1=q"];
    let (printed, said) = try_in(&squares.path(""), &[&BASE[..], &more].concat(), 2);
    assert_eq!(printed, "");
    insta::assert_snapshot!(said, @r#"
    error: 11 problems in the changes
      proposal.toml, line 11: found the key "zoen", expected one of unit, zone, reason; is it "zone"? [unknown-key]
      proposal.toml, new[1], units: found "q9", expected the code or name of a unit [unknown-unit]
      proposal.toml, new[1], name: found "a", expected a name that no zone has, or moves to the zone that has it [zone-name-taken]
      proposal.toml, merge[1], zones: found "x", expected the name of a zone of the plan [unknown-zone]
      proposal.toml, move[1], unit: found "d11", expected the code or name of a unit (is it d1 (d1)?) [unknown-unit]
      proposal.toml, swap[1], units: found a list of 1, expected the codes or names of two units [wrong-value]
      proposal.toml, dissolve[1], zone: found nothing, expected the name of a zone [blank-field]
      some.csv, line 2, unit: found "z1", expected the code or name of a unit (is it a1 (a1), b1 (b1) or c1 (c1)?) [unknown-unit]
      some.csv, line 4, unit: found "b2", expected one row for each unit (line 3 has it too) [duplicate-unit]
      gone.csv: found a file that cannot be read (No such file or directory (os error 2)), expected a proposal: a table (.csv) or TOML (.toml) [missing-file]
      --move a1=q: no zone is called "q"
    "#);
}
