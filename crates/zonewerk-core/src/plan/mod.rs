//! A plan: which unit lies in which zone. Reading, writing, names and measures.

mod people_flows;
mod staying_people;
mod zone_lookup;
mod zone_matching;
mod zone_measures;
mod zone_names;

pub use people_flows::{PeopleFlow, flows};
pub use staying_people::{Stay, stays};
pub use zone_lookup::{NoSuchZone, find_zone};
pub use zone_matching::{Matching, Moved, match_zones};
pub use zone_measures::{ZoneMeasures, measure};
pub use zone_names::name_zones;

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::territory::{Id, IdVec, UnitId, ZoneId};

/// Which unit lies in which zone, and which zone in which region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The zones, ordered as written.
    pub zones: IdVec<ZoneId, Zone>,
    /// Where each unit of the territory lies.
    pub holdings: IdVec<UnitId, Holding>,
    /// The first day it holds, where known.
    pub date: Option<Date>,
}

/// One part of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// Name of the zone, unique in its plan.
    pub name: String,
    /// The regions that the plan says it lies in, one in a plan that is in order, ascending.
    pub regions: BTreeSet<String>,
}

/// Where a unit lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holding {
    /// In no zone.
    Unassigned,
    /// Wholly in one zone.
    Whole(ZoneId),
    /// Wholly in each of several zones at once: they overlap.
    Shared(Vec<ZoneId>),
    /// In parts, each in a zone; two parts may lie in the same zone.
    Parts(Vec<UnitPart>),
}

/// Part of a unit that a plan assigns on its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitPart {
    /// What part, in words.
    pub name: String,
    /// Inhabitants of the part, where known.
    pub population: Option<u64>,
    /// The zone it lies in.
    pub zone: ZoneId,
}

/// Why zones are no plan of whole units.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PlanError {
    /// A unit is named that the territory has not.
    #[error("zone {zone} names unit number {unit}, and there are {units} units, counted from 0")]
    UnknownUnit {
        /// Number of the unit, counted from 0.
        unit: usize,
        /// Name of the zone.
        zone: String,
        /// Number of units.
        units: usize,
    },
    /// A unit is named twice.
    #[error("unit number {unit} is named twice, by the zones {first} and {second}")]
    UnitTwice {
        /// Number of the unit, counted from 0.
        unit: usize,
        /// Name of the zone that names it first.
        first: String,
        /// Name of the zone that names it again; may be the same.
        second: String,
    },
}

impl Plan {
    /// A plan without zones, for a territory of `units` units.
    pub fn empty(units: usize) -> Self {
        Self { zones: IdVec::default(), holdings: IdVec::filled(Holding::Unassigned, units), date: None }
    }

    /// A plan of whole units from its zones, for a territory of `units` units.
    /// Units in no zone stay unassigned.
    ///
    /// # Errors
    /// When a unit is not one of the territory, or is named twice.
    pub fn from_zones(
        units: usize,
        zones: impl IntoIterator<Item = (String, Vec<UnitId>)>,
    ) -> Result<Self, PlanError> {
        let mut plan = Self::empty(units);
        for (name, members) in zones {
            let zone = plan.zones.push(Zone::new(name));
            for unit in members {
                if unit.index() >= units {
                    let zone = plan.zones[zone].name.clone();
                    return Err(PlanError::UnknownUnit { unit: unit.index(), zone, units });
                }
                if let Holding::Whole(first) = plan.holdings[unit] {
                    let [first, second] = [first, zone].map(|zone| plan.zones[zone].name.clone());
                    return Err(PlanError::UnitTwice { unit: unit.index(), first, second });
                }
                plan.holdings[unit] = Holding::Whole(zone);
            }
        }
        Ok(plan)
    }

    /// The zone that a unit lies wholly in; `None` where it lies in none, in several, in parts,
    /// or is none of the plan's.
    pub fn zone_of(&self, unit: UnitId) -> Option<ZoneId> {
        match self.holdings.get(unit) {
            Some(Holding::Whole(zone)) => Some(*zone),
            _ => None,
        }
    }

    /// The regions that its zones lie in.
    pub fn regions(&self) -> BTreeSet<&str> {
        self.zones.values().flat_map(|zone| &zone.regions).map(String::as_str).collect()
    }

    /// Its regions as a plan of zones that lie in no region: a unit whose zone lies in one
    /// region lies in that, every other in none.
    pub fn of_regions(&self) -> Self {
        let names: Vec<&str> = self.regions().into_iter().collect();
        let place = |name: &str| names.binary_search(&name).ok().map(ZoneId::new);
        let region = |zone: ZoneId| self.zones[zone].region().and_then(place);
        let holdings = self.holdings.values().map(|holding| match holding {
            Holding::Whole(zone) => region(*zone).map_or(Holding::Unassigned, Holding::Whole),
            Holding::Parts(parts) => {
                let part = |part: &UnitPart| Some(UnitPart { zone: region(part.zone)?, ..part.clone() });
                parts.iter().map(part).collect::<Option<_>>().map_or(Holding::Unassigned, Holding::Parts)
            }
            Holding::Unassigned | Holding::Shared(_) => Holding::Unassigned,
        });
        let zones = names.iter().map(|name| Zone::new(*name)).collect();
        Self { zones, holdings: holdings.collect(), date: self.date }
    }

    /// The names of the zones that hold a unit or part of it, in the order of the zones.
    pub fn zone_names(&self, unit: UnitId) -> Vec<&str> {
        self.holdings[unit].zones().into_iter().map(|zone| self.zones[zone].name.as_str()).collect()
    }

    /// The units that lie wholly or partly in each zone, ascending.
    pub fn members(&self) -> IdVec<ZoneId, Vec<UnitId>> {
        let mut members = IdVec::filled(Vec::new(), self.zones.len());
        for (unit, holding) in self.holdings.iter() {
            for zone in holding.zones() {
                members[zone].push(unit);
            }
        }
        members
    }
}

impl Zone {
    /// A zone that lies in no region.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), regions: BTreeSet::new() }
    }

    /// The region it lies in, where it is one.
    pub fn region(&self) -> Option<&str> {
        self.regions.first().filter(|_| self.regions.len() == 1).map(String::as_str)
    }
}

impl Holding {
    /// The zones that hold the unit or a part of it, ascending, each once.
    pub fn zones(&self) -> Vec<ZoneId> {
        let mut zones = match self {
            Self::Unassigned => Vec::new(),
            Self::Whole(zone) => vec![*zone],
            Self::Shared(zones) => zones.clone(),
            Self::Parts(parts) => parts.iter().map(|part| part.zone).collect(),
        };
        zones.sort();
        zones.dedup();
        zones
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_named_twice_or_out_of_range_is_an_error() {
        let units = |numbers: &[usize]| numbers.iter().map(|&number| UnitId::new(number)).collect::<Vec<_>>();
        let plan = |zones: &[(&str, &[usize])]| {
            Plan::from_zones(3, zones.iter().map(|(name, members)| ((*name).to_owned(), units(members))))
        };
        let sound = plan(&[("A", &[0, 1])]).expect("a plan");
        assert_eq!(sound.zone_of(UnitId::new(1)), Some(ZoneId::new(0)));
        assert_eq!([2, 9].map(|unit| sound.zone_of(UnitId::new(unit))), [None, None]);
        for (zones, expected) in [
            (&[("A", &[0, 0][..])][..], "unit number 0 is named twice, by the zones A and A"),
            (&[("A", &[0, 1]), ("B", &[1])], "unit number 1 is named twice, by the zones A and B"),
            (&[("A", &[3])], "zone A names unit number 3, and there are 3 units, counted from 0"),
        ] {
            assert_eq!(plan(zones).expect_err(expected).to_string(), expected);
        }
    }
}
