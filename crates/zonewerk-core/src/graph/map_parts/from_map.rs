use std::collections::BTreeMap;

use geo::GeodesicArea;
use hashbrown::HashMap;
use petgraph::unionfind::UnionFind;
use rayon::prelude::*;

use super::{MapPart, MapParts};
use crate::graph::AdjacencyKind;
use crate::territory::{IdVec, UnitId};
use crate::topology::{ArcId, ArcUse, SeamContact, Topology, point_key};

type PointBits = [u64; 2];

impl MapParts {
    /// The parts of the units of a map, and of what touches where it is cut at 180 degrees.
    pub(in crate::graph) fn of_map(map: &Topology, seam: &[SeamContact], contiguity: AdjacencyKind) -> Self {
        let part_of = parts_of_units(map, seam, contiguity);
        let sizes: Vec<(UnitId, Vec<u64>)> =
            part_of.par_iter().map(|(&unit, parts)| (unit, sizes_m2(map, unit, parts))).collect();
        let mut found = Self {
            several: sizes.into_iter().collect(),
            touching: BTreeMap::new(),
            part_of,
            map: Some(map.clone()),
        };
        found.see_what_touches(map, seam, contiguity);
        found.sort();
        found
    }

    /// The part that a polygon of a unit belongs to.
    pub(super) fn of_polygon(&self, unit: UnitId, polygon: usize) -> usize {
        self.part_of.get(&unit).map_or(0, |parts| parts[polygon])
    }

    fn see_what_touches(&mut self, map: &Topology, seam: &[SeamContact], contiguity: AdjacencyKind) {
        let mut near: IdVec<ArcId, bool> = IdVec::filled(false, map.arc_users().len());
        let mut nodes: HashMap<PointBits, Vec<MapPart>> = HashMap::new();
        for unit in self.in_several() {
            for used in map.shape(unit).iter().flatten().flatten() {
                near[used.arc] = true;
                if contiguity == AdjacencyKind::Queen {
                    nodes.extend(ends(map, used.arc).map(|node| (node, Vec::new())));
                }
            }
        }
        let mut sides: HashMap<ArcId, [Vec<MapPart>; 2]> = HashMap::new();
        for unit in map.units() {
            for (polygon, used) in arc_uses(map, unit) {
                let part = (unit, self.of_polygon(unit, polygon));
                if near[used.arc] {
                    sides.entry(used.arc).or_default()[usize::from(used.reversed)].push(part);
                }
                if !nodes.is_empty() {
                    for node in ends(map, used.arc) {
                        if let Some(parts) = nodes.get_mut(&node) {
                            parts.push(part);
                        }
                    }
                }
            }
        }
        for [left, right] in sides.into_values() {
            for &one in &left {
                right.iter().filter(|other| other.0 != one.0).for_each(|&other| self.touch(one, other));
            }
        }
        for SeamContact { parts, .. } in seam {
            let [west, east] = parts.map(|(unit, polygon)| (unit, self.of_polygon(unit, polygon)));
            if west.0 != east.0 {
                self.touch(west, east);
            }
        }
        for mut parts in nodes.into_values() {
            parts.sort_unstable();
            parts.dedup();
            for (place, &one) in parts.iter().enumerate() {
                let others = parts[place + 1..].iter().filter(|other| other.0 != one.0);
                others.for_each(|&other| self.touch(one, other));
            }
        }
    }
}

/// The part of each polygon, of the units that have several parts; parts are numbered in the order
/// of their first polygons.
fn parts_of_units(
    map: &Topology,
    seam: &[SeamContact],
    contiguity: AdjacencyKind,
) -> BTreeMap<UnitId, Vec<usize>> {
    let mut found = BTreeMap::new();
    let mut over_the_seam: BTreeMap<UnitId, Vec<[usize; 2]>> = BTreeMap::new();
    for &SeamContact { parts: [(west, of_west), (east, of_east)], .. } in seam {
        if west == east {
            over_the_seam.entry(west).or_default().push([of_west, of_east]);
        }
    }
    for unit in map.units().filter(|&unit| map.shape(unit).len() > 1) {
        let mut joined = UnionFind::<usize>::new(map.shape(unit).len());
        for &[west, east] in over_the_seam.get(&unit).into_iter().flatten() {
            joined.union(west, east);
        }
        let mut by_arc: HashMap<ArcId, usize> = HashMap::new();
        let mut by_node: HashMap<PointBits, usize> = HashMap::new();
        for (polygon, used) in arc_uses(map, unit) {
            joined.union(polygon, *by_arc.entry(used.arc).or_insert(polygon));
            if contiguity == AdjacencyKind::Queen {
                for node in ends(map, used.arc) {
                    joined.union(polygon, *by_node.entry(node).or_insert(polygon));
                }
            }
        }
        let mut numbers: HashMap<usize, usize> = HashMap::new();
        let roots = joined.into_labeling();
        let parts: Vec<usize> = roots
            .into_iter()
            .map(|root| {
                let next = numbers.len();
                *numbers.entry(root).or_insert(next)
            })
            .collect();
        if numbers.len() > 1 {
            found.insert(unit, parts);
        }
    }
    found
}

/// The arcs of a unit with the polygon that uses each.
fn arc_uses(map: &Topology, unit: UnitId) -> impl Iterator<Item = (usize, ArcUse)> + '_ {
    let polygons = map.shape(unit).iter().enumerate();
    polygons.flat_map(|(place, rings)| rings.iter().flatten().map(move |&used| (place, used)))
}

fn ends(map: &Topology, arc: ArcId) -> impl Iterator<Item = PointBits> {
    let points = map.arc(arc);
    [points[0], points[points.len() - 1]].into_iter().map(point_key)
}

/// Square metres of each part, on WGS 84 (Karney 2013).
fn sizes_m2(map: &Topology, unit: UnitId, part_of: &[usize]) -> Vec<u64> {
    let parts = part_of.iter().max().map_or(0, |last| last + 1);
    let mut sizes = vec![0.0; parts];
    for (polygon, &part) in map.geometry(unit).iter().zip(part_of) {
        sizes[part] += polygon.geodesic_area_unsigned();
    }
    sizes.into_iter().map(|size: f64| size.round() as u64).collect()
}
