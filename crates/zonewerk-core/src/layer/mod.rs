//! What a map file says, as it says it: features with attributes and rings in the file's
//! own coordinates. Nothing is judged or repaired here; a reader fills it, and whoever
//! needs more than it says must ask.

mod attribute;
mod ring;
mod shape;

pub use attribute::Attribute;
pub use ring::{Position, Ring, RingFault, sound};
pub use shape::Shape;

/// One layer of a map file.
#[derive(Clone, Debug, PartialEq)]
pub struct MapLayer {
    /// The file, as the user named it.
    pub file: String,
    /// Name of the layer where a file may hold several: a GeoPackage table, a TopoJSON object.
    pub name: Option<String>,
    /// What the file says of its coordinates.
    pub crs: StatedCrs,
    /// Names of the attributes, in the order of the file.
    pub columns: Vec<String>,
    /// The features, in the order of the file.
    pub features: Vec<Feature>,
    /// How attribute texts were decoded, where the format leaves it open: `windows-1252 (assumed)`.
    pub encoding: Option<String>,
}

/// What a map file says of the coordinate reference system of its coordinates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StatedCrs {
    /// Nothing.
    Nothing,
    /// Longitude and latitude on WGS 84, because the format says so (RFC 7946).
    ByFormat,
    /// A code of the EPSG registry.
    Epsg(u32),
    /// Any other name, as it stands in the file: `urn:ogc:def:crs:OGC:1.3:CRS83`.
    Name(String),
    /// Well-known text, as in a `.prj` file or a GeoPackage.
    Wkt(String),
}

/// One feature of a layer.
#[derive(Clone, Debug, PartialEq)]
pub struct Feature {
    /// Place in the file, counted from 1.
    pub number: usize,
    /// Identifier beside the attributes, where the format has one (GeoJSON, TopoJSON).
    pub id: Option<Attribute>,
    /// A value for each column of the layer; shorter where the last are absent.
    pub attributes: Vec<Attribute>,
    /// The geometry.
    pub shape: Shape,
}

impl MapLayer {
    /// Number of a column.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == name)
    }
}

impl Feature {
    /// The value of a column; blank where the feature has none.
    pub fn attribute(&self, column: usize) -> &Attribute {
        self.attributes.get(column).unwrap_or(&Attribute::Blank)
    }
}
