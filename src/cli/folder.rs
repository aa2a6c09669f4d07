//! The folder that results are written in.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::output::tell;
use super::publishing::Made;
use zonewerk_report::{self as render, Nearby};

/// Looks, before the long work rather than after, whether files of these names can be written in
/// the folder; it is made only with them. What a killed run left there is tidied up.
pub(super) fn prepare<'a>(folder: &Path, names: impl IntoIterator<Item = &'a str>) -> Result<()> {
    let cannot = || format!("cannot write in {}", folder.display());
    if folder.exists() && !folder.is_dir() {
        bail!("{}: it is a file, not a folder", cannot());
    }
    let mut there = folder;
    while !there.as_os_str().is_empty() && there.symlink_metadata().is_err() {
        there = there.parent().unwrap_or(Path::new(""));
    }
    let there = if there.as_os_str().is_empty() { Path::new(".") } else { there };
    tempfile::tempfile_in(there).map(drop).with_context(cannot)?;
    render::tidy(folder);
    render::check_folder(folder, names).with_context(cannot)
}

/// Writes the files of a result, with what else was made for its folder, as one set; then the rest
/// of what was made. What is there of an earlier result and has no successor goes.
pub(super) fn write_results(folder: &Path, files: Vec<(&'static str, Vec<u8>)>, made: Made) -> Result<()> {
    let names: Vec<String> =
        render::FILE_NAMES.map(str::to_owned).into_iter().chain(of_list(folder)).collect();
    let files = files.into_iter().map(|(name, bytes)| (name.to_owned(), bytes)).collect();
    write_named(folder, files, &names, made)
}

/// The files of a list of alternatives in a folder: with a result beside them there would be two
/// answers.
fn of_list(folder: &Path) -> Vec<String> {
    if !folder.join(render::LIST_FILE).exists() {
        return Vec::new();
    }
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    names.filter(|name| Nearby::is_file(name)).collect()
}

/// Writes files as one set, in which every name of `names` that is there and is not written goes.
pub(super) fn write_named(
    folder: &Path,
    mut files: Vec<(String, Vec<u8>)>,
    names: &[String],
    made: Made,
) -> Result<()> {
    let (here, elsewhere) = made.in_folder(folder);
    let name = |path: &PathBuf| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    files.extend(here.files.iter().map(|(path, bytes)| (name(path), bytes.clone())));
    let stale: Vec<String> = names.iter().cloned().chain(here.stale.iter().map(name)).collect();
    let stale: Vec<&str> = stale.iter().map(String::as_str).collect();
    let files: Vec<(&str, Vec<u8>)> =
        files.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
    let gone = render::write_folder(folder, &files, &stale)
        .with_context(|| format!("cannot write in {}", folder.display()))?;
    for name in gone {
        tell(&format!("note: {} was of an earlier run and is removed", folder.join(name).display()));
    }
    here.files.iter().for_each(|(path, _)| tell(&format!("wrote {}", path.display())));
    elsewhere.write()
}
