//! Files that are replaced where they stand: one file in one step; a set as a hidden folder that
//! is complete before the first old file goes.

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::fresh::{Fresh, named};
use super::target::Target;
use super::{HIDDEN, calls, folder_of};

/// In a complete set, the names of the files that go and have no successor, one a line.
const GONE: &str = ".gone";

/// Replaces one file.
pub(super) fn write_one(target: &Target, bytes: &[u8]) -> io::Result<()> {
    Ready::new(target, bytes)?.publish(target)
}

/// The content of one file, on the disk: without a name where the file system has such files.
enum Ready {
    Unnamed(Fresh),
    Named { hidden: PathBuf, held: Option<File> },
}

impl Ready {
    fn new(target: &Target, bytes: &[u8]) -> io::Result<Self> {
        let folder = folder_of(&target.path);
        if let Ok(fresh) = Fresh::unnamed(folder, bytes, |file| target.dress(file)) {
            return Ok(Self::Unnamed(fresh));
        }
        let (hidden, held) = free_name(folder, "file", |path| named(path, bytes, |file| target.dress(file)))?;
        Ok(Self::Named { hidden, held: Some(held) })
    }

    fn publish(mut self, target: &Target) -> io::Result<()> {
        if let Self::Unnamed(fresh) = &self {
            if target.old.is_none() && fresh.name(&target.path).is_ok() {
                return Ok(());
            }
            let name = |path: &Path| fresh.lock().and_then(|()| fresh.name(path));
            let (hidden, ()) = free_name(folder_of(&target.path), "file", name)?;
            return calls::rename(&hidden, &target.path).inspect_err(|_| drop(fs::remove_file(&hidden)));
        }
        let Self::Named { hidden, held } = &mut self else { return Ok(()) };
        let _held = held.take();
        calls::rename(hidden, &target.path)
    }
}

impl Drop for Ready {
    /// What was not published goes.
    fn drop(&mut self) {
        if let Self::Named { hidden, .. } = self {
            let _ = fs::remove_file(hidden);
        }
    }
}

/// Does something with a hidden name that nothing has yet.
pub(super) fn free_name<T>(
    folder: &Path,
    kind: &str,
    mut make: impl FnMut(&Path) -> io::Result<T>,
) -> io::Result<(PathBuf, T)> {
    for number in 0.. {
        let path = folder.join(format!("{HIDDEN}{kind}-{}-{number}", std::process::id()));
        match make(&path) {
            Ok(made) => return Ok((path, made)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists && number < 1000 => {}
            // What was begun under this name is ours.
            Err(error) => {
                if error.kind() != ErrorKind::AlreadyExists {
                    let _ = fs::remove_file(&path);
                }
                return Err(error);
            }
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

/// Replaces the set of a folder, where the folder cannot be exchanged.
pub(super) fn replace(folder: &Path, files: &[(&str, &[u8])], gone: &[&str]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let targets = files.iter().map(|(name, bytes)| Ok((Target::of(&folder.join(name))?, *bytes)));
    let targets = targets.collect::<io::Result<Vec<_>>>()?;
    let gone: Vec<String> = gone.iter().map(|&name| name.to_owned()).collect();
    Staged::new(folder, &targets, &gone)?.publish()
}

/// Files of one folder, on the disk and not yet in their places.
pub(super) struct Staged<'a> {
    pub(super) folder: PathBuf,
    content: Content<'a>,
}

enum Content<'a> {
    One(&'a Target, Ready),
    Set(Part),
}

impl<'a> Staged<'a> {
    /// Writes them out of sight.
    pub(super) fn new(folder: &Path, files: &'a [(Target, &'a [u8])], gone: &[String]) -> io::Result<Self> {
        let folder = folder.to_owned();
        if let ([(target, bytes)], []) = (files, gone) {
            return Ok(Self { folder, content: Content::One(target, Ready::new(target, bytes)?) });
        }
        let (hidden, ()) = free_name(&folder, "part", calls::make_folder)?;
        let part = Part { _held: hold(&hidden), hidden };
        for (target, bytes) in files {
            let name = target.path.file_name().unwrap_or_default();
            named(&part.hidden.join(name), bytes, |file| target.dress(file))?;
        }
        named(&part.hidden.join(GONE), gone.join("\n").as_bytes(), |_| Ok(()))?;
        Ok(Self { folder, content: Content::Set(part) })
    }

    /// Puts them in their places.
    pub(super) fn publish(self) -> io::Result<()> {
        match self.content {
            Content::One(target, ready) => ready.publish(target),
            Content::Set(set) => {
                let (complete, ()) = free_name(&self.folder, "set", |path| match path.exists() {
                    true => Err(ErrorKind::AlreadyExists.into()),
                    false => calls::rename(&set.hidden, path),
                })?;
                let _ = File::open(&self.folder).and_then(|folder| folder.sync_all());
                finish(&self.folder, &complete)
            }
        }
    }
}

/// The hidden folder of a set, and the lock that says that it is somebody's.
struct Part {
    hidden: PathBuf,
    _held: Option<File>,
}

impl Drop for Part {
    /// What was not published goes.
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.hidden);
    }
}

fn hold(folder: &Path) -> Option<File> {
    let held = File::open(folder).ok()?;
    held.try_lock().ok()?;
    Some(held)
}

/// Puts the files of a complete set in their places: the old ones go before the first new one
/// comes. Can be done again from any point where it was broken off.
fn finish(folder: &Path, complete: &Path) -> io::Result<()> {
    let gone = fs::read_to_string(complete.join(GONE)).unwrap_or_default();
    let mut names: Vec<_> = fs::read_dir(complete)?.flatten().map(|entry| entry.file_name()).collect();
    names.retain(|name| name != GONE);
    names.sort();
    let is_name = |name: &&str| Path::new(name).file_name().is_some_and(|own| own == *name);
    let old = names.iter().map(PathBuf::from).chain(gone.lines().filter(is_name).map(PathBuf::from));
    for name in old {
        match calls::remove_file(&folder.join(name)) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    for name in names {
        calls::rename(&complete.join(&name), &folder.join(&name))?;
    }
    let _ = calls::remove_file(&complete.join(GONE));
    calls::remove_folder(complete)
}

/// Takes away what killed runs left in a folder, and brings to an end what they broke off.
pub(super) fn tidy(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        let name = name.to_string_lossy();
        let Some(left) = name.strip_prefix(HIDDEN) else { continue };
        let is_left = |path: &Path| File::open(path).is_ok_and(|held| held.try_lock().is_ok());
        if !fs::symlink_metadata(&path).is_ok_and(|there| !there.is_symlink() && is_own(&there)) {
            continue;
        }
        match left.split_once('-') {
            Some(("file", _)) if is_left(&path) => drop(fs::remove_file(&path)),
            Some(("part", _)) if is_left(&path) => drop(fs::remove_dir_all(&path)),
            Some(("set", _)) if is_left(&path) => drop(finish(folder, &path)),
            _ => {}
        }
    }
}

/// Whether a file is ours. In a folder that several people write in, somebody else's hidden name
/// must not say what we do.
#[cfg(unix)]
pub(super) fn is_own(there: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    there.uid() == rustix::process::geteuid().as_raw()
}

#[cfg(not(unix))]
pub(super) fn is_own(_: &Metadata) -> bool {
    true
}
