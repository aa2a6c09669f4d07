//! Zones that may lie apart, where a profile says that contiguity is off.

use std::fs;

use serde_json::Value;

use crate::squares::{Squares, says};

const SCENARIO: &str = "name = \"row\"\ntitle = \"A row\"\nprofile = \"ours.toml\"\n\n[units]\ngraph = \"row.csv\"\nattributes = \"units.csv\"\nkey = \"code\"\nname = \"code\"\npopulation = \"people\"\npopulation_date = \"2022-01-01\"\n\n[goals]\norder = [\"cut-edges\"]\n";

/// Five units in a row, `a` to `e`, of which no two neighbours make a zone of 10 or 11.
const PEOPLE: [u64; 5] = [8, 5, 2, 5, 11];

/// The row, where the profile says so much of contiguity.
fn row(contiguity: &str) -> Squares {
    let profile = format!(
        "name = \"ours\"\ntitle = \"Ours\"\nsource = \"Us\"\n\n[levels.zone]\nminimum = 10\nmaximum = 11\n\n{contiguity}"
    );
    let squares = Squares::with(&[("scenario.toml", SCENARIO), ("ours.toml", &profile)]);
    let codes = ["a", "b", "c", "d", "e"];
    let units = codes.iter().zip(PEOPLE).map(|(code, people)| format!("{code},{people}\n"));
    fs::write(squares.path("units.csv"), format!("code,people\n{}", units.collect::<String>())).unwrap();
    let pairs = codes.windows(2).map(|pair| format!("{},{}\n", pair[0], pair[1]));
    fs::write(squares.path("row.csv"), format!("unit,neighbour\n{}", pairs.collect::<String>())).unwrap();
    squares
}

const OFF: &str = "[rules.zone-not-contiguous]\nseverity = \"off\"\n";

fn report(squares: &Squares) -> Value {
    serde_json::from_slice(&fs::read(squares.path("o/report.json")).unwrap()).unwrap()
}

#[test]
fn a_plan_of_zones_apart_is_drawn_where_contiguity_is_off() {
    let squares = row(OFF);
    let (text, _) = squares.solve(&["--out", "o"], 0);
    let text = text.replace('\n', " ");
    assert!(text.starts_with("Proven best: 3 zones; neighbours in different zones 4."), "{text}");
    assert!(!text.contains("contiguous zones"), "{text}");
    assert_eq!(report(&squares)["outcome"]["conditions"].as_array().map_or(0, Vec::len), 0);
    let page = fs::read_to_string(squares.path("o/report.html")).unwrap();
    assert!(
        page.contains("no plan at all, of zones of whole units that may lie apart, that keeps"),
        "{page}"
    );
    let audit = says(&squares, &["audit", "o/plan.csv", "-s", "scenario.toml"], 0);
    assert!(audit.contains("Compliant"), "{audit}");
    for engine in ["cover", "compact"] {
        let (text, _) = squares.solve(&["--engine", engine], 0);
        assert!(text.starts_with("Proven best: 3 zones;"), "{engine}: {text}");
        // Where zones may lie apart, the compact engine proves nothing by peeling.
        assert_eq!(text.contains("HiGHS"), engine == "compact", "{engine}: {text}");
    }
    let (text, _) = squares.solve(&["--engine", "search"], 2);
    assert!(text.replace('\n', " ").contains("does not take zones that may lie apart"), "{text}");
}

#[test]
fn the_same_is_proved_impossible_of_contiguous_zones_where_the_rule_is_absent() {
    let squares = row("");
    let (text, _) = squares.solve(&["--out", "o"], 2);
    let text = text.replace('\n', " ");
    assert!(text.contains("it is proved that no plan with contiguous zones of whole units"), "{text}");
    assert!(text.contains("the rules also allow zones that are not contiguous"), "{text}");
    assert_eq!(report(&squares)["outcome"]["stopped"]["kind"], "none-contiguous");
    let squares = row("[rules.zone-not-contiguous]\nseverity = \"error\"\n");
    let (text, _) = squares.solve(&[], 1);
    assert!(text.starts_with("Proved impossible: "), "{text}");
}

#[test]
fn what_is_asked_of_a_plan_is_answered_of_zones_that_may_lie_apart() {
    let squares = row(OFF);
    let says = |arguments: &[&str], code: i32| says(&squares, arguments, code).replace('\n', " ");
    let text = says(&["alternatives", "scenario.toml", "--within", "50%", "--backbone", "--out", "a"], 0);
    assert!(text.contains("This is the only plan that keeps the rules"), "{text}");
    assert!(text.contains("3 zones in all plans"), "{text}");
    let text = says(&["alternatives", "scenario.toml", "--all", "all.jsonl"], 0);
    assert!(text.contains("There is 1 plan that keeps the rules (proved)"), "{text}");
    let text = says(&["why", "scenario.toml", "--apart", "a,c"], 1);
    assert!(text.contains("impossible (proved)"), "{text}");
    let text = text.replace("neighbours in different zones", "the goal");
    assert!(!text.contains("neighbour") && !text.contains("contiguous zones"), "{text}");
    fs::write(squares.path("base.csv"), "unit,zone\na,x\nb,x\nc,y\nd,y\ne,z\n").unwrap();
    let text = says(&["try", "base.csv", "-s", "scenario.toml", "--repair"], 0);
    assert!(text.contains("7 inhabitants of 2 units move") && text.contains("proven"), "{text}");
    let completing =
        ["try", "base.csv", "-s", "scenario.toml", "--complete", "--move", "b=y", "--move", "c=x"];
    let text = says(&completing, 0);
    assert!(text.contains("The completed plan mends 2 rules"), "{text}");
}

/// 3 people fit with nobody, and the answer speaks of other units and not of neighbours.
#[test]
fn what_is_impossible_is_told_without_neighbours() {
    let squares = row(OFF);
    fs::write(squares.path("units.csv"), "code,people\na,3\nb,9\nc,10\nd,10\ne,10\n").unwrap();
    let (text, _) = squares.solve(&["--out", "o"], 1);
    let text = text.replace('\n', " ");
    assert!(text.starts_with("Proved impossible: "), "{text}");
    assert!(text.contains("with any other unit at least"), "{text}");
    assert!(!text.contains("neighbour") && !text.contains("link"), "{text}");
    let page = fs::read_to_string(squares.path("o/report.html")).unwrap();
    assert!(
        page.contains("no plan of zones of whole units that may lie apart keeps all the rules"),
        "{page}"
    );
}
