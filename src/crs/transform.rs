//! There and back between a system and WGS 84.

use std::sync::LazyLock;

use geo::Coord;
use proj4rs::Proj;
use proj4rs::transform::transform;

use super::{Crs, CrsError};

/// Round trip error from which a position is not in the domain of a projection, in metres.
const ROUND_TRIP_METRES: f64 = 1.0;

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
        let there = self.leave(at).filter(|there| self.comes_back(at, self.enter(*there)));
        there.ok_or_else(|| self.outside(at))
    }

    /// The position in this system of a longitude and latitude in degrees on WGS 84.
    ///
    /// # Errors
    /// When the place cannot be given in this system, as for [`to_wgs84`](Self::to_wgs84).
    pub fn from_wgs84(&self, at: Coord<f64>) -> Result<Coord<f64>, CrsError> {
        let wgs84 = Self::wgs84();
        let here = self.enter(at).filter(|here| wgs84.comes_back(at, self.leave(*here)));
        here.ok_or_else(|| CrsError::Outside {
            x: rounded(at.x),
            y: rounded(at.y),
            crs: self.name.clone(),
            looks: if wgs84.leave(at).is_some() { ELSEWHERE } else { wgs84.looks(at) },
        })
    }

    /// Whether a way there and back ends where it started.
    fn comes_back(&self, from: Coord<f64>, back: Option<Coord<f64>>) -> bool {
        let metres = self.metres_per_unit();
        back.is_some_and(|back| {
            let turn = if self.is_geographic() { 360.0 / self.definition.unit } else { f64::INFINITY };
            let x = (back.x - from.x).abs();
            let x = x.min((x - turn).abs());
            x.max((back.y - from.y).abs()) * metres <= ROUND_TRIP_METRES
        })
    }

    fn leave(&self, at: Coord<f64>) -> Option<Coord<f64>> {
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
        self.area.is_none_or(|area| area.has(there)).then_some(there)
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
            return at.x.abs() * unit <= 360.0 && at.y.abs() * unit <= 90.0;
        }
        let small = at.x.abs() <= 180.0 && at.y.abs() <= 90.0;
        at.x.abs() * unit < 1e9 && at.y.abs() * unit < 1e9 && (self.small_is_fine || !small)
    }

    fn outside(&self, at: Coord<f64>) -> CrsError {
        let (x, y) = (rounded(at.x), rounded(at.y));
        CrsError::Outside { x, y, crs: self.name.clone(), looks: self.looks(at) }
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

/// Enough decimals for a message.
fn rounded(number: f64) -> f64 {
    let rounded = (number * 1e8).round() / 1e8;
    if rounded.is_finite() { rounded } else { number }
}
