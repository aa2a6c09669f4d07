//! A folder of results is replaced by exchanging it with one that is made out of sight, so that
//! a run that is killed at any moment leaves the old set or the new one.
//!
//! Beside the folder P a hidden folder H is filled: with the new files, and with one more name of
//! every other file of P (a symbolic link for what cannot have two names, such as a folder). Then
//! P and H change places in one call, and P shows the new set. The folder that was P is brought
//! to the same state, and a second exchange puts it back: who stands in the folder, watches it or
//! gave it rights of its own keeps it. The name of H has the number (inode) of the folder that
//! was P first, so that a later run knows which of the two it finds; the names of the set are in a
//! hidden file beside it until all is done.
//!
//! Others may save files in P meanwhile. Of the folder that was P only names of the set change,
//! and what others saved in the other one goes over.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind};
use std::os::unix::fs::MetadataExt;
use std::path::{Component, Path, PathBuf};

use super::calls;
use super::fresh::{Fresh, named};
use super::in_place::is_own;
use super::target::{Target, dress};
use super::{HIDDEN, folder_of};

/// A folder with more other files than these is not exchanged: to give each a second name would
/// take longer than to replace the set.
const MOST_OTHERS: usize = 10_000;

/// What came of it.
pub(super) enum Replaced {
    Yes,
    /// The folder is as it was, and is none that can be exchanged.
    CannotExchange,
}

pub(super) fn replace(folder: &Path, files: &[(&str, &[u8])], gone: &[&str]) -> io::Result<Replaced> {
    loop {
        match fs::canonicalize(folder) {
            Ok(found) => {
                let held = File::open(&found)?;
                let _ = held.lock();
                // Another run may have exchanged it meanwhile.
                if fs::metadata(&found).is_ok_and(|now| is_same(&now, &held.metadata().ok())) {
                    return Ok(replace_held(&found, &held.metadata()?, files, gone));
                }
            }
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            Err(_) if fs::symlink_metadata(folder).is_ok() => {
                return Err(io::Error::other("it is a symbolic link that leads to nothing"));
            }
            Err(_) => match make(folder, files) {
                Ok(()) => return Ok(Replaced::Yes),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(_) => return Ok(Replaced::CannotExchange),
            },
        }
    }
}

fn is_same(one: &Metadata, other: &Option<Metadata>) -> bool {
    other.as_ref().is_some_and(|other| (one.dev(), one.ino()) == (other.dev(), other.ino()))
}

fn replace_held(folder: &Path, was: &Metadata, files: &[(&str, &[u8])], gone: &[&str]) -> Replaced {
    let (Some(parent), Some(name)) = (folder.parent(), folder.file_name()) else {
        return Replaced::CannotExchange;
    };
    let beside = |kind: &str| {
        let mut hidden = OsString::from(format!("{HIDDEN}{kind}-{}-", was.ino()));
        hidden.push(name);
        parent.join(hidden)
    };
    let (hidden, list) = (beside("old"), beside("names"));
    let names: Names =
        files.iter().map(|(name, _)| *name).chain(gone.iter().copied()).map(Into::into).collect();
    let cannot = |known: &Known| {
        empty(&hidden, folder, &names, Some(known));
        let _ = calls::remove_file(&list);
        Replaced::CannotExchange
    };
    let mut known = Known::new();
    // Locked before it is seen, and until all is done.
    let Ok(_held) = fill((folder, &hidden, &list), was, files, &names, &mut known) else {
        return cannot(&known);
    };
    if calls::exchange(folder, &hidden).is_err() {
        return cannot(&known);
    }
    // The new set is in its place. What is left to do, a later run does too. Nothing waits for the
    // disk before the hidden name is gone: file systems keep the order of such calls.
    let settled = settle(folder, &hidden, &names, Some(&known));
    let _ = settled
        .and_then(|()| calls::remove_file(&list))
        .and_then(|()| sync(folder))
        .and_then(|()| sync(parent));
    Replaced::Yes
}

/// Names of the set: of what is written, and of what goes.
type Names = BTreeSet<OsString>;

/// Device and number of what was put into the hidden folder for the other files.
type Known = BTreeSet<(u64, u64)>;

fn number(of: &Metadata) -> (u64, u64) {
    (of.dev(), of.ino())
}

/// Fills the hidden folder with all that the folder is to hold.
fn fill(
    (folder, hidden, list): (&Path, &Path, &Path),
    was: &Metadata,
    files: &[(&str, &[u8])],
    names: &Names,
    known: &mut Known,
) -> io::Result<File> {
    let unnamed = unnamed(folder, files);
    let lines: Vec<&str> = names.iter().filter_map(|name| name.to_str()).collect();
    named(list, lines.join("\n").as_bytes(), |_| Ok(()))?;
    calls::make_folder(hidden)?;
    let held = File::open(hidden)?;
    let _ = held.try_lock();
    name_all(hidden, folder, files, unnamed)?;
    // Last, so that others have little time to save what the hidden folder then lacks.
    for other in others(folder, names)? {
        let (from, to) = (folder.join(&other), hidden.join(&other));
        let is_folder = match fs::symlink_metadata(&from) {
            // Somebody took it away meanwhile, such as an editor its temporary file.
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            from => from?.is_dir(),
        };
        if is_folder || calls::link(&from, &to).is_err() {
            calls::link_folder(&leads_back(hidden, &other), &to)?;
        }
        known.insert(number(&fs::symlink_metadata(&to)?));
    }
    dress(&held, was)?;
    Ok(held)
}

/// Every file with its content on the disk and without a name, where the file system has such.
fn unnamed(folder: &Path, files: &[(&str, &[u8])]) -> io::Result<Vec<Fresh>> {
    let fresh = |(name, bytes): &(&str, &[u8])| {
        let target = Target::of(&folder.join(name))?;
        Fresh::unnamed(folder, bytes, |file| target.dress(file))
    };
    files.iter().map(fresh).collect()
}

fn name_all(
    hidden: &Path,
    folder: &Path,
    files: &[(&str, &[u8])],
    unnamed: io::Result<Vec<Fresh>>,
) -> io::Result<()> {
    let unnamed = unnamed.unwrap_or_default();
    for (place, (name, bytes)) in files.iter().enumerate() {
        let path = hidden.join(name);
        if unnamed.get(place).is_none_or(|fresh| fresh.name(&path).is_err()) {
            let target = Target::of(&folder.join(name))?;
            named(&path, bytes, |file| target.dress(file))?;
        }
    }
    Ok(())
}

/// What else the folder holds.
fn others(folder: &Path, names: &Names) -> io::Result<Vec<OsString>> {
    let mut others = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        if !names.contains(&name) {
            others.push(name);
        }
        if others.len() > MOST_OTHERS {
            return Err(io::Error::other("more other files than are worth a second name"));
        }
    }
    Ok(others)
}

/// From the folder's place to an entry of the hidden folder beside it.
fn leads_back(hidden: &Path, entry: &OsStr) -> PathBuf {
    Path::new("..").join(hidden.file_name().unwrap_or_default()).join(entry)
}

/// After the first exchange: the folder that stands hidden gets the new set and what others saved
/// in the one that is seen, and goes back to its place. A later run does not know what was put
/// into the hidden folder: of two files of one name the newer stays.
fn settle(folder: &Path, hidden: &Path, names: &Names, known: Option<&Known>) -> io::Result<()> {
    for name in names {
        let back = hidden.join(name);
        let is_gone = fs::symlink_metadata(folder.join(name)).is_err();
        if is_gone && fs::symlink_metadata(&back).is_ok_and(|there| !there.is_dir()) {
            calls::remove_file(&back)?;
        }
    }
    for entry in fs::read_dir(folder)? {
        let (name, there) = {
            let entry = entry?;
            (entry.file_name(), entry.path())
        };
        let back = hidden.join(&name);
        let Ok(now) = fs::symlink_metadata(&there) else { continue };
        let before = fs::symlink_metadata(&back).ok();
        let is_known = known.is_some_and(|known| known.contains(&number(&now)));
        if is_same(&now, &before) || is_known || is_led_back(&there, hidden) {
            continue;
        }
        if now.is_dir() {
            // In the way may be a folder of that name: then it stays here, and is not removed.
            let _ = calls::rename_to_nothing(&there, &back);
            continue;
        }
        if let Some(before) = before {
            let is_newer = names.contains(&name) || known.is_some() || changed(&now) > changed(&before);
            if before.is_dir() || !is_newer {
                continue;
            }
            calls::remove_file(&back)?;
        }
        match calls::link(&there, &back) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    calls::exchange(folder, hidden)?;
    empty(hidden, folder, names, known);
    Ok(())
}

fn is_led_back(there: &Path, hidden: &Path) -> bool {
    there.file_name().is_some_and(|name| fs::read_link(there).is_ok_and(|to| to == leads_back(hidden, name)))
}

fn changed(of: &Metadata) -> (i64, i64) {
    (of.mtime(), of.mtime_nsec())
}

/// Empties and removes a hidden folder of second names. What others saved in it while it was
/// seen goes over; what cannot, stays.
fn empty(hidden: &Path, folder: &Path, names: &Names, known: Option<&Known>) {
    let Ok(entries) = fs::read_dir(hidden) else { return };
    let there: Known = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.metadata().ok().map(|there| number(&there)))
        .collect();
    for entry in entries.flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        let Ok(now) = entry.metadata() else { continue };
        let place = folder.join(&name);
        let is_second = there.contains(&number(&now))
            || known.is_some_and(|known| known.contains(&number(&now)))
            || is_led_back(&path, hidden);
        let is_older = || fs::symlink_metadata(&place).is_ok_and(|there| changed(&there) >= changed(&now));
        let _ = if now.is_dir() {
            calls::rename_to_nothing(&path, &place)
        } else if names.contains(&name) || is_second || is_older() {
            calls::remove_file(&path)
        } else {
            calls::rename(&path, &place)
        };
    }
    let _ = calls::remove_folder(hidden);
}

/// Makes a folder with its files in one step; the folders above it too, where they are absent.
fn make(folder: &Path, files: &[(&str, &[u8])]) -> io::Result<()> {
    let (above, missing) = split(folder)?;
    let [first, inner @ ..] = missing.as_slice() else { return Err(ErrorKind::AlreadyExists.into()) };
    let unnamed: io::Result<Vec<Fresh>> =
        files.iter().map(|(_, bytes)| Fresh::unnamed(&above, bytes, |_| Ok(()))).collect();
    let mut name = OsString::from(format!("{HIDDEN}new-{}-", std::process::id()));
    name.push(first);
    let hidden = above.join(name);
    calls::make_folder(&hidden)?;
    let made = (|| {
        let held = File::open(&hidden)?;
        let _ = held.try_lock();
        let mut inside = hidden.clone();
        for part in inner {
            inside.push(part);
            calls::make_folder(&inside)?;
        }
        name_all(&inside, &inside, files, unnamed)?;
        let place = above.join(first);
        calls::rename_to_nothing(&hidden, &place).or_else(|error| match error.raw_os_error() {
            // The file system knows no such renaming.
            Some(code) if code == rustix::io::Errno::INVAL.raw_os_error() => calls::rename(&hidden, &place),
            _ => Err(error),
        })
    })();
    match &made {
        Ok(()) => {
            let _ = sync(folder).and_then(|()| sync(&above));
        }
        Err(_) => drop(fs::remove_dir_all(&hidden)),
    }
    made
}

/// The deepest folder above that is there, and the names of those that are not.
fn split(folder: &Path) -> io::Result<(PathBuf, Vec<OsString>)> {
    let mut above = std::path::absolute(folder)?;
    let mut missing = Vec::new();
    while fs::symlink_metadata(&above).is_err() {
        match above.components().next_back() {
            Some(Component::Normal(name)) => missing.push(name.to_owned()),
            _ => return Err(io::Error::other("a folder that leads over one that is not there")),
        }
        above.pop();
    }
    missing.reverse();
    Ok((fs::canonicalize(above)?, missing))
}

fn sync(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Takes away what killed runs left beside the folder, and brings to an end what they broke off.
pub(super) fn tidy(folder: &Path) {
    let Ok((above, missing)) = split(folder) else { return };
    if missing.is_empty() {
        // Held against a run that is at work on it.
        if let (Some(parent), Ok(held)) = (above.parent(), File::open(&above))
            && held.try_lock().is_ok()
            && fs::metadata(&above).is_ok_and(|now| is_same(&now, &held.metadata().ok()))
        {
            tidy_beside(parent, &above);
        }
    } else {
        let place = missing.iter().fold(above.clone(), |place, part| place.join(part));
        tidy_beside(folder_of(&place), &place);
        tidy_beside(&above, &place);
    }
}

fn tidy_beside(parent: &Path, folder: &Path) {
    let Ok(entries) = fs::read_dir(parent) else { return };
    let own_name = folder.file_name().unwrap_or_default().to_string_lossy();
    for entry in entries.flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        let name = name.to_string_lossy();
        let Some(left) = name.strip_prefix(HIDDEN) else { continue };
        let Ok(there) = fs::symlink_metadata(&path) else { continue };
        if !there.is_dir() || !is_own(&there) {
            continue;
        }
        if left.starts_with("new-") {
            let is_left = File::open(&path).is_ok_and(|held| held.try_lock().is_ok());
            if is_left {
                let _ = fs::remove_dir_all(&path);
            }
        } else if let Some((number, of)) = left.strip_prefix("old-").and_then(|left| left.split_once('-'))
            && of == own_name
        {
            let list = parent.join(format!("{HIDDEN}names-{number}-{of}"));
            let names = listed(&list);
            match (number.parse() == Ok(there.ino()), fs::symlink_metadata(folder)) {
                (true, Ok(_)) => drop(settle(folder, &path, &names, None)),
                // The user removed the new set; the other files of the folder are in the old one.
                (true, Err(_)) => drop(calls::rename(&path, folder)),
                (false, _) => empty(&path, folder, &names, None),
            }
        }
    }
    remove_lists(parent, &own_name);
}

/// The names of the set that a killed run was to write.
fn listed(list: &Path) -> Names {
    match fs::symlink_metadata(list) {
        Ok(there) if there.is_file() && is_own(&there) => {
            fs::read_to_string(list).unwrap_or_default().lines().map(OsString::from).collect()
        }
        _ => Names::new(),
    }
}

/// Removes the lists whose hidden folder is gone.
fn remove_lists(parent: &Path, own_name: &str) {
    for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let Some(left) = name.strip_prefix(HIDDEN).and_then(|left| left.strip_prefix("names-")) else {
            continue;
        };
        let is_ours = left.split_once('-').is_some_and(|(_, of)| of == own_name)
            && entry.metadata().is_ok_and(|there| there.is_file() && is_own(&there));
        if is_ours && fs::symlink_metadata(parent.join(format!("{HIDDEN}old-{left}"))).is_err() {
            let _ = calls::remove_file(&entry.path());
        }
    }
}
