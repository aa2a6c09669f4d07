use std::collections::{BTreeMap, BTreeSet};

use zonewerk_core::plan::{Holding, Plan};
use zonewerk_core::territory::{IdVec, Territory, UnitId, ZoneId};

/// What one zone or region holds.
#[derive(Clone, Default)]
pub(super) struct Contents {
    /// Units that it holds whole.
    pub whole: BTreeSet<UnitId>,
    /// Units that the plan gives in parts, at least one of them here, with the
    /// inhabitants of the parts that are here; `None` where some are not known.
    pub partly: BTreeMap<UnitId, Option<u64>>,
    /// Inhabitants of those parts that are counted.
    pub of_parts: u64,
}

impl Contents {
    /// What each zone of the plan holds.
    pub fn of_zones(plan: &Plan) -> IdVec<ZoneId, Self> {
        let mut contents = IdVec::filled(Self::default(), plan.zones.len());
        let has = |zone: ZoneId| plan.zones.get(zone).is_some();
        for (unit, holding) in plan.holdings.iter() {
            match holding {
                Holding::Whole(zone) if has(*zone) => {
                    contents[*zone].whole.insert(unit);
                }
                Holding::Shared(zones) => {
                    for &zone in zones.iter().filter(|zone| has(**zone)) {
                        contents[zone].whole.insert(unit);
                    }
                }
                Holding::Parts(parts) => {
                    for part in parts.iter().filter(|part| has(part.zone)) {
                        let people = contents[part.zone].partly.entry(unit).or_insert(Some(0));
                        *people = together(*people, part.population);
                        let counted = part.population.unwrap_or(0);
                        contents[part.zone].of_parts = contents[part.zone].of_parts.saturating_add(counted);
                    }
                }
                Holding::Unassigned | Holding::Whole(_) => {}
            }
        }
        contents
    }

    /// Takes in what another zone holds. A unit whose parts lie in both stays in parts.
    pub fn extend(&mut self, other: &Self) {
        self.whole.extend(&other.whole);
        self.of_parts = self.of_parts.saturating_add(other.of_parts);
        for (&unit, &people) in &other.partly {
            let sum = self.partly.entry(unit).or_insert(Some(0));
            *sum = together(*sum, people);
        }
    }

    /// Inhabitants, as far as they are counted.
    pub fn counted(&self, territory: &Territory) -> u64 {
        let whole = self.whole.iter().map(|&unit| territory.unit(unit).population);
        whole.fold(self.of_parts, u64::saturating_add)
    }

    /// The units of which it holds a part that is not counted, ascending.
    pub fn uncounted(&self) -> impl Iterator<Item = UnitId> {
        self.partly.iter().filter(|(_, people)| people.is_none()).map(|(&unit, _)| unit)
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.whole.is_empty() && self.partly.is_empty()
    }

    /// Every unit that lies wholly or partly in it.
    pub fn units(&self) -> BTreeSet<UnitId> {
        self.whole.iter().chain(self.partly.keys()).copied().collect()
    }
}

/// Sum of two numbers of inhabitants, not known where either is not. Saturates rather
/// than panics: no sum of real populations comes near.
pub(super) fn together(a: Option<u64>, b: Option<u64>) -> Option<u64> {
    Some(a?.saturating_add(b?))
}
