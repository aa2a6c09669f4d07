use std::collections::{BTreeMap, BTreeSet};

use zonewerk_core::graph::Graph;
use zonewerk_core::territory::{LinkChange, Territory, UnitId};

/// Which units are neighbours: the graph's adjacency lists with the territory's
/// declared links on top. Of two links between the same units the last one holds.
pub(super) struct Adjacency<'a> {
    graph: &'a Graph,
    declared: BTreeMap<UnitId, BTreeMap<UnitId, LinkChange>>,
}

impl<'a> Adjacency<'a> {
    pub fn new(territory: &Territory, graph: &'a Graph) -> Self {
        let mut declared: BTreeMap<UnitId, BTreeMap<UnitId, LinkChange>> = BTreeMap::new();
        for link in &territory.links {
            let [a, b] = link.between;
            declared.entry(a).or_default().insert(b, link.change);
            declared.entry(b).or_default().insert(a, link.change);
        }
        Self { graph, declared }
    }

    /// The connected parts of a set of units of the graph, each in ascending order,
    /// ordered by their first unit.
    pub fn separate_parts(&self, units: BTreeSet<UnitId>) -> Vec<Vec<UnitId>> {
        let mut unreached = units;
        let mut parts = Vec::new();
        while let Some(first) = unreached.pop_first() {
            let mut part = vec![first];
            let mut walked = 0;
            while let Some(&unit) = part.get(walked) {
                part.extend(self.neighbours(unit).filter(|neighbour| unreached.remove(neighbour)));
                walked += 1;
            }
            part.sort();
            parts.push(part);
        }
        parts
    }

    /// The neighbours of a unit, in no order; one that a link adds to the graph's may come twice.
    pub fn neighbours(&self, unit: UnitId) -> impl Iterator<Item = UnitId> {
        let declared = self.declared.get(&unit);
        let removed = move |neighbour: &UnitId| {
            declared.and_then(|links| links.get(neighbour)) == Some(&LinkChange::Remove)
        };
        let on_the_map = self.graph.neighbours(unit).iter().map(|neighbour| neighbour.unit);
        let added = declared.into_iter().flatten().filter(|(_, change)| **change == LinkChange::Add);
        on_the_map.filter(move |neighbour| !removed(neighbour)).chain(added.map(|(neighbour, _)| *neighbour))
    }
}
