use geo::{Coord, Rect};

use super::Crs;

/// A plane in metres for measuring small distances and areas on a map: the map's own
/// coordinates where these are metres, or else a Lambert azimuthal equal-area projection
/// around its middle (Snyder 1987).
#[derive(Clone, Debug)]
pub struct Plane {
    from: Crs,
    around: Option<Crs>,
    name: String,
}

impl Plane {
    /// The plane for a map on `crs` within `bounds`.
    pub fn of(crs: &Crs, bounds: Option<Rect<f64>>) -> Self {
        if !crs.is_geographic() {
            return Self { from: crs.clone(), around: None, name: crs.name().to_owned() };
        }
        let centre = bounds.map(|bounds| bounds.center()).and_then(|centre| crs.to_wgs84(centre).ok());
        let centre = centre.unwrap_or_default();
        let name = format!("Lambert azimuthal equal-area around {:.4}, {:.4}", centre.x, centre.y);
        Self { from: crs.clone(), around: Some(Crs::plane_around(centre)), name }
    }

    /// A point of the map in metres. What has no place in the plane stays where it is.
    pub fn metres(&self, at: Coord<f64>) -> Coord<f64> {
        match &self.around {
            None => at * self.from.metres_per_unit(),
            Some(around) => {
                self.from.to_wgs84(at).and_then(|degrees| around.from_wgs84(degrees)).unwrap_or(at)
            }
        }
    }

    /// The point of the map at a place of the plane, where there is one.
    pub fn map(&self, at: Coord<f64>) -> Option<Coord<f64>> {
        match &self.around {
            None => Some(at / self.from.metres_per_unit()),
            Some(around) => around.to_wgs84(at).and_then(|degrees| self.from.from_wgs84(degrees)).ok(),
        }
    }

    /// Its name, for reports.
    pub fn name(&self) -> &str {
        &self.name
    }
}
