//! The separate parts in which a unit may lie on the map, such as a municipality with an exclave:
//! what a graph of units, where each unit counts as contiguous, does not see.

mod distances;
mod from_map;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::territory::UnitId;
use crate::topology::Topology;

/// A part of a unit: the unit, and the number of the part in it, counted from 0.
pub type MapPart = (UnitId, usize);

/// Which units lie in several parts on the map, and which parts of neighbours touch. Polygons of a
/// unit that share a border are one part; those that meet in a point are two, unless units are
/// neighbours by points as well.
///
/// ```
/// use zonewerk_core::graph::MapParts;
/// use zonewerk_core::territory::{Id, UnitId};
///
/// let [a, town, e] = [0, 1, 2].map(UnitId::new);
/// // The town lies in two parts: the first beside `a`, the larger one beside `e`.
/// let parts = MapParts::new([(town, vec![40, 60])], [([a, town], [0, 0]), ([town, e], [1, 0])]);
/// assert_eq!((parts.number(town), parts.main(town), parts.number(a)), (2, 1, 1));
/// assert_eq!(parts.joints(a, town), [[0, 0]]);
/// assert_eq!(parts.joints(a, e), [[0, 0]]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct MapParts {
    /// Square metres of each part, of the units that have several.
    several: BTreeMap<UnitId, Vec<u64>>,
    /// The parts of two units that touch, of pairs with a unit of several parts; the lower unit
    /// first.
    touching: BTreeMap<[UnitId; 2], Vec<[usize; 2]>>,
    /// The part of each polygon, of the units that have several parts.
    part_of: BTreeMap<UnitId, Vec<usize>>,
    map: Option<Topology>,
}

/// Two are equal when the parts and what touches are; shapes are not compared.
impl PartialEq for MapParts {
    fn eq(&self, other: &Self) -> bool {
        (&self.several, &self.touching) == (&other.several, &other.touching)
    }
}

impl Eq for MapParts {}

impl MapParts {
    /// The parts of a territory without a map: square metres of each part of the units that have
    /// several, and which parts of two units touch.
    ///
    /// # Panics
    /// When a pair is of one unit, or names a part that is not there.
    pub fn new(
        several: impl IntoIterator<Item = (UnitId, Vec<u64>)>,
        touching: impl IntoIterator<Item = ([UnitId; 2], [usize; 2])>,
    ) -> Self {
        let several = several.into_iter().filter(|(_, sizes)| sizes.len() > 1).collect();
        let mut parts = Self { several, ..Self::default() };
        for ([a, b], [of_a, of_b]) in touching {
            assert!(a != b && of_a < parts.number(a) && of_b < parts.number(b), "parts of two units");
            parts.touch((a, of_a), (b, of_b));
        }
        parts.sort();
        parts
    }

    fn touch(&mut self, (a, of_a): MapPart, (b, of_b): MapPart) {
        if self.number(a) == 1 && self.number(b) == 1 {
            return;
        }
        let (pair, parts) = if a < b { ([a, b], [of_a, of_b]) } else { ([b, a], [of_b, of_a]) };
        self.touching.entry(pair).or_default().push(parts);
    }

    fn sort(&mut self) {
        for parts in self.touching.values_mut() {
            parts.sort_unstable();
            parts.dedup();
        }
    }

    /// In how many parts a unit lies.
    pub fn number(&self, unit: UnitId) -> usize {
        self.several.get(&unit).map_or(1, Vec::len)
    }

    /// The units that lie in several parts, ascending.
    pub fn in_several(&self) -> impl Iterator<Item = UnitId> + '_ {
        self.several.keys().copied()
    }

    /// The main part of a unit: the one with the largest area in whole square metres, of equals the
    /// first on the map.
    pub fn main(&self, unit: UnitId) -> usize {
        let Some(sizes) = self.several.get(&unit) else { return 0 };
        (0..sizes.len()).rev().max_by_key(|&part| sizes[part]).unwrap_or(0)
    }

    /// By which of their parts two neighbours are connected: those that touch. Where none do, a
    /// declared link makes them neighbours, and it joins the two parts that lie nearest to each
    /// other, or the main parts where shapes are not known.
    pub fn joints(&self, a: UnitId, b: UnitId) -> Vec<[usize; 2]> {
        if a > b {
            return self.joints(b, a).into_iter().map(|[of_b, of_a]| [of_a, of_b]).collect();
        }
        if self.number(a) == 1 && self.number(b) == 1 {
            return vec![[0, 0]];
        }
        match self.touching.get(&[a, b]) {
            Some(parts) => parts.clone(),
            None => vec![self.nearest(a, b).unwrap_or([self.main(a), self.main(b)])],
        }
    }
}
