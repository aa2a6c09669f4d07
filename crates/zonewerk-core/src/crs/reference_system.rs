use std::fmt;

use geo::Coord;
use proj4rs::Proj;

use super::area_of_use::AreaOfUse;
use super::crs_definition::Definition;
use super::{CrsError, epsg_registry, text, wkt};
use crate::layer::StatedCrs;

/// A coordinate reference system: what coordinates mean, and how to get to longitude and
/// latitude on WGS 84. East comes first, whatever order of axes the registry has.
///
/// ```
/// use geo::Coord;
/// use zonewerk_core::crs::Crs;
///
/// let lambert = Crs::from_text("EPSG:31370")?;
/// let at = lambert.to_wgs84(Coord { x: 150_000.0, y: 170_000.0 })?;
/// assert!((at.x - 4.368752141).abs() < 1e-8 && (at.y - 50.840411283).abs() < 1e-8);
/// assert_eq!(
///     lambert.to_wgs84(at).unwrap_err().to_string(),
///     "position 4.36875214, 50.84041128 is not in Belge 1972 / Belgian Lambert 72: \
///      these look like degrees",
/// );
/// # Ok::<(), zonewerk_core::crs::CrsError>(())
/// ```
#[derive(Clone)]
pub struct Crs {
    pub(super) name: String,
    epsg: Option<u32>,
    pub(super) definition: Definition,
    /// Absent where longitude and latitude are those of WGS 84.
    pub(super) proj: Option<Proj>,
    pub(super) area: Option<AreaOfUse>,
    /// Whether coordinates within 180 by 90 may well be metres.
    pub(super) small_is_fine: bool,
    wkt: Option<String>,
}

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
        let entry = epsg_registry::entry(code)?;
        let wkt = Some(entry.wkt.to_owned()).filter(|wkt| !wkt.is_empty());
        Self::new(entry.name, Some(entry.code), entry.definition, wkt)
    }

    /// A text of PROJ: `+proj=utm +zone=31 +datum=WGS84`.
    pub(super) fn from_proj(text: &str) -> Result<Self, CrsError> {
        let definition = super::proj_text::read(text)?;
        match epsg_registry::recognise(&definition, "").filter(|_| !definition.datum.is_empty()) {
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
            epsg_registry::entry(*code).is_ok_and(|entry| {
                let datum = epsg_registry::canonical(&definition.datum);
                entry.definition.same_projection(&definition)
                    && (datum.is_empty() || epsg_registry::canonical(&entry.definition.datum) == datum)
            })
        };
        let code = stated.code.filter(agrees);
        match code.or_else(|| epsg_registry::recognise(&definition, &stated.name)) {
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
        let area = AreaOfUse::of(epsg, &definition);
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
        self.definition.shift.accuracy(&self.definition.datum, self.definition.ellipsoid.0)
    }

    /// The definition as well-known text, where there is one: that of the registry, or the
    /// text this came from.
    pub fn wkt(&self) -> Option<&str> {
        self.wkt.as_deref()
    }

    /// Whether coordinates are longitude and latitude on WGS 84 as they stand.
    pub fn is_wgs84(&self) -> bool {
        self.proj.is_none() && self.definition == Definition::wgs84()
    }

    /// Whether coordinates mean the same in both.
    pub fn is_same(&self, other: &Self) -> bool {
        self.definition == other.definition
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
