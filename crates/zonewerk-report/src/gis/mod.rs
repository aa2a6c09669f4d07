//! A plan as files that GIS programs open: the same layers in every format.

mod backbone;
mod csv;
mod field;
mod findings;
mod geojson;
mod ground;
mod layer;
mod links;
mod package;
mod qml;
mod regions;
mod shapefile;
mod styles;
mod units;
mod zones;

use std::path::{Path, PathBuf};

use super::Shown;
use ground::Ground;
use layer::{GisLayer, LayerName};
use zonewerk_io::GeoPackageError;

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

/// The files of a plan in one format.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GisFiles {
    /// Every file with its path.
    pub files: Vec<(PathBuf, Vec<u8>)>,
    /// What the format could not hold, a sentence each.
    pub notes: Vec<String>,
}

/// A plan that cannot be written in a format.
#[derive(Debug, thiserror::Error)]
pub enum GisError {
    /// The GeoPackage could not be made.
    #[error(transparent)]
    GeoPackage(#[from] GeoPackageError),
    /// A layer of more than a shapefile can count: 2 GB.
    #[error("{0}: more than a shapefile holds; take .gpkg")]
    TooLarge(String),
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

    /// Every file that writing to `file` may make: itself for a GeoPackage, else files beside
    /// it with the name of each layer: for `plan.geojson` that is `plan-units.geojson` and so
    /// on. A layer without a row is not written.
    pub fn paths(self, file: &Path) -> Vec<PathBuf> {
        let layers = || LayerName::ALL.into_iter();
        match self {
            Self::GeoPackage => vec![file.to_owned()],
            Self::GeoJson | Self::Csv => layers().map(|layer| beside(file, layer, None)).collect(),
            Self::Shapefile => {
                let parts =
                    |layer| shapefile::ENDINGS.into_iter().map(move |end| beside(file, layer, Some(end)));
                layers().flat_map(parts).collect()
            }
        }
    }
}

/// The files of a plan in a format, each with its path.
///
/// # Errors
/// When the plan or the coordinates do not fit the format.
pub fn gis_files(shown: &Shown, format: GisFormat, file: &Path) -> Result<GisFiles, GisError> {
    let on_earth = || with_rows(shown, Ground::Wgs84);
    match format {
        GisFormat::GeoPackage => {
            let bytes = package::package(shown)?;
            Ok(GisFiles { files: vec![(file.to_owned(), bytes)], notes: Vec::new() })
        }
        GisFormat::GeoJson => {
            let file = |layer: GisLayer| (beside(file, layer.name, None), geojson::geojson(layer));
            Ok(GisFiles { files: on_earth().into_iter().map(file).collect(), notes: Vec::new() })
        }
        GisFormat::Csv => {
            let file = |layer: GisLayer| (beside(file, layer.name, None), csv::csv(&layer));
            let files = on_earth().into_iter().map(file).collect();
            Ok(GisFiles { files, notes: Vec::new() })
        }
        GisFormat::Shapefile => shapefile::shapefiles(shown, file),
    }
}

/// Every layer of a plan; those of findings and links are there without a row too.
fn layers(shown: &Shown, ground: Ground) -> Vec<GisLayer> {
    let results = shown.results();
    let mut layers = vec![units::units(shown, ground), zones::zones(shown, &results, ground)];
    layers.extend(regions::regions(shown, ground));
    layers.extend([findings::findings(shown, ground), links::links(shown, ground)]);
    layers.extend(backbone::backbone(shown, ground));
    layers
}

fn with_rows(shown: &Shown, ground: Ground) -> Vec<GisLayer> {
    layers(shown, ground).into_iter().filter(|layer| !layer.rows.is_empty()).collect()
}

/// The file of a layer: `plan.csv` is `plan-zones.csv`, with another ending where one is given.
fn beside(file: &Path, layer: LayerName, ending: Option<&str>) -> PathBuf {
    let stem = file.file_stem().unwrap_or_default().to_os_string();
    let mut name = stem;
    name.push("-");
    name.push(layer.name());
    name.push(".");
    match ending {
        Some(ending) => name.push(ending),
        None => name.push(file.extension().unwrap_or_default()),
    }
    file.with_file_name(name)
}
