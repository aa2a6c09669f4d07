//! The schemas of scenarios, profiles and proposals, and the page of all their keys, in `docs/`.

use std::path::{Path, PathBuf};
use std::{env, fs};

use assert_cmd::Command;
use serde_json::Value;
use zonewerk::io::{profile_schema, proposal_schema, scenario_schema};

/// Each page or schema with the command that prints it.
const DOCS: [(&str, &[&str]); 4] = [
    ("docs/scenario.md", &["schema"]),
    ("docs/scenario.schema.json", &["schema", "scenario"]),
    ("docs/profile.schema.json", &["schema", "profile"]),
    ("docs/proposal.schema.json", &["schema", "proposal"]),
];

/// Set to 1, the files are written anew.
const UPDATE: &str = "ZONEWERK_UPDATE_DOCS";

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn printed(arguments: &[&str]) -> Vec<u8> {
    Command::cargo_bin("zonewerk").unwrap().args(arguments).assert().success().get_output().stdout.clone()
}

#[test]
fn reference_and_schemas_are_current() {
    for (file, arguments) in DOCS {
        let page = printed(arguments);
        if env::var_os(UPDATE).is_some() {
            fs::write(root(file), &page).unwrap();
        }
        assert!(
            fs::read(root(file)).ok() == Some(page),
            "{file} is stale; {UPDATE}=1 cargo test --test all file_schemas renews it"
        );
    }
}

#[test]
fn schemas_of_answers_are_printed_by_both_verbs() {
    assert_eq!(printed(&["schema", "audit"]), printed(&["audit", "--schema"]));
    assert_eq!(printed(&["schema", "rules"]), printed(&["rules", "--schema"]));
}

/// Every TOML file under a folder, sorted.
fn toml_files(folder: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut open = vec![root(folder)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "toml") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

fn as_json(text: &str) -> Value {
    serde_json::to_value(toml::from_str::<toml::Table>(text).unwrap()).unwrap()
}

/// What is wrong with a file by a schema.
fn faults(schema: &Value, file: &Value) -> Vec<String> {
    let validator = jsonschema::validator_for(schema).unwrap();
    validator.iter_errors(file).map(|fault| format!("{}: {fault}", fault.instance_path())).collect()
}

#[test]
fn every_file_that_comes_with_the_program_keeps_to_its_schema() {
    let (mut scenarios, mut profiles, mut proposals) = (0, 0, 0);
    for path in toml_files("data").into_iter().chain(toml_files("examples")) {
        let file = as_json(&fs::read_to_string(&path).unwrap());
        let has = |key: &str| file.get(key).is_some();
        let (schema, count) = if has("units") {
            (scenario_schema(), &mut scenarios)
        } else if has("move") {
            (proposal_schema(), &mut proposals)
        } else if has("source") {
            (profile_schema(), &mut profiles)
        } else {
            assert!(path.ends_with("examples/exceptions.toml"), "{} is of no kind", path.display());
            continue;
        };
        *count += 1;
        assert_eq!(faults(&schema, &file), Vec::<String>::new(), "{}", path.display());
    }
    assert!(scenarios >= 6 && profiles >= 6 && proposals >= 1, "{scenarios} {profiles} {proposals}");
}

const SCENARIO: &str = r#"
name = "a"
title = "A"
profile = "call-2017"
[units]
boundaries = "map.geojson"
key = "code"
name = "name"
population = "people"
population_date = "2022-01-01"
"#;

#[test]
fn schema_of_scenarios_refuses_what_the_program_refuses() {
    let schema = scenario_schema();
    assert_eq!(faults(&schema, &as_json(SCENARIO)), Vec::<String>::new());
    for (wrong, told) in [
        ("[units]", "\"title\" is a required property"),
        ("[goals]\nordre = [\"zones\"]\n[units]", "'ordre' was unexpected"),
        ("title = 3\n[units]", "3 is not of type \"string\""),
        ("title = \"A\"\n[levels.zone]\nminimum = \"many\"\n[units]", "\"many\" is not of type \"integer\""),
        ("title = \"A\"\n[levels.zone]\nminimum = -1\n[units]", "-1 is less than the minimum of 0"),
        ("title = \"A\"\n[[links]]\nbetween = [\"1\"]\nreason = \"\"\n[units]", "has less than 2 items"),
        (
            "title = \"A\"\n[[groups]]\nfamily = \"f\"\nfile = \"f.csv\"\nrole = \"laminair\"\n[units]",
            "\"laminair\" is not one of",
        ),
    ] {
        let text = SCENARIO.replace("title = \"A\"\n", "").replace("[units]", wrong);
        let faults = faults(&schema, &as_json(&text));
        assert!(faults.iter().any(|fault| fault.contains(told)), "{wrong}: {faults:?}");
    }
}

#[test]
fn schema_of_profiles_knows_every_rule_and_no_other() {
    let profile = |rule: &str| as_json(&format!("name = 'a'\ntitle = 'A'\nsource = 'S'\n[rules.{rule}]\n"));
    for rule in zonewerk::audit::RULES {
        assert_eq!(faults(&profile_schema(), &profile(rule.id.name())), Vec::<String>::new());
    }
    assert_eq!(faults(&profile_schema(), &profile("zone-too-small")).len(), 1);
}
