//! What lies nearest to the units without a neighbour: where a planner may want to
//! declare a link.

pub(super) mod border_segment;
pub(super) mod closest_segments;

use std::collections::{BTreeMap, BTreeSet};

use geo::{Distance, Geodesic};
use rayon::prelude::*;
use rstar::RTree;

use super::{Graph, components};
use crate::territory::{IdVec, LinkChange, Territory, UnitId};
use crate::topology::Topology;
use border_segment::BorderSegment;
pub(super) use border_segment::in_space;
use closest_segments::{ComponentOutline, closest};

/// Two units that a link might join.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Suggestion {
    /// The unit of the component that would be joined.
    pub unit: UnitId,
    /// The unit of another component that lies nearest.
    pub nearest: UnitId,
    /// Geodesic distance between their borders in metres, to the centimetre.
    pub distance_m: f64,
}

/// Degrees up to which a piece of a border is one segment.
const PIECE_DEGREES: f64 = 0.02;

/// For every component but the largest (of equals, the first), the two units by which it
/// lies nearest to another one; of equals the first. Components come in the order of
/// their first units. Units that a declared link says are no neighbours are never suggested, and
/// a component has no suggestion where nothing else has a border.
///
/// Distances are compared in space, on chords of the WGS 84 ellipsoid. Borders are straight in
/// longitude and latitude; in pieces of 0.02 degrees they are less than a metre off them.
pub fn suggestions(topology: &Topology, graph: &Graph, territory: &Territory) -> Vec<Suggestion> {
    let units: Vec<UnitId> = graph.units().collect();
    let parts = components(graph, &units);
    let Some(largest) = (0..parts.len()).rev().max_by_key(|&part| parts[part].len()) else {
        return Vec::new();
    };
    if parts.len() == 1 {
        return Vec::new();
    }
    let removed: BTreeSet<(UnitId, UnitId)> = territory
        .links
        .iter()
        .filter(|link| link.change == LinkChange::Remove)
        .flat_map(|link| [link.between, [link.between[1], link.between[0]]])
        .map(Into::into)
        .collect();
    let with_removed: BTreeSet<UnitId> = removed.iter().map(|(unit, _)| *unit).collect();
    let outlines: Vec<ComponentOutline> = outlines(topology, graph.len(), &parts);
    let outlines = RTree::bulk_load(outlines);
    let mut by_part: Vec<&ComponentOutline> = outlines.iter().collect();
    by_part.sort_by_key(|part| part.number);
    let found = by_part.into_par_iter().filter(|part| part.number != largest).map(|part| {
        let alone = match parts[part.number].as_slice() {
            [unit] if with_removed.contains(unit) => Some(*unit),
            _ => None,
        };
        let removed = |a: UnitId, b: UnitId| removed.contains(&(a, b));
        let pair = closest(part, &outlines, alone, &removed)?;
        let [from, to] = [(pair.near, pair.along[0]), (pair.far, pair.along[1])]
            .map(|(segment, along)| segment.point(along));
        let centimetres = (Geodesic.distance(from, to) * 100.0).round();
        Some(Suggestion { unit: pair.near.unit, nearest: pair.far.unit, distance_m: centimetres / 100.0 })
    });
    found.collect::<Vec<_>>().into_iter().flatten().collect()
}

/// The segments of each component that do not lie inside it; components without are left
/// out.
fn outlines(topology: &Topology, units: usize, parts: &[Vec<UnitId>]) -> Vec<ComponentOutline> {
    let mut part_of: IdVec<UnitId, usize> = IdVec::filled(0, units);
    for (number, part) in parts.iter().enumerate() {
        for &unit in part {
            part_of[unit] = number;
        }
    }
    let mut segments: BTreeMap<usize, Vec<BorderSegment>> = BTreeMap::new();
    for (arc, users) in topology.arc_users() {
        let inside = users.len() > 1 && users.iter().all(|&unit| part_of[unit] == part_of[users[0]]);
        if inside {
            continue;
        }
        let line = topology.finer_arc(arc, PIECE_DEGREES);
        for &unit in users {
            let list = segments.entry(part_of[unit]).or_default();
            list.extend(line.lines().map(|piece| BorderSegment::new(unit, [piece.start, piece.end])));
        }
    }
    let segments: Vec<(usize, Vec<BorderSegment>)> = segments.into_iter().collect();
    segments.into_par_iter().map(|(number, list)| ComponentOutline::new(number, list)).collect()
}

#[cfg(test)]
mod tests {
    use geo::{MultiPolygon, Rect};

    use super::*;
    use crate::graph::{GraphOptions, build, from_topology};
    use crate::territory::{Id, Link, Unit, UnitCode};

    /// Squares with a side of a hundredth of a degree near the equator, where that is
    /// 1,113 m to the east and 1,106 m to the north, at these columns and rows.
    fn squares(corners: &[(f64, f64)]) -> Topology {
        let square = |&(x, y): &(f64, f64)| {
            let corner = |x: f64, y: f64| (x / 100.0, y / 100.0);
            MultiPolygon::from(Rect::new(corner(x, y), corner(x + 1.0, y + 1.0)).to_polygon())
        };
        Topology::from_polygons(corners.iter().map(square).collect())
    }

    fn id(number: usize) -> UnitId {
        UnitId::new(number)
    }

    fn rounded(found: &[Suggestion]) -> Vec<(usize, usize, i64)> {
        let row = |s: &Suggestion| (s.unit.index(), s.nearest.index(), s.distance_m.round() as i64);
        found.iter().map(row).collect()
    }

    #[test]
    fn each_island_but_the_largest_component_gets_its_nearest_unit() {
        let map = squares(&[(0., 0.), (1., 0.), (2., 0.), (5., 0.), (2., 3.), (3., 3.)]);
        let found = suggestions(&map, &from_topology(&map), &Territory::default());
        assert_eq!(rounded(&found), [(3, 2, 2_226), (4, 1, 2_211)]);
    }

    #[test]
    fn the_nearest_point_may_lie_inside_a_long_side() {
        let long = Rect::new((0.0, 0.0), (0.05, 0.01)).to_polygon();
        let small = Rect::new((0.021, 0.02), (0.022, 0.03)).to_polygon();
        let map = Topology::from_polygons([long, small].map(MultiPolygon::from).into_iter().collect());
        assert_eq!(rounded(&suggestions(&map, &from_topology(&map), &Territory::default())), [(1, 0, 1_106)]);
    }

    #[test]
    fn a_long_side_is_straight_in_longitude_and_latitude() {
        let north = Rect::new((20.0, 69.01), (26.0, 69.1)).to_polygon();
        let south = Rect::new((20.0, 68.9), (26.0, 69.0)).to_polygon();
        let map = Topology::from_polygons([south, north].map(MultiPolygon::from).into_iter().collect());
        assert_eq!(rounded(&suggestions(&map, &from_topology(&map), &Territory::default())), [(1, 0, 1_115)]);
        let small = Rect::new((22.9, 69.01), (23.1, 69.1)).to_polygon();
        let south = Rect::new((20.0, 68.9), (26.0, 69.0)).to_polygon();
        let map = Topology::from_polygons([south, small].map(MultiPolygon::from).into_iter().collect());
        assert_eq!(rounded(&suggestions(&map, &from_topology(&map), &Territory::default())), [(1, 0, 1_115)]);
    }

    #[test]
    fn one_component_needs_no_link() {
        let map = squares(&[(0., 0.), (1., 0.)]);
        assert_eq!(suggestions(&map, &from_topology(&map), &Territory::default()), []);
        assert_eq!(suggestions(&squares(&[]), &Graph::grid(0, 0), &Territory::default()), []);
    }

    #[test]
    fn a_corner_is_no_distance_and_of_equals_the_first_is_named() {
        let map = squares(&[(0., 0.), (1., 0.), (2., 1.), (3., 0.)]);
        assert_eq!(
            rounded(&suggestions(&map, &from_topology(&map), &Territory::default())),
            [(2, 1, 0), (3, 2, 0)]
        );
    }

    #[test]
    fn a_border_below_the_minimum_is_suggested_at_no_distance() {
        let map = squares(&[(0., 0.), (1., 0.)]);
        let options = GraphOptions { minimum_border_m: 2_000, ..GraphOptions::default() };
        assert_eq!(rounded(&suggestions(&map, &build(&map, &options), &Territory::default())), [(1, 0, 0)]);
    }

    #[test]
    fn what_a_link_says_are_no_neighbours_is_not_suggested() {
        let unit = |n: usize| Unit { code: UnitCode::new(n.to_string()), name: n.to_string(), population: 1 };
        let mut territory = Territory::new((0..5).map(unit).collect()).unwrap();
        territory.links = vec![Link {
            between: [id(0), id(1)],
            change: LinkChange::Remove,
            reason: "a river".to_owned(),
            author: None,
            date: None,
        }];
        // Whether they share a border or not.
        for (second, expected) in
            [(1., [(0, 2, 3_340), (1, 2, 2_226)]), (1.5, [(0, 2, 3_340), (1, 2, 1_670)])]
        {
            let map = squares(&[(0., 0.), (second, 0.), (4., 0.), (4., 1.), (5., 0.)]);
            let graph = from_topology(&map).with_links(&territory);
            assert_eq!(rounded(&suggestions(&map, &graph, &territory)), expected, "{second}");
        }
    }

    #[test]
    fn the_other_side_of_the_date_line_is_near() {
        let at = |west: f64| MultiPolygon::from(Rect::new((west, 0.0), (west + 0.01, 0.01)).to_polygon());
        let map = Topology::from_polygons([at(179.98), at(-179.99), at(179.0)].into_iter().collect());
        let found = rounded(&suggestions(&map, &from_topology(&map), &Territory::default()));
        assert_eq!(found, [(1, 0, 2_226), (2, 0, 107_980)]);
    }

    #[test]
    fn a_unit_without_a_shape_has_no_nearest() {
        let mut map = squares(&[(0., 0.)]).merged(&vec![vec![id(0)], Vec::new()].into());
        assert_eq!(suggestions(&map, &from_topology(&map), &Territory::default()), []);
        map = squares(&[]).merged(&vec![Vec::new(), Vec::new()].into());
        assert_eq!(suggestions(&map, &from_topology(&map), &Territory::default()), []);
    }

    #[test]
    fn many_islands_agree_with_a_look_at_every_pair() {
        // A walk over a grid of 3 steps between islands, shifted so that distances differ.
        let corners: Vec<(f64, f64)> = (0..60)
            .map(|n| {
                let (column, row) = (n * 7 % 60 / 8, n * 7 % 60 % 8);
                let shift = |factor: usize| f64::from((n * factor % 17) as u32) / 20.0;
                (3.0 * column as f64 + shift(5), 3.0 * row as f64 + shift(11))
            })
            .collect();
        let map = squares(&corners);
        let found = suggestions(&map, &from_topology(&map), &Territory::default());
        assert_eq!(found.len(), 59);
        for suggestion in found {
            let apart = |other: &(f64, f64)| {
                let (x, y) = corners[suggestion.unit.index()];
                let gap = |a: f64, b: f64, metres: f64| ((a - b).abs() - 1.0).max(0.0) * metres;
                gap(x, other.0, 1_113.19).hypot(gap(y, other.1, 1_105.74))
            };
            let others = corners.iter().enumerate().filter(|(n, _)| *n != suggestion.unit.index());
            let least = others.map(|(_, other)| apart(other)).fold(f64::INFINITY, f64::min);
            assert!((suggestion.distance_m - least).abs() < 1.0, "{suggestion:?}, but {least} by hand");
            assert!((apart(&corners[suggestion.nearest.index()]) - least).abs() < 1.0, "{suggestion:?}");
        }
    }
}
