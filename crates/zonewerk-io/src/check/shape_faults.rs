//! Units whose rings do not bound an area: what makes a polygon invalid in OGC Simple
//! Features (OGC 06-103r4, 6.1.11), said for each place where it happens.

use std::ops::ControlFlow;

use geo::{Coord, MultiPolygon};
use rayon::prelude::*;

use super::edge_tree::EdgeBox;
use super::ring_faults::ring_faults;
use super::ring_pairs::pair_faults;
use super::unit_ring::{PointKey, UnitRing};
use zonewerk_core::crs::MapScale;
use zonewerk_core::territory::{IdVec, UnitId};

/// What is wrong with a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ShapeFaultKind {
    /// A ring crosses itself, or runs twice along the same stretch.
    SelfIntersection,
    /// A ring passes the same point twice without crossing itself.
    SelfTouch,
    /// A ring runs forth and back over the same edge.
    Spike,
    /// Two rings of one part cross.
    CrossingRings,
    /// Two rings of the unit share a stretch, nothing but their sides differing.
    SharedEdge,
    /// A hole lies outside the exterior it belongs to.
    HoleOutside,
    /// A hole lies in another hole.
    HoleInHole,
    /// Rings of one part touch so often that they cut its inside in two.
    SplitInterior,
    /// Two parts of the unit overlap.
    PartsOverlap,
    /// Rings that meet themselves or each other in more than 10,000 places: no shape at all.
    Tangle,
}

impl ShapeFaultKind {
    /// Kebab-case name of the fault.
    pub fn code(self) -> &'static str {
        match self {
            Self::SelfIntersection => "self-intersection",
            Self::SelfTouch => "self-touch",
            Self::Spike => "spike",
            Self::CrossingRings => "crossing-rings",
            Self::SharedEdge => "shared-edge",
            Self::HoleOutside => "hole-outside",
            Self::HoleInHole => "hole-in-hole",
            Self::SplitInterior => "split-interior",
            Self::PartsOverlap => "parts-overlap",
            Self::Tangle => "tangle",
        }
    }
}

/// How big a fault is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FaultExtent {
    /// Length of a stretch in metres.
    LengthM(f64),
    /// Area in m2: of the loop that is cut off, the hole, the overlap, or the box around a tangle.
    AreaM2(f64),
}

/// One fault of the shape of one unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShapeFault {
    /// The unit.
    pub unit: UnitId,
    /// What is wrong.
    pub kind: ShapeFaultKind,
    /// Where.
    pub at: Coord,
    /// How big it is.
    pub extent: FaultExtent,
}

/// A fault of a unit that is known from the context.
pub(super) type UnplacedFault = (ShapeFaultKind, Coord, FaultExtent);

/// The faults of all shapes, sorted by unit and place. A unit has none exactly when its shape
/// is valid. A tangle has no other fault, and the other checks leave it out.
pub fn shape_faults(shapes: &IdVec<UnitId, MultiPolygon>, ground: &MapScale) -> Vec<ShapeFault> {
    let numbered: Vec<(UnitId, &MultiPolygon)> = shapes.iter().collect();
    let of_unit = |&(unit, shape): &(UnitId, &MultiPolygon)| {
        let faults = faults_of(shape, ground).into_iter();
        faults.map(|(kind, at, extent)| ShapeFault { unit, kind, at, extent }).collect::<Vec<_>>()
    };
    numbered.par_iter().flat_map_iter(of_unit).collect()
}

fn faults_of(shape: &MultiPolygon, ground: &MapScale) -> Vec<UnplacedFault> {
    let rings = UnitRing::all(shape);
    let mut faults = match all_faults(&rings, ground) {
        Ok(faults) => faults,
        Err(Tangle(at)) => {
            let bounds = rings.iter().map(UnitRing::bounds).fold(EdgeBox::NONE, EdgeBox::joined);
            let (width, height) = (bounds.max.x - bounds.min.x, bounds.max.y - bounds.min.y);
            let area_m2 = width * height * ground.scale(at).area_m2();
            vec![(ShapeFaultKind::Tangle, at, FaultExtent::AreaM2(area_m2))]
        }
    };
    faults.sort_by_key(|&(kind, at, _)| (PointKey::from(at), kind));
    // Where a ring crosses a stretch that is run along twice, it does so twice in one point.
    faults.dedup_by_key(|&mut (kind, at, _)| (PointKey::from(at), kind));
    faults
}

fn all_faults(rings: &[UnitRing], ground: &MapScale) -> Result<Vec<UnplacedFault>, Tangle> {
    let mut faults = Vec::new();
    for ring in rings {
        faults.extend(ring_faults(ring, ground)?);
    }
    if rings.len() > 1 {
        faults.extend(pair_faults(rings, ground)?);
    }
    Ok(faults)
}

/// Rings that meet too often to be taken apart, with one of the places.
pub(super) struct Tangle(pub Coord);

/// How often rings have met, up to where it is a tangle.
pub(super) struct MeetingLimit {
    crossings_left: usize,
    others_left: usize,
}

impl MeetingLimit {
    /// Rings that run along each other on all edges are no tangle yet.
    pub fn of_edges(edges: usize) -> Self {
        Self { crossings_left: 10_000, others_left: 10_000 + 4 * edges }
    }

    /// Counts one more.
    pub fn count(&mut self, at: Coord, is_crossing: bool) -> ControlFlow<Tangle> {
        let left = if is_crossing { &mut self.crossings_left } else { &mut self.others_left };
        *left = left.saturating_sub(1);
        if *left == 0 { ControlFlow::Break(Tangle(at)) } else { ControlFlow::Continue(()) }
    }
}
