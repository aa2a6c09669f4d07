use super::part_labels::PartLabels;
use crate::territory::{CodeReading, Merger, Unit, UnitCode};

/// What a translation did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TranslationAccount {
    /// Units of the table that are the same in both layouts, or were in the new one already.
    pub kept: usize,
    /// The mergers that were applied to the table, in ascending order of new code.
    pub applied: Vec<Merger>,
    /// How codes were read that are old and new at once.
    pub readings: Vec<CodeReading>,
    /// What the new layout cannot say, in ascending order of unit.
    pub conflicts: Vec<TranslationConflict>,
}

/// What the new layout cannot say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TranslationConflict {
    /// A unit that does not lie whole in one zone.
    Divided(DividedUnit),
    /// A group that holds part of a unit.
    Partial(PartialMember),
}

/// A unit of the new layout of which the old plan assigns the pieces differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DividedUnit {
    /// Code of the unit.
    pub code: UnitCode,
    /// Its name.
    pub name: String,
    /// What it was made of, each with its zone, in ascending order of old code and part.
    pub pieces: Vec<(OldUnitPart, Option<String>)>,
    /// The zone with most of its inhabitants, the first by name of equals; `None` where
    /// those of a piece are not known.
    pub largest: Option<String>,
    /// Inhabitants that come into the largest zone when it takes the whole unit: those of
    /// the pieces that lie elsewhere or nowhere.
    pub moved: Option<u64>,
}

/// A group that holds part of a unit of the new layout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartialMember {
    /// Name of the group.
    pub group: String,
    /// Code of the unit.
    pub code: UnitCode,
    /// Its name.
    pub name: String,
    /// The pieces of the unit that the group holds, in ascending order of old code and part.
    pub holds: Vec<OldUnitPart>,
    /// The old units of which it holds nothing.
    pub lacks: Vec<Unit>,
}

/// An old unit, or part of one, as a part of the unit that it merged into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OldUnitPart {
    /// Code of the old unit.
    pub code: UnitCode,
    /// What the piece is called in the new table: the old unit's name, or that of its
    /// part, more where that would not tell it from the others.
    pub label: String,
    /// Inhabitants, where known.
    pub population: Option<u64>,
}

impl OldUnitPart {
    pub(super) fn new(unit: &Unit, part: Option<&str>, population: Option<u64>, labels: &PartLabels) -> Self {
        Self { code: unit.code.clone(), label: labels.of(unit, part), population }
    }
}
