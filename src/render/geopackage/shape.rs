//! Multipolygons as a GeoPackage keeps them (OGC 12-128r17, clause 2.1.3): header with
//! envelope, then well-known binary, little-endian.

use geo::{BoundingRect, LineString, MultiPolygon};

const LITTLE_ENDIAN: u8 = 1;
const ENVELOPE: u8 = 1 << 1;
const EMPTY: u8 = 1 << 4;
const POLYGON: u32 = 3;
const MULTIPOLYGON: u32 = 6;

/// The blob of a geometry in the reference system with this number; `None` when one of
/// its counts is beyond the format, 2^32.
pub(super) fn blob(shape: &MultiPolygon<f64>, srs_id: i32) -> Option<Vec<u8>> {
    let envelope = shape.bounding_rect();
    let mut bytes = vec![b'G', b'P', 0, LITTLE_ENDIAN | if envelope.is_some() { ENVELOPE } else { EMPTY }];
    bytes.extend(srs_id.to_le_bytes());
    if let Some(envelope) = envelope {
        let (min, max) = (envelope.min(), envelope.max());
        bytes.extend([min.x, max.x, min.y, max.y].into_iter().flat_map(f64::to_le_bytes));
    }
    start(&mut bytes, MULTIPOLYGON, shape.0.len())?;
    for polygon in shape {
        let rings = polygon.interiors().len() + usize::from(!polygon.exterior().0.is_empty());
        start(&mut bytes, POLYGON, rings)?;
        let exterior = Some(polygon.exterior()).filter(|ring| !ring.0.is_empty());
        exterior.into_iter().chain(polygon.interiors()).try_for_each(|ring| positions(&mut bytes, ring))?;
    }
    Some(bytes)
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
