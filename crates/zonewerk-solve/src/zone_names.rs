use std::collections::BTreeSet;

use zonewerk_core::plan::{Plan, match_zones, name_zones};
use zonewerk_core::problem::{PinKind, Problem};
use zonewerk_core::territory::{Id, Territory, UnitId, ZoneId};

/// A plan of these zones in the order of their first units. Fixed zones and those of pins keep
/// their names; a zone that continues one of the base plan with more than half of that zone's
/// inhabitants takes its name (see [`match_zones`]); every other zone is called after its largest
/// unit. It carries the day of the problem.
pub(super) fn named_plan(territory: &Territory, problem: &Problem, mut zones: Vec<Vec<UnitId>>) -> Plan {
    zones.sort();
    let given = zones.iter().map(|units| given_name(problem, units)).collect();
    let names = names(territory, problem.base.as_ref(), &zones, given);
    let plan = Plan::from_zones(territory.units().len(), names.into_iter().zip(zones));
    Plan { date: problem.day, ..plan.expect("zones of a plan share no unit") }
}

/// Names for regions of these units, as zones get them from the base plan and their units.
pub(super) fn region_names(territory: &Territory, problem: &Problem, regions: &[Vec<UnitId>]) -> Vec<String> {
    let base = problem.base.as_ref().map(Plan::of_regions);
    names(territory, base.as_ref(), regions, vec![None; regions.len()])
}

fn given_name(problem: &Problem, units: &[UnitId]) -> Option<String> {
    let fixed = problem.fixed_zones.iter().find(|fixed| fixed.units == units).map(|fixed| &fixed.name);
    let pinned = problem.pins.iter().find_map(|pin| match &pin.asks {
        PinKind::Zone { name, holds, .. } => holds.iter().all(|unit| units.contains(unit)).then_some(name),
        PinKind::Together(_) | PinKind::Apart(_) => None,
    });
    fixed.or(pinned).cloned()
}

/// A name for each zone, no name twice: the given one, that of the base plan, that of its units.
fn names(
    territory: &Territory,
    base: Option<&Plan>,
    zones: &[Vec<UnitId>],
    mut names: Vec<Option<String>>,
) -> Vec<String> {
    let mut taken: BTreeSet<String> = names.iter().flatten().cloned().collect();
    for (zone, kept) in base.map(|base| kept_names(territory, base, zones)).unwrap_or_default() {
        if names[zone].is_none() && taken.insert(kept.clone()) {
            names[zone] = Some(kept);
        }
    }
    let is_new = |zone: &usize| names[*zone].is_none();
    let new: Vec<usize> = (0..zones.len()).filter(is_new).collect();
    let units: Vec<Vec<UnitId>> = new.iter().map(|&zone| zones[zone].clone()).collect();
    for (zone, own) in new.into_iter().zip(name_zones(territory, &units, &taken)) {
        names[zone] = Some(own);
    }
    names.into_iter().flatten().collect()
}

/// The zones that continue one of the base plan with more than half of its inhabitants, and its name.
fn kept_names(territory: &Territory, base: &Plan, zones: &[Vec<UnitId>]) -> Vec<(usize, String)> {
    let unnamed = zones.iter().map(|units| (String::new(), units.clone()));
    let plan = Plan::from_zones(territory.units().len(), unnamed).expect("zones of a plan share no unit");
    let matching = match_zones(territory, base, &plan);
    let kept = |before: ZoneId| {
        let zone = matching.main_heir_of(before)?;
        Some((zone.index(), base.zones[before].name.clone()))
    };
    base.zones.ids().filter_map(kept).collect()
}
