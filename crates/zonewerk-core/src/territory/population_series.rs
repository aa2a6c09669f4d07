use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{CodeReading, IdVec, UnitId};

/// Inhabitants of every unit of a territory at several dates: counts, projections, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PopulationSeries {
    /// Per date, the inhabitants of each unit.
    pub counts: BTreeMap<Date, IdVec<UnitId, u64>>,
    /// The mergers whose old units were summed, in the order of
    /// [`Territory::mergers`](super::Territory::mergers).
    pub summed: Vec<SummedMerger>,
    /// Codes that are old and new and were read as the unit after its merger, though the
    /// source has rows from before mergers too; with the dates, ascending.
    pub read_as_new: Vec<(CodeReading, Vec<Date>)>,
}

/// A merger from before which a source has rows, which were summed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummedMerger {
    /// Its place in [`Territory::mergers`](super::Territory::mergers).
    pub merger: usize,
    /// The dates, ascending, one at least.
    pub dates: Vec<Date>,
}
