//! A small country to spoil: 25 units of about a square kilometre, in metres.

/// A unit with what a file would say of it.
#[derive(Clone, Debug)]
pub struct ModelUnit {
    pub code: String,
    pub name: String,
    pub population: String,
    pub region: String,
    /// Polygons of rings of points; rings are closed when written.
    pub polygons: Vec<Vec<Ring>>,
}

pub type Ring = Vec<[f64; 2]>;

/// The country.
#[derive(Clone, Debug)]
pub struct Model {
    pub units: Vec<ModelUnit>,
    /// Codes that stand in the table only.
    pub table_only: Vec<String>,
    /// Codes that stand on the map only.
    pub map_only: Vec<String>,
}

pub const SIDE: usize = 5;

/// A corner of the grid, shaken a little so that no border is straight along an axis.
pub fn corner(column: usize, row: usize) -> [f64; 2] {
    let shake = |seed: usize| ((column * 7 + row * 13 + seed) * 37 % 101) as f64 - 50.0;
    [column as f64 * 1000.0 + shake(1), row as f64 * 1000.0 + shake(5)]
}

/// The point in the middle of a side, which both neighbours have.
fn middle(a: [f64; 2], b: [f64; 2]) -> [f64; 2] {
    [(a[0] + b[0]) / 2.0 + (a[1] - b[1]) * 0.03, (a[1] + b[1]) / 2.0 + (b[0] - a[0]) * 0.03]
}

impl Model {
    /// Clean: codes `A1` to `E5`, a region for each letter.
    pub fn clean() -> Self {
        let unit = |index: usize| {
            let (row, column) = (index / SIDE, index % SIDE);
            let letter = char::from(b'A' + row as u8);
            let [sw, se, ne, nw] = [
                corner(column, row),
                corner(column + 1, row),
                corner(column + 1, row + 1),
                corner(column, row + 1),
            ];
            let ring = vec![sw, middle(sw, se), se, middle(se, ne), ne, middle(nw, ne), nw, middle(sw, nw)];
            ModelUnit {
                code: format!("{letter}{}", column + 1),
                name: format!("Sint-{letter}né {}", column + 1),
                population: (1000 + index * 10).to_string(),
                region: format!("Region {letter}"),
                polygons: vec![vec![ring]],
            }
        };
        Self { units: (0..SIDE * SIDE).map(unit).collect(), table_only: Vec::new(), map_only: Vec::new() }
    }

    /// A unit by code.
    pub fn unit(&mut self, code: &str) -> &mut ModelUnit {
        self.units.iter_mut().find(|unit| unit.code == code).expect(code)
    }

    /// Changes the one ring of a unit.
    pub fn ring(&mut self, code: &str) -> &mut Ring {
        &mut self.unit(code).polygons[0][0]
    }

    /// Moves whole units.
    pub fn shift(&mut self, codes: &[&str], by: [f64; 2]) {
        for code in codes {
            for point in self.unit(code).polygons.iter_mut().flatten().flatten() {
                point[0] += by[0];
                point[1] += by[1];
            }
        }
    }
}
