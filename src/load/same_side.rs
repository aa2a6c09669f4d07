//! Shapes that lie over each other along a border.

use super::table::problem;
use super::{InputProblem, Place};
use crate::territory::UnitId;
use crate::topology::Topology;

/// A problem for each set of units that lie on the same side of a border: it is that of two
/// units at most, one on each side.
pub(super) fn problems(
    map: &Topology,
    file: impl Fn(UnitId) -> String,
    code: impl Fn(UnitId) -> String,
) -> Vec<InputProblem> {
    let told = |units: &Vec<UnitId>| {
        let codes: Vec<String> = units.iter().map(|&unit| code(unit)).collect();
        let found = format!("the same side of a border in {}", codes.join(", "));
        let expected = "a border of two units at most, one on each side";
        let file = units.first().map(|&unit| file(unit)).unwrap_or_default();
        problem("overlapping-shapes", &file, Place::File, &found, expected)
    };
    map.sides().over_each_other().iter().map(told).collect()
}
