use zonewerk_core::graph::{Graph, components};
use zonewerk_core::territory::{Id, UnitId};

/// The graph in which every zone that is drawn is connected.
#[derive(Clone, Copy, Debug)]
pub enum ZoneGraph<'a> {
    /// That of neighbours: zones are contiguous.
    Neighbours(&'a Graph),
    /// That in which any two of so many units are adjacent: zones may lie apart.
    Complete {
        /// Number of units.
        units: usize,
    },
}

impl<'a> ZoneGraph<'a> {
    /// Number of units.
    pub fn len(self) -> usize {
        match self {
            Self::Neighbours(graph) => graph.len(),
            Self::Complete { units } => units,
        }
    }

    /// Whether there are no units.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Every unit, ascending.
    pub fn units(self) -> impl Iterator<Item = UnitId> {
        (0..self.len()).map(UnitId::new)
    }

    /// The units that are adjacent to one.
    pub fn adjacent(self, unit: UnitId) -> impl Iterator<Item = UnitId> + 'a {
        let (listed, others) = match self {
            Self::Neighbours(graph) => (graph.neighbours(unit), 0..0),
            Self::Complete { units } => ([].as_slice(), 0..units),
        };
        let others = others.map(UnitId::new).filter(move |&other| other != unit);
        listed.iter().map(|neighbour| neighbour.unit).chain(others)
    }

    /// The connected components of some units (ascending), each ascending.
    pub fn components(self, units: &[UnitId]) -> Vec<Vec<UnitId>> {
        match self {
            Self::Neighbours(graph) => components(graph, units),
            Self::Complete { .. } if units.is_empty() => Vec::new(),
            Self::Complete { .. } => vec![units.to_vec()],
        }
    }
}
