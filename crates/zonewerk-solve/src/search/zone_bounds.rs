//! Bounds on the inhabitants of a zone, as the search computes with them.

use zonewerk_core::problem::PopulationBounds;

/// How many inhabitants a zone may have. No maximum is all inhabitants there are.
#[derive(Clone, Copy, Debug)]
pub(super) struct ZoneBounds {
    pub(super) least: i64,
    pub(super) most: i64,
}

impl ZoneBounds {
    /// Of these bounds, where `everyone` is all inhabitants.
    pub(super) fn new(bounds: PopulationBounds, everyone: i64) -> Self {
        // A minimum above everyone is as far out of reach as one above by one.
        let least = i64::try_from(bounds.minimum()).unwrap_or(i64::MAX).min(everyone.saturating_add(1));
        let most = bounds.maximum().and_then(|most| i64::try_from(most).ok());
        Self { least, most: most.unwrap_or(everyone).min(everyone) }
    }

    /// The same, and no farther from an ideal than so many inhabitants.
    pub(super) fn around(self, ideal: i64, off: u64) -> Self {
        let off = i64::try_from(off).unwrap_or(i64::MAX);
        let least = self.least.max(ideal.saturating_sub(off));
        Self { least, most: self.most.min(ideal.saturating_add(off)) }
    }

    /// By how many inhabitants so many zones with `people` in all are outside.
    pub(super) fn off(self, people: i64, zones: i64) -> i64 {
        (zones * self.least - people).max(people - zones * self.most).max(0)
    }

    /// Whether a zone may have so many.
    pub(super) fn allow(self, people: i64) -> bool {
        (self.least..=self.most).contains(&people)
    }

    /// How many zones so many inhabitants in so many nodes may be, at least and at most; `None`
    /// where sums allow no number.
    pub(super) fn numbers(self, people: i64, nodes: usize) -> Option<[usize; 2]> {
        if self.most <= 0 && people > 0 {
            return None;
        }
        let least = if self.most <= 0 { 1 } else { (people + self.most - 1) / self.most };
        let least = usize::try_from(least).ok()?.max(1);
        let most =
            if self.least <= 0 { nodes } else { usize::try_from(people / self.least).ok()?.min(nodes) };
        (least <= most).then_some([least, most])
    }
}
