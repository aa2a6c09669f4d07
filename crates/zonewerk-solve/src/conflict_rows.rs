//! Conflict rows: what at most one zone of a plan may have, each a row `sum of columns <= 1` of the cover.

use super::candidate_pool::CandidateColumn;
use super::cover::ConflictRow;
use super::objective_steps::Question;
use crate::zones::{Nesting, WeakStraddles};
use zonewerk_core::territory::UnitId;

/// The conflict rows of a question: first one for each zone of the base plan (one zone continues it), then
/// one for each group that one zone may straddle, then one for each group that one zone may straddle
/// without a penalty.
pub(super) struct ConflictRows<'a> {
    heirs: usize,
    nesting: Nesting<'a>,
    weak: WeakStraddles,
}

impl<'a> ConflictRows<'a> {
    pub(super) fn of(question: Question<'a>, heirs: usize) -> Self {
        let Question { territory, problem, requirements, .. } = question;
        Self {
            heirs,
            nesting: Nesting::new(territory, requirements),
            weak: WeakStraddles::new(territory, problem),
        }
    }

    pub(super) fn number(&self) -> usize {
        self.heirs + self.nesting.weak_groups() + self.weak.groups()
    }

    /// The conflict rows of a column whose zone has these units (ascending), ascending.
    pub(super) fn of_choice(&self, choice: CandidateColumn, zone: &[UnitId]) -> Vec<ConflictRow> {
        let conflict_row =
            |number: usize| ConflictRow::try_from(number).expect("fewer than 2^32 conflict_rows");
        let mut conflict_rows: Vec<ConflictRow> = choice.heir.into_iter().collect();
        if self.nesting.weak_groups() > 0 {
            conflict_rows.extend(
                self.nesting.weakly_straddled(zone).into_iter().map(|group| conflict_row(self.heirs + group)),
            );
        }
        if choice.free > 0 {
            let straddled = self.weak.of_zone(zone).into_iter().enumerate();
            let free = straddled.filter(|(place, _)| choice.free >> place & 1 == 1);
            let before = self.heirs + self.nesting.weak_groups();
            conflict_rows.extend(free.map(|(_, straddled)| conflict_row(before + straddled.group)));
        }
        conflict_rows
    }
}
