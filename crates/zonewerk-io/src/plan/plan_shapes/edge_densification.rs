use geo::Coord;

use zonewerk_core::crs::Crs;
use zonewerk_core::layer::{Feature, Shape};

/// Length of the pieces into which long edges are cut before they come into another plane, in
/// metres. An edge of length L that is straight in degrees bends there by about
/// L^2 tan(latitude) / 8R: 6 mm for this length at 51 degrees.
const PIECE_M: f64 = 500.0;

/// Pieces of an edge at most, so that no file can ask for more than there is memory.
const MOST_PIECES: f64 = 1_000.0;

/// Half the equator in metres, as [`Crs::metres_per_unit`] counts, and a little more.
const HALF_TURN_M: f64 = 20_050_000.0;

/// A line with points between those that are far apart, in the coordinates of `crs`.
pub(super) fn finer(line: &[Coord], crs: &Crs) -> Vec<Coord> {
    let mut points: Vec<Coord> = line.first().copied().into_iter().collect();
    for edge in line.windows(2) {
        let [from, to] = [edge[0], edge[1]];
        let length_m = (to.x - from.x).hypot(to.y - from.y) * crs.metres_per_unit();
        // What runs around the world is told of the edge itself.
        let is_around = crs.is_geographic() && (to.x - from.x).abs() * crs.metres_per_unit() > HALF_TURN_M;
        let pieces =
            if length_m.is_nan() || is_around { 1.0 } else { (length_m / PIECE_M).ceil().min(MOST_PIECES) };
        let between = (1..pieces as usize).map(|number| from + (to - from) * (number as f64 / pieces));
        points.extend(between);
        points.push(to);
    }
    points
}

/// A feature with such points in its rings.
pub(super) fn finer_feature(feature: &Feature, crs: &Crs) -> Feature {
    let Shape::Polygons(polygons) = &feature.shape else { return feature.clone() };
    let rings = |rings: &Vec<zonewerk_core::layer::Ring>| {
        rings.iter().map(|ring| ring.as_ref().map(|line| finer(line, crs)).map_err(Clone::clone)).collect()
    };
    Feature {
        number: feature.number,
        id: feature.id.clone(),
        attributes: feature.attributes.clone(),
        shape: Shape::Polygons(polygons.iter().map(rings).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_edges_are_cut_and_short_ones_stay() {
        let crs = Crs::from_epsg(31370).unwrap();
        let at = |x: f64| Coord { x, y: 0.0 };
        for (line, expected) in [
            (vec![0.0, 500.0, 1400.0], vec![0.0, 500.0, 950.0, 1400.0]),
            (vec![0.0, 0.0], vec![0.0, 0.0]),
            (vec![0.0], vec![0.0]),
        ] {
            let line: Vec<Coord> = line.into_iter().map(at).collect();
            assert_eq!(finer(&line, &crs), expected.into_iter().map(at).collect::<Vec<_>>());
        }
        let far = [at(0.0), at(f64::MAX), at(f64::NAN)];
        assert_eq!(finer(&far, &crs).len(), 1_002);
    }
}
