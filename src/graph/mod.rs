//! The adjacency graph: which units are neighbours, by how long a border, and
//! which parts of the territory hang together.

mod components;
mod from_topology;

pub use components::components;
pub use from_topology::from_topology;

/// STUB
#[derive(Debug)]
pub struct Suggestion {
    /// u
    pub unit: UnitId,
    /// n
    pub nearest: UnitId,
    /// d
    pub distance_m: f64,
}
/// STUB
pub fn suggestions(_: &crate::topology::Topology, _: &Graph) -> Vec<Suggestion> {
    Vec::new()
}

use crate::territory::{Id, IdVec, LinkChange, Territory, UnitId};

/// Rook adjacency: two units are neighbours when they share a border of positive
/// length, or when a link says so. Lengths are whole metres, so that sums of them
/// are exact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graph {
    neighbours: IdVec<UnitId, Vec<Neighbour>>,
    barriers: IdVec<UnitId, Vec<Neighbour>>,
    outer_m: IdVec<UnitId, u64>,
}

/// One neighbour of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Neighbour {
    /// The neighbouring unit.
    pub unit: UnitId,
    /// Length of the shared border in metres; 0 for a link without a border.
    pub border_m: u64,
}

impl Graph {
    /// A graph of `outer_m.len()` units from its shared borders.
    ///
    /// `outer_m` is, per unit, the metres of border shared with no other unit;
    /// `borders` has each pair of neighbours once, with metres.
    ///
    /// # Panics
    /// When a border names a unit outside the graph, a unit and itself, or a pair twice.
    pub fn new(outer_m: Vec<u64>, borders: impl IntoIterator<Item = (UnitId, UnitId, u64)>) -> Self {
        let outer_m: IdVec<UnitId, u64> = outer_m.into();
        let mut neighbours = IdVec::filled(Vec::new(), outer_m.len());
        for (a, b, border_m) in borders {
            assert!(a != b, "a unit is not its own neighbour");
            neighbours[a].push(Neighbour { unit: b, border_m });
            neighbours[b].push(Neighbour { unit: a, border_m });
        }
        for list in neighbours.values_mut() {
            list.sort_by_key(|neighbour| neighbour.unit);
            assert!(list.windows(2).all(|pair| pair[0].unit != pair[1].unit), "a border stands twice");
        }
        let barriers = IdVec::filled(Vec::new(), outer_m.len());
        Self { neighbours, barriers, outer_m }
    }

    /// A grid of squares, each side 1,000 m, numbered row by row: a small world for
    /// examples and tests.
    pub fn grid(columns: usize, rows: usize) -> Self {
        let id = |column: usize, row: usize| UnitId::new(row * columns + column);
        let mut borders = Vec::new();
        let mut outer_m = Vec::new();
        for row in 0..rows {
            for column in 0..columns {
                if column + 1 < columns {
                    borders.push((id(column, row), id(column + 1, row), 1_000));
                }
                if row + 1 < rows {
                    borders.push((id(column, row), id(column, row + 1), 1_000));
                }
                let outer_sides = [column == 0, column + 1 == columns, row == 0, row + 1 == rows];
                outer_m.push(1_000 * outer_sides.iter().filter(|&&side| side).count() as u64);
            }
        }
        Self::new(outer_m, borders)
    }

    /// The same graph with the territory's declared links added and removed.
    /// A removed link takes the adjacency away; the shared border stays on the map.
    #[must_use]
    pub fn with_links(mut self, territory: &Territory) -> Self {
        for link in &territory.links {
            let [a, b] = link.between;
            let known = self.neighbours[a].binary_search_by_key(&b, |neighbour| neighbour.unit);
            match (link.change, known) {
                (LinkChange::Add, Err(_)) => {
                    self.insert(a, b);
                    self.insert(b, a);
                }
                (LinkChange::Remove, Ok(_)) => {
                    self.remove(a, b);
                    self.remove(b, a);
                }
                (LinkChange::Add, Ok(_)) | (LinkChange::Remove, Err(_)) => {}
            }
        }
        self
    }

    fn insert(&mut self, from: UnitId, to: UnitId) {
        let list = &mut self.neighbours[from];
        let place = list.partition_point(|neighbour| neighbour.unit < to);
        list.insert(place, Neighbour { unit: to, border_m: 0 });
    }

    fn remove(&mut self, from: UnitId, to: UnitId) {
        let list = &mut self.neighbours[from];
        let place = list.partition_point(|neighbour| neighbour.unit < to);
        let barrier = list.remove(place);
        self.barriers[from].push(barrier);
    }

    /// Number of units.
    pub fn len(&self) -> usize {
        self.neighbours.len()
    }

    /// Whether there is no unit.
    pub fn is_empty(&self) -> bool {
        self.neighbours.is_empty()
    }

    /// All units in ascending order.
    pub fn units(&self) -> impl ExactSizeIterator<Item = UnitId> + DoubleEndedIterator + use<> {
        self.neighbours.ids()
    }

    /// The neighbours of a unit in ascending order.
    pub fn neighbours(&self, unit: UnitId) -> &[Neighbour] {
        &self.neighbours[unit]
    }

    /// The units with which a unit shares border on the map: its neighbours, and those
    /// that a link says are none.
    pub fn shared_borders(&self, unit: UnitId) -> impl Iterator<Item = &Neighbour> {
        self.neighbours[unit].iter().chain(&self.barriers[unit])
    }

    /// Metres of a unit's border that it shares with no other unit.
    pub fn outer_m(&self, unit: UnitId) -> u64 {
        self.outer_m[unit]
    }

    /// Metres of a unit's whole border.
    pub fn perimeter_m(&self, unit: UnitId) -> u64 {
        self.outer_m[unit] + self.shared_borders(unit).map(|neighbour| neighbour.border_m).sum::<u64>()
    }

    /// Every pair of neighbours once, in ascending order, with metres.
    pub fn borders(&self) -> impl Iterator<Item = (UnitId, UnitId, u64)> + '_ {
        self.neighbours.iter().flat_map(|(unit, list)| {
            list.iter()
                .filter(move |neighbour| unit < neighbour.unit)
                .map(move |neighbour| (unit, neighbour.unit, neighbour.border_m))
        })
    }
}
