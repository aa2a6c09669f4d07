use geo::{MultiLineString, MultiPolygon};
use serde_json::{Map, Value};

use super::layer::GisLayer;
use crate::geojson::{collection, line_collection};
use zonewerk_io::{RowShape, ShapeKind};

/// A layer as GeoJSON (RFC 7946); lists stay lists.
pub(super) fn geojson(layer: GisLayer) -> Vec<u8> {
    let GisLayer { shapes, columns, rows, .. } = layer;
    let rows = rows.into_iter().map(|(values, shape)| {
        let names = columns.iter().map(|column| column.name.clone());
        (shape, Value::Object(names.zip(values).collect::<Map<_, _>>()))
    });
    match shapes {
        ShapeKind::Polygons => collection(rows.map(|(shape, properties)| match shape {
            RowShape::Polygons(shape) => (shape, properties),
            RowShape::Nothing | RowShape::Lines(_) => (MultiPolygon::new(Vec::new()), properties),
        })),
        ShapeKind::Lines => line_collection(rows.map(|(shape, properties)| match shape {
            RowShape::Lines(shape) => (shape, properties),
            RowShape::Nothing | RowShape::Polygons(_) => (MultiLineString::new(Vec::new()), properties),
        })),
    }
}
