use std::collections::{BTreeMap, BTreeSet};

use super::{IdVec, Merger, Territory, Unit, UnitCode, UnitId};

/// The layout a table is written in: for each merger of a territory either the units
/// before it or the one after it, and all other units.
#[derive(Clone, Debug)]
pub struct TableLayout {
    /// The units whose codes the table may use.
    pub units: Territory,
    /// Per unit, what it is or became in the territory.
    pub targets: IdVec<UnitId, UnitId>,
    /// The mergers that the table does not know yet, as places in
    /// [`Territory::mergers`], ascending.
    pub pending: Vec<usize>,
    /// How codes were read that a unit had before a merger and another has after it.
    pub readings: Vec<CodeReading>,
}

/// How a code was read that is old and new at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeReading {
    /// The code.
    pub code: UnitCode,
    /// Name of the unit that it was taken for.
    pub name: String,
    /// Whether it was taken for the unit before the merger: so it is when one of its
    /// partners has a row too.
    pub is_old: bool,
    /// The units that it merged with; where it was taken for the old unit, only those
    /// that have a row.
    pub partners: Vec<Unit>,
}

/// A merger of which a table uses old and new codes together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mixed {
    /// The code after the merger.
    pub new_code: UnitCode,
    /// The first code of the table from before it.
    pub old_code: UnitCode,
}

/// Which layout a table uses for one merger.
#[derive(Clone, Copy, PartialEq, Eq)]
enum MergerLayout {
    Before,
    After,
    Both,
    Nowhere,
}

impl TableLayout {
    /// Tells the layout from the codes that a table uses. Where it uses none of a merger,
    /// it is taken to be from before that merger if it is from before any other.
    ///
    /// What is mixed up is given apart; of such a merger the layout has the units, old
    /// and new, that the table uses.
    pub fn of(codes: &BTreeSet<&str>, territory: &Territory) -> (Self, Vec<Mixed>) {
        let mergers = &territory.mergers;
        let written: Vec<MergerLayout> = mergers.iter().map(|merger| written(codes, merger)).collect();
        let is_old =
            written.iter().any(|written| matches!(written, MergerLayout::Before | MergerLayout::Both));
        let place: BTreeMap<&str, usize> =
            mergers.iter().enumerate().map(|(place, merger)| (merger.new_code.as_str(), place)).collect();
        let mut layout: BTreeMap<&UnitCode, (&Unit, UnitId)> = BTreeMap::new();
        let mut pending = BTreeSet::new();
        let mut mixed = Vec::new();
        for (id, unit) in territory.units().iter() {
            let merger = place.get(unit.code.as_str()).map(|&place| (&mergers[place], written[place], place));
            match merger {
                Some((merger, MergerLayout::Both, _)) => {
                    let used = merger.old_units.iter().filter(|old| codes.contains(old.code.as_str()));
                    mixed.extend(
                        used.clone().next().map(|old| Mixed {
                            new_code: merger.new_code.clone(),
                            old_code: old.code.clone(),
                        }),
                    );
                    layout.extend(used.chain([unit]).map(|unit| (&unit.code, (unit, id))));
                }
                Some((merger, written, place))
                    if written == MergerLayout::Before || written == MergerLayout::Nowhere && is_old =>
                {
                    pending.insert(place);
                    layout.extend(merger.old_units.iter().map(|old| (&old.code, (old, id))));
                }
                _ => {
                    layout.insert(&unit.code, (unit, id));
                }
            }
        }
        let targets: IdVec<UnitId, UnitId> =
            layout.values().map(|&(_, target)| target).collect::<Vec<_>>().into();
        let units = layout.into_values().map(|(unit, _)| unit.clone()).collect();
        let units = Territory::new(units).expect("codes are keys of a map");
        let readings = mergers.iter().filter_map(|merger| reading(codes, merger)).collect();
        (Self { units, targets, pending: pending.into_iter().collect(), readings }, mixed)
    }

    /// Per unit of the territory, the units of the layout that form it, ascending.
    pub fn sources(&self, territory: &Territory) -> IdVec<UnitId, Vec<UnitId>> {
        let mut sources = IdVec::filled(Vec::new(), territory.units().len());
        for (unit, &target) in self.targets.iter() {
            sources[target].push(unit);
        }
        sources
    }
}

/// The units of a merger that a table uses and that no other unit's code stands for.
fn partners<'a>(codes: &BTreeSet<&str>, merger: &'a Merger) -> impl Iterator<Item = &'a Unit> {
    let used = |unit: &&Unit| unit.code != merger.new_code && codes.contains(unit.code.as_str());
    merger.old_units.iter().filter(used)
}

fn written(codes: &BTreeSet<&str>, merger: &Merger) -> MergerLayout {
    let before = partners(codes, merger).next().is_some();
    let after = codes.contains(merger.new_code.as_str());
    match (before, after) {
        (true, true) if !merger.keeps_a_code() => MergerLayout::Both,
        (true, _) => MergerLayout::Before,
        (false, true) => MergerLayout::After,
        (false, false) => MergerLayout::Nowhere,
    }
}

/// How the code of a merger is read that is old and new, where the table uses it.
fn reading(codes: &BTreeSet<&str>, merger: &Merger) -> Option<CodeReading> {
    let code = &merger.new_code;
    let old = merger.old_units.iter().find(|old| old.code == *code)?;
    if !codes.contains(code.as_str()) {
        return None;
    }
    let used: Vec<Unit> = partners(codes, merger).cloned().collect();
    let (is_old, name) = if used.is_empty() { (false, &merger.new_name) } else { (true, &old.name) };
    let partners = if is_old {
        used
    } else {
        merger.old_units.iter().filter(|old| old.code != *code).cloned().collect()
    };
    Some(CodeReading { code: code.clone(), name: name.clone(), is_old, partners })
}
