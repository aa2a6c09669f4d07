//! Plans and tables of groups from before the mergers of a territory, in its own codes,
//! with an account of what has no equal there: a unit that would lie in several zones, a
//! group that would hold part of a unit. Nothing is decided and nothing left out.

mod group_translation;
mod part_labels;
mod plan_translation;
mod translation_account;

pub use group_translation::translate_groups;
pub use plan_translation::translate_plan;
pub use translation_account::{
    DividedUnit, OldUnitPart, PartialMember, TranslationAccount, TranslationConflict,
};

use crate::territory::{Merger, TableLayout, Territory};

/// The mergers that a translation applies.
fn applied<'a>(territory: &'a Territory, layout: &'a TableLayout) -> impl Iterator<Item = &'a Merger> {
    layout.pending.iter().map(|&place| &territory.mergers[place])
}
