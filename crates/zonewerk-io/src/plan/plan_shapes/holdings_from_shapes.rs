use std::collections::{BTreeMap, BTreeSet};

use super::PlanarUnits;
use super::ring_areas::area_m2;
use super::unit_pieces::{CutPiece, UnitLocation, UnitPieces};
use super::zone_shapes::ZoneShapes;
use crate::formats::csv_table::problem;
use crate::plan::plan_note::{AreaShare, NotedUnit, PlanNote, percent};
use crate::{InputPlace, InputProblems, Scenario};
use zonewerk_core::layer::MapLayer;
use zonewerk_core::plan::{Holding, Plan, UnitPart};
use zonewerk_core::territory::{IdVec, UnitId, ZoneId};

/// Makes a plan of what the zones hold of each unit, with what must be said of it.
pub(super) struct HoldingsReader<'a> {
    scenario: &'a Scenario,
    ground: &'a PlanarUnits,
    zones: ZoneShapes,
    standings: BTreeMap<UnitId, (UnitLocation, f64)>,
    notes: Vec<PlanNote>,
}

impl<'a> HoldingsReader<'a> {
    pub(super) fn new(scenario: &'a Scenario, ground: &'a PlanarUnits, zones: ZoneShapes) -> Self {
        Self { scenario, ground, zones, standings: BTreeMap::new(), notes: Vec::new() }
    }

    /// Takes in one unit.
    pub(super) fn unit(&mut self, unit: UnitId, pieces: &UnitPieces) {
        let noted = || NotedUnit::from(self.scenario.territory.unit(unit));
        let name = |zone: usize| self.zones.names[zone].clone();
        let counting = match &pieces.standing {
            UnitLocation::Nowhere => BTreeSet::new(),
            UnitLocation::Whole(zones) => zones.iter().copied().collect(),
            UnitLocation::Cut(cut, _) => cut.iter().map(|piece| piece.zone).collect(),
        };
        if let UnitLocation::Cut(_, at) = &pieces.standing {
            let mut shares: Vec<AreaShare> = Vec::new();
            for piece in pieces.zones.iter().filter(|piece| counting.contains(&piece.zone)) {
                shares
                    .push(AreaShare { zone: name(piece.zone), share: piece.extent.area_m2 / pieces.unit_m2 });
            }
            shares.sort_by(|a, b| b.share.total_cmp(&a.share));
            let outside = if pieces.gap_counts { pieces.gap.area_m2 / pieces.unit_m2 } else { 0.0 };
            let at = self.ground.degrees(*at);
            self.notes.push(PlanNote::UnitCut { unit: noted(), zones: shares, outside, at });
        }
        for overlap in &pieces.overlaps {
            self.notes.push(PlanNote::ZonesOverlap {
                zones: overlap.zones.map(name),
                unit: noted(),
                area_m2: overlap.extent.area_m2,
                width_m: overlap.extent.width_m,
                is_sliver: overlap.is_sliver,
                at: self.ground.degrees(overlap.extent.at),
            });
        }
        for piece in pieces.zones.iter().filter(|piece| !counting.contains(&piece.zone)) {
            self.notes.push(PlanNote::SliversLeftOut {
                zone: name(piece.zone),
                unit: noted(),
                area_m2: piece.extent.area_m2,
                width_m: piece.extent.width_m,
            });
        }
        if !counting.is_empty() && !pieces.gap_counts && pieces.gap.area_m2 > 0.0 {
            let (area_m2, width_m) = (pieces.gap.area_m2, pieces.gap.width_m);
            self.notes.push(PlanNote::GapsLeftOut { unit: noted(), area_m2, width_m });
        }
        self.standings.insert(unit, (pieces.standing.clone(), pieces.unit_m2));
    }

    /// The plan of all units.
    ///
    /// # Errors
    /// When no zone holds anything of any unit.
    pub(super) fn finish(mut self, layer: &MapLayer) -> Result<(Plan, Vec<PlanNote>), InputProblems> {
        let held = |(standing, _): &(UnitLocation, f64)| match standing {
            UnitLocation::Nowhere => Vec::new(),
            UnitLocation::Whole(zones) => zones.clone(),
            UnitLocation::Cut(pieces, _) => pieces.iter().map(|piece| piece.zone).collect(),
        };
        let meant: BTreeSet<usize> = self.standings.values().flat_map(held).collect();
        if meant.is_empty() {
            let found = "zones that hold no unit, and no part of one";
            let expected = "zones over the units of the scenario";
            return Err(problem("plan-elsewhere", &layer.file, InputPlace::File, found, expected).into());
        }
        for (zone, name) in self.zones.names.iter().enumerate().filter(|(zone, _)| !meant.contains(zone)) {
            let area_m2 = area_m2(&self.zones.shapes[zone]);
            self.notes.push(PlanNote::ZoneWithoutUnits { zone: name.clone(), area_m2 });
        }
        let names: BTreeSet<&str> = meant.iter().map(|&zone| self.zones.names[zone].as_str()).collect();
        self.zones.table.retain(&names);
        let (zones, numbers) = self.zones.table.numbered();
        let number = |zone: usize| numbers[&self.zones.names[zone]];
        let mut holdings = IdVec::filled(Holding::Unassigned, self.scenario.territory.units().len());
        for (unit, (standing, unit_m2)) in self.standings {
            holdings[unit] = match standing {
                UnitLocation::Nowhere => Holding::Unassigned,
                UnitLocation::Whole(zones) => match zones[..] {
                    [zone] => Holding::Whole(number(zone)),
                    _ => Holding::Shared(zones.into_iter().map(number).collect()),
                },
                UnitLocation::Cut(pieces, _) => {
                    Holding::Parts(parts(&pieces, unit_m2, &self.zones.names, number))
                }
            };
        }
        Ok((Plan { zones, holdings, date: None }, self.notes))
    }
}

/// The pieces as parts of the unit, named by their share of its area: `63 % of its area`,
/// `5 % of its area, also in Noord`. What two zones hold is a part of each.
fn parts(
    pieces: &[CutPiece],
    unit_m2: f64,
    names: &[String],
    number: impl Fn(usize) -> ZoneId,
) -> Vec<UnitPart> {
    let label = |piece: &CutPiece| {
        let share = percent(piece.area_m2 / unit_m2);
        let others: Vec<&str> = piece.also_in.iter().map(|&zone| names[zone].as_str()).collect();
        let also = if others.is_empty() { String::new() } else { format!(", also in {}", others.join(", ")) };
        format!("{share} of its area{also}")
    };
    let labels: Vec<String> = pieces.iter().map(label).collect();
    let mut used: BTreeMap<&String, usize> = BTreeMap::new();
    for label in &labels {
        *used.entry(label).or_default() += 1;
    }
    let part = |(piece, label): (&CutPiece, &String)| {
        let zone = &names[piece.zone];
        let name = if used[label] == 1 { label.clone() } else { format!("{label} (in {zone})") };
        UnitPart { name, population: None, zone: number(piece.zone) }
    };
    let mut parts: Vec<UnitPart> = pieces.iter().zip(&labels).map(part).collect();
    parts.sort_by(|a, b| a.name.cmp(&b.name));
    parts
}
