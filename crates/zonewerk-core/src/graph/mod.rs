//! The adjacency graph: which units are neighbours, by how long a border, and
//! which parts of the territory are connected.

mod antimeridian_shapes;
mod components;
mod cut_vertices;
mod from_topology;
mod graph_options;
mod links;
mod map_parts;
mod nearest;
mod neighbour_counts;
mod unit_centres;

pub use components::components;
pub use cut_vertices::cut_vertices;
pub use from_topology::{build, from_topology};
pub use graph_options::{AdjacencyKind, GraphOptions};
pub use map_parts::{MapPart, MapParts};
pub use nearest::{Suggestion, suggestions};
pub use neighbour_counts::{Degrees, degrees, isolated};
pub use unit_centres::Centre;

use std::sync::Arc;

use crate::territory::{Id, IdVec, UnitId};

/// Adjacency: two units are neighbours when they touch as [`GraphOptions`] ask (by
/// default, when they share a border of positive length), or when a link says so.
/// Lengths are whole metres, so that sums of them are exact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graph {
    neighbours: IdVec<UnitId, Vec<Neighbour>>,
    short: IdVec<UnitId, Vec<Neighbour>>,
    removed: IdVec<UnitId, Vec<Neighbour>>,
    outer_m: IdVec<UnitId, u64>,
    has_lengths: bool,
    has_outer_border: bool,
    centres: Option<IdVec<UnitId, Centre>>,
    map_parts: Option<Arc<MapParts>>,
}

/// One neighbour of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Neighbour {
    /// The neighbouring unit.
    pub unit: UnitId,
    /// Length of the shared border in metres; 0 for a point, or a link without a border.
    pub border_m: u64,
    /// What makes them neighbours.
    pub contact: Contact,
}

/// What makes two units neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contact {
    /// A border of positive length, though it may round to 0 m.
    Border,
    /// A point, and no border.
    Point,
    /// A declared link, where the map alone does not make them neighbours.
    Link,
}

type UnitPair = (UnitId, UnitId, u64, Contact);

impl Graph {
    /// A graph of `outer_m.len()` units from its shared borders.
    ///
    /// `outer_m` is, per unit, the metres of border shared with no other unit;
    /// `borders` has each pair of neighbours once, with metres.
    ///
    /// # Panics
    /// When a border names a unit outside the graph, a unit and itself, or a pair twice.
    pub fn new(outer_m: Vec<u64>, borders: impl IntoIterator<Item = (UnitId, UnitId, u64)>) -> Self {
        let borders = borders.into_iter().map(|(a, b, border_m)| (a, b, border_m, Contact::Border));
        Self::of_contacts(outer_m, borders.collect(), Vec::new())
    }

    fn of_contacts(outer_m: Vec<u64>, neighbours: Vec<UnitPair>, short: Vec<UnitPair>) -> Self {
        let outer_m: IdVec<UnitId, u64> = outer_m.into();
        let units = outer_m.len();
        let removed = IdVec::filled(Vec::new(), units);
        Self {
            neighbours: lists(units, neighbours),
            short: lists(units, short),
            removed,
            outer_m,
            has_lengths: true,
            has_outer_border: true,
            centres: None,
            map_parts: None,
        }
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
        let middle = |unit: usize| [unit % columns, unit / columns, 0].map(|place| 1_000 * place as i64);
        let grid = Self::new(outer_m, borders).with_map_parts(MapParts::default());
        grid.with_centres((0..columns * rows).map(middle).collect())
    }

    /// The same graph, of which is known who is whose neighbour and not how long a border is: it
    /// counts as 0 m.
    #[must_use]
    pub fn without_lengths(mut self) -> Self {
        let neighbours = self.neighbours.values_mut().chain(self.short.values_mut());
        for neighbour in neighbours.chain(self.removed.values_mut()).flatten() {
            neighbour.border_m = 0;
        }
        self.has_lengths = false;
        self.without_outer_border()
    }

    /// Whether it is known how long borders are.
    pub fn has_lengths(&self) -> bool {
        self.has_lengths
    }

    /// The same graph, of which is not known which units have border that they share with no other,
    /// nor how much: it counts as 0 m.
    #[must_use]
    pub fn without_outer_border(mut self) -> Self {
        self.outer_m.values_mut().for_each(|outer_m| *outer_m = 0);
        self.has_outer_border = false;
        self
    }

    /// Whether it is known how much border units share with no other: which units lie at the
    /// outside of the territory.
    pub fn has_outer_border(&self) -> bool {
        self.has_outer_border
    }

    /// The same graph with the separate parts in which units lie on the map.
    #[must_use]
    pub fn with_map_parts(mut self, parts: MapParts) -> Self {
        self.map_parts = Some(Arc::new(parts));
        self
    }

    /// The separate parts in which units lie on the map; `None` where that is not known: a graph
    /// that was made of borders alone.
    pub fn map_parts(&self) -> Option<&MapParts> {
        self.map_parts.as_deref()
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

    /// The units with which a unit shares a border below the minimum, ascending: no
    /// neighbours, unless a link says so.
    pub fn short_borders(&self, unit: UnitId) -> &[Neighbour] {
        &self.short[unit]
    }

    /// The units that touch a unit on the map and that a link says are no neighbours,
    /// ascending.
    pub fn removed(&self, unit: UnitId) -> &[Neighbour] {
        &self.removed[unit]
    }

    /// The units with which a unit shares border on the map: its neighbours, those
    /// that a link says are none, and those whose border is too short.
    pub fn shared_borders(&self, unit: UnitId) -> impl Iterator<Item = &Neighbour> {
        self.neighbours[unit].iter().chain(&self.removed[unit]).chain(&self.short[unit])
    }

    /// Metres of a unit's border that it shares with no other unit; 0 where that is not known
    /// ([`Graph::has_outer_border`]).
    pub fn outer_m(&self, unit: UnitId) -> u64 {
        self.outer_m[unit]
    }

    /// Metres of a unit's whole border.
    pub fn perimeter_m(&self, unit: UnitId) -> u64 {
        self.outer_m[unit] + self.shared_borders(unit).map(|neighbour| neighbour.border_m).sum::<u64>()
    }

    /// Every pair of neighbours once, in ascending order, with metres.
    pub fn borders(&self) -> impl Iterator<Item = (UnitId, UnitId, u64)> + '_ {
        self.pairs().map(|(unit, neighbour)| (unit, neighbour.unit, neighbour.border_m))
    }

    /// Every pair of neighbours once, in ascending order: the lower unit, and the higher
    /// as its neighbour.
    pub fn pairs(&self) -> impl Iterator<Item = (UnitId, &Neighbour)> {
        let above = |unit: UnitId, list: &[Neighbour]| list.partition_point(|other| other.unit < unit);
        self.neighbours
            .iter()
            .flat_map(move |(unit, list)| list[above(unit, list)..].iter().map(move |other| (unit, other)))
    }
}

fn lists(units: usize, pairs: Vec<UnitPair>) -> IdVec<UnitId, Vec<Neighbour>> {
    let mut lists = IdVec::filled(Vec::new(), units);
    for (a, b, border_m, contact) in pairs {
        assert!(a != b, "a unit is not its own neighbour");
        lists[a].push(Neighbour { unit: b, border_m, contact });
        lists[b].push(Neighbour { unit: a, border_m, contact });
    }
    for list in lists.values_mut() {
        list.sort_by_key(|neighbour| neighbour.unit);
        assert!(list.windows(2).all(|pair| pair[0].unit != pair[1].unit), "a border stands twice");
    }
    lists
}
