use std::collections::BTreeMap;

use crate::requirements::PieceRequirements;
use zonewerk_core::graph::{Graph, MapParts};
use zonewerk_core::territory::{Id, UnitId};

/// That zones lie in one piece on the map (rule `zone-in-pieces`): where a zone is contiguous on
/// the graph of units only by a unit that lies in several separate parts, it lies in several.
pub struct OnePiece<'a> {
    graph: &'a Graph,
    parts: &'a MapParts,
    required: &'a PieceRequirements,
    /// Units of which a part that is not the main one is connected with another unit. A connected
    /// zone without such a unit is connected by main parts alone.
    may_join: Vec<bool>,
    /// The parts by which two neighbours are connected, the lower unit first, where one of them lies
    /// in several.
    joints: BTreeMap<[UnitId; 2], Vec<[usize; 2]>>,
}

impl<'a> OnePiece<'a> {
    /// Makes the rule ready; `None` where it is not kept, or every connected zone keeps it.
    pub fn new(graph: &'a Graph, required: Option<&'a PieceRequirements>) -> Option<Self> {
        let (required, parts) = (required?, graph.map_parts()?);
        let mut joints = BTreeMap::new();
        let mut may_join = vec![false; graph.len()];
        for unit in parts.in_several() {
            for other in graph.neighbours(unit).iter().map(|neighbour| neighbour.unit) {
                let pair = [unit.min(other), unit.max(other)];
                joints.entry(pair).or_insert_with(|| parts.joints(pair[0], pair[1]));
                let by_other_parts = joints[&pair].iter().any(|joint| {
                    let own = if unit == pair[0] { joint[0] } else { joint[1] };
                    own != parts.main(unit)
                });
                may_join[unit.index()] |= by_other_parts && !required.counts_as_connected(unit);
            }
        }
        may_join.contains(&true).then_some(Self { graph, parts, required, may_join, joints })
    }

    /// Whether a plan may have a zone of exactly these units (ascending).
    pub fn allows(&self, zone: &[UnitId]) -> bool {
        !zone.iter().any(|unit| self.may_join[unit.index()])
            || self.required.is_waived_for(zone)
            || self.keeps(zone)
    }

    /// Whether two neighbours are connected by the main parts of both: zones that are connected by such
    /// pairs lie in one piece.
    pub fn join_by_main_parts(&self, a: UnitId, b: UnitId) -> bool {
        let pair = [a.min(b), a.max(b)];
        let is_main = |unit: UnitId, part: usize| {
            part == self.parts.main(unit) || self.required.counts_as_connected(unit)
        };
        self.joints.get(&pair).is_none_or(|joints| {
            joints.iter().any(|joint| is_main(pair[0], joint[0]) && is_main(pair[1], joint[1]))
        })
    }

    /// Whether there are as many pieces as connected parts of the zone on the graph of units.
    fn keeps(&self, zone: &[UnitId]) -> bool {
        let first: Vec<usize> = zone
            .iter()
            .scan(0, |next, &unit| {
                let first = *next;
                *next += self.parts.number(unit);
                Some(first)
            })
            .collect();
        let parts = first.last().map_or(0, |first| first + self.parts.number(zone[zone.len() - 1]));
        let (mut on_map, mut on_graph) = (Sets::of(parts), Sets::of(zone.len()));
        for (place, &unit) in zone.iter().enumerate() {
            if self.required.counts_as_connected(unit) {
                (1..self.parts.number(unit)).for_each(|part| on_map.join(first[place], first[place] + part));
            }
            for other in self.graph.neighbours(unit).iter().map(|neighbour| neighbour.unit) {
                let Ok(there) = zone[place + 1..].binary_search(&other) else { continue };
                let there = place + 1 + there;
                on_graph.join(place, there);
                match self.joints.get(&[unit, other]) {
                    None => on_map.join(first[place], first[there]),
                    Some(joints) => {
                        for [own, theirs] in joints {
                            on_map.join(first[place] + own, first[there] + theirs);
                        }
                    }
                }
            }
        }
        let main = (0..zone.len()).map(|place| first[place] + self.parts.main(zone[place]));
        on_map.number(main) == on_graph.number(0..zone.len())
    }
}

/// Disjoint sets of a few numbers.
struct Sets(Vec<usize>);

impl Sets {
    fn of(numbers: usize) -> Self {
        Self((0..numbers).collect())
    }

    fn root(&mut self, mut number: usize) -> usize {
        while self.0[number] != number {
            self.0[number] = self.0[self.0[number]];
            number = self.0[number];
        }
        number
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }

    /// In how many sets these numbers lie.
    fn number(&mut self, numbers: impl Iterator<Item = usize>) -> usize {
        let mut roots: Vec<usize> = numbers.map(|number| self.root(number)).collect();
        roots.sort_unstable();
        roots.dedup();
        roots.len()
    }
}
