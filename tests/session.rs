//! The commands in the documentation are run, and say what is printed there.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use assert_cmd::Command;

/// Pages whose `console` blocks hold a command and its output.
const PAGES: [&str; 2] = ["docs/session.md", "docs/proposals.md"];

/// Set to 1, the pages are written anew.
const UPDATE: &str = "ZONEWERK_UPDATE_DOCS";

const OPENING: &str = "```console\n";
const CLOSING: &str = "```\n";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A stretch of a page: text as it is, or a command and its output.
#[derive(Debug, PartialEq)]
enum Stretch {
    Text(String),
    Console { command: String, output: String },
}

fn stretches(page: &str) -> Vec<Stretch> {
    let mut found = Vec::new();
    let mut rest = page;
    while let Some(start) = rest.find(OPENING) {
        let (text, block) = rest.split_at(start);
        found.push(Stretch::Text(text.to_owned()));
        let block = &block[OPENING.len()..];
        let end = block.find(CLOSING).expect("a console block ends");
        let (command, output) = block[..end].split_once('\n').expect("a console block has a command");
        let command = command.strip_prefix("$ ").expect("a console block begins with $").to_owned();
        assert!(!output.contains("\n$ "), "one command a block: {command}");
        found.push(Stretch::Console { command, output: output.to_owned() });
        rest = &block[end + CLOSING.len()..];
    }
    found.push(Stretch::Text(rest.to_owned()));
    found
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

fn renew(page: &Path, stale: &mut String) {
    let mut renewed = String::new();
    let mut commands = 0;
    let written = fs::read_to_string(page).unwrap();
    for stretch in stretches(&written) {
        match stretch {
            Stretch::Text(text) => renewed += &text,
            Stretch::Console { command, output: printed } => {
                commands += 1;
                let now = output(&command);
                if now != printed {
                    writeln!(stale, "{}: $ {command}\n{now}", page.display()).unwrap();
                }
                write!(renewed, "{OPENING}$ {command}\n{now}{CLOSING}").unwrap();
            }
        }
    }
    assert!(commands > 0, "{} has no command", page.display());
    if env::var(UPDATE).is_ok_and(|set| set == "1") && renewed != written {
        fs::write(page, renewed).unwrap();
        stale.clear();
    }
}

#[test]
fn commands_print_what_the_pages_say() {
    let mut stale = String::new();
    for page in PAGES {
        renew(&root().join(page), &mut stale);
    }
    assert!(stale.is_empty(), "pages are stale ({UPDATE}=1 writes them anew); now is printed\n{stale}");
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
