use serde_json::{Value, json};
use zonewerk_io::PlanMapOptions;

use super::world::{Ring, collection, degrees, feature, grid, polygon, problems, read, rectangle, zone};

#[test]
fn all_faults_of_a_map_of_zones_are_told_together() {
    let over = |from: f64, to: f64| polygon(&[rectangle([from, 0.0], [to, 1.0])], degrees);
    let bow: Ring = vec![(0.0, 0.0), (1.0, 1.0), (1.0, 0.0), (0.0, 1.0), (0.0, 0.0)];
    let open: Ring = vec![(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)];
    let outside = [rectangle([0.0, 0.0], [1.0, 1.0]), rectangle([1.2, 0.2], [1.8, 0.8])];
    let twice = json!({"type": "MultiPolygon", "coordinates":
        [over(0.0, 1.0)["coordinates"], over(0.5, 2.0)["coordinates"]]});
    let features = vec![
        feature(json!({"zone": "a", "region": "North"}), over(0.0, 1.0)),
        feature(json!({"zone": " ", "region": "North"}), over(1.0, 2.0)),
        feature(json!({"zone": "a", "region": "South"}), Value::Null),
        feature(json!({"zone": "b"}), json!({"type": "Point", "coordinates": [4.0, 51.0]})),
        feature(json!({"zone": "c"}), polygon(&[bow], degrees)),
        feature(json!({"zone": "d"}), polygon(&[open], degrees)),
        feature(json!({"zone": "e"}), polygon(&outside, degrees)),
        feature(json!({"zone": "f"}), twice),
    ];
    let wrong = problems(&grid(2, 1), &collection(features));
    let codes: Vec<(&str, &str)> = wrong
        .iter()
        .map(|line| (&line[..line.find(", ").unwrap() + 11], &line[line.rfind('[').unwrap()..]))
        .collect();
    assert_eq!(
        codes,
        [
            ("plan.geojson, feature 2", "[blank-zone]"),
            ("plan.geojson, feature 3", "[empty-geometry]"),
            ("plan.geojson, feature 4", "[not-a-polygon]"),
            ("plan.geojson, feature 5", "[crossing-rings]"),
            ("plan.geojson, feature 6", "[open-ring]"),
            ("plan.geojson, feature 7", "[crossing-rings]"),
            ("plan.geojson, feature 8", "[crossing-rings]"),
        ],
        "{wrong:#?}"
    );
}

#[test]
fn touching_rings_are_sound() {
    // A ring that passes one point twice, and a hole that touches the exterior.
    let eight: Ring =
        vec![(0.0, 0.0), (1.0, 0.5), (2.0, 0.0), (2.0, 1.0), (1.0, 0.5), (0.0, 1.0), (0.0, 0.0)];
    let touched = [rectangle([0.0, 0.0], [2.0, 1.0]), vec![(0.0, 0.5), (0.1, 0.4), (0.1, 0.6), (0.0, 0.5)]];
    for rings in [&[eight][..], &touched] {
        read(&grid(2, 1), &collection(vec![zone("a", rings)]), &PlanMapOptions::default()).unwrap();
    }
}

#[test]
fn map_without_names_or_features_is_refused() {
    let square = || polygon(&[rectangle([0.0, 0.0], [1.0, 1.0])], degrees);
    let nameless = collection(vec![feature(json!({"a": "x", "b": "y"}), square())]);
    for (map, code) in [
        (collection(Vec::new()), "[no-features]"),
        (nameless, "[missing-column]"),
        (collection(vec![feature(json!({}), square())]), "[missing-column]"),
    ] {
        let wrong = problems(&grid(1, 1), &map);
        assert!(wrong.len() == 1 && wrong[0].ends_with(code), "{wrong:?}");
    }
}

#[test]
fn options_that_cannot_be_are_told() {
    let map = collection(vec![zone("a", &[rectangle([0.0, 0.0], [1.0, 1.0])])]);
    let named = |name: &str| Some(name.to_owned());
    let none = PlanMapOptions::default;
    for (options, code) in [
        (PlanMapOptions { tolerance_m: Some(f64::NAN), ..none() }, "[wrong-tolerance]"),
        (PlanMapOptions { tolerance_m: Some(-1.0), ..none() }, "[wrong-tolerance]"),
        (PlanMapOptions { crs: named("Mars"), ..none() }, "[unknown-crs]"),
        (PlanMapOptions { zone: named("Zone"), ..none() }, "[missing-column]"),
        (PlanMapOptions { unit: named("nis"), ..none() }, "[missing-column]"),
    ] {
        let wrong = read(&grid(1, 1), &map, &options).unwrap_err().to_string();
        assert!(wrong.ends_with(code), "{wrong}");
    }
}
