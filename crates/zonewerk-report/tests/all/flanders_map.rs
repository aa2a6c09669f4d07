//! The map that is part of the program, in detail: its shortest borders, its scattered
//! units, its grid.

use std::collections::BTreeSet;

use geo::MultiPolygon;
use zonewerk_core::graph::from_topology;
use zonewerk_core::territory::{Id, UnitCode, UnitId};
use zonewerk_io::Scenario;

fn scenario(name: &str) -> Scenario {
    zonewerk_io::scenario(Some(name)).unwrap_or_else(|problems| panic!("{problems}"))
}

fn is_flemish(scenario: &Scenario, unit: UnitId) -> bool {
    !scenario.territory.unit(unit).code.as_str().starts_with("21")
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
    let holes = |units: &[UnitId]| -> usize {
        scenario.topology.dissolve(units).iter().map(|area| area.interiors().len()).sum()
    };
    assert_eq!(holes(&[baarle_hertog]), 2, "parts of the Netherlands inside Baarle-Hertog");
    assert_eq!(holes(&flanders), 3, "those, and Brussels");
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
    let (_, bytes) =
        zonewerk_io::embedded_files().find(|(name, _)| *name == "municipalities.topojson").unwrap();
    assert!(bytes.len() < 200_000, "{} bytes", bytes.len());
    let codes: Vec<UnitCode> = zonewerk_io::read_codes("map", bytes, "id")
        .unwrap()
        .into_iter()
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    assert_eq!(codes.len(), 319);
    let map = zonewerk_io::read_boundaries("map", bytes, "id", &codes).unwrap();
    assert!((4_000..7_000).contains(&map.vertices()), "{} vertices", map.vertices());
    let written = zonewerk_report::topojson(&map, "municipalities", &codes, 100_000);
    let back = zonewerk_io::read_boundaries("map", &written, "id", &codes).unwrap();
    for (place, code) in codes.iter().enumerate() {
        let [before, after] = [&map, &back].map(|map| grid_points(&map.geometry(Id::new(place))));
        assert_eq!(before, after, "{code}");
    }
}
