use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anstream::{AutoStream, ColorChoice};
use anyhow::{Result, bail};

use zonewerk_report::Ink;

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
    let _ = writeln!(std::io::stderr().lock(), "{words}");
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
    fn files_of_a_scenario_stand_beside_it() {
        let files = beside(Path::new("a/s.toml"), ["units.csv"]);
        assert_eq!(files, [PathBuf::from("a/units.csv"), PathBuf::from("a/s.toml")]);
    }
}
