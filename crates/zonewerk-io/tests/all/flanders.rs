//! The embedded Flanders is what its sources say.

use std::collections::BTreeSet;

use geo::{Area, Validation};
use zonewerk_core::graph::{Graph, components, from_topology};
use zonewerk_core::territory::{Territory, UnitId, find_named_unit};
use zonewerk_io::{Scenario, scenario};

fn loaded(name: &str) -> (Scenario, Graph) {
    let scenario = scenario(Some(name)).unwrap();
    let graph = from_topology(&scenario.topology);
    (scenario, graph)
}

fn is_flemish(territory: &Territory, unit: UnitId) -> bool {
    !territory.unit(unit).code.as_str().starts_with("21")
}

#[test]
fn populations_are_those_of_statbel() {
    for name in ["flanders-2019", "flanders-2025"] {
        let (scenario, graph) = loaded(name);
        let territory = &scenario.territory;
        let flemish = graph.units().filter(|&unit| is_flemish(territory, unit));
        assert_eq!(territory.population(flemish), 6_698_876, "{name}, 1 January 2022");
        assert_eq!(territory.population(graph.units()), 7_921_513, "{name}, with Brussels");
    }
}

#[test]
fn the_generalised_map_has_the_borders_of_the_source() {
    // Counted on the source map: 797 among the 300 of 2019, 753 among the 285 of 2025.
    for (name, units, borders) in [("flanders-2019", 300, 797), ("flanders-2025", 285, 753)] {
        let (scenario, graph) = loaded(name);
        let territory = &scenario.territory;
        let flemish: Vec<UnitId> = graph.units().filter(|&unit| is_flemish(territory, unit)).collect();
        assert_eq!(flemish.len(), units, "{name}");
        let among = graph.borders().filter(|&(a, b, _)| is_flemish(territory, a) && is_flemish(territory, b));
        assert_eq!(among.count(), borders, "{name}");
        let apart = components(&graph, &flemish);
        assert_eq!(apart.len(), 2, "{name}: Voeren has no Flemish neighbour");
    }
}

#[test]
fn borders_of_a_few_metres_survive() {
    let (scenario, graph) = loaded("flanders-2019");
    let by_name = |name: &str| {
        let mut units = scenario.territory.units().iter().filter(|(_, unit)| unit.name == name);
        units.next().unwrap_or_else(|| panic!("no unit {name}")).0
    };
    for (a, b) in [
        ("As", "Zutendaal"),
        ("Drogenbos", "Linkebeek"),
        ("Hasselt", "Wellen"),
        ("Zoersel", "Vorselaar"),
        ("Baarle-Hertog", "Ravels"),
        ("Brecht", "Zoersel"),
    ] {
        let border = graph.neighbours(by_name(a)).iter().find(|neighbour| neighbour.unit == by_name(b));
        assert!(border.is_some_and(|border| border.border_m < 150), "{a} - {b}: {border:?}");
    }
}

#[test]
fn shapes_are_valid_and_tile_the_territory() {
    for name in ["flanders-2019", "flanders-2025"] {
        let (scenario, graph) = loaded(name);
        let units: Vec<UnitId> = graph.units().collect();
        let mut parts = 0.0;
        for &unit in &units {
            let shape = scenario.topology.geometry(unit);
            assert!(shape.is_valid(), "{name}: {}", scenario.territory.unit(unit).name);
            parts += shape.unsigned_area();
        }
        let whole = scenario.topology.dissolve(&units).unsigned_area();
        assert!((parts - whole).abs() < 1e-9, "{name}: {parts} and {whole} square degrees");
    }
}

#[test]
fn groups_and_official_plans_fit_their_layout() {
    for (name, provinces, police_zones) in [("flanders-2019", 6, 105), ("flanders-2025", 6, 101)] {
        let (scenario, _) = loaded(name);
        let family = |wanted: &str| {
            let mut families = scenario.territory.families.iter().filter(|family| family.name == wanted);
            families.next().unwrap_or_else(|| panic!("{name} has no {wanted}"))
        };
        for (wanted, groups) in
            [("provincie", provinces), ("referentieregio", 15), ("politiezone", police_zones)]
        {
            let family = family(wanted);
            assert_eq!(family.groups.len(), groups, "{name}, {wanted}");
            let units: Vec<UnitId> = family.groups.iter().flat_map(|group| group.units.clone()).collect();
            let flemish =
                units.iter().filter(|&&unit| is_flemish(&scenario.territory, unit)).collect::<BTreeSet<_>>();
            let expected = if name == "flanders-2019" { 300 } else { 285 };
            assert_eq!(flemish.len(), expected, "{name}, {wanted} covers Flanders");
        }
        let plan = scenario.official_plan.as_ref().unwrap();
        assert_eq!(plan.zones.len(), 60, "{name}: 59 zones and Brussels");
        assert!(plan.holdings.values().all(|holding| !holding.zones().is_empty()), "{name}");
    }
}

#[test]
fn units_are_found_by_name_in_both_languages_and_by_names_from_before_the_mergers() {
    let (scenario, _) = loaded("flanders-2025");
    let found = |text: &str| {
        let named = find_named_unit(&scenario.territory, text).map_err(|error| error.to_string())?;
        Ok::<_, String>((scenario.territory.unit(named.unit).name.clone(), named.before))
    };
    let told = |name: &str, before: Option<&str>| Ok((name.to_owned(), before.map(str::to_owned)));
    assert_eq!(found("11002"), told("Antwerpen", None));
    assert_eq!(found("anvers"), told("Antwerpen", None));
    assert_eq!(found("Sint Truiden"), told("Sint-Truiden", None));
    assert_eq!(found("Saint-Trond"), told("Sint-Truiden", None));
    assert_eq!(found("Borsbeek"), told("Antwerpen", Some("Borsbeek (11007)")));
    assert_eq!(found("Zutendal"), Err(r#"no unit is "Zutendal" (is it Zutendaal (71067)?)"#.to_owned()));
}
