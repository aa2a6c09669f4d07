//! `zonewerk audit` as a user runs it: the zones in force under the three profiles, plans in
//! every form, wrong use. The numbers of the official plans were counted by hand from the
//! tables in `data/flanders`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;

const PROFILES: [&str; 6] = ["-p", "call-2017", "-p", "decree-2019", "-p", "decree-2024"];

struct Answer {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

fn audit(arguments: &[&str]) -> Answer {
    run(&[&["audit"], arguments].concat())
}

fn run(arguments: &[&str]) -> Answer {
    let output = Command::cargo_bin("zonewerk").unwrap().args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Answer { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

fn report(arguments: &[&str]) -> Value {
    let answer = audit(&[arguments, &["--format", "json"]].concat());
    serde_json::from_str(&answer.stdout).unwrap_or_else(|error| panic!("{error}: {}", answer.stderr))
}

/// Number of findings of each rule under one profile.
fn by_rule(judgement: &Value) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for finding in judgement["findings"].as_array().unwrap() {
        *counts.entry(finding["rule"].as_str().unwrap()).or_default() += 1;
    }
    counts
}

fn subjects<'a>(judgement: &'a Value, rule: &str, key: &str) -> BTreeSet<&'a str> {
    let findings = judgement["findings"].as_array().unwrap().iter();
    let of_rule = findings.filter(|finding| finding["rule"] == rule);
    of_rule.map(|finding| finding["subject"][key].as_str().unwrap()).collect()
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn official_plans_differ_under_the_three_profiles() {
    let call = |above, below, police| {
        vec![
            ("affinity-cut", police),
            ("exception-used", 2),
            ("part-populations-differ", 1),
            ("region-bounds-contradict", 2),
            ("split-unit", 1),
            ("zone-above-maximum-population", above),
            ("zone-below-minimum-population", below),
            ("zone-not-contiguous", 1),
        ]
    };
    let decree = |more: &[(&'static str, usize)]| {
        [&[("part-populations-differ", 1), ("zone-not-contiguous", 1)], more].concat()
    };
    let (merger, old, below) = (
        ("expected-merger-split", 3),
        ("population-older-than-plan", 1),
        ("zone-below-minimum-population", 1),
    );
    let with = |mut rules: Vec<(&'static str, usize)>, more| {
        rules.push(more);
        rules
    };
    for (scenario, expected) in [
        (
            "flanders-2019",
            [with(call(13, 1, 39), merger), decree(&[merger]), decree(&[merger, ("zone-crosses-group", 9)])],
        ),
        (
            "flanders-2025",
            [with(call(14, 3, 37), old), decree(&[old, below]), decree(&[old, ("zone-crosses-group", 6)])],
        ),
    ] {
        let report = report(&[&["--scenario", scenario], &PROFILES[..]].concat());
        for (judgement, expected) in report["judgements"].as_array().unwrap().iter().zip(expected) {
            let name = &judgement["profile"]["name"];
            assert_eq!(by_rule(judgement), expected.into_iter().collect(), "{scenario} {name}");
        }
        assert_eq!(report["judgements"][1]["compliant"], scenario == "flanders-2019", "{scenario}");
        let code = audit(&["--scenario", scenario, "-p", "decree-2019"]).code;
        assert_eq!(code, Some(i32::from(scenario == "flanders-2025")), "{scenario}");
    }
}

#[test]
fn zones_of_2019_over_the_municipalities_of_2025_divide_those_that_lie_in_two() {
    let report = report(&["flanders-2019", "-p", "call-2017"]);
    let judgement = &report["judgements"][0];
    assert_eq!(subjects(judgement, "split-unit", "code"), BTreeSet::from(["11002", "71072", "73111"]));
    let notes = report["plan"]["notes"].to_string();
    assert!(notes.contains("13 mergers") && notes.contains("Hasselt (71072)"), "{notes}");
    assert_eq!(report["plan"]["date"], "2019-01-01");
}

#[test]
fn plan_gets_the_same_verdict_in_every_form() {
    let out = tempfile::tempdir().unwrap();
    let file = |name: &str| out.path().join(name);
    assert_eq!(run(&["solve", "flanders-2019", "--out", text(out.path())]).code, Some(0));
    let findings = |plan: &str| {
        let report = report(&[text(&file(plan)), "--scenario", "flanders-2019"]);
        (report["judgements"][0]["findings"].clone(), report["plan"]["notes"].clone())
    };
    let (table, notes) = findings("plan.csv");
    assert!(table.as_array().unwrap().len() > 10 && notes.as_array().unwrap().is_empty());
    assert_eq!(findings("units.geojson").0, table);
    let (by_shape, notes) = findings("zones.geojson");
    assert_eq!(by_shape, table);
    assert!(!notes.as_array().unwrap().is_empty(), "what tolerance was used is said");
    for plan in ["plan.csv", "units.geojson"] {
        let report = report(&[text(&file(plan)), "--scenario", "flanders-2025"]);
        let notes = report["plan"]["notes"].to_string();
        assert!(notes.contains("from before 13 mergers"), "{plan}: {notes}");
    }
}

#[test]
fn every_form_is_written_alike_in_both_languages() {
    for form in ["text", "md", "html"] {
        let [english, dutch] = ["en", "nl"]
            .map(|language| audit(&["-p", "decree-2024", "--format", form, "--lang", language]).stdout);
        assert_eq!(
            english.lines().filter(|line| line.contains('✗')).count(),
            dutch.lines().filter(|line| line.contains('✗')).count()
        );
        for (words, woorden) in [
            ("Not checked", "Niet nagegaan"),
            ("What it rests on", "Waarop het steunt"),
            ("inside one referentieregio", "binnen één referentieregio"),
            ("off by", "scheelt"),
        ] {
            assert!(english.contains(words) && !english.contains(woorden), "{form}: {words}");
            assert!(dutch.contains(woorden) && !dutch.contains(words), "{form}: {woorden}");
        }
    }
    let wide: Vec<String> = audit(&PROFILES)
        .stdout
        .lines()
        .filter(|line| line.chars().count() > 100)
        .map(str::to_owned)
        .collect();
    assert_eq!(wide, Vec::<String>::new(), "a terminal has 100 columns");
}

#[test]
fn map_carries_the_verdicts_of_each_profile_as_typed_properties() {
    let map: Value =
        serde_json::from_str(&audit(&[&["--format", "geojson"], &PROFILES[..]].concat()).stdout).unwrap();
    let features = map["features"].as_array().unwrap();
    assert_eq!(features.len(), 60);
    let oostkust = features.iter().find(|zone| zone["properties"]["zone"] == "Oostkust").unwrap();
    let properties = &oostkust["properties"];
    assert_eq!(properties["verdict_call_2017"], "error");
    assert_eq!(properties["errors_call_2017"], 2);
    assert_eq!(properties["rules_decree_2019"].as_array().unwrap().len(), 2);
    assert_eq!(properties["verdict_decree_2024"], "compliant");
    assert_eq!(properties["notes_decree_2024"], 1);
}

#[test]
fn notes_and_warnings_are_cut_short_unless_all_are_asked_for() {
    let [short, all] = [audit(&[]).stdout, audit(&["--all"]).stdout];
    assert!(short.contains("and 34 more (--all shows them)"), "{short}");
    assert!(!all.contains("--all") && all.lines().count() > short.lines().count() + 34);
}

#[test]
fn wrong_use_and_wrong_plans_exit_2_and_say_why() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, content: &str| {
        let path = folder.path().join(name);
        fs::write(&path, content).unwrap();
        path
    };
    let groups = write("groups.csv", "group,unit\nA,11001\n");
    let empty = write("empty.geojson", "{}");
    let unknown = write("unknown.csv", "unit,zone\n11001,A\n11001,B\n99999,A\n");
    for (arguments, expected) in [
        (vec!["--profile", "call-2018"], "unknown-profile"),
        (vec!["--profile", "no-such.toml"], "no-such.toml"),
        (vec!["-p", "call-2017", "-p", "call-2017"], "two profiles are called call-2017"),
        (vec!["--date", "2025"], "a day such as 2025-01-01"),
        (vec!["--lang", "fr"], "possible values: en, nl"),
        (vec!["no-such-plan"], "is no file, nor one of the scenarios"),
        (vec![text(&groups)], "table of groups, not a plan"),
        (vec![text(&empty)], "empty.geojson"),
        (vec![text(&unknown)], "duplicate-unit"),
        (vec![text(&unknown)], "unknown-unit"),
        (vec![text(&unknown)], "missing-unit"),
    ] {
        let answer = audit(&arguments);
        assert_eq!(answer.code, Some(2), "{arguments:?}: {}", answer.stderr);
        assert!(answer.stderr.contains(expected), "{arguments:?}: {}", answer.stderr);
        assert!(answer.stdout.is_empty(), "no verdict on what could not be read");
    }
}

#[test]
fn profile_of_ones_own_extends_a_built_in_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ours.toml");
    let profile = "name = \"ours\"\ntitle = \"Ours\"\nsource = \"us\"\nextends = \"decree-2024\"\n\
        [levels.zone]\nminimum = 68000\n[rules.zone-crosses-group]\nseverity = \"info\"\n";
    fs::write(&path, profile).unwrap();
    let report = report(&["--profile", text(&path)]);
    let judgement = &report["judgements"][0];
    assert_eq!(subjects(judgement, "zone-below-minimum-population", "name"), BTreeSet::from(["Oostkust"]));
    assert_eq!((&judgement["errors"], &judgement["notes"]), (&Value::from(1), &Value::from(7)));
    let inputs: Vec<&str> =
        report["inputs"].as_array().unwrap().iter().map(|input| input["name"].as_str().unwrap()).collect();
    assert!(inputs.contains(&"ours.toml") && inputs.contains(&"decree-2019.toml"), "{inputs:?}");
}
