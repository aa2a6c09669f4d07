//! Maps as the command line draws them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use assert_cmd::Command;
use zonewerk::graph::Graph;
use zonewerk::io;
use zonewerk::plan::Plan;
use zonewerk::territory::ZoneId;

const CIRCLES: &str = "examples/flanders/synthetic-circles.toml";

/// What the program says on standard error, with this exit code.
fn zonewerk(arguments: &[&str], code: i32) -> String {
    let answer = Command::cargo_bin("zonewerk").unwrap().args(arguments).assert().code(code);
    String::from_utf8(answer.get_output().stderr.clone()).unwrap()
}

fn drawn(arguments: &[&str], file: &str, code: i32) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(file);
    zonewerk(&[arguments, &["--map", path.to_str().unwrap()]].concat(), code);
    fs::read(path).unwrap()
}

#[test]
fn same_map_on_any_number_of_threads_and_in_every_run() {
    for file in ["map.svg", "map.png"] {
        let maps = ["1", "2", "5", "2"].map(|threads| {
            let arguments = ["solve", "examples/limburg/limburg.toml", "--threads", threads];
            drawn(&arguments, file, 0)
        });
        assert!(maps.iter().all(|map| *map == maps[0]), "{file}");
    }
    let audits = [(), ()].map(|()| drawn(&["audit", "--profile", "call-2017"], "map.png", 1));
    assert!(audits[0] == audits[1] && audits[0].starts_with(b"\x89PNG"));
}

#[test]
fn every_verb_draws_its_layers_in_both_languages() {
    let moved = ["try", "--move", "Zutendaal=Maasland"];
    for (arguments, code, english, dutch) in [
        (vec!["audit", "-p", "call-2017"], 1, "zone that breaks a rule", "zone die een regel breekt"),
        (moved.to_vec(), 1, "unit that moves", "eenheid die verhuist"),
        (vec!["compare", "flanders-2019", "flanders-2025"], 0, "inhabitants on", "inwoners op"),
    ] {
        for (language, expected) in [("en", english), ("nl", dutch)] {
            let arguments = [&arguments[..], &["--lang", language]].concat();
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("map.svg");
            let path = path.to_str().unwrap();
            let answer =
                Command::cargo_bin("zonewerk").unwrap().args(&arguments).args(["--map", path]).assert();
            assert_eq!(answer.get_output().status.code(), Some(code), "{arguments:?}");
            let svg = fs::read_to_string(Path::new(path)).unwrap();
            assert!(roxmltree::Document::parse(&svg).is_ok());
            assert!(svg.contains(expected), "{arguments:?}: {expected}");
        }
    }
}

#[test]
fn layers_without_anything_to_show_are_refused_before_the_work() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.svg");
    let path = path.to_str().unwrap();
    for (arguments, said) in [
        (vec!["solve", "--layers", "backbone"], "zonewerk alternatives --backbone"),
        (vec!["audit", "--layers", "change"], "no other plan to show changes from"),
        (
            vec!["audit", "--scenario", CIRCLES, "flanders-2019", "--layers", "straddles(synthetic circel)"],
            "is it synthetic circle?",
        ),
        (vec!["audit", "--layers", "colours"], "expected verdicts, change, backbone"),
    ] {
        let said_too = zonewerk(&[&arguments[..], &["--map", path]].concat(), 2);
        assert!(said_too.contains(said), "{arguments:?}: {said_too}");
        assert!(!Path::new(path).exists());
    }
}

/// Zones that share a border, each pair once.
fn neighbours(graph: &Graph, plan: &Plan) -> Vec<(ZoneId, ZoneId)> {
    let pairs =
        graph.units().flat_map(|unit| graph.shared_borders(unit).map(move |other| (unit, other.unit)));
    let zones = |unit| plan.holdings[unit].zones();
    let pairs = pairs.flat_map(|(a, b)| {
        zones(a).into_iter().flat_map(move |a| zones(b).into_iter().map(move |b| (a, b))).collect::<Vec<_>>()
    });
    let mut pairs: Vec<(ZoneId, ZoneId)> = pairs.filter(|(a, b)| a < b).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

#[test]
fn neighbouring_zones_of_flanders_never_share_a_colour() {
    for name in ["flanders-2025", "flanders-2019"] {
        let scenario = io::scenario(Some(name)).unwrap_or_else(|problems| panic!("{problems}"));
        let graph = scenario.graph();
        let plan = scenario.official_plan.as_ref().unwrap();
        let svg = drawn(&["audit", "--scenario", name, "--layers", "links"], "map.svg", 1);
        let svg = String::from_utf8(svg).unwrap();
        let document = roxmltree::Document::parse(&svg).unwrap();
        let fills = document.descendants().filter_map(|node| {
            let tip = node.children().find(|child| child.tag_name().name() == "title")?.text()?;
            Some((tip.rsplit_once(": ")?.0.to_owned(), node.attribute("fill")?.to_owned()))
        });
        let fills: BTreeMap<String, String> = fills.collect();
        let colour = |zone: ZoneId| fills.get(&plan.zones[zone].name);
        let mut compared = 0;
        for (a, b) in neighbours(&graph, plan) {
            let names = [a, b].map(|zone| plan.zones[zone].name.as_str());
            // A zone of nothing but parts of units has no shape to colour.
            let Some((a, b)) = colour(a).zip(colour(b)) else { continue };
            compared += 1;
            assert_ne!(a, b, "{name}: {names:?}");
        }
        assert!(compared > 100, "{compared} pairs");
    }
}
