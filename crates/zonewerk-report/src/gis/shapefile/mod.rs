//! Shapefiles (ESRI Shapefile Technical Description, 1998), five files a layer.
//!
//! The crate `shapefile` reads them in the tests; it cannot write a row without a shape among
//! others, and writes today's date.

mod dbf;
mod shp;

use std::path::Path;

use super::ground::Ground;
use super::layer::GisLayer;
use super::{GisError, GisFiles, beside, with_rows};
use crate::Shown;
use dbf::Table;
use zonewerk_core::words::say;

/// The endings of the files of one layer.
pub(super) const ENDINGS: [&str; 5] = ["shp", "shx", "dbf", "prj", "cpg"];

/// Every layer that has a row, in the coordinates of the map where its reference system has a
/// definition, else on WGS 84.
///
/// # Errors
/// When a file would be larger than the format can count.
pub(super) fn shapefiles(shown: &Shown, file: &Path) -> Result<GisFiles, GisError> {
    let ground = if shown.scenario.crs.wkt().is_some() { Ground::Source } else { Ground::Wgs84 };
    let crs = ground.crs(shown.scenario);
    let mut written = GisFiles::default();
    for layer in with_rows(shown, ground) {
        let path = |ending: &str| beside(file, layer.name, Some(ending));
        let Table { bytes: dbf, cut } = dbf::dbf(&layer);
        let [shp, shx] = shp::shapes(&layer).ok_or_else(|| too_large(&path("shp")))?;
        let prj = crs.wkt().unwrap_or_default().as_bytes().to_vec();
        let parts: [Vec<u8>; 5] = [shp, shx, dbf, prj, b"UTF-8".to_vec()];
        written.files.extend(ENDINGS.map(path).into_iter().zip(parts));
        written
            .notes
            .extend(cut.into_iter().map(|(column, rows)| note(shown, &layer, &path("dbf"), &column, rows)));
    }
    Ok(written)
}

fn too_large(file: &Path) -> GisError {
    GisError::TooLarge(file.display().to_string())
}

fn note(shown: &Shown, layer: &GisLayer, file: &Path, column: &str, rows: usize) -> String {
    say!(
        shown.language,
        "gis-cut",
        file = file.display().to_string(),
        rows = rows,
        all = layer.rows.len(),
        column = column.to_owned()
    )
}
