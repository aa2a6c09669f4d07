use std::collections::BTreeMap;
use std::time::Instant;

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use zonewerk_core::plan::Holding;
use zonewerk_io::{PlanMapOptions, PlanNote};

use super::world::{all_held, collection, grid, notes, plan_of, read, rectangle, zone};

/// Rectangles thrown over a grid, against their areas by arithmetic.
#[test]
fn shares_of_random_rectangles_are_those_of_arithmetic() {
    let mut random = ChaCha8Rng::seed_from_u64(11);
    let scenario = grid(4, 4);
    let (mut shared, mut cut, mut whole) = (0, 0, 0);
    for _ in 0..60 {
        // Sides at quarters, so that nothing is near a tolerance.
        let mut side = || {
            let steps = if random.random_bool(0.7) { 4 } else { 16 };
            let from = random.random_range(0..steps);
            let to = random.random_range(from + 1..=steps);
            [from, to].map(|step| 4.0 * f64::from(step) / f64::from(steps))
        };
        let rectangles: Vec<[[f64; 2]; 2]> = (0..4).map(|_| [side(), side()]).collect();
        let zones = rectangles
            .iter()
            .enumerate()
            .map(|(number, [x, y])| zone(&format!("z{number}"), &[rectangle([x[0], y[0]], [x[1], y[1]])]));
        let options = PlanMapOptions { tolerance_m: Some(20.0), ..PlanMapOptions::default() };
        let found = read(&scenario, &collection(zones.collect()), &options).unwrap();
        let shares: BTreeMap<&str, BTreeMap<&str, f64>> = notes(&found)
            .into_iter()
            .filter_map(|note| match note {
                PlanNote::UnitCut { unit, zones, .. } => Some((
                    unit.code.as_str(),
                    zones.iter().map(|held| (held.zone.as_str(), held.share)).collect(),
                )),
                _ => None,
            })
            .collect();
        for (unit, holding) in found.plan.holdings.iter() {
            let code = scenario.territory.unit(unit).code.as_str();
            let [row, column] = [&code[1..2], &code[3..4]].map(|digit| digit.parse::<f64>().unwrap());
            let length = |[from, to]: [f64; 2], at: f64| (to.min(at + 1.0) - from.max(at)).max(0.0);
            let expected: BTreeMap<String, f64> = rectangles
                .iter()
                .enumerate()
                .map(|(number, [x, y])| (format!("z{number}"), length(*x, column) * length(*y, row)))
                .filter(|(_, share)| *share > 0.0)
                .collect();
            let held: Vec<&str> =
                holding.zones().into_iter().map(|zone| found.plan.zones[zone].name.as_str()).collect();
            assert_eq!(held, expected.keys().collect::<Vec<_>>(), "{code}");
            let all_whole = expected.values().all(|share| *share == 1.0);
            match holding {
                Holding::Unassigned => assert!(expected.is_empty()),
                Holding::Whole(_) => assert!(all_whole && expected.len() == 1),
                Holding::Shared(_) => assert!(all_whole && expected.len() > 1),
                Holding::Parts(_) => {
                    assert!(!all_whole);
                    for (zone, share) in &expected {
                        let found = shares[code][zone.as_str()];
                        assert!((found - share).abs() < 1e-3, "{code} {zone}: {found} {share}");
                    }
                }
            }
            whole += usize::from(matches!(holding, Holding::Whole(_)));
            shared += usize::from(matches!(holding, Holding::Shared(_)));
            cut += usize::from(matches!(holding, Holding::Parts(_)));
        }
    }
    assert!(whole > 50 && shared > 10 && cut > 100, "{whole} {shared} {cut}");
}

#[test]
fn many_units_and_zones_are_read_quickly() {
    let scenario = grid(70, 70);
    let zones = (0..490).map(|number| {
        let (row, column) = (number / 7, number % 7);
        let [x, y] = [f64::from(column) * 10.0, f64::from(row)];
        zone(&format!("z{number:03}"), &[rectangle([x, y], [x + 10.0, y + 1.0])])
    });
    let zones: Vec<_> = zones.collect();
    let start = Instant::now();
    let found = plan_of(&scenario, zones);
    let elapsed = start.elapsed();
    let held = all_held(&scenario, &found);
    assert_eq!(held.len(), 4_900);
    for (unit, held) in scenario.territory.units().values().zip(held) {
        let (row, column) = unit.code.as_str()[1..].split_once('c').unwrap();
        let [row, column] = [row, column].map(|number| number.parse::<usize>().unwrap());
        assert_eq!(held, format!("z{:03}", 7 * row + column / 10));
    }
    assert!(elapsed.as_secs() < 20, "{elapsed:?}");
}
