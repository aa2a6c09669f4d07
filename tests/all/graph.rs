//! The verb `graph` as a user runs it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;

fn zonewerk(args: &[&str], code: i32) -> (String, String) {
    let assert = Command::cargo_bin("zonewerk").unwrap().args(args).assert().code(code);
    let output = assert.get_output();
    [&output.stdout, &output.stderr].map(|bytes| String::from_utf8(bytes.clone()).unwrap()).into()
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn printed(args: &[&str]) -> Value {
    let all = [&["graph", "--format", "json"], args].concat();
    serde_json::from_str(&zonewerk(&all, 0).0).unwrap()
}

fn codes(units: &Value) -> Vec<&str> {
    units.as_array().unwrap().iter().map(|unit| unit["code"].as_str().unwrap()).collect()
}

type Pairs = BTreeMap<(String, String), (u64, String)>;

fn edge_list(table: &str) -> Pairs {
    let mut lines = table.lines();
    assert_eq!(lines.next(), Some("unit,neighbour,border_m,kind"));
    let pairs = lines.map(|line| {
        let cells: Vec<&str> = line.split(',').collect();
        assert!(cells.len() == 4 && cells[0] < cells[1], "{line}");
        ((cells[0].to_owned(), cells[1].to_owned()), (cells[2].parse().unwrap(), cells[3].to_owned()))
    });
    pairs.collect()
}

fn node_link(file: &str) -> Pairs {
    let file: Value = serde_json::from_str(file).unwrap();
    let word = |edge: &Value, key: &str| edge[key].as_str().unwrap().to_owned();
    let pairs = file["links"].as_array().unwrap().iter().map(|edge| {
        let ends = (word(edge, "source"), word(edge, "target"));
        (ends, (edge["border_m"].as_u64().unwrap(), word(edge, "kind")))
    });
    pairs.collect()
}

fn graphml(file: &str) -> Pairs {
    let xml = roxmltree::Document::parse(file).unwrap();
    let edges = xml.descendants().filter(|node| node.has_tag_name("edge")).map(|edge| {
        let told = |key: &str| {
            let data = edge.children().find(|data| data.attribute("key") == Some(key));
            data.and_then(|data| data.text()).unwrap().to_owned()
        };
        let end = |name: &str| edge.attribute(name).unwrap().to_owned();
        ((end("source"), end("target")), (told("border_m").parse().unwrap(), told("kind")))
    });
    edges.collect()
}

#[test]
fn flanders_is_one_component_that_holds_voeren_by_its_link() {
    let report = printed(&[]);
    assert_eq!(report["units"], 285 + 19);
    assert_eq!(report["borders"], 823);
    assert_eq!(report["declared_links"], 1);
    assert_eq!(report["border_m"], 4_614_490);
    assert_eq!(report["components"].as_array().unwrap().len(), 1);
    assert_eq!(report["isolated"], Value::Array(Vec::new()));
    assert_eq!(codes(&report["cut_vertices"]), ["11022", "33039", "73066", "73111"]);
    assert_eq!(codes(&report["links"][0]["between"]), ["73066", "73109"]);
    let (words, _) = zonewerk(&["graph", "flanders-2025"], 0);
    assert!(words.starts_with("304 units, 823 borders of 4,614.5 km together, 1 declared link\n"), "{words}");
    assert!(words.contains("added: Riemst (73066) and Voeren (73109): Voeren is an exclave"), "{words}");
    assert!(words.lines().all(|line| line.chars().count() <= 100), "{words}");
}

#[test]
fn without_its_link_voeren_is_isolated_and_riemst_is_suggested() {
    let folder = tempfile::tempdir().unwrap();
    zonewerk(&["export", text(folder.path())], 0);
    let file = folder.path().join("flanders-2025.toml");
    let scenario = fs::read_to_string(&file).unwrap();
    let start = scenario.find("[[links]]").unwrap();
    let end = start + scenario[start..].find("\n\n").unwrap();
    fs::write(&file, scenario[..start].to_owned() + &scenario[end..]).unwrap();
    let report = printed(&[text(&file)]);
    assert_eq!(report["isolated"][0]["unit"]["code"], "73109");
    assert_eq!(report["isolated"][0]["suggestion"]["nearest"]["code"], "73066");
    let distance_m = report["isolated"][0]["suggestion"]["distance_m"].as_f64().unwrap();
    assert!((4_500.0..4_700.0).contains(&distance_m), "{distance_m}");
    let sizes: Vec<&Value> =
        report["components"].as_array().unwrap().iter().map(|part| &part["units"]).collect();
    assert_eq!(sizes, [303, 1]);
    let (words, _) = zonewerk(&["graph", text(&file)], 0);
    assert!(words.contains("Voeren (73109); nearest: Riemst (73066) at 4.6 km; declare a link"), "{words}");
}

#[test]
fn the_three_files_hold_the_same_pairs_and_are_the_same_every_time() {
    let folder = tempfile::tempdir().unwrap();
    for options in [&["--contiguity", "rook"][..], &["--contiguity", "queen"], &["--min-border", "1500"]] {
        let written = |extension: &str| {
            let out = folder.path().join("graph").with_extension(extension);
            let write = || {
                zonewerk(&[&["graph", "--out", text(&out)], options].concat(), 0);
                fs::read_to_string(&out).unwrap()
            };
            let first = write();
            assert!(first == write(), "{extension} differs from run to run");
            first
        };
        let pairs = edge_list(&written("csv"));
        assert_eq!(node_link(&written("json")), pairs, "{options:?}");
        assert_eq!(graphml(&written("graphml")), pairs, "{options:?}");
        let kinds: BTreeSet<&str> = pairs.values().map(|(_, kind)| kind.as_str()).collect();
        let counted = match options[1] {
            "rook" => (824, vec!["border", "link"]),
            "queen" => (829, vec!["border", "link", "point"]),
            _ => (741, vec!["border", "link"]),
        };
        assert_eq!((pairs.len(), kinds.into_iter().collect()), counted, "{options:?}");
    }
}

#[test]
fn a_removed_link_is_no_edge_and_is_told_with_its_reason() {
    let folder = tempfile::tempdir().unwrap();
    zonewerk(&["export", text(folder.path())], 0);
    let file = folder.path().join("flanders-2025.toml");
    let link = "\n[[links]]\nbetween = [\"11001\", \"11002\"]\nchange = \"remove\"\n\
                reason = \"a motorway\"\nauthor = \"a planner\"\ndate = \"2024-05-01\"\n";
    fs::write(&file, fs::read_to_string(&file).unwrap() + link).unwrap();
    let out = folder.path().join("graph.json");
    let (words, _) = zonewerk(&["graph", text(&file), "--out", text(&out)], 0);
    let told = "removed: Aartselaar (11001) and Antwerpen (11002) (4.0 km of border stays on the map): a";
    assert!(words.contains(told), "{words}");
    let written = fs::read_to_string(&out).unwrap();
    assert_eq!(node_link(&written).len(), 823);
    let removed = &serde_json::from_str::<Value>(&written).unwrap()["graph"]["removed_links"][0];
    assert_eq!(removed["between"], serde_json::json!(["11001", "11002"]));
    assert_eq!(removed["reason"], "a motorway");
    assert_eq!(removed["author"], "a planner");
    assert_eq!(removed["date"], "2024-05-01");
}

#[test]
fn bad_use_exits_2_and_says_what_was_expected() {
    let folder = tempfile::tempdir().unwrap();
    let [unknown, bare] = ["graph.gml", "graph"].map(|name| folder.path().join(name));
    let nowhere = folder.path().join("none/graph.csv");
    for (args, words) in [
        (&["--out", text(&unknown)][..], ".csv, .graphml, .json"),
        (&["--out", text(&bare)], ".csv, .graphml, .json"),
        (&["--out", text(&nowhere)], "cannot write"),
        (&["--contiguity", "bishop"], "rook, queen"),
        (&["--contiguity", "queen", "--min-border", "5"], "expected one of them"),
        (&["--min-border", "1.5"], "--min-border <METRES>"),
        (&["no-such-scenario"], "no such file"),
    ] {
        let (printed, error) = zonewerk(&[&["graph"], args].concat(), 2);
        assert!(error.contains(words), "{args:?}: {error}");
        assert_eq!(printed, "", "{args:?}");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}
