use std::collections::{BTreeMap, BTreeSet};

use zonewerk_core::plan::{Holding, Plan, UnitPart, flows};
use zonewerk_core::territory::{IdVec, Territory, UnitId, ZoneId};

/// People of a unit who lie in another zone after than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// The unit.
    pub unit: UnitId,
    /// Whether it is the whole unit that moves from the one zone to the other.
    pub is_whole: bool,
    /// How many they are, as far as known.
    pub people: u64,
    /// Parts among them of which it is not known how many people live there.
    pub unknown: usize,
    /// The zone before.
    pub from: Option<ZoneId>,
    /// The zone after.
    pub to: Option<ZoneId>,
}

/// Who moves between two plans.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moves {
    /// By unit, then by zone before and after.
    pub moves: Vec<Move>,
    /// People who move, those of parts of unknown population aside.
    pub people: u64,
    /// Units of which anybody moves.
    pub units: usize,
    /// Parts that move of which it is not known how many people live there.
    pub unknown: usize,
    /// The people among them who lived in a unit that was divided and is whole now.
    pub made_whole: u64,
    /// Those units.
    pub made_whole_units: usize,
    /// People of units that were divided and are whole now of whom the plan before does not say
    /// in which part they lived: nobody can say whether they move.
    pub unplaced: u64,
}

/// A unit, and the zones before and after of some of its people.
type UnitMove = (UnitId, Option<ZoneId>, Option<ZoneId>);

/// Who lies in another zone after than before. Zones after are the same as those before that
/// they continue.
pub fn moves(
    territory: &Territory,
    before: &Plan,
    after: &Plan,
    continues: &IdVec<ZoneId, Option<ZoneId>>,
) -> Moves {
    let flows = flows(territory, before, after);
    let stays = |from: Option<ZoneId>, to: Option<ZoneId>| match to {
        Some(to) => from.is_some() && continues[to] == from,
        None => from.is_none(),
    };
    let mut pieces: BTreeMap<UnitId, usize> = BTreeMap::new();
    let mut moved: BTreeMap<UnitMove, Vec<Option<u64>>> = BTreeMap::new();
    for flow in &flows {
        *pieces.entry(flow.unit).or_default() += 1;
        if !stays(flow.from, flow.to) {
            moved.entry((flow.unit, flow.from, flow.to)).or_default().push(flow.people);
        }
    }
    let one = |((unit, from, to), people): (UnitMove, Vec<Option<u64>>)| Move {
        unit,
        is_whole: pieces.get(&unit) == Some(&people.len()),
        people: people.iter().flatten().sum(),
        unknown: people.iter().filter(|people| people.is_none()).count(),
        from,
        to,
    };
    let moves: Vec<Move> = moved.into_iter().map(one).collect();
    let is_made_whole = |one: &&Move| {
        matches!(before.holdings[one.unit], Holding::Parts(_))
            && matches!(after.holdings[one.unit], Holding::Whole(_))
    };
    let is_whole_now = |unit: UnitId, parts: &[UnitPart]| {
        (!parts.is_empty()) && matches!(after.holdings[unit], Holding::Whole(_))
    };
    let unplaced = before.holdings.iter().map(|(unit, holding)| match holding {
        Holding::Parts(parts) if is_whole_now(unit, parts) => {
            let placed: u64 = parts.iter().filter_map(|part| part.population).sum();
            territory.unit(unit).population.saturating_sub(placed)
        }
        _ => 0,
    });
    let units = |moves: &[&Move]| moves.iter().map(|one| one.unit).collect::<BTreeSet<UnitId>>().len();
    let made_whole: Vec<&Move> = moves.iter().filter(is_made_whole).collect();
    Moves {
        people: moves.iter().map(|one| one.people).sum(),
        units: units(&moves.iter().collect::<Vec<_>>()),
        unknown: moves.iter().map(|one| one.unknown).sum(),
        made_whole: made_whole.iter().map(|one| one.people).sum(),
        made_whole_units: units(&made_whole),
        unplaced: unplaced.sum(),
        moves,
    }
}
