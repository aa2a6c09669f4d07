//! Shapes as they stand in GeoJSON: valid, whatever the map was like.
//!
//! A map may have rings that cross, and units that lie over each other make a zone of parts that
//! overlap. Such a shape is written as the area that its rings go around, and its feature says so.

use geo::bool_ops::FillRule;
use geo::orient::Direction;
use geo::{BooleanOps, Coord, LineString, MapCoords, MultiPolygon, OpType, Orient, Polygon, Rect};

use zonewerk_core::crs::MapScale;
use zonewerk_core::territory::{Id, IdVec, UnitId};
use zonewerk_io::check::shape_faults;

/// Times that a shape is made anew at most: rounding may make rings cross again.
const ROUNDS: usize = 3;

/// A shape that may be written, and what was wrong with it before.
pub(super) struct ValidShape {
    pub(super) shape: MultiPolygon<f64>,
    /// Kebab-case names of its faults, as the check names them; none where nothing was repaired.
    pub(super) repaired: Vec<&'static str>,
}

/// The shapes rounded to seven decimals, and repaired where they are not valid.
pub(super) fn valid_shapes(shapes: Vec<MultiPolygon<f64>>) -> Vec<ValidShape> {
    let mut valid: Vec<ValidShape> = shapes
        .into_iter()
        .map(|shape| ValidShape { shape: rounded(&cut(shape)), repaired: Vec::new() })
        .collect();
    let mut asked: Vec<usize> = (0..valid.len()).collect();
    for _ in 0..ROUNDS {
        let shapes: IdVec<UnitId, MultiPolygon<f64>> =
            asked.iter().map(|&place| valid[place].shape.clone()).collect();
        let mut wrong: Vec<usize> = Vec::new();
        for fault in shape_faults(&shapes, &MapScale::flat()) {
            let place = asked[fault.unit.index()];
            let repaired = &mut valid[place].repaired;
            if !repaired.contains(&fault.kind.code()) {
                repaired.push(fault.kind.code());
            }
            wrong.push(place);
        }
        wrong.dedup();
        for &place in &wrong {
            valid[place].shape = rounded(&covered(&valid[place].shape));
        }
        if wrong.is_empty() {
            break;
        }
        asked = wrong;
    }
    valid.iter_mut().for_each(|one| one.repaired.sort_unstable());
    valid
}

/// Parts across the antimeridian cut there (RFC 7946 3.1.9).
fn cut(shape: MultiPolygon<f64>) -> MultiPolygon<f64> {
    if !shape.iter().any(is_across) {
        return shape;
    }
    let halves = [0.0, 180.0].map(|west| {
        let half = Rect::new(Coord { x: west, y: -90.0 }, Coord { x: west + 180.0, y: 90.0 });
        MultiPolygon::from(half.to_polygon())
    });
    let cut = |part: Polygon<f64>| -> Vec<Polygon<f64>> {
        if !is_across(&part) {
            return vec![part];
        }
        let east =
            |point: Coord<f64>| Coord { x: point.x + if point.x < 0.0 { 360.0 } else { 0.0 }, ..point };
        let whole = MultiPolygon::from(part.map_coords(east));
        let west = |point: Coord<f64>| Coord { x: point.x - 360.0, ..point };
        let [here, there] = halves.each_ref().map(|half| whole.intersection(half));
        here.into_iter().chain(there.map_coords(west)).collect()
    };
    MultiPolygon::new(shape.into_iter().flat_map(cut).collect()).orient(Direction::Default)
}

/// Whether an edge goes the short way over the antimeridian; one along it does not.
fn is_across(part: &Polygon<f64>) -> bool {
    let jumps = |edge: &[Coord<f64>]| {
        let is_along = edge.iter().all(|point| point.x.abs() >= 180.0);
        (edge[0].x - edge[1].x).abs() > 180.0 && !is_along
    };
    let mut rings = std::iter::once(part.exterior()).chain(part.interiors());
    rings.any(|ring| ring.0.windows(2).any(jumps))
}

/// The area that the exteriors go around without what the holes of each go around.
fn covered(shape: &MultiPolygon<f64>) -> MultiPolygon<f64> {
    let nothing = MultiPolygon::new(Vec::new());
    let inside = |rings: Vec<&LineString<f64>>| {
        let rings = rings.into_iter().map(|ring| Polygon::new(ring.clone(), Vec::new()));
        let rings = MultiPolygon::new(rings.collect());
        rings.boolean_op_with_fill_rule(&nothing, OpType::Union, FillRule::NonZero)
    };
    let parts = shape.iter().map(|part| {
        let exterior = inside(vec![part.exterior()]);
        match part.interiors().is_empty() {
            true => exterior,
            false => exterior.difference(&inside(part.interiors().iter().collect())),
        }
    });
    parts.fold(nothing.clone(), |all, part| all.union(&part)).orient(Direction::Default)
}

/// To about a centimetre, without rings that are smaller than that.
fn rounded(shape: &MultiPolygon<f64>) -> MultiPolygon<f64> {
    let round = |degrees: f64| (degrees * 1e7).round() / 1e7;
    // What is cut at the antimeridian lies a hair beyond it at times.
    let shape = shape.map_coords(|point| Coord { x: round(point.x).clamp(-180.0, 180.0), y: round(point.y) });
    let ring = |line: &LineString<f64>| {
        let mut points = line.0.clone();
        points.dedup();
        (points.len() >= 4).then(|| LineString::new(points))
    };
    let polygon = |part: &Polygon<f64>| {
        let holes = part.interiors().iter().filter_map(ring).collect();
        Some(Polygon::new(ring(part.exterior())?, holes))
    };
    MultiPolygon::new(shape.iter().filter_map(polygon).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo::{Area, BoundingRect, Validation, polygon};

    fn only(shape: MultiPolygon<f64>) -> ValidShape {
        valid_shapes(vec![shape]).remove(0)
    }

    fn square(x: f64, y: f64, side: f64) -> Polygon<f64> {
        polygon![(x: x, y: y), (x: x + side, y: y), (x: x + side, y: y + side), (x: x, y: y + side), (x: x, y: y)]
    }

    #[test]
    fn a_valid_shape_stays_as_it_is() {
        let hole = square(1.0, 1.0, 1.0).exterior().clone();
        let shape =
            MultiPolygon::new(vec![Polygon::new(square(0.0, 0.0, 3.0).exterior().clone(), vec![hole])]);
        let shape = shape.orient(Direction::Default);
        let written = only(shape.clone());
        assert_eq!((written.shape, written.repaired), (shape, Vec::new()));
    }

    #[test]
    fn what_is_written_is_valid_and_tells_what_it_was() {
        let bow_tie = polygon![(x: 0.0, y: 0.0), (x: 2.0, y: 2.0), (x: 2.0, y: 0.0), (x: 0.0, y: 2.0), (x: 0.0, y: 0.0)];
        let hole = square(1.0, 1.0, 3.0).exterior().clone();
        let outside = Polygon::new(square(0.0, 0.0, 2.0).exterior().clone(), vec![hole]);
        let cases = [
            (MultiPolygon::from(bow_tie), "self-intersection", 2.0),
            (MultiPolygon::new(vec![square(0.0, 0.0, 2.0), square(1.0, 1.0, 2.0)]), "parts-overlap", 7.0),
            (MultiPolygon::new(vec![square(0.0, 0.0, 1.0), square(1.0, 0.0, 1.0)]), "shared-edge", 2.0),
            (MultiPolygon::new(vec![outside]), "crossing-rings", 3.0),
        ];
        for (shape, fault, area) in cases {
            assert!(!shape.is_valid(), "{fault}");
            let written = only(shape);
            assert!(written.shape.is_valid(), "{fault}: {:?}", written.shape);
            assert!(written.repaired.contains(&fault), "{fault}: {:?}", written.repaired);
            assert!((written.shape.unsigned_area() - area).abs() < 1e-6, "{fault}");
            let mut exteriors = written.shape.iter().map(|part| part.exterior());
            assert!(exteriors.all(|ring| ring.is_closed() && ring.0.len() >= 4), "{fault}");
        }
    }

    #[test]
    fn a_shape_across_the_antimeridian_is_cut_there() {
        let fiji = polygon![(x: 179.0, y: -17.0), (x: -179.0, y: -17.0), (x: -179.0, y: -16.0), (x: 179.0, y: -16.0), (x: 179.0, y: -17.0)];
        let written = only(MultiPolygon::from(fiji));
        let widths = written.shape.iter().map(|part| part.bounding_rect().expect("an area").width());
        assert_eq!(widths.collect::<Vec<_>>(), [1.0, 1.0]);
        assert!(written.shape.is_valid() && written.repaired.is_empty());
        // An edge along it, as around a pole, is none across it.
        let along = polygon![(x: -180.0, y: -90.0), (x: 180.0, y: -90.0), (x: 180.0, y: -70.0), (x: -180.0, y: -70.0), (x: -180.0, y: -90.0)];
        assert!(!is_across(&along));
    }

    #[test]
    fn no_longitude_lies_beyond_the_antimeridian() {
        let beyond = polygon![(x: 179.0, y: 0.0), (x: 180.000_000_1, y: 0.0), (x: 180.000_000_1, y: 1.0), (x: 179.0, y: 1.0), (x: 179.0, y: 0.0)];
        let west = polygon![(x: -180.000_000_1, y: 0.0), (x: -179.0, y: 0.0), (x: -179.0, y: 1.0), (x: -180.000_000_1, y: 1.0), (x: -180.000_000_1, y: 0.0)];
        let written = only(MultiPolygon::new(vec![beyond, west]));
        let bounds = written.shape.bounding_rect().expect("an area");
        assert_eq!((bounds.min().x, bounds.max().x), (-180.0, 180.0));
        assert!(written.shape.is_valid());
    }

    #[test]
    fn a_ring_below_a_centimetre_is_no_ring() {
        let thread = polygon![(x: 5.0, y: 5.0), (x: 5.000_000_01, y: 5.0), (x: 5.0, y: 5.000_000_01), (x: 5.0, y: 5.0)];
        let written = only(MultiPolygon::new(vec![square(0.0, 0.0, 1.0), thread]));
        assert_eq!((written.shape.0.len(), written.repaired.len()), (1, 0));
    }
}
