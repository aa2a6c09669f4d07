//! The map that is part of the program has the borders that the municipalities have.

use std::collections::BTreeSet;

use geo::{Area, MultiPolygon, Validation};
use zonewerk::graph::{Graph, from_topology};
use zonewerk::load::{self, Scenario};
use zonewerk::render;
use zonewerk::territory::{Id, UnitCode, UnitId};

fn scenario(name: &str) -> Scenario {
    load::scenario(Some(name)).unwrap_or_else(|problems| panic!("{problems}"))
}

fn is_flemish(scenario: &Scenario, unit: UnitId) -> bool {
    !scenario.territory.unit(unit).code.as_str().starts_with("21")
}

fn flemish_borders(scenario: &Scenario, graph: &Graph) -> usize {
    graph.borders().filter(|&(a, b, _)| is_flemish(scenario, a) && is_flemish(scenario, b)).count()
}

#[test]
fn municipalities_have_the_borders_of_the_survey() {
    // Borders in the map of 2021 among the 300, and with what 13 mergers leave of them.
    for (name, units, flemish, borders) in
        [("flanders-2019", 319, 300, 797), ("flanders-2025", 304, 285, 753)]
    {
        let scenario = scenario(name);
        let graph = from_topology(&scenario.topology);
        assert_eq!(graph.len(), units, "{name}");
        assert_eq!(graph.units().filter(|&unit| is_flemish(&scenario, unit)).count(), flemish, "{name}");
        assert_eq!(flemish_borders(&scenario, &graph), borders, "{name}");
        assert!(graph.borders().all(|(.., border_m)| border_m > 0), "{name}");
    }
}

#[test]
fn the_shortest_borders_are_alive() {
    let scenario = scenario("flanders-2019");
    let graph = from_topology(&scenario.topology);
    let find = |name: &str| {
        let units = scenario.territory.units();
        let found: Vec<UnitId> =
            units.iter().filter(|(_, unit)| unit.name == name).map(|(id, _)| id).collect();
        assert_eq!(found.len(), 1, "{name}");
        found[0]
    };
    // Metres in the source; a simplified border may be somewhat longer or shorter.
    for (a, b, metres) in [
        ("As", "Zutendaal", 12),
        ("Drogenbos", "Linkebeek", 23),
        ("Hasselt", "Wellen", 32),
        ("Zoersel", "Vorselaar", 48),
        ("Baarle-Hertog", "Ravels", 75),
        ("Brecht", "Zoersel", 86),
    ] {
        let other = find(b);
        let border = graph.neighbours(find(a)).iter().find(|neighbour| neighbour.unit == other);
        let found = border.unwrap_or_else(|| panic!("{a} and {b} share no border")).border_m;
        assert!(found.abs_diff(metres) <= 10, "{a} and {b}: {found} m instead of {metres} m");
    }
}

#[test]
fn shapes_are_valid_and_do_not_overlap() {
    for name in ["flanders-2019", "flanders-2025"] {
        let scenario = scenario(name);
        let units: Vec<UnitId> = scenario.territory.units().ids().collect();
        let shapes: Vec<MultiPolygon<f64>> =
            units.iter().map(|&unit| scenario.topology.geometry(unit)).collect();
        for (&unit, shape) in units.iter().zip(&shapes) {
            let unit = scenario.territory.unit(unit);
            assert!(shape.is_valid(), "{name}: {} {}", unit.code, unit.name);
            assert!(shape.signed_area() > 0.0, "{name}: {} {}", unit.code, unit.name);
        }
        let parts: f64 = shapes.iter().map(Area::signed_area).sum();
        let whole = scenario.topology.dissolve(&units);
        assert!(whole.is_valid(), "{name}");
        assert!((parts - whole.unsigned_area()).abs() < 1e-9, "{name}: shapes overlap");
    }
}

#[test]
fn exclaves_and_enclaves_are_where_they_should_be() {
    let scenario = scenario("flanders-2019");
    let graph = from_topology(&scenario.topology);
    let find = |code: &str| scenario.territory.find(code).unwrap();
    let (voeren, mesen, baarle_hertog) = (find("73109"), find("33016"), find("13002"));
    assert_eq!(graph.neighbours(voeren), [], "Voeren touches no other municipality of Flanders");
    assert_eq!(scenario.topology.geometry(mesen).0.len(), 2, "parts of Mesen");
    assert_eq!(scenario.topology.geometry(baarle_hertog).0.len(), 10, "parts of Baarle-Hertog in the source");
    let brussels: Vec<UnitId> = graph.units().filter(|&unit| !is_flemish(&scenario, unit)).collect();
    let flanders: Vec<UnitId> = graph.units().filter(|&unit| is_flemish(&scenario, unit)).collect();
    assert_eq!(scenario.topology.dissolve(&brussels).0.len(), 1, "Brussels is one part");
    let holes: usize = scenario.topology.dissolve(&flanders).iter().map(|area| area.interiors().len()).sum();
    assert_eq!(holes, 1, "Brussels is the only hole in Flanders");
}

/// The points of each ring in steps of the grid, wherever the ring starts.
fn grid_points(shape: &MultiPolygon<f64>) -> BTreeSet<BTreeSet<[i64; 2]>> {
    let steps = |degrees: f64| {
        let steps = degrees * 100_000.0;
        assert!((steps - steps.round()).abs() < 1e-6, "{degrees} is not on the grid");
        steps.round() as i64
    };
    let rings = shape.iter().flat_map(|area| std::iter::once(area.exterior()).chain(area.interiors()));
    rings.map(|ring| ring.coords().map(|point| [steps(point.x), steps(point.y)]).collect()).collect()
}

#[test]
fn the_map_is_small_and_read_as_it_was_written() {
    let (_, bytes) = load::embedded_files().find(|(name, _)| *name == "municipalities.topojson").unwrap();
    assert!(bytes.len() < 200_000, "{} bytes", bytes.len());
    let codes: Vec<UnitCode> = load::read_codes("map", bytes, "id")
        .unwrap()
        .into_iter()
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    assert_eq!(codes.len(), 319);
    let map = load::read_boundaries("map", bytes, "id", &codes).unwrap();
    assert!((4_000..7_000).contains(&map.vertices()), "{} vertices", map.vertices());
    let written = render::topojson(&map, "municipalities", &codes, 100_000);
    let back = load::read_boundaries("map", &written, "id", &codes).unwrap();
    for (place, code) in codes.iter().enumerate() {
        let [before, after] = [&map, &back].map(|map| grid_points(&map.geometry(Id::new(place))));
        assert_eq!(before, after, "{code}");
    }
}

#[test]
fn groups_and_official_plans_are_whole() {
    // Provinces with Brussels, reference regions, police zones; official zones with Brussels.
    for (name, families, zones) in [("flanders-2019", [6, 15, 105], 60), ("flanders-2025", [6, 15, 101], 60)]
    {
        let scenario = scenario(name);
        let found = ["provincie", "referentieregio", "politiezone"].map(|family| {
            let family = scenario.territory.families.iter().find(|known| known.name == family);
            family.map_or(0, |family| family.groups.len())
        });
        assert_eq!(found, families, "{name}");
        let plan = scenario.official_plan.as_ref().unwrap();
        assert_eq!(plan.zones.len(), zones, "{name}");
        let divided: Vec<&str> = plan
            .holdings
            .iter()
            .filter(|(_, holding)| matches!(holding, zonewerk::plan::Holding::Parts(_)))
            .map(|(unit, _)| scenario.territory.unit(unit).code.as_str())
            .collect();
        assert_eq!(divided, ["11002"], "{name}: only Antwerpen lies in more than one zone");
        let flemish = scenario.territory.units().ids().filter(|&unit| is_flemish(&scenario, unit));
        assert_eq!(scenario.territory.population(flemish), 6_698_876, "{name}: people on 1 January 2022");
    }
}
