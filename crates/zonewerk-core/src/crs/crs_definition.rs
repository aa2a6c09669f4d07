//! What a coordinate reference system is made of, in the terms of PROJ but tidied: one
//! spelling for everything, so that two of them can be compared.

use std::collections::{BTreeMap, BTreeSet};
use std::f64::consts::PI;
use std::fmt::Write;

use proj4rs::Proj;

use super::CrsError;
use super::datum_shift::Shift;

/// Degrees within which two angles are the same: a tenth of a metre on the ground.
const SAME_DEGREES: f64 = 1e-6;
/// Metres within which two lengths are the same.
const SAME_METRES: f64 = 1e-3;

/// Keys whose numbers are degrees.
pub(super) const ANGLES: [&str; 10] =
    ["lat_0", "lat_1", "lat_2", "lat_ts", "lon_0", "lon_1", "lon_2", "lonc", "alpha", "gamma"];

/// A system of coordinates.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Definition {
    /// Projection as PROJ names it, `longlat` where there is none.
    pub projection: String,
    /// Parameters of the projection: degrees, metres, factors.
    pub numbers: BTreeMap<String, f64>,
    /// Parameters without a value.
    pub flags: BTreeSet<String>,
    /// Direction of the axes where it is not east and north: `wsu`.
    pub axis: Option<String>,
    /// Half axes of the ellipsoid in metres: major, minor.
    pub ellipsoid: (f64, f64),
    /// Prime meridian, degrees east of Greenwich.
    pub meridian: f64,
    /// Metres in a unit of the coordinates; degrees where they are longitude and latitude.
    pub unit: f64,
    /// Name of the datum, empty where none is known.
    pub datum: String,
    /// From the datum to WGS 84.
    pub shift: Shift,
}

impl Definition {
    /// Longitude and latitude on WGS 84.
    pub fn wgs84() -> Self {
        Self {
            projection: "longlat".to_owned(),
            numbers: BTreeMap::new(),
            flags: BTreeSet::new(),
            axis: None,
            ellipsoid: (6_378_137.0, 6_378_137.0 * (1.0 - 1.0 / 298.257_223_563)),
            meridian: 0.0,
            unit: 1.0,
            datum: "WGS_1984".to_owned(),
            shift: Shift::None,
        }
    }

    pub fn is_geographic(&self) -> bool {
        self.projection == "longlat"
    }

    /// A parameter; the value that PROJ takes for it where it is absent.
    pub fn number(&self, key: &str) -> f64 {
        self.numbers.get(key).copied().unwrap_or(if key == "k" { 1.0 } else { 0.0 })
    }

    /// Gives equal systems equal spellings, and refuses numbers that cannot be.
    pub fn tidy(mut self) -> Result<Self, CrsError> {
        if self.projection == "utm" {
            self.spell_utm_out()?;
        }
        let get = |key: &str| self.numbers.get(key).copied();
        match self.projection.as_str() {
            "latlong" | "latlon" | "lonlat" => self.projection = "longlat".to_owned(),
            "etmerc" => self.projection = "tmerc".to_owned(),
            "lcc" | "aea" => {
                let first = get("lat_1").or(get("lat_0")).unwrap_or(0.0);
                let second = get("lat_2").unwrap_or(first);
                let origin = get("lat_0").unwrap_or(if get("lat_2").is_none() { first } else { 0.0 });
                for (key, value) in
                    [("lat_0", origin), ("lat_1", first.max(second)), ("lat_2", first.min(second))]
                {
                    self.numbers.insert(key.to_owned(), value);
                }
            }
            "stere" if (self.number("lat_0").abs() - 90.0).abs() < 1e-9 && get("lat_ts").is_none() => {
                self.numbers.insert("lat_ts".to_owned(), self.number("lat_0"));
            }
            "merc" if get("lat_ts") == Some(0.0) => drop(self.numbers.remove("lat_ts")),
            "omerc" if get("gamma").is_none() && get("alpha").is_some() => {
                self.numbers.insert("gamma".to_owned(), self.number("alpha"));
            }
            _ => {}
        }
        self.possible().map(|()| self)
    }

    fn spell_utm_out(&mut self) -> Result<(), CrsError> {
        let zone = self.numbers.remove("zone").unwrap_or(0.0);
        if !(1.0..=60.0).contains(&zone) || zone.fract() != 0.0 {
            return Err(CrsError::fault(format!("UTM zone {zone}"), "a zone from 1 to 60"));
        }
        let north = if self.flags.remove("south") { 10_000_000.0 } else { 0.0 };
        self.projection = "tmerc".to_owned();
        for (key, value) in
            [("lat_0", 0.0), ("lon_0", 6.0 * zone - 183.0), ("k", 0.9996), ("x_0", 500_000.0), ("y_0", north)]
        {
            self.numbers.insert(key.to_owned(), value);
        }
        Ok(())
    }

    fn possible(&self) -> Result<(), CrsError> {
        let expected = "a number that can be";
        for (key, &value) in &self.numbers {
            let good = match key.as_str() {
                "lat_0" | "lat_1" | "lat_2" | "lat_ts" => value.abs() <= 90.0,
                key if ANGLES.contains(&key) => value.abs() <= 720.0,
                "k" => value > 1e-3 && value < 1e3,
                _ => value.abs() <= 1e9,
            };
            if !good {
                return Err(CrsError::fault(format!("{key} = {value}"), expected));
            }
        }
        let (major, minor) = self.ellipsoid;
        if !(major > 1e3 && major < 1e9 && minor > 0.5 * major && minor <= major) {
            let found = format!("an ellipsoid with half axes {major} and {minor}");
            return Err(CrsError::fault(found, "half axes in metres"));
        }
        if !(self.unit > 1e-9 && self.unit < 1e6) {
            return Err(CrsError::fault(format!("a unit of {}", self.unit), "a unit of length"));
        }
        if self.meridian.is_nan() || self.meridian.abs() > 360.0 {
            return Err(CrsError::fault(format!("prime meridian {}", self.meridian), expected));
        }
        Ok(())
    }

    /// Whether two mean the same projection of the same ellipsoid, whatever the datum.
    pub fn same_projection(&self, other: &Self) -> bool {
        let near = |a: f64, b: f64, tolerance: f64| (a - b).abs() <= tolerance;
        let same_number = |key: &String| {
            let tolerance = match key.as_str() {
                key if ANGLES.contains(&key) => SAME_DEGREES,
                "k" => 1e-9,
                _ => SAME_METRES,
            };
            near(self.number(key), other.number(key), tolerance)
        };
        self.projection == other.projection
            && self.flags == other.flags
            && self.axis == other.axis
            && near(self.ellipsoid.0, other.ellipsoid.0, SAME_METRES)
            && near(self.ellipsoid.1, other.ellipsoid.1, SAME_METRES)
            && near(self.meridian, other.meridian, SAME_DEGREES)
            && near(self.unit / other.unit, 1.0, 1e-8)
            && self.numbers.keys().chain(other.numbers.keys()).all(same_number)
    }

    /// Metres of a degree along the meridian of a sphere of this size.
    pub fn metres_per_degree(&self) -> f64 {
        self.ellipsoid.0 * PI / 180.0
    }

    /// Readies the computation.
    pub fn proj(&self) -> Result<Proj, CrsError> {
        let text = self.proj_text();
        Proj::from_proj_string(&text).map_err(|fault| match fault {
            proj4rs::errors::Error::ProjectionNotFound => {
                CrsError::Unsupported(format!("projection {}", self.projection))
            }
            fault => CrsError::unreadable(&text, format!("a usable projection ({fault})")),
        })
    }

    /// As a PROJ text of numbers only. The transverse Mercator projection is asked for by
    /// its exact method, which the plain name means in current PROJ.
    fn proj_text(&self) -> String {
        let projection = match self.projection.as_str() {
            "tmerc" if self.ellipsoid.0 > self.ellipsoid.1 => "etmerc",
            other => other,
        };
        let (major, minor) = self.ellipsoid;
        let mut text = format!("+proj={projection} +a={major} +b={minor} +pm={}", self.meridian);
        for (key, value) in &self.numbers {
            let _ = write!(text, " +{key}={value}");
        }
        for flag in &self.flags {
            let _ = write!(text, " +{flag}");
        }
        if let Some(axis) = &self.axis {
            let _ = write!(text, " +axis={axis}");
        }
        if !self.is_geographic() {
            let _ = write!(text, " +to_meter={}", self.unit);
        }
        match &self.shift {
            Shift::None => text.push_str(" +towgs84=0,0,0"),
            Shift::Helmert(numbers) => {
                let numbers: Vec<String> = numbers.iter().map(f64::to_string).collect();
                let _ = write!(text, " +towgs84={}", numbers.join(","));
            }
            Shift::Unknown => {}
        }
        text
    }
}
