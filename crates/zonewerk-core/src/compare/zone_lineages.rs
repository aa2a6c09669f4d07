use std::collections::BTreeSet;

use super::PlanTransition;
use crate::plan::Plan;
use crate::territory::{Id, IdVec, ZoneId};

/// Number of a line of zones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineageId(usize);

impl Id for LineageId {
    fn new(index: usize) -> Self {
        Self(index)
    }

    fn index(self) -> usize {
        self.0
    }
}

/// The zones of all plans in lines: a zone of the base plan with those that continue it, then
/// the zones that are new, with those that continue them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneLineages {
    /// For each line its zone in each plan, where there is one.
    pub zones: IdVec<LineageId, Vec<Option<ZoneId>>>,
    /// For each plan the line of each of its zones.
    pub of_zone: Vec<IdVec<ZoneId, LineageId>>,
}

impl ZoneLineages {
    /// `moves` has each pair of plans. A zone that is new against the base plan continues one of
    /// the first plan between them in which that line is not taken yet.
    pub(super) fn new(plans: &[&Plan], moves: &[PlanTransition]) -> Self {
        let mut zones: IdVec<LineageId, Vec<Option<ZoneId>>> = IdVec::default();
        let mut of_zone: Vec<IdVec<ZoneId, LineageId>> = Vec::new();
        for (place, plan) in plans.iter().enumerate() {
            let mut lines: IdVec<ZoneId, Option<LineageId>> = IdVec::filled(None, plan.zones.len());
            let mut taken: BTreeSet<LineageId> = BTreeSet::new();
            for (from, known) in of_zone.iter().enumerate() {
                let Some(moves) = moves.iter().find(|moves| (moves.from, moves.to) == (from, place)) else {
                    continue;
                };
                for (zone, before) in moves.matching.base_of.iter() {
                    let line = before.map(|before| known[before]);
                    // A line of the base plan is continued where most people stay, or not at all.
                    let line =
                        line.filter(|line| from == 0 || zones[*line].first().copied().flatten().is_none());
                    if let (None, Some(line)) = (lines[zone], line)
                        && taken.insert(line)
                    {
                        lines[zone] = Some(line);
                    }
                }
            }
            let new = |line: Option<LineageId>| line.unwrap_or_else(|| zones.push(Vec::new()));
            let lines: IdVec<ZoneId, LineageId> = lines.values().copied().map(new).collect();
            zones.values_mut().for_each(|zones| zones.resize(place + 1, None));
            for (zone, &line) in lines.iter() {
                zones[line][place] = Some(zone);
            }
            of_zone.push(lines);
        }
        Self { zones, of_zone }
    }
}
