use std::collections::BTreeMap;

use super::Proposal;
use crate::plan_facts::Facts;
use zonewerk_core::graph::{Graph, components};
use zonewerk_core::plan::{Holding, Plan, ZoneMeasures, measure};
use zonewerk_core::problem::{PopulationBounds, Problem};
use zonewerk_core::territory::{IdVec, Territory, UnitId, ZoneId};

/// A zone that a proposal changes: other units or parts, another name, new or gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touched {
    /// What it was; `None` for a new zone.
    pub before: Option<ZoneFigures>,
    /// What it becomes; `None` for a zone that is gone.
    pub after: Option<ZoneFigures>,
}

/// A zone in numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneFigures {
    /// The zone, in its plan.
    pub zone: ZoneId,
    /// Its name.
    pub name: String,
    /// The units that lie in it, wholly or partly, ascending.
    pub units: Vec<UnitId>,
    /// Those of which only a part does, ascending.
    pub divided: Vec<UnitId>,
    /// Inhabitants; `None` where those of a part are not known.
    pub population: Option<u64>,
    /// The bounds that hold for it.
    pub bounds: PopulationBounds,
    /// In how many pieces it lies.
    pub contiguous: Contiguous,
    /// Length of its border in metres; `None` where it holds part of a unit.
    pub border_m: Option<u64>,
}

/// In how many pieces a zone lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contiguous {
    /// In so many pieces: one where it is contiguous.
    Pieces(usize),
    /// In so many at least: of a unit that it holds part of, it is not known where the part lies.
    AtLeast(usize),
}

impl ZoneFigures {
    /// By how many inhabitants it is below its minimum or above its maximum: less or more than none.
    pub fn outside(&self) -> Option<i64> {
        let people = i64::try_from(self.population?).ok()?;
        let minimum = i64::try_from(self.bounds.minimum()).unwrap_or(i64::MAX);
        let maximum = self.bounds.maximum().and_then(|maximum| i64::try_from(maximum).ok());
        Some((people - minimum).min(0) + maximum.map_or(0, |maximum| (people - maximum).max(0)))
    }
}

/// The zones that a proposal changes: those of the plan after in its order, then those that are
/// gone. `graph` has the links in it.
pub fn touched(territory: &Territory, graph: &Graph, problem: &Problem, proposal: &Proposal) -> Vec<Touched> {
    let [before, after] = [&proposal.before, &proposal.after];
    let measures = [before, after].map(|plan| measure(territory, graph, plan));
    let [held_before, held_after] = [before, after].map(contents);
    let facts = [before, after].map(|plan| Facts::gather(territory, graph, problem, plan));
    let measured = |side: usize, zone: ZoneId| measured(&facts[side], zone, &measures[side][zone]);
    let mut all = Vec::new();
    for (zone, &continued) in proposal.continues.iter() {
        let is_same = continued.is_some_and(|old| {
            before.zones[old].name == after.zones[zone].name && held_before[old] == held_after[zone]
        });
        if !is_same {
            all.push(Touched {
                before: continued.map(|old| measured(0, old)),
                after: Some(measured(1, zone)),
            });
        }
    }
    let is_gone = |zone: &ZoneId| !proposal.continues.values().any(|continued| *continued == Some(*zone));
    let gone = before.zones.ids().filter(is_gone);
    all.extend(gone.map(|zone| Touched { before: Some(measured(0, zone)), after: None }));
    all
}

fn measured(facts: &Facts<'_>, zone: ZoneId, measures: &ZoneMeasures) -> ZoneFigures {
    let plan = facts.plan;
    let units = measures.units.clone();
    let is_divided = |unit: &UnitId| matches!(plan.holdings[*unit], Holding::Parts(_));
    let divided: Vec<UnitId> = units.iter().copied().filter(is_divided).collect();
    let pieces = components(facts.graph, &units).len();
    ZoneFigures {
        zone,
        name: plan.zones[zone].name.clone(),
        population: measures.population,
        bounds: facts.bounds_of(zone),
        contiguous: if divided.is_empty() { Contiguous::Pieces(pieces) } else { Contiguous::AtLeast(pieces) },
        border_m: measures.border_m,
        units,
        divided,
    }
}

/// Per zone, its units and the parts of each, named; none for a whole one.
fn contents(plan: &Plan) -> IdVec<ZoneId, BTreeMap<UnitId, Vec<&str>>> {
    let mut contents = IdVec::filled(BTreeMap::new(), plan.zones.len());
    for (unit, holding) in plan.holdings.iter() {
        match holding {
            Holding::Unassigned => {}
            Holding::Whole(zone) => {
                contents[*zone].insert(unit, Vec::new());
            }
            Holding::Shared(zones) => {
                zones.iter().for_each(|&zone| {
                    contents[zone].insert(unit, Vec::new());
                });
            }
            Holding::Parts(parts) => {
                for part in parts {
                    contents[part.zone].entry(unit).or_default().push(part.name.as_str());
                }
            }
        }
    }
    contents
}
