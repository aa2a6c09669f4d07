use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// What a file may have at most. Whoever has a larger map has it in several files.
const MOST_BYTES: u64 = 4 << 30;

/// The bytes of a file. Pipes, devices and sockets are no files: they can be endless, they can be
/// read once only, and nobody can look later at what was read.
///
/// # Errors
/// When there is no such file, it cannot be read, is no file, or has more than 4 GiB.
pub fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    let there = fs::metadata(path)?;
    is_file(&there)?;
    let file = File::open(path)?;
    let there = file.metadata()?;
    is_file(&there)?;
    let too_large =
        || io::Error::new(ErrorKind::FileTooLarge, "a file of more than 4 GiB; give a smaller one");
    if there.len() > MOST_BYTES {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    let expected = usize::try_from(there.len()).unwrap_or(usize::MAX);
    bytes.try_reserve_exact(expected).map_err(|_| io::Error::from(ErrorKind::OutOfMemory))?;
    // It may have grown since, and files of the system say that they are empty.
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES { Err(too_large()) } else { Ok(bytes) }
}

fn is_file(there: &fs::Metadata) -> io::Result<()> {
    if there.is_dir() {
        return Err(io::Error::new(ErrorKind::IsADirectory, "a folder, not a file"));
    }
    if !there.is_file() {
        return Err(io::Error::other(
            "a pipe, a socket or a device, not a file; write its content to a file and give that",
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_read_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        fs::write(&path, "text").unwrap();
        assert_eq!(read_file(&path).unwrap(), b"text");
        assert!(read_file(folder.path()).unwrap_err().to_string().contains("folder"));
        assert_eq!(read_file(&folder.path().join("b")).unwrap_err().kind(), ErrorKind::NotFound);
        let large = File::create(folder.path().join("large")).unwrap();
        large.set_len(MOST_BYTES + 1).unwrap();
        assert!(read_file(&folder.path().join("large")).unwrap_err().to_string().contains("4 GiB"));
    }

    #[cfg(unix)]
    #[test]
    fn devices_and_sockets_are_refused_without_reading() {
        let folder = tempfile::tempdir().unwrap();
        let socket = folder.path().join("socket");
        let _open = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        for path in [Path::new("/dev/zero"), Path::new("/dev/null"), &socket] {
            let told = read_file(path).unwrap_err().to_string();
            assert!(told.contains("a pipe, a socket or a device"), "{}: {told}", path.display());
        }
    }
}
