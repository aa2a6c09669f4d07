//! Colours for the zones of a map such that neighbours never share one.
//!
//! Smallest-last colouring (Matula and Beck 1983, "Smallest-last ordering and
//! clustering and graph coloring algorithms", J. ACM 30): take a vertex with the
//! fewest neighbours away, colour the rest, put it back. A planar graph always has a
//! vertex with at most five neighbours, so six colours are enough for any flat map;
//! the eight here leave room to use them evenly.
//!
//! Where there is a base plan, a zone has the colour of the zone that it continues.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use zonewerk_core::graph::Graph;
use zonewerk_core::plan::{Plan, match_zones};
use zonewerk_core::territory::{IdVec, Territory, ZoneId};

/// Light enough to carry black text, and as far from each other as eight such colours go, for
/// people with and without colour vision: found by exchange over a grid of CIELAB, measured as
/// the tests in `colour_blind` do.
pub(super) const PALETTE: [[u8; 3]; 8] = [
    [0x90, 0xB7, 0xFB],
    [0xFB, 0xE5, 0xC2],
    [0xD9, 0xA7, 0xCA],
    [0xD4, 0xF4, 0x8F],
    [0xEA, 0xA9, 0x5A],
    [0xBC, 0xF3, 0xE7],
    [0xB0, 0xBA, 0x96],
    [0xE0, 0xD8, 0xFE],
];

/// Fill of a unit that lies in several zones, and of one in none.
pub(super) const PARTED_FILL: &str = "#d9d9d9";
pub(super) const UNASSIGNED_FILL: &str = "#ffffff";

/// A colour per zone as `#rrggbb`; zones that share a border differ. A zone that continues one
/// of the base plan has that zone's colour on the map of the base plan, unless a neighbour has
/// it with which more people stay, or no colour would be left for a neighbour.
pub(super) fn zone_colours(
    territory: &Territory,
    graph: &Graph,
    base: Option<&Plan>,
    plan: &Plan,
) -> IdVec<ZoneId, String> {
    let neighbours = zone_neighbours(graph, plan);
    let wished = base.map_or_else(Vec::new, |base| {
        let matching = match_zones(territory, base, plan);
        let colours = colouring(&zone_neighbours(graph, base), &[]);
        let pairs = matching.base_of.iter().filter_map(|(zone, before)| Some((zone, (*before)?)));
        let mut pairs: Vec<(ZoneId, ZoneId)> = pairs.collect();
        pairs.sort_by_key(|&(zone, before)| (Reverse(matching.staying_with(before)), zone));
        pairs.into_iter().map(|(zone, before)| (zone, colours[before])).collect()
    });
    colouring(&neighbours, &wished).values().map(|&number| hexadecimal(number)).collect()
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

/// A number per vertex, different for neighbours: the one wished where no neighbour has wished
/// it earlier; else, among the numbers of the palette that no neighbour has, the one used least
/// so far. Where a vertex would have to go beyond the palette, wishes of its neighbours are not
/// granted.
fn colouring(
    neighbours: &IdVec<ZoneId, BTreeSet<ZoneId>>,
    wished: &[(ZoneId, usize)],
) -> IdVec<ZoneId, usize> {
    let mut granted: BTreeMap<ZoneId, usize> = BTreeMap::new();
    for &(vertex, number) in wished {
        if neighbours[vertex].iter().all(|other| granted.get(other) != Some(&number)) {
            granted.insert(vertex, number);
        }
    }
    loop {
        let colours = with_granted(neighbours, &granted);
        let beyond = colours.iter().filter(|(_, number)| **number >= PALETTE.len());
        let in_the_way: Vec<ZoneId> = beyond.flat_map(|(vertex, _)| &neighbours[vertex]).copied().collect();
        let before = granted.len();
        in_the_way.iter().for_each(|vertex| _ = granted.remove(vertex));
        if granted.len() == before {
            return colours;
        }
    }
}

fn with_granted(
    neighbours: &IdVec<ZoneId, BTreeSet<ZoneId>>,
    granted: &BTreeMap<ZoneId, usize>,
) -> IdVec<ZoneId, usize> {
    let mut colours: IdVec<ZoneId, Option<usize>> = IdVec::filled(None, neighbours.len());
    let mut used: BTreeMap<usize, usize> = BTreeMap::new();
    for (&vertex, &number) in granted {
        colours[vertex] = Some(number);
        *used.entry(number).or_default() += 1;
    }
    for vertex in smallest_last(neighbours).into_iter().rev().filter(|vertex| !granted.contains_key(vertex)) {
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
    let darkened = |part: u8| u32::from(part) * 4 / (4 + round);
    let [red, green, blue] = PALETTE[number % PALETTE.len()].map(darkened);
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::{RngExt, SeedableRng};
    use rand_chacha::ChaCha8Rng;
    use zonewerk_core::territory::{Id, Unit, UnitCode, UnitId};

    fn territory(units: usize) -> Territory {
        let unit = |number| Unit {
            code: UnitCode::new(format!("{number:03}")),
            name: format!("unit {number}"),
            population: 10,
        };
        Territory::new((0..units).map(unit).collect()).unwrap()
    }

    fn scattered(rng: &mut ChaCha8Rng, graph: &Graph) -> Plan {
        let zones = rng.random_range(2..=graph.len());
        let mut members = vec![Vec::new(); zones];
        for unit in graph.units() {
            members[rng.random_range(0..zones)].push(unit);
        }
        let named = members.into_iter().enumerate().map(|(number, units)| (number.to_string(), units));
        Plan::from_zones(graph.len(), named).expect("each unit once")
    }

    #[test]
    fn neighbouring_zones_never_share_a_colour() {
        let mut rng = ChaCha8Rng::seed_from_u64(7);
        let mut borders_seen = 0;
        for _ in 0..50 {
            let (columns, rows) = (rng.random_range(2..12), rng.random_range(2..12));
            let graph = Graph::grid(columns, rows);
            let [base, plan] = [(); 2].map(|()| scattered(&mut rng, &graph));
            for base in [None, Some(&base)] {
                let colours = zone_colours(&territory(graph.len()), &graph, base, &plan);
                for (zone, others) in zone_neighbours(&graph, &plan).iter() {
                    for &other in others {
                        assert_ne!(colours[zone], colours[other]);
                        borders_seen += 1;
                    }
                }
            }
        }
        assert!(borders_seen > 2_000);
    }

    #[test]
    fn zones_keep_the_colours_of_the_base_plan() {
        let graph = Graph::grid(12, 9);
        let block = |unit: UnitId| (unit.index() / 12 / 3) * 4 + unit.index() % 12 / 3;
        let blocks = (0..12).map(|number| graph.units().filter(|&unit| block(unit) == number).collect());
        let members: Vec<Vec<UnitId>> = blocks.collect();
        let named = |members: Vec<Vec<UnitId>>| {
            let named = members.into_iter().enumerate().map(|(number, units)| (number.to_string(), units));
            Plan::from_zones(graph.len(), named).expect("each unit once")
        };
        let base = named(members.clone());
        // The same zones in another order, but one of them cut in two.
        let mut turned: Vec<Vec<UnitId>> = members.into_iter().rev().collect();
        let (part, rest) = turned[5].split_at(3);
        let (part, rest) = (part.to_vec(), rest.to_vec());
        turned[5] = rest;
        turned.push(part);
        let plan = named(turned);
        let territory = territory(graph.len());
        let before = zone_colours(&territory, &graph, None, &base);
        let after = zone_colours(&territory, &graph, Some(&base), &plan);
        for number in 0..12 {
            assert_eq!(after[ZoneId::new(11 - number)], before[ZoneId::new(number)], "zone {number}");
        }
        let alone = zone_colours(&territory, &graph, None, &plan);
        assert_ne!(alone, after, "the order of the zones alone gives other colours");
    }

    #[test]
    fn wishes_do_not_lead_beyond_the_palette() {
        // A hub whose eight spokes wish all eight colours, one each.
        let hub = ZoneId::new(0);
        let spokes = || (1..=8).map(ZoneId::new);
        let mut neighbours = IdVec::filled(BTreeSet::from([hub]), 9);
        neighbours[hub] = spokes().collect();
        let wished: Vec<(ZoneId, usize)> = spokes().zip(0..).collect();
        let colours = colouring(&neighbours, &wished);
        assert!(colours.values().all(|&number| number < PALETTE.len()));
        let kept = colouring(&neighbours, &wished[..6]);
        assert!(wished[..6].iter().all(|&(spoke, number)| kept[spoke] == number));
    }

    #[test]
    fn a_flat_map_stays_within_the_palette() {
        let graph = Graph::grid(12, 9);
        let single = graph.units().map(|unit| (unit.index().to_string(), vec![unit]));
        let plan = Plan::from_zones(graph.len(), single).expect("each unit once");
        let numbers = colouring(&zone_neighbours(&graph, &plan), &[]);
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
            colouring(&neighbours, &[]).values().map(|&number| hexadecimal(number)).collect();
        assert_eq!(colours.len(), zones);
    }
}
