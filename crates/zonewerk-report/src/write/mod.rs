//! Writing files so that what stands on the disk is always whole.
//!
//! One file replaces the earlier one in a single step. Several files of one folder are one set:
//! on Linux [`write_folder`] prepares the new set out of sight and puts it in the place of the
//! old one by exchanging two folders, so that at every moment the folder holds the old set or the
//! new one. Where a folder cannot be exchanged (a mount point, a parent that cannot be written in,
//! a file system or a system without that call) and for the sets of [`write_set`], the new set is
//! on the disk in full before the first old file goes, the old files go before the new ones come,
//! and the next run brings to an end what was broken off: files of two answers never stand side
//! by side.
//!
//! What a killed run can leave is a hidden name that starts with `.zonewerk-`, and only when it
//! was killed between the few calls that exchange or rename. The next run that writes there
//! takes it away ([`tidy`]).

mod calls;
#[cfg(target_os = "linux")]
mod exchange;
mod fresh;
mod in_place;
mod stream;
mod target;
#[cfg(all(test, target_os = "linux"))]
mod tests;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub use stream::WholeFile;
use target::Target;

/// What stands before every hidden name.
const HIDDEN: &str = ".zonewerk-";

/// Writes a file whole or not at all. A file that is replaced keeps its mode and, where that is
/// allowed, its owner. A symbolic link stays, and the file that it leads to is written.
///
/// # Errors
/// When the folder cannot be written in, or what stands there is read-only or no file; the old
/// file is then as it was.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = Target::of(path)?;
    in_place::tidy(folder_of(&target.path));
    in_place::write_one(&target, bytes)
}

/// Writes several files in a folder as one set, and makes the folder where it is absent.
///
/// # Errors
/// When the folder cannot be written in, or one of the files is a link, read-only or no file; the
/// old files are then as they were.
pub fn write_all(folder: &Path, files: &[(&str, Vec<u8>)]) -> io::Result<()> {
    write_folder(folder, files, &[]).map(drop)
}

/// The same, and takes away which of the files named `stale` are there; their names come back.
/// Other files and folders of the folder stay as they are.
///
/// # Errors
/// When the folder cannot be written in, or one of the files is a link, read-only or no file; the
/// old files are then as they were.
pub fn write_folder(folder: &Path, files: &[(&str, Vec<u8>)], stale: &[&str]) -> io::Result<Vec<String>> {
    let set: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    check_folder(folder, files.iter().map(|(name, _)| *name))?;
    tidy(folder);
    let there = |name: &&&str| fs::symlink_metadata(folder.join(name)).is_ok_and(|there| !there.is_dir());
    let is_written = |name: &str| files.iter().any(|(written, _)| *written == name);
    let mut gone: Vec<&str> = stale.iter().filter(there).copied().filter(|name| !is_written(name)).collect();
    gone.sort_unstable();
    gone.dedup();
    replace(folder, &set, &gone)?;
    Ok(gone.into_iter().map(str::to_owned).collect())
}

#[cfg(target_os = "linux")]
fn replace(folder: &Path, files: &[(&str, &[u8])], gone: &[&str]) -> io::Result<()> {
    match exchange::replace(folder, files, gone)? {
        exchange::Replaced::Yes => Ok(()),
        exchange::Replaced::CannotExchange => in_place::replace(folder, files, gone),
    }
}

#[cfg(not(target_os = "linux"))]
fn replace(folder: &Path, files: &[(&str, &[u8])], gone: &[&str]) -> io::Result<()> {
    in_place::replace(folder, files, gone)
}

/// What is written into one folder, and the names that are taken away.
type OneFolder<'b> = (Vec<(Target, &'b [u8])>, Vec<String>);

/// Writes several files in any folders, which are there. None is replaced before all are on the
/// disk, and the files of one folder, with those that `gone` takes away, are one set.
///
/// # Errors
/// With the first file that cannot be written.
pub fn write_set<'b>(
    files: impl IntoIterator<Item = (PathBuf, &'b [u8])>,
    gone: impl IntoIterator<Item = PathBuf>,
) -> Result<(), (PathBuf, io::Error)> {
    let mut folders: BTreeMap<PathBuf, OneFolder<'b>> = BTreeMap::new();
    for (path, bytes) in files {
        let target = Target::of(&path).map_err(|error| (path.clone(), error))?;
        folders.entry(folder_of(&target.path).to_owned()).or_default().0.push((target, bytes));
    }
    for path in gone {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        folders.entry(folder_of(&path).to_owned()).or_default().1.push(name);
    }
    let mut staged = Vec::new();
    for (folder, (files, gone)) in &folders {
        in_place::tidy(folder);
        let first = files.first().map_or_else(|| folder.clone(), |(target, _)| target.path.clone());
        staged.push(in_place::Staged::new(folder, files, gone).map_err(|error| (first, error))?);
    }
    for set in staged {
        let folder = set.folder.clone();
        set.publish().map_err(|error| (folder, error))?;
    }
    Ok(())
}

/// Whether a file can be written: what stands there is a file that may be replaced, or a link to
/// one, or nothing.
///
/// # Errors
/// When it cannot, with what to do.
pub fn check_file(path: &Path) -> io::Result<()> {
    Target::of(path).map(drop)
}

/// Whether the files of a set can be written in a folder.
///
/// # Errors
/// With the first that cannot, and what to do.
pub fn check_folder<'a>(folder: &Path, names: impl IntoIterator<Item = &'a str>) -> io::Result<()> {
    for name in names {
        let path = folder.join(name);
        let refused = |why: String| io::Error::other(format!("{name}: {why}"));
        let link = fs::symlink_metadata(&path).is_ok_and(|there| there.is_symlink());
        if link {
            return Err(refused("it is a symbolic link: remove it, or give another folder".to_owned()));
        }
        Target::of(&path).map_err(|error| refused(error.to_string()))?;
    }
    Ok(())
}

/// Takes away what a killed run left in a folder or beside it, and brings to an end what it
/// broke off. What belongs to a run that is at work is left alone.
pub fn tidy(folder: &Path) {
    #[cfg(target_os = "linux")]
    exchange::tidy(folder);
    in_place::tidy(folder);
}

/// The folder that a file stands in.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
