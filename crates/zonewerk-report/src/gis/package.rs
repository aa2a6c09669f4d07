use super::field::attribute;
use super::ground::Ground;
use super::layer::GisLayer;
use super::styles::style;
use super::{GisError, layers};
use crate::Shown;
use zonewerk_io::{GpkgLayer, LayerStyle, Srs, geopackage};

/// Every layer in one GeoPackage, with a style for QGIS: in the coordinates of the map where
/// its reference system has a code and a definition, else on WGS 84.
///
/// # Errors
/// When a name, a value or a coordinate does not fit the format.
pub(super) fn package(shown: &Shown) -> Result<Vec<u8>, GisError> {
    let wgs84 = crs_definitions::EPSG_4326;
    let on_earth = || Srs { epsg: 4326, name: "WGS 84".to_owned(), definition_wkt: wgs84.wkt.to_owned() };
    let (ground, srs) = match Srs::of(&shown.scenario.crs) {
        Some(srs) => (Ground::Source, srs),
        None => (Ground::Wgs84, on_earth()),
    };
    let layers: Vec<GpkgLayer> =
        layers(shown, ground).into_iter().map(|layer| written(shown, &srs, layer)).collect();
    Ok(geopackage(&layers)?)
}

fn written(shown: &Shown, srs: &Srs, layer: GisLayer) -> GpkgLayer {
    let row = |(values, shape): (Vec<serde_json::Value>, _)| (values.iter().map(attribute).collect(), shape);
    let style = LayerStyle { name: layer.name.name().to_owned(), qml: style(layer.name, shown.language) };
    GpkgLayer {
        name: layer.name.name().to_owned(),
        srs: srs.clone(),
        columns: layer.columns.into_iter().map(|column| (column.name, column.kind)).collect(),
        shapes: layer.shapes,
        rows: layer.rows.into_iter().map(row).collect(),
        description: description(shown),
        style: Some(style),
    }
}

/// The scenario, the day of the population, and the credits that a map must show.
fn description(shown: &Shown) -> String {
    let scenario = shown.scenario;
    let parts = [&scenario.title, &scenario.population_date];
    let parts = parts.into_iter().chain(&scenario.credits).filter(|part| !part.is_empty());
    parts.map(String::as_str).collect::<Vec<_>>().join("; ")
}
