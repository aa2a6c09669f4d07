use std::cell::RefCell;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::embedded;
use super::table::problem;
use super::{InputFile, InputProblems, Place};

/// Where the files of a scenario come from. Keeps account of what was read.
pub(super) struct Source {
    folder: Folder,
    read: RefCell<Vec<InputFile>>,
}

enum Folder {
    /// The files that are part of the program.
    Embedded,
    /// A folder on disk.
    Disk(PathBuf),
    /// One file in memory.
    Memory(Vec<u8>),
}

impl Source {
    /// The files that are part of the program.
    pub(super) fn embedded() -> Self {
        Self { folder: Folder::Embedded, read: RefCell::default() }
    }

    /// Files beside this one.
    pub(super) fn beside(file: &Path) -> Self {
        let folder = file.parent().unwrap_or(Path::new("")).to_owned();
        Self { folder: Folder::Disk(folder), read: RefCell::default() }
    }

    /// A single file, whatever its name.
    pub(super) fn memory(bytes: &[u8]) -> Self {
        Self { folder: Folder::Memory(bytes.to_vec()), read: RefCell::default() }
    }

    /// The bytes of a file that need not be there.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    pub(super) fn optional(&self, name: &str) -> Result<Option<Vec<u8>>, InputProblems> {
        match &self.folder {
            Folder::Disk(folder) if folder.join(name).exists() => self.bytes(name).map(Some),
            _ => Ok(None),
        }
    }

    /// The bytes of a file, named as in the scenario.
    ///
    /// # Errors
    /// When there is no such file, or it cannot be read.
    pub(super) fn bytes(&self, name: &str) -> Result<Vec<u8>, InputProblems> {
        let folder = match &self.folder {
            Folder::Embedded => return self.built_in(name),
            Folder::Disk(folder) => folder,
            Folder::Memory(bytes) => {
                self.record(name, bytes);
                return Ok(bytes.clone());
            }
        };
        let path = folder.join(name);
        let bytes = std::fs::read(&path).map_err(|error| {
            let shown = path.display().to_string();
            let found = error.to_string();
            InputProblems::from(problem(
                "missing-file",
                &shown,
                Place::File,
                &found,
                "a file that can be read",
            ))
        })?;
        self.record(name, &bytes);
        Ok(bytes)
    }

    /// The bytes of a file that is part of the program, wherever the others come from.
    pub(super) fn built_in(&self, name: &str) -> Result<Vec<u8>, InputProblems> {
        let bytes = embedded::file(name).map(<[u8]>::to_vec).ok_or_else(|| {
            let found = "no such built-in file";
            InputProblems::from(problem("missing-file", name, Place::File, found, "a file of the program"))
        })?;
        self.record(name, &bytes);
        Ok(bytes)
    }

    fn record(&self, name: &str, bytes: &[u8]) {
        let sha256 = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        let input = InputFile { name: name.to_owned(), sha256 };
        let mut read = self.read.borrow_mut();
        if !read.contains(&input) {
            read.push(input);
        }
    }

    /// Every file that was read, once, in the order of first reading.
    pub(super) fn inputs(&self) -> Vec<InputFile> {
        self.read.borrow().clone()
    }
}
