use super::UnitCode;

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
    /// Codes of the units that merged, in ascending order, two or more.
    pub old_codes: Vec<UnitCode>,
}
