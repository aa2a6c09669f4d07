//! Changes to a plan: what is told of them, and what is drawn from them.

mod command;
mod files;
mod flanders;

use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;

/// What `zonewerk try` prints in a folder, and what it says on standard error, with this exit code.
fn try_in(folder: &Path, arguments: &[&str], code: i32) -> (String, String) {
    let answer = Command::cargo_bin("zonewerk")
        .unwrap()
        .current_dir(folder)
        .arg("try")
        .args(arguments)
        .assert()
        .code(code);
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (text(&answer.get_output().stdout), text(&answer.get_output().stderr))
}

/// The same as JSON.
fn try_json(folder: &Path, arguments: &[&str], code: i32) -> Value {
    let (text, _) = try_in(folder, &[arguments, &["--format", "json"]].concat(), code);
    serde_json::from_str(&text).unwrap()
}
