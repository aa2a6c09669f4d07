use crate::graph::Graph;
use crate::territory::UnitId;

/// What the best plan has least of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// Sum over the zones of the length of their borders, in whole metres: a border
    /// between two zones counts for both, the border of the territory once.
    BorderLength,
}

impl Goal {
    /// What a zone adds to the objective.
    ///
    /// Border length: `sum of perimeters - 2 * borders inside`, in metres.
    pub fn zone_cost(self, graph: &Graph, units: &[UnitId]) -> u64 {
        match self {
            Self::BorderLength => {
                let inside = |unit: UnitId| {
                    let shared = graph.neighbours(unit).iter();
                    let shared = shared.filter(|neighbour| units.contains(&neighbour.unit));
                    shared.map(|neighbour| neighbour.border_m).sum::<u64>()
                };
                units.iter().map(|&unit| graph.perimeter_m(unit) - inside(unit)).sum()
            }
        }
    }

    /// Name in scenarios and reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::BorderLength => "border-length",
        }
    }

    /// Unit of the objective.
    pub fn unit(self) -> &'static str {
        match self {
            Self::BorderLength => "m",
        }
    }
}
