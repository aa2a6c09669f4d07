//! Every call that changes a name on the disk. In tests each of them can be the last one.

use std::fs::{self, File};
use std::io;
use std::path::Path;

pub(super) fn create(path: &Path) -> io::Result<File> {
    step();
    File::options().write(true).create_new(true).open(path)
}

pub(super) fn make_folder(path: &Path) -> io::Result<()> {
    step();
    fs::create_dir(path)
}

pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    step();
    fs::rename(from, to)
}

pub(super) fn remove_file(path: &Path) -> io::Result<()> {
    step();
    fs::remove_file(path)
}

pub(super) fn remove_folder(path: &Path) -> io::Result<()> {
    step();
    fs::remove_dir(path)
}

#[cfg(target_os = "linux")]
pub(super) use linux::{exchange, link, link_folder, name_unnamed, rename_to_nothing};

#[cfg(target_os = "linux")]
mod linux {
    use std::fs::File;
    use std::io;
    use std::os::fd::AsRawFd;
    use std::path::Path;

    use rustix::fs::{AtFlags, CWD, RenameFlags, linkat, renameat_with};

    use super::step;

    /// One more name of a file, or of a link itself.
    pub(in crate::write) fn link(from: &Path, to: &Path) -> io::Result<()> {
        step();
        Ok(linkat(CWD, from, CWD, to, AtFlags::empty())?)
    }

    /// A symbolic link.
    pub(in crate::write) fn link_folder(leads_to: &Path, path: &Path) -> io::Result<()> {
        step();
        std::os::unix::fs::symlink(leads_to, path)
    }

    pub(in crate::write) fn name_unnamed(file: &File, path: &Path) -> io::Result<()> {
        step();
        let opened = format!("/proc/self/fd/{}", file.as_raw_fd());
        Ok(linkat(CWD, opened, CWD, path, AtFlags::SYMLINK_FOLLOW)?)
    }

    /// Two names change places in one step.
    pub(in crate::write) fn exchange(one: &Path, other: &Path) -> io::Result<()> {
        step();
        Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
    }

    /// Renames where the new name is free.
    pub(in crate::write) fn rename_to_nothing(from: &Path, to: &Path) -> io::Result<()> {
        step();
        Ok(renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE)?)
    }
}

#[cfg(not(all(test, target_os = "linux")))]
fn step() {}

/// In a test's own process: before the call of one number a user saves files; before the call of
/// another the process is ended, as `kill -9` does.
#[cfg(all(test, target_os = "linux"))]
fn step() {
    use std::sync::atomic::{AtomicUsize, Ordering};
    static CALLS: AtomicUsize = AtomicUsize::new(0);
    let Ok(last) = std::env::var("ZONEWERK_TEST_LAST_CALL") else { return };
    let call = CALLS.fetch_add(1, Ordering::SeqCst).to_string();
    if std::env::var("ZONEWERK_TEST_SAVE_CALL").is_ok_and(|save| save == call) {
        super::tests::save(Path::new(&std::env::var("ZONEWERK_TEST_FOLDER").unwrap()));
    }
    if call == last {
        let ended = rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::KILL);
        unreachable!("the process was ended: {ended:?}");
    }
}
