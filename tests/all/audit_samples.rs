//! The sample reports and the JSON Schema in `docs/` are what the program prints, and the
//! JSON report keeps to the schema.

use std::fs;

use assert_cmd::Command;
use serde_json::Value;

/// Each file with the arguments that print it.
const SAMPLES: [(&str, &[&str]); 10] = [
    ("audit.schema.json", &["audit", "--schema"]),
    ("samples/audit.en.txt", &["audit", "-p", "call-2017", "-p", "decree-2019", "-p", "decree-2024"]),
    ("samples/audit.nl.txt", &["audit", "-p", "decree-2024", "--lang", "nl"]),
    ("samples/audit.en.md", &["audit", "-p", "decree-2024", "--format", "md"]),
    ("samples/audit.nl.md", &["audit", "-p", "decree-2024", "--format", "md", "--lang", "nl"]),
    ("samples/audit.en.html", &["audit", "-p", "decree-2024", "--format", "html"]),
    ("samples/audit.nl.html", &["audit", "-p", "decree-2024", "--format", "html", "--lang", "nl"]),
    ("samples/audit.en.json", &["audit", "-p", "decree-2024", "--format", "json"]),
    ("samples/audit.nl.json", &["audit", "-p", "decree-2024", "--format", "json", "--lang", "nl"]),
    ("samples/audit.geojson", &["audit", "-p", "decree-2024", "--format", "geojson"]),
];

fn printed(arguments: &[&str]) -> Vec<u8> {
    Command::cargo_bin("zonewerk").unwrap().args(arguments).output().unwrap().stdout
}

#[test]
fn samples_are_what_the_program_prints() {
    for (file, arguments) in SAMPLES {
        let path = format!("docs/{file}");
        let kept = fs::read(&path).unwrap_or_default();
        let command = format!("zonewerk {} > {path}", arguments.join(" "));
        assert!(printed(arguments) == kept, "{path} is stale; renew it with: {command}");
    }
}

#[test]
fn json_report_keeps_to_its_schema() {
    let schema: Value = serde_json::from_slice(&printed(&["audit", "--schema"])).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let profiles = ["-p", "call-2017", "-p", "decree-2019", "-p", "decree-2024"];
    for plan in [&["flanders-2019"][..], &["--scenario", "flanders-2019"], &[]] {
        let arguments = [&["audit", "--format", "json"], plan, &profiles].concat();
        let report: Value = serde_json::from_slice(&printed(&arguments)).unwrap();
        let faults: Vec<String> = validator.iter_errors(&report).map(|fault| fault.to_string()).collect();
        assert_eq!(faults, Vec::<String>::new(), "{plan:?}");
        let mut broken = report;
        broken["judgements"][0]["findings"][0]["severity"] = Value::from("awful");
        assert!(!validator.is_valid(&broken), "a schema that allows anything says nothing");
    }
}
