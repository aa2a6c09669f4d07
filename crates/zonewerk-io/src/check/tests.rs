//! Small maps of squares of 100 m with one planted fault each: all checks together say that
//! one and nothing else.

use geo::{Contains, Coord, LineString, MultiPolygon, Polygon};

use super::*;
use zonewerk_core::crs::MapScale;
use zonewerk_core::territory::{Id, IdVec, UnitId};

/// A unit from text: positions by `,`, rings by `|`, parts by `;`, and no closing position.
fn unit(text: &str) -> MultiPolygon {
    let ring = |text: &str| {
        let position = |text: &str| {
            let mut numbers = text.split_whitespace().map(|number| number.parse().expect("a number"));
            Coord { x: numbers.next().expect("x"), y: numbers.next().expect("y") }
        };
        let mut points: Vec<Coord> = text.split(',').map(position).collect();
        points.push(points[0]);
        LineString::new(points)
    };
    let part = |text: &str| {
        let mut rings = text.split('|').map(ring);
        Polygon::new(rings.next().expect("an exterior"), rings.collect())
    };
    text.split(';').map(part).collect()
}

/// The corners of a rectangle as text.
fn rectangle(left: f64, low: f64, right: f64, high: f64) -> String {
    format!("{left} {low}, {right} {low}, {right} {high}, {left} {high}")
}

fn grid(columns: u32, rows: u32) -> Vec<String> {
    let square = |x: u32, y: u32| {
        let (left, low) = (f64::from(x) * 100.0, f64::from(y) * 100.0);
        rectangle(left, low, left + 100.0, low + 100.0)
    };
    (0..rows).flat_map(|y| (0..columns).map(move |x| square(x, y))).collect()
}

fn numbers(units: &[UnitId]) -> String {
    units.iter().map(|unit| unit.index().to_string()).collect::<Vec<_>>().join(" ")
}

/// Everything the checks say about a map, a line each, in their order.
fn findings(units: &[impl AsRef<str>]) -> Vec<String> {
    let shapes: IdVec<UnitId, MultiPolygon> = units.iter().map(|text| unit(text.as_ref())).collect();
    let inside = |units: &[UnitId], at: Coord, expected: bool| {
        for &unit in units {
            assert_eq!(shapes[unit].contains(&at), expected, "unit {} and {at:?}", unit.index());
        }
    };
    let mut lines = Vec::new();
    let faults = shape_faults(&shapes, &MapScale::flat());
    for fault in &faults {
        let size = match fault.extent {
            FaultExtent::LengthM(length) => format!("{length:.1} m"),
            FaultExtent::AreaM2(area) => format!("{area:.1} m2"),
        };
        let (unit, code, at) = (fault.unit.index(), fault.kind.code(), fault.at);
        lines.push(format!("{code} {unit} at {} {}: {size}", at.x, at.y));
    }
    let borders = OpenBorders::new(&shapes, &faults);
    for overlap in overlaps(&shapes, &borders, 0.01, &MapScale::flat()) {
        inside(&overlap.units, overlap.at, true);
        let UnitOverlap { units, area_m2, width_m, .. } = overlap;
        lines.push(format!("overlap {}: {area_m2:.1} m2, {width_m:.2} m", numbers(&units)));
    }
    let gaps = gaps(&shapes, &borders, default_gap_width_m(&shapes, &MapScale::flat()), &MapScale::flat());
    for gap in &gaps.closed {
        inside(&gap.units, gap.at, false);
        let kind = if gap.is_narrow { "gap" } else { "hole" };
        lines.push(format!("{kind} {}: {:.1} m2, {:.2} m", numbers(&gap.units), gap.area_m2, gap.width_m));
    }
    for gap in &gaps.open {
        inside(&gap.units, gap.at, false);
        let OpenGap { length_m, area_m2, width_m, greatest_width_m, .. } = gap;
        let units = numbers(&gap.units);
        lines.push(format!(
            "open gap {units}: {length_m:.1} m, {area_m2:.1} m2, {width_m:.2} to {greatest_width_m:.2} m"
        ));
    }
    for sliver in slivers(&shapes, &faults, &MapScale::flat()) {
        inside(&[sliver.unit], sliver.at, true);
        let what = if sliver.is_whole_unit { "whole" } else { "part" };
        let (unit, area, width) = (sliver.unit.index(), sliver.area_m2, sliver.width_m);
        lines.push(format!("sliver {unit} {what}: {area:.2} m2, {width:.2} m"));
    }
    lines
}

fn is_clean(units: &[impl AsRef<str>]) {
    assert!(!units.is_empty());
    assert_eq!(findings(units), [""; 0]);
}

fn has(units: &[&str], expected: &[&str]) {
    assert_eq!(findings(units), expected, "{units:?}");
}

const SQUARE: &str = "0 0, 100 0, 100 100, 0 100";
const NEXT: &str = "100 0, 200 0, 200 100, 100 100";

#[test]
fn clean_maps_are_clean() {
    is_clean(&grid(4, 3));
    // A border that two units share with one, its vertex on both sides.
    is_clean(&[
        "0 0, 100 0, 100 50, 100 100, 0 100",
        "100 0, 200 0, 200 50, 100 50",
        "100 50, 200 50, 200 100, 100 100",
    ]);
    // An island, and an island that is a part.
    is_clean(&[SQUARE, "300 0, 400 0, 400 100, 300 100"]);
    is_clean(&[SQUARE, "100 0, 200 0, 200 100, 100 100; 300 0, 400 0, 400 100, 300 100"]);
    // An enclave, and one that touches the exterior in a point.
    is_clean(&["0 0, 100 0, 100 100, 0 100 | 40 40, 60 40, 60 60, 40 60", "40 40, 60 40, 60 60, 40 60"]);
    is_clean(&["0 0, 50 0, 100 0, 100 100, 0 100 | 50 0, 60 30, 40 30", "50 0, 60 30, 40 30"]);
    // Units and parts that touch in a point.
    is_clean(&[SQUARE, "100 100, 200 100, 200 200, 100 200"]);
    is_clean(&["0 0, 100 0, 100 100, 0 100; 100 100, 200 100, 200 200, 100 200"]);
    // A repeated position, and rings that run the other way round.
    is_clean(&["0 0, 100 0, 100 0, 100 100, 0 100", "100 0, 100 100, 200 100, 200 0"]);
    // A bay in the shape of a V where a border meets the coast, and a strait.
    is_clean(&["0 0, 100 0, 100 60, 90 100, 0 100", "100 0, 200 0, 200 100, 110 100, 100 60"]);
    is_clean(&[SQUARE, "110 0, 210 0, 210 100, 110 100"]);
}

#[test]
fn faults_of_one_ring_are_found() {
    let crossing = "100 0, 200 0, 200 40, 210 60, 210 40, 200 60, 200 100, 100 100";
    has(&[SQUARE, crossing], &["self-intersection 1 at 205 50: 50.0 m2"]);
    // The same with a vertex where it crosses.
    let crossing = "100 0, 200 0, 200 40, 205 50, 210 60, 210 40, 205 50, 200 60, 200 100, 100 100";
    has(&[SQUARE, crossing], &["self-intersection 1 at 205 50: 50.0 m2"]);
    let spike = "0 0, 100 0, 100 100, 50 100, 50 130, 50 100, 0 100";
    has(&[spike, NEXT], &["spike 0 at 50 130: 30.0 m"]);
    let long_spike = "0 0, 100 0, 100 100, 50 100, 50 130, 50 150, 50 120, 50 100, 0 100";
    has(&[long_spike, NEXT], &["spike 0 at 50 150: 50.0 m"]);
    let touching = "0 0, 50 0, 40 30, 60 30, 50 0, 100 0, 100 100, 0 100";
    has(&[touching, "50 0, 60 30, 40 30", NEXT], &["self-touch 0 at 50 0: 300.0 m2"]);
    let on_edge = "0 0, 100 0, 100 100, 60 100, 50 0, 40 100, 0 100";
    has(&[on_edge, "50 0, 60 100, 40 100"], &["self-touch 0 at 50 0: 4500.0 m2"]);
    // A cut to a hole, as in formats without holes; the hole is filled.
    let cut = "0 0, 50 0, 50 20, 40 40, 60 40, 50 20, 50 0, 100 0, 100 100, 0 100";
    has(&[cut, "50 20, 60 40, 40 40", NEXT], &["self-intersection 0 at 50 0: 20.0 m"]);
}

#[test]
fn a_crossing_is_no_fault_of_the_neighbours() {
    let knot = "0 0, 100 100, 100 0, 0 100";
    let around = ["0 0, 100 0, 50 50", "0 100, 50 50, 100 100", NEXT, "-100 0, 0 0, 0 100, -100 100"];
    has(&[knot, around[0], around[1], around[2], around[3]], &["self-intersection 0 at 50 50: 2500.0 m2"]);
}

#[test]
fn faults_between_rings_are_found() {
    has(
        &["0 0, 100 0, 100 100, 0 100 | 200 200, 220 200, 220 220, 200 220"],
        &["hole-outside 0 at 210 210: 400.0 m2"],
    );
    has(
        &[
            "0 0, 100 0, 100 100, 0 100 | 20 20, 80 20, 80 80, 20 80 | 40 40, 60 40, 60 60, 40 60",
            "20 20, 80 20, 80 80, 20 80 | 40 40, 60 40, 60 60, 40 60",
        ],
        &["hole-in-hole 0 at 50 50: 400.0 m2"],
    );
    has(
        &["0 0, 100 0, 100 100, 0 100 | 90 40, 110 40, 110 60, 90 60", "90 40, 100 40, 100 60, 90 60"],
        &["crossing-rings 0 at 100 40: 200.0 m2"],
    );
    has(
        &[
            "0 0, 50 0, 100 0, 100 100, 50 100, 0 100 | 50 0, 60 50, 50 100, 40 50",
            "50 0, 60 50, 50 100, 40 50",
        ],
        &["split-interior 0 at 50 100: 1000.0 m2"],
    );
    has(
        &["0 0, 100 0, 100 100, 0 100 | 90 40, 100 40, 100 60, 90 60", "90 40, 100 40, 100 60, 90 60"],
        &["shared-edge 0 at 100 40: 20.0 m"],
    );
}

#[test]
fn faults_between_parts_are_found() {
    has(
        &["0 0, 100 0, 100 100, 0 100; 50 0, 150 0, 150 100, 50 100"],
        &["parts-overlap 0 at 75 50: 5000.0 m2"],
    );
    has(&["0 0, 100 0, 100 100, 0 100; 40 40, 60 40, 60 60, 40 60"], &["parts-overlap 0 at 50 50: 400.0 m2"]);
    has(
        &["0 0, 100 0, 100 100, 0 100; 0 0, 100 0, 100 100, 0 100"],
        &["parts-overlap 0 at 50 50: 10000.0 m2"],
    );
    has(
        &["0 0, 100 0, 100 100, 0 100; 100 0, 200 0, 200 100, 100 100"],
        &["shared-edge 0 at 100 0: 100.0 m"],
    );
}

#[test]
fn overlaps_are_found() {
    has(&[SQUARE, SQUARE, NEXT], &["overlap 0 1: 10000.0 m2, 50.00 m"]);
    has(&[SQUARE, NEXT, "40 40, 60 40, 60 60, 40 60"], &["overlap 0 2: 400.0 m2, 10.00 m"]);
    has(&["0 0, 110 0, 110 100, 0 100", NEXT], &["overlap 0 1: 1000.0 m2, 9.09 m"]);
    has(&["0 0, 100 0, 103 50, 100 100, 0 100", NEXT], &["overlap 0 1: 150.0 m2, 1.50 m"]);
    // Less than the tolerance.
    is_clean(&["0 0, 100 0, 100.005 50, 100 100, 0 100", NEXT]);
}

#[test]
fn a_unit_over_a_whole_map_overlaps_each_unit_in_it() {
    let mut units = grid(3, 3);
    units.push(rectangle(50.0, 50.0, 250.0, 250.0));
    let found = findings(&units);
    assert_eq!(found.len(), 9);
    assert_eq!(found[0], "overlap 0 9: 2500.0 m2, 25.00 m");
    assert_eq!(found[1], "overlap 1 9: 5000.0 m2, 33.33 m");
    assert_eq!(found[4], "overlap 4 9: 10000.0 m2, 50.00 m");
}

#[test]
fn three_units_over_each_other_are_three_overlaps() {
    has(
        &[SQUARE, SQUARE, SQUARE],
        &[
            "overlap 0 1: 10000.0 m2, 50.00 m",
            "overlap 0 2: 10000.0 m2, 50.00 m",
            "overlap 1 2: 10000.0 m2, 50.00 m",
        ],
    );
}

#[test]
fn enclosed_areas_are_gaps_when_narrow_and_between_units() {
    let left = "0 0, 100 0, 98 50, 100 100, 0 100";
    let right = "100 0, 200 0, 200 100, 100 100, 102 50";
    has(&[left, right], &["gap 0 1: 200.0 m2, 2.00 m"]);
    let annulus = "0 0, 100 0, 100 100, 0 100 | 40 40, 60 40, 60 60, 40 60";
    has(&[annulus], &["hole 0: 400.0 m2, 10.00 m"]);
    let narrow = "0 0, 100 0, 100 100, 0 100 | 40 40, 60 40, 60 42, 40 42";
    has(&[narrow], &["hole 0: 40.0 m2, 1.82 m"]);
    let mut ring = grid(3, 3);
    ring.remove(4);
    assert_eq!(findings(&ring), ["hole 1 3 4 6: 10000.0 m2, 50.00 m"]);
}

#[test]
fn an_island_in_a_hole_is_around_it() {
    let annulus = "0 0, 100 0, 100 100, 0 100 | 20 20, 80 20, 80 80, 20 80";
    has(&[annulus, "40 40, 60 40, 60 60, 40 60"], &["hole 0 1: 3200.0 m2, 20.00 m"]);
}

#[test]
fn strips_open_at_an_end_are_open_gaps() {
    has(&[SQUARE, "102 0, 200 0, 200 100, 102 100"], &["open gap 0 1: 100.0 m, 200.0 m2, 2.00 to 2.00 m"]);
    // A wedge that opens towards the coast.
    let found = findings(&[SQUARE, "100 0, 200 0, 200 100, 103 100"]);
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("open gap 0 1: 100.0 m, 150"), "{found:?}");
    // A strip with a corner is one.
    let found = findings(&["0 0, 100 0, 120 50, 100 100, 0 100", "102 0, 200 0, 200 100, 102 100, 122 50"]);
    assert_eq!(found.len(), 1, "{found:?}");
    // A strip that another unit fills is none.
    let strip = "100 0, 102 0, 102 100, 100 100";
    has(&[SQUARE, "102 0, 200 0, 200 100, 102 100", strip], &["sliver 2 whole: 200.00 m2, 1.96 m"]);
    // Two units over a third have no gap between them.
    let below = "-10 -10, 210 -10, 210 110, -10 110";
    let found = findings(&[SQUARE, "102 0, 200 0, 200 100, 102 100", below]);
    assert_eq!(found, ["overlap 0 2: 10000.0 m2, 50.00 m", "overlap 1 2: 9800.0 m2, 49.49 m"]);
}

#[test]
fn threads_and_crumbs_are_slivers() {
    has(&[SQUARE, NEXT, "0 100, 100 100, 200 100, 200 101, 0 101"], &["sliver 2 whole: 200.00 m2, 1.00 m"]);
    has(
        &[SQUARE, "100 0, 200 0, 200 100, 100 100; 250 0, 250.2 0, 250.2 0.2, 250 0.2"],
        &["sliver 1 part: 0.04 m2, 0.10 m"],
    );
}

#[test]
fn turning_rings_round_or_starting_elsewhere_changes_nothing() {
    let map = [
        "0 0, 110 0, 110 40, 100 40, 100 100, 0 100 | 20 20, 80 20, 80 80, 20 80",
        "100 0, 200 0, 200 100, 160 100, 150 120, 160 120, 150 100, 100 100",
    ];
    let expected = findings(&map);
    assert!(expected.len() > 2, "{expected:?}");
    let turned = map.map(|text| {
        let rings = text.split('|').map(|ring| {
            let mut points: Vec<&str> = ring.split(',').collect();
            points.rotate_left(3);
            points.reverse();
            points.join(",")
        });
        rings.collect::<Vec<_>>().join("|")
    });
    assert_eq!(findings(&turned), expected);
}

#[test]
fn a_tangle_is_one_fault_and_is_left_out() {
    let point = |i: u32| format!("{} {}", i * 7919 % 1009, i * 104_729 % 1013);
    let tangle = (1..500).map(point).collect::<Vec<_>>().join(", ");
    let found = findings(&["0 0, 1100 0, 1100 1100, 0 1100", &tangle]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("tangle 1 at "), "{found:?}");
}

#[test]
fn no_units_have_no_faults() {
    assert_eq!(findings(&[""; 0]), [""; 0]);
}
