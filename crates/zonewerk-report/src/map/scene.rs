use geo::{Coord, MultiPolygon, Rect};

use super::Layer;
use super::sheet::{MARGIN, WIDTH};
use crate::projection::{Projection, extent};
use crate::svg_map::line;
use crate::{Results, Shown, ZoneResult};
use zonewerk_core::territory::UnitId;

const MOST_HEIGHT: f64 = 1000.0;

/// What is drawn, and where it comes on the sheet.
pub(super) struct Scene<'a> {
    pub(super) shown: &'a Shown<'a>,
    pub(super) results: &'a Results<'a>,
    pub(super) zones: &'a [ZoneResult<'a>],
    /// The layers that are drawn: each has something to show.
    pub(super) layers: &'a [Layer],
    pub(super) projection: Projection,
    /// Height of the map, in pixels.
    pub(super) height: f64,
}

impl<'a> Scene<'a> {
    /// The whole territory from `top` downwards, as large as the sheet is wide.
    pub(super) fn new(
        shown: &'a Shown<'a>,
        results: &'a Results<'a>,
        zones: &'a [ZoneResult<'a>],
        layers: &'a [Layer],
        top: f64,
    ) -> Self {
        let topology = &shown.scenario.topology;
        let shapes: Vec<MultiPolygon<f64>> = topology.units().map(|unit| topology.geometry(unit)).collect();
        let around = extent(shapes.iter()).unwrap_or_else(|| Rect::new((0.0, 0.0), (0.0, 0.0)));
        let height = ((WIDTH - 2.0 * MARGIN) * Projection::aspect(around)).min(MOST_HEIGHT);
        let frame = Rect::new((MARGIN, top), (WIDTH - MARGIN, top + height));
        Self { shown, results, zones, layers, projection: Projection::fit(around, frame), height }
    }

    /// Whether a layer is drawn.
    pub(super) fn has(&self, layer: &Layer) -> bool {
        self.layers.contains(layer)
    }

    /// Name of a unit.
    pub(super) fn unit_name(&self, unit: UnitId) -> &'a str {
        &self.shown.scenario.territory.unit(unit).name
    }

    /// The outline of units, in pixels.
    pub(super) fn outline(&self, units: &[UnitId]) -> MultiPolygon<f64> {
        self.projection.shape(&self.shown.scenario.topology.dissolve(units))
    }

    /// The shape of a unit, in pixels.
    pub(super) fn shape(&self, unit: UnitId) -> MultiPolygon<f64> {
        self.projection.shape(&self.shown.scenario.topology.geometry(unit))
    }

    /// Every arc of the map once, as a path of its kind: the units on its sides tell the kind;
    /// `None` for an arc that is not drawn.
    pub(super) fn arcs<const N: usize>(&self, kind: impl Fn(&[UnitId]) -> Option<usize>) -> [String; N] {
        let topology = &self.shown.scenario.topology;
        let mut paths = [const { String::new() }; N];
        for (arc, users) in topology.arc_users().filter(|(_, users)| !users.is_empty()) {
            if let Some(path) = kind(users).and_then(|kind| paths.get_mut(kind)) {
                let points: Vec<Coord<f64>> =
                    topology.arc(arc).iter().map(|&place| self.projection.point(place)).collect();
                line(path, &points);
            }
        }
        paths
    }
}
