//! What rules on groups ask, as far as the graph can show it: neighbours that no zone holds both of
//! lose their edge, and groups that are no more than one zone become one node. Some plans are missed
//! by that, and what it leaves open the search brings down by itself.

use petgraph::unionfind::UnionFind;

use super::zone_bounds::ZoneBounds;
use crate::objective_steps::Question;
use crate::zones::{Nesting, OnePiece};
use zonewerk_core::graph::components;
use zonewerk_core::problem::GroupReading;
use zonewerk_core::territory::{Group, Id, UnitId};

/// What the graph shows of families of groups.
pub(super) struct FamilyEdges<'a> {
    nesting: Nesting<'a>,
    one_piece: Option<OnePiece<'a>>,
    /// Per unit: the groups whose limits no zone crosses that it lies in, ascending.
    limits: Vec<Vec<u32>>,
}

impl<'a> FamilyEdges<'a> {
    /// Of a question, where these units are to be drawn and `joined` are kept together.
    pub(super) fn new(
        question: Question<'a>,
        is_free: &[bool],
        bounds: ZoneBounds,
        joined: &mut UnionFind<usize>,
    ) -> Self {
        let Question { territory, graph, requirements, .. } = question;
        let mut families = Self {
            nesting: Nesting::new(territory, requirements),
            one_piece: OnePiece::new(graph, requirements.pieces.as_ref()),
            limits: vec![Vec::new(); graph.len()],
        };
        let mut people: Vec<i64> = vec![0; graph.len()];
        for unit in graph.units().filter(|unit| is_free[unit.index()]) {
            people[joined.find(unit.index())] += territory.unit(unit).population as i64;
        }
        let readings = [GroupReading::Strict, GroupReading::Weak];
        let groups = readings.map(|reading| requirements.groups.laminar_groups(territory, reading)).concat();
        for (number, group) in groups.into_iter().enumerate() {
            let units = units_of(group);
            if units.is_empty() || !units.iter().all(|unit| is_free[unit.index()]) {
                continue;
            }
            let mut classes: Vec<usize> = units.iter().map(|unit| joined.find(unit.index())).collect();
            classes.sort_unstable();
            classes.dedup();
            let all: i64 = classes.iter().map(|&class| people[class]).sum();
            if all > bounds.most {
                group.units.iter().for_each(|unit| families.limits[unit.index()].push(number as u32));
            } else if all < bounds.least.saturating_mul(2) && components(graph, &units).len() == 1 {
                units.windows(2).for_each(|pair| _ = joined.union(pair[0].index(), pair[1].index()));
                people[joined.find(units[0].index())] = all;
            }
        }
        families
    }

    /// Whether no zone that is drawn holds both of two neighbours.
    pub(super) fn part(&self, a: UnitId, b: UnitId) -> bool {
        self.limits[a.index()] != self.limits[b.index()]
            || !self.nesting.is_empty() && self.nesting.crosses(&[a.min(b), a.max(b)])
            || self.one_piece.as_ref().is_some_and(|rule| !rule.join_by_main_parts(a, b))
    }
}

/// All units that a group has something of, ascending.
fn units_of(group: &Group) -> Vec<UnitId> {
    let mut units: Vec<UnitId> = group.units.clone();
    units.extend(group.parts.iter().map(|(unit, _)| *unit));
    units.sort_unstable();
    units.dedup();
    units
}
