//! Rings of one shape as polygons: which hole belongs in which exterior.
//!
//! By hand: libraries give a hole to the exterior before it, but the format allows any order.
//!
//! In a shapefile exteriors run clockwise and holes counterclockwise, in any order. A hole
//! belongs to the smallest exterior around it, by the parity of crossings along a
//! horizontal line (Shimrat, Algorithm 112, CACM 1962) with exact orientations. Exteriors
//! are taken from small to large, and holes that have found theirs leave the search.

use geo::kernels::{Kernel, Orientation, RobustKernel};
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

use zonewerk_core::layer::{Position, Ring};

/// Vertices of a hole to try, when the first ones lie on the exterior itself.
const PROBES: usize = 8;

/// Beyond this, coordinates are no map; such rings stay by themselves.
const FARTHEST: f64 = 1e100;

type Box2 = Rectangle<[f64; 2]>;

/// The rings of one shape, each exterior with its holes, in the order of the file. A hole
/// without an exterior around it is a polygon by itself. No position is touched.
pub(super) fn polygons(rings: Vec<Vec<Position>>) -> Vec<Vec<Ring>> {
    let owners = owners(&rings);
    let mut polygons: Vec<Vec<Ring>> = Vec::new();
    let mut places = vec![0; rings.len()];
    let (mut exteriors, mut holes) = (Vec::new(), Vec::new());
    for (number, ring) in rings.into_iter().enumerate() {
        match owners[number] {
            None => exteriors.push((number, ring)),
            Some(owner) => holes.push((owner, ring)),
        }
    }
    for (number, ring) in exteriors {
        places[number] = polygons.len();
        polygons.push(vec![Ok(ring)]);
    }
    for (owner, ring) in holes {
        polygons[places[owner]].push(Ok(ring));
    }
    polygons
}

/// For each ring that is a hole, the number of its exterior.
fn owners(rings: &[Vec<Position>]) -> Vec<Option<usize>> {
    let mut owners = vec![None; rings.len()];
    let areas: Vec<f64> = rings.iter().map(|ring| twice_area(ring)).collect();
    if rings.len() < 2 || !areas.iter().any(|&area| area > 0.0) {
        return owners;
    }
    let boxes: Vec<Option<Box2>> = rings.iter().map(|ring| bounds(ring)).collect();
    let holes = (0..rings.len()).filter(|&ring| areas[ring] > 0.0);
    let holes = holes.filter_map(|ring| boxes[ring].map(|bounds| GeomWithData::new(bounds, ring))).collect();
    let mut holes = RTree::bulk_load(holes);
    let mut unowned = holes.size();
    let mut exteriors: Vec<usize> = (0..rings.len()).filter(|&ring| areas[ring] < 0.0).collect();
    exteriors.sort_by(|&a, &b| areas[b].total_cmp(&areas[a]));
    for exterior in exteriors {
        let Some(bounds) = boxes[exterior] else { continue };
        let around = AABB::from_corners(bounds.lower(), bounds.upper());
        let candidates = holes.locate_in_envelope(&around).map(|hole| hole.data);
        let candidates: Vec<usize> = candidates.filter(|&hole| owners[hole].is_none()).collect();
        for hole in inside(&rings[exterior], rings, candidates) {
            owners[hole] = Some(exterior);
            unowned -= 1;
        }
        if unowned < holes.size() / 2 {
            holes = RTree::bulk_load(holes.into_iter().filter(|hole| owners[hole.data].is_none()).collect());
        }
    }
    owners
}

/// The holes that lie in the exterior: by the first vertex that is not on it. A hole of
/// which every vertex tried is on it, lies in it: its bounding box does.
fn inside(exterior: &[Position], rings: &[Vec<Position>], mut open: Vec<usize>) -> Vec<usize> {
    let mut inside = Vec::new();
    for probe in 0..PROBES {
        if open.is_empty() {
            break;
        }
        let vertex = |hole: usize| rings[hole][probe * rings[hole].len() / PROBES];
        let probes = open.iter().map(|&hole| (vertex(hole), hole)).collect();
        open = Vec::new();
        for (hole, side) in sides(exterior, probes) {
            match side {
                RingSide::Inside => inside.push(hole),
                RingSide::On => open.push(hole),
                RingSide::Outside => {}
            }
        }
    }
    inside.extend(open);
    inside
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum RingSide {
    Outside,
    Inside,
    On,
}

/// On which side of a ring each position lies: a walk along the ring, in which every edge
/// looks up the positions at its height.
fn sides(ring: &[Position], mut probes: Vec<(Position, usize)>) -> Vec<(usize, RingSide)> {
    probes.sort_by(|a, b| a.0.y.total_cmp(&b.0.y).then(a.1.cmp(&b.1)));
    let mut sides = vec![RingSide::Outside; probes.len()];
    for (place, &to) in ring.iter().enumerate() {
        let from = ring[if place == 0 { ring.len() - 1 } else { place - 1 }];
        let (low, high) = if from.y <= to.y { (from, to) } else { (to, from) };
        let start = probes.partition_point(|(probe, _)| probe.y < low.y);
        for (&(probe, _), side) in probes[start..].iter().zip(&mut sides[start..]) {
            if probe.y > high.y {
                break;
            }
            let turn = RobustKernel::orient2d(low, high, probe);
            let beside = low.x.min(high.x) <= probe.x && probe.x <= low.x.max(high.x);
            *side = match *side {
                RingSide::On => RingSide::On,
                _ if turn == Orientation::Collinear && beside => RingSide::On,
                RingSide::Outside if probe.y < high.y && turn == Orientation::CounterClockwise => {
                    RingSide::Inside
                }
                RingSide::Inside if probe.y < high.y && turn == Orientation::CounterClockwise => {
                    RingSide::Outside
                }
                same => same,
            };
        }
    }
    probes.into_iter().map(|(_, hole)| hole).zip(sides).collect()
}

/// Twice the area, positive for counterclockwise; from the first position, so that far
/// from the origin no digits are lost.
fn twice_area(ring: &[Position]) -> f64 {
    let Some(&origin) = ring.first() else { return 0.0 };
    ring.windows(2)
        .map(|pair| {
            let (a, b) = (pair[0] - origin, pair[1] - origin);
            a.x * b.y - b.x * a.y
        })
        .sum()
}

/// The bounding box, unless a coordinate is no number or too far.
fn bounds(ring: &[Position]) -> Option<Box2> {
    if ring.is_empty() || !ring.iter().all(|point| point.x.abs() <= FARTHEST && point.y.abs() <= FARTHEST) {
        return None;
    }
    let infinite = [f64::INFINITY; 2];
    let (low, high) = ring.iter().fold((infinite, infinite.map(|far| -far)), |(low, high), point| {
        ([low[0].min(point.x), low[1].min(point.y)], [high[0].max(point.x), high[1].max(point.y)])
    });
    Some(Rectangle::from_corners(low, high))
}
