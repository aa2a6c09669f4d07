//! `zonewerk why` as a user asks it, on twelve squares.

use assert_cmd::Command;
use serde_json::Value;

use crate::squares::{SCENARIO, Squares};

/// What `why` prints, and what it says on standard error, with this exit code.
fn why(squares: &Squares, arguments: &[&str], code: i32) -> (String, String) {
    let answer = Command::cargo_bin("zonewerk")
        .unwrap()
        .current_dir(squares.path("."))
        .args(["why", "scenario.toml"])
        .args(arguments)
        .assert()
        .code(code);
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (text(&answer.get_output().stdout), text(&answer.get_output().stderr))
}

fn json(squares: &Squares, arguments: &[&str], code: i32) -> Value {
    serde_json::from_str(&why(squares, &[arguments, &["--format", "json"]].concat(), code).0).unwrap()
}

fn apart_too() -> String {
    SCENARIO.replace("[goals]", "[[pins]]\napart = [\"a1\", \"b1\"]\nreason = \"Two schools\"\n\n[goals]")
}

#[test]
fn where_there_is_a_plan_nothing_stands_in_the_way() {
    let (text, _) = why(&Squares::new(), &[], 0);
    assert!(text.starts_with("There is a plan"), "{text}");
}

#[test]
fn a_conflict_is_told_with_each_way_out() {
    let squares = Squares::with(&[("scenario.toml", &apart_too())]);
    let (text, _) = why(&squares, &[], 1);
    for part in ["Proved: there is no plan", "One school", "Two schools", "a1 (10)", "leave out the pin"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
    let report = json(&squares, &[], 1);
    let conflict = &report["plan"]["conflict"];
    assert_eq!(conflict["demands"].as_array().unwrap().len(), 2);
    assert_eq!(conflict["each_unit_is_needed"], true);
    let ways = report["plan"]["ways_out"]["ways"].as_array().unwrap();
    assert_eq!(ways.len(), 2);
    assert!(ways.iter().all(|way| way["changes"] == 1));
}

#[test]
fn a_way_out_as_it_is_written_makes_a_plan() {
    // Zones of 70 to 80 of 120 people cannot be: one of 50 must have leave.
    let squares = Squares::with(&[(
        "scenario.toml",
        &SCENARIO.replace("[goals]", "[levels.zone]\nminimum = 70\nmaximum = 80\n\n[goals]"),
    )]);
    let report = json(&squares, &["--reach", "50"], 1);
    let way = &report["plan"]["ways_out"]["ways"][0];
    assert_eq!(way["people_outside_bounds"], 20, "{way}");
    assert_eq!(way["fewest_people_is_proved"], true);
    let toml = way["scenario"].as_str().unwrap().replace("\"...\"", "\"as asked\"");
    let scenario = std::fs::read_to_string(squares.path("scenario.toml")).unwrap();
    std::fs::write(squares.path("scenario.toml"), format!("{scenario}\n{toml}")).unwrap();
    squares.solve(&[], 0);
}

#[test]
fn a_wish_has_a_price_or_a_proof() {
    let squares = Squares::new();
    let report = json(&squares, &["--together", "a1,d3", "--apart", "a2,a3", "--unit", "c3=a1"], 0);
    let wishes = report["wishes"].as_array().unwrap();
    let kinds: Vec<&str> = wishes.iter().map(|wish| wish["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["together", "apart", "unit"]);
    let best = squares.report(&[])["outcome"]["objective"].as_u64().unwrap();
    for (wish, pin) in wishes.iter().zip([
        "together = [\"a1\", \"d3\"]",
        "apart = [\"a2\", \"a3\"]",
        "together = [\"a1\", \"c3\"]",
    ]) {
        let pinned = SCENARIO.replace("[goals]", &format!("[[pins]]\n{pin}\nreason = \"asked\"\n\n[goals]"));
        let with = Squares::with(&[("scenario.toml", &pinned)]).report(&[])["outcome"]["objective"]
            .as_u64()
            .unwrap();
        assert_eq!((wish["without"].as_u64(), wish["with"].as_u64()), (Some(best), Some(with)), "{wish}");
        assert!(with >= best && wish["is_proved"] == true);
    }
    let (text, _) = why(&squares, &["--apart", "a1,b1"], 1);
    assert!(text.contains("impossible (proved)") && text.contains("One school"), "{text}");
    assert!(!text.contains("leave out the pin: a1 and b1 each"), "a wish is no way out of itself: {text}");
}

#[test]
fn exceptions_are_forced_or_chosen() {
    let text = SCENARIO.replace(
        "[goals]",
        "[levels.zone]\nminimum = 20\nmaximum = 30\n\n[[exceptions]]\nunits = [\"a1\", \"b1\", \"c1\", \"d1\"]\n\
         minimum = 0\nmaximum = 40\nreason = \"long\"\n\n[[pins]]\ntogether = [\"a1\", \"d1\"]\nreason = \"asked\"\n\n\
         [[exceptions]]\nunits = [\"a3\", \"b3\", \"c3\", \"d3\"]\nminimum = 0\nmaximum = 40\nreason = \"wide\"\n\n[goals]",
    );
    let squares = Squares::with(&[("scenario.toml", &text)]);
    let report = json(&squares, &["--exceptions"], 0);
    let each = report["exceptions"]["each"].as_array().unwrap();
    assert_eq!(each[0]["forced"], true, "{report}");
    assert_eq!(each[1]["forced"], false);
    assert_eq!(report["exceptions"]["smallest_sets"], serde_json::json!([[1]]));
    let (text, _) = why(&squares, &["--exceptions"], 0);
    assert!(text.contains("at least 1 of the 2 exceptions"), "{text}");
}

#[test]
fn what_cannot_be_understood_is_told_at_once() {
    let squares = Squares::new();
    let (_, error) = why(&squares, &["--together", "a1,x9", "--apart", "a1", "--unit", "a1"], 2);
    for part in ["x9", "two units or more", "UNIT=ZONE"] {
        assert!(error.contains(part), "{part}: {error}");
    }
    let (_, error) = why(&squares, &["--out", "somewhere"], 2);
    assert!(error.contains("--out"), "{error}");
    assert!(!squares.path("somewhere").exists());
}

#[test]
fn the_best_plan_with_a_wish_is_written() {
    let squares = Squares::new();
    why(&squares, &["--together", "a1,d3", "--out", "result"], 0);
    let plan = std::fs::read_to_string(squares.path("result/plan.csv")).unwrap();
    let zone = |unit: &str| {
        let row = plan.lines().find(|line| line.starts_with(unit)).unwrap();
        row.split(',').nth(1).unwrap().to_owned()
    };
    assert_eq!(zone("a1"), zone("d3"));
}

#[test]
fn answers_are_the_same_on_any_number_of_threads() {
    let squares = Squares::with(&[("scenario.toml", &apart_too())]);
    let with = |threads| why(&squares, &["--threads", threads, "--format", "json"], 1).0;
    assert_eq!(with("1"), with("2"));
}

/// Writes a way out into a scenario as its edits say.
fn pasted(scenario: &str, edits: &[Value]) -> String {
    let mut tables: Vec<String> = Vec::new();
    for line in scenario.lines() {
        if line.starts_with('[') || tables.is_empty() {
            tables.push(String::new());
        }
        tables.last_mut().unwrap().push_str(&format!("{line}\n"));
    }
    let exceptions: Vec<usize> =
        (0..tables.len()).filter(|&place| tables[place].starts_with("[[exceptions]]")).collect();
    let (mut first, mut last) = (String::new(), String::new());
    for edit in edits {
        let toml = edit["toml"].as_str().unwrap();
        match edit["place"].as_str().unwrap() {
            "instead-of-exception" => {
                let number = edit["exception"].as_u64().unwrap() as usize;
                tables[exceptions[number - 1]] = toml.to_owned();
            }
            "before-exceptions" => first += toml,
            _ => last += toml,
        }
    }
    if !first.is_empty() {
        tables[exceptions[0]].insert_str(0, &first);
    }
    tables.concat() + "\n" + &last
}

#[test]
fn every_way_out_that_is_offered_does_when_it_is_pasted() {
    let fixed = "\n[[fixed_zones]]\nname = \"Corner\"\nunits = [\"d3\"]\nreason = \"given\"\n";
    let exception = |subject: &str, bounds: &str| {
        format!("{fixed}\n[[exceptions]]\n{subject}\n{bounds}\nreason = \"so\"\n")
    };
    let narrow = exception("zone = \"Corner\"", "minimum = 30");
    let by_units = exception("units = [\"d3\"]", "minimum = 20\nmaximum = 60");
    let (mut offered, mut replaced) = (0, 0);
    for more in ["", fixed, &narrow, &by_units] {
        let scenario = format!("{}{more}\n[levels.zone]\nminimum = 25\nmaximum = 45\n", apart_too());
        for scenario in
            [scenario.clone(), scenario.replace("apart = [\"a1\", \"b1\"]", "apart = [\"c1\", \"d1\"]")]
        {
            let squares = Squares::with(&[("scenario.toml", &scenario)]);
            let mut asked = Command::cargo_bin("zonewerk").unwrap();
            asked.current_dir(squares.path(".")).args(["why", "scenario.toml", "--format", "json"]);
            let answer: Value = serde_json::from_slice(&asked.output().unwrap().stdout).unwrap();
            let ways = answer["plan"]["ways_out"]["ways"].as_array().cloned().unwrap_or_default();
            for way in ways {
                let Some(edits) = way["edits"].as_array() else { continue };
                offered += 1;
                replaced += edits.iter().filter(|edit| edit["place"] == "instead-of-exception").count();
                std::fs::write(squares.path("scenario.toml"), pasted(&scenario, edits)).unwrap();
                squares.solve(&["--out", "o"], 0);
                Command::cargo_bin("zonewerk")
                    .unwrap()
                    .current_dir(squares.path("."))
                    .args(["audit", "o/plan.csv", "-s", "scenario.toml"])
                    .assert()
                    .code(0);
            }
        }
    }
    assert!(
        offered > 2 && replaced > 0,
        "{offered} ways were offered, {replaced} with an exception replaced"
    );
}
