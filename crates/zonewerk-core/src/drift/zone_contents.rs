use std::collections::{BTreeMap, BTreeSet};

use super::timeline::{Count, Timeline};
use crate::plan::{Holding, Plan};
use crate::territory::{IdVec, Territory, UnitId, ZoneId};

/// What one zone holds.
#[derive(Clone, Default)]
pub(super) struct ZoneContents {
    /// Units that it holds whole.
    pub whole: BTreeSet<UnitId>,
    /// Units that it holds in part, with the inhabitants of those parts at the date of the
    /// territory's own populations; `None` where some are not known.
    pub parts: BTreeMap<UnitId, Option<u64>>,
}

impl ZoneContents {
    /// What each zone of a plan holds of the units of a territory; what the plan says of
    /// other units and zones is left out.
    pub fn of_zones(plan: &Plan, territory: &Territory) -> IdVec<ZoneId, Self> {
        let mut zones = IdVec::filled(Self::default(), plan.zones.len());
        let has = |zone: &ZoneId| plan.zones.get(*zone).is_some();
        let known = plan.holdings.iter().filter(|(unit, _)| territory.units().get(*unit).is_some());
        for (unit, holding) in known {
            match holding {
                Holding::Whole(zone) if has(zone) => _ = zones[*zone].whole.insert(unit),
                Holding::Shared(shared) => {
                    shared
                        .iter()
                        .filter(|zone| has(zone))
                        .for_each(|zone| _ = zones[*zone].whole.insert(unit));
                }
                Holding::Parts(parts) => {
                    for part in parts.iter().filter(|part| has(&part.zone)) {
                        let people = zones[part.zone].parts.entry(unit).or_insert(Some(0));
                        *people = people.zip(part.population).map(|(sum, more)| sum.saturating_add(more));
                    }
                }
                Holding::Whole(_) | Holding::Unassigned => {}
            }
        }
        zones
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.whole.is_empty() && self.parts.is_empty()
    }

    /// Inhabitants at each date of a timeline; the units of which the part is not known where
    /// that is so.
    pub fn populations(
        &self,
        territory: &Territory,
        timeline: &Timeline,
    ) -> Result<Vec<u64>, BTreeSet<UnitId>> {
        // With nobody in the unit there is nothing that its growth could be measured by.
        let is_known =
            |unit: UnitId, part: Option<u64>| part.is_some() && territory.unit(unit).population > 0;
        let unknown = self.parts.iter().filter(|(unit, part)| !is_known(**unit, **part));
        let unknown: BTreeSet<UnitId> = unknown.map(|(&unit, _)| unit).collect();
        if !unknown.is_empty() {
            return Err(unknown);
        }
        Ok(timeline.counts().map(|count| self.population(territory, count)).collect())
    }

    fn population(&self, territory: &Territory, count: &Count) -> u64 {
        let whole = self.whole.iter().map(|&unit| count.of(unit));
        let parts = self
            .parts
            .iter()
            .map(|(&unit, part)| scaled(part.unwrap_or(0), count.of(unit), territory.unit(unit).population));
        whole.chain(parts).fold(0, u64::saturating_add)
    }
}

/// A part that grew as its unit did from `before` to `now`: `part * now / before`, rounded to
/// the nearest whole number, a half up.
fn scaled(part: u64, now: u64, before: u64) -> u64 {
    let (part, now, before) = (u128::from(part), u128::from(now), u128::from(before.max(1)));
    let (whole, rest) = (part * now / before, part * now % before);
    u64::try_from(whole + u128::from(rest >= before - rest)).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn part_is_rounded_to_the_nearest_person() {
        for (part, now, before, expected) in [
            (30, 90, 100, 27),
            (1, 3, 2, 2),
            (1, 5, 4, 1),
            (7, 0, 9, 0),
            (0, 9, 9, 0),
            (250, 1000, 1000, 250),
        ] {
            assert_eq!(scaled(part, now, before), expected, "{part} * {now} / {before}");
        }
        assert_eq!(scaled(u64::MAX, u64::MAX, 1), u64::MAX);
    }
}
