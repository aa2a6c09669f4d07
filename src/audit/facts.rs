use std::collections::{BTreeMap, BTreeSet};

use super::{ExceptionNote, Subject, UnitLabel, ZoneLabel};
use crate::graph::Graph;
use crate::plan::{Holding, Plan};
use crate::problem::{ExceptionZone, Problem};
use crate::territory::{IdVec, Territory, UnitId, ZoneId};

/// What the rules read: the input, and what each zone holds, counted anew.
pub(super) struct Facts<'a> {
    pub territory: &'a Territory,
    pub graph: &'a Graph,
    pub problem: &'a Problem,
    pub plan: &'a Plan,
    /// What each zone of the plan holds.
    pub contents: IdVec<ZoneId, Contents>,
}

/// What one zone holds.
#[derive(Clone, Default)]
pub(super) struct Contents {
    /// Units that the plan gives it whole.
    pub whole: BTreeSet<UnitId>,
    /// Units that the plan gives in parts, at least one of them here, with the
    /// inhabitants of the parts that are here; `None` where some are not known.
    pub partly: BTreeMap<UnitId, Option<u64>>,
}

/// An exception that speaks of a zone.
pub(super) struct Exception<'a> {
    pub zone: &'a ExceptionZone,
    pub note: ExceptionNote,
}

impl<'a> Facts<'a> {
    pub fn gather(territory: &'a Territory, graph: &'a Graph, problem: &'a Problem, plan: &'a Plan) -> Self {
        let mut contents = IdVec::filled(Contents::default(), plan.zones.len());
        let has = |zone: ZoneId| plan.zones.get(zone).is_some();
        for (unit, holding) in plan.holdings.iter() {
            match holding {
                Holding::Whole(zone) if has(*zone) => {
                    contents[*zone].whole.insert(unit);
                }
                Holding::Parts(parts) => {
                    for part in parts.iter().filter(|part| has(part.zone)) {
                        let people = contents[part.zone].partly.entry(unit).or_insert(Some(0));
                        *people = together(*people, part.population);
                    }
                }
                Holding::Shared(zones) => {
                    for &zone in zones.iter().filter(|&&zone| has(zone)) {
                        contents[zone].whole.insert(unit);
                    }
                }
                Holding::Unassigned | Holding::Whole(_) => {}
            }
        }
        Self { territory, graph, problem, plan, contents }
    }

    /// Inhabitants of a zone; the units whose part is not counted where that is so.
    pub fn population(&self, zone: ZoneId) -> Result<u64, Vec<UnitLabel>> {
        let contents = &self.contents[zone];
        let whole = contents.whole.iter().map(|&unit| Some(self.territory.unit(unit).population));
        let people = whole.chain(contents.partly.values().copied()).fold(Some(0), together);
        people.ok_or_else(|| {
            let unknown = contents.partly.iter().filter(|(_, people)| people.is_none());
            unknown.map(|(&unit, _)| self.unit(unit)).collect()
        })
    }

    /// The first exception made for exactly the units of this zone, all of them whole.
    pub fn exception(&self, zone: ZoneId) -> Option<Exception<'a>> {
        let contents = &self.contents[zone];
        if !contents.partly.is_empty() {
            return None;
        }
        let mut numbered = self.problem.exceptions.iter().zip(1..);
        let (zone, number) = numbered.find(|(exception, _)| exception.units.iter().eq(&contents.whole))?;
        let (reason, legal_ground) = (zone.reason.clone(), zone.legal_ground.clone());
        Some(Exception { zone, note: ExceptionNote { number, reason, legal_ground } })
    }

    /// The zones that hold at least a part of a unit, ascending.
    pub fn inhabited_zones(&self) -> impl Iterator<Item = ZoneId> {
        self.contents.iter().filter(|(_, contents)| !contents.is_empty()).map(|(zone, _)| zone)
    }

    /// The zones of the plan that hold a unit or a part of it, ascending, each once;
    /// and the zones it is assigned to that the plan does not have.
    pub fn zones_of(&self, holding: &Holding) -> (Vec<ZoneLabel>, Vec<ZoneLabel>) {
        let zones: BTreeSet<ZoneId> = match holding {
            Holding::Unassigned => BTreeSet::new(),
            Holding::Whole(zone) => BTreeSet::from([*zone]),
            Holding::Parts(parts) => parts.iter().map(|part| part.zone).collect(),
            Holding::Shared(zones) => zones.iter().copied().collect(),
        };
        zones
            .into_iter()
            .map(|zone| ZoneLabel::new(self.plan, zone))
            .partition(|label| self.plan.zones.get(label.zone).is_some())
    }

    pub fn unit(&self, unit: UnitId) -> UnitLabel {
        UnitLabel::new(self.territory, unit)
    }

    pub fn units<'u>(&self, units: impl IntoIterator<Item = &'u UnitId>) -> Vec<UnitLabel> {
        units.into_iter().map(|&unit| self.unit(unit)).collect()
    }

    pub fn zone(&self, zone: ZoneId) -> Subject {
        Subject::Zone(ZoneLabel::new(self.plan, zone))
    }
}

impl Contents {
    /// Whether the zone holds nothing.
    pub fn is_empty(&self) -> bool {
        self.whole.is_empty() && self.partly.is_empty()
    }

    /// Every unit that lies wholly or partly in the zone.
    pub fn units(&self) -> BTreeSet<UnitId> {
        self.whole.iter().chain(self.partly.keys()).copied().collect()
    }
}

/// Sum of two numbers of inhabitants, not known where either is not. Saturates rather
/// than panics: no sum of real populations comes near.
fn together(a: Option<u64>, b: Option<u64>) -> Option<u64> {
    Some(a?.saturating_add(b?))
}
