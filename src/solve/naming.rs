use crate::plan::{Plan, name_zones};
use crate::problem::{Asked, Problem};
use crate::territory::{Territory, UnitId};

/// A plan of these zones in the order of their first units; fixed zones and those of pins
/// keep their names.
pub(super) fn named_plan(territory: &Territory, problem: &Problem, mut zones: Vec<Vec<UnitId>>) -> Plan {
    zones.sort();
    let mut names = name_zones(territory, &zones);
    for (name, units) in names.iter_mut().zip(&zones) {
        let fixed = problem.fixed_zones.iter().find(|fixed| &fixed.units == units).map(|fixed| &fixed.name);
        let pinned = problem.pins.iter().find_map(|pin| match &pin.asks {
            Asked::Zone { name, holds, .. } => holds.iter().all(|unit| units.contains(unit)).then_some(name),
            Asked::Together(_) | Asked::Apart(_) => None,
        });
        if let Some(given) = fixed.or(pinned) {
            name.clone_from(given);
        }
    }
    Plan::from_zones(territory.units().len(), names.into_iter().zip(zones))
}
