use geo::Coord;

use super::Topology;

/// A point in steps of the grid.
pub(super) type GridPoint = [i64; 2];

/// A grid over the map, in whole steps.
pub(super) struct Grid {
    step: f64,
    /// Metres of one step along each axis, at the middle latitude.
    pub(super) metres: [f64; 2],
}

impl Grid {
    pub(super) fn new(map: &Topology, step: f64) -> Self {
        let latitudes = map.arcs.values().flatten().map(|point| point.y);
        let (low, high) = latitudes.fold((90.0_f64, -90.0_f64), |(low, high), y| (low.min(y), high.max(y)));
        let middle = f64::midpoint(low, high).to_radians();
        const METRES_A_DEGREE: f64 = 111_320.0;
        Self { step, metres: [step * METRES_A_DEGREE * middle.cos(), step * METRES_A_DEGREE] }
    }

    /// The points of an arc on the grid, repeated ones once.
    pub(super) fn snap(&self, points: &[Coord<f64>]) -> Vec<GridPoint> {
        let on_grid = |degrees: f64| (degrees / self.step).round() as i64;
        let mut snapped: Vec<GridPoint> = points.iter().map(|p| [on_grid(p.x), on_grid(p.y)]).collect();
        snapped.dedup();
        snapped
    }

    /// The same decimal number as if it were read from text: steps of 1e-5 give 4.35567.
    pub(super) fn degrees(&self, point: GridPoint) -> Coord<f64> {
        let steps_a_degree = 1.0 / self.step;
        let whole = (steps_a_degree.round() - steps_a_degree).abs() < 1e-6 * steps_a_degree;
        let [x, y] =
            point.map(
                |steps| {
                    if whole { steps as f64 / steps_a_degree.round() } else { steps as f64 * self.step }
                },
            );
        Coord { x, y }
    }
}
