//! Every message of the language files is said somewhere in the program.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn every_message_is_said_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let english = fs::read_to_string(root.join("crates/zonewerk-core/i18n/en/zonewerk.ftl")).unwrap();
    let known: BTreeSet<&str> = english
        .lines()
        .filter(|line| !line.starts_with(['#', ' ', '}']))
        .filter_map(|line| Some(line.split_once(" =")?.0))
        .collect();
    assert!(known.len() > 80, "{} messages", known.len());
    let mut said = BTreeSet::new();
    said_in(&root.join("src"), &mut said);
    for crate_folder in fs::read_dir(root.join("crates")).unwrap() {
        said_in(&crate_folder.unwrap().path().join("src"), &mut said);
    }
    let unsaid: Vec<&&str> = known.iter().filter(|message| !said.contains(**message)).collect();
    assert!(unsaid.is_empty(), "never said: {unsaid:?}");
}

/// Adds every text between quotes in the source that could be the name of a message.
fn said_in(folder: &Path, said: &mut BTreeSet<String>) {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            said_in(&path, said);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let source = fs::read_to_string(&path).unwrap();
            said.extend(source.split('"').map(str::to_owned));
        }
    }
}
