//! The outline of a set of units: arcs with a unit of the set on one side only, chained
//! into rings.
//!
//! Every ring has its inside on the left. Where several arcs leave a node, the walk
//! takes the first one clockwise from where it came: that one bounds the same inside.
//! A ring that passes a node twice is parted there, so that areas and holes that touch
//! in a point are rings of their own.

use std::collections::{BTreeMap, HashMap};

use geo::{Contains, Coord, Polygon};

use super::arc_rings::{doubled_area, points, walk};
use super::{ArcPolygon, ArcRing, ArcUse, Topology};
use crate::territory::UnitId;

pub(super) fn dissolve(topology: &Topology, units: &[UnitId]) -> Vec<ArcPolygon> {
    let mut times: BTreeMap<ArcUse, u32> = BTreeMap::new();
    for arc_use in units.iter().flat_map(|&unit| &topology.shapes[unit]).flatten().flatten() {
        *times.entry(*arc_use).or_default() += 1;
    }
    let both_sides =
        |arc_use: &ArcUse| times.contains_key(&ArcUse { reversed: !arc_use.reversed, ..*arc_use });
    let outline: Vec<ArcUse> = times.keys().copied().filter(|arc_use| !both_sides(arc_use)).collect();
    areas(topology, chain(topology, &outline))
}

type JunctionBits = [u64; 2];

fn node(point: Coord<f64>) -> JunctionBits {
    [(point.x + 0.0).to_bits(), (point.y + 0.0).to_bits()]
}

struct OutlineStep {
    arc_use: ArcUse,
    from: JunctionBits,
    to: JunctionBits,
    /// Direction in which the arc leaves its first node, and that back along it from its last.
    leaves: f64,
    back: f64,
}

fn step(topology: &Topology, arc_use: ArcUse) -> OutlineStep {
    let points = walk(&topology.arcs, arc_use);
    let (first, last) = (points[0], points[points.len() - 1]);
    let direction = |from: Coord<f64>, to: Coord<f64>| (to.y - from.y).atan2(to.x - from.x);
    OutlineStep {
        arc_use,
        from: node(first),
        to: node(last),
        leaves: direction(first, points[1]),
        back: direction(last, points[points.len() - 2]),
    }
}

fn chain(topology: &Topology, outline: &[ArcUse]) -> Vec<ArcRing> {
    let steps: Vec<OutlineStep> = outline.iter().map(|&arc_use| step(topology, arc_use)).collect();
    let mut leaving: HashMap<JunctionBits, Vec<usize>> = HashMap::new();
    for (number, step) in steps.iter().enumerate() {
        leaving.entry(step.from).or_default().push(number);
    }
    let mut taken = vec![false; steps.len()];
    let mut rings = Vec::new();
    for first in 0..steps.len() {
        let mut walked: Vec<usize> = Vec::new();
        let mut next = (!taken[first]).then_some(first);
        while let Some(number) = next {
            taken[number] = true;
            walked.push(number);
            let (at, back) = (steps[number].to, steps[number].back);
            if let Some(start) = walked.iter().position(|&number| steps[number].from == at) {
                rings.push(walked.drain(start..).map(|number| steps[number].arc_use).collect());
            }
            let ways = leaving.get(&at).into_iter().flatten().copied().filter(|&way| !taken[way]);
            let clockwise = |&way: &usize| (back - steps[way].leaves).rem_euclid(std::f64::consts::TAU);
            next = if walked.is_empty() {
                None
            } else {
                ways.min_by(|a, b| clockwise(a).total_cmp(&clockwise(b)))
            };
        }
    }
    rings
}

/// Sorts rings into exteriors and holes, each hole in the smallest exterior around it.
fn areas(topology: &Topology, rings: Vec<ArcRing>) -> Vec<ArcPolygon> {
    let mut exteriors: Vec<(f64, Polygon<f64>, ArcPolygon)> = Vec::new();
    let mut holes = Vec::new();
    for ring in rings {
        let points = points(&topology.arcs, &ring);
        let area = doubled_area(&points);
        if area > 0.0 {
            exteriors.push((area, Polygon::new(points.into(), Vec::new()), vec![ring]));
        } else {
            // An edge of a hole lies inside its exterior; what the hole surrounds may not.
            let on_edge = points[0] + (points[1] - points[0]) / 2.0;
            holes.push((on_edge, ring));
        }
    }
    for (on_edge, ring) in holes {
        let around = exteriors.iter_mut().filter(|(_, exterior, _)| exterior.contains(&on_edge));
        if let Some((.., area)) = around.min_by(|a, b| a.0.total_cmp(&b.0)) {
            area.push(ring);
        }
    }
    exteriors.into_iter().map(|(.., area)| area).collect()
}

#[cfg(test)]
mod tests {
    use geo::{Area as _, MultiPolygon, Rect, Validation, coord};

    use super::*;
    use crate::territory::{Id, IdVec};

    fn square(x: f64, y: f64, side: f64) -> Polygon<f64> {
        Rect::new(coord! { x: x, y: y }, coord! { x: x + side, y: y + side }).to_polygon()
    }

    fn topology(shapes: Vec<Vec<Polygon<f64>>>) -> Topology {
        let shapes: IdVec<UnitId, MultiPolygon<f64>> = shapes.into_iter().map(MultiPolygon::new).collect();
        Topology::from_polygons(shapes)
    }

    fn grid(side: usize) -> Topology {
        topology((0..side * side).map(|i| vec![square((i % side) as f64, (i / side) as f64, 1.0)]).collect())
    }

    fn units(numbers: &[usize]) -> Vec<UnitId> {
        numbers.iter().map(|&number| UnitId::new(number)).collect()
    }

    #[test]
    fn outlines_are_valid_and_lose_no_area() {
        // Which squares of the 3 x 3 grid, how many areas, how many holes.
        for (chosen, areas, holes) in [
            (vec![0], 1, 0),
            (vec![0, 1], 1, 0),
            (vec![0, 8], 2, 0),
            (vec![0, 4], 2, 0),
            (vec![0, 1, 2, 3, 5, 6, 7, 8], 1, 1),
            (vec![0, 1, 2, 3, 4, 5, 6, 7, 8], 1, 0),
            (vec![1, 3, 5, 7], 4, 0),
            (vec![0, 2, 4, 6, 8], 5, 0),
            (vec![0, 1, 2, 3, 5, 6, 7], 1, 1),
            (vec![1, 2, 3, 4, 5, 6, 7, 8], 1, 0),
            (vec![2, 1, 3, 6, 7, 5], 2, 0),
        ] {
            let outline = grid(3).dissolve(&units(&chosen));
            assert!(outline.is_valid(), "{chosen:?}: {outline:?}");
            assert_eq!(outline.unsigned_area(), chosen.len() as f64, "{chosen:?}");
            assert_eq!(outline.signed_area(), chosen.len() as f64, "{chosen:?} runs counterclockwise");
            assert_eq!(outline.0.len(), areas, "{chosen:?}");
            let found: usize = outline.iter().map(|polygon| polygon.interiors().len()).sum();
            assert_eq!(found, holes, "{chosen:?}");
        }
    }

    #[test]
    fn a_hole_is_filled_by_its_enclave_and_an_island_in_it_stays_apart() {
        let around = Polygon::new(
            square(0.0, 0.0, 9.0).exterior().clone(),
            vec![square(2.0, 2.0, 5.0).exterior().clone()],
        );
        let island = square(4.0, 4.0, 1.0);
        let between = Polygon::new(square(2.0, 2.0, 5.0).exterior().clone(), vec![island.exterior().clone()]);
        let map = topology(vec![vec![around], vec![between], vec![island]]);
        let outline = map.dissolve(&units(&[0, 1]));
        assert_eq!((outline.0.len(), outline.0[0].interiors().len()), (1, 1));
        assert_eq!(outline.unsigned_area(), 80.0);
        let outline = map.dissolve(&units(&[0, 2]));
        assert_eq!(outline.0.len(), 2);
        assert_eq!(outline.unsigned_area(), 81.0 - 25.0 + 1.0);
        assert!(outline.is_valid());
        assert_eq!(map.dissolve(&units(&[0, 1, 2])).unsigned_area(), 81.0);
    }

    #[test]
    fn merging_keeps_every_vertex_and_border() {
        let map = grid(3);
        let merged = map.merged(&vec![units(&[0, 1, 2]), units(&[3, 4, 5, 6, 7, 8])].into());
        assert_eq!(merged.len(), 2);
        for (unit, area) in [(0, 3.0), (1, 6.0)] {
            let shape = merged.geometry(UnitId::new(unit));
            assert_eq!((shape.unsigned_area(), shape.is_valid()), (area, true));
        }
        let shared = merged.arc_users().filter(|(_, users)| users.len() == 2);
        assert_eq!(shared.map(|(arc, _)| merged.arc(arc).len() - 1).sum::<usize>(), 3);
    }

    #[test]
    fn a_multipolygon_whose_parts_share_a_border_has_none_inside() {
        let map = topology(vec![vec![square(0.0, 0.0, 1.0), square(1.0, 0.0, 1.0)]]);
        assert_eq!(map.dissolve(&units(&[0])).0.len(), 1);
    }
}
