//! Fewer vertices, the same topology: every shared arc is simplified once, so that
//! neighbours still fit.
//!
//! 1. All points go to a fine grid, so that everything after is exact in whole numbers.
//! 2. Each arc keeps the vertices that Douglas and Peucker (1973) keep at its tolerance;
//!    arc ends stay, closed arcs keep a triangle at least.
//! 3. Arcs whose segments touch where the map does not, and arcs around a part of the
//!    map that changed sides, get a finer tolerance, until there are none.
//!
//! Every arc stays, with two different points at least, and none comes to lie on another:
//! the same units share a border before and after.

use std::collections::BTreeSet;

use super::Topology;
use super::arc_clearance::conflicts;
use super::coordinate_grid::{Grid, GridPoint};
use super::vertex_significance::significance;

/// How much to simplify.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Generalisation {
    /// How far, in metres, a simplified border may lie from the true one.
    pub tolerance_m: f64,
    /// Spacing of the grid that all points go to, in degrees.
    pub grid_degrees: f64,
}

/// A map that cannot be simplified as asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GeneraliseError {
    /// Borders fall together on the grid.
    #[error(
        "{arcs} borders touch or cross on this grid, the first near {longitude}, {latitude}; take a finer grid"
    )]
    GridTooCoarse {
        /// Number of borders concerned.
        arcs: usize,
        /// Where the first is, in degrees.
        longitude: String,
        /// Where the first is, in degrees.
        latitude: String,
    },
}

/// Tolerances below this fraction of the one asked for count as 0: every vertex is kept.
const FINEST: f64 = 1.0 / 256.0;

/// Simplifies a map without changing what touches what.
///
/// # Errors
/// When the grid is too coarse for the map's shortest borders.
pub fn generalise(map: &Topology, options: &Generalisation) -> Result<Topology, GeneraliseError> {
    let grid = Grid::new(map, options.grid_degrees);
    let full: Vec<Vec<GridPoint>> = map.arcs.values().map(|points| grid.snap(points)).collect();
    let weights: Vec<Vec<f64>> = full.iter().map(|points| significance(points, grid.metres)).collect();
    let mut tolerance = vec![options.tolerance_m; full.len()];
    loop {
        let arcs: Vec<Vec<GridPoint>> =
            (0..full.len()).map(|arc| keep(&full[arc], &weights[arc], tolerance[arc])).collect();
        let touching = conflicts(map, &full, &arcs);
        let coarse: BTreeSet<usize> = touching.iter().copied().filter(|&arc| tolerance[arc] > 0.0).collect();
        if touching.is_empty() {
            let simplified = Topology::new(
                arcs.iter().map(|points| points.iter().map(|&point| grid.degrees(point)).collect()).collect(),
                map.shapes.as_ref().clone(),
            );
            return Ok(simplified);
        }
        if coarse.is_empty() {
            let first = grid.degrees(full[*touching.first().unwrap_or(&0)][0]);
            let [longitude, latitude] = [first.x, first.y].map(|degrees| format!("{degrees:.5}"));
            return Err(GeneraliseError::GridTooCoarse { arcs: touching.len(), longitude, latitude });
        }
        for arc in coarse {
            let finer = tolerance[arc] / 2.0;
            tolerance[arc] = if finer < options.tolerance_m * FINEST { 0.0 } else { finer };
        }
    }
}

fn keep(points: &[GridPoint], weights: &[f64], tolerance_m: f64) -> Vec<GridPoint> {
    let kept = points.iter().zip(weights).filter(|&(_, &weight)| tolerance_m == 0.0 || weight > tolerance_m);
    kept.map(|(&point, _)| point).collect()
}

#[cfg(test)]
mod tests {
    use geo::{Area, Contains, Coord, LineString, MultiPolygon, Polygon, Validation};
    use rand::RngExt;
    use rand_chacha::ChaCha8Rng;
    use rand_chacha::rand_core::SeedableRng;

    use super::*;
    use crate::graph::from_topology;
    use crate::territory::UnitId;

    const SIDE: usize = 4;
    const CELL: f64 = 0.05;
    const FINE: f64 = 1e-5;

    fn corner(column: usize, row: usize) -> Coord<f64> {
        Coord { x: 4.0 + column as f64 * CELL, y: 51.0 + row as f64 * CELL }
    }

    /// From one corner to another with a hundred small turns to either side, and a bay of
    /// this depth to the left.
    fn wiggle(random: &mut ChaCha8Rng, bay: f64, from: Coord<f64>, to: Coord<f64>) -> Vec<Coord<f64>> {
        let along = to - from;
        let across = Coord { x: -along.y, y: along.x };
        let between = (1..100).map(|step| {
            let side = (bay + random.random_range(-0.1..0.1))
                * (f64::from(step) / 100.0 * std::f64::consts::PI).sin();
            from + along * (f64::from(step) / 100.0) + across * side
        });
        std::iter::once(from).chain(between).chain([to]).collect()
    }

    fn circle(middle: Coord<f64>, radius: f64) -> LineString<f64> {
        let angle = |step: i32| f64::from(step) / 60.0 * std::f64::consts::TAU;
        let mut points: Vec<Coord<f64>> = (0..60)
            .map(|s| middle + Coord { x: radius * angle(s).cos(), y: radius * angle(s).sin() })
            .collect();
        points.push(points[0]);
        LineString::new(points)
    }

    /// Cells with wiggling borders; the last unit is an enclave in the first cell, with an
    /// exclave outside the map, in a bay of its border.
    fn world(seed: u64) -> Topology {
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        let mut horizontal = vec![Vec::new(); SIDE * (SIDE + 1)];
        let mut vertical = vec![Vec::new(); SIDE * (SIDE + 1)];
        for row in 0..=SIDE {
            for column in 0..SIDE {
                let (from, to) = (corner(column, row), corner(column + 1, row));
                horizontal[row * SIDE + column] = wiggle(&mut random, 0.0, from, to);
                let (from, to) = (corner(row, column), corner(row, column + 1));
                let bay = if (row, column) == (SIDE, 1) { 0.3 } else { 0.0 };
                vertical[row * SIDE + column] = wiggle(&mut random, bay, from, to);
            }
        }
        let backwards = |line: &Vec<Coord<f64>>| line.iter().rev().copied().collect::<Vec<_>>();
        let enclave = circle(corner(0, 0) + Coord { x: CELL / 2.0, y: CELL / 2.0 }, CELL / 6.0);
        let mut shapes: Vec<MultiPolygon<f64>> = Vec::new();
        for row in 0..SIDE {
            for column in 0..SIDE {
                let mut ring = horizontal[row * SIDE + column].clone();
                ring.extend(&vertical[(column + 1) * SIDE + row][1..]);
                ring.extend(&backwards(&horizontal[(row + 1) * SIDE + column])[1..]);
                ring.extend(&backwards(&vertical[column * SIDE + row])[1..]);
                let holes = if row + column == 0 { vec![enclave.clone()] } else { Vec::new() };
                shapes.push(Polygon::new(LineString::new(ring), holes).into());
            }
        }
        let outside = circle(corner(SIDE, 1) + Coord { x: -0.12 * CELL, y: CELL / 2.0 }, CELL / 100.0);
        shapes.push(MultiPolygon::new(vec![
            Polygon::new(enclave, Vec::new()),
            Polygon::new(outside, Vec::new()),
        ]));
        Topology::from_polygons(shapes.into())
    }

    fn neighbours(map: &Topology) -> Vec<(UnitId, UnitId)> {
        from_topology(map).borders().map(|(a, b, _)| (a, b)).collect()
    }

    #[test]
    fn a_simplified_map_keeps_its_neighbours_and_tiles_the_same_ground() {
        for seed in 0..20 {
            let map = world(seed);
            for tolerance_m in [20.0, 100.0, 400.0, 5_000.0] {
                let options = Generalisation { tolerance_m, grid_degrees: FINE };
                let simplified = generalise(&map, &options).expect("the grid is fine enough");
                assert!(simplified.vertices() < map.vertices(), "seed {seed}, {tolerance_m} m");
                assert_eq!(neighbours(&simplified), neighbours(&map), "seed {seed}, {tolerance_m} m");
                let units: Vec<UnitId> = simplified.shapes.ids().collect();
                let shapes: Vec<MultiPolygon<f64>> =
                    units.iter().map(|&unit| simplified.geometry(unit)).collect();
                for (unit, shape) in shapes.iter().enumerate() {
                    assert!(shape.is_valid(), "seed {seed}, {tolerance_m} m, unit {unit}");
                }
                let parts: f64 = shapes.iter().map(Area::unsigned_area).sum();
                let whole = simplified.dissolve(&units);
                assert_eq!(whole.0.len(), 2, "the map and the exclave beside it");
                let off = (parts - whole.unsigned_area()).abs();
                assert!(off < 1e-9, "seed {seed}, {tolerance_m} m: {off} square degrees overlap");
                let (own, others) = shapes.split_last().unwrap();
                assert_eq!(own.0.len(), 2, "enclave and exclave both stand");
                let corner = own.0.iter().map(|part| part.exterior().0[0]);
                for (corner, unit) in corner.flat_map(|corner| others.iter().map(move |unit| (corner, unit)))
                {
                    assert!(!unit.contains(&corner), "seed {seed}, {tolerance_m} m: a part changed sides");
                }
            }
        }
    }

    #[test]
    fn a_greater_tolerance_keeps_fewer_vertices() {
        let map = world(1);
        let kept = [20.0, 100.0, 400.0].map(|tolerance_m| {
            generalise(&map, &Generalisation { tolerance_m, grid_degrees: FINE }).unwrap().vertices()
        });
        assert!(kept.is_sorted_by(|more, fewer| more > fewer), "{kept:?}");
    }

    #[test]
    fn a_grid_too_coarse_is_an_error() {
        let options = Generalisation { tolerance_m: 20.0, grid_degrees: CELL };
        let refused = generalise(&world(0), &options).unwrap_err();
        assert!(matches!(refused, GeneraliseError::GridTooCoarse { .. }), "{refused}");
    }
}
