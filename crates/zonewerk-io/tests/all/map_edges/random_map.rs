//! Random maps of rectangles and triangles that meet in T-junctions, on lattices of whole steps.

use std::fmt::Write;

use rand::RngExt;
use rand_chacha::ChaCha8Rng;

/// A position in steps of the coordinates: a file has it digit for digit.
pub type Position = [i64; 2];

/// Coordinates in which a map is written.
#[derive(Clone, Copy, Debug)]
pub struct System {
    pub epsg: u32,
    pub in_degrees: bool,
    /// Where maps lie, in coordinates: least and greatest of each axis.
    area: [[f64; 2]; 2],
    /// Digits after the point, and those that rounded maps are left with.
    digits: u32,
    rounded: u32,
}

const fn degrees(epsg: u32, area: [[f64; 2]; 2]) -> System {
    System { epsg, in_degrees: true, area, digits: 9, rounded: 7 }
}

const fn metres(epsg: u32, area: [[f64; 2]; 2]) -> System {
    System { epsg, in_degrees: false, area, digits: 4, rounded: 2 }
}

const SYSTEMS: [System; 8] = [
    degrees(4326, [[-170.0, 170.0], [0.0, 70.0]]),
    degrees(4326, [[-170.0, 170.0], [-70.0, 0.0]]),
    degrees(4326, [[2.5, 6.4], [49.5, 51.5]]),
    degrees(4258, [[-9.0, 40.0], [36.0, 70.0]]),
    metres(32631, [[3e5, 7e5], [1e5, 7.7e6]]),
    metres(3857, [[-1e7, 1e7], [0.0, 1.1e7]]),
    metres(3035, [[3e6, 5e6], [2e6, 4e6]]),
    metres(31370, [[5e4, 2e5], [5e4, 2e5]]),
];

/// A step along an axis of the lattice is a multiple of so many steps of the coordinates, so that
/// a border can be moved by this part of it.
pub const PARTS: i64 = 50;

/// A map.
#[derive(Clone, Debug)]
pub struct RandomMap {
    pub system: System,
    /// Whether positions are written with fewer digits, each some millimetres off its place.
    pub is_rounded: bool,
    pub units: Vec<Unit>,
    /// Metres of a step of the lattice, roughly, as the system counts them.
    pub step_m: f64,
    along: Position,
}

#[derive(Clone, Debug)]
pub struct Unit {
    /// Counterclockwise, the first not repeated.
    pub corners: Vec<Position>,
    /// The corners of a rectangle whose east side lies inside the map: those of that side.
    pub east: Option<[usize; 2]>,
}

impl RandomMap {
    pub fn new(rng: &mut ChaCha8Rng) -> Self {
        let system = SYSTEMS[rng.random_range(0..SYSTEMS.len())];
        let [x, y] = system.area.map(|[least, most]| rng.random_range(least..most));
        // Sides of 1 to 8 steps: from 10 m to 50 km.
        let step_m = 10.0 * 600.0_f64.powf(rng.random_range(0.0..1.0));
        let per_metre = match system.in_degrees {
            true => [1.0 / (111_320.0 * y.to_radians().cos()), 1.0 / 111_320.0],
            false => [1.0, 1.0],
        };
        let scale = 10.0_f64.powi(system.digits as i32);
        let on_grid = |way: [f64; 2]| -> Position {
            [0, 1].map(|axis| {
                (way[axis] * step_m * per_metre[axis] * scale / PARTS as f64).round() as i64 * PARTS
            })
        };
        let turn: f64 = if rng.random_bool(0.5) { 0.0 } else { rng.random_range(0.0..1.5) };
        let stretch = rng.random_range(0.7..1.4);
        let along = on_grid([turn.cos(), turn.sin()]);
        let up = on_grid([-stretch * turn.sin(), stretch * turn.cos()]);
        let origin = [(x * scale).round() as i64, (y * scale).round() as i64];
        let place = |[column, row]: Position| -> Position {
            [0, 1].map(|axis| origin[axis] + column * along[axis] + row * up[axis])
        };
        let size = [rng.random_range(2..=8), rng.random_range(2..=8)];
        let mut cells = Vec::new();
        split([0, 0], size, rng, &mut cells);
        let mut units = Vec::new();
        for [low, high] in cells {
            for shape in shapes(low, high, rng) {
                let is_inner = shape.len() == 4 && high[0] < size[0];
                let mut corners: Vec<Position> = shape.into_iter().map(place).collect();
                let turn = rng.random_range(0..corners.len());
                corners.rotate_left(turn);
                let number = |corner: usize| (corner + corners.len() - turn) % corners.len();
                let east = is_inner.then(|| [number(1), number(2)]);
                units.push(Unit { corners, east });
            }
        }
        Self { system, is_rounded: rng.random_bool(0.3), units, step_m, along }
    }

    /// Moves the east side of a rectangle by a part of a step, out or in: an overlap, or a gap.
    /// The unit, where there is one of whom that can be said.
    pub fn plant(&mut self, is_overlap: bool, rng: &mut ChaCha8Rng) -> Option<usize> {
        let inner: Vec<usize> =
            (0..self.units.len()).filter(|&unit| self.units[unit].east.is_some()).collect();
        let unit = *inner.get(rng.random_range(0..inner.len().max(1)))?;
        let way = if is_overlap { 1 } else { -1 };
        for corner in self.units[unit].east? {
            for axis in [0, 1] {
                self.units[unit].corners[corner][axis] += way * self.along[axis] / PARTS;
            }
        }
        Some(unit)
    }

    /// A position in coordinates.
    pub fn coordinates(&self, at: Position) -> [f64; 2] {
        at.map(|steps| steps as f64 / 10.0_f64.powi(self.system.digits as i32))
    }

    /// As GeoJSON; units are called u000, u001 and so on.
    pub fn geojson(&self) -> String {
        let mut text = "{\"type\": \"FeatureCollection\"".to_owned();
        if self.system.epsg != 4326 {
            let name = format!("urn:ogc:def:crs:EPSG::{}", self.system.epsg);
            let _ =
                write!(text, ", \"crs\": {{\"type\": \"name\", \"properties\": {{\"name\": \"{name}\"}}}}");
        }
        text += ", \"features\": [";
        for (number, unit) in self.units.iter().enumerate() {
            let ring = unit.corners.iter().chain(unit.corners.first());
            let ring: Vec<String> =
                ring.map(|at| format!("[{}, {}]", self.written(at[0]), self.written(at[1]))).collect();
            let _ = write!(
                text,
                "{}\n{{\"type\": \"Feature\", \"properties\": {{\"code\": \"u{number:03}\"}}, \"geometry\": \
                 {{\"type\": \"Polygon\", \"coordinates\": [[{}]]}}}}",
                if number == 0 { "" } else { "," },
                ring.join(", ")
            );
        }
        text + "]}"
    }

    /// A number digit for digit, or rounded.
    fn written(&self, steps: i64) -> String {
        let System { digits, rounded, .. } = self.system;
        let (steps, digits) = match self.is_rounded {
            true => {
                let coarse = 10_i64.pow(digits - rounded);
                ((steps + coarse / 2).div_euclid(coarse), rounded)
            }
            false => (steps, digits),
        };
        let one = 10_u64.pow(digits);
        let sign = if steps < 0 { "-" } else { "" };
        let size = steps.unsigned_abs();
        format!("{sign}{}.{:0width$}", size / one, size % one, width = digits as usize)
    }
}

/// Parts a rectangle of the lattice by cuts from side to side.
fn split(low: Position, high: Position, rng: &mut ChaCha8Rng, cells: &mut Vec<[Position; 2]>) {
    let sides = [high[0] - low[0], high[1] - low[1]];
    let axis = usize::from(rng.random_bool(0.5));
    let axis = if sides[axis] > 1 { axis } else { 1 - axis };
    let is_whole = sides[0].max(sides[1]) < 8 && rng.random_bool(0.2) || sides[axis] < 2;
    if is_whole {
        return cells.push([low, high]);
    }
    let cut = low[axis] + rng.random_range(1..sides[axis]);
    let (mut middle_high, mut middle_low) = (high, low);
    middle_high[axis] = cut;
    middle_low[axis] = cut;
    split(low, middle_high, rng, cells);
    split(middle_low, high, rng, cells);
}

/// The rectangle, or triangles on both sides of a diagonal, one of them parted at a point of it.
fn shapes(low: Position, high: Position, rng: &mut ChaCha8Rng) -> Vec<Vec<Position>> {
    let corners = [low, [high[0], low[1]], high, [low[0], high[1]]];
    if rng.random_bool(0.6) {
        return vec![corners.to_vec()];
    }
    let [from, right, to, left] =
        if rng.random_bool(0.5) { corners } else { [corners[1], corners[2], corners[3], corners[0]] };
    let sides = [to[0] - from[0], to[1] - from[1]];
    let pieces =
        (1..=sides[0].abs().min(sides[1].abs())).rev().find(|n| sides[0] % n == 0 && sides[1] % n == 0);
    let pieces = pieces.unwrap_or(1);
    if pieces < 2 || rng.random_bool(0.3) {
        return vec![vec![from, right, to], vec![from, to, left]];
    }
    let share = rng.random_range(1..pieces);
    let on_diagonal = [0, 1].map(|axis| from[axis] + sides[axis] / pieces * share);
    vec![vec![from, right, on_diagonal], vec![on_diagonal, right, to], vec![from, to, left]]
}
