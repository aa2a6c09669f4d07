//! A file that is too large for the memory, written bit by bit.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::folder_of;
use super::target::Target;
use super::{calls, in_place};

/// A file that gets its name when all of it is on the disk, and leaves nothing behind when it does not
/// come to that. What stood there before stays until then.
pub struct WholeFile {
    target: Target,
    hidden: PathBuf,
    file: BufWriter<File>,
    is_published: bool,
}

impl WholeFile {
    /// Begins a file.
    ///
    /// # Errors
    /// When the folder cannot be written in, or what stands there is read-only or no file.
    pub fn begin(path: &Path) -> io::Result<Self> {
        let target = Target::of(path)?;
        let folder = folder_of(&target.path);
        in_place::tidy(folder);
        let (hidden, file) = in_place::free_name(folder, "file", |path| {
            let file = calls::create(path)?;
            // Ours while it is open: another run takes away such names when nobody holds them.
            let _ = file.try_lock();
            Ok(file)
        })?;
        Ok(Self { target, hidden, file: BufWriter::new(file), is_published: false })
    }

    /// Gives it its name, with the mode and owner of the file that it replaces.
    ///
    /// # Errors
    /// When the disk is full, or the file cannot be replaced.
    pub fn publish(mut self) -> io::Result<()> {
        self.file.flush()?;
        let file = self.file.get_ref();
        self.target.dress(file)?;
        file.sync_all()?;
        calls::rename(&self.hidden, &self.target.path)?;
        self.is_published = true;
        Ok(())
    }
}

impl Write for WholeFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for WholeFile {
    fn drop(&mut self) {
        if !self.is_published {
            let _ = fs::remove_file(&self.hidden);
        }
    }
}
