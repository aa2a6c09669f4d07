use geo::bool_ops::FillRule;
use geo::{BooleanOps, BoundingRect, Coord, InteriorPoint, MultiPolygon, Polygon};

use super::bounding_boxes::meet;
use super::nearby_zones::{NearZones, covers};
use super::ring_areas::{area_m2, perimeter_m, polygon_area_m2, width_m};
use super::sliver_limit::{GRAIN_M, SliverLimit};

/// What the zones hold of one unit.
#[derive(Clone, Debug)]
pub(super) struct UnitPieces {
    /// Area of the unit in m2.
    pub(super) unit_m2: f64,
    /// What each zone holds, by number.
    pub(super) zones: Vec<ZonePiece>,
    /// What no zone holds.
    pub(super) gap: PieceExtent,
    /// Whether more than slivers of it lies in no zone.
    pub(super) gap_counts: bool,
    /// Pairs of zones that lie over each other.
    pub(super) overlaps: Vec<ZoneOverlap>,
    /// What follows for the unit.
    pub(super) standing: UnitLocation,
}

/// What one zone holds of a unit.
#[derive(Clone, Debug)]
pub(super) struct ZonePiece {
    pub(super) zone: usize,
    pub(super) extent: PieceExtent,
    shape: MultiPolygon,
}

/// Pieces of land.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct PieceExtent {
    /// Area of all in m2.
    pub(super) area_m2: f64,
    /// Mean width of the widest in metres.
    pub(super) width_m: f64,
    /// A place in the largest.
    pub(super) at: Coord,
}

/// Two zones that lie over each other in a unit.
#[derive(Clone, Debug)]
pub(super) struct ZoneOverlap {
    pub(super) zones: [usize; 2],
    pub(super) extent: PieceExtent,
    pub(super) is_sliver: bool,
}

/// Where a unit lies, slivers aside.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum UnitLocation {
    /// In no zone.
    Nowhere,
    /// Wholly in each of these zones, in one or more.
    Whole(Vec<usize>),
    /// In pieces; and a place in what the largest zone does not hold.
    Cut(Vec<CutPiece>, Coord),
}

/// A piece of a unit that a zone holds: alone, or with others.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct CutPiece {
    pub(super) zone: usize,
    pub(super) area_m2: f64,
    /// Other zones that hold some of the same piece.
    pub(super) also_in: Vec<usize>,
}

impl UnitPieces {
    /// A unit that lies in a zone to the last metre, and in no other.
    fn all_of(zone: usize, unit_m2: f64) -> Self {
        let extent = PieceExtent { area_m2: unit_m2, ..PieceExtent::default() };
        Self {
            unit_m2,
            zones: vec![ZonePiece { zone, extent, shape: MultiPolygon::new(Vec::new()) }],
            gap: PieceExtent::default(),
            gap_counts: false,
            overlaps: Vec::new(),
            standing: UnitLocation::Whole(vec![zone]),
        }
    }
}

impl PieceExtent {
    pub(super) fn of(shape: &MultiPolygon) -> Self {
        let largest = shape.iter().max_by(|a, b| polygon_area_m2(a).total_cmp(&polygon_area_m2(b)));
        Self {
            area_m2: area_m2(shape),
            width_m: shape.iter().map(width_m).fold(0.0, f64::max),
            at: largest.map(point_in).unwrap_or_default(),
        }
    }
}

fn point_in(polygon: &Polygon) -> Coord {
    let first = polygon.exterior().0.first().copied().unwrap_or_default();
    polygon.interior_point().map_or(first, Coord::from)
}

/// What the zones near a unit hold of it, and what that comes to.
pub(super) fn pieces(unit: &MultiPolygon, near: &NearZones, sliver: SliverLimit) -> UnitPieces {
    if let [(zone, shape)] = &near[..]
        && covers(shape, unit)
    {
        return UnitPieces::all_of(*zone, sliver.unit_m2);
    }
    let held = |(zone, shape): &(usize, MultiPolygon)| {
        let shape = match covers(shape, unit) {
            true => unit.clone(),
            false => grainless(unit.intersection_with_fill_rule(shape, FillRule::NonZero)),
        };
        let extent = PieceExtent::of(&shape);
        (!shape.0.is_empty()).then_some(ZonePiece { zone: *zone, extent, shape })
    };
    let zones: Vec<ZonePiece> = near.iter().filter_map(held).collect();
    let rest = zones.iter().fold(unit.clone(), |rest, piece| rest.difference(&piece.shape));
    let rest = grainless(rest);
    let gap = PieceExtent::of(&rest);
    let gap_counts = counts(&rest, sliver);
    let overlaps = overlaps(unit, &zones, gap, sliver);
    let standing = standing(unit, &zones, sliver);
    UnitPieces { unit_m2: sliver.unit_m2, zones, gap, gap_counts, overlaps, standing }
}

/// Without what is narrower than numbers are exact.
fn grainless(mut shape: MultiPolygon) -> MultiPolygon {
    shape.0.retain(|piece| width_m(piece) > GRAIN_M);
    shape
}

/// Whether these pieces are more than slivers.
fn counts(shape: &MultiPolygon, sliver: SliverLimit) -> bool {
    shape.iter().any(|piece| !sliver.is(piece))
}

fn overlaps(
    unit: &MultiPolygon,
    zones: &[ZonePiece],
    gap: PieceExtent,
    sliver: SliverLimit,
) -> Vec<ZoneOverlap> {
    let held: f64 = zones.iter().map(|piece| piece.extent.area_m2).sum();
    let grain_m2 = GRAIN_M * unit.iter().map(perimeter_m).sum::<f64>();
    if held + gap.area_m2 <= sliver.unit_m2 + grain_m2 {
        return Vec::new();
    }
    let boxes: Vec<_> = zones.iter().map(|piece| piece.shape.bounding_rect()).collect();
    let mut overlaps = Vec::new();
    for (place, one) in zones.iter().enumerate() {
        for (other, other_box) in zones.iter().zip(&boxes).skip(place + 1) {
            let (Some(a), Some(b)) = (&boxes[place], other_box) else { continue };
            if !meet(a, b) {
                continue;
            }
            let shared = grainless(one.shape.intersection(&other.shape));
            if !shared.0.is_empty() {
                let (extent, is_sliver) = (PieceExtent::of(&shared), !counts(&shared, sliver));
                overlaps.push(ZoneOverlap { zones: [one.zone, other.zone], extent, is_sliver });
            }
        }
    }
    overlaps
}

/// The zones that hold more than slivers are those that count. One of them holds the unit
/// whole when it holds at least half of it and leaves out nothing but slivers.
fn standing(unit: &MultiPolygon, zones: &[ZonePiece], sliver: SliverLimit) -> UnitLocation {
    let held: f64 = zones.iter().map(|piece| piece.extent.area_m2).sum();
    let mut counting: Vec<&ZonePiece> = zones.iter().filter(|piece| counts(&piece.shape, sliver)).collect();
    if counting.is_empty() && 2.0 * held >= sliver.unit_m2 {
        counting = zones.iter().collect();
    }
    let counts_at_all = |zone: usize| counting.iter().any(|piece| piece.zone == zone);
    let slivers: Vec<&ZonePiece> = zones.iter().filter(|piece| !counts_at_all(piece.zone)).collect();
    // Slivers of several zones side by side are slivers still.
    let beyond = |piece: &ZonePiece| {
        slivers.iter().fold(unit.difference(&piece.shape), |rest, other| rest.difference(&other.shape))
    };
    let is_whole = |piece: &&&ZonePiece| {
        2.0 * piece.extent.area_m2 >= sliver.unit_m2 && !counts(&grainless(beyond(piece)), sliver)
    };
    let whole: Vec<usize> = counting.iter().filter(is_whole).map(|piece| piece.zone).collect();
    let Some(largest) = counting.iter().rev().max_by(|a, b| a.extent.area_m2.total_cmp(&b.extent.area_m2))
    else {
        return UnitLocation::Nowhere;
    };
    if whole.len() == counting.len() {
        return UnitLocation::Whole(whole);
    }
    let cut = counting.iter().flat_map(|piece| cut_pieces(piece, &counting, sliver));
    let beyond = PieceExtent::of(&unit.difference(&largest.shape));
    UnitLocation::Cut(cut.collect(), beyond.at)
}

/// What a zone holds alone, and what it holds together with others.
fn cut_pieces(piece: &ZonePiece, counting: &[&ZonePiece], sliver: SliverLimit) -> Vec<CutPiece> {
    let alone = |area_m2| CutPiece { zone: piece.zone, area_m2, also_in: Vec::new() };
    let others = counting.iter().filter(|other| other.zone != piece.zone);
    let shared = others.filter_map(|other| {
        let shared = piece.shape.intersection(&other.shape);
        counts(&shared, sliver).then_some((other, shared))
    });
    let (mut also_in, mut own) = (Vec::new(), piece.shape.clone());
    for (other, shared) in shared {
        own = own.difference(&shared);
        also_in.push(other.zone);
    }
    if also_in.is_empty() {
        return vec![alone(piece.extent.area_m2)];
    }
    let own_m2 = if counts(&own, sliver) { area_m2(&own) } else { 0.0 };
    let together = CutPiece { zone: piece.zone, area_m2: piece.extent.area_m2 - own_m2, also_in };
    if own_m2 > 0.0 { vec![alone(own_m2), together] } else { vec![together] }
}
