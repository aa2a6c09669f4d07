//! There and back between a system and WGS 84.

use std::sync::LazyLock;

use geo::Coord;
use proj4rs::Proj;
use proj4rs::transform::transform;

use super::{Crs, CrsError};

/// Round trip error from which a position is not in the domain of a projection, in metres.
const ROUND_TRIP_METRES: f64 = 1.0;

/// Metres of a degree along a meridian, roughly.
const METRES_PER_DEGREE: f64 = 111_320.0;

static WGS84: LazyLock<Proj> =
    LazyLock::new(|| Proj::from_proj_string("+proj=longlat +datum=WGS84").expect("the text is constant"));

impl Crs {
    /// Longitude and latitude in degrees on WGS 84 of a position.
    ///
    /// # Errors
    /// When the position cannot be in this system: no numbers, outside the domain of the
    /// projection, a way there and back that is off by more than a metre, far outside the
    /// area of use, or projected coordinates that look like degrees.
    pub fn to_wgs84(&self, at: Coord<f64>) -> Result<Coord<f64>, CrsError> {
        let there = self.leave(at).filter(|there| {
            let geographic = self.is_geographic().then_some(self.definition.unit);
            let back = self.enter(*there);
            back.is_some_and(|back| metres(at, back, geographic, self.metres_per_unit()) <= ROUND_TRIP_METRES)
        });
        there.ok_or_else(|| CrsError::Outside {
            x: rounded(at.x),
            y: rounded(at.y),
            crs: self.name.clone(),
            looks: self.looks(at),
        })
    }

    /// The position in this system of a longitude and latitude in degrees on WGS 84.
    ///
    /// # Errors
    /// When the place cannot be given in this system, as for [`to_wgs84`](Self::to_wgs84).
    pub fn from_wgs84(&self, at: Coord<f64>) -> Result<Coord<f64>, CrsError> {
        let here = self.enter(at).filter(|here| {
            let back = self.leave(*here);
            back.is_some_and(|back| metres(at, back, Some(1.0), METRES_PER_DEGREE) <= ROUND_TRIP_METRES)
        });
        here.ok_or_else(|| CrsError::Outside {
            x: rounded(at.x),
            y: rounded(at.y),
            crs: self.name.clone(),
            looks: match Self::wgs84() {
                wgs84 if wgs84.possible(at) => ELSEWHERE,
                wgs84 => wgs84.looks(at),
            },
        })
    }

    /// Longitude and latitude on WGS 84, the way back not tried.
    pub(super) fn leave(&self, at: Coord<f64>) -> Option<Coord<f64>> {
        if !self.possible(at) {
            return None;
        }
        let there = match &self.proj {
            None => at,
            Some(proj) => {
                let from = self.definition.unit.to_radians();
                let from = if self.is_geographic() { from } else { 1.0 };
                let mut point = (at.x * from, at.y * from);
                transform(proj, &WGS84, &mut point).ok()?;
                Coord { x: point.0.to_degrees(), y: point.1.to_degrees() }
            }
        };
        let finite = there.x.is_finite() && there.y.is_finite();
        (finite && self.area.is_none_or(|area| area.has(there))).then_some(there)
    }

    fn enter(&self, at: Coord<f64>) -> Option<Coord<f64>> {
        let on_earth = at.x.abs() <= 360.0 && at.y.abs() <= 90.0;
        if !on_earth || self.area.is_some_and(|area| !area.has(at)) {
            return None;
        }
        let Some(proj) = &self.proj else { return Some(at) };
        let mut point = (at.x.to_radians(), at.y.to_radians());
        transform(&WGS84, proj, &mut point).ok()?;
        let to = self.definition.unit.to_radians();
        let to = if self.is_geographic() { to } else { 1.0 };
        let here = Coord { x: point.0 / to, y: point.1 / to };
        (here.x.is_finite() && here.y.is_finite()).then_some(here)
    }

    /// Whether coordinates have a size that fits the system.
    fn possible(&self, at: Coord<f64>) -> bool {
        let unit = self.definition.unit;
        if self.is_geographic() {
            // Elsewhere than on WGS 84 longitudes may count from another meridian.
            let most = if self.proj.is_none() { 180.0 } else { 360.0 };
            return at.x.abs() * unit <= most && at.y.abs() * unit <= 90.0;
        }
        let small = at.x.abs() <= 180.0 && at.y.abs() <= 90.0;
        at.x.abs() * unit < 1e9 && at.y.abs() * unit < 1e9 && (self.small_is_fine || !small)
    }

    fn looks(&self, at: Coord<f64>) -> &'static str {
        if !(at.x.is_finite() && at.y.is_finite()) {
            return "these are no numbers";
        }
        let degrees = at.x.abs() <= 360.0 && at.y.abs() <= 180.0;
        match (self.is_geographic(), degrees) {
            (true, false) => "these look like metres",
            (false, true) => "these look like degrees",
            (true, true) if self.leave(Coord { x: at.y, y: at.x }).is_some() => {
                "these look like latitude before longitude"
            }
            _ => ELSEWHERE,
        }
    }
}

const ELSEWHERE: &str = "this is far outside its area of use";

/// Metres between two positions, along the axis where it is more. Longitudes are as long as
/// their circle of latitude, and come round; `degrees` are those in their unit.
fn metres(one: Coord<f64>, other: Coord<f64>, degrees: Option<f64>, per_unit: f64) -> f64 {
    let (mut x, y) = ((one.x - other.x).abs(), (one.y - other.y).abs());
    if let Some(degrees) = degrees {
        x = x.min((x - 360.0 / degrees).abs()) * (one.y * degrees).to_radians().cos();
    }
    x.max(y) * per_unit
}

/// Enough decimals for a message.
fn rounded(number: f64) -> f64 {
    let rounded = (number * 1e8).round() / 1e8;
    if rounded.is_finite() { rounded } else { number }
}
