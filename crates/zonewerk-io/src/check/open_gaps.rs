//! Strips without a unit between the borders of two units, open at an end.
//!
//! A gap that units enclose is a hole in their union, and an overlay finds it. An open gap is part of the
//! outside, so no overlay sees it. It is found by looking across: at steps along each border that has
//! no neighbour, the nearest border that runs the other way within the gap width lies opposite. A
//! stretch with one unit opposite all along is a gap, where it is long and narrow.

use std::cell::LazyCell;
use std::collections::BTreeSet;

use geo::{Contains, Coord, Line, MultiPolygon};
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

use super::edge_tree::EdgeBox;
use super::open_borders::{LooseIndex, OpenBorders, OpenEdge};
use super::unit_ring::PointKey;
use zonewerk_core::crs::{LocalScale, MapScale};
use zonewerk_core::territory::{IdVec, UnitId};

/// A strip is at least this many times as long as it is wide.
const SLENDER: f64 = 10.0;
/// Cosine of the greatest angle between two borders that run along each other: 15 degrees.
const PARALLEL: f64 = 0.9659;
/// Steps along a border in a gap width.
const STEPS: f64 = 4.0;

/// Steps along one edge at most: both borders are straight between its ends, or are looked
/// at from the other side too.
const MOST_STEPS: f64 = 256.0;

/// A strip between two units, open at an end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OpenGap {
    /// The units on both sides, ascending.
    pub units: [UnitId; 2],
    /// Length in metres.
    pub length_m: f64,
    /// Area in m2.
    pub area_m2: f64,
    /// Mean width in metres, area by length.
    pub width_m: f64,
    /// Greatest width in metres.
    pub greatest_width_m: f64,
    /// The middle of the strip.
    pub at: Coord,
}

/// What lies opposite a step of a border.
struct Opposite {
    unit: UnitId,
    width_m: f64,
    /// Halfway.
    middle: Coord,
}

/// A stretch of border with one unit opposite.
struct OppositeRun {
    across: UnitId,
    length_m: f64,
    /// Length since something was opposite.
    missed_m: f64,
    area_m2: f64,
    greatest_width_m: f64,
    /// Length up to and middle of each step.
    steps: Vec<(f64, Coord)>,
}

/// The open gaps between units, sorted by units and place. `settled`
/// edges are known to have none.
pub(super) fn open_gaps(
    shapes: &IdVec<UnitId, MultiPolygon>,
    borders: &OpenBorders,
    index: &LooseIndex,
    settled: &[bool],
    gap_width_m: f64,
    ground: &MapScale,
) -> Vec<OpenGap> {
    if gap_width_m.is_nan() || gap_width_m <= 0.0 {
        return Vec::new();
    }
    let loose = &borders.loose;
    let mut found = Vec::new();
    let mut run: Option<OppositeRun> = None;
    let mut close = |run: Option<OppositeRun>, unit: UnitId| found.extend(run.and_then(|run| run.gap(unit)));
    let mut before: Option<OpenEdge> = None;
    for ((edge, &settled), lonely) in
        loose.iter().zip(settled).zip(lonely(loose, index, ground.reach(gap_width_m)))
    {
        let skipped = settled || lonely;
        if let Some(before) = before.filter(|b| b.unit != edge.unit || b.line.end != edge.line.start) {
            close(run.take(), before.unit);
        }
        before = Some(*edge);
        let length = ground.length_m(edge.line.start, edge.line.end);
        let even = ground.is_even(edge.line.start, edge.line.end);
        let scale = LazyCell::new(|| ground.scale((edge.line.start + edge.line.end) / 2.0));
        let steps = if skipped { 1.0 } else { (length * STEPS / gap_width_m).ceil().clamp(1.0, MOST_STEPS) };
        for step in 0..steps as u32 {
            let at = edge.line.start + edge.line.delta() * ((f64::from(step) + 0.5) / steps);
            let across = if skipped {
                None
            } else {
                let scale = if even { *scale } else { ground.scale(at) };
                opposite(edge, at, index, gap_width_m, scale)
            };
            let Some(across) = across.filter(|across| across.unit > edge.unit) else {
                // A corner hides the other side for a moment.
                if run.as_mut().is_some_and(|run| run.miss(length / steps) > gap_width_m) {
                    close(run.take(), edge.unit);
                }
                continue;
            };
            if run.as_ref().is_some_and(|run| run.across != across.unit) {
                close(run.take(), edge.unit);
            }
            run.get_or_insert_with(|| OppositeRun::new(across.unit)).add(length / steps, &across);
        }
    }
    if let Some(last) = before {
        close(run, last.unit);
    }
    if !found.is_empty() {
        let covered = Covered::new(shapes, &borders.tangles);
        found.retain(|gap| !covered.holds(gap.at));
    }
    let key = |gap: &OpenGap| (gap.units, PointKey::from(gap.at));
    found.sort_by_key(key);
    found
}

/// The first border to the right of a point of an edge, if it runs the other way.
fn opposite(
    edge: &OpenEdge,
    at: Coord,
    index: &LooseIndex,
    reach_m: f64,
    scale: LocalScale,
) -> Option<Opposite> {
    let along = direction(edge.line, scale);
    // A metre to the right, in coordinates of the map.
    let right = scale.coordinates(Coord { x: along.y, y: -along.x });
    let hit = |(number, other): (usize, &OpenEdge)| {
        let across = other.line.delta();
        let slope = right.x * across.y - right.y * across.x;
        let apart = other.line.start - at;
        let width = (apart.x * across.y - apart.y * across.x) / slope;
        let share = (apart.x * right.y - apart.y * right.x) / slope;
        let in_reach = (0.0..=reach_m).contains(&width) && (0.0..=1.0).contains(&share);
        (in_reach && other.line != edge.line).then_some((width, number, *other))
    };
    let near = index.near(EdgeBox::of([at, at + right * reach_m])).filter_map(hit);
    let (width_m, _, other) = near.min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)))?;
    let against = direction(other.line, scale);
    let antiparallel = along.x * against.x + along.y * against.y < -PARALLEL;
    let middle = at + right * (width_m / 2.0);
    (antiparallel && other.unit != edge.unit && width_m > 0.0).then_some(Opposite {
        unit: other.unit,
        width_m,
        middle,
    })
}

/// The direction of an edge on the ground, a metre long.
fn direction(line: Line, scale: LocalScale) -> Coord {
    scale.metres(line.delta()) / scale.length_m(line.delta())
}

/// Which edges have no edge of another unit near them, asked for stretches of a border.
fn lonely(loose: &[OpenEdge], index: &LooseIndex, reach: Coord) -> Vec<bool> {
    let bounds_of = |edge: &OpenEdge| EdgeBox::of([edge.line.start, edge.line.end]);
    let mut lonely = Vec::with_capacity(loose.len());
    while let [first, rest @ ..] = &loose[lonely.len()..] {
        let mut bounds = bounds_of(first);
        let mut stretch = 1;
        for edge in rest.iter().take_while(|edge| edge.unit == first.unit) {
            let joined = bounds.joined(bounds_of(edge));
            let (width, height) = (joined.max.x - joined.min.x, joined.max.y - joined.min.y);
            if width > 2.0 * reach.x || height > 2.0 * reach.y {
                break;
            }
            bounds = joined;
            stretch += 1;
        }
        let alone = index.near(bounds.grown(reach)).all(|(_, other)| other.unit == first.unit);
        lonely.resize(lonely.len() + stretch, alone);
    }
    lonely
}

impl OppositeRun {
    fn new(across: UnitId) -> Self {
        Self { across, length_m: 0.0, missed_m: 0.0, area_m2: 0.0, greatest_width_m: 0.0, steps: Vec::new() }
    }

    fn add(&mut self, step_m: f64, across: &Opposite) {
        self.missed_m = 0.0;
        self.length_m += step_m;
        self.area_m2 += step_m * across.width_m;
        self.greatest_width_m = self.greatest_width_m.max(across.width_m);
        self.steps.push((self.length_m, across.middle));
    }

    fn miss(&mut self, step_m: f64) -> f64 {
        self.missed_m += step_m;
        self.missed_m
    }

    fn gap(self, unit: UnitId) -> Option<OpenGap> {
        let width_m = self.area_m2 / self.length_m;
        let half = self.steps.partition_point(|&(length, _)| length < self.length_m / 2.0);
        let &(_, at) = self.steps.get(half)?;
        (self.length_m >= SLENDER * width_m).then_some(OpenGap {
            units: [unit, self.across],
            length_m: self.length_m,
            area_m2: self.area_m2,
            width_m,
            greatest_width_m: self.greatest_width_m,
            at,
        })
    }
}

/// Which points lie in a unit.
struct Covered<'a> {
    shapes: &'a IdVec<UnitId, MultiPolygon>,
    index: RTree<GeomWithData<Rectangle<[f64; 2]>, UnitId>>,
}

impl<'a> Covered<'a> {
    fn new(shapes: &'a IdVec<UnitId, MultiPolygon>, left_out: &BTreeSet<UnitId>) -> Self {
        let boxed = |(unit, shape): (UnitId, &MultiPolygon)| {
            let bounds = EdgeBox::of(shape.iter().flat_map(|polygon| polygon.exterior().0.iter().copied()));
            let bounded = bounds != EdgeBox::NONE;
            bounded.then(|| {
                GeomWithData::new(Rectangle::from_corners(bounds.min.into(), bounds.max.into()), unit)
            })
        };
        let sound = shapes.iter().filter(|(unit, _)| !left_out.contains(unit));
        Self { shapes, index: RTree::bulk_load(sound.filter_map(boxed).collect()) }
    }

    fn holds(&self, point: Coord) -> bool {
        let place = AABB::from_point(point.into());
        let mut near = self.index.locate_in_envelope_intersecting(&place);
        near.any(|one| self.shapes[one.data].contains(&point))
    }
}
