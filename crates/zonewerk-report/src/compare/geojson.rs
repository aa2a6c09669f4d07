use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::{Compared, letter};
use crate::colours::zone_colours;
use crate::geojson::collection;
use zonewerk_core::territory::{IdVec, UnitId, ZoneId};

/// A unit that stays, and one that does not.
const FAINT: f64 = 0.25;
const STRONG: f64 = 0.9;

/// The units, each with its zone in every plan as `zone_a`, `zone_b`, ..., whether it moves from
/// the first plan, and `from` and `to`, its zones in the first plan and in the first other one
/// where it lies elsewhere. `fill` is the colour of `to`, in which a zone has the colour of the
/// zone that it continues; units that stay are faint. Several zones of a divided unit stand
/// with semicolons.
pub(super) fn geojson(compared: &Compared) -> Vec<u8> {
    let Compared { scenario, graph, .. } = compared;
    let base = compared.plans.first().map(|plan| plan.plan);
    let colours = compared.plans.iter().enumerate().map(|(place, plan)| {
        let base = base.filter(|_| place > 0);
        zone_colours(&scenario.territory, graph, base, plan.plan)
    });
    let colours: Vec<IdVec<ZoneId, String>> = colours.collect();
    let from_base = compared.comparison.moves.iter().filter(|moves| moves.from == 0);
    let moved: Vec<BTreeSet<UnitId>> =
        from_base.map(|moves| moves.matching.units_moved().into_keys().collect()).collect();
    let features = graph.units().map(|unit| {
        let shape = scenario.topology.geometry(unit);
        (shape, properties(compared, &colours, &moved, unit))
    });
    collection(features)
}

fn properties(
    compared: &Compared,
    colours: &[IdVec<ZoneId, String>],
    moved: &[BTreeSet<UnitId>],
    unit: UnitId,
) -> Value {
    let known = compared.scenario.territory.unit(unit);
    let zones = |plan: usize| {
        let names = compared.plans[plan].zone_names(unit);
        (!names.is_empty()).then(|| names.join("; "))
    };
    let fill = |plan: usize| {
        let zones = compared.plans[plan].plan.holdings[unit].zones();
        zones.first().map(|&zone| colours[plan][zone].clone())
    };
    let first_moved = moved.iter().position(|units| units.contains(&unit)).map(|place| place + 1);
    let mut properties = Map::new();
    let mut put = |name: String, value: Value| _ = properties.insert(name, value);
    put("unit".into(), json!(known.code.as_str()));
    put("name".into(), json!(known.name));
    put("population".into(), json!(known.population));
    for plan in 0..compared.plans.len() {
        put(format!("zone_{}", letter(plan).to_lowercase()), json!(zones(plan)));
    }
    put("moved".into(), json!(first_moved.is_some()));
    for plan in 1..compared.plans.len().max(2) {
        if compared.plans.len() > 2 {
            let is_moved = moved.get(plan - 1).is_some_and(|units| units.contains(&unit));
            put(format!("moved_{}", letter(plan).to_lowercase()), json!(is_moved));
        }
    }
    put("from".into(), json!(first_moved.and_then(|_| zones(0))));
    put("to".into(), json!(first_moved.and_then(zones)));
    put("fill".into(), json!(fill(first_moved.unwrap_or(0))));
    put("fill-opacity".into(), json!(if first_moved.is_some() { STRONG } else { FAINT }));
    Value::Object(properties)
}
