use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use zonewerk::load::{PlanMapOptions, PlanNote, scenario};
use zonewerk::plan::{Holding, Plan};
use zonewerk::render::{FileFormat, Results, UnitsGeoJson, ZonesGeoJson};
use zonewerk::territory::UnitId;

use crate::world::{notes, read_bytes};

#[test]
fn random_plan_over_the_built_in_map_comes_back_from_its_shapes() {
    for (name, seed) in [("flanders-2019", 1), ("flanders-2025", 2)] {
        let scenario = scenario(Some(name)).unwrap();
        let graph = scenario.graph();
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        let mut zones: Vec<Vec<UnitId>> = vec![Vec::new(); 60];
        for unit in scenario.territory.units().ids() {
            zones[random.random_range(0..60)].push(unit);
        }
        // Two units in ten zones' place lie in none.
        let zones =
            zones.into_iter().enumerate().filter(|(number, units)| number % 10 != 3 && !units.is_empty());
        let zones = zones.map(|(number, units)| (format!("zone {number:02}"), units));
        let plan = Plan::from_zones(scenario.territory.units().len(), zones);
        assert!(plan.holdings.values().any(|holding| *holding == Holding::Unassigned));
        let results = Results::of_plan(&scenario, &graph, &plan, None);
        for format in [&ZonesGeoJson as &dyn FileFormat, &UnitsGeoJson] {
            let bytes = format.bytes(&results).unwrap();
            let found = read_bytes(&scenario, &bytes, &PlanMapOptions::default()).unwrap();
            assert_eq!(found.plan, plan, "{name}");
            assert_eq!(notes(&found), Vec::<&PlanNote>::new(), "{name}");
            let again = read_bytes(&scenario, &bytes, &PlanMapOptions::default()).unwrap();
            assert_eq!((found.plan, found.notes), (again.plan, again.notes));
        }
    }
}

#[test]
fn zones_of_2019_cut_exactly_the_merged_municipalities_that_lie_in_two_of_them() {
    let old = scenario(Some("flanders-2019")).unwrap();
    let new = scenario(Some("flanders-2025")).unwrap();
    let plan = old.official_plan.as_ref().unwrap();
    let results_graph = old.graph();
    let results = Results::of_plan(&old, &results_graph, plan, None);
    let bytes = ZonesGeoJson.bytes(&results).unwrap();
    let found = read_bytes(&new, &undivided(&bytes), &PlanMapOptions::default()).unwrap();
    let mut expected = Vec::new();
    for merger in &new.territory.mergers {
        let held = merger
            .old_units
            .iter()
            .map(|unit| plan.holdings[old.territory.find(unit.code.as_str()).unwrap()].zones());
        let zones: std::collections::BTreeSet<_> = held.collect();
        if zones.len() > 1 {
            expected.push(merger.new_code.to_string());
        }
    }
    expected.sort();
    let cut: Vec<String> = found
        .plan
        .holdings
        .iter()
        .filter(|(_, holding)| matches!(holding, Holding::Parts(_)))
        .map(|(unit, _)| new.territory.unit(unit).code.to_string())
        .collect();
    assert_eq!(cut, expected);
    assert!(cut.len() >= 2, "{cut:?}");
}

/// Without the zones that are nothing but parts of a unit, which have no shape.
fn undivided(bytes: &[u8]) -> Vec<u8> {
    let mut map: serde_json::Value = serde_json::from_slice(bytes).unwrap();
    map["features"].as_array_mut().unwrap().retain(|feature| !feature["geometry"].is_null());
    serde_json::to_vec(&map).unwrap()
}
