use std::collections::BTreeSet;

use crate::plan::{Holding, Plan};
use crate::territory::{IdVec, Territory, UnitId, ZoneId};

/// A unit, or a part of one, that lies in another zone after than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// The unit.
    pub unit: UnitId,
    /// The part, where the unit was or becomes divided.
    pub part: Option<String>,
    /// Inhabitants; `None` where those of a part are not known.
    pub people: Option<u64>,
    /// The zone before.
    pub from: Option<ZoneId>,
    /// The zone after.
    pub to: Option<ZoneId>,
}

/// Who moves between two plans.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moves {
    /// Units and parts of units, ascending.
    pub moves: Vec<Move>,
    /// People who move, those of parts of unknown population aside.
    pub people: u64,
    /// Units of which anything moves.
    pub units: usize,
    /// Parts that move whose population is not known.
    pub unknown: usize,
    /// The people among them who lived in a unit that was divided, or lay in several zones, and
    /// is whole now.
    pub made_whole: u64,
    /// The units that were so and are whole now, moved or not.
    pub made_whole_units: usize,
}

/// Who lies in another zone after than before. Zones after are the same as those before that
/// they continue. A unit that lies in several zones at once counts for the first.
pub fn moves(
    territory: &Territory,
    before: &Plan,
    after: &Plan,
    continues: &IdVec<ZoneId, Option<ZoneId>>,
) -> Moves {
    let mut all = Moves::default();
    let mut units = BTreeSet::new();
    for (unit, holding) in before.holdings.iter() {
        let to = &after.holdings[unit];
        let of_unit = moves_of(territory, unit, holding, to, continues);
        if let (Holding::Parts(_) | Holding::Shared(_), Holding::Whole(_)) = (holding, to) {
            all.made_whole_units += 1;
            all.made_whole += of_unit.iter().filter_map(|one| one.people).sum::<u64>();
        }
        if !of_unit.is_empty() {
            units.insert(unit);
        }
        all.moves.extend(of_unit);
    }
    all.people = all.moves.iter().filter_map(|one| one.people).sum();
    all.unknown = all.moves.iter().filter(|one| one.people.is_none()).count();
    all.units = units.len();
    all
}

fn moves_of(
    territory: &Territory,
    unit: UnitId,
    from: &Holding,
    to: &Holding,
    continues: &IdVec<ZoneId, Option<ZoneId>>,
) -> Vec<Move> {
    let all = Some(territory.unit(unit).population);
    // What lies where, before and after, cut into the parts of the side that has any.
    let pieces: Vec<(Option<String>, Option<u64>, Option<ZoneId>, Option<ZoneId>)> = match (from, to) {
        (Holding::Parts(before), Holding::Parts(after)) => {
            let same = |name: &str| after.iter().find(|part| part.name == name).map(|part| part.zone);
            let piece = |part: &crate::plan::UnitPart| {
                (Some(part.name.clone()), part.population, Some(part.zone), same(&part.name))
            };
            before.iter().map(piece).collect()
        }
        (Holding::Parts(before), to) => {
            let piece = |part: &crate::plan::UnitPart| {
                (Some(part.name.clone()), part.population, Some(part.zone), only(to))
            };
            before.iter().map(piece).collect()
        }
        (from, Holding::Parts(after)) => {
            let piece = |part: &crate::plan::UnitPart| {
                (Some(part.name.clone()), part.population, only(from), Some(part.zone))
            };
            after.iter().map(piece).collect()
        }
        (from, to) => vec![(None, all, only(from), only(to))],
    };
    let stays = |from: Option<ZoneId>, to: Option<ZoneId>| match to {
        Some(to) => from.is_some() && continues[to] == from,
        None => from.is_none(),
    };
    let moved = pieces.into_iter().filter(|&(_, _, from, to)| !stays(from, to));
    moved.map(|(part, people, from, to)| Move { unit, part, people, from, to }).collect()
}

/// The zone that a unit lies in, the first of several at once.
fn only(holding: &Holding) -> Option<ZoneId> {
    match holding {
        Holding::Unassigned | Holding::Parts(_) => None,
        Holding::Whole(zone) => Some(*zone),
        Holding::Shared(zones) => zones.first().copied(),
    }
}
