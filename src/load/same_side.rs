//! Shapes that lie over each other along a border.

use std::collections::{BTreeMap, BTreeSet};

use super::table::problem;
use super::{InputProblem, Place};
use crate::territory::{IdVec, UnitId};
use crate::topology::{ArcId, Topology};

/// A problem for each set of units that lie on the same side of a border: it is that of two
/// units at most, one on each side.
pub(super) fn problems(
    map: &Topology,
    file: impl Fn(UnitId) -> String,
    code: impl Fn(UnitId) -> String,
) -> Vec<InputProblem> {
    let told = |units: &BTreeSet<UnitId>| {
        let codes: Vec<String> = units.iter().map(|&unit| code(unit)).collect();
        let found = format!("the same side of a border in {}", codes.join(", "));
        let expected = "a border of two units at most, one on each side";
        let file = units.first().map(|&unit| file(unit)).unwrap_or_default();
        problem("overlapping-shapes", &file, Place::File, &found, expected)
    };
    over_each_other(map).iter().map(told).collect()
}

fn over_each_other(map: &Topology) -> BTreeSet<BTreeSet<UnitId>> {
    let arcs = map.arc_users().len();
    let mut sides: [IdVec<ArcId, Option<UnitId>>; 2] = [IdVec::filled(None, arcs), IdVec::filled(None, arcs)];
    let mut over: BTreeMap<ArcId, BTreeSet<UnitId>> = BTreeMap::new();
    for unit in map.units() {
        for used in map.shape(unit).iter().flatten().flatten() {
            let side = &mut sides[usize::from(used.reversed)][used.arc];
            match *side {
                None => *side = Some(unit),
                Some(other) if other != unit => over.entry(used.arc).or_default().extend([other, unit]),
                Some(_) => {}
            }
        }
    }
    over.into_values().collect()
}
