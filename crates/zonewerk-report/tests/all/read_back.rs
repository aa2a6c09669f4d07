//! Plans read back as they were written: tables, and maps of zones and of units.

use std::collections::{BTreeMap, BTreeSet};
use zonewerk_core::problem::Instance;

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use zonewerk_core::graph::from_topology;
use zonewerk_core::plan::{Holding, Plan};
use zonewerk_core::territory::{Territory, UnitId};
use zonewerk_io::{
    PlanMapOptions, PlanNote, ReadPlan, Scenario, read_plan, read_plan_map, scenario, scenario_names,
};
use zonewerk_report::{FileFormat, PlanCsv, Results, UnitsGeoJson, ZonesGeoJson};
use zonewerk_solve::{Options, Unwatched, solve};

#[test]
fn official_plans_read_back_as_they_were_written() {
    let mut parts = 0;
    for name in scenario_names() {
        let scenario = scenario(Some(name)).unwrap();
        let plan = scenario.official_plan.as_ref().unwrap();
        parts += plan.holdings.values().filter(|holding| matches!(holding, Holding::Parts(_))).count();
        reads_back(&scenario, plan);
    }
    assert!(parts > 0, "no plan has parts");
}

#[test]
fn solved_plan_reads_back_as_it_was_written() {
    let scenario = scenario(None).unwrap();
    let graph = from_topology(&scenario.topology).with_links(&scenario.territory);
    let solved = solve(
        &Instance::new(&scenario.territory, &graph, &scenario.problem).expect("an instance"),
        &Options::default(),
        &Unwatched,
    );
    reads_back(&scenario, solved.outcome.plan().expect("the default scenario has a plan"));
}

fn reads_back(scenario: &Scenario, plan: &Plan) {
    let graph = from_topology(&scenario.topology).with_links(&scenario.territory);
    let written = PlanCsv.bytes(&Results::of_plan(scenario, &graph, plan, None)).unwrap();
    let read = read_plan("plan.csv", &written, &scenario.territory).unwrap();
    let territory = &scenario.territory;
    let described = described(plan, territory);
    assert_eq!(self::described(&read, territory), described);
    assert!(described.values().any(|rows| !rows.is_empty()), "the plan has no zones");
    let regions = |plan: &Plan| -> BTreeMap<String, BTreeSet<String>> {
        plan.zones.values().map(|zone| (zone.name.clone(), zone.regions.clone())).collect()
    };
    assert_eq!(regions(&read), regions(plan));
    assert_eq!(read.zones.len(), plan.zones.len());
    let again = PlanCsv.bytes(&Results::of_plan(scenario, &graph, &read, None)).unwrap();
    assert_eq!(again, written);
}

/// Zone, part and people of each row of each unit.
type Described<'a> = BTreeMap<&'a str, Vec<(&'a str, &'a str, Option<u64>)>>;

fn described<'a>(plan: &'a Plan, territory: &'a Territory) -> Described<'a> {
    let rows = |holding: &'a Holding| match holding {
        Holding::Unassigned => Vec::new(),
        Holding::Whole(zone) => vec![(plan.zones[*zone].name.as_str(), "", None)],
        Holding::Shared(zones) => {
            zones.iter().map(|&zone| (plan.zones[zone].name.as_str(), "", None)).collect()
        }
        Holding::Parts(parts) => parts
            .iter()
            .map(|part| (plan.zones[part.zone].name.as_str(), part.name.as_str(), part.population))
            .collect(),
    };
    plan.holdings.iter().map(|(unit, holding)| (territory.unit(unit).code.as_str(), rows(holding))).collect()
}

/// The plan of a map over a scenario.
fn read_map(scenario: &Scenario, map: &[u8]) -> ReadPlan {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.geojson");
    std::fs::write(&path, map).unwrap();
    read_plan_map(&path, scenario, &PlanMapOptions::default()).unwrap()
}

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
        let plan = Plan::from_zones(scenario.territory.units().len(), zones).expect("each unit once");
        assert!(plan.holdings.values().any(|holding| *holding == Holding::Unassigned));
        let results = Results::of_plan(&scenario, &graph, &plan, None);
        for format in [&ZonesGeoJson as &dyn FileFormat, &UnitsGeoJson] {
            let bytes = format.bytes(&results).unwrap();
            let found = read_map(&scenario, &bytes);
            assert_eq!(found.plan, plan, "{name}");
            let is_telling = |note: &&PlanNote| !matches!(note, PlanNote::Tolerance { .. });
            assert_eq!(
                found.notes.iter().filter(is_telling).collect::<Vec<_>>(),
                Vec::<&PlanNote>::new(),
                "{name}"
            );
            let again = read_map(&scenario, &bytes);
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
    let found = read_map(&new, &undivided(&bytes));
    let mut expected = Vec::new();
    for merger in &new.territory.mergers {
        let held = merger
            .old_units
            .iter()
            .map(|unit| plan.holdings[old.territory.find(unit.code.as_str()).unwrap()].zones());
        let zones: BTreeSet<_> = held.collect();
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
