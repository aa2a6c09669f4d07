//! Shapes and their index. Exterior rings run clockwise, holes the other way; a row without a
//! shape has a null shape.

use geo::orient::{Direction, Orient};
use geo::{BoundingRect, Coord, LineString, MultiLineString, MultiPolygon, Rect};

use crate::gis::layer::GisLayer;
use zonewerk_io::{RowShape, ShapeKind};

const FILE_CODE: i32 = 9994;
const VERSION: i32 = 1000;
const HEADER: usize = 100;
const NULL_SHAPE: i32 = 0;
const POLY_LINE: i32 = 3;
const POLYGON: i32 = 5;

/// The bytes of `.shp` and `.shx`; `None` beyond what the format can count.
pub(super) fn shapes(layer: &GisLayer) -> Option<[Vec<u8>; 2]> {
    let kind = match layer.shapes {
        ShapeKind::Polygons => POLYGON,
        ShapeKind::Lines => POLY_LINE,
    };
    let (mut records, mut index) = (Vec::new(), Vec::new());
    let shapes: Vec<MultiLineString<f64>> = layer.rows.iter().map(|(_, shape)| lines(shape)).collect();
    for (place, lines) in shapes.iter().enumerate() {
        let content = content(kind, lines)?;
        let [at, length] = [HEADER + records.len(), content.len()].map(words);
        index.extend(at?.to_be_bytes());
        index.extend(length?.to_be_bytes());
        records.extend(i32::try_from(place + 1).ok()?.to_be_bytes());
        records.extend(length?.to_be_bytes());
        records.extend(content);
    }
    let extent = MultiLineString::new(shapes.into_iter().flatten().collect()).bounding_rect();
    let file = |body: Vec<u8>| Some([header(kind, body.len(), extent)?, body].concat());
    Some([file(records)?, file(index)?])
}

/// Lengths are in words of two bytes.
fn words(bytes: usize) -> Option<i32> {
    i32::try_from(bytes / 2).ok()
}

fn header(kind: i32, body: usize, extent: Option<Rect<f64>>) -> Option<Vec<u8>> {
    let mut bytes = FILE_CODE.to_be_bytes().to_vec();
    bytes.resize(24, 0);
    bytes.extend(words(HEADER + body)?.to_be_bytes());
    bytes.extend(VERSION.to_le_bytes());
    bytes.extend(kind.to_le_bytes());
    bytes.extend(corners(extent));
    bytes.resize(HEADER, 0);
    Some(bytes)
}

fn corners(extent: Option<Rect<f64>>) -> Vec<u8> {
    let corners = extent.map(|extent| [extent.min(), extent.max()]).unwrap_or([Coord::zero(); 2]);
    corners.iter().flat_map(|at| [at.x, at.y]).flat_map(f64::to_le_bytes).collect()
}

fn content(kind: i32, MultiLineString(lines): &MultiLineString<f64>) -> Option<Vec<u8>> {
    if lines.is_empty() {
        return Some(NULL_SHAPE.to_le_bytes().to_vec());
    }
    let count = |number: usize| i32::try_from(number).ok();
    let mut bytes = kind.to_le_bytes().to_vec();
    bytes.extend(corners(MultiLineString::new(lines.to_vec()).bounding_rect()));
    bytes.extend(count(lines.len())?.to_le_bytes());
    bytes.extend(count(lines.iter().map(|line| line.0.len()).sum())?.to_le_bytes());
    let mut start = 0;
    for line in lines {
        bytes.extend(count(start)?.to_le_bytes());
        start += line.0.len();
    }
    let points = lines.iter().flat_map(LineString::coords);
    bytes.extend(points.flat_map(|at| [at.x, at.y]).flat_map(f64::to_le_bytes));
    Some(bytes)
}

fn lines(shape: &RowShape) -> MultiLineString<f64> {
    match shape {
        RowShape::Nothing => MultiLineString::new(Vec::new()),
        RowShape::Lines(lines) => lines.clone(),
        RowShape::Polygons(polygons) => rings(&polygons.orient(Direction::Reversed)),
    }
}

fn rings(polygons: &MultiPolygon<f64>) -> MultiLineString<f64> {
    let rings = polygons.iter().flat_map(|area| std::iter::once(area.exterior()).chain(area.interiors()));
    rings.cloned().collect()
}
