use std::collections::BTreeMap;

use rayon::prelude::*;

use super::unit_centres::centre;
use super::{AdjacencyKind, Contact, Graph, GraphOptions, MapParts};
use crate::territory::{Id, UnitId};
use crate::topology::{ArcId, SeamContact, Topology, point_key};

/// The rook graph of a map: each arc between two units is border, each arc of one
/// unit alone is outer border, but for a cut at 180 degrees. Arc lengths are those on WGS 84;
/// the sum per pair is rounded to whole metres.
pub fn from_topology(topology: &Topology) -> Graph {
    build(topology, &GraphOptions::default())
}

/// The graph of a map, lengths as in [`from_topology`]. Borders below the minimum are
/// kept apart as [`Graph::short_borders`]. Two units share a point when both have an arc
/// that ends there, as [`Topology::from_polygons`] cuts them.
pub fn build(topology: &Topology, options: &GraphOptions) -> Graph {
    let lengths_m: Vec<f64> = (0..topology.arc_users().len())
        .into_par_iter()
        .map(|arc| topology.arc_length_m(ArcId::new(arc)))
        .collect();
    let mut outer = vec![0.0; topology.len()];
    let mut shared: Vec<((UnitId, UnitId), f64)> = Vec::new();
    let sides = topology.sides();
    for (place, &length_m) in lengths_m.iter().enumerate() {
        let [left, right] = sides.of(ArcId::new(place));
        if left.is_empty() || right.is_empty() {
            left.iter().chain(&right).for_each(|unit| outer[unit.index()] += length_m);
        }
        for &a in &left {
            let others = right.iter().filter(|&&b| b != a);
            shared.extend(others.map(|&b| ((a.min(b), a.max(b)), length_m)));
        }
    }
    let seam = topology.seam_contacts();
    for &SeamContact { parts: [(west, _), (east, _)], length_m } in &seam {
        for unit in [west, east] {
            outer[unit.index()] -= length_m;
        }
        if west != east {
            shared.push(((west.min(east), west.max(east)), length_m));
        }
    }
    // Stable, so that the lengths of a pair are added up in the order of the arcs:
    // floating-point sums depend on it.
    shared.par_sort_by_key(|&(pair, _)| pair);
    let borders = shared.chunk_by(|one, next| one.0 == next.0).map(|same| {
        let length_m: f64 = same.iter().map(|(_, length_m)| length_m).sum();
        (same[0].0, (whole_metres(length_m), Contact::Border))
    });
    let mut touching: BTreeMap<(UnitId, UnitId), (u64, Contact)> = BTreeMap::new();
    if options.contiguity == AdjacencyKind::Queen {
        touching.extend(sharing_a_point(topology).into_iter().map(|pair| (pair, (0, Contact::Point))));
    }
    touching.extend(borders);
    let touching = touching.into_iter().map(|((a, b), (border_m, contact))| (a, b, border_m, contact));
    let (neighbours, short) = touching.partition(|&(_, _, border_m, _)| border_m >= options.minimum_border_m);
    let centres = topology.units().map(|unit| centre(&topology.geometry(unit))).collect();
    // Above 0 m a point makes no neighbours.
    let by_points = options.contiguity == AdjacencyKind::Queen && options.minimum_border_m == 0;
    let parts =
        MapParts::of_map(topology, &seam, if by_points { AdjacencyKind::Queen } else { AdjacencyKind::Rook });
    Graph::of_contacts(outer.into_iter().map(whole_metres).collect(), neighbours, short)
        .with_centres(centres)
        .with_map_parts(parts)
}

/// Pairs of units with an arc end in common, ascending; as many as there are neighbours,
/// so a point where `n` units meet gives all their pairs.
fn sharing_a_point(topology: &Topology) -> Vec<(UnitId, UnitId)> {
    let mut ends: Vec<([u64; 2], UnitId)> = Vec::new();
    for (arc, users) in topology.arc_users() {
        let points = topology.arc(arc);
        for point in points.first().into_iter().chain(points.last()) {
            let key = point_key(*point);
            ends.extend(users.iter().map(|&unit| (key, unit)));
        }
    }
    ends.par_sort_unstable();
    ends.dedup();
    let mut pairs = Vec::new();
    for meeting in ends.chunk_by(|one, next| one.0 == next.0) {
        for (place, (_, a)) in meeting.iter().enumerate() {
            pairs.extend(meeting[place + 1..].iter().map(|(_, b)| (*a, *b)));
        }
    }
    pairs
}

fn whole_metres(length_m: f64) -> u64 {
    length_m.round().max(0.0) as u64
}

#[cfg(test)]
mod tests {
    use geo::{MultiPolygon, Rect};

    use super::*;
    use crate::territory::{Link, LinkChange, Territory, Unit, UnitCode};

    /// A grid of 2 columns near the equator, row by row; a square is about 1,113 m wide
    /// and 1,106 m high.
    fn grid(rows: usize) -> Topology {
        let square = |place: usize| {
            let corner = |x: usize, y: usize| (x as f64 / 100.0, y as f64 / 100.0);
            let (x, y) = (place % 2, place / 2);
            MultiPolygon::from(Rect::new(corner(x, y), corner(x + 1, y + 1)).to_polygon())
        };
        Topology::from_polygons((0..2 * rows).map(square).collect())
    }

    fn options(contiguity: AdjacencyKind, minimum_border_m: u64) -> GraphOptions {
        GraphOptions { contiguity, minimum_border_m }
    }

    fn pairs(graph: &Graph) -> Vec<(usize, usize, u64, Contact)> {
        let row =
            |(a, b): (UnitId, &super::super::Neighbour)| (a.index(), b.unit.index(), b.border_m, b.contact);
        graph.pairs().map(row).collect()
    }

    #[test]
    fn queen_adds_the_diagonals_with_no_border() {
        use Contact::{Border, Point};
        let map = grid(2);
        let rook =
            [(0, 1, 1_106, Border), (0, 2, 1_113, Border), (1, 3, 1_113, Border), (2, 3, 1_106, Border)];
        assert_eq!(pairs(&build(&map, &options(AdjacencyKind::Rook, 0))), rook);
        let mut queen = rook.to_vec();
        queen.extend([(0, 3, 0, Point), (1, 2, 0, Point)]);
        queen.sort_by_key(|&(a, b, ..)| (a, b));
        assert_eq!(pairs(&build(&map, &options(AdjacencyKind::Queen, 0))), queen);
        assert_eq!(from_topology(&map), build(&map, &GraphOptions::default()));
    }

    #[test]
    fn a_border_below_the_minimum_stays_on_the_map() {
        let map = grid(2);
        let all = from_topology(&map);
        for (minimum_border_m, left) in [(1_106, 4), (1_107, 2), (1_113, 2), (1_114, 0)] {
            for contiguity in [AdjacencyKind::Rook, AdjacencyKind::Queen] {
                let graph = build(&map, &options(contiguity, minimum_border_m));
                assert_eq!(graph.borders().count(), left, "{minimum_border_m} m");
                for unit in graph.units() {
                    assert_eq!(graph.perimeter_m(unit), all.perimeter_m(unit));
                    assert_eq!(graph.outer_m(unit), all.outer_m(unit));
                }
            }
        }
        let graph = build(&map, &options(AdjacencyKind::Rook, 1_110));
        let short: Vec<u64> =
            graph.short_borders(UnitId::new(0)).iter().map(|short| short.border_m).collect();
        assert_eq!(short, [1_106]);
    }

    #[test]
    fn a_link_joins_over_a_short_border_and_takes_any_border_away() {
        let unit = |n: usize| Unit { code: UnitCode::new(n.to_string()), name: n.to_string(), population: 1 };
        let mut territory = Territory::new((0..4).map(unit).collect()).unwrap();
        let link = |a: usize, b: usize, change: LinkChange| Link {
            between: [UnitId::new(a), UnitId::new(b)],
            change,
            reason: "a bridge".to_owned(),
            author: None,
            date: None,
        };
        territory.links = vec![
            link(0, 1, LinkChange::Add),
            link(0, 2, LinkChange::Remove),
            link(2, 3, LinkChange::Remove),
            link(1, 2, LinkChange::Remove),
        ];
        let plain = build(&grid(2), &options(AdjacencyKind::Rook, 1_110));
        let graph = plain.clone().with_links(&territory);
        assert_eq!(pairs(&graph), [(0, 1, 1_106, Contact::Link), (1, 3, 1_113, Contact::Border)]);
        let removed = |a: usize| -> Vec<(usize, u64)> {
            let removed = graph.removed(UnitId::new(a)).iter();
            removed.map(|neighbour| (neighbour.unit.index(), neighbour.border_m)).collect()
        };
        assert_eq!(removed(2), [(0, 1_113), (3, 1_106)]);
        assert_eq!(removed(1), []);
        for unit in graph.units() {
            assert!(graph.short_borders(unit).is_empty());
            assert_eq!(graph.perimeter_m(unit), plain.perimeter_m(unit));
        }
    }

    #[test]
    fn any_number_of_threads_gives_the_same_graph() {
        let map = grid(200);
        let on = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| build(&map, &options(AdjacencyKind::Queen, 0)))
        };
        let one = on(1);
        assert_eq!(one.borders().count(), 200 + 2 * 199 + 2 * 199);
        assert_eq!(one, on(4));
    }
}
