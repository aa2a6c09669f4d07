use geo::{Centroid, Coord, MultiPolygon};

use super::Graph;
use super::antimeridian_shapes::over_180_degrees;
use super::nearest::in_space;
use crate::territory::{IdVec, UnitId};

/// The centre of a unit: whole metres along three axes at right angles.
pub type Centre = [i64; 3];

impl Graph {
    /// The same graph with the centre of each unit, which goals on distances need.
    ///
    /// # Panics
    /// When there are more or fewer centres than units.
    #[must_use]
    pub fn with_centres(mut self, centres: Vec<Centre>) -> Self {
        assert_eq!(centres.len(), self.len(), "a centre for each unit");
        self.centres = Some(centres.into());
        self
    }

    /// Whether it has the centres of its units.
    pub fn has_centres(&self) -> bool {
        self.centres.is_some()
    }

    /// The centre of each unit.
    ///
    /// # Panics
    /// When the graph has none: one that was made of borders alone.
    pub fn centres(&self) -> &IdVec<UnitId, Centre> {
        self.centres.as_ref().expect("goals on distances need a graph with centres")
    }
}

/// The centroid of a shape in longitude and latitude, as a place in space.
pub(super) fn centre(shape: &MultiPolygon<f64>) -> Centre {
    let centroid = over_180_degrees(shape).as_ref().unwrap_or(shape).centroid();
    let at = centroid.map_or(Coord::default(), Coord::from);
    in_space(at).map(|metres| metres.round() as i64)
}

#[cfg(test)]
mod tests {
    use geo::{Polygon, Rect};

    use super::*;

    fn rectangles(of_unit: &[[f64; 4]]) -> MultiPolygon<f64> {
        let rectangle =
            |&[west, south, east, north]: &[f64; 4]| Rect::new((west, south), (east, north)).to_polygon();
        MultiPolygon::new(of_unit.iter().map(rectangle).collect())
    }

    fn at(longitude: f64, latitude: f64) -> Centre {
        in_space(Coord { x: longitude, y: latitude }).map(|metres| metres.round() as i64)
    }

    fn assert_near(found: Centre, expected: Centre, what: &str) {
        let is_near = found.iter().zip(expected).all(|(found, expected)| found.abs_diff(expected) <= 1);
        assert!(is_near, "{what}: {found:?}, not {expected:?}");
    }

    #[test]
    fn centre_of_a_unit_over_180_degrees_lies_there() {
        let east = [179.0, 10.0, 180.0, 12.0];
        let west = [-180.0, 10.0, -177.0, 12.0];
        assert_near(centre(&rectangles(&[east, west])), at(-179.0, 11.0), "cut");
        assert_near(centre(&rectangles(&[west, east])), at(-179.0, 11.0), "cut, the other way");
        // Three parts that do not reach the meridian.
        let islands = [[177.0, 0.0, 178.0, 1.0], [-176.0, 0.0, -175.0, 1.0], [-179.0, 0.0, -178.0, 1.0]];
        // At 177.5, 181.5 and 184.5 degrees.
        assert_near(centre(&rectangles(&islands)), at(543.5 / 3.0 - 360.0, 0.5), "islands");
    }

    #[test]
    fn centre_of_a_polygon_that_runs_over_180_degrees_lies_there() {
        let ring = |corners: &[(f64, f64)]| geo::LineString::from(corners.to_vec());
        let corners = [(179.0, 10.0), (-177.0, 10.0), (-177.0, 14.0), (179.0, 14.0)];
        // A hole on the east side, written with longitudes of its own.
        let hole = ring(&[(-178.0, 11.0), (-178.0, 13.0), (-179.0, 13.0), (-179.0, 11.0)]);
        for start in 0..4 {
            let mut turned = corners;
            turned.rotate_left(start);
            let plain = MultiPolygon::from(Polygon::new(ring(&turned), Vec::new()));
            assert_near(centre(&plain), at(-179.0, 12.0), "without a hole");
            let holed = MultiPolygon::from(Polygon::new(ring(&turned), vec![hole.clone()]));
            // 16 square degrees about -179, less 2 about -178.5.
            assert_near(centre(&holed), at(-179.0 - 1.0 / 14.0, 12.0), "with a hole");
            let mut beside = holed.clone();
            beside.0.push(Rect::new((-177.0, 11.0), (-175.0, 13.0)).to_polygon());
            let longitude = (14.0 * (-179.0 - 1.0 / 14.0) + 4.0 * -176.0) / 18.0;
            assert_near(centre(&beside), at(longitude, 12.0), "with a part beside it");
        }
    }

    #[test]
    fn centre_of_any_other_unit_is_its_centroid() {
        let others: [&[[f64; 4]]; 6] = [
            &[[4.1, 51.2, 4.3, 51.7]],
            &[[-180.0, 0.0, -179.3, 0.7]],
            &[[179.1, 0.0, 180.0, 0.7], [170.3, 5.0, 171.1, 5.9]],
            // The Netherlands and its municipalities overseas.
            &[[3.4, 50.8, 7.2, 53.5], [-68.4, 12.0, -68.2, 12.3]],
            &[[-180.0, -90.0, 180.0, 90.0]],
            &[[-60.0, 0.0, 110.0, 3.0], [-71.0, 1.0, -70.0, 2.0]],
        ];
        for of_unit in others {
            let shape = rectangles(of_unit);
            let centroid = Coord::from(shape.centroid().unwrap());
            let expected = in_space(centroid).map(|metres| metres.round() as i64);
            assert_eq!(centre(&shape), expected, "{of_unit:?}");
        }
    }
}
