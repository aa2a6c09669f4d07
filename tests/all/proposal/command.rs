//! `zonewerk try` on twelve squares: columns of three squares, of ten people each, are the base.

use std::fs;

use super::{try_in, try_json};
use crate::squares::Squares;

const BASE: [&str; 3] = ["columns.csv", "-s", "scenario.toml"];

fn with<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&BASE[..], more].concat()
}

#[test]
fn exit_codes_say_whether_rules_are_broken() {
    let squares = Squares::without_pins();
    let folder = squares.path("");
    let (text, _) = try_in(&folder, &BASE, 0);
    assert!(text.starts_with("The plan as it is breaks no rule that was checked\n"), "{text}");
    let (text, _) = try_in(&folder, &with(&["--move", "c1=b"]), 0);
    assert!(
        text.starts_with("The proposal breaks no rule that was checked, and neither does the base\n"),
        "{text}"
    );
    let (text, _) = try_in(&folder, &with(&["--move", "c1,c2=b"]), 1);
    assert!(
        text.starts_with("The proposal breaks 1 rule that the base keeps (zone-below-minimum-population)\n"),
        "{text}"
    );
    let (text, _) = try_in(&folder, &with(&["--move", "d1=a"]), 1);
    assert!(
        text.starts_with("The proposal breaks 1 rule that the base keeps (zone-not-contiguous)\n"),
        "{text}"
    );
    try_in(&folder, &with(&["--move", "d1=q"]), 2);
    try_in(&folder, &with(&["--complete", "--repair"]), 2);
    try_in(&folder, &with(&["--out", "result"]), 2);
}

#[test]
fn changes_are_made_in_the_order_of_the_command_line() {
    let squares = Squares::new();
    let folder = squares.path("");
    try_in(&folder, &with(&["--new", "e=a1,b1", "--merge", "a+b+e", "--dissolve", "d"]), 1);
    let (_, said) = try_in(&folder, &with(&["--merge", "a+b+e", "--new", "e=a1,b1"]), 2);
    assert_eq!(said, "error: 1 problem in the changes\n  --merge a+b+e: no zone is called \"e\"\n");
}

#[test]
fn every_wrong_change_is_told_at_once() {
    let squares = Squares::new();
    let changes = [
        "--move",
        "a11=b",
        "--merge",
        "a+",
        "--swap",
        "a1,a2",
        "--new",
        "b=a1",
        "--dissolve",
        "",
        "--move",
        "a1",
    ];
    let (_, said) = try_in(&squares.path(""), &with(&changes), 2);
    insta::assert_snapshot!(said, @r#"
    error: 6 problems in the changes
      --move a11=b: no unit is "a11" (is it a1 (a1)?)
      --merge a+: no zone is called ""
      --swap a1,a2: a1 (a1) and a2 (a2) lie in the same zone, a, so there is nothing to swap
      --new b=a1: a zone "b" is there already: give another name, or move the units to it
      --dissolve : no zone is called ""
      --move a1: "a1" is not UNIT=ZONE
    "#);
}

#[test]
fn the_whole_report_is_told() {
    let squares = Squares::without_pins();
    let (text, _) = try_in(&squares.path(""), &with(&["--move", "c1,c2=b"]), 1);
    insta::assert_snapshot!(text, @r#"
    The proposal breaks 1 rule that the base keeps (zone-below-minimum-population)

    Proposed
      - c1 (c1) moves to b
      - c2 (c2) moves to b

    Rules before and after (ours)
     Rule                            Errors   Warnings
    ───────────────────────────────────────────────────
     zone-below-minimum-population    0 → 1          0
    ───────────────────────────────────────────────────

      New: 1
      - zone c: 10 inhabitants; required: at least 20 inhabitants [error zone-below-minimum-population]

    Who moves
      20 inhabitants of 2 units move to another zone, 16.7 % of all.
     Unit      Inhabitants   From   To
    ───────────────────────────────────
     c1 (c1)            10   c      b
     c2 (c2)            10   c      b
    ───────────────────────────────────

    Zones touched: 2
     Zone   Units   Inhabitants   Bounds                Contiguous   Border (km)
    ─────────────────────────────────────────────────────────────────────────────
     b      3 → 5       30 → 50   within                yes            8.1 → 9.5
     c      3 → 1       30 → 10   within → 10 too few   yes            8.1 → 3.6
    ─────────────────────────────────────────────────────────────────────────────

    Groups affected: 0
      None of the families of groups that the profile names has a unit that moves.

    Partners: who must agree, zone by zone
      - b: 5 units (b1, b2, b3, c1 and c2)
      - c: 1 unit (c3)

    Neighbours to consult
      - a: 3 units on the border with b (a1, a2 and a3)
      - d: 3 units on the border with b and c (d1, d2 and d3)

    Can the rest be completed around it?
      Not asked: --remainder looks for a plan, or for a proof that there is none.
    "#);
    let (page, _) = try_in(&squares.path(""), &with(&["--move", "c1,c2=b", "--format", "md"]), 1);
    assert!(page.starts_with("# Changes to columns.csv\n\n**The proposal breaks 1 rule"), "{page}");
}

#[test]
fn whether_the_rest_can_be_completed_is_proved() {
    let squares = Squares::new();
    let answer = |changes: &[&str], code: i32| {
        let report = try_json(&squares.path(""), &with(&[changes, &["--remainder"]].concat()), code);
        report["proposal"]["remainder"]["answer"].as_str().unwrap().to_owned()
    };
    // The pin asks a1 and b1 together, and the base has them apart.
    assert_eq!(answer(&["--move", "d1=c"], 1), "possible");
    assert_eq!(answer(&["--new", "e=c1,d1"], 1), "possible");
    // b1 is in a zone without a1, and a pin asks them together.
    assert_eq!(answer(&["--new", "e=b1,c1"], 1), "impossible");
    assert_eq!(answer(&["--new", "e=b1"], 1), "broken");
    let (text, _) = try_in(&squares.path(""), &with(&["--new", "e=b1,d1", "--remainder"]), 1);
    assert!(text.contains("  - zone e: 2 separate parts, "), "{text}");
}

#[test]
fn a_completed_plan_has_the_changed_zones() {
    let squares = Squares::new();
    let folder = squares.path("");
    let changes = ["--new", "e=a1,b1", "--dissolve", "d", "--complete", "--out", "result"];
    let report = try_json(&folder, &with(&changes), 0);
    let zones = report["drawn"]["result"]["zones"].as_array().unwrap();
    let units = |name: &str| {
        let zone = zones.iter().find(|zone| zone["name"] == name).unwrap();
        let units = zone["units"].as_array().unwrap().iter();
        units.map(|unit| unit["code"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(units("e"), ["a1", "b1"]);
    assert_eq!(units("a"), ["a2", "a3"]);
    assert_eq!(units("b"), ["b2", "b3"]);
    assert_eq!(report["drawn"]["plan"]["compliant"], true);
    // b3 alone is below the minimum, and the proposal gives it as it is.
    let (text, _) = try_in(&folder, &with(&["--new", "e=a1,b1,b2", "--complete"]), 1);
    assert!(
        text.contains("Proved impossible: ") && text.contains("Why: fixed zone b has 10 inhabitants"),
        "{text}"
    );
}

#[test]
fn a_repaired_plan_moves_fewest_people() {
    let squares = Squares::new();
    let folder = squares.path("");
    // The pin asks a1 and b1 together: one of them moves.
    let report = try_json(&folder, &with(&["--repair"]), 0);
    assert_eq!(report["drawn"]["plan"]["moves"]["people"], 10);
    assert_eq!(report["drawn"]["result"]["steps"][0]["status"], "proven");
    assert_eq!(report["drawn"]["moves_from_proposal"], serde_json::Value::Null);
    // d alone is too small after, and a, b keep the pin.
    let changes = ["--move", "d1,d2=c", "--move", "b1=a", "--repair"];
    let report = try_json(&folder, &with(&changes), 0);
    assert_eq!(report["drawn"]["moves_from_proposal"]["people"], 10);
    assert_eq!(report["drawn"]["result"]["outcome"]["status"], "optimal");
    let goals: Vec<&str> = report["drawn"]["result"]["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| step["goal"].as_str().unwrap())
        .collect();
    assert_eq!(goals, ["people-moved", "cut-edges"], "and then the scenario's goal");
    let impossible =
        fs::read_to_string(squares.path("ours.toml")).unwrap().replace("minimum = 20", "minimum = 50");
    fs::write(squares.path("ours.toml"), impossible).unwrap();
    let (text, _) = try_in(&folder, &with(&["--repair", "--zones", "3"]), 1);
    assert!(text.contains("Proved impossible"), "{text}");
}

#[test]
fn zones_that_the_scenario_fixes_are_not_given_otherwise() {
    let squares = Squares::new();
    let fixed =
        "[[fixed_zones]]\nname = \"d\"\nunits = [\"d1\", \"d2\", \"d3\"]\nreason = \"Decided\"\n\n[goals]";
    let scenario = fs::read_to_string(squares.path("scenario.toml")).unwrap().replace("[goals]", fixed);
    fs::write(squares.path("scenario.toml"), scenario).unwrap();
    let folder = squares.path("");
    let (_, said) = try_in(&folder, &with(&["--move", "d1=c", "--complete"]), 2);
    insta::assert_snapshot!(said, @r#"
    error: the changed zones cannot be given
      zone c of the proposal holds d1 (d1) of fixed zone d, and is not the same (Decided)
      zone d of the proposal holds d2 (d2), d3 (d3) of fixed zone d, and is not the same (Decided)
    "#);
    let (text, _) = try_in(&folder, &with(&["--move", "d1=c", "--remainder"]), 1);
    assert!(text.contains("No: changed zones are given otherwise."), "{text}");
}
