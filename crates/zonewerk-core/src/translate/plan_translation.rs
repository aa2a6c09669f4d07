use std::collections::BTreeMap;

use super::part_labels::PartLabels;
use super::{DividedUnit, OldUnitPart, TranslationAccount, TranslationConflict, applied};
use crate::plan::{Holding, Plan, UnitPart};
use crate::territory::{IdVec, TableLayout, Territory, Unit, UnitId, ZoneId};

/// Translates a plan of the units of a layout into one of the units of the territory.
///
/// A merged unit is whole where all that it was made of is whole and in the same zone, or
/// all in none. Otherwise it is a conflict and lies in parts, one for each old unit or
/// part of one that has a zone; what has none can have no part, and stands in the account.
pub fn translate_plan(
    territory: &Territory,
    layout: &TableLayout,
    plan: &Plan,
) -> (Plan, TranslationAccount) {
    let sources = layout.sources(territory);
    let mut holdings = IdVec::filled(Holding::Unassigned, territory.units().len());
    for (unit, sources) in sources.iter() {
        if let [source] = sources[..] {
            holdings[unit] = plan.holdings[source].clone();
        }
    }
    let mut account = TranslationAccount {
        kept: 0,
        applied: applied(territory, layout).cloned().collect(),
        readings: layout.readings.clone(),
        conflicts: Vec::new(),
    };
    account.kept = territory.units().len() - account.applied.len();
    for merger in &account.applied {
        let Some(unit) = territory.find(merger.new_code.as_str()) else { continue };
        let (holding, conflict) = merged(territory.unit(unit), &sources[unit], layout, plan);
        holdings[unit] = holding;
        account.conflicts.extend(conflict.map(TranslationConflict::Divided));
    }
    (Plan { zones: plan.zones.clone(), holdings, date: plan.date }, account)
}

/// Where a merged unit lies, given the units it was made of.
fn merged(
    unit: &Unit,
    sources: &[UnitId],
    layout: &TableLayout,
    plan: &Plan,
) -> (Holding, Option<DividedUnit>) {
    let mut held = sources.iter().map(|&source| &plan.holdings[source]);
    if let Some(first @ (Holding::Whole(_) | Holding::Shared(_) | Holding::Unassigned)) = held.next()
        && held.all(|other| other == first)
    {
        return (first.clone(), None);
    }
    let old = |source| layout.units.unit(source);
    let pieces = sources.iter().flat_map(|&source| pieces(old(source), plan, &plan.holdings[source]));
    let pieces: Vec<HeldUnit> = pieces.collect();
    let labels = PartLabels::new(pieces.iter().map(|held| (held.unit, held.part)));
    let mut parts: Vec<UnitPart> = pieces.iter().filter_map(|held| held.as_part(&labels)).collect();
    parts.sort_by(|a, b| a.name.cmp(&b.name));
    let zone_name = |zone: ZoneId| plan.zones[zone].name.clone();
    let (largest, moved) = largest(&pieces).unzip();
    let piece = |held: &HeldUnit| {
        (OldUnitPart::new(held.unit, held.part, held.population, &labels), held.zone.map(zone_name))
    };
    let conflict = DividedUnit {
        code: unit.code.clone(),
        name: unit.name.clone(),
        pieces: pieces.iter().map(piece).collect(),
        largest: largest.map(zone_name),
        moved,
    };
    (Holding::Parts(parts), Some(conflict))
}

/// An old unit or part of one, with its zone.
struct HeldUnit<'a> {
    unit: &'a Unit,
    part: Option<&'a str>,
    population: Option<u64>,
    zone: Option<ZoneId>,
}

impl HeldUnit<'_> {
    fn as_part(&self, labels: &PartLabels) -> Option<UnitPart> {
        let zone = self.zone?;
        Some(UnitPart { name: labels.of(self.unit, self.part), population: self.population, zone })
    }
}

fn pieces<'a>(unit: &'a Unit, plan: &'a Plan, holding: &'a Holding) -> Vec<HeldUnit<'a>> {
    let whole = |zone| vec![HeldUnit { unit, part: None, population: Some(unit.population), zone }];
    match holding {
        Holding::Unassigned => whole(None),
        Holding::Whole(zone) => whole(Some(*zone)),
        Holding::Parts(parts) => {
            let part = |part: &'a UnitPart| HeldUnit {
                unit,
                part: Some(&part.name),
                population: part.population,
                zone: Some(part.zone),
            };
            parts.iter().map(part).collect()
        }
        // Parts are told apart by name; here only the zones differ.
        Holding::Shared(zones) => {
            let part = |&zone: &ZoneId| HeldUnit {
                unit,
                part: Some(&plan.zones[zone].name),
                population: Some(unit.population),
                zone: Some(zone),
            };
            zones.iter().map(part).collect()
        }
    }
}

/// The zone with most inhabitants of the pieces, and those of the pieces outside it;
/// `None` where they are not all known. Zones are numbered by name.
fn largest(pieces: &[HeldUnit]) -> Option<(ZoneId, u64)> {
    let mut zones: BTreeMap<ZoneId, u64> = BTreeMap::new();
    let mut all: u64 = 0;
    for held in pieces {
        let people = held.population?;
        all = all.saturating_add(people);
        if let Some(zone) = held.zone {
            let inside = zones.entry(zone).or_default();
            *inside = inside.saturating_add(people);
        }
    }
    let (zone, most) = zones.into_iter().rev().max_by_key(|&(_, people)| people)?;
    Some((zone, all - most))
}
