//! Plans and scenarios with thousands of zones: no rule looks at every zone or pin for each of them.

use std::time::{Duration, Instant};

use zonewerk_audit::audit;
use zonewerk_core::graph::Graph;
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{Goal, Instance, Limit, Pin, PinKind, PopulationBounds, Problem, RuleId};
use zonewerk_core::territory::{Id, Territory, Unit, UnitCode, UnitId};

/// Far more than it takes, and far less than it would take if time grew as the square.
const MOST: Duration = Duration::from_secs(20);

fn territory(units: usize) -> (Territory, Graph) {
    let unit = |place: usize| Unit {
        code: UnitCode::new(format!("{place}")),
        name: format!("unit {place}"),
        population: 1 + place as u64 % 7,
    };
    let territory = Territory::new((0..units).map(unit).collect()).unwrap();
    (territory, Graph::grid(units, 1))
}

/// Zones of so many units after each other, the first of them shorter by so many.
fn plan(units: usize, size: usize, shorter: usize) -> Plan {
    let all: Vec<UnitId> = (0..units).map(UnitId::new).collect();
    let (first, others) = all.split_at((size - shorter) % size);
    let zones = [first].into_iter().filter(|first| !first.is_empty()).chain(others.chunks(size));
    let named = zones.enumerate().map(|(place, units)| (format!("z{place}"), units.to_vec()));
    Plan::from_zones(units, named).unwrap()
}

#[test]
fn thousands_of_pinned_zones_are_judged_in_time() {
    const UNITS: usize = 40_000;
    let (territory, graph) = territory(UNITS);
    let mut problem = Problem::within(PopulationBounds::new(1, None).unwrap());
    let pin = |unit: usize| Pin {
        asks: PinKind::Zone { name: format!("p{unit}"), holds: vec![UnitId::new(unit)], without: Vec::new() },
        reason: format!("wish {unit}"),
    };
    problem.pins = (0..UNITS).map(pin).collect();
    let instance = Instance::new(&territory, &graph, &problem).unwrap();
    let start = Instant::now();
    let audit = audit(&instance, &plan(UNITS, 1, 0));
    let taken = start.elapsed();
    assert!(audit.checked.contains(&RuleId::PinNotKept));
    assert!(audit.is_compliant(), "{:?}", audit.findings.first());
    assert!(taken < MOST, "{taken:?}");
}

#[test]
fn people_moved_between_thousands_of_zones_are_counted_in_time() {
    // Zones of four units, each of which lies over two zones of the base: two units move of each, and
    // either those of the one zone or those of the other.
    const UNITS: usize = 12_000;
    let (territory, graph) = territory(UNITS);
    let mut problem = Problem::within(PopulationBounds::new(1, None).unwrap());
    problem.base = Some(plan(UNITS, 4, 0));
    let drawn = plan(UNITS, 4, 2);
    let people = |units: std::ops::Range<usize>| {
        units.map(|unit| territory.unit(UnitId::new(unit)).population).sum::<u64>()
    };
    // The zones and those of the base lie in a row: the most who stay, two units after two.
    let (mut apart, mut joined) = (0, 0);
    for pair in 0..UNITS / 2 {
        (apart, joined) = (apart.max(joined), apart + people(2 * pair..2 * pair + 2));
    }
    let moved = people(0..UNITS) - apart.max(joined);
    let start = Instant::now();
    for (most, is_kept) in [(moved, true), (moved - 1, false)] {
        problem.limits = vec![Limit { goal: Goal::PeopleMoved, most }];
        let audit = audit(&Instance::new(&territory, &graph, &problem).unwrap(), &drawn);
        assert_eq!(
            audit.is_compliant(),
            is_kept,
            "at most {most}: {:?} {:?}",
            audit.findings,
            audit.not_checked
        );
    }
    let taken = start.elapsed();
    assert!(taken < MOST, "{taken:?}");
}
