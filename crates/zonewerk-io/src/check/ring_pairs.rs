//! Faults between two rings of one unit: crossing, nested where they may not be, or touching
//! so often that the inside falls apart.

use std::collections::{BTreeMap, BTreeSet};

use geo::{BooleanOps, Coord, LineString, MultiPolygon, Polygon};
use petgraph::unionfind::UnionFind;

use super::area_measures::{AreaSize, point_inside, signed_area};
use super::ring_contact::{RingContact, RingContacts};
use super::shape_faults::{FaultExtent, ShapeFaultKind, Tangle, UnplacedFault};
use super::unit_ring::{PointKey, UnitRing};
use zonewerk_core::crs::MapScale;

/// The faults between the rings of one unit, in no particular order, unless they are a tangle.
pub(super) fn pair_faults(rings: &[UnitRing], ground: &MapScale) -> Result<Vec<UnplacedFault>, Tangle> {
    let contacts = RingContacts::new(rings, ground)?;
    let mut faults = Vec::new();
    let mut bad_parts = BTreeSet::new();
    for (part, fault) in
        contact_faults(rings, &contacts, ground).into_iter().chain(hole_faults(rings, &contacts, ground))
    {
        bad_parts.insert(part);
        faults.push(fault);
    }
    faults.extend(split_interiors(rings, &contacts, &bad_parts, ground));
    faults.extend(part_faults(rings, &contacts, ground));
    Ok(faults)
}

/// Rings of one part that cross or share a stretch, with the number of the part.
fn contact_faults(
    rings: &[UnitRing],
    contacts: &RingContacts,
    ground: &MapScale,
) -> Vec<(usize, UnplacedFault)> {
    let same_part = |&(&(a, b), contact): &(&(usize, usize), &RingContact)| {
        rings[a].part == rings[b].part && contact.is_bad()
    };
    let fault = |(&(a, b), contact): (&(usize, usize), &RingContact)| {
        // The exterior has the lower number of the two, so that the second is a hole.
        let (first, second) = (&rings[a], &rings[b]);
        let fault = match (contact.crossing, contact.shared) {
            (Some(at), _) => {
                let (one, other) = (first.polygon(), second.polygon());
                let wrong = if first.place == 0 { other.difference(&one) } else { one.intersection(&other) };
                (
                    ShapeFaultKind::CrossingRings,
                    at,
                    FaultExtent::AreaM2(AreaSize::of_all(&wrong, ground).area_m2),
                )
            }
            (None, Some(at)) if !contact.same_side => {
                (ShapeFaultKind::SharedEdge, at, FaultExtent::LengthM(contact.shared_m))
            }
            _ if first.place == 0 => hole_fault(ShapeFaultKind::HoleOutside, second, ground),
            _ => hole_fault(ShapeFaultKind::HoleInHole, inner_of(first, second), ground),
        };
        (first.part, fault)
    };
    contacts.met.iter().filter(same_part).map(fault).collect()
}

fn inner_of<'a>(a: &'a UnitRing, b: &'a UnitRing) -> &'a UnitRing {
    if a.signed_area.abs() < b.signed_area.abs() { a } else { b }
}

fn hole_fault(kind: ShapeFaultKind, hole: &UnitRing, ground: &MapScale) -> UnplacedFault {
    (kind, point_inside(&hole.polygon()), FaultExtent::AreaM2(AreaSize::of(&hole.polygon(), ground).area_m2))
}

/// Holes outside their exterior or inside each other, crossing nothing, with the number of the part.
fn hole_faults(
    rings: &[UnitRing],
    contacts: &RingContacts,
    ground: &MapScale,
) -> Vec<(usize, UnplacedFault)> {
    let mut faults = Vec::new();
    let mut exterior = 0;
    for (index, ring) in rings.iter().enumerate() {
        if ring.place == 0 {
            exterior = index;
            continue;
        }
        if !contacts.bad(exterior, index) && !ring.lies_inside(&rings[exterior]) {
            faults.push((ring.part, hole_fault(ShapeFaultKind::HoleOutside, ring, ground)));
        }
        let mut others = contacts.near(rings, index);
        let nested = others.any(|b| {
            let other = &rings[b];
            other.part == ring.part && other.place > 0 && !contacts.bad(index, b) && ring.lies_inside(other)
        });
        if nested {
            faults.push((ring.part, hole_fault(ShapeFaultKind::HoleInHole, ring, ground)));
        }
    }
    faults
}

/// Closed chains of rings that touch: rings and points as a graph, in which a circle cuts
/// the inside in two.
fn split_interiors(
    rings: &[UnitRing],
    contacts: &RingContacts,
    bad_parts: &BTreeSet<usize>,
    ground: &MapScale,
) -> Vec<UnplacedFault> {
    let mut faults = Vec::new();
    let mut numbers: BTreeMap<(usize, PointKey), usize> = BTreeMap::new();
    let mut ends = BTreeMap::new();
    for (&(a, b), contact) in &contacts.met {
        let part = rings[a].part;
        if part != rings[b].part || bad_parts.contains(&part) {
            continue;
        }
        for &at in &contact.touches {
            let next = rings.len() + numbers.len();
            let point = *numbers.entry((part, at.into())).or_insert(next);
            ends.extend([((a, point), at), ((b, point), at)]);
        }
    }
    let mut joined = UnionFind::<usize>::new(rings.len() + numbers.len());
    for ((ring, point), at) in ends {
        if !joined.union(ring, point) {
            faults.push((
                ShapeFaultKind::SplitInterior,
                at,
                FaultExtent::AreaM2(AreaSize::of(&rings[ring].polygon(), ground).area_m2),
            ));
        }
    }
    faults
}

/// Parts that overlap or adjoin along a stretch.
fn part_faults(rings: &[UnitRing], contacts: &RingContacts, ground: &MapScale) -> Vec<UnplacedFault> {
    let mut faults = Vec::new();
    let mut overlapping: BTreeMap<(usize, usize), Coord> = BTreeMap::new();
    let pair = |a: usize, b: usize| {
        let (first, second) = (rings[a].part, rings[b].part);
        (first.min(second), first.max(second))
    };
    for (&(a, b), contact) in &contacts.met {
        if rings[a].part == rings[b].part {
            continue;
        }
        if let Some(at) = contact.crossing.or(contact.shared.filter(|_| contact.same_side)) {
            overlapping.entry(pair(a, b)).or_insert(at);
        } else if let Some(at) = contact.shared {
            faults.push((ShapeFaultKind::SharedEdge, at, FaultExtent::LengthM(contact.shared_m)));
        }
    }
    for (index, ring) in rings.iter().enumerate().filter(|(_, ring)| ring.place == 0) {
        for other in contacts.near(rings, index) {
            let outer = &rings[other];
            let inside = outer.place == 0
                && !overlapping.contains_key(&pair(index, other))
                && !contacts.bad(index, other)
                && ring.lies_inside(outer);
            let in_hole_of_it =
                |b: usize| rings[b].part == outer.part && rings[b].place > 0 && ring.lies_inside(&rings[b]);
            if inside && !contacts.near(rings, index).any(in_hole_of_it) {
                overlapping.insert(pair(index, other), ring.points[0]);
            }
        }
    }
    faults.extend(overlapping.into_iter().map(|((a, b), at)| {
        let shared = part(rings, a).intersection(&part(rings, b));
        let place = largest(&shared).map_or(at, point_inside);
        (ShapeFaultKind::PartsOverlap, place, FaultExtent::AreaM2(AreaSize::of_all(&shared, ground).area_m2))
    }));
    faults
}

fn part(rings: &[UnitRing], part: usize) -> Polygon {
    let start = rings.partition_point(|ring| ring.part < part);
    let mut lines = rings[start..]
        .iter()
        .take_while(|ring| ring.part == part)
        .map(|ring| LineString::new(ring.points.clone()));
    let exterior = lines.next().unwrap_or_else(|| LineString::new(Vec::new()));
    Polygon::new(exterior, lines.collect())
}

/// The polygon with the largest area, the first of several.
pub(super) fn largest(polygons: &MultiPolygon) -> Option<&Polygon> {
    let mut best: Option<(&Polygon, f64)> = None;
    for polygon in polygons {
        let area = signed_area(&polygon.exterior().0).abs();
        if best.is_none_or(|(_, most)| area > most) {
            best = Some((polygon, area));
        }
    }
    best.map(|(polygon, _)| polygon)
}
