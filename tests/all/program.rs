//! The program as a user runs it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

fn zonewerk(args: &[&str]) -> assert_cmd::assert::Assert {
    Command::cargo_bin("zonewerk").unwrap().args(args).assert()
}

fn stdout(assert: &assert_cmd::assert::Assert) -> String {
    String::from_utf8(assert.get_output().stdout.clone()).unwrap()
}

fn stderr(assert: &assert_cmd::assert::Assert) -> String {
    String::from_utf8(assert.get_output().stderr.clone()).unwrap()
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn json(path: PathBuf) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

/// The built-in files in a folder, to be changed.
fn exported() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    zonewerk(&["export", text(folder.path())]).code(0);
    folder
}

fn replace(path: &Path, from: &str, to: &str) {
    let before = fs::read_to_string(path).unwrap();
    let after = before.replacen(from, to, 1);
    assert_ne!(before, after, "{} has no {from:?}", path.display());
    fs::write(path, after).unwrap();
}

#[test]
fn both_built_in_scenarios_are_proved_optimal_with_the_same_bytes_on_any_threads() {
    for (scenario, units) in [("flanders-2025", 285 + 19), ("flanders-2019", 300 + 19)] {
        let folder = tempfile::tempdir().unwrap();
        let [one, two] = ["1", "2"].map(|threads| {
            let out = folder.path().join(threads);
            zonewerk(&["solve", scenario, "--threads", threads, "--out", text(&out)]).code(0);
            out
        });
        for file in ["plan.csv", "zones.geojson", "units.geojson", "map.svg", "report.json"] {
            let [one, two] = [&one, &two].map(|out| fs::read(out.join(file)).unwrap());
            assert!(one == two, "{scenario}: {file} differs between 1 and 2 threads");
        }
        let report = json(one.join("report.json"));
        assert_eq!(report["outcome"]["status"], "optimal", "{scenario}");
        assert_eq!(report["outcome"]["gap"], 0.0, "{scenario}");
        assert_eq!(report["outcome"]["engine"], "cover", "{scenario}");
        assert_eq!(report["outcome"]["objective"], report["outcome"]["bound"], "{scenario}");
        assert_eq!(report["audit"]["compliant"], true, "{scenario}");
        assert_eq!(report["manifest"]["scenario"], scenario);
        let zones = report["zones"].as_array().unwrap();
        let border: u64 = zones.iter().map(|zone| zone["border_m"].as_u64().unwrap()).sum();
        assert_eq!(report["outcome"]["objective"], border, "{scenario}: the objective is the zones' border");
        let members = zones.iter().flat_map(|zone| zone["units"].as_array().unwrap());
        let codes: Vec<&str> = members.map(|unit| unit["code"].as_str().unwrap()).collect();
        assert_eq!(codes.len(), units, "{scenario}");
        assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), units, "{scenario}: each unit in one zone");
        zonewerk(&["audit", text(&one.join("plan.csv")), "--scenario", scenario]).code(0);
    }
}

#[test]
fn the_picture_in_the_readme_is_what_solve_draws() {
    let folder = tempfile::tempdir().unwrap();
    zonewerk(&["solve", "--out", text(folder.path())]).code(0);
    let drawn = fs::read(folder.path().join("map.svg")).unwrap();
    let shown = fs::read("docs/flanders-2025.svg").unwrap();
    assert!(drawn == shown, "docs/flanders-2025.svg is stale: copy map.svg of `zonewerk solve` over it");
}

#[test]
fn exported_files_give_the_same_answer_as_the_built_in_scenario() {
    let files = exported();
    let out = tempfile::tempdir().unwrap();
    let [built_in, from_disk] = ["built-in", "disk"].map(|name| out.path().join(name));
    zonewerk(&["solve", "flanders-2025", "--out", text(&built_in)]).code(0);
    let scenario = files.path().join("flanders-2025.toml");
    zonewerk(&["solve", text(&scenario), "--out", text(&from_disk)]).code(0);
    for file in ["plan.csv", "map.svg", "report.json"] {
        let [a, b] = [&built_in, &from_disk].map(|out| fs::read(out.join(file)).unwrap());
        assert!(a == b, "{file} differs");
    }
}

#[test]
fn export_leaves_a_changed_file_alone_unless_forced() {
    let files = exported();
    let changed = files.path().join("municipalities.csv");
    fs::write(&changed, "mine").unwrap();
    let refused = zonewerk(&["export", text(files.path())]).code(2);
    assert!(stderr(&refused).contains("municipalities.csv"), "{}", stderr(&refused));
    assert_eq!(fs::read_to_string(&changed).unwrap(), "mine");
    zonewerk(&["export", text(files.path()), "--force"]).code(0);
    assert!(fs::read_to_string(&changed).unwrap().starts_with("nis,"));
}

#[test]
fn what_is_impossible_exits_1_and_says_why() {
    let files = exported();
    let scenario = files.path().join("flanders-2025.toml");
    let rest = fs::read_to_string(&scenario).unwrap();
    for (bounds, kind, words) in [
        ("minimum = 75000\nmaximum = 100000", "above-maximum", "Brugge"),
        ("minimum = 10000000\nmaximum = 20000000", "fixed-zone-out-of-bounds", ""),
    ] {
        let exception = if kind == "fixed-zone-out-of-bounds" {
            "The Brussels-Capital Region is one zone\"\nlegal"
        } else {
            ""
        };
        let mut changed = rest.replace("[goals]", &format!("[levels.zone]\n{bounds}\n\n[goals]"));
        if !exception.is_empty() {
            let from = changed.rfind("[[exceptions]]").unwrap();
            let to = changed.find("[[fixed_zones]]").unwrap();
            changed.replace_range(from..to, "");
        }
        fs::write(&scenario, changed).unwrap();
        let out = tempfile::tempdir().unwrap();
        let answer = zonewerk(&["solve", text(&scenario), "--out", text(out.path())]).code(1);
        assert!(stdout(&answer).starts_with("Proved impossible"), "{}", stdout(&answer));
        assert!(stdout(&answer).contains(words), "{}", stdout(&answer));
        let report = json(out.path().join("report.json"));
        assert_eq!(report["outcome"]["status"], "infeasible");
        assert_eq!(report["outcome"]["why"]["kind"], kind);
        assert!(!out.path().join("plan.csv").exists());
    }
}

#[test]
fn bad_input_lists_every_problem_exits_2_and_touches_no_output() {
    let files = exported();
    let scenario = files.path().join("flanders-2025.toml");
    replace(&scenario, "units = [\"44021\"]", "units = [\"44999\"]");
    replace(&scenario, "[\"border-length\"]", "[\"border-lenght\"]");
    let table = files.path().join("municipalities.csv");
    replace(
        &table,
        "Aartselaar,Aartselaar,Antwerpen,Vlaams Gewest,14222,14304,14293,14427,14455,14610",
        "Aartselaar,,,,,,,,,-5",
    );
    let out = files.path().join("result");
    for format in ["text", "json"] {
        let answer = zonewerk(&["solve", text(&scenario), "--out", text(&out), "--format", format]).code(2);
        let said = stderr(&answer);
        for expected in [
            "3 problems in the input",
            "municipalities.csv, line 2, population_2022: found \"-5\", expected a whole number of inhabitants, 0 to 100,000,000,000 [negative-population]",
            "exceptions[2], units: found \"44999\"",
            "goals, order[1]: found \"border-lenght\", expected one of border-length, cut-edges, ",
        ] {
            assert!(said.contains(expected), "{expected:?} is missing in\n{said}");
        }
        assert!(!out.exists(), "no output is touched");
    }
}

#[test]
fn a_plan_file_is_judged_or_refused() {
    let out = tempfile::tempdir().unwrap();
    zonewerk(&["solve", "--out", text(out.path())]).code(0);
    let plan = out.path().join("plan.csv");
    let rows = fs::read_to_string(&plan).unwrap();
    let with = |from: &str, to: &str| {
        let changed = out.path().join("changed.csv");
        assert!(rows.contains(from), "the plan has no {from:?}");
        fs::write(&changed, rows.replacen(from, to, 1)).unwrap();
        changed
    };
    zonewerk(&["audit", text(&plan)]).code(0);
    let row = rows.lines().find(|row| row.starts_with("71016,")).expect("Genk has a row");
    let orphan = zonewerk(&["audit", text(&with(row, "71016,,")), "--format", "json"]).code(1);
    let report: Value = serde_json::from_str(&stdout(&orphan)).unwrap();
    assert!(report.to_string().contains("orphaned-unit"), "{report}");
    for (to, code) in [("", "missing-unit"), ("71999,Genk,", "unknown-unit")] {
        let refused = zonewerk(&["audit", text(&with(row, to))]).code(2);
        assert!(stderr(&refused).contains(code), "{}", stderr(&refused));
    }
    let twice = zonewerk(&["audit", text(&with(row, &format!("{row}\n{row}")))]).code(2);
    assert!(stderr(&twice).contains("duplicate-unit"), "{}", stderr(&twice));
    zonewerk(&["audit", "no-such-plan.csv"]).code(2);
}

#[test]
fn the_official_zones_are_audited_without_a_plan() {
    for scenario in ["flanders-2025", "flanders-2019"] {
        let audit = zonewerk(&["audit", "--scenario", scenario, "--format", "json"]).code(1);
        let report: Value = serde_json::from_str(&stdout(&audit)).unwrap();
        let findings = report["judgements"][0]["findings"].as_array().unwrap();
        let mut by_rule: BTreeMap<&str, usize> = BTreeMap::new();
        for finding in findings {
            *by_rule.entry(finding["rule"].as_str().unwrap()).or_default() += 1;
        }
        // Antwerpen is the only divided municipality; Brugge parts Oostkust.
        assert_eq!(by_rule["split-unit"], 1, "{scenario}");
        assert_eq!(by_rule["zone-not-contiguous"], 1, "{scenario}");
        assert!(by_rule["zone-above-maximum-population"] > 5, "{scenario}: {by_rule:?}");
    }
}

#[test]
fn a_time_limit_too_short_is_not_called_impossible() {
    let answer = zonewerk(&["solve", "--time-limit", "0.001", "--format", "json"]).code(2);
    let report: Value = serde_json::from_str(&stdout(&answer)).unwrap();
    assert_eq!(report["outcome"]["status"], "unknown");
}

#[test]
fn wrong_use_exits_2() {
    for args in [
        vec!["solve", "no-such-scenario"],
        vec!["solve", "--time-limit", "-1"],
        vec!["solve", "--threads", "0"],
        vec!["audit", "--scenario", "no-such-scenario"],
        vec!["draw"],
        vec![],
    ] {
        let answer = zonewerk(&args).code(2);
        assert!(!stderr(&answer).is_empty(), "{args:?}");
    }
}

#[test]
fn no_output_is_written_over_an_input() {
    let files = exported();
    let path = |name: &str| files.path().join(name);
    let (scenario, map, table) =
        (path("flanders-2025.toml"), path("municipalities.topojson"), path("official_plan_2019.csv"));
    fs::copy(&map, path("units.geojson")).unwrap();
    replace(&scenario, "municipalities.topojson", "units.geojson");
    let (map, units) = (text(&map), path("units.geojson"));
    for arguments in [
        vec!["solve", text(&scenario), "--out", text(files.path())],
        vec!["graph", text(&scenario), "--out", text(&path("municipalities.csv"))],
        vec!["check", text(&units), "--key", "id", "--out", text(&units)],
        vec!["translate", text(&table), "--out", text(&table)],
        vec!["generalise", map, "--key", "id", "--out", map],
    ] {
        let before: Vec<Vec<u8>> = [&scenario, &units, &table, &path("municipalities.csv")]
            .map(|file| fs::read(file).unwrap())
            .into();
        let refused = zonewerk(&arguments).code(2);
        assert!(stderr(&refused).contains("is read as input"), "{arguments:?}: {}", stderr(&refused));
        let after: Vec<Vec<u8>> = [&scenario, &units, &table, &path("municipalities.csv")]
            .map(|file| fs::read(file).unwrap())
            .into();
        assert!(before == after, "{arguments:?} changed an input");
    }
}
