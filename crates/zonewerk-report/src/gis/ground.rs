use geo::{LineString, MultiLineString, MultiPolygon};

use crate::label_fit::{main_part, pole};
use zonewerk_core::crs::Crs;
use zonewerk_core::territory::UnitId;
use zonewerk_core::topology::{ArcId, Topology};
use zonewerk_io::RowShape;
use zonewerk_io::Scenario;

/// Which coordinates shapes are in. In either, borders are taken from the same shared arcs, so
/// that what meets on the map meets to the last digit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ground {
    /// Longitude and latitude on WGS 84.
    Wgs84,
    /// The coordinates of the map's file.
    Source,
}

impl Ground {
    /// The reference system of its coordinates.
    pub(super) fn crs(self, scenario: &Scenario) -> Crs {
        match self {
            Self::Wgs84 => Crs::wgs84(),
            Self::Source => scenario.crs.clone(),
        }
    }

    /// The shape of a unit.
    pub(super) fn unit(self, map: &Topology, unit: UnitId) -> RowShape {
        RowShape::Polygons(self.geometry(map, unit))
    }

    /// The outline of some units, each named once; nothing of none.
    pub(super) fn outline(self, map: &Topology, units: &[UnitId]) -> RowShape {
        let shape = match self {
            Self::Wgs84 => map.dissolve(units),
            Self::Source => map.source_dissolve(units),
        };
        if shape.0.is_empty() { RowShape::Nothing } else { RowShape::Polygons(shape) }
    }

    /// Some arcs as lines.
    pub(super) fn arcs(self, map: &Topology, arcs: &[ArcId]) -> RowShape {
        let line = |&arc: &ArcId| match self {
            Self::Wgs84 => LineString::new(map.arc(arc).to_vec()),
            Self::Source => LineString::new(map.source_arc(arc).to_vec()),
        };
        match arcs {
            [] => RowShape::Nothing,
            arcs => RowShape::Lines(MultiLineString::new(arcs.iter().map(line).collect())),
        }
    }

    /// A straight line from inside one unit to inside another.
    pub(super) fn between(self, map: &Topology, units: [UnitId; 2]) -> RowShape {
        let inside = |unit| main_part(&self.geometry(map, unit)).map(|polygon| pole(polygon, 1.0));
        match units.map(inside) {
            [Some(a), Some(b)] => RowShape::Lines(MultiLineString::new(vec![LineString::new(vec![a, b])])),
            _ => RowShape::Nothing,
        }
    }

    fn geometry(self, map: &Topology, unit: UnitId) -> MultiPolygon<f64> {
        match self {
            Self::Wgs84 => map.geometry(unit),
            Self::Source => map.source_geometry(unit),
        }
    }
}
