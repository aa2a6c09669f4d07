use super::{Holding, Plan};
use crate::territory::{Territory, UnitId, ZoneId};

/// People of one unit that a plan has in one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stay<'a> {
    /// The part of the unit they live in, where the plan divides it.
    pub part: Option<&'a str>,
    /// The zone they lie in; none where the plan leaves the unit out.
    pub zone: Option<ZoneId>,
    /// How many they are, where known.
    pub people: Option<u64>,
}

/// Where a plan has the people of a unit: one stay for a whole unit, one for each part of a
/// divided one. A unit that lies in several zones at once counts for the first.
pub fn stays<'a>(territory: &Territory, plan: &'a Plan, unit: UnitId) -> Vec<Stay<'a>> {
    let people = Some(territory.unit(unit).population);
    let whole = |zone| vec![Stay { part: None, zone, people }];
    match &plan.holdings[unit] {
        Holding::Unassigned => whole(None),
        Holding::Whole(zone) => whole(Some(*zone)),
        Holding::Shared(zones) => whole(zones.first().copied()),
        Holding::Parts(parts) => {
            let part = parts.iter().map(|part| Stay {
                part: Some(part.name.as_str()),
                zone: Some(part.zone),
                people: part.population,
            });
            part.collect()
        }
    }
}
