use std::collections::{BTreeMap, BTreeSet};

use super::{ArcId, Topology};
use crate::territory::{IdVec, UnitId};

/// The units on each side of every arc. A map that fits has one unit at most on a side;
/// more are kept too.
#[derive(Clone, Debug)]
pub struct Sides {
    /// The first unit on the left of the arc, and on its right.
    first: IdVec<ArcId, [Option<UnitId>; 2]>,
    /// All units of the arcs that have several on a side.
    crowded: BTreeMap<ArcId, [BTreeSet<UnitId>; 2]>,
}

impl Topology {
    /// Which unit lies on which side of each arc.
    pub fn sides(&self) -> Sides {
        let mut first: IdVec<ArcId, [Option<UnitId>; 2]> = IdVec::filled([None; 2], self.arcs.len());
        let mut crowded: BTreeMap<ArcId, [BTreeSet<UnitId>; 2]> = BTreeMap::new();
        for (unit, areas) in self.shapes.iter() {
            for used in areas.iter().flatten().flatten() {
                let side = usize::from(used.reversed);
                match first[used.arc][side] {
                    None => first[used.arc][side] = Some(unit),
                    Some(other) if other != unit => {
                        crowded.entry(used.arc).or_default()[side].insert(unit);
                    }
                    Some(_) => {}
                }
            }
        }
        for (&arc, sides) in &mut crowded {
            for (side, units) in sides.iter_mut().enumerate() {
                units.extend(first[arc][side]);
            }
        }
        Sides { first, crowded }
    }
}

impl Sides {
    /// The units on the left of an arc, and those on its right, ascending.
    pub fn of(&self, arc: ArcId) -> [Vec<UnitId>; 2] {
        match self.crowded.get(&arc) {
            None => self.first[arc].map(|unit| unit.into_iter().collect()),
            Some(sides) => sides.each_ref().map(|units| units.iter().copied().collect()),
        }
    }

    /// The sets of units that lie on the same side of an arc, with these arcs: shapes over
    /// each other.
    pub fn over_each_other(&self) -> BTreeMap<Vec<UnitId>, Vec<ArcId>> {
        let mut over: BTreeMap<Vec<UnitId>, Vec<ArcId>> = BTreeMap::new();
        for (&arc, sides) in &self.crowded {
            for units in sides.iter().filter(|units| units.len() > 1) {
                over.entry(units.iter().copied().collect()).or_default().push(arc);
            }
        }
        over
    }
}
