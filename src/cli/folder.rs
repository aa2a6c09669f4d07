//! The folder that results are written in.

use std::path::Path;

use anyhow::{Context, Result};

use super::output::tell;
use zonewerk_report as render;

/// Makes the folder and tries to write there, before the long work rather than after.
pub(super) fn prepare(folder: &Path) -> Result<()> {
    let cannot = || format!("cannot write in {}", folder.display());
    std::fs::create_dir_all(folder).with_context(cannot)?;
    tempfile::tempfile_in(folder).map(drop).with_context(cannot)
}

/// Writes the files of a result, and tells of those that are of an earlier run.
pub(super) fn write_results(folder: &Path, files: &[(&'static str, Vec<u8>)]) -> Result<()> {
    write_named(folder, files, render::FILE_NAMES)
}

/// Writes files, and tells of those among `names` that are of an earlier run.
pub(super) fn write_named<'a>(
    folder: &Path,
    files: &[(&str, Vec<u8>)],
    names: impl IntoIterator<Item = &'a str>,
) -> Result<()> {
    render::write_all(folder, files).with_context(|| format!("cannot write in {}", folder.display()))?;
    for name in names {
        let path = folder.join(name);
        if files.iter().all(|(written, _)| *written != name) && path.exists() {
            tell(&format!("note: {} is of an earlier run and was left alone", path.display()));
        }
    }
    Ok(())
}
