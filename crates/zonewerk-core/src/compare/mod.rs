//! Plans over the same units side by side: which zone continues which, who moves, what is
//! contested. The first plan is the base of the others. Judges nothing.

mod contested_units;
mod neighbour_zones;
mod zone_changes;
mod zone_lineages;

pub use contested_units::{Contested, UnitPlacement};
pub use neighbour_zones::{NeighbourCounts, Neighbours};
pub use zone_changes::{ZoneChange, zone_changes};
pub use zone_lineages::{LineageId, ZoneLineages};

use crate::graph::Graph;
use crate::plan::{Matching, Moved, Plan, match_zones};
use crate::territory::Territory;

/// What differs between plans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Each pair of plans, the earlier one as the base of the later.
    pub moves: Vec<PlanTransition>,
    /// The zones of all plans, each with those that continue it.
    pub lines: ZoneLineages,
    /// Units that do not lie in the same zone in all plans, the most inhabitants first.
    pub contested: Vec<Contested>,
    /// Pairs of neighbours, by whether they lie in one zone.
    pub neighbours: Neighbours,
}

/// Who moves from one plan to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanTransition {
    /// Place of the one plan.
    pub from: usize,
    /// Place of the other plan.
    pub to: usize,
    /// Which zone continues which.
    pub matching: Matching,
}

impl PlanTransition {
    /// Units that move, wholly or in part.
    pub fn units(&self) -> usize {
        self.matching.units_moved().len()
    }

    /// Units of which only parts move.
    pub fn units_in_part(&self) -> usize {
        self.matching.units_moved().values().filter(|moved| **moved == Moved::Partly).count()
    }

    /// Parts of units that move and whose population is not known.
    pub fn uncounted(&self) -> usize {
        let flows = self.matching.flows.iter();
        flows.filter(|flow| flow.people.is_none() && self.matching.is_moved(flow)).count()
    }
}

/// Compares plans over the units of a territory; `graph` has the links in it.
pub fn compare(territory: &Territory, graph: &Graph, plans: &[&Plan]) -> Comparison {
    let pairs = (0..plans.len()).flat_map(|to| (0..to).map(move |from| (from, to)));
    let moves =
        |(from, to)| PlanTransition { from, to, matching: match_zones(territory, plans[from], plans[to]) };
    let mut moves: Vec<PlanTransition> = pairs.map(moves).collect();
    moves.sort_by_key(|moves| (moves.from, moves.to));
    let lines = ZoneLineages::new(plans, &moves);
    let contested = contested_units::contested(territory, plans, &lines, &moves);
    let neighbours = Neighbours::new(graph, plans);
    Comparison { moves, lines, contested, neighbours }
}

impl Comparison {
    /// Who moves from one plan to a later one.
    pub fn between(&self, from: usize, to: usize) -> Option<&PlanTransition> {
        self.moves.iter().find(|moves| (moves.from, moves.to) == (from, to))
    }
}
