//! `zonewerk rules` as a user runs it.

use std::fs;

use assert_cmd::Command;
use serde_json::Value;

fn rules(args: &[&str]) -> (i32, String, String) {
    let output = Command::cargo_bin("zonewerk").unwrap().arg("rules").args(args).output().unwrap();
    let [out, err] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    (output.status.code().unwrap(), out, err)
}

#[test]
fn unknown_rule_is_refused_with_the_nearest_one() {
    let (code, out, err) = rules(&["zone-below-minimum-populaton"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert_eq!(
        err,
        "error: found \"zone-below-minimum-populaton\", expected the name of a rule, as `zonewerk rules` \
         lists them (is it \"zone-below-minimum-population\"?)\n"
    );
    let (code, _, err) = rules(&["nonsense"]);
    assert_eq!(code, 2);
    assert!(err.ends_with("as `zonewerk rules` lists them\n"), "{err}");
}

#[test]
fn unknown_profile_is_refused_with_the_nearest_one_and_a_profile_twice_too() {
    let (code, out, err) = rules(&["--profile", "call-2071"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("(is it \"call-2017\"?) [unknown-profile]"), "{err}");
    let (code, _, err) = rules(&["-p", "call-2017", "-p", "call-2017"]);
    assert_eq!((code, err.as_str()), (2, "error: two profiles are called call-2017: give each once\n"));
}

#[test]
fn profile_of_a_file_stands_beside_a_built_in_one() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("ours.toml");
    let text = "name = \"ours\"\ntitle = \"Ours\"\nsource = \"Us\"\nextends = \"decree-2024\"\n\
                [levels.zone]\nminimum = 65000\n[rules.split-unit]\nseverity = \"off\"\n";
    fs::write(&file, text).unwrap();
    let profiles = ["-p", "decree-2024", "-p", file.to_str().unwrap(), "--format", "json"];
    let answer = |rule: &str| -> Value {
        let (code, out, err) = rules(&[&[rule], &profiles[..]].concat());
        assert_eq!((code, err.as_str()), (0, ""));
        serde_json::from_str(&out).unwrap()
    };
    let minimum = answer("zone-below-minimum-population");
    assert_eq!(minimum["rules"].as_array().map(Vec::len), Some(1));
    let values = |profile: usize| &minimum["rules"][0]["profiles"][profile]["values"]["levels.zone.minimum"];
    assert_eq!((values(0), values(1)), (&Value::from(60_000), &Value::from(65_000)));
    let split = answer("split-unit");
    assert_eq!(split["rules"][0]["profiles"][0]["severity"], "error");
    assert_eq!(split["rules"][0]["profiles"][1]["severity"], Value::Null);
}

#[test]
fn help_has_examples_that_run() {
    let (code, help, _) = rules(&["--help"]);
    assert_eq!(code, 0);
    let examples = help.lines().filter_map(|line| line.trim().strip_prefix("zonewerk rules"));
    let mut run = 0;
    for example in examples {
        let command = example.split("   ").next().unwrap().split(" > ").next().unwrap();
        let command = command.replace("our-council.toml", "examples/our-council.toml");
        let args: Vec<&str> = command.split_whitespace().collect();
        let (code, out, err) = rules(&args);
        assert!(code == 0 && out.lines().count() > 5, "zonewerk rules {command}: {err}");
        run += 1;
    }
    assert_eq!(run, 5);
}

#[test]
fn json_keeps_to_its_schema() {
    let read = |args: &[&str]| -> Value { serde_json::from_str(&rules(args).1).unwrap() };
    let schema = read(&["--schema"]);
    let validator = jsonschema::validator_for(&schema).unwrap();
    for args in [&["--format", "json"][..], &["split-unit", "--format", "json", "--lang", "nl"]] {
        let mut answer = read(args);
        let faults: Vec<String> = validator.iter_errors(&answer).map(|fault| fault.to_string()).collect();
        assert_eq!(faults, Vec::<String>::new(), "{args:?}");
        answer["rules"][0]["about"] = Value::from("weather");
        assert!(!validator.is_valid(&answer), "a schema that allows anything says nothing");
    }
}
