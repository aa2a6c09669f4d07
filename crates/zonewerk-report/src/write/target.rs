//! What stands where a file is to be written.

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::folder_of;

/// Where a file will be written: its own place, or that of the file which a link leads to.
#[derive(Debug)]
pub(super) struct Target {
    pub(super) path: PathBuf,
    /// The file that stands there.
    pub(super) old: Option<Metadata>,
}

impl Target {
    /// Follows symbolic links, and refuses what must not be replaced.
    pub(super) fn of(path: &Path) -> io::Result<Self> {
        const MOST_LINKS: usize = 40;
        if let Ok(there) = fs::metadata(path) {
            may_be_replaced(path, &there)?;
        }
        let mut path = path.to_owned();
        for _ in 0..MOST_LINKS {
            match fs::symlink_metadata(&path) {
                Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Self { path, old: None }),
                Err(error) => return Err(error),
                Ok(there) if there.is_symlink() => path = folder_of(&path).join(fs::read_link(&path)?),
                Ok(there) => return Ok(Self { path, old: Some(there) }),
            }
        }
        Err(io::Error::other("it is a symbolic link that leads to itself"))
    }

    /// Gives a new file the mode and, where that is allowed, the owner of the one it replaces.
    pub(super) fn dress(&self, file: &File) -> io::Result<()> {
        self.old.as_ref().map_or(Ok(()), |old| dress(file, old))
    }
}

/// Gives a file or a folder the mode and, where that is allowed, the owner of another.
pub(super) fn dress(file: &File, old: &Metadata) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, fchown};
        let new = file.metadata()?;
        // Only a system's administrator gives files away; a file of one's own group is the most
        // that others can ask for.
        if (new.uid(), new.gid()) != (old.uid(), old.gid())
            && fchown(file, Some(old.uid()), Some(old.gid())).is_err()
        {
            let _ = fchown(file, None, Some(old.gid()));
        }
    }
    file.set_permissions(old.permissions())
}

fn may_be_replaced(path: &Path, there: &Metadata) -> io::Result<()> {
    if there.is_dir() {
        return Err(io::Error::other("it is a folder"));
    }
    if !there.is_file() {
        return Err(io::Error::other("it is a pipe, a socket or a device, not a file"));
    }
    let is_closed = || {
        let opened = File::options().write(true).open(path);
        opened.is_err_and(|error| error.kind() == ErrorKind::PermissionDenied)
    };
    if there.permissions().readonly() || is_closed() {
        return Err(io::Error::new(
            ErrorKind::PermissionDenied,
            "it is read-only: make it writable, or give another name",
        ));
    }
    Ok(())
}
