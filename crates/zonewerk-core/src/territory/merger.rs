use super::{Unit, UnitCode};

/// Units that became one. The result carries the summed population and the
/// dissolved border of its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merger {
    /// When it took effect, as written in the source (`2025-01-01`).
    pub date: String,
    /// Code of the resulting unit; may equal one of the old codes.
    pub new_code: UnitCode,
    /// Name of the resulting unit.
    pub new_name: String,
    /// The units that merged, as they were, in ascending order of code, two or more.
    pub old_units: Vec<Unit>,
}

impl Merger {
    /// Whether one of the units that merged carried this code.
    pub fn took_in(&self, code: &str) -> bool {
        self.old_units.iter().any(|unit| unit.code.as_str() == code)
    }

    /// Whether the resulting unit carries the code of one that merged.
    pub fn keeps_a_code(&self) -> bool {
        self.took_in(self.new_code.as_str())
    }
}
