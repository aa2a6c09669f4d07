//! Faults to plant, each with exactly what must be found.

use super::model::{Model, corner};

/// A fault.
pub struct Fault {
    pub name: &'static str,
    pub plant: fn(&mut Model),
    /// Kind and units of each finding.
    pub expected: &'static [(&'static str, &'static str)],
    /// Whether attributes stand in a table: without, with, or both.
    pub with_table: &'static [bool],
}

const BOTH: &[bool] = &[false, true];
const IN_MAP: &[bool] = &[false];
const IN_TABLE: &[bool] = &[true];

/// A square beside the country, or inside it.
fn square(x: f64, y: f64, side: f64) -> Vec<[f64; 2]> {
    vec![[x, y], [x + side, y], [x + side, y + side], [x, y + side]]
}

pub const FAULTS: &[Fault] = &[
    Fault {
        name: "a bow tie on the outer border",
        plant: |model| {
            let [x, y] = model.ring("A3")[1];
            model.ring("A3").splice(1..2, [[x + 100.0, y - 200.0], [x - 100.0, y - 200.0]]);
        },
        expected: &[("self-intersection", "A3")],
        with_table: BOTH,
    },
    Fault {
        name: "a spike into the sea",
        plant: |model| {
            let at = model.ring("A3")[1];
            let tip = [at[0], at[1] - 400.0];
            model.ring("A3").splice(1..2, [at, tip, at]);
        },
        expected: &[("spike", "A3")],
        with_table: BOTH,
    },
    Fault {
        name: "a vertex over the border of the neighbour",
        plant: |model| model.ring("C3")[3][0] += 80.0,
        expected: &[("overlap", "C3 C4")],
        with_table: BOTH,
    },
    Fault {
        name: "a unit drawn twice under two codes",
        plant: |model| {
            let mut twin = model.unit("B2").clone();
            twin.code = "B6".to_owned();
            model.units.push(twin);
        },
        expected: &[("overlap", "B2 B6")],
        with_table: BOTH,
    },
    Fault {
        name: "a unit inside another",
        plant: |model| {
            let mut small = model.unit("B2").clone();
            small.code = "B6".to_owned();
            let [x, y] = corner(2, 2);
            small.polygons = vec![vec![square(x + 300.0, y + 300.0, 200.0)]];
            model.units.push(small);
        },
        expected: &[("overlap", "B6 C3"), ("no-neighbour", "B6")],
        with_table: BOTH,
    },
    Fault {
        name: "a vertex short of the border of the neighbour",
        plant: |model| model.ring("C3")[3][0] -= 60.0,
        expected: &[("gap", "C3 C4")],
        with_table: BOTH,
    },
    Fault {
        name: "a slit that opens to the sea",
        plant: |model| {
            model.ring("A3")[2][0] -= 20.0;
            model.ring("A3")[3][0] -= 20.0;
        },
        expected: &[("gap", "A3 A4")],
        with_table: BOTH,
    },
    Fault {
        name: "a strip cut off a unit",
        plant: |model| {
            let ring = model.ring("A3").clone();
            let inner = [1, 2].map(|corner| [ring[corner][0], ring[corner][1] + 8.0]);
            let mut strip = model.unit("A3").clone();
            strip.code = "A6".to_owned();
            strip.polygons = vec![vec![vec![ring[1], ring[2], inner[1], inner[0]]]];
            model.ring("A3").splice(1..3, [ring[1], inner[0], inner[1]]);
            let east = model.ring("A4");
            east.insert(0, inner[1]);
            east.rotate_left(1);
            model.units.push(strip);
        },
        expected: &[("sliver", "A6")],
        with_table: BOTH,
    },
    Fault {
        name: "a code that stands twice",
        plant: |model| model.unit("E5").code = "E4".to_owned(),
        expected: &[("duplicate-unit", "E4")],
        with_table: IN_MAP,
    },
    Fault {
        name: "a code that is missing",
        plant: |model| model.unit("E5").code = String::new(),
        expected: &[("missing-key", "")],
        with_table: IN_MAP,
    },
    Fault {
        name: "a row without a shape",
        plant: |model| model.table_only.push("E5".to_owned()),
        expected: &[("missing-shape", "E5")],
        with_table: IN_TABLE,
    },
    Fault {
        name: "a shape without a row",
        plant: |model| model.map_only.push("E5".to_owned()),
        expected: &[("unmatched-feature", "E5")],
        with_table: IN_TABLE,
    },
    Fault {
        name: "no geometry",
        plant: |model| model.unit("E5").polygons.clear(),
        expected: &[("empty-geometry", "E5")],
        with_table: BOTH,
    },
    Fault {
        name: "half an inhabitant",
        plant: |model| model.unit("B4").population = "1012.5".to_owned(),
        expected: &[("wrong-population", "B4")],
        with_table: BOTH,
    },
    Fault {
        name: "fewer inhabitants than none",
        plant: |model| model.unit("B4").population = "-12".to_owned(),
        expected: &[("negative-population", "B4")],
        with_table: BOTH,
    },
    Fault {
        name: "inhabitants left blank",
        plant: |model| model.unit("B4").population = String::new(),
        expected: &[("missing-population", "B4")],
        with_table: BOTH,
    },
    Fault {
        name: "an island",
        plant: |model| model.shift(&["E5"], [3000.0, 0.0]),
        expected: &[("no-neighbour", "E5")],
        with_table: BOTH,
    },
    Fault {
        name: "two islands that are connected",
        plant: |model| model.shift(&["E4", "E5"], [0.0, 3000.0]),
        expected: &[("several-components", "E4 E5")],
        with_table: BOTH,
    },
    Fault {
        name: "a unit of two parts",
        plant: |model| model.unit("A1").polygons.push(vec![square(7000.0, 7000.0, 900.0)]),
        expected: &[("multipart-unit", "A1")],
        with_table: BOTH,
    },
    Fault {
        name: "a letter lost in decoding",
        plant: |model| model.unit("D2").name = "Li\u{FFFD}ge".to_owned(),
        expected: &[("garbled-name", "D2")],
        with_table: BOTH,
    },
    Fault {
        name: "a letter decoded twice",
        plant: |model| model.unit("D2").name = "LiÃ¨ge".to_owned(),
        expected: &[("garbled-name", "D2")],
        with_table: BOTH,
    },
    Fault {
        name: "a code of one region and a column of another",
        plant: |model| model.unit("D2").region = "Region A".to_owned(),
        expected: &[("contradicting-attributes", "D2")],
        with_table: BOTH,
    },
    Fault {
        name: "a lobe that touches in a point only",
        plant: |model| {
            let at = model.ring("A3")[1];
            let lobe = [[at[0] - 100.0, at[1] - 200.0], [at[0] + 100.0, at[1] - 200.0], at];
            model.ring("A3").splice(2..2, lobe);
        },
        expected: &[("self-touch", "A3")],
        with_table: BOTH,
    },
];
