use crate::graph::Graph;
use crate::plan::Plan;
use crate::territory::UnitId;

/// Pairs of neighbours, by whether they lie in one zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbours {
    /// How many are together or apart in how many plans.
    pub counts: NeighbourCounts,
    /// The pairs that are together in some plans and apart in others, ascending, with the places
    /// of the plans in which they are together.
    pub contested: Vec<([UnitId; 2], Vec<usize>)>,
    /// For each plan, the pairs that are apart.
    pub apart: Vec<usize>,
    /// For each plan, the metres of border that those share.
    pub border_m: Vec<u64>,
}

/// Numbers of pairs of neighbours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NeighbourCounts {
    /// In one zone in every plan.
    pub together: usize,
    /// In different zones in every plan.
    pub apart: usize,
    /// In one zone in some plans only.
    pub contested: usize,
}

impl Neighbours {
    /// Two units are together where a zone holds both, or a part of both.
    pub(super) fn new(graph: &Graph, plans: &[&Plan]) -> Self {
        let mut found = Self {
            counts: NeighbourCounts::default(),
            contested: Vec::new(),
            apart: vec![0; plans.len()],
            border_m: vec![0; plans.len()],
        };
        for (unit, neighbour) in graph.pairs() {
            let share = |plan: &Plan| {
                let others = plan.holdings[neighbour.unit].zones();
                plan.holdings[unit].zones().iter().any(|zone| others.contains(zone))
            };
            let is_together: Vec<bool> = plans.iter().map(|plan| share(plan)).collect();
            let places = (0..plans.len()).filter(|&plan| is_together[plan]);
            let together: Vec<usize> = places.collect();
            for plan in (0..plans.len()).filter(|&plan| !is_together[plan]) {
                found.apart[plan] += 1;
                found.border_m[plan] += neighbour.border_m;
            }
            match together.len() {
                0 => found.counts.apart += 1,
                all if all == plans.len() => found.counts.together += 1,
                _ => {
                    found.counts.contested += 1;
                    found.contested.push(([unit, neighbour.unit], together));
                }
            }
        }
        found
    }
}
