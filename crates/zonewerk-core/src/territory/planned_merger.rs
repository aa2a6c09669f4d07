use jiff::civil::Date;

use super::UnitId;

/// Units that are to become one, and have not yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedMerger {
    /// Name of what they are to become.
    pub name: String,
    /// The units, ascending, each once, two or more.
    pub units: Vec<UnitId>,
    /// How certain it is.
    pub status: MergerStatus,
    /// When it takes effect, where known.
    pub date: Option<Date>,
}

/// How certain a merger is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergerStatus {
    /// Decided: it will be.
    Decided,
    /// Expected: it may be.
    Expected,
}
