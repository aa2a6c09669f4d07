//! Map files of every format, told apart by their content; a shapefile by its name, since
//! it is several files.

use serde_json::Value;

use crate::formats::csv_table::{problem, utf8};
use crate::formats::file_faults::Faults;
use crate::formats::shapefile::{self, ShapefileParts};
use crate::formats::{geojson, geopackage, json, topojson};
use crate::scenario_source::Source;
use crate::{InputPlace, InputProblems};
use zonewerk_core::layer::MapLayer;

/// What a user says of a map file because the file itself leaves it open.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct MapOptions<'a> {
    /// Which layer, where a file has several.
    pub(crate) layer: Option<&'a str>,
    /// How texts of a shapefile are encoded.
    pub(crate) encoding: Option<&'a str>,
}

const GEOPACKAGE: &[u8] = b"SQLite format 3\0";
const SHAPEFILE: &[u8] = &[0, 0, 0x27, 0x0A];

/// Reads a layer of a map file: GeoJSON, TopoJSON, shapefile or GeoPackage.
///
/// # Errors
/// When the file is no such map, or is broken; a feature that is wrong is no error here.
pub(crate) fn read(source: &Source, file: &str, options: &MapOptions) -> Result<MapLayer, InputProblems> {
    let bytes = source.bytes(file)?;
    if bytes.starts_with(GEOPACKAGE) {
        if source.optional(&format!("{file}-wal"))?.is_some_and(|log| !log.is_empty()) {
            let found = format!("edits that are not merged yet, in {file}-wal");
            let expected = "a GeoPackage that no program has open";
            return Err(problem("unmerged-edits", file, InputPlace::File, &found, expected).into());
        }
        return geopackage::layer(file, &bytes, options.layer);
    }
    let stem = ["shp", "dbf", "shx", "prj", "cpg"].into_iter().find_map(|ending| {
        let (stem, found) = file.rsplit_once('.')?;
        found.eq_ignore_ascii_case(ending).then_some((stem, found, ending))
    });
    match stem {
        Some((stem, found, "shp")) => {
            let beside = |ending: &str| {
                let upper = found.chars().all(|letter| !letter.is_lowercase());
                let ending = if upper { ending.to_uppercase() } else { ending.to_owned() };
                source.optional(&format!("{stem}.{ending}"))
            };
            let [dbf, prj, cpg] = ["dbf", "prj", "cpg"].map(beside);
            let [dbf, prj, cpg] = [dbf?, prj?, cpg?];
            let [dbf, prj, cpg] = [&dbf, &prj, &cpg].map(|part| part.as_ref().map(|bytes| bytes.as_slice()));
            let parts = ShapefileParts { shp: &bytes, dbf, prj, cpg };
            shapefile::layer(file, &parts, options.encoding)
        }
        Some((stem, ..)) => {
            let expected = format!("the map itself, {stem}.shp");
            Err(problem("part-of-shapefile", file, InputPlace::File, "a part of a shapefile", &expected)
                .into())
        }
        None if bytes.starts_with(SHAPEFILE) => {
            let found = "a shapefile under another name";
            Err(problem("part-of-shapefile", file, InputPlace::File, found, "a name that ends in .shp")
                .into())
        }
        None => json_layer(file, &bytes, options),
    }
}

/// Reads GeoJSON or TopoJSON.
///
/// # Errors
/// When the text is neither.
pub(crate) fn json_layer(file: &str, bytes: &[u8], options: &MapOptions) -> Result<MapLayer, InputProblems> {
    let expected = "a map in GeoJSON, TopoJSON, GeoPackage or shapefile";
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(problem("empty-file", file, InputPlace::File, "nothing", expected).into());
    }
    let text = utf8(file, bytes)?;
    if let Some(layer) = geojson::layer(file, text)? {
        return Ok(layer);
    }
    let root = json::parse(file, text)?;
    let mut faults = Faults::of(file);
    match root.get("type").and_then(Value::as_str) {
        Some("Topology") => return topojson::layer(file, text.len(), &root, options.layer),
        Some(geojson::KIND) => geojson::why_not(&root, &mut faults),
        other => {
            let found = other.unwrap_or("no type");
            let expected = "FeatureCollection (GeoJSON) or Topology (TopoJSON)";
            faults.add("unknown-map-format", InputPlace::File, Some("type"), found, expected);
        }
    }
    Err(faults.or(()).expect_err("the faults of a document that is no map"))
}
