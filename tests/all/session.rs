//! The commands in the documentation are run, and say what is printed there.

use std::path::PathBuf;

use assert_cmd::Command;

use crate::console::{Stretch, assert_current, renew, stretches};

/// Pages whose `console` blocks hold a command and its output.
const PAGES: [&str; 2] = ["docs/session.md", "docs/proposals.md"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The words of a command line; double quotes keep what is inside together.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut is_quoted = false;
    for sign in command.chars() {
        match sign {
            '"' => is_quoted = !is_quoted,
            ' ' if !is_quoted => words.push(String::new()),
            _ => words.last_mut().expect("one at least").push(sign),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// What a command prints, run from the root of the repository; `| head -N` keeps the first lines.
fn output(command: &str) -> String {
    let (run, lines) = match command.split_once(" | head -") {
        Some((run, lines)) => (run, lines.parse().expect("head -N has a number")),
        None => (command, usize::MAX),
    };
    let mut words = words(run).into_iter();
    assert_eq!(words.next().as_deref(), Some("zonewerk"), "{command}");
    let ran = Command::cargo_bin("zonewerk").unwrap().current_dir(root()).args(words).output().unwrap();
    let complaint = String::from_utf8_lossy(&ran.stderr);
    assert_ne!(ran.status.code(), Some(2), "{command}\n{complaint}");
    let text = String::from_utf8(ran.stdout).unwrap();
    text.split_inclusive('\n').take(lines).collect()
}

#[test]
fn commands_print_what_the_pages_say() {
    let mut stale = String::new();
    for page in PAGES {
        renew(&root().join(page), &mut stale, output);
    }
    assert_current(&stale);
}

#[test]
fn a_page_falls_apart_into_text_and_commands() {
    let page = "Why?\n\n```console\n$ zonewerk why\nBecause\n\n  of it\n```\n\nAnd\n\n```sh\nls\n```\n";
    let found = stretches(page);
    let console =
        Stretch::Console { command: "zonewerk why".to_owned(), output: "Because\n\n  of it\n".to_owned() };
    assert_eq!(found[1], console);
    assert_eq!(found[2], Stretch::Text("\nAnd\n\n```sh\nls\n```\n".to_owned()));
    assert_eq!(words("zonewerk try --merge \"A+A B\""), ["zonewerk", "try", "--merge", "A+A B"]);
}
