//! Multipolygons and multilines as a GeoPackage keeps them (OGC 12-128r17, clause 2.1.3): header with
//! envelope, then well-known binary, little-endian.

use geo::{BoundingRect, CoordsIter, LineString, MultiLineString, MultiPolygon, Rect};

use super::RowShape;

const LITTLE_ENDIAN: u8 = 1;
const ENVELOPE: u8 = 1 << 1;
const EMPTY: u8 = 1 << 4;
const LINE: u32 = 2;
const POLYGON: u32 = 3;
const MULTILINE: u32 = 5;
const MULTIPOLYGON: u32 = 6;

impl RowShape {
    /// The smallest rectangle around it.
    pub(super) fn extent(&self) -> Option<Rect<f64>> {
        match self {
            Self::Nothing => None,
            Self::Polygons(shape) => shape.bounding_rect(),
            Self::Lines(shape) => shape.bounding_rect(),
        }
    }

    /// Whether every coordinate is a number.
    pub(super) fn is_finite(&self) -> bool {
        let finite = |position: geo::Coord<f64>| position.x.is_finite() && position.y.is_finite();
        match self {
            Self::Nothing => true,
            Self::Polygons(shape) => shape.coords_iter().all(finite),
            Self::Lines(shape) => shape.coords_iter().all(finite),
        }
    }

    /// The blob of it in the reference system with this number, nothing for no geometry;
    /// `None` when one of its counts is beyond the format, 2^32.
    pub(super) fn blob(&self, srs_id: i32) -> Option<Vec<u8>> {
        let envelope = self.extent();
        let mut bytes =
            vec![b'G', b'P', 0, LITTLE_ENDIAN | if envelope.is_some() { ENVELOPE } else { EMPTY }];
        bytes.extend(srs_id.to_le_bytes());
        if let Some(envelope) = envelope {
            let (min, max) = (envelope.min(), envelope.max());
            bytes.extend([min.x, max.x, min.y, max.y].into_iter().flat_map(f64::to_le_bytes));
        }
        match self {
            Self::Nothing => return Some(Vec::new()),
            Self::Polygons(shape) => polygons(&mut bytes, shape)?,
            Self::Lines(shape) => lines(&mut bytes, shape)?,
        }
        Some(bytes)
    }
}

fn polygons(bytes: &mut Vec<u8>, shape: &MultiPolygon<f64>) -> Option<()> {
    start(bytes, MULTIPOLYGON, shape.0.len())?;
    for polygon in shape {
        let rings = polygon.interiors().len() + usize::from(!polygon.exterior().0.is_empty());
        start(bytes, POLYGON, rings)?;
        let exterior = Some(polygon.exterior()).filter(|ring| !ring.0.is_empty());
        exterior.into_iter().chain(polygon.interiors()).try_for_each(|ring| positions(bytes, ring))?;
    }
    Some(())
}

fn lines(bytes: &mut Vec<u8>, shape: &MultiLineString<f64>) -> Option<()> {
    start(bytes, MULTILINE, shape.0.len())?;
    for line in shape {
        bytes.push(LITTLE_ENDIAN);
        bytes.extend(LINE.to_le_bytes());
        positions(bytes, line)?;
    }
    Some(())
}

fn start(bytes: &mut Vec<u8>, kind: u32, count: usize) -> Option<()> {
    bytes.push(LITTLE_ENDIAN);
    bytes.extend(kind.to_le_bytes());
    bytes.extend(u32::try_from(count).ok()?.to_le_bytes());
    Some(())
}

fn positions(bytes: &mut Vec<u8>, ring: &LineString<f64>) -> Option<()> {
    bytes.extend(u32::try_from(ring.0.len()).ok()?.to_le_bytes());
    bytes.extend(ring.coords().flat_map(|position| [position.x, position.y]).flat_map(f64::to_le_bytes));
    Some(())
}
