//! Colours for the zones of a map such that neighbours never share one.
//!
//! Smallest-last colouring (Matula and Beck 1983, "Smallest-last ordering and
//! clustering and graph coloring algorithms", J. ACM 30): take a vertex with the
//! fewest neighbours away, colour the rest, put it back. A planar graph always has a
//! vertex with at most five neighbours, so six colours are enough for any flat map;
//! the eight here leave room to use them evenly.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::Graph;
use crate::plan::Plan;
use crate::territory::{IdVec, ZoneId};

/// Paul Tol's "light" scheme without its grey: told apart by colour-blind people and
/// light enough to carry black text (Tol 2021, "Colour Schemes", SRON/EPS/TN/09-002).
/// On the map they are mixed with white.
const PALETTE: [[u8; 3]; 8] = [
    [0x77, 0xAA, 0xDD],
    [0xEE, 0xDD, 0x88],
    [0x44, 0xBB, 0x99],
    [0xFF, 0xAA, 0xBB],
    [0xBB, 0xCC, 0x33],
    [0x99, 0xDD, 0xFF],
    [0xEE, 0x88, 0x66],
    [0xAA, 0xAA, 0x00],
];

/// A colour per zone as `#rrggbb`; zones that share a border differ.
pub(super) fn zone_colours(graph: &Graph, plan: &Plan) -> IdVec<ZoneId, String> {
    colouring(&zone_neighbours(graph, plan)).values().map(|&number| hexadecimal(number)).collect()
}

fn zone_neighbours(graph: &Graph, plan: &Plan) -> IdVec<ZoneId, BTreeSet<ZoneId>> {
    let mut neighbours = IdVec::filled(BTreeSet::new(), plan.zones.len());
    for unit in graph.units() {
        for border in graph.shared_borders(unit) {
            for from in plan.holdings[unit].zones() {
                let others = plan.holdings[border.unit].zones();
                neighbours[from].extend(others.into_iter().filter(|&to| to != from));
            }
        }
    }
    neighbours
}

/// A number per vertex, different for neighbours: among the numbers of the palette
/// that no neighbour has, the one used least so far.
fn colouring(neighbours: &IdVec<ZoneId, BTreeSet<ZoneId>>) -> IdVec<ZoneId, usize> {
    let mut colours: IdVec<ZoneId, Option<usize>> = IdVec::filled(None, neighbours.len());
    let mut used: BTreeMap<usize, usize> = BTreeMap::new();
    for vertex in smallest_last(neighbours).into_iter().rev() {
        let taken: BTreeSet<usize> = neighbours[vertex].iter().filter_map(|&other| colours[other]).collect();
        let in_palette = (0..PALETTE.len()).filter(|number| !taken.contains(number));
        let least_used = in_palette.min_by_key(|number| (used.get(number).copied().unwrap_or(0), *number));
        let beyond = || (PALETTE.len()..).find(|number| !taken.contains(number));
        let number = least_used.or_else(beyond).unwrap_or(0);
        colours[vertex] = Some(number);
        *used.entry(number).or_default() += 1;
    }
    colours.values().map(|number| number.unwrap_or(0)).collect()
}

fn smallest_last(neighbours: &IdVec<ZoneId, BTreeSet<ZoneId>>) -> Vec<ZoneId> {
    let mut left: BTreeSet<ZoneId> = neighbours.ids().collect();
    let mut order = Vec::with_capacity(left.len());
    while let Some(vertex) =
        left.iter().copied().min_by_key(|&vertex| (neighbours[vertex].intersection(&left).count(), vertex))
    {
        left.remove(&vertex);
        order.push(vertex);
    }
    order
}

/// Numbers beyond the palette, which only a map that is not flat can need, are darker
/// rounds of it.
fn hexadecimal(number: usize) -> String {
    let round = u32::try_from(number / PALETTE.len()).unwrap_or(u32::MAX);
    let round = round.min(64);
    let mixed = |part: u8| (u32::from(part) * 7 + 255 * 3) / 10 * 4 / (4 + round);
    let [red, green, blue] = PALETTE[number % PALETTE.len()].map(mixed);
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::territory::Id;
    use rand::{RngExt, SeedableRng};
    use rand_chacha::ChaCha8Rng;

    #[test]
    fn neighbouring_zones_never_share_a_colour() {
        let mut rng = ChaCha8Rng::seed_from_u64(7);
        let mut borders_seen = 0;
        for _ in 0..50 {
            let (columns, rows) = (rng.random_range(2..12), rng.random_range(2..12));
            let graph = Graph::grid(columns, rows);
            let zones = rng.random_range(2..=columns * rows);
            let mut members = vec![Vec::new(); zones];
            for unit in graph.units() {
                members[rng.random_range(0..zones)].push(unit);
            }
            let named = members.into_iter().enumerate().map(|(number, units)| (number.to_string(), units));
            let plan = Plan::from_zones(graph.len(), named);
            let colours = zone_colours(&graph, &plan);
            for (zone, others) in zone_neighbours(&graph, &plan).iter() {
                for &other in others {
                    assert_ne!(colours[zone], colours[other]);
                    borders_seen += 1;
                }
            }
        }
        assert!(borders_seen > 1_000);
    }

    #[test]
    fn a_flat_map_stays_within_the_palette() {
        let graph = Graph::grid(12, 9);
        let single = graph.units().map(|unit| (unit.index().to_string(), vec![unit]));
        let plan = Plan::from_zones(graph.len(), single);
        let numbers = colouring(&zone_neighbours(&graph, &plan));
        assert!(numbers.values().all(|&number| number < PALETTE.len()));
        let used: BTreeSet<usize> = numbers.values().copied().collect();
        assert_eq!(used.len(), PALETTE.len(), "colours are used evenly");
    }

    #[test]
    fn zones_that_all_touch_each_other_all_differ() {
        let zones = 20;
        let others = |zone: usize| (0..zones).filter(|&other| other != zone).map(ZoneId::new).collect();
        let neighbours: IdVec<ZoneId, BTreeSet<ZoneId>> = (0..zones).map(others).collect();
        let colours: BTreeSet<String> =
            colouring(&neighbours).values().map(|&number| hexadecimal(number)).collect();
        assert_eq!(colours.len(), zones);
    }
}
