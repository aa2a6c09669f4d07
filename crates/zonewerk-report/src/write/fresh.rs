//! New content on the disk, before it has its name.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use super::calls;

/// A file with all of its content on the disk.
pub(super) struct Fresh {
    #[cfg(target_os = "linux")]
    file: File,
}

impl Fresh {
    /// A file without a name (`O_TMPFILE`): a run that is killed leaves nothing of it.
    ///
    /// # Errors
    /// When the disk is full, or the file system has no files without a name.
    #[cfg(target_os = "linux")]
    pub(super) fn unnamed(
        folder: &Path,
        bytes: &[u8],
        dress: impl FnOnce(&File) -> io::Result<()>,
    ) -> io::Result<Self> {
        use rustix::fs::{Mode, OFlags, open};
        let flags = OFlags::TMPFILE | OFlags::WRONLY | OFlags::CLOEXEC;
        let file = File::from(open(folder, flags, Mode::from_raw_mode(0o666))?);
        fill(&file, bytes, dress)?;
        Ok(Self { file })
    }

    #[cfg(not(target_os = "linux"))]
    pub(super) fn unnamed(_: &Path, _: &[u8], _: impl FnOnce(&File) -> io::Result<()>) -> io::Result<Self> {
        Err(io::ErrorKind::Unsupported.into())
    }

    /// Gives it a name that nothing has yet.
    #[cfg(target_os = "linux")]
    pub(super) fn name(&self, path: &Path) -> io::Result<()> {
        calls::name_unnamed(&self.file, path)
    }

    #[cfg(not(target_os = "linux"))]
    pub(super) fn name(&self, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    /// Keeps others from taking the file for one that a killed run left.
    #[cfg(target_os = "linux")]
    pub(super) fn lock(&self) -> io::Result<()> {
        self.file.try_lock().map_err(io::Error::from)
    }

    #[cfg(not(target_os = "linux"))]
    pub(super) fn lock(&self) -> io::Result<()> {
        Ok(())
    }
}

/// A new file of this name, with all of its content on the disk.
pub(super) fn named(
    path: &Path,
    bytes: &[u8],
    dress: impl FnOnce(&File) -> io::Result<()>,
) -> io::Result<File> {
    let file = calls::create(path)?;
    // Ours while it is open: another run takes away such names when nobody holds them.
    let _ = file.try_lock();
    fill(&file, bytes, dress)?;
    Ok(file)
}

fn fill(mut file: &File, bytes: &[u8], dress: impl FnOnce(&File) -> io::Result<()>) -> io::Result<()> {
    file.write_all(bytes)?;
    dress(file)?;
    file.sync_all()
}
