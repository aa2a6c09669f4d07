use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::UnitLabel;
use super::adjacency::Adjacency;
use super::area_contents::Contents;
use super::plan_facts::Facts;
use super::share::listed;
use zonewerk_core::graph::{MapPart, MapParts};
use zonewerk_core::territory::UnitId;
use zonewerk_core::words::{Language, say};

/// A piece of a zone on the map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PieceOnMap {
    /// The units whose main part lies in it, ascending.
    pub units: Vec<UnitLabel>,
    /// The units of which it holds another part and not the main one, ascending.
    pub parts_of: Vec<UnitLabel>,
    /// Its area in square metres, where shapes are known and no unit of it is divided.
    pub area_m2: Option<u64>,
    /// Metres to the nearest of the other pieces, where shapes are known.
    pub apart_m: Option<u64>,
}

/// The pieces of a zone, and the units that alone join them.
pub(super) struct InPieces {
    pub pieces: Vec<PieceOnMap>,
    pub joined_by: Vec<UnitId>,
}

type Together = BTreeSet<MapPart>;

/// Looks for zones whose connected parts, as the graph of units has them, lie in several pieces on
/// the map.
pub(super) struct PieceCheck<'a> {
    facts: &'a Facts<'a>,
    parts: &'a MapParts,
    adjacency: Adjacency<'a>,
    /// Units of several parts that count as connected.
    except: BTreeSet<UnitId>,
}

impl<'a> PieceCheck<'a> {
    pub fn new(facts: &'a Facts<'a>, parts: &'a MapParts, except: BTreeSet<UnitId>) -> Self {
        Self { facts, parts, adjacency: Adjacency::new(facts.territory, facts.graph), except }
    }

    /// The divided units of a zone that lie in several parts, ascending: which of them the zone
    /// holds is not known.
    pub fn not_known(&self, contents: &Contents) -> Vec<UnitId> {
        let divided = contents.partly.keys().copied();
        divided.filter(|&unit| self.parts.number(unit) > 1).collect()
    }

    /// The pieces of a zone, where it lies in more than the graph of units says.
    pub fn of(&self, contents: &Contents) -> Option<InPieces> {
        let is_one = |unit: &UnitId| {
            self.parts.number(*unit) == 1 || self.except.contains(unit) || contents.partly.contains_key(unit)
        };
        let units = contents.units();
        if units.iter().all(is_one) {
            return None;
        }
        let is_one: BTreeSet<UnitId> = units.iter().copied().filter(|unit| is_one(unit)).collect();
        let mut pieces = Vec::new();
        let mut joined_by = Vec::new();
        for connected in self.adjacency.separate_parts(units) {
            let found = self.together(&connected.into_iter().collect(), &is_one);
            let (with_main, without): (Vec<Together>, Vec<Together>) =
                found.into_iter().partition(|together| self.holds_a_main_part(together));
            if with_main.len() > 1 {
                joined_by.extend(joints(&with_main, &without));
                pieces.extend(with_main);
            }
        }
        joined_by.sort_unstable();
        (!pieces.is_empty()).then(|| InPieces {
            pieces: self.described(pieces, &contents.partly.keys().collect()),
            joined_by,
        })
    }

    /// The connected components of the parts of units, joined where they touch and by links, in
    /// the order of their first parts.
    fn together(&self, units: &BTreeSet<UnitId>, is_one: &BTreeSet<UnitId>) -> Vec<Together> {
        let of_unit = |unit: UnitId| (0..self.parts.number(unit)).map(move |part| (unit, part));
        let mut unreached: Together = units.iter().flat_map(|&unit| of_unit(unit)).collect();
        let mut found = Vec::new();
        while let Some(first) = unreached.pop_first() {
            let mut reached = vec![first];
            let mut walked = 0;
            while let Some(&(unit, part)) = reached.get(walked) {
                let by_itself = of_unit(unit).filter(|_| is_one.contains(&unit));
                let beside = self.adjacency.neighbours(unit).filter(|other| units.contains(other));
                let beside = beside.flat_map(|other| {
                    let joints = self.parts.joints(unit, other).into_iter();
                    joints.filter(|[own, _]| *own == part).map(move |[_, theirs]| (other, theirs))
                });
                reached.extend(by_itself.chain(beside).filter(|next| unreached.remove(next)));
                walked += 1;
            }
            found.push(reached.into_iter().collect());
        }
        found
    }

    fn holds_a_main_part(&self, together: &Together) -> bool {
        together.iter().any(|&(unit, part)| self.parts.main(unit) == part)
    }

    fn described(&self, pieces: Vec<Together>, divided: &BTreeSet<&UnitId>) -> Vec<PieceOnMap> {
        let sets: Vec<Vec<MapPart>> =
            pieces.into_iter().map(|together| together.into_iter().collect()).collect();
        let gaps = self.parts.gaps_m(&sets);
        let describe = |(place, set): (usize, &Vec<MapPart>)| {
            let is_main = |&&(unit, part): &&MapPart| self.parts.main(unit) == part;
            let units: BTreeSet<UnitId> = set.iter().filter(is_main).map(|part| part.0).collect();
            let others: BTreeSet<UnitId> = set.iter().map(|part| part.0).collect();
            let is_whole = others.iter().all(|unit| !divided.contains(unit));
            PieceOnMap {
                parts_of: self.facts.units(others.difference(&units)),
                units: self.facts.units(&units),
                area_m2: self.parts.area_m2(set).filter(|_| is_whole),
                apart_m: gaps.as_ref().map(|gaps| gaps[place]),
            }
        };
        sets.iter().enumerate().map(describe).collect()
    }
}

/// The units that lie in several of these sets, but for parts that touch nothing else.
fn joints(pieces: &[Together], others: &[Together]) -> BTreeSet<UnitId> {
    let units = |together: &Together| -> BTreeSet<UnitId> { together.iter().map(|part| part.0).collect() };
    let others = others.iter().map(units).filter(|units| units.len() > 1);
    let sets: Vec<BTreeSet<UnitId>> = pieces.iter().map(units).chain(others).collect();
    let is_in_several = |unit: &UnitId| sets.iter().filter(|set| set.contains(unit)).count() > 1;
    sets.iter().flatten().copied().filter(is_in_several).collect()
}

impl PieceOnMap {
    pub(super) fn words(&self, language: Language) -> String {
        let mut names: Vec<String> = Vec::new();
        if !self.units.is_empty() {
            names.push(listed(language, &self.units));
        }
        if !self.parts_of.is_empty() {
            names.push(say!(language, "piece-parts-of", units = listed(language, &self.parts_of)));
        }
        let names = names.join(", ");
        let hectares = |m2: u64| (m2 + 5_000) / 10_000;
        match (self.area_m2, self.apart_m) {
            (Some(area), Some(apart)) if area >= 10_000 => {
                say!(language, "piece-of-hectares", units = names, hectares = hectares(area), metres = apart)
            }
            (Some(area), Some(apart)) => {
                say!(language, "piece-of-square-metres", units = names, area = area, metres = apart)
            }
            (None, Some(apart)) => say!(language, "piece-apart", units = names, metres = apart),
            (_, None) => names,
        }
    }
}
