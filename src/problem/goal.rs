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
    /// Every goal.
    pub const ALL: [Self; 1] = [Self::BorderLength];

    /// What a zone of these units (ascending) adds to the objective.
    ///
    /// Border length: `sum of perimeters - 2 * borders inside`, in metres.
    pub fn zone_cost(self, graph: &Graph, units: &[UnitId]) -> u64 {
        match self {
            Self::BorderLength => {
                let inside = |unit: UnitId| {
                    let shared = graph.shared_borders(unit).filter(|neighbour| neighbour.unit > unit);
                    let shared = shared.filter(|neighbour| units.binary_search(&neighbour.unit).is_ok());
                    shared.map(|neighbour| neighbour.border_m).sum::<u64>()
                };
                let perimeters: u64 = units.iter().map(|&unit| graph.perimeter_m(unit)).sum();
                perimeters - 2 * units.iter().map(|&unit| inside(unit)).sum::<u64>()
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
