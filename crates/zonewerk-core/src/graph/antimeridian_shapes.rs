//! Shapes over 180 degrees, whose longitudes begin anew there, in longitudes that go on.

use std::ops::RangeInclusive;

use geo::{Coord, LineString, MultiPolygon, Polygon};

use crate::topology::{TURN_DEGREES, counted_on};

const WHOLE_TURN: f64 = 2.0 * TURN_DEGREES;

/// A shape that lies over 180 degrees, in longitudes that are counted on; `None` where it does not,
/// or lies around a pole. Of several polygons it is one that lies over 180 degrees where they leave
/// more room elsewhere around the world than there.
pub(super) fn over_180_degrees(shape: &MultiPolygon<f64>) -> Option<MultiPolygon<f64>> {
    let mut is_changed = false;
    let mut polygons: Vec<Polygon<f64>> = Vec::with_capacity(shape.0.len());
    for polygon in shape {
        let outer = in_one_go(polygon.exterior())?;
        let outer_at = longitudes(outer.as_ref().unwrap_or(polygon.exterior()))?;
        let mut moves = Vec::new();
        for hole in polygon.interiors() {
            let counted = in_one_go(hole)?;
            let at = longitudes(counted.as_ref().unwrap_or(hole))?;
            let by = match () {
                () if at.end() > outer_at.end() => -WHOLE_TURN,
                () if at.start() < outer_at.start() => WHOLE_TURN,
                () => 0.0,
            };
            moves.push((counted, by));
        }
        is_changed |= outer.is_some() || moves.iter().any(|(counted, by)| counted.is_some() || *by != 0.0);
        let holes = polygon.interiors().iter().zip(moves);
        let holes = holes.map(|(hole, (counted, by))| moved(counted.as_ref().unwrap_or(hole), by));
        polygons.push(Polygon::new(outer.unwrap_or_else(|| polygon.exterior().clone()), holes.collect()));
    }
    let moves = side_by_side(&polygons)?;
    is_changed |= moves.iter().any(|by| *by != 0.0);
    let all = polygons.iter().zip(moves).map(|(polygon, by)| {
        let holes = polygon.interiors().iter().map(|hole| moved(hole, by)).collect();
        Polygon::new(moved(polygon.exterior(), by), holes)
    });
    is_changed.then(|| MultiPolygon::new(all.collect()))
}

/// A ring with its longitudes counted on from the first point, where they begin anew; nothing at
/// all where it does not close so.
#[expect(clippy::option_option, reason = "nothing to change is not the same as nothing to be done")]
fn in_one_go(ring: &LineString<f64>) -> Option<Option<LineString<f64>>> {
    let mut turned = 0.0;
    let mut is_turned = false;
    let mut points: Vec<Coord<f64>> = ring.0.first().copied().into_iter().collect();
    for pair in ring.0.windows(2) {
        turned += counted_on(pair[0].x, pair[1].x);
        is_turned |= turned != 0.0;
        points.push(Coord { x: pair[1].x + turned, ..pair[1] });
    }
    (turned == 0.0).then(|| is_turned.then(|| LineString::new(points)))
}

/// By how many degrees to move polygons so that they lie beside each other: the widest gap that
/// they leave around the world is outside them. Where that gap is over 180 degrees, none is moved
/// but what was counted beyond.
fn side_by_side(polygons: &[Polygon<f64>]) -> Option<Vec<f64>> {
    let mut moves = vec![0.0; polygons.len()];
    let mut places: Vec<(f64, f64, usize)> = Vec::with_capacity(polygons.len());
    for (number, polygon) in polygons.iter().enumerate() {
        let at = longitudes(polygon.exterior())?;
        if *at.start() < -TURN_DEGREES {
            moves[number] = WHOLE_TURN;
        }
        places.push((at.start() + moves[number], at.end() + moves[number], number));
    }
    places.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut until = f64::NEG_INFINITY;
    // The gap before each polygon, from the second on.
    let mut gaps: Vec<(f64, usize)> = Vec::new();
    for (place, &(start, end, _)) in places.iter().enumerate() {
        if place > 0 {
            gaps.push((start - until, place));
        }
        until = until.max(end);
    }
    let (start, ..) = *places.first()?;
    let (mut widest, mut first) = (start + WHOLE_TURN - until, 0);
    for (gap, place) in gaps {
        if gap > widest {
            (widest, first) = (gap, place);
        }
    }
    for &(.., number) in &places[..first] {
        moves[number] += WHOLE_TURN;
    }
    Some(moves)
}

/// The longitudes between which a ring lies.
fn longitudes(ring: &LineString<f64>) -> Option<RangeInclusive<f64>> {
    let (first, others) = ring.0.split_first()?;
    let wider = |(west, east): (f64, f64), at: &Coord<f64>| (west.min(at.x), east.max(at.x));
    let (west, east) = others.iter().fold((first.x, first.x), wider);
    Some(west..=east)
}

fn moved(ring: &LineString<f64>, by: f64) -> LineString<f64> {
    if by == 0.0 {
        return ring.clone();
    }
    LineString::new(ring.0.iter().map(|&at| Coord { x: at.x + by, ..at }).collect())
}
