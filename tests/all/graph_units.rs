//! A territory that is a graph, without a map.

use std::fs;

use serde_json::Value;

use crate::squares::{PROFILE, Squares, says};

const UNITS: &str =
    "[units]\nkey = \"code\"\nname = \"code\"\npopulation = \"people\"\npopulation_date = \"2022-01-01\"\n";

/// Four columns of three squares, as node-link JSON with 1,000 m between neighbours.
fn node_link() -> String {
    let place = |column: usize, row: usize| 3 * column + row;
    let mut nodes = Vec::new();
    let mut links = Vec::new();
    for column in 0..4 {
        for row in 0..3 {
            let code = format!("{}{}", ["a", "b", "c", "d"][column], row + 1);
            let outer = [column == 0, column == 3, row == 0, row == 2].iter().filter(|&&side| side).count();
            nodes.push(serde_json::json!({
                "id": place(column, row), "code": code, "people": 10, "boundary_perim": 1_000 * outer
            }));
            let mut link = |to: usize| {
                links.push(serde_json::json!({ "source": place(column, row), "target": to, "shared_perim": 1_000.0 }));
            };
            if column < 3 {
                link(place(column + 1, row));
            }
            if row < 2 {
                link(place(column, row + 1));
            }
        }
    }
    serde_json::json!({ "directed": false, "multigraph": false, "nodes": nodes, "links": links }).to_string()
}

fn scenario(keys: &str, goals: &str) -> String {
    format!("name = \"graph\"\ntitle = \"A graph\"\nprofile = \"ours.toml\"\n\n{UNITS}{keys}\n{goals}")
}

fn with(keys: &str, goals: &str) -> Squares {
    let scenario = scenario(keys, goals);
    let squares = Squares::with(&[("scenario.toml", &scenario), ("ours.toml", PROFILE)]);
    fs::write(squares.path("dual.json"), node_link()).unwrap();
    squares
}

const LENGTHS: &str = "graph = \"dual.json\"\nborder = \"shared_perim\"\nouter_border = \"boundary_perim\"\n";

#[test]
fn a_graph_is_drawn_and_audited_as_its_map_would_be() {
    let squares = with(LENGTHS, "");
    let (text, _) = squares.solve(&["--out", "o"], 0);
    // Two zones of two columns: 14 km around the whole, and 3 km between them from both sides.
    assert!(text.starts_with("Proven best: 2 zones; total border 20.0 km"), "{text}");
    assert!(text.replace("\n    ", " ").contains("those of a graph, without a map"), "{text}");
    let mut names: Vec<String> = fs::read_dir(squares.path("o"))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["plan.csv", "report.html", "report.json"]);
    let text = says(&squares, &["audit", "o/plan.csv", "-s", "scenario.toml"], 0);
    assert!(text.contains("Compliant"), "{text}");
    for command in [
        &["why", "scenario.toml", "--zones", "7"][..],
        &["try", "o/plan.csv", "-s", "scenario.toml", "--repair"],
        &["compare", "o/plan.csv", "columns.csv", "-s", "scenario.toml"],
        &["alternatives", "scenario.toml", "--within", "50%", "--count", "3", "--backbone", "--out", "list"],
        &["graph", "scenario.toml"],
    ] {
        let code = i32::from(command[0] == "why");
        says(&squares, command, code);
    }
}

#[test]
fn a_graph_without_lengths_counts_edges() {
    let squares = with("graph = \"dual.json\"\n", "");
    let (text, _) = squares.solve(&["--format", "json"], 0);
    let report: Value = serde_json::from_str(&text).unwrap_or_default();
    assert!(report["zones"][0]["border_m"].is_null(), "{text}");
    let (text, _) = squares.solve(&[], 0);
    assert!(text.starts_with("Proven best: 2 zones; neighbours in different zones 3."), "{text}");
    assert!(!text.contains("0.0"), "{text}");
    let text = says(&squares, &["solve", "scenario.toml", "--goal", "border-length"], 2);
    assert!(text.contains("unmeasured-goal") && text.contains("units.border"), "{text}");
}

#[test]
fn the_table_of_neighbours_that_is_written_is_read() {
    let squares = with(LENGTHS, "");
    says(&squares, &["graph", "scenario.toml", "--out", "pairs.csv"], 0);
    let keys = "graph = \"pairs.csv\"\nborder = \"border_m\"\nattributes = \"units.csv\"\n";
    fs::write(squares.path("scenario.toml"), scenario(keys, "")).unwrap();
    let (text, _) = squares.solve(&[], 0);
    let headline = "Proven best: 2 zones; total border without the outer border 6.0 km";
    assert!(text.starts_with(headline), "{text}");
    assert!(
        text.replace("\n    ", " ").contains("border of the territory as a whole are not known"),
        "{text}"
    );
}

/// Without the outer border nobody knows which zone another one surrounds.
#[test]
fn what_lies_at_the_outside_of_a_graph_is_not_guessed() {
    let rule = "zone-surrounds-others";
    let inner = "graph = \"dual.json\"\nborder = \"shared_perim\"\n";
    let left_out = "only = { code = [\"a1\", \"a2\", \"a3\", \"b1\", \"b2\", \"b3\"] }\n";
    for (keys, is_known) in [
        (LENGTHS.to_owned(), true),
        (inner.to_owned(), false),
        (format!("{inner}{left_out}"), false),
        ("graph = \"dual.json\"\n".to_owned(), false),
    ] {
        let squares = with(&keys, "");
        fs::write(squares.path("ours.toml"), format!("{PROFILE}[rules.{rule}]\n")).unwrap();
        squares.solve(&["--out", "o"], 0);
        let text = says(&squares, &["audit", "o/plan.csv", "-s", "scenario.toml", "--format", "json"], 0);
        let report: Value = serde_json::from_str(&text).unwrap_or_default();
        let judgement = &report["judgements"][0];
        let checked = judgement["checked"].as_array().unwrap();
        assert_eq!(checked.iter().any(|checked| checked == rule), is_known, "{keys}: {text}");
        let open = judgement["not_checked"].as_array().unwrap();
        let open = open.iter().find(|open| open["rule"] == rule);
        assert_eq!(open.is_none(), is_known, "{keys}: {text}");
        let kind = open.map(|open| open["why"]["kind"].clone());
        assert!(kind.is_none_or(|kind| kind == "outer-border-unknown"), "{keys}: {text}");
    }
}

/// Every total of borders says so, the one of a weighed sum too, and no other number does.
#[test]
fn totals_without_the_outer_border_say_so() {
    let inner = "graph = \"dual.json\"\nborder = \"shared_perim\"\n";
    let goals = "\n[goals]\norder = [\"border-length\", \"cut-edges + 0.001 * border-length\"]\n";
    for (keys, is_whole) in [(LENGTHS, true), (inner, false)] {
        for goals in ["", goals] {
            let squares = with(keys, goals);
            let (text, _) = squares.solve(&["--out", "o"], 0);
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let said = words.matches(" without the outer border").count();
            // In the table of goals, and wherever a goal that plans are drawn for is named.
            let expected = if goals.is_empty() { 2 } else { 7 };
            assert_eq!(said, if is_whole { 0 } else { expected }, "{text}");
            let report = fs::read_to_string(squares.path("o/report.json")).unwrap();
            let report: Value = serde_json::from_str(&report).unwrap();
            for goal in report["goals"].as_array().unwrap() {
                let is_left_out = goal["without_outer_border"] == true;
                assert_eq!(is_left_out, !is_whole && goal["goal"] == "border-length", "{goal}");
            }
            let claim = report["outcome"]["claim"].as_str().unwrap();
            assert_eq!(claim.contains("without the outer border"), !is_whole, "{claim}");
            let page = fs::read_to_string(squares.path("o/report.html")).unwrap();
            assert_eq!(page.contains("total border without the outer border"), !is_whole);
        }
    }
}

/// A graph without lengths has none in any form, and not 0.
#[test]
fn lengths_that_are_not_known_are_not_told_as_0() {
    let squares = with("graph = \"dual.json\"\n", "");
    let text = says(&squares, &["graph", "scenario.toml", "--out", "pairs.csv"], 0);
    assert!(text.starts_with("12 units, 17 borders (how long they are is not known)\n"), "{text}");
    assert!(text.contains("those of the graph that was given") && !text.contains("rook"), "{text}");
    let table = fs::read_to_string(squares.path("pairs.csv")).unwrap();
    assert!(table.lines().any(|line| line == "a1,a2,,border"), "{table}");
    let text = says(&squares, &["graph", "scenario.toml", "--out", "g.json", "--format", "json"], 0);
    let report: Value = serde_json::from_str(&text).unwrap();
    assert!(report["border_m"].is_null() && report["contiguity"].is_null(), "{text}");
    let file: Value = serde_json::from_str(&fs::read_to_string(squares.path("g.json")).unwrap()).unwrap();
    assert!(file["links"][0]["border_m"].is_null(), "{file}");
    says(&squares, &["graph", "scenario.toml", "--out", "g.graphml"], 0);
    assert!(!fs::read_to_string(squares.path("g.graphml")).unwrap().contains("<data key=\"border_m\">"));
    says(&squares, &["solve", "scenario.toml", "--out", "o"], 0);
    let compare = ["compare", "o/plan.csv", "columns.csv", "-s", "scenario.toml"];
    assert!(!says(&squares, &compare, 0).contains("border between"));
    let text = says(&squares, &[&compare[..], &["--format", "json"]].concat(), 0);
    let report: Value = serde_json::from_str(&text).unwrap();
    assert!(report["plans"][0]["border_between_m"].is_null(), "{text}");
    let text = says(&with(LENGTHS, ""), &["graph", "scenario.toml"], 0);
    assert!(text.starts_with("12 units, 17 borders of 17.0 km together\n"), "{text}");
}

#[test]
fn page_of_a_graph_speaks_of_no_map() {
    let squares = with(LENGTHS, "");
    let rule = "[rules.zone-below-minimum-population]\n";
    let weak = PROFILE
        .replace("minimum = 20", "minimum = 50")
        .replace(rule, &format!("{rule}severity = \"warning\"\n"));
    fs::write(squares.path("ours.toml"), weak).unwrap();
    squares.solve(&["--zones", "3", "--out", "o"], 0);
    let page = fs::read_to_string(squares.path("o/report.html")).unwrap();
    let shown = page.split("<script").next().unwrap().split("</style>").last().unwrap();
    assert!(shown.contains("nothing found.") && shown.contains("In the table:"), "{shown}");
    for words in ["on the map", "On the map"] {
        assert!(!shown.contains(words), "{words}: {shown}");
    }
}

#[test]
fn what_needs_a_map_is_refused_before_the_work() {
    let squares = with(LENGTHS, "");
    for command in [
        &["solve", "scenario.toml", "--map", "m.svg"][..],
        &["solve", "scenario.toml", "--gis", "m.gpkg"],
        &["audit", "squares.geojson", "-s", "scenario.toml"],
        &["audit", "columns.csv", "-s", "scenario.toml", "--format", "geojson"],
        &["alternatives", "scenario.toml", "--backbone", "--format", "geojson"],
        &["solve", "scenario.toml", "--goal", "inertia"],
        &["check", "scenario.toml"],
        &["graph", "scenario.toml", "--contiguity", "queen"],
        &["graph", "scenario.toml", "--snap", "1"],
    ] {
        let text = says(&squares, command, 2);
        assert!(text.contains("graph"), "{command:?}: {text}");
    }
}

#[test]
fn every_wrong_graph_is_told_with_its_place() {
    for (keys, wrong, parts) in [
        (
            LENGTHS,
            ("\"shared_perim\":1000.0", "\"shared_perim\":0.2"),
            &["no-lengths", "1 of 17 lengths"][..],
        ),
        (LENGTHS, ("\"links\":", "\"edges\":[],\"links\":"), &["both links and edges", "one list of edges"]),
        (
            LENGTHS,
            ("\"shared_perim\":1000.0", "\"shared_perim\":-2"),
            &["edge 1", "shared_perim", "wrong-length"][..],
        ),
        (LENGTHS, ("\"source\":0", "\"source\":99"), &["edge 1", "source", "99", "no-node"]),
        (LENGTHS, ("\"code\":\"a1\"", "\"code\":\"a2\""), &["feature", "code", "a2"]),
        (LENGTHS, ("\"people\":10", "\"people\":-1"), &["feature 1", "people", "negative-population"]),
        ("graph = \"dual.json\"\nborder = \"length\"\n", ("", ""), &["edge 1", "length", "nothing"]),
        ("graph = \"dual.json\"\nboundaries = \"squares.geojson\"\n", ("", ""), &["boundaries", "unfit-key"]),
        ("graph = \"squares.geojson\"\n", ("", ""), &["squares.geojson", "networkx"]),
        ("graph = \"columns.csv\"\n", ("", ""), &["columns.csv", "neighbour"]),
        (LENGTHS, ("\"people\":10", "\"people\":NaN"), &["line 1", "people", "NaN at character", "null"]),
        (LENGTHS, ("\"directed\":false", "\"directed\":true"), &["edge 1", "from 0 to 3", "no edge back"]),
        (
            "graph = \"dual.json\"\nouter_border = \"boundary_perim\"\n",
            ("", ""),
            &["scenario.toml", "outer_border", "units.border beside it"],
        ),
    ] {
        let squares = with(keys, "");
        fs::write(squares.path("dual.json"), node_link().replacen(wrong.0, wrong.1, 1)).unwrap();
        let text = says(&squares, &["solve", "scenario.toml"], 2);
        for part in parts {
            assert!(text.contains(part), "{keys} {wrong:?}: {part}: {text}");
        }
    }
}

#[test]
fn a_table_of_pairs_has_no_outer_border() {
    let squares = with(LENGTHS, "");
    says(&squares, &["graph", "scenario.toml", "--out", "pairs.csv"], 0);
    let keys = "graph = \"pairs.csv\"\nborder = \"border_m\"\nouter_border = \"outer\"\nattributes = \"units.csv\"\n";
    fs::write(squares.path("scenario.toml"), scenario(keys, "")).unwrap();
    let text = says(&squares, &["solve", "scenario.toml"], 2);
    for part in ["scenario.toml, units", "outer_border", "table of pairs"] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

/// A byte-order mark is what Windows puts before a file.
#[test]
fn a_graph_with_a_byte_order_mark_is_read() {
    let squares = with(LENGTHS, "");
    fs::write(squares.path("dual.json"), format!("\u{feff}{}", node_link())).unwrap();
    let (text, _) = squares.solve(&[], 0);
    assert!(text.starts_with("Proven best: 2 zones; total border 20.0 km"), "{text}");
}

/// The border with what is left out is one of the territory, and a node without a row is no unit.
#[test]
fn what_is_left_out_of_a_graph_is_outside() {
    let only = "only = { code = [\"a1\", \"a2\", \"a3\", \"b1\", \"b2\", \"b3\"] }\n";
    let squares = with(&format!("{LENGTHS}{only}"), "");
    let (text, _) = squares.solve(&[], 0);
    assert!(text.starts_with("Proven best: 1 zone; total border 10.0 km"), "{text}");
    let squares = with(&format!("{LENGTHS}attributes = \"units.csv\"\n"), "");
    let table = fs::read_to_string(squares.path("units.csv")).unwrap().replace("c2,c2,10\n", "");
    fs::write(squares.path("units.csv"), table).unwrap();
    let text = says(&squares, &["solve", "scenario.toml"], 2);
    assert!(text.contains("unmatched-node") && text.contains("c2"), "{text}");
}
