//! True metres on a map whose edges are straight in its own coordinates.
//!
//! An edge of a map in degrees is straight in longitude and latitude (RFC 7946, 3.1.1), one of a
//! projected map in its easting and northing; in any other plane it bends, 10 m on 20 km at 51
//! degrees, and what lies on it no longer does. So what touches, crosses and encloses what is decided
//! in the coordinates of the file, where edges are straight and equal positions stay equal, and
//! only sizes are turned into metres: by the scale at the place, on the ellipsoid of WGS 84.

use geo::{Coord, Rect};

use super::Crs;

/// Semi-major axis of WGS 84 in metres.
pub(crate) const AXIS_M: f64 = 6_378_137.0;
/// Square of the eccentricity of WGS 84.
pub(crate) const ECCENTRICITY_2: f64 = 0.006_694_379_990_141_32;

/// Meridians meet at a pole; nearer to it than this the scale is that at this latitude.
const NEAREST_TO_POLE: f64 = 89.99;

/// Metres over which the scale of a projection is taken.
const STEP_M: f64 = 50.0;

/// Metres over which an edge has one scale: what lies within them differs by 1e-5 or so.
const EVEN_M: f64 = 20_000.0;

/// Pieces of a longer edge at most.
const MOST_PIECES: f64 = 256.0;

/// Places along each side of a map at which its scale is looked at.
const SAMPLES: u32 = 9;

/// By how much scales between the samples may go beyond them.
const BEYOND: f64 = 1.1;

/// How long and wide things of a map are in metres, place by place.
#[derive(Clone, Debug)]
pub struct MapScale {
    kind: ScaleKind,
    /// Most coordinates along each axis that a metre takes anywhere on the map.
    widest: Coord<f64>,
    /// Most metres that a unit of the coordinates is anywhere on the map.
    most_m: f64,
}

#[derive(Clone, Debug)]
enum ScaleKind {
    /// Coordinates are metres.
    Flat,
    /// Longitude and latitude, in units of so many degrees.
    Degrees(f64),
    Projected(Box<Crs>),
}

/// What a unit of the coordinates is in metres at one place: a linear map, in which the metres
/// are turned the same way round as the coordinates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LocalScale {
    /// Metres east and north of a unit along the first axis.
    x: Coord<f64>,
    /// Metres east and north of a unit along the second axis.
    y: Coord<f64>,
}

impl MapScale {
    /// Coordinates that are metres on a plane.
    pub fn flat() -> Self {
        Self { kind: ScaleKind::Flat, widest: Coord { x: 1.0, y: 1.0 }, most_m: 1.0 }
    }

    /// The ground of a map on `crs` within `bounds`.
    pub fn of(crs: &Crs, bounds: Option<Rect<f64>>) -> Self {
        let kind = if crs.is_geographic() {
            ScaleKind::Degrees(crs.definition.unit)
        } else {
            ScaleKind::Projected(Box::new(crs.clone()))
        };
        let mut ground = Self { kind, widest: Coord::default(), most_m: 0.0 };
        let bounds = bounds.unwrap_or_else(|| Rect::new(Coord::default(), Coord::default()));
        for row in 0..=SAMPLES {
            for column in 0..=SAMPLES {
                let share = |place: u32| f64::from(place) / f64::from(SAMPLES);
                let at = Coord {
                    x: bounds.min().x + bounds.width() * share(column),
                    y: bounds.min().y + bounds.height() * share(row),
                };
                ground.reckon_with(ground.scale(at));
            }
        }
        // The equator, where a degree of longitude is longest.
        if crs.is_geographic() && bounds.min().y < 0.0 && bounds.max().y > 0.0 {
            ground.reckon_with(ground.scale(Coord::default()));
        }
        ground.widest = ground.widest * BEYOND;
        ground.most_m *= BEYOND;
        ground
    }

    fn reckon_with(&mut self, scale: LocalScale) {
        let [east, north] =
            [Coord { x: 1.0, y: 0.0 }, Coord { x: 0.0, y: 1.0 }].map(|m| scale.coordinates(m));
        self.widest.x = self.widest.x.max(east.x.hypot(north.x));
        self.widest.y = self.widest.y.max(east.y.hypot(north.y));
        self.most_m = self.most_m.max(length(scale.x)).max(length(scale.y));
    }

    /// The scale at a place of the map.
    pub fn scale(&self, at: Coord<f64>) -> LocalScale {
        match &self.kind {
            ScaleKind::Flat => LocalScale::even(1.0),
            ScaleKind::Degrees(unit) => {
                let LocalScale { x, y } = LocalScale::of_latitude(at.y * unit);
                LocalScale { x: x * *unit, y: y * *unit }
            }
            ScaleKind::Projected(crs) => {
                projected(crs, at).unwrap_or_else(|| LocalScale::even(crs.metres_per_unit()))
            }
        }
    }

    /// Length of an edge in metres.
    pub fn length_m(&self, from: Coord<f64>, to: Coord<f64>) -> f64 {
        let way = to - from;
        let whole = self.scale(from + way / 2.0).length_m(way);
        if whole <= EVEN_M || !whole.is_finite() {
            return whole;
        }
        let pieces = (whole / EVEN_M).ceil().min(MOST_PIECES);
        let piece = |number: u32| {
            let middle = from + way * ((f64::from(number) + 0.5) / pieces);
            self.scale(middle).length_m(way / pieces)
        };
        (0..pieces as u32).map(piece).sum()
    }

    /// Whether a stretch of this size has one scale for all purposes.
    pub fn is_even(&self, from: Coord<f64>, to: Coord<f64>) -> bool {
        matches!(self.kind, ScaleKind::Flat) || length(to - from) * self.most_m <= EVEN_M
    }

    /// Half the sides of a box around any place of the map that holds all within `metres` of it.
    pub fn reach(&self, metres: f64) -> Coord<f64> {
        self.widest * metres
    }

    /// The most metres that so many units of the coordinates are anywhere on the map.
    pub fn most_metres(&self, units: f64) -> f64 {
        self.most_m * units
    }
}

impl LocalScale {
    /// The same number of metres in each direction.
    fn even(metres: f64) -> Self {
        Self { x: Coord { x: metres, y: 0.0 }, y: Coord { x: 0.0, y: metres } }
    }

    /// Metres of a degree of longitude and of latitude: the radii of curvature of the ellipsoid,
    /// `N cos(phi)` and `M` (Snyder 1987, 4-20 and 4-19).
    fn of_latitude(degrees: f64) -> Self {
        let latitude = degrees.clamp(-NEAREST_TO_POLE, NEAREST_TO_POLE).to_radians();
        let flat = 1.0 - ECCENTRICITY_2 * latitude.sin().powi(2);
        let across = AXIS_M / flat.sqrt();
        let along = across * (1.0 - ECCENTRICITY_2) / flat;
        let degree = 1.0_f64.to_radians();
        Self {
            x: Coord { x: across * latitude.cos() * degree, y: 0.0 },
            y: Coord { x: 0.0, y: along * degree },
        }
    }

    /// Metres of a way given in coordinates.
    pub fn metres(self, way: Coord<f64>) -> Coord<f64> {
        self.x * way.x + self.y * way.y
    }

    /// Coordinates of a way given in metres.
    pub fn coordinates(self, metres: Coord<f64>) -> Coord<f64> {
        let Self { x, y } = self;
        Coord { x: metres.x * y.y - metres.y * y.x, y: x.x * metres.y - x.y * metres.x } / self.area_m2()
    }

    /// Metres between the ends of a way given in coordinates.
    pub fn length_m(self, way: Coord<f64>) -> f64 {
        length(self.metres(way))
    }

    /// Square metres of a square of one unit of the coordinates.
    pub fn area_m2(self) -> f64 {
        self.x.x * self.y.y - self.x.y * self.y.x
    }
}

/// The scale of a projection: how far longitude and latitude change over a short way.
fn projected(crs: &Crs, at: Coord<f64>) -> Option<LocalScale> {
    let step = STEP_M / crs.metres_per_unit();
    let here = crs.leave(at)?;
    let degree = LocalScale::of_latitude(here.y);
    let along = |way: Coord<f64>| {
        // At the edge of what can be computed there is one side only.
        let (there, step) = match crs.leave(at + way * step) {
            Some(there) => (there, step),
            None => (crs.leave(at - way * step)?, -step),
        };
        let mut turned = there - here;
        turned.x -= 360.0 * (turned.x / 360.0).round();
        Some(degree.metres(turned) / step)
    };
    let (x, y) = (along(Coord { x: 1.0, y: 0.0 })?, along(Coord { x: 0.0, y: 1.0 })?);
    let scale = LocalScale { x, y };
    let area = scale.area_m2();
    // Axes may run west and south.
    let scale =
        if area < 0.0 { LocalScale { x: Coord { x: -x.x, ..x }, y: Coord { x: -y.x, ..y } } } else { scale };
    (area.is_finite() && area.abs() > 1e-9 * length(x) * length(y)).then_some(scale)
}

fn length(way: Coord<f64>) -> f64 {
    way.x.hypot(way.y)
}

#[cfg(test)]
mod tests {
    use geo::{Distance, Geodesic, Point};

    use super::*;

    fn at(x: f64, y: f64) -> Coord<f64> {
        Coord { x, y }
    }

    /// Metres of a short way, as the geodesic between its ends on WGS 84 has it.
    fn geodesic_m(crs: &Crs, from: Coord<f64>, way: Coord<f64>) -> f64 {
        let [from, to] = [from, from + way].map(|place| Point::from(crs.to_wgs84(place).unwrap()));
        Geodesic.distance(from, to)
    }

    #[test]
    fn ways_are_as_long_as_geodesics_in_every_system() {
        let places = [
            (4326, at(4.4, 50.8), 1e-3),
            (4326, at(-70.0, 0.0), 1e-3),
            (4326, at(20.0, -69.9), 1e-3),
            (4807, at(2.0, 54.0), 1e-3),
            (3857, at(490_000.0, 6_600_000.0), 100.0),
            (3857, at(490_000.0, 11_000_000.0), 100.0),
            (31370, at(150_000.0, 170_000.0), 100.0),
            (3035, at(3_950_000.0, 3_100_000.0), 100.0),
            (32631, at(300_000.0, 7_700_000.0), 100.0),
            (2263, at(980_000.0, 200_000.0), 300.0),
        ];
        for (code, place, step) in places {
            let Ok(crs) = Crs::from_epsg(code) else { continue };
            let ground = MapScale::of(&crs, Some(Rect::new(place, place)));
            for way in [at(step, 0.0), at(0.0, step), at(step, step), at(-step, 0.5 * step)] {
                let expected = geodesic_m(&crs, place - way / 2.0, way);
                let found = ground.length_m(place - way / 2.0, place + way / 2.0);
                assert!((found / expected - 1.0).abs() < 3e-4, "{code} {way:?}: {found}, {expected}");
                let reach = ground.reach(found);
                assert!(way.x.abs() <= reach.x && way.y.abs() <= reach.y, "{code} {way:?}: {reach:?}");
                let back = ground.scale(place).coordinates(ground.scale(place).metres(way));
                assert!(length(back - way) < 1e-9 * length(way), "{code} {way:?}");
            }
        }
    }

    #[test]
    fn a_long_edge_is_as_long_as_its_pieces() {
        let ground = MapScale::of(&Crs::wgs84(), None);
        // Along a parallel, and over the latitudes from the equator to 70 degrees.
        let parallel = ground.length_m(at(0.0, 60.0), at(10.0, 60.0));
        assert!((parallel - 10.0 * ground.scale(at(0.0, 60.0)).length_m(at(1.0, 0.0))).abs() < 1e-3);
        let meridian = Geodesic.distance(Point::new(3.0, 0.0), Point::new(3.0, 70.0));
        assert!((ground.length_m(at(3.0, 0.0), at(3.0, 70.0)) / meridian - 1.0).abs() < 1e-5);
    }

    #[test]
    fn poles_and_places_that_are_none_have_a_scale() {
        for (code, place) in
            [(4326, at(0.0, 90.0)), (4326, at(180.0, -90.0)), (3857, at(0.0, 1e9)), (31370, at(0.0, 1e9))]
        {
            let ground = MapScale::of(&Crs::from_epsg(code).unwrap(), Some(Rect::new(place, place)));
            let scale = ground.scale(place);
            assert!(scale.area_m2() > 0.0 && scale.area_m2().is_finite(), "{code} {place:?}");
            assert!(ground.reach(1.0).x.is_finite() && ground.length_m(place, place) == 0.0);
        }
    }
}
