//! Pages whose `console` blocks hold a command and its output.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

/// Set to 1, the pages are written anew.
pub const UPDATE: &str = "ZONEWERK_UPDATE_DOCS";

const OPENING: &str = "```console\n";
const CLOSING: &str = "```\n";

/// A stretch of a page: text as it is, or a command and its output.
#[derive(Debug, PartialEq)]
pub enum Stretch {
    Text(String),
    Console { command: String, output: String },
}

pub fn stretches(page: &str) -> Vec<Stretch> {
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

/// Runs the commands of a page, and notes those that print something else now.
pub fn renew(page: &Path, stale: &mut String, run: impl Fn(&str) -> String) {
    let mut renewed = String::new();
    let mut commands = 0;
    let written = fs::read_to_string(page).unwrap();
    for stretch in stretches(&written) {
        match stretch {
            Stretch::Text(text) => renewed += &text,
            Stretch::Console { command, output: printed } => {
                commands += 1;
                let now = run(&command);
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

/// Fails where a page is stale.
pub fn assert_current(stale: &str) {
    assert!(stale.is_empty(), "pages are stale ({UPDATE}=1 writes them anew); now is printed\n{stale}");
}
