use super::cover::Claim;
use super::field::Choice;
use super::steps::Question;
use crate::zones::{Nesting, WeakStraddles};
use zonewerk_core::territory::UnitId;

/// What zones may claim: first a zone of the base plan to continue, then a group to straddle
/// that one zone may, then one to straddle for nothing.
pub(super) struct Claims<'a> {
    heirs: usize,
    nesting: Nesting<'a>,
    weak: WeakStraddles,
}

impl<'a> Claims<'a> {
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

    /// What a zone of these units (ascending) claims, ascending.
    pub(super) fn of_choice(&self, choice: Choice, zone: &[UnitId]) -> Vec<Claim> {
        let claim = |number: usize| Claim::try_from(number).expect("fewer than 2^32 claims");
        let mut claims: Vec<Claim> = choice.heir.into_iter().collect();
        if self.nesting.weak_groups() > 0 {
            claims.extend(
                self.nesting.weakly_straddled(zone).into_iter().map(|group| claim(self.heirs + group)),
            );
        }
        if choice.free > 0 {
            let straddled = self.weak.of_zone(zone).into_iter().enumerate();
            let free = straddled.filter(|(place, _)| choice.free >> place & 1 == 1);
            let before = self.heirs + self.nesting.weak_groups();
            claims.extend(free.map(|(_, straddled)| claim(before + straddled.group)));
        }
        claims
    }
}
