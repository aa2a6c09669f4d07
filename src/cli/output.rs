use std::borrow::Cow;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anstream::{AutoStream, ColorChoice};
use anyhow::{Context, Result, bail};

use zonewerk_core::words::{is_unseen, visible, visible_lines};
use zonewerk_report::{Ink, check_file, folder_of, tidy};

/// Refuses to write over a file that is read: `outputs` that are the same file as one of
/// `inputs`, whatever way each is named.
///
/// # Errors
/// For the first output that is an input.
pub(super) fn refuse_inputs(
    outputs: impl IntoIterator<Item = PathBuf>,
    inputs: impl IntoIterator<Item = PathBuf>,
) -> Result<()> {
    let inputs: Vec<PathBuf> = inputs.into_iter().filter_map(|path| fs::canonicalize(path).ok()).collect();
    for output in outputs {
        if fs::canonicalize(&output).is_ok_and(|path| inputs.contains(&path)) {
            bail!("{} is read as input, so it is not written over: give another place", output.display());
        }
    }
    Ok(())
}

/// The files of a scenario on disk, by the names that the scenario gives them.
pub(super) fn beside<'a>(scenario: &Path, names: impl IntoIterator<Item = &'a str>) -> Vec<PathBuf> {
    let folder = scenario.parent().unwrap_or(Path::new(""));
    names.into_iter().map(|name| folder.join(name)).chain([scenario.to_owned()]).collect()
}

/// Looks, before the long work rather than after, whether a file can be written. What a killed
/// run left there is tidied up.
///
/// # Errors
/// When it cannot.
pub(super) fn prepare_file(file: &Path) -> Result<()> {
    let cannot = || format!("cannot write {}", file.display());
    tempfile::tempfile_in(folder_of(file))
        .map(drop)
        .with_context(|| format!("{}: no folder to write in", cannot()))?;
    check_file(file).with_context(cannot)?;
    tidy(folder_of(file));
    Ok(())
}

/// Whether the answer has colours: on a terminal, unless its user wants none (`NO_COLOR`,
/// `CLICOLOR`, `TERM=dumb`).
pub(super) fn ink() -> Ink {
    match AutoStream::choice(&std::io::stdout()) {
        ColorChoice::Never => Ink::Plain,
        _ => Ink::Coloured,
    }
}

/// Tells the user something apart from the answer. Nobody there to hear it is no error.
pub(super) fn tell(words: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{}", visible_lines(words));
}

/// Prints an answer for people or programs. Names in it were made visible where it was written;
/// what steers a terminal is kept from it here once more, but for colours.
///
/// # Errors
/// When it cannot be written, or nobody reads it any more: an answer that nobody got is no
/// success.
pub(super) fn say(answer: impl AsRef<[u8]>) -> io::Result<()> {
    match std::str::from_utf8(answer.as_ref()) {
        Ok(text) => print(steady(text).as_bytes()),
        Err(_) => print(answer.as_ref()),
    }
}

/// Prints data or a script as it is.
///
/// # Errors
/// When it cannot be written, or nobody reads it any more.
pub(super) fn print(bytes: &[u8]) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    let named = |error: io::Error| io::Error::new(error.kind(), format!("standard output: {error}"));
    stdout.write_all(bytes).and_then(|()| stdout.flush()).map_err(named)
}

/// Text in which nothing steers a terminal but its colours.
fn steady(text: &str) -> Cow<'_, str> {
    let steers = |letter: char| !matches!(letter, '\n' | '\t') && is_unseen(letter);
    if !text.contains(steers) {
        return Cow::Borrowed(text);
    }
    let mut steady = String::with_capacity(text.len());
    for (place, piece) in text.split('\u{1b}').enumerate() {
        let is_colour = piece.strip_prefix('[').is_some_and(|code| {
            code.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == ';').starts_with('m')
        });
        match place {
            0 => {}
            _ if is_colour => steady.push('\u{1b}'),
            _ => steady += "\\u{1b}",
        }
        for letter in piece.chars() {
            match steers(letter) {
                true => steady += &visible(letter.encode_utf8(&mut [0; 4])),
                false => steady.push(letter),
            }
        }
    }
    Cow::Owned(steady)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn input_is_known_by_any_of_its_names() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let path = |name: &str| folder.path().join(name);
        fs::write(path("map.geojson"), "").expect("the folder is writable");
        let around = folder.path().join(".").join("map.geojson");
        assert!(refuse_inputs([around], [path("map.geojson")]).is_err());
        assert!(refuse_inputs([path("new.geojson")], [path("map.geojson")]).is_ok());
        assert!(refuse_inputs([path("map.geojson")], [path("gone.geojson")]).is_ok());
    }

    #[test]
    fn nothing_but_colours_steers_a_terminal() {
        let text = "\u{1b}[31mred\u{1b}[0m \u{1b}[2J\u{1b}]0;title\u{7} \u{9b}2J a\tb\n";
        assert_eq!(steady(text), "\u{1b}[31mred\u{1b}[0m \\u{1b}[2J\\u{1b}]0;title\\u{7} \\u{9b}2J a\tb\n");
    }

    #[test]
    fn files_of_a_scenario_stand_beside_it() {
        let files = beside(Path::new("a/s.toml"), ["units.csv"]);
        assert_eq!(files, [PathBuf::from("a/units.csv"), PathBuf::from("a/s.toml")]);
    }
}
