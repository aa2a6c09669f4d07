//! Territory and plan as plain matrices.

use std::collections::BTreeSet;
use zonewerk_core::problem::RuleId;

use zonewerk_core::plan::Holding;
use zonewerk_core::territory::{Id, LinkChange, UnitId};

use super::world::World;

/// What a zone, region or group has of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hold {
    None,
    /// Parts, by name, with their inhabitants.
    Parts(Vec<(String, Option<u64>)>),
    Whole,
}

/// A row of the membership matrix: per unit, what is held of it.
pub type Row = Vec<Hold>;

pub struct Look<'a> {
    pub world: &'a World,
    pub people: Vec<u64>,
    pub zones: Vec<Row>,
    /// What lies in each zone of the plan's numbers, known or not.
    pub given: Vec<Vec<(usize, Hold)>>,
    /// Which units are neighbours, links counted.
    pub near: Vec<Vec<bool>>,
    /// Which units share a border, links apart.
    pub map: Vec<Vec<bool>>,
}

impl<'a> Look<'a> {
    pub fn new(world: &'a World) -> Self {
        let people: Vec<u64> = world.territory.units().iter().map(|(_, unit)| unit.population).collect();
        let units = people.len();
        let mut map = vec![vec![false; units]; units];
        for &(a, b, _) in &world.borders {
            (map[a.index()][b.index()], map[b.index()][a.index()]) = (true, true);
        }
        let mut near = map.clone();
        for link in &world.territory.links {
            let ([a, b], add) = (link.between.map(UnitId::index), link.change == LinkChange::Add);
            (near[a][b], near[b][a]) = (add, add);
        }
        let given: Vec<Vec<(usize, Hold)>> =
            world.plan.holdings.iter().map(|(_, holding)| given(holding)).collect();
        let row = |zone: usize| {
            let of = |unit: usize| given.get(unit).into_iter().flatten().find(|(at, _)| *at == zone);
            (0..units).map(|unit| of(unit).map_or(Hold::None, |(_, hold)| hold.clone())).collect()
        };
        let zones = (0..world.plan.zones.len()).map(row).collect();
        Self { world, people, zones, given, near, map }
    }

    pub fn units(&self) -> usize {
        self.people.len()
    }

    /// The number of the unit with this code.
    pub fn code(&self, code: &str) -> Option<usize> {
        (0..self.units()).find(|&unit| format!("{unit:02}") == code)
    }

    /// The units that a rule leaves alone.
    pub fn excepted(&self, rule: RuleId) -> BTreeSet<usize> {
        let setting = self.world.problem.profile.rules.get(&rule);
        setting.into_iter().flat_map(|setting| &setting.except).filter_map(|code| self.code(code)).collect()
    }

    pub fn is_empty(&self, zone: usize) -> bool {
        held(&self.zones[zone]).is_empty()
    }

    /// The one zone that holds a unit, whole.
    pub fn only(&self, unit: usize) -> Option<usize> {
        let mut zones = (0..self.zones.len()).filter(|&zone| self.zones[zone][unit] != Hold::None);
        let zone = zones.next().filter(|&zone| self.zones[zone][unit] == Hold::Whole)?;
        zones.next().is_none().then_some(zone)
    }

    /// Inhabitants of a row; `None` where those of a part are not known.
    pub fn people_of(&self, row: &Row) -> Option<u64> {
        let mut people = 0;
        for (unit, hold) in row.iter().enumerate() {
            match hold {
                Hold::None => {}
                Hold::Whole => people += self.people[unit],
                Hold::Parts(parts) => {
                    for (_, inhabitants) in parts {
                        people += (*inhabitants)?;
                    }
                }
            }
        }
        Some(people)
    }

    /// The fewest and the most inhabitants that a row can have: a part that is not counted has from
    /// none to all whom no counted part of its unit has, wherever that lies.
    pub fn people_between(&self, row: &Row) -> [u64; 2] {
        let counted = |parts: &[(String, Option<u64>)]| parts.iter().filter_map(|part| part.1).sum::<u64>();
        let mut ends = [0, 0];
        for (unit, hold) in row.iter().enumerate() {
            let few = match hold {
                Hold::None => 0,
                Hold::Whole => self.people[unit],
                Hold::Parts(parts) => counted(parts),
            };
            let in_all = match self.world.plan.holdings.iter().nth(unit) {
                Some((_, Holding::Parts(parts))) => parts.iter().filter_map(|part| part.population).sum(),
                _ => 0,
            };
            let is_open = matches!(hold, Hold::Parts(parts) if parts.iter().any(|part| part.1.is_none()));
            let more = if is_open && in_all < self.people[unit] { self.people[unit] - in_all } else { 0 };
            ends = [ends[0] + few, ends[1] + few + more];
        }
        ends
    }

    /// The zones of a region together.
    pub fn region(&self, name: &str) -> Row {
        let members = self.members(name);
        (0..self.units()).map(|unit| union(members.iter().map(|&zone| &self.zones[zone][unit]))).collect()
    }

    /// The zones that name a region.
    pub fn members(&self, name: &str) -> Vec<usize> {
        let zones = self.world.plan.zones.iter();
        zones.filter(|(_, zone)| zone.regions.contains(name)).map(|(zone, _)| zone.index()).collect()
    }

    pub fn regions(&self) -> BTreeSet<String> {
        self.world.plan.zones.iter().flat_map(|(_, zone)| zone.regions.clone()).collect()
    }

    /// The separate pieces of a set of units: transitive closure (Warshall 1962).
    pub fn pieces(&self, units: &BTreeSet<usize>, near: &[Vec<bool>]) -> BTreeSet<BTreeSet<usize>> {
        let mut reach = near.to_vec();
        for &via in units {
            for &from in units {
                for &to in units {
                    reach[from][to] |= from == to || (reach[from][via] && reach[via][to]);
                }
            }
        }
        let piece = |from: usize| units.iter().copied().filter(|&to| reach[from][to]).collect();
        units.iter().map(|&unit| piece(unit)).collect()
    }
}

/// The units of which something is held.
pub fn held(row: &Row) -> BTreeSet<usize> {
    row.iter().enumerate().filter(|(_, hold)| **hold != Hold::None).map(|(unit, _)| unit).collect()
}

/// The units of which parts are held.
pub fn parted(row: &Row) -> BTreeSet<usize> {
    row.iter().enumerate().filter(|(_, hold)| matches!(hold, Hold::Parts(_))).map(|(unit, _)| unit).collect()
}

/// The units of which a part is held whose inhabitants are not known.
pub fn uncounted(row: &Row) -> BTreeSet<usize> {
    let is_open = |hold: &Hold| match hold {
        Hold::Parts(parts) => parts.iter().any(|(_, people)| people.is_none()),
        _ => false,
    };
    row.iter().enumerate().filter(|(_, hold)| is_open(hold)).map(|(unit, _)| unit).collect()
}

fn union<'a>(holds: impl Iterator<Item = &'a Hold>) -> Hold {
    let mut all: Vec<(String, Option<u64>)> = Vec::new();
    for hold in holds {
        match hold {
            Hold::Whole => return Hold::Whole,
            Hold::Parts(parts) => all.extend(parts.iter().cloned()),
            Hold::None => {}
        }
    }
    if all.is_empty() { Hold::None } else { Hold::Parts(all) }
}

/// What of a unit lies in which zone, by zone.
fn given(holding: &Holding) -> Vec<(usize, Hold)> {
    let zones = holding.zones().into_iter();
    let hold = |zone| match holding {
        Holding::Parts(parts) => {
            let here = parts.iter().filter(|part| part.zone == zone);
            Hold::Parts(here.map(|part| (part.name.clone(), part.population)).collect())
        }
        _ => Hold::Whole,
    };
    zones.map(|zone| (zone.index(), hold(zone))).collect()
}
