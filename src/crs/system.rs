use std::fmt;
use std::sync::LazyLock;

use geo::Coord;
use proj4rs::Proj;
use proj4rs::transform::transform;

use super::area::Area;
use super::definition::Definition;
use super::{CrsError, registry, text, wkt};
use crate::layer::StatedCrs;

/// Round trip error from which a position is not in the domain of a projection, in metres.
const ROUND_TRIP_METRES: f64 = 1.0;

/// A coordinate reference system: what coordinates mean, and how to get to longitude and
/// latitude on WGS 84. East comes first, whatever order of axes the registry has.
///
/// ```
/// use geo::Coord;
/// use zonewerk::crs::Crs;
///
/// let lambert = Crs::from_text("EPSG:31370")?;
/// let at = lambert.to_wgs84(Coord { x: 150_000.0, y: 170_000.0 })?;
/// assert!((at.x - 4.368752141).abs() < 1e-8 && (at.y - 50.840411283).abs() < 1e-8);
/// assert_eq!(
///     lambert.to_wgs84(at).unwrap_err().to_string(),
///     "position 4.36875214, 50.84041128 is not in Belge 1972 / Belgian Lambert 72: \
///      these look like degrees",
/// );
/// # Ok::<(), zonewerk::crs::CrsError>(())
/// ```
#[derive(Clone)]
pub struct Crs {
    name: String,
    epsg: Option<u32>,
    definition: Definition,
    /// Absent where longitude and latitude are those of WGS 84.
    proj: Option<Proj>,
    area: Option<Area>,
    /// Whether coordinates within 180 by 90 may well be metres.
    small_is_fine: bool,
    wkt: Option<String>,
}

static WGS84: LazyLock<Proj> =
    LazyLock::new(|| Proj::from_proj_string("+proj=longlat +datum=WGS84").expect("the text is constant"));

impl Crs {
    /// Longitude and latitude in degrees on WGS 84, EPSG:4326.
    pub fn wgs84() -> Self {
        Self {
            name: "WGS 84".to_owned(),
            epsg: Some(4326),
            definition: Definition::wgs84(),
            proj: None,
            area: None,
            small_is_fine: true,
            wkt: Some(crs_definitions::EPSG_4326.wkt.to_owned()),
        }
    }

    /// A metric plane around a place on WGS 84: the Lambert azimuthal equal-area projection,
    /// in which areas are true and lengths nearly so near the place.
    pub fn plane_around(centre: Coord<f64>) -> Self {
        let within = |degrees: f64, most: f64| {
            if degrees.is_finite() { degrees.clamp(-most, most) } else { 0.0 }
        };
        let (lon, lat) = (within(centre.x, 360.0), within(centre.y, 90.0));
        let mut definition = Definition::wgs84();
        definition.projection = "laea".to_owned();
        definition.numbers = [("lat_0".to_owned(), lat), ("lon_0".to_owned(), lon)].into();
        let proj = definition.proj().expect("any place on earth can be the centre");
        Self {
            name: format!("Lambert azimuthal equal-area around {lon:.4}, {lat:.4}"),
            epsg: None,
            definition,
            proj: Some(proj),
            area: None,
            small_is_fine: true,
            wkt: None,
        }
    }

    /// What a user writes: `EPSG:31370`, `31370`, a URN or URL of a code, `CRS84`, the name
    /// in the registry, a PROJ text or well-known text.
    ///
    /// # Errors
    /// When the text names nothing known, or something that cannot be computed.
    pub fn from_text(text: &str) -> Result<Self, CrsError> {
        text::read(text)
    }

    /// The system with a code of the EPSG registry.
    ///
    /// # Errors
    /// When there is no definition of it here, or it cannot be computed.
    pub fn from_epsg(code: u32) -> Result<Self, CrsError> {
        let entry = registry::entry(code)?;
        let wkt = Some(entry.wkt.to_owned()).filter(|wkt| !wkt.is_empty());
        Self::new(entry.name, Some(entry.code), entry.definition, wkt)
    }

    /// A text of PROJ: `+proj=utm +zone=31 +datum=WGS84`.
    pub(super) fn from_proj(text: &str) -> Result<Self, CrsError> {
        let definition = super::proj_text::read(text)?;
        match registry::recognise(&definition, "").filter(|_| !definition.datum.is_empty()) {
            Some(code) => Self::with_shift_of(Self::from_epsg(code)?, &definition),
            None => Self::new(text.to_owned(), None, definition, None),
        }
    }

    /// Well-known text: that of ESRI as in a `.prj` file, of OGC (WKT1), and of ISO (WKT2) as
    /// far as it is about one horizontal system.
    ///
    /// The parameters decide; a code in the text counts when they agree with it.
    ///
    /// # Errors
    /// When the text cannot be read, or the projection cannot be computed.
    pub fn from_wkt(text: &str) -> Result<Self, CrsError> {
        let stated = wkt::read(text)?;
        let definition = stated.definition;
        let agrees = |code: &u32| {
            registry::entry(*code).is_ok_and(|entry| {
                let datum = registry::canonical(&definition.datum);
                entry.definition.same_projection(&definition)
                    && (datum.is_empty() || registry::canonical(&entry.definition.datum) == datum)
            })
        };
        let code = stated.code.filter(agrees);
        match code.or_else(|| registry::recognise(&definition, &stated.name)) {
            Some(code) if stated.own_shift || definition.datum.is_empty() => {
                Self::with_shift_of(Self::from_epsg(code)?, &definition)
            }
            Some(code) => Self::from_epsg(code),
            None => Self::new(stated.name, None, definition, Some(text.trim().to_owned())),
        }
    }

    /// What a map file states; `None` where it states nothing.
    ///
    /// # Errors
    /// When what it states is not known or cannot be computed.
    pub fn from_stated(stated: &StatedCrs) -> Result<Option<Self>, CrsError> {
        match stated {
            StatedCrs::Nothing => Ok(None),
            StatedCrs::ByFormat => Ok(Some(Self::wgs84())),
            StatedCrs::Epsg(code) => Self::from_epsg(*code).map(Some),
            StatedCrs::Name(name) => Self::from_text(name).map(Some),
            StatedCrs::Wkt(text) => Self::from_wkt(text).map(Some),
        }
    }

    fn new(
        name: String,
        epsg: Option<u32>,
        definition: Definition,
        wkt: Option<String>,
    ) -> Result<Self, CrsError> {
        let plain = definition.is_geographic()
            && definition.shift.keeps_positions()
            && definition.meridian == 0.0
            && definition.unit == 1.0
            && definition.axis.is_none();
        let proj = if plain { None } else { Some(definition.proj()?) };
        if let Some(proj) = proj.as_ref().filter(|proj| !(proj.has_inverse() && proj.has_forward())) {
            return Err(CrsError::Unsupported(format!("projection {}", proj.projname())));
        }
        let origin_inside = definition.number("x_0") == 0.0
            && definition.number("y_0") == 0.0
            && definition.number("lat_0") != 0.0;
        let area = Area::of(epsg, &definition);
        let name = if name.trim().is_empty() { "a system without a name".to_owned() } else { name };
        let small_is_fine = definition.is_geographic() || origin_inside;
        Ok(Self { name, epsg, definition, proj, area, small_is_fine, wkt })
    }

    /// The same system, with the datum and shift that a text states of itself.
    fn with_shift_of(known: Self, stated: &Definition) -> Result<Self, CrsError> {
        let definition = Definition { datum: stated.datum.clone(), shift: stated.shift, ..known.definition };
        Self::new(known.name, known.epsg, definition, known.wkt)
    }

    /// Name of the system: `Belge 1972 / Belgian Lambert 72`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its code in the EPSG registry, where it has one and that is known.
    pub fn epsg(&self) -> Option<u32> {
        self.epsg
    }

    /// Whether the coordinates are longitude and latitude.
    pub fn is_geographic(&self) -> bool {
        self.definition.is_geographic()
    }

    /// Metres in a unit of the coordinates. Where these are longitude and latitude: metres of
    /// a unit along the meridian, about 111 km for a degree.
    pub fn metres_per_unit(&self) -> f64 {
        let unit = self.definition.unit;
        if self.is_geographic() { unit * self.definition.metres_per_degree() } else { unit }
    }

    /// Accuracy of the shift to WGS 84, in words: `about 1 m: seven-parameter shift ...`.
    pub fn accuracy(&self) -> String {
        self.definition.shift.accuracy(&self.definition.datum)
    }

    /// The definition as well-known text, where there is one: that of the registry, or the
    /// text this came from.
    pub fn wkt(&self) -> Option<&str> {
        self.wkt.as_deref()
    }

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

    /// Whether coordinates are longitude and latitude on WGS 84 as they stand.
    pub fn is_wgs84(&self) -> bool {
        self.proj.is_none() && self.definition == Definition::wgs84()
    }

    /// Whether coordinates mean the same in both.
    pub fn is_same(&self, other: &Self) -> bool {
        self.definition == other.definition
    }

    #[cfg(test)]
    pub(super) fn definition(&self) -> &Definition {
        &self.definition
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

impl fmt::Debug for Crs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, epsg, definition, area, .. } = self;
        let mut shown = f.debug_struct("Crs");
        shown.field("name", name).field("epsg", epsg).field("definition", definition);
        shown.field("area", area).finish_non_exhaustive()
    }
}

const ELSEWHERE: &str = "this is far outside its area of use";

/// Enough decimals for a message.
fn rounded(number: f64) -> f64 {
    let rounded = (number * 1e8).round() / 1e8;
    if rounded.is_finite() { rounded } else { number }
}
