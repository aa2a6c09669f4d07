use geo::{Centroid, Coord, MultiPolygon};

use super::Graph;
use super::nearest::in_space;
use crate::territory::{IdVec, UnitId};

/// The centre of a unit: whole metres along three axes at right angles.
pub type Centre = [i64; 3];

impl Graph {
    /// The same graph with the centre of each unit, which goals on distances need.
    ///
    /// # Panics
    /// When there are more or fewer centres than units.
    #[must_use]
    pub fn with_centres(mut self, centres: Vec<Centre>) -> Self {
        assert_eq!(centres.len(), self.len(), "a centre for each unit");
        self.centres = Some(centres.into());
        self
    }

    /// Whether it has the centres of its units.
    pub fn has_centres(&self) -> bool {
        self.centres.is_some()
    }

    /// The centre of each unit.
    ///
    /// # Panics
    /// When the graph has none: one that was made of borders alone.
    pub fn centres(&self) -> &IdVec<UnitId, Centre> {
        self.centres.as_ref().expect("goals on distances need a graph with centres")
    }
}

/// The centroid of a shape in longitude and latitude, as a place in space.
pub(super) fn centre(shape: &MultiPolygon<f64>) -> Centre {
    let at = shape.centroid().map_or(Coord::default(), Coord::from);
    in_space(at).map(|metres| metres.round() as i64)
}
