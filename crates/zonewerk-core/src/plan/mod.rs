//! A plan: which unit lies in which zone. Reading, writing, names and measures.

mod flows;
mod lookup;
mod matching;
mod measures;
mod names;
mod stays;

pub use flows::{Flow, flows};
pub use lookup::{NoSuchZone, find_zone};
pub use matching::{Matching, Moved, match_zones};
pub use measures::{ZoneMeasures, measure};
pub use names::name_zones;
pub use stays::{Stay, stays};

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

impl Plan {
    /// A plan of whole units from its zones, for a territory of `units` units.
    /// Units in no zone stay unassigned; a unit named twice stays where it was named last.
    pub fn from_zones(units: usize, zones: impl IntoIterator<Item = (String, Vec<UnitId>)>) -> Self {
        let mut plan =
            Self { zones: IdVec::default(), holdings: IdVec::filled(Holding::Unassigned, units), date: None };
        for (name, members) in zones {
            let zone = plan.zones.push(Zone::new(name));
            for unit in members {
                plan.holdings[unit] = Holding::Whole(zone);
            }
        }
        plan
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
