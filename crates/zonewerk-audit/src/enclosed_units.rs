use std::collections::{BTreeMap, BTreeSet};

use super::plan_facts::Facts;
use zonewerk_core::graph::{Contact, Neighbour};
use zonewerk_core::territory::{IdVec, UnitId, ZoneId};

/// What connected parts of zones enclose, on the map: per zone, each enclosed piece, its
/// units ascending. Links do not open a ring; what borders on the outside is not enclosed.
///
/// Each connected part of a zone, and each connected set of units that lie in no one zone,
/// is a node; the outside of the territory is one more. A part encloses what is connected with the
/// outside only through it, so it is an articulation point of this graph (Tarjan 1972).
pub(super) fn enclosed(facts: &Facts) -> BTreeMap<ZoneId, Vec<Vec<UnitId>>> {
    let pieces = ZoneParts::of(facts);
    let mut enclosed: BTreeMap<ZoneId, Vec<Vec<UnitId>>> = BTreeMap::new();
    for (around, inside) in articulations(&pieces.neighbours()) {
        let Some(zone) = pieces.zones[around] else { continue };
        let units: BTreeSet<UnitId> = inside
            .iter()
            .filter(|&&piece| pieces.zones[piece] != Some(zone))
            .flat_map(|&piece| pieces.units[piece].iter().copied())
            .collect();
        if !units.is_empty() {
            enclosed.entry(zone).or_default().push(units.into_iter().collect());
        }
    }
    enclosed.values_mut().for_each(|pieces| pieces.sort());
    enclosed
}

/// The connected parts of zones; number 0 is the outside.
struct ZoneParts<'a> {
    facts: &'a Facts<'a>,
    piece_of: IdVec<UnitId, usize>,
    units: Vec<Vec<UnitId>>,
    zones: Vec<Option<ZoneId>>,
}

impl<'a> ZoneParts<'a> {
    fn of(facts: &'a Facts<'a>) -> Self {
        let zone = |unit: UnitId| match &facts.pieces(unit)[..] {
            [piece] if piece.part.is_none() => piece.zone,
            _ => None,
        };
        let mut piece_of = IdVec::filled(0, facts.graph.len());
        let (mut units, mut zones) = (vec![Vec::new()], vec![None]);
        for unit in facts.graph.units() {
            if piece_of[unit] != 0 {
                continue;
            }
            let number = units.len();
            let mut piece = vec![unit];
            piece_of[unit] = number;
            let mut walked = 0;
            while let Some(&unit) = piece.get(walked) {
                for neighbour in on_the_map(facts, unit) {
                    if piece_of[neighbour] == 0 && zone(neighbour) == zone(unit) {
                        piece_of[neighbour] = number;
                        piece.push(neighbour);
                    }
                }
                walked += 1;
            }
            units.push(piece);
            zones.push(zone(unit));
        }
        Self { facts, piece_of, units, zones }
    }

    /// Which pieces border on which, ascending; the outside borders on all that have border
    /// in common with no unit.
    fn neighbours(&self) -> Vec<Vec<usize>> {
        let mut neighbours = vec![BTreeSet::new(); self.units.len()];
        for unit in self.facts.graph.units() {
            let piece = self.piece_of[unit];
            if self.facts.graph.outer_m(unit) > 0 {
                neighbours[piece].insert(0);
                neighbours[0].insert(piece);
            }
            let others = on_the_map(self.facts, unit).map(|other| self.piece_of[other]);
            neighbours[piece].extend(others.filter(|&other| other != piece));
        }
        neighbours.into_iter().map(|pieces| pieces.into_iter().collect()).collect()
    }
}

fn on_the_map<'a>(facts: &'a Facts, unit: UnitId) -> impl Iterator<Item = UnitId> + 'a {
    let touching = facts.graph.shared_borders(unit);
    let has_border = |neighbour: &&Neighbour| neighbour.contact == Contact::Border || neighbour.border_m > 0;
    touching.filter(has_border).map(|neighbour| neighbour.unit)
}

/// Each node that cuts others off from node 0, with the nodes that one branch holds.
fn articulations(neighbours: &[Vec<usize>]) -> Vec<(usize, Vec<usize>)> {
    const UNSEEN: usize = usize::MAX;
    let mut order = Vec::new();
    let mut place = vec![UNSEEN; neighbours.len()];
    let mut lowest = vec![UNSEEN; neighbours.len()];
    let mut stack = vec![(0, 0, 0)];
    let mut found = Vec::new();
    (place[0], lowest[0]) = (0, 0);
    order.push(0);
    while let Some((node, parent, next)) = stack.pop() {
        if let Some(&other) = neighbours[node].get(next) {
            stack.push((node, parent, next + 1));
            if place[other] == UNSEEN {
                (place[other], lowest[other]) = (order.len(), order.len());
                order.push(other);
                stack.push((other, node, 0));
            } else if other != parent {
                lowest[node] = lowest[node].min(place[other]);
            }
        } else if node != 0 {
            lowest[parent] = lowest[parent].min(lowest[node]);
            if parent != 0 && lowest[node] >= place[parent] {
                found.push((parent, order[place[node]..].to_vec()));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_cuts_off_what_is_connected_by_it_alone() {
        // 0 - 1 - 2 - 3, and 1 - 4 - 0
        let neighbours = [vec![1, 4], vec![0, 2, 4], vec![1, 3], vec![2], vec![0, 1]];
        assert_eq!(articulations(&neighbours), [(2, vec![3]), (1, vec![2, 3])]);
    }

    #[test]
    fn ring_cuts_nothing_off() {
        let neighbours = [vec![1, 3], vec![0, 2], vec![1, 3], vec![0, 2]];
        assert_eq!(articulations(&neighbours), []);
    }
}
