//! The crates keep apart: what judges does not know what draws, and only the doors to
//! the outside world touch it. Reads the source, so it also holds for tests inside it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use zonewerk::RuleId;

/// Crates that never mention each other, tests and documentation included. The compiler keeps
/// code apart already; this keeps one from being written with the other in mind.
const OPPONENTS: [(&str, &str); 2] =
    [("zonewerk-audit", "zonewerk_solve"), ("zonewerk-solve", "zonewerk_audit")];

/// Modules of the core that the code of a module does not know.
const STRANGERS: [(&str, &[&str]); 10] = [
    (
        "words",
        &[
            "territory",
            "plan",
            "problem",
            "graph",
            "topology",
            "crs",
            "layer",
            "compare",
            "translate",
            "drift",
        ],
    ),
    ("layer", &["territory", "plan", "problem", "graph", "topology", "compare", "translate", "drift"]),
    ("crs", &["territory", "plan", "problem", "graph", "topology", "compare", "translate", "drift"]),
    ("territory", &["graph", "problem", "plan", "topology", "compare", "translate", "drift"]),
    ("topology", &["graph", "problem", "plan", "compare", "translate", "drift"]),
    ("graph", &["problem", "plan", "compare", "translate", "drift"]),
    ("plan", &["problem", "compare", "translate", "drift"]),
    ("compare", &["problem", "translate", "drift"]),
    ("translate", &["graph", "problem", "compare", "drift"]),
    ("drift", &["graph", "topology", "compare", "translate"]),
];

/// What each crate may depend on of the others; development dependencies apart.
const DEPENDENCIES: [(&str, &[&str]); 5] = [
    ("zonewerk-core", &[]),
    ("zonewerk-audit", &["zonewerk-core"]),
    ("zonewerk-solve", &["zonewerk-core"]),
    ("zonewerk-io", &["zonewerk-core", "zonewerk-audit"]),
    ("zonewerk-report", &["zonewerk-core", "zonewerk-audit", "zonewerk-solve", "zonewerk-io"]),
];

/// Crates that compile C or C++: nobody else may depend on what does.
const NATIVE: [(&str, &[&str]); 2] =
    [("zonewerk-solve", &["highs", "highs-sys", "good_lp"]), ("zonewerk-io", &["rusqlite"])];

/// What the audit counts itself and may not take from the code it checks.
const COUNTED_ANEW: [&str; 10] = [
    "components",
    "measure",
    "match_zones",
    "stays",
    "ideal_population",
    "ideal_region_population",
    "members",
    "allow",
    "exceeded_by",
    "with_links",
];

/// Crates that may not touch files, the environment and the terminal.
const INSIDE: [&str; 3] = ["zonewerk-core", "zonewerk-audit", "zonewerk-solve"];

/// What touching the outside world looks like.
const OUTSIDE: [&str; 9] = [
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "File::open",
    "println!",
    "eprintln!",
    "print!",
    "eprint!",
];

#[test]
fn rules_are_named_by_their_type_alone() {
    let declaration = source_folder("zonewerk-core").join("problem/rule_id.rs");
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let crates = DEPENDENCIES.iter().flat_map(|(name, _)| sources_of(name)).chain(sources_under(&own));
    for (file, source) in crates.filter(|(file, _)| *file != declaration) {
        let code = code_of(&source);
        // Every piece between two quotes, whichever of them is a literal.
        let named: Vec<&str> = code.split('"').filter(|text| text.parse::<RuleId>().is_ok()).collect();
        assert!(named.is_empty(), "{} names {named:?}", file.display());
    }
}

#[test]
fn opponents_never_mention_each_other() {
    for (name, opponent) in OPPONENTS {
        for (file, source) in sources_of(name) {
            assert!(!source.contains(opponent), "{} mentions {opponent}", file.display());
        }
    }
}

#[test]
fn code_of_a_module_does_not_know_its_strangers() {
    for (module, strangers) in STRANGERS {
        for (file, source) in sources_under(&source_folder("zonewerk-core").join(module)) {
            let code = code_of(&source);
            let met: Vec<&&str> = strangers.iter().filter(|stranger| mentions(&code, stranger)).collect();
            assert!(met.is_empty(), "{} uses {met:?}", file.display());
        }
    }
}

#[test]
fn crates_depend_on_each_other_as_they_may() {
    for (name, allowed) in DEPENDENCIES {
        let found: Vec<String> =
            dependencies(name).into_iter().filter(|one| one.starts_with("zonewerk-")).collect();
        let other: Vec<&String> = found.iter().filter(|one| !allowed.contains(&one.as_str())).collect();
        assert!(other.is_empty(), "{name} depends on {other:?}");
    }
}

#[test]
fn native_code_stays_in_its_crates() {
    for (name, _) in DEPENDENCIES {
        for (home, native) in NATIVE.iter().filter(|(home, _)| *home != name) {
            let found: Vec<String> =
                dependencies(name).into_iter().filter(|one| native.contains(&one.as_str())).collect();
            assert!(found.is_empty(), "{name} has {found:?} of {home}");
        }
    }
}

#[test]
fn audit_counts_everything_anew() {
    let sources = sources_of("zonewerk-audit");
    assert!(sources.len() > 15, "the audit was not found");
    // What a change to a plan does is told with the plan's own lists; no verdict rests on it.
    let judging = sources.into_iter().filter(|(file, _)| !file.iter().any(|part| part == "proposal"));
    for (file, source) in judging {
        let code = code_of(&source);
        let words: BTreeSet<&str> = words(&code).collect();
        let taken: Vec<&&str> = COUNTED_ANEW.iter().filter(|word| words.contains(**word)).collect();
        assert!(taken.is_empty(), "{} uses {taken:?}", file.display());
    }
}

#[test]
fn only_doors_touch_the_outside_world() {
    let mut inside = 0;
    let check = sources_under(&source_folder("zonewerk-io").join("check"));
    for (file, source) in INSIDE.into_iter().flat_map(sources_of).chain(check) {
        inside += 1;
        assert_eq!(touches(&source), Vec::<&str>::new(), "{}", file.display());
    }
    assert!(inside > 200, "{inside} files inside");
}

#[test]
fn mention_is_seen_however_it_is_written() {
    let seen = [
        "use crate::solve::Outcome;",
        "use crate::solve;",
        "use crate::{graph::Graph, solve::Outcome};",
        "use crate::{\n    graph::{Graph, Neighbour},\n    solve,\n};",
        "use crate::{graph, {plan, solve}};",
        "let outcome = crate :: solve :: solve(problem);",
        "use super::super::solve::Outcome;",
        "use super::super::{plan, solve as s};",
        "use zonewerk::solve::Outcome;",
        "/// See [`crate::solve`].",
    ];
    for source in seen {
        assert!(mentions(source, "solve"), "{source}");
    }
    let unseen = [
        "",
        "fn solve() {}",
        "use crate::graph::solve;",
        "use crate::solver::Outcome;",
        "use crate::{graph::{solve, Graph}, plan};",
        "/// Knows nothing of solve.",
    ];
    for source in unseen {
        assert!(!mentions(source, "solve"), "{source}");
    }
}

#[test]
fn touch_is_seen_in_code_and_not_in_comments_or_tests() {
    let seen = [
        ("fn f() { println!(\"x\") }", vec!["println!"]),
        ("use std::fs;", vec!["std::fs"]),
        ("use std::{env, fmt};", vec!["std::env"]),
        ("let x = 1; // why\nstd::env::var(\"X\");", vec!["std::env"]),
        ("/// println!(\"x\")\nfn f() {}", vec![]),
        ("fn f() {}\n#[cfg(test)]\nmod tests { use std::fs; }", vec![]),
        ("println!();\n#[cfg(test)]\nmod tests {}", vec!["println!"]),
        ("use std::fmt;", vec![]),
    ];
    for (source, touched) in seen {
        assert_eq!(touches(source), touched, "{source}");
    }
}

#[test]
fn words_are_whole() {
    let words: Vec<&str> = words("plan::measure(a_b, measures)").collect();
    assert_eq!(words, ["plan", "measure", "a_b", "measures"]);
}

/// Whether a source file names a room of the library, as a path from the crate's root.
fn mentions(source: &str, room: &str) -> bool {
    let dense = dense(source);
    ["crate::", "super::", "zonewerk::"].iter().any(|root| {
        dense.match_indices(root).any(|(start, _)| first_names(&dense[start + root.len()..]).contains(room))
    })
}

/// The first names of a path: `a` of `a::b`, `a` and `b` of `{a::c, b}`.
fn first_names(path: &str) -> BTreeSet<String> {
    let name_at = |at: usize| {
        let rest = &path[at..];
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
        rest[..end].to_owned()
    };
    if !path.starts_with('{') {
        return BTreeSet::from([name_at(0)]);
    }
    // A brace after `::` opens the names inside a room; any other opens a group of rooms.
    let mut names = BTreeSet::new();
    let mut inside_room: Vec<bool> = Vec::new();
    for (at, letter) in path.char_indices() {
        match letter {
            '{' => inside_room.push(path[..at].ends_with("::")),
            '}' => _ = inside_room.pop(),
            _ => {}
        }
        if inside_room.is_empty() {
            break;
        }
        if matches!(letter, '{' | ',') && !inside_room.contains(&true) {
            names.insert(name_at(at + 1));
        }
    }
    names
}

/// What of the outside world a source file touches, its comments and tests apart.
fn touches(source: &str) -> Vec<&'static str> {
    let dense = dense(&code_of(source));
    let by_group = |pattern: &str| {
        let std = pattern.strip_prefix("std::");
        std.is_some_and(|module| {
            dense
                .match_indices("std::{")
                .any(|(at, _)| first_names(&dense[at + "std::".len()..]).contains(module))
        })
    };
    OUTSIDE.into_iter().filter(|pattern| dense.contains(pattern) || by_group(pattern)).collect()
}

/// A source file without its comments and without the tests at its end.
fn code_of(source: &str) -> String {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    code.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The source with white space only where it parts two words.
fn dense(source: &str) -> String {
    let in_word = |c: char| c.is_alphanumeric() || c == '_';
    let mut dense = String::new();
    for word in source.split_whitespace() {
        if dense.ends_with(in_word) && word.starts_with(in_word) {
            dense.push(' ');
        }
        dense += word;
    }
    dense
}

fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty())
}

/// The source of a crate.
fn source_folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("crates").join(name).join("src")
}

/// The names of what a crate depends on; development dependencies apart.
fn dependencies(name: &str) -> Vec<String> {
    let manifest = fs::read_to_string(source_folder(name).with_file_name("Cargo.toml")).unwrap();
    let manifest: toml::Table = manifest.parse().unwrap();
    let found: Vec<String> = manifest["dependencies"].as_table().unwrap().keys().cloned().collect();
    assert!(!found.is_empty(), "{name} depends on something");
    found
}

/// The source files of a crate.
fn sources_of(name: &str) -> Vec<(PathBuf, String)> {
    let found = sources_under(&source_folder(name));
    assert!(found.len() > 15, "{name} was not found");
    found
}

fn sources_under(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            found.extend(sources_under(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let source = fs::read_to_string(&path).unwrap();
            found.push((path, source));
        }
    }
    found
}
