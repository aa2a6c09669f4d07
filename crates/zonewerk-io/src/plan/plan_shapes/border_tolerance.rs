use geo::{BoundingRect, Coord, Intersects, LineString, MultiPolygon};
use rayon::prelude::*;
use rstar::primitives::{GeomWithData, Line, Rectangle};
use rstar::{AABB, PointDistance, RTree};

use super::ring_areas::perimeter_m;
use crate::formats::csv_table::problem;
use crate::{InputPlace, InputProblems};
use zonewerk_core::layer::MapLayer;
use zonewerk_core::territory::{IdVec, UnitId};

/// Tolerance as a multiple of the median distance between the borders: half of them lie
/// nearer, and where two generalised lines stray most they do so by several times as much.
const TIMES_WANDER: f64 = 10.0;

/// Least tolerance in metres.
const LEAST_M: f64 = 1.0;

/// Points on the borders of the zones from which distances are taken.
const SAMPLES: f64 = 10_000.0;

/// The width that the user names, up to which differences do not count.
///
/// # Errors
/// When it is no length.
pub(super) fn named(layer: &MapLayer, named: Option<f64>) -> Result<Option<f64>, InputProblems> {
    match named {
        Some(metres) if !(metres.is_finite() && metres >= 0.0) => {
            let (found, expected) = (format!("a tolerance of {metres} m"), "a length in metres, 0 or more");
            Err(problem("wrong-tolerance", &layer.file, InputPlace::File, &found, expected).into())
        }
        named => Ok(named),
    }
}

/// The width up to which differences do not count, where the user names none: 10 times the
/// median distance by which the borders stray.
pub(super) fn of_wander(wander_m: f64) -> f64 {
    (TIMES_WANDER * wander_m).max(LEAST_M)
}

/// Median distance in metres from the borders of the zones to the nearest border of a unit,
/// for as far as they run over the units; 0 where none does. Borders that cut through units
/// do not change it much as long as they are fewer than those that follow units.
pub(super) fn wander_m(units: &IdVec<UnitId, MultiPolygon>, zones: &[MultiPolygon]) -> f64 {
    let boxed = units.iter().filter_map(|(unit, shape)| {
        let bounds = shape.bounding_rect()?;
        Some(GeomWithData::new(Rectangle::from_corners(flat(bounds.min()), flat(bounds.max())), unit))
    });
    let boxes = RTree::bulk_load(boxed.collect());
    // Whoever leaves a unit crosses its border first.
    let distance = |at: Coord| {
        let here = boxes.locate_in_envelope_intersecting(&AABB::from_point(flat(at)));
        let over = here.into_iter().map(|one| &units[one.data]).find(|unit| unit.intersects(&at))?;
        let edges = rings(over).flat_map(|ring| ring.0.windows(2));
        let squares = edges.map(|edge| Line::new(flat(edge[0]), flat(edge[1])).distance_2(&flat(at)));
        Some(squares.fold(f64::INFINITY, f64::min).sqrt())
    };
    let length: f64 = zones.iter().flatten().map(perimeter_m).sum();
    let points = zones.iter().flat_map(rings).flat_map(|ring| along(ring, length / SAMPLES));
    let points: Vec<Coord> = points.collect();
    let mut distances: Vec<f64> = points.into_par_iter().filter_map(distance).collect();
    if distances.is_empty() {
        return 0.0;
    }
    let middle = (distances.len() - 1) / 2;
    *distances.select_nth_unstable_by(middle, f64::total_cmp).1
}

fn rings(shape: &MultiPolygon) -> impl Iterator<Item = &LineString> {
    shape.iter().flat_map(|polygon| [polygon.exterior()].into_iter().chain(polygon.interiors()))
}

fn flat(at: Coord) -> [f64; 2] {
    [at.x, at.y]
}

/// Points along a ring, this many metres apart, from half a step on.
fn along(ring: &LineString, step_m: f64) -> impl Iterator<Item = Coord> {
    let mut left_m = step_m / 2.0;
    ring.0.windows(2).flat_map(move |edge| {
        let [from, to] = [edge[0], edge[1]];
        let length = (to.x - from.x).hypot(to.y - from.y);
        let first = left_m;
        let count = if length < first { 0 } else { 1 + ((length - first) / step_m) as usize };
        left_m += count as f64 * step_m - length;
        (0..count).map(move |number| from + (to - from) * ((first + number as f64 * step_m) / length))
    })
}
