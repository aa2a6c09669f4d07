//! Parts so thin or so small that they are hardly meant.

use std::collections::BTreeSet;

use geo::{Coord, MultiPolygon};

use super::area_measures::{AreaSize, median_area_m2, point_inside};
use super::point_side::edges_by_parity;
use super::shape_faults::{ShapeFault, ShapeFaultKind};
use zonewerk_core::crs::MapScale;
use zonewerk_core::territory::{IdVec, UnitId};

/// A part narrower than this share of the square root of the median area of the units ..
const NARROW: f64 = 0.025;
/// .. and less round than this is a sliver, unless its area is that of a unit, as with a
/// ragged coast or many holes.
const THREAD: f64 = 0.1;
/// A part smaller than this share of the median area of the units is a sliver.
const CRUMB: f64 = 1e-5;

/// A part of a unit that is hardly meant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sliver {
    /// The unit.
    pub unit: UnitId,
    /// Whether it is all there is of the unit.
    pub is_whole_unit: bool,
    /// Area in m2.
    pub area_m2: f64,
    /// Mean width in metres, 2A/P.
    pub width_m: f64,
    /// A point inside.
    pub at: Coord,
}

/// The slivers of all units, sorted by unit and place in the unit. Shapes that have faults are
/// measured by the even-odd rule, tangles not at all.
pub fn slivers(
    shapes: &IdVec<UnitId, MultiPolygon>,
    faults: &[ShapeFault],
    ground: &MapScale,
) -> Vec<Sliver> {
    let faulty: BTreeSet<UnitId> = faults.iter().map(|fault| fault.unit).collect();
    let is_tangle = |fault: &&ShapeFault| fault.kind == ShapeFaultKind::Tangle;
    let tangles: BTreeSet<UnitId> = faults.iter().filter(is_tangle).map(|fault| fault.unit).collect();
    let median = median_area_m2(shapes, ground);
    let is_sliver = |size: AreaSize| {
        let thin = size.width_m() < NARROW * median.sqrt() && size.roundness() < THREAD;
        (thin && size.area_m2 < median) || size.area_m2 < CRUMB * median
    };
    let of_unit = |(unit, shape): (UnitId, &MultiPolygon)| {
        let sizes: Vec<AreaSize> = if faulty.contains(&unit) {
            edges_by_parity(shape).iter().map(|edges| AreaSize::left_of(edges, ground)).collect()
        } else {
            shape.iter().map(|part| AreaSize::of(part, ground)).collect()
        };
        let thin = shape.iter().zip(sizes).filter(|&(_, size)| is_sliver(size));
        let found = thin.map(|(part, size)| Sliver {
            unit,
            is_whole_unit: shape.0.len() == 1,
            area_m2: size.area_m2,
            width_m: size.width_m(),
            at: point_inside(part),
        });
        found.collect::<Vec<_>>()
    };
    shapes.iter().filter(|(unit, _)| !tangles.contains(unit)).flat_map(of_unit).collect()
}
