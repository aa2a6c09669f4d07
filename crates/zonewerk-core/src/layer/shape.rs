use super::Ring;

/// The geometry of a feature.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// None: null, or a geometry without a single ring.
    Empty,
    /// Something else than polygons: `Point`, `LineString`.
    NoPolygon(String),
    /// Geometry that could not be read, in words: `a blob of 3 bytes`.
    Unreadable(String),
    /// Polygons, each its exterior ring and then its holes.
    Polygons(Vec<Vec<Ring>>),
}
