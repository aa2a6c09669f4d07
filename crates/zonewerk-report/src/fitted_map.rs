//! A surveyed map as a file: its units with borders as they were fitted.

use std::path::Path;

use geo::MultiPolygon;
use serde_json::json;

use super::geojson::collection;
use zonewerk_core::layer::Attribute;
use zonewerk_core::territory::UnitId;
use zonewerk_io::Survey;
use zonewerk_io::{ColumnKind, GeoPackageError, GpkgLayer, Srs, geopackage};

/// A map that cannot be written as asked.
#[derive(Debug, thiserror::Error)]
pub enum MapFileError {
    /// The name does not say how.
    #[error("{0}: cannot tell the format by the name; end it in .geojson or .gpkg")]
    UnknownFormat(String),
    /// A GeoPackage names its coordinate reference system.
    #[error("{0}: its coordinate reference system, {1}, has no EPSG code to write; take .geojson")]
    UnnamedCrs(String, String),
    /// The GeoPackage could not be made.
    #[error(transparent)]
    GeoPackage(#[from] GeoPackageError),
}

/// The units of the survey's files: `.geojson` on WGS 84 (RFC 7946), or `.gpkg` in the
/// coordinates of the map itself, every point that was not moved to its last digit.
///
/// # Errors
/// When the name ends otherwise, or the map's reference system has no EPSG code.
pub fn fitted_map(survey: &Survey, file: &Path) -> Result<Vec<u8>, MapFileError> {
    let shown = || file.display().to_string();
    let ending = file.extension().map(|ending| ending.to_ascii_lowercase()).unwrap_or_default();
    let map = survey.sheet.topology_on(&survey.crs);
    let units = || survey.units.units().iter();
    match ending.to_str() {
        Some("geojson" | "json") => {
            let properties = |unit: UnitId| {
                let unit = survey.units.unit(unit);
                let population = survey.has_population.then_some(unit.population);
                json!({"code": unit.code.as_str(), "name": unit.name, "population": population})
            };
            Ok(collection(units().map(|(unit, _)| (map.geometry(unit), properties(unit)))))
        }
        Some("gpkg") => {
            let crs = &survey.crs;
            let srs = Srs::of(crs);
            let srs = srs.ok_or_else(|| MapFileError::UnnamedCrs(shown(), crs.name().to_owned()))?;
            let row = |unit: UnitId| -> (Vec<Attribute>, MultiPolygon<f64>) {
                let values = survey.units.unit(unit);
                let population = i64::try_from(values.population).ok().filter(|_| survey.has_population);
                let population = population.map_or(Attribute::Blank, Attribute::Whole);
                let texts = [values.code.as_str(), values.name.as_str()].map(Attribute::of_text);
                (texts.into_iter().chain([population]).collect(), map.source_geometry(unit))
            };
            let kinds =
                [("code", ColumnKind::Text), ("name", ColumnKind::Text), ("population", ColumnKind::Integer)];
            let columns = kinds.map(|(name, kind)| (name.to_owned(), kind)).into();
            let rows = units().map(|(unit, _)| row(unit)).collect();
            let layer = GpkgLayer::of_polygons("units", srs, columns, rows);
            Ok(geopackage(&[layer])?)
        }
        _ => Err(MapFileError::UnknownFormat(shown())),
    }
}
