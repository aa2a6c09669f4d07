use super::UnitId;

/// A table of groups row by row, as it is written: what a [`super::GroupFamily`] is read
/// from, with the columns that only the author of the table knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupTable {
    /// Whether it has a column for parts.
    pub part_column: bool,
    /// Names of the columns that the program does not know.
    pub other_columns: Vec<String>,
    /// The rows, in the order of the table.
    pub rows: Vec<GroupRow>,
}

/// One unit, or part of one, in one group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupRow {
    /// Name of the group.
    pub group: String,
    /// The unit.
    pub unit: UnitId,
    /// The part of it that is meant, in words; `None` is the whole.
    pub part: Option<String>,
    /// What stands in the other columns.
    pub other: Vec<String>,
}
