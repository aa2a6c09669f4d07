//! The coordinate reference system that a GeoPackage states for a layer.

use std::collections::BTreeMap;

use crate::formats::sqlite::{Damage, Database, text};
use zonewerk_core::layer::StatedCrs;

/// Where a GeoPackage with the extension for newer well-known text keeps that text.
const NEWER: &str = "definition_12_063";

/// What the file says of the reference system with this number; by the standard, -1 and 0
/// stand for an undefined one.
pub(crate) fn crs(database: &Database, srs_id: Option<i64>) -> Result<StatedCrs, Damage> {
    let Some(srs_id) = srs_id.filter(|id| !matches!(id, -1 | 0)) else {
        return Ok(StatedCrs::Nothing);
    };
    let columns = database.columns("gpkg_spatial_ref_sys")?;
    let newer = if columns.iter().any(|column| column.name == NEWER) { NEWER } else { "NULL" };
    let sql = format!(
        "SELECT srs_id, organization, organization_coordsys_id, definition, {newer} FROM gpkg_spatial_ref_sys"
    );
    let mut stated = BTreeMap::new();
    database.each_row(&sql, |row| {
        let whole = |place| row.get_ref(place).ok().and_then(|value| value.as_i64().ok());
        let words = |place| row.get_ref(place).ok().and_then(text).unwrap_or_default();
        let epsg = words(1).trim().eq_ignore_ascii_case("EPSG");
        let code = whole(2).filter(|_| epsg).and_then(|code| u32::try_from(code).ok());
        let crs = match code.filter(|&code| code > 0) {
            Some(code) => StatedCrs::Epsg(code),
            None => [words(3), words(4)].iter().find_map(|wkt| defined(wkt)).unwrap_or(StatedCrs::Nothing),
        };
        if let Some(id) = whole(0) {
            stated.entry(id).or_insert(crs);
        }
        Ok(())
    })?;
    Ok(stated.remove(&srs_id).unwrap_or_else(|| StatedCrs::Name(format!("srs_id {srs_id}"))))
}

/// Well-known text, unless it defines nothing: `undefined`, or as GDAL writes where it
/// knows no system, `LOCAL_CS["Undefined SRS",..`.
fn defined(wkt: &str) -> Option<StatedCrs> {
    let wkt = wkt.trim();
    let name = wkt.split('"').nth(1).unwrap_or(wkt).to_ascii_lowercase();
    let undefined = name.is_empty() || name.starts_with("undefined");
    (!undefined).then(|| StatedCrs::Wkt(wkt.to_owned()))
}
