//! What the program carries of others is named in THIRD-PARTY-NOTICES.txt, and the program prints it.

use std::collections::BTreeSet;
use std::process::Command;

const NOTICES: &str = include_str!("../../THIRD-PARTY-NOTICES.txt");

/// Name and version of each crate that is linked into the program on Linux.
fn linked() -> BTreeSet<String> {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--locked", "--offline", "-e", "normal,no-proc-macro"])
        .args(["--target", "x86_64-unknown-linux-gnu", "--prefix", "none", "--format", "{p}"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs this test");
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let tree = String::from_utf8(tree.stdout).expect("names of crates are ASCII");
    let name = |line: &str| {
        let mut words = line.split(' ');
        let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
        let is_own = name.starts_with("zonewerk") || name == "highs-sys";
        (!is_own).then(|| format!("{name} {version}"))
    };
    tree.lines().filter_map(name).collect()
}

#[test]
fn every_crate_of_the_program_is_in_the_notices_with_a_text() {
    let list = NOTICES.split("\nCRATES\n").nth(1).and_then(|rest| rest.split("\nOTHER PARTS\n").next());
    let listed: BTreeSet<String> = list
        .expect("a list of crates")
        .lines()
        .filter_map(|line| line.split_once("  ").map(|(name, _)| name.to_owned()))
        .collect();
    assert_eq!(listed, linked(), "THIRD-PARTY-NOTICES.txt is stale: run tools/third-party-notices");
    let headings = NOTICES.lines().filter(|line| line.contains(' ') && !line.contains("  "));
    let headings: BTreeSet<&str> = headings.flat_map(|line| line.split(", ")).collect();
    for name in &listed {
        assert!(headings.contains(name.as_str()), "no text for {name}");
    }
    for part in ["HiGHS", "AMD", "METIS", "pdqsort", "SQLite", "SIL OPEN FONT LICENSE"] {
        assert!(NOTICES.contains(part), "{part}");
    }
}

#[test]
fn program_prints_the_licences_of_all_that_it_carries() {
    let printed = Command::new(env!("CARGO_BIN_EXE_zonewerk")).arg("licences").output().expect("it runs");
    assert!(printed.status.success());
    let printed = String::from_utf8(printed.stdout).expect("text");
    assert!(printed.starts_with("Zonewerk is licensed under") && printed.ends_with(NOTICES));
}
