use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// Writes a file whole or not at all.
///
/// # Errors
/// When the folder cannot be written in; the old file is then as it was.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    rename(beside(folder_of(path), bytes)?, path)
}

/// Writes several files in a folder; none is replaced before all are on the disk.
///
/// # Errors
/// When the folder cannot be written in.
pub fn write_all(folder: &Path, files: &[(&str, Vec<u8>)]) -> io::Result<()> {
    let files = files.iter().map(|(name, bytes)| (folder.join(name), bytes.as_slice()));
    write_set(files).map_err(|(_, error)| error)
}

/// Writes several files in any folders; none is replaced before all are on the disk.
///
/// # Errors
/// With the first file that cannot be written.
pub fn write_set<'b>(
    files: impl IntoIterator<Item = (PathBuf, &'b [u8])>,
) -> Result<(), (PathBuf, io::Error)> {
    let mut written = Vec::new();
    for (path, bytes) in files {
        match beside(folder_of(&path), bytes) {
            Ok(file) => written.push((path, file)),
            Err(error) => return Err((path, error)),
        }
    }
    written.into_iter().try_for_each(|(path, file)| rename(file, &path).map_err(|error| (path, error)))
}

/// The folder that a file stands in.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn beside(folder: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    // Made as any new file would be, so that others may read it where they may read those.
    let mut file = tempfile::Builder::new()
        .prefix(".zonewerk-")
        .make_in(folder, |path| File::options().write(true).create_new(true).open(path))?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

fn rename(file: NamedTempFile, path: &Path) -> io::Result<()> {
    file.persist(path).map(drop).map_err(|error| error.error)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn files_are_replaced_whole_and_leave_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        write_all(folder.path(), &[("a", b"one".to_vec()), ("b", b"two".to_vec())]).unwrap();
        write_whole(&folder.path().join("a"), b"three").unwrap();
        let mut names: Vec<_> =
            fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, ["a", "b"]);
        assert_eq!(fs::read(folder.path().join("a")).unwrap(), b"three");
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        assert!(write_all(&folder.path().join("none"), &[("a", Vec::new())]).is_err());
    }
}
