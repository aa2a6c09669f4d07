//! Shapes that lie over each other along a border.

use crate::formats::csv_table::problem;
use crate::{InputPlace, InputProblem};
use zonewerk_core::territory::UnitId;
use zonewerk_core::topology::{ArcId, Topology};

/// Part of the border of a unit that may lie on the same side as another's.
const FOLDS: f64 = 0.01;

/// A problem for each set of units that lie on the same side of more than 1 % of their border: a
/// border is that of two units at most, one on each side. Less than that is an overlap like any
/// other, which the answers and the check tell.
pub(crate) fn problems(
    map: &Topology,
    file: impl Fn(UnitId) -> String,
    code: impl Fn(UnitId) -> String,
) -> Vec<InputProblem> {
    let told = |(units, arcs): (Vec<UnitId>, Vec<ArcId>)| {
        let length =
            |arcs: &mut dyn Iterator<Item = ArcId>| arcs.map(|arc| map.arc_length_m(arc)).sum::<f64>();
        let border =
            |unit: UnitId| length(&mut map.shape(unit).iter().flatten().flatten().map(|used| used.arc));
        let folded = length(&mut arcs.into_iter());
        if units.iter().all(|&unit| folded <= FOLDS * border(unit)) {
            return None;
        }
        let codes: Vec<String> = units.iter().map(|&unit| code(unit)).collect();
        let found = format!("the same side of {folded:.0} m of border in {}", codes.join(", "));
        let expected = "a border of two units at most, one on each side";
        let file = units.first().map(|&unit| file(unit)).unwrap_or_default();
        Some(problem("overlapping-shapes", &file, InputPlace::File, &found, expected))
    };
    map.sides().over_each_other().into_iter().filter_map(told).collect()
}
