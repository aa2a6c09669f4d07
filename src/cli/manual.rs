use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};

use super::output::print;
use super::{Cli, say};
use zonewerk_report::write_all;

/// Print the manual page, or write that of every command in a folder
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct ManArgs {
    /// Folder for zonewerk.1 and a page for each command; made when absent
    dir: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  zonewerk man | man -l -                             read it
  zonewerk man ~/.local/share/man/man1                install all pages for yourself
  man zonewerk-solve                                  and read one

Exit codes: 0 printed or written, 2 not written.";

/// Prints or writes the pages.
///
/// # Errors
/// When the folder cannot be made or written in.
pub(super) fn run(args: ManArgs) -> Result<ExitCode> {
    let mut program = Cli::command();
    // What a command is called is known only once its parent is built.
    program.build();
    let Some(folder) = args.dir else {
        print(&page(&program)?).context("cannot write the page")?;
        return Ok(ExitCode::SUCCESS);
    };
    let verbs = program.get_subcommands().filter(|verb| verb.get_name() != "help");
    let mut pages = vec![("zonewerk.1".to_owned(), page(&program)?)];
    for verb in verbs {
        pages.push((format!("zonewerk-{}.1", verb.get_name()), page(verb)?));
    }
    let cannot = || format!("cannot write in {}", folder.display());
    let files: Vec<(&str, Vec<u8>)> =
        pages.iter().map(|(name, page)| (name.as_str(), page.clone())).collect();
    write_all(&folder, &files).with_context(cannot)?;
    say(format!("{} pages in {}\n", files.len(), folder.display()))?;
    Ok(ExitCode::SUCCESS)
}

/// The page of one command: what `--help` says, in the sections of a manual.
fn page(command: &Command) -> Result<Vec<u8>> {
    let man = Man::new(command.clone()).source(concat!("Zonewerk ", env!("CARGO_PKG_VERSION")));
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    if command.has_subcommands() {
        man.render_subcommands_section(&mut page)?;
    }
    let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    for (heading, text) in sections(&after) {
        section(heading, &text).to_writer(&mut page)?;
    }
    if command.get_version().is_some() {
        man.render_version_section(&mut page)?;
    }
    Ok(page)
}

/// What stands under a help text, by the headings of a manual.
fn sections(after: &str) -> Vec<(&'static str, String)> {
    let mut sections: Vec<(&'static str, String)> = Vec::new();
    for block in after.split("\n\n").filter(|block| !block.trim().is_empty()) {
        let heading = match block {
            _ if block.starts_with("Example") => "EXAMPLES",
            _ if block.starts_with("Exit code") => "EXIT STATUS",
            _ => "NOTES",
        };
        let body = block.trim_start_matches("Examples:\n").trim_start_matches("Example:\n");
        match sections.iter_mut().find(|(known, _)| *known == heading) {
            Some((_, text)) => *text += &format!("\n\n{body}"),
            None => sections.push((heading, body.to_owned())),
        }
    }
    sections
}

/// Lines that stay as they are.
fn section(heading: &str, text: &str) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", [heading]).control("nf", []);
    for line in text.lines() {
        roff.text([roman(line)]);
    }
    roff.control("fi", []);
    roff
}
