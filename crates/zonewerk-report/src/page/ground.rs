use geo::{Coord, MultiPolygon, Rect};

use super::sheet::Sheet;
use crate::label_fit::{main_part, pole};
use crate::projection::{Projection, extent};
use zonewerk_core::territory::{IdVec, UnitId};

/// Width of the map in its own whole numbers: on Flanders one is 25 m.
pub(super) const WIDTH: f64 = 10_000.0;
const EDGE: f64 = 60.0;

/// Where everything lies on the map.
pub(super) struct Ground {
    pub(super) projection: Projection,
    pub(super) height: f64,
    /// The shape of each unit.
    pub(super) shapes: IdVec<UnitId, MultiPolygon<f64>>,
    /// A place well inside each unit.
    pub(super) middles: IdVec<UnitId, Coord<f64>>,
}

impl Ground {
    /// `None` where no unit has a shape.
    pub(super) fn new(sheet: &Sheet) -> Option<Self> {
        let topology = &sheet.shown.scenario.topology;
        let places: Vec<MultiPolygon<f64>> = topology.units().map(|unit| topology.geometry(unit)).collect();
        let extent = extent(places.iter())?;
        let height = (Projection::aspect(extent) * (WIDTH - 2.0 * EDGE)).clamp(600.0, 30_000.0) + 2.0 * EDGE;
        let frame = Rect::new((EDGE, EDGE), (WIDTH - EDGE, height - EDGE));
        let projection = Projection::fit(extent, frame);
        let shapes: IdVec<UnitId, MultiPolygon<f64>> =
            places.iter().map(|place| projection.shape(place)).collect();
        let middle = |shape: &MultiPolygon<f64>| {
            main_part(shape).map_or(Coord { x: 0.0, y: 0.0 }, |polygon| pole(polygon, 2.0))
        };
        let middles = shapes.values().map(middle).collect();
        Some(Self { projection, height, shapes, middles })
    }
}
