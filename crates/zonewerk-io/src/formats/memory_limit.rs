//! How large a file may become in memory.
//!
//! Most formats take as much as the file has, times a factor. Where a file can name one thing
//! many times over (the arcs of TopoJSON), or each feature brings a column that all others then
//! have blank (JSON), a small file could ask for more memory than any machine has.

use crate::formats::csv_table::problem;
use crate::{InputPlace, InputProblem, InputProblems};
use zonewerk_core::layer::{Attribute, Position};

/// Bytes of memory that every file may take, however small it is.
const ANY_FILE: usize = 1 << 27;

/// Bytes of memory for each byte of a file. A dense map takes less than a tenth of it.
const TIMES: usize = 64;

/// The memory that is left for a file.
pub(crate) struct MemoryLimit {
    file: String,
    length: usize,
    left: usize,
}

impl MemoryLimit {
    /// That of a file of so many bytes.
    pub(crate) fn of(file: &str, length: usize) -> Self {
        Self { file: file.to_owned(), length, left: length.saturating_mul(TIMES).saturating_add(ANY_FILE) }
    }

    /// Takes room for attributes.
    ///
    /// # Errors
    /// When there is not enough: then what the file asks for.
    pub(crate) fn attributes(&mut self, columns: usize, feature: usize) -> Result<(), InputProblems> {
        let taken = self.take::<Attribute>(columns);
        taken.ok_or_else(|| {
            let found =
                format!("{columns} columns by feature {feature}, most of them blank in most features");
            self.too_large(&found, "features with the same properties").into()
        })
    }

    /// Takes room for positions.
    ///
    /// # Errors
    /// When there is not enough: then what the file asks for.
    pub(crate) fn positions(&mut self, positions: usize, feature: usize) -> Result<(), InputProblems> {
        let taken = self.take::<Position>(positions);
        taken.ok_or_else(|| {
            let found = format!("arcs that are walked again and again, up to geometry {feature}");
            self.too_large(&found, "each arc in two geometries at most, one on each side of a border").into()
        })
    }

    fn take<T>(&mut self, things: usize) -> Option<()> {
        self.left = self.left.checked_sub(things.checked_mul(size_of::<T>())?)?;
        Some(())
    }

    fn too_large(&self, found: &str, expected: &str) -> InputProblem {
        let found = format!("{} bytes that become too many in memory ({found})", self.length);
        problem("expands-too-much", &self.file, InputPlace::File, &found, expected)
    }
}
