use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use serde_json::json;
use zonewerk_core::crs::Crs;
use zonewerk_io::{PlanMapOptions, PlanNote};

use super::world::{
    Ring, all_held, collection, degrees, feature, grid, held, notes, plan_of, polygon, problems, read,
    rectangle, zone,
};

fn west_and_east() -> Vec<serde_json::Value> {
    vec![
        zone("West", &[rectangle([0.0, 0.0], [2.0, 3.0])]),
        zone("East", &[rectangle([2.0, 0.0], [3.0, 3.0])]),
    ]
}

#[test]
fn zones_on_the_borders_of_units_hold_them_whole() {
    let scenario = grid(3, 3);
    let found = plan_of(&scenario, west_and_east());
    assert_eq!(all_held(&scenario, &found), ["West", "West", "East"].repeat(3));
    let [PlanNote::Tolerance { tolerance_m, wander_m: Some(wander_m) }] = &found.notes[..] else {
        panic!("{:?}", found.notes)
    };
    assert!(*tolerance_m == 1.0 && *wander_m < 0.1, "{tolerance_m} {wander_m}");
    let names: Vec<&str> = found.plan.zones.values().map(|zone| zone.name.as_str()).collect();
    assert_eq!(names, ["East", "West"]);
}

#[test]
fn borders_that_stray_by_less_than_the_tolerance_cut_no_unit() {
    let scenario = grid(4, 4);
    let mut random = ChaCha8Rng::seed_from_u64(4);
    // About 60 m either way, every 100 m.
    let middle: Ring =
        (1..80).map(|step| (2.0 + random.random_range(-0.03..0.03), f64::from(step) / 20.0)).collect();
    let side = |x: f64| {
        let mut ring: Ring = vec![(x, 0.0), (2.0, 0.0)];
        ring.extend(&middle);
        ring.extend([(2.0, 4.0), (x, 4.0), (x, 0.0)]);
        ring
    };
    // The outer border is drawn twice as well.
    let zones = vec![zone("West", &[side(0.01)]), zone("East", &[side(3.99)])];
    let options = PlanMapOptions { tolerance_m: Some(150.0), ..PlanMapOptions::default() };
    let found = read(&scenario, &collection(zones.clone()), &options).unwrap();
    assert_eq!(all_held(&scenario, &found), ["West", "West", "East", "East"].repeat(4));
    let slivers = notes(&found).into_iter().filter(|note| matches!(note, PlanNote::SliversLeftOut { .. }));
    assert_eq!(slivers.count(), 8, "on both sides of the middle");
    let gaps = notes(&found).into_iter().filter(|note| matches!(note, PlanNote::GapsLeftOut { .. }));
    assert_eq!(gaps.count(), 8, "along the outer border");
    // Nothing is narrow enough for a tolerance of a metre.
    let options = PlanMapOptions { tolerance_m: Some(1.0), ..options };
    let found = read(&scenario, &collection(zones), &options).unwrap();
    assert!(all_held(&scenario, &found).iter().all(|held| held.contains('%')), "{found:?}");
}

#[test]
fn tolerance_comes_from_how_far_the_borders_stray() {
    let scenario = grid(4, 4);
    // 0.005 of a column is 10.5 m.
    let zones = vec![
        zone("West", &[rectangle([0.005, 0.005], [2.005, 3.995])]),
        zone("East", &[rectangle([2.005, 0.005], [3.995, 3.995])]),
    ];
    let found = plan_of(&scenario, zones);
    let Some(PlanNote::Tolerance { tolerance_m, wander_m: Some(wander_m) }) = found.notes.first() else {
        panic!("{:?}", found.notes)
    };
    assert!((10.0..12.0).contains(wander_m), "{wander_m}");
    assert!((tolerance_m / wander_m - 10.0).abs() < 1e-9);
    assert_eq!(all_held(&scenario, &found), ["West", "West", "East", "East"].repeat(4));
}

#[test]
fn zone_border_through_a_unit_divides_it_by_area() {
    let scenario = grid(3, 3);
    let zones = vec![
        zone("West", &[rectangle([0.0, 0.0], [1.63, 3.0])]),
        zone("East", &[rectangle([1.63, 0.0], [3.0, 3.0])]),
    ];
    let options = PlanMapOptions { tolerance_m: Some(50.0), ..PlanMapOptions::default() };
    let found = read(&scenario, &collection(zones), &options).unwrap();
    let cut = "37 % of its area: East | 63 % of its area: West";
    assert_eq!(all_held(&scenario, &found), ["West", cut, "East"].repeat(3));
    let notes = notes(&found);
    assert_eq!(notes.len(), 3);
    for note in notes {
        let PlanNote::UnitCut { unit, zones, outside, at } = note else { panic!("{note:?}") };
        assert!(unit.code.as_str().ends_with("c1"));
        assert_eq!([&zones[0].zone, &zones[1].zone], ["West", "East"]);
        assert!((zones[0].share - 0.63).abs() < 1e-3 && (zones[1].share - 0.37).abs() < 1e-3);
        assert_eq!(*outside, 0.0);
        assert!(
            (degrees((1.63, 0.0)).x..degrees((2.0, 0.0)).x).contains(&at.x),
            "the place is in the lesser piece"
        );
    }
}

#[test]
fn equal_pieces_have_different_names() {
    let scenario = grid(1, 1);
    let zones = vec![
        zone("a", &[rectangle([0.0, 0.0], [0.5, 1.0])]),
        zone("b", &[rectangle([0.5, 0.0], [1.0, 1.0])]),
    ];
    let found = plan_of(&scenario, zones);
    assert_eq!(held(&scenario, &found, "r0c0"), "50 % of its area (in a): a | 50 % of its area (in b): b");
}

#[test]
fn unit_in_two_zones_at_once_is_shared() {
    let scenario = grid(3, 1);
    let zones = vec![
        zone("a", &[rectangle([0.0, 0.0], [2.0, 1.0])]),
        zone("b", &[rectangle([1.0, 0.0], [3.0, 1.0])]),
    ];
    let found = plan_of(&scenario, zones);
    assert_eq!(all_held(&scenario, &found), ["a", "a+b", "b"]);
    let [PlanNote::ZonesOverlap { zones, unit, area_m2, is_sliver: false, .. }] = notes(&found)[..] else {
        panic!("{:?}", found.notes)
    };
    assert_eq!((zones, unit.code.as_str()), (&["a".to_owned(), "b".to_owned()], "r0c1"));
    assert!((4.5e6..4.8e6).contains(area_m2), "the whole unit: {area_m2}");
}

#[test]
fn piece_in_two_zones_at_once_is_a_part_of_each() {
    let scenario = grid(2, 1);
    let over = |from: f64, to: f64| [rectangle([from, 0.0], [to, 1.0])];
    for (zones, expected) in [
        (
            vec![zone("a", &over(0.0, 1.0)), zone("b", &over(0.7, 2.0))],
            "30 % of its area, also in a: b | 30 % of its area, also in b: a | 70 % of its area: a",
        ),
        (
            vec![zone("a", &over(0.0, 0.6)), zone("b", &over(0.4, 2.0))],
            "20 % of its area, also in a: b | 20 % of its area, also in b: a | 40 % of its area (in a): a | 40 % of its area (in b): b",
        ),
    ] {
        let found = plan_of(&scenario, zones);
        assert_eq!(held(&scenario, &found, "r0c0"), expected);
        assert_eq!(held(&scenario, &found, "r0c1"), "b");
    }
}

#[test]
fn overlap_of_a_sliver_is_told_and_does_not_count() {
    let scenario = grid(4, 4);
    // 0.01 of a column is 21 m.
    let zones = vec![
        zone("West", &[rectangle([0.0, 0.0], [2.01, 4.0])]),
        zone("East", &[rectangle([2.0, 0.0], [4.0, 4.0])]),
    ];
    let options = PlanMapOptions { tolerance_m: Some(50.0), ..PlanMapOptions::default() };
    let found = read(&scenario, &collection(zones), &options).unwrap();
    assert_eq!(all_held(&scenario, &found), ["West", "West", "East", "East"].repeat(4));
    let overlaps: Vec<&PlanNote> =
        notes(&found).into_iter().filter(|note| matches!(note, PlanNote::ZonesOverlap { .. })).collect();
    assert_eq!(overlaps.len(), 4);
    for note in overlaps {
        let PlanNote::ZonesOverlap { is_sliver, width_m, .. } = note else { unreachable!() };
        assert!(*is_sliver && (20.0..22.0).contains(width_m), "{note}");
    }
}

#[test]
fn slivers_of_several_zones_side_by_side_are_slivers() {
    let scenario = grid(2, 1);
    // Strips of 42 m each, for a tolerance of 50 m.
    let over = |from: f64, to: f64| [rectangle([from, 0.0], [to, 1.0])];
    let mut zones = vec![zone("a", &over(0.0, 0.9)), zone("e", &over(0.98, 2.0))];
    zones.extend(
        [("b", 0.9), ("c", 0.92), ("d", 0.94)].map(|(name, from)| zone(name, &over(from, from + 0.02))),
    );
    let options = PlanMapOptions { tolerance_m: Some(50.0), ..PlanMapOptions::default() };
    let found = read(&scenario, &collection(zones), &options).unwrap();
    assert_eq!(all_held(&scenario, &found), ["a", "e"]);
    let slivers: Vec<&str> = notes(&found)
        .into_iter()
        .filter_map(|note| match note {
            PlanNote::SliversLeftOut { zone, .. } => Some(zone.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(slivers, ["b", "c", "d", "e"]);
    let without: Vec<&str> = notes(&found)
        .into_iter()
        .filter_map(|note| match note {
            PlanNote::ZoneWithoutUnits { zone, .. } => Some(zone.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(without, ["b", "c", "d"]);
}

#[test]
fn unit_in_a_hole_lies_in_no_zone_unless_another_fills_it() {
    let scenario = grid(3, 3);
    // The same way round as the exterior: the direction of a ring means nothing.
    let ring = || zone("Ring", &[rectangle([0.0, 0.0], [3.0, 3.0]), rectangle([1.0, 1.0], [2.0, 2.0])]);
    let found = plan_of(&scenario, vec![ring()]);
    assert_eq!(all_held(&scenario, &found).iter().filter(|held| *held == "Ring").count(), 8);
    assert_eq!(held(&scenario, &found, "r1c1"), "-");
    let found = plan_of(&scenario, vec![ring(), zone("Core", &[rectangle([1.0, 1.0], [2.0, 2.0])])]);
    assert_eq!(held(&scenario, &found, "r1c1"), "Core");
    assert_eq!(notes(&found), Vec::<&PlanNote>::new());
}

#[test]
fn part_of_a_unit_in_no_zone_is_told() {
    let scenario = grid(2, 1);
    let zones = vec![zone("a", &[rectangle([0.0, 0.0], [1.4, 1.0])])];
    let found = plan_of(&scenario, zones);
    assert_eq!(all_held(&scenario, &found), ["a", "40 % of its area: a"]);
    let [PlanNote::UnitCut { outside, .. }] = notes(&found)[..] else { panic!("{:?}", found.notes) };
    assert!((outside - 0.6).abs() < 1e-3);
}

#[test]
fn zone_in_several_features_is_one_zone_even_where_they_overlap() {
    let scenario = grid(4, 1);
    let piece = |name: &str, from: f64, to: f64| zone(name, &[rectangle([from, 0.0], [to, 1.0])]);
    let found = plan_of(&scenario, vec![piece("a", 0.0, 1.0), piece("b", 1.0, 3.0), piece("a", 3.0, 4.0)]);
    assert_eq!(all_held(&scenario, &found), ["a", "b", "b", "a"]);
    let found = plan_of(&scenario, vec![piece("a", 0.0, 2.5), piece("a", 1.5, 4.0)]);
    assert_eq!(all_held(&scenario, &found), ["a"; 4]);
    assert_eq!(notes(&found), Vec::<&PlanNote>::new());
}

#[test]
fn zone_beyond_the_units_is_told() {
    let scenario = grid(2, 1);
    let over = |from: f64, to: f64| [rectangle([from, 0.0], [to, 1.0])];
    let zones = vec![zone("a", &over(0.0, 2.5)), zone("far", &over(4.0, 5.0))];
    let found = plan_of(&scenario, zones);
    assert_eq!(all_held(&scenario, &found), ["a", "a"]);
    assert_eq!(found.plan.zones.len(), 1);
    let [PlanNote::ZoneWithoutUnits { zone, .. }, PlanNote::OutsideUnits { area_m2, at, .. }] =
        notes(&found)[..]
    else {
        panic!("{:?}", found.notes)
    };
    assert_eq!(zone, "far");
    assert!((2.2e6..2.5e6).contains(area_m2) && at.x > degrees((2.0, 0.0)).x);
}

#[test]
fn regions_and_names_come_along() {
    let scenario = grid(2, 1);
    let over = |from: f64, to: f64| polygon(&[rectangle([from, 0.0], [to, 1.0])], degrees);
    let features = vec![
        feature(json!({"NAME": "a", "region": "North"}), over(0.0, 1.0)),
        feature(json!({"NAME": "b", "region": null}), over(1.0, 2.0)),
    ];
    let found = plan_of(&scenario, features);
    let regions: Vec<Option<&str>> = found.plan.zones.values().map(|zone| zone.region()).collect();
    assert_eq!(regions, [Some("North"), None]);
    assert_eq!(found.notes[0], PlanNote::ColumnGuessed { meant: "zone", column: "NAME".to_owned() });
}

fn lambert((x, y): (f64, f64)) -> geo::Coord<f64> {
    Crs::from_epsg(31370).unwrap().from_wgs84(degrees((x, y))).unwrap()
}

#[test]
fn map_in_another_reference_system_is_read_when_it_is_known() {
    let scenario = grid(2, 1);
    let over = |from: f64, to: f64| polygon(&[rectangle([from, 0.0], [to, 1.0])], lambert);
    let features =
        vec![feature(json!({"zone": "a"}), over(0.0, 1.0)), feature(json!({"zone": "b"}), over(1.0, 2.0))];
    let mut map = collection(features);
    // RFC 7946 says that these are degrees.
    let wrong = problems(&scenario, &map);
    assert_eq!(wrong.len(), 1, "{wrong:?}");
    assert!(
        wrong[0].contains("[plan-elsewhere]") && wrong[0].contains("they would fit in EPSG:31370"),
        "{}",
        wrong[0]
    );
    let options = PlanMapOptions { crs: Some("EPSG:31370".to_owned()), ..PlanMapOptions::default() };
    assert_eq!(all_held(&scenario, &read(&scenario, &map, &options).unwrap()), ["a", "b"]);
    map["crs"] = json!({"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::31370"}});
    let found = read(&scenario, &map, &PlanMapOptions::default()).unwrap();
    assert_eq!(all_held(&scenario, &found), ["a", "b"]);
    // Another one than it is in, and one that nobody knows.
    for (crs, code) in [("EPSG:3035", "[plan-elsewhere]"), ("EPSG:99999", "[unknown-crs]")] {
        let options = PlanMapOptions { crs: Some(crs.to_owned()), ..PlanMapOptions::default() };
        let wrong = read(&scenario, &map, &options).unwrap_err().to_string();
        assert!(wrong.contains(code) && wrong.contains("they would fit in EPSG:31370"), "{wrong}");
    }
}

#[test]
fn latitude_before_longitude_is_named_as_that() {
    let scenario = grid(2, 1);
    let swapped = |at| {
        let geo::Coord { x, y } = degrees(at);
        geo::Coord { x: y, y: x }
    };
    let map = collection(vec![feature(
        json!({"zone": "a"}),
        polygon(&[rectangle([0.0, 0.0], [2.0, 1.0])], swapped),
    )]);
    let wrong = problems(&scenario, &map);
    assert_eq!(
        wrong,
        [
            "plan.geojson: found coordinates from 51.00, 4.00 to 51.02, 4.06 in EPSG:4326 (WGS 84), as its format has \
          them, nowhere near the units, expected zones over the units, longitude and latitude from 4.00, 51.00 to \
          4.06, 51.02 (they would fit in EPSG:4326 (WGS 84) with x and y exchanged) [plan-elsewhere]"
        ]
    );
}
