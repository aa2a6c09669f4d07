//! The plans of square grids into as many zones as they have rows, against the known counts.

use zonewerk_core::graph::Graph;
use zonewerk_core::problem::{Instance, PopulationBounds, Problem};
use zonewerk_core::territory::{Id, Territory, Unit, UnitCode};
use zonewerk_solve::zones::{EnumerationLimits, feasible_zones};

#[test]
fn plans_of_the_square_grid_are_counted() {
    for (side, expected) in [(1, 1), (2, 2), (3, 10), (4, 117), (5, 4_006)] {
        let unit =
            |index| Unit { code: UnitCode::new(format!("{index:02}")), name: String::new(), population: 1 };
        let territory = Territory::new((0..side * side).map(unit).collect()).unwrap();
        let graph = Graph::grid(side, side);
        let size = side as u64;
        let problem = Problem::within(PopulationBounds::new(size, Some(size)).unwrap());
        let zones = feasible_zones(
            &Instance::new(&territory, &graph, &problem).expect("an instance"),
            EnumerationLimits::default(),
            &|| false,
        )
        .unwrap();
        let masks: Vec<u32> =
            zones.iter().map(|units| units.iter().map(|unit| 1 << unit.index()).sum()).collect();
        assert_eq!(exact_covers(&masks, (1 << (side * side)) - 1), expected, "grid of side {side}");
    }
}

fn exact_covers(zones: &[u32], left: u32) -> usize {
    if left == 0 {
        return 1;
    }
    let lowest = left & left.wrapping_neg();
    let fits = zones.iter().filter(|&&zone| zone & lowest != 0 && zone & left == zone);
    fits.map(|&zone| exact_covers(zones, left ^ zone)).sum()
}
