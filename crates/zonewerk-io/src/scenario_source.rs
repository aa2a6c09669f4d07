use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use sha2::{Digest, Sha256};

use crate::embedded_files;
use crate::formats::csv_table::problem;
use crate::{InputFile, InputPlace, InputProblems, read_file};

/// Where the files of a scenario come from. Keeps account of what was read.
#[derive(Debug)]
pub(crate) struct Source {
    folder: Folder,
    read: Mutex<Vec<(String, Hash)>>,
}

#[derive(Clone, Debug)]
enum Folder {
    /// The files that are part of the program.
    Embedded,
    /// A folder on disk.
    Disk(PathBuf),
    /// One file in memory.
    Memory(Arc<Vec<u8>>),
}

impl Source {
    /// The files that are part of the program.
    pub(crate) fn embedded() -> Self {
        Self { folder: Folder::Embedded, read: Mutex::default() }
    }

    /// Files beside this one.
    pub(crate) fn beside(file: &Path) -> Self {
        let folder = file.parent().unwrap_or(Path::new("")).to_owned();
        Self { folder: Folder::Disk(folder), read: Mutex::default() }
    }

    /// A single file, whatever its name.
    pub(crate) fn memory(bytes: &[u8]) -> Self {
        Self { folder: Folder::Memory(Arc::new(bytes.to_vec())), read: Mutex::default() }
    }

    /// The bytes of a file that need not be there.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    pub(crate) fn optional(&self, name: &str) -> Result<Option<Arc<Vec<u8>>>, InputProblems> {
        match &self.folder {
            Folder::Disk(folder) if folder.join(name).exists() => self.bytes(name).map(Some),
            _ => Ok(None),
        }
    }

    /// The bytes of a file, named as in the scenario.
    ///
    /// # Errors
    /// When there is no such file, or it cannot be read.
    pub(crate) fn bytes(&self, name: &str) -> Result<Arc<Vec<u8>>, InputProblems> {
        let folder = match &self.folder {
            Folder::Embedded => return self.built_in(name),
            Folder::Disk(folder) => folder,
            Folder::Memory(bytes) => {
                self.record(name, bytes);
                return Ok(Arc::clone(bytes));
            }
        };
        let path = folder.join(name);
        let bytes = read_file(&path).map_err(|error| {
            let shown = path.display().to_string();
            let found = error.to_string();
            InputProblems::from(problem(
                "missing-file",
                &shown,
                InputPlace::File,
                &found,
                "a file that can be read",
            ))
        })?;
        let bytes = Arc::new(bytes);
        self.record(name, &bytes);
        Ok(bytes)
    }

    /// The bytes of a file that is part of the program, wherever the others come from.
    pub(crate) fn built_in(&self, name: &str) -> Result<Arc<Vec<u8>>, InputProblems> {
        let bytes = embedded_files::file(name).map(|bytes| Arc::new(bytes.to_vec())).ok_or_else(|| {
            let found = "no such built-in file";
            InputProblems::from(problem(
                "missing-file",
                name,
                InputPlace::File,
                found,
                "a file of the program",
            ))
        })?;
        self.record(name, &bytes);
        Ok(bytes)
    }

    /// Takes account of a file; what is long is hashed beside the reading of it.
    fn record(&self, name: &str, bytes: &Arc<Vec<u8>>) {
        const LONG: usize = 1 << 18;
        let beside = || {
            let bytes = Arc::clone(bytes);
            thread::Builder::new().spawn(move || sha256(&bytes)).ok()
        };
        let running = if bytes.len() < LONG { None } else { beside() };
        let hash = running.map_or_else(|| Hash::Known(sha256(bytes)), Hash::Running);
        self.read.lock().unwrap_or_else(PoisonError::into_inner).push((name.to_owned(), hash));
    }

    /// Every file that was read, once, in the order of first reading.
    pub(crate) fn inputs(&self) -> Vec<InputFile> {
        let mut inputs: Vec<InputFile> = Vec::new();
        let mut seen = BTreeSet::new();
        for (name, hash) in self.read.lock().unwrap_or_else(PoisonError::into_inner).iter_mut() {
            let input = InputFile { name: name.clone(), sha256: hash.known() };
            if seen.insert((input.name.clone(), input.sha256.clone())) {
                inputs.push(input);
            }
        }
        inputs
    }
}

/// The hash of a file, in hexadecimal.
#[derive(Debug)]
enum Hash {
    Known(String),
    Running(JoinHandle<String>),
}

impl Hash {
    fn known(&mut self) -> String {
        if let Self::Running(_) = self {
            let Self::Running(running) = std::mem::replace(self, Self::Known(String::new())) else {
                unreachable!("it was running");
            };
            *self = Self::Known(running.join().expect("hashing bytes cannot fail"));
        }
        match self {
            Self::Known(hash) => hash.clone(),
            Self::Running(_) => unreachable!("it was waited for"),
        }
    }
}

/// SHA-256 of some bytes, in hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
