//! Coordinate reference systems: STUB
#![allow(missing_docs)]
use crate::layer::StatedCrs;
use geo::Coord;
mod plane;
pub use plane::Plane;
#[derive(Clone, Debug)]
pub struct Crs(proj4rs::Proj, Option<u32>);
#[derive(Clone, Debug, thiserror::Error, PartialEq)]
#[error("stub")]
pub struct CrsError;
fn wgs() -> proj4rs::Proj {
    proj4rs::Proj::from_proj_string("+proj=longlat +datum=WGS84 +no_defs").unwrap()
}
impl Crs {
    pub fn wgs84() -> Self {
        Self(wgs(), Some(4326))
    }
    pub fn from_epsg(code: u32) -> Result<Self, CrsError> {
        let def = crs_definitions::from_code(code as u16).ok_or(CrsError)?;
        Ok(Self(proj4rs::Proj::from_proj_string(def.proj4).map_err(|_| CrsError)?, Some(code)))
    }
    pub fn from_text(text: &str) -> Result<Self, CrsError> {
        Self::from_epsg(text.trim_start_matches("EPSG:").parse().map_err(|_| CrsError)?)
    }
    pub fn from_stated(stated: &StatedCrs) -> Result<Option<Self>, CrsError> {
        match stated {
            StatedCrs::ByFormat => Ok(Some(Self::wgs84())),
            StatedCrs::Epsg(code) => Self::from_epsg(*code).map(Some),
            StatedCrs::Nothing => Ok(None),
            StatedCrs::Wkt(text) if text.contains("PROJCS[\"Belge") => Self::from_epsg(31370).map(Some),
            StatedCrs::Wkt(text) if text.contains("GEOGCS") => Ok(Some(Self::wgs84())),
            _ => Err(CrsError),
        }
    }
    pub fn wkt(&self) -> Option<&str> { None }
    pub fn name(&self) -> &str {
        "stub"
    }
    pub fn accuracy(&self) -> String {
        "stub".into()
    }
    pub fn epsg(&self) -> Option<u32> {
        self.1
    }
    pub fn is_geographic(&self) -> bool {
        self.0.is_latlong()
    }
    pub fn metres_per_unit(&self) -> f64 {
        1.0
    }
    pub fn to_wgs84(&self, at: Coord<f64>) -> Result<Coord<f64>, CrsError> {
        if self.1 == Some(4326) {
            return if (-180.0..=180.0).contains(&at.x) && (-90.0..=90.0).contains(&at.y) {
                Ok(at)
            } else {
                Err(CrsError)
            };
        }
        let mut p = if self.is_geographic() {
            (at.x.to_radians(), at.y.to_radians(), 0.0)
        } else {
            (at.x, at.y, 0.0)
        };
        proj4rs::transform::transform(&self.0, &wgs(), &mut p).map_err(|_| CrsError)?;
        Ok(Coord { x: p.0.to_degrees(), y: p.1.to_degrees() })
    }
    pub fn from_wgs84(&self, at: Coord<f64>) -> Result<Coord<f64>, CrsError> {
        if self.1 == Some(4326) {
            return Ok(at);
        }
        let mut p = (at.x.to_radians(), at.y.to_radians(), 0.0);
        proj4rs::transform::transform(&wgs(), &self.0, &mut p).map_err(|_| CrsError)?;
        Ok(if self.is_geographic() {
            Coord { x: p.0.to_degrees(), y: p.1.to_degrees() }
        } else {
            Coord { x: p.0, y: p.1 }
        })
    }
    pub fn plane_around(c: Coord<f64>) -> Self {
        Self(
            proj4rs::Proj::from_proj_string(&format!(
                "+proj=laea +lat_0={} +lon_0={} +datum=WGS84 +units=m",
                c.y, c.x
            ))
            .unwrap(),
            None,
        )
    }
    pub fn is_wgs84(&self) -> bool {
        self.1 == Some(4326)
    }
    pub fn is_same(&self, other: &Self) -> bool {
        self.1.is_some() && self.1 == other.1
    }
}
