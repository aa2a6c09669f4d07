//! Areas without a unit that are enclosed by units.

use std::collections::BTreeSet;

use geo::{Coord, Line, MultiPolygon, Polygon};

use super::area_measures::{AreaSize, distance, median_area_m2, point_inside};
use super::edge_tree::EdgeBox;
use super::open_borders::{LooseIndex, OpenBorders};
use super::open_gaps::{OpenGap, open_gaps};
use super::unit_coverage::Cover;
use super::unit_ring::PointKey;
use zonewerk_core::crs::MapScale;
use zonewerk_core::territory::{IdVec, UnitId};

/// Share of the square root of the median area of the units.
const DEFAULT_WIDTH: f64 = 0.05;

/// An area without a unit, with units all around.
#[derive(Clone, Debug, PartialEq)]
pub struct ClosedGap {
    /// The units around it, ascending.
    pub units: Vec<UnitId>,
    /// Whether it is as narrow as a gap between two or more units; else it may be meant, as
    /// the enclave of another country is.
    pub is_narrow: bool,
    /// Area in m2.
    pub area_m2: f64,
    /// Mean width in metres, 2A/P.
    pub width_m: f64,
    /// A point inside.
    pub at: Coord,
}

/// All gaps of a map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gaps {
    /// Areas enclosed by units, sorted by units and place.
    pub closed: Vec<ClosedGap>,
    /// Strips between two units that are open at an end, sorted by units and place.
    pub open: Vec<OpenGap>,
}

/// The width below which a gap is a fault if nothing else is said, in metres: 5 % of the square
/// root of the median area of the units.
pub fn default_gap_width_m(shapes: &IdVec<UnitId, MultiPolygon>, ground: &MapScale) -> f64 {
    DEFAULT_WIDTH * median_area_m2(shapes, ground).sqrt()
}

/// The gaps of a map, of which those narrower than `gap_width_m` are faults.
pub fn gaps(
    shapes: &IdVec<UnitId, MultiPolygon>,
    borders: &OpenBorders,
    gap_width_m: f64,
    ground: &MapScale,
) -> Gaps {
    let cover = Cover::new(borders);
    let mut bare = cover.bare();
    let finest_m = 4.0 * ground.most_metres(cover.grain);
    bare.retain(|area| AreaSize::of(area, ground).width_m() > finest_m);
    let loose = LooseIndex::new(borders);
    let mut closed = Vec::new();
    let mut settled = vec![false; borders.loose.len()];
    for area in &bare {
        let around = edges_around(area, &loose, cover.grain);
        let units: BTreeSet<UnitId> = around.iter().map(|&edge| borders.loose[edge].unit).collect();
        let size = AreaSize::of(area, ground);
        let is_narrow = units.len() > 1 && size.width_m() < gap_width_m;
        for &edge in around.iter().filter(|_| is_narrow || units.len() == 1) {
            settled[edge] = true;
        }
        closed.push(ClosedGap {
            units: units.into_iter().collect(),
            is_narrow,
            area_m2: size.area_m2,
            width_m: size.width_m(),
            at: point_inside(area),
        });
    }
    closed.sort_by_cached_key(|gap: &ClosedGap| (gap.units.clone(), PointKey::from(gap.at)));
    Gaps { closed, open: open_gaps(shapes, borders, &loose, &settled, gap_width_m, ground) }
}

/// The loose edges that run along the border of an area.
fn edges_around(area: &Polygon, loose: &LooseIndex, grain: f64) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for ring in std::iter::once(area.exterior()).chain(area.interiors()) {
        for side in ring.lines() {
            let bounds = EdgeBox::of([side.start, side.end]).grown(Coord { x: grain, y: grain });
            let along = loose.near(bounds).filter(|(_, edge)| runs_along(edge.line, side, grain));
            found.extend(along.map(|(number, _)| number));
        }
    }
    found
}

/// Whether an edge lies on a side of an area for more than a few grains.
fn runs_along(edge: Line, side: Line, grain: f64) -> bool {
    let length = distance(side.start, side.end);
    let along = side.delta() / length;
    let offset = |point: Coord| point - side.start;
    let forth = |point: Coord| offset(point).x * along.x + offset(point).y * along.y;
    let aside = |point: Coord| offset(point).y * along.x - offset(point).x * along.y;
    let (from, to) = (forth(edge.start), forth(edge.end));
    let (low, high) = (from.min(to).max(0.0), from.max(to).min(length));
    let aside_at = |place: f64| {
        let share = if to == from { 0.0 } else { (place - from) / (to - from) };
        aside(edge.start) + share * (aside(edge.end) - aside(edge.start))
    };
    high - low > 2.0 * grain && aside_at(low).abs() <= grain && aside_at(high).abs() <= grain
}
