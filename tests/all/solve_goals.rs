//! Goals, number of zones, base plan and engine as a user asks for them, on a territory of
//! twelve squares.

use std::fs;

use assert_cmd::Command;
use serde_json::Value;
use zonewerk::problem::Goal;

use crate::squares::Squares;

fn goal(report: &Value, name: &str) -> Option<u64> {
    let goals = report["goals"].as_array().unwrap();
    goals.iter().find(|goal| goal["goal"] == name).map(|goal| goal["value"].as_u64().unwrap())
}

#[test]
fn one_goal_of_the_command_line_takes_the_place_of_the_scenarios() {
    let squares = Squares::new();
    let (text, _) = squares.solve(&["--goal", "zones"], 0);
    assert!(
        text.starts_with(
            "Proven best: 2 zones; number of zones 2. No plan that keeps the rules and 1 pin has less.\n"
        ),
        "{text}"
    );
    let report = squares.report(&["--goal", "zones"]);
    assert_eq!(
        (report["outcome"]["goal"].as_str(), report["outcome"]["objective"].as_u64()),
        (Some("zones"), Some(2))
    );
    assert_eq!(report["steps"].as_array().unwrap().len(), 1);
    assert_eq!(goal(&report, "zones"), Some(2));
    assert_eq!(goal(&report, "people-moved"), None, "the scenario has no plan to move from");
    assert_eq!(squares.report(&[])["outcome"]["goal"], "cut-edges");
}

#[test]
fn goals_in_order_are_told_in_order_with_their_proofs() {
    let squares = Squares::new();
    let steps = ["--goal", "largest-deviation", "--goal", "crossings(row)", "--goal", "border-length"];
    let (text, _) = squares.solve(&steps, 0);
    let head: Vec<&str> = text.lines().take(7).collect();
    assert_eq!(
        head,
        [
            "Proven best, goals in order: 3 zones; largest deviation from the ideal population 0 people, then",
            "cuts of row 0, then total border 23.5 km. Of the plans that keep the rules and 1 pin and have the",
            "least largest deviation from the ideal population, and of these the least cuts of row, none has less",
            "total border.",
            "  - goal 1, largest deviation from the ideal population: 0 people, proven",
            "  - goal 2, cuts of row: 0, proven",
            "  - goal 3, total border: 23.5 km, proven",
        ],
        "{text}"
    );
    assert!(text.contains("Ideal population of a zone: 40"), "{text}");
    assert!(text.contains("a1, b1 in one zone: One school"), "{text}");
    let report = squares.report(&[&steps[..], &["--out", "out"]].concat());
    let proven: Vec<&str> =
        report["steps"].as_array().unwrap().iter().map(|step| step["status"].as_str().unwrap()).collect();
    assert_eq!(proven, ["proven"; 3]);
    assert_eq!(report["pins"][0]["kind"], "together");
    let map = fs::read_to_string(squares.path("out/map.svg")).unwrap();
    assert!(
        map.contains("largest deviation from the ideal population 0 people, then cuts of row 0"),
        "{map}"
    );
}

#[test]
fn number_of_zones_and_base_plan_are_asked_for() {
    let squares = Squares::new();
    assert_eq!(goal(&squares.report(&["--zones", "5"]), "zones"), Some(5));
    let range = goal(&squares.report(&["--zones", "3-4", "--goal", "cut-edges"]), "zones");
    assert_eq!(range, Some(3), "three zones cut fewer edges than four");
    let moved = squares.report(&["--base", "columns.csv", "--goal", "people-moved"]);
    assert_eq!(moved["outcome"]["objective"], 10, "a1 and b1 are pinned together: one of them moves");
    let names: Vec<&str> = moved["manifest"]["inputs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| file["name"].as_str().unwrap())
        .collect();
    assert!(names.contains(&"columns.csv"), "{names:?}");
    let (text, _) = squares.solve(&["--zones", "7"], 1);
    assert!(text.starts_with("Proved impossible"), "{text}");
}

#[test]
fn the_engine_that_is_asked_for_is_named() {
    let squares = Squares::new();
    for (arguments, engine, kind) in [
        (&["--engine", "cover"][..], "cover", "asked"),
        (&["--engine", "compact"], "compact", "asked"),
        (&["--engine", "search", "--goal", "zones"], "search", "asked"),
        (&[], "cover", "zones-can-be-listed"),
    ] {
        let outcome = &squares.report(arguments)["outcome"];
        assert_eq!((&outcome["engine"], &outcome["chosen"]["kind"]), (&engine.into(), &kind.into()));
        assert_eq!(outcome["status"], "optimal");
    }
}

#[test]
fn wrong_questions_exit_2_and_say_what_was_expected() {
    let squares = Squares::new();
    for (arguments, expected) in [
        (&["--goal", "border-lenght"][..], "is it \"border-length\"?"),
        (&["--goal", "crossings(rows)", "--goal", "0 * zones"], "2 problems in the input"),
        (&["--goal", "straddles"], "such as straddles(row)"),
        (&["--goal", "people-moved"], "named in --base"),
        (&["--zones", "0"], "expected a number of zones above 0, such as 54, or two such as 50-56"),
        (&["--zones", "6-3"], "expected a number of zones above 0"),
        (&["--zones", "many"], "expected a number of zones above 0"),
        (&["--engine", "fast"], "possible values: cover, compact, search"),
        (&["--base", "no-such-plan.csv"], "cannot read the plan no-such-plan.csv"),
    ] {
        let (printed, said) = squares.solve(arguments, 2);
        assert!(said.contains(expected), "{arguments:?}: {said}");
        assert!(printed.is_empty(), "{arguments:?}: {printed}");
    }
}

#[test]
fn every_goal_is_in_the_help_and_in_the_documentation() {
    let help = Command::cargo_bin("zonewerk").unwrap().args(["solve", "--help"]).assert().code(0);
    let help = String::from_utf8(help.get_output().stdout.clone()).unwrap();
    let page = fs::read_to_string("docs/goals.md").unwrap();
    for name in Goal::NAMES {
        assert!(help.contains(name), "{name} is missing in\n{help}");
        assert!(page.contains(&format!("| `{name}")), "{name} is missing in docs/goals.md");
    }
}
