//! The folder that results are written in.

use std::path::Path;

use anyhow::{Context, Result};

use super::output::tell;
use crate::render;

/// Makes the folder and tries to write there, before the long work rather than after.
pub(super) fn prepare(folder: &Path) -> Result<()> {
    let cannot = || format!("cannot write in {}", folder.display());
    std::fs::create_dir_all(folder).with_context(cannot)?;
    tempfile::tempfile_in(folder).map(drop).with_context(cannot)
}

/// Writes the files of a result, and tells of those that are of an earlier run.
pub(super) fn write_results(folder: &Path, files: &[(&'static str, Vec<u8>)]) -> Result<()> {
    render::write_all(folder, files).with_context(|| format!("cannot write in {}", folder.display()))?;
    for name in render::FILE_NAMES {
        let stale = files.iter().all(|(written, _)| *written != name) && folder.join(name).exists();
        if stale {
            let path = folder.join(name);
            tell(&format!("note: {} is of an earlier run and was left alone", path.display()));
        }
    }
    Ok(())
}
